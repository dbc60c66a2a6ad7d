"""Facts about acts: what is no answer to what was open is refused with the reason."""

from datetime import date
from typing import Any

import pytest
from building import (
    ELECTED,
    NO_HEAD,
    act,
    all_refused,
    asked,
    award,
    choose,
    decided,
    order,
    outputs,
    proposed,
    refused,
    ruleset,
    season,
    vote,
    warned,
)

from emulrules.model.ruleset import Ruleset

MEETING = choose("m", "meeting", asks="meeting")
BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="members")

BY_MEETING = ruleset("abc", awards=(award("f", MEETING, quota=1),))
BY_BALLOT = ruleset("abc", awards=(award("f", BALLOT, quota=3),))
BY_QUOTA = ruleset("abc", awards=(award("f", MEETING, quota="ministry"),))
HEAD = ruleset("abc", headship=ELECTED)
PLACES = ruleset("abc", order=order("meeting", 1))
ALL = {"a": 1, "b": 1, "c": 1}


@pytest.mark.parametrize(
    ("rules", "answer", "code", "part"),
    [
        pytest.param(BY_MEETING, act("award:f:m"), "act-form-count", None, id="no answer"),
        pytest.param(BY_MEETING, act("award:f:m", ["a"], number=1), "act-form-count", None, id="two answers"),
        pytest.param(BY_MEETING, act("award:f:m", ["a"], held=False), "act-not-held-answered", None, id="not held"),
        pytest.param(BY_MEETING, act("award:f:m", number=1), "act-form", "number", id="a number for a choice"),
        pytest.param(BY_MEETING, act("award:f:m", votes=ALL), "act-form", "votes", id="votes for a choice"),
        pytest.param(BY_BALLOT, act("award:f:b", ["a"]), "act-form", "choice", id="a choice for votes"),
        pytest.param(BY_QUOTA, act("quota:f", ["a"]), "act-form", "choice", id="a choice for a number"),
        pytest.param(PLACES, act("standing", ["a"]), "act-form", "choice", id="a choice for places"),
        pytest.param(HEAD, act("head", places={"a": 1}), "act-form", "places", id="places for a choice"),
        pytest.param(BY_QUOTA, act("quota:f", held=False), "act-must-be-held", None, id="a quota that was not held"),
        pytest.param(HEAD, act("head", held=False), "act-must-be-held", None, id="a head that was not held"),
        pytest.param(PLACES, act("standing", held=False), "act-must-be-held", None, id="a standing that was not held"),
        pytest.param(BY_MEETING, act("award:f:m", [], decided_by="chair"), "act-decided-by", "decided_by", id="chair"),
        pytest.param(HEAD, act("head", ["a"], decided_by="ministry"), "act-decided-by", "decided_by", id="above"),
        pytest.param(BY_MEETING, act("award:f:m", ["a", "b"]), "act-too-many", "choice", id="more than the quota"),
        pytest.param(HEAD, act("head", []), "act-too-few", "choice", id="no head"),
        pytest.param(HEAD, act("head", ["a", "b"]), "act-too-many", "choice", id="two heads"),
        pytest.param(BY_MEETING, act("award:f:m", ["a"], among=("a", "b")), "act-among", "among", id="another set"),
        pytest.param(HEAD, act("head", ["a"], among=("a",)), "act-among", "among", id="another set for the head"),
    ],
)  # fmt: skip
def test_an_act_that_is_no_answer_is_refused(rules: Ruleset, answer: Any, code: str, part: str | None) -> None:
    fault = refused(code, rules, season(answer))
    assert (("acts", 0) if part is None else ("acts", 0, part)) == fault.path
    assert answer.question == fault.data["question"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param({"votes": {"a": 1, "b": 1}, "ballots": 3}, "votes-missing", id="a unit without votes"),
        pytest.param({"votes": ALL}, "votes-without-ballots", id="no ballots"),
        pytest.param({"votes": ALL, "ballots": 4}, "ballots-above-members", id="more ballots than members"),
        pytest.param({"votes": {**ALL, "b": 3}, "ballots": 2}, "votes-above-ballots", id="more votes than ballots"),
        pytest.param({"votes": {**ALL, "b": 2}, "ballots": 3, "names": 1}, "votes-above-names", id="ballots × names"),
        pytest.param({"votes": {**ALL, "b": 5}, "ballots": 5}, "ballots-above-members", id="ballots before votes"),
    ],
)
def test_votes_that_do_not_add_up_are_refused(answer: Any, code: str) -> None:
    refused(code, BY_BALLOT, season(act("award:f:b", among="abc", **answer)))


