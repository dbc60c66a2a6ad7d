"""Votes kept: answers about ties that do not depend on who else is tied.

On every step of a chain a unit has one number of votes, and of two units the same one is preferred, whoever else is
asked about and whichever line the question is for. Facts are the same too.
"""

from collections.abc import Mapping

from attrs import evolve

from emulrules.model.decision import Question
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.testing.answers import Answers, names_its_set
from emulrules.testing.chance import Lots
from emulrules.testing.turnout import Turnout

__all__ = ["Kept"]

_VOTES = 2
"""So few that votes are often equal, and no more than there are members in any tie."""


class Kept:
    """Answers that follow from `seed`; `same` names for some units another that is answered about as they are."""

    def __init__(self, seed: int, *, members: int, source: str, same: Mapping[str, str] | None = None) -> None:
        self._seed = seed
        self._source = source
        self._same = same or {}
        self._others = Answers(seed, turnout=Turnout.everybody(members), source=source)

    def __call__(self, question: Question) -> Act:
        """The act that answers `question`."""
        if not question.id.startswith(("place:", "award:")) or question.asks not in ("votes", "choice"):
            return self._fact(question)
        among = question.options if names_its_set(question) else None
        act = Act(question.id, self._source, "read", among=among)
        step = question.id.rpartition(":")[2]
        if question.asks == "votes":
            votes = {unit: self._lot(step, unit, _VOTES) for unit in question.options}
            return evolve(act, votes=Table(votes), ballots=_VOTES)
        preferred = sorted(question.options, key=lambda unit: (self._lot(step, unit, 10**9), unit))
        return evolve(act, choice=tuple(sorted(preferred[: question.least])))

    def _fact(self, question: Question) -> Act:
        """Whatever else is asked; a figure of one unit is that of the one that it is the same as."""
        parts = question.id.split(":")
        alike = ":".join(self._same.get(part, part) for part in parts)
        return evolve(self._others(evolve(question, id=alike)), question=question.id)

    def _lot(self, step: str, unit: str, most: int) -> int:
        return Lots(f"{self._seed} {step} {self._same.get(unit, unit)}").number(0, most)
