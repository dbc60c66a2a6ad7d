"""Headship: next year's head and deputies.

A barred unit never leads; gates do not bar. A sole candidate follows as a step, without a question. Deputies follow the
head, since no unit holds two offices. Recognition by a higher level is a state of the office, not a question.
"""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import frozen

from emulrules.acts import Closed
from emulrules.errors import Fault, SeasonError
from emulrules.model.answers import Barred, Rotation, Undefined
from emulrules.model.decision import Question
from emulrules.model.headship import MOST_DEPUTIES
from emulrules.model.ruleset import UndefinedRule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.questions import Book, before_head, units_with
from emulrules.trace import Trace

__all__ = ["fill"]

_Kind = Literal["head", "deputy"]


@frozen
class _Candidates:
    """Who may hold an office, why the others may not, and the questions on which more may turn."""

    units: tuple[str, ...]
    closed: Closed
    after: tuple[str, ...]


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
        self._state = self._reached_state()

    def fill(self) -> None:
        """The head, then the deputies."""
        self._note_bars()
        barred = self._candidates("head", {}, ())
        head = self._one("head", "head", None, barred)
        holders: dict[str, tuple[str, Mapping[str, Any]]] = {} if head is None else {head: ("choice-head", {})}
        self._deputies(holders, ("head",) if "head" in self._open else ())

    def _reached_state(self) -> str:
        """`recognised` where the season names the document by which the level above recognised the choice."""
        recognised, by = self._season.recognised, self._rotation.recognised_by
        if recognised is None:
            return self._rotation.method
        if by is None:
            raise SeasonError(Fault("recognition-without-rule", ("recognised",)))
        cited = self._season.sources[recognised.source].cited
        on = None if recognised.on is None else recognised.on.isoformat()
        self._trace.step("recognition", by, rule=self._rotation.rule, source=cited, on=on)
        return "recognised"

    def _note_bars(self) -> None:
        for barred in self._rotation.barred:
            for unit in barred.units or ():
                self._trace.step("bar", barred.offices, rule=barred.rule, unit=unit)

    def _candidates(
        self, kind: _Kind, holders: Mapping[str, tuple[str, Mapping[str, Any]]], after: tuple[str, ...]
    ) -> _Candidates:
        closed: dict[str, tuple[str, Mapping[str, Any]]] = dict(holders)
        bars = [barred for barred in self._rotation.barred if kind in barred.offices]
        for barred in bars:
            for unit in barred.units or ():
                closed.setdefault(unit, ("choice-barred", {"bar": barred.id, "basis": "; ".join(barred.rule.basis)}))
        units = tuple(unit for unit in self._members if unit not in closed)
        # Where nobody is left, nothing turns on who else is barred.
        unknown = {self._ask_bar(barred) for barred in bars if barred.units is None and units}
        return _Candidates(units, closed, (*after, *sorted(unknown)))

    def _ask_bar(self, barred: Barred) -> str:
        """Who held the office before, or who has the fact that bars, where nobody said it."""
        basis = barred.rule.basis
        question = (
            before_head(self._members, basis) if barred.fact is None else units_with(barred.fact, self._members, basis)
        )
        self._book.ask(question, barred.rule)
        return question.id

    def _one(self, id_: str, kind: _Kind, seat: str | None, candidates: _Candidates) -> str | None:
        """The one unit for an office: the sole candidate, or who was chosen; None while that is open."""
        rotation = self._rotation
        if not candidates.units:
            self._trace.step("vacant", kind, rule=rotation.rule, seat=seat)
            self._trace.warn("vacant", id_)
            return None
        if candidates.after and self._follows(candidates) and not self._book.has_act(id_):
            self._book.later(id_)
            self._open[id_] = candidates.units
            return None
        if len(candidates.units) == 1 and not candidates.after and not self._book.has_act(id_):
            unit = candidates.units[0]
        else:
            question = Question(
                id_, "choice", self._asks, candidates.units, 1, 1, rotation.rule.basis, candidates.after
            )
            act = self._book.ask(question, rotation.rule, closed=candidates.closed)
            if act is None or not act.choice:
                self._open[id_] = candidates.units
                return None
            unit = act.choice[0]
        self._note(kind, seat, unit)
        return unit

    def _follows(self, candidates: _Candidates) -> bool:
        """Whether at most one candidate can be left once the open offices are filled, whoever fills them."""
        if not all(id_ in self._open for id_ in candidates.after):
            return False
        inside = all(set(self._open[id_]) <= set(candidates.units) for id_ in candidates.after)
        return inside and len(candidates.units) - len(candidates.after) <= 1

    def _note(self, kind: _Kind, seat: str | None, unit: str) -> None:
        output = Table(office=kind, seat=seat, state=self._state)
        self._trace.step("office", output, rule=self._rotation.rule, unit=unit)

    def _deputies(self, holders: Mapping[str, tuple[str, Mapping[str, Any]]], after: tuple[str, ...]) -> None:
        seats = self._rotation.deputies
        if seats is None:
            self._unstated(holders, after)
            return
        taken = dict(holders)
        for seat in seats:
            id_ = "deputy" if len(seats) == 1 else f"deputy:{seat}"
            unit = self._one(id_, "deputy", seat, self._candidates("deputy", taken, after))
            if id_ in self._open:
                after = (*after, id_)
            if unit is not None:
                taken[unit] = ("choice-head", {})

    def _unstated(self, holders: Mapping[str, tuple[str, Mapping[str, Any]]], after: tuple[str, ...]) -> None:
        """Nothing says how many deputies there are: none, one or two, as those say who choose the head."""
        candidates = self._candidates("deputy", holders, after)
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
