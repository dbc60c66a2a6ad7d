"""Facts about ties: which steps apply, which are asked, along which line, and what becomes of what is left."""

from typing import Any

import pytest
from building import (
    NO_HEAD,
    READ,
    act,
    all_refused,
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
    warned,
)

from emulrules.model.order import Share, TieStep
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Act, Season, UnitEntry

# `y` weighs nothing: it changes no total, and can still split a tie.
CRITERIA = (criterion("x"), criterion("y", weight="0"))
OF_STAFF = {"share": Share("women", "staff")}
WOMEN = tie("women", "share", at_least="70%", **OF_STAFF)
MORE = tie("women", "share", more_than="70%", **OF_STAFF)
GREATER = tie("women", "share", **OF_STAFF)
BY_Y = tie("by-y", "criterion", criterion="y")
BALLOT = tie("phieu", "ballot", asks="members")
CHAIR = tie("chu-tri", "decision", asks="chair")
MEETING = tie("hoi-nghi", "decision", asks="meeting")
STANDING = choose("s", "standing")


def rules(*steps: TieStep, named: tuple[int, ...] = (1,), members: str = "abc", **parts: Any) -> Ruleset:
    return ruleset(members, criteria=CRITERIA, order=order("points", *named), ties=steps, **parts)


def even(*acts: Act, members: str = "abc", x: Any = None, y: Any = None, **parts: Any) -> Season:
    """A season in which all are equal, but where `x` and `y` say otherwise."""
    scores = {"x": {**dict.fromkeys(members, 1), **(x or {})}, "y": {**dict.fromkeys(members, 1), **(y or {})}}
    return season(*acts, scores=scores, **parts)


def staff(**shares: tuple[int | None, int | None]) -> dict[str, UnitEntry]:
    return {unit: UnitEntry(women, whole) for unit, (women, whole) in shares.items()}


# Computed steps.


@pytest.mark.parametrize("named", [(), (1,), (1, 2, 3)])
def test_a_criterion_splits_every_tie_whether_a_line_runs_or_not(named: tuple[int, ...]) -> None:
    decision = decided(rules(BY_Y, named=named), even(y={"b": 3, "c": 2}))
    assert {"b": 1, "c": 2, "a": 3} == places(decision)
    assert [(("b",), ("c",), ("a",))] == outputs(decision, "tie")


def test_a_step_splits_nothing_but_ties() -> None:
    decision = decided(rules(BY_Y, named=()), even(x={"a": 2}, y={"a": 0, "b": 9}))
    assert {"a": 1, "b": 2, "c": 3} == places(decision)


def test_equals_on_one_step_go_to_the_next() -> None:
    decision = decided(rules(BY_Y, WOMEN, named=()), even(y={"a": 0}, units=staff(b=(10, 100), c=(80, 100))))
    assert {"c": 1, "b": 2, "a": 3} == places(decision)


@pytest.mark.parametrize(
    ("step", "a", "b", "expected"),
    [
        pytest.param(WOMEN, (70, 100), (69, 100), {"a": 1, "b": 2}, id="70 % is reached exactly"),
        pytest.param(WOMEN, (7, 10), (699, 1000), {"a": 1, "b": 2}, id="69.9 % does not reach it"),
        pytest.param(WOMEN, (70, 100), (99, 100), {"a": 1, "b": 1}, id="beyond the threshold nothing is compared"),
        pytest.param(WOMEN, (10, 100), (60, 100), {"a": 1, "b": 1}, id="below the threshold neither"),
        pytest.param(MORE, (70, 100), (71, 100), {"b": 1, "a": 2}, id="more than 70 % is not reached by 70 %"),
        pytest.param(GREATER, (70, 100), (71, 100), {"b": 1, "a": 2}, id="without a threshold the greater share"),
        pytest.param(GREATER, (1, 3), (333, 1000), {"a": 1, "b": 2}, id="shares are exact"),
        pytest.param(GREATER, (1, 2), (50, 100), {"a": 1, "b": 1}, id="equal shares stay equal"),
    ],
)
def test_a_share_splits(step: TieStep, a: Any, b: Any, expected: dict[str, int]) -> None:
    decision = decided(rules(step, named=(), members="ab"), even(members="ab", units=staff(a=a, b=b)))
    assert expected == places(decision)


