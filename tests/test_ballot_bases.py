"""Facts about the numbers behind a ballot: what its threshold is a part of, and how many may cast it."""

from typing import Any

import pytest
from attrs import evolve
from building import (
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    places,
    proposed,
    question,
    refused,
    ruleset,
    season,
    tie,
    vote,
    voting,
    warned,
)

from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Council, Meeting


def ballot(**parts: Any) -> Any:
    return choose("b", "ballot", **{"asks": "members", "at_least": "2/3", "base": "members", **parts})


def rules(step: Any, *, members: str = "abc", quota: int = 3, absent: Any = None, **parts: Any) -> Ruleset:
    rule = None if absent is None else voting(absent)
    return ruleset(members, awards=(award("f", step, quota=quota, **parts),), voting=rule)


@pytest.mark.parametrize(
    ("base", "asks", "reached"),
    [
        ("members", "members", "abc"),
        ("units", "members", "abc"),
        ("present", "members", "abcde"),
        ("present-or-consulted", "members", "abcd"),
        ("ballots", "members", "abcde"),
        ("members", "council", "a"),
        ("units", "council", "abc"),
        ("ballots", "council", "abcde"),
    ],
)
def test_a_threshold_is_a_part_of_what_the_ruleset_says(base: str, asks: str, reached: str) -> None:
    """Of 9 units 6 were present and 1 consulted, the council has 12, 6 cast a ballot: 2/3 are 6, 4, 5, 8 and 4."""
    plan = rules(ballot(base=base, asks=asks), members="abcdefghi", quota=9)
    votes = dict.fromkeys("fghi", 0) | {"a": 8, "b": 7, "c": 6, "d": 5, "e": 4}
    if base == "ballots":
        votes |= {"a": 6, "b": 6}
    given = season(vote("award:f:b", 8 if base != "ballots" else 6, **votes), present=6, consulted=1, council=12)
    assert set(reached) == set(proposed(decided(plan, given)))


def test_the_base_of_a_threshold_is_shown() -> None:
    bases = {"members": 9, "units": 9, "present": 6, "present-or-consulted": 7, "ballots": 5}
    for base, number in bases.items():
        plan = rules(ballot(base=base), members="abcdefghi")
        decision = decided(plan, season(vote("award:f:b", 5, **dict.fromkeys("abcdefghi", 0)), present=6, consulted=1))
        assert [number] == [step.inputs["base"] for step in decision.steps if step.step == "threshold"]


@pytest.mark.parametrize(
    ("parts", "given", "questions"),
    [
        ({"base": "present-or-consulted"}, {}, ["fact:meeting:present", "fact:meeting:consulted"]),
        ({"base": "present-or-consulted"}, {"present": 4}, ["fact:meeting:consulted"]),
        ({"base": "present-or-consulted"}, {"consulted": 2}, ["fact:meeting:present"]),
        ({"base": "present-or-consulted"}, {"present": 4, "consulted": 1}, []),
        ({"base": "present-or-consulted"}, {"present": 4, "proxies": 2}, []),
        ({"base": "present-or-consulted"}, {"present": 6}, []),
        ({"base": "present"}, {}, ["fact:meeting:present"]),
        ({"base": "present"}, {"consulted": 2}, ["fact:meeting:present"]),
        ({"base": "present"}, {"consulted": 2, "proxies": 4}, []),
        ({"base": "members", "asks": "council"}, {}, ["fact:council:members"]),
        ({"base": "members", "asks": "council"}, {"council": 9}, []),
        ({"base": "units", "asks": "council"}, {}, []),
        ({"base": "ballots", "asks": "council"}, {}, []),
        ({"base": "members"}, {}, []),
        ({"base": "units"}, {}, []),
        ({"base": "ballots"}, {}, []),
    ],
    ids=str,
)
def test_only_what_the_threshold_turns_on_is_asked(parts: Any, given: Any, questions: list[str]) -> None:
    decision = decided(rules(ballot(**parts), members="abcdef"), season(**given))
    assert [*questions, "award:f:b"] == asked(decision)
    assert tuple(questions) == question(decision, "award:f:b").after


@pytest.mark.parametrize(
    ("threshold", "given", "turns"),
    [
        # 3 of 5 and of 6 are half or more; more than half are 3 of 5 and 4 of 6.
        ({"at_least": "1/2"}, {"present": 5}, False),
        ({"more_than": "1/2"}, {"present": 5}, True),
        ({"at_least": "1/2"}, {"present": 4}, True),
        ({"more_than": "0"}, {}, False),
        ({"at_least": "1/6"}, {}, False),
        ({"at_least": "1/5"}, {}, True),
    ],
    ids=str,
)
def test_a_base_is_not_asked_where_as_many_votes_reach_the_threshold_whatever_it_is(
    threshold: Any, given: Any, turns: bool
) -> None:
    step = ballot(**{"at_least": None, "base": "present-or-consulted", **threshold})
    assert turns == ("fact:meeting:consulted" in asked(decided(rules(step, members="abcdef"), season(**given))))


