"""Source text: the bytes of one file, bounded before they are read, and the text that they write in UTF-8.

A byte order mark is accepted before real content, and so is either kind of line ending. Nothing else is guessed: a file
in UTF-16 or in an older Vietnamese code page is refused, since its letters could be read as others.
"""

import os
from pathlib import Path
from typing import Final

from emulrules.errors import Fault, FileError
from emulrules.files.document import FileRead
from emulrules.files.text import FORBIDDEN, code_point
from emulrules.value import frozen

__all__ = ["SIZE_LIMIT", "SourceText", "read_source"]

SIZE_LIMIT: Final = 1024 * 1024
"""A document that people write is no larger than 1 MiB."""

_TOLD: Final = 20
_MARK: Final = b"\xef\xbb\xbf"
_OFFICE: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF", b"<")
"""What files of word processors, spreadsheets and browsers begin with, whatever their names; no text here does."""


@frozen
class SourceText:
    """What was read: the file by the path that the caller gave, and its text with `\\n` lines."""

    file: FileRead
    text: str

    @property
    def path(self) -> str:
        """The path as the caller gave it."""
        return self.file.path


def read_source(path: str | os.PathLike[str], suffix: str) -> SourceText:
    """The text of the file at `path`, whose name must end in `suffix`.

    Raises `FileError` for what is no such file, too large, empty, not UTF-8, or holds characters that nobody can see.
    """
    where = os.fspath(path)
    if Path(where).suffix.lower() != suffix:
        raise _refusal("file-suffix", where, due=suffix)
    data = _bytes(where)
    text = _decoded(data, where).replace("\r\n", "\n")
    if faults := _unseen(text, where):
        raise FileError(faults)
    return SourceText(FileRead(where, data), text)


def _refusal(code: str, where: str, line: int | None = None, **data: object) -> FileError:
    return FileError(Fault(code, (), data, where, line))


def _bytes(where: str) -> bytes:
    try:
        if os.path.isdir(where):
            raise _refusal("file-is-folder", where)
        if os.path.exists(where) and not os.path.isfile(where):
            raise _refusal("file-not-regular", where)
        with open(where, "rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise _refusal("file-missing", where) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise _refusal("file-unreadable", where, reason=reason) from None
    if len(data) > SIZE_LIMIT:
        raise _refusal("file-too-large", where, most=SIZE_LIMIT)
    return data


def _decoded(data: bytes, where: str) -> str:
    body = data.removeprefix(_MARK)
    if not body.strip():
        raise _refusal("file-empty", where)
    if body.lstrip().startswith(_OFFICE):
        raise _refusal("file-office", where)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise _refusal("file-utf-16", where)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refusal("file-not-utf-8", where, body.count(b"\n", 0, error.start) + 1) from None


def _unseen(text: str, where: str) -> list[Fault]:
    """Characters that no part of a file may hold, comments included; a lone carriage return is one of them."""
    faults: list[Fault] = []
    for match in FORBIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        faults.append(Fault("character-forbidden", (), {"character": code_point(match[0])}, where, line))
        if len(faults) == _TOLD:
            break
    return faults
