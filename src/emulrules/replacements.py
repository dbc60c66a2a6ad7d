"""Replacements: who follows where an award's slot falls free after it was proposed.

No text says who does, so nothing is passed down by itself: it is asked, of nobody in particular, among all who could
have had the award; nobody need follow.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from emulrules.acts import Closed
from emulrules.candidates import Given, candidates
from emulrules.choosing import Field
from emulrules.model.award import Award
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Season
from emulrules.questions import Book
from emulrules.room import Room
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Vacancy", "replacement_id", "replacement_rule"]


def replacement_id(award: Award, round_: int = 1) -> str:
    """The question who follows; it is asked again where a replacement falls away in its turn."""
    return f"award:{award.id}:replacement" if round_ == 1 else f"award:{award.id}:replacement:{round_}"


def replacement_rule(award: Award, *documents: str) -> Rule:
    """How steps name that no rule says who follows; it rests on the `documents` of the act that settles it."""
    return Rule(f"awards.{award.id}.replacement", documents, "read")


@frozen
class Vacancy:
    """The slots of one award that fell free: `free` of them, beside the units that were ever `chosen` for it.

    `standing` are those that still have it, `struck` the units of which another award was cancelled, with that award;
    `more` may still give it up, and `after` names the questions on which it is open who could have it, or how many.
    `moved` were chosen here before they were chosen in an award that shuts this one out.
    """

    award: Award
    free: int
    chosen: frozenset[str]
    standing: tuple[str, ...]
    struck: Mapping[str, str]
    more: int = 0
    after: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()

    def asked(
        self, round_: int, field_: Field, now: Mapping[str, Given], season: Season, book: Book
    ) -> tuple[Question, Closed]:
        """The question who follows, and why others may not; its `most` is 0 where nobody could."""
        who = candidates(self.award, field_.gates, now, season, Trace(), book)
        shut = {unit: why for unit, why in who.closed.items() if unit not in self.moved or why[0] != "choice-excluded"}
        closed: dict[str, tuple[str, Mapping[str, Any]]] = {**shut, **dict(self._closed())}
        units = tuple(unit for unit in field_.gates.inside if unit not in shut)
        room = field_.room(self.award).less(self.standing)
        room = evolve(room, left=self.free + self.more, caps={each: max(0, cap) for each, cap in room.caps.items()})
        options = room.open_to(unit for unit in units if unit not in closed)
        after = tuple(dict.fromkeys((*self.after, *who.after)))
        id_, most, within = replacement_id(self.award, round_), room.most(options), room.within(options)
        return Question(id_, "choice", None, options, 0, most, (), after, within), self._full(units, room, closed)

    def _closed(self) -> Iterator[tuple[str, tuple[str, Mapping[str, Any]]]]:
        for unit, other in self.struck.items():
            # 06/2022/QH15 ch. VII: what follows a cancelled award is decided without the unit.
            yield unit, ("choice-cancelled", {"other": other})
        for unit in self.chosen:
            yield unit, ("choice-already", {"award": self.award.id})

    def _full(self, units: tuple[str, ...], room: Room, closed: Closed) -> Closed:
        at_most = self.award.at_most
        if at_most is None:
            return closed
        full = (unit for unit in units if room.is_full(unit))
        data = {"award": self.award.id, "number": at_most.number}
        return {**{unit: ("choice-parent-full", {**data, "parent": room.parents[unit]}) for unit in full}, **closed}
