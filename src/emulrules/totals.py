"""Totals: the sums of a criteria tree, for each unit, in one fixed order.

Inside a parent: weighted sum, rescaling for what does not apply, cap, rounding. At the top: the scale's rescaling, then
bonus (capped once, by the scale), then deductions, rounding last; a total may be negative.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import Final, NamedTuple, TypeVar

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.methods import Leaf
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.exact import is_long
from emulrules.model.rule import Rule
from emulrules.rounding import note_rounded
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Totals", "totals"]

N = TypeVar("N", Fraction, int)

_ZERO: Final = Fraction(0)


@frozen
class Totals:
    """Points of every criterion, leaf or not, and the total of every unit."""

    points: dict[str, Leaf]
    total: dict[str, Fraction]


class _Sum(NamedTuple):
    """A part of a unit's points: `value` None where nothing applies; `lost` is the maximum that does not apply."""

    value: Fraction | None
    lost: Fraction = _ZERO


class _Part(NamedTuple):
    """A criterion as a summand: its weight as two integers, and its points by unit, which those of a parent fill up."""

    criterion: Criterion
    weight: tuple[int, int]
    points: Leaf


class _Tree:
    """The criteria by parent, with their weights, for one unit after another."""

    def __init__(
        self, criteria: tuple[Criterion, ...], weights: Mapping[str, Fraction], points: dict[str, Leaf], trace: Trace
    ) -> None:
        self._weights = weights
        self._trace = trace
        self._parts: dict[str | None, list[_Part]] = {}
        for criterion in criteria:
            part = _Part(criterion, weights[criterion.id].as_integer_ratio(), points.setdefault(criterion.id, {}))
            self._parts.setdefault(criterion.parent, []).append(part)
        self._roots = {
            kind: [part for part in self._parts.get(None, []) if part.criterion.kind == kind]
            for kind in ("points", "bonus", "deduction")
        }

    def has(self, kind: str) -> bool:
        """Whether there is any criterion of this kind."""
        return bool(self._roots[kind])

    def top(self, kind: str, unit: str) -> _Sum:
        """The sum of the criteria of one kind."""
        return self._add(self._roots[kind], unit)

    def _add(self, parts: list[_Part], unit: str) -> _Sum:
        """The weighted sum of what applies, and the weighted maximum of what does not."""
        summands: list[tuple[int, int]] = []
        lost = _ZERO
        for criterion, (times, over), points in parts:
            value: Fraction | None
            missed: Fraction | None = None
            if criterion.method is None:
                value, missed = self._node(criterion, points, unit)
            elif (value := points[unit]) is None:
                missed = self._maximum(criterion)
            if value is not None:
                above, below = value.as_integer_ratio()
                summands.append((above * times, below * over))
            if missed:
                lost += missed * self._weights[criterion.id]
        return _Sum(_sum(summands, unit) if summands else None, lost)

    def _node(self, criterion: Criterion, points: Leaf, unit: str) -> _Sum:
        part = self._add(self._parts.get(criterion.id, []), unit)
        if part.value is not None:
            self._trace.step("sum", part.value, rule=criterion.rule, unit=unit)
            part = self._rescaled(criterion, part.value, part.lost, unit)
        elif criterion.kind == "points" and criterion.max is not None:
            part = _Sum(None, criterion.max)
        value = part.value
        if criterion.cap and value is not None and criterion.max is not None:
            value = self._capped(criterion, criterion.max, value, unit)
        if criterion.rounding is not None and value is not None:
            value = note_rounded(value, criterion.rounding, criterion.rule, unit, self._trace)
        points[unit] = value
        return _Sum(value, part.lost)

    def _capped(self, criterion: Criterion, most: Fraction, value: Fraction, unit: str) -> Fraction:
        """At most the maximum; of deductions, whose sum is below 0, at most so much is taken off."""
        deducts = criterion.kind == "deduction"
        within = max(value, -most) if deducts else min(value, most)
        if within != value:
            self._trace.step("cap", within, rule=criterion.rule, unit=unit, sum=value)
        return within

    def _maximum(self, criterion: Criterion) -> Fraction:
        """What a leaf that does not apply takes out of the denominator; bonus and deductions are in none."""
        if criterion.kind != "points":
            return _ZERO
        if criterion.max is None:
            raise RulesetError(Fault("rescale-without-max", ("criteria", criterion.id), {"criterion": criterion.id}))
        return criterion.max

    def _rescaled(self, criterion: Criterion, value: Fraction, lost: Fraction, unit: str) -> _Sum:
        if not lost or criterion.max is None:
            return _Sum(value, lost)
        # Below a cap the criteria may sum to more than it: what they could reach is then what is rescaled to.
        most = self._reach(criterion) if criterion.cap else criterion.max
        return _Sum(_rescale(self._trace, criterion.rule, unit, value, lost, most))

    def _reach(self, criterion: Criterion) -> Fraction:
        """The weighted sum of the maxima below a criterion; a group without one reaches what is below it."""
        below = self._parts.get(criterion.id, [])
        return sum((self._weights[part.criterion.id] * self._most(part.criterion) for part in below), _ZERO)

    def _most(self, criterion: Criterion) -> Fraction:
        grouped = criterion.method is None and criterion.max is None
        return self._reach(criterion) if grouped else self._maximum(criterion)


