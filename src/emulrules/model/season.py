"""A season: what one cluster's year was, and what people decided in it.

Shapes: units and criteria are named by id; a measure is a `Fraction`, a count an `int`, a day a `date`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from attrs import evolve

from emulrules.model.cell import Cell
from emulrules.model.criterion import Criterion
from emulrules.model.source import Source, Trust
from emulrules.model.succession import Succession
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = [
    "Act",
    "Council",
    "Former",
    "Meeting",
    "Outgoing",
    "Recognition",
    "Season",
    "TurnEvent",
    "Turns",
    "UnitEntry",
]


def _tuple(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _optional_table(values: Mapping[str, int] | None) -> Table[str, int] | None:
    return None if values is None else table(values)


@frozen
class Act:
    """What people decided, as the answer to one question.

    Exactly one of `choice` (units), `votes` (a number per unit), `number`, `places` (a place per unit) and `value` (a
    word, such as what became of a hold) is given, or none when `held` is false: the step was not taken. `among` is the
    set that was voted on, `ballots` how many ballots were cast, `names` how many names a ballot could hold (None: each
    unit was voted on yes or no).
    """

    question: str
    source: str
    trust: Trust
    choice: tuple[str, ...] | None = field(default=None, converter=_tuple)
    votes: Table[str, int] | None = field(default=None, converter=_optional_table)
    number: int | None = None
    places: Table[str, int] | None = field(default=None, converter=_optional_table)
    value: str | None = None
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
    """The year-end meeting: how many units were `present`, gave their opinion in writing, or sent a proxy.

    None where it is not stated.
    """

    present: int | None = None
    consulted: int | None = None
    proxies: int | None = None


@frozen
class Council:
    """The council above the cluster; `members` is how many it has, None where it is not stated."""

    members: int | None = None


@frozen
class TurnEvent:
    """What happened to a unit's turn this season: it joined or left the queue, declined, or was elected out of turn."""

    unit: str
    event: Literal["joined", "left", "declined", "elected"]
    source: str


@frozen
class Turns:
    """Whose turn it is to lead: the units in their order, the next one first, and what happened to it this season.

    `queue` None is that of the former record, which needs no `source`; for hooks also one that is not known, since it
    is not said who has the turn of a unit that others have succeeded.
    """

    queue: tuple[str, ...] | None = field(default=None, converter=_tuple)
    source: str | None = None
    events: tuple[TurnEvent, ...] = ()


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
    type: str | None = None
    within: Table[str, str] = field(factory=Table, converter=table)


@frozen
class Recognition:
    """The document by which the level above recognised the head and deputies that the cluster chose."""

    source: str
    on: date | None = None


@frozen
class Former:
    """A former season of the cluster: the id of its `record`, and what was read from it.

    `head` and `deputies` are those whom it chose for the season after it, `turns` the queue that it left, the next one
    first; None where it settled none. `awards` are the units that it proposed for each award that it settled, `facts`
    the units that had each fact that it knew. Units are named by the ids that they had. `authority` is whose rules it
    was decided under, None while nobody has read the record.
    """

    record: str
    authority: str | None = None
    head: str | None = None
    deputies: tuple[str, ...] | None = field(default=None, converter=_tuple)
    turns: tuple[str, ...] | None = field(default=None, converter=_tuple)
    awards: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    facts: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)


@frozen
class Season:
    """One cluster, one year.

    `criteria` are the cluster's own signed table, `before` who won which award in the season before, `turns` the queue,
    `facts_before` who had which fact in the season before, `former` are the former seasons that it builds on, by id,
    `successions` those that its ruleset does not know yet.
    """

    ruleset: str
    cluster: str
    id: str
    in_force: date | None = None
    sources: Table[str, Source] = field(factory=Table, converter=table)
    outgoing: Outgoing = Outgoing()
    meeting: Meeting = Meeting()
    council: Council = Council()
    facts: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    before: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    facts_before: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    turns: Turns | None = None
    units: Table[str, UnitEntry] = field(factory=Table, converter=table)
    criteria: tuple[Criterion, ...] = ()
    scores: Table[str, Table[str, Cell]] = field(factory=Table, converter=table)
    recognised: Recognition | None = None
    acts: tuple[Act, ...] = ()
    former: Table[str, Former] = field(factory=Table, converter=table)
    successions: tuple[Succession, ...] = ()

    def with_act(self, act: Act | None = None, /, **fields: Any) -> "Season":
        """This season with one act more: an `Act`, or the fields of one."""
        return evolve(self, acts=(*self.acts, Act(**fields) if act is None else act))

    def without_acts(self) -> "Season":
        """This season as hooks see it: the year's facts without what people decided."""
        return evolve(self, acts=())
