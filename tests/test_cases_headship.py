"""The invented cases on offices, shares and last slots turn on one rule each: who changes it changes no others."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from cases import CASES, case

from emulrules import EmulrulesError, Ruleset, decide
from emulrules.model.headship import Seat

FAMILIES: Final = ("thach-ban", "son-khe")
NAMES: Final = [path.stem for path in CASES if path.parents[1].name.startswith(FAMILIES)]

Change = Callable[[Ruleset], Ruleset]


def outcome(name: str, change: Change) -> object:
    """What comes out of a case under changed rules, or for what it is refused."""
    season, ruleset, policy = case(name)
    try:
        decision = decide(season, change(ruleset), policy)
    except EmulrulesError as refused:
        return {fault.code for fault in refused.faults}
    turns = [step.output for step in decision.steps if step.step == "turn"]
    return decision.standings, decision.awards, decision.offices, decision.questions, turns


def headship(by: str, /, **parts: Any) -> Change:
    """A headship of that kind says something else."""

    def change(ruleset: Ruleset) -> Ruleset:
        found = ruleset.headship
        return evolve(ruleset, headship=evolve(found, **parts)) if found is not None and found.by == by else ruleset

    return change


def lead_though_barred(ruleset: Ruleset) -> Ruleset:
    """Bars are for deputies only."""
    bars = () if ruleset.headship is None else ruleset.headship.bars
    return headship("turn", bars=tuple(evolve(bar, for_=("deputy",)) for bar in bars))(ruleset)


def award(id_: str, **parts: Any) -> Change:
    """One award says something else."""
    return lambda ruleset: evolve(
        ruleset, awards=tuple(evolve(each, **parts) if each.id == id_ else each for each in ruleset.awards)
    )


def tie(id_: str, **parts: Any) -> Change:
    """One step of the chain says something else."""
    return lambda ruleset: evolve(
        ruleset, ties=tuple(evolve(each, **parts) if each.id == id_ else each for each in ruleset.ties)
    )


def whole_points(ruleset: Ruleset) -> Ruleset:
    """Totals keep what is after the point."""
    scale = ruleset.scale
    return ruleset if scale is None else evolve(ruleset, scale=evolve(scale, rounding=None))


TURNS: Final = {"2021-cum-luan-phien", "2022-cum-luan-phien", "2023-cum-luan-phien"}
KHE: Final = {"2021-khoi-khe", "2022-khoi-khe"}

CHANGES: dict[str, tuple[Change, set[str]]] = {
    "who declines keeps its place, or not": (
        lambda ruleset: headship("turn", declined="stays" if ruleset.in_force.year == 2021 else "back")(ruleset),
        {"2021-cum-luan-phien", "2023-cum-luan-phien"},
    ),
    "who was not considered may lead by turn": (lead_though_barred, {"2021-cum-luan-phien"}),
    "units of any type lead by turn": (headship("turn", type=None), {"2023-cum-luan-phien"}),
    "elected instead of by turn": (headship("turn", by="elected", declined=None), TURNS),
    "the outgoing head may be deputy": (headship("deputy", bars=()), {"2021-cum-ke-nhiem"}),
    "elected instead of moving up": (headship("deputy", by="elected"), {"2021-cum-ke-nhiem"}),
    "seats for units of the other type": (
        headship("appointed", deputies=(Seat("pho-huyen", "thi-xa"), Seat("pho-thi-xa", "huyen"))),
        {"2021-cum-chi-dinh"},
    ),
    "a head of the other type": (headship("appointed", type="thi-xa"), {"2021-cum-chi-dinh"}),
    "elected instead of acclaimed": (headship("acclaimed", by="elected"), {"2021-cum-suy-ton"}),
    "points are not rounded": (whole_points, KHE),
    "more than becomes at least": (
        tie("tren-bay-muoi-phan-tram-nu", more_than=None, at_least=Fraction(7, 10)),
        {"2022-khoi-khe"},
    ),
    "the share is compared against a bound": (tie("ty-le-nu", at_least=Fraction(7, 10)), {"2021-khoi-khe"}),
    "excluded becomes included": (award("province-certificate", boundary="include"), KHE),
    "excluded becomes cut": (award("province-certificate", boundary="cut"), KHE),
    "the flag of the Government needs no other": (award("government-flag", requires=()), KHE),
    "the certificate may go to the flag's unit": (award("province-certificate", excludes=()), KHE),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changing_one_rule_changes_the_cases_that_turn_on_it_and_no_others(name: str) -> None:
    change, due = CHANGES[name]
    assert due == {each for each in NAMES if outcome(each, change) != outcome(each, lambda ruleset: ruleset)}


def test_an_elected_head_is_recognised_only_where_a_decision_of_the_level_above_says_so() -> None:
    season, ruleset, policy = case("2024-cum-luan-phien")
    states = [
        [office.state for office in decide(given, ruleset, policy).offices]
        for given in (season, evolve(season, recognised=None))
    ]
    assert [["recognised"], ["elected"]] == states
