"""Conditions: what a meeting must fulfil for its decisions to stand.

An unmet condition refuses the season; one that nothing states is a question.
"""

from collections.abc import Sequence

from emulrules.errors import Fault, SeasonError
from emulrules.model.exact import spell
from emulrules.model.ruleset import Condition
from emulrules.questions import PRESENT, Book, present
from emulrules.trace import Trace

__all__ = ["require"]


def require(
    conditions: Sequence[Condition], attending: int | None, members: tuple[str, ...], book: Book, trace: Trace
) -> None:
    """Judges every condition; `attending` is how many of the members the meeting had, None where nobody said it.

    Raises `SeasonError` for a condition that is not met, and for more attending than there are members.
    """
    if attending is not None and not 0 <= attending <= len(members):
        data = {"present": attending, "members": len(members)}
        raise SeasonError(Fault("present-above-members", _where(book), data))
    for condition in sorted(conditions, key=lambda condition: condition.id):
        if attending is None:
            book.ask(present(members, condition.basis), condition.rule)
        else:
            _judge(condition, attending, len(members), _where(book), trace)


def _where(book: Book) -> tuple[str | int, ...]:
    """The place in the season that says how many were present: an act, or the meeting's own table."""
    index = book.index_of(PRESENT)
    return ("meeting", "present") if index is None else ("acts", index, "number")


def _judge(condition: Condition, attending: int, members: int, where: tuple[str | int, ...], trace: Trace) -> None:
    if condition.at_least is not None:
        threshold = condition.at_least
        met = attending >= threshold * members
    elif condition.more_than is not None:
        threshold = condition.more_than
        met = attending > threshold * members
    else:
        return
    if not met:
        data = {"condition": condition.id, "present": attending, "members": members, "threshold": spell(threshold)}
        raise SeasonError(Fault("condition-unmet", where, data))
    trace.step("condition", "met", rule=condition.rule, present=attending, base=members, threshold=threshold)
