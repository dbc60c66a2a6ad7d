"""The shipped sittings turn on their rules: what each grants, by hand, and what another rule or fact gives."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from building import exact
from cases import RULESETS
from reviewing import became

from emulrules import EmulrulesError, Ruleset, Sitting, load_ruleset, review
from emulrules.files.council import read_cited, read_council
from emulrules.model.award import PerParent
from emulrules.model.decision import Decision
from emulrules.model.table import Table

Rules = Callable[[Ruleset], Ruleset]
Year = Callable[[Sitting], Sitting]

QUALIFIED, LEADERS, VOTED = (f"may-trang-blocs/councils/{year}-hoi-dong-tinh" for year in (2022, 2023, 2024))
RUBBER: Final = "da-vuong-rubber/councils/2016-hoi-dong"
GOVERNMENT, FLAG = "government-flag", "province-flag"


def same(given: Any) -> Any:
    return given


def sat(name: str, rules: Rules = same, year: Year = same) -> Decision:
    """The decision of a sitting under changed rules, of a changed year."""
    document = read_council(RULESETS / f"{name}.toml")
    ruleset = load_ruleset(document.value.as_season, rulesets=[RULESETS])
    return review(read_cited(document), rules(ruleset), year(document.value))


def told(name: str, award: str, rules: Rules = same, year: Year = same) -> dict[str, str] | list[str]:
    """What becomes of each unit, or what is asked, or for what it is refused."""
    try:
        decision = sat(name, rules, year)
    except EmulrulesError as refused:
        return [fault.code for fault in refused.faults]
    return [question.id for question in decision.questions] or {
        unit.removeprefix("don-vi-").removeprefix("nong-truong-"): state
        for unit, state in became(decision, award).items()
    }


def limit(id_: str, **parts: Any) -> Rules:
    return lambda rules: evolve(
        rules, limits=tuple(evolve(each, **parts) if each.id == id_ else each for each in rules.limits)
    )


def ballot(award: str, **parts: Any) -> Rules:
    """Another rule for the ballot on an award."""
    return lambda rules: evolve(
        rules,
        reviews=tuple(
            evolve(each, choose=tuple(evolve(step, **parts) for step in each.choose)) if each.id == award else each
            for each in rules.reviews
        ),
    )


def whatever_was_granted(rules: Ruleset) -> Ruleset:
    return evolve(rules, reviews=tuple(evolve(each, requires=()) for each in rules.reviews))


def without_fact(fact: str) -> Year:
    return lambda sitting: evolve(
        sitting, facts=Table({key: units for key, units in sitting.facts.items() if key != fact})
    )


def fact(name: str, *units: str) -> Year:
    return lambda sitting: evolve(sitting, facts=Table({**sitting.facts, name: tuple(f"don-vi-{u}" for u in units)}))


NATIONAL: Final = "han-muc-co-chinh-phu"
LED: Final = dict.fromkeys(("bien1", "cau1", "dong1", "ghenh1", "may1", "nui1"), "limit")

GRANTED: Final[list[tuple[str, str, dict[str, str]]]] = [
    (QUALIFIED, GOVERNMENT, {"may1": "limit", "nui1": "raised", "song1": "raised"}),
    (QUALIFIED, FLAG, dict.fromkeys(("may1", "nui1", "song1"), "granted")),
    (LEADERS, GOVERNMENT, {**LED, "bai1": "requires", "dao1": "raised", "rung1": "held", "song1": "raised"}),
    (LEADERS, FLAG, {**dict.fromkeys((*LED, "dao1", "song1"), "granted"), "bai1": "votes", "rung1": "held"}),
    (VOTED, GOVERNMENT, {"may1": "raised", "nui1": "votes"}),
    (VOTED, FLAG, {"may1": "granted", "may2": "votes", "nui1": "granted", "nui2": "granted"}),
    (RUBBER, "first-flag", {"cuoi-1": "granted", "da-1": "parent"}),
    (RUBBER, "second-flag", {"cuoi-2": "granted", "cuoi-4": "parent", "da-2": "granted", "da-3": "granted"}),
    (
        RUBBER,
        "certificate",
        {**dict.fromkeys(("cuoi-3", "cuoi-5", "da-4", "da-6"), "granted"), "cuoi-6": "parent", "da-5": "parent"},
    ),
]


@pytest.mark.parametrize(("name", "award", "due"), GRANTED, ids=[f"{name} {award}" for name, award, _ in GRANTED])
def test_a_sitting_grants_what_its_file_says(name: str, award: str, due: dict[str, str]) -> None:
    assert due == told(name, award)


RULES: Final[dict[str, tuple[str, str, Rules, dict[str, str] | list[str]]]] = {
    # 91/2017/NĐ-CP Art. 11: a fifth of 9 is 1; of the same 9, two ninths are 2, so that nothing is left to choose.
    "two ninths of those who qualify": (
        QUALIFIED,
        GOVERNMENT,
        limit(NATIONAL, at_most=exact("2/9")),
        ["act-not-asked"],
    ),
    "the base is who leads": (QUALIFIED, GOVERNMENT, limit(NATIONAL, base="leaders"), ["unknown-fact"]),
    "the base is who qualifies": (
        LEADERS,
        GOVERNMENT,
        limit(NATIONAL, base="flag-qualified"),
        ["fact:flag-qualified"],
    ),
    "19 % of those who lead": (LEADERS, GOVERNMENT, limit(NATIONAL, at_most=exact("19%")), ["act-too-many"]),
    "more than 80 % of the council": (
        LEADERS,
        FLAG,
        ballot(FLAG, at_least=None, more_than=exact("80%")),
        {**dict.fromkeys((*LED, "dao1", "song1"), "granted"), "bai1": "votes", "bien1": "votes", "rung1": "held"},
    ),
    "no other flag is needed": (
        LEADERS,
        GOVERNMENT,
        whatever_was_granted,
        {**LED, "bai1": "limit", "dao1": "raised", "rung1": "held", "song1": "raised"},
    ),
    # 98/2023/NĐ-CP Art. 30(7): of all members, so that 7 of the 8 who voted are too few, and 8 of 10 enough.
    "80 % of the ballots": (
        VOTED,
        FLAG,
        ballot(FLAG, base="ballots"),
        dict.fromkeys(("may1", "may2", "nui1", "nui2"), "granted"),
    ),
    "more than 80 % of all members": (
        VOTED,
        GOVERNMENT,
        ballot(GOVERNMENT, at_least=None, more_than=exact("80%")),
        dict.fromkeys(("may1", "nui1"), "votes"),
    ),
    # 138/QĐ-CSVN: the numbers are those of a company over all its blocs; with one more, everybody would fit.
    "two of the first flag": (
        RUBBER,
        "first-flag",
        limit("mot-co-moi-cong-ty", per_parent=PerParent(2, "company")),
        ["act-not-asked"],
    ),
    "three of the second flag": (
        RUBBER,
        "second-flag",
        limit("hai-co-moi-cong-ty", per_parent=PerParent(3, "company")),
        ["act-not-asked"],
    ),
    "two certificates": (
        RUBBER,
        "certificate",
        limit("ba-bang-khen-moi-cong-ty", per_parent=PerParent(2, "company")),
        ["act-too-many-within"],
    ),
}

YEARS: Final[dict[str, tuple[str, str, Year, dict[str, str] | list[str]]]] = {
    "a leader of the Central Council's cluster is counted as any other": (
        QUALIFIED,
        GOVERNMENT,
        fact("central-cluster-leader"),
        {"may1": "limit", "nui1": "raised", "song1": "limit"},
    ),
    "four qualify, a fifth of which is none": (
        QUALIFIED,
        GOVERNMENT,
        fact("flag-qualified", "may1", "may2", "nui1", "song1"),
        ["act-not-asked"],
    ),
    "the minutes do not name who leads the bloc without points": (
        LEADERS,
        GOVERNMENT,
        without_fact("cluster-leader"),
        ["fact:cluster-leader"],
    ),
    "the minutes name another leader than the bloc's points": (
        LEADERS,
        GOVERNMENT,
        fact("cluster-leader", "cau1", "may2"),
        ["review-leader-differs"],
    ),
}


@pytest.mark.parametrize(("name", "award", "rules", "due"), RULES.values(), ids=RULES)
def test_another_rule_gives_another_outcome(
    name: str, award: str, rules: Rules, due: dict[str, str] | list[str]
) -> None:
    assert due == told(name, award, rules)


@pytest.mark.parametrize(("name", "award", "year", "due"), YEARS.values(), ids=YEARS)
def test_another_fact_gives_what_the_rule_says(
    name: str, award: str, year: Year, due: dict[str, str] | list[str]
) -> None:
    assert due == told(name, award, year=year)


def test_the_council_votes_under_the_national_rules_alone() -> None:
    cited = {step.basis for step in sat(VOTED).steps if step.step in {"grant", "cut"}}
    vote = "98/2023/NĐ-CP Điều 30 khoản 7"
    # That the Government flag goes on from here follows from where its dossier goes (Art. 32 and 34).
    assert {(vote,), (vote, "98/2023/NĐ-CP Điều 32", "98/2023/NĐ-CP Điều 34")} == cited
