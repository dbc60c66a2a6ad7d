"""Facts about refusals of the stages: each names the rule or cell that is wrong, and all that its sentence needs."""

from typing import Any

import pytest
from attrs import evolve
from building import (
    ELECTED,
    act,
    all_refused,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    question,
    refused,
    ruleset,
    scoring,
    season,
    stage,
    staged,
    vote,
)

from emulrules.errors import EmulrulesError, RulesetError, SeasonError
from emulrules.methods import CellError
from emulrules.model.award import OverQuota
from emulrules.model.criterion import Band
from emulrules.model.exact import parse
from emulrules.model.order import Share, TieStep
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Season

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
X = criterion("x")


def scored(**points: Any) -> Season:
    return season(scores={"x": points})


def bands(*rows: tuple[str, str], **parts: Any) -> Any:
    made = tuple(Band(parse(points), at_least=parse(least)) for points, least in rows)
    return criterion("x", "bands", bands=made, **parts)


ROWS = bands(("150", "1/2"), ("50", "0"), max="100")
DEDUCT = bands(("0.5", "0"), max=None, kind="deduction")
HIGH = bands(("10", "1/2"))

TOLD: dict[str, tuple[Ruleset, Season, type[EmulrulesError], str, tuple[str | int, ...], dict[str, Any]]] = {
    "a place that the order does not name": (
        ruleset("ab", criteria=(X,), order=order(), awards=(award("f", choose("p", "place", places=(1,))),)),
        scored(a=1, b=1), RulesetError, "place-unnamed", ("awards", "f", "choose"), {"award": "f"},
    ),
    "no order": (
        ruleset("ab", awards=(award("f", STANDING, quota=1),)), season(),
        RulesetError, "order-undefined", ("order",), {},
    ),
    "no list to choose from": (
        ruleset("ab", criteria=(X,), order=order("points-then-ballot", 1, asks="members")), scored(a=1, b=2),
        RulesetError, "key-needed", ("order", "shortlist"), {"key": "shortlist", "kind": "points-then-ballot"},
    ),
    "a number that no row gives": (
        ruleset("abc", awards=(award("f", MEETING, quota=[(1, 2, 1)]),)), season(),
        RulesetError, "quota-no-row", ("awards", "f", "quota"), {"award": "f", "units": 3},
    ),
    "a number that nothing gives": (
        ruleset("ab", awards=(award("f", MEETING),)), season(),
        RulesetError, "quota-undefined", ("awards", "f", "quota"), {"award": "f", "units": 2},
    ),
    "another number than the rules give": (
        ruleset("ab", awards=(award("f", MEETING, quota=1),)), season(act("quota:f", number=2)),
        SeasonError, "quota-differs", ("acts", 0), {"question": "quota:f", "award": "f", "number": 1, "got": 2},
    ),
    "no pass or fail": (
        ruleset("ab", criteria=(criterion("x", "pass-fail", max="5"),), order=order()), scored(a=1, b="pass"),
        SeasonError, "cell-not-pass-fail", ("scores", "x", "a"), {"criterion": "x", "unit": "a", "got": "1"},
    ),
    "a figure in no band": (
        ruleset("a", criteria=(HIGH,), order=order()), scored(a="1/4"),
        SeasonError, "cell-in-no-band", ("scores", "x", "a"), {"criterion": "x", "unit": "a", "got": "0.25"},
    ),
    "points above the criterion's own": (
        ruleset("a", criteria=(ROWS,), order=order()), scored(a="1"),
        SeasonError, "cell-out-of-range", ("scores", "x", "a"), {"criterion": "x", "unit": "a", "got": "150"},
    ),
    "a deduction that adds": (
        ruleset("a", criteria=(X, evolve(DEDUCT, id="tru")), order=order()),
        season(scores={"x": {"a": 1}, "tru": {"a": "1"}}),
        SeasonError, "cell-out-of-range", ("scores", "tru", "a"), {"criterion": "tru", "unit": "a", "got": "0.5"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "given", "error", "code", "path", "data"), TOLD.values(), ids=TOLD)
def test_a_refusal_names_what_is_wrong_and_what_its_sentence_needs(
    rules: Ruleset,
    given: Season,
    error: type[EmulrulesError],
    code: str,
    path: tuple[str | int, ...],
    data: dict[str, Any],
) -> None:
    fault = refused(code, rules, given, error)
    assert path == fault.path
    assert {key: str(value) for key, value in data.items()} == {key: str(value) for key, value in fault.data.items()}


def test_a_wrong_cell_is_told_by_its_code() -> None:
    assert "cell-missing" == str(CellError("cell-missing"))


# What questions rest on.


def test_the_chairs_vote_rests_on_the_step_that_asks_for_it() -> None:
    ballot = choose("b", "ballot", asks="members", at_least="1/2", base="members")
    chain = (OverQuota("chu-tri", "chair-vote", basis=("Quy chế giả định Điều 9",), trust="read"),)
    rules = ruleset("abc", awards=(award("f", ballot, quota=1, over_quota=chain),))
    decision = decided(rules, season(vote("award:f:b", 3, a=3, b=3, c=0)))
    assert ["award:f:over-quota"] == asked(decision)
    assert ("Quy chế giả định Điều 9",) == question(decision, "award:f:over-quota").basis


def test_a_figure_is_asked_for_by_the_step_that_needs_it() -> None:
    by_share = TieStep(
        "women", "share", basis=("Quy chế giả định Điều 7",), trust="read", share=Share("women", "staff")
    )
    rules = ruleset("ab", criteria=(X,), order=order("points", 1), ties=(by_share,))
    decision = decided(rules, scored(a=1, b=1))
    assert {("Quy chế giả định Điều 7",)} == {each.basis for each in decision.questions}
    assert {"fact:a:women", "fact:a:staff", "fact:b:women", "fact:b:staff"} == set(asked(decision))


def test_the_places_are_asked_for_by_the_order() -> None:
    rules = ruleset("ab", criteria=(X,), order=order("points", 1, basis=("Quy chế giả định Điều 3",)))
    assert ("Quy chế giả định Điều 3",) == question(decided(rules), "standing").basis


def test_stages_of_the_meeting_that_are_missing_are_all_named() -> None:
    rules = ruleset(
        "a",
        criteria=(X,),
        order=order(),
        stages=(stage("tu-cham", "unit"), stage("hop-mot", "meeting"), stage("hop-hai", "meeting")),
        scoring=scoring("agreed"),
    )
    fault = refused("stage-meeting-missing", rules, season(scores={"x": {"a": staged(**{"tu-cham": 1})}}))
    assert {"criterion": "x", "stage": "hop-mot, hop-hai"} == fault.data


def test_a_quota_that_is_left_open_keeps_the_trust_of_the_rule_that_leaves_it_open() -> None:
    basis = ("Quy chế giả định Điều 5",)
    declared = UndefinedRule("chua-ro", "awards.f.quota", "Chưa rõ", basis, "assumed", "ministry")
    rules = ruleset("ab", awards=(award("f", MEETING),), headship=ELECTED, undefined=(declared,))
    decision = decided(rules, season(act("quota:f", number=1)))
    assert ("assumed-rule", "awards.f.quota") in {(each.code, each.rule) for each in decision.warnings}
    assert {("awards.f.quota", basis)} == {(step.rule, step.basis) for step in decision.steps if step.step == "quota"}


# What is settled although no rule says how.


def test_a_tie_that_no_rule_parts_is_settled_by_an_act_that_names_its_set_and_warns_of_its_units() -> None:
    rules = ruleset("abc", criteria=(X,), order=order("points", 1), headship=ELECTED)
    tied = scored(a=2, b=2, c=1)
    assert ["place:1:undefined"] == asked(decided(rules, evolve(tied, acts=(act("head", ["a"]),))))[:1]
    refused("act-among-missing", rules, evolve(tied, acts=(act("place:1:undefined", ["a"]),)))
    decision = decided(rules, evolve(tied, acts=(act("place:1:undefined", ["a"], among="ab"),)))
    assert [("settled-without-rule", "place:1:undefined", ("a", "b"))] == [
        (each.code, each.rule, each.units) for each in decision.warnings if each.code == "settled-without-rule"
    ]
    assert [("ties", ())] == [(step.rule, step.basis) for step in decision.steps if step.step == "tie"]


def test_a_line_of_an_award_that_no_rule_parts_needs_no_set() -> None:
    rules = ruleset("abc", criteria=(X,), order=order("points"), awards=(award("f", STANDING, quota=1),))
    tied = scored(a=2, b=2, c=1)
    decision = decided(rules, evolve(tied, acts=(act("award:f:undefined", ["b"]),)))
    assert ["b"] == [each.unit for each in decision.awards]
    assert ("settled-without-rule", "award:f:undefined", ("a", "b")) in {
        (each.code, each.rule, each.units) for each in decision.warnings
    }


def test_too_many_over_a_threshold_whom_no_rule_parts_are_settled_by_an_act_that_names_its_set() -> None:
    ballot = choose("b", "ballot", asks="members", at_least="1/2", base="members")
    rules = ruleset("abc", awards=(award("f", ballot, quota=1),))
    cast = vote("award:f:b", 3, a=3, b=2, c=0)
    refused("act-among-missing", rules, season(cast, act("award:f:over-quota", ["a"])))
    decision = decided(rules, season(cast, act("award:f:over-quota", ["b"], among="ab")))
    assert ["b"] == [each.unit for each in decision.awards]
    assert ("settled-without-rule", "award:f:over-quota", ("a", "b")) in {
        (each.code, each.rule, each.units) for each in decision.warnings
    }
    settled = [step for step in decision.steps if step.step == "act" and step.inputs["id"] == "award:f:over-quota"]
    assert [("awards.f.over_quota", ())] == [(step.rule, step.basis) for step in settled]


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("held", "cell-missing-held"),
        ("net", "cell-missing-net"),
        ("proportion", "cell-missing-ratio"),
        ("relative", "cell-missing-ratio"),
        ("entered", "cell-missing"),
    ],
)
def test_a_cell_that_is_missing_is_told_in_the_form_that_it_must_have(method: str, code: str) -> None:
    whole = (criterion("x", method), criterion("y"))
    cells: dict[str, Any] = {"x": {"c": "n/a"}, "y": {"a": 1, "c": 1}}
    plan = ruleset("ac", criteria=whole, order=order())
    assert code in {fault.code for fault in all_refused(plan, season(scores=cells))}
