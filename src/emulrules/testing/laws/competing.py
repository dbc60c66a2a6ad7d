"""Law 7: who wins an award by standing, and what one unit can cost the others."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from emulrules.model.award import Award, Choose, QuotaRow, QuotaRule
from emulrules.model.decision import Decision
from emulrules.model.table import Table
from emulrules.testing.altered import without
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.criteria import BASIS
from emulrules.testing.facts import by_totals, leaf_points, places, slots
from emulrules.testing.fixed import keys_are_static, scales_are_fixed
from emulrules.testing.kept import Kept
from emulrules.testing.narrowed import keys_static, ranking_only
from emulrules.testing.own_awards import award_for, by_standing, with_awards

__all__ = ["a_better_score_costs_one_award", "a_loser_that_leaves_costs_one_award", "the_best_are_awarded"]

_AWARD: Final = "theo-xep-hang"
_FIRST: Final = "truoc-gia-dinh"


def the_best_are_awarded(case: Case, chance: Chance) -> bool:
    """Law 7: awards ≤ slots, and nobody is awarded while a unit with a better place, that could be, is not.

    Holds for an award by standing under *cut*, while questions are open too: a tie at the line is so many open slots.
    Proof: candidates are taken from the top, group after group, while they fit.
    """
    award = _award(case, chance)
    if award is None:
        return False
    first = Award(_FIRST, "Trước", (Choose("binh-xet", "meeting", "meeting"),), BASIS, "assumed", QuotaRule(1))
    whole = with_awards(ranking_only(case), case.ruleset, first, evolve(award, excludes=(first.id,)))
    course = run(whole, answered_at_random(whole, chance))
    for each in course.cases:
        _check_best(each, award.id)
    return 0 < len(_won(course.decision, award.id)) < len(course.decision.standings) - 1


def _check_best(case: Case, award: str) -> None:
    decision = case.decide()
    won, number, ranks = _won(decision, award), slots(decision, award), places(decision)
    if number is not None and len(won) > number:
        raise BrokenLawError(f"{sorted(won)} are awarded in {number} slots", case)
    closed = won | _won(decision, _FIRST)
    for unit in sorted(won & ranks.keys()):
        better = [other for other in ranks if other not in closed and ranks[other] < ranks[unit]]
        if better:
            raise BrokenLawError(f"{unit} is awarded, and {better} are not, who stand before it: {ranks}", case)


def a_loser_that_leaves_costs_one_award(case: Case, chance: Chance) -> bool:
    """Law 7: if a unit that is not awarded is no member, at most one other unit is not awarded for it.

    Holds for one award by standing under *cut*, fixed scales, static keys, and a quota that falls by at most one with a
    unit, votes kept; until people are asked, a tie at the line is counted as so many open slots.
    Proof: those awarded are the first s in an order that the others keep (law 4); the first s - 1 are all but one.
    """
    award = _award(case, chance)
    if award is None:
        return False
    whole = with_awards(keys_static(ranking_only(case)), case.ruleset, award)
    answers = Kept(chance.number(0, 999), members=2, source=case.source)
    course = run(whole, answers)
    before = course.decision
    won = _won(before, award.id)
    losers = [unit for unit in whole.members if unit not in won]
    if not won or not losers or not by_totals(before):
        return False
    other = evolve(whole, season=without(whole.season, {one(chance, losers)}))
    later = run(other, answers)
    after = later.decision
    if _fell(before, after, award.id) > 1 or not _comparable(before, after, won):
        return False
    lost = won - _won(after, award.id)
    if len(lost) > 1:
        told = f"a unit that won nothing leaves, and {sorted(lost)} win nothing any more"
        raise BrokenLawError(told, course.case, later.case)
    _check_open(whole, other, award.id)
    return True


def _check_open(whole: Case, other: Case, award: str) -> None:
    """As before people are asked: units that are no longer awarded are one, or tied for open slots that lack one."""
    before, after = whole.decide(), other.decide()
    won, still = _won(before, award), _won(after, award)
    lost = won - still
    open_ = (slots(after, award) or 0) - len(still) if after.questions else 0
    if len(lost) > 1 and (len(lost) - open_ > 1 or len({places(after)[unit] for unit in lost}) > 1):
        told = f"a unit that won nothing leaves, and {sorted(lost)} are left with {open_} open slots"
        raise BrokenLawError(told, whole, other)


def _fell(before: Decision, after: Decision, award: str) -> int:
    return (slots(before, award) or 0) - (slots(after, award) or 0)


def a_better_score_costs_one_award(case: Case, chance: Chance) -> bool:
    """Law 7: with fixed quotas and several exclusive awards, one unit's better score costs at most one other any award.

    Of each single award, too, at most one other unit loses it: who passes from one award to the next has one all the
    same. Holds for awards by standing under *cut*, fixed scales, static keys, votes kept.
    Proof: the others keep their order (law 4), so at each line between two awards one of them at most crosses it.
    """
    awards = _exclusive(case, chance)
    if not awards:
        return False
    ids = [award.id for award in awards]
    whole = with_awards(keys_static(ranking_only(case)), case.ruleset, *awards)
    answers = Kept(chance.number(0, 999), members=2, source=case.source)
    course = run(whole, answers)
    before = course.decision
    # Who does not lead can pass others.
    unit = one(chance, [each for each, place in places(before).items() if place > 1] or whole.members)
    later = run(_better(whole, unit, leaf_points(before), chance), answers)
    after = later.decision
    others = [each for each in whole.members if each != unit]
    # What a policy allots may turn on scores: then the quotas are not fixed.
    fixed = all(slots(before, id_) == slots(after, id_) for id_ in ids)
    if not fixed or not by_totals(before) or not _comparable(before, after, others):
        return False
    for kind, losers in _losers(before, after, ids, unit).items():
        if len(losers) > 1:
            raise BrokenLawError(f"{unit} scores better, and {losers} lose {kind}", course.case, later.case)
    return any(_won(before, id_) != _won(after, id_) for id_ in ids)


def _better(case: Case, unit: str, points: Mapping[tuple[str, str], Fraction | None], chance: Chance) -> Case:
    """The case in which `unit` did on some leaves what a better one did."""
    scores = dict(case.season.scores)
    for leaf, row in case.season.scores.items():
        own = points.get((leaf, unit))
        better = [each for each in row if own is not None and (points.get((leaf, each)) or own) > own]
        if better and not yes(chance, 4):
            best = max(better, key=lambda each: (points.get((leaf, each)) or 0, each))
            scores[leaf] = Table({**row, unit: row[best]})
    return evolve(case, season=evolve(case.season, scores=Table(scores)))


def _losers(before: Decision, after: Decision, awards: Sequence[str], unit: str) -> dict[str, list[str]]:
    """Who besides `unit` has each award before and not after, and who has any before and none after."""
    found = {id_: sorted(_won(before, id_) - _won(after, id_) - {unit}) for id_ in awards}
    had, has = ({each.unit for each in decision.awards} for decision in (before, after))
    return {**found, "every award": sorted(had - has - {unit})}


def _comparable(before: Decision, after: Decision, others: Sequence[str] | set[str]) -> bool:
    return scales_are_fixed(before, after, others) and keys_are_static(before) and keys_are_static(after)


def _won(decision: Decision, award: str) -> set[str]:
    return {each.unit for each in decision.awards if each.award == award}


def _by_standing(id_: str, quota: QuotaRule, excludes: Sequence[str] = ()) -> Award:
    step = Choose(f"buoc-{id_}", "standing")
    return Award(id_, id_, (step,), BASIS, "assumed", quota, excludes=tuple(excludes))


def _award(case: Case, chance: Chance) -> Award | None:
    """An award by standing under *cut*, the ruleset's own or an invented one."""
    own = tuple(award for award in by_standing(case.ruleset) if award.boundary == "cut")
    return award_for(case, chance, own, lambda: _by_standing(_AWARD, _quota(chance, len(case.members))))