@pytest.mark.parametrize(("women", "whole"), [(0, 0), (101, 100)], ids=["no staff", "more women than staff"])
def test_figures_that_no_unit_can_have_are_refused(women: int, whole: int) -> None:
    acts = (act("fact:a:women", number=women), act("fact:a:staff", number=whole))
    faults = all_refused(rules(WOMEN, members="ab"), even(*acts, members="ab", units=staff(b=(1, 2))))
    assert {("acts", 0), ("acts", 1)} >= {fault.path[:2] for fault in faults}


# Missing facts.


def test_a_missing_fact_is_asked_only_where_a_line_runs() -> None:
    year = even(members="abcd", x={"a": 2, "b": 2}, units=staff(a=(1, 2)))
    decision = decided(rules(WOMEN, named=(1,), members="abcd"), year)
    assert ["fact:b:women", "fact:b:staff"] == asked(decision)
    assert {"a": 1, "b": 1, "c": 3, "d": 3} == places(decision)


def test_only_the_figure_that_is_missing_is_asked() -> None:
    decision = decided(rules(WOMEN, members="ab"), even(members="ab", units=staff(a=(1, None), b=(1, 2))))
    assert ["fact:a:staff"] == asked(decision)
    assert ("number", None, ()) == tuple(
        getattr(question(decision, "fact:a:staff"), key) for key in ("asks", "of", "options")
    )


def test_a_step_that_lacks_facts_holds_back_those_after_it() -> None:
    decision = decided(rules(WOMEN, BY_Y, named=()), even(y={"b": 3}))
    assert ({"a": 1, "b": 1, "c": 1}, []) == (places(decision), asked(decision))


def test_a_figure_may_be_answered_by_an_act() -> None:
    acts = (act("fact:a:women", number=70), act("fact:a:staff", number=100))
    decision = decided(rules(WOMEN, members="ab"), even(*acts, members="ab", units=staff(b=(1, 100))))
    assert {"a": 1, "b": 2} == places(decision)


def test_a_step_whose_value_nobody_can_supply_is_passed_over_with_a_warning() -> None:
    year = season(act("standing", places=dict.fromkeys("ab", 1)))
    decision = decided(ruleset("ab", order=order("points", 1), criteria=CRITERIA, ties=(BY_Y, BALLOT)), year)
    assert ["place:1:phieu"] == asked(decision)
    assert ("unchecked", "ties.by-y") in warned(decision)


# Asked steps: one line at a time.


def test_a_ballot_is_asked_of_those_whom_the_step_names_among_the_whole_tie() -> None:
    asks = question(decided(rules(BALLOT), even()), "place:1:phieu")
    assert ("votes", "members", ("a", "b", "c"), 1, 1, BALLOT.basis) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


def test_a_ballot_ranks_the_whole_group_that_it_was_cast_in() -> None:
    decision = decided(rules(BALLOT, named=(1, 2, 3)), even(vote("place:1:phieu", 3, a=1, b=3, c=2)))
    assert {"b": 1, "c": 2, "a": 3} == places(decision)
    assert "complete" == decision.status


def test_votes_that_leave_equals_at_the_line_go_to_the_next_step() -> None:
    decision = decided(rules(BALLOT, CHAIR), even(vote("place:1:phieu", 3, a=2, b=2, c=1)))
    assert ["place:1:chu-tri"] == asked(decision)
    asks = question(decision, "place:1:chu-tri")
    assert ("choice", "chair", ("a", "b"), 1, 1) == (asks.asks, asks.of, asks.options, asks.least, asks.most)
    assert {"a": 1, "b": 1, "c": 3} == places(decision)


def test_what_stands_below_the_line_stays_where_it_is() -> None:
    acts = (vote("place:1:phieu", 4, a=3, b=3, c=2, d=1), act("place:1:chu-tri", ["b"], among=("a", "b")))
    decision = decided(rules(BALLOT, CHAIR, members="abcd"), even(*acts, members="abcd"))
    assert {"b": 1, "a": 2, "c": 3, "d": 4} == places(decision)
    assert [(("a", "b"), ("c",), ("d",)), (("b",), ("a",))] == outputs(decision, "tie")


def test_votes_that_leave_equals_below_the_line_ask_nothing() -> None:
    decision = decided(rules(BALLOT, CHAIR), even(vote("place:1:phieu", 3, a=2, b=1, c=1)))
    assert ({"a": 1, "b": 2, "c": 2}, []) == (places(decision), asked(decision))


