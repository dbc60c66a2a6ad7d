"""Margins: the smallest change of one score flips what became of a unit, and no smaller one does."""

from collections.abc import Iterator
from fractions import Fraction
from time import process_time

import pytest
from attrs import evolve
from bench.invented import deep_ruleset, deep_season, flat_ruleset, flat_season
from building import criterion, gate, order, ruleset, season, tie, vote
from cases import CASES, case
from law_trials import DEEP

from emulrules import Decision, Policy, Ruleset, Season, decide, load_policy
from emulrules.figures import GREATEST, Figure, figures
from emulrules.margins import Margin, decided_with, margin
from emulrules.model.criterion import Band
from emulrules.model.exact import spell
from emulrules.outcomes import Difference, differences, outcome_of
from emulrules.plugins import policy_of
from emulrules.rows import Rows
from emulrules.standard import Standard
from emulrules.testing.answers import Answers
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.course import run
from emulrules.testing.rulesets import invent_ruleset
from emulrules.testing.seasons import invent_season


def all_figures(decision: Decision, unit: str) -> list[Figure]:
    rows = Rows.of(decision)
    return [figure for row in rows.of_unit(unit) for figure in figures(rows.year, decision.rules.criteria, unit, row)]


def sampled(most: int, lots: Lots) -> Iterator[int]:
    """Numbers of steps up to `most`: all of a few, otherwise the last and some before it, mostly near."""
    if most <= (60 if DEEP else 2):
        yield from range(1, most + 1)
        return
    yield most
    for _ in range(10 if DEEP else 1):
        yield lots.number(1, min(most - 1, 2 ** lots.number(0, most.bit_length())))


Met = frozenset[Difference]


def ends(decision: Decision, policy: Policy, figure: Figure, steps: int) -> Met:
    """In which ways the unit ends otherwise with the figure so many steps away; in none where that is refused."""
    again = decided_with(decision, policy, figure, steps)
    if again is None:
        return frozenset()
    return frozenset(differences(outcome_of(decision, figure.unit), outcome_of(again, figure.unit)))


def assert_smallest(decision: Decision, policy: Policy, unit: str) -> Margin:
    """What the margin names flips the outcome, and does what it is named for; nothing nearer that is tried does."""
    found = margin(decision, policy, unit)
    named = named_in(found)
    best = {what: abs(next(iter(at))[1]) for what, at in named.items() if at}
    own = outcome_of(decision, unit)
    for change in (*found.changes, *(change for aim in found.aims for change in aim.changes)):
        again = decided_with(decision, policy, change.figure, change.steps)
        assert again is not None
        assert change.outcome == outcome_of(again, unit) != found.outcome
    for aim in found.aims:
        assert all(aim.what in differences(own, change.outcome) for change in aim.changes)
        assert {abs(change.steps) for change in aim.changes} <= {best.get(aim.what)}
    first = abs(found.changes[0].steps) if found.changes else None
    assert first == min(best.values(), default=None)
    bounds = {left.figure: left.steps for left in found.unsearched}
    lots = Lots(f"{decision.season.id} {unit}")
    for figure in all_figures(decision, unit) if found.figures else ():
        for way in (1, -1):
            reach = min(figure.reach(way), bounds.get(figure, int(GREATEST) * 100))
            near = sampled(reach if first is None else min(reach, first - 1), lots)
            beyond = (
                [] if first is None else [*sampled(far(found, figure, way), lots), *(best.values() if DEEP else ())]
            )
            for steps in {*near, *(steps for steps in beyond if steps <= far(found, figure, way)), *edge(first, reach)}:
                met = ends(decision, policy, figure, way * steps)
                assert met or (figure, way * steps) not in {at for each in named.values() for at in each}
                assert not met or (first is not None and steps >= first), (figure, way * steps)
                for what in met:
                    least = best.get(what)
                    assert least is not None, (what, figure, way * steps)
                    assert steps > least or (steps == least and (figure, way * steps) in named[what]), (what, steps)
    return found


