"""Facts about stages: each stage's points are kept, and what the ruleset says counts is taken, or nothing is."""

from fractions import Fraction
from typing import Any

import pytest
from building import (
    NO_HEAD,
    READ,
    act,
    all_refused,
    criterion,
    decided,
    gate,
    order,
    outputs,
    refused,
    rounding,
    ruleset,
    scale,
    scoring,
    season,
    stage,
    staged,
    tie,
    totals,
    warned,
)

from emulrules.errors import RulesetError
from emulrules.model.cell import Staged
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset, UndefinedRule

STAGES = (stage("tu", "unit"), stage("nghi", "meeting"), stage("dong"))
DEDUCTION: dict[str, Any] = {"kind": "deduction", "max": None}
LEFT_OPEN = UndefinedRule("bo-ngo", "scoring", "Không nói", **READ)


def rules(take: str | None, *criteria: Criterion, units: str = "ab", **parts: Any) -> Ruleset:
    counted = None if take is None else scoring(take)
    parts = {"stages": STAGES, "scoring": counted, "order": order(), "scale": scale(points=None), **parts}
    return ruleset(units, criteria=criteria or (criterion("x"),), **parts)


def scored(take: str | None, /, *criteria: Criterion, a: Any, b: Any, **parts: Any) -> Decision:
    return decided(rules(take, *criteria, **parts), season(scores={"x": {"a": a, "b": b}}))


THREE = staged(tu=9, nghi=7, dong=8)


@pytest.mark.parametrize(
    ("take", "a", "b"), [("last", "8", "3"), ("mean", "8", "2"), ("max", "9", "3"), ("agreed", "7", "1")]
)
def test_what_is_taken_counts(take: str, a: str, b: str) -> None:
    assert {"a": a, "b": b} == totals(scored(take, a=THREE, b=staged(tu=2, nghi=1, dong=3)))


def test_the_mean_is_exact() -> None:
    assert "25/3" == totals(scored("mean", a=staged(tu=9, nghi=8, dong=8), b=THREE))["a"]


def test_the_last_is_that_of_the_stages_that_scored() -> None:
    assert {"a": "7", "b": "1"} == totals(scored("last", a=staged(nghi=7, tu=9), b=staged(nghi=1, tu=2)))


def test_stages_follow_each_other_as_the_ruleset_has_them() -> None:
    assert "9" == totals(scored("last", a=THREE, b=THREE, stages=STAGES[::-1]))["a"]


def test_each_stages_points_are_a_step_and_what_is_taken_is_one() -> None:
    decision = scored("max", a=THREE, b=THREE)
    steps = [step for step in decision.steps if step.unit == "a" and step.step in ("stage", "take", "points")]
    by_stage = {"tu": Fraction(9), "nghi": Fraction(7), "dong": Fraction(8)}
    assert [
        ("stage", "stages.tu", {"criterion": "x", "cell": Fraction(9)}, Fraction(9)),
        ("stage", "stages.nghi", {"criterion": "x", "cell": Fraction(7)}, Fraction(7)),
        ("stage", "stages.dong", {"criterion": "x", "cell": Fraction(8)}, Fraction(8)),
        ("take", "scoring", {"criterion": "x", "take": "max", "stages": by_stage}, Fraction(9)),
        ("points", "criteria.x", {"stages": by_stage}, Fraction(9)),
    ] == [(step.step, step.rule, dict(step.inputs), step.output) for step in steps]


def test_the_steps_of_one_unit_stand_together() -> None:
    decision = scored("max", a=staged(tu=1, dong=2), b=staged(tu=1, dong=2))
    kinds = [(step.step, step.unit) for step in decision.steps if step.step in ("stage", "take", "points")]
    assert [("stage", "a"), ("stage", "a"), ("take", "a"), ("points", "a")] == kinds[:4]


