"""Sources: the files that a record was made from, found by the names and digests in its witness.

A file counts only if its digest is the one that the witness says. They are laid out so that the season can be decided
again where they are unpacked: `sources/season` beside `sources/rulesets`. The names come from a witness that anybody
may have written, so that only one that every system can keep as a name becomes one.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from emulrules.errors import Fault, FileError
from emulrules.files.canonical import digest
from emulrules.files.deposit import fetch
from emulrules.files.ruleset import read_part
from emulrules.files.shelves import found_in, installed_folders
from emulrules.files.text import nfc
from emulrules.files.witness import SourceFile
from emulrules.report.quoting import plain
from emulrules.value import frozen

__all__ = ["Source", "find_sources"]

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_DEVICES: Final = frozenset({"aux", "con", "nul", "prn", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))})
_LONGEST: Final = 200
_SUFFIXES: Final = (".csv", ".toml")


@frozen
class Source:
    """A file of the witness: its `role`, `name` and `digest` there.

    `member` is its name in the bundle and `data` its bytes, both None where it was not found.
    """

    role: str
    name: str
    digest: str
    member: str | None = None
    data: bytes | None = None


def find_sources(files: Sequence[SourceFile], beside: Path, folders: Sequence[str]) -> tuple[Source, ...]:
    """What was found of `files`: in the folder `beside`, in and below `folders`, and rulesets where they are installed.

    Raises `FileError` where a folder does not exist, a file cannot be read, or one in these folders has the name and
    not the digest, and no other has both: a bundle must not pass over in silence that a source was changed.
    """
    named = _by_name({file.name for file in files}, beside, folders)
    taken: set[str] = set()
    return tuple(_found(file, number, named.get(file.name, ()), taken) for number, file in enumerate(files, 1))


def _found(file: SourceFile, number: int, paths: Sequence[Path], taken: set[str]) -> Source:
    for path in (*paths, *(_installed(file.name) if file.role == "ruleset" else ())):
        data = fetch(path)
        if digest(data) == file.digest:
            member = _member(file, number, path)
            if member.casefold() in taken:
                member = _numbered(file, number)
            taken.add(member.casefold())
            return Source(file.role, file.name, file.digest, member, data)
    if paths:
        raise FileError(Fault("bundle-source-differs", (), {"name": file.name}, str(paths[0])))
    return Source(file.role, file.name, file.digest)


def _by_name(names: set[str], beside: Path, folders: Iterable[str]) -> dict[str, list[Path]]:
    """The files that have one of `names`, as a witness spells them."""
    found: dict[str, list[Path]] = {}
    for folder in folders:
        if not os.path.isdir(folder):
            raise FileError(Fault("folder-missing", (), {}, folder))
    for path in (*_in(str(beside)), *(path for folder in folders for path in _in(folder, below=True))):
        if (name := plain(nfc(path.name))) in names:
            found.setdefault(name, []).append(path)
    return found


def _in(folder: str, *, below: bool = False) -> Iterator[Path]:
    """What is in a folder, and below it if that is wanted; what may not be looked into is not found."""
    for where, inside, names in os.walk(folder):
        inside[:] = sorted(inside) if below else []
        yield from (Path(where, name) for name in sorted(names))


def _installed(name: str) -> Iterator[Path]:
    """The ruleset files of that name in installed distributions."""
    for folder in installed_folders():
        for found in found_in(folder):
            if plain(nfc(os.path.basename(found.path))) == name:
                yield Path(found.path)


def _member(file: SourceFile, number: int, path: Path) -> str:
    """What a source is called in the bundle: as the season calls it, or as a library keeps a ruleset."""
    if file.role != "ruleset":
        return f"sources/season/{file.name}" if _is_portable(file.name) else _numbered(file, number)
    ruleset = read_part(path).ruleset
    if not _is_portable(ruleset.id):
        return _numbered(file, number)
    return f"sources/rulesets/{ruleset.id}/{ruleset.in_force.isoformat()}.toml"


def _numbered(file: SourceFile, number: int) -> str:
    suffix = Path(file.name).suffix
    return f"sources/{file.role}-{number}{suffix if suffix in _SUFFIXES else ''}"


def _is_portable(name: str) -> bool:
    """Whether every system can keep a file of that name, and as that name."""
    if not name or not name.isprintable() or _FORBIDDEN & set(name) or len(name.encode()) > _LONGEST:
        return False
    return name[0] not in " ." and name[-1] not in " ." and name.partition(".")[0].rstrip().casefold() not in _DEVICES
