"""Headship: next year's head and deputies.

A barred unit never leads; gates do not bar. A sole candidate follows as a step, without a question, and so does the
next in turn or the deputy who moves up. Deputies follow the head, since no unit holds two offices, and a seat may be
for units of one type. Recognition by a higher level is a state of the office, not a question.
"""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import evolve

from emulrules.acts import Closed
from emulrules.errors import Fault, SeasonError
from emulrules.model.answers import Barred, Rotation, Undefined
from emulrules.model.decision import Question
from emulrules.model.headship import MOST_DEPUTIES
from emulrules.model.ruleset import UndefinedRule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.questions import (
    BEFORE_TURNS,
    Book,
    before_deputies,
    before_head,
    before_turns,
    units_with,
)
from emulrules.trace import Trace
from emulrules.turns import next_in_turn, once_led
from emulrules.value import frozen

__all__ = ["fill"]

_Kind = Literal["head", "deputy"]


@frozen
class _Candidates:
    """Who may hold an office, why the others may not, and the questions on which more may turn.

    An office that is not `asked` follows by itself once those are answered.
    """

    units: tuple[str, ...]
    closed: Closed
    after: tuple[str, ...]
    asked: bool = True

    def only(self, units: tuple[str, ...], code: str) -> "_Candidates":
        """Some of them; the others may not hold the office for the reason `code`."""
        others = {unit: (code, {"units": ", ".join(units)}) for unit in self.units if unit not in units}
        return evolve(self, units=units, closed={**self.closed, **others})


def fill(
    answer: Rotation | Undefined,
    deputies_undefined: UndefinedRule | None,
    season: Season,
    members: tuple[str, ...],
    book: Book,
    trace: Trace,
) -> None:
    """Fills the offices as far as acts settle them; one that nobody may hold stays vacant, with a warning."""
    if isinstance(answer, Undefined):
        if answer.ask is None:
            trace.warn("undefined", answer.what)
            return
        method: Literal["elected", "appointed"] = "elected" if answer.ask in ("members", "meeting") else "appointed"
        answer = Rotation(method, answer.rule, answer.ask)
    _Offices(answer, deputies_undefined, season, members, book, trace).fill()


