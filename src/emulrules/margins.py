"""Margins: by how little one score of a unit would have had to be another, for the unit to end otherwise.

The smallest change is the one of fewest steps, up or down, of any one figure that was entered for the unit; all figures
that need as few are told. Each is confirmed by deciding again. What people decided is kept as far as it still answers:
an act that would not have been asked for is left out, and what is open then is open.

Under the standard policy an outcome changes only where a comparison of points does. Between two edges of a figure every
comparison changes one way, so that the next change is found by halving. Where that cannot be known (what moves several
units is cut or rounded), every step is tried, nearest first, up to a bound that is told.

A plugin looks at scores as it likes. Under one the nearest steps are all tried, and beyond them those where a
comparison changes: what is found is confirmed, and that something nearer is not excluded is told.
"""

from collections.abc import Iterator
from typing import Final

from emulrules.comparisons import Comparisons, Order, goes_one_way
from emulrules.engine import decide
from emulrules.errors import PluginError, SeasonError
from emulrules.figures import Figure, figures
from emulrules.left_out import fitted
from emulrules.model.decision import Decision
from emulrules.outcomes import Outcome, outcome_of
from emulrules.policy import STANDARD, Policy
from emulrules.rows import Rows
from emulrules.value import frozen

__all__ = ["COMPARED", "DECIDED", "Change", "Margin", "Unsearched", "decided_with", "margin"]

COMPARED: Final = 600
"""So many times points are compared, at the most, where every step has to be tried: up to 2 s for the largest year."""

