"""The file of a ledger: made, opened to read or to write, and what stands in its rows.

1. Whatever reads opens it read-only. Another application's file is told before anything is looked for beside it.
2. Whatever writes keeps the journal until everything has reached the disk, its folder included: `journal_mode=DELETE`
   and `synchronous=EXTRA`. Nothing else withstands a power cut at every moment.
3. The file is never opened but by SQLite: a system forgets the locks of a process as soon as it closes a file anywhere.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NoReturn

from emulrules.errors import Fault, FileError, LedgerError
from emulrules.files.canonical import MAX_BYTES, digest
from emulrules.files.deposit import deposit
from emulrules.files.ledger_schema import APPLICATION_ID, COLUMNS, OLDEST_SQLITE, PAGE, STATEMENTS, VERSION
from emulrules.model.entry import Entry

__all__ = ["LedgerFile", "kept_bytes", "make_ledger", "reading", "writing"]

_PATIENCE: Final = 60
"""Seconds to wait for another writer. An append holds the file for some milliseconds."""

_WRITING: Final = (("journal_mode", "DELETE", "delete"), ("synchronous", "EXTRA", 3))

_SETTINGS: Final = (("encoding", "UTF-8"), ("page_size", PAGE), ("auto_vacuum", 0), ("journal_mode", "delete"))
"""What the file itself says that SQLite does with it."""

_ROW: Final = ", ".join(COLUMNS)
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"

_OF_THE_DISK: Final = (
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM),
    sqlite3.SQLITE_READONLY,
)

_UNFINISHED: Final = (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY)


class LedgerFile:
    """An open ledger. Its methods raise `sqlite3.Error`, which whoever opened it tells as a refusal."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection: Final = connection
        self._path: Final = path

    def check_form(self) -> None:
        """Raises `LedgerError` where the tables, triggers or settings are not those of a ledger."""
        self.check_settings()
        if self._all(_SCHEMA) != _form():
            raise LedgerError(Fault("ledger-form", (), {}, str(self._path)))

    def check_settings(self) -> None:
        """Raises `LedgerError` where the file says that SQLite does otherwise with it than with a ledger."""
        for setting, due in _SETTINGS:
            self.check_setting(setting, due)

    def check_setting(self, setting: str, due: str | int) -> None:
        """Raises `LedgerError` where a setting is not the one that is due."""
        if (got := self._one(f"PRAGMA {setting}")) != due:
            data = {"setting": setting, "got": str(got), "expected": str(due)}
            raise LedgerError(Fault("ledger-setting", (), data, str(self._path)))

    def check_pages(self) -> None:
        """Raises `LedgerError` where SQLite finds its own structures damaged, or the file longer than they say."""
        found = [row[0] for row in self._all("PRAGMA integrity_check(1)")]
        if found != ["ok"]:
            _refuse_damaged(self._path, str(found[0]) if found else "-")
        self._connection.execute("BEGIN")
        due = PAGE * int(self._one("PRAGMA page_count"))
        got = self._path.stat().st_size
        self._connection.execute("COMMIT")
        if got != due:
            _refuse_damaged(self._path, f"{got} ≠ {due}")

    def entries(self) -> list[Entry]:
        """All entries in their order. Raises `LedgerError` for one whose values are of no such kinds."""
        return [self._entry(row) for row in self._all(f"SELECT {_ROW} FROM entries ORDER BY n")]

    def entry_of(self, record: str) -> Entry | None:
        """The entry of the record with that id, None where the ledger has none. Raises as `entries` does."""
        rows = self._connection.execute(f"SELECT {_ROW} FROM entries WHERE record = ?", (record,)).fetchall()
        return self._entry(tuple(rows[0])) if rows else None

    def bytes_of(self, record: str) -> bytes | None:
        """The bytes of the record with that id, None where the ledger has none."""
        row = self._connection.execute("SELECT bytes FROM entries WHERE record = ?", (record,)).fetchone()
        if row is not None and type(row[0]) is not bytes:
            _refuse_damaged(self._path, "bytes")
        return None if row is None else row[0]

    def insert(self, entry: Entry, data: bytes) -> None:
        """Adds the entry that follows."""
        values = (entry.n, entry.cluster, entry.season, entry.record, entry.before, entry.supersedes)
        self._connection.execute(
            f"INSERT INTO entries ({_ROW}, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, int(entry.start), entry.digest, data),
        )

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        n, cluster, season, record, before, supersedes, start, chained = row
        texts = (cluster, season, record, chained, *(() if supersedes is None else (supersedes,)))
        if not all(type(text) is str for text in texts) or not all(type(each) is int for each in (n, before, start)):
            _refuse_damaged(self._path, f"n = {n!r}")
        return Entry(n, cluster, season, record, before, supersedes, bool(start), chained)

    def _one(self, statement: str) -> Any:
        return self._connection.execute(statement).fetchone()[0]

    def _all(self, statement: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._connection.execute(statement).fetchall()]


def make_ledger(path: Path) -> None:
    """Makes an empty ledger, which appears whole or not at all. Raises `FileError` where anything stands there."""
    _check_version()
    with closing(_empty()) as connection:
        data = connection.serialize()
    deposit({path: data})


