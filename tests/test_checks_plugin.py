"""`emulrules check --plugin`: what is wrong with a plugin before any season, and which rulesets name it."""

from pathlib import Path

import pytest
from cases import RULESETS
from checking import EXAMPLES, twin
from click.testing import CliRunner, Result
from installing import Install

from emulrules.checks.inspection import inspect_file
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


POINTS = 'name = "Phong trào"\nmethod = "entered"\n'
NEEDS_FIGURES = """
    @hookimpl
    def criterion_points(self, ruleset, season, criterion, gates):
        return {}["chưa có số liệu"]
"""


def left_to(folder: Path, plugin: str) -> Path:
    """A ruleset in `folder` that leaves the points of a criterion to the plugin."""
    path = naming(folder, plugin)
    sound = next(twin(example) for example in EXAMPLES if example.stem == "check-gate-twice")
    content = sound.read_text(encoding="utf-8").replace('policy = "standard"', f'policy = "{plugin}"')
    path.write_text(content.replace(POINTS, POINTS.replace("entered", "policy")), encoding="utf-8")
    return path


def line_of(path: Path, written: str) -> int:
    return path.read_text(encoding="utf-8").splitlines().index(written) + 1


def test_points_that_the_plugin_leaves_to_nobody_are_found_on_the_line_of_their_method(
    install: Install, tmp_path: Path
) -> None:
    install("goi-lang", "goi-lang")
    path = left_to(tmp_path, "goi-lang")
    result = checked("goi-lang", tmp_path)
    assert 1 == result.exit_code
    line = line_of(path, 'method = "policy"')
    assert f"{path}:{line}: check-criterion-unanswered: " in result.stdout


def test_a_plugin_that_needs_figures_for_points_is_not_at_fault_without_any(install: Install, tmp_path: Path) -> None:
    install("goi-so", "goi-so", PLUGIN + NEEDS_FIGURES)
    path = left_to(tmp_path, "goi-so")
    assert 0 == checked("goi-so", tmp_path).exit_code
    assert inspect_file(str(path)).clean


def test_what_a_plugin_answers_wrongly_is_found_in_the_file_that_names_it(install: Install, tmp_path: Path) -> None:
    install("goi-am", "goi-am", PLUGIN + NEGATIVE)
    path = naming(tmp_path, "goi-am")
    faults = inspect_file(str(path)).faults
    assert {"plugin-value-negative", "plugin-raises"} == {fault.code for fault in faults}
    assert {line_of(path, 'policy = "goi-am"')} == {fault.line for fault in faults}


def test_what_a_ruleset_above_leaves_to_a_plugin_is_for_the_one_below_to_name(install: Install, tmp_path: Path) -> None:
    install("goi-lang", "goi-lang")
    upper = left_to(tmp_path, "goi-lang")
    head = upper.read_text(encoding="utf-8").split("[sources")[0].replace('id = "khoi-thu"', 'id = "khoi-duoi"')
    lower = tmp_path / "khoi-duoi" / "2021-01-15.toml"
    lower.parent.mkdir()
    extends = 'extends = { id = "khoi-thu", in_force = 2021-01-15 }\n'
    lower.write_text(head.replace("goi-lang", "standard") + extends, encoding="utf-8")
    (found,) = inspect_file(str(lower)).findings
    line = line_of(lower, 'policy = "standard"')
    assert ("check-criterion-unanswered", str(lower), line) == (found.finding.code, found.file, found.line)
