"""Bad numbers: refused from their text, before any number is made of them; one value however it is written."""

import decimal
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from building import criterion, decided, order, ruleset, season
from season_files import HEAD, codes_of, faults_of

from emulrules.files.record import record_bytes
from emulrules.files.season import read_season
from emulrules.model.cell import Ratio
from emulrules.model.decision import Decision
from emulrules.report.text import text
from emulrules.verdicts import examine

CELLS: dict[str, tuple[str, str]] = {
    "a huge exponent": ("1e999999999", "number-notation"),
    "a huge exponent in quotes": ('"1e999999999"', "number-malformed"),
    "a tiny exponent": ("1e-99999999", "number-notation"),
    "a tiny exponent in quotes": ('"1e-99999999"', "number-malformed"),
    "a small exponent": ("1e3", "number-notation"),
    "5,000 digits": ("1" * 5_000, "number-too-long"),
    "5,000 digits in quotes": ('"' + "1" * 150 + '"', "number-too-long"),
    "61 digits": ("1" * 61, "number-too-long"),
    "61 decimals in quotes": ('"0.' + "1" * 61 + '"', "number-too-long"),
    "a fraction of 62 digits": ('"' + "1" * 31 + "/" + "2" * 31 + '"', "number-too-long"),
    "hexadecimal": ("0x10", "number-notation"),
    "octal": ("0o17", "number-notation"),
    "binary": ("0b11", "number-notation"),
    "hexadecimal in quotes": ('"0x10"', "number-malformed"),
    "not a number": ("nan", "number-notation"),
    "not a number in quotes": ('"nan"', "not-a-cell"),
    "infinity": ("inf", "number-notation"),
    "minus infinity": ("-inf", "number-notation"),
    "a plus sign": ("+5", "number-notation"),
    "a plus sign in quotes": ('"+5"', "number-malformed"),
    "an underscore": ("1_000", "number-notation"),
    "an underscore in quotes": ('"1_000"', "number-malformed"),
    "a leading zero": ("007", "number-notation"),
    "a bare decimal": ("9.5", "number-unquoted"),
    "a decimal comma": ("9,5", "number-comma"),
    "a decimal comma in quotes": ('"9,5"', "number-comma"),
    "a decimal comma with thousands": ("1.234,5", "number-comma"),
    "a decimal comma with thousands in quotes": ('"1.234,5"', "number-comma"),
    "a decimal comma in an inline table": ("{ actual = 9,5, plan = 10 }", "number-comma"),
    "a percentage with a comma": ('"79,5%"', "number-comma"),
    "thousands in the English way": ('"1,234.5"', "number-malformed"),
    "full-width digits": ('"９"', "character-not-plain"),
    "Arabic digits": ('"٩"', "character-not-plain"),
    "superscript digits": ('"9²"', "character-not-plain"),
    "a minus sign of typography": ('"−5"', "number-malformed"),
    "a space inside": ('"1 000"', "number-malformed"),
    "a space after": ('"9.5 "', "text-edges"),
    "a line end after": ('"9.5\\n"', "character-forbidden"),
    "a point at the end": ('"9."', "number-malformed"),
    "a point at the beginning": ('".5"', "number-malformed"),
    "two points": ('"1.2.3"', "number-malformed"),
    "a fraction by zero": ('"1/0"', "number-zero-divisor"),
    "a fraction of decimals": ('"1.5/2"', "number-malformed"),
    "a bare fraction": ("2/3", "value-unquoted"),
    "a bare percentage": ("80%", "value-unquoted"),
    "a percentage per mille": ('"8‰"', "number-malformed"),
    "a boolean": ("true", "not-a-number"),
    "a date": ("2022-01-01", "not-a-number"),
    "a word": ('"tốt"', "not-a-cell"),
    "nothing": ('""', "cell-empty"),
    "a mark in capitals": ('"N/A"', "not-a-cell"),
    "a list": ("[9]", "not-text"),
    "a plan that is true": ("{ actual = 1, plan = true }", "not-a-number"),
    "a plan without what was done": ("{ plan = 1 }", "missing-key"),
    "an unknown part of a proportion": ("{ actual = 1, plam = 2 }", "unknown-key-near"),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_is_no_plain_number_is_refused_on_its_line(name: str, tmp_path: Path) -> None:
    text, code = CELLS[name]
    told = [(fault.code, fault.line) for fault in faults_of(tmp_path, f"{HEAD}[scores.a]\nb = {text}\nc = 1\n")]
    assert [(code, 6)] == told


@pytest.fixture(params=["the usual limits", "the smallest integer limit", "a decimal context of one digit"])
def surroundings(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a caller may have changed about numbers."""
    limit, context = sys.get_int_max_str_digits(), decimal.getcontext().copy()
    if "integer" in request.param:
        sys.set_int_max_str_digits(640)
    elif "decimal" in request.param:
        decimal.setcontext(decimal.Context(prec=1, Emax=1, Emin=-1, traps=list(decimal.Context().traps)))
    yield
    sys.set_int_max_str_digits(limit)
    decimal.setcontext(context)


@pytest.mark.usefixtures("surroundings")
def test_what_the_caller_set_about_numbers_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(f'{HEAD}[scores.a]\nb = "{"9" * 30}.{"9" * 30}"\nc = {"9" * 60}\n', encoding="utf-8")
    cells = read_season(path).value.scores["a"]
    assert {"b": 10**30 - Fraction(1, 10**30), "c": Fraction(10**60 - 1)} == cells
    assert ["number-too-long"] == codes_of(tmp_path, f"{HEAD}[scores.a]\nb = {'9' * 5_000}\n")


def of_odd_plans() -> Decision:
    """A decision whose totals have 1,700 digits above and below the line."""
    criteria = tuple(criterion(f"c{number}", "proportion", max="1") for number in range(30))
    cells = {f"c{number}": {"a": (1, 10**58 + 2 * number + 1), "b": (1, 3)} for number in range(30)}
    return decided(ruleset("ab", criteria=criteria, order=order()), season(scores=cells))


RECORD, TEXT = record_bytes(of_odd_plans()), text(of_odd_plans())


@pytest.mark.usefixtures("surroundings")
def test_what_the_caller_set_about_numbers_changes_no_record_and_no_report() -> None:
    assert (RECORD, TEXT) == (record_bytes(of_odd_plans()), text(of_odd_plans()))
    assert examine(RECORD).matches


SAME: dict[str, list[str]] = {
    "0": ["0", "-0", '"0"', '"-0"', '"0.0"', '"0%"', '"0/7"', '"-0.00"'],
    "3": ["3", '"3"', '"3.0"', '"300%"', '"6/2"', '"03"'],
    "19/2": ['"9.5"', '"9.50"', '"950%"', '"19/2"', '"009.5"'],
    "-1/3": ['"-1/3"', '"-2/6"'],
}


@pytest.mark.parametrize("value", SAME)
def test_one_value_is_the_same_however_it_is_written(value: str, tmp_path: Path) -> None:
    rows = "".join(f"u{number} = {text}\n" for number, text in enumerate(SAME[value]))
    path = tmp_path / "season.toml"
    path.write_text(f"{HEAD}[scores.a]\n{rows}", encoding="utf-8")
    cells = read_season(path).value.scores["a"]
    assert {Fraction(value)} == set(cells.values())
    assert {"Fraction"} == {type(cell).__name__ for cell in cells.values()}


COUNTS: dict[str, tuple[str, str]] = {
    "a boolean": ("[meeting]\npresent = true", "not-a-count"),
    "a decimal": ("[meeting]\npresent = 6.0", "not-a-count"),
    "an exponent": ("[meeting]\npresent = 1e1", "not-a-count"),
    "a decimal in quotes": ('[meeting]\npresent = "6.0"', "not-a-count"),
    "a decimal comma in quotes": ('[meeting]\npresent = "6,0"', "not-a-count"),
    "a plus sign in quotes": ('[meeting]\npresent = "+6"', "not-a-count"),
    "zeros before in quotes": ('[meeting]\npresent = "06"', "not-a-count"),
    "a percentage in quotes": ('[meeting]\npresent = "600%"', "not-a-count"),
    "a word": ('[meeting]\npresent = "sáu"', "not-a-count"),
    "a space after, in quotes": ('[meeting]\npresent = "6 "', "text-edges"),
    "below zero in quotes": ('[meeting]\npresent = "-1"', "number-below"),
    "beyond every count in quotes": ('[meeting]\npresent = "1000000001"', "count-too-large"),
    "digits without end in quotes": (f'[meeting]\npresent = "{"9" * 190}"', "not-a-count"),
    "women below zero in quotes": ('[units.a]\nwomen = "-1"', "number-below"),
    "more women than staff in quotes": ('[units.a]\nwomen = "3"\nstaff = 2', "women-exceed-staff"),
    "below zero": ("[meeting]\npresent = -1", "number-below"),
    "beyond every count": ("[meeting]\npresent = 1000000001", "count-too-large"),
    "hexadecimal": ("[meeting]\npresent = 0x6", "number-notation"),
    "women below zero": ("[units.a]\nwomen = -1", "number-below"),
    "nobody on the staff": ("[units.a]\nstaff = 0", "number-below"),
    "more women than staff": ("[units.a]\nwomen = 3\nstaff = 2", "women-exceed-staff"),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_count_is_a_whole_number_that_can_be(name: str, tmp_path: Path) -> None:
    text, code = COUNTS[name]
    assert [code] == codes_of(tmp_path, f"{HEAD}{text}\n")


ANSWERED = """[sources.bien-ban]
document = "Biên bản (giả định)"
[meeting]
present = {six}
[units.a]
women = {two}
staff = {six}
[[acts]]
question = "award:flag:ballot"
votes = {{ a = {two}, b = {zero} }}
ballots = {six}
names = {two}
source = "bien-ban"
trust = "read"
[[acts]]
question = "quota:flag"
number = {two}
source = "bien-ban"
trust = "read"
[[acts]]
question = "standing"
places = {{ a = {two} }}
source = "bien-ban"
trust = "read"
"""


def test_a_count_in_quotes_is_the_same_count(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    seasons = []
    for mark in ("", '"'):
        counts = {name: f"{mark}{number}{mark}" for name, number in (("zero", 0), ("two", 2), ("six", 6))}
        path.write_text(HEAD + ANSWERED.format(**counts), encoding="utf-8")
        seasons.append(read_season(path).value)
    bare, quoted = seasons
    assert bare == quoted
    assert {"int"} == {type(number).__name__ for number in (quoted.acts[0].votes or {}).values()}


def test_votes_below_zero_in_quotes_are_refused(tmp_path: Path) -> None:
    told = codes_of(tmp_path, HEAD + ANSWERED.format(zero='"-1"', two=2, six=6))
    assert ["number-below"] == told


THOUSANDS = {
    "a plan": '{ actual = 1100, plan = "1.250" }',
    "what was done": '{ actual = "12.500", plan = 1 }',
    "hundreds of thousands": '{ actual = "300.125" }',
    "without quotes": "{ actual = 1100, plan = 1.250 }",
}


@pytest.mark.parametrize("name", THOUSANDS)
def test_a_point_that_may_stand_after_thousands_is_refused_in_a_proportion(name: str, tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, f"{HEAD}[scores.a]\nb = {THOUSANDS[name]}\n")
    assert ("number-thousands", 6) == (fault.code, fault.line)


def test_both_ways_out_of_a_point_after_thousands_are_told(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, f"{HEAD}[scores.a]\nb = {THOUSANDS['a plan']}\n")
    for language in ("vi", "en"):
        assert " 1250," in fault.sentence(language)
        assert '"1.2500"' in fault.sentence(language)


UNMISTAKABLE = {
    '{ actual = "1.2500" }': Fraction(5, 4),
    '{ actual = "0.250" }': Fraction(1, 4),
    '{ actual = "1.25" }': Fraction(5, 4),
    '{ actual = "1000.250" }': Fraction(4001, 4),
    '{ actual = "12.500%" }': Fraction(1, 8),
}


@pytest.mark.parametrize("text", UNMISTAKABLE)
def test_other_decimals_of_a_proportion_are_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(f"{HEAD}[scores.a]\nb = {text}\n", encoding="utf-8")
    cell = read_season(path).value.scores["a"]["b"]
    assert isinstance(cell, Ratio)
    assert UNMISTAKABLE[text] == cell.actual


def test_points_may_have_three_decimals(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(f'{HEAD}[scores.a]\nb = "1.250"\n', encoding="utf-8")
    assert Fraction(5, 4) == read_season(path).value.scores["a"]["b"]


def test_a_decimal_comma_is_told_with_what_to_write(tmp_path: Path) -> None:
    [fault] = faults_of(tmp_path, f'{HEAD}[scores.a]\nb = "1.234,5"\n')
    assert '"1234.5"' in fault.sentence("vi")
    assert '"1234.5"' in fault.sentence("en")
