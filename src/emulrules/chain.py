"""The chain: the records of a folder, each replayed, and each other record that one of them names looked for.

1. Every former id that a record names is that of a record in the folder, of the season under which it is named, earlier
   than the record's own, and of the same cluster.
2. What the record says that it took from there is what can be taken from there.
3. Both hold likewise of the records that a council reviewed.

A chain that breaks anywhere is bad as a whole; otherwise the worst verdict on a record is that on the folder.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from emulrules.errors import Fault, FileError, RecordError, SeasonError
from emulrules.files.archive import Archive, record_files
from emulrules.files.deposit import fetch
from emulrules.files.former import extract, former_faults
from emulrules.files.record import Record, parse_record
from emulrules.model.review import Reviewed
from emulrules.reviewed import extract as read_for_council
from emulrules.value import frozen
from emulrules.verdicts import Level, Status, Verdict, replay

__all__ = ["Link", "links", "named_faults", "worst"]

_LAST: Final = 64
"""So many of the records that others name are kept at hand: those of one cluster stand beside one another."""

_PIECE: Final = 16
"""So many records are given to a process at once."""

# What another record is named under, in the bytes of the record that names it.
_NAMING: Final = (b'"former":{', b'"reviewed":[')


@frozen
class Link:
    """A record of the folder: its file, the verdict on it alone, and what is wrong with the others that it names.

    `named` is how many it names.
    """

    path: Path
    verdict: Verdict
    named: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def status(self) -> Status:
        """Bad where the chain breaks here, otherwise that of the verdict."""
        return Status.BAD_CHAIN if self.faults else self.verdict.status


class _Folder:
    """The records of a folder, and each replayed beside the others."""

    def __init__(self, folder: Path) -> None:
        self._archive: Final = Archive([folder])

    def link(self, path: Path, level: Level) -> Link:
        """The record in the file at `path`, and what it names."""
        verdict = replay(path, level)
        record = _read(path) if verdict.record is not None and _names(fetch(path)) else None
        if record is None:
            return Link(path, verdict)
        faults = tuple(fault.at(str(path), None) for fault in named_faults(record, self._named))
        return Link(path, verdict, len(record.decision.season.former) + len(record.decision.reviewed), faults)

    def _named(self, id_: str) -> Record | None:
        """The record of that id, None where the folder has none that can be read."""
        filed = self._archive.find(id_)
        return None if filed is None else _read(filed.path)


def named_faults(record: Record, find: Callable[[str], Record | None]) -> Iterator[Fault]:
    """What is wrong with the records that one names, each looked for by `find`: former ones, and those reviewed."""
    yield from _former_faults(record, find)
    for number, each in enumerate(record.decision.reviewed):
        path, data = ("reviewed", number), {"record": each.record, "season": record.decision.season.id}
        named = find(each.record)
        if named is None:
            yield Fault("chain-missing", path, data)
        elif not _is_reviewed(named, each):
            yield Fault("chain-differs", path, data)


def _former_faults(record: Record, find: Callable[[str], Record | None]) -> Iterator[Fault]:
    season = record.decision.season
    for id_, former in season.former.items():
        path, data = ("season", "former", id_), {"record": former.record, "season": id_}
        named = find(former.record)
        if named is None:
            yield Fault("chain-missing", path, data)
            continue
        wrong = [Fault(fault.code, path, fault.data) for fault in former_faults(season, id_, named.decision)]
        yield from wrong
        if not wrong and former != extract(named.decision, former.record):
            yield Fault("chain-differs", path, data)


def _names(data: bytes) -> bool:
    """Whether a record may name others; most name none, and need not be looked through for them."""
    return any(naming in data for naming in _NAMING)


@lru_cache(_LAST)
def _read(path: Path) -> Record | None:
    try:
        return parse_record(fetch(path))
    except RecordError:
        return None  # the verdict on the file says what is wrong with it


def _is_reviewed(named: Record, each: Reviewed) -> bool:
    """Whether a council read this of the record that it names."""
    try:
        return read_for_council(named) == each
    except SeasonError:
        return False


def links(folder: str | Path, level: Level = "recompute", processes: int = 1) -> tuple[int, Iterator[Link]]:
    """How many records the folder holds, and each of them in the order of the names, checked when it is asked for.

    With several `processes` they are checked there, ahead of who asks; a program that wants them must begin under
    `if __name__ == "__main__"`. Raises `FileError` where there is no such folder, or no record in it.
    """
    paths = record_files(folder)
    if not paths:
        raise FileError(Fault("chain-empty", file=str(folder)))
    return len(paths), _links(paths, level, processes)


def _links(paths: Sequence[Path], level: Level, processes: int) -> Iterator[Link]:
    _read.cache_clear()  # a file may have changed since a folder was looked through the last time
    held = _Folder(paths[0].parent)
    if processes == 1:
        yield from (held.link(path, level) for path in paths)
        return
    # Started anew rather than copied, so that it is the same on every system, whatever else runs in this process.
    piece = max(1, min(_PIECE, len(paths) // (2 * processes)))
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(_linked, paths, repeat(level), chunksize=piece)


def _linked(path: Path, level: Level) -> Link:
    """What a process of its own says of a record; it looks through the folder when the first record names others."""
    return _opened(path.parent).link(path, level)


@lru_cache(1)
def _opened(folder: Path) -> _Folder:
    return _Folder(folder)


def worst(statuses: Sequence[Status]) -> Status:
    """The status of a folder: a bad chain, or the worst of the verdicts."""
    return Status.BAD_CHAIN if Status.BAD_CHAIN in statuses else max(statuses)
