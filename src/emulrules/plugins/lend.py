"""What a plugin is given: copies of the engine's values, so that nothing it does to them reaches a decision.

Values are frozen, and a plain attempt to change one fails. A copy shows the attempts that go around that, since it
differs from its original afterwards. Texts, numbers and days are shared: nothing public changes them.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, Final

from attrs import fields_dict, has

from emulrules.model.table import Table

__all__ = ["Lender", "copied"]

# Most of what is copied is one of these, and is not looked into.
_SHARED: Final = frozenset({Fraction, NoneType, bool, date, int, str})

# They are asked about again and again in one decision, and by far the largest of what is lent.
_LASTING: Final = ("ruleset", "season")


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    return tuple(fields_dict(kind)) if has(kind) else None


def copied(value: Any) -> Any:
    """The same value, with every mapping, sequence and record in it made anew."""
    kind: Any = type(value)
    if kind is Table:
        return Table({key: part if type(part) in _SHARED else copied(part) for key, part in value.items()})
    if kind is tuple:
        return tuple([part if type(part) in _SHARED else copied(part) for part in value])
    names = _names(kind)
    if names is None:
        return value
    parts = [getattr(value, name) for name in names]
    return kind(*[part if type(part) in _SHARED else copied(part) for part in parts])


class Lender:
    """Lends copies of arguments; the copies of the last ruleset and season are lent again while they are unchanged."""

    def __init__(self) -> None:
        self._lasting: dict[str, tuple[object, object]] = {}

    def lend(self, arguments: Mapping[str, object]) -> dict[str, object]:
        """A copy of every argument."""
        return {name: self._copy(name, value) for name, value in arguments.items()}

    def _copy(self, name: str, value: object) -> object:
        if name not in _LASTING:
            return copied(value)
        original, copy = self._lasting.get(name, (None, None))
        if original is not value:
            copy = copied(value)
            self._lasting[name] = (value, copy)
        return copy

    def unchanged(self, lent: Mapping[str, object], arguments: Mapping[str, object]) -> bool:
        """Whether what was lent came back as it was; what did not is never lent again."""
        if lent == arguments:
            return True
        self._lasting.clear()
        return False

    def forget(self) -> None:
        """Lends nothing that was lent before."""
        self._lasting.clear()
