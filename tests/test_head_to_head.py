"""Facts about steps head to head: who beats whom, among whom, and what becomes of those that are left tied."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, groupby
from typing import Any

import pytest
from building import (
    READ,
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
    ruleset,
    season,
    tie,
    vote,
    warned,
)
from hypothesis import given
from hypothesis import strategies as st

from emulrules.model.answers import TieKeys
from emulrules.model.decision import Decision
from emulrules.model.order import Share, TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season, UnitEntry
from emulrules.model.table import Table
from emulrules.standard import Standard

# The three weigh nothing, so that all are tied whatever they have; `x` is what they are ranked by.
COMPARED = tuple(criterion(id_, weight="0", not_applicable="rescale") for id_ in "klm")
CRITERIA = (criterion("x"), *COMPARED)
AGAIN = tie("doi-dau", "head-to-head", then="restart", over=("k", "l", "m"))
ON = tie("doi-dau", "head-to-head", then="continue", over=("k", "l", "m"))
BY_K = tie("k-truoc", "criterion", criterion="k")
CHAIR = tie("chu-tri", "decision", asks="chair")
BALLOT = tie("phieu", "ballot", asks="members")

Rows = Mapping[str, Sequence[Any]]

# b and d each beat two, a one, c nobody; a and c are one all. Of the two, d has more on two of three, b more on k.
PAIR: Rows = {"a": (8, 10, 6), "b": (9, 6, 9), "c": (8, 8, 8), "d": (5, 9, 10)}


def rules(*steps: TieStep, named: tuple[int, ...] = (), members: Any = "abcd", **parts: Any) -> Ruleset:
    return ruleset(members, criteria=CRITERIA, order=order("points", *named), ties=steps, **parts)


def rows(table: Rows, *acts: Act, x: Mapping[str, Any] | None = None, **parts: Any) -> Season:
    """A season in which every unit has one point, but where `x` says otherwise, and its row of `k`, `l` and `m`."""
    cells = {id_: {unit: row[at] for unit, row in table.items()} for at, id_ in enumerate("klm")}
    return season(*acts, scores={"x": {**dict.fromkeys(table, 1), **(x or {})}, **cells}, **parts)


def compared(decision: Decision) -> list[dict[str, int]]:
    """How many each beats, in each step head to head."""
    return [
        {unit: int(value) for unit, value in step.inputs["values"].items()}
        for step in decision.steps
        if step.step == "tie" and step.rule == "ties.doi-dau"
    ]


def beaten(table: Rows, *over: str, leaves: str = "klm") -> dict[str, int | None]:
    """The key that the standard policy answers for all of them."""
    step = tie("t", "head-to-head", then="continue", over=over)
    plan = ruleset(table, criteria=tuple(criterion(id_) for id_ in leaves), ties=(step,))
    points = Table(
        {id_: Table({unit: _points(row[at]) for unit, row in table.items()}) for at, id_ in enumerate("klm")}
    )
    (key,) = Standard().tie_break_keys(plan, season(), tuple(sorted(table)), points).keys
    assert ("value", "continue", None, {}) == (key.by, key.then, key.asks, key.lacks)
    return {unit: None if value is None else int(value) for unit, value in key.values.items()}


def _points(cell: Any) -> Fraction | None:
    return None if cell is None else Fraction(cell)


# Who beats whom.


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param({"a": (2, 2, 1), "b": (1, 1, 9)}, {"a": 1, "b": 0}, id="two of three, however far behind"),
        pytest.param({"a": (2, 1, 1), "b": (1, 2, 1)}, {"a": 0, "b": 0}, id="one all counts for nobody"),
        pytest.param({"a": (2, 1, 1), "b": (1, 1, 1)}, {"a": 1, "b": 0}, id="equal points count for nobody"),
        pytest.param({"a": (1, 1, 1), "b": (1, 1, 1)}, {"a": 0, "b": 0}, id="equal everywhere"),
        pytest.param({"a": ("1/3", 1, 1), "b": ("333/1000", 1, 1)}, {"a": 1, "b": 0}, id="points are exact"),
        pytest.param({"a": (None, 1, 1), "b": (9, 2, 1)}, {"a": 0, "b": 1}, id="what does not apply compares nothing"),
        pytest.param({"a": (None, 2, 1), "b": (9, 1, 1)}, {"a": 1, "b": 0}, id="nor does it for the one with points"),
        pytest.param({"a": (None, None, None), "b": (9, 9, 9)}, {"a": 0, "b": 0}, id="nothing in common"),
        pytest.param({"a": (0, 0, -1), "b": (0, 0, -2)}, {"a": 1, "b": 0}, id="the smaller deduction is more"),
        pytest.param({"a": (3, 1, 2), "b": (2, 3, 1), "c": (1, 2, 3)}, {"a": 1, "b": 1, "c": 1}, id="a circle"),
        pytest.param({"a": (3, 3, 3), "b": (2, 2, 2), "c": (1, 1, 1)}, {"a": 2, "b": 1, "c": 0}, id="a ladder"),
        pytest.param(PAIR, {"a": 1, "b": 2, "c": 0, "d": 2}, id="two of four"),
    ],
)  # fmt: skip
def test_the_key_is_how_many_of_the_others_a_unit_beats(table: Rows, expected: dict[str, int]) -> None:
    assert expected == beaten(table)


def test_only_the_criteria_that_are_named_are_compared() -> None:
    table = {"a": (2, 1, 1), "b": (1, 2, 2)}
    assert {"a": 0, "b": 1} == beaten(table)
    assert {"a": 1, "b": 0} == beaten(table, "k")
    assert {"a": 0, "b": 0} == beaten(table, "k", "l")


def test_without_points_nobody_is_compared() -> None:
    plan = ruleset("ab", criteria=COMPARED, ties=(AGAIN,))
    (key,) = Standard().tie_break_keys(plan, season(), ("a", "b"), Table()).keys
    assert ({"a": None, "b": None}, {}, "restart") == (key.values, key.lacks, key.then)


def test_a_criterion_above_others_is_none_of_the_leaves() -> None:
    plan = ruleset(
        "ab", criteria=(criterion("g", None), criterion("k")), ties=(tie("t", "head-to-head", then="restart"),)
    )
    points = Table({"g": Table({"a": _points(9), "b": _points(1)}), "k": Table({"a": _points(1), "b": _points(2)})})
    (key,) = Standard().tie_break_keys(plan, season(), ("a", "b"), points).keys
    assert {"a": 0, "b": 1} == key.values


# In a decision.


@pytest.mark.parametrize("step", [AGAIN, ON])
def test_who_beats_more_stands_before(step: TieStep) -> None:
    decision = decided(rules(step, members="abc"), rows({"a": (1, 1, 1), "b": (3, 3, 3), "c": (2, 2, 2)}))
    assert {"b": 1, "c": 2, "a": 3} == places(decision)
    assert [(("b",), ("c",), ("a",))] == outputs(decision, "tie")


def test_those_still_tied_begin_anew_among_themselves() -> None:
    decision = decided(rules(AGAIN, BY_K), rows(PAIR))
    assert {"d": 1, "b": 2, "a": 3, "c": 4} == places(decision)
    assert [{"a": 1, "b": 2, "c": 0, "d": 2}, {"b": 0, "d": 1}] == compared(decision)


def test_those_still_tied_go_on_with_the_next_step() -> None:
    decision = decided(rules(ON, BY_K), rows(PAIR))
    assert {"b": 1, "d": 2, "a": 3, "c": 4} == places(decision)
    assert [{"a": 1, "b": 2, "c": 0, "d": 2}] == compared(decision)


@pytest.mark.parametrize("step", [AGAIN, ON])
def test_what_parts_nobody_goes_on_and_never_begins_anew(step: TieStep) -> None:
    circle = {"a": (3, 1, 2), "b": (2, 3, 1), "c": (1, 2, 3)}
    decision = decided(rules(step, BY_K, members="abc"), rows(circle))
    assert {"a": 1, "b": 2, "c": 3} == places(decision)
    assert [{"a": 1, "b": 1, "c": 1}] == compared(decision)


def test_it_is_compared_again_until_it_parts_nothing_more() -> None:
    # a beats the three of a circle; they stay equal however often they are compared.
    table = {"a": (4, 4, 4), "b": (3, 1, 2), "c": (2, 3, 1), "d": (1, 2, 3)}
    decision = decided(rules(AGAIN, CHAIR), rows(table))
    assert {"a": 1, "b": 2, "c": 2, "d": 2} == places(decision)
    assert [{"a": 3, "b": 1, "c": 1, "d": 1}, {"b": 1, "c": 1, "d": 1}] == compared(decision)


@pytest.mark.parametrize("step", [AGAIN, ON])
def test_it_compares_those_who_are_tied_by_then_and_nobody_else(step: TieStep) -> None:
    by_l = tie("l-truoc", "criterion", criterion="l")
    # Of all four, b would beat two; of the two that are left after l, a beats b.
    table = {"a": (2, 5, 2), "b": (1, 5, 1), "c": (0, 1, 0), "d": (0, 1, 0)}
    over_k = TieStep("doi-dau", "head-to-head", **READ, over=("k",), then=step.then)
    decision = decided(rules(by_l, over_k), rows(table))
    assert [{"a": 1, "b": 0}, {"c": 0, "d": 0}] == compared(decision)


def test_a_second_step_compares_those_whom_the_first_left_tied() -> None:
    first = tie("dau", "head-to-head", then="continue", over=("k",))
    # Over k, a and b beat c and d; over the rest b beats a, and would be beaten by c and d.
    second = tie("doi-dau", "head-to-head", then="continue", over=("l", "m"))
    table = {"a": (5, 0, 0), "b": (5, 1, 0), "c": (1, 2, 9), "d": (1, 2, 9)}
    decision = decided(rules(first, second), rows(table))
    assert {"b": 1, "a": 2, "c": 3, "d": 3} == places(decision)
    assert [{"a": 0, "b": 1}, {"c": 0, "d": 0}] == compared(decision)


def test_a_restart_takes_every_computed_step_again_and_in_the_order_of_the_chain() -> None:
    first = tie("dau", "head-to-head", then="continue", over=("m",))
    table = {"a": (5, 5, 1), "b": (5, 5, 1), "c": (1, 1, 1)}
    decision = decided(rules(first, AGAIN, members="abc"), rows(table))
    taken = [(step.rule, step.inputs["tied"]) for step in decision.steps if step.step == "tie"]
    assert [
        ("ties.dau", ("a", "b", "c")),
        ("ties.doi-dau", ("a", "b", "c")),
        ("ties.dau", ("a", "b")),
        ("ties.doi-dau", ("a", "b")),
    ] == taken


def test_each_chain_that_begins_anew_is_recorded_by_those_it_is_about() -> None:
    decision = decided(rules(AGAIN, BY_K), rows(PAIR))
    told = {each.subject: each.answer for each in decision.answers if each.hook == "tie_break_keys"}
    assert {"a,b,c,d", "b,d"} == set(told)
    answer = told["b,d"]
    assert isinstance(answer, TieKeys)
    assert [{"b": 0, "d": 1}, {"b": 9, "d": 5}] == [key.values for key in answer.keys]


def test_no_chain_is_asked_for_twice_however_many_awards_come_to_the_same_tie() -> None:
    awards = (
        award("e", choose("m", "meeting"), quota=1),
        *(award(id_, choose("s", "standing"), quota=1, excludes=("e",)) for id_ in "fg"),
    )
    table = {"a": (3, 1, 2), "b": (2, 3, 1), "c": (1, 2, 3)}
    chain = (tie("ai", "decision", asks="chair"), AGAIN)
    given_ = (act("award:e:m", ["a"]), *(act(f"award:{id_}:ai", held=False) for id_ in "fg"))
    decision = decided(rules(*chain, members="abc", awards=awards), rows(table, *given_))
    subjects = [each.subject for each in decision.answers if each.hook == "tie_break_keys"]
    assert ["a,b,c", "b,c"] == subjects
    assert {"b"} == set(proposed(decision, "f")) == set(proposed(decision, "g"))


def test_without_points_it_is_passed_over_with_a_warning() -> None:
    year = season(act("standing", places=dict.fromkeys("ab", 1)))
    decision = decided(ruleset("ab", order=order("points", 1), criteria=CRITERIA, ties=(AGAIN, CHAIR)), year)
    assert ["place:1:chu-tri"] == asked(decision)
    assert ("unchecked", "ties.doi-dau") in warned(decision)


def test_what_people_answered_is_not_asked_again_by_those_who_begin_anew() -> None:
    given_ = (vote("place:1:phieu", 4, a=2, b=4, c=2, d=4),)
    decision = decided(rules(BALLOT, AGAIN, CHAIR, named=(1,)), rows(PAIR, *given_))
    assert ({"d": 1, "b": 2}, []) == ({unit: places(decision)[unit] for unit in "bd"}, asked(decision))
    assert [{"b": 0, "d": 1}, {"a": 0, "c": 0}] == compared(decision)
    # The ballot left all four tied: those whom the comparison leaves tied are not voted on a second time.
    even = vote("place:1:phieu", 4, **dict.fromkeys("abcd", 2))
    again = decided(rules(BALLOT, AGAIN, CHAIR, named=(1,)), rows(PAIR, even))
    assert ([], {"d": 1, "b": 2, "a": 3, "c": 4}) == (asked(again), places(again))
    assert [{"a": 1, "b": 2, "c": 0, "d": 2}, {"b": 0, "d": 1}] == compared(again)


def test_a_ballot_that_left_some_tied_is_asked_of_them_at_another_line_only_once() -> None:
    circle = {"a": (4, 4, 4), "b": (3, 1, 2), "c": (2, 3, 1), "d": (1, 2, 3)}
    even = vote("place:1:phieu", 4, **dict.fromkeys("abcd", 2))
    decision = decided(rules(BALLOT, AGAIN, CHAIR, named=(1, 2)), rows(circle, even))
    asks = question(decision, "place:2:chu-tri")
    assert (["place:2:chu-tri"], ("b", "c", "d"), 1) == (asked(decision), asks.options, asks.least)


def test_a_step_that_was_not_held_is_skipped_by_those_who_begin_anew_for_the_same_line() -> None:
    decision = decided(rules(CHAIR, AGAIN, named=(1,)), rows(PAIR, act("place:1:chu-tri", held=False)))
    assert ([], 1) == (asked(decision), places(decision)["d"])


def test_an_awards_line_compares_those_alone_who_can_have_it() -> None:
    awards = (
        award("e", choose("m", "meeting"), quota=1),
        award("f", choose("s", "standing"), quota=1, excludes=("e",)),
    )
    # A decision comes first, so that the standing compares nobody; without a, d beats b.
    chain = (tie("ai", "decision", asks="chair"), ON)
    given_ = (act("award:e:m", ["a"]), act("award:f:ai", held=False))
    table = {"a": (8, 10, 6), "b": (9, 6, 9), "d": (5, 9, 10)}
    decision = decided(rules(*chain, members="abd", awards=awards), rows(table, *given_))
    assert [{"b": 0, "d": 1}] == compared(decision)
    assert {"d"} == set(proposed(decision, "f"))


def test_a_share_after_it_is_asked_for_only_of_those_whom_it_left_tied() -> None:
    women = tie("nu", "share", share=Share("women", "staff"))
    circle = {"a": (4, 4, 4), "b": (3, 1, 2), "c": (2, 3, 1), "d": (1, 2, 3)}
    year = rows(circle, units={unit: UnitEntry(1, None) for unit in "abcd"})
    decision = decided(rules(AGAIN, women, named=(2,)), year)
    assert ["fact:b:staff", "fact:c:staff", "fact:d:staff"] == asked(decision)


# Against a reference that is written as the rule reads.


def reference(table: Rows, units: Sequence[str], step: int, then: str) -> list[list[str]]:
    """The chain head to head, then by `k`, of the units tied at `step`: groups from the top."""
    if len(units) == 1 or step == 2:
        return [sorted(units)]
    if step == 0:
        key = dict.fromkeys(units, 0)
        for one, other in combinations(units, 2):
            ahead = sum((a > b) - (a < b) for a, b in zip(table[one], table[other], strict=True))
            key[one if ahead > 0 else other] += ahead != 0
    else:
        key = {unit: table[unit][0] for unit in units}
    parts = [list(part) for _, part in groupby(sorted(units, key=key.__getitem__, reverse=True), key.__getitem__)]
    again = step == 0 and then == "restart" and len(parts) > 1
    return [group for part in parts for group in reference(table, part, 0 if again else step + 1, then)]


TABLES = st.integers(2, 5).flatmap(
    lambda size: st.fixed_dictionaries({unit: st.tuples(*[st.integers(0, 2)] * 3) for unit in "abcde"[:size]})
)


@given(TABLES, st.sampled_from(["restart", "continue"]))
def test_a_chain_is_what_its_words_say(table: Rows, then: str) -> None:
    decision = decided(rules(AGAIN if then == "restart" else ON, BY_K, members=tuple(table)), rows(table))
    groups = groupby(sorted(places(decision).items(), key=lambda each: each[1] or 0), key=lambda each: each[1])
    assert reference(table, tuple(table), 0, then) == [sorted(unit for unit, _ in group) for _, group in groups]


# What is known to fail: it turns on who is tied.


def test_without_one_who_is_tied_the_others_may_change_places() -> None:
    table = {"a": (3, 1, 2), "b": (2, 3, 1), "c": (1, 2, 3)}
    whole = decided(rules(ON, members="abc"), rows(table))
    fewer = decided(rules(ON, members="ab"), rows({unit: table[unit] for unit in "ab"}))
    assert {"a": 1, "b": 1, "c": 1} == places(whole)
    assert {"a": 1, "b": 2} == places(fewer)


def five(then: str, last: int) -> int | None:
    """The place of `a` among five units on five criteria, of which it has `last` points on the last."""
    table = {
        "a": (1, 2, 0, 1, last),
        "b": (1, 1, 2, 0, 0),
        "c": (1, 0, 1, 2, 0),
        "d": (1, 0, 0, 2, 2),
        "e": (1, 1, 1, 2, 2),
    }
    criteria = tuple(criterion(id_, weight="0") for id_ in "klmno")
    cells = {id_: {unit: row[at] for unit, row in table.items()} for at, id_ in enumerate("klmno")}
    plan = ruleset(table, criteria=criteria, order=order("points"), ties=(tie("t", "head-to-head", then=then),))
    return places(decided(plan, season(scores=cells)))["a"]


def test_more_points_may_rank_lower_where_it_is_compared_a_second_time() -> None:
    assert (2, 3) == (five("restart", 0), five("restart", 1))
    assert (2, 2) == (five("continue", 0), five("continue", 1))