def test_a_threshold_on_a_base_that_nobody_stated_is_judged_where_it_does_not_turn_on_it() -> None:
    plan = rules(ballot(at_least="1/2", base="present-or-consulted"), members="abcdef", quota=6)
    votes = dict.fromkeys("def", 0) | {"a": 3, "b": 2, "c": 5}
    decision = decided(plan, season(vote("award:f:b", 5, **votes), present=5))
    (step,) = (step for step in decision.steps if step.step == "threshold")
    assert (None, ("a", "c")) == (step.inputs["base"], step.output)


@pytest.mark.parametrize(("threshold", "asks"), [({"more_than": "0"}, []), ({"more_than": "1/9"}, ["members"])])
def test_a_council_of_which_nobody_said_how_many_it_has_is_asked_for_unless_one_vote_is_enough(
    threshold: Any, asks: list[str]
) -> None:
    plan = rules(ballot(**{"at_least": None, "asks": "council", **threshold}))
    assert [f"fact:council:{name}" for name in asks] == [id_ for id_ in asked(decided(plan)) if id_.startswith("fact:")]


def test_what_a_base_lacks_is_asked_under_the_rule_of_the_ballot() -> None:
    asks = question(decided(rules(ballot(asks="council"), basis=("Điều 8",))), "fact:council:members")
    assert ("number", None, 1, None, ("Điều 8",)) == (asks.asks, asks.of, asks.least, asks.most, asks.basis)


def test_answers_for_the_base_settle_the_ballot() -> None:
    plan = rules(ballot(base="present-or-consulted"), members="abcdefghi")
    cast = vote("award:f:b", 6, **dict.fromkeys("cdefghi", 0), a=6, b=5)
    told = (act("fact:meeting:present", number=6), act("fact:meeting:consulted", number=2))
    assert ("award:f:b",) == decided(plan, season(cast)).waiting
    assert {"a"} == set(proposed(decided(plan, season(cast, *told))))
    other = (told[0], act("fact:meeting:consulted", number=1))
    assert {"a", "b"} == set(proposed(decided(plan, season(cast, *other))))


# Who may vote.


@pytest.mark.parametrize(
    ("absent", "given", "most"),
    [
        (None, {"present": 3}, 6),
        ("excluded", {"present": 3, "consulted": 1, "proxies": 1}, 3),
        ("written", {"present": 3, "consulted": 1, "proxies": 1}, 4),
        ("proxy", {"present": 3, "consulted": 0, "proxies": 2}, 5),
        ("written", {"present": 3, "proxies": 1}, 5),
        ("excluded", {"consulted": 1, "proxies": 1}, 4),
        ("written", {}, 6),
    ],
    ids=str,
)
def test_no_more_ballots_are_cast_than_there_are_members_who_may_vote(absent: Any, given: Any, most: int) -> None:
    plan = rules(ballot(), members="abcdef", absent=absent)
    votes = dict.fromkeys("abcdef", 0)
    assert "complete" == decided(plan, season(vote("award:f:b", most, **votes), **given)).status
    code = "ballots-above-members" if most == 6 else "ballots-above-voters"
    fault = refused(code, plan, season(vote("award:f:b", most + 1, **votes), **given))
    assert (("acts", 0, "ballots"), most + 1) == (fault.path, fault.data["ballots"])
    assert most == fault.data["members" if most == 6 else "voters"]


def test_a_council_casts_no_more_ballots_than_it_has_members_wherever_the_cluster_was() -> None:
    plan = rules(ballot(asks="council", base="units"), absent="excluded")
    votes = {"a": 2, "b": 0, "c": 0}
    assert {"a"} == set(proposed(decided(plan, season(vote("award:f:b", 15, **votes), present=1, council=15))))
    fault = refused("ballots-above-council", plan, season(vote("award:f:b", 16, **votes), council=15))
    assert {"question": "award:f:b", "ballots": 16, "members": 15} == fault.data


