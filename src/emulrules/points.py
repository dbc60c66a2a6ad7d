"""Points: what each leaf criterion gives each unit.

Every cell is needed once any score is given: a missing one, or one that its method refuses, is a fault that names the
unit. Cells of units that are out are not read. Where a leaf was scored in stages, its method measures one stage after
the other.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault, SeasonError
from emulrules.methods import CellError, Column, Leaf, measure
from emulrules.model.answers import Points
from emulrules.model.cell import Score
from emulrules.model.criterion import Criterion, Scoring, Stage
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.rounding import note_rounded
from emulrules.stages import Sheets, final_points, scoring_of, sheets_of, staged_name
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
    rules: Ruleset,
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
    inner = {criterion.id for criterion in rules.criteria if criterion.method is None}
    faults.extend(
        Fault("criterion-no-leaf", ("scores", id_), {"criterion": id_}) for id_ in season.scores if id_ in inner
    )
    for criterion in leaves(rules.criteria):
        if criterion.method == "policy":
            leaf = _given(criterion, units, ask(criterion), trace)
        else:
            leaf = _computed(criterion, season, units, rules, faults, trace)
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


def _computed(
    criterion: Criterion,
    season: Season,
    units: tuple[str, ...],
    rules: Ruleset,
    faults: list[Fault],
    trace: Trace,
) -> Leaf:
    cells = season.scores.get(criterion.id, Table())
    if units and not cells:
        data = {"criterion": criterion.id, "units": len(units)}
        faults.append(Fault("criterion-missing", ("scores",), data))
        return {}
    given = {unit: cells[unit] for unit in units if unit in cells}
    missing = CellError(_MISSING.get(str(criterion.method), "cell-missing"))
    faults.extend(_wrong(criterion.id, unit, missing, ("scores", criterion.id)) for unit in units if unit not in given)
    sheets = sheets_of(criterion, given, rules)
    faults.extend(sheets.faults)
    if sheets.staged:
        return _staged(criterion, sheets, units, rules, faults, trace)
    return _plain(criterion, sheets.plain, units, faults, trace)


def _plain(
    criterion: Criterion, cells: Mapping[str, Score], units: tuple[str, ...], faults: list[Fault], trace: Trace
) -> Leaf:
    """The points of cells that name no stage."""
    column, rule = _measured(criterion, cells, trace), criterion.rule
    for unit in units:
        if unit in column.points:
            trace.note("points", column.points[unit], rule, unit, column.inputs[unit])
        elif unit in column.wrong:
            faults.append(_wrong(criterion.id, unit, column.wrong[unit], ("scores", criterion.id, unit)))
    _warn_imposed(criterion, column.points, trace)
    return column.points


def _measured(criterion: Criterion, cells: Mapping[str, Score], trace: Trace) -> Column:
    column = measure(criterion, cells)
    if criterion.method == "relative":
        # What a unit gets turns on what others did: more points for one may be fewer for another.
        trace.warn("relative-scale", criterion.rule.path, column.compared)
    return column


def _wrong(name: str, unit: str, error: CellError, path: tuple[str, ...]) -> Fault:
    return Fault(error.code, path, {"unit": unit, "criterion": name, **error.data})


def _warn_imposed(criterion: Criterion, points: Leaf, trace: Trace) -> None:
    """Warns of deductions of which no stage says who imposed them, where not everybody may."""
    if not criterion.imposed_by:
        return
    taken = [unit for unit, value in points.items() if value is not None and value < 0]
    if taken:
        trace.warn("unchecked", criterion.rule.path, taken)


def _staged(
    criterion: Criterion, sheets: Sheets, units: tuple[str, ...], rules: Ruleset, faults: list[Fault], trace: Trace
) -> Leaf:
    """The points that count of what several stages gave, with a step for each stage."""
    columns = {stage: _measured(criterion, cells, trace) for stage, cells in sheets.staged.items()}
    given: dict[str, dict[Stage, Fraction | None]] = {}
    for stage, column in columns.items():
        for unit, error in column.wrong.items():
            path = ("scores", criterion.id, unit, stage.id)
            faults.append(_wrong(staged_name(criterion, stage), unit, error, path))
        for unit, value in column.points.items():
            given.setdefault(unit, {})[stage] = value
    for unit, points in given.items():
        if len({value is None for value in points.values()}) > 1:
            data = {"unit": unit, "criterion": criterion.id, "stages": _not_applying(points)}
            faults.append(Fault("cell-stages-differ", ("scores", criterion.id, unit), data))
    if faults:
        return {}  # what is wrong with cells is told before that nothing says which of them count
    scoring = scoring_of(criterion, sheets, rules)
    leaf: Leaf = {}
    for unit in units:
        for stage, column in columns.items():
            inputs = {"criterion": criterion.id, **column.inputs[unit]}
            trace.step("stage", given[unit][stage], rule=stage.rule, unit=unit, **inputs)
        leaf[unit] = _counted(criterion, scoring, given[unit], unit, trace)
    return leaf


def _not_applying(points: Mapping[Stage, Fraction | None]) -> str:
    return ", ".join(stage.id for stage, value in points.items() if value is None)


def _counted(
    criterion: Criterion, scoring: Scoring | None, points: Mapping[Stage, Fraction | None], unit: str, trace: Trace
) -> Fraction | None:
    stages = Table({stage.id: value for stage, value in points.items()})
    if scoring is None:
        (final,) = points.values()
    else:
        final = final_points(scoring, points)
        inputs = {"criterion": criterion.id, "take": scoring.take, "stages": stages}
        trace.step("take", final, rule=scoring.rule, unit=unit, **inputs)
    trace.step("points", final, rule=criterion.rule, unit=unit, stages=stages)
    return final