def kept_bytes(path: Path, record: str) -> bytes:
    """The bytes of the record with that id in the ledger at `path`. Raises as `reading` does, and where it has none."""
    with reading(path) as ledger:
        data = ledger.bytes_of(record)
    if data is None or digest(data) != record:
        _refuse_damaged(path, record)
    return data


@contextmanager
def reading(path: Path) -> Iterator[LedgerFile]:
    """The ledger at `path`, opened read-only; writers wait only while a row is read, since rows never change.

    Raises `FileError` where it cannot be read, and `LedgerError` where it is no ledger, of another version or damaged.
    """
    with _opened(path, "ro") as connection:
        yield LedgerFile(connection, path)


@contextmanager
def writing(path: Path) -> Iterator[LedgerFile]:
    """The ledger at `path` for one writer alone; what was added is kept once the block ends well.

    Raises as `reading` does, and where it cannot be written; then nothing was added.
    """
    with _opened(path, "rw") as connection:
        ledger = LedgerFile(connection, path)
        ledger.check_settings()
        for setting, value, due in _WRITING:
            connection.execute(f"PRAGMA {setting} = {value}").fetchall()
            ledger.check_setting(setting, due)
        # Whoever only begins to write when the first row is added may have read what another one has since changed.
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield ledger
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def connect(path: Path, options: str) -> sqlite3.Connection:
    """A connection to the file at `path`, by the options of SQLite's addresses of files."""
    address = f"{path.resolve().as_uri()}?{options}"
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * MAX_BYTES)
    return connection


@contextmanager
def _opened(path: Path, mode: Literal["ro", "rw"]) -> Iterator[sqlite3.Connection]:
    _check_version()
    _check_file(path)
    with _told(path, mode):
        _check_alone(path)
        with closing(connect(path, f"mode={mode}")) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            _check_kind(connection, path)
            yield connection


def _check_alone(path: Path) -> None:
    """Looks at the file as if nothing stood beside it: SQLite neither locks it so, nor puts anything there."""
    with closing(connect(path, "mode=ro&immutable=1")) as connection:
        try:
            _check_kind(connection, path)
        except UnicodeDecodeError:
            pass  # damaged, as below: SQLite's complaint quotes what is no text
        except sqlite3.DatabaseError as error:
            # An append that was broken off may have left it so; then the journal beside it mends it.
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_CORRUPT:
                raise


def _check_version() -> None:
    if sqlite3.sqlite_version_info[:2] < OLDEST_SQLITE:
        data = {"got": sqlite3.sqlite_version, "least": ".".join(map(str, OLDEST_SQLITE))}
        raise LedgerError(Fault("ledger-sqlite", (), data))


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise FileError(Fault("file-is-folder", file=str(path)))
        if not path.exists():
            raise FileError(Fault("file-missing", file=str(path)))
        if not path.is_file():
            raise FileError(Fault("file-not-regular", file=str(path)))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileError(Fault("file-unreadable", data={"reason": reason}, file=str(path))) from None


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerError(Fault("ledger-none", (), {}, str(path)))
    if (got := connection.execute("PRAGMA user_version").fetchone()[0]) != VERSION:
        raise LedgerError(Fault("ledger-version", (), {"got": got, "expected": VERSION}, str(path)))


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in STATEMENTS:
        connection.execute(statement)
    return connection


@cache
def _form() -> list[tuple[Any, ...]]:
    """What an empty ledger holds: asked of SQLite itself, which names what it adds."""
    with closing(_empty()) as connection:
        return [tuple(row) for row in connection.execute(_SCHEMA).fetchall()]


def _refuse_damaged(path: Path, detail: str) -> NoReturn:
    raise LedgerError(Fault("ledger-damaged", (), {"detail": detail}, str(path)))


@contextmanager
def _told(path: Path, mode: str) -> Iterator[None]:
    """Whatever SQLite refuses is told as a refusal of that file, by what has to be mended."""
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(error, path, mode) from error
    except UnicodeDecodeError as error:
        # The standard library fails so where SQLite's complaint quotes what is no text any more.
        raise LedgerError(Fault("ledger-damaged", (), {"detail": ascii(error.object)}, str(path))) from error


def _refusal(error: sqlite3.Error, path: Path, mode: str) -> FileError | LedgerError:
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code, data, file = extended & 0xFF, {"reason": str(error)}, str(path)
    if extended in _UNFINISHED:
        return LedgerError(Fault("ledger-unfinished", (), {}, file))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LedgerError(Fault("ledger-busy", (), {"seconds": _PATIENCE}, file))
    # Who only reads meets a full disk where a page is named that no file could have.
    of_pages = extended == sqlite3.SQLITE_IOERR_SHORT_READ or (code == sqlite3.SQLITE_FULL and mode == "ro")
    if code in _OF_THE_DISK and not of_pages:
        return FileError(Fault("ledger-unwritable" if mode == "rw" else "file-unreadable", (), data, file))
    if code == sqlite3.SQLITE_NOTADB:
        return LedgerError(Fault("ledger-none", (), {}, file))
    return LedgerError(Fault("ledger-damaged", (), {"detail": str(error)}, file))
