"""Faults of shape: every code that reading raises is worded, and nothing that a library says reaches a reader."""

import ast
from pathlib import Path

import pytest

from emulrules.errors import SeasonError
from emulrules.files import shape
from emulrules.files.converter import structure
from emulrules.files.shape import FAULTS, shape_faults
from emulrules.model.season import Season
from emulrules.wording import catalogue

RAISING = {"MismatchError": ("",), "SlipError": ("",), "LimitError": ("",), "slip": ("",), "unknown": ("", "-near")}


def codes() -> set[str]:
    """Every code that stands first in a call that raises it."""
    found: set[str] = set()
    for file in Path(shape.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            code = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if isinstance(node, ast.Call) and isinstance(code, ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                found.update(str(code.value) + ending for ending in RAISING.get(name, ()))
    return found


def test_every_code_of_reading_is_worded() -> None:
    assert len(codes()) > 30
    assert set() == codes() - set(catalogue())


def test_our_own_mistakes_are_not_told_as_faults_of_a_document() -> None:
    with pytest.raises(ZeroDivisionError):
        shape_faults(ZeroDivisionError())


def test_a_season_with_thousands_of_faults_is_told_of_the_first_ones_of_each_kind() -> None:
    data = {
        "ruleset": "r",
        "cluster": "c",
        "season": "2022",
        "facts": {"a": [1] * 1_500},
        **{f"zz{number}": 1 for number in range(1_500)},
    }
    with pytest.raises(SeasonError) as refused:
        structure(data, Season, SeasonError)
    assert 2 * FAULTS == len(refused.value.faults)


def test_no_sentence_of_a_library_is_shown() -> None:
    with pytest.raises(SeasonError) as refused:
        structure({"ruleset": 1, "cluster": None, "seson": [], "acts": [{}]}, Season, SeasonError)
    for word in ("invalid", "expected", "required field", "structur", "Season", "extra fields", "class "):
        assert word not in refused.value.render("en")
