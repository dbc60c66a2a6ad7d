"""Outcomes: what became of one unit in a decision, so that two decisions can be compared by it.

An outcome is the unit's place, its awards with their states, its offices, and the open questions that it is an option
of. Whom it is tied with at a place, and its points, are no outcome.
"""

from emulrules.model.decision import Decision
from emulrules.value import frozen

__all__ = ["Outcome", "outcome_of"]


@frozen
class Outcome:
    """What became of a unit: `place` None where nothing ranks it; `awards` by id with their state, `offices` by seat.

    `asked` are the open questions that it is an option of, by id: what is settled otherwise, or settled no longer.
    """

    place: int | None
    awards: tuple[tuple[str, str], ...]
    offices: tuple[tuple[str, str | None], ...]
    asked: tuple[str, ...]


def outcome_of(decision: Decision, unit: str) -> Outcome:
    """What `decision` says of `unit`."""
    return Outcome(
        next((row.place for row in decision.standings if row.unit == unit), None),
        tuple(sorted((awarded.award, awarded.state) for awarded in decision.awards if awarded.unit == unit)),
        tuple(sorted((held.office, held.seat) for held in decision.offices if held.unit == unit)),
        tuple(sorted(question.id for question in decision.questions if unit in question.options)),
    )
