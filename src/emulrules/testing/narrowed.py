"""Narrowed cases: without what a law does not speak of, so that its conditions are met and little stands in the way."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

from attrs import evolve

from emulrules.former import take_former
from emulrules.heritage import heritage
from emulrules.model.cell import Cell
from emulrules.model.criterion import Criterion
from emulrules.model.order import Order
from emulrules.model.ruleset import Gate, Ruleset, UndefinedRule
from emulrules.model.season import Meeting, Outgoing, Season, UnitEntry
from emulrules.model.table import Table
from emulrules.roster import roster
from emulrules.testing.cases import Case, before_of
from emulrules.testing.chance import Chance
from emulrules.testing.criteria import BASIS
from emulrules.testing.facts import leaf_points

__all__ = [
    "by_points",
    "entered",
    "figures_known",
    "gate_of",
    "gates_judged",
    "keys_static",
    "of_members",
    "ranking_only",
    "sums_only",
    "without_offices",
]

_NOBODY: Final = UndefinedRule("khong-ai", "headship", "Không xét", BASIS, "assumed")


def without_offices(ruleset: Ruleset) -> Ruleset:
    """The ruleset that says of the headship only that it is not defined, and nothing of who must be present."""
    rest = tuple(rule for rule in ruleset.undefined if not rule.what.startswith("headship"))
    return evolve(ruleset, conditions=(), headship=None, undefined=(*rest, _NOBODY))


def gates_judged(season: Season, ruleset: Ruleset) -> Season:
    """The season without what only offices and conditions turn on, in which every fact of a gate is stated.

    Nor does it say anything of units that others have succeeded.
    """
    season = of_members(season, ruleset)
    facts = {gate.fact: season.facts.get(gate.fact, ()) for gate in ruleset.gates}
    facts |= {fact: season.facts[fact] for fact in ruleset.facts - facts.keys() if fact in season.facts}
    return evolve(
        before_of(season, ruleset),
        facts=Table(facts),
        meeting=Meeting(),
        outgoing=Outgoing(),
        turns=None,
        recognised=None,
    )


def of_members(season: Season, ruleset: Ruleset) -> Season:
    """The season in which nothing is said of units that others have succeeded: the first of several rows counts.

    Nor is it taken from a former one.
    """
    who = roster(season, ruleset)
    stated = take_former(season, ruleset, who).season
    passed = heritage(stated, ruleset, who)
    if passed is None:
        return season
    asked = {each.id: each for several in passed.asked.values() for each in several}
    chosen = {id_: question.options[: question.least] for id_, question in asked.items()}
    turns = None if passed.queue_open else passed.turns
    return evolve(passed.settled(stated, chosen), turns=turns, former=Table())


def gate_of(case: Case, effect: Literal["out", "hold"]) -> tuple[Case, str]:
    """A fact on which gates of that effect and nothing else turn, and the case with a gate for it if it has none."""
    bars = () if case.ruleset.headship is None else case.ruleset.headship.bars
    others = {bar.fact for bar in bars} | {gate.fact for gate in case.ruleset.gates if gate.effect != effect}
    others |= {ground.fact for award in case.ruleset.awards for ground in award.grounds}
    if own := sorted({gate.fact for gate in case.ruleset.gates} - others):
        return case, own[0]
    gate = Gate("cua-gia-dinh", "viec-gia-dinh", effect, BASIS, "assumed")
    return case.under(evolve(case.ruleset, gates=(*case.ruleset.gates, gate))), gate.fact


def by_points(case: Case) -> Case:
    """The case under an order by points, with the places that its ruleset wants named."""
    order = case.ruleset.order
    if order is not None and order.by == "points":
        return case
    places = () if order is None else order.name_places
    undefined = tuple(rule for rule in case.ruleset.undefined if rule.what != "order")
    points = Order("points", BASIS, "assumed", places)
    return case.under(evolve(case.ruleset, order=points, undefined=undefined))


def ranking_only(case: Case) -> Case:
    """The case under an order by points and without what follows from it: awards, limits, offices.

    Every fact of a gate is stated, so that points are known before anything is answered.
    """
    ranked = by_points(case)
    ruleset = without_offices(evolve(ranked.ruleset, awards=(), limits=()))
    undefined = tuple(rule for rule in ruleset.undefined if not rule.what.startswith("awards"))
    ranked = ranked.under(evolve(ruleset, undefined=undefined))
    return evolve(ranked, season=gates_judged(ranked.season, ranked.ruleset))


def keys_static(case: Case) -> Case:
    """The case whose chain has no step that turns on who is tied."""
    return case.under(evolve(case.ruleset, ties=tuple(step for step in case.ruleset.ties if step.by != "head-to-head")))


def figures_known(case: Case, chance: Chance) -> Case:
    """The case in which it is known of every member how many women and staff it has."""
    season = case.season
    units = dict(season.units)
    for unit in case.members:
        entry = units.get(unit, UnitEntry())
        women = chance.number(0, 4) if entry.women is None else entry.women
        staff = chance.number(4, 6) if entry.staff is None else entry.staff
        units[unit] = evolve(entry, women=women, staff=max(staff, women))
    return evolve(case, season=evolve(season, units=Table(units)))


def sums_only(case: Case, chance: Chance) -> Case:
    """The case under an order by plain weighted sums: no cap, rounding, denominator, and every cell scored.

    Each leaf's points become what is entered; where a cell does not apply, a small number is.
    """
    ranked = figures_known(ranking_only(case), chance)
    points = {
        cell: Fraction(chance.number(0, 3)) if value is None else abs(value)
        for cell, value in leaf_points(ranked.decide()).items()
    }
    rules, season = ranked.rules, ranked.season
    clusters = Table({season.cluster: evolve(rules.clusters[season.cluster], table=None)})
    sums = evolve(
        rules,
        clusters=clusters,
        criteria=tuple(map(_summed, rules.criteria)),
        scale=None,
        tables=Table(),
        stages=(),
        scoring=None,
    )
    return entered(Case(evolve(season, criteria=()), sums, case.policy), points)


def _summed(criterion: Criterion) -> Criterion:
    """The criterion with its place in the tree and its weight, and nothing else that changes points."""
    kept = (criterion.id, criterion.name, criterion.basis, criterion.trust, criterion.parent, criterion.kind)
    return Criterion(*kept, method=None if criterion.method is None else "entered", weight=criterion.weight)


def entered(case: Case, points: Mapping[tuple[str, str], Fraction]) -> Case:
    """The case with these points, by leaf and unit, in its cells; in a deduction, those that are taken off."""
    scores: dict[str, dict[str, Cell]] = {}
    for (leaf, unit), value in points.items():
        scores.setdefault(leaf, {})[unit] = value
    return evolve(case, season=evolve(case.season, scores=Table({id_: Table(row) for id_, row in scores.items()})))
