"""A ruleset: the regulation of an emulation cluster as data, each rule with its legal basis and trust.

Shapes: a measure (points, weights, thresholds) is a `Fraction`, a count an `int`; entries of arrays have an id; `basis`
holds citations that can be read alone ("09/2018/TT-BTTTT Điều 11"), resolved in the file that the rule stands in.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Literal

from emulrules.model.award import Award, Limit
from emulrules.model.criterion import Criterion, PointTable, Scale, Scoring, Stage
from emulrules.model.headship import Headship
from emulrules.model.order import Order, TieStep
from emulrules.model.review import CouncilAbove, Review
from emulrules.model.rule import Asked, Rule
from emulrules.model.source import Source, Trust
from emulrules.model.succession import DatedRoster, Succession
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = [
    "UNDEFINABLE",
    "Base",
    "Cluster",
    "Condition",
    "Gate",
    "Ruleset",
    "Span",
    "UndefinedRule",
    "Unit",
    "Voting",
    "years",
]

UNDEFINABLE: Final = (
    "criteria",
    "scale",
    "scoring",
    "order",
    "ties",
    "gates",
    "conditions",
    "voting",
    "awards",
    "headship",
    "headship.by",
    "headship.bars",
    "headship.deputies",
    "headship.recognition",
)
"""What `[[undefined]]` may name, besides `awards.<id>.quota`, `awards.<id>.choose` and `reviews.<id>`."""


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
        return years(self.first) <= years(season) and (self.last is None or years(season) <= years(self.last))


def years(season: str) -> tuple[int, int]:
    """The years in which a season begins and ends.

    >>> years("2018-2019"), years("2021")
    ((2018, 2019), (2021, 2021))
    """
    first, _, last = season.partition("-")
    return int(first), int(last or first)


@frozen
class Unit:
    """A member of a cluster: its full name, and other spellings that mean the same unit.

    `type` is what kind of unit it is, where seats turn on it; `within` names its parents, such as its province.
    """

    name: str
    aliases: tuple[str, ...] = ()
    type: str | None = None
    within: Table[str, str] = field(factory=Table, converter=table)


@frozen
class Cluster:
    """A cluster or bloc, the ids of its members, and the point table that it is scored by, where there are several."""

    name: str
    members: tuple[str, ...]
    basis: tuple[str, ...]
    trust: Trust
    kind: Literal["cluster", "bloc"] = "cluster"
    table: str | None = None


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
    """What the meeting must fulfil for its decisions to stand: a share of the members present, or taking part.

    Who takes part is present, or gave an opinion in writing or a proxy, as `[voting]` allows it.
    """

    id: str
    what: Literal["present", "taking-part"]
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
class Voting:
    """What becomes of the votes of absent members: given in writing, by proxy, or not counted."""

    absent: Literal["written", "proxy", "excluded"]
    basis: tuple[str, ...]
    trust: Trust

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("voting", self.basis, self.trust)


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
    tables: Table[str, PointTable] = field(factory=Table, converter=table)
    stages: tuple[Stage, ...] = ()
    scoring: Scoring | None = None
    criteria: tuple[Criterion, ...] = ()
    gates: tuple[Gate, ...] = ()
    conditions: tuple[Condition, ...] = ()
    voting: Voting | None = None
    order: Order | None = None
    ties: tuple[TieStep, ...] = ()
    awards: tuple[Award, ...] = ()
    limits: tuple[Limit, ...] = ()
    councils: Table[str, CouncilAbove] = field(factory=Table, converter=table)
    reviews: tuple[Review, ...] = ()
    headship: Headship | None = None
    undefined: tuple[UndefinedRule, ...] = ()
    rosters: tuple[DatedRoster, ...] = ()
    successions: tuple[Succession, ...] = ()

    @property
    def facts(self) -> frozenset[str]:
        """The facts that a gate, a bar or a ground of an award turns on."""
        bars = () if self.headship is None else self.headship.bars
        grounds = [ground.fact for award in self.awards for ground in award.grounds if ground.fact is not None]
        named = [gate.fact for gate in self.gates] + [bar.fact for bar in bars if bar.fact is not None]
        return frozenset(named + grounds)

    @property
    def won_before(self) -> frozenset[str]:
        """The awards of the season before that some award turns on."""
        return frozenset(other for award in self.awards for other in award.won_before)

    @property
    def had_before(self) -> frozenset[str]:
        """The facts of the season before that some award turns on."""
        return frozenset(fact for award in self.awards for fact in award.had_before)

    @property
    def has_typed_offices(self) -> bool:
        """Whether an office may be held by units of one type only, so that the type of every unit must be known."""
        headship = self.headship
        return headship is not None and any((headship.type, *(seat.type for seat in headship.deputies or ())))

    def stages_of(self, criterion: Criterion) -> tuple[Stage, ...]:
        """The stages that may score the leaf `criterion`, in their order; of a deduction, those that may impose it."""
        named = criterion.imposed_by or criterion.stages
        return tuple(stage for stage in self.stages if not named or stage.id in named)

    def undefined_rule(self, what: str) -> UndefinedRule | None:
        """The entry of `[[undefined]]` that names `what`, if there is one."""
        return next((rule for rule in self.undefined if rule.what == what), None)
