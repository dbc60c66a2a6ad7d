"""Matching: whether a season, of a cluster or of a council, is one that a dated ruleset governs."""

from emulrules.errors import Fault, SeasonError
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season

__all__ = ["check_match"]


def check_match(season: Season, ruleset: Ruleset) -> None:
    """Raises `SeasonError` for a season of another ruleset, of another of its versions, or outside its span."""
    if season.ruleset != ruleset.id:
        raise SeasonError(Fault("other-ruleset", ("ruleset",), {"expected": season.ruleset, "got": ruleset.id}))
    if season.in_force not in (None, ruleset.in_force):
        data = {"expected": season.in_force, "got": ruleset.in_force, "ruleset": ruleset.id}
        raise SeasonError(Fault("other-version", ("in_force",), data))
    if season.in_force is None and not ruleset.seasons.covers(season.id):
        raise SeasonError(Fault("season-not-covered", ("season",), {"season": season.id, "ruleset": ruleset.id}))
