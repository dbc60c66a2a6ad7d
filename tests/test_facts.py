"""Facts about the facts that acts state: accepted whether anything turns on them, never said twice, never misspelt."""

from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    all_refused,
    asked,
    decided,
    exact,
    gate,
    outputs,
    question,
    refused,
    ruleset,
    season,
    warned,
)

from emulrules.model.headship import Bar, Headship
from emulrules.model.ruleset import Condition
from emulrules.model.season import UnitEntry
from emulrules.plugins import load_policy

RULES = ruleset("abc", gates=(gate("g", "bad"), gate("h", "slow", "hold")))
OUTGOING = Headship("elected", **READ, asks="members", deputies=(), bars=(Bar("b", ("head",), **READ, who="outgoing"),))


@pytest.mark.parametrize(
    "fact",
    [
        act("fact:slow", ["a"]),
        act("fact:slow", []),
        act("fact:meeting:present", number=2),
        act("fact:meeting:consulted", number=0),
        act("fact:meeting:proxies", number=3),
        act("fact:council:members", number=25),
        act("fact:a:women", number=0),
        act("fact:b:staff", number=10),
        act("before:head", ["c"]),
    ],
    ids=lambda given: given.question,
)
def test_a_fact_is_accepted_though_nothing_turns_on_it(fact: Any) -> None:
    decision = decided(RULES, season(fact, facts={"bad": ()}))
    assert "complete" == decision.status
    (step,) = (step for step in decision.steps if step.step == "act")
    assert (fact.question, ("Biên bản (giả định)",)) == (step.inputs["id"], step.basis)


def test_a_fact_that_is_only_reported_warns() -> None:
    decision = decided(RULES, season(act("fact:slow", ["a"], trust="reported"), facts={"bad": ()}))
    assert {("reported-act", "fact:slow")} == warned(decision)


@pytest.mark.parametrize(
    ("fact", "parts"),
    [
        (act("fact:bad", []), {"facts": {"bad": ("a",)}}),
        (act("fact:meeting:present", number=3), {"present": 3}),
        (act("fact:meeting:consulted", number=0), {"consulted": 0}),
        (act("fact:meeting:proxies", number=1), {"proxies": 2}),
        (act("fact:council:members", number=9), {"council": 9}),
        (act("fact:a:women", number=3), {"units": {"a": UnitEntry(3)}}),
        (act("fact:a:staff", number=3), {"units": {"a": UnitEntry(None, 3)}}),
        (act("before:head", ["a"]), {"head": "a"}),
    ],
    ids=lambda given: getattr(given, "question", ""),
)
def test_a_fact_that_the_season_says_already_is_refused(fact: Any, parts: dict[str, Any]) -> None:
    assert ("acts", 0) == refused("fact-twice", RULES, season(fact, **{"facts": {"slow": ()}, **parts})).path


@pytest.mark.parametrize(
    "question",
    [
        *("fact:", "fact", "fact:slow:", "fact::", "fact::women", "fact:meeting:absent"),
        *("fact:council:present", "fact:meeting:members", "fact:meeting:present:x"),
        *("fact:zz:women", "fact:a:men", "fact:a:women:x", "before", "before:deputy"),
    ],
)
def test_a_fact_that_nothing_can_ask_is_refused(question: str) -> None:
    (fault,) = all_refused(RULES, season(act(question, []), facts={"bad": ()}))
    assert (("acts", 0), question) == (fault.path, fault.data["question"])


def test_a_mistyped_fact_is_refused_with_the_nearest() -> None:
    fault = refused("unknown-fact-near", RULES, season(act("fact:slw", ["a"])))
    assert ("slow", ("acts", 0, "question")) == (fault.data["near"], fault.path)
    refused("unknown-fact", RULES, season(act("fact:meeting", [])))
    refused("unknown-fact", RULES, season(act("fact:council", [])))
    assert "fact:a:women" == refused("act-not-asked-near", RULES, season(act("fact:a:woman", number=1))).data["near"]
    mistyped = season(act("fact:meeting:consulter", number=1))
    assert "fact:meeting:consulted" == refused("act-not-asked-near", RULES, mistyped).data["near"]


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (act("fact:bad", number=1), "act-form"),
        (act("fact:meeting:present", ["a"]), "act-form"),
        (act("fact:meeting:present", number=4), "act-number-above"),
        (act("fact:meeting:present", number=-1), "act-number-below"),
        (act("fact:meeting:consulted", number=4), "act-number-above"),
        (act("fact:meeting:proxies", number=-1), "act-number-below"),
        (act("fact:council:members", number=0), "act-number-below"),
        (act("fact:council:members", ["a"]), "act-form"),
        (act("fact:a:women", number=-1), "act-number-below"),
        (act("fact:a:women", ["a"]), "act-form"),
        (act("before:head", ["a", "b"]), "act-too-many"),
        (act("before:head", []), "act-too-few"),
        (act("before:head", number=1), "act-form"),
        (act("fact:bad", held=False), "act-must-be-held"),
        (act("before:head", held=False), "act-must-be-held"),
    ],
    ids=lambda given: given if isinstance(given, str) else given.question,
)
def test_a_fact_in_a_form_that_it_cannot_have_is_refused(fact: Any, code: str) -> None:
    refused(code, RULES, season(fact))


