"""Law 9: a share that is rounded down is never more than the share, and grows evenly."""

from collections.abc import Sequence

from building import award, choose, ruleset, season
from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.plugins import policy_of
from emulrules.standard import Standard
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws.shares import a_share_rounded_down_grows_evenly


def test_a_share_that_is_rounded_down_grows_evenly_and_never_exceeds_the_share() -> None:
    assert_kept(a_share_rounded_down_grows_evenly, "50%")


def test_a_table_without_a_row_for_larger_clusters_is_no_share() -> None:
    rules = ruleset("ab", awards=(award("f", choose("s", "meeting", asks="members"), quota=[(1, 3, 1)]),))
    case = Case(season(), rules, policy_of(Standard, rules), is_invented=True)
    met = {a_share_rounded_down_grows_evenly(case, Lots(f"table {seed}")) for seed in range(30)}
    assert {True, False} == met


def test_every_shipped_ruleset_keeps_law_9(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 9, examples)
