"""Invented seasons of a given ruleset: small numbers, so that ties are common, and facts that are true of few.

Scores are given for every unit and leaf or not at all. What an act may state later (facts, figures, who was present,
who led) is sometimes left out. There are no acts: those are answers to questions, so they come from the questions.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import evolve

from emulrules.errors import RulesetError
from emulrules.model.cell import Cell
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Council, Outgoing, Recognition, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.point_table import point_table
from emulrules.roster import Roster, roster, unit_types
from emulrules.testing.answers import few
from emulrules.testing.chance import Chance, mixed, one, some, yes
from emulrules.testing.criteria import FORMS, Form
from emulrules.testing.formers import follow_former
from emulrules.testing.sheets import invent_column, invent_own_table
from emulrules.testing.successions import bring_succession, or_former, or_formers, part_rows
from emulrules.testing.turnout import invent_meeting

__all__ = ["invent_season"]

_MINUTES: Final = "bien-ban"
_DOCUMENT: Final = "Biên bản (giả định)"
_NEWCOMER: Final = "don-vi-moi"
_TYPE: Final = "so"
_CHANGES: Final = 8
_LEAVES: Final = 8
_SUCCEEDED: Final = 7
"""What becomes of the members; most often nothing."""


def invent_season(
    chance: Chance, ruleset: Ruleset, *, scored: bool | None = None, reads: Mapping[str, Sequence[Form]] | None = None
) -> Season:
    """A random season, without acts, of one of the ruleset's clusters; `scored` says whether it must have scores.

    `reads` are the forms of cells that the policy reads, by leaf of the method `policy`; without it these are numbers.
    """
    cluster = one(chance, sorted(ruleset.clusters))
    sources = Table({_MINUTES: Source(_DOCUMENT)})
    season = Season(ruleset.id, cluster, ruleset.seasons.first, ruleset.in_force, sources=sources)
    season = _changed(chance, ruleset, season, roster(season, ruleset).members)
    entries = dict(season.units)
    left = {unit for unit, entry in entries.items() if entry.roster == "leaves"}
    who = roster(season, ruleset)
    units = list(who.members)
    recognisable = ruleset.headship is not None and ruleset.headship.recognised_by is not None
    with_scores = not yes(chance, 4) if scored is None else scored
    own = invent_own_table(chance, ruleset, ruleset.clusters[cluster], _DOCUMENT)
    season = evolve(
        season,
        outgoing=_outgoing(chance, who),
        meeting=invent_meeting(chance, len(units), ruleset.voting, ruleset.conditions),
        council=Council(chance.number(3, 7) if yes(chance) else None),
        facts=_facts(chance, ruleset, units),
        before=_with_formers(chance, _before(chance, ruleset.won_before, units), who),
        facts_before=_before(chance, ruleset.had_before, units),
        units=Table(_figures(chance, units, entries)),
        criteria=own if with_scores or yes(chance) else (),
        recognised=Recognition(_MINUTES) if recognisable and yes(chance) else None,
    )
    season = evolve(season, turns=_turns(chance, ruleset, season, who, left))
    season = follow_former(chance, ruleset, season, who)
    return evolve(season, scores=_scores(chance, ruleset, season, who, reads or {})) if with_scores else season


def _changed(chance: Chance, ruleset: Ruleset, season: Season, members: Sequence[str]) -> Season:
    """Now and then a unit joins, and one of several leaves, or some are succeeded."""
    entries: dict[str, UnitEntry] = {}
    if yes(chance, 8):
        parents = _parents(chance, ruleset)
        entries[_NEWCOMER] = UnitEntry(roster="joins", name="Đơn vị mới", source=_MINUTES, type=_TYPE, within=parents)
    change = chance.number(1, _CHANGES) if len(members) > 1 else 0
    if change == _LEAVES:
        entries[one(chance, sorted(members))] = UnitEntry(roster="leaves", source=_MINUTES)
    season = evolve(season, units=Table(entries))
    if change == _SUCCEEDED:
        brought = bring_succession(chance, season, members, _TYPE, _parents(chance, ruleset))
        return brought if _can_follow(brought, ruleset) else season
    return season


def _can_follow(season: Season, ruleset: Ruleset) -> bool:
    """Whether the season's own succession fits beside those of the ruleset, which may need the same units."""
    try:
        roster(season, ruleset)
    except RulesetError:
        return False
    return True


def _outgoing(chance: Chance, who: Roster) -> Outgoing:
    units = who.members
    head = one(chance, units) if yes(chance) else None
    said = None if head is None else or_former(chance, head, who)
    if not yes(chance):
        return Outgoing(said)
    others = [unit for unit in units if unit != head]
    deputies = some(chance, others, chance.number(0, min(2, len(others))))
    return Outgoing(said, or_formers(chance, deputies, who))


