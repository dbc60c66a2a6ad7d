"""The shipped cases: what was reported comes out, byte for byte, in any order of rows and with any acts left out."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import council_cases
import ministry_cases
import pytest
from attrs import evolve
from cases import CASES, RULESETS, case, decided
from every import of_every
from province_cases import OUTCOMES as PROVINCES
from quota_cases import OUTCOMES as QUOTAS
from succession_cases import OUTCOMES as SUCCESSIONS

from emulrules import (
    Act,
    PluginError,
    Ruleset,
    Season,
    SeasonError,
    decide,
    load_ruleset,
    load_season,
    to_json,
)
from emulrules.files.record import record_bytes
from emulrules.model.headship import Bar
from emulrules.model.season import Outgoing, UnitEntry
from emulrules.model.table import Table
from emulrules.testing.later import UNASKED
from emulrules.verdicts import examine

K = TypeVar("K")
V = TypeVar("V")
NAMES = [path.stem for path in CASES]

STATUS = {
    **council_cases.STATUS,
    **ministry_cases.STATUS,
    **{f"{year}-khoi-khe": ("complete", ()) for year in (2021, 2022)},
    **{f"{year}-ho-sen": ("complete", ()) for year in (*range(2011, 2017), *range(2018, 2024))},
    "2017-ho-sen": ("pending", ("place:1:undefined",)),
    **dict.fromkeys(QUOTAS, ("complete", ())),
    **{name: ("pending" if year.asked else "complete", year.asked) for name, year in PROVINCES.items()},
    **{name: ("pending" if asked else "complete", asked) for name, (_, _, asked) in SUCCESSIONS.items()},
    "2020-cluster-ii": ("complete", ()),
    "2021-cluster-8": ("complete", ()),
    "2021-culture-social": ("complete", ()),
    "2022-cluster-5": ("pending", ("deputy",)),
    "2022-science-culture-society": (
        "pending",
        (
            "quota:province-flag",
            "award:province-flag:binh-xet",
            "quota:province-certificate",
            "award:province-certificate:binh-xet",
            "head",
            "deputy",
        ),
    ),
    "2022-van-hoa-xa-hoi": ("pending", ("deputy",)),
    "2021-cum-chi-dinh": ("complete", ()),
    "2021-cum-ke-nhiem": ("complete", ()),
    "2021-cum-luan-phien": ("complete", ()),
    "2022-cum-luan-phien": ("complete", ()),
    "2023-cum-luan-phien": ("complete", ()),
    "2024-cum-luan-phien": ("complete", ()),
    "2021-cum-suy-ton": ("complete", ()),
    "2024-khoi-huyen": ("complete", ()),
    "2022-cong-va-tru": ("complete", ()),
    "2022-da-co-khen-thuong": ("complete", ()),
    "2022-diem-tru": ("complete", ()),
    "2022-doi-theo-so-luong": ("complete", ()),
    "2022-doi-theo-ty-le": ("complete", ()),
    "2022-lam-tron-tong-diem": ("complete", ()),
    "2022-vuot-ke-hoach": ("complete", ()),
    "2018-cum-vien": ("complete", ()),
    "2019-cum-vien": ("complete", ()),
    "2020-cum-phong": ("complete", ()),
    "2021-cum-tram": ("complete", ()),
    "2022-cum-doi": ("complete", ()),
    "2023-2024-cum-truong": ("complete", ()),
    "2024-2025-cum-truong": ("complete", ()),
    "2026-cum-ban": ("complete", ()),
    "2020-khoi-huyen": ("complete", ()),
    "2020-khoi-so": ("complete", ()),
    "2021-khoi-huyen": ("complete", ()),
    "2021-khoi-so": ("complete", ()),
    "2022-khoi-so": ("complete", ()),
    "2023-khoi-so": ("complete", ()),
    "2024-khoi-xa": ("complete", ()),
    "2023-2024-cum-lop": ("complete", ()),
    "2024-2025-cum-lop": ("complete", ()),
    **{f"{year}-cum-suoi": ("complete", ()) for year in range(2021, 2026)},
}

# The flag of each year of the invented cluster that reaches every order and every step of a tie.
FLAGS = {
    2011: "so-bai-boi",
    2012: "so-bai-boi",
    2013: "so-ao-sen",
    2014: "so-bai-boi",
    2015: "so-ao-sen",
    2016: "so-bai-boi",
    2018: "so-ao-sen",
    2019: "so-con-noi",
    2020: "so-bai-boi",
    2021: "so-dam-lay",
    2022: "so-bai-boi",
    2023: "so-bai-boi",
}

PROPOSED = {
    **council_cases.PROPOSED,
    **ministry_cases.PROPOSED,
    **{
        f"{year}-khoi-khe": {
            ("province-flag", "phong-may", "proposed"),
            ("government-flag", "phong-may", "proposed"),
            ("province-certificate", "phong-lau", "proposed"),
        }
        for year in (2021, 2022)
    },
    **{f"{year}-ho-sen": {("province-flag", unit, "proposed")} for year, unit in FLAGS.items()},
    "2017-ho-sen": set(),
    **{name: {(award, unit, "proposed") for award, unit in won} for name, won in QUOTAS.items()},
    **{name: {(award, unit, "proposed") for award, unit in year.awards} for name, year in PROVINCES.items()},
    **{name: {(award, unit, "proposed") for award, unit in won} for name, (won, _, _) in SUCCESSIONS.items()},
    "2020-cluster-ii": {
        ("province-flag", "so-cong-thuong", "proposed"),
        ("province-certificate", "so-khoa-hoc-cong-nghe", "proposed"),
        ("province-certificate", "so-xay-dung", "proposed"),
    },
    "2021-cluster-8": {
        ("ministry-flag", "long-an", "proposed"),
        ("ministry-flag", "hau-giang", "proposed"),
        ("ministry-certificate", "tien-giang", "proposed"),
        ("ministry-certificate", "ben-tre", "proposed"),
    },
    "2021-culture-social": {
        ("government-flag", "so-van-hoa-the-thao-du-lich", "proposed"),
        ("province-flag", "dai-phat-thanh-truyen-hinh", "proposed"),
        ("province-certificate", "so-thong-tin-truyen-thong", "proposed"),
    },
    "2022-cluster-5": {
        ("ministry-flag", "quang-binh", "proposed"),
        ("ministry-certificate", "nghe-an", "proposed"),
        ("ministry-certificate", "quang-tri", "proposed"),
    },
    "2022-science-culture-society": set(),
    "2022-van-hoa-xa-hoi": {
        ("province-flag", "bao-hiem-xa-hoi", "held"),
        ("province-certificate", "so-y-te", "proposed"),
        ("province-certificate", "so-van-hoa", "proposed"),
    },
    "2021-cum-chi-dinh": set(),
    "2021-cum-ke-nhiem": set(),
    "2021-cum-luan-phien": set(),
    "2022-cum-luan-phien": set(),
    "2023-cum-luan-phien": set(),
    "2024-cum-luan-phien": set(),
    "2021-cum-suy-ton": set(),
    "2024-khoi-huyen": {
        ("province-flag", "huyen-bac", "cancelled"),
        ("province-flag", "huyen-dong", "proposed"),
        ("province-flag", "huyen-nam", "proposed"),
        ("government-flag", "huyen-bac", "cancelled"),
        ("province-certificate", "huyen-ha", "proposed"),
        ("province-certificate", "huyen-nam", "yielded"),
        ("province-certificate", "huyen-tay", "refused"),
    },
    "2022-cong-va-tru": {("province-flag", f"don-vi-ct{n}", "proposed") for n in range(1, 7)},
    "2022-da-co-khen-thuong": {("province-flag", f"don-vi-kt{n}", "proposed") for n in range(1, 4)},
    "2022-diem-tru": {("province-flag", f"don-vi-dt{n}", "proposed") for n in range(1, 6)},
    "2022-doi-theo-so-luong": {("province-flag", f"don-vi-sl{n}", "proposed") for n in range(1, 9)},
    "2022-doi-theo-ty-le": {("province-flag", f"don-vi-tl{n}", "proposed") for n in range(1, 10)},
    "2022-lam-tron-tong-diem": {("province-flag", f"don-vi-lt{n}", "proposed") for n in range(1, 4)},
    "2022-vuot-ke-hoach": {("province-flag", f"don-vi-vk{n}", "proposed") for n in range(1, 6)},
    "2020-khoi-huyen": {("province-flag", "huyen-thuong", "proposed")},
    "2020-khoi-so": {("province-flag", "so-gio", "proposed")},
    "2021-khoi-huyen": {("province-flag", "huyen-thuong", "proposed")},
    "2021-khoi-so": {("province-flag", "so-gio", "proposed")},
    "2022-khoi-so": {("province-flag", "so-may", "proposed")},
    "2023-khoi-so": {("province-flag", "so-may", "proposed")},
    "2024-khoi-xa": {("province-flag", "xa-dong", "proposed")},
    "2023-2024-cum-lop": {
        ("excellent-collective", "truong-ban-mai", "proposed"),
        ("excellent-collective", "truong-dat-do", "proposed"),
        ("province-certificate", "truong-ban-mai", "proposed"),
        ("province-certificate", "truong-dat-do", "proposed"),
        ("province-certificate", "truong-suoi-can", "proposed"),
    },
    "2024-2025-cum-lop": {
        ("excellent-collective", "truong-ban-mai", "proposed"),
        ("excellent-collective", "truong-nuong-ngo", "proposed"),
        ("province-certificate", "truong-ban-mai", "proposed"),
        ("province-certificate", "truong-dat-do", "proposed"),
    },
    "2021-cum-suoi": {("province-flag", "huyen-dau-nguon", "proposed")},
    "2022-cum-suoi": {(award, "huyen-dau-nguon", "proposed") for award in ("province-flag", "government-flag")},
    "2023-cum-suoi": {("province-flag", "huyen-ghenh", "proposed")},
    "2024-cum-suoi": {(award, "huyen-ghenh-doi", "proposed") for award in ("province-flag", "government-flag")},
    "2025-cum-suoi": {(award, "huyen-ghenh-doi", "proposed") for award in ("province-flag", "government-flag")},
    "2018-cum-vien": {
        ("sector-flag", "vien-1", "proposed"),
        ("sector-flag", "vien-2", "proposed"),
        ("sector-certificate", "vien-3", "proposed"),
        ("sector-certificate", "vien-5", "proposed"),
    },
    "2019-cum-vien": {
        ("sector-flag", "vien-1", "proposed"),
        ("sector-flag", "vien-2", "proposed"),
        ("sector-certificate", "vien-3", "proposed"),
        ("sector-certificate", "vien-4", "proposed"),
    },
    "2020-cum-phong": {
        ("sector-flag", "phong-1", "proposed"),
        ("sector-flag", "phong-3", "proposed"),
        ("sector-commendation", "phong-2", "proposed"),
    },
    "2021-cum-tram": {("sector-flag", "tram-1", "proposed")},
    "2022-cum-doi": {("sector-flag", "doi-1", "proposed"), ("sector-commendation", "doi-3", "proposed")},
    "2023-2024-cum-truong": {("sector-flag", "truong-1", "proposed")},
    "2024-2025-cum-truong": {("sector-flag", "truong-1", "proposed")},
    "2026-cum-ban": {("sector-flag", "ban-1", "proposed")},
}

OFFICES = {
    **council_cases.OFFICES,
    **ministry_cases.OFFICES,
    **{f"{year}-khoi-khe": {("head", "phong-tre", "elected")} for year in (2021, 2022)},
    **{f"{year}-ho-sen": set() for year in range(2011, 2024)},
    **{name: set() for name in QUOTAS},
    **{name: year.offices for name, year in PROVINCES.items()},
    **{name: offices for name, (_, offices, _) in SUCCESSIONS.items()},
    "2020-cluster-ii": {
        ("head", "so-tai-nguyen-moi-truong", "elected"),
        ("deputy", "so-giao-thong-van-tai", "elected"),
    },
    "2021-cluster-8": {("head", "dong-thap", "elected"), ("deputy", "vinh-long", "elected")},
    "2021-culture-social": {("head", "so-lao-dong-thuong-binh-xa-hoi", "handed-over")},
    "2022-cluster-5": {("head", "quang-tri", "elected")},
    "2022-science-culture-society": set(),
    "2022-van-hoa-xa-hoi": {("head", "so-y-te", "elected")},
    "2021-cum-chi-dinh": {
        ("head", "huyen-thuong", "appointed"),
        ("deputy", "huyen-ha", "appointed"),
        ("deputy", "huyen-dong", "appointed"),
    },
    "2021-cum-ke-nhiem": {("head", "huyen-ha", "moved-up"), ("deputy", "huyen-tay", "elected")},
    "2021-cum-luan-phien": {("head", "huyen-ha", "turn"), ("deputy", "huyen-dong", "elected")},
    "2023-cum-luan-phien": {("head", "huyen-trung", "turn")},
    "2024-cum-luan-phien": {("head", "huyen-dong", "recognised")},
    "2022-cum-luan-phien": {("head", "huyen-tay", "elected"), ("deputy", "huyen-thuong", "elected")},
    "2021-cum-suy-ton": {("head", "huyen-tay", "acclaimed")},
    "2024-khoi-huyen": set(),
    "2022-cong-va-tru": set(),
    "2022-da-co-khen-thuong": set(),
    "2022-diem-tru": set(),
    "2022-doi-theo-so-luong": set(),
    "2022-doi-theo-ty-le": set(),
    "2022-lam-tron-tong-diem": set(),
    "2022-vuot-ke-hoach": set(),
    "2020-khoi-huyen": set(),
    "2020-khoi-so": set(),
    "2021-khoi-huyen": set(),
    "2021-khoi-so": set(),
    "2022-khoi-so": set(),
    "2023-khoi-so": set(),
    "2024-khoi-xa": set(),
    "2023-2024-cum-lop": set(),
    "2024-2025-cum-lop": set(),
    "2021-cum-suoi": {("head", "huyen-dau-nguon", "turn"), ("deputy", "huyen-doi-chan", "elected")},
    "2022-cum-suoi": {("head", "huyen-doi-chan", "turn"), ("deputy", "huyen-doi-dinh", "elected")},
    "2023-cum-suoi": {("head", "huyen-ghenh", "turn"), ("deputy", "huyen-dau-nguon", "elected")},
    "2024-cum-suoi": {("head", "huyen-doi-dinh", "turn")},
    "2025-cum-suoi": {("head", "huyen-ghenh-doi", "turn")},
    "2018-cum-vien": set(),
    "2019-cum-vien": set(),
    "2020-cum-phong": set(),
    "2021-cum-tram": set(),
    "2022-cum-doi": set(),
    "2023-2024-cum-truong": set(),
    "2024-2025-cum-truong": set(),
    "2026-cum-ban": set(),
}


def test_every_shipped_case_is_expected_here() -> None:
    assert set(STATUS) == set(PROPOSED) == set(OFFICES) == set(NAMES)


@of_every(NAMES, str)
def test_a_case_is_as_complete_as_its_report(name: str) -> None:
    decision = decided(name)
    status, asked = STATUS[name]
    assert status == decision.status
    assert asked == tuple(question.id for question in decision.questions)
    assert () == decision.waiting


@of_every(NAMES, str)
def test_a_case_proposes_what_was_reported(name: str) -> None:
    assert PROPOSED[name] == {(row.award, row.unit, row.state) for row in decided(name).awards}


@of_every(NAMES, str)
def test_a_case_fills_the_offices_that_were_reported(name: str) -> None:
    assert OFFICES[name] == {(row.office, row.unit, row.state) for row in decided(name).offices}


def test_the_example_ranks_as_its_file_says() -> None:
    rows = [(row.unit, row.place, str(row.total)) for row in decided("2022-van-hoa-xa-hoi").standings]
    expected = [
        ("bao-hiem-xa-hoi", 1, "950"),
        ("so-y-te", 2, "922"),
        ("so-giao-duc", 3, "922"),
        ("so-van-hoa", 4, "900"),
        ("so-lao-dong", 5, "1621/2"),
        ("dai-phat-thanh-truyen-hinh", 6, "800"),
    ]
    assert expected == rows


@of_every(CASES, str)
def test_a_case_is_its_golden_decision_byte_for_byte(path: Path) -> None:
    assert path.with_suffix(".json").read_text(encoding="utf-8") == to_json(decided(path.stem))


def _turned(table: Mapping[K, V]) -> Table[K, V]:
    return Table(dict(reversed(list(table.items()))))


def _other_rows(season: Season) -> Season:
    """The same season with everything that has no order written the other way round."""
    return evolve(
        season,
        sources=_turned(season.sources),
        facts=Table({fact: tuple(reversed(units)) for fact, units in reversed(season.facts.items())}),
        units=_turned(season.units),
        criteria=season.criteria[::-1],
        scores=Table({id_: _turned(rows) for id_, rows in reversed(season.scores.items())}),
        successions=season.successions[::-1],
        acts=tuple(_other_act(act) for act in reversed(season.acts)),
    )


def _other_act(act: Act) -> Act:
    return evolve(
        act,
        choice=None if act.choice is None else act.choice[::-1],
        among=None if act.among is None else act.among[::-1],
        votes=None if act.votes is None else _turned(act.votes),
        places=None if act.places is None else _turned(act.places),
    )


def _other_rules(ruleset: Ruleset) -> Ruleset:
    clusters = {id_: evolve(c, members=c.members[::-1]) for id_, c in reversed(ruleset.clusters.items())}
    return evolve(
        ruleset,
        sources=_turned(ruleset.sources),
        clusters=Table(clusters),
        units=_turned(ruleset.units),
        tables=_turned(ruleset.tables),
        criteria=ruleset.criteria[::-1],
        gates=ruleset.gates[::-1],
        conditions=ruleset.conditions[::-1],
        limits=ruleset.limits[::-1],
        undefined=ruleset.undefined[::-1],
        rosters=ruleset.rosters[::-1],
        successions=ruleset.successions[::-1],
    )


@of_every(NAMES, str)
def test_the_order_of_rows_changes_no_byte(name: str) -> None:
    season, ruleset, policy = case(name)
    assert to_json(decide(season, ruleset, policy)) == to_json(
        decide(_other_rows(season), _other_rules(ruleset), policy)
    )


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_the_order_of_tables_in_the_file_changes_no_byte(path: Path, tmp_path: Path) -> None:
    head, *acts = path.read_text(encoding="utf-8").split("[[acts]]")
    shuffled = tmp_path / path.name
    shuffled.write_text(head + "".join("[[acts]]" + act.rstrip() + "\n\n" for act in reversed(acts)), encoding="utf-8")
    season = load_season(shuffled, records=[path.parent])
    decision = decide(season, load_ruleset(season, rulesets=[RULESETS]), case(path.stem)[2])
    assert path.with_suffix(".json").read_text(encoding="utf-8") == to_json(decision)


def _subsets(acts: Sequence[Act]) -> list[tuple[Act, ...]]:
    return [subset for size in range(1, len(acts) + 1) for subset in combinations(acts, size)]


@of_every(NAMES, str)
def test_any_acts_left_out_are_asked_for_and_nothing_else(name: str) -> None:
    season, ruleset, policy = case(name)
    acts = {act.question: act for act in season.acts}
    golden = to_json(decided(name))
    # Nobody is asked what became of a hold or an award: what is left out there is another year.
    for deleted in _subsets([act for act in season.acts if not act.question.startswith(UNASKED)]):
        kept = {question: act for question, act in acts.items() if act not in deleted}
        decision = decide(evolve(season, acts=tuple(kept.values())), ruleset, policy)
        assert "pending" == decision.status
        while now := {question.id for question in decision.questions} & (acts.keys() - kept.keys()):
            assert {question.id for question in decision.questions} <= {*STATUS[name][1], *acts}
            kept |= {question: acts[question] for question in now}
            decision = decide(evolve(season, acts=tuple(kept.values())), ruleset, policy)
        assert golden == to_json(decision), [act.question for act in deleted]


@of_every(NAMES, str)
def test_a_case_is_recomputed_from_its_record(name: str) -> None:
    verdict = examine(record_bytes(decided(name)))
    assert (0, "replay-matches") == (verdict.status, verdict.code)


CLUSTER = "2021-cluster-8"


def _altered(asked: str, /, **parts: Any) -> Season:
    """Cluster 8 with another answer to one question."""
    season = case(CLUSTER)[0]
    return evolve(season, acts=tuple(evolve(a, **parts) if a.question == asked else a for a in season.acts))


@pytest.mark.parametrize(
    ("season", "code"),
    [
        pytest.param(
            _altered("award:ministry-flag:binh-xet", choice=("long-an", "hau-giang", "ca-mau")),
            "act-too-many",
            id="a third flag",
        ),
        pytest.param(
            _altered("award:ministry-flag:binh-xet", choice=("long-an", "ha-noi")),
            "unit-of-other-cluster",
            id="a flag for an outsider",
        ),
        pytest.param(
            _altered("award:ministry-certificate:binh-xet", choice=("long-an", "ben-tre")),
            "choice-excluded",
            id="a certificate for a flag winner",
        ),
        pytest.param(_altered("deputy", choice=("dong-thap",)), "choice-head", id="the head as its own deputy"),
        pytest.param(_altered("head", question="head:2"), "act-not-asked-near", id="an act that nothing asked for"),
        pytest.param(_altered("head", decided_by="ministry"), "act-decided-by", id="a head chosen by others"),
        pytest.param(
            evolve(case(CLUSTER)[0], facts=Table({"under-complant": ("long-an",)})),
            "unknown-fact-near",
            id="a misspelt fact",
        ),
        pytest.param(
            evolve(case(CLUSTER)[0], outgoing=Outgoing("can-tho")), "unit-of-other-cluster", id="an outgoing outsider"
        ),
    ],
)
def test_an_altered_act_of_cluster_8_is_refused_with_the_reason(season: Season, code: str) -> None:
    _, ruleset, policy = case(CLUSTER)
    with pytest.raises(SeasonError) as refused:
        decide(season, ruleset, policy)
    assert [code] == [fault.code for fault in refused.value.faults]


def test_a_fact_holds_what_a_unit_of_cluster_8_wins() -> None:
    season, ruleset, policy = case(CLUSTER)
    held = decide(evolve(season, facts=Table({"under-complaint": ("long-an",)})), ruleset, policy)
    assert [("hau-giang", "proposed"), ("long-an", "held")] == [(row.unit, row.state) for row in held.awards][:2]


def test_a_unit_that_leaves_cluster_8_can_win_nothing() -> None:
    season, ruleset, policy = case(CLUSTER)
    left = Table({"long-an": UnitEntry(roster="leaves", source="tin")})
    with pytest.raises(SeasonError) as refused:
        decide(evolve(season, units=left), ruleset, policy)
    assert {"unknown-unit"} <= {fault.code.removesuffix("-near") for fault in refused.value.faults}


def test_a_bar_that_the_ministrys_policy_would_drop_is_refused() -> None:
    season, ruleset, policy = case(CLUSTER)
    assert ruleset.headship
    bar = Bar("khong-hai-nam", ("head",), ("giả định",), "assumed", who="outgoing")
    barred = evolve(ruleset, headship=evolve(ruleset.headship, bars=(bar,)))
    with pytest.raises(PluginError) as refused:
        decide(season, barred, policy)
    assert "plugin-bars-dropped" == refused.value.code
