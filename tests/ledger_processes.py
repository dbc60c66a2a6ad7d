"""Appends in processes of their own, which are killed, or write at once, or may write no more: run as a program.

It forks, which a process with several threads should not, and prints what became of each append as JSON. `connect` and
the clock of events are put into a child only, so that nothing of this stands in the ledger itself.
"""

import json
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from power_cuts import Recording

from emulrules.errors import EmulrulesError
from emulrules.files import ledger_file
from emulrules.files.record import parse_record
from emulrules.ledger import append, appending, checking, named, verify
from emulrules.verdicts import examine

__all__ = ["remember"]

_NEW: Final = "new"


def remember(patch: Callable[[Any, str, Any], None] = setattr) -> None:
    """Lets each record be read and decided again once, since the same few are met many times."""
    verdict, read = cache(examine), cache(parse_record)
    for module in (appending, checking):
        patch(module, "examine", verdict)
    for module in (appending, checking, named):
        patch(module, "parse_record", read)


def _forked(work: Callable[[], str]) -> int:
    """The id of a child that does `work`, and writes what it gives into a file of its id."""
    child = os.fork()
    if child:
        return child
    try:
        Path(f"said-{os.getpid()}").write_text(work(), encoding="utf-8")
    finally:
        os._exit(0)


def _ended(child: int) -> dict[str, Any]:
    """How a child ended: the signal that ended it, 0 for none, and what it said."""
    _, status = os.waitpid(child, 0)
    said = Path(f"said-{child}")
    told = said.read_text(encoding="utf-8") if said.exists() else None
    said.unlink(missing_ok=True)
    return {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "said": told}


def _appending(ledger: str, records: Sequence[str]) -> str:
    said = []
    for record in records:
        try:
            said.append(_NEW if append(ledger, record).new else "known")
        except EmulrulesError as error:
            said.append(error.code)
    return " ".join(said)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class _Clock:
    """Kills the process at the event with the number `at`."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __call__(self, _: object) -> None:
        if self._left == 0:
            _die()
        self._left -= 1


def _at_writes(at: int) -> None:
    """Before the write, synchronisation or deletion with that number the process is killed."""
    ledger_file.connect = Recording(_Clock(at)).connect


def _at_statements(at: int) -> None:
    """Before the statement with that number the process is killed."""
    clock, real = _Clock(at), ledger_file.connect

    def connect(path: Path, options: str) -> sqlite3.Connection:
        connection = real(path, options)
        connection.set_trace_callback(clock)
        return connection

    ledger_file.connect = connect


def _within(limit: int) -> None:
    """No file may grow beyond so many bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


_HINDERED: Final = {"writes": _at_writes, "statements": _at_statements, "bytes": _within}


def _after(ledger: str, record: str) -> dict[str, Any]:
    """What the ledger is after a child: whether it has to be mended, whether it has the record, whether it is sound."""
    try:
        unfinished = verify(ledger, "verify").code
    except EmulrulesError as error:
        unfinished = error.code
    again = _appending(ledger, [record])
    checked = verify(ledger, "verify")
    return {"found": unfinished, "again": again, "sound": checked.matches, "count": checked.count}


def hindered(how: str, numbers: Sequence[int], ledger: str, record: str) -> list[dict[str, Any]]:
    """For each number, one append that is hindered there, on a ledger as it was, and what the ledger is afterwards."""
    before, told = Path(ledger).read_bytes(), []
    _after(ledger, record)
    Path(ledger).write_bytes(before)
    for number in numbers:

        def work(number: int = number) -> str:
            _HINDERED[how](number)
            return _appending(ledger, [record])

        ended = _ended(_forked(work))
        told.append({**ended, **_after(ledger, record)})
        Path(ledger).write_bytes(before)
        if how != "bytes" and not ended["signal"]:
            break
    return told


def at_once(ledger: str, *shares: str) -> list[dict[str, Any]]:
    """Appends of several children at once, each its share of records; all wait until the last is there."""
    ready, start = os.pipe()

    def work(share: str) -> str:
        os.close(start)
        os.read(ready, 1)
        return _appending(ledger, share.split())

    children = [_forked(lambda share=share: work(share)) for share in shares]  # type: ignore[misc]  # bound at once
    os.close(start)
    return [_ended(child) for child in children]


def main(what: str, *arguments: str) -> None:
    """Runs one of the two, and prints what it told."""
    remember()
    if what == "at-once":
        print(json.dumps(at_once(*arguments)))
    else:
        how, first, last, step, ledger, record = arguments
        print(json.dumps(hindered(how, range(int(first), int(last), int(step)), ledger, record)))


if __name__ == "__main__":
    main(*sys.argv[1:])
