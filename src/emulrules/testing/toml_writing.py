"""Seasons and rulesets of the model written out as TOML files, so that what was invented in Python is read as a file.

Every form that the model knows is written, as the converter writes it for records: a new key needs nothing here.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from emulrules.files.converter import unstructure
from emulrules.files.shape import file_key
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.report.quoting import toml, toml_key

__all__ = ["written"]


def written(value: Season | Ruleset, **more: Any) -> str:
    """The file that says `value`; `more` are keys of the top besides those that it has."""
    kind = "ruleset" if isinstance(value, Ruleset) else "season"
    plain = _dated(_cited(unstructure(value)))
    return "\n".join(_document({"format": f"emulrules/{kind}/1", **more, **plain})) + "\n"


def _cited(plain: dict[str, Any]) -> dict[str, Any]:
    """The same with each citation as a source of its own, since a file cites by the ids of its sources."""
    sources: dict[str, str] = {}

    def renamed(part: Any) -> Any:
        if isinstance(part, list):
            return [renamed(each) for each in part]
        if not isinstance(part, dict):
            return part
        changed = {key: renamed(each) for key, each in part.items()}
        if isinstance(part.get("basis"), list):
            changed["basis"] = [sources.setdefault(each, f"nguon-{len(sources) + 1}") for each in part["basis"]]
        return changed

    rules = renamed(plain)
    cited = {id_: {"document": document} for document, id_ in sources.items()}
    return {**rules, "sources": {**rules.get("sources", {}), **cited}}


@cache
def _days() -> frozenset[str]:
    """The keys whose values are days, which a file writes without quotes."""
    found: set[str] = set()
    waiting: list[Any] = [Season, Ruleset]
    for kind in waiting:
        hints = get_type_hints(kind)
        for name, hint in hints.items():
            parts = [hint, *get_args(hint), *(each for part in get_args(hint) for each in get_args(part))]
            if date in parts:
                found.add(file_key(kind, name))
            waiting.extend(part for part in parts if attrs.has(part) and part not in waiting)
    return frozenset(found)


def _dated(part: Any, key: str = "") -> Any:
    if isinstance(part, dict):
        # What is not so is left out, since some tables have no use for the key; a step is taken unless it says so.
        said = {inner: each for inner, each in part.items() if each is not False or inner == "held"}
        return {inner: _dated(each, inner) for inner, each in said.items()}
    if isinstance(part, list):
        return [_dated(each) for each in part]
    return date.fromisoformat(part) if key in _days() and isinstance(part, str) else part


def _document(plain: dict[str, Any]) -> Iterator[str]:
    later: dict[str, Any] = {}
    for key, value in plain.items():
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            later[key] = value
        else:
            yield f"{key} = {_inline(value)}"
    for key, value in later.items():
        if isinstance(value, list):
            for entry in value:
                yield from _section(f"[[{key}]]", entry)
        elif value and all(isinstance(each, dict) for each in value.values()):
            for name, entry in value.items():
                yield from _section(f"[{key}.{toml_key(name)}]", entry)
        else:
            yield from _section(f"[{key}]", value)


def _section(header: str, entry: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield header
    yield from (f"{toml_key(key)} = {_inline(value)}" for key, value in entry.items())


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{toml_key(key)} = {_inline(each)}' for key, each in value.items())} }}"
    return toml(value)
