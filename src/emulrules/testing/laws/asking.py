"""Law 12, what is asked: each question once, for a reason, until none is open; and what is settled stays."""

from collections.abc import Iterator

from attrs import evolve

from emulrules.model.decision import Decision, Question
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.testing.answers import FACTS, Answers
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, mixed, one, yes
from emulrules.testing.course import Course, accepted, answerable, answered_at_random, run
from emulrules.testing.facts import Outcome, lost, named_places, outcome, places, ranks

__all__ = [
    "a_silent_tie_is_harmless",
    "answering_ends",
    "the_order_of_answers_never_matters",
    "what_is_settled_stays",
]


def answering_ends(case: Case, chance: Chance) -> bool:
    """Law 12: answering until none is open ends, and then the decision is complete and every named place is held.

    On the way no id occurs twice, and a question that waits for no other keeps its options, its bounds and its place
    among the open ones until it is answered. Questions are answered one at a time, in any order.
    """
    course = run(case, answered_at_random(case, chance), pick=lambda open_: one(chance, open_))
    with showing(course.case):
        _check_answered(course)
    return len(course.decisions) > 1


def _check_answered(course: Course) -> None:
    for decision in course.decisions:
        ids = [question.id for question in decision.questions]
        if len(ids) != len(set(ids)):
            raise BrokenLawError(f"a question is asked twice: {ids}")
    for number, before in enumerate(course.decisions[:-1]):
        after, answered = course.decisions[number + 1], course.cases[number + 1].season.acts[-1].question
        still = {question.id: question for question in after.questions}
        for question in answerable(before):
            if question.id != answered and not question.id.startswith(FACTS) and question.id not in still:
                raise BrokenLawError(f"{question.id} is open, and gone once {answered} is answered")
            found = still.get(question.id)
            if found is not None and not _same(found, question):
                raise BrokenLawError(f"{question} becomes {found} once {answered} is answered")
        if answered in still:
            raise BrokenLawError(f"{answered} is answered and still open")
    last = course.decision
    if last.status != "complete":
        raise BrokenLawError(f"nothing is open, but {last.waiting} wait")
    order, ranked = last.rules.order, places(last)
    size = len(last.standings) if ranked else 0
    wanted = {place for place in (() if order is None else order.name_places) if place <= size}
    if shared := wanted - {place for place, _ in named_places(last)}:
        raise BrokenLawError(f"the places {sorted(shared)} are to be named, and nobody holds them alone: {ranked}")


def _same(one: Question, other: Question) -> bool:
    return evolve(one, basis=()) == evolve(other, basis=())


def what_is_settled_stays(case: Case, chance: Chance) -> bool:
    """Law 12: what a pending decision shows as settled is so in every decision that it can lead to.

    Awards, offices and named places only come; who stands before another stays before it; nobody comes back in; an act
    that answered what was open is taken for good.
    """
    course = run(case, answered_at_random(case, chance), lambda open_: one(chance, open_), accepted)
    last = course.decision
    for state, decision in zip(course.cases[:-1], course.decisions[:-1], strict=True):
        with showing(state, course.case):
            _check_stays(decision, last)
    return any(_shows(decision) for decision in course.decisions[:-1])


def _check_stays(decision: Decision, last: Decision) -> None:
    if gone := lost(decision, last):
        raise BrokenLawError(f"while {[q.id for q in decision.questions]} were open, it showed {gone}")
    before, after = places(decision), places(last)
    both = sorted(before.keys() & after.keys())
    swapped = [(a, b) for a in both for b in both if before[a] < before[b] and after[a] >= after[b]]
    if swapped:
        raise BrokenLawError(f"{swapped} stood in this order while {[q.id for q in decision.questions]} were open")
    if back := {each.unit for each in last.standings} - {each.unit for each in decision.standings}:
        raise BrokenLawError(f"{sorted(back)} were out while {[q.id for q in decision.questions]} were open")


def _shows(decision: Decision) -> bool:
    """Whether the decision says anything that later answers could change."""
    return bool(decision.awards or decision.offices or len(set(places(decision).values())) > 1)


def the_order_of_answers_never_matters(case: Case, chance: Chance) -> bool:
    """Law 12: questions may be answered in any order: the same answers lead to the same decision.

    Facts of the year may be asked in one order and, once other questions are answered, not in another; whatever rests
    on them is compared, and not whether they were stated.
    """
    answers = Answers(chance.number(0, 999), turnout=case.turnout, source=case.source)
    first = run(case, answers, pick=lambda open_: open_[0])
    other = run(case, answers, pick=lambda open_: one(chance, open_[1:] or open_))
    for expected, got in zip(_said(first.decision), _said(other.decision), strict=True):
        if expected != got:
            found = f"in another order of answers, {expected} becomes {got}"
            raise BrokenLawError(found, first.case, other.case)
    return any(len(answerable(decision)) > 1 for decision in first.decisions)


def _said(decision: Decision) -> tuple[object, ...]:
    acts = [act for act in decision.season.acts if not act.question.startswith(FACTS)]
    return outcome(decision), decision.standings, decision.gates, acts


def a_silent_tie_is_harmless(case: Case, chance: Chance) -> bool:
    """Law 12: every tie that is left in silence is harmless under *cut*.

    Once all is answered, equals are put in any order by a meeting that places everybody: the same awards, offices and
    named places come out. Where an award's own line was asked about, its tie was not left in silence.
    """
    if case.ruleset.order is None:
        return False
    # Where no chain parts ties, more of them are left.
    ties = () if yes(chance) else case.ruleset.ties
    awards = tuple(evolve(award, boundary="cut") for award in case.ruleset.awards)
    cut = evolve(case.ruleset, awards=awards, ties=ties)
    whole = run(case.under(cut), answered_at_random(case, chance)).case
    decision = whole.decide()
    inside = [each.unit for each in decision.standings]
    if any(_at_a_line(decision)) or len(inside) < 2:
        return False
    strict = sorted(mixed(chance, inside), key=ranks(decision).__getitem__)
    order = Table({unit: place for place, unit in enumerate(strict, 1)})
    told = Act("standing", case.source, "read", places=order)
    rest = tuple(act for act in whole.season.acts if not act.question.startswith(("place:", "standing")))
    # The scores stay, since a policy's quotas may turn on them; a meeting places whom it will.
    meeting = evolve(cut, order=evolve(case.ruleset.order, by="meeting"), ties=())
    season = evolve(whole.season, acts=(*rest, told))
    met = Case(season, meeting, case.policy)
    placed = accepted(met)
    expected, got = (_without_places(each) for each in (decision, placed))
    if expected != got:
        found = f"of {decision.standings}, the order {strict} gives {got} instead of {expected}"
        raise BrokenLawError(found, whole, met)
    if not named_places(decision) <= named_places(placed):
        raise BrokenLawError(f"{strict} names other places than {decision.standings}", whole, met)
    return any(each.tied_with for each in decision.standings)


def _without_places(decision: Decision) -> Outcome:
    return evolve(outcome(decision), places=frozenset())


def _at_a_line(decision: Decision) -> Iterator[bool]:
    """Whether the line of an award was parted by its own steps, or by computed ones, after the places were named."""
    standing = False
    for step in decision.steps:
        standing = standing or step.step == "standing"
        yield standing and step.step == "tie"
