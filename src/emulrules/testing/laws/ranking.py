"""Laws 3 and 5: more points never rank lower, and what is nowhere less adds up to no less."""

from fractions import Fraction
from typing import Final

from attrs import evolve

from emulrules.model.answers import Weights
from emulrules.model.cell import Cell
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, mixed, one, yes
from emulrules.testing.facts import leaf_points, places, ranks, rounded_of
from emulrules.testing.narrowed import of_members, ranking_only
from emulrules.testing.sheets import invent_cell_like

__all__ = ["greater_everywhere_is_never_less", "more_points_never_rank_lower"]

_CELLS: Final = 3
"""So many cells are tried until one gives other points."""


def _leaves(case: Case) -> list[Criterion]:
    """The leaves that the season has cells for."""
    return [criterion for criterion in case.rules.criteria if criterion.id in case.season.scores]


def _another_cell(case: Case, leaf: Criterion, unit: str, chance: Chance) -> Cell:
    return invent_cell_like(chance, leaf, case.season.scores[leaf.id][unit])


def _with_cell(case: Case, leaf: str, unit: str, cell: Cell) -> Case:
    scores = case.season.scores
    changed = Table({**scores, leaf: Table({**scores[leaf], unit: cell})})
    return evolve(case, season=evolve(case.season, scores=changed))


def more_points_never_rank_lower(case: Case, chance: Chance) -> bool:
    """Law 3: a unit that gets more points in one cell has no lower place than before.

    Holds if points are capped at their maximum or turn on nobody else, no tie key prefers the smaller value, no two
    keys turn on who is tied (a restart makes two of one), and both cells are scored. Relative to the unit with the
    greatest *amount* it fails even so: who takes the lead with a worse ratio lifts others. Acts about places are left
    out, since they answer other ties afterwards; a tie that is open counts as one.
    Proof: weights are not negative, caps and roundings are monotone, so the unit's total and its keys do not fall,
    while those of the others stay, or fall where the unit takes the lead; so nobody who stood behind it or beside it
    passes it.
    """
    head_to_head = [step.then for step in case.ruleset.ties if step.by == "head-to-head"]
    if len(head_to_head) > 1 or "restart" in head_to_head:
        return False
    case = ranking_only(case)
    before = case.decide()
    units, leaves = sorted(places(before)), [leaf for leaf in _leaves(case) if leaf.leader != "amount"]
    if not units or not leaves:
        return False
    return any(_rises(case, before, one(chance, units), one(chance, leaves), chance) for _ in range(_CELLS))


def _rises(case: Case, before: Decision, unit: str, leaf: Criterion, chance: Chance) -> bool:
    """Whether another cell gives the unit other points, which must not put it the wrong way."""
    other = _with_cell(case, leaf.id, unit, _another_cell(case, leaf, unit, chance))
    after = other.decide()
    old, new = (leaf_points(decision)[leaf.id, unit] for decision in (before, after))
    if old is None or new is None or (old == new and leaf.method == "relative"):
        return False
    worse, better = (before, after) if old <= new else (after, before)
    held, reached = ranks(worse)[unit], ranks(better)[unit]
    points = " to ".join(map(str, sorted((old, new))))
    if reached > held:
        told = f"{unit} falls from place {held} to {reached} as {leaf.id} rises from {points}"
        raise BrokenLawError(told, *((case, other) if worse is before else (other, case)))
    return old != new and len(places(before)) > 1


def greater_everywhere_is_never_less(case: Case, chance: Chance) -> bool:
    """Law 5: with no fewer points than another on any leaf, a unit has no smaller total.

    It has a greater one if it has more on a leaf whose weight, with those above it, is positive, and no cap or rounding
    above the leaves changes anything for either. Both must be fully scored. Points are those after the caps and the
    rounding of the leaves.
    Proof: sums with positive weights are strictly monotone, caps and roundings are monotone.
    """
    case = evolve(case, season=of_members(case.season, case.ruleset))
    leaves = _leaves(case)
    if len(case.members) < 2 or not leaves:
        return False
    better, worse = mixed(chance, case.members)[:2]
    for leaf in leaves:
        cell = case.season.scores[leaf.id][worse]
        case = _with_cell(case, leaf.id, better, cell if yes(chance) else invent_cell_like(chance, leaf, cell))
    decision = case.decide()
    totals = {each.unit: each.total for each in decision.standings}
    met = False
    for unit, other in ((better, worse), (worse, better)):
        above, below = totals.get(unit), totals.get(other)
        if above is None or below is None or not _nowhere_less(decision, unit, other):
            continue
        met = True
        if above < below:
            told = f"{unit} has no fewer points than {other} on any leaf, but {above} against {below}"
            raise BrokenLawError(told, case)
        if _more_somewhere(case, decision, unit, other) and not _bound(decision, unit, other) and above <= below:
            raise BrokenLawError(f"{unit} has more points than {other}, but the same total {above}", case)
    return met


def _nowhere_less(decision: Decision, one: str, other: str) -> bool:
    points = leaf_points(decision)
    for (leaf, unit), value in points.items():
        if unit == one:
            against = points[leaf, other]
            if value is None or against is None or value < against:
                return False
    return True


def _more_somewhere(case: Case, decision: Decision, one: str, other: str) -> bool:
    points = leaf_points(decision)
    return any(
        _weight(case, leaf) > 0 and (value or 0) > (points[leaf, other] or 0)
        for (leaf, unit), value in points.items()
        if unit == one
    )


def _weight(case: Case, leaf: str) -> Fraction:
    """The weight of a leaf in the total: its own times those above it."""
    rules = case.rules
    by_id = {criterion.id: criterion for criterion in rules.criteria}
    answer = case.policy.ask("criterion_weights", "", ruleset=rules, season=case.season)[-1].answer
    weights = answer.values if isinstance(answer, Weights) else Table()
    weight = Fraction(1)
    at: str | None = leaf
    while at is not None:
        weight *= weights[at]
        at = by_id[at].parent
    return weight


def _bound(decision: Decision, *units: str) -> bool:
    """Whether a cap or a rounding above the leaves changes anything for one of the units."""
    leaves = {leaf for leaf, _ in leaf_points(decision)}
    return any(
        step.unit in units and (step.step == "cap" or (step.step == "round" and rounded_of(step) not in leaves))
        for step in decision.steps
    )
