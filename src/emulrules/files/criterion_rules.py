"""Rules that criteria keep: bounds and rounding of each, and how a tree of them adds up.

Points-children's weighted maxima sum to their parent's maximum unless it says `cap = true`; those at the top sum to the
points of the scale.
"""

from collections.abc import Iterator
from fractions import Fraction

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.method_rules import method_faults
from emulrules.files.toml_layout import NESTING
from emulrules.model.criterion import Criterion, Rounding
from emulrules.model.exact import PLACES, spell
from emulrules.model.ruleset import Ruleset
from emulrules.rounding import rounded

__all__ = ["criteria_faults", "criterion_faults", "rounding_faults"]


def criterion_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """What is wrong with one criterion by itself."""
    yield from method_faults(criterion, path)
    if criterion.weight < 0:
        yield Fault("number-below", (*path, "weight"), {"got": spell(criterion.weight), "least": 0})
    if criterion.max is not None and criterion.max <= 0:
        yield Fault("max-not-positive", (*path, "max"), {"got": spell(criterion.max)})
    if criterion.rounding is not None:
        yield from rounding_faults(criterion.rounding, (*path, "rounding"))
        yield from _bound_faults(criterion, criterion.rounding, path)


def rounding_faults(rounding: Rounding, path: Path) -> Iterator[Fault]:
    """A rounding keeps as many places as a decimal can be spelt with, at the most."""
    if not 0 <= rounding.places <= PLACES:
        yield Fault("places-out-of-range", (*path, "places"), {"got": rounding.places, "most": PLACES})


def _bound_faults(criterion: Criterion, rounding: Rounding, path: Path) -> Iterator[Fault]:
    """Bounds are round already, so that no rounding passes them."""
    if not 0 <= rounding.places <= PLACES:
        return
    for key, bound in (("max", criterion.max), ("min", criterion.min)):
        if bound is not None and rounded(bound, rounding) != bound:
            yield Fault("bound-not-round", (*path, key), {"key": key, "got": spell(bound), "places": rounding.places})


def criteria_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What is wrong with all criteria together."""
    by_id = {criterion.id: criterion for criterion in ruleset.criteria}
    places = {criterion.id: ("criteria", index) for index, criterion in enumerate(ruleset.criteria)}
    children: dict[str | None, list[Criterion]] = {}
    faults: list[Fault] = []
    for criterion in ruleset.criteria:
        children.setdefault(criterion.parent, []).append(criterion)
        faults.extend(_parent_faults(criterion, by_id, (*places[criterion.id], "parent")))
    yield from faults
    if faults:
        return  # without a tree nothing adds up
    for criterion in ruleset.criteria:
        yield from _node_faults(criterion, children, places[criterion.id])
    yield from _scale_faults(ruleset, children)


def _parent_faults(criterion: Criterion, by_id: dict[str, Criterion], path: Path) -> Iterator[Fault]:
    above, passed = criterion.parent, {criterion.id}
    if above is not None and above not in by_id:
        yield unknown("criterion-not-listed", path, above, by_id)
        return
    if above is not None and by_id[above].kind != criterion.kind:
        yield Fault("kind-of-parent", path, {"id": criterion.id, "parent": above, "kind": by_id[above].kind})
    while above is not None and above in by_id:
        if above in passed:
            if above == criterion.id:
                yield Fault("criterion-cycle", path, {"id": criterion.id})
            return
        if len(passed) >= NESTING:
            yield Fault("too-deep", path, {"most": NESTING})
            return
        passed.add(above)
        above = by_id[above].parent


def _node_faults(criterion: Criterion, children: dict[str | None, list[Criterion]], path: Path) -> Iterator[Fault]:
    below = children.get(criterion.id, [])
    if below and criterion.method is not None:
        yield Fault("leaf-with-children", (*path, "method"), {"id": criterion.id, "child": below[0].id})
    if not below and criterion.method is None:
        yield Fault("leaf-without-method", path, {"id": criterion.id})
    if not below or criterion.max is None or criterion.cap:
        return
    sum_of = _sum(below, children)
    if sum_of is None:
        yield Fault("children-without-max", (*path, "max"), {"id": criterion.id})
    elif sum_of != criterion.max:
        data = {"id": criterion.id, "sum": spell(sum_of), "max": spell(criterion.max)}
        yield Fault("children-sum", (*path, "max"), data)


def _sum(criteria: list[Criterion], children: dict[str | None, list[Criterion]]) -> Fraction | None:
    """The weighted maxima of points; None where one has none."""
    total = Fraction(0)
    for criterion in criteria:
        if criterion.kind != "points":
            continue
        below = children.get(criterion.id, [])
        reach = criterion.max if criterion.max is not None or not below else _sum(below, children)
        if reach is None:
            return None
        total += criterion.weight * reach
    return total


def _scale_faults(ruleset: Ruleset, children: dict[str | None, list[Criterion]]) -> Iterator[Fault]:
    top = [criterion for criterion in children.get(None, []) if criterion.kind == "points"]
    if not top or ruleset.scale is None or ruleset.scale.points is None:
        return
    sum_of = _sum(top, children)
    if sum_of is not None and sum_of != ruleset.scale.points:
        data = {"sum": spell(sum_of), "points": spell(ruleset.scale.points)}
        yield Fault("scale-sum", ("scale", "points"), data)
