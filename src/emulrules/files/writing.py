"""Writing a text that people keep: whole or not at all, in place of an older one.

Unlike a deposit, what stood there before may be replaced, since a report can always be made again.
"""

import os
import tempfile
from pathlib import Path

from emulrules.errors import Fault, FileError

__all__ = ["write_text"]


def write_text(path: str | Path, text: str) -> None:
    """Writes `text` as UTF-8, with its line ends as they are. Raises `FileError`; what stood there then stays."""
    data = text.encode("utf-8", "surrogateescape")
    try:
        target = Path(path).resolve()
        if target.is_dir():
            raise FileError(Fault("file-is-folder", file=str(path)))
        if target.exists() and not target.is_file():
            # A device or a pipe is written to; putting a file in its place would take it away from everybody else.
            target.write_bytes(data)
            return
        with tempfile.TemporaryDirectory(prefix=".writing-", dir=target.parent) as folder:
            part = Path(folder, "part")
            with part.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unwritable", data={"reason": reason}, file=str(path))) from error
