"""What does not hold, though it sounds as if it did: the smallest case that fails, what holds instead, what is told.

Each broad wording fails here as the table of laws says it does; the bounded form is a law, or stands beside it.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from building import (
    act,
    award,
    choose,
    criterion,
    decided,
    order,
    places,
    proposed,
    ruleset,
    scale,
    season,
    tie,
    warned,
)
from building import totals as totals_of

from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset
from emulrules.testing.altered import without

BY_STANDING = choose("xep-hang", "standing")


def flagged(units: str, quota: Any, boundary: Any = "cut") -> Ruleset:
    """One criterion, and one award by standing."""
    flag = award("co", BY_STANDING, quota=quota, boundary=boundary)
    return ruleset(units, criteria=(criterion("diem"),), order=order(), awards=(flag,))


def scored(rules: Ruleset, **points: Any) -> Decision:
    """The decision on points for one criterion."""
    return decided(rules, season(scores={"diem": points}))


# A quota that falls by more than one.


def test_a_loser_that_leaves_can_cost_two_awards_under_a_table() -> None:
    rules = flagged("abcdefghij", [(1, 9, 1), (10, 10, 3)])
    whole = season(scores={"diem": {unit: 10 - place for place, unit in enumerate("abcdefghij")}})
    assert set("abc") == set(proposed(decided(rules, whole)))
    assert {"a"} == set(proposed(decided(rules, without(whole, {"j"}))))


def test_a_loser_that_leaves_costs_at_most_one_award_where_the_table_falls_by_one() -> None:
    rules = flagged("abcdefghij", [(1, 8, 1), (9, 9, 2), (10, 10, 3)])
    whole = season(scores={"diem": {unit: 10 - place for place, unit in enumerate("abcdefghij")}})
    assert set("ab") == set(proposed(decided(rules, without(whole, {"j"}))))


# Ties that are taken or left as a whole.


@pytest.mark.parametrize(
    ("boundary", "quota", "before", "after", "moved"),
    [
        ("include", 1, {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 1, "c": 1}, "bc"),
        ("exclude", 2, {"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 0}, "ab"),
    ],
)
def test_one_units_change_moves_several_awards_where_a_tie_is_taken_or_left_as_a_whole(
    boundary: str, quota: int, before: Mapping[str, int], after: Mapping[str, int], moved: str
) -> None:
    rules = flagged("abc", quota, boundary)
    first, second = scored(rules, **before), scored(rules, **after)
    assert set(moved) == set(proposed(first)) ^ set(proposed(second))
    assert ("whole-tie", "awards.co") in warned(first)


def test_one_units_change_moves_one_award_where_a_tie_is_cut() -> None:
    rules = flagged("abc", 1)
    tied = decided(rules, season(act("award:co:undefined", ["b"]), scores={"diem": {"a": 1, "b": 1, "c": 1}}))
    assert {"b"} == set(proposed(tied))
    assert {"a"} == set(proposed(scored(rules, a=2, b=1, c=1)))
    assert not {("whole-tie", "awards.co")} & warned(tied)


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
    both = scored(rules, a="120", b="100")
    assert {"a": 1, "b": 2} == places(both)


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


# A part of a tied group.


def test_who_of_a_tie_is_awarded_says_nothing_of_the_places() -> None:
    """Who is chosen stands before the others, who is compared with neither of them: that is no order."""
    chosen = act("award:co:undefined", ["a"])
    decision = decided(flagged("abc", 1), season(chosen, scores={"diem": {"a": 1, "b": 1, "c": 1}}))
    assert ({"a"}, {"a": 1, "b": 1, "c": 1}) == (set(proposed(decision)), places(decision))


def test_who_of_a_tie_fills_a_place_stands_before_all_the_others() -> None:
    rules = ruleset("abc", criteria=(criterion("diem"),), order=order("points", 1))
    chosen = act("place:1:undefined", ["a"], among="abc")
    decision = decided(rules, season(chosen, scores={"diem": {"a": 1, "b": 1, "c": 1}}))
    assert {"a": 1, "b": 2, "c": 2} == places(decision)
