"""Facts about the JSON Schemas: they say what the model says, take what is right, and refuse what they can see."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli
from attrs import evolve
from cases import RULESETS
from click.testing import CliRunner
from format_pages import page
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from law_trials import DEEP
from schema_making import FOLDER, text

from emulrules.cli import main
from emulrules.errors import EmulrulesError
from emulrules.files.council import load_council
from emulrules.files.library import Library
from emulrules.files.ruleset import read_part
from emulrules.files.schemas import SCHEMAS, schema_text
from emulrules.files.season import load_season
from emulrules.model.table import Table
from emulrules.report.blank import blank_season
from emulrules.testing.cases import Case
from emulrules.testing.strategies import cases
from emulrules.testing.toml_writing import written

REPOSITORY = Path(__file__).parents[1]
SHIPPED = sorted(path for path in REPOSITORY.glob("rulesets/emulrules_rulesets/**/*.toml"))
READ: dict[str, Callable[[Path], object]] = {
    "season": load_season,
    "ruleset": read_part,
    "council": load_council,
}


@cache
def validator(name: str) -> Any:
    return Draft202012Validator(json.loads(schema_text(name)))


def as_json(value: Any) -> Any:
    """What TOML says, with days as text, since JSON has none."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(name: str, written: str) -> list[str]:
    return [error.message for error in validator(name).iter_errors(as_json(tomli.loads(written)))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_shipped_is_what_is_made(name: str) -> None:
    assert text(name) == schema_text(name), "run: make schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


def test_no_other_schema_is_shipped() -> None:
    assert sorted(f"{name}.json" for name in SCHEMAS) == sorted(path.name for path in FOLDER.iterdir())


def descriptions(name: str) -> list[str]:
    schema = json.loads(schema_text(name))
    parts = [schema, *schema["$defs"].values()]
    keys = [each for part in parts for each in part.get("properties", {}).values()]
    return [each["description"] for each in keys if "description" in each]


@pytest.mark.parametrize("name", SCHEMAS)
def test_descriptions_are_those_of_the_page_without_its_marks(name: str) -> None:
    found = descriptions(name)
    assert len(found) > 15
    assert [] == [each for each in found if "`" in each or "](" in each]


def test_a_key_is_described_as_its_page_says() -> None:
    staff = json.loads(schema_text("season"))["$defs"]["UnitEntry"]["properties"]["staff"]
    assert "how many people work there, at least one" == staff["description"]


def test_every_shipped_file_is_right() -> None:
    wrong = {}
    for path in SHIPPED:
        written = path.read_text(encoding="utf-8")
        name = str(tomli.loads(written)["format"]).split("/")[1]
        wrong[path.name] = complaints(name, written)
    assert len(wrong) > 100
    assert {} == {path: found for path, found in wrong.items() if found}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_example_on_the_page_is_right(name: str) -> None:
    assert [] == complaints(name, example(name))


def example(name: str) -> str:
    return page(name).split("```toml\n", 1)[1].split("```", 1)[0]


@settings(max_examples=500 if DEEP else 10)
@given(cases())
def test_what_is_invented_is_right(case: Case) -> None:
    assert [] == complaints("ruleset", written(case.ruleset))
    # A file names a former season by its record alone.
    assert [] == complaints("season", written(evolve(case.season, former=Table())))


def test_a_blank_season_names_its_schema_and_lacks_only_what_is_to_be_filled_in() -> None:
    rules = Library([RULESETS], installed=False).read("song-lam-blocs", date(2021, 1, 15)).value
    blank = blank_season(rules, "van-hoa-xa-hoi", "2022")
    assert blank.startswith("#:schema ./season.schema.json\n")
    errors = list(validator("season").iter_errors(as_json(tomli.loads(blank))))
    assert errors
    assert {"outgoing", "scores", "sources"} == {error.absolute_path[0] for error in errors}


# What is put in the place of what, in the example of the page, and what the fault is. The reader refuses each, too.
FAULTY = {
    "season, key that is not known": ("season", 'season  = "2022"', 'season  = "2022"\nseasom = "2022"'),
    "season, key that lacks": ("season", 'cluster = "van-hoa-xa-hoi"\n', ""),
    "season, other format": ("season", "emulrules/season/1", "emulrules/season/2"),
    "season, year without quotes": ("season", '"2022"', "2022"),
    "season, year with a slash": ("season", '"2022"', '"2021/2022"'),
    "season, number with a decimal comma": ("season", '"85%"', '"8,5"'),
    "season, number that is a float": ("season", '"85%"', "8.5"),
    "season, number with an exponent": ("season", '"85%"', '"8e5"'),
    "season, cell that is left empty": ("season", '"85%"', '""'),
    "season, cell that is true": ("season", '"85%"', "true"),
    "season, thousands with a point": ("season", '"85%"', '{ actual = "1.250", plan = 2 }'),
    "season, figure without what was done": ("season", '"85%"', "{ plan = 2 }"),
    "season, divided by nothing": ("season", '"85%"', '"5/0"'),
    "season, fewer than nobody": ("season", "women = 71", "women = -1"),
    "season, no staff": ("season", "staff = 100", "staff = 0"),
    "season, day in another order": ("season", "on         = 2023-01-10", 'on         = "10/01/2023"'),
    "season, day with a time": ("season", "on         = 2023-01-10", "on         = 2023-01-10T09:00:00"),
    "season, trust that there is not": ("season", 'trust      = "read"', 'trust      = "sure"'),
    "season, two answers in one act": ("season", 'choice     = ["so-y-te"]', 'choice = ["so-y-te"]\nnumber = 1'),
    "season, act without an answer": ("season", 'choice     = ["so-y-te"]', ""),
    "season, act that was not held but answered": ("season", 'trust      = "read"', 'trust = "read"\nheld = false'),
    "season, ballots without votes": ("season", 'trust      = "read"', 'trust = "read"\nballots = 3'),
    "season, list that is one text": ("season", '["bao-hiem-xa-hoi"]', '"bao-hiem-xa-hoi"'),
    "season, record that is no id": ("season", "[outgoing]", '[former]\n2021 = "abc"\n\n[outgoing]'),
    "season, what is still to be filled in": ("season", '"Biên bản hội nghị tổng kết (giả định)"', '"…"'),
    "season, queue without a source": ("season", "[outgoing]", '[turns]\nqueue = ["so-y-te"]\n\n[outgoing]'),
    "season, who joins without a document": ("season", "women = 71", 'roster = "joins"\nname = "Sở Y tế"'),
    "ruleset, key that is not known": ("ruleset", "kind    =", "kindd   ="),
    "ruleset, id with capitals": ("ruleset", 'id        = "khoi-gia-dinh"', 'id        = "Khoi"'),
    "ruleset, rule without a basis": ("ruleset", 'basis       = "quy-che Điều 5"\n', ""),
    "ruleset, basis that names no source": ("ruleset", '"quy-che Điều 5"', '"Điều 5"'),
    "ruleset, basis that is empty": ("ruleset", '"quy-che Điều 5"', "[]"),
    "ruleset, cluster without members": ("ruleset", '["don-vi-a", "don-vi-b"]', "[]"),
    "ruleset, place that is none": ("ruleset", "name_places = [1]", "name_places = [0]"),
    "ruleset, order that there is not": ("ruleset", 'by          = "meeting"', 'by          = "vote"'),
    "ruleset, ballot of nobody": ("ruleset", 'by          = "meeting"', 'by          = "ballot"'),
    "ruleset, place that is not said": ("ruleset", ", places = [1] }", " }"),
    "ruleset, threshold of a meeting": (
        "ruleset",
        'by = "place", places = [1]',
        'by = "meeting", asks = "meeting", at_least = "1/2", base = "members"',
    ),
    "ruleset, two quotas": ("ruleset", "choose = [", "quota = { number = 1, rest = true }\nchoose = ["),
    "ruleset, share without a base": ("ruleset", "choose = [", 'quota = { not_more_than = "1/5" }\nchoose = ['),
    "ruleset, share above all": ("ruleset", "choose = [", 'quota = { less_than = 2, base = "units" }\nchoose = ['),
    "ruleset, three deputies": (
        "ruleset",
        "deputies = []",
        'deputies = [{ seat = "a" }, { seat = "b" }, { seat = "c" }]',
    ),
    "ruleset, bar that bars from nothing": (
        "ruleset",
        "deputies = []",
        'bars = [{ id = "a", for = [], who = "outgoing", basis = "quy-che", trust = "assumed" }]',
    ),
    "ruleset, what nothing can leave open": (
        "ruleset",
        "[headship]",
        '[[undefined]]\nid = "a"\nwhat = "points"\nsays = "b"\nbasis = "quy-che"\ntrust = "assumed"\n\n[headship]',
    ),
    "council, record that is no id": ("council", '"0000000000', '"xyz'),
    "council, nobody in it": ("council", "members = 9", "members = 0"),
}
CRITERIA = {
    "method that needs a maximum": 'method = "proportion"',
    "method that needs bands": 'method = "bands"\nmax = 5',
    "maximum of nothing": 'method = "entered"\nmax = 0',
    "points that somebody entered without a maximum": 'method = "entered"',
    "key that another method has": 'method = "entered"\nmax = 5\nleader = "ratio"',
    "deduction that could add": 'method = "net"\nkind = "deduction"\neach = -1\neach_minus = -1',
    "frame with a method": 'method = "entered"\nmax = 5\nframe = true',
    "rounding to more places than there are": 'method = "entered"\nmax = 5\nrounding = { mode = "floor", places = 13 }',
    "method that there is not": 'method = "guess"\nmax = 5',
}
TIES = {
    "step without a kind": 'basis = "quy-che"\ntrust = "assumed"',
    "step that is inherited and written": 'inherit = true\nby = "lot"',
    "criterion that is not named": 'by = "criterion"\nbasis = "quy-che"\ntrust = "assumed"',
    "lot that nobody draws": 'by = "lot"\nbasis = "quy-che"\ntrust = "assumed"',
}


def with_entry(array: str, entry: str) -> str:
    return f'{example("ruleset")}\n[[{array}]]\nid = "them"\n{entry}\n'


def in_table(name: str, old: str, new: str) -> str:
    written = example(name)
    assert 1 <= written.count(old)
    return written.replace(old, new, 1)


SAMPLES = {
    **{what: (name, in_table(name, old, new)) for what, (name, old, new) in FAULTY.items()},
    **{
        what: ("ruleset", with_entry("criteria", f'name = "Thêm"\n{entry}\nbasis = "quy-che"\ntrust = "assumed"'))
        for what, entry in CRITERIA.items()
    },
    **{what: ("ruleset", with_entry("ties", entry)) for what, entry in TIES.items()},
}


@pytest.mark.parametrize("what", SAMPLES)
def test_what_is_wrong_is_seen_by_the_schema_and_by_the_reader(what: str, tmp_path: Path) -> None:
    name, written = SAMPLES[what]
    assert complaints(name, written)
    (tmp_path / "wrong.toml").write_text(written, encoding="utf-8")
    with pytest.raises(EmulrulesError):
        READ[name](tmp_path / "wrong.toml")


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_program_prints_a_schema(name: str) -> None:
    shown = CliRunner().invoke(main, ["schema", name])
    assert (0, schema_text(name)) == (shown.exit_code, shown.stdout)


def test_another_kind_of_file_has_no_schema() -> None:
    assert 2 == CliRunner().invoke(main, ["schema", "record"]).exit_code
