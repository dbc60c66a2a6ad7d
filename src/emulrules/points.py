"""Points: what each leaf criterion gives each unit, by its method.

Every cell is needed once any score is given: a missing one, one of the wrong form or one outside the bounds is a fault
that names the unit. A cell that does not apply gives None, which is not zero. In a deduction, what is entered is the
number of points taken off, so points are never greater than 0 there.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Final

from emulrules.errors import Fault, SeasonError
from emulrules.model.answers import Points
from emulrules.model.cell import Cell, Mark, Ratio
from emulrules.model.criterion import Criterion
from emulrules.model.exact import spell
from emulrules.model.rule import Rule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.trace import Trace

__all__ = ["Leaf", "leaf_points", "leaves"]

Leaf = dict[str, Fraction | None]
"""Points by unit; None does not apply."""

_ZERO: Final = Fraction(0)


class _CellError(Exception):
    """What is wrong with one cell: a code, and the data of its sentence besides unit and criterion."""

    def __init__(self, code: str, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = {name: spell(value) if isinstance(value, Fraction) else value for name, value in data.items()}


def _number(cell: Cell) -> Fraction:
    if not isinstance(cell, Fraction):
        raise _CellError("cell-not-number", got=_shown(cell))
    return cell


def _shown(cell: Cell) -> str:
    if isinstance(cell, Mark):
        return cell.value
    return "{ actual, plan }" if isinstance(cell, Ratio) else spell(cell)


def _signed(criterion: Criterion, points: Fraction) -> Fraction:
    return -points if criterion.kind == "deduction" else points


def _entered(criterion: Criterion, cell: Cell) -> Fraction:
    """The points themselves."""
    points = _number(cell)
    if points.numerator < 0:
        raise _CellError("cell-negative-deduction" if criterion.kind == "deduction" else "cell-below-zero", got=points)
    if criterion.max is not None and points > criterion.max:
        raise _CellError("cell-above-max", got=points, max=criterion.max)
    return _signed(criterion, points)


def _proportion(criterion: Criterion, cell: Cell) -> Fraction | None:
    """max · actual / plan, at most max."""
    if not isinstance(cell, Ratio):
        raise _CellError("cell-not-ratio", got=_shown(cell))
    if cell.actual < 0:
        raise _CellError("cell-below-zero", got=cell.actual)
    if cell.plan is None:
        if criterion.no_target is None:
            raise _CellError("cell-without-plan")
        return None
    if cell.plan <= 0:
        raise _CellError("cell-plan-not-positive", got=cell.plan)
    most = criterion.max or _ZERO
    return _signed(criterion, min(most, most * cell.actual / cell.plan))


def _pass_fail(criterion: Criterion, cell: Cell) -> Fraction:
    """max for a pass and nothing for a fail; in a deduction, a fail takes max off."""
    if cell is not Mark.PASS and cell is not Mark.FAIL:
        raise _CellError("cell-not-pass-fail", got=_shown(cell))
    counts = cell is (Mark.FAIL if criterion.kind == "deduction" else Mark.PASS)
    return _signed(criterion, criterion.max or _ZERO) if counts else _ZERO


def _bands(criterion: Criterion, cell: Cell) -> Fraction:
    """The points of the first band that the value reaches, in the order in which they are written."""
    value = _number(cell)
    if criterion.least is not None and value < criterion.least:
        raise _CellError("cell-below-least", got=value, least=criterion.least)
    if criterion.most is not None and value > criterion.most:
        raise _CellError("cell-above-most", got=value, most=criterion.most)
    for band in criterion.bands:
        at_least = band.at_least is None or value >= band.at_least
        if at_least and (band.more_than is None or value > band.more_than):
            return _within(criterion, band.points)
    raise _CellError("cell-in-no-band", got=value)


def _count(criterion: Criterion, cell: Cell) -> Fraction:
    """Count times points of each, up to max where there is one."""
    count = _number(cell)
    if count.denominator != 1 or count < 0:
        raise _CellError("cell-not-count", got=count)
    points = count * (criterion.each or _ZERO)
    if criterion.max is not None:
        points = max(points, -criterion.max) if criterion.kind == "deduction" else min(points, criterion.max)
    return _within(criterion, points)


_METHODS: Final[dict[str, Callable[[Criterion, Cell], Fraction | None]]] = {
    "entered": _entered,
    "proportion": _proportion,
    "pass-fail": _pass_fail,
    "bands": _bands,
    "count": _count,
}


def leaves(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria that carry cells: those with a method."""
    return tuple(criterion for criterion in criteria if criterion.method is not None)


