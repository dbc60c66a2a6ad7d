"""Facts about points: what each method gives for a cell, and which cells are refused."""

from fractions import Fraction
from typing import Any, Final

import pytest
from building import (
    READ,
    act,
    all_refused,
    criterion,
    decided,
    exact,
    gate,
    order,
    outputs,
    refused,
    ruleset,
    scale,
    season,
)

from emulrules.errors import PluginError, RulesetError
from emulrules.model.answers import Answered, Points, Undefined
from emulrules.model.cell import Mark
from emulrules.model.criterion import Band, Criterion
from emulrules.plugins import load_policy

SATISFACTION = (
    Band(Fraction(200), at_least=Fraction(4, 5)),
    Band(Fraction(150), at_least=Fraction(3, 5)),
    Band(Fraction(100)),
)
STRICT = (Band(Fraction(4), more_than=Fraction(4, 5)), Band(Fraction(3), more_than=Fraction(3, 5)), Band(Fraction(2)))
DEDUCT = {"kind": "deduction"}
BONUS = {"kind": "bonus"}

ENTERED = criterion("x")
PROPORTION = criterion("x", "proportion", max="400", no_target="not-applicable", not_applicable="rescale")
PASS = criterion("x", "pass-fail", max="30")
BANDS = criterion("x", "bands", max="200", bands=SATISFACTION)
STRICT_BANDS = criterion("x", "bands", max="4", bands=STRICT)
BOUNDED = criterion("x", "bands", max="200", bands=SATISFACTION, least=Fraction(0), most=Fraction(1))
COUNT = criterion("x", "count", each="10", max=None, **BONUS)
CAPPED_COUNT = criterion("x", "count", each="2.5", max="8")
PENALTY = criterion("x", "count", each="-8", max=None, **DEDUCT)
CAPPED_PENALTY = criterion("x", "count", each="-8", max="20", **DEDUCT)
TAKEN_OFF = criterion("x", "entered", max="20", **DEDUCT)
FAILED = criterion("x", "pass-fail", max="8", **DEDUCT)
BAND_OFF = criterion(
    "x", "bands", max=None, bands=(Band(Fraction(-5), at_least=Fraction(3)), Band(Fraction(0))), **DEDUCT
)


def given(rule: Criterion, cell: Any) -> Any:
    """The points that unit `a` gets for a cell; the criterion `other` keeps it scored."""
    scores: dict[str, dict[str, Any]] = {"other": {"a": 1, "b": 1}, "x": {"a": cell, "b": cell}}
    rules = ruleset("ab", criteria=(criterion("other"), rule), order=order(), scale=scale(points="500"))
    decision = decided(rules, season(scores=scores))
    return next(s.output for s in decision.steps if (s.step, s.unit, s.rule) == ("points", "a", "criteria.x"))


@pytest.mark.parametrize(
    ("rule", "cell", "points"),
    [
        pytest.param(ENTERED, "95.5", "95.5", id="entered: the number itself"),
        pytest.param(ENTERED, "100", "100", id="entered: the maximum is allowed"),
        pytest.param(ENTERED, "0", "0", id="entered: zero is a score"),
        pytest.param(ENTERED, "1/3", "1/3", id="entered: a third is exact"),
        pytest.param(PROPORTION, (95, 100), "380", id="proportion: max · actual / plan"),
        pytest.param(PROPORTION, (19, 20), "380", id="proportion: 19 of 20 is 95 of 100"),
        pytest.param(PROPORTION, (110, 100), "400", id="proportion: not above max"),
        pytest.param(PROPORTION, (1, 3), "400/3", id="proportion: no rounding"),
        pytest.param(PROPORTION, (0, 100), "0", id="proportion: nothing done is zero"),
        pytest.param(PROPORTION, (5, None), None, id="proportion: no target does not apply"),
        pytest.param(PROPORTION, "n/a", None, id="proportion: not applicable is not zero"),
        pytest.param(PASS, "pass", "30", id="pass-fail: a pass gives max"),
        pytest.param(PASS, "fail", "0", id="pass-fail: a fail gives nothing"),
        pytest.param(BANDS, "80%", "200", id="bands: at least is reached exactly"),
        pytest.param(BANDS, "79.999%", "150", id="bands: just below falls in the next"),
        pytest.param(BANDS, "60%", "150", id="bands: second boundary"),
        pytest.param(BANDS, "0", "100", id="bands: the floor"),
        pytest.param(BOUNDED, "0", "100", id="bands: the least figure is one"),
        pytest.param(BOUNDED, "100%", "200", id="bands: so is the greatest"),
        pytest.param(STRICT_BANDS, "80%", "3", id="bands: more than is not reached exactly"),
        pytest.param(STRICT_BANDS, "80.1%", "4", id="bands: more than is passed"),
        pytest.param(COUNT, "3", "30", id="count: times each"),
        pytest.param(COUNT, "0", "0", id="count: none is zero"),
        pytest.param(CAPPED_COUNT, "3", "7.5", id="count: below max"),
        pytest.param(CAPPED_COUNT, "4", "8", id="count: up to max"),
        pytest.param(PENALTY, "2", "-16", id="deduction by count is negative"),
        pytest.param(CAPPED_PENALTY, "3", "-20", id="deduction by count takes at most max off"),
        pytest.param(TAKEN_OFF, "5", "-5", id="deduction entered without a sign"),
        pytest.param(TAKEN_OFF, "20", "-20", id="deduction entered up to max"),
        pytest.param(FAILED, "fail", "-8", id="deduction: a fail takes max off"),
        pytest.param(FAILED, "pass", "0", id="deduction: a pass takes nothing off"),
        pytest.param(BAND_OFF, "3", "-5", id="deduction by bands"),
        pytest.param(BAND_OFF, "2", "0", id="deduction by bands: the floor"),
    ],
)
def test_a_cell_gives_exact_points(rule: Criterion, cell: Any, points: Any) -> None:
    assert exact(points) == given(rule, cell)


