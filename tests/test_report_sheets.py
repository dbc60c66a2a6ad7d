"""Score sheets in words: each stage of a cell, what counts of them, whose table it is, room for the cluster's own."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import tomli
from attrs import evolve
from building import (
    NO_HEAD,
    READ,
    criterion,
    decided,
    order,
    point_table,
    rounding,
    ruleset,
    scale,
    scoring,
    season,
    stage,
    staged,
)
from season_files import faults_of

from emulrules.model.criterion import Band, Criterion
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Cluster, Ruleset, UndefinedRule
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.ruleset import ruleset_text
from emulrules.report.sheet import staged_rows
from emulrules.report.text import text

STAGES = (
    evolve(stage("tu", "unit"), name="Tự chấm"),
    evolve(stage("nghi", "meeting"), name="Hội nghị"),
    evolve(stage("dong", "council"), name="Hội đồng"),
)
IMPOSED = criterion("tru", "count", each="-2", max=None, kind="deduction", imposed_by=("dong",))


def rules(*criteria: Criterion, **parts: Any) -> Ruleset:
    parts = {"stages": STAGES, "scoring": scoring("last"), "order": order(), **parts}
    return ruleset("ab", criteria=criteria or (criterion("x"),), **parts)


def made(*criteria: Criterion, a: Any, b: Any, **parts: Any) -> Decision:
    return decided(rules(*criteria, **parts), season(scores={"x": {"a": a, "b": b}}))


TWO = made(a=staged(tu="9.5", dong=8), b=staged(tu=7, dong=7))


def told(decision: Decision, language: str = "vi") -> str:
    return " ".join(explain(decision, "a", language).split())


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "vi",
            (
                "- Tự chấm – x: 9,5 [",
                "- Hội đồng – x: 8 [",
                "- X: lấy điểm của bước chấm cuối cùng: 8 [",
                "- X: 8 (các bước chấm: Tự chấm 9,5; Hội đồng 8) [",
            ),
        ),
        (
            "en",
            (
                "- Tự chấm – x: 9.5 [",
                "- X: the points of the last stage: 8 [",
                "- X: 8 (by stage: Tự chấm 9.5; Hội đồng 8) [",
            ),
        ),
    ],
)
def test_the_stages_of_a_cell_are_explained(language: str, sentences: tuple[str, ...]) -> None:
    assert [] == [sentence for sentence in sentences if sentence not in told(TWO, language)]


def test_what_a_stage_measured_is_explained_as_without_stages() -> None:
    ratio = made(criterion("x", "proportion"), a=staged(tu=(1, 2)), b=staged(tu=(1, 1)))
    assert "Tự chấm – x: 50 (thực hiện 1, kế hoạch 2)" in told(ratio)
    bands = criterion("x", "bands", bands=(Band(Fraction(9), Fraction(1, 2)), Band(Fraction(1))))
    assert "Tự chấm – x: 9 (số liệu: 80%)" in told(made(bands, a=staged(tu="80%"), b=staged(tu=0)))
    relative = criterion("x", "relative", leader="ratio", at_plan="5")
    assert "dẫn đầu: Đơn vị B" in told(made(relative, a=staged(tu=(3, 2)), b=staged(tu=(2, 1))))
    net = criterion("x", "net", each="2", each_minus="-1")
    assert "Tự chấm – x: 5" in told(
        made(net, a=staged(tu={"plus": 3, "minus": 1}), b=staged(tu={"plus": 1, "minus": 0}))
    )


def test_a_stage_in_which_nothing_applies_is_explained() -> None:
    partial = criterion("x", not_applicable="rescale")
    decision = decided(
        rules(partial, criterion("y"), scale=scale(points="200")),
        season(scores={"x": {"a": staged(tu="n/a"), "b": staged(tu=1)}, "y": {"a": 1, "b": 1}}),
    )
    assert "Tự chấm – x: không tính (số liệu: không áp dụng)" in told(decision)
    assert "X: không tính (các bước chấm: Tự chấm không áp dụng)" in told(decision)
    assert ["x", "Đơn vị A", "không áp dụng", "không áp dụng"] == staged_rows(decision, Names.of(decision, "vi"))[1]


def test_the_minutes_have_a_table_of_the_stages() -> None:
    shown = minutes(TWO, "en").split("\n")
    at = shown.index("POINTS BY STAGE")
    assert [
        "",
        "| Criterion | Unit | Tự chấm | Hội đồng | Counts |",
        "| --- | --- | ---: | ---: | ---: |",
        "| x | Đơn vị A | 9.5 | 8 | 8 |",
        "| x | Đơn vị B | 7 | 7 | 7 |",
        "",
    ] == shown[at + 1 : at + 7]


def test_the_table_of_the_stages_leaves_empty_what_a_stage_did_not_score() -> None:
    cells = {"x": {"a": staged(tu=1), "b": staged(tu=2)}, "y": {"a": staged(nghi=3), "b": staged(nghi=4)}}
    decision = decided(
        rules(criterion("x"), criterion("y"), criterion("z")), season(scores={**cells, "z": {"a": 1, "b": 1}})
    )
    assert [
        ["Tiêu chí", "Đơn vị", "Tự chấm", "Hội nghị", "Được tính"],
        ["x", "Đơn vị A", "1", "", "1"],
        ["x", "Đơn vị B", "2", "", "2"],
        ["y", "Đơn vị A", "", "3", "3"],
        ["y", "Đơn vị B", "", "4", "4"],
    ] == staged_rows(decision, Names.of(decision, "vi"))


def test_the_minutes_without_stages_have_no_such_table() -> None:
    assert "BƯỚC CHẤM" not in minutes(made(a=1, b=2))


def test_a_decision_cites_its_stages_and_what_counts() -> None:
    shown = " ".join(text(TWO).split())
    assert "bước chấm “Tự chấm”; bước chấm “Hội đồng”; điểm bước nào được tính" in shown.replace(
        " (đã đọc văn bản)", ""
    )
    assert "scoring stage “Tự chấm”" in text(TWO, "en")


def test_it_is_told_of_whom_nobody_says_who_imposed_it() -> None:
    decision = decided(rules(criterion("x"), IMPOSED), season(scores={"x": {"a": 1, "b": 1}, "tru": {"a": 1, "b": 0}}))
    assert "Chưa kiểm tra vì không có số liệu: ai trừ điểm ở tiêu chí “tru” (Đơn vị A)." in " ".join(
        text(decision).split()
    )
    assert "no facts were given: who imposed “tru” (Đơn vị A)." in " ".join(text(decision, "en").split())
    assert "Chưa kiểm tra" not in told(decision)


# A ruleset in words.


def lines(whole: Ruleset, language: str = "vi") -> list[str]:
    return [line.strip() for line in ruleset_text(whole, language).splitlines()]


def test_a_ruleset_in_words_says_who_scores_and_what_counts() -> None:
    framed = criterion("khung", None, frame=True)
    own = criterion("x", stages=("tu", "dong"))
    shown = lines(rules(own, IMPOSED, framed))
    assert "CÁC BƯỚC CHẤM ĐIỂM" in shown
    assert "- Tự chấm (tu): đơn vị tự chấm [Quy chế giả định Điều 1]" in shown
    assert "- Khi có điểm của nhiều bước: lấy điểm của bước chấm cuối cùng [Quy chế giả định Điều 1]" in shown
    assert "chấm ở bước: Tự chấm, Hội đồng" in " ".join(shown)
    assert "chỉ được trừ ở bước: Hội đồng" in " ".join(shown)
    assert "khung cho bảng điểm riêng của cụm, khối" in " ".join(shown)
    assert "Where several stages scored: the points of the last stage" in " ".join(lines(rules(), "en"))


def test_a_ruleset_without_stages_says_nothing_of_them() -> None:
    assert "CÁC BƯỚC CHẤM ĐIỂM" not in lines(ruleset("a"))


TABLED = ruleset(
    "ab",
    tables={
        "so": evolve(point_table(points="100", bonus="5"), name="Bảng sở", rounding=rounding("floor")),
        "huyen": point_table(),
    },
    criteria=(criterion("chung"), criterion("rieng", table="so"), criterion("khac", table="huyen")),
    clusters={"cum": Cluster("Cụm", ("a", "b"), **READ, table="so")},
)


def test_a_ruleset_in_words_has_its_tables_one_after_another() -> None:
    shown = lines(TABLED)
    at = shown.index("THANG ĐIỂM VÀ TIÊU CHÍ")
    assert [
        "- Bảng điểm Bảng sở (so): 100; điểm thưởng tối đa: 5; dùng cho: Cụm [Quy chế giả định Điều 1]",
        "- Tổng điểm làm tròn xuống đến số nguyên",
        "- chung (chung); nhập điểm; tối đa 100 điểm [Quy chế giả định Điều 1]",
        "- rieng (rieng); nhập điểm; tối đa 100 điểm [Quy chế giả định Điều 1]",
        "- Bảng điểm Bảng (huyen): –; điểm thưởng tối đa: –; dùng cho: – [Quy chế giả định Điều 1]",
        "- chung (chung); nhập điểm; tối đa 100 điểm [Quy chế giả định Điều 1]",
        "- khac (khac); nhập điểm; tối đa 100 điểm [Quy chế giả định Điều 1]",
    ] == [line for line in shown[at + 1 : at + 9] if line]


def test_the_scale_is_told_beside_tables_where_a_cluster_is_scored_on_it() -> None:
    whole = evolve(TABLED, scale=scale(points="100"))
    assert "- Thang điểm: 100" not in " ".join(lines(whole))
    assert "- Thang điểm: 100" in " ".join(lines(evolve(whole, clusters={})))
    beside = evolve(whole, clusters={**whole.clusters, "khac": Cluster("Cụm khác", ("a",), **READ)})
    assert "- Thang điểm: 100; điểm thưởng tối đa: – [Quy chế giả định Điều 1] - chung (chung)" in " ".join(
        lines(beside)
    )


def test_a_table_without_criteria_is_told() -> None:
    assert "- Bảng điểm Bảng sở (so)" in " ".join(lines(evolve(TABLED, criteria=(), scale=None)))


# A season to be filled in.


def blank(whole: Ruleset) -> str:
    return blank_season(whole, "cum", "2021")


def test_a_blank_season_has_a_cell_a_stage() -> None:
    ratio = criterion("y", "proportion", stages=("tu", "dong"))
    scores = tomli.loads(blank(rules(criterion("x"), ratio, IMPOSED)))["scores"]
    assert {"tu": "", "nghi": "", "dong": ""} == scores["x"]["a"]
    assert {"tu": {"actual": "", "plan": ""}, "dong": {"actual": "", "plan": ""}} == scores["y"]["b"]
    assert {"dong": ""} == scores["tru"]["a"]
    assert "# Các bước chấm: tu = Tự chấm; nghi = Hội nghị; dong = Hội đồng." in blank(rules())
    assert "# Bước nào không chấm" in blank(rules())
    assert "# Bước nào không chấm" not in blank(rules(IMPOSED))


def test_a_blank_season_has_one_cell_where_nothing_says_which_stage_counts() -> None:
    whole = rules(criterion("x"), IMPOSED, scoring=None)
    scores = tomli.loads(blank(whole))["scores"]
    assert ("", {"dong": ""}) == (scores["x"]["a"], scores["tru"]["a"])
    assert "Quy chế không nói điểm bước chấm nào được tính" in blank(whole)
    assert "bước chấm" not in blank(ruleset("a", criteria=(criterion("x"),)))


def test_a_blank_season_of_stages_is_refused_cell_by_cell_until_it_is_filled_in(tmp_path: Path) -> None:
    told = [fault for fault in faults_of(tmp_path, blank(rules())) if fault.path[:1] == ("scores",)]
    assert [("cell-empty", ("scores", "x", "a")), ("cell-empty", ("scores", "x", "b"))] == [
        (fault.code, fault.path) for fault in told
    ]


def test_a_blank_season_lists_the_criteria_of_its_table_alone() -> None:
    assert {"chung", "rieng"} == set(tomli.loads(blank(TABLED))["scores"])


FRAME = criterion("khung", None, max="60", frame=True)
CAPPED = criterion("thuong", None, max="5", frame=True, cap=True, kind="bonus")
OPEN = UndefinedRule("bang", "criteria", "Cụm tự đặt", **READ)


def uncommented(text: str) -> str:
    """What the season says once the marks before what may be filled in are taken away."""
    keys = ("[[criteria]]", "id ", "name ", "parent ", "kind ", "method ", "max ", "basis ", "trust ")
    lines = (line.removeprefix("# ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.startswith(keys)).replace("max    =", "max = 60")


def test_a_blank_season_leaves_room_for_the_clusters_own_table() -> None:
    shown = blank(rules(FRAME, criterion("x")))
    assert "# Bảng điểm riêng đã ký: khung; các tiêu chí cộng lại phải được 60 điểm." in shown
    (entry,) = tomli.loads(uncommented(shown))["criteria"]
    assert ("khung", "entered", "bien-ban", 60) == (entry["parent"], entry["method"], entry["basis"], entry["max"])
    assert "kind" not in entry
    assert "khung" not in tomli.loads(shown)["scores"]


def test_a_blank_season_leaves_room_for_bonus_of_the_clusters_own() -> None:
    shown = blank(rules(CAPPED, criterion("x")))
    assert "# Bảng điểm riêng đã ký: thuong; chỉ tính tối đa 5 điểm." in shown
    assert "bonus" == tomli.loads(uncommented(shown))["criteria"][0]["kind"]


def test_a_blank_season_leaves_room_for_the_whole_table() -> None:
    whole = ruleset("ab", undefined=(NO_HEAD, OPEN), scale=scale(points="10"))
    assert "# Cả bảng điểm do cụm, khối tự đặt và ký; tổng 10 điểm." in blank(whole)
    assert "parent" not in tomli.loads(uncommented(blank(whole)))["criteria"][0]
    assert "# Cả bảng điểm do cụm, khối tự đặt và ký." in blank(evolve(whole, scale=None))


def test_a_blank_season_without_a_frame_leaves_no_room() -> None:
    assert "[[criteria]]" not in blank(rules())
