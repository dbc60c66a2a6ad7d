"""Rules that one criterion keeps by itself: by its method, its bounds and rounding, its stages, or as a frame."""

from collections.abc import Iterator

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.key_rules import named_twice, needs, no_such_keys
from emulrules.files.method_rules import method_faults
from emulrules.model.criterion import Criterion, Rounding
from emulrules.model.exact import PLACES, spell
from emulrules.rounding import rounded

__all__ = ["criterion_faults", "rounding_faults"]


def criterion_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """What is wrong with one criterion by itself."""
    yield from method_faults(criterion, path)
    yield from _stage_faults(criterion, path)
    if criterion.frame:
        yield from needs(criterion, path, "max", kind="frame")
        yield from no_such_keys(criterion, path, "method", kind="frame")
    if criterion.weight < 0:
        yield Fault("number-below", (*path, "weight"), {"got": spell(criterion.weight), "least": 0})
    if criterion.max is not None and criterion.max <= 0:
        yield Fault("max-not-positive", (*path, "max"), {"got": spell(criterion.max)})
    if criterion.step is not None and criterion.step <= 0:
        yield Fault("step-not-positive", (*path, "step"), {"got": spell(criterion.step)})
    if criterion.rounding is not None:
        yield from rounding_faults(criterion.rounding, (*path, "rounding"))
        yield from _bound_faults(criterion, criterion.rounding, path)


def _stage_faults(criterion: Criterion, path: Path) -> Iterator[Fault]:
    """Only leaves have cells, so only they are scored in stages; only a deduction is imposed."""
    if criterion.method is None:
        yield from no_such_keys(criterion, path, "stages", "imposed_by", kind="frame" if criterion.frame else "parent")
    elif criterion.kind != "deduction":
        yield from no_such_keys(criterion, path, "imposed_by", kind=criterion.kind)
    yield from named_twice(criterion.stages, (*path, "stages"))
    yield from named_twice(criterion.imposed_by, (*path, "imposed_by"))


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
