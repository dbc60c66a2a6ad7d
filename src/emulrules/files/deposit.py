"""A deposit: new files that appear whole and together, and never in place of others; and fetching one again."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from emulrules.errors import Fault, FileError
from emulrules.files.canonical import MAX_BYTES

__all__ = ["deposit", "fetch"]


def deposit(files: Mapping[Path, bytes]) -> None:
    """Writes files that do not exist yet, all into one folder.

    Raises `FileError` if one exists or cannot be written; then none of them is there, nor anything else that was not
    there before. What was written has reached the disk when this returns.
    """
    target = next(iter(files))
    try:
        # The parts lie in the folder where they will stand, since only there can they be moved in one go.
        with ExitStack() as undo:
            with tempfile.TemporaryDirectory(prefix=".deposit-", dir=target.parent) as folder:
                for number, (target, data) in enumerate(files.items()):
                    part = Path(folder, str(number))
                    _write(part, data)
                    _place(part, target)
                    undo.callback(_remove, target)
            _sync_folder(target.parent)
            undo.pop_all()
    except FileExistsError as error:
        raise FileError(Fault("file-exists", data={"name": target.name}, file=str(target))) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise FileError(Fault("file-unwritable", data={"reason": reason}, file=str(target))) from error


def fetch(path: Path) -> bytes:
    """The bytes of a deposited file, of one that is too large no more than show that. Raises `FileError`."""
    try:
        if path.is_dir():
            raise FileError(Fault("file-is-folder", file=str(path)))
        if path.exists() and not path.is_file():
            raise FileError(Fault("file-not-regular", file=str(path)))
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(Fault("file-missing", file=str(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unreadable", data={"reason": reason}, file=str(path))) from None


def _remove(target: Path) -> None:
    with suppress(OSError):
        target.unlink()


def _write(part: Path, data: bytes) -> None:
    with part.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _place(part: Path, target: Path) -> None:
    try:
        # A link never replaces: of two writers at once, one is refused.
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        # The disk knows no links (FAT). The gap between looking and moving is the best that it allows.
        if target.exists():
            raise FileExistsError(target) from None
        part.replace(target)


def _sync_folder(folder: Path) -> None:
    """Makes the new names themselves durable, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
