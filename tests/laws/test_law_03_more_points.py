"""Law 3: more points in a scored cell never rank lower."""

from hypothesis import given
from hypothesis.strategies import DataObject, data

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_laws
from emulrules.testing.laws.ranking import more_points_never_rank_lower
from emulrules.testing.strategies import Case, cases


@given(cases(scored=True), data())
def test_more_points_never_rank_lower(case: Case, data: DataObject) -> None:
    more_points_never_rank_lower(case, data.draw)


def test_every_shipped_ruleset_keeps_law_3(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[3], examples=examples)
