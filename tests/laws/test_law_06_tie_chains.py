"""Law 6: a tie key only splits ties."""

from hypothesis import given
from hypothesis.strategies import DataObject, data

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_laws
from emulrules.testing.laws.chains import (
    a_constant_step_does_nothing,
    a_longer_chain_refines,
    only_equals_are_asked_about,
)
from emulrules.testing.strategies import Case, cases


@given(cases(), data())
def test_one_step_more_refines_the_order(case: Case, data: DataObject) -> None:
    a_longer_chain_refines(case, data.draw)


@given(cases(scored=True), data())
def test_a_step_on_which_all_are_equal_does_nothing(case: Case, data: DataObject) -> None:
    a_constant_step_does_nothing(case, data.draw)


@given(cases(), data())
def test_only_units_that_are_equal_so_far_are_asked_about(case: Case, data: DataObject) -> None:
    only_equals_are_asked_about(case, data.draw)


def test_every_shipped_ruleset_keeps_law_6(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[6], examples=examples)
