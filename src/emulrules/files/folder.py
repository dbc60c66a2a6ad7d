"""A new folder with files in it, which appears whole or not at all, and never in place of another."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from emulrules.errors import Fault, FileError

__all__ = ["make_folder"]


def make_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Makes the folder `target` with `files` by their paths inside it.

    The folders that it is to stand in are made, where they are missing. Raises `FileError` if anything stands there
    already, or if it cannot be written; then nothing is there that was not there before.
    """
    if os.path.lexists(target):
        raise FileError(Fault("folder-exists", data={"name": target.name}, file=str(target)))
    missing = [folder for folder in target.parents if not os.path.lexists(folder)]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # It is filled where it will stand, since only there can it be moved in one go.
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent) as beside:
            whole = Path(beside, target.name)
            for path, data in files.items():
                part = whole / path
                part.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(data)
            whole.rename(target)
    except OSError as error:
        for folder in missing:
            with suppress(OSError):  # somebody else may have put something there meanwhile
                folder.rmdir()
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise FileError(Fault("file-unwritable", data={"reason": reason}, file=str(target))) from error
