"""The chain: the records of a folder, each replayed, and each other record that one of them names looked for.

1. Every former id that a record names is that of a record in the folder, of the season under which it is named, earlier
   than the record's own, and of the same cluster.
2. What the record says that it took from there is what can be taken from there.
3. Both hold likewise of the records that a council reviewed.

A chain that breaks anywhere is bad as a whole; otherwise the worst verdict on a record is that on the folder.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from emulrules.errors import Fault, FileError, RecordError, SeasonError
from emulrules.files.archive import record_files
from emulrules.files.deposit import fetch
from emulrules.files.former import extract, former_faults
from emulrules.files.record import Record, parse_record
from emulrules.model.review import Reviewed
from emulrules.reviewed import extract as read_for_council
from emulrules.value import frozen
from emulrules.verdicts import Level, Status, Verdict, replay

__all__ = ["Link", "links", "worst"]


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
    """The records of a folder as far as they can be read, by id."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.by_path: Final[dict[Path, Record]] = {}
        for path in paths:
            try:
                self.by_path[path] = parse_record(fetch(path))
            except RecordError:
                continue  # the verdict on the file says what is wrong with it
        self._by_id = {record.id: record for record in self.by_path.values()}

    def faults(self, record: Record) -> Iterator[Fault]:
        """What is wrong with the records that one names: former ones, and those that a council reviewed."""
        yield from self._former(record)
        for number, each in enumerate(record.decision.reviewed):
            path, data = ("reviewed", number), {"record": each.record, "season": record.decision.season.id}
            named = self._by_id.get(each.record)
            if named is None:
                yield Fault("chain-missing", path, data)
            elif not _is_reviewed(named, each):
                yield Fault("chain-differs", path, data)

    def _former(self, record: Record) -> Iterator[Fault]:
        season = record.decision.season
        for id_, former in season.former.items():
            path, data = ("season", "former", id_), {"record": former.record, "season": id_}
            named = self._by_id.get(former.record)
            if named is None:
                yield Fault("chain-missing", path, data)
                continue
            wrong = [Fault(fault.code, path, fault.data) for fault in former_faults(season, id_, named.decision)]
            yield from wrong
            if not wrong and former != extract(named.decision, former.record):
                yield Fault("chain-differs", path, data)


def _is_reviewed(named: Record, each: Reviewed) -> bool:
    """Whether a council read this of the record that it names."""
    try:
        return read_for_council(named) == each
    except SeasonError:
        return False


def links(folder: str | Path, level: Level = "recompute") -> tuple[int, Iterator[Link]]:
    """How many records the folder holds, and each of them in the order of the names, checked when it is asked for.

    Raises `FileError` where there is no such folder, or no record in it.
    """
    paths = record_files(folder)
    if not paths:
        raise FileError(Fault("chain-empty", file=str(folder)))
    return len(paths), _links(paths, level)


def _links(paths: Sequence[Path], level: Level) -> Iterator[Link]:
    held = _Folder(paths)
    for path in paths:
        record = held.by_path.get(path)
        verdict = replay(path, level)
        if record is None:
            yield Link(path, verdict)
        else:
            faults = tuple(fault.at(str(path), None) for fault in held.faults(record))
            named = len(record.decision.season.former) + len(record.decision.reviewed)
            yield Link(path, verdict, named, faults)


def worst(statuses: Sequence[Status]) -> Status:
    """The status of a folder: a bad chain, or the worst of the verdicts."""
    return Status.BAD_CHAIN if Status.BAD_CHAIN in statuses else max(statuses)
