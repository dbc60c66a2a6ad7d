"""Appending: a record becomes the last entry of a ledger, for good, or nothing is changed.

What takes long, deciding it again, is done before the ledger is locked. What was written is read back from the file and
checked before anybody is told that it is recorded.
"""

from pathlib import Path

from emulrules.errors import Fault, LedgerError
from emulrules.files.deposit import fetch
from emulrules.files.ledger_file import LedgerFile, make_ledger, reading, writing
from emulrules.files.record import Record, parse_record
from emulrules.ledger.chaining import GENESIS, Chain
from emulrules.ledger.named import building_faults, building_notes
from emulrules.ledger.sound import sound
from emulrules.model.entry import Entry
from emulrules.value import frozen
from emulrules.verdicts import examine

__all__ = ["Appended", "append", "init"]


@frozen
class Appended:
    """The `entry` of a record; `new` unless it was there before, and what whoever appends it should know (`notes`).

    `head` is the digest of the ledger's last entry, which is this one if it is new.
    """

    entry: Entry
    new: bool
    head: str
    notes: tuple[Fault, ...] = ()


def init(path: str | Path) -> str:
    """Makes an empty ledger, and gives its head. Raises `FileError` where anything stands there already."""
    make_ledger(Path(path))
    return GENESIS


def append(path: str | Path, record: str | Path, *, supersedes: str | None = None, start: bool = False) -> Appended:
    """Adds the record in the file `record` to the ledger at `path`. One that is in it already changes nothing.

    `supersedes` is the id of the record in force of the same cluster and season. With `start`, records that it builds
    on may be missing of seasons of which the ledger has none. Raises `FileError` where a file cannot be read or
    written, and `LedgerError` where the record does not recompute, or cannot follow, or the ledger is damaged.
    """
    data = fetch(Path(record))
    read = _recomputed(data, str(record))
    with writing(Path(path)) as ledger:
        _, chain = sound(ledger, str(path))
        known = chain.find(read.id)
        if known is not None:
            return Appended(known, False, chain.head)
        entry = _entry(read, chain, ledger, supersedes, start, str(record))
        ledger.insert(entry, data)
        notes = tuple(building_notes(read, chain))
    _check_kept(Path(path), entry, data)
    return Appended(entry, True, entry.digest, notes)


def _recomputed(data: bytes, file: str) -> Record:
    """The record, decided again. Raises `LedgerError` with the verdict where it does not come out the same."""
    verdict = examine(data, "recompute")
    if not verdict.matches:
        fault = Fault(verdict.code, (), verdict.data, file)
        raise LedgerError([fault, *(each.at(file, None) for each in verdict.faults)])
    return parse_record(data)


def _entry(record: Record, chain: Chain, ledger: LedgerFile, supersedes: str | None, start: bool, file: str) -> Entry:
    season = record.decision.season
    faults = list(building_faults(record, chain, ledger.bytes_of, start=start))
    if (fault := chain.superseding(season.cluster, season.id, supersedes)) is not None:
        faults.append(fault)
    if faults:
        raise LedgerError([fault.at(file, None) for fault in faults])
    return chain.next(season.cluster, season.id, record.id, supersedes, start)


def _check_kept(path: Path, entry: Entry, data: bytes) -> None:
    """Reads the entry back from the file. Raises `LedgerError` where it is not there as it was written."""
    with reading(path) as ledger:
        # All before it were checked while nobody else could write.
        if ledger.entry_of(entry.record) != entry or ledger.bytes_of(entry.record) != data:
            raise LedgerError(Fault("ledger-not-kept", (), {"n": entry.n}, str(path)))
