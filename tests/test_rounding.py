"""Facts about rounding: where halves go, on both sides of zero, and what a step says of it."""

from fractions import Fraction
from typing import Any

import pytest
from building import (
    criterion,
    decided,
    exact,
    order,
    outputs,
    places,
    refused,
    rounding,
    ruleset,
    scale,
    season,
    tie,
    totals,
    warned,
)

from emulrules.errors import RulesetError
from emulrules.model.decision import Step
from emulrules.model.exact import spell
from emulrules.rounding import rounded

OWN: dict[str, Any] = {"basis": ("Phụ lục 1",), "trust": "assumed"}

# The value, and what floor, ceiling, half-up and half-even make of it.
TO_WHOLE = [
    ("0", "0", "0", "0", "0"),
    ("2", "2", "2", "2", "2"),
    ("0.5", "0", "1", "1", "0"),
    ("1.5", "1", "2", "2", "2"),
    ("2.5", "2", "3", "3", "2"),
    ("2.499", "2", "3", "2", "2"),
    ("2.501", "2", "3", "3", "3"),
    ("-0.5", "-1", "0", "-1", "0"),
    ("-1.5", "-2", "-1", "-2", "-2"),
    ("-2.5", "-3", "-2", "-3", "-2"),
    ("-2.499", "-3", "-2", "-2", "-2"),
    ("-2", "-2", "-2", "-2", "-2"),
    ("20/3", "6", "7", "7", "7"),
    ("-20/3", "-7", "-6", "-7", "-7"),
]
MODES = ("floor", "ceiling", "half-up", "half-even")


@pytest.mark.parametrize(
    ("mode", "value", "found"),
    [(mode, row[0], row[1 + at]) for row in TO_WHOLE for at, mode in enumerate(MODES)],
)
def test_a_value_is_rounded_to_a_whole_number(mode: str, value: str, found: str) -> None:
    assert found == spell(rounded(exact(value), rounding(mode)))


@pytest.mark.parametrize(
    ("places", "found"), [(0, "7"), (1, "6.7"), (2, "6.67"), (12, "6.666666666667")], ids=["0", "1", "2", "12"]
)
def test_a_value_is_rounded_to_so_many_places(places: int, found: str) -> None:
    assert found == spell(rounded(Fraction(20, 3), rounding("half-up", places)))


@pytest.mark.parametrize("mode", MODES)
def test_what_is_round_to_its_places_stays(mode: str) -> None:
    assert exact("-1.25") == rounded(exact("-1.25"), rounding(mode, 2))
    assert exact("1.25") == rounded(exact("1.25"), rounding(mode, 12))


LEAF = criterion("x", "proportion", max="10", rounding=rounding("half-up", 2))


def steps(cell: Any, *criteria: Any, **parts: Any) -> list[Step]:
    """The steps that round something of unit `a`; `x` is the criterion that the cell is of."""
    rules = ruleset("a", criteria=criteria or (LEAF,), order=order(), **parts)
    decision = decided(rules, season(scores={"x": {"a": cell}}))
    return [step for step in decision.steps if step.step == "round"]


def test_a_leaf_is_rounded_in_a_step_with_mode_places_and_the_exact_value() -> None:
    (step,) = steps((2, 3))
    assert ("a", "criteria.x.rounding", exact("6.67")) == (step.unit, step.rule, step.output)
    assert {"value": Fraction(20, 3), "mode": "half-up", "places": 2} == step.inputs


def test_a_value_that_is_round_already_takes_no_step() -> None:
    assert [] == steps((1, 4))


def test_a_rounding_rests_on_the_rule_that_it_rounds_if_it_has_no_basis_of_its_own() -> None:
    (step,) = steps((2, 3))
    assert LEAF.basis == step.basis
    rules = ruleset("a", criteria=(criterion("x", "proportion", rounding=rounding("floor")),), order=order())
    assert set() == warned(decided(rules, season(scores={"x": {"a": (2, 3)}})))


def test_a_rounding_with_a_basis_of_its_own_rests_on_it_and_warns_as_it_is_trusted() -> None:
    leaf = criterion("x", "proportion", rounding=rounding("floor", **OWN))
    rules = ruleset("a", criteria=(leaf,), order=order())
    decision = decided(rules, season(scores={"x": {"a": (2, 3)}}))
    (step,) = [step for step in decision.steps if step.step == "round"]
    assert OWN["basis"] == step.basis
    assert {("assumed-rule", "criteria.x.rounding")} == warned(decision)
    assert set() == warned(decided(rules, season(scores={"x": {"a": (1, 1)}})))


def test_a_leaf_that_does_not_apply_is_not_rounded() -> None:
    leaf = criterion("x", "proportion", max="10", no_target="not-applicable", rounding=rounding("floor"))
    rules = ruleset("a", criteria=(leaf, criterion("y", max="10")), order=order(), scale=scale(points="20"))
    decision = decided(rules, season(scores={"x": {"a": (1, None)}, "y": {"a": "7.5"}}))
    assert {"a": "15"} == totals(decision)


PARENT: dict[str, Any] = {"max": "5", "cap": True}
CHILD = criterion("x", "proportion", max="10", parent="p", weight="3")


