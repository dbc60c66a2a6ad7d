"""Comparisons: which units have more points than which, in total and on every criterion that parts ties.

Under the standard policy nothing else that was scored decides anything: orders, shortlists and ties take points only
as more, equal or fewer. So two seasons that differ in scores, and in no comparison, have the same outcome. Where the
order goes by points, a criterion parts only those whose totals are equal, so that only these are compared on it.
Of a plugin that is not known; what it answered on weights and points stands here as it was answered, but for the
points of a leaf that only it measures, which it is asked for again.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import evolve

from emulrules.errors import PluginError, SeasonError
from emulrules.figures import Figure
from emulrules.methods import Leaf
from emulrules.model.answers import Answered, GateFacts, Points, Weights
from emulrules.model.criterion import Criterion
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.points import leaf_points, leaves
from emulrules.policy import Policy
from emulrules.totals import totals
from emulrules.trace import Trace

__all__ = ["Comparisons", "Order", "goes_one_way"]

Order = tuple[tuple[int | None, ...], ...]
"""For the total, then each criterion that parts ties: how many have fewer points, by unit; None does not apply.

On a criterion it is 0 for a unit with whose total no other one's is equal, where the order goes by points.
"""


class Comparisons:
    """The comparisons of one season among `units`, those that are not out, and those of seasons near it."""

    def __init__(
        self,
        season: Season,
        rules: Ruleset,
        units: tuple[str, ...],
        answers: tuple[Answered, ...] = (),
        policy: Policy | None = None,
    ) -> None:
        self._season = season
        self._policy = policy
        self._rules = rules
        self._units = units
        self._weights = {criterion.id: criterion.weight for criterion in rules.criteria}
        for each in answers:
            if isinstance(each.answer, Weights):
                self._weights |= each.answer.values
        self._gates = next((each.answer for each in answers if isinstance(each.answer, GateFacts)), GateFacts())
        given = {each.subject: each.answer for each in answers if isinstance(each.answer, Points)}
        self._leaves = leaf_points(rules, season, units, lambda criterion: given[criterion.id], Trace())
        points, self._total = self._scored(self._leaves, units)
        self._points = {id_: points[id_] for id_ in _parting(rules) if id_ in points}
        self.made = 0
        self._alone = (0,) * len(units)
        self._by_points = rules.order is not None and rules.order.by == "points"
        self._order: Order = self._all(self._total, self._points)

    @property
    def order(self) -> Order:
        """The comparisons of the season as it is."""
        return self._order

    def at(self, figure: Figure, steps: int) -> Order:
        """The comparisons where `figure` is so many steps away; `made` counts them."""
        self.made += 1
        former_leaf = self._leaves[figure.criterion.id]
        if figure.criterion.method == "policy":
            leaf = self._measured(figure, steps)
        else:
            leaf = self._leaf(figure, steps, self._units if figure.criterion.method == "relative" else (figure.unit,))
        changed = tuple(unit for unit, value in leaf.items() if value != former_leaf[unit])
        if not changed:
            return self._order
        points, total = self._scored({**self._leaves, figure.criterion.id: leaf}, changed)
        moved = {
            id_: {**former, **{unit: points[id_][unit] for unit in changed}} for id_, former in self._points.items()
        }
        return self._all({**self._total, **total}, moved)

    def _all(self, total: Mapping[str, Fraction], points: Mapping[str, Leaf]) -> Order:
        """The order by the total, then those by each criterion, among all units or only those that need it."""
        units = self._units
        groups: list[list[str]] = [[*units]]
        if self._by_points:
            tied: dict[Fraction, list[str]] = {}
            for unit in units:
                tied.setdefault(total[unit], []).append(unit)
            groups = [group for group in tied.values() if len(group) > 1]
        if not groups:
            return (_order(total, units), *(self._alone for _ in points))
        return (_order(total, units), *(_within(leaf, groups, units) for leaf in points.values()))

    def leaves_others(self, figure: Figure, low: int, high: int) -> bool:
        """Whether between so many steps, which no edge parts, the figure moves no other unit's points.

        Between edges each of these goes one way, so that it does not move if it is the same at both ends.
        """
        others = tuple(unit for unit in self._units if unit != figure.unit)
        ends = (self._leaf(figure, steps, self._units) for steps in (low, high))
        one, other = ([leaf[unit] for unit in others] for leaf in ends)
        return one == other

    def _leaf(self, figure: Figure, steps: int, units: tuple[str, ...]) -> Leaf:
        """The points of the figure's criterion for `units`, where it is so many steps away."""
        column = figure.column(self._season, steps)
        season = evolve(self._season, scores=Table({figure.criterion.id: Table({u: column[u] for u in units})}))
        rules = evolve(self._rules, criteria=(figure.criterion,))
        return leaf_points(rules, season, units, _unasked, Trace())[figure.criterion.id]

    def _measured(self, figure: Figure, steps: int) -> Leaf:
        """The points that the policy gives there; those that it gave before, where it takes no such figure."""
        former = self._leaves[figure.criterion.id]
        if self._policy is None:
            return former
        scores = {**self._season.scores, figure.criterion.id: figure.column(self._season, steps)}
        season = evolve(self._season.without_acts(), scores=Table(scores))
        asked = {"criterion": figure.criterion, "gates": self._gates}
        try:
            given = self._policy.ask(
                "criterion_points", figure.criterion.id, ruleset=self._rules, season=season, **asked
            )
        except (PluginError, SeasonError):
            return former
        answer = given[-1].answer
        rules = evolve(self._rules, criteria=(figure.criterion,))
        if not isinstance(answer, Points):
            return former
        return leaf_points(rules, season, self._units, lambda _: answer, Trace())[figure.criterion.id]

    def _scored(self, given: Mapping[str, Leaf], units: tuple[str, ...]) -> tuple[dict[str, Leaf], dict[str, Fraction]]:
        rules, top = self._rules, Rule("criteria", (), "read")
        scored = totals(rules.criteria, rules.scale, self._weights, dict(given), units, top, Trace())
        return scored.points, scored.total


