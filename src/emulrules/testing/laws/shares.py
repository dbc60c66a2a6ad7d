"""Law 9: a share that is rounded down is never more than the share, and grows evenly."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from attrs import evolve

from emulrules.errors import RulesetError
from emulrules.model.answers import Quota
from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.ruleset import Cluster, Ruleset, Unit
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.shares import reckoning
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.criteria import BASIS
from emulrules.testing.facts import slots
from emulrules.testing.narrowed import gate_of, ranking_only
from emulrules.testing.own_awards import plain, with_awards
from emulrules.value import frozen

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
    Tried on the ruleset's own awards of such quotas, and on invented ones.
    Proof: floor(s·n) ≤ s·n, and floor(s·n + s) is floor(s·n) or one more, since s ≤ 1.
    """
    years = _Years.of(case, chance)
    own = [award for award in map(plain, case.ruleset.awards) if years.is_share(award)]
    if own and yes(chance):
        return years.grow(one(chance, own))
    if not own and not case.is_invented:
        return False
    whole = chance.number(1, 6)
    smaller, greater = sorted(Fraction(chance.number(1, whole), whole) for _ in range(2))
    most = chance.number(0, 4) if yes(chance, 4) else None
    kind, base = one(chance, ("floor", "not-more-than", "less-than")), one(chance, _BASES)
    less, more = (
        Award(_AWARD, "Một phần", (_STEP,), BASIS, "assumed", _quota(kind, share, base, most))
        for share in (smaller, greater)
    )
    years.grow(less)
    years.rise(less, more)
    return years.grow(more)


@frozen
class _Years:
    """Years of clusters of a few sizes, from `first` on, in each of which `out` units are out by `fact`."""

    case: Case
    given: Ruleset
    first: int
    out: int
    fact: str

    @classmethod
    def of(cls, case: Case, chance: Chance) -> "_Years":
        """Years in which nothing is decided but an award."""
        first = chance.number(1, _MOST)
        gated, fact = gate_of(ranking_only(case), "out")
        return cls(gated, case.ruleset, first, chance.number(0, first - 1), fact)

    def is_share(self, award: Award) -> bool:
        """Whether the ruleset says that the award's quota is a share that is rounded down, or its policy does."""
        return self._part(self._year(award, self.first), award) is not None

    def grow(self, award: Award) -> bool:
        """Whether the award's quota is a share that is rounded down, and is another with more units.

        Raises `BrokenLawError` where it exceeds the share or does not grow evenly.
        """
        years = [self._year(award, size) for size in range(self.first, self.first + _SIZES)]
        found = [self._part(year, award) for year in years]
        for year, part in zip(years, found, strict=True):
            if part is None:
                return False
            if part.number > part.share * part.base:
                raise BrokenLawError(f"{part.number} of {part.base} units are more than {part.share} of them", year)
        for (year, less), (larger, more) in pairwise(zip(years, found, strict=True)):
            if less is None or more is None or less.share != more.share or more.base - less.base not in (0, 1):
                return False
            if more.number - less.number not in (0, 1):
                told = f"with one unit more than {less.base}, {less.number} become {more.number} ({less.share})"
                raise BrokenLawError(told, year, larger)
        return len({part.number for part in found if part is not None}) > 1

    def rise(self, less: Award, more: Award) -> bool:
        """Raises `BrokenLawError` where a greater share of the same units is fewer."""
        for size in range(self.first, self.first + _SIZES):
            years = [self._year(award, size) for award in (less, more)]
            smaller, greater = (slots(year.decide(), award.id) for year, award in zip(years, (less, more), strict=True))
            if smaller is not None and greater is not None and smaller > greater:
                raise BrokenLawError(f"of {size} units, {smaller} fall to {greater} as the share grows", *years)
        return True

    def _part(self, year: Case, award: Award) -> "_Part | None":
        """The number that came out, and of what it is a share: by the ruleset, or as the policy says."""
        try:
            decision = year.decide()
        except RulesetError as refused:
            if {fault.code for fault in refused.faults} == {"quota-no-row"}:
                return None  # the award's table has no row for a cluster of that size
            raise
        number = slots(decision, award.id)
        if number is None:
            return None
        size = len(decision.units)
        if (share := _share(award)) is not None and award.quota is not None:
            return _Part(number, share, size if award.quota.base == "members" else size - self.out)
        told = [each.answer for each in decision.answers if each.hook == "award_quota" and each.subject == award.id]
        answer = told[-1] if told else None
        if not isinstance(answer, Quota) or answer.share is None or answer.base is None or answer.least is not None:
            return None
        return _Part(number, answer.share, answer.base) if (answer.rounding or answer.bound) in _DOWN else None

    def _year(self, award: Award, size: int) -> Case:
        met = evolve(award, choose=(_STEP,), boundary="cut")
        return _of_size(with_awards(self.case, self.given, met), size, self.fact, self.out)


@frozen
class _Part:
    """A `number` that is this `share` of a `base`, rounded down."""

    number: int
    share: Fraction
    base: int


def _share(award: Award) -> Fraction | None:
    """The share that the ruleset says the award's quota to be, if it is one that is rounded down."""
    quota = award.quota
    part = None if quota is None else reckoning(quota)
    if quota is None or part is None or quota.least is not None or part[1] not in _DOWN or part[0] > 1:
        return None
    return part[0]


_DOWN: Final = ("floor", "not-more-than", "less-than")
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
