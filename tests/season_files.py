"""Files that tests write: a small season that can be read, and what reading a changed one says."""

from pathlib import Path

import pytest

from emulrules.errors import EmulrulesError, Fault
from emulrules.files.season import read_season

HEAD = """\
format = "emulrules/season/1"
ruleset = "khoi-thu"
cluster = "khoi-a"
season = "2022"
"""

SEASON = (
    HEAD
    + """
[sources.bien-ban]
document = "Biên bản (giả định)"
issued = 2023-01-10

[scores.tieu-chi]
"Sở Mẫu A" = 3
"Sở Mẫu B" = "9.5"

[[acts]]
question = "head"
choice = ["Sở Mẫu A"]
on = 2023-01-10
source = "bien-ban"
trust = "read"
"""
)


def faults_of(folder: Path, content: bytes | str, name: str = "season.toml") -> list[Fault]:
    """What is wrong with a season of that content; every fault has a file, a line unless it is the file, a sentence."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(EmulrulesError) as refused:
        read_season(path)
    for fault in refused.value.faults:
        assert fault.file == str(path)
        assert all(fault.code in line and "{" not in fault.code for line in (fault.render("vi"), fault.render("en")))
    return list(refused.value.faults)


def codes_of(folder: Path, content: bytes | str, name: str = "season.toml") -> list[str]:
    """Their codes."""
    return [fault.code for fault in faults_of(folder, content, name)]
