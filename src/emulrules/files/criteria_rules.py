"""Rules that all criteria of a ruleset keep together: a tree in each table of points, which adds up.

A cluster names the table that it is scored by, a criterion the one that it belongs to; one without a table belongs to
all. Stages that are named exist, and where points are agreed there is one stage by the meeting to agree them in.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from emulrules.criteria import by_parent, node_faults, parent_faults, reach, stage_faults, tables_of
from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.model.criterion import Criterion
from emulrules.model.exact import spell, told
from emulrules.model.ruleset import Ruleset

__all__ = ["criteria_faults"]

_TOLD_BY_TABLE: Final = {"children-sum", "leaf-without-method", "scale-sum"}


def criteria_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What is wrong with all criteria together: as one tree, and in each of the tables that they add up in."""
    by_id = {criterion.id: criterion for criterion in ruleset.criteria}
    places: dict[str, Path] = {criterion.id: ("criteria", index) for index, criterion in enumerate(ruleset.criteria)}

    def not_listed(path: Path, name: str) -> Fault:
        return unknown("criterion-not-listed", path, name, by_id)

    faults: list[Fault] = []
    for criterion in ruleset.criteria:
        faults.extend(parent_faults(criterion, by_id, (*places[criterion.id], "parent"), not_listed))
        faults.extend(_frame_faults(criterion, by_id, (*places[criterion.id], "parent")))
    faults.extend(_table_faults(ruleset, places))
    yield from _scoring_faults(ruleset, places)
    yield from faults
    if not faults:  # without a tree nothing adds up
        yield from _sums(ruleset, places)


def _frame_faults(criterion: Criterion, by_id: dict[str, Criterion], path: Path) -> Iterator[Fault]:
    parent = by_id.get(criterion.parent or "")
    if parent is not None and parent.frame:
        yield Fault("frame-with-children", path, {"id": criterion.id, "frame": parent.id})


def _on_scale(ruleset: Ruleset) -> bool:
    """Whether, beside the tables, some cluster is scored on the scale."""
    clusters = ruleset.clusters.values()
    return ruleset.scale is not None and (not clusters or any(cluster.table is None for cluster in clusters))


def _table_faults(ruleset: Ruleset, places: dict[str, Path]) -> Iterator[Fault]:
    """Tables that are named without being there, and who names none or another than those above."""
    for id_, cluster in ruleset.clusters.items():
        if cluster.table is None and ruleset.tables and ruleset.scale is None:
            yield Fault("cluster-without-table", ("clusters", id_), {"cluster": id_})
        elif cluster.table is not None and cluster.table not in ruleset.tables:
            yield unknown("table-not-listed", ("clusters", id_, "table"), cluster.table, ruleset.tables)
    tables = tables_of(ruleset.criteria)
    for criterion in ruleset.criteria:
        here = (*places[criterion.id], "table")
        above = tables.get(criterion.parent or "")
        if criterion.table is not None and criterion.table not in ruleset.tables:
            yield unknown("table-not-listed", here, criterion.table, ruleset.tables)
        elif criterion.table is not None and above not in (None, criterion.table):
            data = {"id": criterion.id, "table": criterion.table, "parent": criterion.parent, "other": above}
            yield Fault("table-of-parent", here, data)


def _scoring_faults(ruleset: Ruleset, places: dict[str, Path]) -> Iterator[Fault]:
    if ruleset.scoring is not None and not ruleset.stages:
        yield Fault("scoring-without-stages", ("scoring",))
    meetings = [stage.id for stage in ruleset.stages if stage.by == "meeting"]
    if ruleset.scoring is not None and ruleset.scoring.take == "agreed" and ruleset.stages and len(meetings) != 1:
        yield Fault("agreed-without-meeting", ("scoring", "take"), {"stages": ", ".join(meetings) or "-"})
        return
    for criterion in ruleset.criteria:
        yield from stage_faults(criterion, ruleset, places[criterion.id], unknown)


def _sums(ruleset: Ruleset, places: dict[str, Path]) -> Iterator[Fault]:
    """Faults of every table of points, each with the criteria that belong to all."""
    groups: dict[str | None, list[Criterion]] = {}
    tables = tables_of(ruleset.criteria)
    for criterion in ruleset.criteria:
        groups.setdefault(tables[criterion.id], []).append(criterion)
    # What is left to the cluster adds up when the season brings it.
    left_open = ruleset.undefined_rule("criteria") is not None
    for table in ruleset.tables:
        criteria = [*groups.get(None, []), *groups.get(table, [])]
        points = None if left_open else ruleset.tables[table].points
        yield from (
            _in_table(fault, table, tables)
            for fault in _tree_faults(criteria, places, points, ("tables", table, "points"))
        )
    if not ruleset.tables or _on_scale(ruleset):
        points = None if ruleset.scale is None or left_open else ruleset.scale.points
        yield from _tree_faults(groups.get(None, []), places, points, ("scale", "points"))


def _tree_faults(
    criteria: list[Criterion], places: dict[str, Path], points: Fraction | None, path: Path
) -> Iterator[Fault]:
    """What is wrong with one tree, whose top sums to `points` where there are any, stated at `path`."""
    children = by_parent(criteria)
    for criterion in criteria:
        yield from node_faults(criterion, children, places[criterion.id])
    top = [criterion for criterion in children.get(None, []) if criterion.kind == "points"]
    sum_of = reach(top, children) if top and points is not None else None
    if points is not None and sum_of not in (None, points):
        yield Fault("scale-sum", path, {"sum": told(sum_of or Fraction(0)), "points": spell(points)})


def _in_table(fault: Fault, table: str, tables: dict[str, str | None]) -> Fault:
    """The fault with the table that it is in, where the criterion belongs to all of them."""
    if fault.code in _TOLD_BY_TABLE and (fault.code == "scale-sum" or tables[str(fault.data["id"])] is None):
        return Fault(f"{fault.code}-in-table", fault.path, {**fault.data, "table": table})
    return fault
