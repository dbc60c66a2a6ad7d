"""Facts about refusals of acts: each names the part of the act that is wrong, and all that its sentence needs."""

from typing import Any

import pytest
from attrs import evolve
from building import ELECTED, READ, act, award, choose, decided, gate, order, refused, ruleset, season, vote

from emulrules.model.award import PerParent
from emulrules.model.headship import Bar
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.table import Table

MEETING = choose("m", "meeting", asks="meeting")
BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="members")
COUNCIL = choose("b", "ballot", asks="council", at_least="1/2", base="members")

ONE = ruleset("abc", awards=(award("f", MEETING, quota=1),))
VOTED = ruleset("abc", awards=(award("f", BALLOT, quota=3),))
ABOVE = ruleset("abc", awards=(award("f", COUNCIL, quota=3),))
HEAD = ruleset("abc", headship=ELECTED)
PLACES = ruleset("abc", order=order("meeting", 1))
LATER = ruleset("abc", awards=(award("e", MEETING, quota=1), award("f", BALLOT, quota=3, excludes=("e",))))
CHOSEN_LATER = ruleset("abc", awards=(award("e", MEETING, quota=1), award("f", MEETING, quota=1, excludes=("e",))))
OF_PROVINCES = ruleset(
    "abc",
    units=Table({unit: Unit(unit, within=Table(province="x" if unit < "c" else "y")) for unit in "abc"}),
    awards=(award("f", MEETING, quota=2, at_most=PerParent(1, "province")),),
)
PLACED_LATER = ruleset("abc", order=order("meeting", 1))


def ballot(votes: dict[str, int], ballots: int, **parts: Any) -> Any:
    return act("award:f:b", among="abc", votes=votes, ballots=ballots, **parts)


TOLD: dict[str, tuple[Ruleset, Any, str, str | None, dict[str, Any]]] = {
    "another form": (ONE, act("award:f:m", number=1), "act-form", "number", {"expected": "choice", "got": "number"}),
    "ballots without votes": (HEAD, act("head", ["a"], ballots=3), "act-ballots-without-votes", "ballots", {}),
    "who decided": (
        ONE, act("award:f:m", ["a"], decided_by="chair"), "act-decided-by", "decided_by",
        {"expected": "meeting", "got": "chair"},
    ),
    "another set": (
        ONE, act("award:f:m", ["a"], among="ba"), "act-among", "among", {"expected": "a, b, c", "got": "a, b"}
    ),
    "no set": (
        VOTED, act("award:f:b", votes={"a": 1, "b": 1, "c": 1}, ballots=3), "act-among-missing", None,
        {"expected": "a, b, c"},
    ),
    "too few": (HEAD, act("head", []), "act-too-few", "choice", {"got": 0, "least": 1}),
    "too many": (ONE, act("award:f:m", "ab"), "act-too-many", "choice", {"got": 2, "most": 1}),
    "too many places": (
        PLACES, act("standing", places={"a": 1, "b": 1, "c": 2}), "act-places", "places", {"place": 2, "before": 2}
    ),
    "too many of one parent": (
        OF_PROVINCES, act("award:f:m", "ab"), "act-too-many-within", "choice",
        {"parent": "x", "got": 2, "most": 1, "units": "a, b"},
    ),
    "a number below": (
        ruleset("abc", awards=(award("f", MEETING, quota="ministry"),)), act("quota:f", number=-1),
        "act-number-below", "number", {"got": -1, "least": 0},
    ),
    "a number above": (
        HEAD, act("fact:meeting:present", number=4), "act-number-above", "number", {"got": 4, "most": 3}
    ),
    "another word": (
        ruleset("abc", gates=(gate("g", "f", "hold"),)), act("hold:a:g", value="maybe"), "act-value", "value",
        {"expected": "refused, released", "got": "maybe"},
    ),
    "a unit without votes": (VOTED, ballot({"a": 1}, 3), "votes-missing", "votes", {"units": "b, c"}),
    "votes without ballots": (
        VOTED, act("award:f:b", among="abc", votes={"a": 1, "b": 1, "c": 1}), "votes-without-ballots", None, {}
    ),
    "votes below zero": (VOTED, ballot({"a": -1, "b": 1, "c": 1}, 3), "votes-below-zero", "votes", {}),
    "ballots below zero": (VOTED, ballot({"a": 0, "b": 0, "c": 0}, -1), "votes-below-zero", "votes", {}),
    "names below zero": (VOTED, ballot({"a": 0, "b": 0, "c": 0}, 3, names=-1), "votes-below-zero", "votes", {}),
    "more votes than ballots": (
        VOTED, ballot({"a": 1, "b": 3, "c": 1}, 2), "votes-above-ballots", "votes",
        {"unit": "b", "votes": 3, "ballots": 2},
    ),
    "more votes than names": (
        VOTED, ballot({"a": 1, "b": 2, "c": 1}, 3, names=1), "votes-above-names", "votes",
        {"total": 4, "ballots": 3, "names": 1},
    ),
    "more ballots than members": (
        VOTED, ballot({"a": 1, "b": 1, "c": 1}, 4), "ballots-above-members", "ballots", {"ballots": 4, "members": 3}
    ),
    "a waiting choice of too many": (
        CHOSEN_LATER, act("award:f:m", "ab"), "act-too-many", "choice", {"got": 2, "most": 1}
    ),
    "a waiting vote of too many ballots": (
        LATER, ballot({"a": 1, "b": 1, "c": 1}, 4), "ballots-above-members", "ballots", {"ballots": 4, "members": 3}
    ),
    "a waiting vote below zero": (LATER, ballot({"a": -1, "b": 1, "c": 1}, 3), "votes-below-zero", "votes", {}),
    "a waiting vote that names nobody's ballots": (
        LATER, act("award:f:b", among="abc", votes={"a": 1}), "votes-without-ballots", None, {}
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "answer", "code", "part", "data"), TOLD.values(), ids=TOLD)
def test_a_refusal_names_the_part_of_the_act_and_what_its_sentence_needs(
    rules: Ruleset, answer: Any, code: str, part: str | None, data: dict[str, Any]
) -> None:
    fault = refused(code, rules, season(answer))
    assert (("acts", 0) if part is None else ("acts", 0, part)) == fault.path
    assert {"question": answer.question, **data} == dict(fault.data)


