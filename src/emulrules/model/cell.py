"""Cells of a score sheet: what was entered for one unit under one criterion."""

from enum import Enum
from fractions import Fraction

from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = ["Cell", "Held", "Mark", "Net", "Ratio", "Score", "Staged"]


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


@frozen
class Net:
    """How often a unit earned points, and how often it lost some."""

    plus: Fraction
    minus: Fraction


def _sorted(awards: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(awards))


@frozen
class Held:
    """The awards that a unit holds already, by id, sorted, since their order says nothing."""

    awards: tuple[str, ...] = field(converter=_sorted)


Score = Fraction | Ratio | Net | Held | Mark


@frozen
class Staged:
    """One score sheet's cells by the stage that gave them, such as the unit itself and the council."""

    cells: "Table[str, Score]" = field(converter=table)


Cell = Score | Staged
