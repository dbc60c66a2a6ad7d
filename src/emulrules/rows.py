"""Rows: in which row of a decided season's scores the points of each unit stand.

It is the unit's own, but for one that others have succeeded in the season: then it may be the row of a former unit.
"""

from emulrules.heritage import heritage
from emulrules.model.decision import Decision
from emulrules.model.season import Season
from emulrules.roster import roster
from emulrules.value import frozen

__all__ = ["Rows"]


@frozen
class Rows:
    """The `year` with one row for each unit, and of which units the rows may count that are not simply a unit's own."""

    year: Season
    _others: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, decision: Decision) -> "Rows":
        """The rows that count in `decision`."""
        season, rules = decision.season, decision.rules
        if not (season.successions or rules.successions):
            return cls(season, {})
        passed = heritage(season, rules, roster(season, rules))
        if passed is None:
            return cls(season, {})
        chosen = {act.question: act.choice or () for act in season.acts}
        others = {
            id_.split(":")[1]: each.alike or each.settled(chosen) or ()
            for id_, each in passed.passed.items()
            if id_.startswith("fact:")
        }
        return cls(passed.settled(season, chosen), others)

    def of_unit(self, unit: str) -> tuple[str, ...]:
        """Where the points of `unit` stand: several rows where these are alike, so that it is all one which counts."""
        return self._others.get(unit, (unit,))
