"""The point table: the one tree of criteria that a cluster is scored by in a season.

It is the ruleset's, or that of its tables which the cluster names, with what the cluster signed itself: below a frame,
or all of it where the ruleset leaves its criteria undefined. Nothing after this knows of any other table. Merging the
same criteria again changes nothing, so that rules which hold them already, as those of a record do, stay as they are.
"""

from collections.abc import Iterator

from attrs import evolve

from emulrules.criteria import Path, Unknown, by_parent, node_faults, of_table, parent_faults, reach, stage_faults
from emulrules.errors import Fault
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.exact import spell
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.value import frozen

__all__ = ["fills_undefined", "point_table", "signed_faults"]

_OPEN = "criteria"
"""What `[[undefined]]` names where the whole table is left to the cluster."""


def point_table(ruleset: Ruleset, season: Season) -> Ruleset:
    """The ruleset with the criteria of the season's cluster alone, and its table in the place of the scale.

    A tie step that compares criteria of other tables is none of this cluster's.
    """
    name = ruleset.clusters[season.cluster].table
    criteria = {criterion.id: criterion for criterion in (*of_table(ruleset.criteria, name), *season.criteria)}
    others = {criterion.id for criterion in ruleset.criteria} - criteria.keys()
    ties = [step for tie in ruleset.ties if (step := _within(tie, others)) is not None]
    rules = evolve(ruleset, criteria=tuple(criteria.values()), ties=tuple(ties), tables={})
    if name is None:
        return rules
    table = ruleset.tables[name]
    scale = Scale(table.basis, table.trust, table.points, table.bonus, table.rounding)
    return evolve(rules, tables={name: table}, scale=scale)


def _within(step: TieStep, others: set[str]) -> TieStep | None:
    """The step among the criteria of one table; None where it compares only those of others."""
    if step.criterion in others:
        return None
    if others.isdisjoint(step.over):
        return step
    over = tuple(id_ for id_ in step.over if id_ not in others)
    # No list at all would mean every leaf.
    return evolve(step, over=over) if over else None


def fills_undefined(season: Season) -> bool:
    """Whether the season brings the table that a ruleset leaves undefined as a whole."""
    return any(criterion.parent is None for criterion in season.criteria)


def signed_faults(ruleset: Ruleset, season: Season, unknown: Unknown) -> Iterator[Fault]:
    """What is wrong with the cluster's own table, and with the criteria that scores name."""
    sheet = _Sheet.of(ruleset, season)
    faults = list(_entry_faults(sheet, unknown)) if season.criteria else []
    yield from faults
    if not faults:  # without a tree nothing adds up
        yield from _sum_faults(sheet) if season.criteria else ()
        yield from _score_faults(sheet, unknown)


@frozen
class _Sheet:
    """A season's table: `theirs` the ruleset brings, `mine` the cluster signed; `elsewhere` are those of other tables.

    `frames` are those of theirs that the cluster may fill, `places` where its own stand in the season.
    """

    ruleset: Ruleset
    season: Season
    theirs: dict[str, Criterion]
    mine: dict[str, Criterion]
    elsewhere: frozenset[str]

    @classmethod
    def of(cls, ruleset: Ruleset, season: Season) -> "_Sheet":
        """The table of the season's cluster."""
        mine = {criterion.id: criterion for criterion in season.criteria}
        criteria = of_table(ruleset.criteria, ruleset.clusters[season.cluster].table)
        # What is signed may stand among the rules already, as in those of a record.
        theirs = {criterion.id: criterion for criterion in criteria if mine.get(criterion.id) != criterion}
        others = (criterion.id for criterion in ruleset.criteria if mine.get(criterion.id) != criterion)
        elsewhere = frozenset(others) - theirs.keys()
        return cls(ruleset, season, theirs, mine, elsewhere)

    @property
    def criteria(self) -> dict[str, Criterion]:
        """All of them."""
        return {**self.theirs, **self.mine}

    @property
    def frames(self) -> dict[str, Criterion]:
        """What the ruleset leaves to the cluster's own table."""
        return {id_: criterion for id_, criterion in self.theirs.items() if criterion.frame}

    @property
    def places(self) -> dict[str, Path]:
        """Where the cluster's own criteria stand in the season."""
        return {criterion.id: ("criteria", index) for index, criterion in enumerate(self.season.criteria)}


