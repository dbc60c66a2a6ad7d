"""Margins: by how little one score of a unit would have had to be another, for the unit to end otherwise.

The smallest change is the one of fewest steps, up or down, of any one figure that was entered for the unit; all figures
that need as few are told. Each is confirmed by deciding again. What people decided is kept as far as it still answers:
an act that would not have been asked for is left out, and what is open then is open. Beyond the smallest change of all
the smallest one is looked for that puts the unit above or below its place, or gives or takes each award or office.

Under the standard policy an outcome changes only where a comparison of points does. Between two edges of a figure every
comparison changes one way, so that the next change is found by halving. Where that cannot be known (what moves several
units is cut or rounded), every step is tried, nearest first, up to a bound that is told.

A plugin looks at scores as it likes. Under one the nearest steps are all tried, and beyond them those where a
comparison changes: what is found is confirmed, and that something nearer is not excluded is told.
"""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve

from emulrules.comparisons import Comparisons, Order, goes_one_way
from emulrules.engine import decide
from emulrules.errors import PluginError, SeasonError
from emulrules.figures import Figure, figures
from emulrules.left_out import fitted
from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.outcomes import Difference, Outcome, differences, outcome_of
from emulrules.policy import STANDARD, Policy
from emulrules.rows import Rows
from emulrules.value import frozen
from emulrules.ways import GuidedWay, Way

__all__ = ["COMPARED", "DECIDED", "FURTHER", "Aim", "Change", "Margin", "Unsearched", "decided_with", "margin"]

COMPARED: Final = 450
"""So many times points are compared, at the most, where every step has to be tried: up to 2 s for the largest year."""

DECIDED: Final = 400
"""So many times it is decided again, at the most, where nothing else tells what comes out; half of them beyond the
nearest steps, where comparisons say what to try."""

FURTHER: Final = 64_000
"""So much is looked at, at the most, for what comes after the smallest change: a unit's part in a comparison is 1, that
in a decision `_DECISION`. For twelve units it is up to one second."""

_DECISION: Final = 25

_FURTHER_PART: Final = 3


@frozen
class Change:
    """One figure so many `steps` away, down where they are below 0, and what became of the unit then."""

    figure: Figure
    steps: int
    outcome: Outcome


