"""Facts about checking a ledger: its chain, its records, an old head, the files of its records."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ledger_samples import (
    A1,
    A2,
    B1,
    DIVERGED,
    FORGED,
    OTHER_A1,
    TEN,
    changed,
    codes,
    kept,
    ledger_of,
    record,
    rewritten,
)

from emulrules.errors import LedgerError
from emulrules.files.canonical import digest
from emulrules.ledger import GENESIS, append, entries, head, verify
from emulrules.ledger.chaining import Chain
from emulrules.verdicts import Status

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
def test_a_row_that_was_changed_is_named(in_memory: Path, change: str) -> None:
    statements, due = CHANGES[change]
    ledger = ledger_of(in_memory / "so.emul", A1, A2, B1, record("cum-c", "2021"), (OTHER_A1, A1))
    status, found = codes(changed(ledger, *statements))
    assert (Status.BAD_CHAIN, set(due)) == (status, set(found))


def test_a_record_that_does_not_stand_gets_its_own_verdict(in_memory: Path) -> None:
    ledger = rewritten(in_memory / "so.emul", B1, FORGED)
    assert (Status.MATCH, []) == codes(ledger, level="verify")
    assert (Status.OTHER_RECORD, ["ledger-record"]) == codes(ledger)


def test_of_several_verdicts_the_worst_is_that_of_the_ledger(in_memory: Path) -> None:
    ledger = rewritten(in_memory / "so.emul", FORGED, DIVERGED)
    assert (Status.MATCH, []) == codes(ledger, level="verify")
    assert (Status.DIVERGED, ["ledger-record", "ledger-record"]) == codes(ledger)


def test_what_a_record_builds_on_stands_before_it(in_memory: Path) -> None:
    assert (Status.BAD_CHAIN, ["ledger-former-missing"]) == codes(rewritten(in_memory / "so.emul", A2, A1))


def test_a_record_that_stands_twice_is_named(in_memory: Path) -> None:
    (entry,), chain = entries(ledger_of(in_memory / "so.emul", A1)), Chain()
    chain.add(entry)
    again = chain.next("cum-a", "2022", entry.record, None, start=False)
    assert ["ledger-twice"] == [fault.code for fault in chain.faults(again)]


def test_an_index_that_does_not_agree_with_the_rows_is_noticed(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, B1)
    with closing(sqlite3.connect(ledger)) as connection:
        indexes = connection.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'").fetchall()
    data = ledger.read_bytes()
    pages = [data[4096 * (root - 1) : 4096 * root] for (root,) in indexes]
    (page,) = [page for page in pages if b"cum-b" in page]
    ledger.write_bytes(data.replace(page, page.replace(b"cum-b", b"cum-x")))
    assert (Status.INVALID, ["ledger-damaged"]) == codes(ledger)


def test_a_record_without_what_it_builds_on_breaks_the_chain(in_memory: Path) -> None:
    assert (Status.BAD_CHAIN, ["ledger-former-missing"]) == codes(rewritten(in_memory / "so.emul", A2))


def test_every_former_head_lies_on_the_chain_and_no_other(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, A2)
    for old in (GENESIS, *(entry.digest for entry in entries(ledger))):
        assert verify(ledger, head=old).matches
    assert (Status.HEAD_NOT_ON_CHAIN, ["ledger-head-unknown"]) == codes(ledger, head="0" * 64)


def test_an_older_copy_and_a_rewritten_ledger_do_not_continue_a_newer_head(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    older = in_memory / "cu.emul"
    older.write_bytes(ledger.read_bytes())
    append(ledger, kept(in_memory, A2))
    other = ledger_of(in_memory / "khac.emul", B1, A1, A2)
    for each in (older, other):
        assert verify(each).matches
        assert Status.HEAD_NOT_ON_CHAIN is verify(each, head=head(ledger)[1]).status


def test_a_ledger_is_rebuilt_from_the_files_of_its_records(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", *TEN)
    assert verify(ledger, records=in_memory).matches


def test_an_entry_that_its_file_does_not_make_is_told_of_that_file(in_memory: Path) -> None:
    ledger = changed(ledger_of(in_memory / "so.emul", A1, A2), "UPDATE entries SET season = '2020' WHERE n = 2")
    checked = verify(ledger, records=in_memory)
    assert Status.BAD_CHAIN is checked.status
    told = [fault.file for fault in checked.faults if fault.code == "ledger-file-differs"]
    assert [str(in_memory / f"{digest(A2)}.json")] == told


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
def test_files_that_are_not_those_of_the_ledger_are_told(in_memory: Path, change: Any, due: list[str]) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, A2)
    change(in_memory)
    assert (Status.INPUT_DIFFERS, due) == codes(ledger, records=in_memory)


def test_no_record_follows_a_row_that_was_changed(in_memory: Path) -> None:
    ledger = changed(ledger_of(in_memory / "so.emul", A1), "UPDATE entries SET season = '2020'")
    for verb in (entries, head, lambda path: append(path, kept(in_memory, B1))):
        with pytest.raises(LedgerError) as caught:
            verb(ledger)
        assert "ledger-digest" == caught.value.code
