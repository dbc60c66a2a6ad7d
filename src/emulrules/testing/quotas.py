"""Invented quotas: every way to say how many, with small numbers, so that shares often come out whole or just not."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal

from attrs import evolve

from emulrules.model.award import Choose, QuotaRow, QuotaRule
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.criteria import BASIS

__all__ = ["invent_quota"]

_SHARES: Final = tuple(Fraction(part, whole) for part, whole in ((1, 5), (1, 3), (1, 2), (2, 3), (1, 1)))
_BASES: Final[tuple[Literal["units", "members"], ...]] = ("units", "members")
_ROUNDINGS: Final[tuple[Literal["floor", "ceiling", "half-up"], ...]] = ("floor", "ceiling", "half-up")


def invent_quota(chance: Chance, size: int, chain: Sequence[Choose]) -> QuotaRule:
    """How many may be proposed, in a bloc of `size` units, for an award that `chain` chooses."""
    kind = one(chance, ("number", "number", "table", "ask", "share", "bound", "rest"))
    if kind == "ask":
        return QuotaRule(ask="province" if yes(chance) else "ministry")
    if kind == "table":
        return _table(chance, size)
    if kind == "share":
        return _limited(chance, QuotaRule(share=one(chance, _SHARES), rounding=one(chance, _ROUNDINGS)))
    if kind == "bound":
        share = one(chance, _SHARES)
        return _limited(chance, QuotaRule(less_than=share) if yes(chance) else QuotaRule(not_more_than=share))
    if kind == "rest" and any(step.by != "place" for step in chain):
        return QuotaRule(rest=True)
    return QuotaRule(number=chance.number(0, 3))


def _table(chance: Chance, size: int) -> QuotaRule:
    """A table that covers every size of the bloc: one unit may join, and two may be split in two."""
    first, middle = chance.number(0, 1), chance.number(1, size)
    below, above = chance.number(0, 3), chance.number(0, 3)
    rows = (QuotaRow((first, middle), below), QuotaRow((middle + 1, size + 3), above))
    return QuotaRule(table=rows, basis=BASIS, trust="assumed")


def _limited(chance: Chance, part: QuotaRule) -> QuotaRule:
    """A part of a base, now and then with a least and a most."""
    least = chance.number(0, 2) if yes(chance, 4) else None
    most = chance.number(2, 3) if yes(chance, 4) else None
    return evolve(part, base=one(chance, _BASES), least=least, most=most)
