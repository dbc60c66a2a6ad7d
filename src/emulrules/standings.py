"""Standings: where each unit stands, from points, from a ballot, from both, or from the places that a meeting gave.

Where the order is by points and no score at all is given, the meeting is asked for the places (`standing`); where it is
by ballot, or by a ballot among those shortlisted by points, for the votes: each only if anything turns on it. Equal
votes are a tie, which points do not part. Units that nothing orders have no place; the places that the ruleset names
are held by one unit each.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault, RulesetError
from emulrules.gates import Gates
from emulrules.model.decision import Question
from emulrules.model.order import Order, Shortlist
from emulrules.model.rule import Rule
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.order import Group, Ranking, best, by_places, by_values, lines, unranked
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
        self._shortlisted: tuple[str, ...] = ()

    def settle(self, totals: Mapping[str, Fraction] | None, *, scored: bool) -> Ranking:
        """The ranking as far as it is settled; `totals` None: not known, though `scored` says that scores are given."""
        order, inside = self._order, self._gates.inside
        if order is None:
            return Ranking(tuple(unranked(inside)))
        if order.by_points and totals is not None:
            groups = by_values(totals)
            voted = groups if order.by == "points" else self._shortlist(order, _list_of(order), groups)
            return self._chain.name_places(voted, order.name_places)
        if order.by_points and scored:
            # Who is out is still asked: nothing can be placed before that.
            if order.by == "points-then-ballot":
                self._book.later(STANDING)
            return self._open(order)
        if len(inside) == 1 and not self._gates.open and not self._book.has_act(STANDING):
            return Ranking((Group(inside),))
        if not self._named(order) and not self._book.has_act(STANDING):
            return Ranking(tuple(unranked(inside)))
        act = self._ask(order)
        if act is None:
            return self._open(order)
        ranked = by_places(act.places or {}, inside) if act.votes is None else _by_votes(act.votes)
        return self._chain.name_places(ranked, order.name_places)

    def ask(self) -> tuple[str, ...]:
        """Asks for the places or votes where an award turns on them; names the question if it is open."""
        if self._order is None:
            raise RulesetError(Fault("order-undefined", ("order",)))
        return (STANDING,) if self._ask(self._order) is None else ()

    def note(self, ranking: Ranking, totals: Mapping[str, Fraction] | None) -> None:
        """One step for each unit that is not out."""
        rule = _NOTHING if self._order is None else self._order.rule
        for place, group in ranking.placed():
            for unit in group.units:
                tied = tuple(other for other in group.units if other != unit) if place is not None else ()
                total = None if totals is None else totals[unit]
                output = Table(place=place, tied_with=tied, total=total)
                self._trace.step("standing", output, rule=rule if place is not None else _NOTHING, unit=unit)

    def _shortlist(self, order: Order, shortlist: Shortlist, groups: list[Group]) -> list[Group]:
        """The best by points in the order of their votes, then all others by points.

        Who is shortlisted follows from points alone, so that the chain of ties never changes who is voted on. Two at
        least are voted on, and only if a named place or an award turns on their order.
        """
        upto = best(groups, shortlist.number, shortlist.boundary)
        listed = tuple(sorted(unit for group in groups[:upto] for unit in group.units))
        self._trace.step("shortlist", listed, rule=order.rule, number=shortlist.number, boundary=shortlist.boundary)
        if len(listed) < 2:
            return groups
        self._shortlisted = listed
        wanted = lines(order.name_places, len(listed))
        act = self._ask(order) if wanted or self._book.has_act(STANDING) else None
        if act is None:
            self._may_be_parted(wanted)
            return [*unranked(listed), *groups[upto:]]
        return [*_by_votes(act.votes or {}), *groups[upto:]]

    def _open(self, order: Order) -> Ranking:
        self._may_be_parted(lines(order.name_places, len(self._gates.inside)))
        return Ranking(tuple(unranked(self._gates.inside)))

    def _may_be_parted(self, wanted: list[int]) -> None:
        for line in wanted:
            self._book.later(*self._chain.may_ask(f"place:{line}"))

    def _named(self, order: Order) -> int:
        """How many units the meeting must place at the least: down to the last place that the ruleset names."""
        return max((place for place in order.name_places if place <= len(self._gates.inside)), default=0)

    def _ask(self, order: Order) -> Act | None:
        question = self._question(order)
        return self._book.ask(question, order.rule, set_voted=question.asks == "votes")

    def _question(self, order: Order) -> Question:
        """The votes of all that are voted on, or the places of those that must have one."""
        inside = self._gates.inside
        if self._shortlisted or order.by == "ballot":
            voted = self._shortlisted or inside
            size = len(voted)
            return Question(STANDING, "votes", order.asks, voted, size, size, order.basis, self._gates.open)
        asks = order.asks or "meeting"
        return Question(
            STANDING, "places", asks, inside, self._named(order), len(inside), order.basis, self._gates.open
        )


def _list_of(order: Order) -> Shortlist:
    if order.shortlist is None:
        data = {"key": "shortlist", "kind": order.by}
        raise RulesetError(Fault("key-needed", ("order", "shortlist"), data))
    return order.shortlist


def _by_votes(votes: Mapping[str, int]) -> list[Group]:
    return by_values({unit: Fraction(count) for unit, count in votes.items()})
