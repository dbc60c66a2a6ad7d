"""Methods: what a leaf criterion makes of one column of cells, which is one cell for each unit that is scored.

A method sees the whole column, since some measure one unit by another. A cell of the wrong form or outside the bounds
is a fault of its unit; one that does not apply gives None, which is not zero. In a deduction, what is entered is the
number of points taken off, so points are never greater than 0 there.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from emulrules.model.cell import Held, Mark, Net, Ratio, Score
from emulrules.model.criterion import Criterion
from emulrules.model.exact import spell

__all__ = ["CellError", "Column", "Leaf", "measure", "said"]

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

    `inputs` say for each unit with points what they were made from, as its step shows it.
    """

    points: Leaf
    inputs: dict[str, dict[str, Any]]
    wrong: dict[str, CellError]


def measure(criterion: Criterion, cells: Mapping[str, Score]) -> Column:
    """The points of a leaf for every unit of `cells`, which are all units that are not out.

    The leaf has a method that data says, so any but `policy`.
    """
    points: Leaf = {}
    wrong: dict[str, CellError] = {}
    applying: dict[str, Score] = {}
    for unit, cell in cells.items():
        if cell is not Mark.NOT_APPLICABLE:
            applying[unit] = cell
        elif criterion.not_applicable is None:
            wrong[unit] = CellError("cell-not-applicable")
        else:
            points[unit] = None
    _METHODS[criterion.method or "entered"](criterion, applying, points, wrong)
    ordered = {unit: points[unit] for unit in cells if unit in points}
    return Column(ordered, {unit: said(cells[unit]) for unit in ordered}, wrong)


def said(cell: Score) -> dict[str, Any]:
    """What a cell says, as a step shows it."""
    if isinstance(cell, Ratio):
        return {"actual": cell.actual, "plan": cell.plan}
    return {"cell": cell.value if isinstance(cell, Mark) else cell}


_Method = Callable[[Criterion, Mapping[str, Score], Leaf, dict[str, CellError]], None]


def _each(method: Callable[[Criterion, Score], Fraction | None]) -> _Method:
    """A method that looks at one cell at a time."""

    def column(criterion: Criterion, cells: Mapping[str, Score], points: Leaf, wrong: dict[str, CellError]) -> None:
        for unit, cell in cells.items():
            try:
                points[unit] = method(criterion, cell)
            except CellError as error:
                wrong[unit] = error

    return column


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
    if criterion.max is not None and points > criterion.max:
        raise CellError("cell-above-max", got=points, max=criterion.max)
    return _signed(criterion, points)


def _proportion(criterion: Criterion, cell: Score) -> Fraction | None:
    """max · actual / plan, at most max."""
    if not isinstance(cell, Ratio):
        raise CellError("cell-not-ratio", got=_shown(cell))
    if cell.actual < 0:
        raise CellError("cell-below-zero", got=cell.actual)
    if cell.plan is None:
        if criterion.no_target is None:
            raise CellError("cell-without-plan")
        return None
    if cell.plan <= 0:
        raise CellError("cell-plan-not-positive", got=cell.plan)
    most = criterion.max or _ZERO
    return _signed(criterion, min(most, most * cell.actual / cell.plan))


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
    count = _number(cell)
    if count.denominator != 1 or count < 0:
        raise CellError("cell-not-count", got=count)
    points = count * (criterion.each or _ZERO)
    if criterion.max is not None:
        points = max(points, -criterion.max) if criterion.kind == "deduction" else min(points, criterion.max)
    return _within(criterion, points)


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
    "entered": _each(_entered),
    "proportion": _each(_proportion),
    "pass-fail": _each(_pass_fail),
    "bands": _each(_bands),
    "count": _each(_count),
}