class _Offices:
    """The offices of one decision while they are filled."""

    def __init__(
        self,
        rotation: Rotation,
        deputies_undefined: UndefinedRule | None,
        season: Season,
        members: tuple[str, ...],
        book: Book,
        trace: Trace,
    ) -> None:
        self._rotation = rotation
        self._deputies_undefined = deputies_undefined
        self._season = season
        self._members = members
        self._book = book
        self._trace = trace
        self._asks = rotation.asks or ("head" if rotation.method == "handed-over" else None)
        self._open: dict[str, tuple[str, ...]] = {}
        self._awaits: dict[str, tuple[str, ...]] = {}
        self._without_rule = False
        self._recognised = self._is_recognised()

    def fill(self) -> None:
        """The head, then the deputies."""
        # An act is a fact of the year, which is accepted whether anything turns on it or not.
        stated = self._season.turns is not None and not self._book.has_act(BEFORE_TURNS)
        if stated and self._rotation.method != "turn":
            raise SeasonError(Fault("turns-without-rule", ("turns",)))
        self._note_bars()
        head = self._one("head", "head", None, self._for_head())
        holders: Closed = {} if head is None else {head: ("choice-head", {})}
        if head is not None and self._rotation.queue is not None:
            queue = once_led(self._rotation.queue, head)
            self._trace.step("turn", queue, rule=self._rotation.rule, unit=head, queue=self._rotation.queue)
        self._deputies(holders)

    def _for_head(self) -> _Candidates:
        declined: Closed = {unit: ("choice-declined", {}) for unit in self._rotation.declined}
        candidates = self._candidates("head", "head", declined)
        if self._rotation.method == "turn":
            return self._in_turn(candidates)
        return self._moving_up(candidates) if self._rotation.method == "deputy" else candidates

    def _in_turn(self, candidates: _Candidates) -> _Candidates:
        """Who was elected out of turn, or the next of the queue who may lead and did not decline."""
        rotation = self._rotation
        if rotation.elected is not None:
            return self._elected(rotation.elected, candidates)
        if rotation.queue is None and len(candidates.units) > 1:
            self._book.ask(before_turns(self._members, rotation.rule.basis), rotation.rule)
            candidates = evolve(candidates, after=(*candidates.after, BEFORE_TURNS))
        if candidates.after or rotation.queue is None:
            return evolve(candidates, asked=False)
        due = next_in_turn(rotation.queue, candidates.units)
        return candidates if due is None else candidates.only((due,), "choice-not-in-turn")

    def _elected(self, unit: str, candidates: _Candidates) -> _Candidates:
        if unit not in candidates.units:
            code, data = candidates.closed[unit]
            raise SeasonError(Fault(code, ("turns", "events"), {"question": "head", "unit": unit, **data}))
        return candidates.only((unit,), "choice-not-in-turn")

    def _moving_up(self, candidates: _Candidates) -> _Candidates:
        """This season's deputies; where none of them may lead, no rule says who does, and anybody may be chosen."""
        moving = self._rotation.moving
        if moving is None and len(candidates.units) > self._recognised:
            # Even a sole candidate moves up, or is chosen though no rule says so, until it is recognised.
            rule = self._rotation.rule
            open_ = self._book.ask_before(before_deputies(self._members, rule.basis), rule, self._members)
            candidates = evolve(candidates, after=(*candidates.after, *open_))
        if candidates.after or moving is None:
            return evolve(candidates, asked=False)
        up = tuple(unit for unit in candidates.units if unit in moving)
        self._without_rule = not up
        return candidates.only(up, "choice-not-deputy") if up else candidates

    def _is_recognised(self) -> bool:
        """Whether the season names the document by which the level above recognised the choice."""
        recognised, by = self._season.recognised, self._rotation.recognised_by
        if recognised is None:
            return False
        if by is None:
            raise SeasonError(Fault("recognition-without-rule", ("recognised",)))
        cited = self._season.sources[recognised.source].cited
        on = None if recognised.on is None else recognised.on.isoformat()
        self._trace.step("recognition", by, rule=self._rotation.rule, source=cited, on=on)
        return True

    def _state(self, kind: _Kind) -> str:
        """How the office was filled; the level above may have recognised it since."""
        method = self._rotation.method
        if self._recognised:
            return "recognised"
        if method not in ("turn", "deputy"):
            return method
        if kind == "head" and not self._without_rule and self._rotation.elected is None:
            return "turn" if method == "turn" else "moved-up"
        return "elected" if self._asks in ("members", "meeting", None) else "appointed"

    def _note_bars(self) -> None:
        for barred in self._rotation.barred:
            for unit in barred.units or ():
                self._trace.step("bar", barred.offices, rule=barred.rule, unit=unit)

    def _candidates(self, kind: _Kind, office: str, holders: Closed) -> _Candidates:
        """Who may hold `office`, the head's or a seat by its name, where `holders` hold others already."""
        closed: dict[str, tuple[str, Mapping[str, Any]]] = dict(holders)
        bars = [barred for barred in self._rotation.barred if kind in barred.offices]
        for barred in bars:
            for unit in barred.units or ():
                closed.setdefault(unit, ("choice-barred", {"bar": barred.id, "basis": "; ".join(barred.rule.basis)}))
        eligible = self._rotation.eligible.get(office, self._members)
        for unit in self._members:
            if unit not in eligible:
                closed.setdefault(unit, ("choice-type", {"units": ", ".join(eligible)}))
        units = tuple(unit for unit in self._members if unit not in closed)
        # Where nobody is left, nothing turns on who else is barred.
        open_ = [barred for barred in bars if barred.units is None and units]
        unknown = {id_ for barred in open_ for id_ in self._ask_bar(barred, self._due(kind, units))}
        # An office that nobody of these can hold takes nobody away from them.
        before = [id_ for id_, possible in self._open.items() if set(possible) & set(units)]
        after = dict.fromkeys(id_ for office_ in before for id_ in self._awaits[office_])
        return _Candidates(units, closed, (*after, *(id_ for id_ in sorted(unknown) if id_ not in after)))

    def _due(self, kind: _Kind, units: tuple[str, ...]) -> tuple[str, ...]:
        """Those whose bar makes a difference: the next in turn, the deputies who move up, or whoever may be chosen."""
        rotation = self._rotation
        if kind == "head" and rotation.method == "turn" and rotation.queue is not None and rotation.elected is None:
            due = next_in_turn(rotation.queue, units)
            return units if due is None else (due,)
        if kind == "head" and rotation.method == "deputy" and rotation.moving is not None:
            return tuple(unit for unit in units if unit in rotation.moving) or units
        return units

    def _ask_bar(self, barred: Barred, units: tuple[str, ...]) -> tuple[str, ...]:
        """Who held the office before, or who has the fact that bars, where nobody said it; which questions are open."""
        basis = barred.rule.basis
        question = (
            before_head(self._members, basis) if barred.fact is None else units_with(barred.fact, self._members, basis)
        )
        return self._book.ask_before(question, barred.rule, units)

    def _one(self, id_: str, kind: _Kind, seat: str | None, candidates: _Candidates) -> str | None:
        """The one unit for an office: the sole candidate, or who was chosen; None while that is open."""
        rotation = self._rotation
        if not candidates.units:
            self._trace.step("vacant", kind, rule=rotation.rule, seat=seat)
            self._trace.warn("vacant", id_)
            return None
        if candidates.after and self._follows(candidates) and not self._book.has_act(id_):
            self._book.later(id_)
            self._open[id_], self._awaits[id_] = candidates.units, candidates.after
            return None
        if len(candidates.units) == 1 and not candidates.after and not self._book.has_act(id_):
            unit = candidates.units[0]
        else:
            question = Question(
                id_, "choice", self._asks, candidates.units, 1, 1, rotation.rule.basis, candidates.after
            )
            act = self._book.ask(question, rotation.rule, closed=candidates.closed)
            if act is None or not act.choice:
                self._open[id_], self._awaits[id_] = candidates.units, (id_,)
                return None
            unit = act.choice[0]
            if self._without_rule and kind == "head":
                self._trace.warn("settled-without-rule", id_, candidates.units)
        self._note(kind, seat, unit)
        return unit

    def _follows(self, candidates: _Candidates) -> bool:
        """Whether the office follows by itself: by its rule, or since at most one candidate can be left."""
        if not candidates.asked or len(candidates.units) == 1:
            return True
        taking = [possible for possible in self._open.values() if set(possible) <= set(candidates.units)]
        offices = {id_ for awaits in self._awaits.values() for id_ in awaits}
        return set(candidates.after) <= offices and len(candidates.units) - len(taking) <= 1

    def _note(self, kind: _Kind, seat: str | None, unit: str) -> None:
        output = Table(office=kind, seat=seat, state=self._state(kind))
        self._trace.step("office", output, rule=self._rotation.rule, unit=unit)

    def _deputies(self, holders: Closed) -> None:
        seats = self._rotation.deputies
        if seats is None:
            self._unstated(holders)
            return
        taken = dict(holders)
        for seat in seats:
            id_ = "deputy" if len(seats) == 1 else f"deputy:{seat}"
            unit = self._one(id_, "deputy", seat, self._candidates("deputy", seat, taken))
            if unit is not None:
                taken[unit] = ("choice-head", {})

    def _unstated(self, holders: Closed) -> None:
        """Nothing says how many deputies there are: none, one or two, as those say who choose the head."""
        candidates = self._candidates("deputy", "deputy", holders)
        if not candidates.units:
            return
        rotation, declared = self._rotation, self._deputies_undefined
        rule = rotation.rule if declared is None else declared.rule
        asks = self._asks if declared is None or declared.ask is None else declared.ask
        most = min(MOST_DEPUTIES, len(candidates.units))
        question = Question("deputy", "choice", asks, candidates.units, 0, most, rule.basis, candidates.after)
        act = self._book.ask(question, rule, closed=candidates.closed)
        for unit in sorted(act.choice or ()) if act is not None else ():
            self._note("deputy", None, unit)
