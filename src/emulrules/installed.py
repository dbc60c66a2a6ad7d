"""Installed: what distributions say they bring, as entry points under the name of a group.

The standard library can tell, but for that it reads the mail headers of every distribution, which takes longer than
deciding a season. The folders on `sys.path` are looked through here by the same rules; where anything else can bring a
distribution, such as an archive or a finder of its own, the standard library is asked after all.
"""

import os
import sys
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any

from emulrules.value import frozen

__all__ = ["EntryPoint", "entry_points"]

_UNKNOWN = "?"


@frozen
class EntryPoint:
    """What the distribution of that name and version brings under `name`; `value` is a module, or `module:object`."""

    name: str
    value: str
    distribution: str
    version: str

    @property
    def module(self) -> str:
        """The module that is named."""
        return self._named()[0]

    def load(self) -> Any:
        """The object that is named. Raises whatever importing its module does."""
        module, path = self._named()
        return reduce(getattr, filter(None, path.split(".")), import_module(module))

    def _named(self) -> tuple[str, str]:
        module, _, path = self.value.partition("[")[0].partition(":")
        return module.strip(), path.strip()


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of that group in every distribution; of two that have one name, the first that is found counts.

    Nothing is imported. Their order means nothing.
    """
    folders = [_listed(where) for where in sys.path]
    if None in folders or any(_brings(finder) for finder in sys.meta_path):
        return _asked(group)
    found: list[EntryPoint] = []
    seen: set[str] = set()
    for folder in folders:
        for path in folder or ():
            name = _normal(os.path.basename(path))
            if name not in seen:
                seen.add(name)
                found.extend(_brought(path, group))
    return tuple(found)


def _brings(finder: object) -> bool:
    """Whether a finder can bring distributions that no folder shows."""
    return finder is not PathFinder and hasattr(finder, "find_distributions")


def _listed(where: str) -> list[str] | None:
    """The folders of distributions in `where`, None where that is no plain folder."""
    if where.lower().endswith(".egg"):
        return None
    try:
        names = os.listdir(where or ".")
    except NotADirectoryError:
        return None
    except OSError:
        return []
    return [os.path.join(where, name) for name in names if name.lower().endswith((".dist-info", ".egg-info"))]


def _normal(folder: str) -> str:
    """The name of a distribution in the one spelling that tells names apart."""
    name = os.path.splitext(folder)[0].partition("-")[0]
    return "_".join(filter(None, name.lower().replace(".", "_").split("_")))


def _brought(path: str, group: str) -> Iterator[EntryPoint]:
    section = ""
    for line in _lines(path, "entry_points.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == group and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield EntryPoint(name.strip(), value.strip(), *_identity(path))


def _identity(path: str) -> tuple[str, str]:
    """Name and version as the headers of a distribution state them, before its description."""
    headers: dict[str, str] = {}
    for line in [*_lines(path, "METADATA"), *_lines(path, "PKG-INFO")]:
        key, colon, value = line.partition(":")
        if colon:
            headers.setdefault(key.strip().lower(), value.strip())
    return headers.get("name", _UNKNOWN), headers.get("version", _UNKNOWN)


def _lines(path: str, name: str) -> list[str]:
    """The lines of a file of a distribution that are not empty; none where there is no such file."""
    try:
        with open(os.path.join(path, name), encoding="utf-8", errors="replace") as stream:
            return [line.strip() for line in stream if line.strip()]
    except OSError:
        return []


def _asked(group: str) -> tuple[EntryPoint, ...]:
    from importlib import metadata  # it takes long to import, and is hardly ever needed

    return tuple(
        EntryPoint(
            point.name, point.value, *((_UNKNOWN,) * 2 if point.dist is None else (point.dist.name, point.dist.version))
        )
        for point in metadata.entry_points(group=group)
    )
