"""Bundles of a shipped year, and how they are opened in the process of the tests."""

import io
import shutil
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final, NamedTuple

from cases import RULESETS
from click.testing import CliRunner, Result

from emulrules.bundle import opening
from emulrules.cli import main

__all__ = ["FILES", "LATER", "Ran", "contents", "opened", "recorded", "rewritten", "run"]

YEAR: Final = RULESETS / "khe-ngang-clusters" / "cases" / "2021-cum-suoi.toml"
LATER: Final = YEAR.with_name("2022-cum-suoi.record.json")
"""A record that builds on another, without a witness."""

FILES: Final = (
    *("SHA256SUMS", "__main__.py", "contents.json", "emulverify.py", "record.json", "record.json.witness.json"),
    *("report.en.txt", "report.vi.txt", "sources/rulesets/khe-ngang-clusters/2021-01-01.toml"),
    "sources/season/nam.toml",
)
"""What the bundle of that year holds."""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def recorded(folder: Path) -> Path:
    """The record of a shipped year in `folder`, with its witness and its season beside it."""
    shutil.copy(YEAR, folder / "nam.toml")
    assert 0 == run("decide", folder / "nam.toml", "--record", folder / "nam.json").exit_code
    return folder / "nam.json"


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Ran(NamedTuple):
    """What a bundle said, and its status."""

    status: int
    out: str
    err: str


def opened(file: Path, *arguments: str) -> Ran:
    """Runs the program of a bundle on it in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    before = sys.modules.get("emulverify")
    with redirect_stdout(out), redirect_stderr(err):
        status = opening.main(file, arguments)
    if before is not None:
        sys.modules["emulverify"] = before
    told = []
    for stream in (out, err):
        stream.flush()
        assert isinstance(stream.buffer, io.BytesIO)
        told.append(stream.buffer.getvalue().decode())
    return Ran(status, *told)


def rewritten(file: Path, to: Path, changed: dict[str, bytes | None]) -> Path:
    """The bundle with other bytes for some names, or without them, as any zip program would pack it again."""
    with zipfile.ZipFile(to, "w") as archive:
        for name, data in {**contents(file), **changed}.items():
            if data is not None:
                archive.writestr(name, data)
    return to
