"""Results without some units: the others' totals and order, computed again as if those had not been there.

Only what is computed is computed again, from the cells and from the answers that hooks gave before: what people decided
they decided with all units before them, and only they could decide it anew.
"""

from collections.abc import Iterator

from emulrules.choosing import Field
from emulrules.model.answers import Answered, Points, Weights
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.order import Group, Ranking, by_values
from emulrules.points import leaf_points
from emulrules.totals import Totals, totals
from emulrules.trace import Trace

__all__ = ["note_without"]


def note_without(
    struck: frozenset[str],
    rules: Ruleset,
    season: Season,
    field_: Field,
    scored: Totals | None,
    answers: tuple[Answered, ...],
    trace: Trace,
) -> None:
    """One step for each other unit that is not out: its total and its place without the units that were `struck`."""
    if rules.order is None:
        return
    units = tuple(unit for unit in field_.gates.inside if unit not in struck)
    again = None if scored is None else _again(units, rules, season, answers)
    groups = [group.part(unit for unit in group.units if unit in units) for group in field_.ranking.groups]
    groups = [group for group in groups if group.units]
    if rules.order.by == "points" and scored is not None and again is not None:
        groups = [part for group in by_values(again.total) for part in _as_settled(group, groups, scored)]
    for place, group in Ranking(tuple(groups), {}).placed():
        for unit in group.units:
            total = None if again is None else again.total[unit]
            output = Table(place=place, total=total)
            trace.step("without", output, rule=rules.order.rule, unit=unit, units=tuple(sorted(struck)))


def _as_settled(group: Group, settled: list[Group], scored: Totals) -> Iterator[Group]:
    """Equals in the order that their tie was settled in, if they were equal before, too."""
    if len({scored.total[unit] for unit in group.units}) > 1:
        yield group
        return
    for before in settled:
        if part := [unit for unit in before.units if unit in group.units]:
            yield group.part(part)


def _again(units: tuple[str, ...], rules: Ruleset, season: Season, answers: tuple[Answered, ...]) -> Totals:
    """The totals of these units alone. What this does is no step of the decision, only what comes of it."""
    aside = Trace()
    (weights,) = (each.answer for each in answers if isinstance(each.answer, Weights))
    given = {each.subject: each.answer for each in answers if isinstance(each.answer, Points)}
    points = leaf_points(rules, season, units, lambda criterion: given[criterion.id], aside)
    rule = Rule("criteria", (), "read")
    return totals(rules.criteria, rules.scale, weights.values, points, units, rule, aside)
