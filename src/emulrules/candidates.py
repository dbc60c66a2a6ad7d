"""Candidates: who may have an award, and why the others may not.

Who is out may have none; an award may shut out who has another, or be for those only who have it, or who won it the
season before. What is not known yet shuts nobody out: the candidates are then the widest, and say what that turns on.
"""

from collections.abc import Container, Mapping
from typing import Any

from attrs import evolve

from emulrules.acts import Closed
from emulrules.gates import Gates
from emulrules.model.award import Award
from emulrules.model.table import Table, table
from emulrules.questions import Book, won_before
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Candidates", "Given", "candidates"]

_Why = tuple[str, Mapping[str, Any]]


@frozen
class Given:
    """What became of one award: the units `chosen`, the `open` questions, and who could still be chosen."""

    chosen: Table[str, str] = field(factory=Table, converter=table)
    open: tuple[str, ...] = ()
    possible: frozenset[str] = frozenset()


@frozen
class Candidates:
    """The `units` that may have an award, why each other one may not, and the questions that this turns on (`after`).

    `unknown` are the awards of the season before that it requires, of which nobody said who won them.
    """

    units: tuple[str, ...]
    closed: Closed
    after: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing can shut out any more of them."""
        return not self.after and not self.unknown

    def asked(self, award: Award, members: tuple[str, ...], book: Book) -> "Candidates":
        """Asks who won what the award requires of the season before, where nobody said it."""
        asked = [won_before(other, members, award.rule.basis) for other in self.unknown]
        for question in asked:
            book.ask(question, award.rule)
        return evolve(self, after=(*self.after, *(question.id for question in asked)), unknown=())


def candidates(
    award: Award, gates: Gates, given: Mapping[str, Given], before: Mapping[str, tuple[str, ...]], trace: Trace
) -> Candidates:
    """Who may have `award`: `given` are the awards decided so far, `before` who won which award the season before."""
    closed: dict[str, _Why] = {}
    for unit, gate in gates.out.items():
        closed[unit] = ("choice-out", {"gate": gate})
    for other in award.excludes:
        for unit in given[other].chosen:
            closed.setdefault(unit, ("choice-excluded", {"award": award.id, "other": other}))
    for other in award.requires:
        _shut(closed, gates, given[other].possible, ("choice-requires", {"award": award.id, "other": other}))
    for other in award.requires_before:
        if other in before:
            _shut(closed, gates, before[other], ("choice-requires-before", {"award": award.id, "other": other}))
            trace.step("won-before", before[other], rule=award.rule, award=other)
    others = (*award.requires, *award.excludes)
    after = {*gates.open, *(id_ for other in others for id_ in given[other].open)}
    units = tuple(unit for unit in gates.inside if unit not in closed)
    unknown = tuple(other for other in award.requires_before if other not in before)
    return Candidates(units, closed, tuple(sorted(after)), unknown)


def _shut(closed: dict[str, _Why], gates: Gates, may: Container[str], why: _Why) -> None:
    """Shuts out whoever is not among those who may."""
    for unit in gates.inside:
        if unit not in may:
            closed.setdefault(unit, why)
