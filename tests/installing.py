"""Invented distributions that bring a plugin, put where Python finds them, and taken away again."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import invalidate_caches
from pathlib import Path

import pytest

__all__ = ["PLUGIN", "Install", "installing"]

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
