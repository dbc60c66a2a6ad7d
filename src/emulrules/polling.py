"""Polling: the steps of a chain that people are asked for.

A meeting agrees or one who decides says whom, or a ballot is held, round after round.
"""

from emulrules.acts import Closed
from emulrules.ballots import Ballots, round_ids
from emulrules.model.award import Choose, Contest
from emulrules.model.decision import Question
from emulrules.questions import Book
from emulrules.room import Room
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Chosen", "Polling"]


@frozen
class Chosen:
    """Who one step chose, whom it passed over since their parent is full, and the questions that it is open on.

    `reached` are those who reached the threshold of a ballot, chosen or not.
    """

    units: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


class Polling:
    """The steps of one contest that people are asked for."""

    def __init__(self, contest: Contest, book: Book, trace: Trace) -> None:
        self._contest = contest
        self._book = book
        self._trace = trace

    def take(self, step: Choose, units: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed) -> Chosen:
        """Whom `step` chooses of `units`, who may still have the award, within `room`.

        `after` names the questions on which it is still open who they are or how many; `closed` says why others may
        not.
        """
        choose = self._by_ballot if step.by == "ballot" else self._by_choice
        return choose(step, units, room, after, closed)

    def _by_choice(
        self, step: Choose, units: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed
    ) -> Chosen:
        """A meeting agrees, or one who decides says; a quota is a most, so nobody need be chosen."""
        rule = self._contest.part("choose", step)
        options = room.open_to(units)
        id_, most, within = f"{self._contest.line()}:{step.id}", room.most(options), room.within(options)
        question = Question(id_, "choice", step.asks, options, 0, most, rule.basis, after, within)
        act = self._book.ask(question, rule, closed=closed, chain=True)
        if act is None:
            return Chosen(open=(question.id,))
        if not self._contest.choose:
            self._trace.warn("settled-without-rule", question.id, act.choice or ())
        return Chosen(tuple(sorted(act.choice or ())))

    def _by_ballot(
        self, step: Choose, units: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed
    ) -> Chosen:
        """Up to `rounds` ballots among those not yet chosen; a round that is not held ends the step."""
        ballots = Ballots(self._contest, self._book, self._trace)
        chosen: tuple[str, ...] = ()
        passed: tuple[str, ...] = ()
        reached: tuple[str, ...] = ()
        for id_ in round_ids(self._contest, step):
            options = room.open_to(unit for unit in units if unit not in chosen)
            if not room.most(options):
                break
            result = ballots.cast(step, id_, options, room, after, closed)
            chosen, passed = (*chosen, *result.chosen), (*passed, *result.passed)
            reached = (*reached, *result.reached)
            if result.open or not result.held:
                return Chosen(chosen, passed, result.open, reached)
            room = room.less(result.chosen)
        return Chosen(chosen, passed, reached=reached)
