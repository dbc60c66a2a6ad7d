"""Facts about which classes are admitted as a policy, and what is said of those that are not."""

# ruff: noqa: ARG001, ARG005
# A hook names arguments that it may not read; which it names is what is tried here.

from collections.abc import AsyncIterator, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import Any

import pytest
from attrs import define

from emulrules.errors import PluginError
from emulrules.model.ruleset import Ruleset, Span
from emulrules.plugins import policy_of
from emulrules.policy import DEFER, HOOKS, Hooks, hookimpl
from emulrules.standard import Standard

AUTHORITY = "Cơ quan giả định"
RULESET = Ruleset("quy-che", "Quy chế giả định", AUTHORITY, "gia-dinh", date(2021, 1, 1), Span("2021"))


class Named(Hooks):
    name = "gia-dinh"
    authority = AUTHORITY


def answer(*_: object, **__: object) -> Any:
    return DEFER


def marked(method: Any, **options: Any) -> Any:
    """The method, marked with options."""
    mark: Any = hookimpl
    return mark(**options)(method)


def hook(**options: Any) -> Any:
    """An implementation of `head_rotation` with options of its mark."""

    def head_rotation(self: Any, ruleset: Any, season: Any) -> Any:
        return DEFER

    return marked(head_rotation, **options)


def kind(value: object) -> str:
    """The name of a case."""
    return type(value).__name__


def plugin(**members: Any) -> type[Hooks]:
    return type("Plugin", (Named,), members)


def refused(made: Any) -> PluginError:
    with pytest.raises(PluginError) as caught:
        policy_of(made, RULESET)
    assert caught.value.render("vi") != caught.value.render("en")
    return caught.value


def test_a_policy_that_overrides_nothing_is_admitted() -> None:
    assert "gia-dinh" == policy_of(Named, RULESET).name


def test_a_policy_that_overrides_every_hook_is_admitted() -> None:
    every = type("Every", (Standard,), {"name": "gia-dinh", "authority": AUTHORITY})
    assert "gia-dinh" == policy_of(every, RULESET).name


def test_an_instance_is_admitted_as_its_class_is() -> None:
    assert "gia-dinh" == policy_of(Named(), RULESET).name
    assert "standard" == policy_of(Standard(), RULESET).name == policy_of(Standard, RULESET).name


def test_private_methods_constants_and_nested_classes_are_its_own_affair() -> None:
    made = plugin(_part=answer, LIMIT=3, Inner=type("Inner", (), {}), head_rotation=hook())
    assert "gia-dinh" == policy_of(made, RULESET).name


def test_a_policy_that_cannot_be_hashed_is_admitted() -> None:
    @define(slots=False)
    class Equal(Named):
        kept: int = 0

    assert "gia-dinh" == policy_of(Equal, RULESET).name


def test_a_hook_may_leave_out_arguments_and_name_them_in_any_order() -> None:
    def award_quota(self: Any, award: Any, ruleset: Any) -> Any:
        return DEFER

    assert "gia-dinh" == policy_of(plugin(award_quota=hookimpl(award_quota)), RULESET).name


@pytest.mark.parametrize("made", [object, Hooks, type("Plain", (), {"name": "gia-dinh"}), 5], ids=str)
def test_what_does_not_subclass_hooks_is_refused(made: Any) -> None:
    assert "plugin-no-hooks" == refused(made).code


@pytest.mark.parametrize("name", ["khac", "", None, 5, type("Text", (str,), {})("gia-dinh")], ids=repr)
def test_a_name_that_is_not_the_rulesets_is_refused(name: Any) -> None:
    assert ["plugin-name"] == [fault.code for fault in refused(plugin(name=name)).faults]


def test_the_name_of_the_standard_policy_is_reserved() -> None:
    ruleset = Ruleset("quy-che", "Quy chế giả định", AUTHORITY, "standard", date(2021, 1, 1), Span("2021"))
    with pytest.raises(PluginError) as caught:
        policy_of(plugin(name="standard"), ruleset)
    assert "plugin-name-reserved" == caught.value.code


@pytest.mark.parametrize("authority", ["Cơ quan khác", "cơ quan giả định", None], ids=repr)
def test_another_authority_than_the_rulesets_is_refused(authority: str | None) -> None:
    error = refused(plugin(authority=authority))
    assert "plugin-authority" == error.code
    assert f"the authority {authority!r}, but the ruleset is of “{AUTHORITY}”" in str(error)


def test_a_misspelt_hook_is_refused_with_the_nearest() -> None:
    error = refused(plugin(award_quotas=answer))
    assert "plugin-unknown-method-near" == error.code
    assert "award_quota" == error.faults[0].data["near"]


@pytest.mark.parametrize(
    "value", [answer, staticmethod(answer), classmethod(answer), property(answer), partial(answer)], ids=kind
)
def test_a_public_method_that_is_no_hook_is_refused(value: Any) -> None:
    assert "plugin-unknown-method" == refused(plugin(xyz=value)).code


def test_a_method_of_a_base_class_is_refused_as_its_own_would_be() -> None:
    class Mixin:
        def xyz(self) -> None: ...

    assert "plugin-unknown-method" == refused(type("Plugin", (Mixin, Named), {})).code


def test_a_marked_method_that_is_no_hook_is_refused() -> None:
    assert "plugin-unknown-hook" == refused(plugin(xyz=hookimpl(lambda self: DEFER))).code


