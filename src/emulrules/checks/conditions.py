"""Conditions: those that another one implies, and those that are met as soon as anybody is there."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from emulrules.checks.finding import Finding, share
from emulrules.model.ruleset import Condition, Ruleset
from emulrules.voters import least_reaching

__all__ = ["findings"]

_MOST_UNITS = 200


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What a condition can never decide."""
    idle: set[str] = set()
    for condition in ruleset.conditions:
        if least_reaching(condition, _MOST_UNITS) <= 1:
            idle.add(condition.id)
            data = {"condition": condition.id, "threshold": share(_share(condition)), "members": _MOST_UNITS}
            yield Finding("check-condition-idle", ("conditions", condition.id), data, condition.basis)
    kept = [condition for condition in ruleset.conditions if condition.id not in idle]
    for weaker, other in permutations(kept, 2):
        if weaker.id not in idle and _implied(weaker, other):
            idle.add(weaker.id)
            members = _showing(weaker, other)
            data = {"condition": weaker.id, "other": other.id, "members": members}
            data |= {"due": least_reaching(weaker, members), "more": least_reaching(other, members)}
            yield Finding("check-condition-implied", ("conditions", weaker.id), data, weaker.basis)


def _showing(weaker: Condition, other: Condition) -> int:
    """The smallest cluster in which the two differ, or of three members where none shows it."""
    sizes = range(2, _MOST_UNITS)
    return next((n for n in sizes if least_reaching(weaker, n) < least_reaching(other, n)), 3)


def _share(condition: Condition) -> Fraction:
    return condition.at_least or condition.more_than or Fraction(0)


def _implied(weaker: Condition, other: Condition) -> bool:
    """Whether `other` is never met without `weaker`: who is present takes part, too."""
    if weaker.what == "present" and other.what != "present":
        return False
    if (weaker.what, _key(weaker)) == (other.what, _key(other)):
        return weaker.id > other.id
    return _key(weaker) <= _key(other)


def _key(condition: Condition) -> tuple[Fraction, bool]:
    return _share(condition), condition.more_than is not None
