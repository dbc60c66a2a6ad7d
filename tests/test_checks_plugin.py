"""`emulrules check --plugin`: what is wrong with a plugin before any season, and which rulesets name it."""

from pathlib import Path

import pytest
from cases import RULESETS
from checking import EXAMPLES, twin
from click.testing import CliRunner, Result
from installing import Install

from emulrules.cli import main

CLEAN = twin(EXAMPLES[0])

PLUGIN = """
from emulrules import Hooks, hookimpl
from emulrules.model.answers import Quota
from emulrules.model.rule import Rule

class Policy(Hooks):
    name = "{name}"
    authority = "Cơ quan giả định"

"""
NEGATIVE = """
    @hookimpl
    def award_quota(self, ruleset, season, award, gates):
        return Quota(-1, award.quota_rule)

    @hookimpl
    def head_rotation(self, ruleset, season):
        raise KeyError("không có")
"""
MISNAMED = """
    @hookimpl
    def award_quotas(self, ruleset, season, award, gates):
        return None
"""


def naming(folder: Path, plugin: str) -> Path:
    """A ruleset in `folder` that names the plugin."""
    content = CLEAN.read_text(encoding="utf-8").replace('policy = "standard"', f'policy = "{plugin}"')
    path = folder / "khoi-thu" / "2021-01-15.toml"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    return path


def checked(plugin: str, folder: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--plugin", plugin, "--rulesets", str(folder), "--lang", "en"])


@pytest.mark.parametrize("plugin", ["ict", "culture-social"])
def test_nothing_is_to_be_mended_in_a_shipped_plugin(plugin: str) -> None:
    result = checked(plugin, RULESETS)
    assert 0 == result.exit_code
    assert f"“{plugin}”" in result.stdout


def test_answers_that_are_wrong_in_any_season_are_found_all_at_once(install: Install, tmp_path: Path) -> None:
    install("goi-am", "goi-am", PLUGIN + NEGATIVE)
    path = naming(tmp_path, "goi-am")
    result = checked("goi-am", tmp_path)
    line = path.read_text(encoding="utf-8").splitlines().index('policy = "goi-am"') + 1
    first, *faults, counts = result.stdout.splitlines()
    assert 1 == result.exit_code
    assert "Rulesets that name “goi-am”: khoi-thu 2021-01-15." == first
    assert {"plugin-value-negative", "plugin-raises"} == {fault.split(": ")[1] for fault in faults}
    assert all(fault.startswith(f"{path}:{line}: ") for fault in faults)
    assert counts.startswith("To mend: 2.")


def test_a_hook_that_is_misnamed_is_found_without_any_ruleset(install: Install, tmp_path: Path) -> None:
    install("goi-nham", "goi-nham", PLUGIN + MISNAMED)
    result = checked("goi-nham", tmp_path)
    assert 1 == result.exit_code
    assert "No ruleset names “goi-nham”." in result.stdout
    assert "plugin-unknown-hook-near" in result.stdout


def test_a_plugin_that_nothing_brings_is_status_2(tmp_path: Path) -> None:
    assert 2 == checked("khong-co", tmp_path).exit_code


def test_a_path_and_a_plugin_together_are_status_2() -> None:
    assert 2 == CliRunner().invoke(main, ["check", str(CLEAN), "--plugin", "ict"]).exit_code
