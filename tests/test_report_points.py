"""How points came about is told to whoever asks: what was compared, added, held and rounded, in both languages."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli
from attrs import evolve
from building import criterion, decided, order, rounding, ruleset, scale, season
from season_files import faults_of

from emulrules.model.award import Award
from emulrules.model.criterion import Criterion, HeldPoints
from emulrules.model.decision import Decision
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text

RELATIVE = criterion("x", "relative", max="10", leader="ratio", at_plan="5", no_target="own-group")
AWARDS = (HeldPoints("co", Fraction(15)), HeldPoints("khac", Fraction(10)))
HELD = criterion("x", "held", max=None, held=AWARDS, kind="bonus")
NET = criterion("x", "net", max="3", min="-2.5", each="2", each_minus="-0.5")
FLAG = Award("co", "Cờ thi đua", (), ("QC",), "read")


def made(rule: Criterion, cell: Any, *others: Criterion, beside: Any = 1, **parts: Any) -> Decision:
    """A decision in which unit `a` has this cell under `rule`, and unit `b` the one `beside` it."""
    rows: dict[str, dict[str, Any]] = {"x": {"a": cell, "b": beside}}
    rows |= {other.id: {"a": 50, "b": 40} for other in others if other.method}
    return decided(ruleset("ab", criteria=(rule, *others), order=order(), **parts), season(scores=rows))


def told(decision: Decision, language: str = "vi", unit: str = "a") -> str:
    return " ".join(explain(decision, unit, language).split())


AHEAD = made(RELATIVE, (3, 2), beside=(2, 1))
FREE = made(RELATIVE, (75, None), beside=(150, None))
ROUNDED = made(criterion("x", "proportion", max="10", rounding=rounding("half-up", 2)), (2, 3), beside=(1, 1))
TOTAL = scale(points="100", rounding=rounding("floor"))

EXPLAINED = {
    "a unit behind the leader": (
        AHEAD,
        "X: 7,5 (thực hiện 3, kế hoạch 2; dẫn đầu: Đơn vị B, gấp 2 kế hoạch) [",
        "X: 7.5 (actual 3, plan 2; leading: Đơn vị B, 2 times the plan) [",
    ),
    "a unit that just meets its plan": (
        made(RELATIVE, (2, 2), beside=(3, 2)),
        "X: 5 (thực hiện 2, kế hoạch 2) [",
        "X: 5 (actual 2, plan 2) [",
    ),
    "a unit without a plan": (
        FREE,
        "X: 5 (thực hiện 75, không giao kế hoạch; cao nhất 150) [",
        "X: 5 (actual 75, no plan; the greatest is 150) [",
    ),
    "a unit without a plan to which it does not apply": (
        made(
            criterion("x", "proportion", max="10", no_target="not-applicable"),
            (75, None),
            criterion("y", max="90"),
            beside=(1, 1),
            scale=scale(points="100"),
        ),
        "X: không tính (thực hiện 75, không giao kế hoạch) [",
        "X: not counted (actual 75, no plan) [",
    ),
    "what earns and loses": (
        made(NET, {"plus": 0, "minus": 3}, beside={"plus": 0, "minus": 0}),
        "X: -1,5 (được cộng 0 lần, bị trừ 3 lần) [",
        "X: -1.5 (earned 0 times, lost 3 times) [",
    ),
    "awards, by their names where the ruleset has them": (
        made(HELD, ["khac", "co"], criterion("y"), beside=[], awards=(FLAG,)),
        "X: 25 (đã có: Cờ thi đua; khac) [",
        "X: 25 (holds: Cờ thi đua; khac) [",
    ),
    "no awards": (
        made(HELD, [], criterion("y"), beside=["co"]),
        "X: 0 (chưa có hình thức nào) [",
        "X: 0 (holds none) [",
    ),
    "a leaf that is rounded": (
        ROUNDED,
        "X: 20/3 làm tròn đến 2 chữ số thập phân, đúng một nửa thì ra xa số 0: 6,67 [",
        "X: 20/3 rounded to decimal place 2, halves away from zero: 6.67 [",
    ),
    "a parent that is rounded": (
        made(
            criterion("x", "proportion", max="10", parent="p"),
            (2, 3),
            criterion("p", None, max="10", rounding=rounding("ceiling", 1)),
            beside=(1, 1),
        ),
        "P: 20/3 làm tròn lên đến 1 chữ số thập phân: 6,7 [",
        "P: 20/3 rounded up to decimal place 1: 6.7 [",
    ),
    "a total that is rounded": (
        made(criterion("x", "proportion"), (2, 3), beside=(1, 1), scale=TOTAL),
        "Tổng điểm: 200/3 làm tròn xuống đến số nguyên: 66 [",
        "The total: 200/3 rounded down to a whole number: 66 [",
    ),
    "halves to the even digit": (
        made(criterion("x", rounding=rounding("half-even")), "2.5"),
        "X: 2,5 làm tròn đến số nguyên, đúng một nửa thì lấy chữ số chẵn: 2 [",
        "X: 2.5 rounded to a whole number, halves to the even digit: 2 [",
    ),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_points_are_explained_of(name: str) -> None:
    decision, vi, en = EXPLAINED[name]
    assert vi in told(decision)
    assert en in told(decision, "en")


def test_a_decision_warns_on_its_face_whose_points_turn_on_others() -> None:
    for shown in (text(AHEAD), minutes(AHEAD)):
        words = " ".join(shown.split())
        assert "Điểm phụ thuộc kết quả của đơn vị khác: tiêu chí “x” (Đơn vị A; Đơn vị B)" in words
    assert "Điểm phụ thuộc" not in text(ROUNDED)


def test_a_rounding_shares_the_number_of_the_criteria_and_is_counted_with_its_own() -> None:
    assert "thang điểm và điểm theo tiêu chí (1)" in text(ROUNDED)
    both = made(criterion("x", "proportion"), (2, 3), criterion("y"), beside=(1, 1), scale=TOTAL)
    assert "thang điểm và điểm theo tiêu chí (2)" in text(both)


SHOWN = {
    "relative by ratio": (
        RELATIVE,
        "so với đơn vị dẫn đầu, xét theo tỷ lệ thực hiện so với kế hoạch cao nhất; tối đa 10 điểm; vừa đạt kế hoạch "
        "được 5 điểm; đơn vị không giao kế hoạch được so riêng với nhau [",
    ),
    "relative by amount": (
        criterion("x", "relative", max="10", leader="amount", at_plan="5", no_target="not-applicable"),
        "xét theo số thực hiện cao nhất trong các đơn vị vượt kế hoạch; tối đa 10 điểm; vừa đạt kế hoạch được 5 điểm; "
        "không giao kế hoạch thì coi như không áp dụng [",
    ),
    "above the maximum": (
        criterion("x", "proportion", max="10", above_max=True),
        "tối đa 10 điểm; vượt kế hoạch thì được vượt điểm tối đa [",
    ),
    "net": (
        NET,
        "cộng và trừ theo số lần; tối đa 3 điểm; ít nhất -2,5 điểm; mỗi lần 2 điểm; mỗi lần bị trừ -0,5 điểm [",
    ),
    "held": (HELD, "theo hình thức khen thưởng đã có; Cờ thi đua: 15 điểm; khac: 10 điểm ["),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_ruleset_in_words_says_of(name: str) -> None:
    rule, words = SHOWN[name]
    rules = ruleset("a", criteria=(rule,), awards=(FLAG,))
    assert words in " ".join(ruleset_text(rules).split())
    assert "x (x)" in ruleset_text(rules, "en")


def test_a_ruleset_in_words_says_what_is_rounded_and_on_what_basis() -> None:
    parent = criterion("p", None, rounding=rounding("half-up", 1, basis=("Phụ lục 2",), trust="assumed"))
    leaf = criterion("x", parent="p", rounding=rounding("floor", 2))
    rules = ruleset("a", criteria=(parent, leaf), scale=scale(points="100", rounding=rounding("half-even")))
    lines = [line.strip() for line in ruleset_text(rules).splitlines()]
    assert "- Tổng điểm làm tròn đến số nguyên, đúng một nửa thì lấy chữ số chẵn" in lines
    assert "- điểm làm tròn đến 1 chữ số thập phân, đúng một nửa thì ra xa số 0 (giả định) [Phụ lục 2]" in lines
    assert "- điểm làm tròn xuống đến 2 chữ số thập phân" in lines


def test_a_blank_season_has_the_form_of_each_cell_and_names_the_awards_that_count() -> None:
    rules = ruleset("a", criteria=(RELATIVE, HELD_Y, NET_Z))
    blank = blank_season(rules, "cum", "2021")
    scores = tomli.loads(blank)["scores"]
    assert {"actual": "", "plan": ""} == scores["x"]["a"]
    assert [""] == scores["y"]["a"]
    assert {"plus": "", "minus": ""} == scores["z"]["a"]
    assert "chưa có thì để []; co, khac" in blank
    assert "số lần được cộng (plus)" in blank
    assert "so với đơn vị dẫn đầu; không giao kế hoạch thì bỏ phần plan" in blank


def test_a_blank_season_lets_nobody_leave_out_a_plan_that_is_needed() -> None:
    blank = blank_season(ruleset("a", criteria=(criterion("x", "proportion"),)), "cum", "2021")
    assert "nhập số thực hiện và số kế hoạch\n" in blank


HELD_Y = criterion("y", "held", max=None, held=AWARDS, kind="bonus")
NET_Z = criterion("z", "net", max="3", each="2", each_minus="-0.5")


def test_a_blank_season_that_is_not_filled_in_is_refused_cell_by_cell(tmp_path: Path) -> None:
    blank = blank_season(ruleset("a", criteria=(RELATIVE, HELD_Y, NET_Z)), "cum", "2021")
    told = {(fault.code, fault.path[1]) for fault in faults_of(tmp_path, blank) if fault.path[:1] == ("scores",)}
    assert {("cell-empty-ratio", "x"), ("cell-empty-held", "y"), ("cell-empty-net", "z")} == told


# In the order of the score sheet.


NINE, TEN = ("Quy chế giả định Điều 9",), ("Quy chế giả định Điều 10",)
SHEET = (
    criterion("d", max="100"),
    criterion("a", None, max="200"),
    evolve(criterion("b", parent="a"), basis=TEN),
    evolve(criterion("c", parent="a"), basis=NINE),
)
SCORED = decided(
    ruleset("xy", criteria=SHEET, order=order("points")),
    season(scores={id_: {"x": 1, "y": 2} for id_ in "bcd"}),
)
LISTED = tuple(each.id for each in SHEET)


def headed(shown: str) -> str:
    """Which criteria the lines on points are about, in their order."""
    section = shown.split("ĐIỂM\n", 1)[1].split("\n\n")[0]
    return "".join(line[4].lower() for line in section.splitlines() if line[5:6] == ":")


def articles(shown: str) -> list[str]:
    """The articles that the points rest on, in their order."""
    points = next(line for line in " ".join(shown.split()).split("[") if "điểm theo tiêu chí" in line)
    return re.findall(r"Điều (\d+)", points)


def test_points_stand_as_the_point_table_lists_them_with_what_is_summed_before_its_sum() -> None:
    assert "dbca" == headed(explain(SCORED, "x", listed=LISTED))
    assert ["10", "9", "1"] == articles(text(SCORED, listed=LISTED[1:] + LISTED[:1]))


def test_where_no_point_table_is_known_points_stand_in_the_order_of_their_articles() -> None:
    assert "cbad" == headed(explain(SCORED, "x"))
    assert ["9", "10", "1"] == articles(text(SCORED))
