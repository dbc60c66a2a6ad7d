"""Law 4: what becomes of one unit leaves the order of the others alone."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.alone import a_twin_stands_beside_its_twin, the_others_keep_their_order


def test_a_unit_that_changes_leaves_or_joins_changes_the_order_of_no_others() -> None:
    assert_kept(the_others_keep_their_order, "60%")


def test_a_twin_stands_beside_its_twin() -> None:
    assert_kept(a_twin_stands_beside_its_twin, "80%")


def test_every_shipped_ruleset_keeps_law_4(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 4, examples)
