"""Facts about docs/hooks.md: it names every hook, argument, answer and refusal as the code has it."""

import re
from inspect import signature
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from attrs import fields_dict

from emulrules.model import answers
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
