"""Changes: lists of members and successions that fall when the seasons of the ruleset are over, and its seasons."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset
from emulrules.model.succession import fell_by

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Each that no season is decided with, since it is in force after the last one only; years of two kinds."""
    last = ruleset.seasons.last
    if last is None:
        return
    if ("-" in last) != ("-" in ruleset.seasons.first):
        data = {"first": ruleset.seasons.first, "last": last}
        yield Finding("check-seasons-mixed", ("seasons",), data)
    for section, entries in (("rosters", ruleset.rosters), ("successions", ruleset.successions)):
        for entry in entries:
            # Where neither day nor entry tells the season, it is refused by whoever decides.
            if fell_by(entry, last) is False:
                data = {"rule": f"{section}.{entry.id}", "on": entry.on.isoformat(), "last": last}
                key = "on" if entry.season is None else "season"
                yield Finding("check-change-after-seasons", (section, entry.id, key), data, entry.basis)