def test_one_stage_alone_needs_no_rule_and_takes_nothing() -> None:
    decision = scored(None, a=staged(dong=8), b=staged(dong=3))
    assert {"a": "8", "b": "3"} == totals(decision)
    assert [] == outputs(decision, "take")
    assert [8, 3] == outputs(decision, "stage")


def test_cells_without_a_stage_need_none() -> None:
    decision = scored(None, a=8, b=3)
    assert {"a": "8", "b": "3"} == totals(decision)
    assert [] == outputs(decision, "stage")


def test_two_stages_without_a_rule_are_an_error_that_names_it() -> None:
    given = season(scores={"x": {"a": staged(tu=1, dong=2), "b": staged(tu=1, dong=2)}})
    fault = refused("scoring-needed", rules(None), given, RulesetError)
    assert (("scoring",), {"criterion": "x", "stages": "tu, dong"}) == (fault.path, fault.data)


def test_two_stages_are_an_error_that_names_what_is_left_undefined() -> None:
    given = season(scores={"x": {"a": staged(tu=1, dong=2), "b": staged(tu=1, dong=2)}})
    fault = refused("scoring-undefined", rules(None, undefined=(NO_HEAD, LEFT_OPEN)), given, RulesetError)
    assert (("undefined", "bo-ngo"), "Không nói", "x") == (fault.path, fault.data["says"], fault.data["criterion"])


def test_what_is_wrong_with_cells_is_told_before_that_nothing_says_which_count() -> None:
    both = rules(None, criterion("x"), criterion("y"))
    cells = {"x": {"a": staged(tu=1, dong=2), "b": staged(tu=1)}, "y": {"a": staged(tu=1, dong=2), "b": staged(tu=1)}}
    faults = all_refused(both, season(scores=cells))
    assert [("cell-stage-missing", "x"), ("cell-stage-missing", "y")] == [
        (fault.code, fault.data["criterion"]) for fault in faults
    ]


def test_a_rule_left_undefined_warns_where_one_stage_scored() -> None:
    decision = scored(None, a=staged(tu=1), b=staged(tu=1), undefined=(NO_HEAD, LEFT_OPEN))
    assert ("undefined", "undefined.bo-ngo") in warned(decision)


def test_an_assumed_rule_on_stages_is_told_where_it_was_leant_on() -> None:
    doubted = scoring("last", trust="assumed")
    stages = (stage("tu", trust="reported"), stage("dong"))
    several = decided(
        rules(None, scoring=doubted, stages=stages, units="a"), season(scores={"x": {"a": staged(tu=1, dong=2)}})
    )
    assert {("assumed-rule", "scoring"), ("reported-rule", "stages.tu")} <= warned(several)
    alone = decided(rules(None, scoring=doubted, stages=stages, units="a"), season(scores={"x": {"a": staged(dong=2)}}))
    assert not {("assumed-rule", "scoring"), ("reported-rule", "stages.tu")} & warned(alone)


def test_every_method_measures_every_stage() -> None:
    leaf = criterion("x", "proportion", max="10", no_target="not-applicable", not_applicable="rescale")
    cells = {"a": staged(tu=(1, 2), dong=(3, 4)), "b": staged(tu=(1, 1), dong=(1, 5))}
    decision = decided(rules("last", leaf), season(scores={"x": cells}))
    assert [5, Fraction(15, 2), 10, 2] == outputs(decision, "stage")
    assert {"actual": 1, "plan": 2, "criterion": "x"} == dict(
        next(step.inputs for step in decision.steps if step.step == "stage")
    )


def test_each_stage_is_compared_by_itself_where_points_are_relative() -> None:
    leaf = criterion("x", "relative", max="10", leader="ratio", at_plan="5")
    cells = {"a": staged(tu=(3, 1), dong=(2, 1)), "b": staged(tu=(2, 1), dong=(3, 1))}
    decision = decided(rules("last", leaf), season(scores={"x": cells}))
    assert [10, Fraction(15, 2), Fraction(15, 2), 10] == outputs(decision, "stage")
    assert ("relative-scale", "criteria.x") in warned(decision)


