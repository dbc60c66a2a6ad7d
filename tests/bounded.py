"""The program run on bad files in a process of its own, which may take 2 s of CPU and 256 MB, and where nothing passes
by unseen: each input gets its exit status, what was printed, and the CPU that it took.

The process is kept for the next input, since most take less time than starting it. One that does not answer, or that
the system stops, is told as that of its input.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

__all__ = ["SECONDS", "Bounded", "Ended"]

SECONDS: Final = 2
MEGABYTES: Final = 256


@frozen
class Ended:
    """How one run ended: its status, what it printed, seconds of CPU, and the files that it left."""

    status: int
    stdout: str
    stderr: str
    seconds: float
    left: tuple[str, ...]


class Bounded:
    """A process that runs the program as often as it is told to; `files` stand in its folder from the beginning.

    No ruleset is found there but those of its folder. The arguments `exceed` and `time` or `memory` go beyond a bound.
    """

    def __init__(self, files: Mapping[str, bytes], seconds: int = SECONDS) -> None:
        self._seconds = seconds
        self._folder = tempfile.TemporaryDirectory()
        self._process: subprocess.Popen[str] | None = None
        self._files: Final = dict(files)
        self._standing: dict[str, bytes] = {}
        for name, data in files.items():
            self._write(name, data)

    def _write(self, name: str, data: bytes) -> None:
        path = Path(self._folder.name, name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def _lay_out(self, files: Mapping[str, bytes]) -> None:
        """Puts `files` into the folder; those of the run before are taken away, or stand as from the beginning."""
        for name in self._standing.keys() - files.keys():
            if name in self._files:
                self._write(name, self._files[name])
            else:
                Path(self._folder.name, name).unlink()
        for name, data in files.items():
            if self._standing.get(name) != data:
                self._write(name, data)
        self._standing = dict(files)

    def run(self, arguments: list[str], files: Mapping[str, bytes]) -> Ended:
        """Runs `emulrules` with `arguments` in the folder, where `files` stand for this one time.

        Raises `AssertionError` where it takes too long, dies, or takes more memory than it may.
        """
        self._lay_out(files)
        return self._answer(arguments)

    def _answer(self, arguments: list[str]) -> Ended:
        process = self._process = self._process or subprocess.Popen(
            [sys.executable, __file__, self._folder.name, str(self._seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(arguments) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            self._process = None
            said = process.communicate()[1]
            raise AssertionError(f"the process ended with {process.returncode}: {said[-2_000:]}")
        told: dict[str, Any] = json.loads(line)
        return Ended(told["status"], told["stdout"], told["stderr"], told["seconds"], tuple(told["left"]))

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.communicate()
        self._folder.cleanup()


def _exceed(what: str) -> None:
    """Goes beyond a bound, so that a test sees that it is kept."""
    while what == "time":
        pass
    bytearray(MEGABYTES * 1024 * 1024)


def _main(folder: str, bound: int) -> None:
    # Before anything else is loaded, so that the bound is that of the whole process.
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024 * 1024, MEGABYTES * 1024 * 1024))
    import os

    from click.testing import CliRunner

    from emulrules.cli import main
    from emulrules.files import library

    setattr(library, "installed_folders", list)  # noqa: B010  # mypy knows it as no name of that module
    os.chdir(folder)
    CliRunner().invoke(main, ["policies"])
    for line in sys.stdin:
        known = set(os.listdir("."))
        began = time.process_time()
        # The system ends the process where this input has had its time; whole seconds are all that it counts.
        resource.setrlimit(resource.RLIMIT_CPU, (int(began) + bound + 1, resource.RLIM_INFINITY))
        arguments = json.loads(line)
        if arguments[0] == "exceed":
            _exceed(arguments[1])
        done = CliRunner().invoke(main, ["--debug", *arguments], catch_exceptions=False)
        seconds = time.process_time() - began
        left = sorted(set(os.listdir(".")) - known)
        for name in left:
            os.unlink(name)
        told = {"status": done.exit_code, "stdout": done.stdout, "stderr": done.stderr}
        print(json.dumps({**told, "seconds": seconds, "left": left}), flush=True)


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
