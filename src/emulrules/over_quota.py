"""Over quota: more units over a ballot's threshold than there are slots, in all or of one parent.

The award's chain parts them, step by step, where a line runs through those who are equal so far: the most votes, who of
the tied the chair voted for, a decision. What no step parts is asked as not defined, and warns once it is settled.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from emulrules.descent import Descent, Line, descend, go_down, settle
from emulrules.model.award import Contest, OverQuota
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.order import Group, by_values
from emulrules.questions import Book
from emulrules.room import Room
from emulrules.trace import Trace

__all__ = ["Excess", "over_quota_ids"]


def over_quota_ids(award: Contest, prefix: str) -> tuple[str, ...]:
    """The ids of the questions that the chain may ask at the line named `prefix`."""
    asked = 1 + sum(step.by != "votes" for step in award.over_quota)
    return tuple(_id(prefix, number) for number in range(1, asked + 1))


def _id(prefix: str, number: int) -> str:
    """The id of the question that is the so many-th at this line, whichever step asks it."""
    return f"{prefix}:over-quota" if number == 1 else f"{prefix}:over-quota:{number}"


class Excess:
    """Those over the threshold of one ballot, with their `votes`."""

    def __init__(self, award: Contest, votes: Mapping[str, int], book: Book, trace: Trace) -> None:
        self._award = award
        self._votes = votes
        self._book = book
        self._trace = trace

    def cut(self, reached: tuple[str, ...], room: Room) -> Descent:
        """Who of `reached` has a slot in `room`, and the questions that are open."""
        return go_down([Group(reached)], room, lambda line: settle(line, self._part))

    def _part(self, line: Line) -> tuple[list[Group], tuple[str, ...]]:
        """The next step of the chain for those who are equal at a line."""
        chain, done = self._award.over_quota, line.group.done
        asked = sum(step.by != "votes" for step in chain if step.id in done)
        id_ = _id(self._award.line(line.parent), asked + 1)
        step = next((step for step in chain if step.id not in done), None)
        if step is None:
            return self._without_rule(line, id_)
        rule = self._award.part("over_quota", step)
        tied = line.group.after(step.id)
        if step.by == "votes":
            # 25/2025/TT-BKHCN Art. 23: the highest votes down, while they fit.
            parts = by_values({unit: Fraction(self._votes[unit]) for unit in tied.units}, tied)
            self._note(line, parts, rule)
            return parts, ()
        if step.by == "chair-vote":
            return self._chairs_vote(line, tied, rule, id_)
        return self._decided(line, tied, step, rule, id_)

    def _chairs_vote(self, line: Line, tied: Group, rule: Rule, id_: str) -> tuple[list[Group], tuple[str, ...]]:
        """25/2025/TT-BKHCN Art. 23: a tie on the last place follows the chair's vote, as far as that parts it.

        The chair may have voted for any of the tied: those are before the others.
        """
        question = Question(id_, "choice", "chair", tied.units, 0, len(tied.units), rule.basis)
        act = self._book.ask(question, rule, chain=True, set_voted=True)
        if act is None:
            return [], (id_,)
        if not act.held:
            return [tied], ()
        parts = _parted(tied, act.choice or ())
        self._note(line, parts, rule, question=id_)
        return parts, ()

    def _decided(
        self, line: Line, tied: Group, step: OverQuota, rule: Rule, id_: str
    ) -> tuple[list[Group], tuple[str, ...]]:
        act = self._book.ask(_slots(line, id_, step.asks, rule), rule, chain=True, set_voted=True)
        if act is None:
            return [], (id_,)
        # Where it was not held, nobody is before the others.
        return _parted(tied, act.choice or ()), ()

    def _without_rule(self, line: Line, id_: str) -> tuple[list[Group], tuple[str, ...]]:
        """No rule says who decides."""
        rule = Rule(f"{self._award.rule.path}.over_quota", (), "read")
        act = self._book.ask(_slots(line, id_, None, rule), rule, set_voted=True)
        if act is None:
            return [], (id_,)
        self._trace.warn("settled-without-rule", id_, line.group.units)
        return _parted(line.group, act.choice or ()), ()

    def _note(self, line: Line, parts: list[Group], rule: Rule, **inputs: Any) -> None:
        """Who is sure now, and who stays equal at the last slot."""
        found = descend(parts, line.room)
        tied = tuple(sorted(unit for below in found.lines for unit in below.group.units))
        if self._award.at_most is not None:
            inputs |= {"parent": line.parent, "among": line.group.units}
        self._trace.step("over-quota", found.taken, rule=rule, tied=tied, slots=line.room.left, **inputs)


def _slots(line: Line, id_: str, of: str | None, rule: Rule) -> Question:
    """Who of the tied have a slot."""
    units, above = line.group.units, line.above
    return Question(id_, "choice", of, units, above, above, rule.basis, (), line.room.within(units))


def _parted(tied: Group, chosen: tuple[str, ...]) -> list[Group]:
    """Those who were chosen before those who were not, each part only if it has any unit."""
    parts = [tied.part(chosen), tied.part(set(tied.units) - set(chosen))]
    return [part for part in parts if part.units]