def test_a_marked_private_method_is_refused_with_the_nearest_hook() -> None:
    error = refused(plugin(_head_rotation=hook()))
    assert "plugin-unknown-hook-near" == error.code
    assert "head_rotation" == error.faults[0].data["near"]


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_that_is_not_marked_is_refused(name: str) -> None:
    def method(self: Any, ruleset: Any, season: Any) -> Any: ...

    assert ["plugin-unmarked"] == [fault.code for fault in refused(plugin(**{name: method})).faults]


@pytest.mark.parametrize("option", ["tryfirst", "trylast", "optionalhook"])
def test_an_option_of_the_mark_is_refused_by_its_name(option: str) -> None:
    assert [f"plugin-{option}"] == [
        fault.code for fault in refused(plugin(head_rotation=hook(**{option: True}))).faults
    ]


@pytest.mark.parametrize("option", ["wrapper", "hookwrapper"])
def test_a_wrapper_of_anothers_answer_is_refused(option: str) -> None:
    def head_rotation(self: Any, ruleset: Any, season: Any) -> Any:
        return (yield)

    made = plugin(head_rotation=marked(head_rotation, **{option: True}))
    codes = [fault.code for fault in refused(made).faults]
    assert [f"plugin-{option}", "plugin-generator"] == codes


def test_a_method_that_goes_by_the_name_of_another_hook_is_refused() -> None:
    made = plugin(xyz=hook(specname="head_rotation"))
    assert ["plugin-specname"] == [fault.code for fault in refused(made).faults]


def _generator(self: Any, ruleset: Any) -> Iterator[Any]:
    yield DEFER


async def _coroutine(self: Any, ruleset: Any) -> Any:
    return DEFER


async def _asynchronous(self: Any, ruleset: Any) -> AsyncIterator[Any]:
    yield DEFER


@pytest.mark.parametrize(
    ("method", "code"),
    [
        pytest.param(_generator, "plugin-generator", id="generator"),
        pytest.param(_coroutine, "plugin-coroutine", id="coroutine"),
        pytest.param(_asynchronous, "plugin-generator", id="asynchronous generator"),
    ],
)
def test_a_hook_that_does_not_return_its_answer_is_refused(method: Any, code: str) -> None:
    assert [code] == [fault.code for fault in refused(plugin(head_rotation=hookimpl(method))).faults]


@pytest.mark.parametrize(
    ("method", "wrong"),
    [
        pytest.param(lambda self, rules: DEFER, "rules", id="unknown name"),
        pytest.param(lambda self, ruleset, season, award: DEFER, "award", id="argument of another hook"),
        pytest.param(lambda self, season=None: DEFER, "season=None", id="default"),
        pytest.param(lambda self, *ruleset: DEFER, "*ruleset", id="any number"),
        pytest.param(lambda self, **rest: DEFER, "**rest", id="any name"),
        pytest.param(lambda self, *, season: DEFER, "season", id="keyword only"),
        pytest.param(lambda: DEFER, "self", id="no self"),
    ],
)
def test_arguments_that_the_hook_has_not_are_refused(method: Any, wrong: str) -> None:
    error = refused(plugin(head_rotation=hookimpl(method)))
    assert ["plugin-arguments"] == [fault.code for fault in error.faults]
    assert f"wrong arguments ({wrong})" in str(error)
    assert "ruleset, season" == error.faults[0].data["expected"]


@pytest.mark.parametrize(
    "value",
    [5, staticmethod(hook()), classmethod(hook()), property(hook()), partial(hook()), lru_cache(hook())],
    ids=kind,
)
def test_a_hook_that_is_no_ordinary_method_is_refused(value: Any) -> None:
    assert "plugin-no-method" in [fault.code for fault in refused(plugin(head_rotation=value)).faults]


def _raises(self: Any) -> None:
    raise RuntimeError("hỏng")


def _exits(self: Any) -> None:
    raise SystemExit(0)


def _wants_more(self: Any, more: Any) -> None: ...


@pytest.mark.parametrize(
    ("constructor", "cause"), [(_raises, RuntimeError), (_exits, SystemExit), (_wants_more, TypeError)]
)
def test_a_constructor_that_fails_is_refused_with_its_cause(constructor: Any, cause: type) -> None:
    error = refused(plugin(__init__=constructor))
    assert "plugin-constructor" == error.code
    assert isinstance(error.__cause__, cause)


def test_an_interrupt_in_a_constructor_passes() -> None:
    def interrupted(self: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        policy_of(plugin(__init__=interrupted), RULESET)


def test_a_constructor_that_makes_something_else_is_refused() -> None:
    assert "plugin-constructor" == refused(plugin(__new__=lambda kind: 5)).code


def test_a_hook_that_a_constructor_slips_in_is_refused() -> None:
    def slips(self: Any) -> None:
        self.head_rotation = lambda ruleset, season: DEFER

    assert "plugin-unmarked" in [fault.code for fault in refused(plugin(__init__=slips)).faults]


def test_a_constructor_is_not_run_for_a_class_that_is_refused() -> None:
    run: list[int] = []
    refused(plugin(__init__=lambda self: run.append(1), award_quotas=answer))
    assert [] == run


def test_everything_wrong_with_a_class_is_told_together() -> None:
    error = refused(plugin(name="khac", authority="khác", award_quotas=answer, head_rotation=hook(tryfirst=True)))
    assert {"plugin-name", "plugin-authority", "plugin-unknown-method-near", "plugin-tryfirst"} == {
        fault.code for fault in error.faults
    }
    assert all(str(fault.path[0]) == "gia-dinh" for fault in error.faults)
