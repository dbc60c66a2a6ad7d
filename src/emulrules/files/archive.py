"""An archive: the records that stand in folders and ledgers, found by their ids.

A record is known by its bytes alone, whatever its file is called: the SHA-256 of them is its id. Of a folder, files
that end in `.json` are looked at, witnesses excepted, and no folder inside it. What is named and is a file is a ledger.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from emulrules.errors import EmulrulesError, Fault, FileError
from emulrules.files.canonical import MAX_BYTES, decode, digest
from emulrules.files.deposit import fetch
from emulrules.files.witness import witness_path
from emulrules.value import field, frozen

__all__ = ["Archive", "Filed", "record_files"]

_ENDING: Final = ".json"
_WITNESS: Final = witness_path(Path("-")).name.removeprefix("-")


@frozen
class Filed:
    """What may be a record: the file or ledger that it stands in, what its id would be, and how its bytes are read.

    `of` are its cluster and season where they are known without reading it.
    """

    path: Path
    id: str
    read: Callable[[], bytes] = field(eq=False, repr=False)
    of: tuple[str, str] | None = None


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
    """The records in `places`, folders or ledgers; each file is read once, when the first record is looked for."""

    def __init__(self, places: Sequence[str | os.PathLike[str]]) -> None:
        self._places: Final = tuple(map(Path, places))

    @cached_property
    def _filed(self) -> dict[str, Filed]:
        filed: dict[str, Filed] = {}
        for place in self._places:
            for each in _in_ledger(place) if place.is_file() else _in_folder(place):
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
            if each.of is not None:
                if each.of == (cluster, season):
                    yield each
                continue
            try:
                body = decode(each.read())
            except EmulrulesError:
                continue  # it is no record any more, or never was
            held = body.get("season") if isinstance(body, dict) else None
            if isinstance(held, dict) and (held.get("cluster"), held.get("season")) == (cluster, season):
                yield each


def _in_folder(folder: Path) -> Iterator[Filed]:
    for path in record_files(folder):
        if path.stat().st_size <= MAX_BYTES:
            yield Filed(path, digest(fetch(path)), partial(fetch, path))


def _in_ledger(path: Path) -> Iterator[Filed]:
    from emulrules.files.ledger_file import kept_bytes, reading  # only who names a ledger needs SQLite

    with reading(path) as ledger:
        ledger.check_form()
        entries = ledger.entries()
    for entry in entries:
        yield Filed(path, entry.record, partial(kept_bytes, path, entry.record), (entry.cluster, entry.season))
