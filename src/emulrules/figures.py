"""Figures: what was entered for one unit and could have been entered otherwise, as numbers that go in steps.

Points, a figure that bands are about, and what was done of a plan go in steps of the criterion's `step`; counts by one.
A mark of pass or fail can be turned, which is one step. Awards that a unit holds, cells that do not apply and those
whose plan is missing and needed are no figures.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal

from attrs import evolve

from emulrules.model.cell import Cell, Mark, Net, Ratio, Score, Staged
from emulrules.model.criterion import Criterion
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.value import frozen

__all__ = ["GREATEST", "STEP", "Figure", "figures"]

STEP: Final = Fraction(1, 100)
"""The smallest unit in which something is entered, where no rule says it."""

GREATEST: Final = Fraction(10**50)
"""The greatest figure that is thought of where no rule bounds it: a season could hardly hold a longer one."""


@frozen
class Figure:
    """One number of one cell of `unit`, which stands in the row of `row`: nearly always its own.

    `stage` is None where the cell names none, `part` says which number of the cell it is.

    `least` and `most` bound it; beyond them it cannot be entered, or gives nothing else. `edges` are the values where
    what it gives need not go on rising or falling; between two of them it does only one of these.
    """

    unit: str
    row: str
    criterion: Criterion
    stage: str | None
    part: Literal["points", "figure", "actual", "count", "plus", "minus", "mark"]
    cell: Score
    value: Fraction
    step: Fraction
    least: Fraction = Fraction(0)
    most: Fraction = GREATEST
    edges: tuple[Fraction, ...] = ()

    def reach(self, way: int) -> int:
        """How many steps it can go up (`way` 1) or down (-1) within its bounds."""
        bound = self.most if way > 0 else self.least
        return max(0, floor((bound - self.value) * way / self.step))

    def after(self, steps: int) -> Fraction:
        """Its value so many steps up, or down where `steps` is below 0."""
        return self.value + steps * self.step

    def cuts(self, way: int) -> tuple[int, ...]:
        """The numbers of steps, one way, at which another stretch between edges begins, in order."""
        found: set[int] = set()
        for edge in self.edges:
            steps = (edge - self.value) * way / self.step
            # A value right on an edge is a stretch of its own.
            found.update((ceil(steps), floor(steps) + 1))
        return tuple(sorted(steps for steps in found if steps > 0))

    def changed(self, steps: int) -> Score:
        """The cell, or the stage's cell, with the figure so many steps away."""
        value = self.after(steps)
        if self.part == "mark":
            return Mark.PASS if value else Mark.FAIL
        if isinstance(self.cell, Ratio):
            return evolve(self.cell, actual=value)
        return evolve(self.cell, **{self.part: value}) if isinstance(self.cell, Net) else value

    def enter(self, season: Season, steps: int) -> Season:
        """The season as it was written, in which the figure is so many steps away."""
        return self._entered(season, self.row, steps)

    def column(self, year: Season, steps: int) -> Table[str, Cell]:
        """The cells of the criterion by unit in a `year` with one row for each, with the figure so many steps away."""
        return self._entered(year, self.unit, steps).scores[self.criterion.id]

    def _entered(self, season: Season, row: str, steps: int) -> Season:
        column = season.scores[self.criterion.id]
        cell: Cell = self.changed(steps)
        whole = column[row]
        if self.stage is not None and isinstance(whole, Staged):
            cell = Staged({**whole.cells, self.stage: cell})
        scores = {**season.scores, self.criterion.id: Table({**column, row: cell})}
        return evolve(season, scores=Table(scores))


def figures(year: Season, criteria: tuple[Criterion, ...], unit: str, row: str) -> Iterator[Figure]:
    """Every figure of `unit`, in the order of the criteria and of the stages' ids; they stand in the row of `row`."""
    for criterion in criteria:
        column = year.scores.get(criterion.id, Table())
        cell = column.get(unit)
        if isinstance(cell, Staged):
            for stage in sorted(cell.cells):
                others = {
                    other: of.cells[stage]
                    for other, of in column.items()
                    if other != unit and isinstance(of, Staged) and stage in of.cells
                }
                yield from _figures((unit, row), criterion, stage, cell.cells[stage], others)
        elif cell is not None:
            others = {other: of for other, of in column.items() if other != unit and not isinstance(of, Staged)}
            yield from _figures((unit, row), criterion, None, cell, others)


