"""Reading a season: one TOML file, with its scores in it or in a sheet beside it.

All faults of the file are told at once. What can be judged without a ruleset is judged here: the shape of every act,
sources that are named but not listed, numbers below zero. Units and criteria are checked when the season is decided.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final

from emulrules.errors import Fault, SeasonError
from emulrules.files.act_shape import act_faults, repeated, source_faults
from emulrules.files.brought_rules import brought_faults, formed
from emulrules.files.citing import cited, cited_sources
from emulrules.files.converter import structure
from emulrules.files.document import Document, Path, ordered
from emulrules.files.shape import FAULTS, shown
from emulrules.files.signed_rules import signed_faults
from emulrules.files.sizes import cell_faults
from emulrules.files.text import slug_hint, whole
from emulrules.files.told_once import told_once
from emulrules.files.toml_text import TomlText, read_toml
from emulrules.model.names import is_id, plain
from emulrules.model.season import Season

if TYPE_CHECKING:
    from emulrules.files.scores_csv import ScoresSheet

__all__ = [
    "SEASON_FORMAT",
    "format_faults",
    "load_season",
    "parent_faults",
    "read_season",
    "season_id_faults",
    "year_faults",
]

SEASON_FORMAT: Final = "emulrules/season/1"

Find = Callable[[Path], tuple[str, int]]
Folder = str | os.PathLike[str]

_UNITS: Final = 500
_LISTS: Final = ("facts", "before", "facts_before")
_COUNTED: Final = (
    ("meeting", "present", 0),
    ("meeting", "consulted", 0),
    ("meeting", "proxies", 0),
    ("council", "members", 1),
)
"""The numbers of people, with the least that each can be."""
_SEASON: Final = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?", re.ASCII)
_RECORD: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


def load_season(path: str | os.PathLike[str], records: Sequence[Folder] = ()) -> Season:
    """The season in the file at `path`; looks for records and raises as `read_season` does."""
    return read_season(path, records).value


def read_season(path: str | os.PathLike[str], records: Sequence[Folder] = ()) -> Document[Season]:
    """The season in the file at `path`, with the places of everything in it.

    The former records that it names are looked for in its own folder and in the folders and ledgers `records`.

    Raises `FileError` for a file that cannot be read as text, `LedgerError` for a ledger that is none or is damaged,
    `SeasonError` with every fault of the season.
    """
    toml = read_toml(path, SeasonError)
    data = dict(toml.data)
    if faults := list(format_faults(data.pop("format", None), SEASON_FORMAT)):
        raise SeasonError([toml.at(fault) for fault in faults])
    faults = [*toml.faults, *islice(_raw_faults(data), 2 * FAULTS)]
    if "criteria" in data:
        data["criteria"] = cited(data["criteria"], ("criteria",), cited_sources(data), faults)
        faults.extend(islice(signed_faults(data["criteria"]), 2 * FAULTS))
    if "successions" in data:
        data["successions"] = cited(data["successions"], ("successions",), cited_sources(data), faults)
        faults.extend(islice(brought_faults(data["successions"], data.get("season")), 2 * FAULTS))
    sheet = _sheet(data, toml, faults)
    if too_many := list(cell_faults(data.get("scores"))):
        faults.extend(too_many)
        data["scores"] = {}
    data["former"] = _named_records(data.get("former", {}), faults)
    try:
        season = structure(data, Season, SeasonError, "toml")
    except SeasonError as error:
        faults.extend(error.faults)
    if not faults and season.former:
        from emulrules.files.former import with_formers  # only a season that names one needs to read records

        season = with_formers(season, (FilePath(toml.source.path).parent, *records), faults)
    find = _finder(toml, sheet)
    if faults:
        raise SeasonError(ordered(_placed(fault, toml, find) for fault in told_once(faults, toml.data)))
    files = (toml.source.file, *((sheet.file,) if sheet else ()))
    return Document(season, files, find, sheet.restate) if sheet else Document(season, files, find)


def _placed(fault: Fault, toml: TomlText, find: Find) -> Fault:
    if fault.file is not None:
        return fault
    return fault.at(toml.source.path, fault.line) if fault.line else fault.at(*find(fault.path))


def _finder(toml: TomlText, sheet: "ScoresSheet | None") -> Find:
    def find(path: Path) -> tuple[str, int]:
        if sheet is not None and path[:1] == ("scores",) and len(path) > 1:
            return sheet.place(path)
        return toml.source.path, toml.layout.line(_as_written(path, toml.data))

    return find


def _as_written(path: Path, data: object) -> Path:
    """The path with each unit as the file names it, where the one row that its id could mean is written in full."""
    written: list[str | int] = []
    for part in path:
        if isinstance(data, dict) and part not in data:
            alike = [key for key in data if plain(key) == part]
            part = alike[0] if len(alike) == 1 else part
        written.append(part)
        data = data.get(part) if isinstance(data, dict) else _entry(data, part)
    return tuple(written)


def _entry(data: object, part: str | int) -> object:
    return data[part] if isinstance(data, list) and type(part) is int and 0 <= part < len(data) else None


def _sheet(data: dict[str, Any], toml: TomlText, faults: list[Fault]) -> "ScoresSheet | None":
    """Reads the sheet that `scores` names, and puts what it holds in the place of its name."""
    name = data.get("scores")
    if type(name) is not str:
        return None
    data["scores"] = {}
    if name != os.path.basename(name) or set(name) & set('\\/:*?"<>|') or name.startswith("."):
        faults.append(Fault("sheet-elsewhere", ("scores",), {"name": name[:80]}))
        return None
    from emulrules.files.scores_csv import read_scores  # few seasons keep their scores in a sheet

    try:
        sheet = read_scores(os.fspath(FilePath(toml.source.path).parent / name))
    except SeasonError as error:
        faults.extend(error.faults)
        return None
    faults.extend(sheet.faults)
    data["scores"] = sheet.scores
    return sheet


def format_faults(value: object, due: str) -> Iterator[Fault]:
    """What is wrong with the `format` of a document that is to be `due`."""
    if value is None or value == "":
        yield Fault("format-missing", ("format",), {"due": due})
    elif value != due:
        yield Fault("format-other", ("format",), {"got": shown(value), "due": due})


def season_id_faults(value: object, path: Path) -> Iterator[Fault]:
    """A season is a year, or two years that follow each other."""
    if type(value) is not str:
        return
    match = _SEASON.fullmatch(value)
    if not match or (match[2] and int(match[2]) != int(match[1]) + 1):
        yield Fault("season-id", path, {"got": shown(value)})


def _raw_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Faults of meaning, told together with those of shape; what has another shape is passed over here."""
    yield from year_faults(data)
    sources = _table(data, "sources")
    for unit, entry in _first(_table(data, "units")):
        if isinstance(entry, dict):
            yield from _entry_faults(entry, ("units", unit), sources, formed(data.get("successions")))
    yield from _office_faults(data, sources)
    yield from _score_faults(data.get("scores"))


