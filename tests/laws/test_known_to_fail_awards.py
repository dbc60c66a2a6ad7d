"""Known to fail: what one unit costs the others, and what their quotas sum to.

Each broad wording fails here as the table of laws says it does; the bounded form is a law, or stands beside it.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from building import act, award, choose, criterion, decided, order, places, proposed, ruleset, season, warned

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
