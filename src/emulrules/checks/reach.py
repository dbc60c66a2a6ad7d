"""Reach: the most points that a criterion can give, as far as its own figures say it.

Points of a deduction are counted as what they take off. None is without a bound, or known to the plugin alone.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from emulrules.model.criterion import Criterion

__all__ = ["Children", "farthest", "most", "most_of"]

Children = Mapping[str | None, list[Criterion]]
"""The criteria below each."""


def most(criterion: Criterion, children: Children) -> Fraction | None:
    """The most points of one criterion, before its weight; of a parent or a frame, within what it caps or is given."""
    if criterion.frame:
        return criterion.max
    if criterion.method is None:
        below = most_of(children.get(criterion.id, []), children)
        capped = criterion.max if criterion.cap else None
        return capped if below is None else below if capped is None else min(below, capped)
    given = farthest(criterion)
    if criterion.above_max or criterion.max is None:
        return given
    return criterion.max if given is None else min(given, criterion.max)


def farthest(criterion: Criterion) -> Fraction | None:
    """The most points that the method of a leaf comes to before it is cut to the maximum; None where there is no end.

    A proportion and what is entered end at the maximum by themselves.
    """
    if criterion.method == "bands":
        return max((abs(band.points) for band in criterion.bands), default=None)
    if criterion.method == "held":
        return sum((abs(held.points) for held in criterion.held), Fraction(0))
    if criterion.method in ("count", "net", "policy") or criterion.above_max:
        return None
    return criterion.max


def most_of(criteria: Iterable[Criterion], children: Children) -> Fraction | None:
    """The most points of several together, each with its weight; None where one has no end."""
    total = Fraction(0)
    for criterion in criteria:
        points = most(criterion, children)
        if points is None and criterion.weight:
            return None
        total += criterion.weight * (points or Fraction(0))
    return total
