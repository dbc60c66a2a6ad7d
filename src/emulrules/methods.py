"""Methods: what a leaf criterion makes of one column of cells, which is one cell for each unit that is scored.

A method sees the whole column, since some measure one unit by another. A cell of the wrong form or outside the bounds
is a fault of its unit; one that does not apply gives None, which is not zero. In a deduction, what is entered is the
number of points taken off, so points are never greater than 0 there.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple

from emulrules.model.cell import Held, Mark, Net, Ratio, Score
from emulrules.model.criterion import Criterion
from emulrules.model.exact import exceeds, scaled, spell
from emulrules.model.names import nearest
from emulrules.model.table import Table
from emulrules.value import frozen

__all__ = ["CellError", "Column", "Leaf", "measure"]

Leaf = dict[str, Fraction | None]
"""Points by unit; None does not apply."""

_ZERO: Final = Fraction(0)


class CellError(Exception):
    """What is wrong with one cell: a code, and the data of its sentence besides unit and criterion."""

    def __init__(self, code: str, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = {name: spell(value) if isinstance(value, Fraction) else value for name, value in data.items()}


@frozen
class Column:
    """What a method made of one column: every unit of it has points, or something wrong with its cell.

    `inputs` say for each unit with points what they were made from, as its step shows it. `compared` is the part of
    these that tells what a unit was compared with, for the units whose points turn on those of others.
    """

    points: Leaf
    inputs: dict[str, Table[str, Any]]
    wrong: dict[str, CellError]
    compared: dict[str, dict[str, Any]]


def measure(criterion: Criterion, cells: Mapping[str, Score]) -> Column:
    """The points of a leaf for every unit of `cells`, which are all units that are not out.

    The leaf has a method that data says, so any but `policy`.
    """
    column = Column({}, {}, {}, {})
    _METHODS[str(criterion.method)](criterion, cells, column)
    for unit in column.points:
        column.inputs[unit] = _said(cells[unit])
    for unit, compared in column.compared.items():
        column.inputs[unit] = Table({**column.inputs[unit], **compared})
    return column


def _said(cell: Score) -> Table[str, Any]:
    """What a cell says, as a step shows it."""
    if isinstance(cell, Fraction):
        return Table(cell=cell)
    if isinstance(cell, Ratio):
        return Table(actual=cell.actual, plan=cell.plan)
    if isinstance(cell, Net):
        return Table(plus=cell.plus, minus=cell.minus)
    return Table(held=cell.awards) if isinstance(cell, Held) else Table(cell=cell.value)


_Method = Callable[[Criterion, Mapping[str, Score], Column], None]


def _each(
    method: Callable[[Criterion, Score], Fraction | None],
    criterion: Criterion,
    cells: Mapping[str, Score],
    column: Column,
) -> None:
    """The column by a method that looks at one cell at a time."""
    for unit, cell in cells.items():
        try:
            column.points[unit] = method(criterion, cell) if _applies(criterion, cell) else None
        except CellError as error:
            column.wrong[unit] = error


def _applies(criterion: Criterion, cell: Score) -> bool:
    """Whether the cell says anything; that the criterion does not apply is refused where it must."""
    if cell is Mark.NOT_APPLICABLE and criterion.not_applicable is None:
        raise CellError("cell-not-applicable")
    return cell is not Mark.NOT_APPLICABLE


def _number(cell: Score) -> Fraction:
    if not isinstance(cell, Fraction):
        raise CellError("cell-not-number", got=_shown(cell))
    return cell


def _shown(cell: Score) -> str:
    if isinstance(cell, Mark):
        return cell.value
    if isinstance(cell, Ratio):
        return "{ actual, plan }"
    if isinstance(cell, Net):
        return "{ plus, minus }"
    return f"[{', '.join(cell.awards)}]" if isinstance(cell, Held) else spell(cell)


def _signed(criterion: Criterion, points: Fraction) -> Fraction:
    return -points if criterion.kind == "deduction" else points


def _entered(criterion: Criterion, cell: Score) -> Fraction:
    """The points themselves."""
    points = _number(cell)
    if points.numerator < 0:
        raise CellError("cell-negative-deduction" if criterion.kind == "deduction" else "cell-below-zero", got=points)
    if criterion.max is not None and exceeds(points, criterion.max):
        raise CellError("cell-above-max", got=points, max=criterion.max)
    return _signed(criterion, points)


def _ratio(criterion: Criterion, cell: Score) -> Ratio:
    """What was done and what was planned; without a plan only where the ruleset says what that means."""
    if not isinstance(cell, Ratio):
        raise CellError("cell-not-ratio", got=_shown(cell))
    if cell.actual.numerator < 0:
        raise CellError("cell-below-zero", got=cell.actual)
    if cell.plan is None and criterion.no_target is None:
        raise CellError("cell-without-plan")
    if cell.plan is not None and cell.plan.numerator <= 0:
        raise CellError("cell-plan-not-positive", got=cell.plan)
    return cell


def _proportion(criterion: Criterion, cell: Score) -> Fraction | None:
    """max · actual / plan, at most max unless the criterion says `above_max`."""
    done = _ratio(criterion, cell)
    if done.plan is None:
        return None
    most = criterion.max or _ZERO
    points = scaled(most, done.actual, done.plan)
    return _signed(criterion, most if not criterion.above_max and exceeds(points, most) else points)


def _pass_fail(criterion: Criterion, cell: Score) -> Fraction:
    """max for a pass and nothing for a fail; in a deduction, a fail takes max off."""
    if cell is not Mark.PASS and cell is not Mark.FAIL:
        raise CellError("cell-not-pass-fail", got=_shown(cell))
    counts = cell is (Mark.FAIL if criterion.kind == "deduction" else Mark.PASS)
    return _signed(criterion, criterion.max or _ZERO) if counts else _ZERO


def _bands(criterion: Criterion, cell: Score) -> Fraction:
    """The points of the first band that the value reaches, in the order in which they are written."""
    value = _number(cell)
    if criterion.least is not None and value < criterion.least:
        raise CellError("cell-below-least", got=value, least=criterion.least)
    if criterion.most is not None and value > criterion.most:
        raise CellError("cell-above-most", got=value, most=criterion.most)
    for band in criterion.bands:
        at_least = band.at_least is None or value >= band.at_least
        if at_least and (band.more_than is None or value > band.more_than):
            return _within(criterion, band.points)
    raise CellError("cell-in-no-band", got=value)


def _count(criterion: Criterion, cell: Score) -> Fraction:
    """Count times points of each, up to max where there is one."""
    points = _whole(_number(cell)) * (criterion.each or _ZERO)
    if criterion.max is not None:
        points = max(points, -criterion.max) if criterion.kind == "deduction" else min(points, criterion.max)
    return _within(criterion, points)


def _whole(count: Fraction) -> Fraction:
    if count.denominator != 1 or count < 0:
        raise CellError("cell-not-count", got=count)
    return count


def _net(criterion: Criterion, cell: Score) -> Fraction:
    """plus · each + minus · each_minus, not below min nor above max, where these are stated."""
    if not isinstance(cell, Net):
        raise CellError("cell-not-net", got=_shown(cell))
    points = _whole(cell.plus) * (criterion.each or _ZERO) + _whole(cell.minus) * (criterion.each_minus or _ZERO)
    if criterion.min is not None:
        points = max(points, criterion.min)
    return points if criterion.max is None else min(points, criterion.max)


def _held(criterion: Criterion, cell: Score) -> Fraction:
    """The points of every award that the unit holds, up to max where there is one."""
    if not isinstance(cell, Held):
        raise CellError("cell-not-held", got=_shown(cell))
    by_award = {held.award: held.points for held in criterion.held}
    points = _ZERO
    for index, award in enumerate(cell.awards):
        if award not in by_award:
            # Taken for nothing, a slip of the pen would cost the unit its points in silence.
            raise CellError("cell-award", award=award, known=nearest(award, by_award))
        if award in cell.awards[:index]:
            raise CellError("cell-award-twice", award=award)
        points += by_award[award]
    return points if criterion.max is None else _signed(criterion, min(_signed(criterion, points), criterion.max))


def _relative(criterion: Criterion, cells: Mapping[str, Score], column: Column) -> None:
    """By the best of the column: those with a plan among themselves, and those without one among themselves."""
    planned: dict[str, _Planned] = {}
    free: dict[str, Fraction] = {}
    for unit, cell in cells.items():
        try:
            done = _ratio(criterion, cell) if _applies(criterion, cell) else None
        except CellError as error:
            column.wrong[unit] = error
            continue
        if done is None:
            column.points[unit] = None
        elif done.plan is not None:
            planned[unit] = _Planned(done.actual, done.actual / done.plan)
        elif criterion.no_target == "own-group":
            free[unit] = done.actual
        else:
            column.points[unit] = None
    _by_leader(criterion, planned, column)
    _by_greatest(criterion, free, column)


class _Planned(NamedTuple):
    """What was done, and how much that is of the plan."""

    amount: Fraction
    ratio: Fraction


def _by_leader(criterion: Criterion, planned: Mapping[str, _Planned], column: Column) -> None:
    """At the plan `at_plan`, below it in proportion, the leader `max`, between them by how far the plan was passed."""
    most, at_plan = criterion.max or _ZERO, criterion.at_plan or _ZERO
    by_amount = criterion.leader == "amount"
    above = {unit: done.amount if by_amount else done.ratio for unit, done in planned.items() if done.ratio > 1}
    best = max(above.values(), default=_ZERO)
    leaders = tuple(sorted(unit for unit, value in above.items() if value == best))
    lead = max((planned[unit].ratio for unit in leaders), default=_ZERO)
    for unit, done in planned.items():
        if unit not in above:
            column.points[unit] = at_plan * done.ratio
            continue
        points = at_plan + (most - at_plan) * (done.ratio - 1) / (lead - 1)
        # Whoever leads by amount may have passed its plan by less than others, who would then exceed the maximum.
        column.points[unit] = most if unit in leaders else min(most, points)
        column.compared[unit] = {"leader": leaders, "lead": lead}


def _by_greatest(criterion: Criterion, free: Mapping[str, Fraction], column: Column) -> None:
    """max · actual / the greatest actual; where nobody did anything, nobody gets anything."""
    most, greatest = criterion.max or _ZERO, max(free.values(), default=_ZERO)
    for unit, actual in free.items():
        column.points[unit] = most * actual / greatest if greatest else _ZERO
        column.compared[unit] = {"greatest": greatest}


def _within(criterion: Criterion, value: Fraction) -> Fraction:
    """The value, where the ruleset's own figures keep it inside the criterion's bounds."""
    if criterion.kind == "deduction":
        inside = value <= 0
    else:
        inside = value >= 0 and (criterion.max is None or value <= criterion.max)
    if not inside:
        raise CellError("cell-out-of-range", got=value)
    return value


_METHODS: Final[dict[str, _Method]] = {
    "entered": partial(_each, _entered),
    "proportion": partial(_each, _proportion),
    "pass-fail": partial(_each, _pass_fail),
    "bands": partial(_each, _bands),
    "count": partial(_each, _count),
    "net": partial(_each, _net),
    "held": partial(_each, _held),
    "relative": _relative,
}
