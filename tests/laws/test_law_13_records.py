"""Law 13: the steps give the outcome, and a record is enough to decide again."""

from hypothesis import given
from hypothesis.strategies import DataObject, data

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_laws
from emulrules.testing.laws.recording import a_record_is_enough, hook_answers_are_enough, steps_alone_give_the_outcome
from emulrules.testing.strategies import Case, cases


@given(cases(), data())
def test_the_steps_alone_give_the_outcome(case: Case, data: DataObject) -> None:
    steps_alone_give_the_outcome(case, data.draw)


@given(cases(), data())
def test_the_recorded_answers_of_hooks_give_the_same_steps(case: Case, data: DataObject) -> None:
    hook_answers_are_enough(case, data.draw)


@given(cases(), data())
def test_what_is_read_is_what_was_written_and_replays(case: Case, data: DataObject) -> None:
    a_record_is_enough(case, data.draw)


def test_every_shipped_ruleset_keeps_law_13(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[13], examples=examples)
