"""Sums: the totals of a season's units for a hook that needs them, as the engine computes them from what it is given.

The engine gives no hook its totals. A quota that turns on them, such as one award for every unit that reaches a part of
the scale, is answered by computing them here: from the same cells, with the same caps, rescaling and rounding.
"""

from collections.abc import Callable
from fractions import Fraction

from emulrules.model.answers import GateFacts, Points, Undefined
from emulrules.model.criterion import Criterion
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
    ruleset: Ruleset,
    season: Season,
    gates: GateFacts,
    measure: Callable[[Criterion], Points | Undefined] | None = None,
) -> Table[str, Fraction] | None:
    """The total of every unit that is not out, by the ruleset's weights; arguments are those that a hook is given.

    `measure` gives the points of a leaf of the method `policy`, as the plugin's own `criterion_points` answers them.
    None while they are not known: there are no scores, a gate that puts out lacks its fact, or it is open whose row
    counts for a unit that others became in the season. Raises `SeasonError` for a cell that is wrong,
    and `ValueError` for a leaf of the method `policy` where `measure` is left out.
    """
    if not is_measured(ruleset, season) or any(unknown.effect == "out" for unknown in gates.unknown):
        return None
    out = {gated.unit for gated in gates.gated if gated.effect == "out"}
    units = tuple(unit for unit in roster(season, ruleset).members if unit not in out)
    if any(cells and not cells.keys() >= set(units) for cells in season.scores.values()):
        return None
    given = _measured(ruleset, measure)
    if given is None:
        return None
    points = leaf_points(ruleset, season, units, lambda leaf: given[leaf.id], Trace())
    weights = {criterion.id: criterion.weight for criterion in ruleset.criteria}
    scored = totals(ruleset.criteria, ruleset.scale, weights, points, units, Rule("criteria", (), "read"), Trace())
    return Table(scored.total)


def _measured(ruleset: Ruleset, measure: Callable[[Criterion], Points | Undefined] | None) -> dict[str, Points] | None:
    """The points of the leaves that only a policy measures; None where it measures one of them not."""
    found: dict[str, Points] = {}
    for leaf in ruleset.criteria:
        if leaf.method != "policy":
            continue
        if measure is None:
            raise ValueError(f"{leaf.id} is measured by the policy: say how")
        answer = measure(leaf)
        if isinstance(answer, Undefined):
            return None
        found[leaf.id] = answer
    return found
