"""Passage: to whom passes what a unit had that others have succeeded, where a rule says so, and who else may count.

A rule is `carries` of a succession with one successor, or, for offices and turns, `[headship] seat_of`, which leaves
them with the parent (such as the province) whichever unit of it holds them.
"""

from typing import Final, Literal

from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.succession import Succession
from emulrules.model.table import Table
from emulrules.roster import Roster
from emulrules.value import frozen

__all__ = ["Carried", "Passage", "What"]

What = Literal["seat", "turn", "award", "points"]


@frozen
class Carried:
    """What passed from the unit `of` to its successor `unit`, and the `rule` that says so."""

    what: What
    of: str
    unit: str
    rule: Rule


class Passage:
    """What passes from the units that there are no more, as far as rules say it.

    `heirs` says of each of them who is in its place, of whatever cluster; `ended` by which succession it went.
    """

    def __init__(self, season: Season, ruleset: Ruleset, roster: Roster) -> None:
        self.heirs: Final[Table[str, tuple[str, ...]]] = roster.lineage.heirs
        self.ended: Final[dict[str, Succession]] = {
            unit: each for each in roster.lineage.successions for unit in each.gone
        }
        self._season = season
        self._ruleset = ruleset
        self._members = roster.names

    def here(self, unit: str) -> tuple[str, ...]:
        """The successors of `unit` that are members; none of a unit that nobody has succeeded."""
        return tuple(heir for heir in self.heirs.get(unit, ()) if heir in self._members)

    def carried(self, unit: str, what: What) -> Carried | None:
        """To whom it passes by a rule; None where no rule says so."""
        headship = self._ruleset.headship
        if what in ("seat", "turn") and headship is not None and headship.seat_of is not None:
            parent = self._parent(unit, headship.seat_of)
            same = [heir for heir in self.here(unit) if self._parent(heir, headship.seat_of) == parent]
            if parent is not None and len(same) == 1:
                return Carried(what, unit, same[0], headship.rule)
        now, rule = unit, None
        while now in self.ended:
            ended = self.ended[now]
            if what not in ended.carries or len(ended.to) > 1:
                return None
            now, rule = ended.to[0], ended.rule
        return Carried(what, unit, now, rule) if rule is not None and now in self._members else None

    def sure(self, unit: str, what: What) -> str | None:
        """The member that counts as `unit` beyond doubt: itself, or the one that it passed to by a rule."""
        if unit in self._members:
            return unit
        carried = self.carried(unit, what)
        return None if carried is None else carried.unit

    def may_count(self, unit: str, what: What) -> tuple[str, ...]:
        """The members of which one or more may count as `unit`: the sure one alone, or else every successor."""
        sure = self.sure(unit, what)
        return self.here(unit) if sure is None else (sure,)

    def _parent(self, unit: str, per: str) -> str | None:
        """What the unit belongs to, by the season or the ruleset."""
        entry = self._season.units.get(unit)
        if entry is not None and per in entry.within:
            return entry.within[per]
        return self._ruleset.units[unit].within.get(per) if unit in self._ruleset.units else None
