"""Known to fail: what one unit costs the others, and what their quotas sum to.

Each broad wording fails here as the table of laws says it does; the bounded form is a law, or stands beside it.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    places,
    proposed,
    ruleset,
    season,
    warned,
)
from ruleset_files import RULE, RULESET, faults_of

from emulrules.model.award import Limit, QuotaRule
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


# Shares.


def part(units: int, **rule: Any) -> int:
    """How many of so many units may be proposed under a share of them."""
    members = tuple(f"u{number}" for number in range(units))
    meeting = award("co", choose("bau", "meeting"), quota=QuotaRule(base="units", **rule))
    (number,) = outputs(decided(ruleset(members, awards=(meeting,))), "quota")
    return int(number)


TENTH, THIRD, FIFTH = Fraction(10, 100), Fraction(30, 100), Fraction(20, 100)


@pytest.mark.parametrize(("share", "rounding"), [(TENTH, "ceiling"), (THIRD, "half-up")])
def test_a_share_that_is_not_rounded_down_can_be_exceeded(share: Fraction, rounding: str) -> None:
    assert 1 == part(2, share=share, rounding=rounding)
    assert 1 > share * 2


def test_a_share_with_a_least_number_can_be_exceeded() -> None:
    assert 1 == part(2, share=FIFTH, rounding="floor", least=1)


@pytest.mark.parametrize("rule", [{"share": THIRD, "rounding": "floor"}, {"not_more_than": THIRD}])
def test_a_share_that_is_rounded_down_is_never_exceeded(rule: dict[str, Any]) -> None:
    assert [0, 0, 0, 1, 1, 1, 2] == [part(units, **rule) for units in range(1, 8)]


@pytest.mark.parametrize("rounding", ["ceiling", "half-up", "floor"])
def test_not_more_than_with_a_rounding_beside_it_is_refused(rounding: str, tmp_path: Path) -> None:
    text = f'quota = {{ not_more_than = "20%", base = "units", rounding = "{rounding}" }}'
    steps = 'choose = [{ id = "buoc", by = "meeting", asks = "meeting" }]'
    written = f'{RULESET}\n[[awards]]\nid = "them"\nname = "Thêm"\n{steps}\n{text}\n{RULE}'
    assert ["rounding-of-bound"] == [fault.code for fault in faults_of(tmp_path, written)]


def test_a_loser_that_leaves_can_cost_an_award_under_a_share() -> None:
    rules = flagged("abcdefghij", QuotaRule(not_more_than=FIFTH, base="units"))
    whole = season(scores={"diem": {unit: 10 - place for place, unit in enumerate("abcdefghij")}})
    assert set("ab") == set(proposed(decided(rules, whole)))
    assert {"a"} == set(proposed(decided(rules, without(whole, {"j"}))))


def test_quotas_of_two_clusters_do_not_sum_to_that_of_both() -> None:
    assert (1, 1, 3) == (part(6, not_more_than=FIFTH), part(9, not_more_than=FIFTH), part(6 + 9, not_more_than=FIFTH))


def test_quotas_of_clusters_sum_to_no_more_than_that_of_all() -> None:
    for first in range(1, 8):
        for second in range(1, 8):
            parts = part(first, not_more_than=FIFTH) + part(second, not_more_than=FIFTH)
            assert parts <= part(first + second, not_more_than=FIFTH) <= parts + 1


def test_what_is_counted_above_the_clusters_is_left_to_the_level_above() -> None:
    above = Limit("han-muc", "Không quá 20 % của tất cả các cụm", **READ, award="co", at_most=FIFTH, base="all")
    decision = scored(evolve(flagged("ab", 1), limits=(above,)), a=2, b=1)
    assert {("decided-above", "limits.han-muc")} == warned(decision)
