"""A ruleset: the regulation of an emulation cluster as data, each rule with its legal basis and trust.

Shapes: a measure (points, weights, thresholds) is a `Fraction`, a count an `int`; entries of arrays have an id; `basis`
holds citations that can be read alone ("09/2018/TT-BTTTT Điều 11"), resolved in the file that the rule stands in.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Literal

from attrs import field, frozen

from emulrules.model.season import Source, Trust
from emulrules.model.table import Table, table

__all__ = [
    "ASKED",
    "MOST_DEPUTIES",
    "UNDEFINABLE",
    "Asked",
    "Award",
    "Band",
    "Bar",
    "Base",
    "Choose",
    "Cluster",
    "Condition",
    "Criterion",
    "Gate",
    "Headship",
    "Limit",
    "Order",
    "OverQuota",
    "QuotaRow",
    "QuotaRule",
    "Rule",
    "Ruleset",
    "Scale",
    "Seat",
    "Share",
    "Span",
    "TieStep",
    "UndefinedRule",
    "Unit",
]

Asked = Literal[
    "members",
    "meeting",
    "head",
    "chair",
    "head-and-deputies",
    "council",
    "ministry",
    "province",
    "government",
    "authority",
]
"""Whom a question can be put to: `members` vote as units, `meeting` agrees as a whole, `authority` is any above."""

ASKED: Final[tuple[str, ...]] = Asked.__args__  # type: ignore[attr-defined]  # a Literal keeps its values there

MOST_DEPUTIES: Final = 2
"""No cluster that was seen has more."""

UNDEFINABLE: Final = (
    "criteria",
    "scale",
    "order",
    "ties",
    "gates",
    "conditions",
    "awards",
    "headship",
    "headship.by",
    "headship.bars",
    "headship.deputies",
    "headship.recognition",
)
"""What `[[undefined]]` may name, besides `awards.<id>.quota` and `awards.<id>.choose`."""


@frozen
class Rule:
    """Where a rule stands in the merged ruleset, what it rests on and how far that can be trusted."""

    path: str
    basis: tuple[str, ...]
    trust: Trust


@frozen
class Base:
    """The ruleset that this one extends; `in_force` picks one of its dated files."""

    id: str
    in_force: date


@frozen
class Span:
    """The seasons that a ruleset covers, both ends included; `last` None is not yet ended."""

    first: str
    last: str | None = None

    def covers(self, season: str) -> bool:
        """Whether `season` (`2021` or `2018-2019`) lies in the span, by the years that it starts and ends in."""
        if not season.replace("-", "").isdecimal():
            return False
        return _years(self.first) <= _years(season) and (self.last is None or _years(season) <= _years(self.last))


def _years(season: str) -> tuple[int, int]:
    first, _, last = season.partition("-")
    return int(first), int(last or first)


@frozen
class Unit:
    """A member of a cluster: its full name, and other spellings that mean the same unit."""

    name: str
    aliases: tuple[str, ...] = ()


@frozen
class Cluster:
    """A cluster or bloc and the ids of its members."""

    name: str
    members: tuple[str, ...]
    basis: tuple[str, ...]
    trust: Trust
    kind: Literal["cluster", "bloc"] = "cluster"


@frozen
class Scale:
    """The points that a unit can reach: `points` by criteria, `bonus` at most on top; None is not limited."""

    basis: tuple[str, ...]
    trust: Trust
    points: Fraction | None = None
    bonus: Fraction | None = None

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("scale", self.basis, self.trust)


@frozen
class Band:
    """Points from a threshold on; a band without a threshold is the floor."""

    points: Fraction
    at_least: Fraction | None = None
    more_than: Fraction | None = None


@frozen
class Criterion:
    """A criterion, in a tree by `parent`; a leaf has a `method`.

    `max` and `bands` are points, `each` the points of one count (negative in a deduction). A pass-fail criterion gives
    `max` or nothing. `least` and `most` bound the figures that bands are about, in the figures' own unit.
    `not_applicable` and `no_target` say what such a cell means; without them it is refused.
    """

    id: str
    name: str
    basis: tuple[str, ...]
    trust: Trust
    parent: str | None = None
    kind: Literal["points", "bonus", "deduction"] = "points"
    method: Literal["entered", "proportion", "pass-fail", "bands", "count", "policy"] | None = None
    max: Fraction | None = None
    weight: Fraction = Fraction(1)
    cap: bool = False
    bands: tuple[Band, ...] = ()
    least: Fraction | None = None
    most: Fraction | None = None
    each: Fraction | None = None
    not_applicable: Literal["rescale"] | None = None
    no_target: Literal["not-applicable"] | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"criteria.{self.id}", self.basis, self.trust)


@frozen
class Gate:
    """A fact that puts a unit out, or its result on hold."""

    id: str
    fact: str
    effect: Literal["out", "hold"]
    basis: tuple[str, ...]
    trust: Trust
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"gates.{self.id}", self.basis, self.trust)


@frozen
class Condition:
    """What the meeting must fulfil for its decisions to stand: a share of the members present."""

    id: str
    what: Literal["present"]
    base: Literal["members"]
    basis: tuple[str, ...]
    trust: Trust
    at_least: Fraction | None = None
    more_than: Fraction | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"conditions.{self.id}", self.basis, self.trust)


@frozen
class Order:
    """What units are ordered by, and which places must be held by one unit each."""

    by: Literal["points", "meeting"]
    basis: tuple[str, ...]
    trust: Trust
    name_places: tuple[int, ...] = ()
    asks: Asked = "meeting"

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("order", self.basis, self.trust)


@frozen
class Share:
    """One figure of a unit as a part of another, such as women of staff."""

    of: Literal["women", "staff"]
    in_: Literal["women", "staff"]


@frozen
class TieStep:
    """A step of the chain that splits equals: computed (`criterion`, `share`) or asked (`ballot`, `decision`).

    A share with `at_least` or `more_than` prefers those that reach it and does not compare beyond; without, the
    greater share goes first. `inherit` takes the step of that id from the ruleset that this one extends.
    """

    id: str
    by: Literal["criterion", "share", "ballot", "decision"] | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None
    criterion: str | None = None
    share: Share | None = None
    at_least: Fraction | None = None
    more_than: Fraction | None = None
    asks: Asked | None = None
    inherit: bool = False
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"ties.{self.id}", self.basis, self.trust or "assumed")


@frozen
class QuotaRow:
    """A row of a quota by size: from `units[0]` to `units[1]` units not out, `number` awards."""

    units: tuple[int, int]
    number: int


@frozen
class QuotaRule:
    """How many may be proposed: a `number`, a `table` by size, or `ask` of the level that allots it each year."""

    number: int | None = None
    table: tuple[QuotaRow, ...] = ()
    ask: Asked | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class Choose:
    """A step of the chain that fills an award's quota.

    `standing` takes the best; `place` exactly the units of `places`; `meeting`, `ballot` and `decision` ask `asks`. A
    ballot's threshold is a part of `base`: `members` (the whole roster), `present`, or `ballots` (those cast).
    """

    id: str
    by: Literal["standing", "place", "meeting", "ballot", "decision"]
    asks: Asked | None = None
    places: tuple[int, ...] = ()
    at_least: Fraction | None = None
    more_than: Fraction | None = None
    base: Literal["members", "present", "ballots"] | None = None
    rounds: int = 1
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class OverQuota:
    """A step of the chain for more units over a ballot's threshold than there are slots."""

    id: str
    by: Literal["votes", "decision"]
    asks: Asked | None = None
    basis: tuple[str, ...] = ()
    trust: Trust | None = None


