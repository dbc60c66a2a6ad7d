"""The turnout of invented years: numbers that fit, meet the conditions, and let as many vote as they say."""

from fractions import Fraction
from itertools import product
from typing import Any, Final

import pytest
from attrs import evolve
from building import READ, act, ruleset, season, voting

from emulrules.model.ruleset import Condition
from emulrules.model.season import Meeting
from emulrules.testing.chance import Lots
from emulrules.testing.turnout import Turnout, invent_meeting
from emulrules.voters import CONSULTED, COUNCIL, PRESENT, PROXIES, Voters

TWO_THIRDS: Final = Fraction(2, 3)
WAYS: Final = ("present", "consulted", "proxies")


def of(absent: Any = None, members: str = "abcdef", **given: Any) -> Turnout:
    rules = ruleset(members, voting=None if absent is None else voting(absent))
    return Turnout.of(season(**given), rules, tuple(members))


@pytest.mark.parametrize("absent", [None, "written", "proxy", "excluded"])
def test_numbers_that_nobody_stated_fill_up_those_that_somebody_did(absent: Any) -> None:
    for numbers in product((None, 0, 1, 2), repeat=3):
        given: dict[str, Any] = {way: number for way, number in zip(WAYS, numbers, strict=True) if number is not None}
        meeting = of(absent, **given).voters.meeting
        assert given.items() <= {way: getattr(meeting, way) for way in WAYS}.items()
        told = [getattr(meeting, way) for way in WAYS]
        assert sum(told) <= 6
        assert min(told) >= 0


@pytest.mark.parametrize(
    ("absent", "meeting", "ballots"),
    [
        (None, Meeting(4, 2, 0), 6),
        ("written", Meeting(4, 2, 0), 6),
        ("proxy", Meeting(4, 0, 2), 6),
        ("excluded", Meeting(4, 2, 0), 4),
    ],
)
def test_at_a_meeting_that_nobody_described_two_thirds_were_present(
    absent: Any, meeting: Meeting, ballots: int
) -> None:
    turnout = of(absent)
    assert (meeting, ballots) == (turnout.voters.meeting, turnout.ballots("members"))


def test_a_council_votes_with_its_own_members() -> None:
    assert (7, 5) == (of(council=7).ballots("council"), of().ballots("council"))
    assert (4, 4) == (Turnout.everybody(4).ballots("council"), Turnout.everybody(4).ballots("members"))
    assert (3, 4) == (Turnout.everybody(4, 3).ballots("council"), Turnout.everybody(4, 3).ballots("members"))


def test_the_answer_to_each_number_is_that_of_the_turnout() -> None:
    turnout = of("written", present=3, council=9)
    assert [3, 3, 0, 9, None] == [turnout.number(id_) for id_ in (PRESENT, CONSULTED, PROXIES, COUNCIL, "head")]


def test_an_act_tells_one_number_and_no_other() -> None:
    turnout = of("written")
    for id_ in (PRESENT, CONSULTED, PROXIES, COUNCIL):
        told = turnout.told(act(id_, number=1))
        assert turnout.voters.stated | {id_: 1} == told.voters.stated
    assert turnout == turnout.told(act("quota:f", number=1))


@pytest.mark.parametrize("absent", [None, "written", "proxy", "excluded"])
@pytest.mark.parametrize("what", ["present", "taking-part"])
def test_an_invented_meeting_meets_the_conditions_with_what_is_answered_later(absent: Any, what: Any) -> None:
    condition = Condition("du", what, "members", **READ, more_than=TWO_THIRDS)
    rule = None if absent is None else voting(absent)
    stated = set()
    for seed in range(60):
        members = "abcdef"[: 2 + seed % 5]
        meeting = invent_meeting(Lots(str(seed)), len(members), rule, (condition,))
        rules = ruleset(members, voting=rule)
        whole = Turnout.of(evolve(season(), meeting=meeting), rules, tuple(members)).voters
        count = whole.present() if what == "present" else whole.taking_part()
        assert count.least > TWO_THIRDS * len(members)
        stated.add(tuple(getattr(meeting, way) is None for way in WAYS))
    assert len(stated) > 1


def test_invented_meetings_differ() -> None:
    meetings = [invent_meeting(Lots(str(seed)), 6, voting("proxy"), ()) for seed in range(60)]
    assert {0, 1, 2} <= {meeting.proxies for meeting in meetings}
    assert {3, 4, 5, 6, None} == {meeting.present for meeting in meetings}
    assert all(Voters(6, meeting).taking_part().least <= 6 for meeting in meetings)