def leaf_points(
    criteria: tuple[Criterion, ...],
    season: Season,
    units: tuple[str, ...],
    ask: Callable[[Criterion], Points],
    trace: Trace,
) -> dict[str, Leaf]:
    """Points of every leaf for every unit of `units`, one step a cell; `ask` gives those of the method `policy`.

    Raises `SeasonError` with every cell that is missing or wrong.
    """
    faults: list[Fault] = []
    points: dict[str, Leaf] = {}
    inner = {criterion.id for criterion in criteria if criterion.method is None}
    faults.extend(
        Fault("criterion-no-leaf", ("scores", id_), {"criterion": id_}) for id_ in season.scores if id_ in inner
    )
    for criterion in leaves(criteria):
        if criterion.method == "policy":
            points[criterion.id] = _given(criterion, units, ask(criterion), trace)
        else:
            points[criterion.id] = _computed(criterion, season, units, faults, trace)
    if faults:
        raise SeasonError(faults)
    return points


def _given(criterion: Criterion, units: tuple[str, ...], answer: Points, trace: Trace) -> Leaf:
    for unit in units:
        trace.step("points", answer.values[unit], rule=answer.rule, unit=unit, criterion=criterion.id)
    return dict(answer.values)


def _computed(criterion: Criterion, season: Season, units: tuple[str, ...], faults: list[Fault], trace: Trace) -> Leaf:
    cells = season.scores.get(criterion.id, Table())
    method = _METHODS[criterion.method or "entered"]
    rule = criterion.rule
    leaf: Leaf = {}
    if units and not cells:
        data = {"criterion": criterion.id, "units": len(units)}
        faults.append(Fault("criterion-missing", ("scores",), data))
        return leaf
    for unit in units:
        cell = cells.get(unit)
        try:
            value = _cell(criterion, cell, method)
        except _CellError as wrong:
            path = ("scores", criterion.id) if cell is None else ("scores", criterion.id, unit)
            faults.append(Fault(wrong.code, path, {"unit": unit, "criterion": criterion.id, **wrong.data}))
            continue
        leaf[unit] = value
        _note(trace, rule, unit, cell, value)
    return leaf


def _cell(
    criterion: Criterion, cell: Cell | None, method: Callable[[Criterion, Cell], Fraction | None]
) -> Fraction | None:
    if cell is None:
        raise _CellError("cell-missing-ratio" if criterion.method == "proportion" else "cell-missing")
    if cell is Mark.NOT_APPLICABLE:
        if criterion.not_applicable is None:
            raise _CellError("cell-not-applicable")
        return None
    return method(criterion, cell)


def _within(criterion: Criterion, value: Fraction) -> Fraction:
    """The value, where the ruleset's own figures keep it inside the criterion's bounds."""
    if criterion.kind == "deduction":
        inside = value <= 0
    else:
        inside = value >= 0 and (criterion.max is None or value <= criterion.max)
    if not inside:
        raise _CellError("cell-out-of-range", got=value)
    return value


def _note(trace: Trace, rule: Rule, unit: str, cell: Cell | None, value: Fraction | None) -> None:
    if isinstance(cell, Ratio):
        trace.step("points", value, rule=rule, unit=unit, actual=cell.actual, plan=cell.plan)
    else:
        trace.step("points", value, rule=rule, unit=unit, cell=cell.value if isinstance(cell, Mark) else cell)
