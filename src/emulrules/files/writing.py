"""Writing a text that people keep: whole or not at all, in place of an older one.

Unlike a deposit, what stood there before may be replaced, since a report can always be made again.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from emulrules.errors import Fault, FileError

__all__ = ["write_text", "written"]


def write_text(path: str | Path, text: str) -> None:
    """Writes `text` as UTF-8, with its line ends as they are. Raises `FileError`; what stood there then stays."""
    with written(path, text):
        pass


@contextmanager
def written(path: str | Path, text: str) -> Iterator[None]:
    """Writes `text` as `write_text` does once the block ends well; a fault in the block leaves no trace of it.

    What can be found out about the file is found out before the block begins.
    """
    data = text.encode("utf-8", "surrogateescape")
    with _told(path):
        target = Path(path).resolve()
        if target.is_dir():
            raise FileError(Fault("file-is-folder", file=str(path)))
        # A device or a pipe is written to; putting a file in its place would take it away from everybody else.
        special = target.exists() and not target.is_file()
        folder = None if special else tempfile.TemporaryDirectory(prefix=".writing-", dir=target.parent)
    if folder is None:
        yield
        with _told(path):
            target.write_bytes(data)
        return
    with folder as name:
        part = Path(name, "part")
        with _told(path), part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield
        with _told(path):
            part.replace(target)


@contextmanager
def _told(path: str | Path) -> Iterator[None]:
    """Whatever the system refuses is told as a refusal of that file."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unwritable", data={"reason": reason}, file=str(path))) from error
