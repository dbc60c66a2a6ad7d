"""Law 12, what is answered: any part of a complete file is accepted, and nothing that was not asked for."""

from collections.abc import Iterator

from attrs import evolve

from emulrules.errors import SeasonError
from emulrules.model.decision import Decision, Question, Step
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.testing.answers import FACTS, Answers
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, mixed, one, yes
from emulrules.testing.course import accepted, answerable, answered_at_random, run
from emulrules.testing.facts import lost, outcome
from emulrules.testing.later import UNASKED, whole_year

__all__ = [
    "an_act_too_many_is_refused",
    "another_answer_is_refused",
    "any_part_of_the_acts_is_accepted",
    "dependent_questions_can_be_answered_at_once",
]


def any_part_of_the_acts_is_accepted(case: Case, chance: Chance) -> bool:
    """Law 12: every subset of a complete file's acts is accepted, and asks again for what is missing.

    What became of holds and awards is said unasked: it is no answer that may be missing, but what the questions who
    follows come from, and is kept. Each act that was kept is answered or waits, and what then shows as settled is so in
    the complete decision. The decision is pending if an act on a place, an award or an office is missing.
    """
    whole = whole_year(case, answered_at_random(case, chance), chance)
    complete = whole.decide()
    acts = whole.season.acts
    kept = [act for act in acts if act.question.startswith(UNASKED) or yes(chance)]
    fewer = whole.with_only(tuple(kept))
    part = accepted(fewer)
    asked = {question.id for question in part.questions}
    answered = {str(step.inputs["id"]) for step in part.steps if step.step == "act"}
    for act in kept:
        stands = [act.question in each for each in (answered, part.waiting, asked)]
        if stands not in ([True, False, False], [False, True, False]):
            raise BrokenLawError(f"{act.question} is lost among {part.questions}", whole, fewer)
    missing = {act.question for act in acts} - {act.question for act in kept}
    if any(not question.startswith(FACTS) for question in missing) and part.status != "pending":
        raise BrokenLawError(f"complete without {sorted(missing)}", fewer)
    if gone := lost(part, complete):
        raise BrokenLawError(f"without {sorted(missing)} it shows {gone}, and not with them", fewer, whole)
    return bool(kept) and bool(missing)


def dependent_questions_can_be_answered_at_once(case: Case, chance: Chance) -> bool:
    """Law 12: a question that waits for others has its widest options, so that one meeting can answer everything.

    Whatever is valid once it waits no longer was accepted, and listed as waiting, when it still did.
    """
    course = run(case, answered_at_random(case, chance))
    acts = {act.question: act for act in course.case.season.acts}
    met = False
    for state, decision in zip(course.cases, course.decisions, strict=True):
        early = [acts[question.id] for question in decision.questions if question.after and question.id in acts]
        if not early:
            continue
        met = True
        answered = state.with_acts(*early)
        part = accepted(answered)
        dropped = {act.question for act in early} - set(part.waiting)
        if dropped:
            raise BrokenLawError(f"{sorted(dropped)} could be answered later, but do not wait", state, answered)
        # What is asked besides must not change because an answer waits.
        if answerable(part) != answerable(decision):
            raise BrokenLawError(f"{answerable(decision)} become {answerable(part)}", state, answered)
    return met


def an_act_too_many_is_refused(case: Case, chance: Chance) -> bool:
    """Law 12: an act that answers nothing is an error, though quota and fact acts are not.

    Tried on a complete file, with acts for everything that its ruleset could have asked, and for what none can ask.
    """
    whole = run(case, answered_at_random(case, chance)).case
    decision = whole.decide()
    answered = {act.question for act in whole.season.acts}
    spare = [id_ for id_ in _conceivable(decision) if id_ not in answered]
    met = False
    for id_ in mixed(chance, spare)[:6]:
        extra = _some_act(id_, whole, chance)
        try:
            after = whole.with_acts(extra).decide()
        except SeasonError:
            met = True
            continue
        if not _follows(decision, extra):
            raise BrokenLawError(f"{extra.question} was not asked, and is accepted", whole.with_acts(extra))
        if outcome(after) != outcome(decision):
            told = f"{extra.question} was not asked, and changes the outcome"
            raise BrokenLawError(told, whole, whole.with_acts(extra))
    return met


