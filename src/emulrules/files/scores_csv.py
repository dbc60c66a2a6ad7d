"""A sheet of scores as CSV: the header `unit,<criterion>,…`, then a row a unit; an empty cell is missing.

A proportion takes two columns, `<criterion>.actual` and `<criterion>.plan`. Points of a stage stand in a column
`<criterion>@<stage>`, a proportion of one in two. No id holds a point or an at sign, so that a column means one thing.
Cells are separated by commas, or by semicolons if the header is. What a cell may hold is said by the season's format;
here it is only cut out of the sheet.
"""

from collections.abc import Iterator
from io import StringIO
from typing import Any, Final, NamedTuple

from emulrules.errors import Fault, SeasonError
from emulrules.files.document import FileRead, Path, ordered
from emulrules.files.shape import FAULTS
from emulrules.files.source_text import SourceText, read_source
from emulrules.files.text import BLANKS, name_faults, nfc
from emulrules.model.names import is_id, plain
from emulrules.value import frozen

__all__ = ["ScoresSheet", "read_scores"]

_ROWS: Final = 500
_COLUMNS: Final = 2_000
_MISSING: Final = frozenset({"cell-missing", "cell-missing-held", "cell-missing-net", "cell-missing-ratio"})
_PARTS: Final = ("actual", "plan")
_SUMS: Final = frozenset({"cong", "sum", "tong", "tong-cong", "tong-so", "total"})

_NO_STAGES: Final = frozenset({"actual", "plan", "plus", "minus"})


class _Column(NamedTuple):
    """What a column holds: the cells of a criterion, those of one stage of it, or a part of either."""

    criterion: str
    stage: str | None
    part: str | None


@frozen
class ScoresSheet:
    """Cells by criterion, then unit, as a season file would write them; `lines` by unit."""

    scores: dict[str, dict[str, Any]]
    file: FileRead
    lines: dict[str, int]
    faults: tuple[Fault, ...]

    def place(self, path: Path) -> tuple[str, int]:
        """File and line of `("scores", criterion, unit, …)`; the header's line where the unit has no row.

        The row may name the unit as people do, and the path by its id.
        """
        return self.file.path, self._line(str(path[2])) or 1 if len(path) > 2 else 1

    def _line(self, unit: str) -> int | None:
        alike = [line for name, line in self.lines.items() if plain(name) == unit]
        return self.lines.get(unit) or (alike[0] if len(alike) == 1 else None)

    def restate(self, fault: Fault) -> Fault:
        """A cell that is missing is told on the row of its unit, and a row that is missing once for all its cells."""
        if fault.code not in _MISSING or fault.path[:1] != ("scores",):
            return fault
        named = str(fault.path[2] if len(fault.path) > 2 else fault.data["unit"])
        unit = named.rpartition("(")[2].removesuffix(")")  # a sentence may name it in full, with its id behind
        line = self._line(unit)
        if line is None:
            return Fault("sheet-row-missing", ("scores",), {"unit": fault.data["unit"]}, self.file.path, 1)
        return fault.at(self.file.path, line)


def read_scores(path: str) -> ScoresSheet:
    """The sheet in the file at `path`.

    Raises `FileError` for a file that cannot be read as text, `SeasonError` for one that is no sheet of scores.
    """
    source = read_source(path, ".csv")
    rows = _rows(source)
    head_line, head = next(rows, (1, [""]))
    if "\t" in head[0]:
        raise SeasonError(Fault("sheet-tabs", ("scores",), {}, source.path, head_line))
    columns = _columns(head, source, head_line)
    scores: dict[str, dict[str, Any]] = {column.criterion: {} for column in columns}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for line, row in rows:
        if len(faults) >= FAULTS:
            break
        found = list(_row_faults(row, columns, lines, len(lines)))
        faults.extend(fault.at(source.path, line) for fault in found)
        if not found:
            lines[row[0]] = line
            _fill(scores, row, columns)
    return ScoresSheet(scores, source.file, lines, tuple(faults))


