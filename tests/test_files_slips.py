"""Slips that are told once, in one sentence: a cell that was not filled in, an id that is kept, a kind that differs."""

from pathlib import Path

import pytest

from emulrules import Fault, RulesetError, SeasonError, load_ruleset, load_season
from emulrules.model.season import Season

SEASON = """format = "emulrules/season/1"
ruleset = "bloc"
cluster = "cum"
season = "2021"
[scores.thu]
a = {cell}
"""

RULESET = """format = "emulrules/ruleset/1"
id = "bloc"
title = "Khối giả định"
authority = "giả định"
policy = "standard"
in_force = 2021-01-01
seasons = { first = "2021" }
[sources.quy-che]
document = "Quy chế (giả định)"
[clusters.cum]
name = "Cụm"
members = ["a"]
basis = "quy-che"
trust = "assumed"
[units.a]
name = "Đơn vị A"
[[criteria]]
id = "thuong"
kind = "bonus"
name = "Thưởng"
basis = "quy-che"
trust = "assumed"
[[criteria]]
id = "thuong-con"
parent = "thuong"
kind = "{kind}"
name = "Thưởng con"
method = "entered"
max = 10
basis = "quy-che"
trust = "assumed"
[[ties]]
id = "{step}"
by = "ballot"
asks = "members"
basis = "quy-che"
trust = "assumed"
[headship]
by = "elected"
asks = "members"
basis = "quy-che"
trust = "assumed"
"""


def season_faults(folder: Path, cell: str) -> list[Fault]:
    """What is wrong with a season whose one cell is written so."""
    path = folder / "nam.toml"
    path.write_text(SEASON.replace("{cell}", cell), encoding="utf-8")
    with pytest.raises(SeasonError) as refused:
        load_season(path)
    return list(refused.value.faults)


def ruleset_faults(folder: Path, kind: str, step: str) -> list[Fault]:
    """What is wrong with a ruleset whose second criterion is of that kind and whose tie step has that id."""
    (folder / "bloc").mkdir()
    text = RULESET.replace("{kind}", kind).replace("{step}", step)
    (folder / "bloc" / "2021-01-01.toml").write_text(text, encoding="utf-8")
    try:
        load_ruleset(Season("bloc", "cum", "2021"), rulesets=[folder])
    except RulesetError as refused:
        return list(refused.faults)
    return []


EMPTY = {
    '""': "cell-empty",
    '"  "': "cell-empty",
    '{ actual = "", plan = "" }': "cell-empty-ratio",
    '{ actual = 1, plan = "" }': "cell-empty-ratio",
}


@pytest.mark.parametrize("cell", EMPTY)
def test_an_empty_cell_is_one_fault_that_names_unit_and_criterion(tmp_path: Path, cell: str) -> None:
    (fault,) = season_faults(tmp_path, cell)
    assert (EMPTY[cell], 6, "a", "thu") == (fault.code, fault.line, fault.data["unit"], fault.data["criterion"])


def test_the_form_of_an_empty_cell_is_that_of_the_other_rows(tmp_path: Path) -> None:
    (fault,) = season_faults(tmp_path, '""\nb = { actual = 1, plan = 2 }')
    assert ("cell-empty-ratio", 6) == (fault.code, fault.line)


@pytest.mark.parametrize("cell", EMPTY)
def test_nobody_is_told_to_write_that_a_criterion_does_not_apply_without_a_condition(tmp_path: Path, cell: str) -> None:
    (fault,) = season_faults(tmp_path, cell)
    assert 'chỉ ghi "n/a" nếu quy chế cho phép' in fault.sentence("vi")
    assert '"n/a" only if the ruleset' in fault.sentence("en")


def test_a_ruleset_without_such_slips_is_read(tmp_path: Path) -> None:
    assert [] == ruleset_faults(tmp_path, "bonus", "bo-phieu")


@pytest.mark.parametrize("step", ["undefined", "over-quota"])
def test_a_step_id_that_is_kept_is_refused(tmp_path: Path, step: str) -> None:
    assert ["step-reserved"] == [fault.code for fault in ruleset_faults(tmp_path, "bonus", step)]


@pytest.mark.parametrize("kind", ["points", "deduction"])
def test_a_criterion_of_another_kind_than_its_parent_is_refused(tmp_path: Path, kind: str) -> None:
    assert "kind-of-parent" in [fault.code for fault in ruleset_faults(tmp_path, kind, "bo-phieu")]
