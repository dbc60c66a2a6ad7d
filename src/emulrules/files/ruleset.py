"""Reading one ruleset file: its own rules, with every legal basis resolved to a citation that can be read alone.

What a file can be judged by alone is judged here and told at once. What depends on the ruleset that it extends is
judged after they are merged.
"""

import os
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from attrs import frozen

from emulrules.errors import Fault, RulesetError
from emulrules.files.citing import cited, cited_sources
from emulrules.files.converter import structure
from emulrules.files.document import FileRead, Path, ordered
from emulrules.files.entry_rules import ENTRIES, entry_faults
from emulrules.files.quota_rules import required_before_faults
from emulrules.files.season import format_faults, parent_faults, season_id_faults
from emulrules.files.text import slug_hint
from emulrules.files.told_once import told_once
from emulrules.files.toml_text import TomlText, read_toml
from emulrules.model.criterion import PointTable, Scale
from emulrules.model.headship import Headship
from emulrules.model.names import is_id
from emulrules.model.order import Order
from emulrules.model.ruleset import Ruleset

__all__ = ["RULESET_FORMAT", "RulesetPart", "read_part"]

RULESET_FORMAT: Final = "emulrules/ruleset/1"

_SEVERAL: Final = re.compile(r"([0-9]{4})\s*[-–]\s*([0-9]{4})", re.ASCII)
_UNITS: Final = 500
_POINT_TABLES: Final = 100
_CITING: Final = ("clusters", "councils", "scale", "tables", "scoring", "voting", "order", "headship", *ENTRIES)
_TABLES: Final[dict[str, type]] = {"headship": Headship, "order": Order, "scale": Scale}
_TOLD: Final = 200


@frozen(eq=False)
class RulesetPart:
    """What one file says, before anything is inherited; `stated` are the keys that it writes."""

    ruleset: Ruleset
    toml: TomlText
    stated: frozenset[str]

    @property
    def file(self) -> FileRead:
        """The file that it was read from."""
        return self.toml.source.file

    def place(self, path: Path) -> tuple[str, int]:
        """File and line of `path`, in which an entry of an array may be named by its id."""
        current: Any = self.toml.data
        written: list[str | int] = []
        for part in path:
            if isinstance(current, list) and isinstance(part, str):
                part = next((i for i, each in enumerate(current) if _id(each) == part), -1)
            written.append(part)
            current = _step(current, part)
        return self.toml.source.path, self.toml.layout.line(tuple(written))


def _id(entry: object) -> object:
    return entry.get("id") if isinstance(entry, dict) else None


def _step(current: object, part: str | int) -> object:
    if isinstance(current, dict):
        return current.get(part)
    return current[part] if isinstance(current, list) and type(part) is int and 0 <= part < len(current) else None


def read_part(path: str | os.PathLike[str]) -> RulesetPart:
    """What the ruleset file at `path` says by itself.

    Raises `FileError` for a file that cannot be read as text, `RulesetError` with every fault that it has by itself.
    """
    toml = read_toml(path, RulesetError)
    data = dict(toml.data)
    if faults := list(format_faults(data.pop("format", None), RULESET_FORMAT)):
        raise RulesetError([toml.at(fault) for fault in faults])
    faults = list(toml.faults)
    for section in _CITING:
        if section in data:
            data[section] = cited(data[section], (section,), cited_sources(data), faults)
    faults.extend(islice(_own_faults(data), _TOLD))
    try:
        ruleset = structure(data, Ruleset, RulesetError, "toml")
    except RulesetError as error:
        faults.extend(error.faults)
    if faults:
        raise RulesetError(ordered(toml.at(fault) for fault in told_once(faults, data)))
    return RulesetPart(ruleset, toml, frozenset(data))


def _own_faults(data: dict[str, Any]) -> Iterator[Fault]:
    yield from _head_faults(data)
    for section in ("sources", "clusters", "units", "tables", "councils"):
        table = data.get(section)
        for key in table if isinstance(table, dict) else ():
            if not is_id(key):
                yield Fault("id-malformed", (section, key), {"id": key[:80], "near": slug_hint(key)})
        if section == "units" and isinstance(table, dict) and len(table) > _UNITS:
            yield Fault("too-many-units", (section,), {"most": _UNITS})
        if section == "tables" and isinstance(table, dict):
            if len(table) > _POINT_TABLES:
                yield Fault("too-many-tables", (section,), {"most": _POINT_TABLES})
            for key in table:
                yield from entry_faults(section, PointTable, table[key], (section, key))
        if section == "units" and isinstance(table, dict):
            for key, unit in table.items():
                yield from parent_faults(unit, (section, key, "within"))
        if section == "clusters" and isinstance(table, dict):
            for key, cluster in table.items():
                yield from _member_faults(cluster, (section, key, "members"))
    for section, kind in ENTRIES.items():
        entries = data.get(section)
        if isinstance(entries, list):
            yield from entry_faults(section, kind, entries)
    for section in ("rosters", "successions"):
        entries = data.get(section)
        for index, each in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(each, dict):
                yield from season_id_faults(each.get("season"), (section, index, "season"))
    awards = data.get("awards")
    for index, award in enumerate(awards if isinstance(awards, list) else ()):
        yield from required_before_faults(award, ("awards", index))
    for section, kind in _TABLES.items():
        if section in data:
            yield from entry_faults(section, kind, data[section])


def _head_faults(data: dict[str, Any]) -> Iterator[Fault]:
    if type(data.get("id")) is str and not is_id(data["id"]):
        yield Fault("id-malformed", ("id",), {"id": data["id"][:80], "near": slug_hint(data["id"])})
    extends = data.get("extends")
    if isinstance(extends, dict) and (extends.get("id"), extends.get("in_force")) == (
        data.get("id"),
        data.get("in_force"),
    ):
        yield Fault("extends-itself", ("extends",))
    span = data.get("seasons")
    if not isinstance(span, dict):
        return
    first, last = span.get("first"), span.get("last")
    several = _SEVERAL.fullmatch(first) if type(first) is str and last is None else None
    if several is not None and int(several[2]) - int(several[1]) > 1:
        yield Fault("seasons-in-first", ("seasons", "first"), {"first": several[1], "last": several[2]})
        return
    wrong = [fault for key in ("first", "last") for fault in season_id_faults(span.get(key), ("seasons", key))]
    yield from wrong
    if not wrong and type(first) is str and type(last) is str and _years(last) < _years(first):
        yield Fault("seasons-backwards", ("seasons",), {"first": first, "last": last})


def _years(season: str) -> tuple[str, str]:
    return season[:4], season[-4:]


def _member_faults(cluster: object, path: Path) -> Iterator[Fault]:
    members = cluster.get("members") if isinstance(cluster, dict) else None
    if not isinstance(members, list):
        return
    if not members:
        yield Fault("list-empty", path)
    first: set[str] = set()
    for index, member in enumerate(members):
        if type(member) is str:
            if member in first:
                yield Fault("named-twice", (*path, index), {"name": member[:80]})
            first.add(member)
