"""Facts about ledgers: what they take and refuse, that they only grow, and what a check of one finds."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ledger_samples import TEN, kept, ledger_of, record

from emulrules.errors import EmulrulesError, Fault, FileError, LedgerError
from emulrules.files import ledger_file
from emulrules.files.archive import Archive
from emulrules.files.canonical import digest
from emulrules.files.ledger_schema import STATEMENTS
from emulrules.ledger import GENESIS, append, entries, head, init, verify
from emulrules.verdicts import Status

A1 = record("cum-a", "2021")
A2 = record("cum-a", "2022", A1)
OTHER_A1 = record("cum-a", "2021", present=1)
B1 = record("cum-b", "2021")
FORGED = A1.replace(b'"output":["a","b"]', b'"output":["b","a"]', 1)


def changed(path: Path, *statements: str | tuple[str, tuple[Any, ...]], guarded: bool = False) -> Path:
    """The ledger after statements of somebody who means ill, without its triggers if it is not `guarded`."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in () if guarded else triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(*((statement,) if isinstance(statement, str) else statement))
        for _, sql in () if guarded else triggers:
            connection.execute(sql)
    return path


def refused(code: str, ledger: Path, data: bytes, **options: Any) -> Fault:
    """The fault for which a record is not taken; the ledger stays as it is."""
    before = ledger.read_bytes()
    with pytest.raises(LedgerError) as caught:
        append(ledger, kept(ledger.parent, data), **options)
    assert code == caught.value.code
    assert before == ledger.read_bytes()
    return caught.value.faults[0]


def codes(ledger: Path, **options: Any) -> tuple[Status, list[str]]:
    """What a check finds."""
    checked = verify(ledger, **options)
    return checked.status, [fault.code for fault in checked.faults]


# Appending


def test_an_empty_ledger_has_a_head_and_is_sound(tmp_path: Path) -> None:
    assert hashlib.sha256(b"emulrules/ledger/1").hexdigest() == GENESIS == init(tmp_path / "so.emul")
    assert (0, GENESIS) == head(tmp_path / "so.emul")
    assert verify(tmp_path / "so.emul").matches


def test_the_chain_is_what_the_page_says(tmp_path: Path) -> None:
    last = GENESIS
    for entry in entries(ledger_of(tmp_path / "so.emul", *TEN)):
        said = {
            key: getattr(entry, key) for key in ("before", "cluster", "n", "record", "season", "start", "supersedes")
        }
        text = json.dumps({**said, "previous": last}, sort_keys=True, separators=(",", ":"))
        last = hashlib.sha256(text.encode()).hexdigest()
        assert last == entry.digest
    assert (10, last) == head(tmp_path / "so.emul")


def test_an_entry_names_the_row_of_its_cluster_before_it(tmp_path: Path) -> None:
    found = [(entry.cluster[-1], entry.before) for entry in entries(ledger_of(tmp_path / "so.emul", *TEN))]
    assert [*"abacbaabab"] == [cluster for cluster, _ in found]
    assert [0, 0, 1, 0, 2, 3, 6, 5, 7, 8] == [before for _, before in found]


def test_the_same_record_twice_is_told_and_changes_nothing(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, B1)
    before = ledger.read_bytes()
    again = append(ledger, kept(tmp_path, A1))
    assert (False, 1, head(ledger)[1]) == (again.new, again.entry.n, again.head)
    assert before == ledger.read_bytes()


def test_a_record_that_does_not_recompute_is_refused(tmp_path: Path) -> None:
    assert FORGED != A1
    ledger = ledger_of(tmp_path / "so.emul")
    for data in (FORGED, A1[:-1], b"", b"{}", A1.replace(b'"semantics":', b'"semantics":9', 1)):
        with pytest.raises(EmulrulesError) as caught:
            append(ledger, kept(tmp_path, data))
        assert caught.value.code.startswith("replay-")
    assert 0 == head(ledger)[0]


def test_a_record_that_builds_on_one_that_is_not_there_is_refused(tmp_path: Path) -> None:
    fault = refused("ledger-former-missing", ledger_of(tmp_path / "so.emul", B1), A2)
    assert (digest(A1), "2021") == (fault.data["record"], fault.data["season"])


