"""Policies that break laws, as no plugin could: what plugins answer is checked."""

from fractions import Fraction
from typing import Any, Final

from attrs import evolve
from building import ELECTED, award, choose, criterion, order, ruleset, tie
from law_breaking import RULESET, TIED

from emulrules.model.answers import Quota, TieKey, TieKeys, Weights
from emulrules.model.award import QuotaRule
from emulrules.model.headship import Bar
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.policy import Scores
from emulrules.standard import Standard
from emulrules.testing.laws import Law
from emulrules.testing.laws.adding import better_in_two_periods_is_better_in_both
from emulrules.testing.laws.alone import a_twin_stands_beside_its_twin, the_others_keep_their_order
from emulrules.testing.laws.asking import what_is_settled_stays
from emulrules.testing.laws.chains import (
    a_constant_step_does_nothing,
    a_longer_chain_refines,
    only_equals_are_asked_about,
)
from emulrules.testing.laws.competing import a_better_score_costs_one_award, a_loser_that_leaves_costs_one_award
from emulrules.testing.laws.head_to_head import keys_turn_on_those_tied_alone, who_is_not_tied_does_not_matter
from emulrules.testing.laws.holding import a_hold_only_delays
from emulrules.testing.laws.input_order import names_of_units_never_matter
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot
from emulrules.testing.laws.ranking import greater_everywhere_is_never_less, more_points_never_rank_lower
from emulrules.testing.laws.scaling import a_constant_changes_no_standing
from emulrules.testing.laws.shares import a_share_rounded_down_grows_evenly
from emulrules.testing.twisted import Twist

RULE: Final = Rule("ties.theo-ten", ("Không văn bản nào",), "assumed")

BARRED: Final = ruleset(
    "abcd",
    criteria=(criterion("diem", max="2"),),
    order=order(),
    awards=(award("co", choose("xep-hang", "standing"), quota=4),),
    headship=evolve(ELECTED, bars=(Bar("phe-binh", ("head",), ("Quy chế",), "read", fact="bi-phe-binh"),)),
)
"""Who may lead turns on a fact that may be asked, and nothing else does."""


COMPARED: Final = ruleset(
    "abcde",
    criteria=tuple(criterion(id_, max="2") for id_ in "xyz"),
    order=order("points", 1),
    ties=(tie("doi-dau", "head-to-head", then="restart"), tie("rut-tham", "lot", asks="meeting")),
)


SHARED: Final = evolve(
    RULESET,
    awards=(
        award(
            "co",
            choose("xep-hang", "standing"),
            quota=QuotaRule(share=Fraction(1, 2), rounding="floor", base="units"),
        ),
    ),
)


def negative(answer: Weights, **_: Any) -> Weights:
    return Weights(Table({id_: -weight for id_, weight in answer.values.items()}))


def by_name(answer: TieKeys, tied: tuple[str, ...], **_: Any) -> TieKeys:
    """A key that prefers whoever comes first in the alphabet."""
    return _first(answer, Table({unit: Fraction(-place) for place, unit in enumerate(tied)}))


def by_who_is_tied(answer: TieKeys, tied: tuple[str, ...], **_: Any) -> TieKeys:
    """A key that prefers the first of an even number of units, and the last of an odd number."""
    sign = 1 if len(tied) % 2 else -1
    return _first(answer, Table({unit: Fraction(sign * place) for place, unit in enumerate(tied)}))


def lot_first(answer: TieKeys, **_: Any) -> TieKeys:
    """The lot is drawn before anybody is compared."""
    return TieKeys(tuple(sorted(answer.keys, key=lambda key: key.by != "lot")))


def of_everybody(answer: TieKeys, tied: tuple[str, ...], points: Scores, **arguments: Any) -> TieKeys:
    """Whoever begins anew is given the keys of all, and not of those tied."""
    everybody = tuple(sorted({unit for values in points.values() for unit in values}))
    others = Standard().tie_break_keys(tied=everybody, points=points, **arguments)
    values = {key.id: Table({unit: key.values[unit] for unit in tied}) for key in others.keys if key.by == "value"}
    return TieKeys(tuple(evolve(key, values=values.get(key.id, key.values)) for key in answer.keys))


def _first(answer: TieKeys, values: Table[str, Fraction]) -> TieKeys:
    return TieKeys((TieKey("theo-ten", "value", RULE, values=values), *answer.keys))


def backwards(answer: TieKeys, **_: Any) -> TieKeys:
    return TieKeys(answer.keys[::-1])


def without_the_third(answer: TieKeys, **_: Any) -> TieKeys:
    return TieKeys(answer.keys[:2])


def by_scores(answer: Weights, season: Season, **_: Any) -> Weights:
    """Weights that turn on what was scored."""
    rows = {id_: [cell for cell in row.values() if isinstance(cell, Fraction)] for id_, row in season.scores.items()}
    return Weights(Table({id_: weight * max(rows.get(id_, []), default=0) for id_, weight in answer.values.items()}))


def everybody(answer: Quota, gates: Any, **_: Any) -> Quota:
    """One slot, and one for each unit that is out or held."""
    return evolve(answer, number=1 + len(gates.gated))


def rounded_up(answer: Quota, **_: Any) -> Quota:
    """A share that is rounded up, whatever the rule says."""
    share, base = answer.share, answer.base
    return answer if share is None or base is None else evolve(answer, number=-(-share * base // 1))


def by_facts(answer: Quota, season: Season, **_: Any) -> Quota:
    """A number that falls as soon as a fact is stated."""
    return evolve(answer, number=0 if season.facts else answer.number)


BREAKING: Final[dict[str, tuple[Law, str, Twist, Ruleset]]] = {
    "names": (names_of_units_never_matter, "tie_break_keys", by_name, RULESET),
    "constant": (a_constant_changes_no_standing, "criterion_weights", by_scores, RULESET),
    "more-points": (more_points_never_rank_lower, "criterion_weights", negative, RULESET),
    "others": (the_others_keep_their_order, "tie_break_keys", by_who_is_tied, RULESET),
    "twin": (a_twin_stands_beside_its_twin, "tie_break_keys", by_name, RULESET),
    "dominance": (greater_everywhere_is_never_less, "criterion_weights", negative, RULESET),
    "longer-chain": (a_longer_chain_refines, "tie_break_keys", backwards, RULESET),
    "constant-step": (a_constant_step_does_nothing, "tie_break_keys", without_the_third, RULESET),
    "lots-last": (only_equals_are_asked_about, "tie_break_keys", lot_first, COMPARED),
    "equals": (only_equals_are_asked_about, "tie_break_keys", backwards, RULESET),
    "tied-alone": (keys_turn_on_those_tied_alone, "tie_break_keys", of_everybody, COMPARED),
    "not-tied": (who_is_not_tied_does_not_matter, "tie_break_keys", of_everybody, COMPARED),
    "loser-leaves": (a_loser_that_leaves_costs_one_award, "tie_break_keys", by_who_is_tied, TIED),
    "better-score": (a_better_score_costs_one_award, "tie_break_keys", by_who_is_tied, RULESET),
    "shares": (a_share_rounded_down_grows_evenly, "award_quota", rounded_up, SHARED),
    "two-periods": (better_in_two_periods_is_better_in_both, "criterion_weights", by_scores, RULESET),
    "settled": (what_is_settled_stays, "award_quota", by_facts, BARRED),
    "out": (a_unit_that_is_out_takes_no_slot, "award_quota", everybody, RULESET),
    "hold": (a_hold_only_delays, "award_quota", everybody, RULESET),
}
"""A law, and the answers to a hook that break it under a ruleset."""
