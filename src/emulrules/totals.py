"""Totals: the sums of a criteria tree, for each unit, in one fixed order.

Inside a parent: weighted sum, rescaling for what does not apply, cap, rounding. At the top: the scale's rescaling, then
bonus (capped once, by the scale), then deductions, rounding last; a total may be negative.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import Final

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.methods import Leaf
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.rule import Rule
from emulrules.rounding import note_rounded
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Totals", "totals"]

_ZERO: Final = Fraction(0)


@frozen
class Totals:
    """Points of every criterion, leaf or not, and the total of every unit."""

    points: dict[str, Leaf]
    total: dict[str, Fraction]


@frozen
class _Sum:
    """A part of a unit's points: `value` None where nothing applies; `lost` is the maximum that does not apply."""

    value: Fraction | None
    lost: Fraction = _ZERO


class _Tree:
    """The criteria by parent, with their weights, for one unit after another."""

    def __init__(
        self, criteria: tuple[Criterion, ...], weights: Mapping[str, Fraction], points: dict[str, Leaf], trace: Trace
    ) -> None:
        self._weights = weights
        self._points = points
        self._trace = trace
        self.children: dict[str | None, list[Criterion]] = {}
        for criterion in criteria:
            self.children.setdefault(criterion.parent, []).append(criterion)
            self._points.setdefault(criterion.id, {})

    def roots(self, kind: str) -> list[Criterion]:
        """The criteria at the top of one kind."""
        return [criterion for criterion in self.children.get(None, []) if criterion.kind == kind]

    def add(self, criteria: list[Criterion], unit: str) -> _Sum:
        """The weighted sum of what applies, and the weighted maximum of what does not."""
        values: list[Fraction] = []
        lost = _ZERO
        for criterion in criteria:
            weight = self._weights[criterion.id]
            part = self._leaf(criterion, unit) if criterion.method is not None else self._node(criterion, unit)
            if part.value is not None:
                values.append(part.value if weight == 1 else weight * part.value)
            if part.lost:
                lost += weight * part.lost
        return _Sum(_sum(values) if values else None, lost)

    def _leaf(self, criterion: Criterion, unit: str) -> _Sum:
        value = self._points[criterion.id][unit]
        return _Sum(value) if value is not None else _Sum(None, self._maximum(criterion))

    def _node(self, criterion: Criterion, unit: str) -> _Sum:
        part = self.add(self.children.get(criterion.id, []), unit)
        if part.value is not None:
            self._trace.step("sum", part.value, rule=criterion.rule, unit=unit)
            part = self._rescaled(criterion, part, unit)
        elif criterion.kind == "points" and criterion.max is not None:
            part = _Sum(None, criterion.max)
        value = part.value
        if criterion.cap and value is not None and criterion.max is not None and value > criterion.max:
            self._trace.step("cap", criterion.max, rule=criterion.rule, unit=unit, sum=value)
            value = criterion.max
        if criterion.rounding is not None and value is not None:
            value = note_rounded(value, criterion.rounding, criterion.rule, unit, self._trace)
        self._points[criterion.id][unit] = value
        return part if value is part.value else _Sum(value, part.lost)

    def _maximum(self, criterion: Criterion) -> Fraction:
        """What a leaf that does not apply takes out of the denominator; bonus and deductions are in none."""
        if criterion.kind != "points":
            return _ZERO
        if criterion.max is None:
            raise RulesetError(Fault("rescale-without-max", ("criteria", criterion.id), {"criterion": criterion.id}))
        return criterion.max

    def _rescaled(self, criterion: Criterion, part: _Sum, unit: str) -> _Sum:
        if not part.lost or criterion.max is None:
            return part
        # Below a cap the criteria may sum to more than it: what they could reach is then what is rescaled to.
        most = self._reach(criterion) if criterion.cap else criterion.max
        return _Sum(_rescale(self._trace, criterion.rule, unit, part, most))

    def _reach(self, criterion: Criterion) -> Fraction:
        """The weighted sum of the maxima below a criterion; a group without one reaches what is below it."""
        below = self.children.get(criterion.id, [])
        return _sum([self._weights[child.id] * self._most(child) for child in below])

    def _most(self, criterion: Criterion) -> Fraction:
        grouped = criterion.method is None and criterion.max is None
        return self._reach(criterion) if grouped else self._maximum(criterion)


def _sum(values: list[Fraction]) -> Fraction:
    """The exact sum, in integers over a common denominator: one fraction is reduced instead of one a summand."""
    above, below = 0, 1
    for value in values:
        numerator, denominator = value.numerator, value.denominator
        if denominator != below:
            common = lcm(below, denominator)
            above, below, numerator = above * (common // below), common, numerator * (common // denominator)
        above += numerator
    return Fraction(above, below)


def _rescale(trace: Trace, rule: Rule, unit: str, part: _Sum, most: Fraction) -> Fraction:
    """The sum as if what does not apply had not been asked: times max / (max - max of what does not apply)."""
    value = part.value if part.value is not None else _ZERO
    if part.lost >= most:
        raise SeasonError(Fault("rescale-nothing-left", ("scores",), {"rule": rule.path, "unit": unit}))
    scaled = value * most / (most - part.lost)
    trace.warn("rescaled", rule.path, (unit,))
    trace.step("rescale", scaled, rule=rule, unit=unit, sum=value, max=most, not_applicable=part.lost)
    return scaled


def totals(
    criteria: tuple[Criterion, ...],
    scale: Scale | None,
    weights: Mapping[str, Fraction],
    points: dict[str, Leaf],
    units: tuple[str, ...],
    rule: Rule,
    trace: Trace,
) -> Totals:
    """The total of every unit, and the points of every criterion; `rule` is what the order rests on.

    Raises `SeasonError` for a unit that nothing applies to, and `RulesetError` where nothing says how to rescale.
    """
    tree = _Tree(criteria, weights, points, trace)
    top = scale.rule if scale is not None else rule
    total = {unit: _total(tree, scale, unit, top, trace) for unit in units}
    return Totals(points, total)


def _total(tree: _Tree, scale: Scale | None, unit: str, rule: Rule, trace: Trace) -> Fraction:
    base = tree.add(tree.roots("points"), unit)
    value = base.value
    if value is None and tree.roots("points"):
        raise SeasonError(Fault("nothing-applies", ("scores",), {"unit": unit}))
    value = value if value is not None else _ZERO
    if base.lost:
        if scale is None or scale.points is None:
            raise RulesetError(Fault("rescale-without-scale", ("scale",), {"unit": unit}))
        value = _rescale(trace, rule, unit, base, scale.points)
    added = _side(tree, "bonus", unit)
    if added is not None:
        if scale is not None and scale.bonus is not None and added > scale.bonus:
            trace.step("cap", scale.bonus, rule=rule, unit=unit, sum=added)
            added = scale.bonus
        value += added
        trace.step("bonus", added, rule=rule, unit=unit)
    taken = _side(tree, "deduction", unit)
    if taken is not None:
        value += taken
        trace.step("deduct", taken, rule=rule, unit=unit)
    trace.step("total", value, rule=rule, unit=unit)
    if scale is None or scale.rounding is None:
        return value
    return note_rounded(value, scale.rounding, scale.rule, unit, trace)


def _side(tree: _Tree, kind: str, unit: str) -> Fraction | None:
    """The sum of bonus or deductions; None where the ruleset has none or none applies."""
    roots = tree.roots(kind)
    return tree.add(roots, unit).value if roots else None
