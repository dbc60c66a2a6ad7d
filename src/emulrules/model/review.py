"""A review: what the council above several clusters decides on what they propose.

Proposed and granted are two stages, and never stand in one list.
"""

from typing import Literal

from emulrules.model.award import Choose, OverQuota
from emulrules.model.rule import Rule
from emulrules.model.source import Trust
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = ["CouncilAbove", "Granted", "Proposal", "Review", "Reviewed"]


@frozen
class CouncilAbove:
    """A council that reviews what several clusters propose."""

    name: str
    basis: tuple[str, ...]
    trust: Trust

    def rule(self, id_: str) -> Rule:
        """How steps name the council with this id."""
        return Rule(f"councils.{id_}", self.basis, self.trust)


@frozen
class Review:
    """How the council decides on one award, which `id` names.

    It looks at what the clusters propose, or (`among` leaders) at the unit that leads each cluster. `choose` and
    `over_quota` are chains as an award has them. `requires` and `excludes` name awards that the council has granted.
    Where it `raises`, the level above decides, and the council only puts units up.
    """

    id: str
    basis: tuple[str, ...]
    trust: Trust
    among: Literal["proposals", "leaders"] = "proposals"
    choose: tuple[Choose, ...] = ()
    over_quota: tuple[OverQuota, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    raises: bool = False
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(f"reviews.{self.id}", self.basis, self.trust)


@frozen
class Proposal:
    """A unit that a cluster proposes for an award; `held` where a gate delays it."""

    award: str
    unit: str
    state: Literal["proposed", "held"]


@frozen
class Reviewed:
    """One cluster's decision, as far as a council needs it; `record` is the id of its record.

    `units` are those that are not out, with their names, `within` their parents. `leader` is the one that stands alone
    in the first place, None where none does.
    """

    record: str
    ruleset: str
    cluster: str
    units: Table[str, str] = field(converter=table)
    within: Table[str, Table[str, str]] = field(factory=Table, converter=table)
    leader: str | None = None
    proposals: tuple[Proposal, ...] = ()


@frozen
class Granted:
    """What became of one proposal: granted, raised to the level above, held, or cut.

    `why` says why it was cut: its `limit` is full, so is what may go to its `parent`, the council chose others
    (`not-chosen`) or too few voted for it (`votes`), or an award that it needs (`requires`) or shuts it out
    (`excludes`) decides.
    """

    award: str
    unit: str
    state: Literal["granted", "raised", "held", "cut"]
    why: str | None
    basis: tuple[str, ...]