def _turns(chance: Chance, ruleset: Ruleset, season: Season, who: Roster, left: Collection[str]) -> Turns | None:
    """Often the queue, where the rules have one, and what happened to it: who joined, left, declined or was elected."""
    if ruleset.headship is None or ruleset.headship.by != "turn" or yes(chance, 3):
        return None
    units = who.members
    joined = [unit for unit in units if unit == _NEWCOMER]
    queue = mixed(chance, sorted({*units, *left} - set(joined)))
    queue = or_formers(chance, queue, who)
    events = [TurnEvent(unit, "joined", _MINUTES) for unit in joined]
    events += [TurnEvent(unit, "left", _MINUTES) for unit in sorted(left)]
    if ruleset.headship.declined is not None:
        events += [TurnEvent(unit, "declined", _MINUTES) for unit in some(chance, units, few(chance, len(units)))]
    declined = {event.unit for event in events if event.event == "declined"}
    may_lead = [unit for unit in _may_lead(ruleset, season, ruleset.headship) if unit not in declined]
    if may_lead and yes(chance, 4):
        events.append(TurnEvent(one(chance, may_lead), "elected", _MINUTES))
    return Turns(queue, _MINUTES, tuple(events))


def _may_lead(ruleset: Ruleset, season: Season, headship: Headship) -> list[str]:
    """Who may be elected out of turn, whatever is answered later: nobody where somebody may still turn out barred."""
    may_lead = dict(unit_types(ruleset, season))
    for bar in headship.bars:
        if "head" not in bar.for_:
            continue
        head = season.outgoing.head
        barred = season.facts.get(bar.fact) if bar.fact is not None else head and (head,)
        if barred is None or (bar.fact is None and head not in unit_types(ruleset, season)):
            return []
        for unit in barred:
            may_lead.pop(unit, None)
    return [unit for unit, of in may_lead.items() if headship.type in (None, of)]


def _parents(chance: Chance, ruleset: Ruleset) -> Table[str, str]:
    """A parent of every name that an award counts by, such as other units have or a new one."""
    pers = sorted({award.at_most.per for award in ruleset.awards if award.at_most is not None})
    known = {per: sorted({unit.within[per] for unit in ruleset.units.values() if per in unit.within}) for per in pers}
    return Table({per: one(chance, (*known[per], _NEWCOMER)) for per in pers})


def _before(chance: Chance, needed: Collection[str], units: Sequence[str]) -> Table[str, tuple[str, ...]]:
    """Who won, or had, the season before, what some award turns on; now and then nobody says it."""
    stated = [name for name in sorted(needed) if yes(chance)]
    return Table({name: tuple(some(chance, units, chance.number(0, len(units)))) for name in stated})


def _with_formers(chance: Chance, won: Table[str, tuple[str, ...]], who: Roster) -> Table[str, tuple[str, ...]]:
    """The same with former units in the places of their successors, here and there."""
    return Table({award: or_formers(chance, won[award], who) for award in won})


def _facts(chance: Chance, ruleset: Ruleset, units: Sequence[str]) -> Table[str, tuple[str, ...]]:
    stated = [fact for fact in sorted(ruleset.facts) if yes(chance)]
    return Table({fact: tuple(some(chance, units, few(chance, len(units)))) for fact in stated})


def _figures(chance: Chance, units: Sequence[str], entries: dict[str, UnitEntry]) -> dict[str, UnitEntry]:
    """Women and staff of all units, of some, or of none, beside the changes of the roster."""
    known = one(chance, (0, 1, 2))
    listed = [unit for unit in units if known == 2 or (known == 1 and yes(chance))]
    figures = dict(entries)
    for unit in listed:
        women = chance.number(0, 4) if known == 2 or yes(chance) else None
        staff = chance.number(4, 6) if known == 2 or yes(chance) else None
        figures[unit] = evolve(entries.get(unit, UnitEntry()), women=women, staff=staff)
    return figures


def _scores(
    chance: Chance, ruleset: Ruleset, season: Season, who: Roster, reads: Mapping[str, Sequence[Form]]
) -> Table[str, Table[str, Cell]]:
    rules = point_table(ruleset, season)
    leaves = [criterion for criterion in rules.criteria if criterion.method is not None]
    units = (*who.members, *who.lineage.heirs)
    columns = {leaf.id: invent_column(chance, rules, leaf, units, reads.get(leaf.id, FORMS[:1])) for leaf in leaves}
    return part_rows(chance, Table(columns), season, who) if who.lineage.heirs else Table(columns)
