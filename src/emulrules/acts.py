"""Acts: whether what people decided is an answer to what was open.

An act gives one form of answer (a choice, votes, a number, places or a value), by those who were asked, among the units
that were open, and in numbers that add up. Everything else is refused with the reason.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.decision import Question
from emulrules.model.names import near
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.value import frozen
from emulrules.voters import Voters

__all__ = ["Closed", "NumberedAct", "answer_of", "check", "check_waiting", "form_of", "left_over"]

_FORMS: Final = ("choice", "votes", "number", "places", "value")

Closed = Mapping[str, tuple[str, Mapping[str, Any]]]
"""Why a unit is not among a question's options: the code of a fault and the data of its sentence, by unit."""


@frozen
class NumberedAct:
    """An act with its place in the season, which a fault about it names."""

    index: int
    act: Act

    def fault(self, code: str, part: str | None = None, **data: Any) -> SeasonError:
        """The refusal of this act, or of one `part` of it."""
        path = ("acts", self.index) if part is None else ("acts", self.index, part)
        return SeasonError(Fault(code, path, {"question": self.act.question, **data}))


def left_over(numbered: NumberedAct, known: Iterable[str]) -> Fault:
    """The fault of an act that nothing asks for, with the nearest of the `known` questions."""
    question = numbered.act.question
    hint = near(question, known)
    if hint is not None and hint != question:
        return Fault("act-not-asked-near", ("acts", numbered.index), {"question": question, "near": hint})
    return Fault("act-not-asked", ("acts", numbered.index), {"question": question})


def answer_of(act: Act) -> Any:
    """What the act answers, as its step shows it: sets sorted, `not-held` where the step was not taken."""
    if not act.held:
        return "not-held"
    if act.choice is not None:
        return tuple(sorted(act.choice))
    if act.votes is not None:
        return Table(act.votes)
    if act.places is not None:
        return act.places
    return act.number if act.number is not None else act.value


def form_of(numbered: NumberedAct) -> str | None:
    """Which form of answer the act gives; None if the step was not held."""
    given = [form for form in _FORMS if getattr(numbered.act, form) is not None]
    if len(given) != (1 if numbered.act.held else 0):
        raise numbered.fault("act-form-count" if numbered.act.held else "act-not-held-answered")
    return given[0] if given else None


def _check_form(numbered: NumberedAct, question: Question, *, chain: bool) -> str | None:
    form = form_of(numbered)
    if form is None and not chain:
        raise numbered.fault("act-must-be-held")
    if form is not None and form != question.asks:
        raise numbered.fault("act-form", form, expected=question.asks, got=form)
    act = numbered.act
    if form != "votes" and not (act.ballots is None and act.names is None):
        raise numbered.fault("act-ballots-without-votes", "ballots")
    if question.of is not None and act.decided_by not in (None, question.of):
        raise numbered.fault("act-decided-by", "decided_by", expected=question.of, got=act.decided_by)
    return form


def check_waiting(numbered: NumberedAct, question: Question, voters: Voters, closed: Closed, *, chain: bool) -> None:
    """What can be said of an act while its question may still narrow: the widest options and the upper bounds."""
    form = _check_form(numbered, question, chain=chain)
    act = numbered.act
    if form in ("choice", "places", "votes"):
        _check_units(numbered, form, question, closed)
    if form == "choice":
        _check_within(numbered, form, question)
        _check_count(numbered, form, len(act.choice or ()), evolve(question, least=0))
    if form == "places":
        _check_places(numbered, act.places or Table())
    if form == "votes":
        _check_ballots(numbered, question.of, voters)
    if form == "value":
        _check_value(numbered, question)


def check(
    numbered: NumberedAct, question: Question, voters: Voters, closed: Closed, *, chain: bool, set_voted: bool
) -> None:
    """Raises `SeasonError` unless the act answers `question`, whose options are fixed.

    `chain`: the act may say that the step was not held. `set_voted`: it must name the set that was voted on.
    """
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
        _check_within(numbered, form, question)
        _check_count(numbered, form, len(act.choice or act.places or ()), question)
    elif form == "votes":
        _check_votes(numbered, question, voters, closed)
    elif form == "value":
        _check_value(numbered, question)
    else:
        _check_number(numbered, act.number or 0, question)
    if form == "places":
        _check_places(numbered, act.places or Table())


