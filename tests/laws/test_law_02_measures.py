"""Law 2: other measures, the same standing."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.scaling import a_constant_changes_no_standing, other_units_of_weight_change_no_standing


def test_weights_multiplied_by_one_number_change_no_standing() -> None:
    assert_kept(other_units_of_weight_change_no_standing, "70%")


def test_a_constant_for_all_changes_no_standing() -> None:
    assert_kept(a_constant_changes_no_standing, "70%")


def test_every_shipped_ruleset_keeps_law_2(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 2, examples)
