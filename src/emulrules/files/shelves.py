"""Shelves: where ruleset files stand, known by their names alone as far as names tell.

A shelf holds folders named by a ruleset's id with files named by the first day in force; that is how distributions ship
them. A folder that a caller gives may also hold ruleset files themselves, under any name. Files of another format, such
as seasons beside a ruleset or in its `cases`, are passed over.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from emulrules.errors import Fault, FileError, RulesetError
from emulrules.files.source_text import SIZE_LIMIT
from emulrules.installed import entry_points
from emulrules.value import frozen

__all__ = ["ENTRY_POINTS", "Found", "found_in", "installed_folders", "seasons_below", "title_of"]

ENTRY_POINTS: Final = "emulrules.rulesets"

_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FORMAT: Final = rb"""^[ \t]*["']?format["']?[ \t]*=[ \t]*["']emulrules/"""
_RULESET: Final = re.compile(_FORMAT + b"ruleset/", re.MULTILINE)
_SEASON: Final = re.compile(_FORMAT + b"season/", re.MULTILINE)


_TITLE: Final = re.compile(rb"""^[ \t]*title[ \t]*=.*$""", re.MULTILINE)
_TABLE: Final = re.compile(rb"^[ \t]*\[", re.MULTILINE)


@frozen
class Found:
    """A ruleset file; `id` and `day` are what its folder and name say, None where they say nothing."""

    path: str
    id: str | None = None
    day: date | None = None


def title_of(path: str) -> str | None:
    """The title that a ruleset file states at its top, None where that cannot be told; nothing else of it is read."""
    from tomli import TOMLDecodeError, loads  # most verbs show no titles

    try:
        with open(path, "rb") as stream:
            head = _TABLE.split(stream.read(SIZE_LIMIT), maxsplit=1)[0]
        line = _TITLE.search(head)
        title = None if line is None else loads(line[0].decode("utf-8"))["title"]
    except (OSError, UnicodeDecodeError, TOMLDecodeError):
        return None
    return title if isinstance(title, str) else None


def found_in(where: str) -> Iterator[Found]:
    """The ruleset files in the folder `where`, or the one file that it is, in the order of their names.

    Raises `FileError` where there is no such folder, `RulesetError` for a ruleset in a library whose name is no day.
    """
    if os.path.isfile(where):
        yield Found(where)
        return
    for entry in _entries(where):
        if entry.is_file():
            if _is_ruleset(entry.path):
                yield Found(entry.path, None, _day(entry.name))
        elif not entry.name.startswith((".", "_")):
            yield from _shelved(entry.path, entry.name)


def _shelved(folder: str, id: str) -> Iterator[Found]:
    for entry in _entries(folder):
        if not entry.is_file() or not entry.name.endswith(".toml"):
            continue
        if (day := _day(entry.name)) is not None:
            yield Found(entry.path, id, day)
        elif _is_ruleset(entry.path):
            raise RulesetError(Fault("ruleset-file-name", (), {"name": entry.name}, entry.path))


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        raise FileError(Fault("folder-missing", (), {}, folder)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unreadable", (), {"reason": reason}, folder)) from None


def _day(name: str) -> date | None:
    stem, _ = os.path.splitext(name)
    if not _DATED.fullmatch(stem):
        return None
    try:
        return date.fromisoformat(stem)
    except ValueError:
        return None


def seasons_below(folder: str) -> list[str]:
    """The season files in the folder and in those below it, in the order of their paths; hidden ones are passed over.

    Raises `FileError` where there is no such folder.
    """
    found: list[str] = []
    for entry in _entries(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            found.extend(seasons_below(entry.path))
        elif entry.is_file() and _says(entry.path, _SEASON):
            found.append(entry.path)
    return sorted(found)


def _is_ruleset(path: str) -> bool:
    return _says(path, _RULESET)


def _says(path: str, form: re.Pattern[bytes]) -> bool:
    """Whether a file says that it is of that format; what cannot be read is told of when it is needed."""
    if not path.endswith(".toml"):
        return False
    try:
        with open(path, "rb") as stream:
            return form.search(stream.read(SIZE_LIMIT)) is not None
    except OSError:
        return False


def installed_folders() -> list[str]:
    """The folders of the packages that installed distributions name, by their names.

    Raises `RulesetError` for a package that is named but cannot be found.
    """
    from importlib.util import find_spec

    folders: list[str] = []
    for point in sorted(entry_points(ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        try:
            spec = find_spec(point.value)
        except (ImportError, ValueError):
            spec = None
        if spec is None or not spec.submodule_search_locations:
            raise RulesetError(Fault("rulesets-not-found", (), {"package": point.value}))
        folders.extend(folder for folder in spec.submodule_search_locations if folder not in folders)
    return folders
