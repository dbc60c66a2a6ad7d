"""Law 12: every question is asked once and for a reason, and every act answers one."""

from collections.abc import Sequence

from law_trials import assert_kept, assert_kept_by

from emulrules.model.ruleset import Ruleset
from emulrules.testing.laws.acting import (
    an_act_too_many_is_refused,
    another_answer_is_refused,
    any_part_of_the_acts_is_accepted,
    dependent_questions_can_be_answered_at_once,
)
from emulrules.testing.laws.asking import (
    a_silent_tie_is_harmless,
    answering_ends,
    the_order_of_answers_never_matters,
    what_is_settled_stays,
)
from emulrules.testing.laws.relevance import every_question_is_relevant


def test_answering_ends_and_questions_keep_their_options() -> None:
    assert_kept(answering_ends, "90%")


def test_the_same_answers_in_any_order_give_the_same_decision() -> None:
    assert_kept(the_order_of_answers_never_matters, "60%")


def test_what_a_pending_decision_shows_stays() -> None:
    assert_kept(what_is_settled_stays, "80%", times=2)


def test_every_question_has_two_answers_that_differ() -> None:
    assert_kept(every_question_is_relevant, "80%")


def test_a_tie_that_nobody_is_asked_about_changes_nothing() -> None:
    assert_kept(a_silent_tie_is_harmless, "10%")


def test_any_part_of_a_complete_file_is_accepted() -> None:
    assert_kept(any_part_of_the_acts_is_accepted, "60%")


def test_a_question_that_waits_takes_every_answer_that_it_can_have_later() -> None:
    assert_kept(dependent_questions_can_be_answered_at_once, "40%")


def test_an_act_that_nothing_asks_for_is_refused() -> None:
    assert_kept(an_act_too_many_is_refused, "90%")


def test_an_answer_other_than_those_that_were_open_is_refused() -> None:
    assert_kept(another_answer_is_refused, "80%")


def test_every_shipped_ruleset_keeps_law_12(shipped: Sequence[Ruleset], examples: int) -> None:
    assert_kept_by(shipped, 12, examples)
