"""Altered seasons: one unit of a year is changed, leaves it, or joins it."""

from collections.abc import Collection, Mapping
from typing import Final, TypeVar

from attrs import evolve

from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Former, Outgoing, Season, UnitEntry
from emulrules.model.table import Table
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, some, yes
from emulrules.testing.formers import without_queue
from emulrules.testing.sheets import invent_cell_like

__all__ = ["NEWCOMER", "changed", "two_alike", "with_twin", "without"]

NEWCOMER: Final = "don-vi-khac"

V = TypeVar("V")


def without(season: Season, out: Collection[str]) -> Season:
    """The season in which the units `out` are no longer members, and nothing is said of them, nor of who led."""
    source = min(season.sources)
    left = {unit: UnitEntry(roster="leaves", source=source) for unit in out}
    joined = {unit for unit in out if (entry := season.units.get(unit)) is not None and entry.roster == "joins"}
    units = {**_without(season.units, out), **{unit: entry for unit, entry in left.items() if unit not in joined}}
    return evolve(
        season,
        units=Table(units),
        scores=Table({leaf: _without(cells, out) for leaf, cells in season.scores.items()}),
        facts=_lists(season.facts, out),
        before=_lists(season.before, out),
        facts_before=_lists(season.facts_before, out),
        outgoing=Outgoing(),
        turns=None,
        former=without_queue(season),
    )


def _without(rows: Mapping[str, V], out: Collection[str]) -> Table[str, V]:
    return Table({unit: row for unit, row in rows.items() if unit not in out})


def _lists(lists: Mapping[str, tuple[str, ...]], out: Collection[str]) -> Table[str, tuple[str, ...]]:
    return Table({name: tuple(unit for unit in units if unit not in out) for name, units in lists.items()})


def with_twin(season: Season, ruleset: Ruleset, twin: str) -> Season:
    """The season with a unit more, `NEWCOMER`, of which everything is true that is true of `twin`."""
    entry = season.units.get(twin, UnitEntry())
    known = ruleset.units.get(twin)
    joins = evolve(entry, roster="joins", name="Đơn vị khác", source=min(season.sources))
    if known is not None and entry.roster is None:
        joins = evolve(joins, type=known.type, within=known.within)
    scores = {
        leaf: Table({**cells, NEWCOMER: cells[twin]} if twin in cells else cells)
        for leaf, cells in season.scores.items()
    }
    return evolve(
        season,
        units=Table({**season.units, NEWCOMER: joins}),
        scores=Table(scores),
        facts=_beside(season.facts, twin),
        before=_beside(season.before, twin),
        facts_before=_beside(season.facts_before, twin),
        former=Table({id_: _with_twin(former, twin) for id_, former in without_queue(season).items()}),
    )


def _with_twin(former: Former, twin: str) -> Former:
    return evolve(former, awards=_beside(former.awards, twin), facts=_beside(former.facts, twin))


def _beside(lists: Mapping[str, tuple[str, ...]], twin: str) -> Table[str, tuple[str, ...]]:
    return Table({name: (*units, NEWCOMER) if twin in units else units for name, units in lists.items()})


def two_alike(case: Case, chance: Chance) -> Case:
    """The case in which one unit has every cell of another; of a cluster with a single unit, the case itself."""
    first, *others = some(chance, case.members, min(2, len(case.members)))
    scores = {
        leaf: Table({**cells, **dict.fromkeys(others, cells[first])}) if first in cells else cells
        for leaf, cells in case.season.scores.items()
    }
    return evolve(case, season=evolve(case.season, scores=Table(scores)))


def changed(case: Case, unit: str, chance: Chance) -> Case:
    """The case in which `unit` has other cells, figures and facts, each of them once in two times."""
    season, leaves = case.season, {criterion.id: criterion for criterion in case.rules.criteria}
    scores = {
        leaf: Table({**cells, unit: invent_cell_like(chance, leaves[leaf], cells[unit])})
        if unit in cells and yes(chance)
        else cells
        for leaf, cells in season.scores.items()
    }
    facts = {fact: _turned(units, unit) if yes(chance, 4) else units for fact, units in season.facts.items()}
    entry = season.units.get(unit, UnitEntry())
    if entry.women is not None and entry.staff is not None and yes(chance):
        entry = evolve(entry, women=chance.number(0, 4), staff=chance.number(4, 6))
    units = Table({**season.units, unit: entry})
    return evolve(case, season=evolve(season, scores=Table(scores), facts=Table(facts), units=units))


def _turned(units: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """The units that have a fact, with `unit` among them if it was not, and without it if it was."""
    return tuple(other for other in units if other != unit) if unit in units else (*units, unit)
