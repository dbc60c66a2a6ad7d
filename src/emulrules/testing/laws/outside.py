"""Law 14, first sentence: a unit that is out takes no slot in any quota."""

from attrs import evolve

from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Meeting, Outgoing, Season, UnitEntry
from emulrules.model.table import Table
from emulrules.testing.answers import Answers
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.testing.course import run

__all__ = ["a_unit_that_is_out_takes_no_slot"]


def a_unit_that_is_out_takes_no_slot(case: Case, chance: Chance) -> None:
    """Law 14: a unit that is out takes no slot in any quota: the others get what they would get if it were no member.

    What rests on the number of members is left out, since a unit that is out still votes and is a member: conditions,
    thresholds of ballots with the base `members` or `present`, quotas that are a share of `members`, headship. Whatever
    is asked alike is answered alike.
    """
    whole = case.under(_among_themselves(case.ruleset))
    facts = {gate.fact for gate in whole.ruleset.gates if gate.effect == "out"} & set(case.season.facts)
    out = {unit for fact in facts for unit in case.season.facts[fact]}
    if not out or len(out) == len(case.members):
        return
    answers = Answers(chance.number(0, 999), members=len(case.members) - len(out), source=case.source)
    stated = {gate.fact: case.season.facts.get(gate.fact, ()) for gate in whole.ruleset.gates}
    whole = evolve(whole, season=evolve(case.season, facts=Table(stated), meeting=Meeting(), recognised=None))
    with_them = run(whole, answers).decision
    without = run(evolve(whole, season=_without(whole.season, out)), answers).decision
    won = {each.unit for each in with_them.awards} & out
    if won:
        raise BrokenLawError(f"{sorted(won)} are out, and proposed")
    for part in (_standings, _awards, _quotas):
        if part(with_them) != part(without):
            raise BrokenLawError(f"with {sorted(out)} out {part(with_them)}, else {part(without)}")


def _among_themselves(ruleset: Ruleset) -> Ruleset:
    """The ruleset without what rests on the number of members."""
    awards = tuple(_by_ballots_cast(award) for award in ruleset.awards)
    nobody = UndefinedRule("khong-ai", "headship", "Không xét", ("Quy chế (giả định)",), "assumed")
    rest = tuple(rule for rule in ruleset.undefined if not rule.what.startswith("headship"))
    return evolve(ruleset, awards=awards, conditions=(), headship=None, undefined=(*rest, nobody))


def _by_ballots_cast(award: Award) -> Award:
    choose = tuple(evolve(step, base=None if step.base is None else "ballots") for step in award.choose)
    quota = award.quota
    if quota is not None and quota.base is not None:
        quota = evolve(quota, base="units")
    return evolve(award, choose=choose, quota=quota)


def _without(season: Season, out: set[str]) -> Season:
    """The season with the units that are out no longer members."""
    source = min(season.sources)
    left = {unit: UnitEntry(roster="leaves", source=source) for unit in out}
    joined = {unit for unit in out if (entry := season.units.get(unit)) is not None and entry.roster == "joins"}
    units = {unit: entry for unit, entry in season.units.items() if unit not in out}
    scores = {
        leaf: Table({unit: cell for unit, cell in cells.items() if unit not in out})
        for leaf, cells in season.scores.items()
    }
    facts = {fact: tuple(unit for unit in units_ if unit not in out) for fact, units_ in season.facts.items()}
    before = {award: tuple(unit for unit in units_ if unit not in out) for award, units_ in season.before.items()}
    return evolve(
        season,
        units=Table({**units, **{unit: entry for unit, entry in left.items() if unit not in joined}}),
        scores=Table(scores),
        facts=Table(facts),
        before=Table(before),
        outgoing=Outgoing(),
        turns=None,
    )


def _standings(decision: Decision) -> object:
    return decision.standings


def _awards(decision: Decision) -> object:
    return decision.awards


def _quotas(decision: Decision) -> object:
    return [(step.rule, step.output) for step in decision.steps if step.step == "quota"]
