"""Law 3: more points in a scored cell never rank lower."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.ranking import more_points_never_rank_lower


def test_more_points_never_rank_lower() -> None:
    assert_kept(more_points_never_rank_lower, "25%")


def test_every_shipped_ruleset_keeps_law_3(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 3, examples)
