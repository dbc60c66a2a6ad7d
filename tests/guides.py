"""The guides as somebody follows them: files are put where their frames say, and commands run, one after another.

A frame ```` ```{code-block} ```` with a `:caption:` is the whole file of that path. In a frame ```` ```console ````, a
line that begins with `$` is a command, which must end with the status that `# status N` says, otherwise 0; other lines
must stand in what it printed.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from installing import installed_beside

__all__ = ["DOCS", "Command", "File", "follow", "steps"]

DOCS: Final = Path(__file__).parent.parent / "docs"

_FRAME: Final = re.compile(
    r"^```(?:\{code-block\} \w+\n:caption: (?P<path>.+)\n\n(?P<text>(?:.*\n)*?)|console\n(?P<lines>(?:.*\n)*?))```$",
    re.MULTILINE,
)
_STATUS: Final = re.compile(r" +# status (\d+)$")


class File(NamedTuple):
    """A file that the reader is to write."""

    path: str
    text: str


class Command(NamedTuple):
    """A line that the reader is to type, how it must end, and lines that it must print."""

    line: str
    status: int
    shown: tuple[str, ...]


def steps(page: str) -> Iterator[File | Command]:
    """What the page `docs/<page>.md` tells its reader to do, in order."""
    for frame in _FRAME.finditer((DOCS / f"{page}.md").read_text(encoding="utf-8")):
        if frame["path"]:
            yield File(frame["path"], frame["text"])
        else:
            yield from _commands(frame["lines"])


def _commands(lines: str) -> Iterator[Command]:
    for typed in re.split(r"^\$ ", lines, flags=re.MULTILINE)[1:]:
        line, *shown = typed.splitlines()
        status = _STATUS.search(line)
        yield Command(_STATUS.sub("", line), int(status[1]) if status else 0, tuple(shown))


def follow(page: str, folder: Path) -> list[str]:
    """Does all that the page says, in the empty `folder`; the lines that were typed.

    Raises `AssertionError` where a command ends otherwise, or does not print what the page shows.
    """
    reader = _Reader(folder)
    for step in steps(page):
        if isinstance(step, File):
            reader.write(step)
        else:
            reader.type(step)
    return reader.typed


class _Reader:
    """Somebody in a terminal whose Python has emulrules, and no network."""

    def __init__(self, folder: Path) -> None:
        self._site = folder / "site-packages"
        self._here = folder / "home"
        self._here.mkdir()
        # Plugins of pytest that happen to be here take longer to load than the tests of the page, which names one.
        pytest = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "pytest_emulrules"}
        self._environment = {**os.environ, "LAW_EXAMPLES": "1", **pytest}
        self.typed: list[str] = []

    def write(self, file: File) -> None:
        target = self._here / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")

    def type(self, command: Command) -> None:
        self.typed.append(command.line)
        program, *arguments = shlex.split(command.line)
        if program == "cd":
            self._here = self._here / arguments[0]
        elif (program, *arguments[:3]) == ("python", "-m", "pip", "install"):
            self._install(arguments[-1].partition("[")[0])
        else:
            self._run([sys.executable, "-m", "emulrules"] if program == "emulrules" else [sys.executable], command)

    def _install(self, distribution: str) -> None:
        """What pip leaves: written down, since pip takes a second; by pip itself where there is time for it."""
        folder = self._here / distribution
        if os.environ.get("EMULRULES_DEPTH") != "deep":
            self._environment |= installed_beside(folder, self._site)
            return
        # Everything that it needs is there, and pip is to look for none of it.
        pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_PREFIX": str(self._site)}
        command = [sys.executable, "-m", "pip", "install", "-q", "-e", f"{folder}[test]"]
        run = subprocess.run(command, env={**os.environ, **pip}, capture_output=True, text=True, check=False)
        assert 0 == run.returncode, run.stderr
        (site,) = self._site.glob("**/site-packages")
        # A .pth file is not looked for on PYTHONPATH, so that what it names stands there, too.
        self._environment["PYTHONPATH"] = os.pathsep.join([str(site), str(folder / "src")])

    def _run(self, program: list[str], command: Command) -> None:
        run = subprocess.run(
            [*program, *shlex.split(command.line)[1:]],
            cwd=self._here,
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        told = f"$ {command.line}\n{run.stdout}{run.stderr}"
        assert command.status == run.returncode, told
        for line in command.shown:
            assert line.rstrip() in run.stdout, f"{told}\nand not: {line}"
