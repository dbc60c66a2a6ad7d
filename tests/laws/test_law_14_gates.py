"""Law 14: a unit that is out takes no slot; a hold delays what its unit wins, and its end changes that alone."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.falling import a_slot_that_falls_free_goes_to_one_other
from emulrules.testing.laws.holding import a_hold_only_delays, the_end_of_a_hold_changes_states_only
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot


def test_a_unit_that_is_out_leaves_the_others_what_they_would_get_without_it() -> None:
    assert_kept(a_unit_that_is_out_takes_no_slot, "70%")


def test_a_hold_changes_the_state_of_its_units_awards_and_nothing_else() -> None:
    assert_kept(a_hold_only_delays, "20%")


def test_the_end_of_a_hold_changes_the_state_of_its_units_awards_and_nothing_else() -> None:
    assert_kept(the_end_of_a_hold_changes_states_only, "20%")


def test_a_slot_that_falls_free_goes_to_one_other_at_the_most() -> None:
    assert_kept(a_slot_that_falls_free_goes_to_one_other, "30%")


def test_every_shipped_ruleset_keeps_law_14(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 14, examples)
