"""Hints: a fault about a name that is not known here, with the known one that was probably meant.

Such a fault has two codes, since a sentence with a hint is another sentence: `unknown-source-near` names the source
that is most like it, `unknown-source` is said where none is.
"""

from collections.abc import Iterable
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.model.names import near, plain

__all__ = ["closest", "edits", "listing", "unknown"]

_LISTED: Final = 12
_SHOWN: Final = 80


def unknown(code: str, path: Path, name: str, known: Iterable[str], /, **data: object) -> Fault:
    """A fault that says that `name` is none of `known`, with the nearest of them if any is near."""
    found = closest(name, known)
    if found is None:
        return Fault(code, path, {**data, "name": name[:_SHOWN]})
    return Fault(f"{code}-near", path, {**data, "name": name[:_SHOWN], "near": found})


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` is a slip of: a quarter of its letters are others at most, or words at its end.

    What only shares words with a known name, as most offices do, means something else.

    >>> closest("so-y-tê", ["so-y-te"]), closest("so-xay-dung", ["so-lao-dong"]), closest("scores", ["source"])
    ('so-y-te', None, None)
    """
    found = near(name, known)
    if found is None:
        return None
    one, other = plain(name), plain(found)
    if f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-"):
        return found
    return found if edits(one, other) <= max(1, max(len(one), len(other)) // 4) else None


def edits(one: str, other: str) -> int:
    """How many letters are to be put in, taken out, changed, or swapped with the next to make `other` of `one`."""
    rows = [list(range(len(other) + 1))]
    for number, letter in enumerate(one, 1):
        above, row = rows[-1], [number]
        for place, due in enumerate(other, 1):
            least = min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != due))
            if number > 1 and place > 1 and (letter, one[number - 2]) == (other[place - 2], due):
                least = min(least, rows[-2][place - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def listing(known: Iterable[object]) -> str:
    """Known names as a sentence lists them: the first few, in order."""
    names = [str(each) for each in known]
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
