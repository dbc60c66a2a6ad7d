"""Facts about the file of a ledger: it only grows, is told from others, and is left alone by who reads."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ledger_samples import A1, B1, changed, codes, kept, ledger_of

from emulrules.errors import FileError, LedgerError
from emulrules.files import ledger_file
from emulrules.files.canonical import digest
from emulrules.files.ledger_schema import STATEMENTS
from emulrules.ledger import append, entries, head, init, verify
from emulrules.verdicts import Status


def test_a_ledger_is_made_nowhere_but_where_nothing_stands(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    before = ledger.read_bytes()
    with pytest.raises(FileError) as caught:
        init(ledger)
    assert "file-exists" == caught.value.code
    assert before == ledger.read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entries WHERE n = 2",
        "UPDATE entries SET season = '2020' WHERE n = 1",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE n = 1",
        "REPLACE INTO entries SELECT 3, cluster, season, record, 1, supersedes, start, digest, bytes FROM entries"
        " WHERE n = 1",
        "INSERT INTO entries SELECT 4, cluster, '2020', 'x', 1, supersedes, start, 'y', bytes FROM entries WHERE n = 1",
        "INSERT INTO entries SELECT 3, cluster, '2020', 'x', 0, supersedes, start, 'y', bytes FROM entries WHERE n = 1",
        "UPDATE OR REPLACE entries SET n = 1 WHERE n = 2",
    ],
)
def test_the_file_itself_refuses_whatever_is_no_entry_that_follows(in_memory: Path, statement: str) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, B1)
    with pytest.raises(sqlite3.IntegrityError):
        changed(ledger, statement, guarded=True)
    assert verify(ledger).matches


def test_reading_writes_nothing_anywhere(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in in_memory.iterdir()}
    verify(ledger)
    entries(ledger)
    head(ledger)
    assert before == {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in in_memory.iterdir()}


def foreign(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("made", "code", "status"),
    [
        pytest.param(lambda path: path.write_bytes(b""), "ledger-none", Status.INVALID, id="nothing"),
        pytest.param(lambda path: path.write_bytes(A1), "ledger-none", Status.INVALID, id="a record"),
        pytest.param(lambda path: path.write_bytes(b"\0" * 5000), "ledger-none", Status.INVALID, id="zeros"),
        pytest.param(
            lambda path: foreign(path, "CREATE TABLE entries (n)"), "ledger-none", Status.INVALID, id="another's table"
        ),
        pytest.param(
            lambda path: foreign(path, "PRAGMA journal_mode = WAL", "CREATE TABLE entries (n)"),
            "ledger-none",
            Status.INVALID,
            id="another's table with a log",
        ),
        pytest.param(
            lambda path: foreign(path, *STATEMENTS[:2], "PRAGMA user_version = 2"),
            "ledger-version",
            Status.UNSUPPORTED,
            id="a later version",
        ),
        pytest.param(
            lambda path: foreign(path, *STATEMENTS, "CREATE VIEW more AS SELECT 1"),
            "ledger-form",
            Status.INVALID,
            id="a view more",
        ),
        pytest.param(lambda path: foreign(path, *STATEMENTS[:-1]), "ledger-form", Status.INVALID, id="a trigger less"),
        pytest.param(
            lambda path: foreign(path, *STATEMENTS, "PRAGMA journal_mode = WAL"),
            "ledger-setting",
            Status.INVALID,
            id="a log of changes",
        ),
        pytest.param(
            lambda path: foreign(path, "PRAGMA encoding = 'UTF-16'", *STATEMENTS),
            "ledger-setting",
            Status.INVALID,
            id="another encoding",
        ),
        pytest.param(
            lambda path: foreign(path, "PRAGMA auto_vacuum = FULL", *STATEMENTS),
            "ledger-setting",
            Status.INVALID,
            id="pages that move",
        ),
    ],
)
def test_what_is_no_ledger_is_told_and_left_alone(in_memory: Path, made: Any, code: str, status: Status) -> None:
    path = in_memory / "so.emul"
    made(path)
    kept(in_memory, A1)
    before, beside = path.read_bytes(), {each.name for each in in_memory.iterdir()}
    assert (status, [code]) == codes(path)
    for verb in (entries, head, lambda ledger: append(ledger, kept(in_memory, A1))):
        with pytest.raises(LedgerError) as caught:
            verb(path)
        assert code == caught.value.code
    assert before == path.read_bytes()
    # SQLite looks into the log of a ledger that somebody gave one, and only there.
    assert beside == {each.name for each in in_memory.iterdir()} or code == "ledger-setting"


def journal() -> bytes:
    """The journal of an append that was broken off: one page of zeros is to be put back in place of the first."""
    head = bytes.fromhex("d9d505f920a163d7") + b"".join(number.to_bytes(4) for number in (1, 0, 1, 512, 4096))
    return head.ljust(512, b"\0") + (1).to_bytes(4) + b"\0" * 4096 + b"\0" * 4


@pytest.mark.parametrize("data", [b"x" * 8192, b"SQLite format 3\0".ljust(8192, b"x")], ids=["text", "nearly"])
def test_a_journal_is_not_played_into_what_is_no_ledger(in_memory: Path, data: bytes) -> None:
    path, beside = in_memory / "so.emul", in_memory / "so.emul-journal"
    path.write_bytes(data)
    beside.write_bytes(journal())
    for verb in (entries, lambda ledger: append(ledger, kept(in_memory, A1))):
        with pytest.raises(LedgerError) as caught:
            verb(path)
        assert "ledger-none" == caught.value.code
    assert (data, journal()) == (path.read_bytes(), beside.read_bytes())


def test_a_journal_that_is_to_be_played_back_is_told_to_whoever_reads_and_left_alone(in_memory: Path) -> None:
    path, beside = ledger_of(in_memory / "so.emul", A1), in_memory / "so.emul-journal"
    before = path.read_bytes()
    beside.write_bytes(journal())
    for verb in (entries, head, verify):
        with pytest.raises(LedgerError) as caught:
            verb(path)
        assert "ledger-unfinished" == caught.value.code
    assert (before, journal()) == (path.read_bytes(), beside.read_bytes())


@pytest.mark.parametrize("name", ["sổ hồ sơ.emul", "a?mode=rw&b=#1 %41.emul", ":memory:", "file:x", "'\"; --"])
def test_a_ledger_may_be_called_anything(in_memory: Path, name: str) -> None:
    ledger = ledger_of(in_memory / name, A1)
    assert verify(ledger).matches
    assert {name, f"{digest(A1)}.json"} == {path.name for path in in_memory.iterdir()}


def test_a_place_where_no_journal_can_stand_is_told(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    (in_memory / "so.emul-journal").mkdir()
    with pytest.raises(FileError) as caught:
        append(ledger, kept(in_memory, B1))
    assert "ledger-unwritable" == caught.value.code


@pytest.mark.parametrize(("name", "code"), [("none", "file-missing"), (".", "file-is-folder")])
def test_a_path_that_is_no_file_is_refused(in_memory: Path, name: str, code: str) -> None:
    for verb in (entries, head, verify, lambda ledger: append(ledger, kept(in_memory, A1))):
        with pytest.raises(FileError) as caught:
            verb(in_memory / name)
        assert code == caught.value.code


def test_an_older_sqlite_is_told(in_memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    with pytest.raises(LedgerError) as caught:
        init(in_memory / "so.emul")
    assert "ledger-sqlite" == caught.value.code


def test_a_ledger_that_another_holds_is_told(in_memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = ledger_of(in_memory / "so.emul")
    monkeypatch.setattr(ledger_file, "_PATIENCE", 0)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        for verb in (verify, lambda path: append(path, kept(in_memory, A1))):
            with pytest.raises(LedgerError) as caught:
                verb(ledger)
            assert "ledger-busy" == caught.value.code
