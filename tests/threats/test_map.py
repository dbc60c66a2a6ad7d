"""The map of threats in README.md: every item of a list has a row, and every test and case that a row names exists."""

import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from every import of_every

TESTS: Final = Path(__file__).resolve().parent.parent
MAP: Final = (TESTS / "threats" / "README.md").read_text(encoding="utf-8")
JOINING: Final = {"a", "also", "an", "and", "or", "the"}


def sections() -> dict[str, tuple[str, dict[str, list[str]]]]:
    """By heading: the list as it is quoted, and its items with the tests that show each."""
    found = {}
    for heading, text in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", MAP, re.MULTILINE | re.DOTALL):
        quoted = " ".join(re.findall(r"^> (.*)$", text, re.MULTILINE))
        rows = re.findall(r"^\| (.+?) \| (`.+`) \|$", text, re.MULTILINE)
        found[heading] = (quoted, {item: re.findall(r"`([^`]+)`", tests) for item, tests in rows})
    return found


SECTIONS: Final = sections()
NAMED: Final = sorted({test for _, rows in SECTIONS.values() for tests in rows.values() for test in tests})


def test_the_lists_are_those_of_the_project() -> None:
    assert ["All", "Files", "Numbers", "Names", "Rulesets", "Plugins", "Records", "Output", "Surroundings"] == list(
        SECTIONS
    )


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_item_of_a_list_has_a_row_and_every_row_an_item(heading: str) -> None:
    quoted, rows = SECTIONS[heading]
    left = quoted.removeprefix("Unless said otherwise: ")
    for item in rows:
        assert item in left
        left = left.replace(item, "", 1)
    assert set() == set(re.findall(r"[\w`]+", left)) - JOINING


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_item_has_a_test(heading: str) -> None:
    _, rows = SECTIONS[heading]
    assert [] == [item for item, tests in rows.items() if not any("::test_" in test for test in tests)]


@cache
def module(file: str) -> ModuleType:
    """A module of tests, loaded apart from what pytest made of it."""
    spec = spec_from_file_location(f"mapped.{Path(file).stem}", TESTS / file)
    assert spec is not None
    assert spec.loader is not None
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def cases(function: Any, file: ModuleType) -> set[str]:
    """What the cases of a test are named by: the ids of its marks, and of fixtures in its module that have cases."""
    marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
    ids = [[_id(value, mark.kwargs.get("ids")) for value in mark.args[1]] for mark in marks]
    arguments = function.__code__.co_varnames[: function.__code__.co_argcount]
    for name in arguments:
        params = getattr(getattr(file, name, None), "_fixture_function_marker", None)
        ids.extend([[str(value) for value in params.params]] if params is not None and params.params else [])
    return {part for group in ids for part in group}


def _id(value: Any, ids: Any) -> str:
    if getattr(value, "id", None) is not None:
        return str(value.id)
    return str(ids(value) if callable(ids) else value)


@of_every(NAMED, str)
def test_a_test_that_is_named_exists(test: str) -> None:
    name = re.fullmatch(r"((?:\w+/)?\w+\.py)::(test_\w+)(?:\[(.+)\])?", test)
    assert name is not None, test
    file, function, case = name.groups()
    found = getattr(module(file), function, None)
    assert found is not None
    if case is not None:
        assert case in cases(found, module(file))