def _conceivable(decision: Decision) -> Iterator[str]:
    """Ids of questions on places, awards and offices that a ruleset of this kind asks, and some that none does."""
    steps = [step.id for step in decision.rules.ties] + ["undefined", "khong-co-buoc-nay"]
    for line in range(1, len(decision.units) + 1):
        yield from (f"place:{line}:{step}" for step in steps)
    for award in decision.rules.awards:
        own = [step.id for step in award.choose]
        for step in (*steps, *own, *(f"{each}:2" for each in own), "over-quota", "over-quota:2"):
            yield f"award:{award.id}:{step}"
    yield from ("head", "deputy", "deputy:pho", "deputy:pho-thuong-truc", "deputy:khong-co", "award:khong-co:buoc-1")


def _some_act(id_: str, case: Case, chance: Chance) -> Act:
    question = Question(id_, "choice" if yes(chance) else "votes", None, case.members, 1, 1, ())
    return Answers(chance.number(0, 99), turnout=case.turnout, source=case.source)(question)


def _follows(decision: Decision, act: Act) -> bool:
    """Whether the act only says what followed without a question: the sole candidate for an office."""
    office, _, seat = act.question.partition(":")
    held = {(each.office, each.seat) for each in decision.offices if act.choice == (each.unit,)}
    return any(office == each and (not seat or seat == name) for each, name in held)


def another_answer_is_refused(case: Case, chance: Chance) -> bool:
    """Law 12: an act with another answer than was open is an error.

    Another form, a unit that was not open or not of the cluster, too many or too few of them, another set than was
    voted on, others than those who were asked, votes that do not add up, one act twice.
    """
    whole = whole_year(case, answered_at_random(case, chance), chance)
    asked = {str(step.inputs["id"]): step for step in whole.decide().steps if step.step == "act"}
    acts = whole.season.acts
    if not acts:
        return False
    act = one(chance, acts)
    others = tuple(each for each in acts if each is not act)
    wrong = dict(_wrong(act, asked[act.question], whole))
    name = one(chance, sorted(wrong))
    for told, season in ((name, whole.with_only((*others, wrong[name]))), ("the same twice", whole.with_acts(act))):
        try:
            season.decide()
        except SeasonError:
            continue
        raise BrokenLawError(f"{act.question} is accepted with {told}: {wrong[name]}", season)
    return True


def _wrong(act: Act, asked: Step, case: Case) -> Iterator[tuple[str, Act]]:
    """Answers that the question of `act` did not allow, by what is wrong with them."""
    options, most, of = asked.inputs["options"], asked.inputs["most"], asked.inputs["of"]
    closed = [unit for unit in case.members if unit not in options]
    if act.number is None:
        yield "a number", evolve(act, choice=None, votes=None, places=None, value=None, held=True, number=1)
    else:
        yield "a choice", evolve(act, number=None, choice=case.members[:1])
        if most is not None:
            yield "too great a number", evolve(act, number=most + 1)
    if act.value is not None:
        yield "another word", evolve(act, value="khac")
    if of is not None:
        yield "another deciding", evolve(act, decided_by="government")
    if act.choice:
        yield "a stranger", evolve(act, choice=(*act.choice[1:], "khong-phai-thanh-vien"))
        yield "a unit twice", evolve(act, choice=(*act.choice, act.choice[0]))
        if closed:
            yield "a unit that was not open", evolve(act, choice=(*act.choice[1:], closed[0]))
        if most is not None and most < len(options):
            yield "too many", evolve(act, choice=options[: most + 1])
    if act.choice is not None and asked.inputs["least"] > 0:
        yield "too few", evolve(act, choice=())
    if act.among:
        yield "another set", evolve(act, among=(*act.among[1:], *closed[:1]))
    if act.votes is not None:
        yield from _wrong_votes(act, of, case)
    if act.places:
        yield "no first place", evolve(act, places=Table({unit: place + 1 for unit, place in act.places.items()}))


def _wrong_votes(act: Act, of: str | None, case: Case) -> Iterator[tuple[str, Act]]:
    votes, ballots = act.votes or Table(), act.ballots or 0
    yield "no ballots", evolve(act, ballots=None)
    if (most := case.voters.may_vote(of).most) is not None:
        yield "more ballots than may vote", evolve(act, ballots=most + 1)
    yield "more votes than ballots", evolve(act, votes=Table({**votes, min(votes): ballots + 1}))
    yield "a unit without votes", evolve(act, votes=Table({unit: votes[unit] for unit in sorted(votes)[1:]}))
    if (total := sum(votes.values())) > ballots > 0:
        yield "more votes than names", evolve(act, names=(total - 1) // ballots)
