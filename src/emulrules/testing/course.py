"""The course of a year: questions are answered until none is open.

Questions without `after` do not depend on one another, so those that are open together may be answered together, in
any order; what one answer opens comes in the next round.
"""

from collections.abc import Callable

from emulrules.errors import SeasonError
from emulrules.model.decision import Decision, Question
from emulrules.model.season import Act
from emulrules.testing.answers import answer
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.value import frozen

__all__ = ["Answering", "Course", "accepted", "answerable", "answered_at_random", "run"]

Answering = Callable[[Question], Act]

_ROUNDS = 100
"""More rounds than the chains of a cluster's awards, places and offices can take."""


@frozen
class Course:
    """How a year went: the `cases` from the first to the last, each with acts more, and what each was decided as."""

    cases: tuple[Case, ...]
    decisions: tuple[Decision, ...]

    @property
    def case(self) -> Case:
        """The case with all acts."""
        return self.cases[-1]

    @property
    def decision(self) -> Decision:
        """What came out in the end."""
        return self.decisions[-1]


def answerable(decision: Decision) -> tuple[Question, ...]:
    """The open questions that can be answered now."""
    return tuple(question for question in decision.questions if not question.after)


def accepted(case: Case) -> Decision:
    """What comes out of a case whose acts must be accepted. Raises `BrokenLawError` where they are not."""
    try:
        return case.decide()
    except SeasonError as refused:
        raise BrokenLawError(f"{[act.question for act in case.season.acts]} are refused: {refused}", case) from refused


def answered_at_random(case: Case, chance: Chance) -> Answering:
    """Random valid answers, among them that the step of a chain was not held."""
    turnout, source = case.turnout, case.source
    return lambda question: answer(chance, question, turnout=turnout, source=source)


def run(
    case: Case,
    answers: Answering,
    pick: Callable[[tuple[Question, ...]], Question] | None = None,
    decide: Callable[[Case], Decision] = Case.decide,
) -> Course:
    """Answers until nothing is open: the question that `pick` takes, or all that can be answered at a time.

    `decide` may say what a refusal on the way means.
    Raises `AssertionError` if questions stay open that all wait for others, or if there is no end.
    """
    cases = [case]
    decisions = [decide(case)]
    for _ in range(_ROUNDS):
        now = answerable(decisions[-1])
        if not now:
            left = [question.id for question in decisions[-1].questions]
            if left:
                raise BrokenLawError(f"every open question waits for another: {left}", case)
            return Course(tuple(cases), tuple(decisions))
        case = case.with_acts(*map(answers, now if pick is None else (pick(now),)))
        cases.append(case)
        decisions.append(decide(case))
    raise AssertionError(f"there is no end of questions: {[question.id for question in decisions[-1].questions]}")
