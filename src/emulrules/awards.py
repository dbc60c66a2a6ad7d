"""Awards: who is proposed for what, within the quota.

An award is decided after those that it requires or excludes. Its chain of choices is tried until the quota is full; an
unfilled quota stays unfilled. A tie at the last slot of a choice by standing is cut by the tie chain, or all of it is
included or excluded; such an answer never writes the standing. What a unit on hold wins is held, and takes the slot.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from emulrules.acts import Closed
from emulrules.ballots import Ballots, ballot_ids, round_ids
from emulrules.errors import Fault, RulesetError
from emulrules.gates import Gates
from emulrules.model.award import Award, Choose
from emulrules.model.decision import Question
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Season
from emulrules.model.table import Table, table
from emulrules.order import Group, Ranking
from emulrules.questions import Book
from emulrules.quotas import Quotas
from emulrules.standings import Standings
from emulrules.ties import UNDEFINED_STEP, Chain
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Field", "Given", "in_order", "propose"]

_ORDERED: Final = ("standing", "place")


@frozen
class Field:
    """What awards are chosen from: the members behind their gates, and their ranking.

    `standings` asks for the places where nothing ranks the units yet.
    """

    gates: Gates
    ranking: Ranking
    standings: Standings


@frozen
class Given:
    """What became of one award: the units `chosen`, the `open` questions, and who could still be chosen."""

    chosen: Table[str, str] = field(factory=Table, converter=table)
    open: tuple[str, ...] = ()
    possible: frozenset[str] = frozenset()


def in_order(awards: Sequence[Award]) -> list[Award]:
    """Every award after those that it requires or excludes, otherwise as written. Raises `RulesetError` on a cycle."""
    left = list(awards)
    done: list[Award] = []
    known = {award.id for award in awards}
    for award in awards:
        for other in (*award.requires, *award.excludes):
            if other not in known:
                raise RulesetError(Fault("award-unknown", ("awards", award.id), {"award": award.id, "name": other}))
    while left:
        names = {award.id for award in done}
        ready = next((a for a in left if {*a.requires, *a.excludes} & known <= names), None)
        if ready is None:
            raise RulesetError(Fault("awards-cycle", ("awards",), {"awards": ", ".join(a.id for a in left)}))
        left.remove(ready)
        done.append(ready)
    return done


def propose(
    ruleset: Ruleset,
    season: Season,
    field_: Field,
    chain: Chain,
    quotas: Quotas,
    book: Book,
    trace: Trace,
) -> dict[str, Given]:
    """Decides every award."""
    given: dict[str, Given] = {}
    for award in in_order(ruleset.awards):
        choice = ruleset.undefined_rule(f"awards.{award.id}.choose")
        given[award.id] = _Choice(award, choice, season, field_, given, chain, quotas, book, trace).run()
    return given


class _Choice:
    """One award on its way through its chain."""

    def __init__(
        self,
        award: Award,
        undefined: UndefinedRule | None,
        season: Season,
        field_: Field,
        given: Mapping[str, Given],
        chain: Chain,
        quotas: Quotas,
        book: Book,
        trace: Trace,
    ) -> None:
        self._award = award
        self._season = season
        self._field = field_
        self._given = given
        self._chain = chain
        self._quotas = quotas
        self._book = book
        self._trace = trace
        self._chosen: dict[str, Choose] = {}
        self._open: tuple[str, ...] = ()
        self._prefix = f"award:{award.id}"
        self._steps = award.choose
        if not award.choose and undefined is not None and undefined.ask is not None:
            # How it is chosen is not defined, but the ruleset says whom to ask.
            asked = Choose(UNDEFINED_STEP, "decision", undefined.ask, basis=undefined.basis, trust=undefined.trust)
            self._steps = (asked,)

    def run(self) -> Given:
        """The chain, step by step, until the quota is full, nobody is left or a question is open."""
        closed = self._closed()
        eligible = tuple(unit for unit in self._field.gates.inside if unit not in closed)
        before = self._before()
        slots = self._quotas.slots(self._award, self._reachable(eligible))
        for index, step in enumerate(self._steps):
            candidates = tuple(unit for unit in eligible if unit not in self._chosen)
            left = None if slots.number is None else slots.number - len(self._chosen)
            if not candidates or (left is not None and left <= 0):
                break
            reason = {**closed, **{unit: ("choice-already", {"award": self._award.id}) for unit in self._chosen}}
            self._take(step, candidates, left, tuple(dict.fromkeys((*before, *slots.open))), reason)
            if self._open:
                self._book.later(*self._may_ask(self._steps[index:]))
                break
        self._note()
        possible = frozenset(eligible) if self._open else frozenset(self._chosen)
        return Given({unit: step.id for unit, step in self._chosen.items()}, self._open, possible)

    def _reachable(self, eligible: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the eligible that some step of the chain could choose; places choose only who may hold them."""
        if any(step.by != "place" for step in self._steps):
            return eligible
        groups = (self._field.ranking.at_place(place) for step in self._steps for place in step.places)
        at_places = {unit for group in groups if group is not None for unit in group.units}
        return tuple(unit for unit in eligible if unit in at_places)

    def _may_ask(self, steps: Sequence[Choose]) -> Iterator[str]:
        """The ids of the questions that the rest of the chain may come to ask."""
        for step in steps:
            if step.by == "standing":
                yield from self._chain.may_ask(self._prefix)
            elif step.by == "ballot":
                yield from ballot_ids(self._award, step)
            elif step.by != "place":
                yield f"{self._prefix}:{step.id}"

    def _closed(self) -> Closed:
        """Why each unit that cannot be chosen cannot."""
        closed: dict[str, tuple[str, Mapping[str, Any]]] = {}
        for unit in self._field.gates.out:
            closed[unit] = ("choice-out", {"gate": self._field.gates.out[unit]})
        for other in self._award.excludes:
            for unit in self._given[other].chosen:
                closed.setdefault(unit, ("choice-excluded", {"award": self._award.id, "other": other}))
        for other in self._award.requires:
            for unit in self._field.gates.inside:
                if unit not in self._given[other].possible:
                    closed.setdefault(unit, ("choice-requires", {"award": self._award.id, "other": other}))
        return closed

    def _before(self) -> tuple[str, ...]:
        """The questions that must be answered before this award's options are fixed."""
        others = (*self._award.requires, *self._award.excludes)
        return tuple(sorted({*self._field.gates.open, *(id_ for other in others for id_ in self._given[other].open)}))

    def _take(
        self, step: Choose, candidates: tuple[str, ...], left: int | None, after: tuple[str, ...], closed: Closed
    ) -> None:
        if step.by in _ORDERED:
            if after or left is None:
                self._open = after or self._field.gates.open
            elif step.by == "place":
                self._by_place(step, candidates, left)
            else:
                self._by_standing(step, candidates, left)
        elif step.by == "ballot":
            self._by_ballot(step, candidates, left, after, closed)
        else:
            self._by_choice(step, candidates, left, after, closed)

    def _by_place(self, step: Choose, candidates: tuple[str, ...], left: int) -> None:
        """Exactly the units of the places; a place whose unit cannot be chosen is not passed down."""
        stuck: set[str] = set()
        unsettled = 0
        for place in sorted(step.places):
            group = self._field.ranking.at_place(place)
            if group is None:
                continue
            if not group.ranked or len(group.units) > 1:
                stuck.update(self._keeps_open(group))
                unsettled += 1
            elif left - unsettled > 0 and group.units[0] in candidates:
                self._choose(group.units[0], step)
                left -= 1
        self._open = tuple(sorted(stuck))

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

    def _by_standing(self, step: Choose, candidates: tuple[str, ...], left: int) -> None:
        """The best candidates from the top; everybody where everybody fits."""
        if len(candidates) <= left:
            for unit in candidates:
                self._choose(unit, step)
            return
        for group in self._field.ranking.groups:
            tied = group.part(unit for unit in group.units if unit in candidates)
            if not tied.units or left == 0:
                continue
            if len(tied.units) > left:
                self._at_boundary(step, tied, left)
                return
            for unit in tied.units:
                self._choose(unit, step)
            left -= len(tied.units)

    def _at_boundary(self, step: Choose, tied: Group, left: int) -> None:
        """A tie at the last slot: cut, include or exclude, as the award says; judged after named places.

        Units that nothing orders are no tie, whatever the award says of ties: a line through them is asked. Whatever is
        computed parts a tie first, so that the outcome never turns over when a missing fact comes.
        """
        field_ = self._field
        stuck = field_.ranking.stuck.get(tied.units[0], ()) if tied.ranked else field_.standings.ask()
        if stuck:
            self._open = stuck
            return
        rule = self._award.part("choose", step)
        inputs: dict[str, Any] = {"tied": tied.units, "slots": left, "boundary": self._award.boundary}
        if not tied.ranked:
            cut = self._chain.cut_unordered(tied, left, self._prefix)
        elif self._award.boundary == "cut":
            cut = self._chain.cut(tied, left, self._prefix)
        else:
            cut = self._chain.compute(tied, left)
        taken = _above(cut.groups, left)
        if self._award.boundary == "include" and not cut.open:
            taken = tuple(sorted({*taken, *cut.stuck}))
        if self._award.boundary != "cut" and cut.stuck and not cut.open:
            # Nobody splits this tie, so one unit that leaves or joins it moves awards of all the others.
            self._trace.warn("whole-tie", self._award.rule.path, cut.stuck)
        self._open = cut.open
        self._trace.step("line", taken, rule=rule, **inputs)
        for unit in taken:
            self._choose(unit, step)

    def _by_choice(
        self, step: Choose, candidates: tuple[str, ...], left: int | None, after: tuple[str, ...], closed: Closed
    ) -> None:
        """A meeting agrees, or one who decides says; a quota is a most, so nobody need be chosen."""
        most = len(candidates) if left is None else min(left, len(candidates))
        rule = self._award.part("choose", step)
        question = Question(f"{self._prefix}:{step.id}", "choice", step.asks, candidates, 0, most, rule.basis, after)
        act = self._book.ask(question, rule, closed=closed, chain=True)
        if act is None:
            self._open = (question.id,)
            return
        if not self._award.choose:
            self._trace.warn("settled-without-rule", question.id, act.choice or ())
        for unit in sorted(act.choice or ()):
            self._choose(unit, step)

    def _by_ballot(
        self, step: Choose, candidates: tuple[str, ...], left: int | None, after: tuple[str, ...], closed: Closed
    ) -> None:
        """Up to `rounds` ballots among those not yet chosen; a round that is not held ends the step."""
        present = self._season.meeting.present
        ballots = Ballots(self._award, self._field.gates.members, present, self._book, self._trace)
        for id_ in round_ids(self._award, step):
            options = tuple(unit for unit in candidates if unit not in self._chosen)
            room = None if left is None else left - (len(candidates) - len(options))
            if not options or (room is not None and room <= 0):
                return
            result = ballots.cast(step, id_, options, room, after, closed)
            for unit in result.chosen:
                self._choose(unit, step)
            self._open = result.open
            if result.open or not result.held:
                return

    def _choose(self, unit: str, step: Choose) -> None:
        self._chosen[unit] = step

    def _note(self) -> None:
        if self._chosen:
            self._trace.lean(self._award.rule)
        for unit, step in sorted(self._chosen.items()):
            held = unit in self._field.gates.hold
            output = Table(award=self._award.id, state="held" if held else "proposed")
            self._trace.step("award", output, rule=self._award.part("choose", step), unit=unit)


def _above(groups: Sequence[Group], above: int) -> tuple[str, ...]:
    """The units of the groups that lie wholly above the line."""
    taken: list[str] = []
    for group in groups:
        if len(taken) + len(group.units) > above:
            break
        taken.extend(group.units)
    return tuple(sorted(taken))
