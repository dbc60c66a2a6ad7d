"""Invented criteria: small trees of them, and cells that their leaves accept.

Maxima are small whole numbers and add up as a reader demands, so that totals are often equal. Where cells need not
apply, every weight is positive and nothing is capped, and the first leaf always applies: so something is always left
to rescale by.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import count
from typing import Final, Literal

from attrs import evolve
from hypothesis import strategies as st

from emulrules.model.ruleset import Band, Criterion, Scale
from emulrules.model.season import Cell, Mark, Ratio, Trust

__all__ = ["BASIS", "cells", "invented_criteria", "trusts"]

BASIS: Final = ("Quy chế (giả định)",)

Kind = Literal["points", "bonus", "deduction"]

_SHAPES: Final = ((0,), (0, 0), (1,), (2,), (2, 0), (0, 1))
"""The criteria of points at the top: 0 is a leaf, another number a parent of so many leaves."""

_SIDES: Final[tuple[tuple[Kind, ...], ...]] = ((), ("bonus",), ("deduction",), ("bonus", "deduction"))

_METHODS: Final[tuple[Literal["entered", "proportion", "pass-fail", "bands", "count"], ...]] = (
    "entered",
    "proportion",
    "pass-fail",
    "bands",
    "count",
)


def trusts() -> st.SearchStrategy[Trust]:
    """How far an invented rule can be trusted; most were read."""
    return st.sampled_from(("read", "read", "read", "reported", "assumed"))


def invented_criteria() -> st.SearchStrategy[tuple[tuple[Criterion, ...], Scale | None]]:
    """A tree of up to three leaves of points, a bonus and a deduction, with the scale that they are measured on."""
    return _trees()


@st.composite
def _trees(draw: st.DrawFn) -> tuple[tuple[Criterion, ...], Scale | None]:
    ids = (f"tieu-chi-{number}" for number in count(1))
    partial = draw(st.booleans())
    found: list[Criterion] = []
    for children in draw(st.sampled_from(_SHAPES)):
        root = draw(_leaves(ids, "points", partial, partial and bool(found)))
        found.extend(_parent(draw, root, ids, children, partial, bool(found)) if children else [root])
    for kind in draw(st.sampled_from(_SIDES)):
        found.append(draw(_leaves(ids, kind, partial, False)))
    roots = [criterion for criterion in found if criterion.parent is None and criterion.kind == "points"]
    limit = draw(st.none() | st.integers(1, 3).map(Fraction))
    scale = Scale(BASIS, draw(trusts()), _reach(roots), limit) if partial or draw(st.booleans()) else None
    return tuple(draw(st.permutations(found))), scale


def _parent(
    draw: st.DrawFn, shape: Criterion, ids: Iterator[str], children: int, partial: bool, later: bool
) -> list[Criterion]:
    """A parent in the place of `shape`, with its leaves; capped below their sum only where every cell applies."""
    leaves = [
        evolve(draw(_leaves(ids, "points", partial, partial and (later or bool(index)))), parent=shape.id)
        for index in range(children)
    ]
    reach = _reach(leaves)
    cap = not reach or (not partial and draw(st.booleans()))
    most = Fraction(draw(st.integers(1, 3))) if cap else reach
    parent = Criterion(shape.id, shape.name, BASIS, shape.trust, max=most, weight=shape.weight, cap=cap)
    return [parent, *leaves]


def _reach(criteria: Iterable[Criterion]) -> Fraction:
    return sum((criterion.weight * (criterion.max or 0) for criterion in criteria), Fraction(0))


@st.composite
def _leaves(draw: st.DrawFn, ids: Iterator[str], kind: Kind, partial: bool, optional: bool) -> Criterion:
    """A leaf of a tree in which cells need not apply if it is `partial`; those of this leaf if it is `optional`."""
    id_ = next(ids)
    method = draw(st.sampled_from(_METHODS))
    sign = -1 if kind == "deduction" else 1
    most = draw(st.integers(1, 3))
    weights = (1, 1, 2) if partial else (1, 1, 2, 0)
    return Criterion(
        id_,
        f"Tiêu chí {id_.rpartition('-')[2]}",
        BASIS,
        draw(trusts()),
        kind=kind,
        method=method,
        max=Fraction(most),
        weight=Fraction(draw(st.sampled_from(weights))),
        bands=draw(_bands(most, sign)) if method == "bands" else (),
        each=Fraction(sign) if method == "count" else None,
        not_applicable="rescale" if optional and draw(st.booleans()) else None,
        no_target="not-applicable" if optional and method == "proportion" and draw(st.booleans()) else None,
    )


@st.composite
def _bands(draw: st.DrawFn, most: int, sign: int) -> tuple[Band, ...]:
    """One or two thresholds from the top and a floor; the points need not fall with them."""
    points = st.integers(0, most).map(lambda number: Fraction(sign * number))
    thresholds = sorted(draw(st.sets(st.integers(1, 3), min_size=1, max_size=2)), reverse=True)
    strict = draw(st.booleans())
    stated = [
        Band(draw(points), None if strict else Fraction(each), Fraction(each) if strict else None)
        for each in thresholds
    ]
    return (*stated, Band(draw(points)))


def cells(criterion: Criterion) -> st.SearchStrategy[Cell]:
    """Cells that the leaf `criterion` accepts: small whole numbers, ratios or marks.

    A leaf of the method `policy` has none.
    """
    most = int(criterion.max) if criterion.max is not None else 3
    wide = min(most, 3) if criterion.method == "entered" else 3
    numbers: st.SearchStrategy[Cell] = st.integers(0, wide).map(Fraction)
    if criterion.method == "proportion":
        plans = st.integers(1, 3).map(Fraction)
        if criterion.no_target is not None:
            numbers = st.builds(Ratio, st.integers(0, 3).map(Fraction), st.none() | plans)
        else:
            numbers = st.builds(Ratio, st.integers(0, 3).map(Fraction), plans)
    elif criterion.method == "pass-fail":
        numbers = st.sampled_from((Mark.PASS, Mark.FAIL))
    elif criterion.method == "bands":
        edges = [each for band in criterion.bands for each in (band.at_least, band.more_than) if each is not None]
        numbers = st.sampled_from((Fraction(0), *edges, *(edge + 1 for edge in edges)))
    if criterion.not_applicable is None:
        return numbers
    return numbers | st.just(Mark.NOT_APPLICABLE)
