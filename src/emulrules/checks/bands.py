"""Bands: which of them no figure reaches, and which thresholds change nothing, or give more for less.

The reader holds them in falling order with a floor, so that there is neither gap nor overlap between figures; here it
is looked at what they give. Fewer may be better, such as of accidents, as long as it is so throughout.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from emulrules.checks.finding import Finding, Words, share
from emulrules.model.criterion import Band, Criterion
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with the bands of each criterion."""
    for criterion in ruleset.criteria:
        if criterion.method == "bands":
            yield from _floor_alone(criterion)
            yield from _equal(criterion)
            yield from _crossing(criterion)
            yield from _floor(criterion)
            yield from _below_max(criterion)


def _floor_alone(criterion: Criterion) -> Iterator[Finding]:
    """A floor and no band above it: all figures give the same."""
    if len(criterion.bands) == 1:
        data = {"criterion": criterion.id, "points": criterion.bands[0].points}
        yield Finding("check-bands-floor-alone", _path(criterion), data, criterion.basis)


def _threshold(criterion: Criterion, band: Band) -> Words:
    """From which figure on a band is, as a sentence says it."""
    if band.at_least is not None:
        return Words(("≥ ", _figure(criterion, band.at_least)))
    return Words(("…",)) if band.more_than is None else Words(("> ", _figure(criterion, band.more_than)))


def _figure(criterion: Criterion, value: Fraction) -> Fraction | Words:
    return share(value) if criterion.is_of_parts else value


def _equal(criterion: Criterion) -> Iterator[Finding]:
    """Two bands beside each other that give the same points: the threshold between them parts nobody."""
    for index, (upper, lower) in enumerate(pairwise(criterion.bands)):
        if upper.points == lower.points:
            data = {"criterion": criterion.id, "threshold": _threshold(criterion, upper), "points": upper.points}
            yield Finding("check-band-same-points", (*_path(criterion), index, "points"), data, criterion.basis)


def _crossing(criterion: Criterion) -> Iterator[Finding]:
    """Points that go up and down again while the figures fall: a middle figure would be the best or the worst."""
    rising: bool | None = None
    for index, (upper, lower) in enumerate(pairwise(criterion.bands)):
        if upper.points == lower.points:
            continue
        if rising is not None and rising != (upper.points > lower.points):
            before = criterion.bands[index - 1]
            shown = Words(
                tuple(Words((_threshold(criterion, each), each.points), ": ") for each in (before, upper, lower)), "; "
            )
            data = {"criterion": criterion.id, "bands": shown}
            yield Finding("check-bands-crossing", (*_path(criterion), index + 1, "points"), data, criterion.basis)
            return
        rising = upper.points > lower.points


def _floor(criterion: Criterion) -> Iterator[Finding]:
    """A floor below the least figure that there can be."""
    *above, _ = criterion.bands
    if above and criterion.least is not None and above[-1].at_least == criterion.least:
        data = {
            "criterion": criterion.id,
            "least": _figure(criterion, criterion.least),
            "points": criterion.bands[-1].points,
        }
        yield Finding("check-floor-unreachable", (*_path(criterion), len(above)), data, criterion.basis)


def _below_max(criterion: Criterion) -> Iterator[Finding]:
    """A maximum that no band gives."""
    best = max((abs(band.points) for band in criterion.bands), default=Fraction(0))
    if criterion.max is not None and best < criterion.max:
        data = {"criterion": criterion.id, "max": criterion.max, "best": best}
        yield Finding("check-max-unreachable", ("criteria", criterion.id, "max"), data, criterion.basis)


def _path(criterion: Criterion) -> tuple[str | int, ...]:
    return ("criteria", criterion.id, "bands")
