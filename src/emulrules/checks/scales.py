"""Scales: the points, bonus and deductions of a table, beside what its criteria can give and take."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.checks.reach import most, most_of
from emulrules.criteria import by_parent, of_table
from emulrules.model.criterion import Criterion, PointTable, Scale
from emulrules.model.ruleset import Ruleset
from emulrules.policy import STANDARD

__all__ = ["findings"]

_Path = tuple[str | int, ...]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What does not fit the scale, in the scale itself or in each table of points."""
    left_open = ruleset.undefined_rule("criteria") is not None
    tables: list[tuple[_Path, Scale | PointTable, str | None]] = [
        (("tables", id_), table, id_) for id_, table in ruleset.tables.items()
    ]
    if ruleset.scale is not None:
        tables.append((("scale",), ruleset.scale, None))
    for path, scale, table in tables:
        criteria = of_table(ruleset.criteria, table)
        if not left_open:
            yield from _endless_findings(scale, criteria, ruleset)
        if not left_open and ruleset.policy == STANDARD:
            yield from _bonus(path, scale, criteria)
            yield from _points(path, scale, criteria, ruleset)
        yield from _past(scale, criteria)
    yield from _unused(ruleset)


def _bonus(path: _Path, scale: Scale | PointTable, criteria: tuple[Criterion, ...]) -> Iterator[Finding]:
    """A limit of the bonus that nothing comes to, or that leaves nothing."""
    if scale.bonus is None:
        return
    here = (*path, "bonus")
    children = by_parent(criteria)
    given = [criterion for criterion in children.get(None, []) if criterion.kind == "bonus"]
    data = {"bonus": scale.bonus}
    if scale.bonus == 0 and given:
        yield Finding("check-bonus-zero", here, {**data, "criterion": given[0].id}, scale.basis)
    elif scale.bonus > 0 and not given:
        yield Finding("check-bonus-without-criteria", here, data, scale.basis)
    elif (together := most_of(given, children)) is not None and together < scale.bonus:
        yield Finding("check-bonus-out-of-reach", here, {**data, "sum": together}, scale.basis)


def _points(
    path: _Path, scale: Scale | PointTable, criteria: tuple[Criterion, ...], ruleset: Ruleset
) -> Iterator[Finding]:
    """Points that no criterion gives."""
    if scale.points is None:
        return
    given = [criterion for criterion in criteria if criterion.kind == "points"]
    by_points = ruleset.order is not None and ruleset.order.by_points
    if not given and by_points:
        yield Finding("check-scale-without-criteria", (*path, "points"), {"points": scale.points}, scale.basis)


def _endless_findings(
    scale: Scale | PointTable, criteria: tuple[Criterion, ...], ruleset: Ruleset
) -> Iterator[Finding]:
    """Points that one criterion gives without end; how much a count weighs a plugin may say otherwise."""
    children = by_parent(criteria)
    for criterion in children.get(None, []) if scale.points is not None else ():
        if criterion.kind != "points" or criterion.above_max or (leaf := _endless(criterion, children)) is None:
            continue
        data = {"criterion": leaf.id, "points": scale.points}
        if leaf.method == "policy":
            yield Finding("check-scale-open-ended-policy", ("criteria", leaf.id), data, leaf.basis)
        elif ruleset.policy == STANDARD and (count := _count(leaf, scale)):
            yield Finding("check-scale-open-ended", ("criteria", leaf.id), {**data, **count}, leaf.basis)


def _endless(criterion: Criterion, children: dict[str | None, list[Criterion]]) -> Criterion | None:
    """A leaf in it that has no maximum and is under none."""
    if criterion.max is not None:
        return None
    if criterion.method is not None:
        return criterion
    found = (_endless(each, children) for each in children.get(criterion.id, []) if not each.above_max)
    return next((leaf for leaf in found if leaf is not None and most(leaf, children) is None), None)


def _count(leaf: Criterion, scale: Scale | PointTable) -> dict[str, object]:
    """The least count by which one leaf alone passes the scale, with what it gives; nothing where it counts nothing."""
    if leaf.each is None or scale.points is None or not leaf.weight:
        return {}
    each = leaf.each * leaf.weight
    count = int(scale.points // each) + 1
    return {"count": count, "got": count * each}


def _past(scale: Scale | PointTable, criteria: tuple[Criterion, ...]) -> Iterator[Finding]:
    """A single deduction that takes off more than there is; and a note where a proportion may pass the scale."""
    if scale.points is None:
        return
    best = scale.points + (scale.bonus or 0)
    for criterion in criteria:
        here = ("criteria", criterion.id)
        limit = criterion.max
        if limit is None:
            continue
        if criterion.kind == "deduction" and not criterion.above_max and limit * criterion.weight > best:
            data = {"criterion": criterion.id, "best": best, "left": best - limit * criterion.weight}
            yield Finding("check-deduction-above-scale", (*here, "max"), {**data, "max": limit}, criterion.basis)
        if criterion.kind == "points" and criterion.method == "proportion" and criterion.above_max:
            total = scale.points + limit * criterion.weight
            data = {"criterion": criterion.id, "points": scale.points, "total": total}
            yield Finding("check-above-scale", (*here, "above_max"), data, criterion.basis, note=True)


def _unused(ruleset: Ruleset) -> Iterator[Finding]:
    """Tables that no cluster is scored by, where there are clusters at all."""
    named = {cluster.table for cluster in ruleset.clusters.values()}
    for id_, table in ruleset.tables.items():
        if named and id_ not in named:
            yield Finding("check-table-unused", ("tables", id_), {"table": id_}, table.basis)
