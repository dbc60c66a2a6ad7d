"""Power cuts: what SQLite does to a disk is recorded, and every disk is built that a cut at any moment may leave.

A `Recording` is a file system of SQLite's own (a VFS of apsw) that passes everything on and notes each write,
truncation, synchronisation and deletion. What was not synchronised when the power went may have reached the disk or
not, each piece by itself and the last one in part: names that were made or deleted, too, unless their folder was
synchronised. SQLite does that with the first synchronisation of a new journal, and with a deletion where it is asked
to.
"""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, cast

import apsw
from attrs import field, frozen

__all__ = ["Event", "Recording", "crashed"]


@frozen
class Event:
    """One thing that was done to the file `name`: made, written at `offset`, truncated to it, synced or deleted.

    `folder` is whether the name itself has reached the disk with it.
    """

    kind: str
    name: str
    data: bytes = field(default=b"", repr=False)
    offset: int = 0
    folder: bool = False


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], note: Callable[[Event], None]) -> None:
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name)).name
        self._new = not Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name)).exists()
        self._note = note
        if self._new:
            note(Event("make", self._name))
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802  # apsw names it
        self._note(Event("write", self._name, bytes(data), offset))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802  # apsw names it
        self._note(Event("truncate", self._name, offset=size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802  # apsw names it
        self._note(Event("sync", self._name, folder=self._new))
        self._new = False
        super().xSync(flags)


class Recording(apsw.VFS):
    """The recorded file system; `events` is what was done so far. `before` is called ahead of each event."""

    def __init__(self, before: Callable[[Event], None] = lambda _: None) -> None:
        self.events: Final[list[Event]] = []
        self._before = before
        super().__init__("recording", "")

    def _note(self, event: Event) -> None:
        self._before(event)
        self.events.append(event)

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802  # apsw names it
        return _File(name, flags, self._note)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802  # apsw names it
        self._note(Event("delete", Path(name).name, folder=bool(sync)))
        super().xDelete(name, sync)

    def connect(self, path: Path, options: str) -> sqlite3.Connection:
        """What the ledger takes for a connection of the standard library, on this file system."""
        address = f"{path.resolve().as_uri()}?{options}"
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
        return cast(sqlite3.Connection, apsw.Connection(address, flags=flags, vfs="recording"))


@frozen
class _Pending:
    """What has not reached the disk for sure: a piece of a file's content, or a name that was made or deleted."""

    event: Event
    file: int


class _Disk:
    """The disk after some events: what has reached it for sure, and what may have."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.sure: Final = dict(enumerate(files.values()))
        self.names: Final = {name: number for number, name in enumerate(files)}
        self.pending: Final[list[_Pending]] = []
        self._open: Final = dict(self.names)

    def do(self, event: Event) -> None:
        if event.kind == "make":
            self._open[event.name] = len(self.sure)
            self.sure[len(self.sure)] = b""
        file = self._open[event.name]
        if event.kind == "sync":
            self._settle(lambda each: each.file == file and each.event.kind in ("write", "truncate"))
        else:
            self.pending.append(_Pending(event, file))
        if event.folder:
            self._settle(lambda each: each.event.kind in ("make", "delete"))

    def _settle(self, reached: Callable[[_Pending], bool]) -> None:
        for each in filter(reached, self.pending):
            _apply(each, self.sure, self.names)
        self.pending[:] = [each for each in self.pending if not reached(each)]

    def after(self, reached: Sequence[_Pending], torn: bool) -> dict[str, bytes]:
        """The files where of what is pending this has reached the disk; of the last piece half, if it is `torn`."""
        sure, names = dict(self.sure), dict(self.names)
        for number, each in enumerate(reached):
            half = torn and number == len(reached) - 1 and each.event.kind == "write"
            _apply(_halved(each) if half else each, sure, names)
        return {name: sure[file] for name, file in names.items()}


def _halved(pending: _Pending) -> _Pending:
    event = pending.event
    return _Pending(Event(event.kind, event.name, event.data[: len(event.data) // 2], event.offset), pending.file)


def _apply(pending: _Pending, sure: dict[int, bytes], names: dict[str, int]) -> None:
    event, file = pending.event, pending.file
    if event.kind == "make":
        names[event.name] = file
    elif event.kind == "delete":
        names.pop(event.name, None)
    elif event.kind == "truncate":
        sure[file] = sure[file][: event.offset].ljust(event.offset, b"\0")
    else:
        held = sure[file].ljust(event.offset, b"\0")
        sure[file] = held[: event.offset] + event.data + held[event.offset + len(event.data) :]


def crashed(
    files: dict[str, bytes], events: Sequence[Event], *, first: int = 0, share: float = 1, chances: int = 0
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """The disks that a cut may leave after so many of `events`, `first` or more; `files` is the disk before them.

    Where much is pending, not every choice of it is tried: `chances` are drawn besides the telling ones. Of all of them
    the `share` is given.
    """
    disk, seen, random_ = _Disk(files), set(), random.Random(6)
    for done in range(len(events) + 1):
        if done:
            disk.do(events[done - 1])
        for reached in _choices(disk.pending, chances, random_) if done >= first else ():
            for torn in (False, True):
                if random_.random() >= share:
                    continue
                left = disk.after(reached, torn)
                if (key := (done, *sorted(left.items()))) not in seen:
                    seen.add(key)
                    yield done, left


def _choices(pending: Sequence[_Pending], chances: int, random_: random.Random) -> Iterator[list[_Pending]]:
    """Nothing, all, each beginning, each alone, all but each, and some at random."""
    for number in range(len(pending) + 1):
        yield list(pending[:number])
    for number in range(len(pending)):
        yield [pending[number]]
        yield [each for other, each in enumerate(pending) if other != number]
    for _ in range(chances):
        yield [each for each in pending if random_.random() < 0.5]
