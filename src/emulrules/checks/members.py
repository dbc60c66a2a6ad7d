"""Members: units that no cluster ever has, so that nobody decides about them."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Each unit that neither a cluster, a later list nor a succession names, where there are clusters at all."""
    named = {unit for cluster in ruleset.clusters.values() for unit in cluster.members}
    named.update(unit for dated in ruleset.rosters for unit in dated.members)
    named.update(unit for each in ruleset.successions for unit in (*each.from_, *each.to))
    for id_, unit in ruleset.units.items() if ruleset.clusters else ():
        if id_ not in named:
            yield Finding("check-unit-in-no-cluster", ("units", id_), {"unit": id_, "name": unit.name})
