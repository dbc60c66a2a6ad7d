"""Records of invented clusters, small enough to make many, and ledgers of them."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import evolve
from building import READ, decided, ruleset, season

from emulrules.files import ledger_file
from emulrules.files.canonical import digest
from emulrules.files.former import extract
from emulrules.files.record import parse_record, record_bytes
from emulrules.ledger import append, init, verify
from emulrules.ledger.chaining import Chain
from emulrules.model.ruleset import Cluster
from emulrules.model.season import Former
from emulrules.verdicts import Status

__all__ = [
    *("A1", "A2", "B1", "DIVERGED", "FORGED", "OTHER_A1", "TEN"),
    *("changed", "codes", "kept", "ledger_of", "record", "rewritten"),
]


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


def changed(path: Path, *statements: str | tuple[str, tuple[Any, ...]], guarded: bool = False) -> Path:
    """The ledger after statements of somebody who means ill, without its triggers if it is not `guarded`."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in () if guarded else triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(*((statement,) if isinstance(statement, str) else statement))
        for _, sql in () if guarded else triggers:
            connection.execute(sql)
    return path


def codes(ledger: Path, **options: Any) -> tuple[Status, list[str]]:
    """What a check finds."""
    checked = verify(ledger, **options)
    return checked.status, [fault.code for fault in checked.faults]


def rewritten(path: Path, *records: bytes) -> Path:
    """A ledger whose chain is right, made by somebody who checks nothing."""
    init(path)
    chain = Chain()
    with ledger_file.writing(path) as ledger:
        for data in records:
            season = parse_record(data).decision.season
            entry = chain.next(season.cluster, season.id, digest(data), None, start=False)
            ledger.insert(entry, data)
            chain.add(entry)
    return path


A1: Final = record("cum-a", "2021")
A2: Final = record("cum-a", "2022", A1)
OTHER_A1: Final = record("cum-a", "2021", present=1)
B1: Final = record("cum-b", "2021")

FORGED: Final = A1.replace(b'"output":["a","b"]', b'"output":["b","a"]', 1)
"""A record that agrees with itself, and does not follow from its season."""

DIVERGED: Final = B1.replace(b'"output":{"place":null', b'"output":{"place":1', 1).replace(
    b'"place":null,"tied_with":[],"total":null,"unit":"a"', b'"place":1,"tied_with":[],"total":null,"unit":"a"', 1
)
"""One whose outcome does not follow from it, either."""

_A3: Final = record("cum-a", "2023", A2, A1)
_B2: Final = record("cum-b", "2022", B1)

TEN: Final = (
    *(A1, B1, A2, record("cum-c", "2021-2022"), _B2),
    (record("cum-a", "2022", A1, present=1), A2),
    *(_A3, record("cum-b", "2023"), record("cum-a", "2024")),
    (record("cum-b", "2022", B1, present=1), _B2),
)
"""Ten records of three clusters, two of which supersede others."""
