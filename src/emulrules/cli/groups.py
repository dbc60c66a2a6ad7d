"""Ids as people copy them by hand: in groups of four characters, and whole again."""

import re
from typing import Final

__all__ = ["grouped", "whole"]

_ID: Final = re.compile(r"[0-9a-f]{64}")


def grouped(id: str) -> str:
    """The id in groups, which is one word for a terminal.

    >>> grouped("0123456789abcdef")
    '0123-4567-89ab-cdef'
    """
    return "-".join(id[start : start + 4] for start in range(0, len(id), 4))


def whole(typed: str) -> str | None:
    """The id that somebody typed, with blanks, hyphens and large letters or without; None where it is no whole id.

    >>> whole("0123-4567 89AB CDEF " * 4) == "0123456789abcdef" * 4, whole("0123 4567")
    (True, None)
    """
    id_ = re.sub(r"[\s-]", "", typed).lower()
    return id_ if _ID.fullmatch(id_) else None
