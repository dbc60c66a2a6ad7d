"""Margins under a plugin: what is found is confirmed, and it is told that something nearer is not excluded."""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Final

from attrs import evolve
from bench.invented import flat_ruleset, flat_season
from building import criterion, order, ruleset, season
from click.testing import CliRunner
from installing import installed_beside

from emulrules import (
    Criterion,
    Decision,
    Hooks,
    Points,
    Policy,
    Ruleset,
    Season,
    decide,
    hookimpl,
    load_policy,
)
from emulrules.cli import main
from emulrules.margins import Margin, margin
from emulrules.model.table import Table
from emulrules.plugins import policy_of
from emulrules.report.explain import explain


def told(found: Margin) -> list[tuple[str, str, int]]:
    return [(change.figure.criterion.id, change.figure.part, change.steps) for change in found.changes]


def under_a_plugin(rules: Ruleset, given: Season) -> Decision:
    """The decision, as if somebody's own policy had answered as the standard one does."""
    decision = decide(given, rules, load_policy(rules))
    return evolve(decision, answers=tuple(evolve(answered, by="bo-vi-du") for answered in decision.answers))


def test_under_a_plugin_a_change_far_away_is_found_where_points_come_level() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="1000")], order=order("points", 1))
    given = season(scores={"viec": {"a": "900", "b": "1"}})
    found = margin(under_a_plugin(rules, given), load_policy(rules), "b")
    assert [("viec", "points", 89_900)] == told(found)


def test_under_a_plugin_the_steps_that_were_all_tried_are_told_where_what_is_found_is_beyond() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="1000")], order=order("points", 1))
    given = season(scores={"viec": {"a": "900", "b": "1"}})
    found = margin(under_a_plugin(rules, given), load_policy(rules), "b")
    assert (True, [100]) == (found.is_guided, [left.steps for left in found.unsearched])


def test_under_a_plugin_nothing_is_left_open_where_all_nearer_steps_were_tried() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="1000")], order=order("points", 1))
    given = season(scores={"viec": {"a": "2", "b": "1.5"}})
    found = margin(under_a_plugin(rules, given), load_policy(rules), "b")
    assert ([("viec", "points", 50)], ()) == (told(found), found.unsearched)


def test_under_a_plugin_that_answers_as_data_would_the_same_is_found() -> None:
    rules, given = flat_ruleset(12, 20), flat_season(12, 20)
    policy, guided = load_policy(rules), under_a_plugin(rules, given)
    decision = decide(given, rules, policy)
    for row in decision.standings[::6]:
        assert margin(decision, policy, row.unit).changes == margin(guided, policy, row.unit).changes


MEASURED: Final = evolve(
    ruleset(
        "ab",
        criteria=[criterion("viec", max="40"), criterion("deo-dai", "policy", max="40", step=Fraction(1))],
        order=order("points", 1),
    ),
    policy="bo-vi-du",
)


class Halves(Hooks):
    """Half of a figure; 7 points for whoever has none."""

    name = "bo-vi-du"
    authority = MEASURED.authority

    @hookimpl
    def criterion_points(self, season: Season, criterion: Criterion) -> Points:  # type: ignore[override]  # a hook names the arguments that it reads
        cells = season.scores.get(criterion.id, Table())
        given = {unit: cell / 2 for unit, cell in cells.items() if isinstance(cell, Fraction)}
        return Points({unit: given.get(unit, Fraction(7)) for unit in "ab"}, criterion.rule)


def measured(**cells: str | None) -> tuple[Decision, Policy]:
    policy = policy_of(Halves, MEASURED)
    scores = {"viec": {"a": "20", "b": "20"}, "deo-dai": {unit: cell for unit, cell in cells.items() if cell}}
    return decide(season(scores=scores), MEASURED, policy), policy


def test_a_figure_that_only_a_plugin_measures_is_varied_in_the_steps_of_its_criterion() -> None:
    found = margin(*measured(a="39", b="10"), "b")
    assert [("deo-dai", "figure", 29)] == told(found)
    assert () == found.unvaried


def test_a_criterion_of_a_plugin_of_which_the_unit_has_no_figure_is_told_as_not_varied() -> None:
    decision, policy = measured(a="39", b=None)
    found = margin(decision, policy, "b")
    assert ("deo-dai",) == found.unvaried
    text = explain(decision, "b", "en", margin=found)
    assert "Not varied: deo-dai, which a plugin measures" in text
    assert "Không xét tiêu chí deo-dai" in explain(decision, "b", "vi", margin=found)


def test_without_any_figure_it_is_not_said_that_no_score_counts() -> None:
    rules = evolve(MEASURED, criteria=MEASURED.criteria[1:])
    policy = policy_of(Halves, rules)
    decision = decide(season(), rules, policy)
    text = explain(decision, "b", "en", margin=margin(decision, policy, "b"))
    assert "As far as was looked" in text
    assert "No score of this unit counts" not in text


def test_in_the_case_of_a_new_plugin_a_change_of_many_steps_is_found_and_told(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["new", "plugin", "Bộ Sông Nước", "-o", str(tmp_path)])
    assert 0 == made.exit_code
    folder = tmp_path / "emulrules-bo-song-nuoc"
    (case,) = folder.glob("src/*/*/cases/*.toml")
    written = case.read_text(encoding="utf-8")
    case.write_text(written.replace("don-vi-sau = { actual = 60,", "don-vi-sau = { actual = 80,"), encoding="utf-8")
    explained = subprocess.run(
        [sys.executable, "-m", "emulrules", "explain", str(case), "--unit", "don-vi-sau", "--lang", "en"],
        env={**os.environ, **installed_beside(folder, tmp_path / "site")},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    assert "figure: 80% instead of 55% (higher by 25%, which is 25 steps of 1%)" in explained
    assert "beyond the nearest 20 steps" in explained
