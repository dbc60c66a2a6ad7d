"""Stages: the sheets of one leaf, one for each stage that scored it, and which points count in the end.

Every unit of a leaf has cells of the same stages, or all have cells without one. Each stage's points are kept. Where
there are two stages or more, the ruleset says which points count; nothing is taken in silence. What applies in one
stage and not in another is a fault, since nobody could say whether it counts.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from emulrules.errors import Fault, RulesetError
from emulrules.model.cell import Cell, Score, Staged
from emulrules.model.criterion import Criterion, Scoring, Stage
from emulrules.model.ruleset import Ruleset
from emulrules.value import frozen

__all__ = ["Sheets", "final_points", "scoring_of", "sheets_of", "staged_name"]

Points = Mapping[Stage, Fraction | None]
"""One unit's points of one leaf by stage, in the order of the stages; None does not apply."""


@frozen
class Sheets:
    """The cells of one leaf by stage, then unit, in the order of the stages; `plain` are cells that name no stage.

    Only one of the two holds any. `faults` say of each unit which stages it lacks, and which ones it cannot have.
    """

    plain: dict[str, Score]
    staged: dict[Stage, dict[str, Score]]
    faults: tuple[Fault, ...]


def staged_name(criterion: Criterion, stage: Stage) -> str:
    """How a fault names a criterion in one stage: as the column of a sheet is named."""
    return f"{criterion.id}@{stage.id}"


def sheets_of(criterion: Criterion, cells: Mapping[str, Cell], rules: Ruleset) -> Sheets:
    """The sheets of the leaf `criterion`, of which `cells` are those of the units that are not out."""
    plain: dict[str, Score] = {}
    given: dict[str, Mapping[str, Score]] = {}
    for unit, cell in cells.items():
        if isinstance(cell, Staged):
            given[unit] = cell.cells
        else:
            plain[unit] = cell
    if not given:
        return Sheets(plain, {}, ())
    allowed = rules.stages_of(criterion)
    named = {stage for stages in given.values() for stage in stages}
    present = [stage for stage in allowed if stage.id in named]
    staged = {
        stage: {unit: stages[stage.id] for unit, stages in given.items() if stage.id in stages} for stage in present
    }
    shown = ", ".join(stage.id for stage in present) or ", ".join(sorted(named))
    faults = [
        Fault("cell-without-stage", ("scores", criterion.id, unit), _data(criterion, unit, stages=shown))
        for unit in plain
    ]
    for unit, stages in given.items():
        faults.extend(_unit_faults(criterion, unit, stages, present, allowed))
    faults.extend(_meeting_faults(criterion, rules, present, allowed))
    return Sheets({}, staged, tuple(faults))


def _data(criterion: Criterion, unit: str, **more: object) -> dict[str, object]:
    return {"unit": unit, "criterion": criterion.id, **more}


def _unit_faults(
    criterion: Criterion, unit: str, stages: Mapping[str, Score], present: list[Stage], allowed: tuple[Stage, ...]
) -> Iterator[Fault]:
    """What is wrong with the stages that one unit's cell names, where the others have cells of those `present`."""
    known = [stage.id for stage in allowed]
    code = "stage-may-not-impose" if criterion.imposed_by else "stage-not-of-criterion"
    for id_ in stages:
        if id_ not in known:
            data = _data(criterion, unit, stage=id_, known=", ".join(known))
            yield Fault(code, ("scores", criterion.id, unit, id_), data)
    for stage in present:
        if stage.id not in stages:
            yield Fault("cell-stage-missing", ("scores", criterion.id, unit), _data(criterion, unit, stage=stage.id))


def _meeting_faults(
    criterion: Criterion, rules: Ruleset, present: list[Stage], allowed: tuple[Stage, ...]
) -> Iterator[Fault]:
    """Points that are to be agreed need those of the meeting, unless one stage alone scores the criterion."""
    if rules.scoring is None or rules.scoring.take != "agreed" or not present:
        return
    if len(allowed) > 1 and all(stage.by != "meeting" for stage in present):
        meeting = ", ".join(stage.id for stage in rules.stages if stage.by == "meeting") or "-"
        yield Fault("stage-meeting-missing", ("scores", criterion.id), {"criterion": criterion.id, "stage": meeting})


def scoring_of(criterion: Criterion, sheets: Sheets, rules: Ruleset) -> Scoring | None:
    """What the ruleset takes of several stages; None where one alone scored.

    Raises `RulesetError` where there are several, and nothing says which points count.
    """
    if len(sheets.staged) < 2:
        return None
    if rules.scoring is not None:
        return rules.scoring
    data = {"criterion": criterion.id, "stages": ", ".join(stage.id for stage in sheets.staged)}
    left_open = rules.undefined_rule("scoring")
    if left_open is None:
        raise RulesetError(Fault("scoring-needed", ("scoring",), data))
    raise RulesetError(Fault("scoring-undefined", ("undefined", left_open.id), {**data, "says": left_open.says}))


def final_points(scoring: Scoring, points: Points) -> Fraction | None:
    """Which of one unit's points count; they apply in every stage or in none.

    In a deduction points are negative, so that the most of them are those that take off least.
    """
    values = [value for value in points.values() if value is not None]
    if not values:
        return None
    if scoring.take == "last":
        return values[-1]
    if scoring.take == "mean":
        return sum(values, Fraction(0)) / len(values)
    if scoring.take == "max":
        return max(values)
    # Without the meeting's points there is a fault already, and nothing is decided.
    return next((value for stage, value in points.items() if stage.by == "meeting"), None)
