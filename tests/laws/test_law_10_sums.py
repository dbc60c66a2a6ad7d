"""Law 10: better twice is better together."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.adding import (
    better_in_two_periods_is_better_in_both,
    better_under_two_weightings_is_better_under_their_sum,
)


def test_better_under_two_weightings_is_better_under_their_sum() -> None:
    assert_kept(better_under_two_weightings_is_better_under_their_sum, "60%", times=2)


def test_better_in_two_periods_is_better_in_both_together() -> None:
    assert_kept(better_in_two_periods_is_better_in_both, "50%")


def test_every_shipped_ruleset_keeps_law_10(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 10, examples)
