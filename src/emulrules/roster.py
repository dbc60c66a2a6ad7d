"""The roster: which units a cluster has in a season, and which unit a name means.

A unit is known by its id, its full name or a declared alias, exactly; likeness only gives a hint. The season may amend
the ruleset's roster, with a source: a unit `joins` or `leaves`, or others succeed it. A unit that was succeeded is no
member; it may be named only where the season speaks of what was before that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Protocol, TypeVar

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.award import Award, Limit
from emulrules.model.cell import Staged
from emulrules.model.criterion import Criterion
from emulrules.model.headship import Bar
from emulrules.model.names import near, tone_key
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Cluster, Ruleset, Unit
from emulrules.model.season import Act, Former, Outgoing, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.succession import DatedRoster, Succession, fell_in
from emulrules.model.table import Table, table
from emulrules.point_table import point_table, signed_faults
from emulrules.questions import is_of_points
from emulrules.successions import Lineage, lineage
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Roster", "note_changes", "resolve", "roster", "trim", "unit_types", "unknown_name"]

T = TypeVar("T")

_NOBODY: Final[Table[str, str]] = Table()

_FIGURES: Final = ("actual", "plan", "plus", "minus")
"""Parts of a figure, which a cell may mean when it names a stage that there is not."""


@frozen
class Roster:
    """The members of the cluster in this season, sorted by id, with their names, and how they came to be members."""

    cluster: Cluster
    names: Table[str, str] = field(converter=table)
    lineage: Lineage

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of all members, whether out or not; thresholds of `members` count them."""
        return tuple(self.names)


def roster(season: Season, ruleset: Ruleset) -> Roster:
    """The cluster's roster with the season's amendments. Raises `SeasonError`."""
    cluster = ruleset.clusters.get(season.cluster)
    if cluster is None:
        raise SeasonError(
            unknown_name("unknown-cluster", ("cluster",), season.cluster, ruleset.clusters, ruleset=ruleset.id)
        )
    origin = lineage(season, ruleset)
    names = {unit: ruleset.units[unit].name if unit in ruleset.units else unit for unit in origin.members}
    faults: list[Fault] = []
    for key, entry in season.units.items():
        if entry.roster is None:
            continue
        path = ("units", key, "roster")
        if entry.source is None:
            faults.append(Fault("roster-without-source", path, {"unit": key}))
        if entry.roster == "joins":
            if key in names:
                faults.append(Fault("roster-already-member", path, {"unit": key}))
            known = ruleset.units.get(key)
            name = entry.name or (known.name if known else None)
            if name is None:
                faults.append(Fault("roster-without-name", path, {"unit": key}))
            if ruleset.has_typed_offices and entry.type is None and (known is None or known.type is None):
                faults.append(Fault("roster-without-type", path, {"unit": key}))
            names[key] = name or key
        elif names.pop(key, None) is None:
            faults.append(Fault("roster-no-member", path, {"unit": key}))
    if season.successions:
        faults.extend(_formed(season, ruleset, origin.members, names))
    if not names and not faults:
        faults.append(Fault("roster-empty", ("cluster",), {"cluster": season.cluster}))
    if faults:
        raise SeasonError(faults)
    return Roster(cluster, {unit: names[unit] for unit in sorted(names)}, origin)


def _formed(season: Season, ruleset: Ruleset, members: tuple[str, ...], names: dict[str, str]) -> Iterator[Fault]:
    """Names the units that a succession of the season forms, which the ruleset does not know yet."""
    for unit in [each for each in members if each in names and each not in ruleset.units]:
        entry = season.units.get(unit) or UnitEntry()
        if entry.name is None:
            yield Fault("roster-without-name", ("units", unit), {"unit": unit})
        if ruleset.has_typed_offices and entry.type is None:
            yield Fault("roster-without-type", ("units", unit), {"unit": unit})
        names[unit] = entry.name or unit


def unit_types(ruleset: Ruleset, season: Season) -> dict[str, str | None]:
    """What kind of unit each member is, sorted by id; None where nothing says it."""
    types: dict[str, str | None] = {}
    for unit in roster(season, ruleset).members:
        entry, known = season.units.get(unit), ruleset.units.get(unit)
        own = None if entry is None else entry.type
        types[unit] = own if own is not None or known is None else known.type
    return types


