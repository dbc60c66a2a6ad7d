"""Known to fail: what more points, more periods and rounded points seem to say of the order.

Each broad wording fails here as the table of laws says it does; the bounded form is a law, or stands beside it.
"""

from fractions import Fraction
from typing import Any

from building import BASIS, criterion, decided, exact, order, places, ruleset, scale, season, tie, warned
from building import totals as totals_of

from emulrules.model.criterion import Rounding
from emulrules.model.ruleset import Ruleset
from emulrules.testing.altered import without

# Relative to the cluster's best.


def relative(units: str, leader: Any) -> Ruleset:
    """One criterion that is measured by the best, of 10 points and 5 for the plan, and one that is entered."""
    best = criterion("x", "relative", max="10", at_plan=Fraction(5), leader=leader)
    return ruleset(units, criteria=(best, criterion("y")), order=order())


def test_who_leaves_turns_the_order_of_two_others_round_where_points_are_relative() -> None:
    rules = relative("abc", "ratio")
    whole = season(scores={"x": {"a": (20, 10), "b": (15, 10), "c": (10, 10)}, "y": {"a": 0, "b": 0, "c": 3}})
    before = decided(rules, whole)
    assert {"a": 1, "b": 3, "c": 2} == places(before)
    assert ("relative-scale", "criteria.x") in warned(before)
    assert {"b": 1, "c": 2} == places(decided(rules, without(whole, {"a"})))


def test_who_leaves_turns_nothing_round_on_a_fixed_scale() -> None:
    rules = ruleset("abc", criteria=(criterion("x", "proportion", max="10"), criterion("y")), order=order())
    whole = season(scores={"x": {"a": (20, 10), "b": (15, 10), "c": (10, 10)}, "y": {"a": 0, "b": 0, "c": 3}})
    decision = decided(rules, whole)
    assert {"a": 2, "b": 2, "c": 1} == places(decision)
    assert ("relative-scale", "criteria.x") not in warned(decision)
    assert {"b": 2, "c": 1} == places(decided(rules, without(whole, {"a"})))


def test_more_done_would_fall_from_55_to_10_points_without_a_maximum() -> None:
    """Measured by the greatest amount, 110 of 100: whoever does twice its plan is ten times as far above it."""
    above = Fraction(60, 30) - 1
    assert 55 == 5 + 5 * above / (Fraction(110, 100) - 1)
    rules = relative("ab", "amount")
    for amount in (60, 111):
        year = season(scores={"x": {"a": (amount, 30), "b": (110, 100)}, "y": {"a": 0, "b": 0}})
        assert "10" == totals_of(decided(rules, year))["a"]


def test_more_points_can_rank_lower_where_the_greatest_amount_leads() -> None:
    """With a worse ratio than the leader had, a unit that takes the lead lifts others more than itself."""
    rules = relative("abc", "amount")
    row: dict[str, Any] = {"a": (100, 10), "b": (99, 10), "c": (51, 50)}
    rows = {"x": row, "y": {"a": 0, "b": 0, "c": 1}}
    before = decided(rules, season(scores=rows))
    row["b"] = (101, 100)
    after = decided(rules, season(scores=rows))
    own = exact(str(totals_of(before)["b"])), exact(str(totals_of(after)["b"]))
    assert own[0] < own[1]
    assert (2, 2) == (places(before)["b"], places(after)["a"])
    assert {"a": 2, "b": 2, "c": 1} == places(after)
    assert ("relative-scale", "criteria.x") in warned(after)


# Dominance under caps.

BONUS = ruleset(
    "ab",
    criteria=(
        criterion("diem"),
        criterion("thuong", kind="bonus"),
        criterion("khac", kind="bonus"),
    ),
    scale=scale(points="100", bonus="50"),
    order=order(),
    ties=(tie("khac-truoc", "criterion", criterion="khac"),),
)


def test_more_points_before_a_cap_can_rank_behind() -> None:
    """60 and 55 of bonus are both 50; a later key may put the 55 first."""
    scores = {"diem": {"a": 1, "b": 1}, "thuong": {"a": 60, "b": 55}, "khac": {"a": 0, "b": 1}}
    decision = decided(BONUS, season(scores=scores))
    assert {"a": "51", "b": "51"} == totals_of(decision)
    assert {"a": 2, "b": 1} == places(decision)


def test_more_points_on_every_leaf_never_rank_behind_under_a_cap() -> None:
    scores = {"diem": {"a": 1, "b": 1}, "thuong": {"a": 60, "b": 55}, "khac": {"a": 1, "b": 1}}
    assert {"a": 1, "b": 1} == places(decided(BONUS, season(scores=scores)))


# Sums over different denominators.

PLANNED = ruleset("ab", criteria=(criterion("diem", "proportion"),), order=order())


def test_better_shares_of_two_periods_can_be_a_worse_share_of_both() -> None:
    def ranked(**cells: Any) -> dict[str, int | None]:
        return places(decided(PLANNED, season(scores={"diem": cells})))

    assert {"a": 1, "b": 2} == ranked(a=(9, 10), b=(80, 100))
    assert {"a": 1, "b": 2} == ranked(a=(30, 100), b=(2, 10))
    assert {"a": 2, "b": 1} == ranked(a=(39, 110), b=(82, 110))


def test_better_points_in_two_periods_are_better_when_they_are_added() -> None:
    rules = ruleset("ab", criteria=(criterion("diem", max="200"),), order=order())
    periods = ({"a": 90, "b": 80}, {"a": 30, "b": 20}, {"a": 90 + 30, "b": 80 + 20})
    assert [{"a": 1, "b": 2}] * 3 == [places(decided(rules, season(scores={"diem": row}))) for row in periods]


def test_better_with_what_applies_can_be_worse_with_all() -> None:
    """Of 10, 9 are better than 80 of 100; the more that applies, the less that it says."""
    leaves = (criterion("diem", max="100"), criterion("phu", max="10", not_applicable="rescale"))
    rules = ruleset("ab", criteria=leaves, scale=scale(points="110"), order=order())
    cells: dict[str, dict[str, Any]] = {"diem": {"a": 80, "b": 80}, "phu": {"a": "n/a", "b": 7}}
    decision = decided(rules, season(scores=cells))
    assert {"a": 1, "b": 2} == places(decision)
    assert ("rescaled", "scale") in warned(decision)
    # With 7 where it does not apply, the unit would have been beside the other.
    cells["phu"]["a"] = 7
    assert {"a": 1, "b": 1} == places(decided(rules, season(scores=cells)))


# Rounding before ranking.

ROUNDED = ruleset(
    "ab",
    criteria=(criterion("diem"),),
    scale=scale(points="100", rounding=Rounding("half-up", 0)),
    order=order(),
)


def test_rounded_totals_are_tied_that_were_not() -> None:
    year = season(scores={"diem": {"a": "9.4", "b": "8.6"}})
    exactly = ruleset("ab", criteria=ROUNDED.criteria, scale=scale(points="100"), order=order())
    assert {"a": 1, "b": 2} == places(decided(exactly, year))
    assert {"a": 1, "b": 1} == places(decided(ROUNDED, year))


def test_rounding_is_a_step_with_its_basis() -> None:
    decision = decided(ROUNDED, season(scores={"diem": {"a": "9.4", "b": "8.6"}}))
    steps = [step for step in decision.steps if step.step == "round"]
    assert [("a", 9), ("b", 9)] == [(step.unit, step.output) for step in steps]
    assert {("scale.rounding", BASIS)} == {(step.rule, step.basis) for step in steps}