def _rows(source: SourceText) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line that it begins on."""
    import csv  # few seasons keep their scores in a sheet

    first = source.text.split("\n", 1)[0]
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=";" if ";" in first else ",", strict=True)
    line = 1
    try:
        for row in reader:
            cells = [nfc(cell.strip(" \t\r\n")) for cell in row]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise SeasonError(Fault("sheet-quotes", ("scores",), {}, source.path, line)) from None


def _columns(head: list[str], source: SourceText, line: int) -> list[_Column]:
    faults: list[Fault] = []
    columns: dict[_Column, None] = {}
    if head[0] != "unit":
        faults.append(Fault("sheet-header", ("scores",), {"got": head[0][:40]}))
    if len(head) > _COLUMNS:
        raise SeasonError(
            Fault("too-many-entries", ("scores",), {"got": len(head), "most": _COLUMNS}, source.path, line)
        )
    in_stages: dict[str, bool] = {}
    for title in head[1:]:
        column = _column(title)
        if column is None:
            faults.append(Fault("sheet-column", ("scores", title), {"column": title}))
        elif any(column._replace(part=part) in columns for part in _clashing(column)):
            faults.append(Fault("sheet-column-twice", ("scores", title), {"column": title}))
        elif in_stages.setdefault(column.criterion, column.stage is not None) is (column.stage is None):
            faults.append(Fault("sheet-column-stages", ("scores", title), {"criterion": column.criterion}))
        faults.extend(name_faults(title, ("scores", title)) if title else ())
        if column is not None:
            columns[column] = None
    faults.extend(
        Fault("sheet-plan-alone", ("scores", column.criterion), {"criterion": column.criterion})
        for column in columns
        if column.part == "plan" and column._replace(part="actual") not in columns
    )
    if faults:
        raise SeasonError(ordered(fault.at(source.path, line) for fault in faults))
    return list(columns)


def _column(title: str) -> _Column | None:
    """What the title of a column says; None where it says nothing that is known."""
    cells, dot, part = title.partition(".")
    criterion, at, stage = cells.partition("@")
    if not criterion or (dot and part not in _PARTS) or (at and (not is_id(stage) or stage in _NO_STAGES)):
        return None
    return _Column(criterion, stage if at else None, part if dot else None)


def _clashing(column: _Column) -> tuple[str | None, ...]:
    """The parts of the same cells that say what the column says: itself, and a whole cell or all of its parts."""
    return (None, column.part) if column.part is not None else (None, *_PARTS)


def _row_faults(row: list[str], columns: list[_Column], lines: dict[str, int], count: int) -> Iterator[Fault]:
    unit, *cells = row
    if plain(unit) in _SUMS:
        yield Fault("sheet-sum", ("scores",), {"name": unit[:40]})
    elif len(row) != len(columns) + 1:
        yield Fault("sheet-row", ("scores",), {"got": len(row), "due": len(columns) + 1})
    elif unit in lines:
        yield Fault("unit-twice", ("scores",), {"unit": unit, "first": lines[unit]})
    elif count >= _ROWS:
        yield Fault("too-many-units", ("scores",), {"most": _ROWS})
    elif not unit:
        yield Fault("sheet-unit-missing", ("scores",))
    elif faults := list(name_faults(unit, ("scores",))):
        yield from faults
    elif not any(cells):
        # Nothing of it would reach whoever knows the units, so that a unit that does not exist would pass.
        yield Fault("sheet-row-empty", ("scores",), {"unit": unit})
    elif BLANKS.intersection(cells):
        yield Fault("not-filled-in", ("scores",))


def _fill(scores: dict[str, dict[str, Any]], row: list[str], columns: list[_Column]) -> None:
    cells = dict(zip(columns, row[1:], strict=True))
    for column in columns:
        if column.part is None:
            whole: Any = cells[column]
        else:
            ratio = {name: cells.get(column._replace(part=name), "") for name in _PARTS}
            whole = {name: cell for name, cell in ratio.items() if cell}
            if ratio["actual"] == "n/a" and ratio["plan"] in {"", "n/a"}:
                whole = "n/a"
        if whole and column.stage is None:
            scores[column.criterion][row[0]] = whole
        elif whole and column.stage is not None:
            scores[column.criterion].setdefault(row[0], {})[column.stage] = whole
