"""The page of the first decision: its files and commands, run one after another in an empty folder."""

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from emulrules.cli import main

PAGE: Final = (Path(__file__).parent.parent / "docs" / "first-decision.md").read_text(encoding="utf-8")
SEASON, ACTS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
CONSOLE: Final = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(line: str) -> Result:
    """Runs a line such as `$ emulrules decide x.toml`."""
    return CliRunner().invoke(main, line.removeprefix("$ emulrules ").split())


def statuses(block: str) -> list[int]:
    """The exit statuses of the lines of a block."""
    return [run(line).exit_code for line in block.splitlines() if line.startswith("$ ")]


def test_the_season_alone_is_pending_and_asks_what_the_page_says(folder: Path) -> None:
    (folder / "nam-2022.toml").write_text(SEASON, encoding="utf-8")
    assert [3] == statuses(CONSOLE[1])
    shown = run("decide nam-2022.toml").stdout
    for question in re.findall(r'^question\s*= "(.*)"$', ACTS, re.MULTILINE):
        assert question in shown


def test_the_commands_of_the_page_end_as_it_says(folder: Path) -> None:
    (folder / "nam-2022.toml").write_text(SEASON + ACTS, encoding="utf-8")
    assert [0, 0] == statuses(CONSOLE[0])
    assert [0, 0, 0] == statuses(CONSOLE[2])
    assert [0, 0] == statuses(CONSOLE[4])


def test_the_refusal_is_the_sentence_that_the_page_shows(folder: Path) -> None:
    wrong = SEASON + ACTS.replace('choice   = ["so-y-te"]', 'choice   = ["so-van-hoa"]')
    (folder / "sai.toml").write_text(wrong, encoding="utf-8")
    command, sentence = CONSOLE[3].splitlines()
    result = run(command)
    assert 1 == result.exit_code
    assert "" == result.stdout
    assert sentence == result.stderr.strip()
