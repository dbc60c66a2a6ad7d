"""Facts about questions: which are open, which acts wait, and that no answer to a whole meeting is lost."""

from itertools import chain, combinations
from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    question,
    refused,
    ruleset,
    season,
    tie,
    vote,
)

from emulrules.engine import decide
from emulrules.errors import RulesetError, SeasonError
from emulrules.model.answers import Answered
from emulrules.model.award import OverQuota
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.order import Share
from emulrules.model.ruleset import Condition, Ruleset
from emulrules.model.season import Season, UnitEntry
from emulrules.plugins import load_policy

MEETING = choose("m", "meeting", asks="meeting")
TWO_AWARDS = ruleset("abc", awards=(award("e", MEETING, quota=1), award("f", MEETING, quota=1, excludes=("e",))))


def test_a_decision_without_open_questions_is_complete() -> None:
    decision = decided(TWO_AWARDS, season(act("award:e:m", ["a"]), act("award:f:m", ["b"])))
    assert ("complete", (), ()) == (decision.status, decision.questions, decision.waiting)


def test_a_decision_with_an_open_question_is_pending_and_shows_what_is_settled() -> None:
    decision = decided(TWO_AWARDS, season(act("award:e:m", ["a"])))
    assert ("pending", ["award:f:m"]) == (decision.status, asked(decision))
    assert [("e", "a")] == [(each.award, each.unit) for each in decision.awards]


def test_an_act_whose_question_has_others_before_it_waits() -> None:
    decision = decided(TWO_AWARDS, season(act("award:f:m", ["b"])))
    assert ("pending", ["award:e:m"], ("award:f:m",)) == (decision.status, asked(decision), decision.waiting)
    assert () == decision.awards


def test_acts_that_wait_are_named_in_order() -> None:
    awards = (award("a", MEETING, quota=1), *(award(id_, MEETING, quota=1, excludes=("a",)) for id_ in "zkpb"))
    year = season(*(act(f"award:{id_}:m", []) for id_ in "pzbk"))
    waiting = decided(ruleset("ab", awards=awards), year).waiting
    assert ("award:b:m", "award:k:m", "award:p:m", "award:z:m") == waiting


def test_a_step_that_only_a_plugin_knows_may_wait() -> None:
    rules = evolve(ruleset("abc", criteria=(criterion("x"),), order=order("points", 1)), policy="rieng")
    decision = decide(season(act("place:1:buoc-rieng", ["a"])), rules, Plugin())
    assert (["standing"], ("place:1:buoc-rieng",)) == (asked(decision), decision.waiting)
    with pytest.raises(SeasonError):
        decide(season(act("place:3:buoc-rieng", ["a"])), rules, Plugin())


class Plugin:
    """The standard policy under another name."""

    name = "rieng"

    def __init__(self) -> None:
        self._standard = load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        return self._standard.ask(hook, subject, **arguments)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (act("award:f:m", number=1), "act-form"),
        (act("award:f:m", ["a"], decided_by="chair"), "act-decided-by"),
        (act("award:f:m", ["zz"]), "unknown-unit"),
    ],
)
def test_an_act_that_waits_is_checked_as_far_as_it_can_be(answer: Any, code: str) -> None:
    refused(code, TWO_AWARDS, season(answer))


@pytest.mark.parametrize(
    ("places", "code"),
    [({"a": 1, "b": 3}, "act-places"), ({"a": 1}, None), ({}, None), ({"a": 1, "zz": 2}, "unknown-unit")],
)
def test_places_that_wait_are_checked_as_far_as_they_can_be(places: dict[str, int], code: str | None) -> None:
    rules = ruleset("abc", order=order("meeting", 1), gates=(gate("g", "bad"),))
    year = season(act("standing", places=places))
    if code is None:
        assert ("standing",) == decided(rules, year).waiting
    else:
        refused(code, rules, year)


def test_a_choice_of_nobody_may_wait() -> None:
    assert ("award:f:m",) == decided(TWO_AWARDS, season(act("award:f:m", []))).waiting


def test_an_act_that_waits_and_can_never_be_right_is_refused() -> None:
    rules = evolve(TWO_AWARDS, gates=(gate("g", "bad"),))
    refused("choice-out", rules, season(act("award:f:m", ["a"]), facts={"bad": ("a",)}))


def test_one_meeting_can_answer_everything() -> None:
    rules = ruleset("ab", headship=Headship("elected", **READ, asks="members", deputies=(Seat("pho"),)))
    open_ = decided(rules)
    answers = {"head": ["a"], "deputy": ["b"]}
    decision = decided(rules, season(*(act(id_, answers[id_]) for id_ in asked(open_))))
    assert [("head", "a"), ("deputy", "b")] == [(office.office, office.unit) for office in decision.offices]