def test_points_are_rounded_after_they_are_taken() -> None:
    leaf = criterion("x", rounding=rounding("half-up"))
    decision = decided(rules("mean", leaf, units="a"), season(scores={"x": {"a": staged(tu="1.4", dong="1.7")}}))
    assert ["2"] == list(totals(decision).values())
    assert [Fraction(31, 20)] == outputs(decision, "take")


def test_the_most_of_a_deduction_takes_off_least() -> None:
    leaf = criterion("x", "count", each="-2", **DEDUCTION)
    cells = {"a": staged(tu=1, dong=3), "b": staged(tu=0, dong=0)}
    decision = decided(rules("max", criterion("other"), leaf), season(scores={"x": cells, "other": {"a": 10, "b": 10}}))
    assert {"a": "8", "b": "10"} == totals(decision)


PARTIAL = criterion("x", not_applicable="rescale")
OTHER = criterion("other")


@pytest.mark.parametrize("take", ["last", "mean", "max", "agreed"])
def test_what_applies_in_no_stage_does_not_apply(take: str) -> None:
    whole = rules(take, PARTIAL, OTHER, scale=scale(points="200"))
    cells = {"a": staged(tu="n/a", nghi="n/a"), "b": staged(tu=50, nghi=50)}
    decision = decided(whole, season(scores={"x": cells, "other": {"a": 50, "b": 50}}))
    assert {"a": "100", "b": "100"} == totals(decision)
    assert [None, None] == outputs(decision, "stage", "a")
    assert [None] == outputs(decision, "take", "a")


@pytest.mark.parametrize("cells", [("n/a", 3), (3, "n/a")], ids=["first", "last"])
def test_what_applies_in_one_stage_and_not_in_another_is_refused(cells: tuple[Any, Any]) -> None:
    given = season(scores={"x": {"a": staged(tu=cells[0], dong=cells[1]), "b": staged(tu=1, dong=1)}})
    fault = refused("cell-stages-differ", rules("last", PARTIAL), given)
    assert {"unit": "a", "criterion": "x", "stages": "tu" if cells[0] == "n/a" else "dong"} == fault.data
    assert ("scores", "x", "a") == fault.path


def cells_of(**row: Any) -> Any:
    return season(scores={"x": row})


@pytest.mark.parametrize(
    ("code", "a", "data"),
    [
        ("cell-without-stage", 1, {"unit": "a", "criterion": "x", "stages": "tu, dong"}),
        ("cell-stage-missing", staged(tu=1), {"unit": "a", "criterion": "x", "stage": "dong"}),
        ("cell-stage-missing", staged(dong=1), {"unit": "a", "criterion": "x", "stage": "tu"}),
    ],
)
def test_every_unit_has_the_same_stages(code: str, a: Any, data: dict[str, Any]) -> None:
    fault = refused(code, rules("last"), cells_of(a=a, b=staged(tu=1, dong=2)))
    assert (("scores", "x", "a"), data) == (fault.path, fault.data)


@pytest.mark.parametrize("rest", [staged(tu=1, dong=2), 1], ids=["others have stages", "others have none"])
def test_a_cell_of_no_stage_at_all_is_missing(rest: Any) -> None:
    whole = rules("last", gates=(gate("g", "bad"),))
    fault = refused("cell-missing", whole, season(facts={"bad": ("a",)}, scores={"x": {"a": Staged({}), "b": rest}}))
    assert (("scores", "x", "a"), {"unit": "a", "criterion": "x"}) == (fault.path, fault.data)


def test_a_unit_without_a_cell_is_missing_beside_those_with_stages() -> None:
    fault = refused("cell-missing", rules("last"), cells_of(b=staged(tu=1, dong=2)))
    assert (("scores", "x"), {"unit": "a", "criterion": "x"}) == (fault.path, fault.data)


def test_a_missing_unit_is_told_before_that_nothing_says_which_count() -> None:
    refused("cell-missing", rules(None), cells_of(b=staged(tu=1, dong=2)))


