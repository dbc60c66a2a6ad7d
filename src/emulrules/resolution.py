"""Resolution: the season with every unit by its id, and season and rules in the order in which records have them.

Whatever has no order is sorted, so that the order of a file decides nothing; a season keeps its acts in theirs until it
is decided. Of the rules nothing is kept but what can decide this cluster.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Protocol, TypeVar

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.award import Award, Limit
from emulrules.model.cell import Staged
from emulrules.model.criterion import Criterion
from emulrules.model.headship import Bar
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Act, Former, Outgoing, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.succession import DatedRoster, Succession
from emulrules.model.table import Table
from emulrules.point_table import point_table, signed_faults
from emulrules.questions import is_of_points
from emulrules.roster import Roster
from emulrules.spellings import Spellings, unknown_name

__all__ = ["resolve", "trim"]

T = TypeVar("T")

_FIGURES: Final = ("actual", "plan", "plus", "minus")
"""Parts of a figure, which a cell may mean when it names a stage that there is not."""


def resolve(season: Season, ruleset: Ruleset, roster: Roster) -> Season:
    """The season with every unit by id, everything that has no order sorted, acts left in theirs.

    Raises `SeasonError` with every name that is not known, and every source and criterion that nothing defines.
    """
    names = Spellings(season, ruleset, roster.names, roster.lineage)
    signed = evolve(season, criteria=tuple(map(_sorted_criterion, season.criteria)))
    resolved = evolve(
        season,
        sources=_sorted(season.sources),
        outgoing=_outgoing(season.outgoing, names),
        facts=_lists(season.facts, "facts", names),
        before=Table({id_: names.formers(season.before[id_], ("before", id_)) for id_ in sorted(season.before)}),
        facts_before=_lists(season.facts_before, "facts_before", names),
        turns=None if season.turns is None else _turns(season.turns, names),
        units=_entries(season.units, names),
        scores=Table({id_: names.scored(season.scores[id_], ("scores", id_)) for id_ in sorted(season.scores)}),
        acts=tuple(_act(act, index, names) for index, act in enumerate(season.acts)),
        former=Table({id_: _former(season.former[id_]) for id_ in sorted(season.former)}),
        criteria=_by_id(signed.criteria),
        successions=_by_id(tuple(map(_sorted_succession, season.successions))),
    )
    faults = [*names.faults, *_references(season, ruleset), *signed_faults(ruleset, signed, unknown_name)]
    if faults:
        raise SeasonError(faults)
    return resolved


def _sorted(mapping: Mapping[str, T]) -> Table[str, T]:
    return Table({key: mapping[key] for key in sorted(mapping)})


def _entries(units: Mapping[str, UnitEntry], names: Spellings) -> Table[str, UnitEntry]:
    units = {key: evolve(entry, within=_sorted(entry.within)) for key, entry in units.items()}
    leaving = {key: entry for key, entry in units.items() if entry.roster == "leaves"}
    staying = names.rows({key: entry for key, entry in units.items() if key not in leaving}, ("units",))
    return _sorted({**staying, **leaving})


def _lists(lists: Mapping[str, tuple[str, ...]], key: str, names: Spellings) -> Table[str, tuple[str, ...]]:
    return Table({name: names.units(lists[name], (key, name)) for name in sorted(lists)})


def _outgoing(outgoing: Outgoing, names: Spellings) -> Outgoing:
    head = None if outgoing.head is None else names.former(outgoing.head, ("outgoing", "head"))
    deputies = None if outgoing.deputies is None else names.formers(outgoing.deputies, ("outgoing", "deputies"))
    return Outgoing(head, deputies)


def _former(former: Former) -> Former:
    """A former season with its sets sorted; its units keep the ids that they had."""
    return evolve(
        former,
        deputies=None if former.deputies is None else tuple(sorted(former.deputies)),
        awards=_sorted_lists(former.awards),
        facts=_sorted_lists(former.facts),
    )


def _sorted_lists(lists: Mapping[str, tuple[str, ...]]) -> Table[str, tuple[str, ...]]:
    return Table({name: tuple(sorted(lists[name])) for name in sorted(lists)})


def _turns(turns: Turns, names: Spellings) -> Turns:
    """The queue and what happened to it, both in their order."""
    at = ("turns", "queue")
    named = enumerate(turns.queue or ())
    queue = tuple(names.in_turn(name, (*at, index)) for index, name in named)
    for index, unit in enumerate(queue):
        if unit in queue[:index]:
            names.faults.append(Fault("unit-twice", (*at, index), {"unit": unit}))
    events = tuple(
        evolve(event, unit=_who(event, names)(event.unit, ("turns", "events", index, "unit")))
        for index, event in enumerate(turns.events)
    )
    return evolve(turns, queue=None if turns.queue is None else queue, events=events)


def _who(event: TurnEvent, names: Spellings) -> Callable[[str, tuple[str | int, ...]], str]:
    """Whose turn something happened to: of a unit that others have succeeded nothing but that it left the queue."""
    return names.in_turn if event.event == "left" else names.left_or_member


def _act(act: Act, index: int, names: Spellings) -> Act:
    at = ("acts", index)
    # Whose points count may be answered with a unit that there was in the first part of the season.
    means = names.former if is_of_points(act.question) else names.unit
    return evolve(
        act,
        choice=None if act.choice is None else names.units(act.choice, (*at, "choice"), means),
        among=None if act.among is None else names.units(act.among, (*at, "among")),
        votes=None if act.votes is None else names.rows(act.votes, (*at, "votes")),
        places=None if act.places is None else names.rows(act.places, (*at, "places")),
    )


def _references(season: Season, ruleset: Ruleset) -> Iterator[Fault]:
    for index, act in enumerate(season.acts):
        if act.source not in season.sources:
            yield unknown_name("unknown-source", ("acts", index, "source"), act.source, season.sources)
    for unit, entry in season.units.items():
        if entry.source is not None and entry.source not in season.sources:
            yield unknown_name("unknown-source", ("units", unit, "source"), entry.source, season.sources)
    for path, source in _turn_sources(season.turns):
        if source not in season.sources:
            yield unknown_name("unknown-source", path, source, season.sources)
    if season.recognised is not None and season.recognised.source not in season.sources:
        yield unknown_name("unknown-source", ("recognised", "source"), season.recognised.source, season.sources)
    for id_, cells in season.scores.items():
        for unit, cell in cells.items():
            if isinstance(cell, Staged):
                yield from _stages(cell, ("scores", id_, unit), ruleset)


def _stages(cell: Staged, path: tuple[str | int, ...], ruleset: Ruleset) -> Iterator[Fault]:
    """Stages that a cell names and the ruleset lacks; a cell of none at all is no cell."""
    known = [stage.id for stage in ruleset.stages]
    if not cell.cells:
        yield Fault("cell-missing", path, {"unit": path[2], "criterion": path[1]})
    for stage in cell.cells:
        if stage not in known:
            yield unknown_name("unknown-stage", (*path, stage), stage, [*known, *_FIGURES], criterion=path[1])


def _turn_sources(turns: Turns | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if turns is not None:
        if turns.source is not None:
            yield ("turns", "source"), turns.source
        for index, event in enumerate(turns.events):
            yield ("turns", "events", index, "source"), event.source


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Identified)


def _by_id(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries whose order says nothing, in one order."""
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _sorted_criterion(criterion: Criterion) -> Criterion:
    """A criterion whose sets are sorted; its bands are a sequence."""
    if not (criterion.held or criterion.stages or criterion.imposed_by):
        return criterion
    held = tuple(sorted(criterion.held, key=lambda held: held.award))
    stages, imposed_by = tuple(sorted(criterion.stages)), tuple(sorted(criterion.imposed_by))
    return evolve(criterion, held=held, stages=stages, imposed_by=imposed_by)


