"""The cases of the ministries' regulations turn on their rules: another rule, or another act, gives another outcome."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import ministry_cases
import pytest
from attrs import evolve
from cases import case

from emulrules import EmulrulesError, Ruleset, Season, decide
from emulrules.model.headship import Seat
from emulrules.model.season import UnitEntry
from emulrules.model.table import Table

Rules = Callable[[Ruleset], Ruleset]
Year = Callable[[Season], Season]

SCIENCE, AUDIT, JUSTICE = "2025-cum-tram-kiet", "2015-khoi-bach-lo", "2013-cum-tung-lac"
COURTS, COURTS_2024, PROCURACY = "2023-cum-hoa-trung", "2024-cum-hoa-trung", "2020-cum-dong-ngan"
EDUCATION, EDUCATION_2020 = "2018-2019-cum-ha-vien", "2020-2021-cum-ha-vien"
CUSTOMS, RUBBER = "2023-cum-cua-khai", "2015-khoi-da-vuong"


def told(name: str, rules: Rules = lambda same: same, year: Year = lambda same: same) -> str:
    """Who is proposed, who holds which office, what is asked or settled without rule, or why the year is refused."""
    season, ruleset, policy = case(name)
    try:
        decision = decide(year(season), rules(ruleset), policy)
    except EmulrulesError as refused:
        return ", ".join(sorted({fault.code for fault in refused.faults}))
    parts = [f"{each.award}: {each.unit}{'' if each.state == 'proposed' else ' held'}" for each in decision.awards]
    parts += [f"{each.office}: {each.unit}" for each in decision.offices]
    parts += [f"? {question.id}" for question in decision.questions]
    parts += [f"without rule: {each.rule}" for each in decision.warnings if each.code == "settled-without-rule"]
    return "; ".join(parts)


def award(id_: str, **parts: Any) -> Rules:
    return lambda rules: evolve(
        rules, awards=tuple(evolve(each, **parts) if each.id == id_ else each for each in rules.awards)
    )


def ballot(id_: str, **parts: Any) -> Rules:
    """Another rule for the ballot that is the first step of the award's chain."""

    def change(rules: Ruleset) -> Ruleset:
        (found,) = (each for each in rules.awards if each.id == id_)
        return award(id_, choose=(evolve(found.choose[0], **parts), *found.choose[1:]))(rules)

    return change


def turned(id_: str) -> Rules:
    """More than the share in the place of at least it, or the other way round."""

    def change(rules: Ruleset) -> Ruleset:
        (found,) = (each for each in rules.awards if each.id == id_)
        first = found.choose[0]
        return ballot(id_, at_least=first.more_than, more_than=first.at_least)(rules)

    return change


def over_quota(id_: str, *kept: str) -> Rules:
    def change(rules: Ruleset) -> Ruleset:
        (found,) = (each for each in rules.awards if each.id == id_)
        return award(id_, over_quota=tuple(step for step in found.over_quota if step.id in kept))(rules)

    return change


def first_step_only(rules: Ruleset) -> Ruleset:
    """Nobody decides after the ballots."""
    (found,) = (each for each in rules.awards if each.id == "court-flag")
    return award("court-flag", choose=found.choose[:1])(rules)


def headship(**parts: Any) -> Rules:
    return lambda rules: evolve(rules, headship=None if rules.headship is None else evolve(rules.headship, **parts))


def without_ties(rules: Ruleset) -> Ruleset:
    return evolve(rules, ties=())


def without_gates(rules: Ruleset) -> Ruleset:
    return evolve(rules, gates=())


def strict_conditions(rules: Ruleset) -> Ruleset:
    return evolve(
        rules, conditions=tuple(evolve(each, at_least=None, more_than=each.at_least) for each in rules.conditions)
    )


def absent(how: Any) -> Rules:
    return lambda rules: evolve(rules, voting=None if rules.voting is None else evolve(rules.voting, absent=how))


def says(question: str, **parts: Any) -> Year:
    """One act says something else."""

    def change(season: Season) -> Season:
        assert question in {each.question for each in season.acts}
        return evolve(
            season, acts=tuple(evolve(act, **parts) if act.question == question else act for act in season.acts)
        )

    return change


def meeting(**parts: Any) -> Year:
    return lambda season: evolve(season, meeting=evolve(season.meeting, **parts))


def facts(**units: tuple[str, ...]) -> Year:
    named = {fact.replace("_", "-"): listed for fact, listed in units.items()}
    return lambda season: evolve(season, facts=Table({**season.facts, **named}))