def named_in(found: Margin) -> dict[Difference, set[tuple[Figure, int]]]:
    """Which figures are named, with their steps, by what they are named for."""
    return {aim.what: {(change.figure, change.steps) for change in aim.changes} for aim in found.aims}


def edge(first: int | None, reach: int) -> tuple[int, ...]:
    """The steps of the smallest change of all, where the figure goes so far."""
    return () if first is None or first > reach else (first,)


def far(found: Margin, figure: Figure, way: int) -> int:
    """Up to how many steps it is claimed that each difference has its smallest change."""
    reach = figure.reach(way)
    return reach if found.looked is None else min(reach, found.looked)


def invented(seed: int, step: Fraction | None = None) -> tuple[Decision, Policy]:
    """A random season, answered until nothing is open, or as far as a throw of the dice takes it.

    Where a `step` is given, every criterion that goes in steps goes in these.
    """
    lots = Lots(f"margins {seed}")
    ruleset = invent_ruleset(lots)
    if step is not None:
        ruleset = evolve(ruleset, criteria=tuple(evolve(each, step=step) for each in ruleset.criteria))
    year = Case(invent_season(lots, ruleset, scored=True), ruleset, policy_of(Standard, ruleset))
    if seed % 3:
        year = run(year, Answers(seed, turnout=year.turnout, source=year.source)).case
    return year.decide(), year.policy


FIRST = {path.parent: path.stem for path in reversed(CASES) if "scores." in path.read_text(encoding="utf-8")}
"""The first scored case of each ruleset."""


@pytest.mark.parametrize("name", [path.stem for path in CASES] if DEEP else sorted(FIRST.values()))
def test_the_smallest_change_in_a_shipped_case_flips_and_one_step_less_does_not(name: str) -> None:
    season, ruleset, policy = case(name)
    decision = decide(season, ruleset, policy)
    for named in decision.units:
        assert_smallest(decision, policy, named.id)


@pytest.mark.parametrize("seed", range(1_000 if DEEP else 12))
def test_the_smallest_change_in_a_random_season_flips_and_one_step_less_does_not(seed: int) -> None:
    decision, policy = invented(seed)
    for row in decision.standings:
        assert_smallest(decision, policy, row.unit)


HALF = Fraction(1, 2)


STEPS = 20 if DEEP else 6
"""So far every step is tried, up and down; figures of points, marks and counts have no more of them."""


def every_change(decision: Decision, policy: Policy, unit: str) -> dict[Difference, set[tuple[Figure, int]]]:
    """The changes of fewest steps by what they make different, from trying every step of every figure."""
    met: dict[Difference, set[tuple[Figure, int]]] = {}
    for figure in all_figures(decision, unit):
        for steps in (way * steps for way in (1, -1) for steps in range(1, min(STEPS, figure.reach(way)) + 1)):
            for what in ends(decision, policy, figure, steps):
                met.setdefault(what, set()).add((figure, steps))
    least = {what: min(abs(steps) for _, steps in at) for what, at in met.items()}
    return {what: {each for each in at if abs(each[1]) == least[what]} for what, at in met.items()}


@pytest.mark.parametrize("part", range(10 if DEEP else 1))
def test_the_smallest_changes_are_those_of_trying_every_score(part: int) -> None:
    """Half a point a step, so that most figures have few enough steps to try them all."""
    compared = differ = never = 0
    for seed in range(part, 1_000, 10) if DEEP else range(6):
        decision, policy = invented(seed, HALF)
        for row in decision.standings:
            found = margin(decision, policy, row.unit)
            named = {
                what: near
                for what, at in named_in(found).items()
                if (near := {each for each in at if abs(each[1]) <= STEPS})
            }
            if not found.figures or any(left.steps < STEPS for left in found.unsearched):
                continue
            met = every_change(decision, policy, row.unit)
            assert met == named, (seed, row.unit)
            compared += 1
            differ += bool(met)
            never += not (met or found.changes)
    assert compared >= (200 if DEEP else 12)
    assert differ >= (100 if DEEP else 6)
    assert never >= (20 if DEEP else 2)


# What the smallest change is, by example

TWO = order("points", 1)


