"""Law 2: other measures, the same standing."""

from fractions import Fraction
from typing import Any

from attrs import evolve

from emulrules.model.answers import Answer, Weights
from emulrules.model.cell import Cell
from emulrules.model.decision import Decision
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one
from emulrules.testing.course import accepted, answered_at_random, run
from emulrules.testing.narrowed import sums_only
from emulrules.testing.twisted import Twisted

__all__ = ["a_constant_changes_no_standing", "other_units_of_weight_change_no_standing"]

_FACTORS = (Fraction(2), Fraction(1, 2), Fraction(3), Fraction(7, 5))


def other_units_of_weight_change_no_standing(case: Case, chance: Chance) -> bool:
    """Law 2: multiplying every weight at the top by one positive number changes no standing.

    Holds with no cap, rounding, not-applicable cell or unweighted part; bonus and deductions have weights as well. A
    weight inside a parent counts within it: what stands below is multiplied with what stands above, so multiplying the
    weights of all levels measures leaves at different depths by different numbers, and can change the order.
    Proof: every total is multiplied by the number, every tie key stays what it was or is multiplied.
    """
    summed = sums_only(case, chance)
    if not summed.season.scores:
        return False
    factor = one(chance, _FACTORS)
    top = {criterion.id for criterion in summed.ruleset.criteria if criterion.parent is None}

    def multiplied(answer: Answer, **_: Any) -> Answer:
        if not isinstance(answer, Weights):
            return answer
        return Weights(Table({id_: w * factor if id_ in top else w for id_, w in answer.values.items()}))

    other = evolve(summed, policy=Twisted(summed.policy, "criterion_weights", multiplied))
    return _check_alike(summed, other, chance, f"weights multiplied by {factor}")


def a_constant_changes_no_standing(case: Case, chance: Chance) -> bool:
    """Law 2: adding a constant to one criterion for all units changes no standing.

    Holds with no cap, rounding, not-applicable cell or unweighted part.
    Proof: every total grows by the constant times one weight, and so does every tie key, or it stays what it was.
    """
    summed = sums_only(case, chance)
    scores = summed.season.scores
    if not scores:
        return False
    leaf, constant = one(chance, sorted(scores)), chance.number(1, 3)
    row: dict[str, Cell] = {unit: cell + constant for unit, cell in scores[leaf].items() if isinstance(cell, Fraction)}
    other = evolve(summed, season=evolve(summed.season, scores=Table({**scores, leaf: Table(row)})))
    return _check_alike(summed, other, chance, f"{constant} more in {leaf} for all")


def _check_alike(one: Case, other: Case, chance: Chance, told: str) -> bool:
    """Compares who stands where in both, before anything is answered and after the same was."""
    acts = run(one, answered_at_random(one, chance)).case.season.acts
    for each, changed in ((one, other), (one.with_only(acts), other.with_only(acts))):
        expected, got = _standing(each.decide()), _standing(accepted(changed))
        if expected != got:
            # Other weights than the policy's own are no part of any file.
            cases = (each, changed) if changed.policy is each.policy else ()
            raise BrokenLawError(f"{told}: {expected} becomes {got}", *cases)
    return len(set(expected.values())) > 1


def _standing(decision: Decision) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    return {each.unit: (each.place, each.tied_with) for each in decision.standings}
