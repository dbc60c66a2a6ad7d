"""Facts about who may have an award: what of the season before it requires, and who is asked for it."""

from typing import Any

import pytest
from building import (
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    proposed,
    question,
    refused,
    ruleset,
    warned,
)
from building import season as year

from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.decision import Decision, Step
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season, UnitEntry

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
DOWN = {"a": 4, "b": 3, "c": 2, "d": 1}


def flag(*steps: Choose, quota: Any = 1, before: tuple[str, ...] = ("e",), **parts: Any) -> Award:
    return award("f", *steps, quota=quota, requires_before=before, **parts)


def rules(*awards: Award, **parts: Any) -> Ruleset:
    """Awards after `e`, which nobody has this season."""
    last = award("e", MEETING, quota=0)
    return ruleset("abcd", criteria=(criterion("x"),), order=order("points", 1, 2), awards=(*awards, last), **parts)


def season(*acts: Act, **parts: Any) -> Season:
    return year(*acts, scores={"x": DOWN}, **parts)


def won(decision: Decision) -> list[Step]:
    return [step for step in decision.steps if step.step == "won-before"]


@pytest.mark.parametrize(("before", "expected"), [("bcd", {"b"}), ("d", {"d"}), ("", set()), ("abcd", {"a"})])
def test_only_those_who_won_it_the_season_before_may_have_the_award(before: str, expected: set[str]) -> None:
    decision = decided(rules(flag(STANDING)), season(before={"e": tuple(before)}))
    assert (expected, "complete") == (set(proposed(decision)), decision.status)


def test_the_step_says_who_won_what_is_required_under_the_awards_article() -> None:
    plan = rules(flag(STANDING, basis=("Điều 7",), trust="reported"))
    (step,) = won(decided(plan, season(before={"e": ("d", "b")})))
    assert ("awards.f", ("Điều 7",), {"award": "e"}, ("b", "d")) == (step.rule, step.basis, step.inputs, step.output)
    assert ("reported-rule", "awards.f") in warned(decided(plan, season(before={"e": ()})))


def test_where_nobody_said_it_it_is_asked_of_all_members_with_the_awards_article() -> None:
    decision = decided(rules(flag(STANDING, basis=("Điều 7",))), season())
    asks = question(decision, "before:e")
    assert ("choice", None, ("a", "b", "c", "d"), 0, 4, ("Điều 7",), ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis, asks.after
    )  # fmt: skip
    assert (["before:e"], {}) == (asked(decision), proposed(decision))
    answered = decided(rules(flag(STANDING)), season(act("before:e", ["c"])))
    assert ({"c"}, []) == (set(proposed(answered)), asked(answered))


def test_what_people_choose_waits_for_it_with_the_widest_options() -> None:
    plan = rules(flag(MEETING, quota=2))
    waits = question(decided(plan, season()), "award:f:m")
    assert (("before:e",), ("a", "b", "c", "d"), 2) == (waits.after, waits.options, waits.most)
    assert ("award:f:m",) == decided(plan, season(act("award:f:m", ["a"]))).waiting
    narrowed = question(decided(plan, season(act("before:e", ["b", "d"]))), "award:f:m")
    assert ((), ("b", "d")) == (narrowed.after, narrowed.options)


def test_who_did_not_win_it_cannot_be_chosen_and_is_told_so() -> None:
    plan = rules(flag(MEETING))
    fault = refused("choice-requires-before", plan, season(act("award:f:m", ["a"]), before={"e": ("b",)}))
    assert {"unit": "a", "award": "f", "other": "e"}.items() <= fault.data.items()


