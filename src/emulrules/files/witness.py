"""A witness: what a record was made from and by, in a file beside it that names its id.

Nothing here could change who gets an award: digests of the files, the line on which each value was read, the programs
as they are on disk, when and where. The clock is read and the host is named once, by the caller.
"""

import os
import re
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

import attrs

from emulrules.errors import Fault, RecordError
from emulrules.files.canonical import Plain, decode, digest, encode
from emulrules.files.converter import structure, unstructure
from emulrules.files.deposit import fetch
from emulrules.value import frozen

__all__ = [
    "WITNESS_FORMAT",
    "Circumstances",
    "Program",
    "SourceFile",
    "ValuePlace",
    "Witness",
    "dotted",
    "program",
    "read_witness",
    "witness_bytes",
    "witness_path",
]

WITNESS_FORMAT: Final = "emulrules/witness/1"

_ID: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


@frozen
class SourceFile:
    """A file that was read: its name without the folder, and the SHA-256 of its bytes in hexadecimal."""

    role: Literal["season", "scores", "ruleset"]
    name: str
    digest: str


@frozen
class ValuePlace:
    """Where a value was read: its `key` in the season as `dotted` writes it, the name of the file, the line from 1."""

    key: str
    file: str
    line: int


@frozen
class Program:
    """A distribution as it is installed; `version` and `digest` are None where the disk does not show them."""

    distribution: str
    version: str | None = None
    digest: str | None = None


@frozen
class Circumstances:
    """How a decision was made. `time` is ISO 8601 with its offset; `plugin` is None for the standard policy."""

    time: str
    host: str
    python: str
    core: Program
    plugin: Program | None = None
    files: tuple[SourceFile, ...] = ()
    values: tuple[ValuePlace, ...] = ()


@frozen
class Witness:
    """The circumstances of the one record whose id is `record`."""

    record: str
    made: Circumstances


def witness_path(record: Path) -> Path:
    """Where the witness of a record stands: the same name with `.witness.json` after it."""
    return record.with_name(record.name + ".witness.json")


def witness_bytes(witness: Witness) -> bytes:
    """The witness in canonical bytes. Raises `RecordError` for what cannot be written."""
    return encode({"format": WITNESS_FORMAT, "record": witness.record, **unstructure(witness.made)})


def read_witness(path: Path) -> Witness:
    """The witness in the file at `path`. Raises `FileError` if there is none, `RecordError` if it is none."""
    try:
        return _witness(decode(fetch(path)))
    except RecordError as error:
        raise RecordError([fault.at(str(path), None) for fault in error.faults]) from None


def _witness(value: Plain) -> Witness:
    if not isinstance(value, dict) or value.get("format") != WITNESS_FORMAT:
        raise RecordError(Fault("witness-no-witness", data={"expected": WITNESS_FORMAT, "offset": 0}))
    record = value.get("record")
    if type(record) is not str or not _ID.fullmatch(record):
        raise RecordError(Fault("witness-without-record", ("record",), {"offset": 0}))
    rest = {key: part for key, part in value.items() if key not in ("format", "record", "files", "values")}
    made = structure(rest, Circumstances, RecordError)
    # Row by row, since a season may have more values than a document written by people may have entries.
    files = tuple(structure(row, SourceFile, RecordError) for row in _rows(value, "files"))
    values = tuple(structure(row, ValuePlace, RecordError) for row in _rows(value, "values"))
    return Witness(record, attrs.evolve(made, files=files, values=values))


def _rows(value: dict[str, Plain], key: str) -> list[Plain]:
    rows = value.get(key, [])
    if not isinstance(rows, list):
        raise RecordError(Fault("record-field-type", (key,), {"offset": 0}))
    return rows


def dotted(path: tuple[str | int, ...]) -> str:
    """A path in a document as TOML writes a key, with the index of an entry in brackets.

    >>> dotted(("scores", "tieu-chi", "Sở X")), dotted(("acts", 0, "choice"))
    ('scores.tieu-chi."Sở X"', 'acts[0].choice')
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += ("." if text else "") + (part if _BARE.fullmatch(part) else f'"{part}"')
    return text


def program(distribution: str, module: str) -> Program:
    """The distribution that `module` belongs to, with the digest of its package on disk; nothing of it is run.

    The digest is the SHA-256 of what `sha256sum` prints for the files of the package that `module` begins with, sorted
    by path: one line a file, digest, two blanks, path from the folder above the package, newline. Compiled files and
    names that begin with a dot are left out, and installers write their marks elsewhere, so that the same sources have
    the same digest however they were installed.
    """
    try:
        version = metadata.version(distribution)
    except metadata.PackageNotFoundError:
        version = None
    listed = dict(sorted(_sources(module.partition(".")[0])))
    lines = "".join(f"{digest(path.read_bytes())}  {name}\n" for name, path in listed.items())
    return Program(distribution, version, digest(lines.encode("utf-8", "surrogateescape")) if lines else None)


def _sources(package: str) -> Iterator[tuple[str, Path]]:
    spec = find_spec(package)
    if spec is None:
        return
    if spec.submodule_search_locations is None:
        origin = Path(spec.origin or "")
        if origin.is_file():
            yield origin.name, origin
        return
    for location in spec.submodule_search_locations:
        root = Path(location)
        for folder, inside, names in os.walk(root):
            inside[:] = [name for name in inside if name != "__pycache__" and not name.startswith(".")]
            for name in names:
                path = Path(folder, name)
                if not name.startswith(".") and path.suffix not in (".pyc", ".pyo"):
                    yield path.relative_to(root.parent).as_posix(), path
