"""Scores from a sheet: the same season as from the season's own file, with faults on the sheet's lines."""

import hashlib
from fractions import Fraction
from pathlib import Path

import pytest
from season_files import HEAD

from emulrules.errors import EmulrulesError, Fault, SeasonError
from emulrules.files.season import load_season, read_season
from emulrules.model.cell import Mark, Ratio

SHEET = 'unit,chi-tieu.actual,chi-tieu.plan,hai-long,ghi-chu\ndon-vi-a,19,20,79.5%,\n"Đơn vị B",3,,n/a,2\n'

IN_FILE = """
[scores.chi-tieu]
don-vi-a = { actual = 19, plan = 20 }
"Đơn vị B" = { actual = 3 }
[scores.hai-long]
don-vi-a = "79.5%"
"Đơn vị B" = "n/a"
[scores.ghi-chu]
"Đơn vị B" = 2
"""


def season_with(folder: Path, sheet: str | bytes, name: str = "scores.csv") -> Path:
    (folder / "scores.csv").write_bytes(sheet if isinstance(sheet, bytes) else sheet.encode())
    (folder / "season.toml").write_text(f'{HEAD}scores = "{name}"\n', encoding="utf-8")
    return folder / "season.toml"


def faults(path: Path) -> list[Fault]:
    with pytest.raises(EmulrulesError) as refused:
        read_season(path)
    assert refused.value.render("vi")
    return list(refused.value.faults)


