"""Law 13: the steps give the outcome, and a record is enough to decide again."""

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_law, check_laws
from emulrules.testing.laws.recording import a_record_is_enough, hook_answers_are_enough, steps_alone_give_the_outcome


def test_the_steps_alone_give_the_outcome() -> None:
    check_law(steps_alone_give_the_outcome)


def test_the_recorded_answers_of_hooks_give_the_same_steps() -> None:
    check_law(hook_answers_are_enough)


def test_what_is_read_is_what_was_written_and_replays() -> None:
    check_law(a_record_is_enough)


def test_every_shipped_ruleset_keeps_law_13(shipped: Ruleset, examples: int) -> None:
    check_laws(shipped, laws=[13], examples=examples)
