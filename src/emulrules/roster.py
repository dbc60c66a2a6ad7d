"""The roster: which units a cluster has in a season.

The season may amend the ruleset's roster, with a source: a unit `joins` or `leaves`, or others succeed it. A unit that
was succeeded is no member.
"""

from collections.abc import Iterator

from emulrules.errors import Fault, SeasonError
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Cluster, Ruleset
from emulrules.model.season import Season, UnitEntry
from emulrules.model.table import Table, table
from emulrules.spellings import unknown_name
from emulrules.successions import Lineage, lineage
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Roster", "note_changes", "roster", "unit_types"]


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
