"""A finding: something that a ruleset says, or fails to say, and that its author will want to mend or to know.

A finding is no refusal. The file can be read, and some season might be decided under it; what a finding shows is that
another season could not, or not as the author meant. Its witness, the smallest thing that shows it, is in its data.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from emulrules.model.exact import spell
from emulrules.value import field, frozen
from emulrules.wording import say

__all__ = ["ONE_PERCENT", "Finding", "Phrase", "Words", "below_percent", "share"]

ONE_PERCENT: Final = Fraction(1, 100)
"""No share that a regulation was seen to state is smaller."""


def _read_only(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(data))


@frozen
class Phrase:
    """What the catalogue words under `code`, with its `data`; a report says the same of it."""

    code: str
    data: Mapping[str, Any] = field(factory=dict, converter=_read_only)


@frozen
class Words:
    """Several parts of a sentence with `between` between them."""

    parts: tuple[object, ...]
    between: str = ""


def share(value: Fraction) -> Fraction | Words:
    """A part of a whole as a percentage where that ends, otherwise as it is; a whole number above 1 is no such part.

    More than the whole is told so, too: 855% is a slip of 85.5%.
    """
    shown = value * 100
    is_part = value == 1 or (value > 0 and value.denominator > 1)
    return Words((shown, "%")) if is_part and "/" not in spell(shown) else value


def below_percent(value: Fraction) -> dict[str, object]:
    """What a finding tells of a share below one in a hundred: a decimal to which a percent sign was added."""
    return {"share": share(value), "meant": f'"{spell(value * 10_000)}%"'}


def _told(value: object, language: str) -> object:
    """What stands for `value` in a sentence; decimals as the language writes them."""
    if isinstance(value, Fraction):
        return spell(value).replace(".", ",") if language == "vi" else spell(value)
    if isinstance(value, Phrase):
        return say(value.code, language, **{key: _told(each, language) for key, each in value.data.items()})
    if isinstance(value, Words):
        return value.between.join(str(_told(each, language)) for each in value.parts)
    return value


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
        return say(self.code, language, **{key: _told(value, language) for key, value in self.data.items()})

    def fix(self, language: str = "en") -> str:
        """The one thing to do about it; a number in it can be typed into the file, which has a decimal point."""
        data = {key: spell(value) if isinstance(value, Fraction) else value for key, value in self.data.items()}
        return say(f"{self.code}-fix", language, **{key: _told(value, language) for key, value in data.items()})
