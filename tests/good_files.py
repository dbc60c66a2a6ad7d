"""Every good file that stands in this checkout, found and not listed, so that what is fuzzed grows with the formats.

Seasons, rulesets and sheets are those under `rulesets`, `tests` and `plugins`, and random years of `emulrules.testing`
written out as files. Records are those of the decisions on all of them.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve, frozen
from ruleset_files import RULESET
from year_files import SCORED

from emulrules import decide, load_policy
from emulrules.errors import EmulrulesError
from emulrules.files.library import Library
from emulrules.files.record import record_bytes
from emulrules.files.season import read_season
from emulrules.model.cell import Cell, Mark, Ratio, Staged
from emulrules.model.exact import spell
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.rulesets import invent_ruleset
from emulrules.testing.seasons import invent_season
from emulrules.testing.toml_writing import written

__all__ = ["INVENTED", "Sheet", "Year", "former", "ruleset_name", "rulesets", "sheets", "years"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_FOLDERS: Final = ("rulesets", "plugins", "tests")
_FAULTY: Final = "check_examples"
"""The folder of rulesets that have something to mend, and of those that stand beside them: no season is theirs."""
INVENTED: Final = 24
"""So many years are invented, each under a ruleset of its own."""

_HEAD: Final = re.compile(r'^id *= *"([^"]+)".*?^in_force *= *([0-9-]{10})', re.MULTILINE | re.DOTALL)


@frozen
class Year:
    """A season file that is decided, the names of all ruleset files that its decision rests on, and its record."""

    season: bytes
    rulesets: tuple[str, ...]
    record: bytes


@frozen
class Sheet:
    """A sheet of scores, and the season file beside it."""

    scores: bytes
    season: bytes


def _found(kind: str) -> Iterator[bytes]:
    """The files of one format in this checkout, good or not."""
    for folder in _FOLDERS:
        for path in sorted((_ROOT / folder).rglob("*.toml")):
            data = path.read_bytes()
            if _FAULTY not in path.parts and f'"emulrules/{kind}/1"'.encode() in data[:2_000]:
                yield data


@cache
def _invented() -> tuple[Case, ...]:
    """Random years, some without acts and some with all, each under a ruleset of its own."""
    made: list[Case] = []
    for number in range(INVENTED):
        chance = Lots(f"good file {number}")
        ruleset = evolve(invent_ruleset(chance), id=f"quy-che-{number}")
        # What is read from a record stands in no file of the season's own.
        season = invent_season(chance, ruleset)
        turns = None if season.turns is None or season.turns.queue is None else season.turns
        season = evolve(season, former=Table(), turns=turns)
        case = Case(season, ruleset, load_policy(ruleset))
        made.append(case if number % 4 == 0 else run(case, answered_at_random(case, chance)).case)
    return tuple(made)


def ruleset_name(data: bytes) -> str:
    """Where a ruleset stands in a library: `<id>/<first day in force>.toml`."""
    head = _HEAD.search(data.decode())
    assert head is not None
    return f"{head[1]}/{head[2]}.toml"


@cache
def rulesets() -> dict[str, bytes]:
    """Every good ruleset file by its name in a library."""
    written_out = [written(case.ruleset).encode() for case in _invented()]
    files = {ruleset_name(data): data for data in [*_found("ruleset"), RULESET.encode(), *written_out]}
    with tempfile.TemporaryDirectory() as folder:
        _shelve(files, Path(folder))
        library = Library([folder], installed=False)
        return {name: data for name, data in sorted(files.items()) if _is_read(library, name)}


def _shelve(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def _is_read(library: Library, name: str) -> bool:
    id_, _, file = name.partition("/")
    try:
        library.read(id_, date.fromisoformat(file.removesuffix(".toml")))
    except EmulrulesError:
        return False
    return True


@cache
def former() -> dict[str, bytes]:
    """Every record that a season file can build on, by the name of its file."""
    found = (path for folder in _FOLDERS for path in sorted((_ROOT / folder).rglob("*.record.json")))
    return {path.name: path.read_bytes() for path in found}


@cache
def years() -> tuple[Year, ...]:
    """Every good season file with what it rests on."""
    return tuple(year for year, _ in _decided())


@cache
def sheets() -> tuple[Sheet, ...]:
    """The scores of every season whose cells can stand in columns, taken out of it into a sheet."""
    seasons = [season for _, season in _decided() if season.scores and not season.former]
    cells = [(season, [cell for row in season.scores.values() for cell in row.values()]) for season in seasons]
    return tuple(_sheet(season) for season, held in cells if all(map(_is_flat, held)))


@cache
def _decided() -> tuple[tuple[Year, Season], ...]:
    files = [*_found("season"), SCORED.encode(), *(written(case.season).encode() for case in _invented())]
    found: list[tuple[Year, Season]] = []
    with tempfile.TemporaryDirectory() as folder:
        _shelve(rulesets(), Path(folder))
        library = Library([folder], installed=False)
        _shelve({f"records/{name}": data for name, data in former().items()}, Path(folder))
        path = Path(folder, "season.toml")
        for data in files:
            path.write_bytes(data)
            with suppress(EmulrulesError):
                season = read_season(path, [Path(folder, "records")]).value
                rules = library.choose(season)
                record = record_bytes(decide(season, rules.value, load_policy(rules.value)))
                names = tuple(Path(file.path).relative_to(folder).as_posix() for file in rules.files)
                found.append((Year(data, names, record), season))
    return tuple(found)


def _sheet(season: Season) -> Sheet:
    """The scores in columns; a cell that needs a table of its own has none, and so the season has no sheet."""
    rows: dict[str, dict[str, str]] = {}
    for id_, cells in season.scores.items():
        flat = {unit: dict(_columns(cell)) for unit, cell in cells.items()}
        parted = {end for columns in flat.values() for end in columns if end.endswith((".actual", ".plan"))}
        for unit, columns in flat.items():
            for end, text in columns.items():
                # What does not apply has no plan either.
                at = f"{end}.actual" if f"{end}.actual" in parted else end
                rows.setdefault(unit, {})[id_ + at] = text
    head = sorted({title for row in rows.values() for title in row})
    table = [["unit", *head], *([unit, *(row.get(title, "") for title in head)] for unit, row in sorted(rows.items()))]
    text = "".join(",".join(row) + "\n" for row in table)
    return Sheet(text.encode(), written(evolve(season, scores=Table()), scores="scores.csv").encode())


def _columns(cell: Cell) -> Iterator[tuple[str, str]]:
    """What a cell holds, by the end of the title of its column."""
    if isinstance(cell, Staged):
        for stage, part in cell.cells.items():
            yield from ((f"@{stage}{end}", text) for end, text in _columns(part))
    elif isinstance(cell, Ratio):
        yield ".actual", spell(cell.actual)
        yield from [] if cell.plan is None else [(".plan", spell(cell.plan))]
    elif isinstance(cell, Mark):
        yield "", cell.value
    elif isinstance(cell, Fraction):
        yield "", spell(cell)


def _is_flat(cell: Cell) -> bool:
    if isinstance(cell, Staged):
        return all(_is_flat(part) for part in cell.cells.values())
    return isinstance(cell, Fraction | Mark | Ratio)
