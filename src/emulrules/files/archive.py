"""An archive: the records that stand in folders, found by their ids.

A record is known by its bytes alone, whatever its file is called: the SHA-256 of them is its id. Files that end in
`.json` are looked at, witnesses excepted, and no folder inside a folder.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from emulrules.errors import EmulrulesError, Fault, FileError
from emulrules.files.canonical import MAX_BYTES, decode, digest
from emulrules.files.deposit import fetch
from emulrules.files.witness import witness_path
from emulrules.value import frozen

__all__ = ["Archive", "Filed", "record_files"]

_ENDING: Final = ".json"
_WITNESS: Final = witness_path(Path("-")).name.removeprefix("-")


@frozen
class Filed:
    """A file that may be a record: where it stands, and what its id would be."""

    path: Path
    id: str


def record_files(folder: str | os.PathLike[str]) -> list[Path]:
    """The files of a folder that may be records, by name.

    Raises `FileError` if there is no such folder, or it cannot be read.
    """
    where = Path(folder)
    try:
        names = sorted(os.listdir(where))
    except FileNotFoundError:
        raise FileError(Fault("folder-missing", (), {}, str(where))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unreadable", (), {"reason": reason}, str(where))) from None
    found = (where / name for name in names if name.endswith(_ENDING) and not name.endswith(_WITNESS))
    return [path for path in found if path.is_file()]


class Archive:
    """The records in `folders`; each file is read once, when the first record is looked for."""

    def __init__(self, folders: Sequence[str | os.PathLike[str]]) -> None:
        self._folders: Final = tuple(folders)

    @cached_property
    def _filed(self) -> dict[str, Filed]:
        filed: dict[str, Filed] = {}
        for path in (path for folder in self._folders for path in record_files(folder)):
            if path.stat().st_size <= MAX_BYTES:
                each = Filed(path, digest(fetch(path)))
                filed.setdefault(each.id, each)
        return filed

    def find(self, id: str) -> Filed | None:
        """The record of that id, None where no file has it."""
        return self._filed.get(id)

    def all(self) -> tuple[Filed, ...]:
        """Every file that may be a record, one of those that have the same id, by id."""
        return tuple(self._filed[id_] for id_ in sorted(self._filed))

    def of_season(self, cluster: str, season: str) -> Iterator[Filed]:
        """The records of that season of that cluster, as far as their bytes still tell: an altered one among them."""
        for each in self._filed.values():
            try:
                body = decode(fetch(each.path))
            except EmulrulesError:
                continue  # it is no record any more, or never was
            held = body.get("season") if isinstance(body, dict) else None
            if isinstance(held, dict) and (held.get("cluster"), held.get("season")) == (cluster, season):
                yield each
