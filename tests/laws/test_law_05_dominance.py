"""Law 5: what is nowhere less adds up to no less."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.ranking import greater_everywhere_is_never_less


def test_greater_points_everywhere_give_a_total_that_is_no_less() -> None:
    assert_kept(greater_everywhere_is_never_less, "35%")


def test_every_shipped_ruleset_keeps_law_5(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 5, examples)
