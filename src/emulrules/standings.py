"""Standings: where each unit stands, from points or from the places that a meeting gave.

Where the order is by points and no score at all is given, the meeting is asked for the places (`standing`), if anything
turns on them. Units that nothing orders have no place; the places that the ruleset names are held by one unit each.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault, RulesetError
from emulrules.gates import Gates
from emulrules.model.decision import Question
from emulrules.model.order import Order
from emulrules.model.rule import Rule
from emulrules.model.table import Table
from emulrules.order import Group, Ranking, by_places, by_values, lines, unranked
from emulrules.questions import Book
from emulrules.ties import Chain
from emulrules.trace import Trace

__all__ = ["STANDING", "Standings"]

STANDING: Final = "standing"

_NOTHING: Final = Rule("order", (), "read")
"""What a unit without a place stands under: no rule put it there."""


class Standings:
    """The standings of one decision; `order` None is not defined by the ruleset."""

    def __init__(self, order: Order | None, gates: Gates, chain: Chain, book: Book, trace: Trace) -> None:
        self._order = order
        self._gates = gates
        self._chain = chain
        self._book = book
        self._trace = trace

    def settle(self, totals: Mapping[str, Fraction] | None, *, scored: bool) -> Ranking:
        """The ranking as far as it is settled; `totals` None: not known, though `scored` says that scores are given."""
        order, inside = self._order, self._gates.inside
        if order is None:
            return Ranking(tuple(unranked(inside)), {})
        if order.by == "points" and totals is not None:
            return self._chain.name_places(by_values(totals), order.name_places)
        if order.by == "points" and scored:
            # Who is out is still asked: nothing can be placed before that.
            return self._open(order)
        if len(inside) == 1 and not self._gates.open and not self._book.has_act(STANDING):
            return Ranking((Group(inside),), {})
        if not self._named(order) and not self._book.has_act(STANDING):
            return Ranking(tuple(unranked(inside)), {})
        act = self._book.ask(self._question(order), order.rule)
        if act is None:
            return self._open(order)
        return self._chain.name_places(by_places(act.places or {}, inside), order.name_places)

    def ask(self) -> tuple[str, ...]:
        """Asks for the places where an award turns on them; names the question if it is open."""
        if self._order is None:
            raise RulesetError(Fault("order-undefined", ("order",)))
        act = self._book.ask(self._question(self._order), self._order.rule)
        return (STANDING,) if act is None else ()

    def note(self, ranking: Ranking, totals: Mapping[str, Fraction] | None) -> None:
        """One step for each unit that is not out."""
        rule = _NOTHING if self._order is None else self._order.rule
        for index, group in enumerate(ranking.groups):
            place = ranking.place_of(index)
            for unit in group.units:
                tied = tuple(other for other in group.units if other != unit) if place is not None else ()
                total = None if totals is None else totals[unit]
                output = Table(place=place, tied_with=tied, total=total)
                self._trace.step("standing", output, rule=rule if place is not None else _NOTHING, unit=unit)

    def _open(self, order: Order) -> Ranking:
        for line in lines(order.name_places, len(self._gates.inside)):
            self._book.later(*self._chain.may_ask(f"place:{line}"))
        return Ranking(tuple(unranked(self._gates.inside)), {})

    def _named(self, order: Order) -> int:
        """How many units the meeting must place at the least: down to the last place that the ruleset names."""
        return max((place for place in order.name_places if place <= len(self._gates.inside)), default=0)

    def _question(self, order: Order) -> Question:
        inside = self._gates.inside
        least = self._named(order)
        return Question(STANDING, "places", order.asks, inside, least, len(inside), order.basis, self._gates.open)