def test_it_is_not_asked_where_nobody_could_have_the_award_or_nothing_is_to_be_had() -> None:
    assert [] == asked(decided(rules(flag(MEETING, quota=0)), season()))
    shut = (award("g", MEETING, quota=9), flag(MEETING, excludes=("g",)))
    assert [] == asked(decided(rules(*shut), season(act("award:g:m", ["a", "b", "c", "d"]))))
    place = choose("p", "place", places=(1,))
    taken = (award("g", MEETING, quota=1), flag(place, quota=None, excludes=("g",)))
    assert [] == asked(decided(rules(*taken), season(act("award:g:m", ["a"]))))
    assert ["before:e"] == asked(decided(rules(*taken), season(act("award:g:m", ["b"]))))


def test_each_award_that_is_required_is_asked_once_and_all_of_them_count() -> None:
    h = award("h", MEETING, quota=1, requires_before=("e", "h"))
    plan = rules(flag(STANDING, before=("e", "h")), h)
    assert ["before:e", "before:h", "award:h:m"] == asked(decided(plan, season()))
    both = season(act("before:h", ["b", "c"]), before={"e": ("a", "c")})
    decision = decided(plan, both)
    assert ({"c"}, ("c",)) == (set(proposed(decision)), question(decision, "award:h:m").options)


def test_the_answer_is_accepted_though_nothing_turns_on_it() -> None:
    decision = decided(rules(flag(MEETING, quota=0)), season(act("before:e", ["a"])))
    assert ("complete", 1) == (decision.status, outputs(decision, "act").count(("a",)))


def test_all_the_rest_are_those_who_won_it() -> None:
    plan = rules(flag(STANDING, quota=QuotaRule(rest=True)))
    assert [] == outputs(decided(plan, season(before={})), "quota")[:-1]
    decision = decided(plan, season(act("before:e", ["b", "d"])))
    assert ({"b", "d"}, [2, 0]) == (set(proposed(decision)), outputs(decision, "quota"))


def test_what_no_award_requires_is_refused_with_the_nearest_that_is() -> None:
    plan = rules(flag(STANDING), award("g", MEETING, quota=0, requires_before=("province-flag",)))
    assert ("before", "province-flog") == refused(
        "unknown-before-near", plan, season(before={"province-flog": ()})
    ).path
    assert ("before", "xyz") == refused("unknown-before", plan, season(before={"xyz": ()})).path
    wrong = refused("act-not-asked-near", plan, season(act("before:province-flog", [])))
    assert (("acts", 0), "before:province-flag") == (wrong.path, wrong.data["near"])


def test_units_of_the_season_before_are_found_by_name_and_sorted() -> None:
    decision = decided(rules(flag(STANDING)), season(before={"e": ("Đơn vị D", "Đơn vị B")}))
    assert ("b", "d") == decision.season.before["e"]
    refused("unknown-unit", rules(flag(STANDING)), season(before={"e": ("zz",)}))
    refused("unit-twice", rules(flag(STANDING)), season(before={"e": ("b", "Đơn vị B")}))


def test_who_is_no_member_any_more_is_not_named() -> None:
    left = {"d": UnitEntry(roster="leaves", source="bien-ban")}
    scores = {"x": {unit: DOWN[unit] for unit in "abc"}}
    refused("unknown-unit", rules(flag(STANDING)), year(scores=scores, units=left, before={"e": ("d",)}))


def test_what_the_season_says_already_is_not_said_again() -> None:
    plan = rules(flag(STANDING))
    assert ("acts", 0) == refused("fact-twice", plan, season(act("before:e", ["a"]), before={"e": ()})).path


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (act("before:e", number=1), "act-form"),
        (act("before:e", held=False), "act-must-be-held"),
        (act("before:e", ["zz"]), "unknown-unit"),
        (act("before:", ["a"]), "act-not-asked"),
    ],
)
def test_an_answer_in_another_form_is_refused(answer: Act, code: str) -> None:
    refused(code, rules(flag(STANDING)), season(answer))


def test_an_answer_that_is_only_reported_warns() -> None:
    decision = decided(rules(flag(STANDING)), season(act("before:e", ["a"], trust="reported")))
    assert ("reported-act", "before:e") in warned(decision)
