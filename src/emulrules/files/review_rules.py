"""Rules that limits and reviews keep: how a limit gives a number, and how a council may choose."""

from collections.abc import Iterator
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.award_rules import choose_faults, over_quota_faults
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import id_form, named_twice
from emulrules.model.award import Limit
from emulrules.model.review import Review
from emulrules.model.ruleset import Ruleset

__all__ = ["limit_faults", "review_faults", "reviews_faults"]

_WAYS: Final = ("number", "ask", "at_most")
_BY_STANDING: Final = ("standing", "place")


def limit_faults(limit: Limit, path: Path) -> Iterator[Fault]:
    """What is wrong with one limit by itself."""
    ways = [way for way in _WAYS if getattr(limit, way) is not None]
    if len(ways) > 1:
        yield Fault("exactly-one", path, {"keys": ", ".join(_WAYS)})
    for key in ("at_most", "number"):
        number = getattr(limit, key)
        if number is not None and number < 0:
            yield Fault("number-below", (*path, key), {"got": str(number), "least": 0})
    if (limit.at_most is None) != (limit.base is None):
        lacking = "at_most" if limit.at_most is None else "base"
        yield Fault("key-needed", (*path, lacking), {"key": lacking, "kind": "limits"})
    if limit.base is not None:
        yield from id_form(limit.base, (*path, "base"))
    if limit.per_parent is not None:
        if limit.per_parent.number < 1:
            yield Fault("number-below", (*path, "per_parent", "number"), {"got": limit.per_parent.number, "least": 1})
        yield from id_form(limit.per_parent.per, (*path, "per_parent", "per"))
    if limit.award is None and (ways or limit.per_parent is not None):
        yield Fault("key-needed", (*path, "award"), {"key": "award", "kind": "limits"})
    if limit.uncounted and not ways:
        yield Fault("key-useless", (*path, "uncounted"), {"key": "uncounted", "kind": "limits"})
    for index, fact in enumerate(limit.uncounted):
        yield from id_form(fact, (*path, "uncounted", index))
    yield from named_twice(limit.uncounted, (*path, "uncounted"))


def review_faults(review: Review, path: Path) -> Iterator[Fault]:
    """What is wrong with one review by itself."""
    for index, step in enumerate(review.choose):
        here = (*path, "choose", index)
        if step.by in _BY_STANDING:
            # Places of two clusters are not compared with each other.
            yield Fault("review-by-standing", (*here, "by"), {"by": step.by})
            continue
        yield from choose_faults(step, bool(review.over_quota), here)
        if step.base not in (None, "members", "ballots"):
            # A threshold is a part of the council itself: of the clusters nobody votes here.
            yield Fault("base-of-council", (*here, "base"), {"base": step.base})
    yield from over_quota_faults(review.choose, review.over_quota, review.id, path)
    for key, names in (("requires", review.requires), ("excludes", review.excludes)):
        yield from named_twice(names, (*path, key))
        if review.id in names:
            yield Fault("award-cycle", (*path, key), {"awards": review.id})
    for name in review.requires:
        if name in review.excludes:
            yield Fault("award-both", (*path, "excludes"), {"name": name})


def reviews_faults(ruleset: Ruleset, own: Ruleset) -> Iterator[Fault]:
    """What a file's own reviews and limits name that is not there, and steps that are there twice."""
    known = [award.id for award in ruleset.awards]
    for review in own.reviews if known else ():
        for key, names in (("id", (review.id,)), ("requires", review.requires), ("excludes", review.excludes)):
            for name in names:
                if name not in known:
                    yield unknown("award-not-listed", ("reviews", review.id, key), name, known)
    asked: dict[str | None, str] = {}
    for limit in ruleset.limits:
        if limit.ask is not None and (other := asked.setdefault(limit.award, limit.id)) != limit.id:
            yield Fault("limit-asked-twice", ("limits", limit.id, "ask"), {"award": limit.award, "other": other})
    for index, review in enumerate(ruleset.reviews):
        first: dict[str, Any] = {}
        named = [("choose", number, step.id) for number, step in enumerate(review.choose)]
        named += [("over_quota", number, step.id) for number, step in enumerate(review.over_quota)]
        for chain, number, id_ in named:
            here = ("reviews", index, chain, number, "id")
            if id_ in first:
                yield Fault("step-twice", here, {"id": id_, "other": first[id_]})
            first.setdefault(id_, f"reviews.{review.id}.{chain}")
