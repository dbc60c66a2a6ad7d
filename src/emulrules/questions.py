"""Questions, and the acts that answer them.

An act is *answered* (its question is open and nothing stands before it), *waiting* (its question can still come) or an
error: it names a question that nothing can ask, or another answer than was open. Facts of the year (`fact:…`,
`before:head`) are taken into the season before anything is judged, and are accepted whether anything turns on them.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from emulrules.errors import Fault, SeasonError
from emulrules.model.decision import Question
from emulrules.model.names import near
from emulrules.model.ruleset import Rule
from emulrules.model.season import Act, Season, UnitEntry
from emulrules.model.table import Table
from emulrules.trace import Trace

__all__ = [
    "BEFORE_HEAD",
    "PRESENT",
    "Book",
    "Closed",
    "before_head",
    "fact_of_unit",
    "figure",
    "fold_facts",
    "present",
    "units_with",
]

PRESENT: Final = "fact:meeting:present"
BEFORE_HEAD: Final = "before:head"

_FIGURES: Final = ("staff", "women")
_FORMS: Final = ("choice", "votes", "number", "places")

Closed = Mapping[str, tuple[str, Mapping[str, Any]]]
"""Why a unit is not among a question's options: the code of a fault and the data of its sentence, by unit."""


def fact_of_unit(unit: str, fact: str) -> str:
    """The question for one figure of one unit."""
    return f"fact:{unit}:{fact}"


@frozen
class _Numbered:
    """An act with its place in the season, which a fault about it names."""

    index: int
    act: Act

    def fault(self, code: str, part: str | None = None, **data: Any) -> SeasonError:
        path = ("acts", self.index) if part is None else ("acts", self.index, part)
        return SeasonError(Fault(code, path, {"question": self.act.question, **data}))


class Book:
    """Every question of one decision, with the acts of its season."""

    def __init__(self, season: Season, members: tuple[str, ...], trace: Trace) -> None:
        self._trace = trace
        self._members = members
        self._acts: dict[str, _Numbered] = {}
        self._asked: dict[str, Question] = {}
        self._open: list[Question] = []
        self._waiting: set[str] = set()
        self._used: set[str] = set()
        self._later: list[str] = []
        for index, act in enumerate(season.acts):
            if act.question in self._acts:
                raise _Numbered(index, act).fault("act-twice")
            self._acts[act.question] = _Numbered(index, act)

    def has_act(self, question: str) -> bool:
        """Whether an act answers `question`."""
        return question in self._acts

    def ask(
        self,
        question: Question,
        rule: Rule,
        *,
        closed: Closed | None = None,
        chain: bool = False,
        set_voted: bool = False,
    ) -> Act | None:
        """The act that answers `question`, or None while it is open or must wait.

        `chain`: the act may say that the step was not held. `set_voted`: the act must name the set that was voted on.
        Raises `SeasonError` if the act is no answer to what is open.
        """
        if question.id not in self._asked:
            self._asked[question.id] = question
            if question.id not in self._acts:
                self._open.append(question)
        numbered = self._acts.get(question.id)
        if numbered is None:
            return None
        if question.after:
            self._waiting.add(question.id)
            _check_waiting(numbered, question, closed or {})
            return None
        if question.id not in self._used:
            _check(numbered, question, self._members, closed or {}, chain=chain, set_voted=set_voted)
            self._note(numbered.act, question, rule)
        return numbered.act

    def _note(self, act: Act, question: Question, rule: Rule) -> None:
        self._used.add(question.id)
        if act.trust != "read":
            self._trace.warn(f"{act.trust}-act", question.id, act.choice or act.places or ())
        self._trace.step(
            "act",
            _answer(act),
            rule=rule,
            id=question.id,
            of=question.of,
            options=question.options,
            least=question.least,
            most=question.most,
            among=None if act.among is None else tuple(sorted(act.among)),
            ballots=act.ballots,
            names=act.names,
            decided_by=act.decided_by,
            on=None if act.on is None else act.on.isoformat(),
            source=act.source,
            trust=act.trust,
        )

    def note_fact(self, question: Question, rule: Rule) -> None:
        """Notes an act that states a fact of the year, which is accepted whether it is asked for or not."""
        numbered = self._acts[question.id]
        _check(numbered, question, self._members, {}, chain=False, set_voted=False)
        self._note(numbered.act, question, rule)

    def later(self, *beginnings: str) -> None:
        """Says that questions whose ids begin so may still come."""
        self._later.extend(beginnings)

    def close(self) -> tuple[tuple[Question, ...], tuple[str, ...]]:
        """The open questions and the waiting acts. Raises `SeasonError` for every act that nothing can ask for."""
        left = [
            numbered
            for id_, numbered in self._acts.items()
            if id_ not in self._used and id_ not in self._waiting and not id_.startswith(tuple(self._later))
        ]
        if left:
            known = sorted({*self._asked, *self._used})
            raise SeasonError([_left_over(numbered, known) for numbered in left])
        waiting = {id_ for id_ in self._acts if id_ not in self._used}
        return tuple(self._open), tuple(sorted(waiting))


