"""Law 6: a tie key only splits ties."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.chains import (
    a_constant_step_does_nothing,
    a_longer_chain_refines,
    only_equals_are_asked_about,
)
from emulrules.testing.laws.head_to_head import keys_turn_on_those_tied_alone, who_is_not_tied_does_not_matter


def test_one_step_more_refines_the_order() -> None:
    assert_kept(a_longer_chain_refines, "25%", times=2)


def test_a_step_on_which_all_are_equal_does_nothing() -> None:
    assert_kept(a_constant_step_does_nothing, "50%")


def test_only_units_that_are_equal_so_far_are_asked_about() -> None:
    assert_kept(only_equals_are_asked_about, "10%")


def test_a_chain_turns_on_those_tied_alone() -> None:
    assert_kept(keys_turn_on_those_tied_alone, "40%")


def test_without_a_unit_that_nobody_is_tied_with_the_others_stand_as_before() -> None:
    assert_kept(who_is_not_tied_does_not_matter, "10%")


def test_every_shipped_ruleset_keeps_law_6(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 6, examples)
