"""Grounds: on which of several grounds a unit may have an award, and on what that still turns.

A ground is a fact or another award, of this season, or of this season and the one before (06/2022/QH15 Art. 74: two
consecutive years). One of them is enough. What nobody said shuts nobody out who could still have it.
"""

from collections.abc import Iterator, Mapping

from emulrules.model.award import Award, Ground
from emulrules.model.decision import Question
from emulrules.model.season import Season
from emulrules.questions import had_before, units_with, won_before
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Grounded", "grounded"]


@frozen
class Grounded:
    """The units that `may` have a ground, the awards (`others`) and the `questions` that this still turns on."""

    may: frozenset[str]
    others: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@frozen
class _Held:
    """Who may have one ground, who surely has, and what that turns on."""

    may: frozenset[str]
    sure: frozenset[str]
    other: str | None
    questions: tuple[Question, ...]


def grounded(
    award: Award,
    season: Season,
    units: tuple[str, ...],
    members: tuple[str, ...],
    decided: Mapping[str, tuple[frozenset[str], frozenset[str]]],
    trace: Trace,
    heirs: Mapping[str, tuple[Question, ...]],
) -> Grounded:
    """Which of `units` may have a ground; `decided` are, of awards decided so far, who may have each and who has.

    `heirs` are the open questions on which successors count as having won an award the season before, by award.
    """
    held = [_held(ground, award, season, members, decided, heirs) for ground in award.grounds]
    for ground, each in zip(award.grounds, held, strict=True):
        inputs = {"fact": ground.fact} if ground.award is None else {"award": ground.award}
        rule = award.part("grounds", ground)
        trace.step("ground", tuple(sorted(each.sure)), rule=rule, years=ground.years, **inputs)
    sure = frozenset().union(*(each.sure for each in held))
    unsure = frozenset(units) - sure
    # Who has one ground needs no other, so that only what could still let somebody in is asked about.
    open_ = [each for each in held if (each.may - each.sure) & unsure]
    questions = {
        question.id: question
        for each in open_
        for question in each.questions
        if not question.options or (each.may - each.sure) & unsure & frozenset(question.options)
    }
    others = dict.fromkeys(each.other for each in open_ if each.other is not None)
    return Grounded(frozenset().union(*(each.may for each in held)), tuple(others), tuple(questions.values()))


def _held(
    ground: Ground,
    award: Award,
    season: Season,
    members: tuple[str, ...],
    decided: Mapping[str, tuple[frozenset[str], frozenset[str]]],
    heirs: Mapping[str, tuple[Question, ...]],
) -> _Held:
    basis = award.part("grounds", ground).basis
    may = sure = frozenset(members)
    if ground.award is not None:
        may, sure = decided[ground.award]
    questions = []
    for known, question in _stated(ground, season, members, basis):
        if known is None:
            sure = frozenset()
            questions.append(question)
        else:
            # Of a fact of the season before, successors are stated or asked for by themselves.
            open_ = () if ground.award is None else heirs.get(ground.award, ())
            may = may & frozenset(known).union(*(each.options for each in open_))
            sure = sure & frozenset(known)
            questions.extend(open_)
    return _Held(may, sure, ground.award, tuple(questions))


def _stated(
    ground: Ground, season: Season, members: tuple[str, ...], basis: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...] | None, Question]]:
    """Each part of the ground that the season states or is asked for: the units that have it, None if nobody said."""
    if ground.fact is not None:
        yield season.facts.get(ground.fact), units_with(ground.fact, members, basis)
        if ground.years > 1:
            yield season.facts_before.get(ground.fact), had_before(ground.fact, members, basis)
    elif ground.award is not None and ground.years > 1:
        yield season.before.get(ground.award), won_before(ground.award, members, basis)
