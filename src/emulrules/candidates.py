"""Candidates: who may have an award, and why the others may not.

Who is out may have none; an award may shut out who has another, or be for those only who have it, or who won it the
season before, or who has one of its grounds. What is not known yet shuts nobody out: the candidates are then the
widest, and say what that turns on.
"""

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from emulrules.acts import Closed
from emulrules.gates import Gates
from emulrules.model.award import Award
from emulrules.model.decision import Question
from emulrules.model.season import Season
from emulrules.model.table import Table, table
from emulrules.questions import BEFORE, Book, won_before
from emulrules.trace import Trace
from emulrules.value import field, frozen

if TYPE_CHECKING:
    from emulrules.grounds import Grounded

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

    `unknown` are the questions about what it requires, of the season before or as a ground, that nobody said.
    """

    units: tuple[str, ...]
    closed: Closed
    after: tuple[str, ...]
    unknown: tuple[Question, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nothing can shut out any more of them."""
        return not self.after and not self.unknown

    def asked(self, award: Award, book: Book) -> "Candidates":
        """Asks what the award requires, where nobody said it."""
        for question in self.unknown:
            book.ask(question, award.rule)
        return evolve(self, after=(*self.after, *(question.id for question in self.unknown)))


def candidates(
    award: Award, gates: Gates, given: Mapping[str, Given], season: Season, trace: Trace, book: Book
) -> Candidates:
    """Who may have `award`: `given` are the awards decided so far; the season tells facts, and the season before.

    Of an award before, successors of units that won it may still count, until the `book` has answers.
    """
    closed: dict[str, _Why] = {}
    for unit, gate in gates.out.items():
        closed[unit] = ("choice-out", {"gate": gate})
    for other in award.excludes:
        for unit in given[other].chosen:
            closed.setdefault(unit, ("choice-excluded", {"award": award.id, "other": other}))
    for other in award.requires:
        _shut(closed, gates, given[other].possible, ("choice-requires", {"award": award.id, "other": other}))
    before = season.before
    asked: list[Question] = []
    for other in award.requires_before:
        if other not in before:
            asked.append(won_before(other, gates.members, award.rule.basis))
            continue
        heirs = book.unsettled(f"{BEFORE}{other}")
        may = {*before[other], *(unit for question in heirs for unit in question.options)}
        _shut(closed, gates, may, ("choice-requires-before", {"award": award.id, "other": other}))
        asked.extend(heirs)
        if not heirs:
            trace.step("won-before", before[other], rule=award.rule, award=other)
    others = [*award.requires, *award.excludes]
    if award.grounds:
        on = _grounded(award, gates, given, season, closed, trace, book)
        others.extend(on.others)
        asked.extend(on.questions)
    after = {*gates.open, *(id_ for other in others for id_ in given[other].open)}
    units = tuple(unit for unit in gates.inside if unit not in closed)
    # A successor that cannot have the award anyway is not asked about; any other question is open to all members.
    unknown = {question.id: question for question in asked if not set(units).isdisjoint(question.options) or not units}
    return Candidates(units, closed, tuple(sorted(after)), tuple(unknown.values()))


def _grounded(
    award: Award,
    gates: Gates,
    given: Mapping[str, Given],
    season: Season,
    closed: dict[str, _Why],
    trace: Trace,
    book: Book,
) -> "Grounded":
    """On which grounds; whoever can have none is shut out."""
    from emulrules.grounds import grounded  # few awards have grounds

    left = tuple(unit for unit in gates.inside if unit not in closed)
    named = {ground.award for ground in award.grounds if ground.award is not None}
    decided = {
        other: (given[other].possible, frozenset(given[other].chosen) & given[other].possible) for other in named
    }
    heirs = {other: book.unsettled(f"{BEFORE}{other}") for other in named}
    on = grounded(award, season, left, gates.members, decided, trace, heirs)
    _shut(closed, gates, on.may, ("choice-without-ground", {"award": award.id}))
    return on


def _shut(closed: dict[str, _Why], gates: Gates, may: Container[str], why: _Why) -> None:
    """Shuts out whoever is not among those who may."""
    for unit in gates.inside:
        if unit not in may:
            closed.setdefault(unit, why)
