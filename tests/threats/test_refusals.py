"""Bad files met from the command line: status 1, nothing printed and nothing written but a line for each fault.

What a file says wrong in its season, its sheet or its ruleset is one thing; the program behaves alike for all of them.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from ruleset_files import RULESET
from season_files import UNREADABLE
from year_files import SCORED, Folder, laid_out

from emulrules.cli import main

SHEET: Final = """\
unit,chi-tieu.actual,chi-tieu.plan,hai-long,phong-trao,diem-thuong,diem-tru
don-vi-a,9,10,80%,30,1,0
don-vi-b,8,10,79.5%,29.5,0,0
"""
IN_SHEET: Final = re.sub(r"\[scores\..*?(?=\[\[acts)", "", SCORED, flags=re.DOTALL).replace(
    "\n[sources", '\nscores = "scores.csv"\n[sources', 1
)


def as_season(year: Folder, content: bytes) -> Path:
    year.season.write_bytes(content)
    return year.season


def as_sheet(year: Folder, content: bytes) -> Path:
    year.season.write_text(IN_SHEET, encoding="utf-8")
    (year.path / "scores.csv").write_bytes(content)
    return year.path / "scores.csv"


def as_ruleset(year: Folder, content: bytes) -> Path:
    year.ruleset.write_bytes(content)
    return year.ruleset


PLACES: Final = {"season": as_season, "sheet": as_sheet, "ruleset": as_ruleset}


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> Callable[[Folder, bytes], Path]:
    """Puts some content in the place of one file of a year."""
    return PLACES[request.param]


def test_the_same_year_is_decided_from_a_sheet(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    whole = year.run("decide", "--format", "json")
    as_sheet(year, SHEET.encode())
    assert (3, whole.stdout) == (whole.exit_code, year.run("decide", "--format", "json").stdout)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_text_ends_the_program_with_1(
    name: str, place: Callable[[Folder, bytes], Path], tmp_path: Path
) -> None:
    content, code = UNREADABLE[name]
    year = laid_out(tmp_path)
    path = place(year, content)
    first, *_ = year.refused()
    assert re.fullmatch(rf"{re.escape(str(path))}(:[0-9]+)?: {code}: \S.*", first)


# A statement of TOML that neither a season nor a ruleset may hold, and the code.
STATEMENTS: dict[str, tuple[str, str]] = {
    "nested 100,000 deep": ("a = " + "[" * 100_000 + "]" * 100_000, "too-deep"),
    "a dotted key of thousands of parts": (".".join("a" * 5_000) + " = 1", "too-deep"),
    "a key twice": ('title = "a"\ntitle = "b"', "key-twice-at"),
    "a table twice": ("[sources.x]\n[sources.x]", "key-twice-at"),
    "an unknown key with the nearest": ("[sources.x]\ndocumnt = 1", "unknown-key-near"),
    "an unknown key like no other": ("[xyz]\na = 1", "unknown-key"),
    "a boolean where a text is due": ("[sources.x]\ndocument = true", "not-text"),
    "a date with a time": ('[sources.x]\ndocument = "a"\nissued = 2021-01-01T00:00:00', "date-with-time"),
    "a date with a time and a zone": ("[sources.x]\nissued = 2021-01-01 07:00:00+07:00", "date-with-time"),
    "a number of 5,000 digits": ("a = " + "9" * 5_000, "number-too-long"),
    "hexadecimal": ("a = 0x10", "number-notation"),
    "an underscore": ("a = 1_000", "number-notation"),
    "a decimal comma": ("a = 9,5", "number-comma"),
    "an invisible letter": ('[sources.x]\ndocument = "a\u200b"', "character-forbidden"),
    "an invisible letter as an escape": ('[sources.x]\ndocument = "a\\u200b"', "character-forbidden"),
    "half a letter": ('[sources.x]\ndocument = "\\ud800"', "escape-unknown"),
    "a letter that only looks right": ('[sources.x]\ndocument = "a"\nnumber = "Ð"', "letter-alike"),
}  # fmt: skip


@pytest.mark.parametrize("name", STATEMENTS)
@pytest.mark.parametrize("put", ["season", "ruleset"])
def test_a_statement_that_no_file_may_hold_ends_the_program_with_1(put: str, name: str, tmp_path: Path) -> None:
    statement, code = STATEMENTS[name]
    year = laid_out(tmp_path)
    content = SCORED if put == "season" else RULESET
    path = PLACES[put](year, f"{content}\n{statement}\n".encode())
    told = year.refused()
    assert any(re.fullmatch(rf"{re.escape(str(path))}:[0-9]+: {code}: \S.*", line) for line in told), told


SUFFIXES: dict[str, str] = {
    "a workbook": "season.xlsx",
    "a document": "season.docx",
    "a record": "season.json",
    "no extension": "season",
    "an extension more": "season.toml.txt",
    "a copy": "season.toml~",
}


@pytest.mark.parametrize("name", SUFFIXES)
def test_a_season_of_another_extension_ends_the_program_with_1(name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    other = year.season.rename(year.path / SUFFIXES[name])
    (line,) = Folder(year.path, other, year.ruleset).refused()
    assert line.startswith(f"{other}: file-suffix: ")


@pytest.mark.parametrize("name", ["missing.toml", ".", "rules"])
def test_what_is_no_file_ends_the_program_with_1(name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    (line,) = Folder(year.path, year.path / name, year.ruleset).refused()
    assert re.match(rf"{re.escape(str(year.path / name))}: file-(missing|suffix|is-folder): ", line)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_record_that_is_no_text_is_invalid(name: str, tmp_path: Path) -> None:
    content, _ = UNREADABLE[name]
    record = tmp_path / "record.json"
    record.write_bytes(content)
    result = CliRunner().invoke(main, ["replay", str(record)])
    assert (15, "") == (result.exit_code, result.stdout)
    assert all(line.startswith(f"{record}: ") for line in result.stderr.splitlines())


EDITED: dict[str, Callable[[bytes], bytes]] = {
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "lines that end as on Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "no line end after the last line": lambda data: data.rstrip(b"\n"),
    "line ends after the last line": lambda data: data + b"\n\n",
    "letters taken apart": lambda data: data.replace("ị".encode(), "i\u0323".encode()),
}


@pytest.mark.parametrize("name", EDITED)
@pytest.mark.parametrize(("put", "content"), [("season", SCORED), ("sheet", SHEET), ("ruleset", RULESET)])
def test_what_an_editor_changes_leaves_the_same_record(put: str, content: str, name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    assert 3 == year.run("decide", "--record", tmp_path / "plain.json").exit_code
    PLACES[put](year, EDITED[name](content.encode()))
    result = year.run("decide", "--record", tmp_path / "edited.json")
    assert 3 == result.exit_code, result.stderr
    assert (tmp_path / "plain.json").read_bytes() == (tmp_path / "edited.json").read_bytes()


NUMBERS: dict[str, tuple[str, str]] = {
    "-0 and 0": ("don-vi-b = 0", "don-vi-b = -0"),
    "0 and 0.00": ("don-vi-b = 0", 'don-vi-b = "0.00"'),
    "29.5 and 29.50": ('"29.5"', '"29.50"'),
    "29.5 and 59/2": ('"29.5"', '"59/2"'),
    "79.5% and 0.795": ('"79.5%"', '"0.795"'),
    "30 and 30.0": ("don-vi-a = 30", 'don-vi-a = "30.0"'),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_two_spellings_of_one_number_have_one_record(name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    year.run("decide", "--record", tmp_path / "one.json")
    year.season.write_text(SCORED.replace(*NUMBERS[name]), encoding="utf-8")
    year.run("decide", "--record", tmp_path / "other.json")
    assert SCORED != year.season.read_text(encoding="utf-8")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()


BEYOND: dict[str, tuple[str, str, str]] = {
    "points above the maximum": ("don-vi-a = 30", "don-vi-a = 41", "cell-above-max"),
    "points above the maximum by a hair": ("don-vi-a = 30", 'don-vi-a = "40.0000000001"', "cell-above-max"),
    "points below zero": ("don-vi-a = 30", "don-vi-a = -1", "cell-below-zero"),
    "a count below zero": ("don-vi-a = 1\n", "don-vi-a = -1\n", "cell-not-count"),
    "a count that is none": ("don-vi-a = 1\n", 'don-vi-a = "1.5"\n', "cell-not-count"),
    "what was done below zero": ("actual = 9,", "actual = -9,", "cell-below-zero"),
    "a plan of nothing": ("actual = 9, plan = 10", "actual = 9, plan = 0", "cell-plan-not-positive"),
    "a plan below zero": ("actual = 9, plan = 10", "actual = 9, plan = -10", "cell-plan-not-positive"),
}


@pytest.mark.parametrize("name", BEYOND)
def test_a_number_beyond_its_bounds_is_refused_on_its_line(name: str, tmp_path: Path) -> None:
    old, new, code = BEYOND[name]
    text = SCORED.replace(old, new, 1)
    year = laid_out(tmp_path, season=text)
    (told,) = year.refused()
    line = next(number for number, each in enumerate(text.splitlines(), 1) if new.strip() in each)
    assert told.startswith(f"{year.season}:{line}: {code}: ")
