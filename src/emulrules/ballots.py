"""Ballots: who reaches the threshold, and who of them has a slot.

A threshold is an exact part of a declared base. Where more units reach it than there are slots, the award's over-quota
chain parts them; it asks nothing where everybody fits, and what it leaves open is asked as not defined.
"""

from collections.abc import Mapping

from emulrules.acts import Closed
from emulrules.model.award import Award, Choose, OverQuota
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.questions import PRESENT, Book, present
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Ballots", "Result", "ballot_ids", "round_ids"]


def _numbered(id_: str, number: int) -> str:
    return id_ if number == 1 else f"{id_}:{number}"


def round_ids(award: Award, step: Choose) -> tuple[str, ...]:
    """The ids of the ballots of one step, a round each."""
    return tuple(_numbered(f"award:{award.id}:{step.id}", round_) for round_ in range(1, step.rounds + 1))


def ballot_ids(award: Award, step: Choose) -> tuple[str, ...]:
    """The ids of every question that a ballot step may ask: its rounds, and what is asked where too many are over."""
    asked = 1 + sum(over.by != "votes" for over in award.over_quota)
    over_quota = (_numbered(f"award:{award.id}:over-quota", number) for number in range(1, asked + 1))
    return (*round_ids(award, step), *over_quota)


@frozen
class Result:
    """The units that one ballot chose, the questions that are open, and whether the ballot was held."""

    chosen: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    held: bool = True


class Ballots:
    """The ballots for one award; `present` is how many members the meeting had, None where nobody said it."""

    def __init__(self, award: Award, members: tuple[str, ...], present: int | None, book: Book, trace: Trace) -> None:
        self._award = award
        self._members = members
        self._present = present
        self._book = book
        self._trace = trace

    def cast(
        self, step: Choose, id_: str, options: tuple[str, ...], room: int | None, after: tuple[str, ...], closed: Closed
    ) -> Result:
        """One round among `options` for `room` slots (None while the quota is open)."""
        rule = self._award.part("choose", step)
        base = self._base(step, rule)
        waits = (*after, PRESENT) if base is None and step.base == "present" else after
        most = len(options) if room is None else min(room, len(options))
        question = Question(id_, "votes", step.asks, options, 0, most, rule.basis, waits)
        act = self._book.ask(question, rule, closed=closed, chain=True, set_voted=True)
        if act is None or room is None:
            return Result(open=(id_,))
        if act.votes is None:
            return Result(held=False)
        reached = self._reached(step, act, base if base is not None else act.ballots or 0, rule)
        return self._within_quota(reached, act.votes, room)

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

    def _within_quota(self, reached: tuple[str, ...], votes: Mapping[str, int], room: int) -> Result:
        """Those over the threshold, cut by the over-quota chain where they are more than the slots."""
        sure: tuple[str, ...] = ()
        tied = reached
        asked = 0
        for step in self._award.over_quota:
            if len(sure) + len(tied) <= room:
                break
            if step.by == "votes":
                sure, tied = self._most_votes(step, sure, tied, votes, room)
                continue
            asked += 1
            rule = self._award.part("over_quota", step)
            settled = self._ask_over_quota(rule, step.asks, sure, tied, room, asked)
            if settled.held:
                return settled
        if len(sure) + len(tied) <= room:
            return Result((*sure, *tied))
        no_rule = Rule(f"awards.{self._award.id}.over_quota", (), "read")
        return self._ask_over_quota(no_rule, None, sure, tied, room, asked + 1)

    def _most_votes(
        self, step: OverQuota, sure: tuple[str, ...], tied: tuple[str, ...], votes: Mapping[str, int], room: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """25/2025/TT-BKHCN Art. 23: the highest votes down, while they fit; equal votes at the last slot stay tied."""
        for count in sorted({votes[unit] for unit in tied}, reverse=True):
            level = tuple(unit for unit in tied if votes[unit] == count)
            if len(sure) + len(level) > room:
                tied = level if len(sure) < room else ()
                break
            sure = (*sure, *level)
        rule = self._award.part("over_quota", step)
        self._trace.step("over-quota", sure, rule=rule, tied=tied, slots=room)
        return sure, tied

    def _ask_over_quota(
        self, rule: Rule, asks: str | None, sure: tuple[str, ...], tied: tuple[str, ...], room: int, asked: int
    ) -> Result:
        """Asks who of the tied have a slot; where `asks` is None, no rule says who decides.

        25/2025/TT-BKHCN Art. 23: a tie on the last place follows the chair's vote.
        """
        id_ = _numbered(f"award:{self._award.id}:over-quota", asked)
        left = room - len(sure)
        question = Question(id_, "choice", asks, tied, left, left, rule.basis)
        act = self._book.ask(question, rule, chain=asks is not None, set_voted=True)
        if act is None:
            return Result(sure, (id_,))
        if asks is None:
            self._trace.warn("settled-without-rule", id_, tied)
        return Result((*sure, *sorted(act.choice or ())), held=act.held)


def _reaches(step: Choose, count: int, base: int) -> bool:
    """Whether so many votes reach the threshold; nobody is chosen by no vote, however small the base."""
    if step.at_least is not None:
        return count > 0 and count >= step.at_least * base
    if step.more_than is not None:
        return count > step.more_than * base
    return count > 0