def _sum(summands: list[tuple[int, int]], unit: str) -> Fraction:
    """The exact sum of quotients, in integers over a common denominator: one is reduced instead of every summand.

    Of long plans without a common measure it would grow with each, until nobody could spell it or wait for it.
    """
    above, below = 0, 1
    for numerator, denominator in summands:
        if below % denominator:
            common = _within(lcm(below, denominator), unit)
            above, below = above * (common // below), common
        above += numerator * (below // denominator)
    return Fraction(above, below)


def _within(value: N, unit: str) -> N:
    """The value, if it can be written down."""
    if is_long(value):
        raise SeasonError(Fault("measure-too-long", ("scores",), {"unit": unit}))
    return value


def _rescale(trace: Trace, rule: Rule, unit: str, value: Fraction, lost: Fraction, most: Fraction) -> Fraction:
    """The sum as if what does not apply had not been asked: times max / (max - max of what does not apply)."""
    if lost >= most:
        raise SeasonError(Fault("rescale-nothing-left", ("scores",), {"rule": rule.path, "unit": unit}))
    scaled = _within(value * most / (most - lost), unit)
    trace.warn("rescaled", rule.path, (unit,))
    trace.step("rescale", scaled, rule=rule, unit=unit, sum=value, max=most, not_applicable=lost)
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
    base = tree.top("points", unit)
    value = base.value
    if value is None and tree.has("points"):
        raise SeasonError(Fault("nothing-applies", ("scores",), {"unit": unit}))
    value = value if value is not None else _ZERO
    if base.lost:
        if scale is None or scale.points is None:
            raise RulesetError(Fault("rescale-without-scale", ("scale",), {"unit": unit}))
        value = _rescale(trace, rule, unit, value, base.lost, scale.points)
    added = tree.top("bonus", unit).value
    if added is not None:
        if scale is not None and scale.bonus is not None and added > scale.bonus:
            trace.step("cap", scale.bonus, rule=rule, unit=unit, sum=added)
            added = scale.bonus
        value += added
        trace.step("bonus", added, rule=rule, unit=unit)
    taken = tree.top("deduction", unit).value
    if taken is not None:
        value += taken
        trace.step("deduct", taken, rule=rule, unit=unit)
    trace.step("total", _within(value, unit), rule=rule, unit=unit)
    if scale is None or scale.rounding is None:
        return value
    return note_rounded(value, scale.rounding, scale.rule, unit, trace)
