"""Facts about docs/from-python.md: the names, classes and attributes that it lists are those that there are."""

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import fields_dict
from cases import decided

import emulrules
from emulrules import Decision, EmulrulesError, Ruleset, Season

PAGE = (Path(__file__).parents[1] / "docs" / "from-python.md").read_text(encoding="utf-8")


def row(name: str) -> list[str]:
    """The names that the table's row of a class begins its parts with."""
    (listed,) = re.findall(rf"^\| `{name}` \| (.*) \|$", PAGE, re.MULTILINE)
    return re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", listed.partition("; `")[0]))


def test_the_names_that_are_promised_are_listed() -> None:
    listed = re.search(r"^`Act`.*?\.$", PAGE, re.MULTILINE | re.DOTALL)
    assert listed
    assert sorted(emulrules.__all__) == sorted(re.findall(r"`(\w+)`", listed[0]))


def test_every_class_of_refusals_has_its_row() -> None:
    classes = re.findall(r"^\| `(\w+Error)` \|", PAGE, re.MULTILINE)
    assert {kind.__name__ for kind in EmulrulesError.__subclasses__()} == set(classes)


@pytest.mark.parametrize("kind", [Season, Ruleset])
def test_every_attribute_is_listed(kind: Any) -> None:
    assert set(fields_dict(kind)) == set(row(kind.__name__))


def test_a_decision_has_what_is_listed_and_nothing_is_left_out() -> None:
    decision = decided("2021-cluster-8")
    assert set(fields_dict(Decision)) <= set(row("Decision"))
    assert [] == [name for name in row("Decision") if not hasattr(decision, name)]
