"""Changes of the units in a season, in words: who was renamed, merged or split while it lasted."""

from collections.abc import Iterator

from emulrules.model.decision import Decision
from emulrules.model.succession import fell_in
from emulrules.report.names import Names

__all__ = ["changes"]


def changes(decision: Decision, names: Names) -> Iterator[str]:
    """One sentence for each succession that fell in the season, in the order of their days."""
    known = (*decision.rules.successions, *decision.season.successions)
    for each in sorted(known, key=lambda each: (each.on, each.id)):
        if fell_in(each, decision.season.id):
            units = {"before": names.listed(each.from_), "after": names.listed(each.to)}
            yield names.say(f"ruleset-{each.kind}", on=names.day(each.on), **units) + "."