def _left_over(numbered: _Numbered, known: Iterable[str]) -> Fault:
    question = numbered.act.question
    hint = near(question, known)
    if hint is not None and hint != question:
        return Fault("act-not-asked-near", ("acts", numbered.index), {"question": question, "near": hint})
    return Fault("act-not-asked", ("acts", numbered.index), {"question": question})


def _answer(act: Act) -> Any:
    if not act.held:
        return "not-held"
    if act.choice is not None:
        return tuple(sorted(act.choice))
    if act.votes is not None:
        return Table(act.votes)
    return act.places if act.places is not None else act.number


def _form(numbered: _Numbered) -> str | None:
    """Which form of answer the act gives; None if the step was not held."""
    given = [form for form in _FORMS if getattr(numbered.act, form) is not None]
    if len(given) != (1 if numbered.act.held else 0):
        raise numbered.fault("act-form-count" if numbered.act.held else "act-not-held-answered")
    return given[0] if given else None


def _check_form(numbered: _Numbered, question: Question, *, chain: bool) -> str | None:
    form = _form(numbered)
    if form is None and not chain:
        raise numbered.fault("act-must-be-held")
    if form is not None and form != question.asks:
        raise numbered.fault("act-form", form, expected=question.asks, got=form)
    act = numbered.act
    if question.of is not None and act.decided_by not in (None, question.of):
        raise numbered.fault("act-decided-by", "decided_by", expected=question.of, got=act.decided_by)
    return form


def _check_waiting(numbered: _Numbered, question: Question, closed: Closed) -> None:
    """What can be said of an act while its question may still narrow: only the widest options bind."""
    form = _check_form(numbered, question, chain=True)
    if form in ("choice", "places"):
        _check_units(numbered, form, question, closed)


def _check(
    numbered: _Numbered, question: Question, members: tuple[str, ...], closed: Closed, *, chain: bool, set_voted: bool
) -> None:
    form = _check_form(numbered, question, chain=chain)
    act = numbered.act
    if form is None:
        return
    if act.among is not None and set(act.among) != set(question.options):
        raise numbered.fault(
            "act-among", "among", expected=", ".join(question.options), got=", ".join(sorted(act.among))
        )
    if act.among is None and set_voted:
        raise numbered.fault("act-among-missing", expected=", ".join(question.options))
    if form in ("choice", "places"):
        _check_units(numbered, form, question, closed)
        _check_count(numbered, form, len(act.choice or act.places or ()), question)
    elif form == "votes":
        _check_votes(numbered, question, members, closed)
    else:
        _check_count(numbered, form, act.number or 0, question)
    if form == "places":
        _check_places(numbered, act.places or Table())


def _check_count(numbered: _Numbered, form: str, count: int, question: Question) -> None:
    if count < question.least:
        raise numbered.fault("act-too-few", form, got=count, least=question.least)
    if question.most is not None and count > question.most:
        raise numbered.fault("act-too-many", form, got=count, most=question.most)


def _check_units(numbered: _Numbered, form: str, question: Question, closed: Closed) -> None:
    named = getattr(numbered.act, form)
    if len(set(named)) != len(named):
        raise numbered.fault("act-unit-twice", form)
    for unit in sorted(named):
        if unit not in question.options:
            code, data = closed.get(unit, ("act-unit-not-open", {"options": ", ".join(question.options)}))
            raise numbered.fault(code, form, unit=unit, **data)


