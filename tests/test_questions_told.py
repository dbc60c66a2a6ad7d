"""Facts about what questions say, and what the book of a decision keeps of them."""

from collections.abc import Callable
from typing import Any

import pytest
from building import act, decided, outputs, refused, ruleset, season
from test_acts import BY_BALLOT
from test_heritage import BARRED, SPLIT, headed

from emulrules.errors import RulesetError, SeasonError
from emulrules.facts import fact_of, fold_facts
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Season, TurnEvent, Turns
from emulrules.model.table import Table
from emulrules.questions import (
    Book,
    before_deputies,
    before_head,
    before_turns,
    figure,
    had_before,
    inherited,
    is_aftermath,
    is_of_points,
    turnout,
    units_with,
    whose_points,
    won_before,
)
from emulrules.trace import Trace

AB, B = ("a", "b"), ("Điều 3",)
RULE = Rule("headship", B, "read")
HAPPENED: tuple[Any, ...] = ("left", "declined", "elected")
OTHER = Rule("awards.f", B, "read")


def book(given: Season | None = None) -> Book:
    return Book(season() if given is None else given, AB, Trace())


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda: units_with("bad", AB, B), Question("fact:bad", "choice", None, AB, 0, 2, B)),
        (lambda: figure("a", "staff", B), Question("fact:a:staff", "number", None, (), 1, None, B)),
        (lambda: figure("a", "women", B), Question("fact:a:women", "number", None, (), 0, None, B)),
        (
            lambda: turnout("fact:meeting:present", 2, B),
            Question("fact:meeting:present", "number", None, (), 0, 2, B),
        ),
        (
            lambda: turnout("fact:council:members", 2, B),
            Question("fact:council:members", "number", None, (), 1, None, B),
        ),
        (lambda: won_before("e", AB, B), Question("before:e", "choice", None, AB, 0, 2, B)),
        (lambda: had_before("x", AB, B), Question("before:fact:x", "choice", None, AB, 0, 2, B)),
        (lambda: before_head(AB, B), Question("before:head", "choice", None, AB, 1, 1, B)),
        (lambda: before_deputies(AB, B), Question("before:deputies", "choice", None, AB, 0, 2, B)),
        (lambda: before_deputies(("a",), B), Question("before:deputies", "choice", None, ("a",), 0, 1, B)),
        (lambda: before_turns(AB, B), Question("before:turns", "places", None, AB, 2, 2, B)),
        (lambda: inherited("e", "z", AB, 2, B), Question("before:e:z", "choice", None, AB, 0, 2, B)),
        (lambda: inherited("head", "z", AB, 1, B), Question("before:head:z", "choice", None, AB, 0, 1, B)),
        (lambda: inherited("e", "z", ("a",), 2, B), Question("before:e:z", "choice", None, ("a",), 0, 1, B)),
        (lambda: whose_points("z", AB, B), Question("fact:z:points", "choice", None, AB, 1, 1, B)),
    ],
    ids=lambda each: each.id if isinstance(each, Question) else "",
)
def test_a_question_says_what_it_asks_of_whom_and_how_many(made: Callable[[], Question], expected: Question) -> None:
    assert expected == made()


@pytest.mark.parametrize(
    ("id_", "after", "points", "fact"),
    [
        ("hold:a:g", True, False, None),
        ("revoked:f:a", True, False, None),
        ("award:f:replacement", True, False, None),
        ("award:f:m", False, False, None),
        ("place:1:replacement", False, False, None),
        ("fact:a:points", False, True, None),
        ("fact:bad", False, False, "bad"),
        ("award:f:points", False, False, None),
        ("fact:a:women", False, False, None),
    ],
)
def test_what_a_question_is_about_stands_in_its_id(id_: str, after: bool, points: bool, fact: str | None) -> None:
    assert (after, points, fact) == (is_aftermath(id_), is_of_points(id_), fact_of(id_))


def test_the_book_knows_how_many_vote() -> None:
    assert 2 == book().voters.members


