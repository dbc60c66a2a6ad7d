"""Line-ups: which units each cluster of a ruleset has, at first and whenever a list or a succession changes it."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from emulrules.model.ruleset import Cluster, Ruleset, Span, years
from emulrules.model.season import Season
from emulrules.model.succession import DatedRoster, Succession
from emulrules.successions import lineage
from emulrules.value import frozen

__all__ = ["Lineup", "lineups"]


@frozen
class Lineup:
    """The ids of the `members` that a `cluster` has from the `season` on, sorted."""

    cluster: str
    season: str
    members: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.members)


def lineups(ruleset: Ruleset) -> tuple[Lineup, ...]:
    """Every line-up of every cluster, the clusters as they are written, of one cluster by season; each once."""
    return tuple(line for id_, cluster in ruleset.clusters.items() for line in _of(id_, cluster, ruleset))


def _of(id_: str, cluster: Cluster, ruleset: Ruleset) -> Iterator[Lineup]:
    rosters = tuple(each for each in ruleset.rosters if each.cluster == id_)
    successions = _touching(id_, {*cluster.members, *(unit for each in rosters for unit in each.members)}, ruleset)
    seasons = ruleset.seasons
    if not (rosters or successions):
        yield Lineup(id_, seasons.first, tuple(sorted(cluster.members)))
        return
    rules = evolve(ruleset, rosters=rosters, successions=successions)
    before: tuple[str, ...] = ()
    for season in _changing([*rosters, *successions], seasons):
        members = lineage(Season(ruleset.id, id_, season), rules).members
        if members and members != before:
            yield Lineup(id_, season, members)
        before = members


def _touching(id_: str, units: set[str], ruleset: Ruleset) -> tuple[Succession, ...]:
    """The successions that name the cluster, one of its units, or a unit that such a one brings to it."""
    found: list[Succession] = []
    for each in sorted(ruleset.successions, key=lambda succession: (succession.on, succession.id)):
        if each.cluster == id_ or not units.isdisjoint(each.from_):
            units = units | set(each.to)
            found.append(each)
    return tuple(found)


def _changing(changes: Iterable[DatedRoster | Succession], seasons: Span) -> Iterator[str]:
    """The first season, and each in which a list or a succession may be in force for the first time."""
    is_school_year = "-" in seasons.first
    begun = {years(seasons.first)[0]}
    for each in changes:
        begun.update({each.on.year} if each.season is None else set(years(each.season)))
    for year in sorted(begun):
        season = f"{year}-{year + 1}" if is_school_year else str(year)
        if seasons.covers(season):
            yield season
