"""Limits: what binds an award from above, and limits that bind nothing, everything, or what nobody can count."""

from collections.abc import Iterator
from itertools import combinations

from emulrules.checks.finding import ONE_PERCENT, Finding, below_percent, share
from emulrules.checks.lineups import lineups
from emulrules.model.award import Limit
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with each limit by itself, and with two on one award."""
    for limit in ruleset.limits:
        yield from _number(limit)
        yield from _base(limit, ruleset)
        yield from _parents(limit, ruleset)
    yield from _two(ruleset)
    yield from _leaders(ruleset)


def _path(limit: Limit, *part: str) -> tuple[str, ...]:
    return ("limits", limit.id, *part)


def _number(limit: Limit) -> Iterator[Finding]:
    """Nothing at all, or more than the whole of the base."""
    key = "number" if limit.number is not None else "at_most"
    if limit.number == 0 or limit.at_most == 0:
        data = {"limit": limit.id, "award": limit.award}
        yield Finding("check-limit-nothing", _path(limit, key), data, limit.basis)
    if limit.at_most is not None and 0 < limit.at_most < ONE_PERCENT:
        small = {"rule": limit.id, **below_percent(limit.at_most)}
        yield Finding("check-share-below-percent", _path(limit, "at_most"), small, limit.basis)
    if limit.at_most is not None and limit.at_most > 1:
        told = {"limit": limit.id, "at_most": share(limit.at_most), "number": str(limit.at_most * 10 // 1)}
        yield Finding("check-limit-above-whole", _path(limit, "at_most"), told, limit.basis)


def _base(limit: Limit, ruleset: Ruleset) -> Iterator[Finding]:
    """A base is a fact that the council's file gives, no award; whoever is not counted is no part of it."""
    awards = {award.id for award in ruleset.awards}
    named = [("base", limit.base), *(("uncounted", fact) for fact in limit.uncounted)]
    for key, name in named:
        if name in awards:
            data = {"limit": limit.id, "name": name}
            yield Finding("check-limit-base-award", _path(limit, key), data, limit.basis)
    if limit.base in limit.uncounted:
        data = {"limit": limit.id, "fact": limit.base}
        yield Finding("check-limit-base-uncounted", _path(limit, "uncounted"), data, limit.basis)


def _parents(limit: Limit, ruleset: Ruleset) -> Iterator[Finding]:
    """Units that do not say which parent a council counts them by."""
    if limit.per_parent is None or not ruleset.councils:
        return
    per = limit.per_parent.per
    for line in lineups(ruleset):
        for unit in line.members:
            if unit in ruleset.units and per not in ruleset.units[unit].within:
                data = {"limit": limit.id, "per": per, "unit": unit, "cluster": line.cluster}
                yield Finding("check-limit-unparented", _path(limit, "per_parent"), data, limit.basis)
                return


def _two(ruleset: Ruleset) -> Iterator[Finding]:
    """Of several on one award the least binds, and one alone may count by parent."""
    for first, second in combinations(ruleset.limits, 2):
        if first.award is None or first.award != second.award:
            continue
        if first.per_parent is not None and second.per_parent is not None:
            data = {"limit": second.id, "other": first.id, "award": first.award}
            yield Finding("check-limit-parent-twice", _path(second, "per_parent"), data, second.basis)
        binding, outdone = sorted((first, second), key=lambda limit: limit.number or 0)
        if binding.number is not None and outdone.number is not None:
            if binding.uncounted != outdone.uncounted or outdone.per_parent is not None:
                continue
            data = {"limit": outdone.id, "other": binding.id, "award": first.award}
            data |= {"number": str(outdone.number), "least": str(binding.number)}
            yield Finding("check-limit-outdone", _path(outdone, "number"), data, outdone.basis)


def _leaders(ruleset: Ruleset) -> Iterator[Finding]:
    """Who leads a cluster stands alone in the first place, which is settled only where it is to be named."""
    if ruleset.order is None or 1 in ruleset.order.name_places or not ruleset.clusters:
        return
    for limit in ruleset.limits:
        if limit.base == "leaders":
            data = {"rule": f"limits.{limit.id}"}
            yield Finding("check-limit-leaders-unnamed", _path(limit, "base"), data, limit.basis, note=True)
    for review in ruleset.reviews:
        if review.among == "leaders":
            data = {"rule": f"reviews.{review.id}"}
            yield Finding("check-limit-leaders-unnamed", ("reviews", review.id, "among"), data, review.basis, note=True)
