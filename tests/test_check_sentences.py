"""The sentences of `emulrules check`: what the file writes as keys and numbers is told in words, as reports tell it."""

from fractions import Fraction
from pathlib import Path

import pytest
from building import ruleset
from checking import EXAMPLES, code_of, inspected, twin

from emulrules.checks import undefined
from emulrules.checks.finding import Finding, share
from emulrules.checks.inspection import inspect_file
from emulrules.model.ruleset import UNDEFINABLE, UndefinedRule

IN_WORDS = {
    "check-gate-contradicts": "không được xét",
    "check-tie-share-twice": "tỷ lệ nữ",
    "check-points-unread": "Xếp hạng theo kết quả hội nghị",
    "check-undefined": "Quy chế để ngỏ việc chọn",
    "check-vote-base-asked": "tính ngưỡng trên số đơn vị dự họp",
}


@pytest.mark.parametrize("code", IN_WORDS)
def test_a_vietnamese_sentence_says_in_words_what_the_file_writes_as_keys(code: str) -> None:
    example = next(path for path in EXAMPLES if code_of(path) == code)
    found = [*inspected(example).findings, *inspected(example).notes]
    told = next(each.finding for each in found if each.finding.code == code).sentence("vi")
    assert IN_WORDS[code] in told
    raw = ("women", "staff", "ballot", "meeting", "hold", "present", "headship.", "report-")
    assert [] == [word for word in raw if word in told]


def test_decimals_are_written_as_the_language_does_and_in_a_fix_as_the_file_does() -> None:
    finding = Finding("check-bonus-out-of-reach", data={"bonus": Fraction(3), "sum": Fraction(5, 2)})
    assert "2,5" in finding.sentence("vi")
    assert "2.5" in finding.sentence("en")
    assert "2.5" in finding.fix("vi")


@pytest.mark.parametrize(
    ("value", "told"),
    [("1/5", "20%"), ("1/8", "12,5%"), ("2/3", "2/3"), ("1", "100%"), ("171/20", "855%"), ("20", "20")],
)
def test_a_part_of_a_whole_is_a_percentage_where_that_ends(value: str, told: str) -> None:
    finding = Finding(
        "check-condition-idle", data={"condition": "c", "threshold": share(Fraction(value)), "members": 9}
    )
    assert f" {told})" in finding.sentence("vi")


@pytest.mark.parametrize("what", [*UNDEFINABLE, "awards.a.quota", "awards.a.choose", "reviews.a"])
def test_all_that_may_be_undefined_is_said_in_words(what: str) -> None:
    left = UndefinedRule("u", what, "Không nói.", ("Điều 1",), "read")
    (finding,) = (each for each in undefined.findings(ruleset("ab", undefined=(left,))) if each.path[0] == "undefined")
    assert "." not in finding.sentence("vi").split(":")[0]


@pytest.mark.parametrize("written", ['"855%"', "85"])
def test_figures_that_are_parts_of_a_whole_are_told_as_percentages(written: str, tmp_path: Path) -> None:
    text = twin(next(path for path in EXAMPLES if code_of(path) == "threshold-outside")).read_text(encoding="utf-8")
    path = tmp_path / "khoi.toml"
    path.write_text(text.replace('at_least = "90%"', f"at_least = {written}"), encoding="utf-8")
    told = inspect_file(str(path)).faults[0].sentence("vi")
    assert f'at_least = {written} nằm ngoài giới hạn most = "100%"' in told
