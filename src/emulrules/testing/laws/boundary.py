"""Law 8: how far an award may stay below its number, or pass it, when a tie stands at the last slot."""

from typing import Final, Literal

from attrs import evolve

from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.decision import Decision
from emulrules.model.order import Order
from emulrules.testing.altered import two_alike
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.criteria import BASIS
from emulrules.testing.facts import ranks
from emulrules.testing.facts import slots as slots_of
from emulrules.testing.narrowed import by_points
from emulrules.testing.own_awards import award_for, by_standing, with_awards

__all__ = ["a_tie_at_the_line_is_bounded"]

_FIRST: Final = "truoc-gia-dinh"
_BOUNDARIES: Final[tuple[Literal["include", "exclude", "cut"], ...]] = ("include", "exclude", "cut")


def a_tie_at_the_line_is_bounded(case: Case, chance: Chance) -> bool:
    """Law 8: for an award by number, with p = min(slots, eligible) and t units in the tie at the line (1 if none):

    under *include* p ≤ awards ≤ p + t - 1, under *exclude* p - awards < t, under *cut* awards = p. The tie is the one
    that is left after the places are named. An earlier award that is excluded makes some units not eligible.
    """
    if yes(chance):
        case = two_alike(by_points(case), chance)
    award = award_for(case, chance, by_standing(case.ruleset), lambda: _invented(chance, len(case.members)))
    if award is None:
        return False
    whole = _with_award(case, evolve(award, excludes=(_FIRST,)), chance)
    course = run(whole, answered_at_random(whole, chance))
    decision = course.decision
    awarded = {each.unit for each in decision.awards if each.award == award.id}
    taken = {each.unit for each in decision.awards if each.award != award.id}
    eligible = [each.unit for each in decision.standings if each.unit not in taken]
    slots = slots_of(decision, award.id)
    if slots is None:
        return False
    least, tied = min(slots, len(eligible)), _tied(decision, eligible, slots)
    number = len(awarded)
    told = f"{number} awards for {slots} slots, {len(eligible)} eligible units and a tie of {tied} ({award.boundary})"
    if not awarded <= set(eligible):
        raise BrokenLawError(f"{sorted(awarded - set(eligible))} were not eligible", course.case)
    bounds = {"cut": (least, least), "include": (least, least + tied - 1), "exclude": (least - tied + 1, least)}
    if not bounds[award.boundary][0] <= number <= bounds[award.boundary][1]:
        raise BrokenLawError(told, course.case)
    return tied > 1


def _invented(chance: Chance, units: int) -> Award:
    """An award by standing, under any boundary."""
    boundary = one(chance, _BOUNDARIES)
    quota = QuotaRule(chance.number(0, units - 1))
    return Award("sau", "Sau", (Choose("theo-xep-hang", "standing"),), BASIS, "assumed", quota, boundary=boundary)


def _with_award(case: Case, award: Award, chance: Chance) -> Case:
    """The case with this award, and one before it that shuts its winners out."""
    quota = QuotaRule(chance.number(0, 2))
    first = Award(_FIRST, "Trước", (Choose("binh-xet", "meeting", "meeting"),), BASIS, "assumed", quota)
    order = case.ruleset.order or Order("points", BASIS, "assumed")
    undefined = tuple(rule for rule in case.ruleset.undefined if rule.what != "order")
    ranked = case.under(evolve(case.ruleset, order=order, undefined=undefined))
    if yes(chance):
        # Where no chain parts ties and no places are named, ties stand at more lines.
        ranked = ranked.under(evolve(ranked.ruleset, ties=(), order=evolve(order, name_places=())))
    return with_awards(ranked, case.ruleset, first, award)


def _tied(decision: Decision, eligible: list[str], slots: int) -> int:
    """How many eligible units share the place that the last slot falls in, if it parts them; otherwise 1."""
    if not 0 < slots < len(eligible):
        return 1
    place = ranks(decision)
    in_order = sorted(eligible, key=lambda unit: place[unit])
    last, next_ = place[in_order[slots - 1]], place[in_order[slots]]
    return sum(place[unit] == last for unit in eligible) if last == next_ else 1
