"""Invented distributions that bring a plugin, put where Python finds them, and taken away again."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import invalidate_caches
from pathlib import Path

import pytest
import tomli

__all__ = ["PLUGIN", "Install", "installed_beside", "installing"]

PLUGIN = """
from emulrules import Hooks

class Policy(Hooks):
    name = "{name}"
    authority = "Cơ quan giả định"
"""


class Install:
    """Puts an invented distribution where Python finds it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, distribution: str, name: str, code: str = PLUGIN, points_to: str = "Policy") -> str:
        module = re.sub(r"\W", "_", distribution)
        (self._folder / f"{module}.py").write_text(code.replace("{name}", name), encoding="utf-8")
        information = self._folder / f"{module}-1.2.dist-info"
        information.mkdir(exist_ok=True)
        (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n")
        (information / "entry_points.txt").write_text(f"[emulrules.policies]\n{name} = {module}:{points_to}\n")
        invalidate_caches()
        return module


@contextmanager
def installing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """What is installed into `folder` is found in the meantime, and forgotten afterwards."""
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield Install(folder)
    for module in set(sys.modules) - before:
        if module.startswith("goi_"):
            del sys.modules[module]


def installed_beside(distribution: Path, site: Path) -> dict[str, str]:
    """The environment in which Python finds `distribution`, a folder with a pyproject.toml, as one that is installed.

    What an installer leaves of it is put into the folder `site`; nothing is built, and nothing fetched.
    """
    project = tomli.loads((distribution / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    information = site / f"{name.replace('-', '_')}-{version}.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    points = [
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in named.items())
        for group, named in project["entry-points"].items()
    ]
    (information / "entry_points.txt").write_text("".join(points), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(distribution / "src"), str(site)])}
