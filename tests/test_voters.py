"""Facts about voters: how many belong to a body, took part and may vote, as far as the season says it."""

from fractions import Fraction
from typing import Any

import pytest
from building import READ

from emulrules.model.award import Choose
from emulrules.model.ruleset import Voting
from emulrules.model.season import Meeting
from emulrules.voters import CONSULTED, COUNCIL, PRESENT, PROXIES, Count, Voters, least_reaching


def voters(absent: Any = None, *meeting: int | None, council: int | None = None) -> Voters:
    """Nine members, with what the meeting had of present, consulted and proxies."""
    return Voters(9, Meeting(*meeting), council, None if absent is None else Voting(absent, **READ))


def test_the_number_of_members_is_known() -> None:
    assert {Count(9, 9)} == {voters().belonging(body) for body in ("members", "meeting", "chair", "ministry", None)}


def test_a_council_has_its_own_members_at_least_one() -> None:
    assert Count(1, None, (COUNCIL,)) == voters().belonging("council")
    assert Count(15, 15) == voters(council=15).belonging("council")


@pytest.mark.parametrize(
    ("meeting", "count"),
    [
        ((), Count(0, 9, (PRESENT,))),
        ((6,), Count(6, 6)),
        ((0,), Count(0, 0)),
        ((None, 2), Count(0, 7, (PRESENT,))),
        ((None, 2, 3), Count(0, 4, (PRESENT,))),
        ((None, 9), Count(0, 0)),
    ],
    ids=str,
)
def test_who_was_present_is_at_most_the_rest(meeting: Any, count: Count) -> None:
    assert count == voters(None, *meeting).present()


@pytest.mark.parametrize(
    ("absent", "meeting", "count"),
    [
        ("written", (), Count(0, 9, (PRESENT, CONSULTED))),
        ("written", (6,), Count(6, 9, (CONSULTED,))),
        ("written", (None, 2), Count(2, 9, (PRESENT,))),
        ("written", (6, None, 1), Count(6, 8, (CONSULTED,))),
        ("written", (6, 2), Count(8, 8)),
        ("written", (6, 2, 1), Count(8, 8)),
        ("written", (9,), Count(9, 9)),
        ("proxy", (), Count(0, 9, (PRESENT, PROXIES))),
        ("proxy", (6, 1), Count(6, 8, (PROXIES,))),
        ("proxy", (6, 1, 2), Count(8, 8)),
        ("excluded", (), Count(0, 9, (PRESENT,))),
        ("excluded", (6, 1, 2), Count(6, 6)),
        (None, (6, 1, 2), Count(6, 6)),
    ],
    ids=str,
)
def test_absent_members_take_part_as_the_rule_has_it(absent: str | None, meeting: Any, count: Count) -> None:
    assert count == voters(absent, *meeting).taking_part()


@pytest.mark.parametrize(
    ("absent", "body", "count"),
    [
        ("written", "members", Count(8, 8)),
        ("proxy", "meeting", Count(7, 7)),
        ("excluded", None, Count(6, 6)),
        (None, "members", Count(9, 9)),
        ("written", "council", Count(15, 15)),
        (None, "council", Count(15, 15)),
    ],
    ids=str,
)
def test_those_may_vote_who_take_part_and_of_a_council_all(absent: str | None, body: str | None, count: Count) -> None:
    year = voters(absent, 6, 2, 1, council=15)
    assert (count, absent is not None and body != "council") == (year.may_vote(body), year.bound(body) is not None)


@pytest.mark.parametrize(
    ("base", "body", "count"),
    [
        ("members", "members", Count(9, 9)),
        ("members", "council", Count(15, 15)),
        ("units", "members", Count(9, 9)),
        ("units", "council", Count(9, 9)),
        ("present", "members", Count(6, 6)),
        ("present-or-consulted", "members", Count(8, 8)),
        ("ballots", "members", None),
        (None, "members", None),
    ],
    ids=str,
)
def test_a_base_counts(base: Any, body: str, count: Count | None) -> None:
    assert count == voters("proxy", 6, 2, 1, council=15).base(base, body)


def test_a_base_of_those_present_or_consulted_lacks_both_numbers() -> None:
    assert Count(0, 8, (PRESENT, CONSULTED)) == voters(None, None, None, 1).base("present-or-consulted", "members")


def test_the_turnout_is_told_by_the_ways_in_which_members_may_take_part() -> None:
    assert [{"present": 6, "consulted": 2}, {"present": 6, "proxies": 1}, {"present": 6}] == [
        voters(absent, 6, 2, 1).turnout() for absent in ("written", "proxy", "excluded")
    ]


def test_what_is_stated_is_told_by_its_question() -> None:
    assert {} == voters().stated
    assert {PRESENT: 0, PROXIES: 1} == voters(None, 0, None, 1).stated
    assert {PRESENT: 6, CONSULTED: 2, PROXIES: 1, COUNCIL: 15} == voters(None, 6, 2, 1, council=15).stated


def test_a_count_is_known_where_its_bounds_meet() -> None:
    assert [5, 0, None, None] == [Count(5, 5).known, Count(0, 0).known, Count(4, 5).known, Count(0, None).known]


def test_a_count_can_be_no_more_than_its_most() -> None:
    assert [True, True, False] == [Count(2, 5).can_be(number) for number in (1, 5, 6)]
    assert Count(1, None).can_be(1_000)


@pytest.mark.parametrize(
    ("threshold", "whole", "least"),
    [
        ({"at_least": "2/3"}, 6, 4),
        ({"at_least": "2/3"}, 7, 5),
        ({"at_least": "4/5"}, 5, 4),
        ({"at_least": "1"}, 5, 5),
        ({"at_least": "1/6"}, 6, 1),
        ({"at_least": "1/100"}, 6, 1),
        ({"at_least": "2/3"}, 0, 1),
        ({"more_than": "2/3"}, 6, 5),
        ({"more_than": "2/3"}, 7, 5),
        ({"more_than": "1/2"}, 5, 3),
        ({"more_than": "0"}, 5, 1),
        ({"more_than": "2/3"}, 0, 1),
        ({}, 5, 1),
    ],
    ids=str,
)
def test_a_threshold_is_reached_from_an_exact_number_on(threshold: dict[str, str], whole: int, least: int) -> None:
    step = Choose("b", "ballot", **{key: Fraction(share) for key, share in threshold.items()})  # type: ignore[arg-type]  # a share each
    assert least == least_reaching(step, whole)
