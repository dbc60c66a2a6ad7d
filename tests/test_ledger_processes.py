"""Appends that are killed, that meet others, that find the disk full: nothing acknowledged is lost, nothing corrupt."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from ledger_samples import TEN, kept, ledger_of, record

from emulrules.errors import FileError
from emulrules.files import ledger_file
from emulrules.ledger import append, entries, head, verify

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
PROGRAM: Final = Path(__file__).parent / "ledger_processes.py"
FIRST, NEXT = TEN[0], TEN[2]


def told(folder: Path, *arguments: object) -> list[dict[str, Any]]:
    """What the program beside this file told."""
    call = [sys.executable, str(PROGRAM), *map(str, arguments)]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("how", "step", "found"),
    [("writes", 1, {"ledger-verified", "ledger-unfinished"}), ("statements", 1 if DEEP else 3, {"ledger-verified"})],
    ids=["writes", "statements"],
)
def test_a_kill_at_any_step_leaves_the_ledger_as_it_was_or_with_the_record(
    in_memory: Path, how: str, step: int, found: set[str]
) -> None:
    ledger = ledger_of(in_memory / "so.emul", FIRST)
    runs = told(in_memory, "hindered", how, 0, 500, step, ledger, kept(in_memory, NEXT))
    *killed, last = runs
    assert len(killed) * step > 25
    assert {int(signal.SIGKILL)} == {each["signal"] for each in killed}
    assert (0, "new", "known") == (last["signal"], last["said"], last["again"])
    assert {(True, 2)} == {(each["sound"], each["count"]) for each in runs}
    # Whoever was killed before the journal went has recorded nothing, whoever was killed after it has.
    again = [each["again"] for each in killed]
    assert sorted(again, reverse=True) == again
    assert found == {each["found"] for each in runs}


@pytest.mark.parametrize("writers", [2, 8])
def test_writers_at_once_lose_nothing_and_make_no_fork(in_memory: Path, writers: int) -> None:
    ledger = ledger_of(in_memory / "so.emul", FIRST)
    years = iter(range(2022, 2060))
    shares = [[kept(in_memory, record("cum-a", str(next(years)))) for _ in range(3)] for _ in range(writers)]
    ended = told(in_memory, "at-once", ledger, *(" ".join(map(str, share)) for share in shares))
    assert {"new new new"} == {each["said"] for each in ended}
    checked = verify(ledger, "verify")
    assert (True, 1 + 3 * writers) == (checked.matches, checked.count)
    assert list(range(1 + 3 * writers)) == [entry.before for entry in entries(ledger)]


def test_of_writers_of_one_record_at_once_one_records_it(in_memory: Path) -> None:
    ledger, file = ledger_of(in_memory / "so.emul", FIRST), kept(in_memory, NEXT)
    ended = told(in_memory, "at-once", ledger, *[file] * 8)
    assert ["known"] * 7 + ["new"] == sorted(each["said"] for each in ended)
    assert 2 == head(ledger)[0]


def test_a_disk_that_fills_at_any_byte_leaves_the_ledger_as_it_was_or_with_the_record(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", FIRST)
    runs = told(in_memory, "hindered", "bytes", 200, 45_000, 100 if DEEP else 2_600, ledger, kept(in_memory, NEXT))
    assert {"ledger-unwritable", "new"} == {each["said"] for each in runs}
    assert {0} == {each["signal"] for each in runs}
    assert {(True, 2)} == {(each["sound"], each["count"]) for each in runs}
    assert [("known" if each["said"] == "new" else "new") for each in runs] == [each["again"] for each in runs]


def test_a_ledger_that_may_not_grow_is_refused_and_stays_as_it_is(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, real = ledger_of(in_memory / "so.emul", FIRST), ledger_file.connect
    large = kept(in_memory, record("cum-a", "2025", *(record("cum-a", str(year)) for year in range(2021, 2025))))
    for year in range(2022, 2025):
        append(ledger, kept(in_memory, record("cum-a", str(year))))

    def full(path: Path, options: str) -> sqlite3.Connection:
        connection = real(path, options)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(ledger_file, "connect", full)
    before = ledger.read_bytes()
    with pytest.raises(FileError) as caught:
        append(ledger, large)
    assert "ledger-unwritable" == caught.value.code
    assert before == ledger.read_bytes()
    assert {ledger.name} == {path.name for path in in_memory.iterdir() if path.suffix != ".json"}
