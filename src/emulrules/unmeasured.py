"""Cells that a policy cannot measure: which of them, where it fails on a leaf that only it can.

A plugin that meets a cell of another form than it reads fails as a whole, and says of no unit that it is the reason. So
it is asked again, with the same cell for everybody, and then with one unit's own among them: the units with which it
fails have the cells that are wrong. Where it fails on any, it is the plugin itself that is.
"""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve

from emulrules.errors import Fault, PluginError
from emulrules.model.cell import Cell
from emulrules.model.criterion import Criterion
from emulrules.model.season import Season
from emulrules.model.table import Table

__all__ = ["unmeasured"]

_CODES: Final = {"plugin-raises": "cell-unmeasured", "plugin-points-bounds": "cell-unmeasured-bounds"}
_OTHERS: Final = 8
"""So many cells are tried as that of everybody."""


def unmeasured(
    error: PluginError, ask: Callable[[Season], object], season: Season, leaf: Criterion, units: tuple[str, ...]
) -> list[Fault]:
    """What is wrong with cells of `leaf`, for which `ask` raises `error`; empty where it is not the cells.

    `ask` asks the policy for the points of `units` in another season.
    """
    cells = season.scores.get(leaf.id)
    if not cells or error.code not in _CODES:
        return []
    sheet = _Sheet(ask, season, leaf.id, units)
    alike = next((each for each in _different(cells) if sheet.refusal(dict.fromkeys(units, each)) is None), None)
    return [] if alike is None else list(_wrong(sheet, cells, alike))


def _different(cells: Table[str, Cell]) -> list[Cell]:
    found: list[Cell] = []
    for unit in sorted(cells):
        if cells[unit] not in found and len(found) < _OTHERS:
            found.append(cells[unit])
    return found


class _Sheet:
    """The season with other cells in one column."""

    def __init__(self, ask: Callable[[Season], object], season: Season, leaf: str, units: tuple[str, ...]) -> None:
        self._ask = ask
        self._season = season
        self.leaf = leaf
        self.units = units

    def refusal(self, column: dict[str, Cell]) -> Fault | None:
        """How the plugin fails on this column; None where it answers."""
        scores = {**self._season.scores, self.leaf: Table(column)}
        try:
            self._ask(evolve(self._season, scores=Table(scores)))
        except PluginError as error:
            return error.faults[0]
        return None


def _wrong(sheet: _Sheet, cells: Table[str, Cell], alike: Cell) -> Iterator[Fault]:
    for unit in sheet.units:
        column = dict.fromkeys(sheet.units, alike)
        if unit in cells:
            column[unit] = cells[unit]
        else:
            del column[unit]
        fault = sheet.refusal(column)
        if fault is None:
            continue
        named = {"unit": unit, "criterion": sheet.leaf}
        if unit not in cells:
            yield Fault("cell-missing", ("scores", sheet.leaf), named)
        elif fault.code in _CODES:
            yield Fault(_CODES[fault.code], ("scores", sheet.leaf, unit), {**fault.data, **named})
