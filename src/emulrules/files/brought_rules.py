"""Rules that the successions which a season brings keep by themselves: those that its ruleset does not know yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.entry_rules import entry_faults
from emulrules.model.succession import Succession

__all__ = ["brought_faults", "formed"]

_OF_RULES: Final = ("cluster", "carries", "season", "final")
"""What a rule only can say: a season states what happened in its own cluster, and nothing of what follows from it."""


def brought_faults(written: Any, season: object) -> Iterator[Fault]:
    """What is wrong with `[[successions]]` of a season, each by itself; one of a later year is none of this one."""
    if not isinstance(written, list):
        return
    yield from entry_faults("successions", Succession, written)
    last = season[-4:] if type(season) is str else ""
    for index, entry in enumerate(written):
        if not isinstance(entry, dict):
            continue
        for key in _OF_RULES:
            if key in entry:
                yield Fault("succession-key", ("successions", index, key), {"key": key})
        on = entry.get("on")
        if type(on) is date and last.isdecimal() and on.year > int(last):
            yield Fault("succession-later", ("successions", index, "on"), {"season": season, "on": on})


def formed(written: Any) -> frozenset[str]:
    """The units that successions of a season form."""
    lists = [entry.get("to") for entry in written if isinstance(entry, dict)] if isinstance(written, list) else []
    return frozenset(unit for units in lists if isinstance(units, list) for unit in units if type(unit) is str)
