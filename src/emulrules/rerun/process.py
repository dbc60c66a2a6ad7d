"""A process that asks a plugin, and what came out of it: what it told, what the plugin printed, and how it ended.

It gets the record on its standard input and tells on its standard output, line by line; whatever the plugin writes to
either stream reaches the parent as the other one. More than the limits allow ends it, with all that it started.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from threading import Thread
from typing import IO, Any, Final, Literal

from emulrules.files.canonical import MAX_BYTES
from emulrules.rerun.surroundings import Surroundings
from emulrules.value import frozen

__all__ = ["Limits", "Ran", "run"]

# The paths are told besides, so that the same distributions are found whatever the surroundings say.
_PROGRAM: Final = (
    "import json, sys; told = json.loads(sys.argv[1]); sys.path[:] = told.pop('path'); "
    "from emulrules.rerun.asking import main; main(**told)"
)
_PIECE: Final = 1 << 16
_GRACE: Final = 5.0
"""Seconds in which a process that was killed must have closed its streams."""


@frozen
class Limits:
    """What one process may take: `seconds` by the clock, bytes of `memory`, and bytes `printed` by the plugin.

    Time of the processor and memory are bounded by the system, where it can; the clock is watched everywhere.
    """

    seconds: float = 20.0
    memory: int = 1 << 30
    printed: int = 1 << 16


@frozen
class Ran:
    """How it ended: by itself with a `status`, or beyond a limit. `lines` are what it told until then."""

    end: Literal["done", "time", "output"]
    status: int
    lines: tuple[dict[str, Any], ...]
    printed: str


class _Stream:
    """What comes out of a pipe, up to `most` bytes; more ends the process."""

    def __init__(self, pipe: IO[bytes], most: int, process: "subprocess.Popen[bytes]") -> None:
        self._pipe: Final = pipe
        self._most: Final = most
        self._process: Final = process
        self.data = bytearray()
        self.full = False
        self._thread: Final = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while piece := self._pipe.read1(_PIECE):  # type: ignore[attr-defined]  # a pipe of bytes is buffered
            self.data += piece[: self._most - len(self.data)]
            if len(self.data) >= self._most:
                self.full = True
                _kill(self._process)
                return

    def close(self) -> bytes:
        """All of it. A process of the plugin's own that holds the pipe open is not waited for."""
        self._thread.join(_GRACE)
        return bytes(self.data)


def run(record: bytes, surroundings: Surroundings, limits: Limits) -> Ran:
    """Asks the plugin of `record` in a process with these surroundings. Raises `OSError` where none can be started."""
    told = {
        "path": [os.path.abspath(each) for each in sys.path],
        "locales": surroundings.locales,
        "turn": surroundings.turned,
        "seconds": limits.seconds,
        "memory": limits.memory,
        "written": limits.printed,
    }
    with tempfile.TemporaryDirectory(prefix="emulrules-", ignore_cleanup_errors=True) as home:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", _PROGRAM, json.dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home,
            env=surroundings.environment(home),
            start_new_session=True,
        )
        with process:
            return _watched(process, record, limits)


def _watched(process: "subprocess.Popen[bytes]", record: bytes, limits: Limits) -> Ran:
    assert process.stdin is not None  # they are pipes, as asked for
    assert process.stdout is not None
    assert process.stderr is not None
    told = _Stream(process.stdout, MAX_BYTES, process)
    printed = _Stream(process.stderr, limits.printed, process)
    end: Literal["done", "time", "output"] = "done"
    try:
        _hand(process.stdin, record)
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        end = "time"
    finally:
        # What the plugin started goes with it.
        _kill(process)
    lines, shown = told.close(), printed.close()
    if end == "done" and (told.full or printed.full):
        end = "output"
    return Ran(end, process.wait(), _lines(lines), shown.decode("utf-8", "replace"))


def _hand(stream: IO[bytes], record: bytes) -> None:
    """Gives the record; a process that has died already takes none, which its status tells."""
    try:
        with stream:
            stream.write(record)
    except BrokenPipeError:
        return


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and all that is still of its session; one that has ended is left alone."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        return


def _lines(data: bytes) -> tuple[dict[str, Any], ...]:
    """The whole lines that were told; from the first that is none of ours on, nothing counts."""
    told: list[dict[str, Any]] = []
    for line in data.split(b"\n")[:-1]:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            break
        if not isinstance(value, dict):
            break
        told.append(value)
    return tuple(told)
