"""One unit's way is told whole: what it got, what it did not get, and why."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from report_samples import QUOTA, decision, ruleset, step

from emulrules.errors import SeasonError
from emulrules.model.answers import Answered, Barred, Rotation
from emulrules.model.criterion import Band, Criterion
from emulrules.model.decision import Decision, Question, Step
from emulrules.model.rule import Rule
from emulrules.model.season import Outgoing
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
    "a step that no rule defines": (
        with_steps(
            evolve(act(("so-a",)), inputs=Table({**act(()).inputs, "id": "award:certificate:undefined"})),
            without="awards.certificate",
        ),
        "so-b",
        "Quy chế không nói cách chọn; các đơn vị thành viên không chọn đơn vị này; được chọn: Sở Ao [QC Điều 7]",
    ),
    "nobody being chosen": (
        with_steps(act(()), without="awards.certificate"),
        "so-b",
        "Bước phieu: các đơn vị thành viên không chọn đơn vị nào [QC Điều 7]",
    ),
    "a threshold": (
        with_steps(
            act(Table({"so-a": 4, "so-b": 1, "so-d": 3})),
            step(0, "threshold", ("so-a", "so-d"), "awards.certificate.choose.phieu", "QC Điều 7", base=4, threshold=2),
        ),
        "so-b",
        "Không đạt ngưỡng ít nhất 2 trên tổng số 4 [QC Điều 7]",
    ),
    "a tie at the last slot": (
        with_steps(
            step(0, "line", ("so-a",), "awards.certificate.choose.phieu", "QC Điều 7", tied=("so-a", "so-b"), slots=1)
        ),
        "so-b",
        "Xét cùng Sở Ao cho 1 suất: không được chọn ở bước này [QC Điều 7]",
    ),
    "an open question": (
        evolve(with_steps(without="awards.certificate"), questions=(QUOTA,)),
        "so-b",
        "Chưa quyết định; còn chờ: số lượng Bằng khen được đề nghị",
    ),
    "places that are not known yet": (
        evolve(
            decision(steps=tuple(s for s in decision().steps if s.rule not in ("order", "awards.flag.choose.nhat"))),
            questions=(Question("standing", "places", "meeting", ("so-a",), 1, 4, ()),),
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


CHOOSE, CUT = "awards.certificate.choose.phieu", "awards.certificate.over_quota.phieu"
ALL = ("so-a", "so-b", "so-c", "so-d")
VOTED = (
    act(Table({"so-a": 3, "so-b": 3, "so-c": 4, "so-d": 2}), ALL),
    step(0, "threshold", ALL, CHOOSE, "QC Điều 7", base=4, threshold=Fraction(1, 2)),
    step(0, "over-quota", ("so-c",), CUT, "QC Điều 7", tied=("so-a", "so-b"), slots=2),
)
OVER = Question("award:certificate:over-quota", "choice", "chair", ("so-a", "so-b"), 1, 1, ("QC Điều 7",))
AWARD = Table(award="certificate", state="proposed")
CHOSEN = (
    step(0, "act", ("so-a",), CUT, "QC Điều 7", id=OVER.id, of="chair", options=OVER.options),
    step(0, "award", AWARD, CHOOSE, "QC Điều 7", "so-a"),
)


def certificate(made: Decision, unit: str) -> str:
    """What a unit is told of the certificate."""
    return " ".join(explain(made, unit).split("  - Bằng khen\n")[1].split("\n\n")[0].split())


@pytest.mark.parametrize("unit", ["so-a", "so-b"])
def test_equal_votes_at_the_last_slot_are_left_to_the_next_step_and_refuse_nobody(unit: str) -> None:
    told = certificate(evolve(with_steps(*VOTED, without="awards.certificate"), questions=(OVER,)), unit)
    assert "2 đơn vị ngang phiếu" in told
    assert "cho 1 suất còn lại; số phiếu chưa phân định được, chuyển sang bước sau [QC Điều 7]" in told
    assert "Chưa quyết định; còn chờ: chọn trong số đơn vị đủ điều kiện vượt quá số lượng Bằng khen" in told
    assert "không được chọn" not in told.lower()


def test_a_unit_that_the_next_step_chose_is_told_nothing_to_the_contrary() -> None:
    told = certificate(with_steps(*VOTED, *CHOSEN, without="awards.certificate"), "so-a")
    assert told.startswith("- Được đề nghị")
    assert "Khi vượt số lượng: người chủ trì hội nghị chọn đơn vị này" in told
    assert "không" not in told.lower()


def test_a_unit_that_is_sure_by_its_votes_is_told_so() -> None:
    told = certificate(evolve(with_steps(*VOTED, without="awards.certificate"), questions=(OVER,)), "so-c")
    assert "lấy phiếu cao hơn: được chọn trong 2 suất" in told or "Không xét vì đã được đề nghị Cờ thi đua" in told


def test_fewer_votes_than_those_that_are_considered_are_told_as_such() -> None:
    told = certificate(evolve(with_steps(*VOTED, without="awards.certificate"), questions=(OVER,)), "so-d")
    assert "ít phiếu hơn các đơn vị được xét cho 2 suất" in told
    assert "Không được chọn; các suất còn lại chỉ xét Sở Ao; Sở Ăn [QC Điều 7]" in told
    assert "còn chờ" not in told


def test_a_unit_at_a_line_that_is_open_is_not_told_that_it_is_out() -> None:
    line = step(0, "line", (), CHOOSE, "QC Điều 7", tied=("so-a", "so-b"), slots=1)
    asked = Question("award:certificate:phieu", "choice", "chair", ("so-a", "so-b"), 1, 1, ())
    made = evolve(with_steps(line, without="awards.certificate"), questions=(asked,))
    assert "Xét cùng Sở Ao cho 1 suất: chưa phân định xong" in certificate(made, "so-b")


def barred(unit: str, fact: str | None = None, **changes: Any) -> str:
    """What a unit is told of a bar that a plugin gives under the rule of the headship itself."""
    rule = Rule("headship", ("QC Điều 9",), "read")
    rotation = Rotation("elected", rule, barred=(Barred("khong-lien-tiep", ("head",), (unit,), rule, fact),))
    noted = with_steps(step(0, "bar", ("head",), "headship", "QC Điều 9", unit))
    made = evolve(noted, answers=(Answered("head_rotation", "", "mau", rotation),), **changes)
    return explain(made, unit).split("CHỨC VỤ NĂM SAU\n")[1]


def test_a_bar_of_a_plugin_is_told_by_its_own_id() -> None:
    assert "Không được giữ chức Trưởng khối: trường hợp không được giữ chức (khong-lien-tiep) [QC" in barred("so-b")


def test_the_outgoing_head_is_told_that_it_holds_the_office() -> None:
    season = evolve(decision().season, outgoing=Outgoing("so-b"))
    assert "Không được giữ chức Trưởng khối: đang giữ chức Trưởng khối [QC Điều 9]" in barred("so-b", season=season)


def test_a_bar_by_a_fact_is_told_by_the_fact_even_to_the_outgoing_head() -> None:
    season = evolve(decision().season, outgoing=Outgoing("so-b"))
    assert "Trưởng khối: đang xem xét kỷ luật [QC" in barred("so-b", "under-discipline", season=season)


def test_decimals_have_a_comma_in_vietnamese_and_a_point_in_english() -> None:
    total = step(0, "total", Fraction("810.5"), "scale", "QC Điều 2", "so-a")
    assert "TỔNG ĐIỂM: 810,5 [" in explain(with_steps(total), "so-a")
    assert "TOTAL: 810.5 [" in explain(with_steps(total), "so-a", "en")


FIGURES = {
    "parts of a whole": (("0.8", "0.6"), "0.62", "(số liệu: 62%)"),
    "parts up to the whole": (("1", "0.6"), "0.795", "(số liệu: 79,5%)"),
    "a part that ends in no percentage": (("0.8",), "1/3", "(số liệu: 1/3)"),
    "points": (("80", "60"), "62.5", "(số liệu: 62,5)"),
    "a count from 1 on": (("1",), "3", "(số liệu: 3)"),
}


@pytest.mark.parametrize(("thresholds", "cell", "told"), FIGURES.values(), ids=FIGURES)
def test_a_figure_is_shown_as_its_bands_are_written(thresholds: tuple[str, ...], cell: str, told: str) -> None:
    bands = tuple(Band(Fraction(10), at_least=Fraction(threshold)) for threshold in thresholds)
    criterion = Criterion("hai-long", "Hài lòng", ("QC",), "read", method="bands", bands=bands)
    points = step(0, "points", Fraction(10), "criteria.hai-long", "QC", "so-a", cell=Fraction(cell))
    assert told in explain(evolve(with_steps(points), rules=ruleset(criteria=(criterion,))), "so-a")
