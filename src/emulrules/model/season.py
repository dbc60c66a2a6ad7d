"""A season: what one cluster's year was, and what people decided in it.

Shapes: units and criteria are named by id; a measure is a `Fraction`, a count an `int`, a day a `date`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Literal

from attrs import evolve, field, frozen

from emulrules.model.table import Table, table

__all__ = [
    "Act",
    "Cell",
    "Mark",
    "Meeting",
    "Outgoing",
    "Ratio",
    "Recognition",
    "Season",
    "Source",
    "Trust",
    "UnitEntry",
]

Trust = Literal["read", "reported", "assumed"]


class Mark(Enum):
    """A cell that is no number."""

    NOT_APPLICABLE = "n/a"
    PASS = "pass"
    FAIL = "fail"


@frozen
class Ratio:
    """What was done against what was planned, in the criterion's own unit; `plan` None is a cell without a target."""

    actual: Fraction
    plan: Fraction | None = None


Cell = Fraction | Ratio | Mark


def _tuple(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _optional_table(values: Mapping[str, int] | None) -> Table[str, int] | None:
    return None if values is None else table(values)


@frozen
class Source:
    """A document that a rule, a figure or an act rests on."""

    document: str
    number: str | None = None
    issued: date | None = None
    seen: str | None = None

    @property
    def cited(self) -> str:
        """How it is cited: by its number where it has one, otherwise by its title."""
        return self.number or self.document


@frozen
class Act:
    """What people decided, as the answer to one question.

    Exactly one of `choice` (units), `votes` (a number per unit), `number` and `places` (a place per unit) is given,
    or none when `held` is false: the step was not taken. `among` is the set that was voted on, `ballots` how many
    ballots were cast, `names` how many names a ballot could hold (None: each unit was voted on yes or no).
    """

    question: str
    source: str
    trust: Trust
    choice: tuple[str, ...] | None = field(default=None, converter=_tuple)
    votes: Table[str, int] | None = field(default=None, converter=_optional_table)
    number: int | None = None
    places: Table[str, int] | None = field(default=None, converter=_optional_table)
    held: bool = True
    among: tuple[str, ...] | None = field(default=None, converter=_tuple)
    ballots: int | None = None
    names: int | None = None
    decided_by: str | None = None
    on: date | None = None


@frozen
class Outgoing:
    """Which units held the offices in this season; None where it is not stated."""

    head: str | None = None
    deputies: tuple[str, ...] | None = field(default=None, converter=_tuple)


@frozen
class Meeting:
    """The year-end meeting; `present` is a number of units, None where it is not stated."""

    present: int | None = None


@frozen
class UnitEntry:
    """Figures of a unit in this season (numbers of people), and a change of the roster with its basis.

    `roster` is `joins` for a unit that the ruleset's roster lacks, `leaves` for one that was no member this season.
    """

    women: int | None = None
    staff: int | None = None
    roster: Literal["joins", "leaves"] | None = None
    name: str | None = None
    source: str | None = None


@frozen
class Recognition:
    """The document by which the level above recognised the head and deputies that the cluster chose."""

    source: str
    on: date | None = None


@frozen
class Season:
    """One cluster, one year."""

    ruleset: str
    cluster: str
    id: str
    in_force: date | None = None
    sources: Table[str, Source] = field(factory=Table, converter=table)
    outgoing: Outgoing = Outgoing()
    meeting: Meeting = Meeting()
    facts: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    units: Table[str, UnitEntry] = field(factory=Table, converter=table)
    scores: Table[str, Table[str, Cell]] = field(factory=Table, converter=table)
    recognised: Recognition | None = None
    acts: tuple[Act, ...] = ()
    former: tuple[str, ...] = ()

    def with_act(self, act: Act | None = None, /, **fields: Any) -> "Season":
        """This season with one act more: an `Act`, or the fields of one."""
        return evolve(self, acts=(*self.acts, Act(**fields) if act is None else act))

    def without_acts(self) -> "Season":
        """This season as hooks see it: the year's facts without what people decided."""
        return evolve(self, acts=())