def leaves(unit: str) -> Year:
    return lambda season: evolve(
        season, units=Table({**season.units, unit: UnitEntry(roster="leaves", source="bien-ban")})
    )


def women(unit: str, number: int) -> Year:
    return lambda season: evolve(season, units=Table({**season.units, unit: evolve(season.units[unit], women=number)}))


SAME: Final = {name: told(name) for name in ministry_cases.STATUS}
FLAGS_OF_SCIENCE: Final = "ministry-flag: vien-tram-1; ministry-flag: vien-tram-2"
UNSETTLED_CUSTOMS: Final = "head: hai-quan-khai-3; deputy: hai-quan-khai-4; ? award:sector-flag:undefined"
UNRULED_COURTS: Final = (
    "without rule: award:court-flag:noi-gioi-thieu:tinh-hoa-thuong:over-quota; "
    "without rule: award:government-flag:undefined"
)


# What is changed in the rules of a case, and what comes of it.
RULES: Final[dict[str, tuple[str, Rules, str]]] = {
    "science: more than two thirds present": (SCIENCE, strict_conditions, "condition-unmet"),
    "science: the absent do not vote": (SCIENCE, absent("excluded"), "ballots-above-voters"),
    "science: the absent vote in writing": (SCIENCE, absent("written"), "ballots-above-voters"),
    "science: not the highest votes down": (SCIENCE, over_quota("ministry-flag", "phieu-chu-tri"), "act-among"),
    "science: no vote of the chair": (
        SCIENCE,
        over_quota("ministry-flag", "phieu-cao-hon"),
        f"{FLAGS_OF_SCIENCE}; ministry-flag: vien-tram-4; without rule: award:ministry-flag:over-quota",
    ),
    "courts: more than two thirds": (COURTS, turned("court-flag"), "act-among"),
    "courts: two thirds of the ballots": (
        COURTS,
        ballot("court-flag", base="ballots"),
        "court-flag: toa-tinh-thuong; ? award:court-flag:noi-gioi-thieu:tinh-hoa-thuong:over-quota; ? head; ? deputy",
    ),
    "courts: one ballot": (COURTS, ballot("court-flag", rounds=1), "choice-requires"),
    "courts: head and deputy do not decide": (COURTS, first_step_only, "act-not-asked"),
    "courts: any number of a province": (COURTS, award("court-flag", at_most=None), "act-among"),
    "courts: any number of a province in 2024": (COURTS_2024, award("court-flag", at_most=None), "act-not-asked-near"),
    "courts: nothing is on hold in 2024": (
        COURTS_2024,
        without_gates,
        "unknown-fact",
    ),
    "procuracy: more than 80 %": (PROCURACY, turned("sector-flag"), "head: vien-ngan-3; deputy: vien-ngan-4"),
    "procuracy: three of five": (
        PROCURACY,
        ballot("sector-flag", at_least=Fraction(3, 5)),
        "sector-flag: vien-ngan-1; sector-flag: vien-ngan-3; head: vien-ngan-3; deputy: vien-ngan-4",
    ),
    "procuracy: nobody is barred": (PROCURACY, headship(bars=()), "unknown-fact"),
    "audit: at least half": (AUDIT, turned("sector-flag"), "sector-flag: doan-lo-1; sector-flag: doan-lo-2"),
    "audit: more than half of those present": (
        AUDIT,
        ballot("sector-flag", base="present"),
        "sector-flag: doan-lo-1; sector-flag: doan-lo-2",
    ),
    "audit: more than half of the ballots": (
        AUDIT,
        ballot("sector-flag", base="ballots"),
        "sector-flag: doan-lo-1; sector-flag: doan-lo-2",
    ),
    "education: more than two thirds present": (EDUCATION, strict_conditions, "condition-unmet"),
    "education: 70 % of all members": (
        EDUCATION,
        ballot("ministry-flag", base="members"),
        "head: so-vien-4; deputy: so-vien-5",
    ),
    "education: 70 % of those present": (
        EDUCATION,
        ballot("ministry-flag", base="present"),
        "ministry-flag: so-vien-1; ministry-flag: so-vien-2; head: so-vien-4; deputy: so-vien-5",
    ),
    "education: the absent are not heard": (EDUCATION, absent("excluded"), "ballots-above-voters"),
    "education: the members elect the head": (EDUCATION, headship(by="elected", asks="members"), "act-decided-by"),
    "justice: a head of any type": (JUSTICE, headship(type=None), SAME[JUSTICE]),
    "justice: one deputy": (
        JUSTICE,
        headship(deputies=(Seat("pho-so-tu-phap", "so-tu-phap"),)),
        "act-not-asked",
    ),
    "justice: an enforcement office leads": (JUSTICE, headship(type="thi-hanh-an"), "choice-type"),
    "customs: no preference for women": (CUSTOMS, without_ties, UNSETTLED_CUSTOMS),
    "customs: the members elect": (CUSTOMS, headship(asks="members"), "act-decided-by"),
}

