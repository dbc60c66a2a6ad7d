"""Line-ups: which units each cluster of a ruleset has, at first and whenever a list or a succession changes it."""

from collections.abc import Iterable, Iterator

from emulrules.model.ruleset import Cluster, Ruleset, years
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
    first = ruleset.seasons.first
    if not (ruleset.rosters or ruleset.successions):
        yield Lineup(id_, first, tuple(sorted(cluster.members)))
        return
    before: tuple[str, ...] = ()
    for season in _changing(ruleset):
        members = lineage(Season(ruleset.id, id_, season), ruleset).members
        if members and members != before:
            yield Lineup(id_, season, members)
        before = members


def _changing(ruleset: Ruleset) -> Iterable[str]:
    """The first season, and each in which a list or a succession may be in force for the first time."""
    first = ruleset.seasons.first
    is_school_year = "-" in first
    begun = {years(first)[0]}
    changes: list[DatedRoster | Succession] = [*ruleset.rosters, *ruleset.successions]
    for each in changes:
        begun.update({each.on.year} if each.season is None else set(years(each.season)))
    for year in sorted(begun):
        season = f"{year}-{year + 1}" if is_school_year else str(year)
        if ruleset.seasons.covers(season):
            yield season
