"""The verifier holds each act to its question, and each ballot to those who may vote."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from building import (
    ELECTED,
    READ,
    act,
    award,
    choose,
    gate,
    order,
    ruleset,
    season,
    tie,
    vote,
    voting,
)
from verifying import MATCH, Body, body, outputs, refused, said, verdict

import emulverify
from emulrules.model.headship import Bar
from emulrules.model.order import Share
from emulrules.model.ruleset import Condition
from emulrules.model.season import Act

BALLOT = award("co", choose("phieu", "ballot", asks="members", base="members", more_than=Fraction(1, 2)), quota=2)
CHOICE = award("bang", choose("chon", "decision", asks="meeting"), quota=1)
RULES = ruleset("abcd", order=order("meeting", 1), awards=(BALLOT, CHOICE), headship=ELECTED)
YEAR = season(
    act("standing", places={"a": 1, "b": 2, "c": 2, "d": 4}),
    vote("award:co:phieu", 4, a=4, b=3, c=1, d=0),
    act("award:bang:chon", "c"),
    act("head", "d"),
)


def changed(question: str, **parts: Any) -> Body:
    """The record of that year with an act that says something else; what is None it says no more."""
    record = body(RULES, YEAR)
    told = next(each for each in record["season"]["acts"] if each["question"] == question)
    kept = {key: value for key, value in (told | parts).items() if value is not None}
    told.clear()
    told.update(kept)
    return record


def test_a_year_of_acts_that_answer_their_questions_is_a_match() -> None:
    assert MATCH == said(RULES, YEAR)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("standing", {"places": {"a": 1, "b": 3, "c": 3, "d": 4}}),
        ("standing", {"places": {"a": 1, "b": 2, "c": 3, "d": 3, "e": 5}}),
        ("standing", {"places": {}}),
        ("award:co:phieu", {"votes": {"a": 4, "b": 3, "c": 1}}),
        ("award:co:phieu", {"votes": {"a": 4, "b": 3, "c": 1, "d": 0, "e": 0}}),
        ("award:co:phieu", {"votes": {"a": 5, "b": 3, "c": 1, "d": 0}}),
        ("award:co:phieu", {"ballots": 5}),
        ("award:co:phieu", {"ballots": None, "votes": dict.fromkeys("abcd", 0)}),
        ("award:co:phieu", {"names": 1}),
        ("award:co:phieu", {"among": None}),
        ("award:co:phieu", {"among": ["a", "b", "c"]}),
        ("award:co:phieu", {"decided_by": "chair"}),
        ("award:co:phieu", {"held": False}),
        ("award:bang:chon", {"choice": ["b", "c"]}),
        ("award:bang:chon", {"choice": ["e"]}),
        ("award:bang:chon", {"ballots": 3}),
        ("award:bang:chon", {"names": 3}),
        ("award:bang:chon", {"number": 1}),
        ("award:bang:chon", {"held": False}),
        ("head", {"choice": ["b", "d"]}),
        ("head", {"choice": []}),
        ("head", {"held": False, "choice": None}),
    ],
    ids=str,
)
def test_an_act_that_does_not_fulfil_its_question_is_refused(question: str, parts: Body) -> None:
    assert f"acts: {question}" == refused(changed(question, **parts))


TURNS = evolve(ELECTED, by="turn", asks=None)
DEPUTY = evolve(ELECTED, by="deputy", asks=None, bars=(Bar("cu", ("head",), **READ, who="outgoing"),))
SHARE = tie("nu", "share", share=Share("women", "staff"))
STATED = [
    ({"headship": DEPUTY}, act("before:head", "a"), (1, 1)),
    ({"headship": DEPUTY}, act("before:deputies", "ab"), (0, 2)),
    ({"headship": TURNS}, act("before:turns", places={"a": 1, "b": 2, "c": 3}), (3, 3)),
    ({"ties": (SHARE,)}, act("fact:a:staff", number=9), (1, None)),
    ({"ties": (SHARE,)}, act("fact:a:women", number=9), (0, None)),
    ({"gates": (gate("vi-pham", "vi-pham"),)}, act("fact:vi-pham", "b"), (0, 3)),
    (
        {"conditions": (Condition("du", "present", "members", **READ, more_than=Fraction(1, 2)),)},
        act("fact:meeting:present", number=2),
        (0, 3),
    ),
]


@pytest.mark.parametrize(("rules", "given", "bounds"), STATED, ids=lambda part: getattr(part, "question", ""))
def test_an_act_that_states_a_fact_is_held_to_the_bounds_of_its_question(rules: Body, given: Act, bounds: Any) -> None:
    others = [act("before:deputies", "a")] if given.question == "before:head" else []
    others += [act("before:head", "c")] if given.question == "before:deputies" else []
    record = body(ruleset("abc", **rules), season(given, *others))
    asked = next(step for step in record["steps"] if step["step"] == "act" and step["inputs"]["id"] == given.question)
    assert bounds == (asked["inputs"]["least"], asked["inputs"]["most"])
    assert 0 == verdict(record).status


def test_more_ballots_than_may_vote_at_most_are_refused() -> None:
    rules = ruleset("abcdef", voting=voting("written"), awards=(BALLOT,))
    votes = dict.fromkeys("bcdef", 0)
    record = body(rules, season(vote("award:co:phieu", 4, a=4, **votes), present=3, proxies=2))
    assert [None] == outputs(record, "voters")
    assert 0 == verdict(record).status
    record["season"]["acts"][0]["ballots"] = 5
    assert "acts: award:co:phieu" == refused(record)


def test_who_got_one_vote_reaches_a_threshold_that_is_none() -> None:
    ballot = award("co", choose("phieu", "ballot", asks="members"), quota=3)
    record = body(ruleset("abc", awards=(ballot,)), season(vote("award:co:phieu", 3, a=3, b=1, c=0)))
    assert [["a", "b"]] == outputs(record, "threshold")
    assert 0 == verdict(record).status


def test_a_council_has_as_many_members_as_the_season_or_an_act_says() -> None:
    ballot = award("co", choose("phieu", "ballot", asks="council", base="members", more_than=Fraction(1, 2)), quota=1)
    rules, votes = ruleset("ab", awards=(ballot,)), vote("award:co:phieu", 5, a=4, b=1)
    record = body(rules, season(votes, council=7))
    assert 0 == verdict(record).status
    record["season"]["council"]["members"] = 4
    assert "acts: award:co:phieu" == refused(record)
    assert MATCH == said(rules, season(act("fact:council:members", number=7), votes))


def test_an_open_question_that_the_record_lacks_is_told_whole() -> None:
    record = body(ruleset("ab", awards=(BALLOT, CHOICE)))
    lacking = record["questions"].pop()
    found = verdict(record)
    assert (11, "questions.1", (None, lacking | {"basis": []})) == (found.status, found.where, found.values)


def test_no_slots_are_left_where_the_line_runs_through_no_group() -> None:
    groups = [emulverify.Group(["a"]), emulverify.Group(["b", "c"])]
    assert (["a"], None, 0) == emulverify.descend(groups, 1)
    assert (["a"], groups[1], 1) == emulverify.descend(groups, 2)
