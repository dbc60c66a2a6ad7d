"""Conditions: what a meeting must fulfil for its decisions to stand.

An unmet condition refuses the season. What nothing states is asked only where a condition turns on it. Members who took
part in different ways are different members, so that together they are never more than all.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from emulrules.errors import Fault, SeasonError
from emulrules.model.ruleset import Condition
from emulrules.questions import Book, turnout
from emulrules.trace import Trace
from emulrules.voters import COUNCIL, PRESENT, Count, least_reaching

__all__ = ["require"]


def require(conditions: Sequence[Condition], book: Book, trace: Trace) -> None:
    """Judges every condition by the voters of `book`.

    Raises `SeasonError` for a condition that is not met, and for more taking part than there are members.
    """
    _check_turnout(book)
    voters = book.voters
    for condition in sorted(conditions, key=lambda condition: condition.id):
        count = voters.present() if condition.what == "present" else voters.taking_part()
        due = least_reaching(condition, voters.members)
        if count.least >= due:
            _note(condition, book, trace)
        elif not count.can_be(due):
            raise _unmet(condition, count, due, book)
        else:
            for id_ in count.lacks:
                book.ask(turnout(id_, voters.members, condition.basis), condition.rule)


def _check_turnout(book: Book) -> None:
    members, stated = book.voters.members, book.voters.stated
    for id_, number in stated.items():
        least = turnout(id_, members).least
        if number < least:
            raise SeasonError(Fault("number-below", _where(book, id_), {"got": number, "least": least}))
    meeting = {id_: number for id_, number in stated.items() if id_ != COUNCIL}
    if meeting.get(PRESENT, 0) > members:
        data = {"present": meeting[PRESENT], "members": members}
        raise SeasonError(Fault("present-above-members", _where(book, PRESENT), data))
    if sum(meeting.values()) > members:
        data = {"taking": sum(meeting.values()), "members": members}
        raise SeasonError(Fault("turnout-above-members", _where(book, list(meeting)[-1]), data))


def _where(book: Book, id_: str) -> tuple[str | int, ...]:
    """The place in the season that says a number: an act, or the table of the meeting or the council."""
    index = book.index_of(id_)
    return tuple(id_.split(":")[1:]) if index is None else ("acts", index, "number")


def _unmet(condition: Condition, count: Count, due: int, book: Book) -> SeasonError:
    """The refusal, where the first of the numbers stands that bear on it."""
    at = next(id_ for id_ in book.voters.stated if id_ != COUNCIL)
    data = {"condition": condition.id, "members": book.voters.members, "due": due}
    if count.known is None:
        return SeasonError(Fault("condition-out-of-reach", _where(book, at), {**data, "most": count.most}))
    code = "condition-unmet" if condition.what == "present" else "condition-unmet-taking-part"
    return SeasonError(Fault(code, _where(book, at), {**data, "present": count.known}))


def _threshold(condition: Condition) -> Fraction:
    return condition.at_least or condition.more_than or Fraction(0)


def _note(condition: Condition, book: Book, trace: Trace) -> None:
    """The step of a condition that is met; who took part is counted under the rule on absent members."""
    voters = book.voters
    attending: dict[str, Any] = {"present": voters.meeting.present}
    if condition.what == "taking-part" and voters.rule is not None:
        trace.lean(voters.rule.rule)
        attending = voters.turnout()
    threshold = _threshold(condition)
    trace.step("condition", "met", rule=condition.rule, **attending, base=voters.members, threshold=threshold)