@pytest.mark.parametrize(
    ("votes", "names"), [({"a": 3, "b": 3, "c": 3}, None), ({"a": 3, "b": 2, "c": 1}, 2), (dict.fromkeys("abc", 1), 1)]
)
def test_without_names_each_unit_is_voted_on_yes_or_no(votes: dict[str, int], names: int | None) -> None:
    decision = decided(BY_BALLOT, season(act("award:f:b", votes=votes, among="abc", ballots=3, names=names)))
    assert [votes] == outputs(decision, "act")


@pytest.mark.parametrize(
    "answer",
    [
        {"votes": {**ALL, "a": -1}, "ballots": 3},
        {"votes": dict.fromkeys("abc", -1), "ballots": -1},
        {"votes": dict.fromkeys("abc", 0), "ballots": 3, "names": -1},
    ],
    ids=["votes", "ballots", "names"],
)
def test_nothing_is_counted_below_zero(answer: Any) -> None:
    faults = all_refused(BY_BALLOT, season(act("award:f:b", among="abc", **answer)))
    assert ("acts", 0) == faults[0].path[:2]


@pytest.mark.parametrize("extra", [{"ballots": 3}, {"names": 1}, {"ballots": -1}])
def test_ballots_without_votes_are_refused(extra: dict[str, int]) -> None:
    assert ("acts", 0) == all_refused(HEAD, season(act("head", ["a"], **extra)))[0].path[:2]


def test_a_ballot_must_say_among_whom_and_the_order_of_the_set_does_not_matter() -> None:
    assert (
        "a, b, c"
        == refused("act-among-missing", BY_BALLOT, season(act("award:f:b", votes=ALL, ballots=3))).data["expected"]
    )
    assert "complete" == decided(BY_BALLOT, season(vote("award:f:b", 3, "cab", a=3, b=0, c=0))).status


def test_a_unit_that_is_not_among_the_options_is_refused() -> None:
    rules = ruleset("abc", awards=(award("f", BALLOT, quota=1, requires=("e",)), award("e", MEETING, quota=2)))
    year = season(act("award:e:m", ["a", "b"]), vote("award:f:b", 3, "ab", a=1, b=1, c=1))
    assert {"unit": "c", "other": "e"}.items() <= refused("choice-requires", rules, year).data.items()


def test_an_outsider_is_refused_by_name() -> None:
    assert "zz" == refused("unknown-unit", BY_MEETING, season(act("award:f:m", ["zz"]))).data["name"]


def test_one_question_is_answered_once() -> None:
    fault = refused("act-twice", BY_MEETING, season(act("award:f:m", ["a"]), act("award:f:m", ["a"])))
    assert ("award:f:m", ("acts", 1)) == (fault.data["question"], fault.path)


def test_a_unit_is_chosen_once() -> None:
    rules = ruleset("abc", awards=(award("f", MEETING, quota=2),))
    assert ("acts", 0, "choice") == refused("unit-twice", rules, season(act("award:f:m", ["a", "a"]))).path


@pytest.mark.parametrize(
    "question", ["award:g:m", "place:1:m", "quota:zz", "deputy", "standing", "award:f", "", "head:a"]
)
def test_an_act_that_nothing_asks_is_refused(question: str) -> None:
    (fault,) = all_refused(BY_MEETING, season(act("award:f:m", ["a"]), act(question, ["b"])))
    assert (("acts", 1), question) == (fault.path, fault.data["question"])
    assert fault.code.startswith("act-not-asked")


