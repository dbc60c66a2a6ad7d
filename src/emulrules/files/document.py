"""A document: the value that a file holds, and where in which file each part of it stands.

The value knows nothing of files. Whoever finds fault with it names the path inside the document; the document turns the
path into a file and a line.
"""

from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVar

from emulrules.errors import EmulrulesError, Fault
from emulrules.value import field, frozen

__all__ = ["Document", "FileRead", "Path", "ordered"]

T = TypeVar("T")
E = TypeVar("E", bound=EmulrulesError)

Path = tuple[str | int, ...]

_FAULTS: Final = 200


def _as_it_is(fault: Fault) -> Fault:
    return fault


@frozen
class FileRead:
    """One file that was read: its path as given, and its bytes."""

    path: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes in hexadecimal."""
        from hashlib import sha256  # only a record needs it

        return sha256(self.data).hexdigest()


@frozen
class Document(Generic[T]):
    """A value with its places. `files` are all that it was read from, its own file first.

    `restate` puts a fault into the words of how the document is written, such as a row of a sheet for its cells.
    """

    value: T
    files: tuple[FileRead, ...]
    find: Callable[[Path], tuple[str, int]] = field(eq=False, repr=False)
    restate: Callable[[Fault], Fault] = field(default=_as_it_is, eq=False, repr=False)

    @property
    def path(self) -> str:
        """The path of its own file, as the caller gave it."""
        return self.files[0].path

    @property
    def digest(self) -> str:
        """SHA-256 of its own file's bytes in hexadecimal."""
        return self.files[0].digest

    def place(self, path: Path) -> tuple[str, int]:
        """File and line of the longest part of `path` that is written down; line 1 for the document itself."""
        return self.find(path)

    def locate(self, fault: Fault) -> Fault:
        """The fault with its file and line; one that has a file already stays as it is."""
        restated = fault if fault.file is not None else self.restate(fault)
        return restated if restated.file is not None else restated.at(*self.find(restated.path))

    def located(self, error: E) -> E:
        """The same refusal with every fault in its place, in the order of the files."""
        return type(error)(ordered(self.locate(fault) for fault in error.faults))


def ordered(faults: Iterable[Fault]) -> list[Fault]:
    """Faults as they stand in their files, each once; of more than anybody mends at once, only how many."""
    unique: dict[object, Fault] = {}
    for fault in faults:
        # What reads alike on one line is one thing to mend, wherever inside that line it stands.
        place = fault.path if fault.line is None else fault.line
        unique.setdefault((fault.file, place, fault.code, str(dict(fault.data))), fault)
    told = sorted(unique.values(), key=lambda fault: (fault.file or "", fault.line or 0))
    if len(told) <= _FAULTS:
        return told
    return [*told[:_FAULTS], Fault("more-faults", (), {"count": len(told) - _FAULTS}, told[0].file)]
