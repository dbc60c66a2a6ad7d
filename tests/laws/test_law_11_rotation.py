"""Law 11: whoever leads in turn waits until all others have led, and who is barred never leads."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.rotation import (
    everybody_leads_before_anybody_leads_again,
    nobody_overtakes_whoever_joins_and_leaves,
    who_is_barred_never_leads,
)


def test_of_fixed_members_everybody_leads_before_anybody_leads_again() -> None:
    assert_kept(everybody_leads_before_anybody_leads_again, "90%")


def test_whoever_joins_and_leaves_nobody_overtakes() -> None:
    assert_kept(nobody_overtakes_whoever_joins_and_leaves, "80%")


def test_who_is_barred_never_leads() -> None:
    assert_kept(who_is_barred_never_leads, "30%")


def test_every_shipped_ruleset_keeps_law_11(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 11, examples)