def _figures(
    whose: tuple[str, str], criterion: Criterion, stage: str | None, cell: Score, others: Mapping[str, Score]
) -> Iterator[Figure]:
    one, step = Fraction(1), criterion.step or STEP
    if criterion.method == "policy":
        yield from _read_by_a_policy(Figure(*whose, criterion, stage, "figure", cell, Fraction(0), step))
    elif isinstance(cell, Net):
        plus, minus = _full(criterion, cell)
        yield Figure(*whose, criterion, stage, "plus", cell, cell.plus, one, most=plus)
        yield Figure(*whose, criterion, stage, "minus", cell, cell.minus, one, most=minus)
    elif cell is Mark.PASS or cell is Mark.FAIL:
        yield Figure(*whose, criterion, stage, "mark", cell, Fraction(cell is Mark.PASS), one, most=one)
    elif isinstance(cell, Ratio):
        figure = Figure(*whose, criterion, stage, "actual", cell, cell.actual, step)
        if criterion.method == "relative" and (cell.plan is not None or criterion.no_target == "own-group"):
            yield evolve(figure, edges=_edges(cell, others))
        elif criterion.method == "proportion" and cell.plan is not None:
            # What goes beyond the plan gives no more, unless the criterion says that it may.
            yield figure if criterion.above_max else evolve(figure, most=max(cell.actual, cell.plan) + step)
    elif isinstance(cell, Fraction) and criterion.method == "entered":
        yield Figure(*whose, criterion, stage, "points", cell, cell, step, most=criterion.max or GREATEST)
    elif isinstance(cell, Fraction) and criterion.method == "count":
        most = _most(cell, criterion.max, criterion.each)
        yield Figure(*whose, criterion, stage, "count", cell, cell, one, most=most)
    elif isinstance(cell, Fraction) and criterion.method == "bands":
        yield _banded(Figure(*whose, criterion, stage, "figure", cell, cell, step))


def _read_by_a_policy(figure: Figure) -> Iterator[Figure]:
    """The numbers of a cell that only a plugin reads: what it makes of them, and how far they go, only it knows."""
    cell, criterion = figure.cell, figure.criterion
    if isinstance(cell, Net):
        yield evolve(figure, part="plus", value=cell.plus, step=Fraction(1))
        yield evolve(figure, part="minus", value=cell.minus, step=Fraction(1))
    elif isinstance(cell, Ratio):
        yield evolve(figure, part="actual", value=cell.actual)
    elif isinstance(cell, Fraction):
        most = max(cell, criterion.max) if criterion.max is not None and not criterion.above_max else GREATEST
        yield evolve(figure, value=cell, most=most, least=min(cell, Fraction(0)))
    elif cell is Mark.PASS or cell is Mark.FAIL:
        yield evolve(figure, part="mark", value=Fraction(cell is Mark.PASS), step=Fraction(1), most=Fraction(1))


def _most(count: Fraction, bound: Fraction | None, each: Fraction | None) -> Fraction:
    """The count beyond which points stand still at their `bound`."""
    return GREATEST if bound is None or not each else max(count, Fraction(ceil(abs(bound / each))))


def _full(criterion: Criterion, cell: Net) -> tuple[Fraction, Fraction]:
    """The counts of what earns and what loses beyond which points stand still at their maximum and their minimum."""
    earned, lost = cell.plus * (criterion.each or 0), cell.minus * (criterion.each_minus or 0)
    above = None if criterion.max is None else max(Fraction(0), criterion.max - lost)
    below = None if criterion.min is None else max(Fraction(0), earned - criterion.min)
    return _most(cell.plus, above, criterion.each), _most(cell.minus, below, criterion.each_minus)


def _banded(figure: Figure) -> Figure:
    """A figure that bands are about: beyond the first and the last threshold it gives nothing else."""
    criterion, value, step = figure.criterion, figure.value, figure.step
    edges = [of for band in criterion.bands for of in (band.at_least, band.more_than) if of is not None]
    low, high = min([value, *edges]) - step, max([value, *edges]) + step
    least = low if criterion.least is None else max(low, criterion.least)
    most = high if criterion.most is None else min(high, criterion.most)
    return evolve(figure, least=least, most=most, edges=tuple(sorted(set(edges))))


def _edges(cell: Ratio, others: Mapping[str, Score]) -> tuple[Fraction, ...]:
    """Where what was done meets the plan, or comes level with another unit: by amount, or by its part of the plan."""
    found: set[Fraction] = set()
    for other in others.values():
        if isinstance(other, Ratio):
            found.add(other.actual)
            if cell.plan is not None and other.plan is not None:
                found.add(other.actual / other.plan * cell.plan)
    return tuple(sorted(found if cell.plan is None else found | {cell.plan}))