def _entry_faults(sheet: _Sheet, unknown: Unknown) -> Iterator[Fault]:
    """Own criteria under another's id, below nothing that is theirs to fill, or with stages that there are not."""
    parents = {**sheet.frames, **sheet.mine}
    listed = ", ".join(sorted(sheet.frames)) or "-"

    def not_listed(path: Path, name: str) -> Fault:
        return unknown("signed-parent-unknown", path, name, parents)

    for criterion in sheet.season.criteria:
        here, id_ = sheet.places[criterion.id], criterion.id
        if id_ in sheet.theirs or id_ in sheet.elsewhere:
            yield Fault("signed-id-taken", (*here, "id"), {"id": id_, "ruleset": sheet.ruleset.id})
        if criterion.parent is None and sheet.ruleset.undefined_rule(_OPEN) is None:
            yield Fault("signed-without-frame", here, {"id": id_, "frames": listed})
        elif criterion.parent in sheet.theirs and criterion.parent not in parents:
            data = {"id": id_, "parent": criterion.parent, "frames": listed}
            yield Fault("signed-below-no-frame", (*here, "parent"), data)
        else:
            yield from parent_faults(criterion, parents, (*here, "parent"), not_listed)
        yield from stage_faults(criterion, sheet.ruleset, here, unknown)


def _sum_faults(sheet: _Sheet) -> Iterator[Fault]:
    """Where the own table does not add up, by itself or to its frames."""
    children = by_parent(sheet.criteria.values())
    for criterion in sheet.season.criteria:
        yield from node_faults(criterion, children, sheet.places[criterion.id])
    for frame in sheet.frames.values():
        below = children.get(frame.id)
        if not below or frame.cap or frame.max is None:
            continue
        first = min(sheet.places[criterion.id] for criterion in below)
        sum_of = reach(below, children, frame.kind)
        if sum_of is None:
            yield Fault("signed-without-max", first, {"frame": frame.id})
        elif sum_of != frame.max:
            yield Fault("signed-sum", first, {"frame": frame.id, "sum": spell(sum_of), "max": spell(frame.max)})


def _total_faults(sheet: _Sheet) -> Iterator[Fault]:
    """A table that is left to the cluster, in part or as a whole, sums to the scale once it is signed or scored."""
    scale = point_table(sheet.ruleset, sheet.season).scale
    begun = fills_undefined(sheet.season) or any(sheet.season.scores.values())
    if sheet.ruleset.undefined_rule(_OPEN) is None or not begun or scale is None or scale.points is None:
        return
    children = by_parent(sheet.criteria.values())
    sum_of = reach(children.get(None, []), children)
    if sum_of is not None and sum_of != scale.points:
        where = min(sheet.places.values(), default=("scores",))
        yield Fault("signed-total", where, {"sum": spell(sum_of), "points": spell(scale.points)})


def _score_faults(sheet: _Sheet, unknown: Unknown) -> Iterator[Fault]:
    """Scores of criteria that the cluster's table lacks; and once there are any, frames that nothing fills."""
    ruleset, criteria = sheet.ruleset, sheet.criteria
    given = any(sheet.season.scores.values())
    if given and not criteria and ruleset.undefined_rule(_OPEN) is not None:
        yield Fault("signed-missing", ("scores",), {"ruleset": ruleset.id})
        return
    yield from _total_faults(sheet)
    table = ruleset.clusters[sheet.season.cluster].table or "-"
    for id_ in sheet.season.scores:
        if id_ in sheet.elsewhere:
            yield Fault("criterion-of-other-table", ("scores", id_), {"criterion": id_, "table": table})
        elif id_ not in criteria:
            yield unknown("unknown-criterion", ("scores", id_), id_, criteria, ruleset=ruleset.id)
    if given or any(criterion.method == "policy" for criterion in criteria.values()):
        filled = {criterion.parent for criterion in sheet.season.criteria}
        for frame in sheet.frames.values():
            if frame.id not in filled:
                data = {"frame": frame.id, "max": "-" if frame.max is None else spell(frame.max)}
                yield Fault("frame-empty", ("scores",), data)
