"""Law 14: a unit that is out takes no slot in any quota."""

from hypothesis import given
from hypothesis.strategies import DataObject, data

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_laws
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot
from emulrules.testing.strategies import Case, cases


@given(cases(), data())
def test_a_unit_that_is_out_leaves_the_others_what_they_would_get_without_it(case: Case, data: DataObject) -> None:
    a_unit_that_is_out_takes_no_slot(case, data.draw)


def test_every_shipped_ruleset_keeps_law_14(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[14], examples=examples)