@frozen
class Aim:
    """What could have become of the unit, and the `changes` of fewest steps that do it; none where none was found."""

    what: Difference
    changes: tuple[Change, ...]


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
    if `is_guided`, and not at all otherwise. `unvaried` are criteria that only a plugin measures, and of which the unit
    has no figure that could be another. `aims` are what could have become of the unit, each by its own smallest
    changes; they were looked for up to `looked` steps, None where everything was.
    """

    outcome: Outcome
    figures: int
    changes: tuple[Change, ...]
    unsearched: tuple[Unsearched, ...]
    is_guided: bool = False
    unvaried: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    looked: int | None = None


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
    varied = {figure.criterion.id for figure in found}
    measured = [criterion.id for criterion in decision.rules.criteria if criterion.method == "policy"]
    unvaried = tuple(id_ for id_ in measured if id_ not in varied)
    if not found:
        return Margin(own, 0, (), (), unvaried=unvaried)
    search = _Search(decision, policy, unit, own, rows)
    changes = search.nearest(found)
    unsearched = search.unsearched(abs(changes[0].steps) if changes else None)
    if not changes:
        return Margin(own, len(found), changes, unsearched, search.is_guided, unvaried)
    met, looked = search.further(found)
    met |= _by_difference(own, changes)
    wanted = _wanted(own, decision.rules.awards, len(inside))
    aims = tuple(Aim(what, met.get(what, ())) for what in sorted({*met, *wanted}, key=_in_order(decision.rules.awards)))
    return Margin(own, len(found), changes, unsearched, search.is_guided, unvaried, aims, looked)


def decided_with(decision: Decision, policy: Policy, figure: Figure, steps: int) -> Decision | None:
    """What is decided where `figure` is so many steps away; None where that season is refused.

    Acts that nothing asks for any more, or that do not fit what is asked now, are left out one after the other.
    """
    season = figure.enter(decision.season, steps)
    try:
        return fitted(season, lambda each: decide(each, decision.rules, policy)).decision
    except (SeasonError, PluginError):
        return None


def _by_difference(own: Outcome, changes: tuple[Change, ...]) -> dict[Difference, tuple[Change, ...]]:
    """Each of `changes` under everything that it makes different."""
    found: dict[Difference, tuple[Change, ...]] = {}
    for change in changes:
        for what in differences(own, change.outcome):
            found[what] = (*found.get(what, ()), change)
    return found


def _wanted(own: Outcome, awards: tuple[Award, ...], units: int) -> tuple[Difference, ...]:
    """What is told even if no score would do it: another place, and each award that the unit has not, or could lose."""
    has = {what.id[0] for what in differences(evolve(own, awards=()), own) if what.what == "award"}
    above = [Difference("above")] if own.place is not None and own.place > 1 else []
    below = [Difference("below")] if own.place is not None and own.place < units else []
    return (
        *above,
        *below,
        *(Difference("award-lost" if award.id in has else "award", (award.id, None)) for award in awards),
    )


def _in_order(awards: tuple[Award, ...]) -> Callable[[Difference], tuple[int, int, str]]:
    """Gains before losses of a place, then awards as the rules list them, then all else."""
    kinds = ("above", "below", "award", "award-lost", "office", "office-lost", "open")
    at = {award.id: number for number, award in enumerate(awards)}
    return lambda what: (min(kinds.index(what.what), 2), at.get(what.id[0], len(at)), str((what.what, what.id)))


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
        given = (rows.year, decision.rules, self._inside, decision.answers, policy)
        self._comparisons = Comparisons(*given) if is_alone else None
        self.is_guided = is_alone and not by_data
        self._guesses = DECIDED // 2
        self._ends: dict[Order, bool] = {}
        self._outcomes: dict[object, Outcome | None] = {}
        self._decided = self._before = 0
        self._ways: list[Way] = []

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

    def further(self, found: tuple[Figure, ...]) -> tuple[dict[Difference, tuple[Change, ...]], int | None]:
        """The changes of fewest steps by what they make different, and up to how many steps they were looked for.

        They are gone through by how many steps they need, so that what is met first is the smallest.
        """
        self._ways = [*self._all_ways(found, _FURTHER_PART)]
        self._before = 0 if self._comparisons is None else self._comparisons.made
        met: dict[Difference, list[tuple[int, Way]]] = {}
        at = self._meet(met)
        cut = [way.seen for way in self._ways if way.is_cut]
        looked = min((*cut, *([] if at is None else [at])), default=None)
        confirmed = {
            (steps, way): self._change(way.figure, way.way * steps)
            for steps, way in dict.fromkeys(hit for hits in met.values() for hit in hits)
        }
        changes = {what: tuple(each for hit in hits if (each := confirmed[hit])) for what, hits in met.items()}
        return {what: _by_difference(self._own, each).get(what, ()) for what, each in changes.items()}, looked

    def _meet(self, met: dict[Difference, list[tuple[int, Way]]]) -> int | None:
        """Fills `met` with what has fewest steps; up to how many it came, None if to the end."""
        done = 0
        for far in _distances():
            edges = []
            for number, way in enumerate(self._ways):
                while (steps := way.next(far)) is not None:
                    edges.append((steps, number, way.order))
                    if self._is_spent():
                        return done
            for steps, number, order in sorted(edges, key=lambda edge: edge[:2]):
                if self._is_spent():
                    return steps - 1
                way = self._ways[number]
                ended = self._outcome(way, steps, order)
                for what in () if ended is None else differences(self._own, ended):
                    hits = met.setdefault(what, [(steps, way)])
                    if hits[0][0] == steps and hits[-1] != (steps, way):
                        hits.append((steps, way))
            done = far
            if all(way.most <= far for way in self._ways):
                return None
        return None

    def _is_spent(self) -> bool:
        compared = 0 if self._comparisons is None else self._comparisons.made - self._before
        return len(self._inside) * (compared + _DECISION * self._decided) > FURTHER

    def _outcome(self, way: Way, steps: int, order: Order) -> Outcome | None:
        """What becomes of the unit there; under the same comparisons it is the same, but for a plugin."""
        key = (way.figure, way.way * steps) if self.is_guided or way.comparisons is None else order
        if key not in self._outcomes:
            self._decided += 1
            again = decided_with(self._decision, self._policy, way.figure, way.way * steps)
            self._outcomes[key] = None if again is None else outcome_of(again, self._unit)
        return self._outcomes[key]

    def _all_ways(self, found: tuple[Figure, ...], part: int = 1) -> Iterator[Way]:
        """Both ways of every figure; where steps are tried, only one in `part` of as many as there may be."""
        even = {figure for figure in found if self._is_even(figure)}
        budget = DECIDED if self._comparisons is None else DECIDED // 2 if self.is_guided else COMPARED
        tries = max(1, budget // (2 * part * max(1, len(found) - len(even))))
        for figure in found:
            for way in (1, -1):
                if self.is_guided and self._comparisons is not None:
                    yield GuidedWay(figure, way, self._comparisons, tries)
                else:
                    yield Way(figure, way, self._comparisons, tries, is_even=figure in even)

    def _is_even(self, figure: Figure) -> bool:
        if self.is_guided:
            return False
        return self._comparisons is not None and goes_one_way(figure, self._decision.rules, len(self._inside))

    def _first(self, way: Way, far: int) -> int | None:
        """The first number of steps, as far as `far`, at which the unit ends otherwise."""
        while (steps := way.next(far)) is not None:
            if way.seen < steps:
                if not self._guesses:
                    return None
                self._guesses -= 1
            if self._differs(way, steps):
                return steps
        return None

    def _differs(self, way: Way, steps: int) -> bool:
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
