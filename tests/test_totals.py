"""Facts about totals: weights, rescaling, caps, bonus, deductions, in their one order."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from building import (
    criterion,
    decided,
    order,
    outputs,
    refused,
    ruleset,
    scale,
    season,
    totals,
    warned,
)

from emulrules.errors import RulesetError
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision

NA: dict[str, Any] = {"not_applicable": "rescale"}
NO_TARGET: dict[str, Any] = {"no_target": "not-applicable"}


def leaf(id_: str, most: str, parent: str | None = None, **parts: Any) -> Criterion:
    return criterion(id_, "entered", max=most, parent=parent, **{**NA, **parts})


def group(id_: str, most: str | None, parent: str | None = None, **parts: Any) -> Criterion:
    return criterion(id_, None, max=most, parent=parent, **parts)


def of_a(criteria: tuple[Criterion, ...], cells: dict[str, Any], **of_scale: str) -> Decision:
    """The decision on unit `a` with these cells, while `b` has 1 everywhere."""
    scores = {id_: {"a": cell, "b": (1, 1) if isinstance(cell, tuple) else 1} for id_, cell in cells.items()}
    rules = ruleset("ab", criteria=criteria, order=order(), scale=scale(**of_scale) if of_scale else None)
    return decided(rules, season(scores=scores))


LEAVES = (leaf("x", "60"), leaf("y", "40"))
TREE = (group("n", "60"), leaf("x", "20", "n"), leaf("y", "40", "n"), leaf("z", "40"))
DEEP = (group("n", "60"), group("m", None, "n"), leaf("x", "20", "m"), leaf("y", "40", "m"), leaf("z", "40"))
WEIGHTED = (leaf("x", "10", weight="2"), leaf("y", "80"))
BONUS = (leaf("x", "100"), leaf("t", "60", kind="bonus"), leaf("u", "60", kind="bonus"))
DEDUCTION = (leaf("x", "100"), leaf("t", "60", kind="deduction"))
CAP = (group("n", "50", cap=True), leaf("x", "40", "n"), leaf("y", "40", "n"))


@pytest.mark.parametrize(
    ("criteria", "cells", "of_scale", "total"),
    [
        pytest.param(LEAVES, {"x": "1/3", "y": "0.1"}, {}, "13/30", id="a sum is exact"),
        pytest.param(TREE, {"x": 20, "y": 30, "z": 10}, {}, "60", id="a tree adds up"),
        pytest.param(WEIGHTED, {"x": 7, "y": 3}, {}, "17", id="a weight multiplies points"),
        pytest.param(
            (group("n", "20", weight="1/2"), *(leaf(each, "10", "n") for each in "xy")),
            {"x": 7, "y": 4},
            {},
            "5.5",
            id="a weight of a parent multiplies its sum",
        ),
        pytest.param((leaf("x", "10", weight="0"), leaf("y", "1")), {"x": 9, "y": 1}, {}, "1", id="a weight of 0"),
        pytest.param(LEAVES, {"x": "n/a", "y": 30}, {"points": "100"}, "75", id="rescale at the top: 30 · 100 / 40"),
        pytest.param(TREE, {"x": "n/a", "y": 30, "z": 10}, {"points": "100"}, "55", id="inside the parent: 30 · 60/40"),
        pytest.param(DEEP, {"x": "n/a", "y": 30, "z": 10}, {"points": "100"}, "55", id="nearest ancestor with a max"),
        pytest.param(TREE, {"x": "n/a", "y": "n/a", "z": 10}, {"points": "100"}, "25", id="a whole group: 10 · 100/40"),
        pytest.param(
            (*CAP, leaf("z", "50")),
            {"x": "n/a", "y": "n/a", "z": 30},
            {"points": "100"},
            "60",
            id="a whole group under a cap loses its maximum, not its parts': 30 · 100/50",
        ),
        pytest.param(
            (group("n", "50", cap=True), group("m", None, "n"), leaf("x", "40", "m"), leaf("y", "40", "m")),
            {"x": "n/a", "y": 20},
            {},
            "40",
            id="what can be reached below a cap through a group without a maximum: 20 · 80/40",
        ),
        pytest.param(
            (group("n", None), leaf("x", "20", "n"), leaf("y", "40", "n"), leaf("z", "40")),
            {"x": "n/a", "y": "n/a", "z": 10},
            {"points": "100"},
            "25",
            id="a whole group without a max of its own",
        ),
        pytest.param(WEIGHTED, {"x": "n/a", "y": 40}, {"points": "100"}, "50", id="what is lost is weighted: 100/80"),
        pytest.param(
            (criterion("x", "proportion", max="50", **NO_TARGET), leaf("y", "50")),
            {"x": ("5", None), "y": 20},
            {"points": "100"},
            "40",
            id="no target leaves the denominator",
        ),
        pytest.param(CAP, {"x": 40, "y": 30}, {}, "50", id="a cap binds"),
        pytest.param(CAP, {"x": 20, "y": 30}, {}, "50", id="a cap is reached"),
        pytest.param(CAP, {"x": 20, "y": 20}, {}, "40", id="a cap does not lift"),
        pytest.param(
            (group("n", "80", cap=True), leaf("x", "50", "n"), leaf("y", "50", "n")),
            {"x": "n/a", "y": 40},
            {},
            "80",
            id="rescaled by what can be reached, then capped: 40 · 100/50",
        ),
        pytest.param(CAP, {"x": 10, "y": "n/a"}, {}, "20", id="under a cap no points come out of nothing: 10 · 80/40"),
        pytest.param(BONUS, {"x": 90, "t": 30, "u": 40}, {"points": "100", "bonus": "50"}, "140", id="one bonus cap"),
        pytest.param(BONUS, {"x": 90, "t": 30, "u": 20}, {"points": "100", "bonus": "50"}, "140", id="bonus reached"),
        pytest.param(BONUS, {"x": 90, "t": 60, "u": 60}, {"points": "100"}, "210", id="no bonus cap"),
        pytest.param(BONUS, {"x": 90, "t": "n/a", "u": 5}, {"points": "100"}, "95", id="a bonus is in no denominator"),
        pytest.param(BONUS, {"x": 90, "t": "n/a", "u": "n/a"}, {"points": "100"}, "90", id="no bonus at all"),
        pytest.param(
            (leaf("x", "50"), leaf("y", "50"), leaf("t", "10", kind="bonus")),
            {"x": 40, "y": "n/a", "t": 10},
            {"points": "100", "bonus": "5"},
            "85",
            id="rescaled, then the bonus: 40 · 2 + 5",
        ),
        pytest.param(
            (leaf("x", "10"), leaf("t", "90", kind="bonus", weight="1/2"), leaf("u", "9", kind="deduction")),
            {"x": 10, "t": 90, "u": 9},
            {"points": "10", "bonus": "20"},
            "21",
            id="deductions come after the bonus cap",
        ),
        pytest.param(DEDUCTION, {"x": 10, "t": 60}, {"points": "100"}, "-50", id="a total may be negative"),
        pytest.param(DEDUCTION, {"x": 10, "t": "n/a"}, {"points": "100"}, "10", id="no deduction applies"),
        pytest.param(
            (group("n", "60", kind="deduction"), *(leaf(e, "30", "n", kind="deduction") for e in "xy"), leaf("z", "9")),
            {"x": 3, "y": 4, "z": 9},
            {"points": "9"},
            "2",
            id="a group of deductions",
        ),
        pytest.param(
            (
                leaf("z", "9"),
                group("r", "50", kind="bonus"),
                group("n", "20", "r", kind="bonus"),
                leaf("x", "20", "n", kind="bonus"),
                leaf("y", "30", "r", kind="bonus"),
            ),
            {"x": "n/a", "y": 10, "z": 9},
            {"points": "9"},
            "19",
            id="a group of bonuses that does not apply is in no denominator",
        ),
        pytest.param((leaf("t", "60", kind="bonus"),), {"t": 7}, {}, "7", id="only a bonus"),
    ],
)
def test_a_total_is(criteria: tuple[Criterion, ...], cells: dict[str, Any], of_scale: Any, total: str) -> None:
    assert total == totals(of_a(criteria, cells, **of_scale))["a"]


def test_the_order_of_criteria_changes_no_total() -> None:
    cells = {"x": "n/a", "y": 30, "z": 10}
    assert totals(of_a(DEEP, cells)) == totals(of_a(tuple(reversed(DEEP)), cells))


def test_a_rescaled_unit_is_warned_of() -> None:
    assert {("rescaled", "criteria.n")} == warned(of_a(TREE, {"x": "n/a", "y": 30, "z": 10}))
    decision = of_a(LEAVES, {"x": "n/a", "y": 30}, points="100")
    assert [("a",)] == [each.units for each in decision.warnings if each.code == "rescaled"]
    assert {("rescaled", "scale")} == warned(decision)


def test_nothing_is_rescaled_where_everything_applies() -> None:
    assert [] == outputs(of_a(LEAVES, {"x": 1, "y": 2}, points="100"), "rescale")


def test_a_rescale_step_shows_what_it_was_made_from() -> None:
    decision = of_a(TREE, {"x": "n/a", "y": 30, "z": 10})
    (step,) = (step for step in decision.steps if step.step == "rescale")
    assert ("a", "criteria.n", Fraction(45)) == (step.unit, step.rule, step.output)
    assert {"sum": 30, "max": 60, "not_applicable": 20} == step.inputs


def test_the_steps_of_a_unit_are_in_order() -> None:
    criteria = (*CAP, leaf("t", "60", kind="bonus"), leaf("u", "9", kind="deduction"))
    decision = of_a(criteria, {"x": 40, "y": 40, "t": 60, "u": 9}, points="50", bonus="20")
    kinds = [step.step for step in decision.steps if step.unit == "a" and step.step not in ("points", "standing")]
    assert ["sum", "cap", "cap", "bonus", "deduct", "total"] == kinds
    assert ["61"] == [totals(decision)["a"]]


@pytest.mark.parametrize(
    ("criteria", "cells", "of_scale", "code"),
    [
        (LEAVES, {"x": "n/a", "y": 1}, {}, "rescale-without-scale"),
        (LEAVES, {"x": "n/a", "y": 1}, {"bonus": "5"}, "rescale-without-scale"),
        (
            (criterion("x", "entered", max=None, **NA), leaf("y", "1")),
            {"x": "n/a", "y": 1},
            {"points": "9"},
            "rescale-without-max",
        ),
    ],
)
def test_what_cannot_be_rescaled_is_an_error_of_the_ruleset(
    criteria: tuple[Criterion, ...], cells: dict[str, Any], of_scale: Any, code: str
) -> None:
    scores = {id_: {"a": cell, "b": 1} for id_, cell in cells.items()}
    rules = ruleset("ab", criteria=criteria, order=order(), scale=scale(**of_scale) if of_scale else None)
    refused(code, rules, season(scores=scores), RulesetError)


def test_a_unit_that_nothing_applies_to_is_refused() -> None:
    rules = ruleset("ab", criteria=LEAVES, order=order(), scale=scale(points="100"))
    cells = {"x": {"a": "n/a", "b": 1}, "y": {"a": "n/a", "b": 1}}
    assert {"unit": "a"} == refused("nothing-applies", rules, season(scores=cells)).data


def test_points_of_a_criterion_that_is_not_capped_may_pass_its_maximum() -> None:
    criteria = (group("n", "50"), leaf("x", "40", "n"), leaf("y", "40", "n"))
    assert "80" == totals(of_a(criteria, {"x": 40, "y": 40}))["a"]


def test_a_scale_that_what_does_not_apply_uses_up_is_refused() -> None:
    rules = ruleset("ab", criteria=LEAVES, order=order(), scale=scale(points="60"))
    scores: dict[str, dict[str, Any]] = {"x": {"a": "n/a", "b": 1}, "y": {"a": 1, "b": 1}}
    assert ("scores",) == refused("rescale-nothing-left", rules, season(scores=scores)).path


def plans(count: int) -> tuple[Criterion, ...]:
    return tuple(criterion(f"c{number}", "proportion", max="1") for number in range(count))


@pytest.mark.parametrize("grouped", [False, True], ids=["at the top", "in a group"])
def test_a_sum_that_nobody_could_spell_is_refused_with_the_unit(grouped: bool) -> None:
    """Plans of 59 digits without a common measure: 34 of them have a product of more than 6,600 bits."""
    criteria = plans(40)
    if grouped:
        criteria = (group("n", "40"), *(evolve(leaf_, parent="n") for leaf_ in criteria))
    rules = ruleset("ab", criteria=criteria, order=order())
    cells = {f"c{number}": {"a": (1, 2), "b": (1, 10**58 + 2 * number + 1)} for number in range(40)}
    fault = refused("measure-too-long", rules, season(scores=cells))
    assert (("scores",), {"unit": "b"}) == (fault.path, fault.data)


def test_a_sum_of_some_odd_plans_is_exact() -> None:
    cells = {f"c{number}": {"a": (1, 10**58 + 2 * number + 1)} for number in range(20)}
    decision = decided(ruleset("a", criteria=plans(20), order=order()), season(scores=cells))
    expected = sum(Fraction(1, 10**58 + 2 * number + 1) for number in range(20))
    assert [expected] == [row.total for row in decision.standings]


def test_a_group_of_deductions_takes_off_at_most_its_maximum() -> None:
    fined = (
        leaf("x", "100"),
        group("n", "10", kind="deduction", cap=True),
        *(leaf(each, "8", "n", kind="deduction") for each in "tu"),
    )
    assert "70" == totals(of_a(fined, {"x": 80, "t": 8, "u": 8}))["a"]
    assert [Fraction(-10)] == outputs(of_a(fined, {"x": 80, "t": 8, "u": 8}), "cap", "a")
    assert ("75", []) == (
        totals(of_a(fined, {"x": 80, "t": 4, "u": 1}))["a"],
        outputs(of_a(fined, {"x": 80, "t": 4, "u": 1}), "cap", "a"),
    )