def test_more_ballots_than_the_council_has_are_told_of_the_council() -> None:
    fault = refused("ballots-above-council", ABOVE, season(vote("award:f:b", 4, a=1, b=1, c=1), council=3))
    assert (("acts", 0, "ballots"), {"question": "award:f:b", "ballots": 4, "members": 3}) == (fault.path, fault.data)


def test_more_ballots_than_the_council_has_are_refused_while_the_vote_waits() -> None:
    rules = ruleset("abc", awards=(award("e", MEETING, quota=1), award("f", COUNCIL, quota=3, excludes=("e",))))
    fault = refused("ballots-above-council", rules, season(vote("award:f:b", 4, a=1, b=1, c=1), council=3))
    assert (("acts", 0, "ballots"), 3) == (fault.path, fault.data["members"])
    assert ("award:f:b",) == decided(rules, season(vote("award:f:b", 4, a=1, b=1, c=1), council=4)).waiting


def test_a_step_that_was_not_held_may_be_said_while_it_waits() -> None:
    assert ("award:f:m",) == decided(CHOSEN_LATER, season(act("award:f:m", held=False))).waiting
    assert ("award:f:b",) == decided(LATER, season(act("award:f:b", held=False))).waiting


@pytest.mark.parametrize(
    ("rules", "answer", "code", "part"),
    [
        (CHOSEN_LATER, act("award:f:m", ["c"]), "choice-out", "choice"),
        (LATER, vote("award:f:b", 3, "abc", a=1, c=1), "choice-out", "votes"),
        (ruleset("abc", order=order("meeting", 1)), act("standing", places={"c": 1}), "act-unit-not-open", "places"),
    ],
)
def test_whoever_is_out_is_refused_in_acts_that_wait_as_well(rules: Ruleset, answer: Any, code: str, part: str) -> None:
    rules = evolve(rules, gates=(gate("g", "f"), gate("h", "unsaid")))
    fault = refused(code, rules, season(answer, facts={"f": ("c",)}))
    assert (("acts", 0, part), "c") == (fault.path, fault.data["unit"])


def test_places_are_those_of_a_competition_while_they_wait() -> None:
    rules = ruleset("abc", order=order("meeting", 1), gates=(gate("g", "unsaid"),))
    assert ("standing",) == decided(rules, season(act("standing", places={"a": 1, "b": 1, "c": 3}))).waiting
    fault = refused("act-places", rules, season(act("standing", places={"a": 1, "b": 1, "c": 2})))
    assert (("acts", 0, "places"), 2, 2) == (fault.path, fault.data["place"], fault.data["before"])


def test_fewer_than_must_be_chosen_may_be_named_while_it_waits() -> None:
    rules = ruleset("abc", headship=evolve(ELECTED, bars=(Bar("b", ("head",), **READ, fact="unfit"),)))
    assert ("head",) == decided(rules, season(act("head", []))).waiting


def test_whoever_was_chosen_in_the_round_before_is_not_open_in_the_next() -> None:
    ballot = choose("b", "ballot", asks="members", at_least="1/2", base="members", rounds=2)
    rules = evolve(OF_PROVINCES, awards=(award("f", ballot, quota=3, at_most=PerParent(2, "province")),))
    first = vote("award:f:b", 3, "abc", a=3, b=1, c=1)
    fault = refused("act-unit-not-open", rules, season(first, vote("award:f:b:2", 3, "bc", a=1, b=1, c=1)))
    assert {"question": "award:f:b:2", "unit": "a", "options": "b, c"} == fault.data


def test_a_unit_that_is_not_open_is_told_with_those_that_are() -> None:
    rules = ruleset("abc", awards=(award("f", BALLOT, quota=1, excludes=("e",)), award("e", MEETING, quota=1)))
    year = season(act("award:e:m", ["a"]), vote("award:f:b", 3, "bc", b=3, c=3), act("award:f:over-quota", ["a"]))
    fault = refused("act-among-missing", rules, year)
    assert {"question": "award:f:over-quota", "expected": "b, c"} == fault.data
    year = season(
        act("award:e:m", ["a"]), vote("award:f:b", 3, "bc", b=3, c=3), act("award:f:over-quota", ["a"], among="bc")
    )
    fault = refused("act-unit-not-open", rules, year)
    assert {"question": "award:f:over-quota", "unit": "a", "options": "b, c"} == fault.data


@pytest.mark.parametrize(
    ("rules", "answer"),
    [
        (CHOSEN_LATER, act("award:f:m", ["zz"])),
        (LATER, vote("award:f:b", 3, "abc", zz=1)),
        (PLACED_LATER, act("standing", places={"zz": 1})),
    ],
)
def test_an_outsider_is_refused_in_acts_that_wait_as_well(rules: Ruleset, answer: Any) -> None:
    assert "zz" == refused("unknown-unit", rules, season(answer)).data["name"]