def _check_places(numbered: _Numbered, places: Table[str, int]) -> None:
    """Places are those of a competition: as many units stand before one as its place says, 1, 2, 2, 4."""
    ordered = sorted(places.values())
    for place in ordered:
        if place != 1 + sum(other < place for other in ordered):
            raise numbered.fault("act-places", "places", place=place, before=sum(other < place for other in ordered))


def _check_votes(numbered: _Numbered, question: Question, members: tuple[str, ...], closed: Closed) -> None:
    act = numbered.act
    votes = act.votes or Table()
    _check_units(numbered, "votes", question, closed)
    if missing := sorted(set(question.options) - set(votes)):
        raise numbered.fault("votes-missing", "votes", units=", ".join(missing))
    if act.ballots is None:
        raise numbered.fault("votes-without-ballots")
    if act.ballots > len(members):
        raise numbered.fault("ballots-above-members", "ballots", ballots=act.ballots, members=len(members))
    for unit, count in sorted(votes.items()):
        if count > act.ballots:
            raise numbered.fault("votes-above-ballots", "votes", unit=unit, votes=count, ballots=act.ballots)
    if act.names is not None and sum(votes.values()) > act.ballots * act.names:
        raise numbered.fault(
            "votes-above-names", "votes", total=sum(votes.values()), ballots=act.ballots, names=act.names
        )


def fold_facts(season: Season, members: tuple[str, ...], book: Book) -> Season:
    """The season with the facts that its acts state, each noted as a step.

    Raises `SeasonError` where the season itself already says what an act says, or where the fact is none that exists.
    """
    folded = season
    for index, act in sorted(enumerate(season.acts), key=lambda pair: pair[1].question):
        kind, _, rest = act.question.partition(":")
        if kind == "fact" or act.question == BEFORE_HEAD:
            numbered = _Numbered(index, act)
            folded, question = _fold(folded, numbered, rest, members)
            book.note_fact(question, Rule(f"acts.{act.question}", (season.sources[act.source].cited,), "read"))
    return folded


def _fold(season: Season, numbered: _Numbered, rest: str, members: tuple[str, ...]) -> tuple[Season, Question]:
    act = numbered.act
    form = _form(numbered)
    if act.question == BEFORE_HEAD:
        if season.outgoing.head is not None:
            raise numbered.fault("fact-twice")
        question = before_head(members)
        head = act.choice[0] if form == "choice" and act.choice else None
        return evolve(season, outgoing=evolve(season.outgoing, head=head)), question
    if act.question == PRESENT:
        if season.meeting.present is not None:
            raise numbered.fault("fact-twice")
        return evolve(season, meeting=evolve(season.meeting, present=act.number)), present(members)
    subject, _, fact = rest.partition(":")
    if fact:
        return _fold_figure(season, numbered, subject, fact, members)
    if subject in season.facts:
        raise numbered.fault("fact-twice")
    facts = Table({**season.facts, subject: tuple(sorted(act.choice or ()))})
    return evolve(season, facts=facts), units_with(subject, members)


def _fold_figure(
    season: Season, numbered: _Numbered, unit: str, fact: str, members: tuple[str, ...]
) -> tuple[Season, Question]:
    if unit not in members or fact not in _FIGURES:
        raise SeasonError(_left_over(numbered, (fact_of_unit(m, f) for m in members for f in _FIGURES)))
    from_file = season.units.get(unit)
    if from_file is not None and getattr(from_file, fact) is not None:
        raise numbered.fault("fact-twice")
    number = numbered.act.number
    entry = from_file or UnitEntry()
    entry = evolve(entry, women=number) if fact == "women" else evolve(entry, staff=number)
    return evolve(season, units=Table({**season.units, unit: entry})), figure(unit, fact)


def units_with(fact: str, members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which units have `fact`; nobody in particular is asked."""
    return Question(f"fact:{fact}", "choice", None, members, 0, len(members), basis)


def figure(unit: str, fact: str, basis: tuple[str, ...] = ()) -> Question:
    """One figure of one unit, a number of people."""
    return Question(fact_of_unit(unit, fact), "number", None, (), 0, None, basis)


def present(members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """How many members the meeting had."""
    return Question(PRESENT, "number", None, (), 0, len(members), basis)


def before_head(members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which unit held the head's office this season."""
    return Question(BEFORE_HEAD, "choice", None, members, 1, 1, basis)
