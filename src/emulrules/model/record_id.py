"""The id of a record as people copy it from paper: in groups of four digits, and read again however it was typed.

All 64 digits stand on paper. Whoever may choose what is recorded could make two records that agree in the first few
digits, and have one signed in place of the other; in all of them nobody can. So a part of them finds a record, and only
the whole tells that it is the one that was signed. There is no check digit: a slip finds no record, or almost one.
"""

import re
from typing import Final

from emulrules.errors import Fault, FileError

__all__ = ["DIGITS", "GROUP", "LEAST", "grouped", "near", "typed"]

DIGITS: Final = 64
GROUP: Final = 4
LEAST: Final = 16
"""With fewer digits than these, somebody could make another record that begins with them."""

_BETWEEN: Final = re.compile(r"[\s\-‐‑‒–—_.:]+")
_NO_DIGIT: Final = re.compile(r"[^0-9a-f]")
_SLIPS: Final = 2


def grouped(id_: str) -> str:
    """The id in groups, which is one word for a terminal.

    >>> grouped("2ae4fc24fc92a816")
    '2ae4-fc24-fc92-a816'
    """
    return "-".join(id_[start : start + GROUP] for start in range(0, len(id_), GROUP))


def typed(text: str) -> str:
    """The digits of an id, or of its beginning, that somebody typed: blanks, dashes and case do not matter.

    Raises `FileError` for what cannot be one, with the place at which it cannot.

    >>> typed("2AE4 fc24-fc92 a816")
    '2ae4fc24fc92a816'
    """
    digits = _BETWEEN.sub("", text).lower()
    wrong = _NO_DIGIT.search(digits)
    if wrong is not None:
        data = {"letter": wrong[0], "group": wrong.start() // GROUP + 1}
        raise FileError(Fault("id-letter", ("id",), data))
    if len(digits) < LEAST:
        raise FileError(Fault("id-short", ("id",), {"got": len(digits), "least": LEAST}))
    if len(digits) > DIGITS:
        raise FileError(Fault("id-long", ("id",), {"got": len(digits), "most": DIGITS}))
    return digits


def near(digits: str, id_: str) -> int | None:
    """The group of `id_` in which `digits` are mistyped, from 1; None where they are no likely slip for it.

    A slip is a digit or two that are others, two that changed places, one left out or one too many.

    >>> near("2ae4fc24fc92a861", "2ae4fc24fc92a816" + 48 * "0"), near("2ae4fc2fc92a8160", "2ae4fc24fc92a816" + 48 * "0")
    (4, 2)
    """
    others = [place for place, (one, other) in enumerate(zip(digits, id_, strict=False)) if one != other]
    if not others:
        return None
    first = others[0]
    left_out = digits[first:] == id_[first + 1 : len(digits) + 1]
    too_many = digits[first + 1 :] == id_[first : len(digits) - 1]
    return first // GROUP + 1 if len(others) <= _SLIPS or left_out or too_many else None