def year_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """What a season and a council's sitting have alike: the year, sources, facts by unit, and acts."""
    yield from season_id_faults(data.get("season"), ("season",))
    sources = _table(data, "sources")
    for section in ("sources", *_LISTS):
        for key in _table(data, section):
            if not is_id(key):
                yield Fault("id-malformed", (section, key), {"id": key[:80], "near": slug_hint(key)})
    for number, act in enumerate(_list(data, "acts")[:2_000]):
        if isinstance(act, dict):
            yield from act_faults(act, ("acts", number), sources)
    yield from _asked_twice(_list(data, "acts"))
    for section in _LISTS:
        for key, units in _first(_table(data, section)):
            yield from repeated(units, (section, key))


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _first(table: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(table.items())[:2_000]


def _asked_twice(acts: list[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, act in enumerate(acts):
        question = act.get("question") if isinstance(act, dict) else None
        if type(question) is not str:
            continue
        if question in seen:
            yield Fault("act-twice", ("acts", number, "question"), {"question": question[:80]})
        seen.add(question)


def _entry_faults(
    entry: dict[str, Any], path: Path, sources: dict[str, Any], formed: frozenset[str]
) -> Iterator[Fault]:
    unit = str(path[-1])
    yield from source_faults(entry, path, sources)
    women, staff = whole(entry.get("women")), whole(entry.get("staff"))
    for key, number, least in (("women", women, 0), ("staff", staff, 1)):
        if number is not None and number < least:
            yield Fault("number-below", (*path, key), {"got": number, "least": least})
    if women is not None and staff is not None and women > staff:
        yield Fault("women-exceed-staff", (*path, "women"), {"women": women, "staff": staff})
    yield from parent_faults(entry, (*path, "within"))
    if "within" in entry and entry.get("roster") != "joins" and unit not in formed:
        yield Fault("within-of-member", (*path, "within"), {"unit": str(path[-1])})
    if "roster" in entry and "source" not in entry:
        yield Fault("roster-without-source", (*path, "roster"), {"unit": unit})
    if entry.get("roster") == "joins":
        if not is_id(unit):
            yield Fault("id-malformed", path, {"id": unit[:80], "near": slug_hint(unit)})
        if "name" not in entry:
            yield Fault("roster-without-name", (*path, "roster"), {"unit": unit})


def parent_faults(entry: object, path: Path) -> Iterator[Fault]:
    """The parents of a unit are named by ids, as questions name them."""
    within = entry.get("within") if isinstance(entry, dict) else None
    for per, parent in _first(within) if isinstance(within, dict) else ():
        for name in (per, parent):
            if type(name) is str and not is_id(name):
                yield Fault("id-malformed", (*path, per), {"id": name[:80], "near": slug_hint(name)})


def _office_faults(data: dict[str, Any], sources: dict[str, Any]) -> Iterator[Fault]:
    yield from repeated(_table(data, "outgoing").get("deputies"), ("outgoing", "deputies"))
    yield from source_faults(_table(data, "recognised"), ("recognised",), sources)
    for table, key, least in _COUNTED:
        number = whole(_table(data, table).get(key))
        if number is not None and number < least:
            yield Fault("number-below", (table, key), {"got": number, "least": least})
    yield from _turn_faults(_table(data, "turns"), sources)


def _named_records(former: object, faults: list[Fault]) -> object:
    """The former records as the model has them: people name a record by its id alone, the rest is read from it."""
    if not isinstance(former, dict):
        return former
    for season, record in _first(former):
        path = ("former", season)
        faults.extend(season_id_faults(season, path))
        if type(record) is not str:
            faults.append(Fault("not-text", path, {"got": shown(record)}))
        elif not _RECORD.fullmatch(record):
            faults.append(Fault("record-id", path, {"got": shown(record)}))
    return {season: {"record": record} for season, record in former.items() if type(record) is str}


def _turn_faults(turns: dict[str, Any], sources: dict[str, Any]) -> Iterator[Fault]:
    yield from source_faults(turns, ("turns",), sources)
    if "queue" in turns and "source" not in turns:
        yield Fault("key-needed", ("turns", "source"), {"key": "source", "kind": "queue"})
    yield from repeated(turns.get("queue"), ("turns", "queue"))
    for number, event in enumerate(_list(turns, "events")[:FAULTS]):
        if isinstance(event, dict):
            yield from source_faults(event, ("turns", "events", number), sources)


def _score_faults(scores: object) -> Iterator[Fault]:
    if not isinstance(scores, dict):
        return
    for criterion, cells in _first(scores):
        if isinstance(cells, dict) and len(cells) > _UNITS:
            yield Fault("too-many-units", ("scores", criterion), {"most": _UNITS})