DECIDED: Final = 400
"""So many times it is decided again, at the most, where nothing else tells what comes out; half of them beyond the
nearest steps, where comparisons say what to try."""


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
    (or any, where none was found) may have been missed. Beyond their steps it was looked only where comparisons change
    if `is_guided`, and not at all otherwise.
    """

    outcome: Outcome
    figures: int
    changes: tuple[Change, ...]
    unsearched: tuple[Unsearched, ...]
    is_guided: bool = False


def margin(decision: Decision, policy: Policy, unit: str) -> Margin:
    """The smallest change of one score that changes what became of `unit`; `policy` is the one that decided."""
    own = outcome_of(decision, unit)
    inside = tuple(row.unit for row in decision.standings)
    scored = any(step.step == "total" for step in decision.steps)
    if unit not in inside or not scored:
        return Margin(own, 0, (), ())
    rows = Rows.of(decision)
    found = tuple(
        figure for row in rows.of_unit(unit) for figure in figures(rows.year, decision.rules.criteria, unit, row)
    )
    if not found:
        return Margin(own, 0, (), ())
    search = _Search(decision, policy, unit, own, rows)
    changes = search.nearest(found)
    unsearched = search.unsearched(abs(changes[0].steps) if changes else None)
    return Margin(own, len(found), changes, unsearched, search.is_guided)


def decided_with(decision: Decision, policy: Policy, figure: Figure, steps: int) -> Decision | None:
    """What is decided where `figure` is so many steps away; None where that season is refused.

    Acts that nothing asks for any more, or that do not fit what is asked now, are left out one after the other.
    """
    season = figure.enter(decision.season, steps)
    try:
        return fitted(season, lambda each: decide(each, decision.rules, policy)).decision
    except (SeasonError, PluginError):
        return None


class _Search:
    """The search for one unit; what is decided under the same comparisons is not decided twice."""

    def __init__(self, decision: Decision, policy: Policy, unit: str, own: Outcome, rows: Rows) -> None:
        self._decision = decision
        self._policy = policy
        self._unit = unit
        self._own = own
        self._inside = tuple(row.unit for row in decision.standings)
        by_data = all(answered.by == STANDARD for answered in decision.answers) and decision.policy == STANDARD
        # Where two rows are alike, a change of one makes it a question which of them counts.
        is_alone = len(rows.of_unit(unit)) == 1
        self._comparisons = Comparisons(rows.year, decision.rules, self._inside, decision.answers) if is_alone else None
        self.is_guided = is_alone and not by_data
        self._guesses = DECIDED // 2
        self._ends: dict[Order, bool] = {}
        self._ways: list[_Way] = []

    def nearest(self, found: tuple[Figure, ...]) -> tuple[Change, ...]:
        """The changes of fewest steps. Farther is looked each time, until one is found or there are no more."""
        self._ways = [*self._all_ways(found)]
        best: int | None = None
        for far in _distances():
            hits = []
            for way in self._ways:
                steps = self._first(way, far if best is None else min(far, best))
                if steps is not None:
                    best = steps
                    hits.append((way, steps))
            if best is not None:
                kept = [self._change(way.figure, way.way * steps) for way, steps in hits if steps == best]
                return tuple(change for change in kept if change is not None)
            if all((way.most if self._guesses else way.seen) <= far for way in self._ways):
                break
        return ()

    def unsearched(self, best: int | None) -> tuple[Unsearched, ...]:
        """The figures of which something nearer than `best` was not looked at, or anything at all where it is None."""
        left: dict[Figure, int] = {}
        for way in self._ways:
            if way.is_cut and (best is None or way.seen < best):
                left[way.figure] = min(left.get(way.figure, way.seen), way.seen)
        return tuple(Unsearched(figure, steps) for figure, steps in left.items())

    def _all_ways(self, found: tuple[Figure, ...]) -> Iterator["_Way"]:
        even = {figure for figure in found if self._is_even(figure)}
        budget = DECIDED if self._comparisons is None else DECIDED // 2 if self.is_guided else COMPARED
        tries = max(1, budget // (2 * max(1, len(found) - len(even))))
        for figure in found:
            for way in (1, -1):
                if self.is_guided and self._comparisons is not None:
                    yield _GuidedWay(figure, way, self._comparisons, tries)
                else:
                    yield _Way(figure, way, self._comparisons, tries, is_even=figure in even)

    def _is_even(self, figure: Figure) -> bool:
        if self.is_guided:
            return False
        return self._comparisons is not None and goes_one_way(figure, self._decision.rules, len(self._inside))

    def _first(self, way: "_Way", far: int) -> int | None:
        """The first number of steps, as far as `far`, at which the unit ends otherwise."""
        while (steps := way.next(far)) is not None:
            if way.seen < steps:
                if not self._guesses:
                    return None
                self._guesses -= 1
            if self._differs(way, steps):
                return steps
        return None

    def _differs(self, way: "_Way", steps: int) -> bool:
        if self.is_guided or way.comparisons is None:
            return self._change(way.figure, way.way * steps) is not None
        if way.order not in self._ends:
            self._ends[way.order] = self._change(way.figure, way.way * steps) is not None
        return self._ends[way.order]

    def _change(self, figure: Figure, steps: int) -> Change | None:
        again = decided_with(self._decision, self._policy, figure, steps)
        if again is None or (ended := outcome_of(again, self._unit)) == self._own:
            return None
        return Change(figure, steps, ended)


def _distances() -> Iterator[int]:
    """How far is looked: four times as far each time, and beyond what anyone counts, the square of it."""
    far = 1
    while True:
        yield far
        far = 4 * far if far < 2**20 else far * far


class _Way:
    """One figure going up or down: the numbers of steps, nearest first, where something may change.

    `is_even`: between two edges comparisons change one way only. Where they may not, and where none are known, every
    step is tried, but no more than `tries` of them; `most` is then how far it came, and `is_cut` that more is left.
    """

    def __init__(self, figure: Figure, way: int, comparisons: Comparisons | None, tries: int, *, is_even: bool) -> None:
        self.figure = figure
        self.way = way
        self.comparisons = comparisons
        self.most = figure.reach(way)
        self.order: Order = () if comparisons is None else comparisons.order
        self.is_cut = False
        self._is_even = is_even
        self._tries = tries
        self._at = 0
        self._cuts = (*(cut for cut in figure.cuts(way) if cut <= self.most), self.most + 1)

    @property
    def seen(self) -> int:
        """Up to so many steps nothing was missed."""
        return self.most

    def next(self, far: int) -> int | None:
        """The next number of steps, as far as `far`, at which some comparison changes, with its `order`.

        Where nothing is known of comparisons, it is every number. What was passed is not looked at again.
        """
        while self._at < min(far, self.most):
            if self._moved(min(far, self.most)):
                return self._at
        return None

    def _moved(self, far: int) -> bool:
        """Goes on as far as `far` or the next edge at the most, and says whether anything may be different there."""
        if self.comparisons is None:
            return self._tried()
        stretch = next(cut for cut in self._cuts if cut > self._at)
        end = min(far, stretch - 1)
        if end <= self._at:
            return self._went(self.comparisons, min(far, stretch))
        if self._is_even or self._leaves_others(self.comparisons, end):
            return self._went(self.comparisons, self._first(self.comparisons, end))
        return self._tried() and self._went(self.comparisons, self._at)

    def _tried(self) -> bool:
        """Goes one step, if there are tries left."""
        if not self._tries:
            self.most, self.is_cut = self._at, True
            return False
        self._tries -= 1
        self._at += 1
        return True

    def _went(self, comparisons: Comparisons, steps: int) -> bool:
        """Goes so far, and says whether a comparison is another there."""
        former, self._at = self.order, steps
        self.order = comparisons.at(self.figure, self.way * steps)
        return self.order != former

    def _first(self, comparisons: Comparisons, end: int) -> int:
        """The first step of this stretch where a comparison differs, or its end where none does."""
        low, high = self._at, end
        if comparisons.at(self.figure, self.way * high) == self.order:
            return high
        while high - low > 1:
            middle = (low + high) // 2
            if comparisons.at(self.figure, self.way * middle) == self.order:
                low = middle
            else:
                high = middle
        return high

    def _leaves_others(self, comparisons: Comparisons, end: int) -> bool:
        return comparisons.leaves_others(self.figure, self.way * self._at, self.way * end)


class _GuidedWay(_Way):
    """One figure going up or down under a plugin: the nearest steps, `tries` of them, then where a comparison changes.

    Where halving passes over a change that is taken back, one likely step is missed, of which none is promised.
    """

    def __init__(self, figure: Figure, way: int, comparisons: Comparisons, tries: int) -> None:
        super().__init__(figure, way, comparisons, tries, is_even=True)
        self._near = min(tries, self.most)
        self.is_cut = self._near < self.most

    @property
    def seen(self) -> int:
        return self._near

    def _moved(self, far: int) -> bool:
        if self._at >= self._near or self.comparisons is None:
            return super()._moved(far)
        self._at += 1
        if self._at == self._near:
            self._went(self.comparisons, self._at)
        return True
