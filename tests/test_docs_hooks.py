"""Facts about docs/hooks.md: it names every hook, argument, answer and refusal as the code has it."""

import re
from fractions import Fraction
from importlib import import_module
from inspect import signature
from itertools import zip_longest
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from attrs import fields_dict

from emulrules.files.season import read_season
from emulrules.model import answers, cell
from emulrules.model.answers import Defer, Undefined
from emulrules.model.rule import ASKED
from emulrules.policy import HOOKS, Hooks
from emulrules.wording.plugins import SENTENCES

PAGE = (Path(__file__).parents[1] / "docs" / "hooks.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `(\w+)\((?:.*?)\)`\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL))


def hooks_of_the_class() -> dict[str, list[str]]:
    """Every method of `Hooks` that is a specification, with its arguments."""
    methods = {name: value for name, value in vars(Hooks).items() if hasattr(value, "emulrules_spec")}
    return {name: list(signature(method).parameters)[1:] for name, method in methods.items()}


def answer_classes() -> list[type]:
    """Every class that a hook may answer with, and those inside them."""
    left_out = {"Answer", "Answered", "DEFER", "Defer", "Undefined"}
    return [getattr(answers, name) for name in answers.__all__ if name not in left_out]


def test_the_headings_are_the_hooks_with_their_exact_arguments() -> None:
    headings = re.findall(r"^### `(\w+)\((.*?)\)`$", PAGE, re.MULTILINE)
    assert hooks_of_the_class() == {name: arguments.split(", ") for name, arguments in headings}


def test_the_list_of_hooks_is_the_class() -> None:
    assert set(HOOKS) == set(hooks_of_the_class())


@pytest.mark.parametrize("hook", HOOKS)
def test_every_argument_of_a_hook_is_explained(hook: str) -> None:
    assert hooks_of_the_class()[hook] == re.findall(r"^\| `(\w+)` \|", SECTIONS[hook], re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_names_the_class_of_its_answer(hook: str) -> None:
    returned = get_args(get_type_hints(getattr(Hooks, hook))["return"])
    (expected,) = set(returned) - {Undefined, Defer, type(None)}
    assert re.findall(r"^Answers `(\w+)`", SECTIONS[hook], re.MULTILINE) == [expected.__name__]


@pytest.mark.parametrize("kind", [Undefined, *answer_classes()], ids=lambda kind: kind.__name__)
def test_every_answer_is_shown_with_its_exact_fields(kind: type) -> None:
    assert f"`{kind.__name__}({', '.join(fields_dict(kind))})`" in PAGE


def test_everybody_who_can_be_asked_is_listed() -> None:
    (listed,) = re.findall(r"\(`ask`, `asks`, `recognised_by`\) is (.*?), or `None`", PAGE, re.DOTALL)
    assert sorted(ASKED) == sorted(re.findall(r"`([a-z-]+)`", listed))


def test_every_refusal_is_listed_once_and_no_other() -> None:
    listed = re.findall(r"`(plugin-[a-z-]+)`", PAGE)
    assert sorted(SENTENCES) == sorted(listed)


NAMED = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| `([\w.]+)` \|", PAGE, re.MULTILINE)


def test_every_name_to_compute_with_stands_where_the_page_says() -> None:
    assert 9 == len(NAMED)
    for names, module in NAMED:
        for name in re.findall(r"`(\w+)`", names):
            assert hasattr(import_module(module), name)


CLASS = r"`((?:Fraction|Ratio|Net|Held|Mark)[^`]+)`"
CELLS = [
    pair
    for written, python, _ in re.findall(rf"^\| (`.+`) \| ({CLASS}.*) \|$", PAGE, re.MULTILINE)
    for pair in zip_longest(
        re.findall(r"`(.+?)`", written), re.findall(CLASS, python), fillvalue=re.findall(CLASS, python)[0]
    )
]


@pytest.mark.parametrize(("written", "python"), CELLS, ids=[written for written, _ in CELLS])
def test_a_cell_of_the_file_is_the_value_that_the_page_shows(written: str, python: str, tmp_path: Path) -> None:
    path = tmp_path / "nam.toml"
    head = 'format = "emulrules/season/1"\nruleset = "quy-che"\ncluster = "cum"\nseason = "2021"\n'
    path.write_text(f"{head}[scores.diem]\na = {written}\n", encoding="utf-8")
    (found,) = read_season(path).value.scores["diem"].values()
    assert eval(python, {"Fraction": Fraction, **vars(cell)}) == found


def test_cells_of_every_form_are_shown() -> None:
    assert 10 == len(CELLS)