@frozen
class Award:
    """A form of award that the cluster proposes units for.

    `requires` and `excludes` name awards of the same season. `boundary` says what happens to a tie at the last slot of
    a choice by standing: `cut` (split it by the tie chain), `include` (all of them) or `exclude` (none of them).
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
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"awards.{self.id}", self.basis, self.trust)

    def part(self, kind: str, part: "Choose | OverQuota") -> Rule:
        """How steps name a part of it; a part without a basis of its own rests on the award's."""
        return Rule(f"awards.{self.id}.{kind}.{part.id}", part.basis or self.basis, part.trust or self.trust)

    @property
    def quota_rule(self) -> Rule:
        """How steps name its quota."""
        quota = self.quota or QuotaRule()
        return Rule(f"awards.{self.id}.quota", quota.basis or self.basis, quota.trust or self.trust)


@frozen
class Limit:
    """What binds from above the cluster. It only `says`; where `award` is given, its cap is judged by the council."""

    id: str
    says: str
    basis: tuple[str, ...]
    trust: Trust
    award: str | None = None
    at_most: Fraction | None = None
    base: str | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"limits.{self.id}", self.basis, self.trust)


@frozen
class Bar:
    """Why a unit may not hold an office: it is the `outgoing` head, or it has the fact `fact`."""

    id: str
    for_: tuple[Literal["head", "deputy"], ...]
    basis: tuple[str, ...]
    trust: Trust
    who: Literal["outgoing"] | None = None
    fact: str | None = None


@frozen
class Seat:
    """One deputy's seat."""

    seat: str


@frozen
class Headship:
    """How next year's head and deputies come to office.

    `deputies` () is none, None is not stated. `recognised_by` is the level that recognises what the cluster chose.
    """

    by: Literal["elected", "acclaimed", "handed-over", "appointed"]
    basis: tuple[str, ...]
    trust: Trust
    asks: Asked | None = None
    bars: tuple[Bar, ...] = ()
    deputies: tuple[Seat, ...] | None = None
    recognised_by: Asked | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("headship", self.basis, self.trust)


@frozen
class UndefinedRule:
    """What the regulation leaves open: `what` of the ruleset, `says` in words, `ask` of whom it may be asked."""

    id: str
    what: str
    says: str
    basis: tuple[str, ...]
    trust: Trust
    ask: Asked | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"undefined.{self.id}", self.basis, self.trust)


@frozen
class Ruleset:
    """One dated version of a regulation, alone as its file says it or merged with what it extends."""

    id: str
    title: str
    authority: str
    policy: str
    in_force: date
    seasons: Span
    extends: Base | None = None
    sources: Table[str, Source] = field(factory=Table, converter=table)
    clusters: Table[str, Cluster] = field(factory=Table, converter=table)
    units: Table[str, Unit] = field(factory=Table, converter=table)
    scale: Scale | None = None
    criteria: tuple[Criterion, ...] = ()
    gates: tuple[Gate, ...] = ()
    conditions: tuple[Condition, ...] = ()
    order: Order | None = None
    ties: tuple[TieStep, ...] = ()
    awards: tuple[Award, ...] = ()
    limits: tuple[Limit, ...] = ()
    headship: Headship | None = None
    undefined: tuple[UndefinedRule, ...] = ()

    @property
    def facts(self) -> frozenset[str]:
        """The facts that a gate or a bar turns on."""
        bars = () if self.headship is None else self.headship.bars
        return frozenset([gate.fact for gate in self.gates] + [bar.fact for bar in bars if bar.fact is not None])

    def undefined_rule(self, what: str) -> UndefinedRule | None:
        """The entry of `[[undefined]]` that names `what`, if there is one."""
        return next((rule for rule in self.undefined if rule.what == what), None)