@pytest.mark.parametrize(
    ("cell", "found"),
    [((1, 45), ["0.67"]), ((1, 90), ["0.33"]), ((1, 10), []), ((1, 6), []), ((10, 59), [])],
    ids=["up", "down", "whole", "just the cap", "above the cap"],
)
def test_a_parent_is_rounded_after_its_cap(cell: Any, found: list[str]) -> None:
    parent = criterion("p", None, rounding=rounding("half-up", 2), **PARENT)
    made = steps(cell, parent, CHILD)
    assert [("criteria.p.rounding", value) for value in found] == [(step.rule, spell(step.output)) for step in made]


def test_a_total_adds_what_the_parent_was_rounded_to() -> None:
    parent = criterion("p", None, max="30", rounding=rounding("floor"))
    rules = ruleset("a", criteria=(parent, CHILD, criterion("y")), order=order())
    assert {"a": "22.5"} == totals(decided(rules, season(scores={"x": {"a": (3, 4)}, "y": {"a": "0.5"}})))


def test_a_parent_below_which_nothing_applies_is_not_rounded() -> None:
    parent = criterion("p", None, max="10", rounding=rounding("floor"))
    leaf = criterion("x", parent="p", max="10", not_applicable="rescale")
    rules = ruleset("a", criteria=(parent, leaf, criterion("y", max="10")), order=order(), scale=scale(points="20"))
    assert {"a": "9"} == totals(decided(rules, season(scores={"x": {"a": "n/a"}, "y": {"a": "4.5"}})))


def test_a_parent_is_rounded_after_it_is_rescaled() -> None:
    parent = criterion("p", None, max="10", rounding=rounding("floor"))
    leaf = criterion("x", parent="p", max="4", not_applicable="rescale")
    rules = ruleset("a", criteria=(parent, leaf, criterion("y", parent="p", max="6")), order=order())
    decision = decided(rules, season(scores={"x": {"a": "n/a"}, "y": {"a": "2"}}))
    assert ([Fraction(10, 3)], [3]) == (outputs(decision, "rescale"), outputs(decision, "round"))
    assert {"a": "3"} == totals(decision)


SIDES = (
    criterion("x", "proportion", max="10"),
    criterion("them", "count", each="0.3", max=None, kind="bonus"),
    criterion("bot", "count", each="-0.1", max=None, kind="deduction"),
)


def scored(**parts: Any) -> Any:
    rules = ruleset("ab", criteria=SIDES, order=order(), **parts)
    cells: dict[str, dict[str, Any]] = {
        "x": {"a": (1, 2), "b": (1, 2)},
        "them": {"a": 1, "b": 2},
        "bot": {"a": 0, "b": 3},
    }
    return decided(rules, season(scores=cells))


def test_a_total_is_rounded_last_after_bonus_and_deductions() -> None:
    decision = scored(scale=scale(points="10", rounding=rounding("half-up")))
    assert {"a": "5", "b": "5"} == totals(decision)
    assert [exact("5.3"), exact("5.3")] == outputs(decision, "total")
    assert ["scale.rounding", "scale.rounding"] == [step.rule for step in decision.steps if step.step == "round"]


def test_units_that_rounding_makes_equal_share_a_place() -> None:
    cells = {"x": {"a": "90.4", "b": "90.3", "c": "90.5"}}
    rules = [
        ruleset("abc", criteria=(criterion("x"),), order=order(), scale=scale(points="100", rounding=found))
        for found in (None, rounding("half-up"))
    ]
    exactly, round_ = (decided(each, season(scores=cells)) for each in rules)
    assert {"a": 2, "b": 3, "c": 1} == places(exactly)
    assert {"a": 2, "b": 2, "c": 1} == places(round_)


def test_what_a_tie_step_compares_is_rounded() -> None:
    steps = tie("x-truoc", "criterion", criterion="x"), tie("y-truoc", "criterion", criterion="y")
    leaves = [criterion("x", max="10", rounding=found) for found in (None, rounding("half-up"))]
    cells = {"x": {"a": "5.4", "b": "5.2"}, "y": {"a": "1", "b": "1.2"}}
    exactly, round_ = (
        decided(
            ruleset(
                "ab",
                criteria=(leaf, criterion("y")),
                order=order("points", 1),
                ties=steps,
                scale=scale(points="110", rounding=rounding("floor")),
            ),
            season(scores=cells),
        )
        for leaf in leaves
    )
    # Rounded, both have 5 under x, so that y parts them.
    assert ({"a": 1, "b": 2}, {"a": 2, "b": 1}) == (places(exactly), places(round_))


def test_a_total_is_not_rounded_without_a_rule() -> None:
    assert [] == outputs(scored(), "round")
    assert [] == outputs(scored(scale=scale(points="10")), "round")


@pytest.mark.parametrize("places_", [-1, 13, 10**8])
def test_more_places_than_a_decimal_has_are_refused_without_counting_them(places_: int) -> None:
    leaf = criterion("x", "proportion", rounding=rounding("floor", places_))
    rules = ruleset("a", criteria=(leaf,), order=order())
    fault = refused("places-out-of-range", rules, season(scores={"x": {"a": (2, 3)}}), RulesetError)
    assert ("criteria", "x", "rounding", "places") == fault.path
    assert {"got": places_, "most": 12} == fault.data


def test_twelve_places_are_kept() -> None:
    leaf = criterion("x", "proportion", max="1", rounding=rounding("floor", 12))
    assert {"a": "0.666666666666"} == totals(
        decided(ruleset("a", criteria=(leaf,), order=order()), season(scores={"x": {"a": (2, 3)}}))
    )
