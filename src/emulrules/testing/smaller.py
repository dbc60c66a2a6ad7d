"""Smaller seasons: each says a little less than another, so that what breaks a law is told with little.

A unit leaves, a section is left out, a fact is true of one unit less, a figure is left out, a cell becomes 0 or 1.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from typing import Any, Final

from attrs import evolve

from emulrules.model.cell import Cell
from emulrules.model.season import Council, Meeting, Outgoing, Season
from emulrules.model.table import Table
from emulrules.testing.altered import without
from emulrules.testing.cases import Case

__all__ = ["smallest"]

_Step = Callable[[Case], Season]

_EMPTY: Final[dict[str, Any]] = {
    "former": Table(),
    "successions": (),
    "criteria": (),
    "scores": Table(),
    "turns": None,
    "outgoing": Outgoing(),
    "before": Table(),
    "facts_before": Table(),
    "facts": Table(),
    "recognised": None,
    "meeting": Meeting(),
    "council": Council(),
}
"""What a season may do without."""

_LISTS: Final = ("facts", "before", "facts_before")
_FIGURES: Final = (Fraction(0), Fraction(1))


def smallest(case: Case, breaks: Callable[[Case], bool], tries: int) -> Case:
    """A case which still `breaks`, and of which nothing more can be left out, as far as so many `tries` find it."""
    left = tries
    before = None
    while before != case:
        before = case
        for step in _steps(case):
            season = step(case)
            if season == case.season:
                continue
            if not left:
                return case
            left -= 1
            smaller = evolve(case, season=season)
            if breaks(smaller):
                case = smaller
    return case


def _steps(case: Case) -> Iterator[_Step]:
    """Every way to say less than the season of `case` does, the greatest first."""
    season = case.season
    yield from (partial(_left, unit) for unit in reversed(case.members))
    yield from (partial(_emptied, name) for name in _EMPTY)
    for name in _LISTS:
        for key, units in getattr(season, name).items():
            yield partial(_untold, name, key)
            yield from (partial(_untrue, name, key, unit) for unit in units)
    yield from (partial(_without_figures, unit) for unit in season.units)
    for leaf, cells in season.scores.items():
        yield partial(_entered, leaf, tuple(cells), _FIGURES[0])
        for unit in cells:
            yield from (partial(_entered, leaf, (unit,), figure) for figure in _FIGURES)


def _left(unit: str, case: Case) -> Season:
    return without(case.season, {unit}) if unit in case.members and len(case.members) > 1 else case.season


def _saying(case: Case, name: str, value: Any) -> Season:
    changed: dict[str, Any] = {name: value}
    return evolve(case.season, **changed)


def _emptied(name: str, case: Case) -> Season:
    return _saying(case, name, _EMPTY[name])


def _untold(name: str, key: str, case: Case) -> Season:
    """Nobody says any more of whom it is true."""
    lists = getattr(case.season, name)
    return _saying(case, name, Table({each: units for each, units in lists.items() if each != key}))


def _untrue(name: str, key: str, unit: str, case: Case) -> Season:
    """It is true of one unit less."""
    lists = getattr(case.season, name)
    if unit not in lists.get(key, ()):
        return case.season
    fewer = tuple(each for each in lists[key] if each != unit)
    return _saying(case, name, Table({**lists, key: fewer}))


def _without_figures(unit: str, case: Case) -> Season:
    """Nobody says how many women and staff the unit has; a change of the roster stays."""
    units = dict(case.season.units)
    if (entry := units.pop(unit, None)) is None:
        return case.season
    if entry.roster is not None:
        units[unit] = evolve(entry, women=None, staff=None)
    return evolve(case.season, units=Table(units))


def _entered(leaf: str, units: tuple[str, ...], figure: Fraction, case: Case) -> Season:
    """The cells of the `units` that hold anything greater hold `figure`."""
    scores = case.season.scores
    if leaf not in scores:
        return case.season
    row: dict[str, Cell] = dict(scores[leaf])
    for unit in units:
        if unit in row and _greater(row[unit], figure):
            row[unit] = figure
    return evolve(case.season, scores=Table({**scores, leaf: Table(row)}))


def _greater(cell: Cell, figure: Fraction) -> bool:
    return not isinstance(cell, Fraction) or abs(cell) > figure
