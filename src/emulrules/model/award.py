"""Awards: who may be proposed, how many of them, and how they are chosen."""

from fractions import Fraction
from typing import Literal, Protocol

from emulrules.model.rule import Asked, Rule
from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = [
    "Award",
    "Choose",
    "Contest",
    "Ground",
    "Limit",
    "OverQuota",
    "PerParent",
    "QuotaRow",
    "QuotaRule",
    "VoteBase",
]

VoteBase = Literal["members", "units", "present", "present-or-consulted", "ballots"]
"""What a ballot's threshold is a part of."""


@frozen
class QuotaRow:
    """A row of a quota by size: from `units[0]` to `units[1]` units not out, `number` awards."""

    units: tuple[int, int]
    number: int


@frozen
class QuotaRule:
    """How many may be proposed.

    A `number`, a `table` by size, `ask` of the level that allots it each year, all the `rest`, or a part of a `base`:
    `share` with its `rounding`, `not_more_than` or `less_than` as exact bounds. The base is `units` (those not out) or
    `members` (the whole roster). What is computed is at least `least` and at most `most`.
    """

    number: int | None = None
    table: tuple[QuotaRow, ...] = ()
    ask: Asked | None = None
    rest: bool = False
    share: Fraction | None = None
    not_more_than: Fraction | None = None
    less_than: Fraction | None = None
    base: Literal["units", "members"] | None = None
    rounding: Literal["floor", "ceiling", "half-up"] | None = None
    least: int | None = None
    most: int | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class PerParent:
    """At most `number` units of one parent, such as of one province (`per`)."""

    number: int
    per: str


@frozen
class Choose:
    """A step of the chain that fills an award's quota.

    `standing` takes the best; `place` exactly the units of `places`; `meeting`, `ballot` and `decision` ask `asks`. A
    ballot's threshold is a part of `base`: `members` (all who belong to the body that votes), `units` (the cluster's
    whole roster), `present`, `present-or-consulted`, or `ballots` (those cast).
    """

    id: str
    by: Literal["standing", "place", "meeting", "ballot", "decision"]
    asks: Asked | None = None
    places: tuple[int, ...] = ()
    at_least: Fraction | None = None
    more_than: Fraction | None = None
    base: VoteBase | None = None
    rounds: int = 1
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class OverQuota:
    """A step of the chain for more units over a ballot's threshold than there are slots.

    `votes` takes the most votes, `chair-vote` those that the chair voted for, `decision` asks `asks`.
    """

    id: str
    by: Literal["votes", "chair-vote", "decision"]
    asks: Asked | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


class Contest(Protocol):
    """What units are chosen for: an award in a cluster, or what becomes of its proposals in the council above."""

    @property
    def id(self) -> str:
        """The award."""

    @property
    def choose(self) -> tuple[Choose, ...]:
        """The chain by which units are chosen; empty where no text says how."""

    @property
    def over_quota(self) -> tuple[OverQuota, ...]:
        """The chain for more units over a threshold than there are slots."""

    @property
    def at_most(self) -> PerParent | None:
        """How many of one parent may be chosen."""

    @property
    def rule(self) -> Rule:
        """How steps name it."""

    def part(self, kind: str, part: "Choose | OverQuota") -> Rule:
        """How steps name a part of it."""

    def line(self, parent: str | None = None) -> str:
        """How the questions about a line are named."""


@frozen
class Ground:
    """A ground on which a unit may have an award: it has the `fact`, or the other `award`, this season.

    Where `years` is 2, it must have had it in the season before as well.
    """

    id: str
    fact: str | None = None
    award: str | None = None
    years: int = 1
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class Award:
    """A form of award that the cluster proposes units for.

    `requires` and `excludes` name awards of the same season. `boundary` says what happens to a tie at the last slot of
    a choice by standing: `cut` (split it by the tie chain), `include` (all of them) or `exclude` (none of them).
    `requires_before` names awards that the unit must have won in the season before; `at_most` is per parent. Of the
    `grounds`, where there are any, a unit must have one.
    """

    id: str
    name: str
    choose: tuple[Choose, ...]
    basis: tuple[str, ...]
    trust: Trust
    quota: QuotaRule | None = None
    over_quota: tuple[OverQuota, ...] = ()
    boundary: Literal["cut", "include", "exclude"] = "cut"
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    requires_before: tuple[str, ...] = ()
    at_most: PerParent | None = None
    grounds: tuple[Ground, ...] = ()
    final: bool = False

    @property
    def after(self) -> tuple[str, ...]:
        """The awards of this season that must be decided before it, those that it excludes among them."""
        return (*self.requires, *self.excludes, *(ground.award for ground in self.grounds if ground.award is not None))

    @property
    def won_before(self) -> frozenset[str]:
        """The awards of the season before that it turns on."""
        return frozenset(self.requires_before) | {
            ground.award for ground in self.grounds if ground.award is not None and ground.years > 1
        }

    @property
    def had_before(self) -> frozenset[str]:
        """The facts of the season before that it turns on."""
        return frozenset(ground.fact for ground in self.grounds if ground.fact is not None and ground.years > 1)

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"awards.{self.id}", self.basis, self.trust)

    def part(self, kind: str, part: "Choose | OverQuota | Ground") -> Rule:
        """How steps name a part of it; a part without a basis of its own rests on the award's."""
        return Rule(f"awards.{self.id}.{kind}.{part.id}", part.basis or self.basis, part.trust or self.trust)

    def line(self, parent: str | None = None) -> str:
        """How the questions about a line are named: by the award, and by the parent whose slots end there, if any."""
        if parent is None or self.at_most is None:
            return f"award:{self.id}"
        return f"award:{self.id}:{self.at_most.per}:{parent}"

    @property
    def per_parent_rule(self) -> Rule:
        """How steps name what it allows of one parent."""
        return Rule(f"awards.{self.id}.at_most", self.basis, self.trust)

    @property
    def quota_rule(self) -> Rule:
        """How steps name its quota."""
        quota = self.quota or QuotaRule()
        return Rule(f"awards.{self.id}.quota", quota.basis or self.basis, quota.trust or self.trust)


@frozen
class Limit:
    """What binds from above the cluster. It only `says`; where `award` is given, its cap is judged by the council.

    A cap is a `number`, what `ask` allots each year, `at_most` as an exact part of a `base` (`leaders`, the units that
    lead their clusters, or a fact that units have), or so many of one parent (`per_parent`). Units that have one of the
    facts `uncounted` stand outside it.
    """

    id: str
    says: str
    basis: tuple[str, ...]
    trust: Trust
    award: str | None = None
    at_most: Fraction | None = None
    base: str | None = None
    number: int | None = None
    ask: Asked | None = None
    per_parent: PerParent | None = None
    uncounted: tuple[str, ...] = ()
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"limits.{self.id}", self.basis, self.trust)
