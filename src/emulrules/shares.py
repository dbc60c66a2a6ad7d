"""Shares: how many of a base a part of it is, as a whole number.

Everything is reckoned in integers. "Not more than a fifth" of N is the greatest k with 5k ≤ N, and has no rounding
beside it; a share that is rounded may pass what it is a share of, unless it is rounded down.
"""

from fractions import Fraction
from typing import Final, Literal

from emulrules.model.award import QuotaRule

__all__ = ["Reckoning", "bounded", "counted", "reckon", "reckoning"]

Reckoning = Literal["floor", "ceiling", "half-up", "not-more-than", "less-than"]
"""How a part of a base becomes a whole number: three ways to round it, and two exact bounds."""

_HALF: Final = Fraction(1, 2)


def reckon(share: Fraction, base: int, how: Reckoning) -> int:
    """How many `share` of `base` are: a count from a share between 0 and 1 and a count.

    >>> tenth = Fraction(1, 10)
    >>> [reckon(tenth, 15, how) for how in ("floor", "ceiling", "half-up", "not-more-than", "less-than")]
    [1, 2, 2, 1, 1]
    >>> reckon(tenth, 20, "not-more-than"), reckon(tenth, 20, "less-than"), reckon(tenth, 0, "less-than")
    (2, 1, 0)
    """
    part = share * base
    if how == "ceiling":
        return -(-part // 1)
    if how == "half-up":
        return (part + _HALF) // 1
    if how == "less-than":
        # Nothing is less than nothing, and there is no number of units below it.
        return max(0, -(-part // 1) - 1)
    # 91/2017/NĐ-CP Art. 11: not more than 20 % of N is the greatest k with 5k ≤ N.
    return part // 1


def bounded(number: int, least: int | None, most: int | None) -> int:
    """The number, raised to `least` and then cut to `most` where these are given.

    >>> bounded(0, 1, None), bounded(5, 1, 3), bounded(2, None, None)
    (1, 3, 2)
    """
    raised = number if least is None else max(least, number)
    return raised if most is None else min(most, raised)


def reckoning(rule: QuotaRule) -> tuple[Fraction, Reckoning] | None:
    """The share that a quota is, and how it is reckoned; None where it is no part of a base.

    One that does not say of what, or how it is rounded, is none: nothing is assumed in its place.
    """
    if rule.base is None:
        return None
    if rule.share is not None and rule.rounding is not None:
        return rule.share, rule.rounding
    if rule.not_more_than is not None:
        return rule.not_more_than, "not-more-than"
    if rule.less_than is not None:
        return rule.less_than, "less-than"
    return None


def counted(rule: QuotaRule, members: int, inside: int) -> int | None:
    """How many a quota gives in a cluster of so many `members`, of whom `inside` are not out; None where it gives none.

    What is allotted each year, all the rest and a size that no row has give no number.

    >>> counted(QuotaRule(not_more_than=Fraction(1, 5), base="units"), 10, 9), counted(QuotaRule(rest=True), 10, 9)
    (1, None)
    """
    if rule.number is not None:
        return rule.number
    for row in rule.table:
        if row.units[0] <= inside <= row.units[1]:
            return row.number
    part = reckoning(rule)
    if part is None:
        return None
    share, how = part
    return bounded(reckon(share, members if rule.base == "members" else inside, how), rule.least, rule.most)
