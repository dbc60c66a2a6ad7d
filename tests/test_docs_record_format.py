"""Facts about the page on records: it names every key, step and status that a record and its replay can have."""

import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import attrs
import pytest
from record_samples import BODY

from emulrules.files import witness
from emulrules.files.canonical import MAX_BYTES, MAX_COUNT, MAX_DEPTH, MAX_VALUES
from emulrules.files.decision_json import FORMAT, OUTCOME
from emulrules.files.shape import file_key
from emulrules.files.witness import WITNESS_FORMAT
from emulrules.model import (
    answers,
    award,
    cell,
    criterion,
    decision,
    headship,
    order,
    ruleset,
    season,
    source,
    succession,
)
from emulrules.model.decision import StepKind, WarningCode
from emulrules.model.exact import MAX_SPELT_DIGITS
from emulrules.verdicts import Status

PAGE = (Path(__file__).parents[1] / "docs" / "record-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_-]+)`", PAGE))

# The parts of a witness stand in it side by side, and so do the stages of a cell.
UNWRITTEN = {(witness.Witness, "made"), (cell.Staged, "cells")}


def keys(module: ModuleType) -> set[str]:
    classes = [found for found in (getattr(module, name) for name in module.__all__) if isinstance(found, type)]
    return {
        file_key(each, attribute.name)
        for each in classes
        if attrs.has(each)
        for attribute in attrs.fields(each)
        if (each, attribute.name) not in UNWRITTEN
    }


MODULES = [season, ruleset, source, succession, criterion, cell, order, award, headship, answers, decision, witness]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_key_is_named(module: ModuleType) -> None:
    assert set() == keys(module) - NAMED


def test_every_part_of_the_body_has_its_row() -> None:
    rows = set(re.findall(r"^\| `([a-z]+)` \| [^|]+ \|$", PAGE, re.MULTILINE))
    assert set(BODY) == rows & set(BODY)


def test_every_kind_of_step_has_its_row_and_no_other() -> None:
    table = PAGE[PAGE.index("## What each step does") : PAGE.index("## Checking a record")]
    assert set(get_args(StepKind)) == set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))


def test_every_code_of_a_warning_is_named_where_they_are_listed() -> None:
    listed = PAGE[PAGE.index("A **warning's** `code`") : PAGE.index("### `season`")]
    assert set(get_args(WarningCode)) <= set(re.findall(r"`([a-z-]+)`", listed))


def test_every_inputs_key_of_the_sample_is_named() -> None:
    assert set() == {key for step in BODY["steps"] for key in step["inputs"]} - NAMED


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_row(status: Status) -> None:
    assert re.search(rf"^\| {int(status)} \| ", PAGE, re.MULTILINE)


@pytest.mark.parametrize("text", [FORMAT, WITNESS_FORMAT, *(f"`{part}`" for part in OUTCOME)])
def test_the_page_says(text: str) -> None:
    assert text in PAGE


def test_the_bounds_are_those_of_the_code() -> None:
    named = [
        f"0 to {MAX_COUNT}",
        f"{MAX_DEPTH} deep",
        f"{MAX_BYTES // 1024**2} MiB",
        str(MAX_VALUES),
        str(MAX_SPELT_DIGITS),
    ]
    assert [bound for bound in named if bound not in PAGE] == []
