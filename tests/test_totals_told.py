"""Facts about what the steps and refusals of totals say: the unit, the rule, the sum before a cap, and the path."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from building import criterion, decided, order, places, refused, rounding, ruleset, scale, season, tie, totals
from test_totals import CAP, NA, group, leaf, of_a

from emulrules.errors import RulesetError, SeasonError
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision
from emulrules.model.rule import Rule
from emulrules.totals import totals as sums
from emulrules.trace import Trace

BONUS = (leaf("x", "100"), leaf("t", "60", kind="bonus"), leaf("u", "60", kind="deduction"))


def told(decision: Decision, kind: str) -> list[tuple[Any, ...]]:
    return [
        (step.unit, step.rule, step.output, dict(step.inputs))
        for step in decision.steps
        if step.step == kind and step.unit == "a"
    ]


def test_the_step_of_a_cap_says_what_it_cut() -> None:
    decision = of_a(CAP, {"x": 40, "y": 30})
    assert [("a", "criteria.n", 50, {"sum": 70})] == told(decision, "cap")
    capped = of_a(BONUS, {"x": 1, "t": 60, "u": 3}, points="100", bonus="50")
    assert [("a", "scale", 50, {"sum": 60})] == told(capped, "cap")


def test_a_sum_at_its_cap_is_not_cut() -> None:
    assert [] == told(of_a(CAP, {"x": 20, "y": 30}), "cap")
    assert [] == told(of_a(BONUS, {"x": 1, "t": 50, "u": 3}, points="100", bonus="50"), "cap")


def test_the_steps_of_a_total_say_what_was_added_and_taken_off() -> None:
    decision = of_a(BONUS, {"x": 1, "t": 60, "u": 3}, points="100", bonus="50")
    assert [("a", "scale", 50, {})] == told(decision, "bonus")
    assert [("a", "scale", -3, {})] == told(decision, "deduct")
    assert [("a", "scale", 48, {})] == told(decision, "total")


def test_the_steps_of_a_rounding_name_the_unit() -> None:
    rounded = rounding("half-up")
    criteria = (group("n", "60", rounding=rounded), leaf("x", "60", "n", weight="1/2"), leaf("y", "40", weight="1/2"))
    rules = ruleset("ab", criteria=criteria, order=order(), scale=evolve(scale(points="100"), rounding=rounded))
    cells = {"x": {"a": 3, "b": 2}, "y": {"a": 3, "b": 2}}
    decision = decided(rules, season(scores=cells))
    assert [("a", 2), ("a", 4)] == [(step.unit, step.output) for step in decision.steps if step.step == "round"]


def test_a_group_is_compared_by_the_points_that_its_steps_end_with() -> None:
    criteria = (*CAP, leaf("z", "50"))
    rules = ruleset(
        "ab", criteria=criteria, order=order("points", 1), ties=(tie("n", "criterion", criterion="n"),)
    )  # fmt: skip
    cells = {"x": {"a": 40, "b": 20}, "y": {"a": 40, "b": 20}, "z": {"a": 0, "b": 10}}
    decision = decided(rules, season(scores=cells))
    assert ({"a": "50", "b": "50"}, {"a": 1, "b": 2}) == (totals(decision), places(decision))


@pytest.mark.parametrize(
    ("criteria", "cells", "of_scale", "error", "code", "path", "data"),
    [
        (
            (leaf("x", "60"), leaf("y", "40")), {"x": "n/a", "y": 1}, {},
            RulesetError, "rescale-without-scale", ("scale",), {"unit": "a"},
        ),
        (
            (criterion("x", "entered", max=None, **NA), leaf("y", "1")), {"x": "n/a", "y": 1}, {"points": "9"},
            RulesetError, "rescale-without-max", ("criteria", "x"), {"criterion": "x"},
        ),
        (
            (leaf("x", "60"),), {"x": "n/a"}, {"points": "60"},
            SeasonError, "nothing-applies", ("scores",), {"unit": "a"},
        ),
        (
            (leaf("x", "60"), leaf("y", "40")), {"x": "n/a", "y": 1}, {"points": "60"},
            SeasonError, "rescale-nothing-left", ("scores",), {"rule": "scale", "unit": "a"},
        ),
    ],
)  # fmt: skip
def test_a_refusal_says_where_and_of_which_unit(
    criteria: tuple[Criterion, ...], cells: Any, of_scale: Any, error: Any, code: str, path: Any, data: Any
) -> None:
    scores = {id_: {"a": cell, "b": 1} for id_, cell in cells.items()}
    rules = ruleset("ab", criteria=criteria, order=order(), scale=scale(**of_scale) if of_scale else None)
    fault = refused(code, rules, season(scores=scores), error)
    assert (path, data) == (fault.path, dict(fault.data))


def long(number: int) -> tuple[Any, Any]:
    return 1, 10**58 + 2 * number + 1


ODD = evolve(scale(), points=33 + Fraction(1, 10**58 + 7))


def plans(letter: str, **parts: Any) -> list[Criterion]:
    return [criterion(f"{letter}{number}", "proportion", max="1", **parts) for number in range(33)]


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        pytest.param(plans("d", kind="bonus"), [], id="with its bonus"),
        pytest.param([], [criterion("lost", max=f"1/{10**58 + 999}", **NA)], id="rescaled"),
    ],
)
def test_a_total_that_nobody_could_spell_names_its_unit(more: list[Criterion], lost: list[Criterion]) -> None:
    """33 plans have a product that can still be spelt; what is done to their sum then makes it too long."""
    summed = [*plans("c"), *more]
    rules = ruleset("ab", criteria=(*summed, *lost), order=order(), scale=ODD)
    cells: dict[str, Any] = {each.id: {"a": (1, 2), "b": long(index)} for index, each in enumerate(summed)}
    cells |= {each.id: {"a": 0, "b": "n/a"} for each in lost}
    fault = refused("measure-too-long", rules, season(scores=cells))
    assert (("scores",), {"unit": "b"}) == (fault.path, dict(fault.data))


# What rulesets that were read never have, but those made in Python may.


def test_a_group_with_nothing_below_it_applies_to_nobody() -> None:
    assert {"a": "5", "b": "1"} == totals(of_a((group("n", None), leaf("x", "10")), {"x": 5}))
    capped = (group("p", "10", cap=True), leaf("x", "10", "p"), leaf("y", "10", "p"), group("n", None, "p"))
    assert "10" == totals(of_a(capped, {"x": "n/a", "y": 5}))["a"]


def test_without_any_criterion_a_total_is_nothing() -> None:
    assert {"a": Fraction(0)} == sums((), None, {}, {}, ("a",), Rule("order", (), "read"), Trace()).total


def test_what_does_not_apply_is_rescaled_to_the_criterion_s_own_maximum_where_it_has_no_cap() -> None:
    """Weights that a policy gives need not sum up to it: 20 · 60/(60 - 20)."""
    criteria = (group("n", "60"), leaf("x", "20", "n"), leaf("y", "20", "n"))
    assert "30" == totals(of_a(criteria, {"x": "n/a", "y": 20}))["a"]


def test_what_a_rounded_group_without_a_maximum_lacks_is_made_up_for_above_it() -> None:
    """Of 5.5 it keeps 6 of the 50 that are left, and of 100 that is 12."""
    nearest = rounding("half-up")
    criteria = (
        group("p", "100"), group("n", None, "p", rounding=nearest), leaf("x", "50", "n"),
        leaf("y", "50", "n", weight="1/2"), leaf("z", "25", "p"),
    )  # fmt: skip
    assert "12" == totals(of_a(criteria, {"x": "n/a", "y": 11, "z": 0}))["a"]


def test_a_leaf_without_a_maximum_below_a_cap_cannot_be_rescaled_to_what_could_be_reached() -> None:
    criteria = (group("p", "10", cap=True), leaf("x", "10", "p"), criterion("y", max=None, parent="p"))
    rules = ruleset("a", criteria=criteria, order=order())
    cells: Any = {"x": {"a": "n/a"}, "y": {"a": 5}}
    assert {"criterion": "y"} == refused("rescale-without-max", rules, season(scores=cells), RulesetError).data


def test_what_could_be_reached_below_a_cap_counts_a_group_by_its_maximum() -> None:
    """10 · 30/(30 - 10), where the group of 20 has parts of 40 under its own cap."""
    inner = (group("m", "20", "p", cap=True), leaf("y", "20", "m"), leaf("z", "20", "m"))
    criteria = (group("p", "25", cap=True), leaf("x", "10", "p"), *inner)
    assert "15" == totals(of_a(criteria, {"x": "n/a", "y": 10, "z": 0}))["a"]
