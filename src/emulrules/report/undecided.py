"""Undecided: whether what a unit does not have is still open, or was decided against it.

A unit without an award, an office or a place has lost nothing while a question that it depends on is not answered.
"""

from typing import Final

from emulrules.model.decision import Decision, Question
from emulrules.report.open_awards import open_on

__all__ = ["Undecided"]

_OFFICES: Final = ("head", "deputy")


class Undecided:
    """What is open in one decision, asked by unit; one that is no member, or that a gate puts out, waits for none."""

    def __init__(self, decision: Decision) -> None:
        self._decision = decision
        self._rules = {award.id: award for award in decision.rules.awards}
        self._places = {row.unit: row.place for row in decision.standings}
        self._inside = {unit.id for unit in decision.units} - {
            row.unit for row in decision.gates if row.effect == "out"
        }
        self._open: dict[str, list[str]] = {}

    def award(self, unit: str, award: str) -> bool:
        """Whether the unit, which has not got it, could still be chosen for the award."""
        rule = self._rules.get(award)
        if unit not in self._inside or rule is None:
            return False
        if any(row.unit == unit and row.award == award for row in self._decision.awards):
            return False
        if award not in self._open:
            self._open[award] = open_on(self._decision, rule)
        found = self._open[award]
        # What other awards wait for may free this one for anybody; a ballot or a tie of its own, for those it is among.
        return bool(found) and (bool(rule.after) or any(self._is_about(id_, unit) for id_ in found))

    def place(self, unit: str) -> bool:
        """Whether the place of the unit, or that it has one, still turns on an answer."""
        if unit not in self._inside:
            return False
        gates = {f"fact:{gate.fact}" for gate in self._decision.rules.gates}
        for question in self._decision.questions:
            if question.id.startswith(("standing", "place:")) and unit in question.options:
                return True
            is_figure = question.id.startswith("fact:") and question.id.count(":") > 1
            if self._places.get(unit) is None and (is_figure or question.id in gates):
                return True
        return self._places.get(unit) is None and self._waits("standing", "place:")

    def office(self, unit: str) -> bool:
        """Whether the unit, which holds none, could still be chosen for an office."""
        if unit not in self._inside or any(row.unit == unit for row in self._decision.offices):
            return False
        if any(_is_office(question.id) and unit in question.options for question in self._decision.questions):
            return True
        barred = {
            kind for step in self._decision.steps if (step.step, step.unit) == ("bar", unit) for kind in step.output
        }
        return any(_is_office(id_) and _kind(id_) not in barred for id_ in self._decision.waiting)

    def _waits(self, *beginnings: str) -> bool:
        return any(id_.startswith(beginnings) for id_ in self._decision.waiting)

    def _is_about(self, id_: str, unit: str) -> bool:
        asked: Question | None = next((each for each in self._decision.questions if each.id == id_), None)
        return asked is None or unit in asked.options or not id_.startswith(("award:", "place:", "standing"))


def _is_office(id_: str) -> bool:
    return _kind(id_) in _OFFICES


def _kind(id_: str) -> str:
    return id_.partition(":")[0]
