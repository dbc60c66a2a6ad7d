"""What is scored: the scale, tables of points, criteria and the stages of scoring."""

from collections.abc import Iterator

from emulrules.criteria import of_table
from emulrules.model.criterion import Criterion, PointTable, Scale
from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, final, threshold
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["criteria", "stages"]


def criteria(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """The scale or the tables, each with its criteria; what belongs to all tables is told in each."""
    # The scale is of those clusters that name no table.
    scaled = not (rules.tables and rules.clusters) or any(each.table is None for each in rules.clusters.values())
    if (scale := rules.scale) is not None:
        points, bonus = names.measure(scale.points), names.measure(scale.bonus)
        text = names.say("ruleset-scale", points=points, bonus=bonus)
        if scaled:
            yield Clause("scale", text, scale.basis, scale.trust)
            yield from _rounding(scale, "scale", names)
    if scaled:
        yield from _children(of_table(rules.criteria, None), None, 0, names)
    for id_, table in rules.tables.items():
        points, bonus = names.measure(table.points), names.measure(table.bonus)
        of = names.scored_by(id_)
        text = names.say("ruleset-table", name=plain(table.name), id=plain(id_), points=points, bonus=bonus, of=of)
        yield Clause(f"tables.{id_}", text, table.basis, table.trust)
        yield from _rounding(table, f"tables.{id_}", names)
        yield from _children(of_table(rules.criteria, id_), None, 1, names)


def _rounding(scale: Scale | PointTable, path: str, names: Names) -> Iterator[Clause]:
    if (rounding := scale.rounding) is not None:
        text = names.say("scale-rounding", how=names.rounded(rounding.mode, rounding.places))
        yield Clause(f"{path}.rounding", text, rounding.basis, rounding.trust, 1)


def _children(listed: tuple[Criterion, ...], parent: str | None, depth: int, names: Names) -> Iterator[Clause]:
    """The criteria below `parent`, each followed by its own."""
    for each in listed:
        if each.parent == parent:
            text = _criterion(each, names) + final(each.final, names)
            yield Clause(each.rule.path, text, each.basis, each.trust, depth)
            if (rounding := each.rounding) is not None:
                text = names.say("criterion-rounding", how=names.rounded(rounding.mode, rounding.places))
                yield Clause(f"{each.rule.path}.rounding", text, rounding.basis, rounding.trust, depth + 1)
            yield from _children(listed, each.id, depth + 1, names)


def _criterion(criterion: Criterion, names: Names) -> str:
    parts = [f"{plain(criterion.name)} ({plain(criterion.id)})"]
    if criterion.kind != "points":
        parts.append(names.say(f"kind-{criterion.kind}"))
    if criterion.method is not None:
        leader = "" if criterion.leader is None else names.say(f"leader-{criterion.leader}")
        parts.append(names.say(f"method-{criterion.method}", leader=leader))
    if criterion.max is not None:
        parts.append(names.say("criterion-max", max=names.measure(criterion.max)))
    parts.extend(_points_of(criterion, names))
    parts.extend(_scored_by(criterion, names))
    if criterion.weight != 1:
        parts.append(names.say("criterion-weight", weight=names.measure(criterion.weight)))
    for band in criterion.bands:
        reached = threshold(band.at_least, band.more_than, names)
        parts.append(names.say("criterion-band", threshold=reached, points=names.measure(band.points)))
    parts.extend(_bounds(criterion, names))
    return "; ".join(parts)


def _points_of(criterion: Criterion, names: Names) -> Iterator[str]:
    """What a method gives, beside its maximum."""
    if criterion.above_max:
        yield names.say("criterion-above-max")
    if criterion.min is not None:
        yield names.say("criterion-min", min=names.measure(criterion.min))
    if criterion.each is not None:
        yield names.say("criterion-each", each=names.measure(criterion.each))
    if criterion.each_minus is not None:
        yield names.say("criterion-each-minus", each=names.measure(criterion.each_minus))
    if criterion.at_plan is not None:
        yield names.say("criterion-at-plan", points=names.measure(criterion.at_plan))
    if criterion.no_target == "own-group":
        yield names.say("criterion-own-group")
    if criterion.step is not None:
        yield names.say("criterion-step", step=names.measure(criterion.step))
    for held in criterion.held:
        yield names.say("criterion-held", award=names.award(held.award), points=names.measure(held.points))


def _scored_by(criterion: Criterion, names: Names) -> Iterator[str]:
    """By whom a criterion is scored or imposed, and where it is left to the cluster."""
    if criterion.frame:
        yield names.say("criterion-frame")
    if criterion.stages:
        yield names.say("criterion-stages", stages=", ".join(map(names.stage, criterion.stages)))
    if criterion.imposed_by:
        yield names.say("criterion-imposed-by", stages=", ".join(map(names.stage, criterion.imposed_by)))


def _bounds(criterion: Criterion, names: Names) -> Iterator[str]:
    """What its figures may be, and what becomes of cells that hold none."""
    if criterion.cap:
        yield say("rules-cap", names.language)
    if criterion.least is not None:
        yield say("rules-least", names.language, n=names.figure(criterion.id, criterion.least))
    if criterion.most is not None:
        yield say("rules-most", names.language, n=names.figure(criterion.id, criterion.most))
    if criterion.not_applicable is not None:
        yield say("rules-rescale", names.language)
    if criterion.no_target == "not-applicable":
        yield say("rules-no-target", names.language)


def stages(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Who scores after whom, and which points count."""
    for stage in rules.stages:
        text = names.say("ruleset-stage", name=plain(stage.name), id=plain(stage.id), by=names.say(f"by-{stage.by}"))
        yield Clause(stage.rule.path, text + final(stage.final, names), stage.basis, stage.trust)
    if (scoring := rules.scoring) is not None:
        text = names.say("ruleset-scoring", how=names.say(f"take-{scoring.take}"))
        yield Clause("scoring", text, scoring.basis, scoring.trust)
