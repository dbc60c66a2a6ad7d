"""Makes the JSON Schemas that the library ships: `python -m schema_making` in this folder writes them anew.

What a key holds follows from the classes of the model, as the converter reads them; what it means, and which texts are
ids, from the tables of docs/*-format.md; what goes with what, from `schema_rules`.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import UnionType
from typing import Any, Final, Literal, get_args, get_origin

import attrs
from format_pages import PAGES, Key, keys
from schema_rules import BOUNDS, LISTS, MOST, ONCE, RULES, count

import emulrules
from emulrules.files.council import COUNCIL_FORMAT
from emulrules.files.ruleset import RULESET_FORMAT
from emulrules.files.season import SEASON_FORMAT
from emulrules.files.shape import file_key
from emulrules.files.text import BLANKS, NAME_LIMIT, PROSE, PROSE_LIMIT
from emulrules.model.cell import Cell, Mark
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Former, Season
from emulrules.model.sitting import Sitting
from emulrules.model.succession import Succession
from emulrules.model.table import Table

FOLDER: Final = Path(emulrules.__file__).parent / "schemas"

Schema = dict[str, Any]

ROOTS: Final[dict[str, tuple[type, str]]] = {
    "season": (Season, SEASON_FORMAT),
    "ruleset": (Ruleset, RULESET_FORMAT),
    "council": (Sitting, COUNCIL_FORMAT),
}

# What a season says of its own has fewer keys than what rules say.
OWN: Final = {
    Criterion: ("SignedCriterion", ("table", "frame", "final")),
    Succession: ("BroughtSuccession", ("cluster", "carries", "season", "final")),
}

_ID: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_FILLED: Final = f"(?!(?:{'|'.join(sorted(map(re.escape, BLANKS)))})$)"
_NUMERAL: Final = r"(?:[0-9]+(?:\.[0-9]+)?%?|[0-9]+/0*[1-9][0-9]*)"
_NOT_ZERO: Final = r"(?!0+(?:\.0+)?%?$|0+/)"
# Which of two numbers is greater no pattern sees: a share that is written as a fraction stays with the reader.
_BELOW_ONE: Final = r"0+(?:\.[0-9]+)?|0*[0-9]{1,2}(?:\.[0-9]+)?%"
_ALL: Final = r"0*1(?:\.0+)?|0*100(?:\.0+)?%"
_FRACTION: Final = "[0-9]+/0*[1-9][0-9]*"
_SEASON: Final = {"type": "string", "pattern": "^[0-9]{4}(?:-[0-9]{4})?$"}
_RECORD: Final = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

SHARED: Final[dict[str, Schema]] = {
    "id": {"type": "string", "pattern": f"^{_ID}$", "maxLength": 200},
    "name": {"type": "string", "pattern": f"^{_FILLED}(?! )[^\\n\\t]*[^ \\n\\t]$", "maxLength": NAME_LIMIT},
    "prose": {"type": "string", "pattern": f"^{_FILLED}(?=.*\\S)[^\\n\\t]*$", "maxLength": PROSE_LIMIT},
    "season": _SEASON,
    "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "measure": {"type": ["integer", "string"], "pattern": f"^-?{_NUMERAL}$"},
    "amount": {"type": ["integer", "string"], "minimum": 0, "pattern": f"^{_NUMERAL}$"},
    "positive": {
        "type": ["integer", "string"],
        "exclusiveMinimum": 0,
        "pattern": f"^{_NOT_ZERO}{_NUMERAL}$",
    },
    "negative": {
        "type": ["integer", "string"],
        "exclusiveMaximum": 0,
        "pattern": f"^-{_NOT_ZERO}{_NUMERAL}$",
    },
    # Of what is a part of something, all may be asked, and more than all may not.
    "share": {
        "type": ["integer", "string"],
        "exclusiveMinimum": 0,
        "maximum": 1,
        "pattern": f"^{_NOT_ZERO}(?:{_BELOW_ONE}|{_ALL}|{_FRACTION})$",
    },
    "exceeded": {
        "type": ["integer", "string"],
        "minimum": 0,
        "exclusiveMaximum": 1,
        "pattern": f"^(?:{_BELOW_ONE}|{_FRACTION})$",
    },
    # 1.250 would be one and a quarter here, and 1250 to whoever writes thousands with a point.
    "figure": {"type": ["integer", "string"], "pattern": f"^(?![1-9][0-9]{{0,2}}\\.[0-9]{{3}}$)-?{_NUMERAL}$"},
    "count": count(0),
    "basis": {
        "anyOf": [
            {"type": "string", "pattern": f"^{_ID}(?: .*)?$"},
            {"type": "array", "items": {"type": "string", "pattern": f"^{_ID}(?: .*)?$"}, "minItems": 1},
        ]
    },
    "score": {
        "anyOf": [
            {"$ref": "#/$defs/measure"},
            {"enum": [mark.value for mark in Mark]},
            {"$ref": "#/$defs/Ratio"},
            {"$ref": "#/$defs/Net"},
            {"type": "array", "items": {"$ref": "#/$defs/name"}, "uniqueItems": True},
        ]
    },
    "cell": {
        "anyOf": [
            {"$ref": "#/$defs/score"},
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"not": {"enum": ["actual", "plan", "plus", "minus"]}},
                "additionalProperties": {"$ref": "#/$defs/score"},
            },
        ]
    },
}


def schema(name: str) -> Schema:
    """The schema of the file `season`, `ruleset` or `council`."""
    root, form = ROOTS[name]
    made = _object(root, own=root is Season)
    made["properties"] = {"format": {"const": form}, **made["properties"]}
    made["required"] = ["format", *made["required"]]
    shapes: dict[str, Schema] = {}
    _gather(made, shapes)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form,
        **made,
        "$defs": dict(sorted(shapes.items())),
    }


def text(name: str) -> str:
    """The same as the file that is shipped."""
    return json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"


def _gather(part: Any, shapes: dict[str, Schema]) -> None:
    """Every shape that `part` refers to, with all that these refer to."""
    if isinstance(part, dict):
        reference = part.get("$ref")
        if isinstance(reference, str) and (name := reference.rpartition("/")[2]) not in shapes:
            shapes[name] = SHARED[name] if name in SHARED else _named(name)
            _gather(shapes[name], shapes)
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _gather(each, shapes)


def _named(name: str) -> Schema:
    for kind, (own, _) in OWN.items():
        if own == name:
            return _object(kind, own=True)
    return _object(PAGES[name][0])


def _object(kind: Any, *, own: bool = False) -> Schema:
    """The table that writes a value of the class `kind`; one of a season's `own` has fewer keys."""
    _, page, heading, _ = PAGES[kind.__name__]
    rows = {row.name: row for row in keys(page, heading)}
    left_out = OWN[kind][1] if own and kind in OWN else ()
    properties: Schema = {}
    required: list[str] = []
    for attribute in attrs.fields(kind):
        key = file_key(kind, attribute.name)
        if key in left_out:
            continue
        properties[key] = {**_described(rows[key]), **_key(kind, key, attribute.type, rows[key], own=own)}
        if attribute.default is attrs.NOTHING:
            required.append(key)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False} | (
        {"allOf": RULES[kind]} if kind in RULES else {}
    )


