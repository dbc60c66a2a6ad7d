"""How many examples a law is tried on: the same moderate number each time, or many new ones. And invented plugins."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from installing import Install, installing

settings.register_profile("default", derandomize=True, max_examples=50, deadline=None)
settings.register_profile("deep", derandomize=False, max_examples=10_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("EMULRULES_DEPTH", "default"))


def pytest_collection_finish() -> None:
    """What was collected lives until the end: looking through it for cycles again and again takes long."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs invented distributions for one test."""
    with installing(tmp_path, monkeypatch) as install_:
        yield install_


@pytest.fixture
def in_memory() -> Iterator[Path]:
    """A folder on a disk in memory, where there is one: for files that are synchronised often."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
