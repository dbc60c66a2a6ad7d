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
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from law_trials import DEEP
from schema_making import FOLDER, text
from schema_samples import SAMPLES, example

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
