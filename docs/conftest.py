"""Runs the Python examples of these pages as tests, those of one page one after another in one process."""

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

collect_ignore = ["conf.py"]
pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()], patterns=["*.md"]).pytest()

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the examples of a page together, since later ones use what earlier ones have defined."""
    for item in items:
        if item.path.suffix == ".md" and item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
