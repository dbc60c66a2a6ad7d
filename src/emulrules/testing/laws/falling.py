"""Law 14, first sentence, of what happens later: an award that fell away takes no slot, and gives it to one other."""

from collections import Counter
from collections.abc import Iterator

from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.later import invent_aftermath

__all__ = ["a_slot_that_falls_free_goes_to_one_other"]


def a_slot_that_falls_free_goes_to_one_other(case: Case, chance: Chance) -> bool:
    """Law 14: a unit whose hold was refused, or whose award was cancelled, takes no slot of it: one other may have it.

    Once all is answered, no more units have an award than were chosen for it at first, and no more of one parent than
    it allows. Whoever has it has what it requires and nothing that it excludes, and is not out. A unit whose award was
    cancelled has not followed in any, and has nothing that required it. What people decided before, the standings and
    the offices are what they were.
    """
    answers = answered_at_random(case, chance)
    whole = run(case, answers).case
    later = invent_aftermath(whole, answers, chance, certain=True)
    first, last = whole.decide(), later.decide()
    for award in case.ruleset.awards:
        for wrong in _wrong(award, first, last, later):
            raise BrokenLawError(f"{award.id}: {wrong}", whole, later)
    for kind, was, got in (
        ("standings", first.standings, last.standings),
        ("gates", first.gates, last.gates),
        ("offices", first.offices, last.offices),
        ("status", "complete", last.status),
    ):
        if was != got:
            raise BrokenLawError(f"{kind} were {was}, and become {got}", whole, later)
    return any(not each.stands for each in last.awards)


def _having(decision: Decision, award: str) -> set[str]:
    return {each.unit for each in decision.awards if each.award == award and each.stands}


def _wrong(award: Award, first: Decision, last: Decision, case: Case) -> Iterator[str]:
    has, had = _having(last, award.id), _having(first, award.id)
    ever = [each.unit for each in last.awards if each.award == award.id]
    if len(has) > len(had):
        yield f"{sorted(had)} had it, and {sorted(has)} have it"
    if len(ever) > len(set(ever)):
        yield f"{sorted(ever)} were chosen, one of them twice"
    if out := has & {gate.unit for gate in last.gates if gate.effect == "out"}:
        yield f"{sorted(out)} are out"
    for other in award.requires:
        if without := has - _having(last, other):
            yield f"{sorted(without)} lack {other}"
    for other in award.excludes:
        if both := has & _having(last, other):
            yield f"{sorted(both)} have {other} as well"
    struck = {each.unit for each in last.awards if each.state == "cancelled"}
    if new := (has - had) & struck:
        yield f"{sorted(new)} follow, though an award of theirs was cancelled"
    if award.at_most is not None and len(had) == len(has):
        yield from _crowded(award, has, case)


def _crowded(award: Award, has: set[str], case: Case) -> Iterator[str]:
    at_most = award.at_most
    if at_most is None:
        return
    parents = {unit: known.within.get(at_most.per) for unit, known in case.ruleset.units.items()}
    parents |= {unit: entry.within[at_most.per] for unit, entry in case.season.units.items() if entry.within}
    for parent, number in Counter(parents[unit] for unit in has).items():
        if number > at_most.number:
            yield f"{number} of {parent} have it"
