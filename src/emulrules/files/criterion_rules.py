"""Rules that criteria keep: what each method needs, and how a tree of them adds up.

Points-children's weighted maxima sum to their parent's maximum unless it says `cap = true`; those at the top sum to the
points of the scale.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import needs, no_such_keys
from emulrules.files.toml_layout import NESTING
from emulrules.model.criterion import Band, Criterion
from emulrules.model.exact import spell
from emulrules.model.ruleset import Ruleset

__all__ = ["criteria_faults", "criterion_faults"]

_BOUNDED: Final = {"proportion", "pass-fail", "bands"}


def criterion_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """What is wrong with one criterion by itself."""
    method = criterion.method or "parent"
    yield from _method_faults(criterion, method, path)
    if criterion.weight < 0:
        yield Fault("number-below", (*path, "weight"), {"got": spell(criterion.weight), "least": 0})
    if criterion.max is not None and criterion.max <= 0:
        yield Fault("max-not-positive", (*path, "max"), {"got": spell(criterion.max)})
    if criterion.each is not None:
        below = criterion.kind == "deduction"
        if criterion.each == 0 or (criterion.each < 0) != below:
            yield Fault("each-negative-due" if below else "each-positive-due", (*path, "each"))


def _method_faults(criterion: Criterion, method: str, path: Path) -> Iterator[Fault]:
    if method in _BOUNDED or (method == "entered" and criterion.kind == "points"):
        yield from needs(criterion, path, "max", kind=method)
    if method == "bands":
        yield from needs(criterion, path, "bands", kind=method)
        yield from _band_faults(criterion, (*path, "bands"))
        yield from _figure_faults(criterion, path)
    else:
        yield from no_such_keys(criterion, path, "bands", "least", "most", kind=method)
    if method == "count":
        yield from needs(criterion, path, "each", kind=method)
    elif method != "policy":
        yield from no_such_keys(criterion, path, "each", kind=method)
    if method != "proportion":
        yield from no_such_keys(criterion, path, "no_target", kind=method)
    if method == "parent":
        yield from no_such_keys(criterion, path, "not_applicable", kind=method)
    elif criterion.not_applicable is not None:
        yield from needs(criterion, path, "max", kind="not_applicable")


def _band_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    bands = criterion.bands
    for index, band in enumerate(bands):
        here = (*path, index)
        stated = (band.at_least is not None) + (band.more_than is not None)
        last = index == len(bands) - 1
        if last and stated:
            yield Fault("bands-without-floor", here)
        elif not last and stated != 1:
            yield Fault("exactly-one", here, {"keys": "at_least, more_than"})
        elif not last and index and not _from(band) < _from(bands[index - 1]):
            yield Fault("bands-not-descending", here)
        yield from _band_point_faults(criterion, band.points, (*here, "points"))


def _figure_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """The bounds of the figures hold every threshold, and leave figures between them."""
    least, most = criterion.least, criterion.most
    if least is not None and most is not None and least >= most:
        yield Fault("figures-backwards", (*path, "least"), {"least": spell(least), "most": spell(most)})
        return
    for index, band in enumerate(criterion.bands):
        for key, threshold in (("at_least", band.at_least), ("more_than", band.more_than)):
            if threshold is None:
                continue
            outside = None
            if least is not None and threshold < least:
                outside = f"least = {spell(least)}"
            elif most is not None and (threshold > most or (key == "more_than" and threshold == most)):
                outside = f"most = {spell(most)}"
            if outside is not None:
                data = {"key": key, "got": spell(threshold), "bound": outside}
                yield Fault("threshold-outside", (*path, "bands", index, key), data)


def _band_point_faults(criterion: Criterion, points: Fraction, path: Path) -> Iterator[Fault]:
    """Points of a band lie between nothing and the maximum; in a deduction they are taken off."""
    taken = criterion.kind == "deduction"
    if points > 0 if taken else points < 0:
        yield Fault("band-adds" if taken else "band-takes", path, {"got": spell(points)})
    elif criterion.max is not None and abs(points) > criterion.max:
        yield Fault("above-max", path, {"got": spell(points), "max": spell(criterion.max)})


def _from(band: Band) -> tuple[Fraction, bool]:
    """Where a band begins; at one value, "more than" begins after "at least"."""
    if band.more_than is not None:
        return band.more_than, True
    return (Fraction(-(10**60)) if band.at_least is None else band.at_least), False


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
