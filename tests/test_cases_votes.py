"""The cases of votes lie just on their thresholds: another threshold, base, bound or chain gives another outcome."""

from collections.abc import Callable
from typing import Any, Final, get_args

import pytest
from attrs import evolve
from cases import CASES, case

from emulrules import Ruleset, SeasonError, decide
from emulrules.model.award import Award, VoteBase

Change = Callable[[Ruleset], Ruleset]

NAMES: Final = [path.stem for path in CASES if path.parents[1].name == "thanh-bach-clusters"]


def award(id_: str, change: Callable[[Award], Award]) -> Change:
    return lambda rules: evolve(rules, awards=tuple(change(each) if each.id == id_ else each for each in rules.awards))


def ballot(id_: str, **parts: Any) -> Change:
    """Another rule for the ballot that is the first step of the award's chain."""
    return award(id_, lambda each: evolve(each, choose=(evolve(each.choose[0], **parts), *each.choose[1:])))


def turned(id_: str) -> Change:
    """More than the share in the place of at least it, or the other way round."""

    def change(each: Award) -> Award:
        first, *rest = each.choose
        return evolve(each, choose=(evolve(first, at_least=first.more_than, more_than=first.at_least), *rest))

    return award(id_, change)


def absent(how: Any) -> Change:
    return lambda rules: evolve(rules, voting=None if rules.voting is None else evolve(rules.voting, absent=how))


def stricter(rules: Ruleset) -> Ruleset:
    """Each condition demands more than its share."""
    return evolve(
        rules, conditions=tuple(evolve(each, at_least=None, more_than=each.at_least) for each in rules.conditions)
    )


def of_those_present(rules: Ruleset) -> Ruleset:
    return evolve(rules, conditions=tuple(evolve(each, what="present") for each in rules.conditions))


def over_quota(*steps: str) -> Change:
    """Only these steps for more units than slots."""
    return award(
        "sector-certificate",
        lambda each: evolve(each, over_quota=tuple(step for step in each.over_quota if step.id in steps)),
    )


def outcome(name: str, change: Change) -> str:
    """Who is proposed for each award and what is still asked, or why the year is refused."""
    season, rules, policy = case(name)
    try:
        decision = decide(season, change(rules), policy)
    except SeasonError as refused:
        return ", ".join(sorted({fault.code for fault in refused.faults}))
    told = {each.id: " ".join(a.unit for a in decision.awards if a.award == each.id) for each in rules.awards}
    parts = [f"{id_.removeprefix('sector-')}: {units}" for id_, units in told.items()]
    return "; ".join([*parts, *(f"? {question.id}" for question in decision.questions)])


SAME: Final[dict[str, str]] = {
    "2018-cum-vien": "flag: vien-1 vien-2; certificate: vien-3 vien-5",
    "2019-cum-vien": "flag: vien-1 vien-2; certificate: vien-3 vien-4",
    "2020-cum-phong": "flag: phong-1 phong-3; commendation: phong-2",
    "2021-cum-tram": "flag: tram-1",
    "2022-cum-doi": "flag: doi-1; commendation: doi-3",
    "2023-2024-cum-truong": "flag: truong-1",
    "2024-2025-cum-truong": "flag: truong-1",
    "2026-cum-ban": "flag: ban-1",
}

F, C, G = "sector-flag", "sector-certificate", "sector-commendation"

VIEN, TRUONG = ("2018-cum-vien", "2019-cum-vien"), ("2023-2024-cum-truong", "2024-2025-cum-truong")

