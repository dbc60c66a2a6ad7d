"""The invented cases on quotas lie exactly where a rule decides: changing it changes those cases and no others."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from cases import CASES, case, decided

from emulrules import Decision, EmulrulesError, decide
from emulrules.model.award import Award, PerParent, QuotaRule
from emulrules.model.table import Table

NAMES = sorted(path.stem for path in CASES if path.parents[1].name == "lang-cam-blocs")

SUOI, DOI, THUNG = "2020-khoi-suoi", "2020-khoi-doi", "2020-khoi-thung"
GHENH, BAI, CUA = "2021-khoi-ghenh", "2021-khoi-bai", "2021-khoi-cua"
BEN, CHO, PHIEN, DOC, RUNG = (f"2022-khoi-{bloc}" for bloc in ("ben", "cho", "phien", "doc", "rung"))

FLAG, CERTIFICATE, COMMENDATION, LETTER, GOVERNMENT = (
    "province-flag",
    "province-certificate",
    "province-commendation",
    "province-letter",
    "government-flag",
)

Change = Callable[[Award], Award]


def quota(**parts: Any) -> Change:
    """Another quota: these parts of it are other."""
    return lambda award: evolve(award, quota=evolve(award.quota or QuotaRule(), **parts))


def award(**parts: Any) -> Change:
    return lambda award: evolve(award, **parts)


def step(index: int, **parts: Any) -> Change:
    """Another step of the chain."""
    return lambda award: evolve(
        award, choose=tuple(evolve(each, **parts) if at == index else each for at, each in enumerate(award.choose))
    )


def chain(length: int) -> Change:
    return lambda award: evolve(award, choose=award.choose[:length])


# In which year, of which award, what is changed, and the cases that turn on it.
CHANGES: dict[str, tuple[str, str, Change, set[str]]] = {
    "a flag's share rounded to the nearest": ("2020", FLAG, quota(rounding="half-up"), {SUOI, THUNG}),
    "a flag's share rounded up": ("2020", FLAG, quota(rounding="ceiling"), {SUOI, THUNG}),
    "a flag's share of all members": ("2020", FLAG, quota(base="members"), {THUNG}),
    "a flag for a sixth": ("2020", FLAG, quota(share=Fraction(1, 6)), {DOI}),
    "a certificate's share rounded down": ("2020", CERTIFICATE, quota(rounding="floor"), {SUOI, DOI}),
    "a certificate's share rounded up": ("2020", CERTIFICATE, quota(rounding="ceiling"), {THUNG}),
    "a certificate's share of all members": ("2020", CERTIFICATE, quota(base="members"), {THUNG}),
    "a commendation's share rounded down": ("2020", COMMENDATION, quota(rounding="floor"), {SUOI, DOI}),
    "a commendation's share rounded to the nearest": ("2020", COMMENDATION, quota(rounding="half-up"), {DOI}),
    "a commendation's share of those not out": ("2020", COMMENDATION, quota(base="units"), {DOI}),
    "a flag for less than a fifth": (
        "2021",
        FLAG,
        quota(not_more_than=None, less_than=Fraction(1, 5)),
        {GHENH, CUA},
    ),
    "a flag for not more than 19 %": (
        "2021",
        FLAG,
        quota(not_more_than=Fraction(19, 100)),
        {GHENH, CUA},
    ),
    "a certificate for not more than a half": (
        "2021",
        CERTIFICATE,
        quota(less_than=None, not_more_than=Fraction(1, 2)),
        {GHENH},
    ),
    "a certificate for less than half of those not out": ("2021", CERTIFICATE, quota(base="units"), {BAI}),
    "a certificate without a most": ("2021", CERTIFICATE, quota(most=None), {CUA}),
    "a commendation without a least": ("2021", COMMENDATION, quota(least=None), {GHENH, BAI}),
    "a letter for one instead of all the rest": ("2021", LETTER, quota(rest=False, number=1), {CUA}),
    "a Government flag whatever was won before": ("2021", GOVERNMENT, award(requires_before=()), {GHENH, CUA}),
    "two flags of a district": ("2022", FLAG, award(at_most=PerParent(2, "district")), {BEN, CHO}),
    "flags of any district": ("2022", FLAG, award(at_most=None), {BEN, CHO}),
    "one flag": ("2022", FLAG, quota(number=1), {BEN, CHO, PHIEN, DOC, RUNG}),
    "three flags": ("2022", FLAG, quota(number=3), {BEN, CHO, PHIEN, DOC, RUNG}),
    "two certificates of a district": ("2022", CERTIFICATE, award(at_most=PerParent(2, "district")), {DOC}),
    "certificates by a decision before votes": (
        "2022",
        CERTIFICATE,
        lambda award: evolve(award, over_quota=award.over_quota[::-1]),
        {DOC},
    ),
    "certificates for more than half of the votes": (
        "2022",
        CERTIFICATE,
        step(0, at_least=None, more_than=Fraction(1, 2)),
        {PHIEN},
    ),
    "certificates by a ballot alone": ("2022", CERTIFICATE, chain(1), {CHO}),
}


def outcome(decision: Decision) -> set[tuple[str, str]]:
    return {(each.award, each.unit) for each in decision.awards}


def changed(name: str, award_: str, change: Change) -> bool:
    """Whether a case comes out otherwise under a changed award, or is refused."""
    season, ruleset, policy = case(name)
    awards = tuple(change(each) if each.id == award_ else each for each in ruleset.awards)
    other = evolve(ruleset, awards=awards)
    if not any(each.requires_before for each in awards):
        # What nothing requires is not stated either.
        acts = tuple(act for act in season.acts if not act.question.startswith("before:"))
        season = evolve(season, before=Table(), acts=acts)
    try:
        decision = decide(season, other, policy)
    except EmulrulesError:
        return True
    return decision.status != "complete" or outcome(decision) != outcome(decided(name))


@pytest.mark.parametrize("told", CHANGES)
def test_a_rule_that_is_changed_changes_the_cases_that_turn_on_it(told: str) -> None:
    year, award_, change, turning = CHANGES[told]
    assert turning == {name for name in NAMES if name.startswith(year) and changed(name, award_, change)}


def test_without_the_tie_chain_the_cases_with_a_line_through_equals_are_open() -> None:
    found = set()
    for name in NAMES:
        season, ruleset, policy = case(name)
        try:
            decision = decide(season, evolve(ruleset, ties=()), policy)
        except EmulrulesError:
            found.add(name)
        else:
            assert outcome(decision) == outcome(decided(name))
    assert {CHO, PHIEN} == found


def test_every_kind_of_quota_and_of_limit_is_reached_in_a_case() -> None:
    steps = [step for name in NAMES for step in decided(name).steps]
    how = {step.inputs["rounding"] or step.inputs["bound"] for step in steps if step.inputs.get("share")}
    assert {"floor", "ceiling", "half-up", "not-more-than", "less-than"} == how
    kinds = {step.step for step in steps}
    assert {"quota", "passed-over", "won-before", "line", "over-quota", "threshold", "tie"} <= kinds
    asked = {step.inputs["id"] for step in steps if step.step == "act"}
    assert {
        "before:province-flag",
        "award:province-flag:district:huyen-thuong:chu-tri-quyet-dinh",
        "award:province-flag:chu-tri-quyet-dinh",
        "award:province-certificate:district:huyen-thuong:over-quota",
        "award:province-certificate:binh-xet",
    } <= asked
