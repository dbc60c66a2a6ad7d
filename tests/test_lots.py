"""Facts about lots: people draw them, an act records them, and the engine draws nothing."""

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
    places,
    proposed,
    question,
    refused,
    ruleset,
    season,
    tie,
)

from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season

CRITERIA = (criterion("x"), criterion("y", weight="0"))
LOT = tie("boc-tham", "lot", asks="meeting")
CHAIR = tie("chu-tri", "decision", asks="chair")
BY_Y = tie("by-y", "criterion", criterion="y")
FLAG = award("f", choose("s", "standing"), quota=1)


def rules(*steps: TieStep, named: tuple[int, ...] = (1,), members: str = "abc", **parts: Any) -> Ruleset:
    return ruleset(members, criteria=CRITERIA, order=order("points", *named), ties=steps, **parts)


def even(*acts: Act, members: str = "abc", y: Any = None) -> Season:
    return season(*acts, scores={"x": dict.fromkeys(members, 1), "y": {**dict.fromkeys(members, 1), **(y or {})}})


def drawn(question: str, *units: str, among: str = "abc", **parts: Any) -> Act:
    return act(question, list(units), among=tuple(among), **parts)


def test_a_lot_is_asked_of_those_who_draw_it_for_exactly_those_above_the_line() -> None:
    asks = question(decided(rules(LOT, named=(3,), members="abcd"), even(members="abcd")), "place:2:boc-tham")
    assert ("choice", "meeting", ("a", "b", "c", "d"), 2, 2, LOT.basis) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


def test_nothing_is_drawn_while_nobody_says_what_was_drawn() -> None:
    decision = decided(rules(LOT), even())
    assert ("pending", {"a": 1, "b": 1, "c": 1}, []) == (decision.status, places(decision), outputs(decision, "tie"))


def test_a_drawn_lot_says_who_is_above_the_line() -> None:
    decision = decided(rules(LOT), even(drawn("place:1:boc-tham", "b", decided_by="meeting")))
    assert ({"b": 1, "a": 2, "c": 2}, "complete") == (places(decision), decision.status)
    assert [(("b",), ("a", "c"))] == outputs(decision, "tie")
    assert ["ties.boc-tham"] == [step.rule for step in decision.steps if step.step == "tie"]


def test_another_line_needs_another_lot() -> None:
    first = drawn("place:1:boc-tham", "b")
    decision = decided(rules(LOT, named=(1, 2)), even(first))
    assert (["place:2:boc-tham"], ("a", "c")) == (asked(decision), question(decision, "place:2:boc-tham").options)
    both = decided(rules(LOT, named=(1, 2)), even(first, drawn("place:2:boc-tham", "c", among="ac")))
    assert {"b": 1, "c": 2, "a": 3} == places(both)


@pytest.mark.parametrize(
    ("plan", "id_"), [(rules(LOT), "place:1:boc-tham"), (rules(LOT, named=(), awards=(FLAG,)), "award:f:boc-tham")]
)
def test_a_lot_must_say_among_whom_it_was_drawn_wherever_the_line_runs(plan: Ruleset, id_: str) -> None:
    assert "a, b, c" == refused("act-among-missing", plan, even(act(id_, ["a"]))).data["expected"]
    assert ("acts", 0, "among") == refused("act-among", plan, even(drawn(id_, "a", among="ab"))).path


def test_a_lot_along_an_awards_line_writes_no_place() -> None:
    decision = decided(rules(LOT, named=(), awards=(FLAG,)), even(drawn("award:f:boc-tham", "c")))
    assert ({"c"}, {"a": 1, "b": 1, "c": 1}) == (set(proposed(decision)), places(decision))


def test_a_decision_along_an_awards_line_need_not_say_among_whom() -> None:
    assert {"c"} == set(proposed(decided(rules(CHAIR, named=(), awards=(FLAG,)), even(act("award:f:chu-tri", ["c"])))))


def test_a_lot_is_drawn_by_those_who_were_asked() -> None:
    refused("act-decided-by", rules(LOT), even(drawn("place:1:boc-tham", "a", decided_by="chair")))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (drawn("place:1:boc-tham"), "act-too-few"),
        (drawn("place:1:boc-tham", "a", "b"), "act-too-many"),
        (act("place:1:boc-tham", votes=dict.fromkeys("abc", 1), ballots=3, among=("a", "b", "c")), "act-form"),
    ],
)
def test_what_is_no_lot_is_refused(answer: Act, code: str) -> None:
    refused(code, rules(LOT), even(answer))


def test_a_lot_that_was_not_drawn_leaves_the_tie_to_the_next_step() -> None:
    assert ["place:1:chu-tri"] == asked(decided(rules(LOT, CHAIR), even(act("place:1:boc-tham", held=False))))


def test_a_lot_is_drawn_among_those_alone_who_are_equal_on_everything_before_it() -> None:
    decision = decided(rules(BY_Y, LOT), even(y={"c": 0}))
    assert ("a", "b") == question(decision, "place:1:boc-tham").options
    assert [] == asked(decided(rules(BY_Y, LOT), even(y={"c": 2})))


def test_a_lot_before_a_computed_step_is_drawn_among_all() -> None:
    decision = decided(rules(LOT, BY_Y), even(y={"c": 2}))
    assert ("a", "b", "c") == question(decision, "place:1:boc-tham").options
    assert {"a": 1, "b": 1, "c": 1} == places(decision)


def test_a_drawn_lot_waits_while_its_question_can_still_come() -> None:
    plan = ruleset("abc", order=order("meeting", 1), ties=(LOT,))
    assert ("place:1:boc-tham",) == decided(plan, season(drawn("place:1:boc-tham", "a"))).waiting