def least(rules: Ruleset, given: Season, unit: str, policy: Policy | None = None) -> Margin:
    """The margin of one unit of a small season."""
    policy = load_policy(rules) if policy is None else policy
    return margin(decide(given, rules, policy), policy, unit)


def told(found: Margin) -> list[tuple[str, str, int]]:
    return [(change.figure.criterion.id, change.figure.part, change.steps) for change in found.changes]


def test_without_a_step_of_its_own_a_criterion_moves_by_a_hundredth() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="10")], order=TWO)
    given = season(scores={"viec": {"a": "8", "b": "7.5"}})
    assert [("viec", "points", 50)] == told(least(rules, given, "b"))


def test_a_criterion_moves_by_its_own_step_and_nothing_is_held_to_it() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="10", step=Fraction(1, 2))], order=TWO)
    given = season(scores={"viec": {"a": "8", "b": "7.3"}})
    (change,) = least(rules, given, "b").changes
    assert (2, "8.3") == (change.steps, spell(change.figure.after(change.steps)))


def test_changes_that_are_equally_small_are_all_named() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="10"), criterion("viec-khac", max="10")], order=TWO)
    given = season(scores={"viec": {"a": "8", "b": "8"}, "viec-khac": {"a": "5", "b": "4.99"}})
    assert [("viec", "points", 1), ("viec-khac", "points", 1)] == told(least(rules, given, "b"))


def test_points_beyond_the_maximum_are_no_change() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="8"), criterion("them", max="1")], order=TWO)
    given = season(scores={"viec": {"a": "8", "b": "5"}, "them": {"a": "1", "b": "0"}})
    found = least(rules, given, "b")
    assert (2, (), ()) == (found.figures, found.changes, found.unsearched)


def test_a_unit_that_is_out_has_no_score_that_counts() -> None:
    rules = ruleset("ab", criteria=[criterion("viec", max="10")], order=TWO, gates=[gate("ky-luat", "discipline")])
    given = season(scores={"viec": {"a": "8", "b": "7"}}, facts={"discipline": ("b",)})
    assert 0 == least(rules, given, "b").figures


def test_a_place_that_people_would_have_to_give_is_another_outcome() -> None:
    rules = ruleset(
        "ab",
        criteria=[criterion("viec", max="10")],
        order=order("points", 1),
        ties=[tie("phieu", "ballot", asks="members")],
    )
    given = season(scores={"viec": {"a": "8", "b": "7.99"}})
    (change,) = least(rules, given, "b").changes
    assert (1, ("place:1:phieu",)) == (change.steps, change.outcome.asked)


def test_a_vote_that_would_not_have_been_held_is_left_out() -> None:
    rules = ruleset(
        "ab",
        criteria=[criterion("viec", max="10")],
        order=order("points", 1),
        ties=[tie("phieu", "ballot", asks="members")],
    )
    given = season(vote("place:1:phieu", 2, "ab", a=2, b=0), scores={"viec": {"a": "8", "b": "8"}})
    (change,) = least(rules, given, "b").changes
    assert (1, 1, ()) == (change.steps, change.outcome.place, change.outcome.asked)


def test_bands_whose_points_fall_are_searched_on_both_sides() -> None:
    bands = (Band(Fraction(0), at_least=Fraction(3)), Band(Fraction(5), at_least=Fraction(1)), Band(Fraction(0)))
    rules = ruleset("ab", criteria=[criterion("viec", "bands", max="5", bands=bands, step=Fraction(1))], order=TWO)
    given = season(scores={"viec": {"a": "2", "b": "7"}})
    assert [("viec", "figure", -5)] == told(least(rules, given, "b"))


def test_the_largest_year_that_is_measured_is_searched_in_two_seconds() -> None:
    for rules, given in ((flat_ruleset(12, 20), flat_season(12, 20)), (deep_ruleset(12, 20), deep_season(12, 20))):
        policy = load_policy(rules)
        decision = decide(given, rules, policy)
        for named in decision.units[::4]:
            began = process_time()
            margin(decision, policy, named.id)
            assert process_time() - began < 2
