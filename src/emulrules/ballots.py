"""Ballots: who reaches the threshold, and who of them has a slot.

A threshold is an exact part of a declared base; what nobody stated of that is asked where the number of votes that
reach it turns on it. Where more units reach it than there are slots, in all or of one parent, the award's over-quota
chain parts them; it asks nothing where everybody fits.
"""

from emulrules.acts import Closed
from emulrules.model.award import Choose, Contest
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.over_quota import Excess, over_quota_ids
from emulrules.questions import Book, turnout
from emulrules.room import Room
from emulrules.trace import Trace
from emulrules.value import frozen
from emulrules.voters import Count, least_reaching

__all__ = ["Ballots", "Result", "ballot_ids", "round_ids"]


def _numbered(id_: str, number: int) -> str:
    return id_ if number == 1 else f"{id_}:{number}"


def round_ids(award: Contest, step: Choose) -> tuple[str, ...]:
    """The ids of the ballots of one step, a round each."""
    return tuple(_numbered(f"award:{award.id}:{step.id}", round_) for round_ in range(1, step.rounds + 1))


def ballot_ids(award: Contest, step: Choose, parents: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of every question that a ballot step may ask: its rounds, and what is asked where too many are over."""
    lines = (award.line(), *map(award.line, parents))
    return (*round_ids(award, step), *(id_ for line in lines for id_ in over_quota_ids(award, line)))


@frozen
class Result:
    """The units that one ballot chose, the questions that are open, and whether the ballot was held.

    `reached` are all that reached the threshold, `passed` those of them whose parent's slots were taken.
    """

    chosen: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    held: bool = True
    passed: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


class Ballots:
    """The ballots for one award."""

    def __init__(self, award: Contest, book: Book, trace: Trace) -> None:
        self._award = award
        self._book = book
        self._trace = trace

    def cast(
        self, step: Choose, id_: str, options: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed
    ) -> Result:
        """One round among `options`, for whom there is `room`."""
        rule = self._award.part("choose", step)
        base = self._book.voters.base(step.base, step.asks)
        waits = (*after, *self._ask_base(step, base, rule))
        within = room.within(options)
        question = Question(id_, "votes", step.asks, options, 0, room.most(options), rule.basis, waits, within)
        act = self._book.ask(question, rule, closed=closed, chain=True, set_voted=True)
        if act is None or room.left is None:
            return Result(open=(id_,))
        if act.votes is None:
            return Result(held=False)
        ballots = act.ballots or 0
        reached = self._reached(step, act, Count(ballots, ballots) if base is None else base, rule)
        cut = Excess(self._award, act.votes, self._book, self._trace).cut(reached, room)
        return Result(cut.taken, cut.open, passed=cut.passed, reached=reached)

    def _ask_base(self, step: Choose, base: Count | None, rule: Rule) -> tuple[str, ...]:
        """Asks what the base lacks, unless as many votes reach the threshold whatever it is; names the questions."""
        if base is None or not _turns_on(step, base):
            return ()
        for id_ in base.lacks:
            self._book.ask(turnout(id_, self._book.voters.members, rule.basis), rule)
        return base.lacks

    def _reached(self, step: Choose, act: Act, base: Count, rule: Rule) -> tuple[str, ...]:
        """Who reached the threshold; without one, everybody who was voted for."""
        votes = act.votes or Table()
        due = least_reaching(step, base.least)
        reached = tuple(sorted(unit for unit, count in votes.items() if count >= due))
        threshold = step.at_least if step.at_least is not None else step.more_than
        self._trace.step("threshold", reached, rule=rule, question=act.question, base=base.known, threshold=threshold)
        return reached


def _turns_on(step: Choose, base: Count) -> bool:
    """Whether it turns on the base how many votes reach the threshold: on its exact number, not on its bounds."""
    if base.most is None:
        return bool(step.at_least or step.more_than)
    return least_reaching(step, base.least) != least_reaching(step, base.most)
