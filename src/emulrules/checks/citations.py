"""Citations: every rule of a ruleset that rests on a basis, with how far it can be trusted."""

from collections.abc import Iterator
from typing import Any, Final

from emulrules.model.ruleset import Ruleset
from emulrules.model.source import Source
from emulrules.value import frozen

__all__ = ["Citation", "citations", "cites"]

_BY_ID: Final = ("clusters", "tables", "councils")
_WHOLE: Final = ("scale", "scoring", "voting", "order", "headship")
_ARRAYS: Final = (
    *("rosters", "successions", "stages", "criteria", "gates", "conditions", "ties", "awards", "limits", "reviews"),
    "undefined",
)
_PARTS: Final = ("rounding", "quota", "choose", "over_quota", "grounds", "bars")
"""Parts of a rule that may have a basis of their own."""


@frozen
class Citation:
    """One basis of one rule: where the rule stands, what it cites, and its trust (None: that of the rule above)."""

    path: tuple[str | int, ...]
    text: str
    trust: str | None


def citations(ruleset: Ruleset) -> Iterator[Citation]:
    """All citations of a ruleset, as its rules are written."""
    for section in _BY_ID:
        for id_, rule in getattr(ruleset, section).items():
            yield from _of(rule, (section, id_))
    for section in _WHOLE:
        yield from _of(getattr(ruleset, section), (section,))
    for section in _ARRAYS:
        for rule in getattr(ruleset, section):
            yield from _of(rule, (section, rule.id))


def _of(rule: Any, path: tuple[str | int, ...], above: str | None = None) -> Iterator[Citation]:
    """Those of a rule and of its parts."""
    if rule is None:
        return
    trust = getattr(rule, "trust", None) or above
    for text in getattr(rule, "basis", ()):
        yield Citation((*path, "basis"), text, trust)
    for part in _PARTS:
        below = getattr(rule, part, None)
        if isinstance(below, tuple):
            for index, each in enumerate(below):
                yield from _of(each, (*path, part, index), trust)
        else:
            yield from _of(below, (*path, part), trust)


def cites(text: str, source: Source) -> bool:
    """Whether a citation is of the source, whichever of its articles it names."""
    return text == source.cited or text.startswith(f"{source.cited} ")
