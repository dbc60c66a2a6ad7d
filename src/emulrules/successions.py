"""Successions: which units a cluster has when the season ends, after what became of those that are listed.

The list is that of the cluster, or the last dated one that is in force. From its day on, whoever is succeeded is no
member any more, and the successors are: in the cluster that the succession names, or else in that of those before them.
A unit that stands on both sides goes on. Nothing here is guessed by name or likeness.
"""

from collections.abc import Iterable, Mapping

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.succession import DatedRoster, Succession, fell_by
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = ["Lineage", "lineage"]


@frozen
class Lineage:
    """The members as they were `listed`, under which `rule`, and as they are when the season ends (both sorted).

    `successions` are those in force that concern the cluster, in the order of their days; `heirs` says of each unit
    that there is no more which units there are in its place, of whatever cluster; `dated` is the dated list, if it is
    one.
    """

    listed: tuple[str, ...]
    members: tuple[str, ...]
    rule: Rule
    successions: tuple[Succession, ...] = ()
    heirs: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    dated: DatedRoster | None = None


def lineage(season: Season, ruleset: Ruleset) -> Lineage:
    """The members of the season's cluster, which the ruleset has.

    Raises `RulesetError` where a day does not tell whether it is in the season, or two lists are of one day,
    `SeasonError` where a succession that the season brings concerns nobody of the cluster, or is the ruleset's already.
    """
    cluster = ruleset.clusters[season.cluster]
    dated = _dated(season, ruleset) if ruleset.rosters else None
    listed = tuple(sorted(cluster.members if dated is None else dated.members))
    rule = Rule(f"clusters.{season.cluster}", cluster.basis, cluster.trust) if dated is None else dated.rule
    if not (ruleset.successions or season.successions):
        return Lineage(listed, listed, rule, dated=dated)
    in_force = _in_force(season, ruleset)
    members = _members(season, in_force, set(listed), dated)
    concerned = _concerned(in_force, {*cluster.members, *listed, *members})
    return Lineage(listed, tuple(sorted(members)), rule, concerned, _heirs(concerned), dated)


def _dated(season: Season, ruleset: Ruleset) -> DatedRoster | None:
    """The last of the cluster's dated lists that is in force when the season ends."""
    found: DatedRoster | None = None
    for index, each in enumerate(ruleset.rosters):
        if each.cluster != season.cluster or not _falls(each, season, ("rosters", index)):
            continue
        if found is not None and found.on == each.on:
            raise RulesetError(Fault("rosters-same-day", ("rosters", index, "on"), {"id": each.id, "other": found.id}))
        if found is None or found.on < each.on:
            found = each
    return found


def _falls(entry: Succession | DatedRoster, season: Season, path: tuple[str | int, ...]) -> bool:
    falls = fell_by(entry, season.id)
    if falls is None:
        raise RulesetError(Fault("succession-season", (*path, "season"), {"id": entry.id, "season": season.id}))
    return falls


def _in_force(season: Season, ruleset: Ruleset) -> list[Succession]:
    """All that are in force when the season ends, by day; those that the season brings are, whatever their day."""
    known = {each.id for each in ruleset.successions}
    if twice := [index for index, each in enumerate(season.successions) if each.id in known]:
        data = {"id": season.successions[twice[0]].id}
        raise SeasonError(Fault("succession-known", ("successions", twice[0], "id"), data))
    found = [each for n, each in enumerate(ruleset.successions) if _falls(each, season, ("successions", n))]
    return sorted([*found, *season.successions], key=lambda each: (each.on, each.id))


def _members(season: Season, in_force: Iterable[Succession], members: set[str], dated: DatedRoster | None) -> set[str]:
    brought = {each.id: index for index, each in enumerate(season.successions)}
    gone: set[str] = set()
    for each in in_force:
        if again := sorted(gone.intersection(each.new)):
            data = {"unit": again[0], "id": each.id}
            if each.id in brought:
                raise SeasonError(Fault("succession-again", ("successions", brought[each.id], "to"), data))
            raise RulesetError(Fault("succession-again", ("successions", each.id, "to"), data))
        gone.update(each.gone)
        if dated is not None and each.on <= dated.on and each.id not in brought:
            continue  # the list of a later day, or of the same, has its units already
        concerned = not members.isdisjoint(each.from_)
        if each.id in brought and not concerned:
            path = ("successions", brought[each.id], "from")
            raise SeasonError(Fault("succession-of-nobody", path, {"id": each.id, "cluster": season.cluster}))
        if concerned if each.cluster is None else each.cluster == season.cluster:
            members = (members - set(each.from_)) | set(each.to)
        elif concerned:
            members = members - set(each.from_)
    return members


def _concerned(in_force: Iterable[Succession], units: set[str]) -> tuple[Succession, ...]:
    """Those that name one of `units`, or a unit that such a one names."""
    left, found = list(in_force), list[Succession]()
    while more := [each for each in left if not units.isdisjoint((*each.from_, *each.to))]:
        found += more
        left = [each for each in left if units.isdisjoint((*each.from_, *each.to))]
        units = units.union(*((*each.from_, *each.to) for each in more))
    return tuple(sorted(found, key=lambda each: (each.on, each.id)))


def _heirs(successions: Iterable[Succession]) -> dict[str, tuple[str, ...]]:
    """Who stands in the place of each unit that there is no more, in the end."""
    direct = {unit: each.to for each in successions for unit in each.gone}
    return {unit: tuple(sorted(_last(unit, direct))) for unit in sorted(direct)}


def _last(unit: str, direct: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Whoever follows `unit` and is not followed itself."""
    reached, left = set[str](), [unit]
    while left:
        now = left.pop()
        if now not in reached:
            reached.add(now)
            left.extend(direct.get(now, ()))
    return {each for each in reached if each not in direct}
