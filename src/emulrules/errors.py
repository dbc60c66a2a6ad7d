"""What can be refused, by whose hand it must be mended.

Every refusal is one `EmulrulesError` that carries all faults found together. A fault has a stable code, the path of the
thing that is wrong, and the data that its sentence names; file and line are added by whoever read the file.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import evolve

from emulrules.value import field, frozen
from emulrules.wording import say

__all__ = [
    "EmulrulesError",
    "Fault",
    "FileError",
    "LedgerError",
    "PluginError",
    "RecordError",
    "RulesetError",
    "SeasonError",
]


def _read_only(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(data))


@frozen
class Fault:
    """One thing that is wrong: `code`, the `path` to it inside its document, and the `data` of its sentence."""

    code: str
    path: tuple[str | int, ...] = ()
    data: Mapping[str, Any] = field(factory=dict, converter=_read_only)
    file: str | None = None
    line: int | None = None

    def __reduce__(self) -> tuple[type["Fault"], tuple[object, ...]]:
        """What is sent to another process: a view of a mapping could not be."""
        return Fault, (self.code, self.path, dict(self.data), self.file, self.line)

    def at(self, file: str | None, line: int | None) -> "Fault":
        """The same fault with the place where it stands."""
        return evolve(self, file=file, line=line)

    def naming(self, names: Mapping[str, str]) -> "Fault":
        """The same fault with the unit that it is about named in full, where `names` knows its id."""
        unit = str(self.data.get("unit"))
        if names.get(unit, unit) == unit:
            return self
        return evolve(self, data={**self.data, "unit": f"{names[unit]} ({unit})"})

    def sentence(self, language: str = "en") -> str:
        """What is wrong and what to do, in one sentence."""
        return say(self.code, language, **self.data)

    def render(self, language: str = "en") -> str:
        """`FILE:LINE: CODE: sentence`, leaving out what is not known."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        if not place:
            place = ".".join(str(part) for part in self.path)
        return (
            f"{place}: {self.code}: {self.sentence(language)}" if place else f"{self.code}: {self.sentence(language)}"
        )

    def __str__(self) -> str:
        return self.render()


class EmulrulesError(Exception):
    """The root of all refusals; `faults` holds everything that was found wrong, at least one."""

    def __init__(self, faults: Fault | Sequence[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__(*self.faults)

    def __reduce__(self) -> tuple[type["EmulrulesError"], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)

    @property
    def code(self) -> str:
        """The code of the first fault."""
        return self.faults[0].code

    def render(self, language: str = "en") -> str:
        """One line a fault."""
        return "\n".join(fault.render(language) for fault in self.faults)

    def __str__(self) -> str:
        return self.render()


class FileError(EmulrulesError):
    """A file that cannot be read or written at all; for whoever keeps the files."""


class SeasonError(EmulrulesError):
    """A season that cannot be decided as it is written; for the official who keeps it."""


class RulesetError(EmulrulesError):
    """A ruleset that says too little, too much, or one thing twice; for the legal officer who writes it."""


class PluginError(EmulrulesError):
    """A plugin that is missing, misused or answers what it may not; for the programmer who writes it."""


class RecordError(EmulrulesError):
    """A record that is not in its one form; for the auditor who holds it."""


class LedgerError(EmulrulesError):
    """A ledger that is none or is damaged, or that does not take what it is given; for whoever keeps it."""
