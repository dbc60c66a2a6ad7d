"""The laws: what holds of every ruleset and every policy.

Each is a function that raises `BrokenLawError`, an `AssertionError`, with what was found instead.
A law takes a case without acts, and the chance that answers its questions. It returns whether it had something to say
of the case: a case that does not meet its conditions passes it. Its docstring says the law, its conditions and, where
there is one, the proof. Search is evidence, not proof.
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
from emulrules.testing.laws.adding import (
    better_in_two_periods_is_better_in_both,
    better_under_two_weightings_is_better_under_their_sum,
)
from emulrules.testing.laws.alone import a_twin_stands_beside_its_twin, the_others_keep_their_order
from emulrules.testing.laws.asking import (
    a_silent_tie_is_harmless,
    answering_ends,
    the_order_of_answers_never_matters,
    what_is_settled_stays,
)
from emulrules.testing.laws.boundary import a_tie_at_the_line_is_bounded
from emulrules.testing.laws.chains import (
    a_constant_step_does_nothing,
    a_longer_chain_refines,
    only_equals_are_asked_about,
)
from emulrules.testing.laws.competing import (
    a_better_score_costs_one_award,
    a_loser_that_leaves_costs_one_award,
    the_best_are_awarded,
)
from emulrules.testing.laws.falling import a_slot_that_falls_free_goes_to_one_other
from emulrules.testing.laws.head_to_head import keys_turn_on_those_tied_alone, who_is_not_tied_does_not_matter
from emulrules.testing.laws.holding import a_hold_only_delays, the_end_of_a_hold_changes_states_only
from emulrules.testing.laws.input_order import names_of_units_never_matter, order_of_input_never_matters
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot
from emulrules.testing.laws.ranking import greater_everywhere_is_never_less, more_points_never_rank_lower
from emulrules.testing.laws.recording import (
    a_record_is_enough,
    hook_answers_are_enough,
    steps_alone_give_the_outcome,
)
from emulrules.testing.laws.relevance import every_question_is_relevant
from emulrules.testing.laws.rotation import (
    everybody_leads_before_anybody_leads_again,
    nobody_overtakes_whoever_joins_and_leaves,
    who_is_barred_never_leads,
)
from emulrules.testing.laws.scaling import a_constant_changes_no_standing, other_units_of_weight_change_no_standing
from emulrules.testing.laws.shares import a_share_rounded_down_grows_evenly

__all__ = ["LAWS", "SCORED", "Law"]

Law = Callable[[Case, Chance], bool]

LAWS: Final[dict[int, tuple[Law, ...]]] = {
    1: (order_of_input_never_matters, names_of_units_never_matter),
    2: (other_units_of_weight_change_no_standing, a_constant_changes_no_standing),
    3: (more_points_never_rank_lower,),
    4: (the_others_keep_their_order, a_twin_stands_beside_its_twin),
    5: (greater_everywhere_is_never_less,),
    6: (
        a_longer_chain_refines,
        a_constant_step_does_nothing,
        only_equals_are_asked_about,
        keys_turn_on_those_tied_alone,
        who_is_not_tied_does_not_matter,
    ),
    7: (the_best_are_awarded, a_loser_that_leaves_costs_one_award, a_better_score_costs_one_award),
    8: (a_tie_at_the_line_is_bounded,),
    9: (a_share_rounded_down_grows_evenly,),
    10: (better_under_two_weightings_is_better_under_their_sum, better_in_two_periods_is_better_in_both),
    11: (
        everybody_leads_before_anybody_leads_again,
        nobody_overtakes_whoever_joins_and_leaves,
        who_is_barred_never_leads,
    ),
    12: (
        answering_ends,
        the_order_of_answers_never_matters,
        what_is_settled_stays,
        every_question_is_relevant,
        a_silent_tie_is_harmless,
        any_part_of_the_acts_is_accepted,
        dependent_questions_can_be_answered_at_once,
        an_act_too_many_is_refused,
        another_answer_is_refused,
    ),
    13: (steps_alone_give_the_outcome, hook_answers_are_enough, a_record_is_enough),
    14: (
        a_unit_that_is_out_takes_no_slot,
        a_slot_that_falls_free_goes_to_one_other,
        a_hold_only_delays,
        the_end_of_a_hold_changes_states_only,
    ),
}
"""Every law by its number; each may have several parts."""

SCORED: Final = frozenset({2, 3, 4, 5, 7, 10})
"""The numbers of laws that say something only of seasons with scores."""
