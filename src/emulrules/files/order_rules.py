"""Rules that the order and the chain of ties keep: what each kind needs, and which steps may follow which."""

from collections.abc import Iterator
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import body_faults, named_twice, needs, no_such_keys, place_faults, threshold_faults
from emulrules.model.order import Order, TieStep
from emulrules.model.ruleset import Ruleset

__all__ = ["BY_VOTES", "STEP_ALLOWED", "STEP_KEYS", "STEP_NEEDED", "chain_faults", "order_faults", "tie_faults"]

STEP_NEEDED: Final = {
    "criterion": ("criterion",),
    "share": ("share",),
    "head-to-head": ("then",),
    "ballot": ("asks",),
    "decision": ("asks",),
    "lot": ("asks",),
}
"""The keys that a kind of step needs."""

STEP_ALLOWED: Final = {"share": ("at_least", "more_than"), "head-to-head": ("over",)}
"""What a kind of step may say besides."""

STEP_KEYS: Final = ("criterion", "share", "at_least", "more_than", "over", "then", "asks")
"""What some kind of step may say."""

BY_VOTES: Final = ("ballot", "points-then-ballot")
"""The orders for which somebody votes."""


def order_faults(order: Order, path: Path) -> Iterator[Fault]:
    """What is wrong with the order by itself: nobody is asked to vote unless it says who."""
    yield from place_faults(order.name_places, (*path, "name_places"))
    if order.by in BY_VOTES:
        yield from needs(order, path, "asks", kind=order.by)
        yield from body_faults(order, path)
    checks = needs if order.by == "points-then-ballot" else no_such_keys
    yield from checks(order, path, "shortlist", kind=order.by)
    if order.shortlist is not None and order.shortlist.number < 2:
        yield Fault("number-below", (*path, "shortlist", "number"), {"got": order.shortlist.number, "least": 2})


def tie_faults(step: TieStep, path: Path) -> Iterator[Fault]:
    """What is wrong with one step by itself; a step that is inherited says nothing else."""
    if step.inherit:
        yield from no_such_keys(step, path, "by", "basis", "trust", *STEP_KEYS, kind="inherit")
        return
    yield from needs(step, path, "by", "basis", "trust", kind=step.id)
    if step.by is None:
        return
    allowed = (*STEP_NEEDED[step.by], *STEP_ALLOWED.get(step.by, ()))
    yield from needs(step, path, *STEP_NEEDED[step.by], kind=step.by)
    yield from no_such_keys(step, path, *(key for key in STEP_KEYS if key not in allowed), kind=step.by)
    yield from named_twice(step.over, (*path, "over"))
    if step.by == "ballot":
        yield from body_faults(step, path)
    if step.by == "share":
        yield from threshold_faults(step, path, required=False)
        if step.share is not None and step.share.of == step.share.in_:
            yield Fault("share-of-itself", (*path, "share"), {"of": step.share.of})


def chain_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What is wrong with a merged chain: criteria that do not exist, or are compared twice; shares too early."""
    known = [criterion.id for criterion in ruleset.criteria]
    asked: dict[str, str] = {}
    for index, step in enumerate(ruleset.ties):
        for number, name in enumerate(step.over):
            if name not in known:
                yield unknown("criterion-not-listed", ("ties", index, "over", number), name, known)
        if step.criterion is None:
            continue
        here = ("ties", index, "criterion")
        if step.criterion not in known:
            yield unknown("criterion-not-listed", here, step.criterion, known)
        elif step.criterion in asked:
            yield Fault("tie-criterion-twice", here, {"criterion": step.criterion, "other": asked[step.criterion]})
        asked.setdefault(step.criterion, step.id)
    yield from _shares_before(ruleset)


def _shares_before(ruleset: Ruleset) -> Iterator[Fault]:
    """Figures may come later, and head to head turns on who is tied: a figure must not change that afterwards."""
    share: str | None = None
    for index, step in enumerate(ruleset.ties):
        if step.by == "share":
            share = share or step.id
        elif step.by == "head-to-head" and share is not None:
            yield Fault("tie-share-before", ("ties", index), {"id": step.id, "share": share})
