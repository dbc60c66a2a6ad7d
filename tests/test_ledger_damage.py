"""A ledger of ten records, one bit flipped or cut anywhere: it is noticed, or nothing changes that is read."""

import os
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pytest
from ledger_processes import remember
from ledger_samples import TEN, ledger_of

from emulrules.errors import EmulrulesError
from emulrules.ledger import append, entries, head, verify
from emulrules.verdicts import Status

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
NOTICED: Final = {Status.UNSUPPORTED, Status.INVALID, Status.BAD_CHAIN}

# Of one connection, so that nothing that was read before is left over.
_READ: Final = (
    *("PRAGMA application_id", "PRAGMA user_version", "PRAGMA encoding", "PRAGMA page_size", "PRAGMA auto_vacuum"),
    *("PRAGMA journal_mode", "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"),
    "SELECT * FROM entries NOT INDEXED ORDER BY n",
)


def read(path: Path) -> list[list[Any]] | None:
    """All that can be read of the file: settings, schema and rows, None where SQLite refuses it."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            return [connection.execute(statement).fetchall() for statement in _READ]
        except sqlite3.Error:
            return None


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger of ten."""
    return ledger_of(tmp_path_factory.mktemp("ten") / "so.emul", *TEN).read_bytes()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same few records are read and decided again once."""
    remember(monkeypatch.setattr)


def flipped(data: bytes) -> Iterator[bytes]:
    bits = range(8 * len(data))
    for bit in bits if DEEP else random.Random(10).sample(bits, 300):
        place = bit // 8
        yield data[:place] + bytes([data[place] ^ 1 << bit % 8]) + data[place + 1 :]


def in_the_head(data: bytes) -> Iterator[bytes]:
    """Each byte of SQLite's own header with one bit flipped, since nearly none of a sample falls there."""
    for place in range(100):
        yield data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]


def in_the_names(data: bytes) -> Iterator[bytes]:
    """The names of tables, indexes and triggers made no text: SQLite quotes them where it complains."""
    for found in re.finditer(rb"entries", data[:4096]):
        place = found.start()
        yield data[:place] + bytes([data[place] ^ 0x80]) + data[place + 1 :]


def cut(data: bytes) -> Iterator[bytes]:
    lengths = range(len(data))
    pages = range(0, len(data), 4096)
    for length in lengths if DEEP else sorted({*pages, *random.Random(11).sample(lengths, 60)}):
        yield data[:length]


def unnoticed(path: Path, data: bytes, changed: Iterator[bytes]) -> tuple[int, list[str]]:
    """How many changes were noticed, and what is wrong with those that were not although something reads otherwise."""
    path.write_bytes(data)
    original, noticed, wrong = read(path), 0, []
    assert original is not None
    for number, other in enumerate(changed):
        path.write_bytes(other)
        checked = verify(path, "verify")
        if checked.matches and read(path) != original:
            wrong.append(f"change {number} reads otherwise and matches")
        elif not checked.matches and checked.status not in NOTICED:
            wrong.append(f"change {number}: {checked.status!r}")
        noticed += not checked.matches
    return noticed, wrong


@pytest.mark.parametrize("kind", [flipped, in_the_head, in_the_names], ids=lambda kind: kind.__name__)
def test_a_flipped_bit_is_noticed_or_changes_nothing_that_is_read(in_memory: Path, ten: bytes, kind: Any) -> None:
    noticed, wrong = unnoticed(in_memory / "so.emul", ten, kind(ten))
    assert [] == wrong
    assert noticed > 10


def test_every_cut_is_noticed(in_memory: Path, ten: bytes) -> None:
    assert (len(list(cut(ten))), []) == unnoticed(in_memory / "so.emul", ten, cut(ten))


@pytest.mark.parametrize("more", [b"\0", b"\0" * 4096, b"x" * 5000], ids=["a byte", "a page", "more"])
def test_what_stands_after_the_last_page_is_noticed(in_memory: Path, ten: bytes, more: bytes) -> None:
    path = in_memory / "so.emul"
    path.write_bytes(ten + more)
    assert Status.INVALID is verify(path, "verify").status


@cache
def _some(data: bytes) -> list[bytes]:
    """Some of the changes, a few of each kind."""
    kinds = (flipped, in_the_head, in_the_names, cut)
    return [other for kind in kinds for other in islice(kind(data), 0, None, 200 if DEEP else 6)]


def test_whatever_was_changed_the_other_verbs_work_or_refuse_with_a_code(in_memory: Path, ten: bytes) -> None:
    path, refused = in_memory / "so.emul", set()
    record = in_memory / "r.json"
    record.write_bytes(TEN[0])
    for other in _some(ten):
        path.write_bytes(other)
        for verb in (lambda: entries(path), lambda: head(path), lambda: append(path, record)):
            try:
                verb()
            except EmulrulesError as error:
                refused.add(error.code)
    assert {"ledger-damaged", "ledger-none"} <= refused