# What is changed in the year of a case, and what comes of it.
YEARS: Final[dict[str, tuple[str, Year, str]]] = {
    "science: three of six present": (SCIENCE, meeting(present=3, proxies=3), "condition-unmet"),
    "science: the chair voted for the other": (
        SCIENCE,
        says("award:ministry-flag:over-quota", choice=("vien-tram-3",)),
        f"{FLAGS_OF_SCIENCE}; ministry-flag: vien-tram-3",
    ),
    "science: the chair voted for both": (
        SCIENCE,
        says("award:ministry-flag:over-quota", choice=("vien-tram-3", "vien-tram-4")),
        f"{FLAGS_OF_SCIENCE}; ? award:ministry-flag:over-quota:2",
    ),
    "courts: head and deputy choose a second district of a province": (
        COURTS,
        says("award:court-flag:cum-truong-cum-pho", choice=("toa-huyen-ghenh",)),
        "choice-parent-full",
    ),
    "courts: the council decides in the place of head and deputy": (
        COURTS,
        says("award:court-flag:cum-truong-cum-pho", decided_by="council"),
        "act-decided-by",
    ),
    "courts: the Government flag for a court without the court flag": (
        COURTS,
        says("award:government-flag:undefined", choice=("toa-tinh-ha",)),
        "choice-requires",
    ),
    "courts: the other district of the province in 2024": (
        COURTS_2024,
        says("award:court-flag:noi-gioi-thieu:tinh-hoa-thuong:over-quota", choice=("toa-huyen-thac",)),
        "court-flag: toa-huyen-thac; court-flag: toa-tinh-ha held; government-flag: toa-tinh-ha held; "
        + UNRULED_COURTS,
    ),
    "courts: nothing is on hold in 2024": (
        COURTS_2024,
        facts(under_complaint=()),
        f"court-flag: toa-huyen-ghenh; court-flag: toa-tinh-ha; government-flag: toa-tinh-ha; {UNRULED_COURTS}",
    ),
    "procuracy: everybody was considered the year before": (
        PROCURACY,
        facts(not_considered_the_year_before=()),
        "sector-flag: vien-ngan-3; head: vien-ngan-2; deputy: vien-ngan-4",
    ),
    "procuracy: all three ballots of a cluster of five": (
        PROCURACY,
        says(
            "award:sector-flag:bo-phieu", ballots=3, votes=Table({f"vien-ngan-{n}": 3 * (n == 3) for n in range(1, 6)})
        ),
        "head: vien-ngan-3; deputy: vien-ngan-4",
    ),
    "procuracy: a barred deputy": (PROCURACY, says("deputy", choice=("vien-ngan-2",)), "choice-barred"),
    "education: three of six present": (EDUCATION, meeting(present=3, consulted=2), "condition-unmet"),
    "education: two flags of one cluster": (
        EDUCATION_2020,
        says("award:ministry-flag:undefined", choice=("so-vien-1", "so-vien-2")),
        "act-too-many",
    ),
    "justice: an enforcement office as head": (JUSTICE, says("head", choice=("thi-hanh-an-tung-2",)), "choice-type"),
    "justice: a department in the seat of an enforcement office": (
        JUSTICE,
        says("deputy:pho-thi-hanh-an", choice=("so-tung-1",)),
        "choice-type",
    ),
    "customs: less than 70 % women": (CUSTOMS, women("hai-quan-khai-2", 6), UNSETTLED_CUSTOMS),
    "rubber: four units": (RUBBER, leaves("nong-truong-da-5"), "quota-no-row"),
}


@pytest.mark.parametrize(("name", "rules", "due"), RULES.values(), ids=RULES)
def test_another_rule_gives_another_outcome(name: str, rules: Rules, due: str) -> None:
    assert due == told(name, rules)


@pytest.mark.parametrize(("name", "year", "due"), YEARS.values(), ids=YEARS)
def test_another_year_gives_what_the_rule_says(name: str, year: Year, due: str) -> None:
    assert due == told(name, year=year)