def note_changes(season: Season, units: Roster, trace: Trace) -> None:
    """One step for the roster as it is listed, one for each succession and one for each amendment of the season."""
    trace.step("roster", units.lineage.listed, rule=units.lineage.rule)
    for each in units.lineage.successions:
        inputs = Table({"from": tuple(sorted(each.from_)), "on": each.on.isoformat(), "kind": each.kind})
        trace.note("succession", tuple(sorted(each.to)), each.rule, None, inputs)
    for unit, entry in sorted(season.units.items()):
        if entry.roster is not None and entry.source is not None:
            cited = season.sources[entry.source].cited
            trace.step("roster-change", entry.roster, rule=Rule(f"units.{unit}", (cited,), "read"), unit=unit)


def unknown_name(code: str, path: tuple[str | int, ...], name: str, known: Iterable[str], **data: object) -> Fault:
    """The fault of a name that is not known, with the nearest that is."""
    hint = near(name, known)
    if hint is None:
        return Fault(code, path, {"name": name, **data})
    return Fault(f"{code}-near", path, {"name": name, "near": hint, **data})


def _spellings(ruleset: Ruleset, unit: str, name: str) -> Iterator[str]:
    """The full name of a unit and its other spellings."""
    yield name
    if unit in ruleset.units:
        yield from ruleset.units[unit].aliases


def _spelt_elsewhere(ruleset: Ruleset, cluster: str) -> Iterator[tuple[str, str]]:
    """Every spelling of the units of other clusters, with the cluster."""
    for id_, other in ruleset.clusters.items():
        for unit in other.members if id_ != cluster else ():
            name = ruleset.units[unit].name if unit in ruleset.units else unit
            yield from ((spelling, id_) for spelling in (unit, *_spellings(ruleset, unit, name)))


