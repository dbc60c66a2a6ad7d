"""One unit's way is told whole: what it got, what it did not get, and why."""

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve
from report_samples import QUOTA, decision, step

from emulrules.errors import SeasonError
from emulrules.model.decision import Decision, Question, Step
from emulrules.model.table import Table
from emulrules.report.explain import explain, find_unit

ID = "award:certificate:phieu"


def act(output: Any, options: tuple[str, ...] = ("so-a", "so-b", "so-d"), **more: Any) -> Step:
    inputs: Mapping[str, Any] = {"id": ID, "of": "members", "options": options, "ballots": 4, **more}
    return step(0, "act", output, "awards.certificate.choose.phieu", "QC Điều 7", None, **inputs)


def with_steps(*more: Step, without: str = "") -> Decision:
    made = decision()
    kept = [each for each in made.steps if not (without and str(each.rule).startswith(without))]
    return evolve(made, steps=(*kept, *more))


def test_points_are_told_with_their_cells_and_articles() -> None:
    shown = explain(decision(), "so-a")
    assert "Nhiệm vụ: 90 (thực hiện 90, kế hoạch 100) [QC Điều 2 khoản 1]" in shown
    assert "TỔNG ĐIỂM: 90 [QC Điều 2]" in shown


def test_a_tie_is_told_with_the_other_unit_the_step_and_the_outcome() -> None:
    shown = " ".join(explain(decision(), "so-a").split())
    assert "Bằng với Sở Ăn; khi bằng nhau: so tỷ lệ nữ: Sở Ăn (đạt) > Sở Ao (không đạt) [QC Điều 5]" in shown
    assert "Đứng thứ 3 [QC Điều 4]" in shown


def test_a_gate_is_told_and_holds_what_is_won() -> None:
    shown = explain(decision(), "so-c")
    assert "Tạm giữ kết quả: đang xác minh khiếu nại, tố cáo [QC Điều 3]" in shown
    assert "Được chọn nhưng tạm giữ" in shown


def test_a_bar_and_an_office_are_told() -> None:
    assert "Không được giữ chức Trưởng khối: trường hợp không được giữ chức (cu) [QC Điều 1]" in explain(
        decision(), "so-d"
    )
    assert "Trưởng khối: được bầu [QC Điều 9]" in explain(decision(), "so-a")


def test_open_questions_with_the_unit_are_told() -> None:
    assert "Phó khối năm sau (deputy)" in explain(decision(), "so-b")
    assert "(deputy)" not in explain(decision(), "so-a")


OUT = Table(gate="khieu-nai", effect="out")
WHY = {
    "another place": (decision(), "so-b", "Chỉ dành cho đơn vị đứng thứ 1; đơn vị này đứng thứ 2 [QC Điều 6]"),
    "another award": (decision(), "so-c", "Không xét vì đã được đề nghị Cờ thi đua [QC Điều 7]"),
    "the choice of others": (decision(), "so-b", "- Hội nghị không chọn đơn vị này; được chọn: Sở Bưởi [QC Điều 7]"),
    "an unfilled quota": (decision(), "so-b", "Không được chọn (đã đề nghị 1, nhiều nhất 2) [QC Điều 7]"),
    "a gate": (
        with_steps(step(0, "gate", OUT, "gates.khieu-nai", "QC Điều 3", "so-b")),
        "so-b",
        "Không được xét: đang xác minh khiếu nại, tố cáo [QC Điều 3]",
    ),
    "a step that was not taken": (
        with_steps(act("not-held"), without="awards.certificate"),
        "so-b",
        "Bước phieu: không tiến hành [QC Điều 7]",
    ),
    "too few votes": (
        with_steps(
            act(Table({"so-a": 4, "so-b": 1, "so-d": 3})),
            step(0, "threshold", ("so-a", "so-d"), "awards.certificate.choose.phieu", "QC Điều 7", base=4, threshold=2),
        ),
        "so-b",
        "Bước phieu: được 1/4 phiếu [QC Điều 7]",
    ),
    "a threshold": (
        with_steps(
            act(Table({"so-a": 4, "so-b": 1, "so-d": 3})),
            step(0, "threshold", ("so-a", "so-d"), "awards.certificate.choose.phieu", "QC Điều 7", base=4, threshold=2),
        ),
        "so-b",
        "Không đạt ngưỡng 2 trên 4 [QC Điều 7]",
    ),
    "a tie at the last slot": (
        with_steps(
            step(0, "line", ("so-a",), "awards.certificate.choose.phieu", "QC Điều 7", tied=("so-a", "so-b"), slots=1)
        ),
        "so-b",
        "Xét cùng Sở Ao cho 1 suất: không được chọn [QC Điều 7]",
    ),
    "an open question": (
        evolve(with_steps(without="awards.certificate"), questions=(QUOTA,)),
        "so-b",
        "Chưa quyết định; còn chờ: số lượng Bằng khen được đề nghị",
    ),
    "places that are not known yet": (
        evolve(
            with_steps(without="order"), questions=(Question("standing", "places", "meeting", ("so-a",), 1, 4, ()),)
        ),
        "so-b",
        "Chưa quyết định; còn chờ: thứ hạng của các đơn vị",
    ),
}


@pytest.mark.parametrize(("made", "unit", "why"), WHY.values(), ids=WHY)
def test_why_a_unit_has_no_award_is(made: Decision, unit: str, why: str) -> None:
    assert why in " ".join(explain(made, unit).split())


@pytest.mark.parametrize("unit", ["so-a", "so-b", "so-c", "so-d"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_unit_of_every_case_can_be_explained(unit: str, language: str) -> None:
    for made, _, _ in WHY.values():
        assert explain(made, unit, language).endswith("\n")


@pytest.mark.parametrize("spelling", ["so-b", "Sở Ăn"])
def test_a_unit_is_found_by(spelling: str) -> None:
    assert "so-b" == find_unit(decision(), spelling)


def test_an_unknown_unit_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(SeasonError) as refused:
        find_unit(decision(), "so-bb")
    assert "explain-unknown-unit-near" == refused.value.code
    assert "so-b" == refused.value.faults[0].data["near"]


def test_a_unit_that_is_like_none_is_refused_with_all_that_are() -> None:
    with pytest.raises(SeasonError) as refused:
        find_unit(decision(), "\x1b[2J")
    assert "so-a, so-b, so-c, so-d" in refused.value.faults[0].sentence("vi")
    assert refused.value.faults[0].sentence("vi").isprintable()
