"""Invented score sheets: point tables, a frame for the cluster's own table, stages of scoring, and cells to fill them.

A ruleset is changed after it was invented, so that each of its parts meets every kind of sheet. Nobody's points are
left to luck: where several stages score a leaf, the ruleset says which count, or the season has cells of one only.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal

from attrs import evolve

from emulrules.criteria import by_parent, reach
from emulrules.model.cell import Cell, Mark, Ratio, Staged
from emulrules.model.criterion import Criterion, PointTable, Scoring, Stage
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Cluster, Ruleset, UndefinedRule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.point_table import point_table
from emulrules.testing.chance import Chance, mixed, one, some, yes
from emulrules.testing.criteria import BASIS, FORMS, Form, form_of, invent_cell, invent_trust

__all__ = ["invent_cell_like", "invent_column", "invent_own_table", "with_sheets"]

_STAGES: Final[tuple[tuple[str, Literal["unit", "cross", "meeting", "council"]], ...]] = (
    ("tu-cham", "unit"),
    ("cham-cheo", "cross"),
    ("hoi-nghi", "meeting"),
    ("hoi-dong", "council"),
)
_TAKES: Final[tuple[Literal["last", "mean", "max"], ...]] = ("last", "mean", "max")


def with_sheets(chance: Chance, ruleset: Ruleset) -> Ruleset:
    """The ruleset with stages, point tables and room for an own table, each of them now and then."""
    if yes(chance, 8):
        ruleset = _left_open(chance, ruleset)
    elif yes(chance, 3):
        ruleset = _framed(chance, ruleset)
    if yes(chance, 4):
        ruleset = _in_tables(chance, ruleset)
    return ruleset if yes(chance, 3) else _in_stages(chance, ruleset)


def _without(ruleset: Ruleset, gone: Iterable[str]) -> Ruleset:
    """The ruleset without some criteria, and without the tie steps that compare them."""
    ids = set(gone)
    criteria = tuple(criterion for criterion in ruleset.criteria if criterion.id not in ids)
    ties = tuple(step for step in ruleset.ties if step.criterion not in ids and ids.isdisjoint(step.over))
    return evolve(ruleset, criteria=criteria, ties=ties)


def _left_open(chance: Chance, ruleset: Ruleset) -> Ruleset:
    """The ruleset that leaves its criteria undefined: all of them, or all but bonus and deductions."""
    rule = UndefinedRule("bang-diem", "criteria", "Khối tự đặt bảng điểm", BASIS, "assumed")
    kept = ("bonus", "deduction") if yes(chance) else ()
    bare = _without(ruleset, [criterion.id for criterion in ruleset.criteria if criterion.kind not in kept])
    return evolve(bare, undefined=(*bare.undefined, rule))


def _framed(chance: Chance, ruleset: Ruleset) -> Ruleset:
    """The ruleset that leaves to the cluster what is below one of its criteria of points."""
    roots = [criterion for criterion in ruleset.criteria if criterion.parent is None and criterion.kind == "points"]
    root = one(chance, sorted(roots, key=lambda root: root.id))
    bare = _without(ruleset, [criterion.id for criterion in ruleset.criteria if criterion.parent == root.id])
    cap, most = root.cap, root.max
    frame = Criterion(
        root.id, root.name, BASIS, root.trust, frame=True, max=most, weight=root.weight, cap=cap, rounding=root.rounding
    )
    return evolve(bare, criteria=tuple(frame if each.id == root.id else each for each in bare.criteria))


def _in_tables(chance: Chance, ruleset: Ruleset) -> Ruleset:
    """The ruleset with a table in the place of its scale, and another one with a criterion of its own."""
    scale = ruleset.scale
    parts = () if scale is None else (scale.points, scale.bonus, scale.rounding)
    tables = {
        "bang-a": PointTable("Bảng A", BASIS, invent_trust(chance), *parts),
        "bang-b": PointTable("Bảng B", BASIS, invent_trust(chance)),
    }
    other = Criterion("tieu-chi-b", "Tiêu chí B", BASIS, "assumed", table="bang-b", method="entered", max=Fraction(3))
    named = [
        evolve(criterion, table="bang-a") if criterion.parent is None and yes(chance) else criterion
        for criterion in ruleset.criteria
    ]
    clusters = {id_: evolve(cluster, table="bang-a") for id_, cluster in ruleset.clusters.items()}
    ties = list(ruleset.ties)
    if yes(chance):
        step = TieStep("so-bang-khac", "criterion", BASIS, "assumed", criterion=other.id)
        ties.insert(chance.number(0, len(ties)), step)
    return evolve(
        ruleset,
        criteria=mixed(chance, [*named, other]),
        tables=Table(tables),
        clusters=Table(clusters),
        scale=None,
        ties=tuple(ties),
    )


def _in_stages(chance: Chance, ruleset: Ruleset) -> Ruleset:
    """The ruleset with one to four stages; without a rule on which of them counts, that may be declared undefined."""
    chosen = some(chance, _STAGES, len(_STAGES) - chance.number(0, len(_STAGES) - 1))
    stages = tuple(Stage(id_, id_.replace("-", " "), by, BASIS, invent_trust(chance)) for id_, by in chosen)
    agreed = any(stage.by == "meeting" for stage in stages) and yes(chance, 3)
    take = "agreed" if agreed else one(chance, _TAKES)
    scoring = None if yes(chance, 4) else Scoring(take, BASIS, invent_trust(chance))
    undefined = ruleset.undefined
    if scoring is None and yes(chance):
        rule = UndefinedRule("diem-buoc-nao", "scoring", "Không nói lấy điểm nào", BASIS, invent_trust(chance))
        undefined = (*undefined, rule)
    staged = evolve(ruleset, stages=stages, scoring=scoring, undefined=undefined)
    return evolve(staged, criteria=tuple(_scored_by(chance, staged, leaf) for leaf in ruleset.criteria))


def _scored_by(chance: Chance, ruleset: Ruleset, leaf: Criterion) -> Criterion:
    """The leaf with some of the stages that score it, or that may impose it; often with all."""
    if leaf.method is None or not ruleset.stages:
        return leaf
    named = tuple(stage.id for stage in _some_stages(chance, ruleset, ruleset.stages))
    if leaf.kind == "deduction" and not yes(chance, 4):
        return evolve(leaf, imposed_by=named)
    return evolve(leaf, stages=named) if yes(chance, 3) else leaf


def _some_stages(chance: Chance, ruleset: Ruleset, stages: Sequence[Stage]) -> list[Stage]:
    """One or more of the stages, that of the meeting among them where it must agree."""
    named = some(chance, stages, len(stages) - chance.number(0, len(stages) - 1))
    meeting = [stage for stage in stages if stage.by == "meeting"]
    agreed = ruleset.scoring is not None and ruleset.scoring.take == "agreed" and len(stages) > 1
    if agreed and not any(stage.by == "meeting" for stage in named):
        named.extend(meeting)
    return named


def invent_own_table(chance: Chance, ruleset: Ruleset, cluster: Cluster, source: str) -> tuple[Criterion, ...]:
    """Criteria that the cluster signed, resting on `source`: below each frame, and at the top where that is open."""
    unsigned = evolve(ruleset, clusters=Table({"": cluster}))
    rules = point_table(unsigned, Season(ruleset.id, "", ""))
    children = by_parent(rules.criteria)
    made: list[Criterion] = []
    for frame in rules.criteria:
        if frame.frame and frame.max is not None:
            made.extend(_own(chance, f"{frame.id}-rieng", frame.id, frame.kind, frame.max, source))
    if ruleset.undefined_rule("criteria") is not None:
        points = None if rules.scale is None else rules.scale.points
        left = (
            Fraction(chance.number(1, 3)) if points is None else points - (reach(children.get(None, []), children) or 0)
        )
        made.extend(_own(chance, "rieng", None, "points", left, source) if left > 0 else ())
    return mixed(chance, [_scored_by(chance, ruleset, leaf) for leaf in made])


def _own(
    chance: Chance,
    name: str,
    parent: str | None,
    kind: Literal["points", "bonus", "deduction"],
    most: Fraction,
    source: str,
) -> Iterator[Criterion]:
    """One or two leaves whose maxima sum to `most`."""
    parts = [most] if yes(chance) else [most / 2, most / 2]
    for number, part in enumerate(parts, 1):
        method: Literal["entered", "pass-fail"] = "pass-fail" if yes(chance, 3) else "entered"
        yield Criterion(
            f"{name}-{number}",
            f"Tiêu chí riêng {number}",
            (source,),
            invent_trust(chance),
            parent=parent,
            kind=kind,
            method=method,
            max=part,
        )


def invent_column(
    chance: Chance, ruleset: Ruleset, leaf: Criterion, units: Sequence[str], forms: Sequence[Form] = FORMS[:1]
) -> Table[str, Cell]:
    """Cells of one leaf for all units: without stages, or each with the same ones.

    Those of a leaf that only a policy measures have one of the `forms`.
    """
    form = one(chance, forms)
    allowed = ruleset.stages_of(leaf)
    if not allowed or yes(chance, 2 if leaf.imposed_by else 5):
        return Table({unit: invent_cell(chance, leaf, form) for unit in units})
    stages = [stage.id for stage in _some_stages(chance, ruleset, allowed)]
    if ruleset.scoring is None:
        stages = stages[:1]
    return Table({unit: _staged(chance, leaf, stages, form) for unit in units})


def _staged(chance: Chance, leaf: Criterion, stages: Iterable[str], form: Form) -> Staged:
    """A cell a stage; one that does not apply in one stage does not in any."""
    named = sorted(stages)
    first = invent_cell(chance, leaf, form)
    no_target = leaf.no_target == "not-applicable"
    if first is Mark.NOT_APPLICABLE or (isinstance(first, Ratio) and first.plan is None and no_target):
        return Staged(dict.fromkeys(named, first))
    applying = evolve(leaf, not_applicable=None, no_target=None if no_target else leaf.no_target)
    return Staged({stage: invent_cell(chance, applying, form) for stage in named})


def invent_cell_like(chance: Chance, leaf: Criterion, cell: Cell) -> Cell:
    """Another cell for the leaf, of the same stages and the same form as `cell`."""
    if isinstance(cell, Staged):
        return _staged(chance, leaf, cell.cells, form_of(next(iter(cell.cells.values()))))
    return invent_cell(chance, leaf, form_of(cell))
