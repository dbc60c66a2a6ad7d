"""Roundings: those that round nothing, and those that make equals of units which were not."""

from collections.abc import Iterator
from fractions import Fraction

from emulrules.checks.finding import Finding, Words
from emulrules.model.criterion import Criterion, PointTable, Rounding, Scale
from emulrules.model.ruleset import Ruleset
from emulrules.rounding import rounded

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What a rounding of a leaf never changes, and a note on totals that are rounded before they are ranked."""
    for criterion in ruleset.criteria:
        yield from _idle(criterion, ruleset)
    by_points = ruleset.order is not None and ruleset.order.by_points
    tables: list[tuple[tuple[str, ...], Scale | PointTable]] = [
        (("tables", id_), t) for id_, t in ruleset.tables.items()
    ]
    if ruleset.scale is not None:
        tables.append((("scale",), ruleset.scale))
    for path, scale in tables:
        if scale.rounding is not None and by_points:
            low, high, both = _made_equal(scale.points or Fraction(10), scale.rounding)
            data = {"low": low, "high": high, "both": both}
            basis = scale.rounding.basis or scale.basis
            yield Finding("check-rounding-ties", (*path, "rounding"), data, basis, note=True)


def _idle(criterion: Criterion, ruleset: Ruleset) -> Iterator[Finding]:
    """A leaf whose points are all round already; a mean of several stages need not be."""
    rounding = criterion.rounding
    averaged = len(ruleset.stages_of(criterion)) > 1 and (ruleset.scoring is None or ruleset.scoring.take == "mean")
    if rounding is None or averaged:
        return
    points = _points(criterion)
    if points and all(rounded(each, rounding) == each for each in points):
        shown = Words(tuple(points[:3]), "; ")
        data = {"criterion": criterion.id, "points": shown, "places": rounding.places}
        yield Finding("check-rounding-idle", ("criteria", criterion.id, "rounding"), data, criterion.basis)


def _points(criterion: Criterion) -> list[Fraction]:
    """What all points of a leaf are made of by adding, where its figures say it; the maximum is round by itself."""
    if criterion.method == "bands":
        return [band.points for band in criterion.bands]
    if criterion.method == "held":
        return [held.points for held in criterion.held]
    if criterion.method == "pass-fail" and criterion.max is not None:
        return [criterion.max]
    if criterion.method == "count" and criterion.each is not None:
        return [criterion.each]
    if criterion.method == "net" and criterion.each is not None and criterion.each_minus is not None:
        return [criterion.each, criterion.each_minus]
    return []


def _made_equal(points: Fraction, rounding: Rounding) -> tuple[Fraction, Fraction, Fraction]:
    """Two different totals, below what can be reached, that the rounding makes one."""
    unit = Fraction(1, 10**rounding.places)
    both = rounded(points * Fraction(9, 10), rounding)
    near = (both + unit * step / 10 for step in (-4, 0, 4, -9, 9))
    same = [value for value in near if rounded(value, rounding) == both]
    return min(same), max(same), both
