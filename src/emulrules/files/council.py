"""Reading a council's file: one TOML file that cites its clusters' decisions by the ids of their records."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path as FilePath
from typing import Any, Final

from emulrules.errors import Fault, FileError, RecordError, SeasonError
from emulrules.files.converter import structure
from emulrules.files.document import Document, Path, ordered
from emulrules.files.record import Record, read_record
from emulrules.files.season import format_faults, year_faults
from emulrules.files.shape import FAULTS, shown
from emulrules.files.text import whole
from emulrules.files.told_once import told_once
from emulrules.files.toml_text import read_toml
from emulrules.model.sitting import Sitting

__all__ = ["COUNCIL_FORMAT", "load_council", "read_cited", "read_council"]

COUNCIL_FORMAT: Final = "emulrules/council/1"

_RECORD: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


def load_council(path: str | os.PathLike[str]) -> Sitting:
    """The sitting in the file at `path`; raises as `read_council` does."""
    return read_council(path).value


def read_council(path: str | os.PathLike[str]) -> Document[Sitting]:
    """The sitting in the file at `path`, with the places of everything in it.

    Raises `FileError` for a file that cannot be read as text, `SeasonError` with every fault of the sitting.
    """
    toml = read_toml(path, SeasonError)
    data = dict(toml.data)
    if faults := list(format_faults(data.pop("format", None), COUNCIL_FORMAT)):
        raise SeasonError([toml.at(fault) for fault in faults])
    faults = [*toml.faults, *islice(_raw_faults(data), 2 * FAULTS)]
    try:
        sitting = structure(data, Sitting, SeasonError, "toml")
    except SeasonError as error:
        faults.extend(error.faults)
    if faults:
        raise SeasonError(ordered(toml.at(fault) for fault in told_once(faults, toml.data)))

    def find(path: Path) -> tuple[str, int]:
        # A council's decision keeps the sitting as a season, whose parts stand elsewhere in the file.
        written = ("council", "id") if path[:1] == ("cluster",) else path
        return toml.source.path, toml.layout.line(written)

    return Document(sitting, (toml.source.file,), find)


def _raw_faults(data: dict[str, Any]) -> Iterator[Fault]:
    yield from year_faults(data)
    council = data.get("council")
    members = whole(council.get("members")) if isinstance(council, dict) else None
    if members is not None and members < 1:
        yield Fault("number-below", ("council", "members"), {"got": members, "least": 1})
    decisions = data.get("decisions")
    for number, cited in enumerate(decisions[:FAULTS] if isinstance(decisions, list) else ()):
        if not isinstance(cited, dict):
            continue
        record, file = cited.get("record"), cited.get("file")
        if type(record) is str and not _RECORD.fullmatch(record):
            yield Fault("record-id", ("decisions", number, "record"), {"got": shown(record)})
        if type(file) is str and (file != os.path.basename(file) or file.startswith(".") or not file):
            yield Fault("cited-elsewhere", ("decisions", number, "file"), {"name": file[:80]})


def read_cited(document: Document[Sitting]) -> tuple[Record, ...]:
    """The records that a sitting cites, from the files beside its own.

    Raises `SeasonError` where a file is not named, cannot be read, or holds another record than the one cited.
    """
    folder = FilePath(document.path).parent
    records: list[Record] = []
    faults: list[Fault] = []
    for number, cited in enumerate(document.value.decisions):
        here: Path = ("decisions", number)
        if cited.file is None:
            faults.append(document.locate(Fault("cited-without-file", here, {"record": cited.record})))
            continue
        try:
            record = read_record(folder / cited.file)
        except (FileError, RecordError) as error:
            faults.extend(error.faults[:1])
            continue
        if record.id != cited.record:
            data = {"name": cited.file, "record": record.id, "cited": cited.record}
            faults.append(document.locate(Fault("cited-differs", (*here, "record"), data)))
        records.append(record)
    if faults:
        raise SeasonError(faults)
    return tuple(records)
