"""Records of invented clusters, small enough to make many, and ledgers of them."""

from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve
from building import READ, decided, ruleset, season

from emulrules.files.canonical import digest
from emulrules.files.former import extract
from emulrules.files.record import parse_record, record_bytes
from emulrules.ledger import append, init
from emulrules.model.ruleset import Cluster
from emulrules.model.season import Former

__all__ = ["TEN", "kept", "ledger_of", "record"]


@cache
def record(cluster: str, year: str, *former: bytes, present: int = 2) -> bytes:
    """The record of a year of a cluster of two, which builds on the records `former`."""
    rules = ruleset("ab", clusters={cluster: Cluster("Cụm", ("a", "b"), **READ)})
    built_on = dict(_former(data) for data in former)
    return record_bytes(decided(rules, evolve(season(present=present, former=built_on), cluster=cluster, id=year)))


def _former(data: bytes) -> tuple[str, Former]:
    held = parse_record(data)
    return held.decision.season.id, extract(held.decision, held.id)


def kept(folder: Path, data: bytes) -> Path:
    """The file of a record in `folder`, under its id."""
    path = folder / f"{digest(data)}.json"
    path.write_bytes(data)
    return path


def ledger_of(path: Path, *records: bytes | tuple[bytes, bytes]) -> Path:
    """A ledger of these records; of a pair the first supersedes the second. Their files stand beside it."""
    init(path)
    for each in records:
        data, old = each if isinstance(each, tuple) else (each, None)
        append(path, kept(path.parent, data), supersedes=None if old is None else digest(old))
    return path


_A1: Final = record("cum-a", "2021")
_A2: Final = record("cum-a", "2022", _A1)
_A3: Final = record("cum-a", "2023", _A2, _A1)
_B1: Final = record("cum-b", "2021")
_B2: Final = record("cum-b", "2022", _B1)

TEN: Final = (
    *(_A1, _B1, _A2, record("cum-c", "2021-2022"), _B2),
    (record("cum-a", "2022", _A1, present=1), _A2),
    *(_A3, record("cum-b", "2023"), record("cum-a", "2024")),
    (record("cum-b", "2022", _B1, present=1), _B2),
)
"""Ten records of three clusters, two of which supersede others."""