def test_all_acts_that_nothing_asks_are_told_at_once() -> None:
    faults = all_refused(BY_MEETING, season(act("award:f:m", ["a"]), act("deputy", ["a"]), act("quota:g", number=1)))
    assert [("acts", 1), ("acts", 2)] == [fault.path for fault in faults]


def test_a_mistyped_question_is_refused_with_the_nearest() -> None:
    year = season(act("award:f:m", ["a"]), act("heed", ["a"]))
    rules = ruleset("abc", headship=ELECTED, awards=(award("f", MEETING, quota=1),))
    assert "head" == refused("act-not-asked-near", rules, year).data["near"]


def test_a_hint_never_names_a_question_that_is_answered() -> None:
    """Whoever followed it would answer that question twice."""
    year = season(act("award:f:m", ["a"]), act("award:f:m:2", ["b"]))
    refused("act-not-asked", BY_MEETING, year)


@pytest.mark.parametrize("question", ["award:f:mm", "award:f:", "award:f:m:2", "award:f:over-quota", "place:1:m"])
def test_a_mistyped_question_is_refused_while_others_are_open(question: str) -> None:
    """It can never come, so it does not wait."""
    (fault,) = all_refused(BY_MEETING, season(act(question, ["a"])))
    assert fault.code.startswith("act-not-asked")


@pytest.mark.parametrize("question", ["award:f:over-quota:2", "award:f:b:2", "award:f:undefined"])
def test_only_as_many_rounds_and_steps_can_come_as_the_rules_hold(question: str) -> None:
    (fault,) = all_refused(BY_BALLOT, season(act(question, ["a"])))
    assert fault.code.startswith("act-not-asked")
    assert ("award:f:over-quota",) == decided(BY_BALLOT, season(act("award:f:over-quota", ["a"]))).waiting


def test_an_act_shows_what_it_rests_on() -> None:
    year = season(act("award:f:m", ["b"], decided_by="meeting", on=date(2022, 3, 11), among="cba", trust="reported"))
    decision = decided(BY_MEETING, year)
    (step,) = (step for step in decision.steps if step.step == "act")
    assert {
        "id": "award:f:m", "of": "meeting", "options": ("a", "b", "c"), "least": 0, "most": 1, "among": ("a", "b", "c"),
        "ballots": None, "names": None, "decided_by": "meeting", "on": "2022-03-11", "source": "bien-ban",
        "trust": "reported",
    } == step.inputs  # fmt: skip
    assert (("b",), "awards.f.choose.m", None) == (step.output, step.rule, step.unit)
    assert {("reported-act", "award:f:m")} == warned(decision)


def test_the_step_of_an_act_shows_its_answer() -> None:
    quota = decided(BY_QUOTA, season(act("quota:f", number=0)))
    placed = decided(PLACES, season(act("standing", places={"b": 1, "a": 2})))
    voted = decided(BY_BALLOT, season(vote("award:f:b", 3, a=3, b=0, c=1)))
    assert [[0], [{"a": 2, "b": 1}], [{"a": 3, "b": 0, "c": 1}]] == [
        outputs(each, "act") for each in (quota, placed, voted)
    ]


@pytest.mark.parametrize("trust", ["read", "reported", "assumed"])
def test_an_act_that_is_not_read_warns(trust: str) -> None:
    decision = decided(BY_MEETING, season(act("award:f:m", ["b"], trust=trust)))
    assert (set() if trust == "read" else {(f"{trust}-act", "award:f:m")}) == warned(decision)
    assert {"b": "proposed"} == proposed(decision)


def test_who_decides_may_be_left_out() -> None:
    assert "complete" == decided(BY_MEETING, season(act("award:f:m", ["b"], decided_by=None))).status
    assert [] == asked(decided(BY_MEETING, season(act("award:f:m", ["b"], decided_by="meeting"))))


def test_the_undefined_headship_of_these_rulesets_asks_nothing() -> None:
    assert ({("undefined", NO_HEAD.rule.path)}, []) == (
        {(each.code, each.rule) for each in decided(ruleset("a")).warnings},
        asked(decided(ruleset("a"))),
    )
