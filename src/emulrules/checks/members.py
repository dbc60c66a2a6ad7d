"""Members: units that no cluster ever has, or two have, and lists of members that are never in force."""

from collections.abc import Iterator, Mapping
from typing import Final

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset
from emulrules.model.succession import fell_by

__all__ = ["findings"]


_CALLED: Final[Mapping[str, tuple[str, ...]]] = {"cluster": ("khối",), "bloc": ("cụm",)}
"""How the name of the other kind begins."""


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with who belongs to which cluster."""
    yield from _in_none(ruleset)
    yield from _in_two(ruleset)
    yield from _never(ruleset)
    yield from _kinds(ruleset)


def _in_none(ruleset: Ruleset) -> Iterator[Finding]:
    """Each unit that neither a cluster, a later list nor a succession names, where there are clusters at all."""
    named = {unit for cluster in ruleset.clusters.values() for unit in cluster.members}
    named.update(unit for dated in ruleset.rosters for unit in dated.members)
    named.update(unit for each in ruleset.successions for unit in (*each.from_, *each.to))
    for id_, unit in ruleset.units.items() if ruleset.clusters else ():
        if id_ not in named:
            yield Finding("check-unit-in-no-cluster", ("units", id_), {"unit": id_, "name": unit.name})


def _in_two(ruleset: Ruleset) -> Iterator[Finding]:
    """A unit that is compared in two clusters of one ruleset, which may be meant."""
    first: dict[str, str] = {}
    for id_, cluster in ruleset.clusters.items():
        for index, unit in enumerate(cluster.members):
            if first.setdefault(unit, id_) != id_:
                data = {"unit": unit, "cluster": id_, "other": first[unit]}
                path = ("clusters", id_, "members", index)
                yield Finding("check-unit-in-two-clusters", path, data, cluster.basis, note=True)


def _never(ruleset: Ruleset) -> Iterator[Finding]:
    """The first members of a cluster that another list has replaced before the first season ends."""
    season = ruleset.seasons.first
    for id_, cluster in ruleset.clusters.items():
        early = [each for each in ruleset.rosters if each.cluster == id_ and fell_by(each, season)]
        if early:
            latest = max(early, key=lambda each: each.on)
            data = {"cluster": id_, "roster": latest.id, "on": latest.on.isoformat(), "season": season}
            yield Finding("check-members-never", ("clusters", id_, "members"), data, cluster.basis)


def _kinds(ruleset: Ruleset) -> Iterator[Finding]:
    """A bloc that is called a cluster, or a cluster a bloc: reports name its offices by its kind."""
    for id_, cluster in ruleset.clusters.items():
        if cluster.name.casefold().startswith(_CALLED[cluster.kind]):
            data = {"name": cluster.name, "kind": cluster.kind}
            yield Finding("check-cluster-kind", ("clusters", id_, "kind"), data, cluster.basis, note=True)