@pytest.mark.parametrize(
    ("rule", "cell", "code"),
    [
        (ENTERED, None, "cell-missing"),
        (ENTERED, "-1", "cell-below-zero"),
        (ENTERED, "100.01", "cell-above-max"),
        (ENTERED, (1, 2), "cell-not-number"),
        (ENTERED, "pass", "cell-not-number"),
        (ENTERED, "n/a", "cell-not-applicable"),
        (PROPORTION, "95", "cell-not-ratio"),
        (PROPORTION, "fail", "cell-not-ratio"),
        (PROPORTION, (-1, 100), "cell-below-zero"),
        (PROPORTION, (1, 0), "cell-plan-not-positive"),
        (PROPORTION, (1, -5), "cell-plan-not-positive"),
        (criterion("x", "proportion"), (1, None), "cell-without-plan"),
        (PASS, "1", "cell-not-pass-fail"),
        (PASS, (1, 1), "cell-not-pass-fail"),
        (BANDS, "pass", "cell-not-number"),
        (BOUNDED, "-0.1%", "cell-below-least"),
        (BOUNDED, "64", "cell-above-most"),
        (BOUNDED, "100.1%", "cell-above-most"),
        (criterion("x", "bands", bands=SATISFACTION[:2], max="200"), "10%", "cell-in-no-band"),
        (criterion("x", "bands", bands=SATISFACTION, max="150"), "80%", "cell-out-of-range"),
        (COUNT, "1.5", "cell-not-count"),
        (COUNT, "-1", "cell-not-count"),
        (COUNT, "pass", "cell-not-number"),
        (criterion("x", "count", each="8", max=None, **DEDUCT), "1", "cell-out-of-range"),
        (criterion("x", "count", each="-8", max=None, **BONUS), "1", "cell-out-of-range"),
        (TAKEN_OFF, "-5", "cell-negative-deduction"),
        (TAKEN_OFF, "21", "cell-above-max"),
    ],
)
def test_a_cell_that_is_none_of_its_method_is_refused(rule: Criterion, cell: Any, code: str) -> None:
    row = {"b": {"pass-fail": "pass", "proportion": (1, 1), "bands": "100%"}.get(rule.method or "", "0")}
    row |= {} if cell is None else {"a": cell}
    if code == "cell-out-of-range" and rule.method == "bands":
        row["b"] = "70%"
    fault = refused(code, ruleset("ab", criteria=(rule,), order=order()), season(scores={"x": row}))
    assert {"unit": "a", "criterion": "x"}.items() <= fault.data.items()
    assert (("scores", "x") if cell is None else ("scores", "x", "a")) == fault.path


def test_a_figure_outside_is_told_with_the_bound_that_it_passes() -> None:
    rules = ruleset("a", criteria=(BOUNDED,), order=order())
    below = refused("cell-below-least", rules, season(scores={"x": {"a": "-0.5"}}))
    above = refused("cell-above-most", rules, season(scores={"x": {"a": "64"}}))
    assert {"got": "-0.5", "least": "0"}.items() <= below.data.items()
    assert {"got": "64", "most": "1"}.items() <= above.data.items()


def test_every_wrong_cell_is_told_at_once() -> None:
    rules = ruleset("abc", criteria=(criterion("x"), criterion("y")), order=order())
    faults = all_refused(rules, season(scores={"x": {"a": 1, "b": 101}, "y": {"a": -1}}))
    assert {
        ("cell-above-max", "b", "x"),
        ("cell-missing", "c", "x"),
        ("cell-below-zero", "a", "y"),
        ("cell-missing", "b", "y"),
        ("cell-missing", "c", "y"),
    } == {(fault.code, fault.data["unit"], fault.data["criterion"]) for fault in faults}


def test_a_criterion_without_any_cell_is_missing_once_another_is_scored() -> None:
    rules = ruleset("a", criteria=(criterion("x"), criterion("y")), order=order())
    fault = refused("criterion-missing", rules, season(scores={"x": {"a": 1}}))
    assert ("y", ("scores",)) == (fault.data["criterion"], fault.path)


def test_a_criterion_with_children_is_not_scored_itself() -> None:
    rules = ruleset("a", criteria=(criterion("x", None), criterion("y", parent="x")), order=order())
    fault = refused("criterion-no-leaf", rules, season(scores={"x": {"a": 1}, "y": {"a": 1}}))
    assert ("scores", "x") == fault.path


