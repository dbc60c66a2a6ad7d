"""Room: how many more units may be chosen, in all and of each parent.

An award may go to at most so many units of one parent, such as one of each province. Which parent a unit has stands in
the ruleset; a unit whose parent has no room left cannot be chosen, however it stands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve

from emulrules.model.decision import Within
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = ["Room"]


@frozen
class Room:
    """`left` slots in all, None while that is open; of each of the `parents` (by unit) as many as `caps` says.

    Where `parents` is empty, nothing is counted by parent.
    """

    left: int | None
    parents: Table[str, str] = field(factory=Table, converter=table)
    caps: Table[str, int] = field(factory=Table, converter=table)

    @classmethod
    def per_parent(cls, left: int | None, parents: Mapping[str, str], number: int) -> "Room":
        """Room for `number` units of every parent."""
        return cls(left, parents, dict.fromkeys(sorted(set(parents.values())), number))

    def is_full(self, unit: str) -> bool:
        """Whether the parent of `unit` has no room left."""
        return bool(self.parents) and not self.caps[self.parents[unit]]

    def open_to(self, units: Iterable[str]) -> tuple[str, ...]:
        """Those of the units whose parent has room."""
        return tuple(unit for unit in units if not self.is_full(unit))

    def most(self, units: Iterable[str]) -> int:
        """The greatest number of these units that can be chosen together."""
        counted = list(units)
        if self.parents:
            fitting = sum(min(number, self.caps[parent]) for parent, number in self._counted(counted).items())
        else:
            fitting = len(counted)
        return fitting if self.left is None else min(self.left, fitting)

    def over(self, units: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The units of each parent of which not all can be chosen, by parent."""
        counted = list(units)
        number = self._counted(counted)
        return {
            parent: tuple(unit for unit in counted if self.parents[unit] == parent)
            for parent in sorted(number)
            if number[parent] > self.caps[parent]
        }

    def within(self, units: Iterable[str]) -> tuple[Within, ...]:
        """What the parents allow of these units, as a question says it; only where it is fewer than there are."""
        return tuple(Within(parent, units_, self.caps[parent]) for parent, units_ in self.over(units).items())

    def less(self, units: Iterable[str]) -> "Room":
        """What is left once these units are chosen; a tie that is included as a whole may be more than there was."""
        counted = list(units)
        number = self._counted(counted)
        caps = {parent: cap - number[parent] for parent, cap in self.caps.items()}
        return evolve(self, left=None if self.left is None else max(0, self.left - len(counted)), caps=caps)

    def less_one_of(self, units: Iterable[str]) -> "Room":
        """What is left for sure if one of these units takes a slot, whichever it is, or none of them."""
        caps = dict(self.caps)
        for parent in self._counted(units):
            caps[parent] = max(0, caps[parent] - 1)
        return evolve(self, left=None if self.left is None else max(0, self.left - 1), caps=caps)

    def of_parent(self, parent: str) -> "Room":
        """The room of one parent alone."""
        return Room(self.caps[parent])

    def _counted(self, units: Iterable[str]) -> Counter[str]:
        return Counter(self.parents[unit] for unit in units) if self.parents else Counter()
