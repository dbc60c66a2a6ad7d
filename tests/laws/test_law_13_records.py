"""Law 13: the steps give the outcome, and a record is enough to decide again."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.recording import a_record_is_enough, hook_answers_are_enough, steps_alone_give_the_outcome


def test_the_steps_alone_give_the_outcome() -> None:
    assert_kept(steps_alone_give_the_outcome, "50%")


def test_the_recorded_answers_of_hooks_give_the_same_steps() -> None:
    assert_kept(hook_answers_are_enough, "90%")


def test_what_is_read_is_what_was_written_and_replays() -> None:
    assert_kept(a_record_is_enough, "90%")


def test_every_shipped_ruleset_keeps_law_13(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 13, examples)
