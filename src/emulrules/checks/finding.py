"""A finding: something that a ruleset says, or fails to say, and that its author will want to mend or to know.

A finding is no refusal. The file can be read, and some season might be decided under it; what a finding shows is that
another season could not, or not as the author meant. Its witness, the smallest thing that shows it, is in its data.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from emulrules.value import field, frozen
from emulrules.wording import say

__all__ = ["Finding"]


def _read_only(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(data))


@frozen
class Finding:
    """One finding: a stable `code`, the `path` to it inside the ruleset, and the `data` of its sentence.

    `basis` holds the articles of the rule that it is about, as the file writes them. A `note` tells what the file
    itself declares, such as a rule that is undefined or assumed, and is nothing to mend.
    """

    code: str
    path: tuple[str | int, ...] = ()
    data: Mapping[str, Any] = field(factory=dict, converter=_read_only)
    basis: tuple[str, ...] = ()
    note: bool = False

    def sentence(self, language: str = "en") -> str:
        """What was found, with its witness."""
        return say(self.code, language, **self.data)

    def fix(self, language: str = "en") -> str:
        """The one thing to do about it."""
        return say(f"{self.code}-fix", language, **self.data)
