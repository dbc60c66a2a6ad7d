"""Seasons that were altered: with fewer units."""

from collections.abc import Collection

from attrs import evolve

from emulrules.model.season import Outgoing, Season, UnitEntry
from emulrules.model.table import Table

__all__ = ["without"]


def without(season: Season, out: Collection[str]) -> Season:
    """The season in which the units `out` are no longer members, and nothing is said of them, nor of who led."""
    source = min(season.sources)
    left = {unit: UnitEntry(roster="leaves", source=source) for unit in out}
    joined = {unit for unit in out if (entry := season.units.get(unit)) is not None and entry.roster == "joins"}
    units = {unit: entry for unit, entry in season.units.items() if unit not in out}
    scores = {
        leaf: Table({unit: cell for unit, cell in cells.items() if unit not in out})
        for leaf, cells in season.scores.items()
    }
    facts = {fact: tuple(unit for unit in units_ if unit not in out) for fact, units_ in season.facts.items()}
    return evolve(
        season,
        units=Table({**units, **{unit: entry for unit, entry in left.items() if unit not in joined}}),
        scores=Table(scores),
        facts=Table(facts),
        outgoing=Outgoing(),
        turns=None,
    )
