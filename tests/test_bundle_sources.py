"""The sources of a bundle: found by name and digest, and under which names they go in."""

from pathlib import Path

import pytest

from emulrules.bundle.sources import find_sources
from emulrules.errors import FileError, RulesetError
from emulrules.files.canonical import digest
from emulrules.files.witness import SourceFile


def named(role: str, name: str, data: bytes) -> SourceFile:
    return SourceFile(role, name, digest(data))  # type: ignore[arg-type]  # the tests give one of the roles


def test_a_source_counts_only_with_its_digest(tmp_path: Path) -> None:
    season = named("season", "nam.toml", b"nam")
    (tmp_path / "sau" / "hon").mkdir(parents=True)
    assert [None] == [each.member for each in find_sources([season], tmp_path, [])]
    (tmp_path / "nam.toml").write_bytes(b"sua")
    with pytest.raises(FileError) as refused:
        find_sources([season], tmp_path, [])
    assert ("bundle-source-differs", str(tmp_path / "nam.toml")) == (refused.value.code, refused.value.faults[0].file)
    (tmp_path / "sau" / "hon" / "nam.toml").write_bytes(b"nam")
    (found,) = find_sources([season], tmp_path, [str(tmp_path / "sau")])
    assert ("sources/season/nam.toml", b"nam") == (found.member, found.data)


def test_sources_are_looked_for_below_the_named_folders_and_only_beside_the_record(tmp_path: Path) -> None:
    (tmp_path / "sau").mkdir()
    (tmp_path / "sau" / "nam.toml").write_bytes(b"nam")
    season = named("season", "nam.toml", b"nam")
    assert [None] == [each.member for each in find_sources([season], tmp_path, [])]
    assert ["sources/season/nam.toml"] == [each.member for each in find_sources([season], tmp_path / "sau", [])]
    with pytest.raises(FileError) as refused:
        find_sources([season], tmp_path, [str(tmp_path / "none")])
    assert "folder-missing" == refused.value.code


def test_a_name_that_some_system_could_not_keep_is_a_number_instead(tmp_path: Path) -> None:
    names = (
        "Con.toml",
        "a\x1b[2J.csv",
        ".an.toml",
        "a:b.csv",
        "<b>",
        "đ" * 110 + ".toml",
        "nam.toml",
        "Nam.toml",
        "x.",
        "nul .csv",
    )
    rows = []
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(b"%d" % number)
        rows.append(named("scores", name.replace("\x1b", "<U+001B>"), b"%d" % number))
    rows.append(named("scores", "../nam.toml", b"7"))
    assert [
        *("sources/scores-1.toml", "sources/scores-2.csv", "sources/scores-3.toml", "sources/scores-4.csv"),
        *("sources/scores-5", "sources/scores-6.toml", "sources/season/nam.toml", "sources/scores-8.toml"),
        *("sources/scores-9", "sources/scores-10.csv", None),
    ] == [each.member for each in find_sources(rows, tmp_path, [])]


def test_a_ruleset_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2021-01-01.toml").write_bytes(b"?")
    with pytest.raises(RulesetError):
        find_sources([named("ruleset", "2021-01-01.toml", b"?")], tmp_path, [])
