"""Facts about quotas: how many may be proposed, who says so, and when nobody need say it."""

from typing import Any

import pytest
from building import (
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    outputs,
    proposed,
    question,
    refused,
    ruleset,
    season,
)

from emulrules.errors import RulesetError
from emulrules.model.award import Award
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Act, Season

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
DOWN = {"a": 4, "b": 3, "c": 2, "d": 1}


def rules(*awards: Award, **parts: Any) -> Ruleset:
    return ruleset("abcd", **{"criteria": (criterion("x"),), "order": order("points", 1), "awards": awards, **parts})


def year(*acts: Act) -> Season:
    return season(*acts, scores={"x": DOWN})


@pytest.mark.parametrize(("quota", "expected"), [(0, ""), (1, "a"), (3, "abc"), (4, "abcd"), (9, "abcd")])
def test_a_quota_is_filled_from_the_top(quota: int, expected: str) -> None:
    decision = decided(rules(award("f", STANDING, quota=quota)), year())
    assert (set(expected), [quota]) == (set(proposed(decision)), outputs(decision, "quota"))


@pytest.mark.parametrize(
    ("members", "number"), [("a", 1), ("abcde", 1), ("abcdef", 2), ("abcdefghij", 2)], ids=["1", "5", "6", "10"]
)
def test_a_quota_by_table_goes_by_the_size_of_the_cluster(members: str, number: int) -> None:
    decision = decided(ruleset(members, awards=(award("f", MEETING, quota=[(1, 5, 1), (6, 10, 2)]),)))
    assert [number] == outputs(decision, "quota")
    (step,) = (step for step in decision.steps if step.step == "quota")
    assert ("awards.f.quota", len(members)) == (step.rule, step.inputs["base"])


def test_a_size_that_the_table_lacks_is_an_error() -> None:
    plan = ruleset("abc", awards=(award("f", MEETING, quota=[(1, 2, 1)]),))
    assert {"award": "f", "units": 3} == refused("quota-no-row", plan, None, RulesetError).data


def test_a_quota_that_a_higher_level_allots_is_asked_of_it() -> None:
    decision = decided(ruleset("ab", awards=(award("f", MEETING, quota="ministry"),)))
    asks = question(decision, "quota:f")
    assert ("number", "ministry", (), 0, None) == (asks.asks, asks.of, asks.options, asks.least, asks.most)
    widest = question(decision, "award:f:m")
    assert (("quota:f",), 2, 0) == (widest.after, widest.most, widest.least)


@pytest.mark.parametrize(("number", "most"), [(1, 1), (2, 2), (7, 2)])
def test_an_allotted_quota_bounds_the_choice(number: int, most: int) -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    decision = decided(plan, season(act("quota:f", number=number, decided_by="ministry")))
    assert (most, [number], ()) == (question(decision, "award:f:m").most, outputs(decision, "quota"), decision.waiting)


def test_an_allotted_quota_of_none_asks_no_further() -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    assert "complete" == decided(plan, season(act("quota:f", number=0))).status


def test_a_quota_below_zero_is_refused() -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    refused("act-number-below", plan, season(act("quota:f", number=-1)))


def test_without_a_candidate_neither_the_quota_nor_the_award_is_asked() -> None:
    awards = (award("e", MEETING, quota=2), award("f", MEETING, quota="ministry", excludes=("e",)))
    plan = ruleset("ab", awards=awards)
    assert [] == asked(decided(plan, season(act("award:e:m", ["a", "b"]))))
    assert ["quota:f", "award:f:m"] == asked(decided(plan, season(act("award:e:m", ["a"]))))


def test_a_quota_act_is_accepted_though_nothing_turns_on_it() -> None:
    awards = (award("e", MEETING, quota=2), award("f", MEETING, quota="ministry", excludes=("e",)))
    decision = decided(ruleset("ab", awards=awards), season(act("award:e:m", ["a", "b"]), act("quota:f", number=3)))
    assert ("complete", [2, 3]) == (decision.status, outputs(decision, "quota"))


def test_a_quota_of_none_asks_nothing_while_a_gate_is_open() -> None:
    plan = ruleset("ab", gates=(gate("g", "bad"),), awards=(award("f", MEETING, quota=0),))
    assert ["fact:bad"] == asked(decided(plan))


def test_an_undefined_quota_is_asked_of_whom_the_ruleset_names_or_is_an_error() -> None:
    declared = UndefinedRule("chua-ro", "awards.f.quota", "Không nói", ("Điều 9",), "read", "province")
    plan = ruleset("ab", awards=(award("f", MEETING),), undefined=(declared, *ruleset("a").undefined))
    asks = question(decided(plan), "quota:f")
    assert ("province", ("Điều 9",)) == (asks.of, asks.basis)
    refused("quota-undefined", ruleset("ab", awards=(award("f", MEETING),)), None, RulesetError)


def test_a_quota_is_not_asked_where_nobody_who_can_have_the_award_holds_a_place() -> None:
    awards = (
        award("e", MEETING, quota=1),
        award("f", choose("p", "place", places=(1,)), quota="ministry", excludes=("e",)),
    )
    plan = rules(*awards)
    assert [] == asked(decided(plan, year(act("award:e:m", ["a"]))))
    assert ["quota:f"] == asked(decided(plan, year(act("award:e:m", ["b"]))))


STATED = award("f", MEETING, quota=2)
BY_SIZE = award("f", MEETING, quota=[(1, 9, 2)])
BY_PLACE = award("f", choose("p", "place", places=(1, 2)))


@pytest.mark.parametrize("rule", [STATED, BY_SIZE, BY_PLACE], ids=["stated", "by size", "by place"])
def test_an_act_may_state_the_number_that_follows_from_the_rules_and_no_other(rule: Award) -> None:
    plan = rules(rule, order=order("points", 1, 2))
    assert () == decided(plan, year(act("quota:f", number=2))).waiting
    fault = refused("quota-differs", plan, year(act("quota:f", number=1)))
    assert {"award": "f", "number": 2, "got": 1}.items() <= fault.data.items()
    assert ("acts", 0) == fault.path[:2]


def test_a_quota_by_size_waits_until_it_is_known_who_is_out() -> None:
    plan = rules(award("f", MEETING, quota=[(1, 3, 1), (4, 9, 2)]), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("quota:f", number=2)))
    assert (["fact:bad", "award:f:m"], ("quota:f",)) == (asked(decision), decision.waiting)
    assert [] == outputs(decision, "quota")
    assert [2] == outputs(decided(plan, year(act("quota:f", number=2), act("fact:bad", []))), "quota")
    refused("quota-differs", plan, year(act("quota:f", number=2), act("fact:bad", ["a"])))


def test_a_number_that_the_ruleset_states_does_not_wait_for_gates() -> None:
    decision = decided(rules(STATED, gates=(gate("g", "bad"),)), year())
    assert ([2], 2) == (outputs(decision, "quota"), question(decision, "award:f:m").most)


def test_an_allotted_number_does_not_wait_for_gates() -> None:
    plan = rules(award("f", MEETING, quota="ministry"), gates=(gate("g", "bad"),))
    assert ["fact:bad", "quota:f", "award:f:m"] == asked(decided(plan, year()))
    assert ("fact:bad", "quota:f") == question(decided(plan, year()), "award:f:m").after
