"""Choosing: the ways in which a step of an award's chain chooses units.

By standing, from the top, while there is room; by place, exactly the units of the places; what people are asked for is
put to them by `polling`. A tie at the last slot of a choice by standing is cut by the tie chain, or all of it is
included or excluded; such an answer never writes the standing.
"""

from collections.abc import Sequence
from typing import Any, Final

from emulrules.acts import Closed
from emulrules.descent import Descent, Line, go_down, settle
from emulrules.errors import Fault, RulesetError
from emulrules.gates import Gates
from emulrules.model.award import Award, Choose
from emulrules.model.table import Table, table
from emulrules.order import Group, Ranking
from emulrules.polling import Chosen, Polling
from emulrules.questions import Book
from emulrules.room import Room
from emulrules.standings import Standings
from emulrules.ties import Chain
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["ORDERED", "Choosing", "Field"]

ORDERED: Final = ("standing", "place")
"""The ways of choosing that ask nothing of their own, but follow the standing."""


@frozen
class Field:
    """What awards are chosen from: the members behind their gates, their parents by name, and their ranking.

    `standings` asks for the places where nothing ranks the units yet.
    """

    gates: Gates
    ranking: Ranking
    standings: Standings
    within: Table[str, Table[str, str]] = field(factory=Table, converter=table)

    def room(self, award: Award) -> Room:
        """The room for an award before anybody is chosen and before its quota is known."""
        at_most = award.at_most
        if at_most is None:
            return Room(None)
        parents = {unit: within[at_most.per] for unit, within in self.within.items()}
        return Room.per_parent(None, parents, at_most.number)


class Choosing:
    """The steps of one award's chain."""

    def __init__(self, award: Award, field_: Field, chain: Chain, book: Book, trace: Trace) -> None:
        self._award = award
        self._field = field_
        self._chain = chain
        self._trace = trace
        self._polling = Polling(award, book, trace)
        self._skipped: dict[str | None, set[str]] = {}

    def take(self, step: Choose, units: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed) -> Chosen:
        """What `step` makes of `units`, who may still have the award, within `room`.

        `after` names the questions on which it is still open who they are or how many; `closed` says why others may
        not.
        """
        if step.by in ORDERED:
            if after or room.left is None:
                return Chosen(open=after or self._field.gates.open)
            by_rank = self._by_place if step.by == "place" else self._by_standing
            return by_rank(step, units, room)
        return self._polling.take(step, units, room, after, closed)

    def _by_place(self, step: Choose, units: tuple[str, ...], room: Room) -> Chosen:
        """Exactly the units of the places; a place whose unit cannot be chosen is not passed down."""
        chosen: list[str] = []
        passed: list[str] = []
        stuck: set[str] = set()
        # Room that is there whoever gets the places that are not settled yet.
        sure = room
        for place in sorted(step.places):
            group = self._field.ranking.at_place(place)
            if group is None:
                continue
            if not group.ranked or len(group.units) > 1:
                stuck.update(self._keeps_open(group))
                sure = sure.less_one_of(unit for unit in group.units if unit in units)
                continue
            unit = group.units[0]
            if unit not in units or not room.left:
                continue
            if room.is_full(unit):
                passed.append(unit)
            elif sure.most(group.units):
                chosen.append(unit)
                room, sure = room.less(group.units), sure.less(group.units)
        return Chosen(tuple(chosen), tuple(passed), tuple(sorted(stuck)))

    def _keeps_open(self, group: Group) -> set[str]:
        """The questions that keep a tie at a named place, or the order of units that nothing ranks yet.

        Raises `RulesetError` where the order does not name it.
        """
        if not group.ranked and (asked := self._field.standings.ask()):
            return set(asked)
        open_ = {id_ for unit in group.units for id_ in self._field.ranking.stuck.get(unit, ())}
        if not open_:
            raise RulesetError(Fault("place-unnamed", ("awards", self._award.id, "choose"), {"award": self._award.id}))
        return open_

    def _by_standing(self, step: Choose, units: tuple[str, ...], room: Room) -> Chosen:
        """The best from the top; everybody where everybody fits."""
        free = room.open_to(units)
        if room.most(free) == len(free):
            return Chosen(free, tuple(unit for unit in units if unit not in free))
        groups = [group.part(unit for unit in group.units if unit in units) for group in self._field.ranking.groups]
        found = go_down(groups, room, lambda line: self._at_line(step, line))
        return Chosen(found.taken, found.passed, found.open)

    def _at_line(self, step: Choose, line: Line) -> Descent:
        """A tie at the last slot: cut, include or exclude, as the award says; judged after named places.

        Units that nothing orders are no tie, whatever the award says of ties: a line through them is asked. Whatever is
        computed parts a tie first, so that the outcome never turns over when a missing fact comes.
        """
        tied, boundary, field_ = line.group, self._award.boundary, self._field
        if stuck := field_.ranking.stuck.get(tied.units[0]) if tied.ranked else field_.standings.ask():
            return Descent(open=stuck)
        cut = settle(line, self._part) if boundary == "cut" or not tied.ranked else self._as_a_whole(line)
        inputs: dict[str, Any] = {} if line.parent is None else {"parent": line.parent}
        inputs |= {"tied": tied.units, "slots": line.room.left, "boundary": boundary}
        self._trace.step("line", tuple(sorted(cut.taken)), rule=self._award.part("choose", step), **inputs)
        return cut

    def _part(self, line: Line) -> tuple[list[Group], tuple[str, ...]]:
        """One step of the tie chain at a line."""
        units = line.group.units
        skipped = self._skipped.setdefault(line.parent, set())
        within = line.room.within(units)
        return self._chain.part(line.group, line.above, self._award.line(line.parent), skipped, within)

    def _as_a_whole(self, line: Line) -> Descent:
        """All of the tie that no computed step parts is included, or excluded."""
        cut = self._chain.compute(line.group, line.above)
        taken = _above(cut.groups, line.above)
        if self._award.boundary == "include" and not cut.open:
            taken = (*taken, *cut.stuck)
        if cut.stuck and not cut.open:
            # Nobody splits this tie, so one unit that leaves or joins it moves awards of all the others.
            self._trace.warn("whole-tie", self._award.rule.path, cut.stuck)
        return Descent(taken, open=cut.open)


def _above(groups: Sequence[Group], above: int) -> tuple[str, ...]:
    """The units of the groups that lie wholly above the line."""
    taken: list[str] = []
    for group in groups:
        if len(taken) + len(group.units) > above:
            break
        taken.extend(group.units)
    return tuple(taken)
