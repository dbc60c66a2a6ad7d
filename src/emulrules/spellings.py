"""Spellings: which unit a name means.

A unit is known by its id, its full name or a declared alias, exactly; likeness only gives a hint. A unit that others
have succeeded may be named only where the season speaks of what was before that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from emulrules.errors import Fault
from emulrules.model.names import near, tone_key
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.succession import fell_in
from emulrules.model.table import Table
from emulrules.successions import Lineage

__all__ = ["Spellings", "unknown_name"]

T = TypeVar("T")

_NOBODY: Final[Table[str, str]] = Table()


def unknown_name(code: str, path: tuple[str | int, ...], name: str, known: Iterable[str], **data: object) -> Fault:
    """The fault of a name that is not known, with the nearest that is."""
    hint = near(name, known)
    if hint is None:
        return Fault(code, path, {"name": name, **data})
    return Fault(f"{code}-near", path, {"name": name, "near": hint, **data})


def _spellings(ruleset: Ruleset, unit: str, name: str) -> Iterator[str]:
    """The full name of a unit and its other spellings."""
    yield name
    if unit in ruleset.units:
        yield from ruleset.units[unit].aliases


def _spelt_elsewhere(ruleset: Ruleset, cluster: str) -> Iterator[tuple[str, str]]:
    """Every spelling of the units of other clusters, with the cluster."""
    for id_, other in ruleset.clusters.items():
        for unit in other.members if id_ != cluster else ():
            name = ruleset.units[unit].name if unit in ruleset.units else unit
            yield from ((spelling, id_) for spelling in (unit, *_spellings(ruleset, unit, name)))


class Spellings:
    """What every spelling means, and what is wrong with those that mean nothing."""

    def __init__(self, season: Season, ruleset: Ruleset, members: Mapping[str, str], lineage: Lineage) -> None:
        """`members` are their names by id."""
        self.faults: list[Fault] = []
        self._cluster = season.cluster
        self._ruleset = ruleset
        self._ids: dict[str, str] = {}
        for unit, name in members.items():
            for spelling in (unit, *_spellings(ruleset, unit, name)):
                self._ids[spelling] = unit
        self._left = dict(self._spelt(unit for unit in lineage.members if unit not in members))
        self._heirs = lineage.heirs
        self._gone = dict(self._spelt(self._heirs))
        self._ended = {unit: each for each in lineage.successions for unit in each.gone}
        self._halves = {unit for unit, each in self._ended.items() if fell_in(each, season.id)}
        if any(entry.roster == "joins" for entry in season.units.values()):
            self._refuse_alike(members)

    def _refuse_alike(self, members: Mapping[str, str]) -> None:
        """Refuses a joining unit that could be taken for a member; a ruleset is checked where it is read."""
        alike: dict[str, str] = {}
        for unit, name in members.items():
            for spelling in (unit, *_spellings(self._ruleset, unit, name)):
                other = alike.setdefault(tone_key(spelling), unit)
                if other != unit:
                    data = {"name": spelling, "unit": unit, "other": other}
                    self.faults.append(Fault("name-taken", ("units", unit), data))

    def _spelt(self, units: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Every spelling of `units`, which are no members, with the unit; what a member is called stays its own."""
        for unit in units:
            name = self._ruleset.units[unit].name if unit in self._ruleset.units else unit
            spellings = (unit, *_spellings(self._ruleset, unit, name))
            yield from ((spelling, unit) for spelling in spellings if spelling not in self._ids)

    def unit(self, name: str, path: tuple[str | int, ...]) -> str:
        """The id that `name` means; a name that means none is a fault, and stands for itself."""
        found = self._ids.get(name)
        if found is not None:
            return found
        if name in self._gone:
            gone = self._gone[name]
            ended = self._ended[gone]
            data = {"name": name, "on": ended.on, "heirs": ", ".join(self._heirs[gone])}
            self.faults.append(Fault(f"unit-{ended.kind}", path, data))
            return gone
        other = dict(_spelt_elsewhere(self._ruleset, self._cluster)).get(name)
        if other is not None:
            data = {"name": name, "other": other, "cluster": self._cluster}
            self.faults.append(Fault("unit-of-other-cluster", path, data))
        else:
            self.faults.append(unknown_name("unknown-unit", path, name, self._ids, cluster=self._cluster))
        return name

    def former(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit may be named that others have succeeded."""
        return self._gone[name] if name in self._gone else self.unit(name, path)

    def formers(self, names: Iterable[str], path: tuple[str | int, ...]) -> tuple[str, ...]:
        """As `units`, likewise."""
        return self.units(names, path, self.former)

    def scored(self, rows: Mapping[str, T], path: tuple[str | int, ...]) -> Table[str, T]:
        """As `rows`, where a unit may have a row that was succeeded in the course of this season."""
        named = {name: unit for name, unit in self._gone.items() if unit in self._halves}
        return self.rows(rows, path, named)

    def in_turn(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit may be named that has left, or that others have succeeded."""
        return self._gone[name] if name in self._gone else self.left_or_member(name, path)

    def left_or_member(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit that has left may be named too."""
        return self._left[name] if name in self._left else self.unit(name, path)

    def units(
        self, names: Iterable[str], path: tuple[str | int, ...], means: Callable[..., str] | None = None
    ) -> tuple[str, ...]:
        """The ids of several units, sorted; one that is named twice is a fault."""
        found: list[str] = []
        for name in names:
            unit = (means or self.unit)(name, path)
            if unit in found:
                self.faults.append(Fault("unit-twice", path, {"unit": unit}))
            found.append(unit)
        return tuple(sorted(found))

    def rows(
        self, rows: Mapping[str, T], path: tuple[str | int, ...], more: Mapping[str, str] = _NOBODY
    ) -> Table[str, T]:
        """A mapping by unit with its keys resolved and sorted; two rows of one unit are a fault.

        `more` are spellings of units that are no members and may have a row.
        """
        found: dict[str, T] = {}
        for name, value in rows.items():
            unit = self._ids.get(name) or more.get(name) or self.unit(name, (*path, name))
            if unit in found:
                self.faults.append(Fault("unit-twice", (*path, name), {"unit": unit}))
            found[unit] = value
        return Table({unit: found[unit] for unit in sorted(found)})
