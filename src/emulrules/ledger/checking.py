"""Checking a ledger: its form and pages, every entry, every record in it, an old head and files that must agree.

1. The file is a ledger of this version, with its tables, triggers and settings, and SQLite finds its pages sound.
2. Each entry is the one that follows: row, row before of its cluster, what it supersedes, digest.
3. Each record has the bytes of its id, is of the entry's cluster and season, builds on records before it, and gets its
   own verdict.
4. An old head lies on the chain. Files of the records give the same entries.

A file that is damaged, or a chain that is broken, is bad whatever else is found; then comes the head, then the worst
verdict on a record, then the files.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from emulrules.errors import Fault, LedgerError, RecordError
from emulrules.files.canonical import digest
from emulrules.files.ledger_file import LedgerFile, reading
from emulrules.files.record import parse_record
from emulrules.ledger.chaining import Chain
from emulrules.ledger.named import building_faults
from emulrules.ledger.rebuilding import file_faults
from emulrules.model.entry import Entry
from emulrules.model.table import Table
from emulrules.value import field, frozen
from emulrules.verdicts import Level, Status, examine
from emulrules.wording import say

__all__ = ["Checked", "verify"]

_UNCHECKED: Final = frozenset({"ledger-busy", "ledger-unfinished", "ledger-sqlite"})
"""Why nothing could be said of a ledger at all; these are no verdict."""


@frozen
class Checked:
    """What was found: `status` for programs, `code` and `sentence` for people, and what is wrong, if anything.

    `count` and `head` are those of the ledger as far as it could be read.
    """

    status: Status
    code: str
    level: Level
    count: int = 0
    head: str | None = None
    faults: tuple[Fault, ...] = ()
    data: Mapping[str, object] = field(factory=Table)

    @property
    def matches(self) -> bool:
        """Whether everything that was to be checked was checked and is in order."""
        return self.status is Status.MATCH

    def sentence(self, language: str = "en") -> str:
        """The verdict in one sentence."""
        return say(self.code, language, **self.data)


def verify(
    path: str | Path, level: Level = "recompute", *, head: str | None = None, records: str | Path | None = None
) -> Checked:
    """The verdict on the ledger at `path`: on its file, its chain, and at `level` on each of its records.

    `head` is an old head that must lie on the chain, `records` a folder whose records must be those of the ledger.
    Raises `FileError` where a file cannot be read at all, and `LedgerError` where nothing can be said now: another
    writer holds the ledger, or an append was broken off and not undone yet.
    """
    try:
        with reading(Path(path)) as ledger:
            return _Checking(ledger, str(path), level).verdict(head, records)
    except LedgerError as error:
        if error.code in _UNCHECKED:
            raise
        status = Status.UNSUPPORTED if error.code == "ledger-version" else Status.INVALID
        return Checked(status, "ledger-bad-file", level, faults=error.faults)


class _Checking:
    """One check of one ledger."""

    def __init__(self, ledger: LedgerFile, path: str, level: Level) -> None:
        self._ledger: Final = ledger
        self._path: Final = path
        self._level: Final = level
        self._chain: Final = Chain()
        self._broken: Final[list[Fault]] = []
        self._verdicts: Final[list[tuple[Status, tuple[Fault, ...]]]] = []

    def verdict(self, head: str | None, records: str | Path | None) -> Checked:
        self._ledger.check_form()
        self._ledger.check_pages()
        entries = self._ledger.entries()
        for entry in entries:
            self._check(entry)
        found = tuple(self._found(entries, head, records))
        told = tuple(fault.at(fault.file or self._path, None) for _, faults in found for fault in faults)
        data = {"count": self._chain.count, "head": self._chain.head, "faults": len(told)}
        status = found[0][0] if found else Status.MATCH
        code = (
            _CODES.get(status, "ledger-bad-records")
            if found
            else "ledger-verified"
            if self._level == "verify"
            else "ledger-matches"
        )
        return Checked(status, code, self._level, self._chain.count, self._chain.head, told, data)

    def _found(
        self, entries: list[Entry], head: str | None, records: str | Path | None
    ) -> Iterator[tuple[Status, Sequence[Fault]]]:
        """What is wrong, with the status that it gives, the one that counts first."""
        if self._broken:
            yield Status.BAD_CHAIN, self._broken
        if head is not None and not self._chain.holds_head(head):
            yield Status.HEAD_NOT_ON_CHAIN, [Fault("ledger-head-unknown", (), {"head": head})]
        yield from sorted(self._verdicts, key=lambda each: each[0], reverse=True)
        if records is not None and (differing := list(file_faults(entries, records))):
            yield Status.INPUT_DIFFERS, differing

    def _check(self, entry: Entry) -> None:
        """One entry and its record, after those before it."""
        self._broken.extend(self._chain.faults(entry))
        data = self._ledger.bytes_of(entry.record)
        if data is None or digest(data) != entry.record:
            self._broken.append(Fault("ledger-bytes", ("entries", entry.n), {"n": entry.n, "record": entry.record}))
        else:
            self._check_record(entry, data)
        self._chain.add(entry)

    def _check_record(self, entry: Entry, data: bytes) -> None:
        verdict = examine(data, self._level)
        if not verdict.matches:
            path = ("entries", entry.n)
            told = Fault("ledger-record", path, {"n": entry.n, "record": entry.record, "verdict": verdict.code})
            self._verdicts.append((verdict.status, (told, *verdict.faults)))
        try:
            record = parse_record(data)
        except RecordError:
            return  # its verdict says so
        season = record.decision.season
        if (season.cluster, season.id) != (entry.cluster, entry.season):
            self._broken.append(Fault("ledger-other-season", ("entries", entry.n), {"n": entry.n}))
        faults = building_faults(record, self._chain, self._ledger.bytes_of, start=entry.start)
        self._broken.extend(Fault(fault.code, ("entries", entry.n, *fault.path), fault.data) for fault in faults)


_CODES: Final = {
    Status.BAD_CHAIN: "ledger-bad-chain",
    Status.HEAD_NOT_ON_CHAIN: "ledger-bad-head",
    Status.INPUT_DIFFERS: "ledger-bad-files",
}
