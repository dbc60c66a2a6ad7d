"""Margins: the smallest change of one score flips what became of a unit, and no smaller one does."""

import time
from collections.abc import Iterator

import pytest
from cases import CASES, case
from law_trials import DEEP

from emulrules import Decision, Policy, decide
from emulrules.figures import GREATEST, Figure, figures
from emulrules.margins import Margin, decided_with, margin
from emulrules.outcomes import outcome_of
from emulrules.rows import Rows
from emulrules.testing.answers import Answers
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.course import run
from emulrules.testing.rulesets import invent_ruleset
from emulrules.testing.seasons import invent_season
from emulrules.plugins import load_policy


def all_figures(decision: Decision, unit: str) -> list[Figure]:
    rows = Rows.of(decision)
    return [
        figure
        for row in rows.of_unit(unit)
        for figure in figures(rows.year, decision.rules.criteria, unit, row)
    ]


def sampled(most: int, lots: Lots) -> Iterator[int]:
    """Numbers of steps up to `most`: all of a few, otherwise the nearest, the last and some between."""
    if most <= (60 if DEEP else 4):
        yield from range(1, most + 1)
        return
    yield from (1, most)
    for _ in range(10 if DEEP else 1):
        yield lots.number(2, min(most - 1, 2 ** lots.number(1, most.bit_length())))


def flips(decision: Decision, policy: Policy, figure: Figure, steps: int) -> bool:
    again = decided_with(decision, policy, figure, steps)
    return again is not None and outcome_of(again, figure.unit) != outcome_of(decision, figure.unit)


def assert_smallest(decision: Decision, policy: Policy, unit: str) -> Margin:
    """What the margin names flips the outcome; nothing nearer that is tried does, nor anything as near that it omits."""
    found = margin(decision, policy, unit)
    named = {(change.figure, change.steps) for change in found.changes}
    best = abs(found.changes[0].steps) if found.changes else None
    for change in found.changes:
        again = decided_with(decision, policy, change.figure, change.steps)
        assert again is not None
        assert change.outcome == outcome_of(again, unit) != found.outcome
        assert abs(change.steps) == best
    bounds = {left.figure: left.steps for left in found.unsearched}
    lots = Lots(f"{decision.season.id} {unit}")
    for figure in all_figures(decision, unit) if found.figures else ():
        for way in (1, -1):
            reach = min(figure.reach(way), bounds.get(figure, int(GREATEST) * 100))
            for steps in sampled(reach if best is None else min(reach, best - 1), lots):
                assert not flips(decision, policy, figure, way * steps), (figure, way * steps)
            if best is not None and best <= reach:
                assert flips(decision, policy, figure, way * best) == ((figure, way * best) in named)
    return found


def invented(seed: int) -> tuple[Decision, Policy]:
    """A random season, answered until nothing is open, or as far as a throw of the dice takes it."""
    lots = Lots(f"margins {seed}")
    ruleset = invent_ruleset(lots)
    year = Case(invent_season(lots, ruleset, scored=True), ruleset, load_policy(ruleset))
    if seed % 3:
        year = run(year, Answers(seed, turnout=year.turnout, source=year.source)).case
    return year.decide(), year.policy


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_the_smallest_change_in_a_shipped_case_flips_and_one_step_less_does_not(name: str) -> None:
    season, ruleset, policy = case(name)
    decision = decide(season, ruleset, policy)
    for named in decision.units:
        assert_smallest(decision, policy, named.id)


@pytest.mark.parametrize("seed", range(1_000 if DEEP else 30))
def test_the_smallest_change_in_a_random_season_flips_and_one_step_less_does_not(seed: int) -> None:
    decision, policy = invented(seed)
    for row in decision.standings:
        assert_smallest(decision, policy, row.unit)
