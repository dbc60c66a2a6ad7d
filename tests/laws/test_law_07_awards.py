"""Law 7: who wins an award by standing, and what one unit can cost the others."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.competing import (
    a_better_score_costs_one_award,
    a_loser_that_leaves_costs_one_award,
    the_best_are_awarded,
)


def test_nobody_is_awarded_while_a_better_unit_is_not() -> None:
    assert_kept(the_best_are_awarded, "20%")


def test_a_loser_that_leaves_costs_at_most_one_award() -> None:
    assert_kept(a_loser_that_leaves_costs_one_award, "40%")


def test_a_better_score_costs_at_most_one_award() -> None:
    assert_kept(a_better_score_costs_one_award, "10%")


def test_every_shipped_ruleset_keeps_law_7(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 7, examples)
