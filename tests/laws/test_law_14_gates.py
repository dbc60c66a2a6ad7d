"""Law 14: a unit that is out takes no slot in any quota."""

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_law, check_laws
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot


def test_a_unit_that_is_out_leaves_the_others_what_they_would_get_without_it() -> None:
    check_law(a_unit_that_is_out_takes_no_slot)


def test_every_shipped_ruleset_keeps_law_14(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[14], examples=examples)