def _exclusive(case: Case, chance: Chance) -> list[Award]:
    """Several awards by standing under *cut*, each of which shuts out who has one of those before it."""
    own = [award for award in by_standing(case.ruleset) if award.boundary == "cut"]
    if own and yes(chance):
        return [evolve(award, excludes=tuple(each.id for each in own[:at])) for at, award in enumerate(own)]
    if not own and not case.is_invented:
        return []
    ids = [f"bac-{number}" for number in range(1, 1 + chance.number(2, 3))]
    most = 2 if len(case.members) > 2 * len(ids) else 1
    return [_by_standing(id_, QuotaRule(chance.number(1, most)), ids[:at]) for at, id_ in enumerate(ids)]


def _quota(chance: Chance, units: int) -> QuotaRule:
    """A number, what a level above allots, a share rounded down, or a table that grows by at most one with a unit."""
    kind = one(chance, ("number", "table", "ask", "share"))
    if kind == "number":
        return QuotaRule(number=chance.number(0, 3))
    if kind == "ask":
        return QuotaRule(ask="ministry")
    if kind == "share":
        return QuotaRule(not_more_than=Fraction(chance.number(1, 4), 4), base="units")
    numbers = [chance.number(0, 2)]
    while len(numbers) <= units:
        numbers.append(max(0, numbers[-1] + chance.number(-1, 1)))
    return QuotaRule(table=tuple(QuotaRow((size, size), number) for size, number in enumerate(numbers)))