@pytest.mark.parametrize(
    ("absent", "asks", "given", "ballots", "unchecked"),
    [
        ("written", "members", {"present": 3}, 3, None),
        ("written", "members", {"present": 3}, 4, "voting"),
        ("written", "members", {"present": 3, "consulted": 1}, 4, None),
        ("excluded", "members", {}, 1, "voting"),
        ("excluded", "members", {}, 0, None),
        (None, "members", {}, 6, None),
        ("written", "council", {}, 2, "awards.f.choose.b"),
        (None, "council", {}, 2, "awards.f.choose.b"),
        (None, "council", {}, 1, None),
        (None, "council", {"council": 2}, 2, None),
    ],
    ids=str,
)
def test_a_bound_that_only_a_missing_number_tells_is_not_asked_but_warned_of(
    absent: Any, asks: str, given: Any, ballots: int, unchecked: str | None
) -> None:
    plan = rules(ballot(asks=asks, base="units"), members="abcdef", absent=absent)
    decision = decided(plan, season(vote("award:f:b", ballots, **dict.fromkeys("abcdef", 0)), **given))
    assert ([], set() if unchecked is None else {("unchecked", unchecked)}) == (asked(decision), warned(decision))


def test_who_may_vote_is_a_step_under_the_rule_on_absent_members() -> None:
    plan = rules(ballot(), absent="written", members="abcdef")
    cast = vote("award:f:b", 4, **dict.fromkeys("abcdef", 0))
    known: dict[str, Any] = {"present": 3, "consulted": 1}
    partly: dict[str, Any] = {"present": 4}
    for given, inputs, number in ((known, known, 4), (partly, {**partly, "consulted": None}, None)):
        decision = decided(plan, season(cast, **given))
        kinds = [step.step for step in decision.steps]
        step = decision.steps[kinds.index("voters")]
        assert ("act", "threshold") == (kinds[kinds.index("voters") - 1], kinds[kinds.index("voters") + 1])
        assert ({"question": "award:f:b", "ballots": 4, **inputs}, number, "voting") == (
            step.inputs, step.output, step.rule
        )  # fmt: skip


@pytest.mark.parametrize(("absent", "asks"), [(None, "members"), ("written", "council")])
def test_nobody_is_counted_where_no_rule_on_absent_members_bounds_the_ballots(absent: Any, asks: str) -> None:
    plan = rules(ballot(asks=asks, base="units"), absent=absent)
    decision = decided(plan, season(vote("award:f:b", 1, a=0, b=0, c=0), present=3))
    assert [] == outputs(decision, "voters")


def test_a_ballot_that_waits_is_bounded_by_what_is_known() -> None:
    plan = rules(ballot(base="present"), members="abcdef", absent="excluded")
    cast = vote("award:f:b", 5, **dict.fromkeys("abcdef", 0))
    assert ("award:f:b",) == decided(plan, season(cast, consulted=1)).waiting
    assert set() == warned(decided(plan, season(cast, consulted=1)))
    assert 4 == refused("ballots-above-voters", plan, season(cast, consulted=2)).data["voters"]


def test_ballots_that_split_a_tie_are_bounded_too() -> None:
    plan = ruleset(
        "abc",
        criteria=(criterion("x"),),
        order=order("points", 1),
        ties=(tie("phieu", "ballot", asks="council"), tie("phieu-nua", "ballot", asks="members")),
        voting=voting("excluded"),
    )
    scores = {"x": {"a": 1, "b": 1, "c": 0}}
    by_council = vote("place:1:phieu", 5, a=1, b=1)
    by_members = vote("place:1:phieu-nua", 2, a=2, b=0)
    given = season(by_council, by_members, scores=scores, present=2, council=5)
    assert (1, set()) == (places(decided(plan, given))["a"], warned(decided(plan, given)))
    refused("ballots-above-council", plan, evolve(given, council=Council(4)))
    refused("ballots-above-voters", plan, evolve(given, meeting=Meeting(1)))
    doubted = decided(plan, evolve(given, council=Council(), meeting=Meeting()))
    assert {("unchecked", "ties.phieu"), ("unchecked", "voting")} == warned(doubted)


def test_at_most_all_members_can_have_been_present_and_the_question_rests_on_the_step() -> None:
    step = ballot(base="present", basis=("Điều 8",), trust="reported")
    decision = decided(rules(step))
    present, vote_ = question(decision, "fact:meeting:present"), question(decision, "award:f:b")
    assert (0, 3, ("Điều 8",)) == (present.least, present.most, present.basis)
    assert ("Điều 8",) == vote_.basis


def test_a_share_of_no_ballots_is_a_share_of_none() -> None:
    decision = decided(rules(ballot(base="ballots")), season(vote("award:f:b", 0, a=0, b=0, c=0)))
    assert [(0, ())] == [(step.inputs["base"], step.output) for step in decision.steps if step.step == "threshold"]
