"""A policy that can be asked: the standard policy alone, or together with the one plugin that a ruleset names.

The plugin is asked alone where it implements the hook, twice, with copies of what it may see; otherwise, or where it
defers, the standard policy answers. Whatever a plugin does wrong is a `PluginError` that names it.
"""

from collections.abc import Callable
from pathlib import PurePath
from traceback import walk_tb
from typing import Final, NoReturn

from attrs.exceptions import FrozenError
from pluggy import PluginManager

from emulrules.model.answers import DEFER, Answer, Answered
from emulrules.model.table import ReadOnlyError
from emulrules.plugins.check import check
from emulrules.plugins.forms import STANDARD, Forms, printable, shown
from emulrules.plugins.lend import Lender
from emulrules.policy import HOOKS, PROJECT, Hooks
from emulrules.value import frozen

__all__ = ["LoadedPolicy"]


@frozen
class _Hook:
    """One hook as one plugin implements it, called with the arguments that it names."""

    function: Callable[..., object]
    names: tuple[str, ...]

    def __call__(self, arguments: dict[str, object]) -> object:
        return self.function(*[arguments[name] for name in self.names])


class LoadedPolicy:
    """What the engine asks; made once, it may decide any number of seasons of its ruleset."""

    def __init__(self, standard: Hooks, plugin: Hooks | None = None) -> None:
        manager = PluginManager(PROJECT)
        manager.add_hookspecs(Hooks)
        manager.register(standard, STANDARD)
        self.name: Final = STANDARD if plugin is None else plugin.name
        """The name that the ruleset chooses it by."""
        if plugin is not None:
            manager.register(plugin, self.name)
        manager.check_pending()
        # One plugin is asked at a time, by its own implementation: a call of the hook itself would ask both, and which
        # answer then came first would hang on the order of registration.
        self._standard: Final = _implemented(manager, standard)
        self._plugin: Final = {} if plugin is None else _implemented(manager, plugin)
        self._lender: Final = Lender()
        self._module: Final = type(plugin).__module__

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        """The answers to `hook` on `subject`, the one in force last; it is never `DEFER`.

        Raises `PluginError` where the plugin raises, changes what it is given, answers what it may not, or answers
        twice differently.
        """
        given: list[Answered] = []
        if hook in self._plugin:
            answer = self._plugin_answer(hook, subject, arguments)
            given.append(Answered(hook, subject, self.name, answer))
            if answer is not DEFER:
                return tuple(given)
        answer = check(hook, self._standard[hook](arguments), by=STANDARD, subject=subject, **arguments)
        if answer is DEFER:
            Forms(STANDARD, hook, subject, ()).blame("plugin-no-answer")
        return (*given, Answered(hook, subject, STANDARD, answer))

    def _plugin_answer(self, hook: str, subject: str, arguments: dict[str, object]) -> Answer:
        blame = Forms(self.name, hook, subject, ()).blame
        first, second = (
            check(hook, answer, by=self.name, subject=subject, **arguments)
            for answer in self._isolated(self._plugin[hook], arguments, blame)
        )
        if first != second:
            blame("plugin-unsteady")
        return first

    def _isolated(
        self, ask: Callable[[dict[str, object]], object], arguments: dict[str, object], blame: Callable[..., NoReturn]
    ) -> tuple[object, object]:
        """What the plugin answers when it is asked twice, whatever else it does."""
        lent = self._lender.lend(arguments)
        try:
            answers = ask(lent), ask(lent)
            unchanged = self._lender.unchanged(lent, arguments)
        except KeyboardInterrupt:
            raise
        except (FrozenError, ReadOnlyError) as error:
            self._lender.forget()
            blame("plugin-mutates", cause=error)
        except BaseException as error:  # a plugin may raise anything, SystemExit too; whatever it is, it did it
            self._lender.forget()
            blame("plugin-raises", cause=error, error=shown(error), at=_raised_at(error, self._module))
        if not unchanged:
            blame("plugin-mutates")
        return answers


def _raised_at(error: BaseException, module: str) -> str:
    """The file and line of the plugin where it raised, or from where it called what did, as `package/module.py:12`.

    The file is told within its distribution: where that is installed is a matter of the machine.
    """
    package = module.partition(".")[0]
    at = "?"
    for frame, line in walk_tb(error.__traceback__):
        name = str(frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] == package:
            file = PurePath(frame.f_code.co_filename)
            depth = name.count(".") + (2 if file.name == "__init__.py" and name != "__main__" else 1)
            at = printable(f"{'/'.join(file.parts[-depth:])}:{line}")
    return at


def _implemented(manager: PluginManager, plugin: Hooks) -> dict[str, _Hook]:
    """The hooks that `plugin` implements, as the manager registered them."""
    return {
        name: _Hook(implementation.function, tuple(implementation.argnames))
        for name in HOOKS
        for implementation in getattr(manager.hook, name).get_hookimpls()
        if implementation.plugin is plugin
    }
