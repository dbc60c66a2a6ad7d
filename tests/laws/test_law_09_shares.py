"""Law 9: a share that is rounded down is never more than the share, and grows evenly."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.shares import a_share_rounded_down_grows_evenly


def test_a_share_that_is_rounded_down_grows_evenly_and_never_exceeds_the_share() -> None:
    assert_kept(a_share_rounded_down_grows_evenly, "50%")


def test_every_shipped_ruleset_keeps_law_9(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 9, examples)