def test_a_criterion_of_another_ruleset_is_refused_with_the_nearest() -> None:
    rules = ruleset("a", criteria=(criterion("chi-tieu"),), order=order())
    assert "chi-tieu" == refused("unknown-criterion-near", rules, season(scores={"chi-tiu": {"a": 1}})).data["near"]
    refused("unknown-criterion", rules, season(scores={"zzzz": {"a": 1}}))


@pytest.mark.parametrize("row", [{"b": 1}, {"a": "pass", "b": 1}, {"a": -7, "b": 1}], ids=["missing", "form", "bounds"])
def test_cells_of_a_unit_that_is_out_are_not_required_and_not_read(row: dict[str, Any]) -> None:
    rules = ruleset("ab", criteria=(criterion("x"),), order=order(), gates=(gate("g", "bad"),))
    decision = decided(rules, season(act("fact:bad", ["a"]), scores={"x": row}))
    assert [1] == outputs(decision, "points")


def test_a_step_shows_the_cell() -> None:
    rules = ruleset("a", criteria=(ENTERED, criterion("y", "proportion"), criterion("z", "pass-fail")), order=order())
    decision = decided(rules, season(scores={"x": {"a": "9.50"}, "y": {"a": (1, 3)}, "z": {"a": "pass"}}))
    assert [
        {"cell": Fraction(19, 2)},
        {"actual": Fraction(1), "plan": Fraction(3)},
        {"cell": "pass"},
    ] == [step.inputs for step in decision.steps if step.step == "points"]


class Asked:
    """The standard policy, with an answer of its own for `criterion_points`."""

    name = "standard"

    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self._standard = load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        if hook == "criterion_points":
            return (Answered(hook, subject, "x", self._answer),)
        return self._standard.ask(hook, subject, **arguments)


def test_points_of_a_policy_rest_on_the_rule_that_it_names() -> None:
    rule = criterion("x", "policy").rule
    answer = Points({"a": Fraction(7), "b": Fraction(5)}, rule)
    decision = decided(
        ruleset("ab", criteria=(criterion("x", "policy"),), order=order()),
        season(scores={"x": {"a": (2, 1)}}),
        Asked(answer),
    )
    assert [("a", Fraction(7)), ("b", Fraction(5))] == [
        (step.unit, step.output) for step in decision.steps if step.step == "points"
    ]
    assert {("criteria.x", "x")} == {
        (step.rule, step.inputs["criterion"]) for step in decision.steps if step.step == "points"
    }
    assert answer == next(each.answer for each in decision.answers if each.hook == "criterion_points")


def test_a_method_that_only_a_policy_knows_is_an_error_without_one() -> None:
    rules = ruleset("a", criteria=(criterion("x", "policy"),), order=order())
    fault = refused("undefined-needed", rules, season(scores={"x": {"a": 1}}), RulesetError)
    assert {"what": "criteria.x", "hook": "criterion_points", "policy": "standard"} == fault.data
    assert ("criteria", "x", "method") == fault.path


BESIDE: Final = ruleset("ab", criteria=(criterion("x", "policy"), criterion("y")), order=order("points", 1))
"""A leaf that only a policy measures, beside an ordinary one."""


def test_places_are_asked_about_where_nothing_was_entered_beside_what_a_policy_measures() -> None:
    answer = Points({"a": Fraction(7), "b": Fraction(5)}, criterion("x", "policy").rule)
    decision = decided(BESIDE, season(), Asked(answer))
    assert ["standing"] == [question.id for question in decision.questions]
    assert [] == [each for each in decision.answers if each.hook == "criterion_points"]


def test_points_of_a_policy_that_gives_all_need_no_score() -> None:
    answer = Points({"a": Fraction(7), "b": Fraction(5)}, criterion("x", "policy").rule)
    rules = ruleset("ab", criteria=(criterion("x", "policy"),), order=order("points", 1))
    assert ["a", "b"] == [row.unit for row in decided(rules, season(), Asked(answer)).standings]
    assert [Fraction(7), Fraction(5)] == [row.total for row in decided(rules, season(), Asked(answer)).standings]


def test_places_are_asked_about_where_a_policy_that_gives_all_points_says_none_without_a_score() -> None:
    rules = ruleset("ab", criteria=(criterion("x", "policy"),), order=order("points", 1))
    decision = decided(rules, season(), Asked(Undefined("criteria.x", **READ)))
    assert ["standing"] == [question.id for question in decision.questions]


def test_an_answer_of_the_wrong_kind_is_refused() -> None:
    rules = ruleset("a", criteria=(criterion("x", "policy"),), order=order())
    with pytest.raises((RulesetError, PluginError)) as caught:
        decided(rules, season(scores={"x": {"a": 1}}), Asked(Mark.PASS))
    assert "answer-unexpected" == caught.value.code
    with pytest.raises(RulesetError):
        decided(rules, season(scores={"x": {"a": 1}}), Asked(Undefined("criteria.x", **READ)))