def test_a_computed_step_after_a_ballot_splits_what_it_left() -> None:
    decision = decided(rules(BALLOT, BY_Y), even(vote("place:1:phieu", 3, a=2, b=1, c=1), y={"c": 7}))
    assert {"a": 1, "c": 2, "b": 3} == places(decision)


def test_a_decision_says_who_is_above_one_line() -> None:
    first = decided(rules(CHAIR, named=(1, 2)), even(act("place:1:chu-tri", ["b"], among=("a", "b", "c"))))
    assert {"b": 1, "a": 2, "c": 2} == places(first)
    assert ["place:2:chu-tri"] == asked(first)
    second = (act("place:1:chu-tri", ["b"], among=("a", "b", "c")), act("place:2:chu-tri", ["c"], among=("a", "c")))
    assert {"b": 1, "c": 2, "a": 3} == places(decided(rules(CHAIR, named=(1, 2)), even(*second)))


def test_a_line_takes_exactly_what_is_left() -> None:
    decision = decided(rules(CHAIR, named=(3,), members="abcd"), even(members="abcd"))
    assert (2, 2) == (question(decision, "place:2:chu-tri").least, question(decision, "place:2:chu-tri").most)
    few = act("place:2:chu-tri", ["a"], among=("a", "b", "c", "d"))
    refused("act-too-few", rules(CHAIR, named=(3,), members="abcd"), even(few, members="abcd"))
    many = act("place:2:chu-tri", ["a", "b", "c"], among=("a", "b", "c", "d"))
    refused("act-too-many", rules(CHAIR, named=(3,), members="abcd"), even(many, members="abcd"))


def test_lines_are_asked_from_the_top_and_ties_in_two_groups_at_once() -> None:
    year = even(members="abcde", x={"a": 5, "b": 5})
    assert ["place:1:chu-tri", "place:3:chu-tri"] == asked(
        decided(rules(CHAIR, named=(1, 2, 3), members="abcde"), year)
    )


@pytest.mark.parametrize("step", [BALLOT, CHAIR, MEETING])
def test_a_step_that_was_not_held_leaves_the_tie_to_the_next(step: TieStep) -> None:
    later = tie("sau", "decision", asks="council")
    decision = decided(rules(step, later), even(act(f"place:1:{step.id}", held=False)))
    assert ["place:1:sau"] == asked(decision)
    assert ["not-held"] == outputs(decision, "act")


@pytest.mark.parametrize("step", [BALLOT, CHAIR])
def test_a_place_tie_must_say_among_whom_it_was_voted(step: TieStep) -> None:
    answer: Any = {"votes": {"a": 1, "b": 2, "c": 3}, "ballots": 3} if step.by == "ballot" else {"choice": ["a"]}
    fault = refused("act-among-missing", rules(step), even(act(f"place:1:{step.id}", **answer)))
    assert "a, b, c" == fault.data["expected"]
    wrong = refused("act-among", rules(step), even(act(f"place:1:{step.id}", **answer, among=("a", "b"))))
    assert ("a, b", ("acts", 0, "among")) == (wrong.data["got"], wrong.path)


def test_no_step_is_asked_where_no_place_is_named_and_no_award_turns_on_it() -> None:
    assert [] == asked(decided(rules(BALLOT, CHAIR, named=()), even()))
    assert [] == asked(decided(rules(BALLOT, named=(1,)), even(x={"a": 9})))


# What no step parts.


