"""Facts about what ties tell: which question parted whom, and what those wait for that turn on a tie."""

from fractions import Fraction
from typing import Any

import pytest
from building import (
    act,
    all_refused,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    places,
    proposed,
    question,
    ruleset,
    season,
    tie,
    warned,
)
from test_ties import BALLOT, BY_Y, CHAIR, STANDING, WOMEN, even, rules, staff

from emulrules.model.answers import TieKey, TieKeys
from emulrules.model.decision import Decision
from emulrules.model.order import Share
from emulrules.model.rule import Rule
from emulrules.order import Group
from emulrules.questions import Book
from emulrules.ties import Chain
from emulrules.trace import Trace

MEETING = choose("m", "meeting", asks="meeting")


def parted(decision: Decision) -> list[tuple[Any, ...]]:
    return [(step.rule, step.inputs.get("question"), step.output) for step in decision.steps if step.step == "tie"]


def test_the_step_of_a_tie_names_the_question_that_parted_it() -> None:
    votes = act("place:1:phieu", votes={"a": 2, "b": 2, "c": 1}, ballots=3, among="abc")
    decision = decided(rules(BALLOT, CHAIR), even(votes, act("place:1:chu-tri", "b", among="ab")))
    assert [
        ("ties.phieu", "place:1:phieu", (("a", "b"), ("c",))),
        ("ties.chu-tri", "place:1:chu-tri", (("b",), ("a",))),
    ] == parted(decision)


def test_what_turns_on_a_place_waits_for_the_figures_that_part_it_by_their_names() -> None:
    awards = (award("f", choose("p", "place", places=(1,))), award("g", MEETING, quota=1, excludes=("f",)))
    decision = decided(rules(WOMEN, awards=awards, members="ab"), even(members="ab", units=staff(a=(1, 2))))
    assert ("fact:b:staff", "fact:b:women") == question(decision, "award:g:m").after


def test_a_step_that_is_passed_over_warns_of_the_units_that_it_has_no_value_for() -> None:
    year = season(act("standing", places=dict.fromkeys("ab", 1)))
    by_y = tie("by-y", "criterion", criterion="y")
    decision = decided(ruleset("ab", order=order("points", 1), criteria=(criterion("y"),), ties=(by_y, CHAIR)), year)
    assert [("a", "b")] == [each.units for each in decision.warnings if each.code == "unchecked"]


def test_the_policy_is_asked_for_a_chain_once_for_each_set_that_was_tied_from_the_start() -> None:
    decision = decided(rules(BY_Y, WOMEN, named=()), even(y={"a": 9}, units=staff(b=(1, 2), c=(2, 2))))
    assert {"a": 1, "c": 2, "b": 3} == places(decision)
    assert ["a,b,c"] == [each.subject for each in decision.answers if each.hook == "tie_break_keys"]


def test_a_step_goes_by_what_it_says_it_goes_by() -> None:
    odd = (
        tie("mot", "decision", criterion="y", asks="chair"),
        tie("hai", "decision", share=Share("women", "staff"), asks="chair"),
    )
    for each in odd:
        assert [f"place:1:{each.id}"] == asked(decided(rules(each), even(y={"b": 2}, units=staff(a=(1, 2)))))


@pytest.mark.parametrize(
    ("members", "x", "named", "late"),
    [
        pytest.param("abc", {"a": 5}, (1, 2), "place:1:chu-tri", id="above the tie"),
        pytest.param("abcde", {"a": 5, "b": 5, "c": 5}, (1, 3), "place:3:chu-tri", id="below the tie"),
        pytest.param("abc", {}, (1,), "place:1:zz", id="a step that the chain has not"),
    ],
)
def test_no_act_waits_for_a_line_or_a_step_that_cannot_come(members: str, x: Any, named: Any, late: str) -> None:
    plan = rules(CHAIR, named=named, members=members)
    (fault,) = all_refused(plan, even(act(late, ["a"], among=members), members=members, x=x))
    assert ("act-not-asked", late) == (fault.code.removesuffix("-near"), fault.data["question"])


def test_who_of_those_that_nothing_orders_has_an_award_is_limited_by_no_parent_where_none_counts() -> None:
    given = season(act("standing", places={"a": 1}))
    plan = ruleset("abcd", order=order("meeting", 1), awards=(award("f", STANDING, quota=2),))
    assert () == question(decided(plan, given), "award:f:undefined").within


def key(id_: str, **values: int) -> TieKey:
    return TieKey(id_, "value", Rule(f"ties.{id_}", (), "read"), values={u: Fraction(v) for u, v in values.items()})


def test_computed_steps_part_a_tie_at_a_line_and_keep_every_group_below() -> None:
    keys = TieKeys((key("k", a=2, b=2, c=1, d=0), key("l", a=1, b=2, c=0, d=0)))
    chain = Chain(lambda _: keys, (), None, Book(season(), ("a",), Trace()), Trace())
    cut = chain.compute(Group(("a", "b", "c", "d")), 1)
    assert [("b",), ("a",), ("c",), ("d",)] == [group.units for group in cut.groups]


@pytest.mark.parametrize("boundary", ["include", "exclude"])
def test_a_tie_that_is_parted_once_fewer_are_in_it_is_not_taken_as_a_whole(boundary: str) -> None:
    awards = (award("e", MEETING, quota=1), award("f", STANDING, quota=1, excludes=("e",), boundary=boundary))
    year = even(act("award:e:m", ["c"]), units=staff(a=(8, 10), b=(1, 10)))
    decision = decided(rules(WOMEN, named=(), awards=awards), year)
    assert ({"a": "proposed"}, set()) == (proposed(decision, "f"), warned(decision))


def test_the_step_of_a_line_rests_on_the_choice_that_it_ends() -> None:
    plan = rules(CHAIR, named=(), awards=(award("f", STANDING, quota=1),))
    decision = decided(plan, even(act("award:f:chu-tri", ["b"])))
    assert [("awards.f.choose.s", ("b",))] == [(s.rule, s.output) for s in decision.steps if s.step == "line"]
