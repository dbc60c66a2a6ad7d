"""Facts about the page on deciding again: nothing that a step, a leaf or a warning can be is passed over in it."""

import re
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import attrs
import pytest

from emulrules.model.award import Choose, OverQuota
from emulrules.model.criterion import Criterion, Rounding, Scoring
from emulrules.model.decision import StepKind, WarningCode
from emulrules.model.headship import Headship
from emulrules.model.order import Order, TieStep
from emulrules.policy import HOOKS

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "deciding-again.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_-]+)`", PAGE))


def words(owner: Any, name: str) -> set[str]:
    """The words that an attribute of a rule can hold."""
    kind = attrs.fields_dict(owner)[name].type
    found = get_args(kind)
    return {word for each in found for word in (get_args(each) or (each,)) if isinstance(word, str)} - {NoneType}


WORDS = [
    (Criterion, "method"),
    (Criterion, "leader"),
    (Criterion, "no_target"),
    (Rounding, "mode"),
    (Scoring, "take"),
    (Order, "by"),
    (TieStep, "then"),
    (Choose, "by"),
    (Choose, "base"),
    (OverQuota, "by"),
    (Headship, "by"),
]


@pytest.mark.parametrize(("owner", "name"), WORDS, ids=lambda each: getattr(each, "__name__", each))
def test_every_word_of_a_rule_is_explained(owner: Any, name: str) -> None:
    assert words(owner, name)
    assert set() == words(owner, name) - NAMED


def test_every_kind_of_step_is_explained() -> None:
    assert set() == set(get_args(StepKind)) - NAMED


def test_every_warning_has_its_row() -> None:
    table = PAGE[PAGE.index("## Warnings in one table") :]
    assert set() == set(get_args(WarningCode)) - set(re.findall(r"`([a-z-]+)`", table))


def test_every_hook_has_its_row_and_its_standard_answer() -> None:
    rows = set(re.findall(r"^\| `([a-z_]+)` \| (?:always|once|of)", PAGE, re.MULTILINE))
    answers = PAGE[PAGE.index("### What the standard policy answers") : PAGE.index("## Gates")]
    assert set(HOOKS) == rows
    assert set() == set(HOOKS) - set(re.findall(r"`([a-z_]+)`", answers))


def test_the_page_on_the_format_leads_to_it() -> None:
    assert "(deciding-again.md)" in (DOCS / "record-format.md").read_text(encoding="utf-8")