def test_a_wrong_cell_is_told_in_its_stage() -> None:
    fault = refused("cell-above-max", rules("last"), cells_of(a=staged(tu=1, dong=101), b=staged(tu=1, dong=2)))
    assert (("scores", "x", "a", "dong"), "x@dong", "a") == (fault.path, fault.data["criterion"], fault.data["unit"])


def test_a_wrong_cell_does_not_hide_the_faults_of_others() -> None:
    faults = all_refused(rules("last", PARTIAL), cells_of(a=staged(tu=-1, dong=-1), b=staged(tu="n/a", dong=2)))
    assert ["cell-below-zero", "cell-below-zero", "cell-stages-differ"] == [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("name", "code"), [("dongg", "unknown-stage-near"), ("zzzz", "unknown-stage"), ("actaul", "unknown-stage-near")]
)
def test_a_stage_that_the_ruleset_lacks_is_refused(name: str, code: str) -> None:
    fault = refused(code, rules("last"), cells_of(a=Staged({name: Fraction(1)}), b=1))
    assert (("scores", "x", "a", name), name, "x") == (fault.path, fault.data["name"], fault.data["criterion"])
    assert {"dongg": "dong", "zzzz": None, "actaul": "actual"}[name] == fault.data.get("near")


def test_stages_of_a_unit_that_is_out_are_not_read() -> None:
    whole = rules("last", gates=(gate("g", "bad"),))
    decision = decided(whole, season(act("fact:bad", ["a"]), scores={"x": {"a": 1, "b": staged(tu=1, dong=2)}}))
    assert {"b": "2"} == totals(decision)


# The stages of one criterion.


def test_a_criterion_is_scored_in_its_own_stages() -> None:
    leaf = criterion("x", stages=("dong", "tu"))
    assert {"a": "2", "b": "2"} == totals(scored("last", leaf, a=staged(tu=1, dong=2), b=staged(tu=1, dong=2)))
    fault = refused("stage-not-of-criterion", rules("last", leaf), cells_of(a=staged(tu=1, nghi=2), b=staged(tu=1)))
    assert (("scores", "x", "a", "nghi"), "nghi", "tu, dong") == (fault.path, fault.data["stage"], fault.data["known"])


def test_a_stage_that_nobody_may_score_in_counts_for_nobody() -> None:
    leaf = criterion("x", stages=("tu",))
    faults = all_refused(rules("last", leaf), cells_of(a=staged(nghi=2), b=staged(nghi=1)))
    assert ["stage-not-of-criterion", "stage-not-of-criterion"] == [fault.code for fault in faults]


def test_the_stages_of_others_are_told_although_they_may_not_score() -> None:
    faults = all_refused(rules("last", criterion("x", stages=("tu",))), cells_of(a=staged(nghi=2, dong=1), b=1))
    assert ["dong, nghi"] == [fault.data["stages"] for fault in faults if fault.code == "cell-without-stage"]


# Agreed points.


def test_agreed_points_need_the_meetings_cell() -> None:
    fault = refused("stage-meeting-missing", rules("agreed"), cells_of(a=staged(tu=1, dong=1), b=staged(tu=1, dong=2)))
    assert (("scores", "x"), {"criterion": "x", "stage": "nghi"}) == (fault.path, fault.data)


def test_agreed_points_need_the_meetings_cell_beside_one_stage_too() -> None:
    refused("stage-meeting-missing", rules("agreed"), cells_of(a=staged(tu=1), b=staged(tu=1)))


def test_two_stages_that_may_score_are_enough_to_need_the_meeting() -> None:
    leaf = criterion("x", stages=("tu", "nghi"))
    refused("stage-meeting-missing", rules("agreed", leaf), cells_of(a=staged(tu=1), b=staged(tu=1)))