def test_the_step_of_a_ballot_says_how_many_names_each_could_hold() -> None:
    votes = act("award:f:b", votes={"a": 2, "b": 2, "c": 1}, ballots=3, names=2, among="abc")
    (step,) = (step for step in decided(BY_BALLOT, season(votes)).steps if step.step == "act")
    assert (3, 2) == (step.inputs["ballots"], step.inputs["names"])


def test_two_rules_cannot_ask_under_one_id() -> None:
    kept, question = book(), Question("head", "choice", None, AB, 1, 1, B)
    kept.ask(question, RULE)
    with pytest.raises(RulesetError) as caught:
        kept.ask(question, OTHER)
    (fault,) = caught.value.faults
    assert ("question-twice", (), {"question": "head"}) == (fault.code, fault.path, dict(fault.data))


def test_of_those_in_the_place_of_a_question_only_what_matters_to_somebody_is_asked() -> None:
    kept = book()
    kept.instead = Table({"before:head": (inherited("head", "y", ("a",), 1), inherited("head", "z", ("c",), 1))})
    assert ("before:head:y",) == kept.ask_before(before_head(AB), RULE, ("a", "b"))
    assert () == kept.ask_before(before_head(AB), RULE, ("b",))


@pytest.mark.parametrize(("id_", "waits"), [("award:co:x", True), ("award:ca:x", False)])
def test_what_may_still_come_is_what_begins_as_it_was_said(id_: str, waits: bool) -> None:
    kept = book(season(act(id_, ["a"])))
    kept.later("award:co*")
    if waits:
        assert ((), (id_,)) == kept.close()
    else:
        with pytest.raises(SeasonError, match="act-not-asked"):
            kept.close()


def test_a_unit_that_did_not_succeed_is_not_open_to_what_passed_on() -> None:
    """A fact of the year says nothing of why."""
    fault = refused("act-unit-not-open", headed(SPLIT, BARRED), season(act("before:head:a", ["c"]), head="a"))
    assert (("acts", 0, "choice"), "c") == (fault.path, fault.data["unit"])


# Facts that acts state.


def test_a_question_of_a_former_unit_that_nothing_asks_is_refused() -> None:
    fault = refused("act-not-asked", ruleset("ab"), season(act("before:co:a", [])))
    assert (("acts", 0), {"question": "before:co:a"}) == (fault.path, dict(fault.data))


def test_more_women_than_staff_are_told_with_both() -> None:
    given = season(act("fact:a:women", number=9), act("fact:a:staff", number=4))
    fault = refused("women-above-staff", ruleset("ab"), given)
    assert (("acts", 0, "number"), {"unit": "a", "women": 9, "staff": 4}) == (
        fault.path,
        {key: value for key, value in fault.data.items() if key != "question"},
    )


def test_a_queue_that_an_act_states_has_the_source_of_that_act() -> None:
    given = season(act("before:turns", places={"b": 1, "a": 2}))
    turns = fold_facts(given, AB, book(given)).turns
    assert turns is not None
    assert (("b", "a"), "bien-ban", ()) == (turns.queue, turns.source, turns.events)


def test_an_act_says_the_queue_of_those_who_are_members_and_what_else_happened_stays() -> None:
    events = tuple(TurnEvent(unit, what, "bien-ban") for unit, what in zip("cab", HAPPENED, strict=True))
    given = season(act("before:turns", places={"b": 1, "a": 2}), turns=Turns(events=events))
    turns = fold_facts(given, AB, book(given)).turns
    assert turns is not None
    assert [("a", "declined"), ("b", "elected")] == [(each.unit, each.event) for each in turns.events]


def test_an_act_of_two_answers_states_no_fact() -> None:
    given: Any = season(act("fact:bad", ["a"], number=2))
    assert ("acts", 0) == refused("act-form-count", ruleset("ab"), given).path
    assert [] == outputs(decided(ruleset("ab")), "act")
