"""The minutes' table is Markdown that shows what was decided and nothing else."""

import pytest
from markdown_it import MarkdownIt
from report_samples import QUOTA, decision

from emulrules.report.kept import Kept
from emulrules.report.minutes import minutes


def cells(shown: str) -> list[list[str]]:
    """The cells of the table as a reader of Markdown sees them."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).enable("table").parse(shown)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level == 4:
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_the_table_has_a_row_a_unit_from_the_first_place_down() -> None:
    assert [
        ["TT", "Đơn vị", "Điểm", "Hạng", "Đề nghị khen thưởng", "Ghi chú"],
        ["1", "Sở Ấm", "95", "1", "Cờ thi đua – TẠM GIỮ [5]", "tạm giữ kết quả: đang xác minh khiếu nại, tố cáo [1]"],
        ["2", "Sở Ăn", "90", "2", "", ""],
        ["3", "Sở Ao", "90", "3", "", ""],
        ["4", "Sở Bưởi", "80", "4", "Bằng khen [6]", ""],
    ] == cells(minutes(decision()))


def test_without_places_units_stand_as_vietnamese_sorts_and_there_is_no_column_for_them() -> None:
    steps = tuple(step for step in decision().steps if step.step != "standing")
    rows = cells(minutes(decision(steps=steps)))
    assert ["TT", "Đơn vị", "Đề nghị khen thưởng", "Ghi chú"] == rows[0]
    assert ["Sở Ao", "Sở Ăn", "Sở Ấm", "Sở Bưởi"] == [row[1] for row in rows[1:]]


def test_offices_open_questions_bases_and_warnings_stand_below() -> None:
    shown = minutes(decision(questions=(QUOTA,)))
    assert "- Trưởng khối: Sở Ao – được bầu \\[8\\]" in shown
    assert "- Hỏi Bộ: số lượng Bằng khen được đề nghị. Trả lời bằng một số từ 0 trở lên." in shown
    assert "- \\[5\\] QC Điều 6: cách chọn Cờ thi đua (theo tin đưa)" in shown
    assert "- Quy định chỉ biết qua tin đưa, chưa đọc văn bản: \\[5\\]." in shown


HOSTILE = {
    "a pipe": "Sở | Ao",
    "a line feed": "Sở\nAo",
    "a script": "<script>alert(1)</script>",
    "a link": "[Sở](javascript:x)",
    "an image": "![Sở](x)",
    "code": "`Sở`",
    "a backslash before a pipe": "Sở \\| Ao",
    "an address": "https://example.invalid/ www.example.invalid",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_is_read_as_the_text_that_it_is(name: str) -> None:
    made = decision({"so-a": name, "so-b": "Sở Ăn", "so-c": "Sở Ấm", "so-d": "Sở Bưởi"})
    rows = cells(minutes(made))
    assert {6} == {len(row) for row in rows}
    assert name.replace("\n", "<U+000A>") in [row[1] for row in rows]
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(minutes(made))
    assert not any(mark in rendered for mark in ("<script", "<a ", "<img", "<code"))


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+cmd", "-1", "@x"])
def test_a_name_like_a_formula_does_not_begin_its_cell(name: str) -> None:
    rows = cells(minutes(decision({"so-a": name, "so-b": "b", "so-c": "c", "so-d": "d"})))
    assert f"'{name}" in [row[1] for row in rows]


def test_both_languages_have_the_same_table() -> None:
    vietnamese, english = cells(minutes(decision(), "vi")), cells(minutes(decision(), "en"))
    assert [row[:4] for row in vietnamese[1:]] == [row[:4] for row in english[1:]]
    assert ["No.", "Unit", "Points", "Place", "Proposed for", "Notes"] == english[0]


def test_the_record_that_was_kept_is_named_in_the_last_line_as_text() -> None:
    last = minutes(decision(), "vi", Kept("nam_2022.json", "0f" * 32)).splitlines()[-1]
    assert f"Hồ sơ quyết định: nam\\_2022.json, mã {'-'.join(['0f0f'] * 16)}; hãy ghi mã này vào biên bản." == last
