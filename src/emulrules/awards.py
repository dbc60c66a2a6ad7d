"""Awards: who is proposed for what, within the quota.

An award is decided after those that it requires or excludes. Its chain of choices is tried until the quota is full; an
unfilled quota stays unfilled. What a unit on hold wins is held, and takes the slot. Of one parent no more are proposed
than the award allows: whoever would be one too many is passed over, and the next one has the slot.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from emulrules.ballots import ballot_ids
from emulrules.candidates import Candidates, Given, candidates
from emulrules.choosing import ORDERED, Choosing, Field
from emulrules.errors import Fault, RulesetError
from emulrules.model.award import Award, Choose
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.questions import Book
from emulrules.quotas import Quotas
from emulrules.ties import UNDEFINED_STEP, Chain
from emulrules.trace import Trace

__all__ = ["in_order", "propose"]


def in_order(awards: Sequence[Award]) -> list[Award]:
    """Every award after those that it requires or excludes, otherwise as written. Raises `RulesetError` on a cycle."""
    left = list(awards)
    done: list[Award] = []
    known = {award.id for award in awards}
    for award in awards:
        for other in award.after:
            if other not in known:
                raise RulesetError(Fault("award-unknown", ("awards", award.id), {"award": award.id, "name": other}))
    while left:
        names = {award.id for award in done}
        ready = next((a for a in left if set(a.after) & known <= names), None)
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
        steps = _steps(award, ruleset.undefined_rule(f"awards.{award.id}.choose"))
        who = candidates(award, field_.gates, given, season, trace, book)
        given[award.id] = _Choice(award, steps, field_, chain, book, trace).run(who, quotas)
    return given


def _steps(award: Award, undefined: UndefinedRule | None) -> tuple[Choose, ...]:
    """The chain of an award; how it is chosen may be left open by the ruleset, which then says whom to ask."""
    if award.choose or undefined is None or undefined.ask is None:
        return award.choose
    return (Choose(UNDEFINED_STEP, "decision", undefined.ask, basis=undefined.basis, trust=undefined.trust),)


class _Choice:
    """One award on its way through its chain."""

    def __init__(
        self, award: Award, steps: tuple[Choose, ...], field_: Field, chain: Chain, book: Book, trace: Trace
    ) -> None:
        self._award = award
        self._steps = steps
        self._field = field_
        self._chain = chain
        self._book = book
        self._trace = trace
        self._choosing = Choosing(award, field_, chain, book, trace)
        self._room = field_.room(award)
        self._chosen: dict[str, Choose] = {}
        self._passed: set[str] = set()

    def run(self, who: Candidates, quotas: Quotas) -> Given:
        """The chain, step by step, until the quota is full, nobody is left or a question is open."""
        reachable = self._reachable(who.units)
        slots = quotas.slots(self._award, reachable, self._room.most(reachable) if who.settled else None)
        if reachable and slots.number != 0:
            who = who.asked(self._award, self._book)
        self._room = evolve(self._room, left=slots.number)
        open_ = self._chain_of(who, tuple(dict.fromkeys((*who.after, *slots.open))))
        self._note()
        possible = frozenset(who.units) - self._passed if open_ else frozenset(self._chosen)
        return Given({unit: step.id for unit, step in self._chosen.items()}, open_, possible)

    def _chain_of(self, who: Candidates, after: tuple[str, ...]) -> tuple[str, ...]:
        """Takes the steps in order; names the questions that one of them is open on."""
        for index, step in enumerate(self._steps):
            units = tuple(unit for unit in who.units if unit not in self._chosen)
            free = self._room.open_to(units)
            if self._room.left and not (free and step.by in ORDERED):
                # What follows the standing says itself whom it passes over on its way down.
                self._passed.update(unit for unit in units if unit not in free)
            if not self._room.most(free):
                break
            chosen = self._choosing.take(step, units, self._room, after, {**who.closed, **self._taken(units)})
            self._chosen |= dict.fromkeys(chosen.units, step)
            self._passed.update(chosen.passed)
            self._room = self._room.less(chosen.units)
            if chosen.open:
                self._book.later(*self._may_ask(self._steps[index:]))
                return chosen.open
        return ()

    def _reachable(self, eligible: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the eligible that some step of the chain could choose; places choose only who may hold them."""
        if any(step.by != "place" for step in self._steps):
            return eligible
        groups = (self._field.ranking.at_place(place) for step in self._steps for place in step.places)
        at_places = {unit for group in groups if group is not None for unit in group.units}
        return tuple(unit for unit in eligible if unit in at_places)

    def _may_ask(self, steps: Sequence[Choose]) -> Iterator[str]:
        """The ids of the questions that the rest of the chain may come to ask."""
        parents = tuple(self._room.caps)
        for step in steps:
            if step.by == "standing":
                for parent in (None, *parents):
                    yield from self._chain.may_ask(self._award.line(parent))
            elif step.by == "ballot":
                yield from ballot_ids(self._award, step, parents)
            elif step.by != "place":
                yield f"{self._award.line()}:{step.id}"

    def _taken(self, units: tuple[str, ...]) -> dict[str, tuple[str, Mapping[str, object]]]:
        """Why a unit can have the award no more: it has it, or its parent has no slot left."""
        award, at_most = self._award.id, self._award.at_most
        why: dict[str, tuple[str, Mapping[str, object]]] = {}
        for unit in units:
            if at_most is not None and self._room.is_full(unit):
                data = {"award": award, "parent": self._room.parents[unit], "number": at_most.number}
                why[unit] = ("choice-parent-full", data)
        return why | dict.fromkeys(self._chosen, ("choice-already", {"award": award}))

    def _note(self) -> None:
        if self._chosen:
            self._trace.lean(self._award.rule)
        for unit in sorted(self._passed):
            self._note_passed(unit)
        for unit, step in sorted(self._chosen.items()):
            held = unit in self._field.gates.hold
            output = Table(award=self._award.id, state="held" if held else "proposed")
            self._trace.step("award", output, rule=self._award.part("choose", step), unit=unit)

    def _note_passed(self, unit: str) -> None:
        """Whoever is passed over, with those of its parent who have the slots, as far as that is settled."""
        at_most, parents = self._award.at_most, self._room.parents
        if at_most is not None:
            of_it = tuple(sorted(each for each in self._chosen if parents[each] == parents[unit]))
            inputs = {"per": at_most.per, "parent": parents[unit], "number": at_most.number}
            self._trace.step("passed-over", of_it, rule=self._award.per_parent_rule, unit=unit, **inputs)