# The cases of one ruleset, what is changed in it, and what comes of the cases that this changes.
CHANGED: Final[list[tuple[str, tuple[str, ...], Change, tuple[str, ...]]]] = [
    (
        "proxy: more than two thirds for the flag",
        VIEN,
        turned(F),
        ("flag: vien-1; certificate: vien-3 vien-5", "flag: vien-1; certificate: vien-3 vien-4"),
    ),
    *(
        (
            f"proxy: two thirds of {base}",
            VIEN,
            ballot(F, base=base),
            (
                "flag: vien-1 vien-2 vien-3; certificate: vien-3 vien-5",
                "flag: vien-1 vien-2 vien-3; certificate: vien-3 vien-4",
            ),
        )
        for base in ("present", "ballots", "present-or-consulted")
    ),
    ("proxy: more than two thirds for the certificate", VIEN, turned(C), ("act-not-asked", "act-not-asked")),
    ("proxy: no step by votes", VIEN, over_quota("phieu-chu-tri"), ("act-among", "act-among")),
    ("proxy: no vote of the chair", VIEN, over_quota("phieu-cao-hon"), (SAME["2018-cum-vien"], "act-too-many")),
    ("proxy: more than two thirds present", VIEN, stricter, ("condition-unmet", "condition-unmet")),
    ("proxy: absent members excluded", VIEN, absent("excluded"), ("ballots-above-voters", "ballots-above-voters")),
    ("proxy: absent members in writing", VIEN, absent("written"), ("ballots-above-voters", "ballots-above-voters")),
    ("rounds: more than two thirds", ("2020-cum-phong",), turned(F), ("act-among",)),
    ("rounds: two thirds of those present", ("2020-cum-phong",), ballot(F, base="present"), ("act-among",)),
    ("rounds: two thirds of ballots", ("2020-cum-phong",), ballot(F, base="ballots"), ("act-among",)),
    ("rounds: one", ("2020-cum-phong",), ballot(F, rounds=1), ("act-not-asked",)),
    (
        "rounds: three",
        ("2020-cum-phong",),
        ballot(F, rounds=3),
        ("flag: phong-1; commendation: phong-2; ? award:sector-flag:phieu-co:3",),
    ),
    (
        "rounds: at least half of those present",
        ("2020-cum-phong",),
        turned(G),
        ("flag: phong-1 phong-3; commendation: phong-2 phong-4",),
    ),
    (
        "rounds: more than half of ballots",
        ("2020-cum-phong",),
        ballot(G, base="ballots"),
        ("flag: phong-1 phong-3; commendation: phong-2 phong-4",),
    ),
    (
        "rounds: more than half of members",
        ("2020-cum-phong",),
        ballot(G, base="members"),
        ("flag: phong-1 phong-3; commendation: ",),
    ),
    ("rounds: absent members in writing", ("2020-cum-phong",), absent("written"), (SAME["2020-cum-phong"],)),
    ("units: more than 80 %", ("2021-cum-tram",), turned(F), ("flag: ",)),
    ("units: 80 % of the council", ("2021-cum-tram",), ballot(F, base="members"), ("flag: ",)),
    ("units: 80 % of ballots", ("2021-cum-tram",), ballot(F, base="ballots"), ("flag: ",)),
    ("units: the cluster votes", ("2021-cum-tram",), ballot(F, asks="members"), ("act-decided-by",)),
    ("half: at least", ("2022-cum-doi",), turned(F), ("flag: doi-1 doi-2; commendation: doi-3",)),
    ("half: of units", ("2022-cum-doi",), ballot(F, base="units"), ("flag: doi-1 doi-2; commendation: doi-3",)),
    ("half: of ballots", ("2022-cum-doi",), ballot(F, base="ballots"), ("flag: doi-1 doi-2; commendation: doi-3",)),
    ("half of ballots: at least", ("2022-cum-doi",), turned(G), ("flag: doi-1; commendation: doi-3 doi-4",)),
    ("half of ballots: of members", ("2022-cum-doi",), ballot(G, base="members"), ("flag: doi-1; commendation: ",)),
    ("consulted: more than 70 %", TRUONG, turned(F), ("flag: ", "flag: ")),
    ("consulted: 70 % of members", TRUONG, ballot(F, base="members"), ("flag: ", "flag: ")),
    (
        "consulted: 70 % of those present",
        TRUONG,
        ballot(F, base="present"),
        ("flag: truong-1 truong-2", "flag: truong-1 truong-2"),
    ),
    (
        "consulted: 70 % of ballots",
        TRUONG,
        ballot(F, base="ballots"),
        (SAME["2023-2024-cum-truong"], "flag: truong-1 truong-2"),
    ),
    ("consulted: more than two thirds present", TRUONG, stricter, ("condition-unmet", "condition-unmet")),
    (
        "consulted: absent members excluded",
        TRUONG,
        absent("excluded"),
        ("ballots-above-voters", SAME["2024-2025-cum-truong"]),
    ),
    ("written: more than 80 %", ("2026-cum-ban",), turned(F), ("flag: ",)),
    ("written: 80 % of ballots", ("2026-cum-ban",), ballot(F, base="ballots"), ("flag: ban-1 ban-2",)),
    ("written: 80 % of those present", ("2026-cum-ban",), ballot(F, base="present"), ("flag: ban-1 ban-2",)),
    ("written: more than 80 % taking part", ("2026-cum-ban",), stricter, ("condition-unmet-taking-part",)),
    ("written: those present count", ("2026-cum-ban",), of_those_present, ("condition-unmet",)),
    ("written: absent members excluded", ("2026-cum-ban",), absent("excluded"), ("condition-unmet-taking-part",)),
    (
        "written: absent members by proxy",
        ("2026-cum-ban",),
        absent("proxy"),
        ("flag: ban-1; ? fact:meeting:proxies",),
    ),
]


def unchanged(rules: Ruleset) -> Ruleset:
    return rules


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_out_as_its_file_says(name: str) -> None:
    assert SAME[name] == outcome(name, unchanged)


@pytest.mark.parametrize(("names", "change", "due"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_another_rule_gives_another_outcome(names: tuple[str, ...], change: Change, due: tuple[str, ...]) -> None:
    assert due == tuple(outcome(name, change) for name in names)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_on_votes_is_reached_in_its_case(name: str) -> None:
    """Every ballot, condition, rule on absent members and step over the quota stands in a step of the decision."""
    season, rules, policy = case(name)
    reached = {step.rule for step in decide(season, rules, policy).steps}
    due = {each.part("choose", step).path for each in rules.awards for step in each.choose}
    due |= {each.part("over_quota", step).path for each in rules.awards for step in each.over_quota}
    due |= {each.rule.path for each in rules.conditions}
    due |= set() if rules.voting is None else {rules.voting.rule.path}
    assert set() == due - reached


def test_every_kind_of_vote_has_a_case() -> None:
    ballots = [step for name in NAMES for each in case(name)[1].awards for step in each.choose if step.by == "ballot"]
    assert set(get_args(VoteBase)) == {step.base for step in ballots}
    assert {"written", "proxy", "excluded", None} == {getattr(case(name)[1].voting, "absent", None) for name in NAMES}
    assert {"present", "taking-part"} == {each.what for name in NAMES for each in case(name)[1].conditions}
    assert {"members", "council"} == {step.asks for step in ballots}
    over = {step.by for path in CASES for each in case(path.stem)[1].awards for step in each.over_quota}
    assert {"votes", "chair-vote", "decision"} == over
    assert {(True, False), (False, True)} == {(step.at_least is None, step.more_than is None) for step in ballots}
    assert 2 in {step.rounds for step in ballots}