def _sorted_award(award: Award) -> Award:
    """An award whose sets are sorted; its chains are sequences."""
    choose = tuple(evolve(step, places=tuple(sorted(step.places))) for step in award.choose)
    requires, excludes = tuple(sorted(award.requires)), tuple(sorted(award.excludes))
    before, grounds = tuple(sorted(award.requires_before)), _by_id(award.grounds)
    return evolve(award, choose=choose, requires=requires, excludes=excludes, requires_before=before, grounds=grounds)


def _sorted_unit(unit: Unit) -> Unit:
    if len(unit.aliases) < 2 and len(unit.within) < 2:
        return unit
    return evolve(unit, aliases=tuple(sorted(unit.aliases)), within=_sorted(unit.within))


def _sorted_limit(limit: Limit) -> Limit:
    return limit if len(limit.uncounted) < 2 else evolve(limit, uncounted=tuple(sorted(limit.uncounted)))


def _sorted_members(dated: DatedRoster) -> DatedRoster:
    return evolve(dated, members=tuple(sorted(dated.members)))


def _sorted_succession(each: Succession) -> Succession:
    """A succession whose sets are sorted."""
    carries = tuple(sorted(each.carries))
    return evolve(each, from_=tuple(sorted(each.from_)), to=tuple(sorted(each.to)), carries=carries)


def _sorted_bar(bar: Bar) -> Bar:
    return evolve(bar, for_=tuple(sorted(bar.for_)))


def trim(ruleset: Ruleset, season: Season, roster: Roster) -> Ruleset:
    """The merged ruleset with the one cluster that is decided, its table and its units: the rest decides nothing."""
    ruleset = point_table(ruleset, season)
    cluster = ruleset.clusters[season.cluster]
    kept = {each.id for each in roster.lineage.successions}
    successions = tuple(_sorted_succession(each) for each in ruleset.successions if each.id in kept)
    dated = () if roster.lineage.dated is None else (_sorted_members(roster.lineage.dated),)
    before = {unit for each in roster.lineage.successions for unit in (*each.from_, *each.to)}
    named = sorted({*cluster.members, *roster.lineage.listed, *roster.members, *before})
    units = {unit: ruleset.units[unit] for unit in named if unit in ruleset.units}
    headship, order = ruleset.headship, ruleset.order
    return evolve(
        ruleset,
        extends=None,
        councils=Table(),
        reviews=(),
        criteria=_by_id(tuple(map(_sorted_criterion, ruleset.criteria))),
        gates=_by_id(ruleset.gates),
        conditions=_by_id(ruleset.conditions),
        limits=_by_id(tuple(map(_sorted_limit, ruleset.limits))),
        undefined=_by_id(tuple(rule for rule in ruleset.undefined if not rule.what.startswith("reviews."))),
        order=None if order is None else evolve(order, name_places=tuple(sorted(order.name_places))),
        ties=tuple(evolve(step, over=tuple(sorted(step.over))) for step in ruleset.ties),
        awards=tuple(map(_sorted_award, ruleset.awards)),
        headship=None if headship is None else evolve(headship, bars=tuple(map(_sorted_bar, _by_id(headship.bars)))),
        sources=_sorted(ruleset.sources),
        clusters=Table({season.cluster: evolve(cluster, members=tuple(sorted(cluster.members)))}),
        units=Table({id_: _sorted_unit(unit) for id_, unit in units.items()}),
        rosters=dated,
        successions=_by_id(successions),
    )