def _unasked(criterion: Criterion) -> Points:
    raise ValueError(f"the points of {criterion.id} follow from no cell")


def _parting(rules: Ruleset) -> tuple[str, ...]:
    """The criteria that part ties: those that a step names, and those that are compared head to head."""
    named: set[str] = set()
    for step in rules.ties:
        if step.by == "criterion" and step.criterion is not None:
            named.add(step.criterion)
        elif step.by == "head-to-head":
            named.update(step.over or (leaf.id for leaf in leaves(rules.criteria)))
    return tuple(sorted(named))


def _within(leaf: Leaf, groups: list[list[str]], units: tuple[str, ...]) -> tuple[int | None, ...]:
    """The order by one criterion inside each group of `units`, 0 for those in none."""
    found: dict[str, int | None] = {}
    for group in groups:
        found |= zip(group, _order({unit: leaf[unit] for unit in group}, group), strict=True)
    return tuple(found.get(unit, 0) for unit in units)


def _order(values: Mapping[str, Fraction | None], units: Iterable[str]) -> tuple[int | None, ...]:
    given = sorted({value for value in values.values() if value is not None})
    at = {value: index for index, value in enumerate(given)}
    return tuple(None if (value := values.get(unit)) is None else at[value] for unit in units)


def goes_one_way(figure: Figure, rules: Ruleset, units: int) -> bool:
    """Whether between two edges of `figure` every comparison changes one way only, so that one can look in the middle.

    What a single unit's figure gives that unit rises or falls, and weights, caps, rounding and rescaling keep that.
    Where points are relative the others move too. Beside one other there is one difference, and each of the two points
    goes one way. Of more, each goes as a + b/x does where nothing cuts or rounds it, and so does every difference.
    """
    if figure.criterion.method != "relative" or units <= 2:
        return True
    by_id = {criterion.id: criterion for criterion in rules.criteria}
    scale = rules.scale
    if scale is not None and (
        scale.rounding is not None or (figure.criterion.kind == "bonus" and scale.bonus is not None)
    ):
        return False
    if figure.stage is not None and rules.scoring is not None and rules.scoring.take == "max":
        return False
    each: Criterion | None = figure.criterion
    while each is not None:
        if each.cap or each.rounding is not None:
            return False
        each = by_id.get(each.parent or "")
    return True
