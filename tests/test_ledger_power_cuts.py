"""Power cuts while a record is appended: nothing acknowledged is lost, nothing corrupt, and less care would show."""

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Final

import pytest
from attrs import frozen
from ledger_processes import remember
from ledger_samples import TEN, kept, ledger_of
from power_cuts import Event, Recording, crashed

from emulrules.errors import LedgerError
from emulrules.files import ledger_file
from emulrules.ledger import append, verify

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
EXTRA: Final = ledger_file._WRITING

# The first is there before; these two are appended while the disk is recorded.
FIRST, NEXT, LAST = TEN[0], TEN[2], TEN[6]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same few records are read and decided again once."""
    remember(monkeypatch.setattr)


@frozen
class Recorded:
    """Two appends: the disk before them, what was done, after how much of it each was acknowledged, and the records."""

    before: dict[str, bytes]
    events: list[Event]
    acknowledged: tuple[int, int]
    records: tuple[Path, Path]


def recorded(folder: Path, monkeypatch: pytest.MonkeyPatch, synchronous: tuple[str, int] = ("EXTRA", 3)) -> Recorded:
    ledger = ledger_of(folder / "so.emul", FIRST)
    before, files = {ledger.name: ledger.read_bytes()}, (kept(folder, NEXT), kept(folder, LAST))
    disk = Recording()
    acknowledged = []
    with monkeypatch.context() as patch:
        patch.setattr(ledger_file, "connect", disk.connect)
        patch.setattr(ledger_file, "_WRITING", (EXTRA[0], ("synchronous", *synchronous)))
        for file in files:
            append(ledger, file)
            acknowledged.append(len(disk.events))
    return Recorded(before, disk.events, (acknowledged[0], acknowledged[1]), files)


def laid_out(folder: Path, files: dict[str, bytes]) -> None:
    """Puts these files and no others into the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def found(folder: Path, left: dict[str, bytes], done: int, made: Recorded) -> str:
    """What the ledger says on a disk that a cut left: `kept`, or what went wrong."""
    laid_out(folder / "left", left)
    ledger = folder / "left" / "so.emul"
    try:
        new = [append(ledger, record).new for record in made.records]
    except LedgerError as error:
        return error.code
    if any(done >= acknowledged and again for acknowledged, again in zip(made.acknowledged, new, strict=True)):
        return "lost"
    checked = verify(ledger, "verify")
    return "kept" if checked.matches and checked.count == 3 else checked.code


@pytest.mark.usefixtures("quick")
def test_a_power_cut_at_any_write_and_sync_loses_nothing_and_corrupts_nothing(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = recorded(in_memory, monkeypatch)
    assert {"make", "write", "sync", "delete"} <= {event.kind for event in made.events}
    share, chances = (1.0, 20) if DEEP else (0.06, 1)
    outcomes = [
        (done, found(in_memory, left, done, made))
        for done, left in crashed(made.before, made.events, share=share, chances=chances)
    ]
    assert len(outcomes) > 80
    assert [] == [outcome for outcome in outcomes if outcome[1] != "kept"]


@pytest.mark.usefixtures("quick")
def test_a_power_cut_while_a_broken_append_is_undone_loses_nothing_either(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = recorded(in_memory, monkeypatch)
    # The power goes when half of the pages are overwritten.
    pages = [number for number, event in enumerate(made.events) if (event.kind, event.name) == ("write", "so.emul")]
    half = pages[len(pages) // 4]
    *_, (_, broken) = crashed(made.before, made.events[:half], first=half)
    assert {"so.emul", "so.emul-journal"} == set(broken)
    laid_out(in_memory / "broken", broken)
    disk = Recording()
    with monkeypatch.context() as patch:
        patch.setattr(ledger_file, "connect", disk.connect)
        append(in_memory / "broken" / "so.emul", made.records[0])
    again = Recorded(broken, disk.events, (len(disk.events), len(disk.events) + 1), made.records)
    cuts = crashed(broken, disk.events, share=1.0 if DEEP else 0.08, chances=20 if DEEP else 1)
    outcomes = [found(in_memory, left, done, again) for done, left in cuts]
    assert {"kept"} == set(outcomes)
    assert len(outcomes) > 40


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("synchronous", "value"), [("FULL", 2), ("OFF", 0)])
def test_with_less_care_a_power_cut_loses_what_was_acknowledged(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch, synchronous: str, value: int
) -> None:
    made = recorded(in_memory, monkeypatch, (synchronous, value))
    after = crashed(made.before, made.events, first=made.acknowledged[1])
    assert any(found(in_memory, left, done, made) != "kept" for done, left in after)


def test_what_the_simulation_writes_with_every_piece_reached_is_what_the_disk_holds(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = recorded(in_memory, monkeypatch)
    *_, (_, left) = crashed(made.before, made.events, first=len(made.events))
    assert {"so.emul": (in_memory / "so.emul").read_bytes()} == left


def test_the_ledger_is_written_with_the_journal_and_the_care_that_the_simulation_asks_for() -> None:
    assert (("journal_mode", "DELETE", "delete"), ("synchronous", "EXTRA", 3)) == EXTRA
    assert sqlite3.sqlite_version_info >= (3, 37)
