"""Trusts: which rules nobody has read in a text, and are only assumed."""

from collections.abc import Iterator
from typing import Final

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]

_TABLES: Final = ("clusters", "tables", "councils")
_SINGLE: Final = ("scale", "scoring", "voting", "order", "headship")
_ARRAYS: Final = (
    *("rosters", "successions", "stages", "criteria", "gates", "conditions", "ties", "awards", "limits", "reviews"),
    "undefined",
)
_TOLD: Final = 5


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """One note on all rules that are assumed, at the first of them."""
    paths = [path for path, trust in _trusts(ruleset) if trust == "assumed"]
    if paths:
        told = [".".join(path) for path in paths[:_TOLD]] + ["…"] * (len(paths) > _TOLD)
        yield Finding("check-assumed", paths[0], {"n": len(paths), "rules": ", ".join(told)}, note=True)


def _trusts(ruleset: Ruleset) -> Iterator[tuple[tuple[str, ...], str | None]]:
    for section in _TABLES:
        for id_, entry in getattr(ruleset, section).items():
            yield (section, id_), entry.trust
    for section in _SINGLE:
        if (rule := getattr(ruleset, section)) is not None:
            yield (section,), rule.trust
    for section in _ARRAYS:
        for entry in getattr(ruleset, section):
            yield (section, entry.id), entry.trust
