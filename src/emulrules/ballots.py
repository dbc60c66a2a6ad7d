"""Ballots: who reaches the threshold, and who of them has a slot.

A threshold is an exact part of a declared base. Where more units reach it than there are slots, in all or of one
parent, the award's over-quota chain parts them; it asks nothing where everybody fits.
"""

from emulrules.acts import Closed
from emulrules.model.award import Award, Choose
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.over_quota import Excess, over_quota_ids
from emulrules.questions import PRESENT, Book, present
from emulrules.room import Room
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Ballots", "Result", "ballot_ids", "round_ids"]


def _numbered(id_: str, number: int) -> str:
    return id_ if number == 1 else f"{id_}:{number}"


def round_ids(award: Award, step: Choose) -> tuple[str, ...]:
    """The ids of the ballots of one step, a round each."""
    return tuple(_numbered(f"award:{award.id}:{step.id}", round_) for round_ in range(1, step.rounds + 1))


def ballot_ids(award: Award, step: Choose, parents: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of every question that a ballot step may ask: its rounds, and what is asked where too many are over."""
    lines = (award.line(), *map(award.line, parents))
    return (*round_ids(award, step), *(id_ for line in lines for id_ in over_quota_ids(award, line)))


@frozen
class Result:
    """The units that one ballot chose, the questions that are open, and whether the ballot was held.

    `passed` reached the threshold too, but their parent's slots were taken.
    """

    chosen: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    held: bool = True
    passed: tuple[str, ...] = ()


class Ballots:
    """The ballots for one award; `present` is how many members the meeting had, None where nobody said it."""

    def __init__(self, award: Award, members: tuple[str, ...], present: int | None, book: Book, trace: Trace) -> None:
        self._award = award
        self._members = members
        self._present = present
        self._book = book
        self._trace = trace

    def cast(
        self, step: Choose, id_: str, options: tuple[str, ...], room: Room, after: tuple[str, ...], closed: Closed
    ) -> Result:
        """One round among `options`, for whom there is `room`."""
        rule = self._award.part("choose", step)
        base = self._base(step, rule)
        waits = (*after, PRESENT) if base is None and step.base == "present" else after
        within = room.within(options)
        question = Question(id_, "votes", step.asks, options, 0, room.most(options), rule.basis, waits, within)
        act = self._book.ask(question, rule, closed=closed, chain=True, set_voted=True)
        if act is None or room.left is None:
            return Result(open=(id_,))
        if act.votes is None:
            return Result(held=False)
        reached = self._reached(step, act, base if base is not None else act.ballots or 0, rule)
        cut = Excess(self._award, act.votes, self._book, self._trace).cut(reached, room)
        return Result(cut.taken, cut.open, passed=cut.passed)

    def _base(self, step: Choose, rule: Rule) -> int | None:
        """The number that the threshold is a part of; None where it is the ballots cast, or not known yet."""
        if step.base == "members":
            return len(self._members)
        if step.base == "present" and self._present is None:
            self._book.ask(present(self._members, rule.basis), rule)
        return self._present if step.base == "present" else None

    def _reached(self, step: Choose, act: Act, base: int, rule: Rule) -> tuple[str, ...]:
        """Who reached the threshold; without one, everybody who was voted for."""
        votes = act.votes or Table()
        reached = tuple(sorted(unit for unit, count in votes.items() if _reaches(step, count, base)))
        threshold = step.at_least if step.at_least is not None else step.more_than
        self._trace.step("threshold", reached, rule=rule, question=act.question, base=base, threshold=threshold)
        return reached


def _reaches(step: Choose, count: int, base: int) -> bool:
    """Whether so many votes reach the threshold; nobody is chosen by no vote, however small the base."""
    if step.at_least is not None:
        return count > 0 and count >= step.at_least * base
    if step.more_than is not None:
        return count > step.more_than * base
    return count > 0
