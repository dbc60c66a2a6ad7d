"""Which plugins are admitted: a class that subclasses `Hooks`, and overrides hooks plainly or not at all.

Plainly: marked with `hookimpl`, without any option that would change when it is asked or whose answer counts, an
ordinary method that returns its answer, with the arguments of the hook. Everything wrong with a class is told together.
"""

from collections.abc import Iterator
from inspect import Parameter, isasyncgenfunction, iscoroutinefunction, isgeneratorfunction, signature
from types import FunctionType
from typing import Any, Final

from emulrules.errors import Fault, PluginError
from emulrules.model.names import near
from emulrules.plugins.forms import STANDARD, printable, shown
from emulrules.policy import HOOKS, PROJECT, Hooks

__all__ = ["admit"]

_MARK: Final = f"{PROJECT}_impl"
_OPTIONS: Final = ("hookwrapper", "optionalhook", "specname", "tryfirst", "trylast", "wrapper")


def admit(plugin: object, name: str, authority: str) -> Hooks:
    """An instance of `plugin`, which is a class or an instance already, for a ruleset of that policy and authority.

    Raises `PluginError` with everything that is wrong with it.
    """
    kind = plugin if isinstance(plugin, type) else type(plugin)
    if not issubclass(kind, Hooks) or kind is Hooks:
        raise PluginError(Fault("plugin-no-hooks", (name,), {"plugin": name, "class": printable(kind.__name__)}))
    _refuse(_members(kind), name, authority)
    made = _constructed(kind, name) if isinstance(plugin, type) else plugin
    if not isinstance(made, kind):
        raise PluginError(Fault("plugin-constructor", (name,), {"plugin": name, "error": type(made).__name__}))
    own = getattr(made, "__dict__", {})
    if own:
        _refuse({**_members(kind), **own}, name, authority)
    return made


def _constructed(kind: type, name: str) -> object:
    try:
        return kind()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a constructor is foreign code, which may raise anything, SystemExit too
        data = {"plugin": name, "error": shown(error)}
        raise PluginError(Fault("plugin-constructor", (name,), data)) from error


def _members(kind: type) -> dict[str, Any]:
    """What the class and its bases define beside `Hooks`, as it stands there: nothing of it is run."""
    members: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        if base is not object and base is not Hooks:
            members.update(vars(base))
    return members


def _refuse(members: dict[str, Any], name: str, authority: str) -> None:
    faults = [*_identity(members, name, authority)]
    for member, value in sorted(members.items()):
        faults.extend(_member(name, member, value))
    if faults:
        raise PluginError(faults)


def _identity(members: dict[str, Any], name: str, authority: str) -> Iterator[Fault]:
    given = members.get("name", Hooks.name)
    if type(given) is not str or given != name:
        yield Fault("plugin-name", (name, "name"), {"plugin": name, "got": _stated(given)})
    elif name == STANDARD:
        yield Fault("plugin-name-reserved", (name, "name"), {"plugin": name})
    given = members.get("authority", Hooks.authority)
    if type(given) is not str or given != authority:
        data = {"plugin": name, "got": _stated(given), "expected": authority}
        yield Fault("plugin-authority", (name, "authority"), data)


def _stated(value: object) -> str:
    return repr(value) if value is None or type(value) is str else printable(type(value).__name__)


def _member(plugin: str, name: str, value: object) -> Iterator[Fault]:
    """What is wrong with one attribute of the class."""
    data = {"plugin": plugin, "hook": name}
    path = (plugin, name)
    options = _options(value)
    set_ = [option for option in _OPTIONS if options and options.get(option)]
    yield from (Fault(f"plugin-{option}", path, data) for option in set_)
    if name in HOOKS:
        yield from _hook(path, value, data, marked=options is not None)
    elif options is not None and "specname" not in set_:
        yield _unknown("plugin-unknown-hook", path, data)
    elif options is None and not name.startswith("_") and _is_method(value):
        yield _unknown("plugin-unknown-method", path, data)


def _hook(path: tuple[str, str], value: object, data: dict[str, str], *, marked: bool) -> Iterator[Fault]:
    if not isinstance(value, FunctionType):
        yield Fault("plugin-no-method", path, data)
        return
    if not marked:
        yield Fault("plugin-unmarked", path, data)
    if iscoroutinefunction(value):
        yield Fault("plugin-coroutine", path, data)
    elif isgeneratorfunction(value) or isasyncgenfunction(value):
        yield Fault("plugin-generator", path, data)
    expected = _arguments(getattr(Hooks, path[1]))
    given = list(signature(value).parameters.values())
    wrong = [str(one) for one in given[1:] if not _is_plain(one) or one.name not in expected]
    if not given or not _is_plain(given[0]):
        wrong.insert(0, "self")
    if wrong:
        yield Fault("plugin-arguments", path, {**data, "wrong": ", ".join(wrong), "expected": ", ".join(expected)})


def _arguments(function: Any) -> list[str]:
    return list(signature(function).parameters)[1:]


def _is_plain(parameter: Parameter) -> bool:
    """Whether it is passed by name: an argument with a default would silently never be given one."""
    return parameter.kind is Parameter.POSITIONAL_OR_KEYWORD and parameter.default is Parameter.empty


def _options(value: object) -> dict[str, Any] | None:
    """The options of `hookimpl`, None where `value` is not marked."""
    options = getattr(value, _MARK, None) if callable(value) or isinstance(value, (classmethod, staticmethod)) else None
    return options if isinstance(options, dict) else None


def _is_method(value: object) -> bool:
    if isinstance(value, (classmethod, property, staticmethod)):
        return True
    return callable(value) and not isinstance(value, type)


def _unknown(code: str, path: tuple[str, str], data: dict[str, str]) -> Fault:
    hint = near(path[1], HOOKS)
    return Fault(code, path, data) if hint is None else Fault(f"{code}-near", path, {**data, "near": hint})
