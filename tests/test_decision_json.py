"""Facts about a decision as JSON: every key is there, measures are text, counts are numbers, sets are sorted."""

import json
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from record_samples import RULES, SEASON, decided

from emulrules.errors import RecordError
from emulrules.files.decision_json import as_object, body, to_json
from emulrules.model.answers import DEFER, Answered, Quota
from emulrules.model.criterion import Criterion, HeldPoints
from emulrules.model.decision import Decision, NamedUnit, Question, Step, Warned
from emulrules.model.season import Former
from emulrules.model.table import Table

PENDING = Decision(
    SEASON,
    RULES,
    "standard",
    (NamedUnit("don-vi-a", "Đơn vị A"),),
    (),
    (
        Step(1, "gate", "don-vi-a", "gates.g", ("Đ1",), Table(), Table(gate="g", effect="hold")),
        Step(2, "total", "don-vi-a", "scale", (), Table(sum=Fraction(1, 3), base=6), Fraction(1621, 2)),
        Step(3, "standing", "don-vi-a", "order", (), Table(), Table(place=1, tied_with=(), total=Fraction(1621, 2))),
        Step(4, "award", "don-vi-a", "awards.f", ("Đ2",), Table(), Table(award="f", state="held")),
        Step(5, "office", "don-vi-a", "headship", (), Table(), Table(office="head", seat=None, state="elected")),
        Step(6, "limit", None, None, (), Table(), "says"),
    ),
    (Question("deputy", "choice", None, ("don-vi-a",), 0, None, ("Đ3",)),),
    ("award:f:b",),
    (Warned("rescaled", "scale", ("don-vi-a",)),),
)

EXPECTED: dict[str, Any] = {
    "format": "emulrules/decision/1",
    "semantics": 1,
    "cluster": "khoi-mot",
    "season": "2022",
    "ruleset": {"id": "khoi-gia-dinh", "in_force": "2021-01-15"},
    "policy": "standard",
    "status": "pending",
    "units": [{"id": "don-vi-a", "name": "Đơn vị A"}],
    "gates": [{"unit": "don-vi-a", "gate": "g", "effect": "hold", "basis": ["Đ1"]}],
    "standings": [{"unit": "don-vi-a", "place": 1, "tied_with": [], "total": "810.5"}],
    "awards": [{"award": "f", "unit": "don-vi-a", "state": "held", "basis": ["Đ2"]}],
    "offices": [{"office": "head", "seat": None, "unit": "don-vi-a", "state": "elected", "basis": []}],
    "questions": [
        {
            "id": "deputy",
            "asks": "choice",
            "of": None,
            "options": ["don-vi-a"],
            "least": 0,
            "most": None,
            "basis": ["Đ3"],
            "after": [],
        }
    ],
    "waiting": ["award:f:b"],
    "warnings": [{"code": "rescaled", "rule": "scale", "units": ["don-vi-a"]}],
}


@pytest.mark.parametrize("key", EXPECTED)
def test_the_object_has(key: str) -> None:
    assert EXPECTED[key] == as_object(PENDING)[key]


def test_the_object_has_nothing_else_but_steps() -> None:
    assert {*EXPECTED, "steps"} == set(as_object(PENDING))


def test_a_step_spells_measures_as_text_and_counts_as_numbers() -> None:
    expected = {
        "n": 2,
        "step": "total",
        "unit": "don-vi-a",
        "rule": "scale",
        "basis": [],
        "inputs": {"sum": "1/3", "base": 6},
        "output": "810.5",
    }
    assert expected == as_object(PENDING)["steps"][1]


def test_the_text_is_indented_sorted_readable_and_ends_in_a_newline() -> None:
    text = to_json(PENDING)
    assert text.startswith('{\n "awards": [\n  {\n   "award": "f",\n')
    assert text.endswith("\n}\n")
    assert '"name": "Đơn vị A"' in text
    assert as_object(PENDING) == json.loads(text)


def test_a_complete_decision_says_so() -> None:
    assert "complete" == as_object(evolve(PENDING, questions=(), waiting=()))["status"]


@pytest.mark.parametrize("value", [0.5, -1, object()], ids=["float", "negative-count", "object"])
def test_what_a_step_may_not_hold_is_refused_with_its_path(value: object) -> None:
    step = Step(1, "total", None, "scale", (), Table(cell=value), None)
    with pytest.raises(RecordError) as caught:
        to_json(evolve(PENDING, steps=(step,)))
    assert ("steps", 0, "inputs", "cell") == caught.value.faults[0].path


def test_the_body_holds_the_whole_season_the_rules_and_the_answers() -> None:
    decision = decided()
    whole = body(decision)
    assert set(EXPECTED) | {"steps", "rules", "answers"} == set(whole)
    assert "2022" == whole["season"]["season"]
    assert {"actual": "2", "plan": "3"} == whole["season"]["scores"]["chi-tieu"]["don-vi-a"]
    assert ["khoi-mot"] == list(whole["rules"]["clusters"])
    asked = ["award_quota", "criterion_weights", "head_rotation", "tie_break_keys", "unit_gates"]
    assert asked == [answered["hook"] for answered in whole["answers"]]


FORMER = Former("0" * 64, "Không ai", "a", ("a", "b"), awards=Table({"co": ("a", "b")}), facts=Table({"x": ("a",)}))


def test_the_body_sorts_what_has_no_order() -> None:
    turned = evolve(
        PENDING,
        season=evolve(
            SEASON,
            acts=tuple(evolve(act, choice=act.choice and act.choice[::-1]) for act in SEASON.acts[::-1]),
            facts=Table({fact: units[::-1] for fact, units in SEASON.facts.items()}),
            former=Table({"2020": evolve(FORMER, deputies=("b", "a"), awards=Table({"co": ("b", "a")}))}),
        ),
    )
    straight = evolve(PENDING, season=evolve(SEASON, former=Table({"2020": FORMER})))
    assert body(straight) == body(turned)
    assert sorted(act.question for act in SEASON.acts) == [act["question"] for act in body(turned)["season"]["acts"]]


def test_the_body_sorts_criteria_wherever_they_stand() -> None:
    held = (HeldPoints("b", Fraction(1)), HeldPoints("a", Fraction(2)))
    sets = {"held": held, "stages": ("y", "x"), "imposed_by": ("y", "x")}
    criteria = tuple(Criterion(id_, id_, ("Đ",), "read", **sets) for id_ in ("n", "m"))  # type: ignore[arg-type]  # by name
    written = body(evolve(PENDING, season=evolve(SEASON, criteria=criteria), rules=evolve(RULES, criteria=criteria)))
    for rows in (written["season"]["criteria"], written["rules"]["criteria"]):
        assert ["m", "n"] == [row["id"] for row in rows]
        assert (["a", "b"], ["x", "y"], ["x", "y"]) == (
            [each["award"] for each in rows[0]["held"]],
            rows[0]["stages"],
            rows[0]["imposed_by"],
        )


def test_answers_on_one_subject_keep_their_order() -> None:
    quota = Quota(1, RULES.awards[0].quota_rule)
    answers = (
        Answered("unit_gates", "", "standard", DEFER),
        Answered("award_quota", "f", "plugin", DEFER),
        Answered("award_quota", "f", "standard", quota),
    )
    written = body(evolve(PENDING, answers=answers))["answers"]
    assert [("f", "plugin"), ("f", "standard"), ("", "standard")] == [(row["subject"], row["by"]) for row in written]
