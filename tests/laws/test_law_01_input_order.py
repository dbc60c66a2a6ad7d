"""Law 1: neither the order of input nor the names of units matter."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.input_order import names_of_units_never_matter, order_of_input_never_matters


def test_input_in_another_order_gives_the_same_bytes() -> None:
    assert_kept(order_of_input_never_matters, "90%")


def test_other_ids_of_units_give_the_same_decision() -> None:
    assert_kept(names_of_units_never_matter, "70%")


def test_every_shipped_ruleset_keeps_law_1(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 1, examples)
