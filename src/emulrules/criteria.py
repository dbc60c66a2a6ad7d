"""Criteria together: which of them one point table holds, and how a tree of them adds up.

Points-children's weighted maxima sum to their parent's maximum unless it says `cap = true`. A criterion without a table
belongs to that of its parent; at the top, to all. Below a frame stands the cluster's own signed table, in the season.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault
from emulrules.model.criterion import Criterion
from emulrules.model.exact import spell, told
from emulrules.model.ruleset import Ruleset

__all__ = [
    "DEEPEST",
    "Path",
    "Unknown",
    "by_parent",
    "node_faults",
    "of_table",
    "parent_faults",
    "reach",
    "stage_faults",
    "tables_of",
]

Path = tuple[str | int, ...]

Unknown = Callable[..., Fault]
"""Makes the fault of a name that is not known: of a code, the path, the name, and those that are known."""

DEEPEST: Final = 32
"""So many criteria may stand above one another."""


def by_parent(criteria: Iterable[Criterion]) -> dict[str | None, list[Criterion]]:
    """The criteria below each, those at the top under None."""
    children: dict[str | None, list[Criterion]] = {}
    for criterion in criteria:
        children.setdefault(criterion.parent, []).append(criterion)
    return children


def tables_of(criteria: Iterable[Criterion]) -> dict[str, str | None]:
    """The point table of each criterion: its own, or that of the nearest above that names one; None is all of them."""
    by_id = {criterion.id: criterion for criterion in criteria}
    found: dict[str, str | None] = {}
    for id_ in by_id:
        at: Criterion | None = by_id[id_]
        for _ in range(DEEPEST):
            if at is None or at.table is not None:
                break
            at = None if at.parent is None else by_id.get(at.parent)
        found[id_] = None if at is None else at.table
    return found


def of_table(criteria: tuple[Criterion, ...], table: str | None) -> tuple[Criterion, ...]:
    """The criteria of one table, with those that belong to all; of no table, only these."""
    if all(criterion.table is None for criterion in criteria):
        return criteria
    tables = tables_of(criteria)
    return tuple(criterion for criterion in criteria if tables[criterion.id] in (None, table))


def reach(
    criteria: Iterable[Criterion], children: Mapping[str | None, list[Criterion]], kind: str = "points"
) -> Fraction | None:
    """The weighted maxima of the criteria of one kind, added up; None where one has none."""
    total = Fraction(0)
    for criterion in criteria:
        if criterion.kind != kind:
            continue
        below = children.get(criterion.id)
        most = criterion.max if criterion.max is not None or not below else reach(below, children, kind)
        if most is None:
            return None
        total += criterion.weight * most
    return total


def parent_faults(
    criterion: Criterion, by_id: Mapping[str, Criterion], path: Path, not_listed: Callable[[Path, str], Fault]
) -> Iterator[Fault]:
    """What is wrong with the parent that a criterion names; `not_listed` says that there is no such criterion."""
    if criterion.parent is None:
        return
    parent = by_id.get(criterion.parent)
    if parent is None:
        yield not_listed(path, criterion.parent)
        return
    if parent.kind != criterion.kind:
        yield Fault("kind-of-parent", path, {"id": criterion.id, "parent": parent.id, "kind": parent.kind})
    above: str | None = criterion.parent
    passed = {criterion.id}
    while above is not None and above in by_id and above not in passed:
        if len(passed) >= DEEPEST:
            yield Fault("too-deep", path, {"most": DEEPEST})
            return
        passed.add(above)
        above = by_id[above].parent
    if above == criterion.id:
        yield Fault("criterion-cycle", path, {"id": criterion.id})


def node_faults(criterion: Criterion, children: Mapping[str | None, list[Criterion]], path: Path) -> Iterator[Fault]:
    """What is wrong with a criterion and those right below it; a frame may be empty."""
    below = children.get(criterion.id)
    if below and criterion.method is not None:
        yield Fault("leaf-with-children", (*path, "method"), {"id": criterion.id, "child": below[0].id})
    if not below and criterion.method is None and not criterion.frame:
        yield Fault("leaf-without-method", path, {"id": criterion.id})
    if not below or criterion.max is None or criterion.cap:
        return
    sum_of = reach(below, children, criterion.kind)
    if sum_of is None:
        yield Fault("children-without-max", (*path, "max"), {"id": criterion.id})
    elif sum_of != criterion.max:
        data = {"id": criterion.id, "sum": told(sum_of), "max": spell(criterion.max)}
        yield Fault("children-sum", (*path, "max"), data)


def stage_faults(criterion: Criterion, ruleset: Ruleset, path: Path, unknown: Unknown) -> Iterator[Fault]:
    """What is wrong with the stages that a leaf names: all exist, and where they agree, the meeting is one of them."""
    known = [stage.id for stage in ruleset.stages]
    named = [("stages", index, id_) for index, id_ in enumerate(criterion.stages)]
    named += [("imposed_by", index, id_) for index, id_ in enumerate(criterion.imposed_by)]
    for key, index, id_ in named:
        if id_ not in known:
            yield unknown("stage-not-listed", (*path, key, index), id_, known)
        elif key == "imposed_by" and criterion.stages and id_ not in criterion.stages:
            yield Fault("imposer-not-scoring", (*path, key, index), {"id": criterion.id, "stage": id_})
    scoring = ruleset.stages_of(criterion)
    agreed = ruleset.scoring is not None and ruleset.scoring.take == "agreed"
    if agreed and named and len(scoring) > 1 and all(stage.by != "meeting" for stage in scoring):
        yield Fault("stages-without-meeting", (*path, named[0][0]), {"id": criterion.id})
