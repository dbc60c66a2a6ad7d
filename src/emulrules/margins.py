"""Margins: by how little one score of a unit would have had to be another, for the unit to end otherwise.

The smallest change is the one of fewest steps, up or down, of any one figure that was entered for the unit; all figures
that need as few are told. Each is confirmed by deciding again. What people decided is kept as far as it still answers:
an act that would not have been asked for is left out, and what is open then is open.

Under the standard policy an outcome changes only where a comparison of points does. Between two edges of a figure every
comparison changes one way, so that the next change is found by halving. Where that cannot be known (a plugin looks at
scores as it likes, or what moves several units is cut or rounded), every step is tried, nearest first, up to a bound
that is told.
"""

from collections.abc import Iterator
from itertools import count
from typing import Final

from attrs import evolve

from emulrules.comparisons import Comparisons, Order, goes_one_way
from emulrules.engine import decide
from emulrules.errors import PluginError, SeasonError
from emulrules.figures import FAR, Figure, figures
from emulrules.model.decision import Decision
from emulrules.outcomes import Outcome, outcome_of
from emulrules.policy import STANDARD, Policy
from emulrules.rows import Rows
from emulrules.value import frozen

__all__ = ["TRIED", "Change", "Margin", "Unsearched", "decided_with", "margin"]

TRIED: Final = 400
"""So many times it is decided again, at the most, where every step has to be tried."""


@frozen
class Change:
    """One figure so many `steps` away, down where they are below 0, and what became of the unit then."""

    figure: Figure
    steps: int
    outcome: Outcome


@frozen
class Unsearched:
    """A figure of which changes beyond so many `steps`, up or down, were not looked at."""

    figure: Figure
    steps: int


@frozen
class Margin:
    """The smallest `changes` of one score, which all need as many steps; none where no score would have changed it.

    `outcome` is what became of the unit, `figures` how many could be changed, `unsearched` those where a smaller change
    (or any, where none was found) may have been missed.
    """

    outcome: Outcome
    figures: int
    changes: tuple[Change, ...]
    unsearched: tuple[Unsearched, ...]


def margin(decision: Decision, policy: Policy, unit: str) -> Margin:
    """The smallest change of one score that changes what became of `unit`; `policy` is the one that decided."""
    own = outcome_of(decision, unit)
    inside = tuple(row.unit for row in decision.standings)
    scored = any(step.step == "total" for step in decision.steps)
    if unit not in inside or not scored:
        return Margin(own, 0, (), ())
    rows = Rows.of(decision)
    found = tuple(
        figure
        for row in rows.of_unit(unit)
        for figure in figures(rows.year, decision.rules.criteria, unit, row)
    )
    if not found:
        return Margin(own, 0, (), ())
    search = _Search(decision, policy, unit, own, rows)
    changes = search.nearest(found)
    return Margin(own, len(found), changes, search.unsearched(abs(changes[0].steps) if changes else None))


def decided_with(decision: Decision, policy: Policy, figure: Figure, steps: int) -> Decision | None:
    """What is decided where `figure` is so many steps away; None where that season is refused.

    Acts that nothing asks for any more, or that do not fit what is asked now, are left out one after the other.
    """
    season = figure.enter(decision.season, steps)
    while True:
        try:
            return decide(season, decision.rules, policy)
        except SeasonError as refused:
            unasked = {fault.path[1] for fault in refused.faults if fault.path[:1] == ("acts",) and fault.path[1:]}
            if not unasked:
                return None
            season = evolve(season, acts=tuple(act for at, act in enumerate(season.acts) if at not in unasked))
        except PluginError:
            return None


