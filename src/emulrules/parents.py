"""Parents: what each member belongs to, such as its province, where an award counts units by it."""

from collections.abc import Iterator, Mapping

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table

__all__ = ["parents"]


def parents(season: Season, ruleset: Ruleset, members: tuple[str, ...]) -> Table[str, Table[str, str]]:
    """The parents of each member by name: those of the ruleset, and those that the season gives a unit that joins.

    Raises `SeasonError` for a joining unit without the parent that an award counts by, `RulesetError` for another.
    """
    within = Table({unit: _of(unit, season, ruleset) for unit in members})
    orphans = dict(_orphans(within, ruleset))
    if joining := [unit for unit in orphans if _joins(unit, season)]:
        raise SeasonError([Fault("unit-without-parent", ("units", unit), orphans[unit]) for unit in joining])
    if orphans:
        raise RulesetError([Fault("unit-without-parent", ("units", unit), data) for unit, data in orphans.items()])
    return within


def _joins(unit: str, season: Season) -> bool:
    """Whether the unit is a member by the season alone: it joins, or a succession of the season forms it."""
    formed = any(unit in each.new for each in season.successions)
    return formed or (unit in season.units and season.units[unit].roster == "joins")


def _of(unit: str, season: Season, ruleset: Ruleset) -> Table[str, str]:
    known: Table[str, str] = ruleset.units[unit].within if unit in ruleset.units else Table()
    named = unit in season.units and _joins(unit, season)
    return Table({**known, **season.units[unit].within}) if named else known


def _orphans(within: Mapping[str, Mapping[str, str]], ruleset: Ruleset) -> Iterator[tuple[str, dict[str, str]]]:
    """The units that do not say which parent an award counts them by, with the data of the fault."""
    for award in reversed(ruleset.awards):
        for unit, named in within.items():
            if award.at_most is not None and award.at_most.per not in named:
                yield unit, {"unit": unit, "award": award.id, "per": award.at_most.per}