def test_what_no_step_parts_is_asked_as_undefined_and_of_nobody() -> None:
    asks = question(decided(rules(), even()), "place:1:undefined")
    assert ("choice", None, ("a", "b", "c"), 1, 1, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


def test_an_undefined_step_is_asked_of_whom_the_ruleset_names() -> None:
    declared = UndefinedRule("khi-bang", "ties", "Không nói", **READ, ask="council")
    asks = question(decided(rules(undefined=(NO_HEAD, declared)), even()), "place:1:undefined")
    assert ("council", declared.basis) == (asks.of, asks.basis)


def test_an_act_settles_it_without_a_rule_and_the_decision_warns() -> None:
    settled = act("place:1:undefined", ["c"], among=("a", "b", "c"), decided_by="ai-do")
    decision = decided(rules(), even(settled))
    assert ({"c": 1, "a": 2, "b": 2}, "complete") == (places(decision), decision.status)
    assert {("settled-without-rule", "place:1:undefined")} == warned(decision)


def test_the_last_step_left_out_is_left_to_the_undefined_step_which_cannot_be() -> None:
    assert ["place:1:undefined"] == asked(decided(rules(CHAIR), even(act("place:1:chu-tri", held=False))))
    year = even(act("place:1:chu-tri", held=False), act("place:1:undefined", held=False))
    assert ("acts", 1) == refused("act-must-be-held", rules(CHAIR), year).path[:2]


# The line of an award.


def by_standing(quota: int, **parts: Any) -> Any:
    return award("f", STANDING, quota=quota, **parts)


def test_an_award_asks_the_chain_along_its_own_line_and_never_writes_the_standing() -> None:
    plan = rules(CHAIR, named=(), awards=(by_standing(1),))
    assert ["award:f:chu-tri"] == asked(decided(plan, even()))
    decision = decided(plan, even(act("award:f:chu-tri", ["b"])))
    assert {"b": "proposed"} == proposed(decision)
    assert {"a": 1, "b": 1, "c": 1} == places(decision)


def test_a_ballot_along_an_awards_line_must_say_among_whom() -> None:
    plan = rules(BALLOT, named=(), awards=(by_standing(1),))
    refused("act-among-missing", plan, even(act("award:f:phieu", votes=dict.fromkeys("abc", 1), ballots=3)))
    decision = decided(plan, even(vote("award:f:phieu", 3, a=3, b=0, c=0)))
    assert {"a": "proposed"} == proposed(decision)


def test_an_awards_line_among_those_who_can_have_it_only() -> None:
    awards = (award("e", choose("m", "meeting"), quota=1), by_standing(1, excludes=("e",)))
    decision = decided(rules(CHAIR, named=(), awards=awards), even(act("award:e:m", ["b"])))
    assert ("a", "c") == question(decision, "award:f:chu-tri").options


def test_an_awards_line_goes_on_where_the_named_places_stopped() -> None:
    plan = rules(BALLOT, CHAIR, awards=(by_standing(2),), members="abcd")
    decision = decided(plan, even(vote("place:1:phieu", 4, a=4, b=2, c=2, d=0), members="abcd"))
    assert ["award:f:chu-tri"] == asked(decision)
    assert {"a": "proposed"} == proposed(decision)


def test_an_awards_line_waits_for_the_named_places_of_the_same_tie() -> None:
    plan = rules(CHAIR, awards=(by_standing(2),))
    assert ["place:1:chu-tri"] == asked(decided(plan, even()))
    open_ = act("award:f:chu-tri", ["c"])
    assert ("award:f:chu-tri",) == decided(plan, even(open_)).waiting


def test_an_awards_line_without_a_rule_is_asked_as_undefined() -> None:
    plan = rules(named=(), awards=(by_standing(2),))
    asks = question(decided(plan, even()), "award:f:undefined")
    assert (2, 2, None) == (asks.least, asks.most, asks.of)
    decision = decided(plan, even(act("award:f:undefined", ["a", "c"])))
    assert {("settled-without-rule", "award:f:undefined")} == warned(decision)
    assert {"a", "c"} == set(proposed(decision))


def test_a_missing_fact_at_an_awards_line_is_asked() -> None:
    plan = rules(WOMEN, named=(), awards=(by_standing(1),), members="ab")
    assert ["fact:a:staff"] == asked(decided(plan, even(members="ab", units=staff(a=(1, None), b=(1, 2)))))


@pytest.mark.parametrize("boundary", ["cut", "include", "exclude"])
def test_facts_of_those_who_cannot_have_the_award_are_not_needed(boundary: str) -> None:
    awards = (award("e", choose("m", "meeting"), quota=1), by_standing(1, excludes=("e",), boundary=boundary))
    year = even(act("award:e:m", ["c"]), units=staff(a=(8, 10), b=(1, 10)))
    decision = decided(rules(WOMEN, named=(), awards=awards), year)
    assert ([], {"a": "proposed"}) == (asked(decision), proposed(decision, "f"))
    assert {"a": 1, "b": 1, "c": 1} == places(decision)
