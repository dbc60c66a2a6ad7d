"""Faults of shape: what cattrs found wrong, told by path, code and data in our own words.

Hooks raise `MismatchError`; cattrs groups what it and they raise. Nothing that cattrs itself says reaches a reader.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import fields
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from emulrules.errors import Fault
from emulrules.files.hints import closest

__all__ = ["FAULTS", "MismatchError", "file_key", "shape_faults", "shown"]

FAULTS: Final = 100
"""So many faults of one kind are told; nobody mends more at once, and a hostile file must not fill the memory."""

_HINTED: Final = 20

_KEYS: Final = {"for_": "for", "from_": "from", "in_": "in"}
_SHOWN: Final = 40

Path = tuple[str | int, ...]


class MismatchError(ValueError):
    """One value that is not what is due; `code` and `data` are those of the fault."""

    def __init__(self, code: str, /, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


def file_key(owner: type, attribute: str) -> str:
    """How a file writes the attribute of `owner`: `for_` as `for`, the id of a season as `season`."""
    if owner.__name__ == "Season" and attribute == "id":
        return "season"
    return _KEYS.get(attribute, attribute)


def shown(value: object) -> str:
    """A value as its file writes it, shortened to what a sentence can hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    if value is None:
        return "null"
    text = str(value)
    text = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return f'"{text}"' if type(value) is str else text


def shape_faults(error: BaseException, root: type | None = None) -> list[Fault]:
    """Every fault in what a converter raised, in the order of the document's keys.

    `root` is the class of a document that people write: a key of it may have slipped into one of its tables.
    """
    return list(_faults(error, (), root))


def _faults(error: BaseException, path: Path, root: type | None) -> Iterator[Fault]:
    if isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for inner, note in noted:
            yield from _faults(inner, (*path, file_key(error.cl, note.name)), root)
        for inner in bare:
            yield from _faults(inner, path, root)
    elif isinstance(error, IterableValidationError):
        for inner, index in error.group_exceptions()[0]:
            yield from _faults(inner, (*path, index.index), root)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error.extra_fields, error.cl, path, root)
    elif isinstance(error, MismatchError):
        yield Fault(error.code, path, error.data)
    elif isinstance(error, KeyError):
        yield Fault("missing-key", path, {"key": path[-1] if path else "-"})
    else:
        raise error  # it is no fault of the document, but our own


def _unknown_keys(keys: Iterable[str], owner: type, path: Path, root: type | None) -> Iterator[Fault]:
    known = [file_key(owner, each.name) for each in fields(owner)]
    above = {file_key(root, each.name) for each in fields(root)} if root and path and root is not owner else set()
    for number, key in enumerate(sorted(keys, key=str)[:FAULTS]):
        data = {"key": key[:_SHOWN], "known": ", ".join(known)}
        if key in above:
            yield Fault("key-of-top", (*path, key), {"key": key})
        elif number < _HINTED and (hint := closest(key, known)) is not None:
            yield Fault("unknown-key-near", (*path, key), {**data, "near": hint})
        else:
            yield Fault("unknown-key", (*path, key), data)
