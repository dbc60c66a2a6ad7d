"""Units over time: who succeeds whom, and which units a cluster has from a day on.

A season is decided with the members that the cluster has when it ends. On which day a school year ends no text says, so
that an entry which falls into the later of its two years must name the season itself.
"""

from datetime import date
from typing import Literal

from emulrules.model.rule import Rule
from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = ["DatedRoster", "Succession", "fell_by", "fell_in"]


@frozen
class Succession:
    """From the day `on`, the units `to` stand in the place of the units `from_`; who is in both goes on.

    They are renamed (one becomes one), merged (one is left) or split (several come of one). `cluster` is where the new
    ones belong, that of those before them where it is None. `carries` says what of the year before, or of this one,
    passes to the successor: the office and the turn, awards won, the points of this season. What is not carried is
    asked. `season` is the one that it fell in, where the day does not tell.
    """

    id: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    on: date
    kind: Literal["renamed", "merged", "split"]
    basis: tuple[str, ...]
    trust: Trust
    season: str | None = None
    cluster: str | None = None
    carries: tuple[Literal["seat", "turn", "award", "points"], ...] = ()
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"successions.{self.id}", self.basis, self.trust)

    @property
    def gone(self) -> tuple[str, ...]:
        """The units that there are no more."""
        return tuple(unit for unit in self.from_ if unit not in self.to)

    @property
    def new(self) -> tuple[str, ...]:
        """The units that there were not before."""
        return tuple(unit for unit in self.to if unit not in self.from_)


@frozen
class DatedRoster:
    """The members of a cluster from the day `on`; `season` is the one that it fell in, where the day does not tell."""

    id: str
    cluster: str
    members: tuple[str, ...]
    on: date
    basis: tuple[str, ...]
    trust: Trust
    season: str | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"rosters.{self.id}", self.basis, self.trust)


def fell_by(entry: Succession | DatedRoster, season: str) -> bool | None:
    """Whether it is in force when `season` ends; None where neither the day nor the entry tells.

    >>> roster = DatedRoster("a", "cum", ("x",), date(2025, 7, 1), ("Điều 1",), "assumed")
    >>> fell_by(roster, "2024"), fell_by(roster, "2025"), fell_by(roster, "2025-2026"), fell_by(roster, "2024-2025")
    (False, True, True, None)
    """
    first, _, last = season.partition("-")
    if entry.season is not None:
        begun, _, ended = entry.season.partition("-")
        return (int(begun), int(ended or begun)) <= (int(first), int(last or first))
    if last and entry.on.year == int(last):
        return None
    return entry.on.year <= int(first)


def fell_in(entry: Succession, season: str) -> bool:
    """Whether it fell in `season` itself, and not before, as far as the day tells."""
    return entry.season == season if entry.season is not None else str(entry.on.year) in season.split("-")
