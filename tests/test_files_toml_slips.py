"""Slips: what is advised can be copied as it is shown, and one slip is told on one line."""

from pathlib import Path

import pytest
from attrs import fields
from season_files import HEAD, SEASON, faults_of

from emulrules.files.shape import file_key
from emulrules.files.toml_layout import ARRAYS
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.sitting import Sitting

ADVICE: dict[str, tuple[str, str, str]] = {
    "no quotes": ("tốt", "value-unquoted", "tốt"),
    "no quote before": ('279.25"', "value-unquoted", "279.25"),
    "dots of a blank behind": ("279…", "value-unquoted", "279"),
    "curly quotes": ("“279.25”", "quote-curly", "279.25"),
    "a curly quote before": ('“279.25"', "quote-curly", "279.25"),
    "curly quotes before a note": ("“279.25”  # x; …", "quote-curly", "279.25"),
    "curly quotes around a number sign": ("“Số # 1”", "quote-curly", "Số # 1"),
    "low quotes": ("„279.25“", "quote-curly", "279.25"),
    "curly quotes in an inline table": ("{ actual = “5” }", "quote-curly", "5"),
}


@pytest.mark.parametrize("name", ADVICE)
def test_what_is_advised_can_be_copied(name: str, tmp_path: Path) -> None:
    written, code, advised = ADVICE[name]
    [fault] = faults_of(tmp_path, f"{HEAD}[scores.a]\nb = {written}\n")
    assert (code, 6) == (fault.code, fault.line)
    for language in ("vi", "en"):
        assert f' "{advised}".' in fault.sentence(language)


def test_the_comma_of_thousands_is_not_advised_as_a_point_of_thousands(tmp_path: Path) -> None:
    for written in ("1,250", '"1,250"'):
        [fault] = faults_of(tmp_path, f"{HEAD}[scores.a]\nb = {{ actual = {written} }}\n")
        assert ("number-comma", "1.2500") == (fault.code, fault.data["write"])


def test_the_arrays_of_tables_are_those_of_all_formats() -> None:
    lists = {
        file_key(kind, each.name)
        for kind in (Season, Ruleset, Sitting)
        for each in fields(kind)
        if str(each.type).startswith("tuple[") and "str" not in str(each.type)
    }
    assert lists == ARRAYS


def test_every_header_with_one_bracket_of_two_is_told_and_nothing_else(tmp_path: Path) -> None:
    act = SEASON[SEASON.index("[[acts]]") :].replace("[[acts]]", "[acts]") + "[acts.votes]\na = 1\n"
    text = SEASON.replace("[[acts]]", "[acts]") + act + act
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line == "[acts]"]
    assert [("array-header", line) for line in lines] == [
        (fault.code, fault.line) for fault in faults_of(tmp_path, text)
    ]
    assert 3 == len(lines)


def test_a_table_that_is_written_twice_is_told_on_its_header_alone(tmp_path: Path) -> None:
    source = '[sources.bien-ban]\ndocument = "x"\nissued = 2023-01-10\nseen = "x"\n'
    [fault] = faults_of(tmp_path, SEASON + source)
    assert ("key-twice-at", SEASON.count("\n") + 1, 6) == (fault.code, fault.line, fault.data["first"])


def test_a_key_twice_in_the_table_after_is_told(tmp_path: Path) -> None:
    text = "[facts]\na = []\n[facts]\na = []\n[meeting]\npresent = 1\npresent = 2\n"
    assert [7, 11] == [fault.line for fault in faults_of(tmp_path, HEAD + text)]


def test_a_key_of_the_top_is_told_so_in_every_table_but_the_top(tmp_path: Path) -> None:
    late = SEASON + 'scores = "scores.csv"\n'
    [fault] = faults_of(tmp_path, late)
    assert ("key-of-top", SEASON.count("\n") + 1) == (fault.code, fault.line)
    assert "[ … ]" in fault.sentence("vi")


def test_a_near_key_is_told_with_all_keys(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, f"{HEAD}[outgoing]\nheda = 1\n")
    assert ("unknown-key-near", "head", "head, deputies") == (fault.code, fault.data["near"], fault.data["known"])
    assert "head, deputies" in fault.sentence("vi")
