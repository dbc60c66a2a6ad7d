"""Law 9: a share that is rounded down is never more than the share, and grows evenly."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from attrs import evolve

from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.ruleset import Cluster, Unit
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.criteria import BASIS
from emulrules.testing.facts import slots
from emulrules.testing.narrowed import gate_of, ranking_only

__all__ = ["a_share_rounded_down_grows_evenly"]

_AWARD: Final = "mot-phan"
_MOST: Final = 12
"""How many units there are at the most, of the few sizes that are compared."""

_SIZES: Final = 5
_BASES: Final[tuple[Literal["units", "members"], ...]] = ("units", "members")


def a_share_rounded_down_grows_evenly(case: Case, chance: Chance) -> bool:
    """Law 9: a share quota, of 1 at the most, never exceeds the share; with a unit more it grows by none or by one.

    It does not fall as the number of units or the share grows. Holds under *floor*, which an exact "not more than" is
    too, and without a least number; with a most number as well, and for "less than", which is less than the share.
    Proof: floor(s·n) ≤ s·n, and floor(s·n + s) is floor(s·n) or one more, since s ≤ 1.
    """
    first = chance.number(1, _MOST)
    sizes = range(first, first + _SIZES)
    whole = chance.number(1, 6)
    smaller, greater = sorted(Fraction(chance.number(1, whole), whole) for _ in range(2))
    most = chance.number(0, 4) if yes(chance, 4) else None
    kind, base = one(chance, ("floor", "not-more-than", "less-than")), one(chance, _BASES)
    gated, fact = gate_of(ranking_only(case), "out")
    out = chance.number(0, first - 1)
    found: dict[Fraction, dict[int, int]] = {}
    for share in (smaller, greater):
        award = Award(_AWARD, "Một phần", (_STEP,), BASIS, "assumed", _quota(kind, share, base, most))
        ruled = gated.under(evolve(gated.ruleset, awards=(award,)))
        numbers = {size: _slots(_of_size(ruled, size, fact, out)) for size in sizes}
        counted = {size if base == "members" else size - out: n for size, n in numbers.items() if n is not None}
        if len(counted) < _SIZES:
            return False
        _check(counted, share)
        found[share] = counted
    if fallen := [n for n, number in found[smaller].items() if number > found[greater][n]]:
        raise BrokenLawError(f"of {fallen} units, {smaller} are more than {greater}: {found}")
    return len(set(found[greater].values())) > 1


_STEP: Final = Choose("binh-xet", "meeting", "meeting")


def _quota(kind: str, share: Fraction, base: Literal["units", "members"], most: int | None) -> QuotaRule:
    if kind == "floor":
        return QuotaRule(share=share, rounding="floor", base=base, most=most)
    if kind == "not-more-than":
        return QuotaRule(not_more_than=share, base=base, most=most)
    return QuotaRule(less_than=share, base=base, most=most)


def _of_size(case: Case, size: int, fact: str, out: int) -> Case:
    """The case of a cluster of so many units, the first `out` of which are out, and which are not scored."""
    ruleset, season = case.ruleset, case.season
    units = tuple(f"don-vi-thu-{number}" for number in range(size))
    cluster: Cluster = evolve(ruleset.clusters[season.cluster], members=units)
    named = Table({unit: Unit(f"Đơn vị {unit}") for unit in units})
    larger = evolve(ruleset, clusters=Table({season.cluster: cluster}), units=named, rosters=(), successions=())
    facts: Mapping[str, tuple[str, ...]] = {**dict.fromkeys(season.facts, ()), fact: units[:out]}
    bare = Season(season.ruleset, season.cluster, season.id, season.in_force, season.sources, facts=Table(facts))
    return evolve(case, ruleset=larger, season=bare)


def _slots(case: Case) -> int | None:
    return slots(case.decide(), _AWARD)


def _check(numbers: Mapping[int, int], share: Fraction) -> None:
    for units, number in numbers.items():
        if number > share * units:
            raise BrokenLawError(f"{number} of {units} units are more than {share} of them")
    for (units, number), (_, next_) in pairwise(sorted(numbers.items())):
        if next_ - number not in (0, 1):
            raise BrokenLawError(f"with one unit more than {units}, {number} become {next_} ({share})")
