"""The laws: what holds of every ruleset and every policy.

Each is a function that raises `BrokenLawError`, an `AssertionError`, with what was found instead.
A law takes a case without acts, and the chance that answers its questions. Its docstring says the law, its conditions
and, where there is one, the proof. A case to which a law does not apply passes it. Search is evidence, not proof.
"""

from collections.abc import Callable
from typing import Final

from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.testing.laws.acting import (
    an_act_too_many_is_refused,
    another_answer_is_refused,
    any_part_of_the_acts_is_accepted,
    dependent_questions_can_be_answered_at_once,
)
from emulrules.testing.laws.asking import (
    a_silent_tie_is_harmless,
    answering_ends,
    what_is_settled_stays,
)
from emulrules.testing.laws.boundary import a_tie_at_the_line_is_bounded
from emulrules.testing.laws.chains import (
    a_constant_step_does_nothing,
    a_longer_chain_refines,
    only_equals_are_asked_about,
)
from emulrules.testing.laws.head_to_head import keys_turn_on_those_tied_alone, who_is_not_tied_does_not_matter
from emulrules.testing.laws.input_order import names_of_units_never_matter, order_of_input_never_matters
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot
from emulrules.testing.laws.ranking import greater_everywhere_is_never_less, more_points_never_rank_lower
from emulrules.testing.laws.recording import (
    a_record_is_enough,
    hook_answers_are_enough,
    steps_alone_give_the_outcome,
)
from emulrules.testing.laws.relevance import every_question_is_relevant

__all__ = ["LAWS", "SCORED", "Law"]

Law = Callable[[Case, Chance], None]

LAWS: Final[dict[int, tuple[Law, ...]]] = {
    1: (order_of_input_never_matters, names_of_units_never_matter),
    3: (more_points_never_rank_lower,),
    5: (greater_everywhere_is_never_less,),
    6: (
        a_longer_chain_refines,
        a_constant_step_does_nothing,
        only_equals_are_asked_about,
        keys_turn_on_those_tied_alone,
        who_is_not_tied_does_not_matter,
    ),
    8: (a_tie_at_the_line_is_bounded,),
    12: (
        answering_ends,
        what_is_settled_stays,
        every_question_is_relevant,
        a_silent_tie_is_harmless,
        any_part_of_the_acts_is_accepted,
        dependent_questions_can_be_answered_at_once,
        an_act_too_many_is_refused,
        another_answer_is_refused,
    ),
    13: (steps_alone_give_the_outcome, hook_answers_are_enough, a_record_is_enough),
    14: (a_unit_that_is_out_takes_no_slot,),
}
"""Every law by its number; each may have several parts."""

SCORED: Final = frozenset({3, 5})
"""The numbers of laws that say something only of seasons with scores."""