class _Names:
    """What every spelling means, and what is wrong with those that mean nothing."""

    def __init__(self, season: Season, ruleset: Ruleset, roster: Roster) -> None:
        self.faults: list[Fault] = []
        self._cluster = season.cluster
        self._ruleset = ruleset
        self._ids: dict[str, str] = {}
        for unit, name in roster.names.items():
            for spelling in (unit, *_spellings(ruleset, unit, name)):
                self._ids[spelling] = unit
        self._left = dict(self._spelt(unit for unit in roster.lineage.members if unit not in roster.names))
        self._heirs = roster.lineage.heirs
        self._gone = dict(self._spelt(self._heirs))
        self._ended = {unit: each for each in roster.lineage.successions for unit in each.gone}
        self._halves = {unit for unit, each in self._ended.items() if fell_in(each, season.id)}
        if any(entry.roster == "joins" for entry in season.units.values()):
            self._refuse_alike(roster)

    def _refuse_alike(self, roster: Roster) -> None:
        """Refuses a joining unit that could be taken for a member; a ruleset is checked where it is read."""
        alike: dict[str, str] = {}
        for unit, name in roster.names.items():
            for spelling in (unit, *_spellings(self._ruleset, unit, name)):
                other = alike.setdefault(tone_key(spelling), unit)
                if other != unit:
                    data = {"name": spelling, "unit": unit, "other": other}
                    self.faults.append(Fault("name-taken", ("units", unit), data))

    def _spelt(self, units: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Every spelling of `units`, which are no members, with the unit; what a member is called stays its own."""
        for unit in units:
            name = self._ruleset.units[unit].name if unit in self._ruleset.units else unit
            spellings = (unit, *_spellings(self._ruleset, unit, name))
            yield from ((spelling, unit) for spelling in spellings if spelling not in self._ids)

    def unit(self, name: str, path: tuple[str | int, ...]) -> str:
        """The id that `name` means; a name that means none is a fault, and stands for itself."""
        found = self._ids.get(name)
        if found is not None:
            return found
        if name in self._gone:
            gone = self._gone[name]
            ended = self._ended[gone]
            data = {"name": name, "on": ended.on, "heirs": ", ".join(self._heirs[gone])}
            self.faults.append(Fault(f"unit-{ended.kind}", path, data))
            return gone
        other = dict(_spelt_elsewhere(self._ruleset, self._cluster)).get(name)
        if other is not None:
            data = {"name": name, "other": other, "cluster": self._cluster}
            self.faults.append(Fault("unit-of-other-cluster", path, data))
        else:
            self.faults.append(unknown_name("unknown-unit", path, name, self._ids, cluster=self._cluster))
        return name

    def former(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit may be named that others have succeeded."""
        return self._gone[name] if name in self._gone else self.unit(name, path)

    def formers(self, names: Iterable[str], path: tuple[str | int, ...]) -> tuple[str, ...]:
        """As `units`, likewise."""
        return self.units(names, path, self.former)

    def scored(self, rows: Mapping[str, T], path: tuple[str | int, ...]) -> Table[str, T]:
        """As `rows`, where a unit may have a row that was succeeded in the course of this season."""
        named = {name: unit for name, unit in self._gone.items() if unit in self._halves}
        return self.rows(rows, path, named)

    def in_turn(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit may be named that has left, or that others have succeeded."""
        return self._gone[name] if name in self._gone else self.left_or_member(name, path)

    def left_or_member(self, name: str, path: tuple[str | int, ...]) -> str:
        """As `unit`, where a unit that has left may be named too."""
        return self._left[name] if name in self._left else self.unit(name, path)

    def units(
        self, names: Iterable[str], path: tuple[str | int, ...], means: Callable[..., str] | None = None
    ) -> tuple[str, ...]:
        """The ids of several units, sorted; one that is named twice is a fault."""
        found: list[str] = []
        for name in names:
            unit = (means or self.unit)(name, path)
            if unit in found:
                self.faults.append(Fault("unit-twice", path, {"unit": unit}))
            found.append(unit)
        return tuple(sorted(found))

    def rows(
        self, rows: Mapping[str, T], path: tuple[str | int, ...], more: Mapping[str, str] = _NOBODY
    ) -> Table[str, T]:
        """A mapping by unit with its keys resolved and sorted; two rows of one unit are a fault.

        `more` are spellings of units that are no members and may have a row.
        """
        found: dict[str, T] = {}
        for name, value in rows.items():
            unit = self._ids.get(name) or more.get(name) or self.unit(name, (*path, name))
            if unit in found:
                self.faults.append(Fault("unit-twice", (*path, name), {"unit": unit}))
            found[unit] = value
        return Table({unit: found[unit] for unit in sorted(found)})


def resolve(season: Season, ruleset: Ruleset, roster: Roster) -> Season:
    """The season with every unit by id, everything that has no order sorted, acts left in theirs.

    Raises `SeasonError` with every name that is not known, and every source and criterion that nothing defines.
    """
    names = _Names(season, ruleset, roster)
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


def _entries(units: Mapping[str, UnitEntry], names: _Names) -> Table[str, UnitEntry]:
    units = {key: evolve(entry, within=_sorted(entry.within)) for key, entry in units.items()}
    leaving = {key: entry for key, entry in units.items() if entry.roster == "leaves"}
    staying = names.rows({key: entry for key, entry in units.items() if key not in leaving}, ("units",))
    return _sorted({**staying, **leaving})


def _lists(lists: Mapping[str, tuple[str, ...]], key: str, names: _Names) -> Table[str, tuple[str, ...]]:
    return Table({name: names.units(lists[name], (key, name)) for name in sorted(lists)})


def _outgoing(outgoing: Outgoing, names: _Names) -> Outgoing:
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


def _turns(turns: Turns, names: _Names) -> Turns:
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


def _who(event: TurnEvent, names: _Names) -> Callable[[str, tuple[str | int, ...]], str]:
    """Whose turn something happened to: of a unit that others have succeeded nothing but that it left the queue."""
    return names.in_turn if event.event == "left" else names.left_or_member


def _act(act: Act, index: int, names: _Names) -> Act:
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
