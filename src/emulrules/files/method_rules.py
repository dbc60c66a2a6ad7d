"""Rules that a criterion keeps by its method: which keys it needs, which it cannot have, and what these may say."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.key_rules import id_form, named_twice, needs, no_such_keys
from emulrules.model.criterion import Band, Criterion
from emulrules.model.exact import spell

__all__ = ["ADDING", "NEEDED", "USED_BY", "method_faults"]

NEEDED: Final = {
    "proportion": ("max",),
    "relative": ("max", "leader", "at_plan"),
    "pass-fail": ("max",),
    "bands": ("max", "bands"),
    "count": ("each",),
    "net": ("each", "each_minus"),
    "held": ("held",),
}
"""The keys that a method needs."""

USED_BY: Final = {
    "bands": ("bands",),
    "least": ("bands",),
    "most": ("bands",),
    # A policy reads what it likes of these; its points are held to the bounds.
    "each": ("count", "net", "policy"),
    "each_minus": ("net",),
    "min": ("net", "policy"),
    "above_max": ("proportion", "policy"),
    "leader": ("relative",),
    "at_plan": ("relative",),
    "held": ("held",),
    "no_target": ("proportion", "relative"),
    "step": ("entered", "proportion", "relative", "bands"),
}
"""The methods that a key means something to."""

ADDING: Final = ("net", "relative")
"""Methods that a deduction cannot have: what they give may be above 0."""


def method_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """What is wrong with the method of one criterion; one that has others below it has none."""
    method = criterion.method or "parent"
    yield from needs(criterion, path, *NEEDED.get(method, ()), kind=method)
    if method == "entered" and criterion.kind == "points":
        yield from needs(criterion, path, "max", kind=method)
    for key, methods in USED_BY.items():
        if method not in methods and getattr(criterion, key) is not False:
            yield from no_such_keys(criterion, path, key, kind=method)
    if method == "parent":
        yield from no_such_keys(criterion, path, "not_applicable", kind=method)
    elif criterion.not_applicable is not None:
        yield from needs(criterion, path, "max", kind="not_applicable")
    if method in ADDING and criterion.kind == "deduction":
        yield Fault("method-adds", (*path, "method"), {"method": method})
    if criterion.no_target == "own-group" and method == "proportion":
        yield Fault("own-group-alone", (*path, "no_target"))
    yield from _each_faults(criterion, path)
    yield from _bound_faults(criterion, path)
    if method == "held":
        yield from _held_faults(criterion, (*path, "held"))
    if method == "bands":
        yield from _band_faults(criterion, (*path, "bands"))
        yield from _figure_faults(criterion, path)


def _each_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    taken = criterion.kind == "deduction"
    each, minus = criterion.each, criterion.each_minus
    if each is not None and (each >= 0 if taken else each <= 0):
        yield Fault("each-negative-due" if taken else "each-positive-due", (*path, "each"))
    if minus is not None and minus >= 0:
        yield Fault("each-minus-negative-due", (*path, "each_minus"), {"got": spell(minus)})


def _bound_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """Points lie between the least and the most that a criterion gives, and a relative scale between them."""
    most, least, at_plan = criterion.max, criterion.min, criterion.at_plan
    if least is not None and criterion.kind == "deduction":
        yield Fault("key-useless", (*path, "min"), {"key": "min", "kind": "deduction"})
    elif least is not None and most is not None and least >= most:
        yield Fault("min-not-below-max", (*path, "min"), {"min": spell(least), "max": spell(most)})
    if at_plan is not None and at_plan < 0:
        yield Fault("number-below", (*path, "at_plan"), {"got": spell(at_plan), "least": 0})
    elif at_plan is not None and most is not None and at_plan >= most:
        yield Fault("at-plan-not-below-max", (*path, "at_plan"), {"at_plan": spell(at_plan), "max": spell(most)})


def _held_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    for index, held in enumerate(criterion.held):
        here = (*path, index)
        yield from id_form(held.award, (*here, "award"))
        taken = criterion.kind == "deduction"
        if held.points >= 0 if taken else held.points <= 0:
            yield Fault("held-negative-due" if taken else "held-positive-due", (*here, "points"))
        elif criterion.max is not None and abs(held.points) > criterion.max:
            data = {"got": spell(held.points), "max": spell(criterion.max)}
            yield Fault("held-above-max", (*here, "points"), data)
    yield from named_twice(tuple(held.award for held in criterion.held), path)


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
        yield Fault(
            "figures-backwards", (*path, "least"), {"least": _told(criterion, least), "most": _told(criterion, most)}
        )
        return
    for index, band in enumerate(criterion.bands):
        for key, threshold in (("at_least", band.at_least), ("more_than", band.more_than)):
            if threshold is None:
                continue
            outside = None
            if least is not None and threshold < least:
                outside = f"least = {_told(criterion, least)}"
            elif most is not None and (threshold > most or (key == "more_than" and threshold == most)):
                outside = f"most = {_told(criterion, most)}"
            if outside is not None:
                data = {"key": key, "got": _told(criterion, threshold), "bound": outside}
                yield Fault("threshold-outside", (*path, "bands", index, key), data)


def _told(criterion: Criterion, figure: Fraction) -> str:
    """A figure as the file may have it: a percentage in its quotes where figures are parts of a whole."""
    shown = spell(figure * 100)
    whole = figure != 1 and figure.denominator == 1
    return spell(figure) if whole or not criterion.is_of_parts or "/" in shown else f'"{shown}%"'


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
