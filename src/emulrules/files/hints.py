"""Hints: a fault about a name that is not known here, with the known one that was probably meant.

Such a fault has two codes, since a sentence with a hint is another sentence: `unknown-source-near` names the source
that is most like it, `unknown-source` is said where none is.
"""

from collections.abc import Iterable
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.model.names import near

__all__ = ["listing", "unknown"]

_LISTED: Final = 12
_SHOWN: Final = 80


def unknown(code: str, path: Path, name: str, known: Iterable[str], /, **data: object) -> Fault:
    """A fault that says that `name` is none of `known`, with the nearest of them if any is near."""
    found = near(name, known)
    if found is None:
        return Fault(code, path, {**data, "name": name[:_SHOWN]})
    return Fault(f"{code}-near", path, {**data, "name": name[:_SHOWN], "near": found})


def listing(known: Iterable[object]) -> str:
    """Known names as a sentence lists them: the first few, in order."""
    names = [str(each) for each in known]
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
