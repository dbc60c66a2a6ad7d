"""Advice: how a value that has another shape than is due may be written, as far as that can be told from it."""

import re
from datetime import date
from typing import Any, Final, Literal, get_origin

import attrs

from emulrules.files.shape import file_key, shown

__all__ = ["as_day", "as_list", "as_table"]

_ROW: Final = re.compile(r"\s*([0-9]+)\s*[-–]\s*([0-9]+)\s*")
_LONGEST: Final = 200


def as_list(value: object, part: Any) -> str:
    """The list of parts of the type `part` that was probably meant; text with commas is several of them.

    >>> as_list("a, b", str), as_list("1-5", int), as_list(1, int), as_list("a", date)
    ('["a", "b"]', '[1, 5]', '[1]', '[ … ]')
    """
    if type(value) is int and part is int:
        return f"[{value}]"
    if type(value) is not str or len(value) > _LONGEST:
        return "[ … ]"
    if part is int and (row := _ROW.fullmatch(value)) is not None:
        return f"[{row[1]}, {row[2]}]"
    if part is str or get_origin(part) is Literal:
        return "[" + ", ".join(shown(each.strip()) for each in value.split(",")) + "]"
    return "[ … ]"


def as_table(kind: Any) -> str:
    """A table with the keys that the class `kind` needs, or the first that it may have.

    >>> from emulrules.model.headship import Seat
    >>> as_table(Seat)
    '{ seat = … }'
    """
    fields = attrs.fields(kind)
    needed = [each for each in fields if each.default is attrs.NOTHING and each.name not in ("basis", "trust")]
    return "{ " + ", ".join(f"{file_key(kind, each.name)} = …" for each in needed or fields[:1]) + " }"


def as_day(value: object) -> str:
    """The day that a text writes, otherwise one to be like.

    >>> as_day("2025-01-01"), as_day("nay")
    ('2025-01-01', '2023-01-10')
    """
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return "2023-01-10"