def test_points_agreed_where_no_stage_is_the_meetings_are_refused() -> None:
    whole = rules("agreed", stages=(stage("tu", "unit"), stage("dong")))
    assert "-" == refused("stage-meeting-missing", whole, cells_of(a=staged(tu=1), b=staged(tu=1))).data["stage"]


def test_where_nobody_scored_who_may_nothing_is_said_of_the_meeting() -> None:
    leaf = criterion("x", stages=("tu", "nghi"))
    faults = all_refused(rules("agreed", leaf), cells_of(a=staged(dong=1), b=staged(dong=1)))
    assert {"stage-not-of-criterion"} == {fault.code for fault in faults}


def test_agreed_points_of_the_meeting_alone_are_enough() -> None:
    assert {"a": "1", "b": "2"} == totals(scored("agreed", a=staged(nghi=1), b=staged(nghi=2)))


def test_a_criterion_of_one_stage_needs_no_agreement() -> None:
    leaf = criterion("x", stages=("dong",))
    assert {"a": "1", "b": "2"} == totals(scored("agreed", leaf, a=staged(dong=1), b=staged(dong=2)))


def test_agreed_points_count_although_a_later_stage_scored() -> None:
    assert "7" == totals(scored("agreed", a=THREE, b=THREE))["a"]


# Who may impose a deduction.

IMPOSED = criterion("x", "count", each="-2", imposed_by=("dong",), **DEDUCTION)


def imposed(a: Any, b: Any, *criteria: Criterion) -> Any:
    return rules("last", criterion("other"), *(criteria or (IMPOSED,))), season(
        scores={"other": {"a": 9, "b": 9}, "x": {"a": a, "b": b}}
    )


def test_a_deduction_is_imposed_by_those_that_may() -> None:
    decision = decided(*imposed(staged(dong=1), staged(dong=0)))
    assert {"a": "7", "b": "9"} == totals(decision)
    assert not [code for code, _ in warned(decision) if code == "unchecked"]


@pytest.mark.parametrize("cell", [0, 1])
def test_a_deduction_of_another_stage_is_refused(cell: int) -> None:
    fault = refused("stage-may-not-impose", *imposed(staged(dong=0, tu=cell), staged(dong=1)))
    assert (("scores", "x", "a", "tu"), {"unit": "a", "criterion": "x", "stage": "tu", "known": "dong"}) == (
        fault.path,
        fault.data,
    )


def test_a_deduction_that_nobody_says_who_imposed_is_unchecked() -> None:
    decision = decided(*imposed(1, 0))
    assert {"a": "7", "b": "9"} == totals(decision)
    assert [("unchecked", "criteria.x", ("a",))] == [
        (each.code, each.rule, each.units) for each in decision.warnings if each.code == "unchecked"
    ]


def test_nothing_imposed_is_nothing_unchecked() -> None:
    assert not [each for each in decided(*imposed(0, 0)).warnings if each.code == "unchecked"]


def test_a_deduction_that_anybody_may_impose_is_not_unchecked() -> None:
    anybody = criterion("x", "count", each="-2", **DEDUCTION)
    assert not [each for each in decided(*imposed(1, 0, anybody)).warnings if each.code == "unchecked"]


def test_a_tie_compares_what_counts() -> None:
    both = (criterion("x"), criterion("other"))
    whole = rules("last", *both, ties=(tie("t", "criterion", criterion="x"),), order=order("points", 1))
    cells = {"a": staged(tu=9, dong=1), "b": staged(tu=1, dong=2)}
    decision = decided(whole, season(scores={"x": cells, "other": {"a": 2, "b": 1}}))
    assert [(("b",), ("a",))] == outputs(decision, "tie")


def test_all_stages_in_which_it_does_not_apply_are_named() -> None:
    cells = {"a": staged(tu="n/a", nghi="n/a", dong=1), "b": staged(tu=1, nghi=1, dong=1)}
    assert (
        "tu, nghi" == refused("cell-stages-differ", rules("last", PARTIAL), season(scores={"x": cells})).data["stages"]
    )
