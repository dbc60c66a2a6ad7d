"""Law 10: better twice is better together."""

from collections.abc import Collection
from fractions import Fraction
from itertools import permutations
from typing import Any

from attrs import evolve

from emulrules.model.answers import Answer, Weights
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, yes
from emulrules.testing.facts import leaf_points, places
from emulrules.testing.narrowed import entered, keys_static, sums_only
from emulrules.testing.twisted import Twisted

__all__ = ["better_in_two_periods_is_better_in_both", "better_under_two_weightings_is_better_under_their_sum"]


def better_under_two_weightings_is_better_under_their_sum(case: Case, chance: Chance) -> bool:
    """Law 10: who stands before another under two sets of weights stands before it under their sum.

    Holds with sums only: no cap, rounding or denominator. Whoever is equal under one of them and before under the other
    is before, whoever is equal under both is equal. The sets differ in the weights of the leaves or in those at the
    top, not in both: a leaf counts by the product of the weights above it, and a product of sums is no sum of products.
    Proof: the total, and every tie key, under the sum is the sum of both, or the same under all three.
    """
    summed = sums_only(keys_static(case), chance)
    if not summed.season.scores:
        return False
    leaves = yes(chance)
    varied = {each.id for each in summed.ruleset.criteria if (each.method if leaves else each.parent is None)}
    extra = {id_: Fraction(chance.number(0, 3)) for id_ in sorted(varied)}
    first = places(summed.decide())
    second = places(_weighed(summed, varied, extra, keep=False).decide())
    together = places(_weighed(summed, varied, extra, keep=True).decide())
    return _check_joined(first, second, together)


def _weighed(case: Case, varied: Collection[str], extra: dict[str, Fraction], *, keep: bool) -> Case:
    """The case with other weights for the `varied` criteria, in the place of its own or on top of them."""

    def weights(answer: Answer, **_: Any) -> Answer:
        if not isinstance(answer, Weights):
            return answer
        own = answer.values
        changed = {id_: extra[id_] + (own[id_] if keep else 0) for id_ in varied}
        return Weights(Table({**own, **changed}))

    return evolve(case, policy=Twisted(case.policy, "criterion_weights", weights))


def better_in_two_periods_is_better_in_both(case: Case, chance: Chance) -> bool:
    """Law 10: who stands before another in two periods stands before it in both together.

    Holds with sums only: the points of both periods are added, leaf by leaf. Adding what was done and what was planned
    before dividing is no such sum, nor is a period in which less applies.
    Proof: the total, and every tie key, of both together is the sum of both, or the same in all three.
    """
    first = sums_only(keys_static(case), chance)
    if not first.season.scores:
        return False
    points = leaf_points(first.decide())
    periods = [
        {cell: abs(value) for cell, value in points.items() if value is not None},
        {cell: Fraction(chance.number(0, 3)) for cell in points},
    ]
    both = {cell: value + periods[1][cell] for cell, value in periods[0].items()}
    cases = [entered(first, period) for period in (*periods, both)]
    ranks = (places(each.decide()) for each in cases)
    with showing(*cases):
        return _check_joined(*ranks)


def _check_joined(first: dict[str, int], second: dict[str, int], together: dict[str, int]) -> bool:
    """Compares every two units; returns whether one of two was before the other under both."""
    met = False
    for one, other in permutations(sorted(together), 2):
        if first[one] > first[other] or second[one] > second[other]:
            continue
        before = first[one] < first[other] or second[one] < second[other]
        met = met or (first[one] < first[other] and second[one] < second[other])
        kept = together[one] < together[other] if before else together[one] == together[other]
        if not kept:
            raise BrokenLawError(f"{one} and {other} stand at {first} and {second}, and together at {together}")
    return met