FORMS: dict[str, bytes] = {
    "commas": SHEET.encode(),
    "semicolons": SHEET.replace(",", ";").encode(),
    "a byte order mark": b"\xef\xbb\xbf" + SHEET.encode(),
    "lines that end as on Windows": SHEET.replace("\n", "\r\n").encode(),
    "no line end after the last row": SHEET.rstrip("\n").encode(),
    "rows in another order": "\n".join(sorted(SHEET.split("\n")[1:], reverse=True)).join(
        [SHEET.split("\n")[0] + "\n", "\n"]
    ).encode(),
    "empty rows between": SHEET.replace("\n", "\n\n,,,,\n").encode(),
    "quotes around everything": "\n".join(
        ",".join(f'"{cell.strip(chr(34))}"' for cell in line.split(",")) for line in SHEET.strip().split("\n")
    ).encode(),
    "spaces around cells": SHEET.replace('"', "").replace(",", " , ").encode(),
    "decomposed letters": SHEET.replace("Đơn vị", "Đơn vi\u0323").encode(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_gives_the_same_season_as_the_file_itself(form: str, tmp_path: Path) -> None:
    (tmp_path / "inside.toml").write_text(HEAD + IN_FILE, encoding="utf-8")
    assert load_season(tmp_path / "inside.toml") == load_season(season_with(tmp_path, FORMS[form]))


def test_cells_of_a_sheet_are_exact(tmp_path: Path) -> None:
    scores = load_season(season_with(tmp_path, SHEET)).scores
    assert Ratio(Fraction(19), Fraction(20)) == scores["chi-tieu"]["don-vi-a"]
    assert Fraction(159, 200) == scores["hai-long"]["don-vi-a"]
    assert Mark.NOT_APPLICABLE is scores["hai-long"]["Đơn vị B"]
    assert ["Đơn vị B"] == list(scores["ghi-chu"])


def test_the_document_names_the_sheet_and_its_lines(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    sheet = tmp_path / "scores.csv"
    assert (str(sheet), 3) == document.place(("scores", "hai-long", "Đơn vị B"))
    assert (str(sheet), 1) == document.place(("scores", "hai-long", "don-vi-c"))
    assert (document.path, 5) == document.place(("scores",))
    assert hashlib.sha256(sheet.read_bytes()).hexdigest() == document.files[1].digest


WRONG: dict[str, tuple[str, str, int]] = {
    "a decimal comma in quotes": (SHEET.replace("79.5%", '"79,5%"'), "number-comma", 2),
    "a decimal comma among semicolons": (SHEET.replace(",", ";").replace("79.5", "79,5"), "number-comma", 2),
    "a decimal comma among commas": (SHEET.replace("79.5%", "79,5%"), "sheet-row", 2),
    "a cell too few": (SHEET.replace("79.5%,", "79.5%"), "sheet-row", 2),
    "an unknown mark": (SHEET.replace("n/a", "N/A"), "not-a-cell", 3),
    "a number that is none": (SHEET.replace("79.5%", "1e9"), "number-malformed", 2),
    "a plan without what was done": (SHEET.replace(",3,,", ",,3,"), "missing-key", 3),
    "what was done not applicable, and a plan": (SHEET.replace(",3,,", ",n/a,3,"), "number-malformed", 3),
    "a unit twice": (SHEET.replace('"Đơn vị B"', "don-vi-a"), "unit-twice", 3),
    "a row without a unit": (SHEET.replace("don-vi-a", ""), "sheet-unit-missing", 2),
    "a row without a single cell": (SHEET + "don-vi-c,,,,\n", "sheet-row-empty", 4),
    "a row of sums": (SHEET + "Tổng cộng,22,20,,2\n", "sheet-sum", 4),
    "a row of sums without one": (SHEET + "TỔNG CỘNG:,,,,\n", "sheet-sum", 4),
    "a row of sums that is shorter": (SHEET + "Cộng,22\n", "sheet-sum", 4),
    "a cell that was not filled in": (SHEET.replace("79.5%", "…"), "not-filled-in", 2),
    "tabs between cells": (SHEET.replace(",", "\t"), "sheet-tabs", 1),
    "a title above the header": ("Bảng điểm năm 2022,,,,\n" + SHEET, "sheet-header", 1),
    "thousands with a point, as planned": (SHEET.replace("19,20", "19,1.250"), "number-thousands", 2),
    "a unit with a letter that only looks right": (SHEET.replace("Đơn", "Ðơn"), "letter-alike", 3),
    "another first column": (SHEET.replace("unit", "Đơn vị"), "sheet-header", 1),
    "a column twice": (SHEET.replace("ghi-chu", "hai-long"), "sheet-column-twice", 1),
    "a part twice": (SHEET.replace("chi-tieu.plan", "chi-tieu.actual"), "sheet-column-twice", 1),
    "a criterion whole and in parts": (SHEET.replace("ghi-chu", "chi-tieu"), "sheet-column-twice", 1),
    "an unknown part": (SHEET.replace(".plan", ".planned"), "sheet-column", 1),
    "a column without a name": (SHEET.replace("ghi-chu", ""), "sheet-column", 1),
    "a plan without its column of what was done": (SHEET.replace("chi-tieu.actual", "khac"), "sheet-plan-alone", 1),
    "a quote that is not closed": (SHEET.replace("don-vi-a", '"don-vi-a'), "sheet-quotes", 2),
    "a hidden character": (SHEET.replace("don-vi-a", "don\u200b-vi-a"), "character-forbidden", 2),
    "501 units": ("unit,a\n" + "".join(f"u{number},1\n" for number in range(501)), "too-many-units", 502),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_sheet_is_refused_on_its_line(name: str, tmp_path: Path) -> None:
    sheet, code, line = WRONG[name]
    told = faults(season_with(tmp_path, sheet))
    assert (code, line) in [(fault.code, fault.line) for fault in told]
    assert {str(tmp_path / "scores.csv")} == {fault.file for fault in told}


UNREADABLE = {"nothing": (b"", "file-empty"), "UTF-16": (SHEET.encode("utf-16"), "file-utf-16")}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_sheet_that_is_no_text_is_refused(name: str, tmp_path: Path) -> None:
    content, code = UNREADABLE[name]
    assert [(code, str(tmp_path / "scores.csv"))] == [
        (fault.code, fault.file) for fault in faults(season_with(tmp_path, content))
    ]


ELSEWHERE = ["../scores.csv", "/etc/scores.csv", "a/scores.csv", "a\\\\scores.csv", "C:scores.csv", "..", ".scores.csv"]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_sheet_lies_beside_its_season(name: str, tmp_path: Path) -> None:
    assert ["sheet-elsewhere"] == [fault.code for fault in faults(season_with(tmp_path, SHEET, name))]


def test_what_reads_alike_in_one_row_is_told_once(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    unknown = [
        Fault("unknown-unit", ("scores", criterion, "Đơn vị B"), {"name": "Đơn vị B", "cluster": "khoi-a"})
        for criterion in ("chi-tieu", "hai-long", "ghi-chu")
    ]
    [told] = document.located(SeasonError(unknown)).faults
    assert 3 == told.line


def test_a_row_is_found_by_the_id_of_a_unit_that_it_names_in_full(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    assert (str(tmp_path / "scores.csv"), 3) == document.place(("scores", "chi-tieu", "don-vi-b"))


def test_an_empty_cell_of_a_row_is_told_on_that_row(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    assert (str(tmp_path / "scores.csv"), 2) == document.place(("scores", "ghi-chu", "don-vi-a"))


def missing(criterion: str, unit: str, code: str = "cell-missing") -> Fault:
    return Fault(code, ("scores", criterion), {"criterion": criterion, "unit": unit})


def test_a_cell_that_is_missing_is_told_on_the_row_of_its_unit(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    told = document.located(
        SeasonError([missing("ghi-chu", "don-vi-a"), missing("hai-long", "Đơn vị B (don-vi-b)")])
    ).faults
    assert [("cell-missing", 2), ("cell-missing", 3)] == [(fault.code, fault.line) for fault in told]


def test_a_row_that_is_missing_is_told_once(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET))
    cells = [missing("hai-long", "don-vi-c"), missing("chi-tieu", "don-vi-c", "cell-missing-ratio")]
    [told] = document.located(SeasonError(cells)).faults
    assert ("sheet-row-missing", str(tmp_path / "scores.csv"), 1) == (told.code, told.file, told.line)
    assert "don-vi-c" in told.sentence("vi")


def test_an_id_that_two_rows_could_mean_is_on_the_header(tmp_path: Path) -> None:
    document = read_season(season_with(tmp_path, SHEET + "đơn vị b,1,,,\n"))
    assert (str(tmp_path / "scores.csv"), 1) == document.place(("scores", "chi-tieu", "don-vi-b"))


def test_a_sheet_that_is_missing_is_named(tmp_path: Path) -> None:
    [fault] = faults(season_with(tmp_path, SHEET, "absent.csv"))
    assert ("file-missing", str(tmp_path / "absent.csv")) == (fault.code, fault.file)


def test_a_sheet_has_its_extension(tmp_path: Path) -> None:
    assert ["file-suffix"] == [fault.code for fault in faults(season_with(tmp_path, SHEET, "scores.xlsx"))]


def test_faults_of_the_season_and_of_its_sheet_are_told_together(tmp_path: Path) -> None:
    path = season_with(tmp_path, SHEET.replace("79.5%", "x"))
    path.write_text(path.read_text(encoding="utf-8") + "zzz = 1\n", encoding="utf-8")
    assert {"not-a-cell", "unknown-key"} == {fault.code for fault in faults(path)}
