"""Law 8: a tie at the line moves an award by less than its size."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.boundary import a_tie_at_the_line_is_bounded


def test_a_tie_at_the_last_slot_is_cut_included_or_excluded_within_its_size() -> None:
    assert_kept(a_tie_at_the_line_is_bounded, "10%", times=2)


def test_every_shipped_ruleset_keeps_law_8(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 8, examples)
