"""The README: what it shows is what comes out."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

import pytest
from cases import RULESETS
from click.testing import CliRunner

from emulrules.cli import main

ROOT: Final = Path(__file__).parent.parent
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_of_make_demo_is_what_the_first_screen_shows() -> None:
    shown = re.search(r"```console\n\$ make demo\n(.*?)```", README, re.DOTALL)
    assert shown
    case = RULESETS / "ict-departments" / "cases" / "2021-cluster-8.toml"
    result = CliRunner().invoke(main, ["decide", str(case)])
    assert shown[1] == result.stdout


def test_the_python_example_prints_what_its_comments_say(monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(example[1], "README.md", "exec"), {})
    assert re.findall(r"^# (.*)$", example[1], re.MULTILINE) == printed.getvalue().splitlines()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", README))
def test_every_page_that_is_linked_exists(target: str) -> None:
    assert (ROOT / target).is_file()
