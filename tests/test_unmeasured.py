"""Cells that a plugin cannot measure: the season is refused where they stand, and not the plugin."""

from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from building import criterion, order, ruleset, season

from emulrules import Criterion, Hooks, PluginError, Points, Season, SeasonError, decide, hookimpl
from emulrules.errors import EmulrulesError, Fault
from emulrules.files.season import read_season
from emulrules.plugins import policy_of

RULESET: Final = evolve(
    ruleset("abc", criteria=(criterion("viec", max="9"), criterion("deo-dai", "policy", max="40")), order=order()),
    policy="do-rieng",
)
GIVEN: Final = {"viec": {"a": 1, "b": 2, "c": 3}}


class Measuring(Hooks):
    """40 points for the whole of a plan."""

    name = RULESET.policy
    authority = RULESET.authority

    @hookimpl
    def criterion_points(self, season: Season, criterion: Criterion) -> Points:  # type: ignore[override]  # a hook names the arguments that it reads
        cells: Any = season.scores[criterion.id]
        return Points({unit: 40 * cells[unit].actual / cells[unit].plan for unit in "abc"}, criterion.rule)


class Failing(Measuring):
    """It measures nothing, whatever it is given."""

    @hookimpl
    def criterion_points(self) -> Points:  # type: ignore[override]  # a hook names the arguments that it reads
        raise ValueError


def refused(error: type[EmulrulesError] = SeasonError, plugin: type[Hooks] = Measuring, **cells: Any) -> list[Fault]:
    with pytest.raises(error) as caught:
        decide(season(scores={**GIVEN, "deo-dai": cells}), RULESET, policy_of(plugin, RULESET))
    return list(caught.value.faults)


def test_a_cell_of_another_form_is_refused_where_it_stands_with_the_line_of_the_plugin() -> None:
    (fault,) = refused(a=(1, 2), b=7, c=(1, 4))
    assert ("cell-unmeasured", ("scores", "deo-dai", "b")) == (fault.code, fault.path)
    assert "AttributeError" in fault.data["error"]
    assert fault.data["at"].startswith("tests/test_unmeasured.py:")


def test_every_cell_that_is_wrong_is_told() -> None:
    assert ["a", "b"] == [fault.path[-1] for fault in refused(a=3, b="n/a", c=(1, 4))]


def test_a_cell_that_gives_points_out_of_bounds_is_refused_where_it_stands() -> None:
    (fault,) = refused(a=(1, 2), b=(3, 2), c=(1, 4))
    assert ("cell-unmeasured-bounds", ("scores", "deo-dai", "b")) == (fault.code, fault.path)
    assert Fraction(60) == fault.data["got"]


def test_a_cell_that_lacks_is_told_as_missing() -> None:
    (fault,) = refused(a=(1, 2), c=(1, 4))
    assert ("cell-missing", ("scores", "deo-dai"), "b") == (fault.code, fault.path, fault.data["unit"])


def test_a_plugin_that_measures_no_cell_is_blamed_itself() -> None:
    (fault,) = refused(PluginError, Failing, a=(1, 2), b=(1, 2), c=(1, 2))
    assert "plugin-raises" == fault.code


def test_where_no_cell_has_the_form_that_the_plugin_reads_it_is_blamed_itself() -> None:
    (fault,) = refused(PluginError, a=1, b=2, c=3)
    assert "plugin-raises" == fault.code


def test_without_any_cell_of_it_the_plugin_is_blamed_itself() -> None:
    with pytest.raises(PluginError):
        decide(season(scores=GIVEN), RULESET, policy_of(Measuring, RULESET))


def test_a_cell_that_a_plugin_cannot_measure_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "nam.toml"
    path.write_text(
        """format = "emulrules/season/1"
ruleset = "quy-che"
cluster = "cum"
season = "2021"
scores.viec = { a = 1, b = 2, c = 3 }

[scores.deo-dai]
a = { actual = 1, plan = 2 }
b = 7
c = { actual = 1, plan = 4 }
""",
        encoding="utf-8",
    )
    read = read_season(path)
    with pytest.raises(SeasonError) as caught:
        decide(read.value, RULESET, policy_of(Measuring, RULESET))
    assert str(read.located(caught.value)).startswith(f"{path}:9: cell-unmeasured: ")
