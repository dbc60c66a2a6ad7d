"""Facts about shares: how a part of a base becomes a number, and what can and cannot be said of that number."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from emulrules.model.award import QuotaRow, QuotaRule
from emulrules.shares import Reckoning, bounded, reckon, reckoning

FIFTH = Fraction(1, 5)
SHARES = sorted({Fraction(part, whole) for whole in range(1, 13) for part in range(1, whole + 1)})
BASES = range(25)
HOW: tuple[Reckoning, ...] = ("floor", "ceiling", "half-up", "not-more-than", "less-than")


@pytest.mark.parametrize(
    ("how", "of_9", "of_10", "of_11", "of_0"),
    [
        ("floor", 1, 2, 2, 0),
        ("ceiling", 2, 2, 3, 0),
        ("half-up", 2, 2, 2, 0),
        ("not-more-than", 1, 2, 2, 0),
        ("less-than", 1, 1, 2, 0),
    ],
)
def test_a_fifth_is_reckoned_as_its_rule_says(how: Any, of_9: int, of_10: int, of_11: int, of_0: int) -> None:
    assert (of_9, of_10, of_11, of_0) == tuple(reckon(FIFTH, base, how) for base in (9, 10, 11, 0))


@pytest.mark.parametrize(("base", "expected"), [(4, 0), (5, 1), (6, 1), (14, 1), (15, 2)])
def test_a_half_is_rounded_up_and_less_than_a_half_down(base: int, expected: int) -> None:
    assert expected == reckon(Fraction(1, 10), base, "half-up")


def test_the_whole_is_everybody_and_less_than_the_whole_all_but_one() -> None:
    whole = [reckon(Fraction(1), 7, how) for how in HOW]
    assert [7, 7, 7, 7, 6] == whole


@pytest.mark.parametrize("share", SHARES, ids=str)
def test_an_exact_bound_is_the_greatest_number_within_it(share: Fraction) -> None:
    """91/2017/NĐ-CP Art. 11: not more than a fifth means 5k ≤ N."""
    above, below = share.numerator, share.denominator
    for base in BASES:
        not_more = max(k for k in range(base + 1) if below * k <= above * base)
        less = max((k for k in range(base + 1) if below * k < above * base), default=0)
        assert (not_more, less) == (reckon(share, base, "not-more-than"), reckon(share, base, "less-than"))


@pytest.mark.parametrize("share", SHARES, ids=str)
def test_a_share_rounded_down_never_exceeds_it_and_grows_by_none_or_one(share: Fraction) -> None:
    numbers = [reckon(share, base, "floor") for base in BASES]
    assert all(number <= share * base for base, number in zip(BASES, numbers, strict=True))
    assert {0, 1} >= {after - before for before, after in pairwise(numbers)}


@pytest.mark.parametrize("how", HOW)
def test_no_number_falls_as_the_share_or_the_base_grows(how: Reckoning) -> None:
    table = [[reckon(share, base, how) for base in BASES] for share in SHARES]
    for row in (*table, *(list(column) for column in zip(*table, strict=True))):
        assert row == sorted(row)


# Known to fail: what cannot be said of a quota.


def test_rounding_up_or_to_the_nearest_can_exceed_the_share() -> None:
    assert (1, 1) == (reckon(Fraction(1, 10), 2, "ceiling"), reckon(Fraction(3, 10), 2, "half-up"))
    assert 2 * Fraction(1, 10) < 2 * Fraction(3, 10) < 1


def test_the_sum_of_the_quotas_of_clusters_is_not_the_quota_of_the_sum() -> None:
    six, nine, both = (reckon(FIFTH, base, "not-more-than") for base in (6, 9, 15))
    assert (1, 1, 3) == (six, nine, both)


# At least, and at most.


@pytest.mark.parametrize(
    ("number", "least", "most", "expected"),
    [
        (0, None, None, 0),
        (0, 1, None, 1),
        (1, 1, None, 1),
        (2, 1, None, 2),
        (4, None, 3, 3),
        (3, None, 3, 3),
        (2, None, 3, 2),
        (2, None, 0, 0),
        (0, 2, 2, 2),
        (9, 1, 2, 2),
    ],
)
def test_a_number_is_at_least_and_at_most(number: int, least: Any, most: Any, expected: int) -> None:
    assert expected == bounded(number, least, most)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (QuotaRule(share=FIFTH, rounding="ceiling", base="units"), (FIFTH, "ceiling")),
        (QuotaRule(not_more_than=FIFTH, base="members"), (FIFTH, "not-more-than")),
        (QuotaRule(less_than=FIFTH, base="units"), (FIFTH, "less-than")),
        (QuotaRule(share=FIFTH, base="units"), None),
        (QuotaRule(share=FIFTH, rounding="floor"), None),
        (QuotaRule(not_more_than=FIFTH), None),
        (QuotaRule(number=2), None),
        (QuotaRule(table=(QuotaRow((1, 9), 1),)), None),
        (QuotaRule(rest=True), None),
    ],
)
def test_a_quota_is_a_share_only_if_all_of_it_is_said(rule: QuotaRule, expected: Any) -> None:
    assert expected == reckoning(rule)
