"""One sentence a place: what is wrong with a text itself is told alone, with what its place needs."""

from pathlib import Path

import pytest
from season_files import HEAD, SEASON, faults_of

from emulrules.errors import Fault
from emulrules.files.told_once import told_once

PLACEHOLDERS: dict[str, tuple[str, str]] = {
    "a choice": ('choice = ["Sở Mẫu A"]', 'choice = ["…"]'),
    "three points": ('choice = ["Sở Mẫu A"]', 'choice = ["..."]'),
    "without quotes": ('choice = ["Sở Mẫu A"]', "number = …"),
    "a count": ('choice = ["Sở Mẫu A"]', 'number = "…"'),
    "two places of one row": ('choice = ["Sở Mẫu A"]', 'choice = ["…", "…"]'),
    "a source": ('source = "bien-ban"', 'source = "…"'),
    "how far it is trusted": ('trust = "read"', 'trust = "…"'),
    "a day": ("on = 2023-01-10", 'on = "…"'),
    "a title": ('"Biên bản (giả định)"', '"…"'),
    "a season": ('season = "2022"', 'season = "…"'),
    "a score": ('"9.5"', '"…"'),
    "a proportion": ('"9.5"', '{ actual = "…", plan = "…" }'),
    "what earns and what loses": ('"9.5"', '{ plus = "…", minus = "…" }'),
    "awards": ('"9.5"', '["…"]'),
    "the stages of a score": ('"9.5"', '{ tu-cham = "…", hoi-dong = "…" }'),
}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_place_that_was_not_filled_in_is_told_once(name: str, tmp_path: Path) -> None:
    before, after = PLACEHOLDERS[name]
    text = SEASON.replace(before, after, 1)
    line = next(number for number, each in enumerate(text.split("\n"), 1) if after in each)
    assert [("not-filled-in", line)] == [(fault.code, fault.line) for fault in faults_of(tmp_path, text)]


def test_dots_at_the_end_of_a_text_are_left_alone(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, HEAD.replace("2022", "2022…"))
    assert ["season-id"] == [fault.code for fault in faults]


EMPTY: dict[str, tuple[str, str]] = {
    'format = "emulrules/season/1"': ('format = ""', "format-missing"),
    'season = "2022"': ('season = ""', "season-id"),
    'cluster = "khoi-a"': ('cluster = ""', "text-empty-needed"),
    'question = "head"': ('question = ""', "text-empty-needed"),
    'source = "bien-ban"': ('source = ""', "text-empty-needed"),
    'trust = "read"': ('trust = ""', "not-one-of"),
    'choice = ["Sở Mẫu A"]': ('choice = [""]', "text-empty"),
}


@pytest.mark.parametrize("before", EMPTY)
def test_an_empty_text_is_told_with_what_its_place_needs(before: str, tmp_path: Path) -> None:
    after, code = EMPTY[before]
    assert [code] == [fault.code for fault in faults_of(tmp_path, SEASON.replace(before, after))]


CELLS = {
    '""': "cell-empty",
    '{ actual = "", plan = "" }': "cell-empty-ratio",
    '{ actual = 1, plan = "" }': "cell-empty-ratio",
    '{ plus = "", minus = "" }': "cell-empty-net",
    '{ plus = 1, minus = "" }': "cell-empty-net",
    '[""]': "cell-empty-held",
    '["co", ""]': "cell-empty-held",
}


@pytest.mark.parametrize("cell", CELLS)
def test_an_empty_cell_is_told_in_the_form_that_stands_there(cell: str, tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, SEASON.replace("= 3", f"= {cell}", 1))
    assert (CELLS[cell], "Sở Mẫu A", "tieu-chi") == (fault.code, fault.data["unit"], fault.data["criterion"])


@pytest.mark.parametrize(
    ("other", "code"), [("{ plus = 1, minus = 0 }", "cell-empty-net"), ("[]", "cell-empty-held"), ("2", "cell-empty")]
)
def test_an_empty_text_is_told_in_the_form_of_the_other_rows(other: str, code: str, tmp_path: Path) -> None:
    text = SEASON.replace("= 3", '= ""', 1).replace('"9.5"', other)
    assert [code] == [fault.code for fault in faults_of(tmp_path, text)]


def test_nobody_is_told_to_leave_out_what_is_needed(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, HEAD.replace("khoi-a", ""))
    assert "xóa" not in fault.sentence("vi")
    assert "remove" not in fault.sentence("en")


def test_a_space_too_many_is_told_alone(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, SEASON.replace('"9.5"', '"279.25 "'))
    assert ("text-edges", "279.25") == (fault.code, fault.data["text"])


def test_faults_at_other_places_stay() -> None:
    faults = [Fault("text-edges", ("a",)), Fault("not-text", ("a",)), Fault("not-text", ("a", "b")), Fault("x", ("c",))]
    assert [faults[0], faults[2], faults[3]] == list(told_once(faults, {}))
