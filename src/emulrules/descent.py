"""Descent: going down groups of equals while there is room, and the lines where it ends inside a tie.

Who fits is chosen; who belongs to a parent that is full is passed over, so that the next one has the slot. Where a tie
does not fit as a whole, a line runs through it: through the units of one parent, if that parent's slots end there, or
through all of it, if all slots do. Which of them are chosen changes nothing below: only how many are.
"""

from collections.abc import Callable, Iterable

from attrs import evolve

from emulrules.order import Group
from emulrules.room import Room
from emulrules.value import frozen

__all__ = ["Descent", "Line", "Part", "descend", "go_down", "settle"]


@frozen
class Line:
    """A tie through which slots end: `room` for its units, and the parent whose slots they are (None: all slots)."""

    group: Group
    room: Room
    parent: str | None = None

    @property
    def above(self) -> int:
        """How many of the units are to be chosen."""
        return self.room.most(self.group.units)


@frozen
class Descent:
    """Who is chosen for sure, who was passed over, the lines, and the questions that those are open on."""

    taken: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    open: tuple[str, ...] = ()


Part = Callable[[Line], tuple[list[Group], tuple[str, ...]]]
"""Parts the tie of a line: its groups from the top, or the questions that must be answered first."""


def descend(groups: Iterable[Group], room: Room) -> Descent:
    """Goes down `groups` from the top; `room.left` must be known."""
    taken: list[str] = []
    passed: list[str] = []
    lines: list[Line] = []
    for group in groups:
        if not room.left:
            break
        fitting = room.open_to(group.units)
        passed.extend(unit for unit in group.units if unit not in fitting)
        over = room.over(fitting)
        if room.most(fitting) == len(fitting):
            taken.extend(fitting)
            room = room.less(fitting)
        elif _all_slots_end(fitting, room):
            lines.append(Line(group.part(fitting), room))
            break
        else:
            sure = [unit for unit in fitting if room.parents[unit] not in over]
            taken.extend(sure)
            lines.extend(Line(group.part(units), room.of_parent(parent), parent) for parent, units in over.items())
            filled = [unit for parent, units in over.items() for unit in units[: room.caps[parent]]]
            # Any of them stand for those that the line will leave: only their number counts below.
            room = room.less([*sure, *filled])
    return Descent(tuple(taken), tuple(passed), tuple(lines))


def _all_slots_end(units: tuple[str, ...], room: Room) -> bool:
    """Whether more of these units could be chosen than there are slots in all."""
    return evolve(room, left=None).most(units) > (room.left or 0)


def go_down(groups: Iterable[Group], room: Room, at_line: Callable[[Line], Descent]) -> Descent:
    """Goes down `groups`, and settles every line that is met by `at_line`."""
    found = descend(groups, room)
    cut = [at_line(line) for line in found.lines]
    return Descent(
        (*found.taken, *(unit for each in cut for unit in each.taken)),
        (*found.passed, *(unit for each in cut for unit in each.passed)),
        (),
        tuple(dict.fromkeys(id_ for each in cut for id_ in each.open)),
    )


def settle(line: Line, part: Part) -> Descent:
    """Parts the tie of `line`, again and again, until it is known who of it is chosen or questions are open."""
    groups, open_ = part(line)
    if open_:
        return Descent(open=open_)
    # What is left of a tie at one parent's line is still that parent's.
    return go_down(groups, line.room, lambda below: settle(evolve(below, parent=below.parent or line.parent), part))
