"""The course of a year: questions are answered until none is open.

Questions without `after` do not depend on one another, so those that are open together may be answered together, in
any order; what one answer opens comes in the next round.
"""

from collections.abc import Callable

from attrs import frozen

from emulrules.model.decision import Decision, Question
from emulrules.model.season import Act
from emulrules.testing.cases import Case

__all__ = ["Course", "answerable", "run"]

_ROUNDS = 60
"""More rounds than any chain of six units and three awards can take."""


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


def run(case: Case, answers: Callable[[Question], Act], *, together: bool = True) -> Course:
    """Answers what is open, `together` or only the first question at a time, until nothing is.

    Raises `AssertionError` if questions stay open that all wait for others, or if there is no end.
    """
    cases = [case]
    decisions = [case.decide()]
    for _ in range(_ROUNDS if together else 4 * _ROUNDS):
        now = answerable(decisions[-1])
        if not now:
            left = [question.id for question in decisions[-1].questions]
            assert not left, f"every open question waits for another: {left}"
            return Course(tuple(cases), tuple(decisions))
        case = case.with_acts(*(answers(question) for question in (now if together else now[:1])))
        cases.append(case)
        decisions.append(case.decide())
    raise AssertionError(f"there is no end of questions: {[question.id for question in decisions[-1].questions]}")