class _Search:
    """The search for one unit; what is decided under the same comparisons is not decided twice."""

    def __init__(
        self, decision: Decision, policy: Policy, unit: str, own: Outcome, rows: Rows
    ) -> None:
        self._decision = decision
        self._policy = policy
        self._unit = unit
        self._own = own
        self._inside = tuple(row.unit for row in decision.standings)
        by_data = all(answered.by == STANDARD for answered in decision.answers) and decision.policy == STANDARD
        # Where two rows are alike, a change of one makes it a question which of them counts.
        is_even = by_data and len(rows.of_unit(unit)) == 1
        self._comparisons = Comparisons(rows.year, decision.rules, self._inside) if is_even else None
        self._ends: dict[Order, bool] = {}
        self._ways: list[_Way] = []

    def nearest(self, found: tuple[Figure, ...]) -> tuple[Change, ...]:
        """The changes of fewest steps. Twice as far is looked each time, until one is found or all were."""
        self._ways = [*self._all_ways(found)]
        best: int | None = None
        for far in (2**power for power in count()):
            hits = []
            for way in self._ways:
                steps = self._first(way, far if best is None else min(far, best))
                if steps is not None:
                    best = steps
                    hits.append((way, steps))
            if best is not None:
                kept = [self._change(way.figure, way.way * steps) for way, steps in hits if steps == best]
                return tuple(change for change in kept if change is not None)
            if all(way.most <= far for way in self._ways):
                return ()
        return ()

    def unsearched(self, best: int | None) -> tuple[Unsearched, ...]:
        """The figures of which something nearer than `best` was not looked at, or anything at all where it is None."""
        left: dict[Figure, int] = {}
        for way in self._ways:
            if way.is_cut and (best is None or way.most < best):
                left[way.figure] = min(left.get(way.figure, way.most), way.most)
        return tuple(Unsearched(figure, steps) for figure, steps in left.items())

    def _all_ways(self, found: tuple[Figure, ...]) -> Iterator["_Way"]:
        tried = [figure for figure in found if not self._is_even(figure)]
        most = max(1, TRIED // (2 * len(tried))) if tried else 0
        for figure in found:
            for way in (1, -1):
                reach = figure.reach(way)
                comparisons = None if figure in tried else self._comparisons
                if comparisons is None:
                    yield _Way(figure, way, min(reach, most), reach > most, None)
                else:
                    cut = reach == FAR and not comparisons.steady(figure, way * FAR)
                    yield _Way(figure, way, reach, cut, comparisons)

    def _is_even(self, figure: Figure) -> bool:
        return self._comparisons is not None and goes_one_way(figure, self._decision.rules, len(self._inside))

    def _first(self, way: "_Way", far: int) -> int | None:
        """The first number of steps, as far as `far`, at which the unit ends otherwise."""
        while (steps := way.next(far)) is not None:
            if self._differs(way, steps):
                return steps
        return None

    def _differs(self, way: "_Way", steps: int) -> bool:
        if way.comparisons is None:
            return self._change(way.figure, way.way * steps) is not None
        if way.order not in self._ends:
            self._ends[way.order] = self._change(way.figure, way.way * steps) is not None
        return self._ends[way.order]

    def _change(self, figure: Figure, steps: int) -> Change | None:
        again = decided_with(self._decision, self._policy, figure, steps)
        if again is None or (ended := outcome_of(again, self._unit)) == self._own:
            return None
        return Change(figure, steps, ended)


class _Way:
    """One figure going up or down: the numbers of steps, nearest first, where something may change."""

    def __init__(self, figure: Figure, way: int, most: int, is_cut: bool, comparisons: Comparisons | None) -> None:
        self.figure = figure
        self.way = way
        self.most = most
        self.is_cut = is_cut
        self.comparisons = comparisons
        self.order: Order = () if comparisons is None else comparisons.order
        self._at = 0
        self._cuts = (*(cut for cut in figure.cuts(way) if cut <= most), most + 1)

    def next(self, far: int) -> int | None:
        """The next number of steps, as far as `far`, at which some comparison changes, with its `order`.

        Where nothing is known of comparisons, it is every number. What was passed is not looked at again.
        """
        far = min(far, self.most)
        while self._at < far:
            if self.comparisons is None:
                self._at += 1
                return self._at
            stretch = next(cut for cut in self._cuts if cut > self._at)
            if any(self._moved(self.comparisons, upto) for upto in (min(far, stretch - 1), min(far, stretch))):
                return self._at
        return None

    def _moved(self, comparisons: Comparisons, upto: int) -> bool:
        """Goes to the first step, in this stretch, where a comparison differs, or to its end where none does."""
        low, high = self._at, upto
        if low >= high:
            return False
        order = comparisons.at(self.figure, self.way * high)
        if order == self.order:
            self._at = high
            return False
        while high - low > 1:
            middle = (low + high) // 2
            between = comparisons.at(self.figure, self.way * middle)
            if between == self.order:
                low = middle
            else:
                high, order = middle, between
        self._at, self.order = high, order
        return True
