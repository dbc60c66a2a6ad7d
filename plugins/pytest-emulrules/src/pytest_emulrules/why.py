"""Why a law had nothing to say: what a ruleset and its policy lack that the law speaks of."""

from collections.abc import Callable, Iterator
from typing import Final

from emulrules.errors import EmulrulesError
from emulrules.policy import STANDARD
from emulrules.testing.cases import Case
from emulrules.testing.laws import LAWS, SCORED, Law
from emulrules.testing.laws.chains import a_constant_step_does_nothing, a_longer_chain_refines
from emulrules.testing.laws.head_to_head import who_is_not_tied_does_not_matter
from emulrules.testing.laws.holding import a_hold_only_delays, the_end_of_a_hold_changes_states_only
from emulrules.testing.laws.rotation import (
    everybody_leads_before_anybody_leads_again,
    nobody_overtakes_whoever_joins_and_leaves,
    who_is_barred_never_leads,
)
from emulrules.testing.own_awards import by_standing

__all__ = ["lacking"]

_Lack = Callable[[Case], Iterator[str]]


def lacking(law: Law, case: Case) -> str:
    """What the ruleset and the policy of `case`, any season of them, lack; empty where nothing tells."""
    (number,) = (number for number, laws in LAWS.items() if law in laws)
    found = [why for lack in (*_OF_NUMBER.get(number, ()), *_OF_LAW.get(law, ())) for why in lack(case)]
    if number in SCORED:
        found.extend(_unscored(case))
    return "; ".join(dict.fromkeys(found))


def _unscored(case: Case) -> Iterator[str]:
    if not any(criterion.method for criterion in case.rules.criteria):
        yield "nothing is scored"


def _unranked(case: Case) -> Iterator[str]:
    order = case.ruleset.order
    if order is None or order.by == "meeting" or not case.rules.criteria:
        yield "no points rank its units"


def _untied(case: Case) -> Iterator[str]:
    if not case.ruleset.ties:
        yield "it has no chain for ties"


def _unawarded(case: Case) -> Iterator[str]:
    if not case.ruleset.awards:
        yield "it has no awards"


def _uncut(case: Case) -> Iterator[str]:
    if not any(award.boundary == "cut" for award in by_standing(case.ruleset)):
        yield "it has no award by standing whose tie at the last slot is cut"


def _unstanding(case: Case) -> Iterator[str]:
    if not by_standing(case.ruleset):
        yield "it has no award by standing"


def _unshared(case: Case) -> Iterator[str]:
    if not case.ruleset.awards:
        yield "it has no awards"
    else:
        yield "no quota of its awards is known to be a share that is rounded down, without a least number"


def _moving(case: Case) -> Iterator[str]:
    moving = [criterion.id for criterion in case.ruleset.criteria if criterion.method in ("relative", "policy")]
    if moving:
        yield f"what a unit has of {', '.join(moving)} may turn on others"


def _unturned(case: Case) -> Iterator[str]:
    headship = case.ruleset.headship
    if headship is None or headship.by != "turn":
        yield "its units do not lead in turn"


def _unbarred(case: Case) -> Iterator[str]:
    headship = case.ruleset.headship
    if headship is None:
        yield "it says nothing of how the offices are filled"
    elif not headship.bars:
        yield "its headship bars nobody"


def _answers(hook: str, says: str) -> _Lack:
    """Whether the policy answers a hook itself, where the law is about what stands in the ruleset."""

    def lack(case: Case) -> Iterator[str]:
        try:
            given = {each.by for each in case.decide().answers if each.hook == hook}
        except EmulrulesError:
            # What refuses this season says nothing of who answers.
            return
        if given - {STANDARD}:
            yield f"its policy {case.policy.name} {says} itself"

    return lack


_ANSWERS_HEADSHIP: Final = _answers("head_rotation", "says how the offices are filled")

_OF_NUMBER: Final[dict[int, tuple[_Lack, ...]]] = {
    6: (_untied, _unranked),
    7: (_unranked, _uncut),
    8: (_unstanding,),
    9: (_unshared,),
}

_OF_LAW: Final[dict[Law, tuple[_Lack, ...]]] = {
    a_constant_step_does_nothing: (_unscored,),
    everybody_leads_before_anybody_leads_again: (_unturned, _ANSWERS_HEADSHIP),
    nobody_overtakes_whoever_joins_and_leaves: (_unturned, _ANSWERS_HEADSHIP),
    a_hold_only_delays: (_unawarded,),
    a_longer_chain_refines: (_untied,),
    the_end_of_a_hold_changes_states_only: (_unawarded,),
    who_is_barred_never_leads: (_unbarred,),
    who_is_not_tied_does_not_matter: (_moving,),
}
