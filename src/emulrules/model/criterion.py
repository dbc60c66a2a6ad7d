"""Criteria: what is scored, by which method, in which stages, on which scale."""

from fractions import Fraction
from typing import Literal

from emulrules.model.rule import Rule
from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = ["Band", "Criterion", "HeldPoints", "PointTable", "Rounding", "Scale", "Scoring", "Stage"]


@frozen
class Rounding:
    """A rounding step: to so many decimal `places`, in one mode; nothing is rounded where no rule says so.

    `floor` goes down and `ceiling` up, below zero too. `half-up` and `half-even` go to the nearest: a half away from
    zero, or to the even digit.
    """

    mode: Literal["floor", "ceiling", "half-up", "half-even"]
    places: int
    basis: tuple[str, ...] = ()
    trust: Trust | None = None

    def rule(self, above: Rule) -> Rule:
        """How steps name it; without a basis of its own it rests on that of the rule `above`, which has it."""
        return Rule(f"{above.path}.rounding", self.basis or above.basis, self.trust or above.trust)


@frozen
class Scale:
    """The points that a unit can reach: `points` by criteria, `bonus` at most on top; None is not limited."""

    basis: tuple[str, ...]
    trust: Trust
    points: Fraction | None = None
    bonus: Fraction | None = None
    rounding: Rounding | None = None

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("scale", self.basis, self.trust)


@frozen
class PointTable:
    """One of several tables of points, for the clusters that name it; its figures stand in the place of the scale's."""

    name: str
    basis: tuple[str, ...]
    trust: Trust
    points: Fraction | None = None
    bonus: Fraction | None = None
    rounding: Rounding | None = None


@frozen
class Band:
    """Points from a threshold on; a band without a threshold is the floor."""

    points: Fraction
    at_least: Fraction | None = None
    more_than: Fraction | None = None


@frozen
class HeldPoints:
    """Points for an award that the unit holds already."""

    award: str
    points: Fraction


@frozen
class Criterion:
    """A criterion, in a tree by `parent`; a leaf has a `method`.

    `max` and `bands` are points, `each` the points of one count (negative in a deduction). A pass-fail criterion gives
    `max` or nothing. `least` and `most` bound the figures that bands are about, in the figures' own unit.
    `not_applicable` and `no_target` say what such a cell means; without them it is refused. `table` names the point
    table that it belongs to, `frame` leaves what is below it to the cluster's own signed table. `stages` score it, all
    of them where none is named; only those of `imposed_by` may impose a deduction.

    A proportion with `above_max` may exceed the maximum. `relative` measures a unit by the cluster's best: `at_plan`
    are the points for just meeting the plan, `leader` who is the best. `net` is `each` for what earns and `each_minus`
    for what loses, between `min` and `max`; `held` are the points of each award held already. `min` and `above_max`
    bound the points that a policy gives as well. `step` is the smallest unit in which what is entered is given;
    nothing is held to it.
    """

    id: str
    name: str
    basis: tuple[str, ...]
    trust: Trust
    parent: str | None = None
    kind: Literal["points", "bonus", "deduction"] = "points"
    table: str | None = None
    frame: bool = False
    method: (
        Literal["entered", "proportion", "relative", "pass-fail", "bands", "count", "net", "held", "policy"] | None
    ) = None
    max: Fraction | None = None
    weight: Fraction = Fraction(1)
    cap: bool = False
    bands: tuple[Band, ...] = ()
    least: Fraction | None = None
    most: Fraction | None = None
    each: Fraction | None = None
    each_minus: Fraction | None = None
    min: Fraction | None = None
    above_max: bool = False
    leader: Literal["ratio", "amount"] | None = None
    at_plan: Fraction | None = None
    held: tuple[HeldPoints, ...] = ()
    not_applicable: Literal["rescale"] | None = None
    no_target: Literal["not-applicable", "own-group"] | None = None
    stages: tuple[str, ...] = ()
    imposed_by: tuple[str, ...] = ()
    rounding: Rounding | None = None
    step: Fraction | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"criteria.{self.id}", self.basis, self.trust)

    @property
    def is_of_parts(self) -> bool:
        """Whether the figures of its bands are parts of a whole: none can be above 1, or a threshold is below it.

        One of just 1 alone might count things.
        """
        thresholds = [of for band in self.bands for of in (band.at_least, band.more_than) if of is not None]
        return any(0 < of < 1 for of in thresholds) if self.most is None else self.most <= 1


@frozen
class Stage:
    """One stage of scoring, and who scores in it; stages are in the order in which they follow each other."""

    id: str
    name: str
    by: Literal["unit", "cross", "head", "head-and-deputies", "agency", "meeting", "council"]
    basis: tuple[str, ...]
    trust: Trust
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"stages.{self.id}", self.basis, self.trust)


@frozen
class Scoring:
    """Which points count where several stages gave some: of the last stage, their mean, the most, or those agreed.

    Agreed points are those of the stage that the meeting scores in.
    """

    take: Literal["last", "mean", "max", "agreed"]
    basis: tuple[str, ...]
    trust: Trust

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("scoring", self.basis, self.trust)
