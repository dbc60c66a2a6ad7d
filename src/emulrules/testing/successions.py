"""Invented successions: units of a ruleset or season that are renamed, merged or split, and what is said of the former.

A unit goes on under its own id now and then. What passes on by itself is only what a reader lets pass; the rest is
asked. Nothing is said of a former unit where a season may not speak of it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from attrs import evolve

from emulrules.model.cell import Cell
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Season, UnitEntry
from emulrules.model.succession import DatedRoster, Succession, fell_in
from emulrules.model.table import Table
from emulrules.roster import Roster
from emulrules.testing.chance import Chance, one, some, yes
from emulrules.testing.criteria import BASIS, invent_trust

__all__ = ["FORMED", "bring_succession", "or_former", "or_formers", "part_rows", "with_successions"]

_Kind = Literal["renamed", "merged", "split"]
_What = Literal["seat", "turn", "award", "points"]

FORMED: Final = ("don-vi-ke-tuc", "don-vi-ke-tuc-hai")
"""Ids of units that a ruleset's succession forms."""

_BROUGHT: Final = ("don-vi-lap-moi", "don-vi-lap-moi-hai")
_KINDS: Final[tuple[_Kind, ...]] = ("renamed", "merged", "split")
_DAYS: Final = (date(2020, 7, 1), date(2021, 3, 1), date(2021, 7, 1))
_LATER: Final = (9, 1)
"""Month and day on which a season's own succession falls: after those of its ruleset, whose units it may name."""


def with_successions(chance: Chance, ruleset: Ruleset, per: str, parents: Sequence[str]) -> Ruleset:
    """Some units of the one cluster are succeeded; `parents` are those, by `per`, of the units that are formed."""
    (cluster,) = ruleset.clusters
    members = ruleset.clusters[cluster].members
    before, after, kind = _who(chance, members, FORMED)
    each = Succession("ke-tuc", before, after, one(chance, _DAYS), kind, BASIS, invent_trust(chance))
    each = evolve(each, carries=_carries(chance, each))
    types = [ruleset.units[unit].type for unit in members]
    formed = {
        unit: Unit(f"Đơn vị kế tục {n}", (), one(chance, types), Table({per: one(chance, parents)}))
        for n, unit in enumerate(each.new, 1)
    }
    headship = ruleset.headship
    if headship is not None and yes(chance, 3):
        headship = evolve(headship, seat_of=per)
    rosters = () if yes(chance) else (_listed(chance, cluster, members),)
    return evolve(
        ruleset,
        units=Table({**ruleset.units, **formed}),
        headship=headship,
        rosters=rosters,
        successions=(each,),
    )


def _listed(chance: Chance, cluster: str, members: tuple[str, ...]) -> DatedRoster:
    """A list of a day before any succession, of the same members."""
    return DatedRoster("danh-sach", cluster, members, date(2020, 1, 1), BASIS, invent_trust(chance))


def _who(
    chance: Chance, members: Sequence[str], formed: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...], _Kind]:
    """Who becomes whom: some of the members, and units that are formed or go on."""
    kind = one(chance, _KINDS)
    first, second = some(chance, sorted(members), 2)
    if kind == "renamed":
        return (first,), (formed[0],), kind
    if kind == "merged":
        return (first, second), (first if yes(chance, 3) else formed[0],), kind
    return (first,), (first if yes(chance, 3) else formed[1], formed[0]), kind


def _carries(chance: Chance, each: Succession) -> tuple[_What, ...]:
    single: tuple[_What, ...] = ("points", "turn") if len(each.from_) == 1 else ()
    may: tuple[_What, ...] = ("seat", "award", *single) if len(each.to) == 1 else ()
    return tuple(what for what in may if yes(chance))


def bring_succession(
    chance: Chance, season: Season, members: Sequence[str], type_: str, parents: Table[str, str]
) -> Season:
    """The season with a succession of its own, of two `members` or more; it forms units of that type and parents."""
    before, after, kind = _who(chance, members, _BROUGHT)
    source = min(season.sources)
    on = date(int(season.id[-4:]), *_LATER)
    each = Succession("ke-tuc-moi", before, after, on, kind, (season.sources[source].cited,), "read")
    formed = {
        unit: UnitEntry(name=f"Đơn vị lập mới {n}", type=type_, within=parents) for n, unit in enumerate(each.new, 1)
    }
    return evolve(season, units=Table({**season.units, **formed}), successions=(each,))


def or_former(chance: Chance, unit: str, roster: Roster) -> str:
    """The unit, or now and then, where it is a member, one in whose place it stands."""
    before = [gone for gone, heirs in roster.lineage.heirs.items() if unit in heirs and unit in roster.names]
    return one(chance, before) if before and yes(chance) else unit


def or_formers(chance: Chance, units: Sequence[str], roster: Roster) -> tuple[str, ...]:
    """The units with a former one, once, in the place of one of its successors, here and there."""
    found: list[str] = []
    for unit in units:
        former = or_former(chance, unit, roster)
        found.append(unit if former in found else former)
    return tuple(found)


def part_rows(
    chance: Chance, scores: Table[str, Table[str, Cell]], season: Season, roster: Roster
) -> Table[str, Table[str, Cell]]:
    """The scores, which have a row for every member and former unit, with rows that a season may have."""
    dropped = set(roster.lineage.heirs)
    ended = {unit: each for each in roster.lineage.successions for unit in each.gone}
    for unit in roster.members:
        before = [gone for gone, each in ended.items() if unit in each.to and fell_in(each, season.id)]
        passing = len(before) == 1 and "points" in ended[before[0]].carries
        if before and yes(chance):
            dropped -= set(before)
            if (len(before) > 1 or passing) and yes(chance):
                dropped.add(unit)
    return Table(
        {
            id_: Table({unit: cell for unit, cell in cells.items() if unit not in dropped})
            for id_, cells in scores.items()
        }
    )
