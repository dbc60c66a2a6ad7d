"""The invented cases on points lie exactly where a rule decides: changing it changes those cases and no others."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from cases import CASES, case, decided

from emulrules import Ruleset, decide, to_json
from emulrules.model.criterion import HeldPoints, Rounding
from emulrules.model.exact import spell

NAMES = sorted(path.stem for path in CASES if path.parents[1].name == "vinh-hac-blocs")

RATIO, AMOUNT, ABOVE, NET, HELD = (
    "2022-doi-theo-ty-le",
    "2022-doi-theo-so-luong",
    "2022-vuot-ke-hoach",
    "2022-cong-va-tru",
    "2022-da-co-khen-thuong",
)
TOTAL, DEDUCTION = "2022-lam-tron-tong-diem", "2022-diem-tru"

# Under which criterion, what is changed, and the cases that turn on it.
CHANGES: list[tuple[str, dict[str, Any], set[str]]] = [
    ("thu-ngan-sach", {"leader": "amount"}, {RATIO}),
    ("thu-ngan-sach", {"at_plan": Fraction(49, 10)}, {RATIO}),
    ("thu-ngan-sach", {"no_target": "not-applicable"}, {RATIO}),
    ("thu-ngan-sach", {"rounding": None}, {RATIO}),
    ("thu-ngan-sach", {"rounding": Rounding("floor", 2)}, {RATIO}),
    ("thu-ngan-sach", {"rounding": Rounding("ceiling", 2)}, {RATIO}),
    ("thu-ngan-sach", {"rounding": Rounding("half-even", 2)}, {RATIO}),
    ("thu-ngan-sach", {"rounding": Rounding("half-up", 3)}, {RATIO}),
    ("du-an-hoan-thanh", {"leader": "ratio"}, {AMOUNT}),
    ("du-an-hoan-thanh", {"at_plan": Fraction(49, 10)}, {AMOUNT}),
    ("du-an-hoan-thanh", {"no_target": "own-group"}, {AMOUNT}),
    ("ho-so-dung-han", {"above_max": False}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"max": Fraction(201, 10)}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"rounding": None}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"rounding": Rounding("floor", 1)}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"rounding": Rounding("ceiling", 1)}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"rounding": Rounding("half-up", 1)}, {ABOVE}),
    ("cai-cach-hanh-chinh", {"rounding": Rounding("half-even", 2)}, {ABOVE}),
    ("sang-kien-va-nhac-nho", {"max": Fraction(81, 10)}, {NET}),
    ("sang-kien-va-nhac-nho", {"max": Fraction(79, 10)}, {NET}),
    ("sang-kien-va-nhac-nho", {"min": Fraction(-41, 10)}, {NET}),
    ("sang-kien-va-nhac-nho", {"min": Fraction(-39, 10)}, {NET}),
    ("sang-kien-va-nhac-nho", {"min": None}, {NET}),
    ("sang-kien-va-nhac-nho", {"each": Fraction(19, 10)}, {NET, ABOVE}),
    ("sang-kien-va-nhac-nho", {"each_minus": Fraction(-14, 10)}, {NET}),
    ("khen-thuong-da-co", {"max": Fraction(19)}, {HELD}),
    ("khen-thuong-da-co", {"max": None}, {HELD}),
    (
        "khen-thuong-da-co",
        {"held": (HeldPoints("government-flag", Fraction(14)), HeldPoints("province-flag", Fraction(10)))},
        {HELD},
    ),
    (
        "khen-thuong-da-co",
        {"held": (HeldPoints("government-flag", Fraction(15)), HeldPoints("province-flag", Fraction(11)))},
        {HELD},
    ),
    ("bao-cao-cham", {"max": Fraction(6)}, {DEDUCTION}),
    ("bao-cao-cham", {"above_max": True}, {DEDUCTION}),
    ("bao-cao-cham", {"rounding": None}, {DEDUCTION}),
    ("bao-cao-cham", {"rounding": Rounding("floor", 0)}, {DEDUCTION}),
    ("bao-cao-cham", {"rounding": Rounding("half-up", 0)}, {DEDUCTION}),
    ("bao-cao-cham", {"rounding": Rounding("half-even", 0)}, {DEDUCTION}),
    ("bao-cao-cham", {"rounding": Rounding("ceiling", 1)}, {DEDUCTION}),
    ("scale", {"rounding": None}, {TOTAL}),
    ("scale", {"rounding": Rounding("ceiling", 2)}, {TOTAL}),
    ("scale", {"rounding": Rounding("half-up", 2)}, {TOTAL}),
    ("scale", {"rounding": Rounding("half-even", 2)}, {TOTAL}),
    ("scale", {"rounding": Rounding("floor", 3)}, {TOTAL}),
]


def _changed(ruleset: Ruleset, id_: str, parts: dict[str, Any]) -> Ruleset:
    """The ruleset with other parts of one rule; a rounding keeps the basis that it had."""
    if id_ == "scale":
        assert ruleset.scale is not None
        return evolve(ruleset, scale=evolve(ruleset.scale, **_based(ruleset.scale.rounding, parts)))
    criteria = [evolve(each, **_based(each.rounding, parts)) if each.id == id_ else each for each in ruleset.criteria]
    return evolve(ruleset, criteria=tuple(criteria))


def _based(rounding: Rounding | None, parts: dict[str, Any]) -> dict[str, Any]:
    new = parts.get("rounding")
    if new is None or rounding is None:
        return parts
    return {**parts, "rounding": evolve(new, basis=rounding.basis, trust=rounding.trust)}


@pytest.mark.parametrize(
    ("criterion", "parts", "turning"),
    CHANGES,
    ids=[f"{id_}: {' '.join(f'{key}={value}' for key, value in parts.items())[:60]}" for id_, parts, _ in CHANGES],
)
def test_a_rule_that_is_changed_changes_the_cases_that_turn_on_it(
    criterion: str, parts: dict[str, Any], turning: set[str]
) -> None:
    changed = set()
    for name in NAMES:
        season, ruleset, policy = case(name)
        other = decide(season, _changed(ruleset, criterion, parts), policy)
        if to_json(other) != to_json(decided(name)):
            changed.add(name)
            assert {row.unit: row.place for row in other.standings} != {
                row.unit: row.place for row in decided(name).standings
            }, name
    assert turning == changed


def test_a_relative_case_holds_the_figures_of_the_provinces_software() -> None:
    decision = decided(RATIO)
    steps = [step for step in decision.steps if step.step == "points" and step.rule == "criteria.thu-ngan-sach"]
    rounded = [
        step for step in decision.steps if step.step == "round" and step.rule == "criteria.thu-ngan-sach.rounding"
    ]
    points = {str(step.unit): spell(step.output) for step in (*steps, *rounded)}
    assert {"tl1": "10", "tl3": "10", "tl4": "5", "tl5": "10", "tl6": "6.67", "tl7": "5"}.items() <= {
        unit.removeprefix("don-vi-"): value for unit, value in points.items()
    }.items()


def test_every_unit_of_a_case_is_as_good_as_the_first_or_as_its_file_says() -> None:
    totals = {name: [spell(row.total) for row in decided(name).standings if row.total is not None] for name in NAMES}
    assert {
        RATIO: ["60"] * 9,
        AMOUNT: ["60"] * 8,
        ABOVE: ["70"] * 5,
        NET: ["50"] * 6,
        HELD: ["105", "105", "105", "95"],
        TOTAL: ["45", "45", "45", "44.99"],
        DEDUCTION: ["50"] * 5,
    } == totals


SOFTWARE = "2022-cum-thac"


def test_a_case_holds_what_else_the_provinces_software_counts() -> None:
    totals = {row.unit: spell(row.total) for row in decided(SOFTWARE).standings if row.total is not None}
    assert {"don-vi-thac-1": "30", "don-vi-thac-4": "24", "don-vi-thac-2": "16.01", "don-vi-thac-3": "15"} == totals


@pytest.mark.parametrize(
    ("criterion", "parts", "totals"),
    [
        pytest.param("tin-bai", {"each": Fraction(2)}, ["28", "21", "13", "11.51"], id="each item gives 2"),
        pytest.param("tin-bai", {"each": Fraction(4)}, ["30", "27", "17.51", "15"], id="each item gives 4, up to 10"),
        pytest.param("cong-tac-chuyen-mon", {"rounding": None}, ["30", "24", "16.005", "15"], id="parent not rounded"),
        pytest.param("vu-viec-giai-quyet", {"rounding": None}, ["30", "24", "16", "15"], id="leaf not rounded"),
    ],
)
def test_another_rule_of_the_software_gives_other_totals(
    criterion: str, parts: dict[str, Any], totals: list[str]
) -> None:
    season, ruleset, policy = case(SOFTWARE)
    other = decide(season, _changed(ruleset, criterion, parts), policy)
    assert totals == [spell(row.total) for row in other.standings if row.total is not None]


AMENDED = "2023-cum-thac"


def test_the_same_figures_give_another_order_under_the_next_version_of_the_table() -> None:
    assert ["don-vi-thac-1", "don-vi-thac-3", "don-vi-thac-4", "don-vi-thac-2"] == [
        row.unit for row in decided(AMENDED).standings
    ]
    assert ["24", "13", "12", "11.43"] == [spell(row.total) for row in decided(AMENDED).standings if row.total]
    assert ["don-vi-thac-4"] == [row.unit for row in decided(SOFTWARE).standings if row.place == 2]


def test_what_a_unit_takes_off_itself_without_a_bound_would_cost_it_the_flag() -> None:
    season, ruleset, policy = case(AMENDED)
    other = decide(season, _changed(ruleset, "nop-cham", {"max": None}), policy)
    assert ["don-vi-thac-1", "don-vi-thac-4"] == [row.unit for row in other.awards if row.award == "sector-flag"]


def test_a_unit_has_a_flag_and_a_certificate_where_nothing_excludes_it() -> None:
    won = {(row.award, row.unit) for row in decided(AMENDED).awards}
    assert {("sector-flag", "don-vi-thac-3"), ("sector-certificate", "don-vi-thac-3")} <= won
    assert {("sector-flag", "don-vi-thac-1"), ("prime-minister-certificate", "don-vi-thac-1")} <= won
