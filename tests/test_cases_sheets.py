"""The cases of the invented score sheets: each lies on a tie that one rule makes, so that only its change moves it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from cases import CASES, RULESETS, case

from emulrules import EmulrulesError, Ruleset, Season, SeasonError, decide
from emulrules.cli.circumstances import circumstances
from emulrules.cli.options import decided

SHEETS = [path.stem for path in CASES if path.parents[1].name == "an-diep-blocs"]
STAGED = {"2020-khoi-so", "2021-khoi-so", "2022-khoi-so", "2023-khoi-so"}
HUYEN = {"2020-khoi-huyen", "2021-khoi-huyen"}
Change = Callable[[Ruleset], Ruleset]


def taking(take: Any) -> Change:
    def change(ruleset: Ruleset) -> Ruleset:
        scoring = ruleset.scoring
        return ruleset if scoring is None else evolve(ruleset, scoring=evolve(scoring, take=take))

    return change


def with_criterion(id_: str, **parts: Any) -> Change:
    return lambda ruleset: evolve(
        ruleset, criteria=tuple(evolve(each, **parts) if each.id == id_ else each for each in ruleset.criteria)
    )


def with_table(id_: str, points: int) -> Change:
    def change(ruleset: Ruleset) -> Ruleset:
        if id_ not in ruleset.tables:
            return ruleset
        return evolve(ruleset, tables={**ruleset.tables, id_: evolve(ruleset.tables[id_], points=Fraction(points))})

    return change


def without(what: str) -> Change:
    return lambda ruleset: evolve(ruleset, undefined=tuple(rule for rule in ruleset.undefined if rule.what != what))


def in_other_tables(ruleset: Ruleset) -> Ruleset:
    """The clusters exchange their tables."""
    other = {"so": "huyen", "huyen": "so", None: None}
    clusters = {id_: evolve(cluster, table=other[cluster.table]) for id_, cluster in ruleset.clusters.items()}
    return evolve(ruleset, clusters=clusters)


# One rule changed, and the cases that turn on it.
CHANGES: dict[str, tuple[Change, set[str]]] = {
    "the last stage counts": (taking("last"), STAGED - {"2020-khoi-so"}),
    "the mean counts": (taking("mean"), STAGED - {"2021-khoi-so"}),
    "the most counts": (taking("max"), STAGED - {"2022-khoi-so"}),
    "what the meeting agreed counts": (taking("agreed"), STAGED - {"2023-khoi-so"}),
    "nothing says what counts": (lambda ruleset: evolve(ruleset, scoring=None), STAGED),
    "another last stage": (
        lambda ruleset: evolve(ruleset, stages=(*ruleset.stages[-1:], *ruleset.stages[:-1])),
        {"2020-khoi-so"},
    ),
    "the meeting may impose deductions, too": (with_criterion("diem-tru", imposed_by=("hoi-dong", "hoi-nghi")), set()),
    "only the meeting may impose deductions": (
        with_criterion("diem-tru", imposed_by=("hoi-nghi",)),
        {"2020-khoi-huyen"},
    ),
    "anybody may impose deductions": (with_criterion("diem-tru", imposed_by=()), {"2021-khoi-huyen"}),
    "a deduction of 1": (with_criterion("diem-tru", each=Fraction(-1)), HUYEN),
    "a greater frame": (with_criterion("kinh-te-xa-hoi", max=Fraction(61)), HUYEN),
    "a frame that is none": (with_criterion("kinh-te-xa-hoi", frame=False), HUYEN),
    "clusters with each other's table": (in_other_tables, STAGED | HUYEN),
    "a table of its own that is not left open": (without("criteria"), {"2024-khoi-xa"}),
    "a greater scale": (
        lambda ruleset: (
            ruleset
            if ruleset.tables or ruleset.scale is None
            else evolve(ruleset, scale=evolve(ruleset.scale, points=Fraction(11)))
        ),
        {"2024-khoi-xa"},
    ),
    "stages that a criterion may not be scored in": (
        with_criterion("chuyen-mon", stages=("tu-cham",)),
        STAGED,
    ),
}


def outcome(season: Season, ruleset: Ruleset, name: str) -> object:
    """What comes out, or with which fault it is refused; what is recorded of the rules themselves is left out."""
    try:
        decision = decide(season, ruleset, case(name)[2])
    except EmulrulesError as refused:
        return [fault.code for fault in refused.faults]
    return decision.standings, decision.awards, decision.warnings


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_rule_changes_exactly_the_cases_that_turn_on_it(change: str) -> None:
    altered, turning = CHANGES[change]
    moved = set()
    for name in SHEETS:
        season, ruleset, _ = case(name)
        if outcome(season, ruleset, name) != outcome(season, altered(ruleset), name):
            moved.add(name)
    assert turning == moved


def test_every_kind_of_what_counts_is_reached() -> None:
    taken = set()
    for name in SHEETS:
        decision = decide(*case(name))
        taken |= {step.inputs["take"] for step in decision.steps if step.step == "take"}
    assert {"last", "mean", "max", "agreed"} == taken


def test_every_kind_of_stage_is_reached() -> None:
    by = set()
    for name in SHEETS:
        decision = decide(*case(name))
        scored = {str(step.rule).removeprefix("stages.") for step in decision.steps if step.step == "stage"}
        by |= {stage.by for stage in decision.rules.stages if stage.id in scored}
    assert {"unit", "cross", "head", "head-and-deputies", "agency", "meeting", "council"} == by


def test_a_case_says_of_whom_nobody_imposed_what_was_taken_off() -> None:
    unchecked = {name for name in SHEETS for warned in decide(*case(name)).warnings if warned.code == "unchecked"}
    assert {"2021-khoi-huyen"} == unchecked


HUYEN_CASE = RULESETS / "an-diep-blocs" / "cases" / "2020-khoi-huyen.toml"
SO_CASE = RULESETS / "an-diep-blocs" / "cases" / "2020-khoi-so.toml"

# A case with one thing wrong: the file, what is written instead, the code, and the text of the line that is told.
SLIPS: dict[str, tuple[Path, str, str, str, str]] = {
    "an own table that does not fill its frame": (
        HUYEN_CASE,
        "max    = 25",
        "max    = 24",
        "signed-sum",
        "[[criteria]]",
    ),
    "an own criterion below none": (
        HUYEN_CASE,
        'parent = "kinh-te-xa-hoi"\n',
        "",
        "signed-without-frame",
        "[[criteria]]",
    ),
    "a stage that is misspelt": (
        SO_CASE,
        "hoi-dong = 30",
        "hoi-dng = 30",
        "unknown-stage-near",
        "so-may  = { tu-cham = 40",
    ),
    "a stage that is left out": (SO_CASE, ", hoi-dong = 30", "", "cell-stage-missing", "so-may  = { tu-cham = 40"),
    "too many points in a stage": (
        SO_CASE,
        "hoi-dong = 30",
        "hoi-dong = 41",
        "cell-above-max",
        "so-may  = { tu-cham = 40",
    ),
    "a criterion of the other table": (
        HUYEN_CASE,
        "[scores.diem-tru]",
        "[scores.chuyen-mon]\nhuyen-ha = 1\n\n[scores.diem-tru]",
        "criterion-of-other-table",
        "[scores.chuyen-mon]",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_on_the_line_of_the_season(name: str, tmp_path: Path) -> None:
    path, old, new, code, marked = SLIPS[name]
    text = path.read_text(encoding="utf-8")
    assert old in text
    slipped = tmp_path / path.name
    slipped.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeasonError) as refused:
        decided(str(slipped), [str(RULESETS)])
    [fault] = refused.value.faults
    lines = text.replace(old, new, 1).split("\n")
    assert (code, str(slipped)) == (fault.code, fault.file)
    assert lines[(fault.line or 0) - 1].startswith(marked)


def test_the_witness_of_a_season_names_the_lines_of_what_was_signed() -> None:
    made = circumstances(decided(str(HUYEN_CASE), [str(RULESETS)]))
    lines = HUYEN_CASE.read_text(encoding="utf-8").split("\n")
    assert ["[[criteria]]", "[[criteria]]"] == [
        lines[value.line - 1] for value in made.values if value.key in ("criteria[0]", "criteria[1]")
    ]