def test_a_ledger_may_start_after_what_a_record_builds_on(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul")
    append(ledger, kept(tmp_path, A2), start=True)
    assert [True] == [entry.start for entry in entries(ledger)]
    assert verify(ledger).matches


def test_a_start_excuses_no_other_record_of_a_season_that_is_there(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", OTHER_A1)
    assert digest(OTHER_A1) == refused("ledger-former-other", ledger, A2, start=True).data["other"]


def test_a_second_record_of_a_season_has_to_name_the_one_in_force(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, B1)
    refused("ledger-season-taken", ledger, OTHER_A1)
    refused("ledger-supersedes-other", ledger, OTHER_A1, supersedes=digest(B1))
    append(ledger, kept(tmp_path, OTHER_A1), supersedes=digest(A1))
    third = record("cum-a", "2021", present=0)
    refused("ledger-supersedes-other", ledger, third, supersedes=digest(A1))
    append(ledger, kept(tmp_path, third), supersedes=digest(OTHER_A1))
    assert [None, None, digest(A1), digest(OTHER_A1)] == [entry.supersedes for entry in entries(ledger)]
    assert verify(ledger).matches


def test_nothing_can_be_superseded_where_no_record_of_the_season_is(tmp_path: Path) -> None:
    refused("ledger-supersedes-none", ledger_of(tmp_path / "so.emul", A1), B1, supersedes=digest(A1))


def test_who_builds_on_a_superseded_record_is_told(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, (OTHER_A1, A1))
    done = append(ledger, kept(tmp_path, A2))
    assert [("ledger-former-superseded", digest(OTHER_A1))] == [(each.code, each.data["other"]) for each in done.notes]
    assert verify(ledger).matches


def test_what_was_written_is_read_back_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, real = ledger_of(tmp_path / "so.emul"), ledger_file.LedgerFile.insert

    def wrong(self: Any, entry: Any, data: bytes) -> None:
        real(self, entry, data + b" ")

    monkeypatch.setattr(ledger_file.LedgerFile, "insert", wrong)
    with pytest.raises(LedgerError) as caught:
        append(ledger, kept(tmp_path, A1))
    assert "ledger-not-kept" == caught.value.code


# The file


def test_a_ledger_is_made_nowhere_but_where_nothing_stands(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
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
def test_the_file_itself_refuses_whatever_is_no_entry_that_follows(tmp_path: Path, statement: str) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, B1)
    with pytest.raises(sqlite3.IntegrityError):
        changed(ledger, statement, guarded=True)
    assert verify(ledger).matches


def test_reading_writes_nothing_anywhere(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    verify(ledger)
    entries(ledger)
    head(ledger)
    assert before == {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}


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
def test_what_is_no_ledger_is_told_and_left_alone(tmp_path: Path, made: Any, code: str, status: Status) -> None:
    path = tmp_path / "so.emul"
    made(path)
    before = path.read_bytes()
    assert (status, [code]) == codes(path)
    for verb in (entries, head, lambda ledger: append(ledger, kept(tmp_path, A1))):
        with pytest.raises(LedgerError) as caught:
            verb(path)
        assert code == caught.value.code
    assert before == path.read_bytes()


@pytest.mark.parametrize(("name", "code"), [("none", "file-missing"), (".", "file-is-folder")])
def test_a_path_that_is_no_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    for verb in (entries, head, verify, lambda ledger: append(ledger, kept(tmp_path, A1))):
        with pytest.raises(FileError) as caught:
            verb(tmp_path / name)
        assert code == caught.value.code


def test_an_older_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    with pytest.raises(LedgerError) as caught:
        init(tmp_path / "so.emul")
    assert "ledger-sqlite" == caught.value.code


def test_a_ledger_that_another_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = ledger_of(tmp_path / "so.emul")
    monkeypatch.setattr(ledger_file, "_PATIENCE", 0)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        for verb in (verify, lambda path: append(path, kept(tmp_path, A1))):
            with pytest.raises(LedgerError) as caught:
                verb(ledger)
            assert "ledger-busy" == caught.value.code


# Checking

CHANGES: dict[str, tuple[tuple[Any, ...], list[str]]] = {
    "a row deleted": (("DELETE FROM entries WHERE n = 3",), ["ledger-row", "ledger-digest"]),
    "the first row deleted": (
        ("DELETE FROM entries WHERE n = 1",),
        ["ledger-row", "ledger-digest", "ledger-before", "ledger-former-missing", "ledger-supersedes-none"],
    ),
    "a season renamed": (
        ("UPDATE entries SET season = '2020' WHERE n = 4",),
        ["ledger-digest", "ledger-other-season"],
    ),
    "a cluster renamed": (
        ("UPDATE entries SET cluster = 'cum-z' WHERE n = 2",),
        ["ledger-before", "ledger-digest", "ledger-other-season"],
    ),
    "a record's bytes changed": ((("UPDATE entries SET bytes = ? WHERE n = 2", (A1,)),), ["ledger-bytes"]),
    "a digest changed": ((("UPDATE entries SET digest = ? WHERE n = 4", ("0" * 64,)),), ["ledger-digest"]),
    "what is superseded taken out": (
        ("UPDATE entries SET supersedes = NULL WHERE n = 5",),
        ["ledger-season-taken", "ledger-digest"],
    ),
    "a start put in": (("UPDATE entries SET start = 1 WHERE n = 2",), ["ledger-digest"]),
    "text that no record can hold": (
        ("UPDATE entries SET season = 'a\u0301' WHERE n = 4",),
        ["ledger-digest", "ledger-other-season"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_row_that_was_changed_is_named(tmp_path: Path, change: str) -> None:
    statements, due = CHANGES[change]
    ledger = ledger_of(tmp_path / "so.emul", A1, A2, B1, record("cum-c", "2021"), (OTHER_A1, A1))
    status, found = codes(changed(ledger, *statements))
    assert (Status.BAD_CHAIN, set(due)) == (status, set(found))


def rewritten(path: Path, *records: bytes) -> Path:
    """A ledger whose chain is right, made by somebody who checks nothing."""
    from emulrules.files.record import parse_record
    from emulrules.ledger.chaining import Chain

    init(path)
    chain = Chain()
    with ledger_file.writing(path) as ledger:
        for data in records:
            season = parse_record(data).decision.season
            entry = chain.next(season.cluster, season.id, digest(data), None, start=False)
            ledger.insert(entry, data)
            chain.add(entry)
    return path


def test_a_record_that_does_not_stand_gets_its_own_verdict(tmp_path: Path) -> None:
    ledger = rewritten(tmp_path / "so.emul", B1, FORGED)
    assert (Status.MATCH, []) == codes(ledger, level="verify")
    assert (Status.OTHER_RECORD, ["ledger-record"]) == codes(ledger)


def test_a_record_without_what_it_builds_on_breaks_the_chain(tmp_path: Path) -> None:
    assert (Status.BAD_CHAIN, ["ledger-former-missing"]) == codes(rewritten(tmp_path / "so.emul", A2))


def test_every_former_head_lies_on_the_chain_and_no_other(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, A2)
    for old in (GENESIS, *(entry.digest for entry in entries(ledger))):
        assert verify(ledger, head=old).matches
    assert (Status.HEAD_NOT_ON_CHAIN, ["ledger-head-unknown"]) == codes(ledger, head="0" * 64)


def test_an_older_copy_and_a_rewritten_ledger_do_not_continue_a_newer_head(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
    older = tmp_path / "cu.emul"
    older.write_bytes(ledger.read_bytes())
    append(ledger, kept(tmp_path, A2))
    other = ledger_of(tmp_path / "khac.emul", B1, A1, A2)
    for each in (older, other):
        assert verify(each).matches
        assert Status.HEAD_NOT_ON_CHAIN is verify(each, head=head(ledger)[1]).status


def test_a_ledger_is_rebuilt_from_the_files_of_its_records(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path / "so.emul", *TEN)
    assert verify(ledger, records=tmp_path).matches


@pytest.mark.parametrize(
    ("change", "due"),
    [
        (lambda folder: (folder / f"{digest(A2)}.json").unlink(), ["ledger-file-missing"]),
        (lambda folder: kept(folder, B1), ["ledger-file-more"]),
        (
            lambda folder: (folder / f"{digest(A2)}.json").write_bytes(A2[:-1]),
            ["ledger-file-missing", "ledger-file-more"],
        ),
    ],
    ids=["one less", "one more", "one cut"],
)
def test_files_that_are_not_those_of_the_ledger_are_told(tmp_path: Path, change: Any, due: list[str]) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1, A2)
    change(tmp_path)
    assert (Status.INPUT_DIFFERS, due) == codes(ledger, records=tmp_path)


def test_no_record_follows_a_row_that_was_changed(tmp_path: Path) -> None:
    ledger = changed(ledger_of(tmp_path / "so.emul", A1), "UPDATE entries SET season = '2020'")
    for verb in (entries, head, lambda path: append(path, kept(tmp_path, B1))):
        with pytest.raises(LedgerError) as caught:
            verb(ledger)
        assert "ledger-digest" == caught.value.code


# Reading former seasons


def test_records_are_found_in_a_ledger_by_their_ids(tmp_path: Path) -> None:
    archive = Archive([ledger_of(tmp_path / "so.emul", A1, B1)])
    filed = archive.find(digest(A1))
    assert filed is not None
    assert A1 == filed.read()
    assert None is archive.find(digest(A2))
    assert [digest(B1)] == [each.id for each in archive.of_season("cum-b", "2021")]


def test_a_record_whose_bytes_were_changed_in_its_ledger_is_not_read_from_it(tmp_path: Path) -> None:
    ledger = changed(ledger_of(tmp_path / "so.emul", A1, B1), ("UPDATE entries SET bytes = ? WHERE n = 1", (B1,)))
    filed = Archive([ledger]).find(digest(A1))
    assert filed is not None
    with pytest.raises(LedgerError) as caught:
        filed.read()
    assert "ledger-damaged" == caught.value.code
