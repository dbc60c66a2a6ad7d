"""Sums: the totals of a season's units for a hook that needs them, as the engine computes them from what it is given.

The engine gives no hook its totals. A quota that turns on them, such as one award for every unit that reaches a part of
the scale, is answered by computing them here: from the same cells, with the same caps, rescaling and rounding.
"""

from collections.abc import Mapping
from fractions import Fraction

from emulrules.model.answers import GateFacts, Points
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.points import is_measured, leaf_points
from emulrules.roster import roster
from emulrules.totals import totals
from emulrules.trace import Trace

__all__ = ["totals_of"]


def totals_of(
    ruleset: Ruleset, season: Season, gates: GateFacts, given: Mapping[str, Points] | None = None
) -> Table[str, Fraction] | None:
    """The total of every unit that is not out, by the ruleset's weights; arguments are those that a hook is given.

    `given` are the points of leaves of the method `policy`, by id, as the plugin's own `criterion_points` answers them.
    None while there are no scores, or a gate that puts out lacks its fact. Raises `SeasonError` for a cell that is
    missing or wrong, and `KeyError` where `given` lacks a leaf.
    """
    if not is_measured(ruleset, season) or any(unknown.effect == "out" for unknown in gates.unknown):
        return None
    out = {gated.unit for gated in gates.gated if gated.effect == "out"}
    units = tuple(unit for unit in roster(season, ruleset).members if unit not in out)
    points = leaf_points(ruleset, season, units, lambda leaf: (given or {})[leaf.id], Trace())
    weights = {criterion.id: criterion.weight for criterion in ruleset.criteria}
    scored = totals(ruleset.criteria, ruleset.scale, weights, points, units, Rule("criteria", (), "read"), Trace())
    return Table(scored.total)
