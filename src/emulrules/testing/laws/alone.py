"""Law 4: what becomes of one unit leaves the order of the others alone."""

from itertools import combinations

from attrs import evolve

from emulrules.model.decision import Decision
from emulrules.testing.altered import NEWCOMER, changed, with_twin, without
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.course import run
from emulrules.testing.facts import by_totals, places
from emulrules.testing.fixed import keys_are_known, keys_are_static, scales_are_fixed
from emulrules.testing.kept import Kept
from emulrules.testing.narrowed import figures_known, keys_static, ranking_only

__all__ = ["a_twin_stands_beside_its_twin", "the_others_keep_their_order"]


def the_others_keep_their_order(case: Case, chance: Chance) -> bool:
    """Law 4: changing one unit, removing it or adding one leaves the order of the others alone.

    Holds under order by points, fixed scales and static keys. Who stood before another, stands before it; equals stay
    equal, and who joins behind all others leaves their places too. With votes kept, so that a unit has the same votes
    and is preferred to the same others whoever else is tied, nobody changes sides with another; but whether a tie is
    split at all turns on whether a line runs through it, and so on how many stand above.
    A key is not static if it compares a unit with those that it is tied with, or has no value for one of them: then it
    is passed over for all.
    Proof: each unit's total and keys stay what they were, and the order is that of total and keys, one after another.
    """
    ranked = keys_static(ranking_only(case))
    ranked = figures_known(ranked, chance) if yes(chance) else ranked
    if len(ranked.members) < 2:
        return False
    unit, other = _altered(ranked, chance)
    before, after = ranked.decide(), other.decide()
    others = sorted({each for each in places(before) if each in places(after)} - {unit})
    if not by_totals(before) or not scales_are_fixed(before, after, others):
        return False
    if not all(map(keys_are_static, (before, after))):
        return False
    if all(map(keys_are_known, (before, after))):
        with showing(ranked, other):
            _check_same_order(before, after, others)
            if places(after).get(NEWCOMER) == len(places(after)) > 1:
                _check_same_places(before, after, others)
    seed, source = chance.number(0, 999), case.source
    answers = Kept(seed, members=2, source=source)
    first, second = run(ranked, answers), run(other, answers)
    with showing(first.case, second.case):
        _check_never_reversed(first.decision, second.decision, others)
    return len(others) > 1


def _altered(case: Case, chance: Chance) -> tuple[str, Case]:
    """One unit, and the case in which it is changed, no longer there, or new."""
    unit = one(chance, case.members)
    how = one(chance, ("changed", "removed", "added"))
    if how == "removed":
        return unit, evolve(case, season=without(case.season, {unit}))
    if how == "added":
        unit, case = NEWCOMER, evolve(case, season=with_twin(case.season, case.ruleset, unit))
    return unit, changed(case, unit, chance)


def _sign(places_: dict[str, int], one: str, other: str) -> int:
    return (places_[one] > places_[other]) - (places_[one] < places_[other])


def _check_same_order(before: Decision, after: Decision, others: list[str]) -> None:
    old, new = places(before), places(after)
    for unit, other in combinations(others, 2):
        if _sign(old, unit, other) != _sign(new, unit, other):
            raise BrokenLawError(f"{unit} and {other} stood at {old}, and stand at {new}")


def _check_same_places(before: Decision, after: Decision, others: list[str]) -> None:
    old, new = places(before), places(after)
    if any(old[unit] != new[unit] for unit in others):
        raise BrokenLawError(f"one joins behind all others, and {old} becomes {new}")


def _check_never_reversed(before: Decision, after: Decision, others: list[str]) -> None:
    old, new = places(before), places(after)
    for unit, other in combinations(others, 2):
        if _sign(old, unit, other) * _sign(new, unit, other) < 0:
            raise BrokenLawError(f"with votes kept, {unit} and {other} stood at {old}, and stand at {new}")


def a_twin_stands_beside_its_twin(case: Case, chance: Chance) -> bool:
    """Law 4: a unit that joins with the same scores, figures and facts as another stands beside it.

    Both share one place until people are asked; with votes kept, nobody stands between them.
    Proof: whatever is computed of the one is computed of the other.
    """
    ranked = ranking_only(case)
    twin = one(chance, ranked.members)
    both = evolve(ranked, season=with_twin(ranked.season, ranked.ruleset, twin))
    decision = both.decide()
    ranks = places(decision)
    if twin not in ranks or not by_totals(decision):
        return False
    if ranks[twin] != ranks[NEWCOMER]:
        told = f"{twin} stands at {ranks[twin]}, and {NEWCOMER}, which is like it, at {ranks[NEWCOMER]}"
        raise BrokenLawError(told, both)
    answers = Kept(chance.number(0, 999), members=2, source=case.source, same={NEWCOMER: twin})
    course = run(both, answers)
    ranks = places(course.decision)
    first, last = sorted((ranks[twin], ranks[NEWCOMER]))
    between = [unit for unit, place in ranks.items() if first < place < last and unit not in (twin, NEWCOMER)]
    if between and keys_are_static(course.decision):
        told = f"{between} stand between {twin} and {NEWCOMER}, which is like it: {ranks}"
        raise BrokenLawError(told, course.case)
    return len(ranks) > 2
