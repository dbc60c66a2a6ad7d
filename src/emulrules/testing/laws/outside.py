"""Law 14, first sentence: a unit that is out takes no slot in any quota."""

from attrs import evolve

from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.testing.altered import without
from emulrules.testing.answers import Answers
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, some
from emulrules.testing.course import run
from emulrules.testing.narrowed import gate_of, gates_judged, without_offices
from emulrules.testing.turnout import Turnout

__all__ = ["a_unit_that_is_out_takes_no_slot"]


def a_unit_that_is_out_takes_no_slot(case: Case, chance: Chance) -> bool:
    """Law 14: a unit that is out takes no slot in any quota: the others get what they would get if it were no member.

    What rests on the number of members is left out, since a unit that is out still votes and is a member: conditions,
    the rule on absent members, thresholds with another base than the ballots, quotas that are a share of `members`,
    headship. Whatever is asked alike is answered alike.
    """
    case, fact = gate_of(case.under(_among_themselves(case.ruleset)), "out")
    outside = some(chance, case.members, chance.number(1, max(1, len(case.members) - 1)))
    told = _told(case)
    season = evolve(told, facts=Table({**told.facts, fact: tuple(outside)}))
    whole = evolve(case, season=gates_judged(season, case.ruleset))
    gates = [gate.fact for gate in case.ruleset.gates if gate.effect == "out"]
    out = {unit for fact in gates for unit in whole.season.facts[fact]}
    if len(out) == len(case.members):
        return False
    turnout = Turnout.everybody(len(case.members) - len(out), case.season.council.members)
    answers = Answers(chance.number(0, 999), turnout=turnout, source=case.source)
    first = run(whole, answers)
    second = run(evolve(whole, season=without(whole.season, out)), answers)
    with showing(first.case, second.case):
        _check(first.decision, second.decision, out)
    return True


def _check(with_them: Decision, without_them: Decision, out: set[str]) -> None:
    won = {each.unit for each in with_them.awards} & out
    if won:
        raise BrokenLawError(f"{sorted(won)} are out, and proposed")
    for part in (_standings, _awards, _quotas):
        if part(with_them) != part(without_them):
            raise BrokenLawError(f"with {sorted(out)} out {part(with_them)}, else {part(without_them)}")


def _told(case: Case) -> Season:
    """The season with what awards turn on told of everybody where nobody told it, so that it is not asked."""
    season, rules = case.season, case.ruleset
    grounds = {ground.fact for award in rules.awards for ground in award.grounds if ground.fact is not None}
    return evolve(
        season,
        facts=Table({**dict.fromkeys(sorted(grounds), case.members), **season.facts}),
        before=Table({other: season.before.get(other, case.members) for other in sorted(rules.won_before)}),
        facts_before=Table({fact: season.facts_before.get(fact, case.members) for fact in sorted(rules.had_before)}),
        former=Table(),
    )


def _among_themselves(ruleset: Ruleset) -> Ruleset:
    """The ruleset without what rests on the number of members."""
    return without_offices(evolve(ruleset, awards=tuple(map(_by_ballots_cast, ruleset.awards)), voting=None))


def _by_ballots_cast(award: Award) -> Award:
    choose = tuple(evolve(step, base=None if step.base is None else "ballots") for step in award.choose)
    quota = award.quota
    if quota is not None and quota.base is not None:
        quota = evolve(quota, base="units")
    return evolve(award, choose=choose, quota=quota)


def _standings(decision: Decision) -> object:
    return decision.standings


def _awards(decision: Decision) -> object:
    return decision.awards


def _quotas(decision: Decision) -> object:
    return [(step.rule, step.output) for step in decision.steps if step.step == "quota"]
