"""Points: what each leaf criterion gives each unit.

Every cell is needed once any score is given: a missing one, or one that its method refuses, is a fault that names the
unit. Cells of units that are out are not read.
"""

from collections.abc import Callable, Iterable
from typing import Final, cast

from emulrules.errors import Fault, SeasonError
from emulrules.methods import CellError, Leaf, measure
from emulrules.model.answers import Points
from emulrules.model.cell import Score
from emulrules.model.criterion import Criterion
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.rounding import note_rounded
from emulrules.trace import Trace

__all__ = ["leaf_points", "leaves"]

_MISSING: Final = {
    "held": "cell-missing-held",
    "net": "cell-missing-net",
    "proportion": "cell-missing-ratio",
    "relative": "cell-missing-ratio",
}
"""A cell that is missing is told in the form that it must have."""


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
            leaf = _given(criterion, units, ask(criterion), trace)
        else:
            leaf = _computed(criterion, season, units, faults, trace)
        points[criterion.id] = _rounded(criterion, leaf, trace)
    if faults:
        raise SeasonError(faults)
    return points


def _given(criterion: Criterion, units: tuple[str, ...], answer: Points, trace: Trace) -> Leaf:
    for unit in units:
        trace.step("points", answer.values[unit], rule=answer.rule, unit=unit, criterion=criterion.id)
    return dict(answer.values)


def _rounded(criterion: Criterion, leaf: Leaf, trace: Trace) -> Leaf:
    if criterion.rounding is None:
        return leaf
    return {
        unit: None if value is None else note_rounded(value, criterion.rounding, criterion.rule, unit, trace)
        for unit, value in leaf.items()
    }


def _computed(criterion: Criterion, season: Season, units: tuple[str, ...], faults: list[Fault], trace: Trace) -> Leaf:
    cells = season.scores.get(criterion.id, Table())
    rule = criterion.rule
    if units and not cells:
        data = {"criterion": criterion.id, "units": len(units)}
        faults.append(Fault("criterion-missing", ("scores",), data))
        return {}
    column = measure(criterion, {unit: cast(Score, cells[unit]) for unit in units if unit in cells})
    missing = _MISSING.get(str(criterion.method), "cell-missing")
    if criterion.method == "relative":
        # What a unit gets turns on what others did: more points for one may be fewer for another.
        trace.warn("relative-scale", rule.path, column.compared)
    for unit in units:
        if unit in column.points:
            trace.note("points", column.points[unit], rule, unit, column.inputs[unit])
        elif unit in column.wrong:
            faults.append(_wrong(criterion, unit, column.wrong[unit], ("scores", criterion.id, unit)))
        else:
            faults.append(_wrong(criterion, unit, CellError(missing), ("scores", criterion.id)))
    return column.points


def _wrong(criterion: Criterion, unit: str, error: CellError, path: tuple[str, ...]) -> Fault:
    return Fault(error.code, path, {"unit": unit, "criterion": criterion.id, **error.data})
