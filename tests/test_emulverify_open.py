"""The verifier on what rules leave open, and on places that must be named: what is asked, of whom, and what follows."""

from typing import Any

import pytest
from building import NO_HEAD, READ, act, award, choose, criterion, order, ruleset, season, tie, vote, voting
from verifying import MATCH, Body, asked, body, matches, outputs, said

from emulrules.model.ruleset import UndefinedRule
from emulrules.model.table import Table

CHAIR = tie("chu-tri", "decision", asks="chair")


def undefined(what: str, ask: Any = None) -> UndefinedRule:
    return UndefinedRule("chua-noi", what, "Quy chế giả định không nói", **READ, ask=ask)


@pytest.mark.parametrize(
    ("ask", "state"), [("members", "elected"), ("meeting", "elected"), ("council", "appointed"), ("chair", "appointed")]
)
def test_a_head_of_whom_the_rules_say_only_who_decides_is_elected_or_appointed(ask: str, state: str) -> None:
    rules = ruleset("abc", undefined=(undefined("headship", ask),))
    assert {"head": ask} == {key: of for key, of in asked(matches(body(rules))).items() if key == "head"}
    record = matches(body(rules, season(act("head", "b"))))
    assert [{"office": "head", "seat": None, "state": state}] == outputs(record, "office")


@pytest.mark.parametrize("ask", ["chair", None])
def test_a_tie_that_the_rules_leave_open_is_asked_of_whom_they_name(ask: str | None) -> None:
    open_ = (NO_HEAD, undefined("ties", ask)) if ask else (NO_HEAD,)
    rules = ruleset("abc", criteria=(criterion("x"),), order=order("points", 1), undefined=open_)
    scores = {"x": {"a": 2, "b": 2, "c": 1}}
    assert {"place:1:undefined": ask} == asked(matches(body(rules, season(scores=scores))))
    settled = act("place:1:undefined", "b", among=("a", "b"), decided_by=ask)
    assert [{"b": 1, "a": 2, "c": 3}] == [places(matches(body(rules, season(settled, scores=scores))))]


def places(record: Body) -> dict[str, int]:
    return {each["unit"]: each["place"] for each in record["standings"]}


def test_whoever_is_left_after_a_ballot_is_parted_by_the_next_key() -> None:
    keys = (tie("phieu", "ballot", asks="members"), tie("y", "criterion", criterion="y"))
    rules = ruleset("abc", criteria=(criterion("x"), criterion("y")), order=order("points", 1), ties=keys)
    given = {"x": {"a": 1, "b": 2, "c": 2}, "y": {"a": 2, "b": 1, "c": 1}}
    record = matches(body(rules, season(vote("place:1:phieu", 3, a=2, b=2, c=0), scores=given)))
    assert {"a": 1, "b": 2, "c": 3} == places(record)


def test_a_decision_names_one_place_after_another_among_those_that_are_equal() -> None:
    rules = ruleset("abc", criteria=(criterion("x"),), order=order("points", 1, 2), ties=(CHAIR,))
    first = act("place:1:chu-tri", "c", among=tuple("abc"))
    second = act("place:2:chu-tri", "a", among=tuple("ab"))
    scores = {"x": dict.fromkeys("abc", 1)}
    assert {"place:2:chu-tri": "chair"} == asked(matches(body(rules, season(first, scores=scores))))
    assert {"c": 1, "a": 2, "b": 3} == places(matches(body(rules, season(first, second, scores=scores))))


def test_a_place_is_named_apart_from_those_above_it_too() -> None:
    rules = ruleset("abc", criteria=(criterion("x"),), order=order("points", 2), ties=(CHAIR,))
    record = matches(body(rules, season(scores={"x": {"a": 2, "b": 2, "c": 1}})))
    assert {"place:1:chu-tri": "chair"} == asked(record)


@pytest.mark.parametrize(("place", "expected"), [(2, {"standing": "meeting"}), (3, {"standing": "meeting"}), (4, {})])
def test_a_meeting_is_asked_for_a_place_that_some_unit_has(place: int, expected: Body) -> None:
    assert expected == asked(matches(body(ruleset("abc", order=order("meeting", place)))))


def test_ballots_of_a_council_are_no_members_votes() -> None:
    ballot = award("co", choose("phieu", "ballot", asks="council", base="ballots", at_least="1/2"), quota=1)
    rules = ruleset("ab", voting=voting("written"), awards=(ballot,))
    record = matches(body(rules, season(vote("award:co:phieu", 9, a=8, b=1), present=2, consulted=0, council=9)))
    assert [] == outputs(record, "voters")


def test_units_need_no_names() -> None:
    assert MATCH == said(ruleset("ab", units=Table()))
