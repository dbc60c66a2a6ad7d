"""Law 12, why it is asked: every question has two answers that lead to different outcomes."""

from typing import Final

from attrs import evolve

from emulrules.errors import EmulrulesError
from emulrules.model.decision import Decision, Question
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.questions import is_of_points
from emulrules.testing.answers import FACTS, Answers, several
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one
from emulrules.testing.course import answerable, run
from emulrules.testing.facts import outcome
from emulrules.voters import TURNOUT, least_reaching

__all__ = ["every_question_is_relevant"]

_TRIES: Final = 40
"""How many ways to answer the rest are tried before a question counts as asked in vain."""

_FIGURES: Final = (":women", ":staff")

_BEFORE_TIES: Final = ("fact:", "before:", "quota:", "standing")
"""How the questions begin that are asked before any tie is: what was answered to others may rest on figures."""

_IMPOSSIBLE: Final = "impossible"
"""What comes of figures that cannot be true together, which no question alone can tell."""

_TOGETHER: Final = (
    "women-above-staff",
    "turnout-above-members",
    "ballots-above-members",
    "ballots-above-council",
    "ballots-above-voters",
)
"""How figures are refused that cannot be."""


def every_question_is_relevant(case: Case, chance: Chance) -> bool:
    """Law 12: two answers to every question lead to different awards, offices or named places.

    Two courses are compared in which whatever else is asked alike is answered alike. A refusal counts as different only
    where a condition is not met. Some questions are asked in any case, and there more is compared: of a fact, which
    gate puts which unit out; of whose points count, what each unit's points come from; of a meeting, ballot or decision
    on an award, and of who took part in it, which step of its chain chose each unit. A fact of the year must matter
    once all else that is open is answered; who led, where there are two who can have; a figure of one unit, while those
    of the others are open too; a ballot, where as many may vote as reach its threshold, for it is held in any case.
    """
    source = case.source
    course = run(case, Answers(chance.number(0, 999), turnout=case.turnout, source=source), pick=_facts_last)
    judged = [
        (state, found) for state, found in zip(course.cases, map(_judged, course.decisions), strict=True) if found
    ]
    if not judged:
        return False
    state, open_ = one(chance, judged)
    question = one(chance, open_)
    if len(question.options) == question.least == 1 or _in_vain(question, state):
        return False
    if question.id.endswith(_FIGURES):
        state = _without_figures(state)
        if question.id not in {each.id for each in state.decide().questions}:
            return False
    seed = chance.number(0, 999)
    for rest in range(seed, seed + _TRIES):
        seen: set[object] = set()
        for act in several(question, case.turnout, source):
            seen.add(_led_to(state, act, rest))
            if len(seen - {_IMPOSSIBLE}) > 1:
                return True
    raise BrokenLawError(f"no two answers to {question} were found that lead to different outcomes", state)


def _in_vain(question: Question, state: Case) -> bool:
    """Whether it is a ballot for an award in which too few may vote for anybody to reach the threshold."""
    kind, award, id_, *_ = (*question.id.split(":"), "", "")
    chain = {(each.id, step.id): step for each in state.ruleset.awards for step in each.choose}
    step = chain.get((award, id_))
    if kind != "award" or step is None or question.asks != "votes":
        return False
    ballots = state.turnout.ballots(question.of)
    base = state.turnout.voters.base(step.base, step.asks)
    return least_reaching(step, ballots if base is None else base.least) > ballots


def _facts_last(open_: tuple[Question, ...]) -> Question:
    return min(open_, key=_is_fact_of_all)


def _judged(decision: Decision) -> list[Question]:
    """The questions that must be relevant as things stand: of facts only the last one that is open."""
    open_ = answerable(decision)
    return [each for each in open_ if not _is_fact_of_all(each)] or list(open_ if len(open_) == 1 else ())


def _is_fact_of_all(question: Question) -> bool:
    """Whether it asks for a fact of the year that is not a figure of one unit, which only ties ask for."""
    return question.id.startswith(FACTS) and not question.id.endswith(_FIGURES)


def _is_figure(act: Act) -> bool:
    return act.question.endswith(_FIGURES)


def _without_figures(case: Case) -> Case:
    """The case in which nobody knows how many women and staff any unit has."""
    units = {unit: evolve(entry, women=None, staff=None) for unit, entry in case.season.units.items()}
    acts = tuple(act for act in case.season.acts if act.question.startswith(_BEFORE_TIES) and not _is_figure(act))
    return evolve(case, season=evolve(case.season, units=Table(units), acts=acts))


def _led_to(state: Case, act: Act, rest: int) -> object:
    """What comes out of `state` if one question is answered by `act` and the rest as the seed `rest` has it."""
    answers = Answers(rest, turnout=state.turnout.told(act), source=state.source, fixed=(act,))
    try:
        decision = run(state, answers).decision
    except EmulrulesError as error:
        if error.code in _TOGETHER:
            return _IMPOSSIBLE
        if not error.code.startswith("condition-"):
            raise
        return "condition"
    if act.question.startswith(("award:", *TURNOUT)):
        return outcome(decision), frozenset((step.unit, step.rule) for step in decision.steps if step.step == "award")
    if is_of_points(act.question):
        # Of whose points count, the figures that each unit's points came from.
        scored = [step for step in decision.steps if step.step == "points"]
        return outcome(decision), tuple((step.unit, step.rule, repr(step.inputs)) for step in scored)
    if act.question.startswith("fact:"):
        return outcome(decision), decision.gates
    return outcome(decision)