def _described(row: Key) -> Schema:
    """What the page says of a key, without the marks and links of Markdown."""
    general = {each.name: each for each in keys("ruleset", "Every rule")}
    meaning = row.meaning or (general[row.name].meaning if row.name in general else "")
    meaning = re.sub(r",? ?\[(?:below|above)\]\([^)]*\)", "", meaning)
    meaning = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", meaning).replace("`", "").replace("**", "")
    return {"description": meaning} if meaning else {}


def _key(kind: type, key: str, held: Any, row: Key, *, own: bool) -> Schema:
    """What a key holds: what the reader makes of it by itself, where no class of the model says so."""
    where = (kind.__name__, key)
    if key == "basis":
        return _ref("basis")
    if where in (("Season", "season"), ("Sitting", "season")) or where in _SEASONS:
        return _ref("season")
    if where == ("Cited", "record"):
        return _RECORD
    if where == ("Season", "scores"):
        rows: Schema = {"type": "object", "additionalProperties": {"$ref": "#/$defs/cell"}}
        return {"anyOf": [{"type": "object", "additionalProperties": rows}, _ref("name")]}
    if where == ("UndefinedRule", "what"):
        return BOUNDS[where]
    made = _type(held, where, row, own=own)
    return {**made, **MOST.get(where, {}), **({"minItems": 1} if where in LISTS else {})}


_SEASONS: Final = {("Span", "first"), ("Span", "last"), ("Succession", "season"), ("DatedRoster", "season")}


def _type(held: Any, where: tuple[str, str], row: Key, *, own: bool) -> Schema:
    """The values of a type, as the converter reads them from TOML."""
    if held == Cell:
        return _ref("cell")
    if get_origin(held) is UnionType or type(None) in get_args(held):
        [held] = [part for part in get_args(held) if part is not type(None)]
        return _type(held, where, row, own=own)
    if get_origin(held) is Literal:
        return {"enum": list(get_args(held))}
    if get_origin(held) is tuple:
        return _list(get_args(held), where, row, own=own)
    if get_origin(held) is Table:
        return _table(get_args(held)[1], where, row, own=own)
    if attrs.has(held):
        return _ref(OWN[held][0] if own and held in OWN else held.__name__)
    return _leaf(held, where, row)


def _leaf(held: Any, where: tuple[str, str], row: Key) -> Schema:
    if where in BOUNDS:
        return BOUNDS[where]
    if held is str:
        return _ref(
            "prose" if where[1] in PROSE else "id" if re.match(r"(list of |table of )?ids?\b", row.type) else "name"
        )
    if held is Fraction:
        return _ref("figure" if where[0] == "Ratio" else "share" if row.type.startswith("share") else "measure")
    return {int: _ref("count"), date: _ref("day"), bool: {"type": "boolean"}}[held]


def _list(parts: tuple[Any, ...], where: tuple[str, str], row: Key, *, own: bool) -> Schema:
    items = _type(parts[0], where, row, own=own)
    if parts[-1] is not Ellipsis:
        return {
            "type": "array",
            "prefixItems": [items] * len(parts),
            "items": False,
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    once = {"uniqueItems": True} if where in ONCE else {}
    return {"type": "array", "items": items, "maxItems": 2_000, **once}


def _table(part: Any, where: tuple[str, str], row: Key, *, own: bool) -> Schema:
    """Keys are ids, save where the year or a unit by any of its names stands."""
    names: Schema = _ref("name" if where in _BY_UNIT else "id")
    if part is Former:
        return {"type": "object", "propertyNames": _ref("season"), "additionalProperties": _RECORD}
    items = _type(part, where, row, own=own)
    return {"type": "object", "propertyNames": names, "additionalProperties": items, "maxProperties": 2_000}


_BY_UNIT: Final = {("Season", "units"), ("Act", "votes"), ("Act", "places")}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def written() -> Iterator[Path]:
    """Writes every schema, and gives the files."""
    FOLDER.mkdir(exist_ok=True)
    for name in ROOTS:
        path = FOLDER / f"{name}.json"
        path.write_text(text(name), encoding="utf-8")
        yield path


if __name__ == "__main__":
    for made in written():
        print(made)
