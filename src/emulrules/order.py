"""Order: groups of equal units from the top, and the lines through them.

A tie is a value: a group. Places are those of a competition, 1, 2, 2, 4. A line L separates those who fill the first L
places from the rest; a line runs through a group if it would part it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from attrs import evolve

from emulrules.model.answers import TieKeys
from emulrules.model.table import Table
from emulrules.value import field, frozen

__all__ = ["Group", "Ranking", "best", "by_places", "by_values", "lines", "unranked"]


@frozen
class Group:
    """Units that are equal so far, sorted by id.

    `keys` is the chain that was asked for them and `done` the ids of the steps that were taken; `ranked` is false for
    units that nothing orders: they are not equal but unknown.
    """

    units: tuple[str, ...]
    done: frozenset[str] = frozenset()
    keys: TieKeys | None = None
    ranked: bool = True

    def part(self, units: Iterable[str]) -> "Group":
        """Some of its units, as far along the chain."""
        return Group(tuple(sorted(units)), self.done, self.keys, self.ranked)

    def after(self, step: str) -> "Group":
        """The same units once `step` of the chain was taken."""
        return evolve(self, done=self.done | {step})

    def anew(self) -> "Group":
        """The same units at the beginning of a chain of their own; what people answered is not asked again."""
        asked = {key.id for key in self.keys.keys if key.by != "value"} if self.keys is not None else set()
        return evolve(self, keys=None, done=self.done & asked)


@frozen
class Ranking:
    """Groups from the top, and for each unit in a group that a question keeps open, the questions."""

    groups: tuple[Group, ...]
    stuck: Mapping[str, tuple[str, ...]] = field(factory=Table)

    def placed(self) -> Iterator[tuple[int | None, Group]]:
        """Every group with the place that it shares, None where nothing ranks it."""
        place = 1
        for group in self.groups:
            yield place if group.ranked else None, group
            place += len(group.units)

    def at_place(self, place: int) -> Group | None:
        """The group that `place` falls in, ranked or not, None beyond the last unit."""
        start = 1
        for group in self.groups:
            if start <= place < start + len(group.units):
                return group
            start += len(group.units)
        return None


def by_values(values: Mapping[str, Fraction], group: Group | None = None) -> list[Group]:
    """Groups of units with equal values, the greatest value first."""
    sets: dict[Fraction, list[str]] = {}
    for unit, value in values.items():
        sets.setdefault(value, []).append(unit)
    origin = group or Group(())
    return [origin.part(sets[value]) for value in sorted(sets, reverse=True)]


def by_places(places: Mapping[str, int], units: tuple[str, ...]) -> list[Group]:
    """Groups by the places that a meeting gave; units that it gave none stand last, unranked."""
    placed = by_values({unit: Fraction(-place) for unit, place in places.items()})
    rest = tuple(unit for unit in units if unit not in places)
    return [*placed, *unranked(rest)]


def best(groups: Sequence[Group], number: int, boundary: Literal["include", "exclude"]) -> int:
    """How many of `groups`, from the top, hold the best `number` units; `boundary` includes a tie at the last, or not.

    >>> groups = [Group(("a",)), Group(("b", "c")), Group(("d",))]
    >>> best(groups, 2, "include"), best(groups, 2, "exclude"), best(groups, 3, "exclude"), best(groups, 9, "include")
    (2, 1, 2, 3)
    """
    taken = 0
    for index, group in enumerate(groups):
        if taken >= number or (taken + len(group.units) > number and boundary == "exclude"):
            return index
        taken += len(group.units)
    return len(groups)


def unranked(units: tuple[str, ...]) -> list[Group]:
    """One group of units that nothing orders, or none where there is no unit."""
    return [Group(tuple(sorted(units)), ranked=False)] if units else []


def lines(places: Iterable[int], size: int) -> list[int]:
    """The lines that name `places` among `size` units: one before each and one after, inside the field."""
    return sorted({line for place in places for line in (place - 1, place) if 0 < line < size})
