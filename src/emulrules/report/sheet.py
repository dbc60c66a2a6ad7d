"""The points of every stage side by side, a row a criterion and unit, as they stand in the steps."""

from collections.abc import Iterator

from emulrules.model.decision import Decision, Step
from emulrules.report.names import Names

__all__ = ["staged_rows"]


def staged_rows(decision: Decision, names: Names) -> list[list[str]]:
    """A heading and a row for every points that stages gave; empty where no stage did.

    A row names criterion and unit, then says the points of each stage, and last those that count.
    """
    scored = [step for step in decision.steps if step.step == "points" and "stages" in step.inputs]
    if not scored:
        return []
    given = {stage for step in scored for stage in step.inputs["stages"]}
    stages = [stage.id for stage in decision.rules.stages if stage.id in given]
    heading = [names.say("column-criterion"), names.say("column-unit"), *map(names.stage, stages)]
    return [[*heading, names.say("column-counted")], *_rows(scored, stages, names)]


def _rows(scored: list[Step], stages: list[str], names: Names) -> Iterator[list[str]]:
    order = {unit: at for at, unit in enumerate(names.sort({str(step.unit) for step in scored}))}
    by_criterion: dict[str, list[Step]] = {}
    for step in scored:
        by_criterion.setdefault(str(step.rule).removeprefix("criteria."), []).append(step)
    for criterion, steps in sorted(by_criterion.items(), key=lambda each: names.sheet[each[0]]):
        for step in sorted(steps, key=lambda step: order[str(step.unit)]):
            points = step.inputs["stages"]
            shown = ["" if stage not in points else names.points(points[stage]) for stage in stages]
            yield [names.criterion(criterion), names.unit(str(step.unit)), *shown, names.points(step.output)]
