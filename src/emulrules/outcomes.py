"""Outcomes: what became of one unit in a decision, so that two decisions can be compared by it.

An outcome is the unit's place, its awards with their states, its offices, and the open questions that it is an option
of. Whom it is tied with at a place, and its points, are no outcome.
"""

from collections.abc import Iterator
from typing import Literal

from emulrules.model.decision import Decision
from emulrules.value import frozen

__all__ = ["Difference", "Outcome", "differences", "outcome_of"]


_STANDS = ("proposed", "held")


@frozen
class Outcome:
    """What became of a unit: `place` None where nothing ranks it; `awards` by id with their state, `offices` by seat.

    `asked` are the open questions that it is an option of, by id: what is settled otherwise, or settled no longer.
    """

    place: int | None
    awards: tuple[tuple[str, str], ...]
    offices: tuple[tuple[str, str | None], ...]
    asked: tuple[str, ...]


@frozen
class Difference:
    """One way in which an outcome may be another: a place above or below, an award or office gained or lost.

    `id` is the award, or the office with its seat; `open` is all else, such as what is left to be decided.
    """

    what: Literal["above", "below", "award", "award-lost", "office", "office-lost", "open"]
    id: tuple[str, str | None] = ("", None)


def differences(former: Outcome, other: Outcome) -> tuple[Difference, ...]:
    """In which ways `other` is not `former`, in the order of places, awards, offices and everything else."""
    return tuple(_differences(former, other))


def _differences(former: Outcome, other: Outcome) -> Iterator[Difference]:
    settled = other.place is not None and other.place != former.place
    if other.place is not None and settled:
        yield Difference("above" if former.place is None or other.place < former.place else "below")
    had, has = ({award for award, state in each.awards if state in _STANDS} for each in (former, other))
    yield from (Difference("award", (award, None)) for award in sorted(has - had))
    yield from (Difference("award-lost", (award, None)) for award in sorted(had - has))
    yield from (Difference("office", held) for held in other.offices if held not in former.offices)
    yield from (Difference("office-lost", held) for held in former.offices if held not in other.offices)
    unsettled = other.place is None and former.place is not None
    states = ({each for each in of.awards if each[0] not in had ^ has} for of in (former, other))
    if unsettled or former.asked != other.asked or next(states) != next(states):
        yield Difference("open")


def outcome_of(decision: Decision, unit: str) -> Outcome:
    """What `decision` says of `unit`."""
    return Outcome(
        next((row.place for row in decision.standings if row.unit == unit), None),
        tuple(sorted((awarded.award, awarded.state) for awarded in decision.awards if awarded.unit == unit)),
        tuple(sorted((held.office, held.seat) for held in decision.offices if held.unit == unit)),
        tuple(sorted(question.id for question in decision.questions if unit in question.options)),
    )