@pytest.mark.parametrize(("women", "staff"), [(0, 1), (1, 1), (7, 7)])
def test_all_or_none_of_the_staff_may_be_women(women: int, staff: int) -> None:
    year = season(act("fact:a:women", number=women), act("fact:a:staff", number=staff), facts={"bad": ()})
    assert [staff, women] == outputs(decided(RULES, year), "act")
    assert [staff, women] == outputs(decided(RULES, evolve(year, acts=year.acts[::-1])), "act")


def test_an_unknown_fact_in_the_file_is_refused_with_the_nearest() -> None:
    assert "bad" == refused("unknown-fact-near", RULES, season(facts={"bd": ()})).data["near"]
    refused("unknown-fact", RULES, season(facts={"zzzz": ()}))


def test_hooks_see_the_facts_and_no_act() -> None:
    class Spy:
        name = "standard"

        def __init__(self) -> None:
            self.seasons: list[Any] = []
            self._standard = load_policy(RULES)

        def ask(self, hook: str, subject: str, /, **arguments: Any) -> Any:
            self.seasons.append(arguments["season"])
            return self._standard.ask(hook, subject, **arguments)

    spy = Spy()
    decided(RULES, season(act("fact:bad", ["a"])), spy)
    assert {()} == {seen.acts for seen in spy.seasons}
    assert {("a",)} == {seen.facts["bad"] for seen in spy.seasons}


def test_the_season_of_a_decision_is_as_it_was_written() -> None:
    decision = decided(RULES, season(act("fact:bad", ["a"])))
    assert ({}, ["fact:bad"]) == (decision.season.facts, [each.question for each in decision.season.acts])


# Who was present, and who led before.


def quorum(**threshold: Any) -> Any:
    limit = {key: exact(value) for key, value in threshold.items()}
    return ruleset("abcdef", conditions=(Condition("du-hop", "present", "members", **READ, **limit),))


@pytest.mark.parametrize(
    ("threshold", "present", "met"),
    [
        ({"at_least": "2/3"}, 4, True),
        ({"at_least": "2/3"}, 3, False),
        ({"more_than": "2/3"}, 4, False),
        ({"more_than": "2/3"}, 5, True),
        ({"at_least": "1"}, 6, True),
        ({"more_than": "0"}, 0, False),
    ],
)
def test_a_quorum_that_is_not_met_refuses(threshold: Any, present: int, met: bool) -> None:
    if met:
        assert ["met"] == outputs(decided(quorum(**threshold), season(present=present)), "condition")
        return
    fault = refused("condition-unmet", quorum(**threshold), season(present=present))
    assert (present, 6, "du-hop") == tuple(fault.data[key] for key in ("present", "members", "condition"))
    assert ("meeting", "present") == fault.path


def test_a_quorum_that_nobody_stated_is_asked() -> None:
    rules = quorum(at_least="2/3")
    asks = question(decided(rules), "fact:meeting:present")
    assert ("number", None, 0, 6) == (asks.asks, asks.of, asks.least, asks.most)
    assert [] == asked(decided(rules, season(act("fact:meeting:present", number=4))))
    refused("condition-unmet", rules, season(act("fact:meeting:present", number=3)))


@pytest.mark.parametrize("present", [7, -1])
def test_more_or_fewer_present_than_can_be_are_refused(present: int) -> None:
    (fault,) = all_refused(quorum(at_least="2/3"), season(present=present))
    assert ("meeting", "present") == fault.path


def test_who_led_before_is_asked_where_a_bar_turns_on_it() -> None:
    rules = ruleset("abc", headship=OUTGOING)
    decision = decided(rules)
    assert ["before:head", "head"] == asked(decision)
    assert (1, 1, ("a", "b", "c")) == tuple(
        getattr(question(decision, "before:head"), key) for key in ("least", "most", "options")
    )
    assert ("b", "c") == question(decided(rules, season(act("before:head", ["a"]))), "head").options
