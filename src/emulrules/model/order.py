"""The order of units: what ranks them, and the chain of steps that splits equals."""

from fractions import Fraction
from typing import Literal

from emulrules.model.rule import Asked, Rule
from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = ["Order", "Share", "Shortlist", "TieStep"]


@frozen
class Shortlist:
    """The best by points among whom a ballot is held: `number` units, and what becomes of a tie at the last of them."""

    number: int
    boundary: Literal["include", "exclude"]


@frozen
class Order:
    """What units are ordered by, and which places must be held by one unit each.

    `asks` is who votes, or who places the units where no points do: without it, the meeting.
    """

    by: Literal["points", "ballot", "points-then-ballot", "meeting"]
    basis: tuple[str, ...]
    trust: Trust
    name_places: tuple[int, ...] = ()
    asks: Asked | None = None
    shortlist: Shortlist | None = None

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("order", self.basis, self.trust)

    @property
    def by_points(self) -> bool:
        """Whether points rank the units: all of them, or those whom a ballot among the best leaves out."""
        return self.by in ("points", "points-then-ballot")


@frozen
class Share:
    """One figure of a unit as a part of another, such as women of staff."""

    of: Literal["women", "staff"]
    in_: Literal["women", "staff"]


@frozen
class TieStep:
    """A step of the chain that splits equals: computed (`criterion`, `share`, `head-to-head`) or asked.

    A ballot ranks those it was cast among, a decision or a drawing of lots says who is above the line.

    A share with `at_least` or `more_than` prefers those that reach it and does not compare beyond; without, the
    greater share goes first. Head to head, a unit is compared on the criteria `over` with each that it is tied with;
    `then` says whether those still tied begin the chain anew among themselves or go on. `inherit` takes the step of
    that id from the ruleset that this one extends.
    """

    id: str
    by: Literal["criterion", "share", "head-to-head", "ballot", "decision", "lot"] | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None
    criterion: str | None = None
    share: Share | None = None
    at_least: Fraction | None = None
    more_than: Fraction | None = None
    over: tuple[str, ...] = ()
    then: Literal["restart", "continue"] | None = None
    asks: Asked | None = None
    inherit: bool = False
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"ties.{self.id}", self.basis, self.trust or "assumed")