def _check_count(numbered: NumberedAct, form: str, count: int, question: Question) -> None:
    if count < question.least:
        raise numbered.fault("act-too-few", form, got=count, least=question.least)
    if question.most is not None and count > question.most:
        raise numbered.fault("act-too-many", form, got=count, most=question.most)


def _check_within(numbered: NumberedAct, form: str, question: Question) -> None:
    """No more units of one parent than may be chosen together."""
    named = getattr(numbered.act, form)
    for within in question.within:
        both = sorted(set(named).intersection(within.units))
        if len(both) > within.most:
            data = {"parent": within.parent, "got": len(both), "most": within.most, "units": ", ".join(both)}
            raise numbered.fault("act-too-many-within", form, **data)


def _check_number(numbered: NumberedAct, number: int, question: Question) -> None:
    if number < question.least:
        raise numbered.fault("act-number-below", "number", got=number, least=question.least)
    if question.most is not None and number > question.most:
        raise numbered.fault("act-number-above", "number", got=number, most=question.most)


def _check_value(numbered: NumberedAct, question: Question) -> None:
    if numbered.act.value not in question.options:
        data = {"expected": ", ".join(question.options), "got": numbered.act.value}
        raise numbered.fault("act-value", "value", **data)


def _check_units(numbered: NumberedAct, form: str, question: Question, closed: Closed) -> None:
    for unit in sorted(getattr(numbered.act, form)):
        if unit not in question.options:
            code, data = closed.get(unit, ("act-unit-not-open", {"options": ", ".join(question.options)}))
            raise numbered.fault(code, form, unit=unit, **data)


def _check_places(numbered: NumberedAct, places: Table[str, int]) -> None:
    """Places are those of a competition: as many units stand before one as its place says, 1, 2, 2, 4."""
    ordered = sorted(places.values())
    for place in ordered:
        if place != 1 + sum(other < place for other in ordered):
            raise numbered.fault("act-places", "places", place=place, before=sum(other < place for other in ordered))


def _check_votes(numbered: NumberedAct, question: Question, voters: Voters, closed: Closed) -> None:
    act = numbered.act
    votes = act.votes or Table()
    _check_units(numbered, "votes", question, closed)
    if missing := sorted(set(question.options) - set(votes)):
        raise numbered.fault("votes-missing", "votes", units=", ".join(missing))
    _check_ballots(numbered, question.of, voters)


def _check_ballots(numbered: NumberedAct, of: str | None, voters: Voters) -> None:
    """Votes add up: no unit has more than there are ballots, no more ballots than those who may vote."""
    act = numbered.act
    votes = act.votes or Table()
    if act.ballots is None:
        raise numbered.fault("votes-without-ballots")
    if min(act.ballots, act.names or 0, *votes.values()) < 0:
        raise numbered.fault("votes-below-zero", "votes")
    _check_voters(numbered, act.ballots, of, voters)
    for unit, count in sorted(votes.items()):
        if count > act.ballots:
            raise numbered.fault("votes-above-ballots", "votes", unit=unit, votes=count, ballots=act.ballots)
    if act.names is not None and sum(votes.values()) > act.ballots * act.names:
        raise numbered.fault(
            "votes-above-names", "votes", total=sum(votes.values()), ballots=act.ballots, names=act.names
        )


def _check_voters(numbered: NumberedAct, ballots: int, of: str | None, voters: Voters) -> None:
    """No more ballots than the body has members, and than those of them who may vote, as far as that is stated."""
    members, may_vote = voters.belonging(of), voters.may_vote(of)
    if not members.can_be(ballots):
        code = "ballots-above-council" if of == "council" else "ballots-above-members"
        raise numbered.fault(code, "ballots", ballots=ballots, members=members.most)
    if not may_vote.can_be(ballots):
        raise numbered.fault("ballots-above-voters", "ballots", ballots=ballots, voters=may_vote.most)
