"""Facts of the year that acts state: they are taken into the season before anything is judged.

They are accepted whether anything turns on them or not, but never where the season itself already says them.
"""

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from emulrules.acts import NumberedAct, form_of, left_over
from emulrules.errors import SeasonError
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Council, Meeting, Season, Turns, UnitEntry
from emulrules.model.table import Table
from emulrules.questions import (
    BEFORE,
    BEFORE_DEPUTIES,
    BEFORE_FACT,
    BEFORE_HEAD,
    BEFORE_TURNS,
    Book,
    before_deputies,
    before_head,
    before_turns,
    fact_of_unit,
    figure,
    had_before,
    turnout,
    units_with,
    won_before,
)
from emulrules.voters import TURNOUT

if TYPE_CHECKING:
    from emulrules.heritage import Heritage

__all__ = ["award_before", "fact_before", "fact_of", "fold_facts"]

_FIGURES: Final = ("staff", "women")
_BEFORE: Final = (BEFORE_DEPUTIES, BEFORE_HEAD, BEFORE_TURNS)


def fact_of(question: str) -> str | None:
    """The fact of units that the question `fact:<fact>` is about; None for every other question."""
    kind, _, fact = question.partition(":")
    return fact if kind == "fact" and ":" not in fact else None


def award_before(question: str) -> str | None:
    """The award of the season before that the question `before:<award>` is about; None for every other question."""
    award = question.removeprefix(BEFORE)
    # What is asked of a fact, or of one unit that others have succeeded, has a colon more.
    return award if question.startswith(BEFORE) and question not in _BEFORE and ":" not in award else None


def fact_before(question: str) -> str | None:
    """The fact of the season before that the question `before:fact:<fact>` is about; None for every other question."""
    return question.removeprefix(BEFORE_FACT) if question.startswith(BEFORE_FACT) else None


def fold_facts(season: Season, members: tuple[str, ...], book: Book, passed: "Heritage | None" = None) -> Season:
    """The season with the facts that its acts state, each noted as a step; `passed` is what it says of former units.

    Raises `SeasonError` where the season itself already says what an act says, or where no such fact can be asked.
    """
    folded = season if passed is None else evolve(season, turns=passed.turns)
    chosen: dict[str, tuple[str, ...]] = {}
    for index, act in sorted(enumerate(season.acts), key=lambda pair: pair[1].question):
        kind, _, rest = act.question.partition(":")
        if kind == "fact" or act.question.startswith(BEFORE):
            numbered = NumberedAct(index, act)
            question = None if passed is None else passed.question(act.question)
            if question is None:
                folded, question = _fold(folded, numbered, rest, members)
            else:
                chosen[question.id] = act.choice or ()
            if question.id != act.question or not rest:
                raise SeasonError(left_over(numbered, ()))
            book.note_fact(question, Rule(f"acts.{act.question}", (season.sources[act.source].cited,), "read"))
    return folded if passed is None else passed.settled(folded, chosen)


def _fold(season: Season, numbered: NumberedAct, rest: str, members: tuple[str, ...]) -> tuple[Season, Question]:
    act = numbered.act
    form_of(numbered)  # an act that answers in two ways states nothing
    if act.question in _BEFORE:
        return _fold_before(season, numbered, members)
    if (award := award_before(act.question)) is not None:
        if award in season.before:
            raise numbered.fault("fact-twice")
        before = Table({**season.before, award: tuple(sorted(act.choice or ()))})
        return evolve(season, before=before), won_before(award, members)
    if (had := fact_before(act.question)) is not None:
        if had in season.facts_before:
            raise numbered.fault("fact-twice")
        facts_before = Table({**season.facts_before, had: tuple(sorted(act.choice or ()))})
        return evolve(season, facts_before=facts_before), had_before(had, members)
    if act.question.startswith(BEFORE):
        raise SeasonError(left_over(numbered, ()))
    if act.question in TURNOUT:
        return _fold_turnout(season, numbered), turnout(act.question, len(members))
    subject, _, fact = rest.partition(":")
    if fact:
        return _fold_figure(season, numbered, subject, fact, members)
    if subject in season.facts:
        raise numbered.fault("fact-twice")
    facts = Table({**season.facts, subject: tuple(sorted(act.choice or ()))})
    return evolve(season, facts=facts), units_with(subject, members)


def _fold_before(season: Season, numbered: NumberedAct, members: tuple[str, ...]) -> tuple[Season, Question]:
    """Who held the offices this season, and whose turn it is."""
    act, outgoing = numbered.act, season.outgoing
    if act.question == BEFORE_TURNS:
        if season.turns is not None and season.turns.queue is not None:
            raise numbered.fault("fact-twice")
        places = act.places or Table()
        if len(set(places.values())) < len(places):
            raise numbered.fault("turns-shared", "places")
        queue = sorted(places, key=lambda unit: places[unit])
        # The act says the order of those who are members; what else happened is who declined or was elected.
        events = () if season.turns is None else season.turns.events
        kept = tuple(event for event in events if event.event in ("declined", "elected"))
        return evolve(season, turns=Turns(queue, act.source, kept)), before_turns(members)
    known = outgoing.head if act.question == BEFORE_HEAD else outgoing.deputies
    if known is not None:
        raise numbered.fault("fact-twice")
    chosen = act.choice or ()
    if act.question == BEFORE_DEPUTIES:
        return evolve(season, outgoing=evolve(outgoing, deputies=chosen)), before_deputies(members)
    return evolve(season, outgoing=evolve(outgoing, head=chosen[0] if chosen else None)), before_head(members)


def _fold_turnout(season: Season, numbered: NumberedAct) -> Season:
    """The season with a number of the meeting or of the council, as the question names them."""
    _, table, name = numbered.act.question.split(":")
    stated: Meeting | Council = getattr(season, table)
    if getattr(stated, name) is not None:
        raise numbered.fault("fact-twice")
    number: dict[str, Any] = {name: numbered.act.number}
    found: dict[str, Any] = {table: evolve(stated, **number)}
    return evolve(season, **found)


def _fold_figure(
    season: Season, numbered: NumberedAct, unit: str, fact: str, members: tuple[str, ...]
) -> tuple[Season, Question]:
    if unit not in members or fact not in _FIGURES:
        known = (*TURNOUT, *(fact_of_unit(member, figure_) for member in members for figure_ in _FIGURES))
        raise SeasonError(left_over(numbered, known))
    from_file = season.units.get(unit)
    if from_file is not None and getattr(from_file, fact) is not None:
        raise numbered.fault("fact-twice")
    number = numbered.act.number
    entry = from_file or UnitEntry()
    entry = evolve(entry, women=number) if fact == "women" else evolve(entry, staff=number)
    if entry.women is not None and entry.staff is not None and entry.women > entry.staff:
        raise numbered.fault("women-above-staff", "number", unit=unit, women=entry.women, staff=entry.staff)
    return evolve(season, units=Table({**season.units, unit: entry})), figure(unit, fact)