WHOLE = ruleset(
    "abcdef",
    criteria=(criterion("x"),),
    order=order("points", 1, 2),
    gates=(gate("loai", "bad"), gate("hoan", "slow", "hold")),
    conditions=(Condition("du-hop", "present", "members", **READ, at_least=criterion("x", weight="1/2").weight),),
    ties=(
        tie("women", "share", share=Share("women", "staff"), at_least="70%"),
        tie("phieu", "ballot", asks="members"),
        tie("chu-tri", "decision", asks="chair"),
    ),
    awards=(
        award("flag", choose("s", "standing"), quota="ministry"),
        award(
            "letter",
            choose("b", "ballot", asks="members", at_least="1/2", base="present", rounds=2),
            choose("hd", "decision", asks="head-and-deputies"),
            quota=2,
            excludes=("flag",),
            over_quota=(OverQuota("nhieu-phieu", "votes"), OverQuota("chu-toa", "decision", "chair")),
        ),
        award("praise", MEETING, quota=1, requires=("letter",)),
    ),
    headship=Headship(
        "elected", **READ, asks="members", bars=(Bar("cu", ("head",), **READ, who="outgoing"),),
        deputies=(Seat("mot"), Seat("hai")),
    ),
)  # fmt: skip
ACTS = (
    act("fact:bad", ["f"]),
    act("fact:slow", ["b"]),
    act("fact:meeting:present", number=5),
    act("fact:a:women", number=80),
    act("fact:a:staff", number=100),
    act("fact:c:women", number=75),
    act("place:1:phieu", held=False),
    act("place:1:chu-tri", ["c"], among=("a", "c")),
    act("quota:flag", number=1, decided_by="ministry"),
    vote("award:letter:b", 5, "abde", a=4, b=3, d=3, e=0),
    act("award:letter:over-quota", ["b"], among=("b", "d")),
    act("award:praise:m", ["b"]),
    act("before:head", ["a"]),
    act("head", ["b"]),
    act("deputy:mot", ["a"]),
    act("deputy:hai", ["f"]),
)
UNITS = {
    "a": UnitEntry(),
    "b": UnitEntry(1, 100),
    "c": UnitEntry(None, 100),
    "d": UnitEntry(1, 2),
}


def whole(*acts: Any) -> Season:
    return season(*acts, scores={"x": {"a": 5, "b": 5, "c": 5, "d": 2, "e": 1}}, units=UNITS)


def test_the_whole_file_is_complete() -> None:
    decision = decided(WHOLE, whole(*ACTS))
    assert ("complete", [], ()) == (decision.status, asked(decision), decision.waiting)
    assert [
        ("flag", "c", "proposed"),
        ("letter", "a", "proposed"),
        ("letter", "b", "held"),
        ("praise", "b", "held"),
    ] == [(each.award, each.unit, each.state) for each in decision.awards]
    assert ["b", "a", "f"] == [office.unit for office in decision.offices]


SUBSETS = [
    *combinations(range(len(ACTS)), 0),
    *chain.from_iterable(combinations(range(len(ACTS)), size) for size in (1, 2, len(ACTS) - 2, len(ACTS) - 1)),
]


def test_any_subset_of_its_acts_is_accepted_and_pending_where_one_is_missing() -> None:
    for kept in SUBSETS:
        decision = decided(WHOLE, whole(*(ACTS[index] for index in kept)))
        ids = asked(decision)
        assert len(set(ids)) == len(ids)
        missing = {each.question for each in ACTS} - {ACTS[index].question for index in kept}
        assert set(ids) <= missing
        assert ("complete" if missing <= {"fact:slow"} else "pending") == decision.status
        assert set(decision.waiting) <= {ACTS[index].question for index in kept}


def test_options_do_not_change_while_a_question_is_open_and_waits_for_nothing() -> None:
    seen: dict[str, tuple[Any, ...]] = {}
    for kept in SUBSETS:
        for each in decided(WHOLE, whole(*(ACTS[index] for index in kept))).questions:
            if not each.after:
                assert seen.setdefault(each.id, each.options) == each.options


def test_what_waits_for_others_has_the_widest_options() -> None:
    fixed: dict[str, set[str]] = {}
    widest: dict[str, list[set[str]]] = {}
    for kept in SUBSETS:
        for each in decided(WHOLE, whole(*(ACTS[index] for index in kept))).questions:
            if each.after:
                widest.setdefault(each.id, []).append(set(each.options))
            else:
                fixed[each.id] = set(each.options)
    assert {"award:letter:b", "award:praise:m", "head", "deputy:mot", "deputy:hai"} <= set(widest)
    assert all(fixed[id_] <= each for id_, all_ in widest.items() if id_ in fixed for each in all_)


def test_answering_what_is_open_ends_in_the_same_decision() -> None:
    by_id = {each.question: each for each in ACTS}
    given: list[Any] = [by_id["fact:slow"]]
    rounds = 0
    while (decision := decided(WHOLE, whole(*given))).questions:
        given.extend(by_id[id_] for id_ in asked(decision))
        rounds += 1
    assert outcome(decided(WHOLE, whole(*ACTS))) == outcome(decision)
    assert 2 <= rounds <= 6


def outcome(decision: Decision) -> Any:
    return decision.standings, decision.awards, decision.offices, decision.waiting


def test_a_question_says_whom_it_is_put_to() -> None:
    rules: Ruleset = ruleset("ab", awards=(award("f", choose("m", "meeting"), quota=1),))
    assert question(decided(rules), "award:f:m").of is None


# A step id that is also the name of a question that the engine asks itself.


@pytest.mark.parametrize(
    ("parts", "given"),
    [
        pytest.param(
            {"awards": (award("f", choose("over-quota", "ballot", asks="members"), quota=1),)},
            vote("award:f:over-quota", 3, a=3, b=3, c=0),
            id="a choice named over-quota",
        ),
        pytest.param(
            {
                "awards": (award("f", choose("s", "standing"), quota=1),),
                "ties": (tie("undefined", "ballot", asks="members"),),
            },
            vote("award:f:undefined", 3, a=3, b=3, c=0),
            id="a tie step named undefined",
        ),
        pytest.param(
            {
                "awards": (award("f", choose("b", "meeting"), choose("s", "standing"), quota=2),),
                "ties": (tie("b", "decision", asks="chair"),),
            },
            act("award:f:b", ["a"]),
            id="a choice named as a tie step",
        ),
    ],
)
def test_no_act_answers_two_questions(parts: dict[str, Any], given: Any) -> None:
    rules = ruleset("abc", criteria=(criterion("x"),), order=order(), **parts)
    fault = refused("question-twice", rules, season(given, scores={"x": {"a": 1, "b": 1, "c": 1}}), RulesetError)
    assert given.question == fault.data["question"]
