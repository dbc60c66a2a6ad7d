"""The form of a ledger: an SQLite file with one table, and triggers that let it do nothing but grow.

`INSERT OR REPLACE` deletes without asking a trigger on deleting, so that the one on inserting refuses whatever could
meet an older row.
"""

from typing import Final

__all__ = ["APPLICATION_ID", "COLUMNS", "OLDEST_SQLITE", "PAGE", "STATEMENTS", "VERSION"]

APPLICATION_ID: Final = 0x656D756C
"""The letters `emul`."""

VERSION: Final = 1
"""SQLite's `user_version`: the form that stands here."""

PAGE: Final = 4096

OLDEST_SQLITE: Final = (3, 37)
"""The first version with tables that are strict about types."""

COLUMNS: Final = ("n", "cluster", "season", "record", "before", "supersedes", "start", "digest")
"""What an entry says of its record, in the order of the columns."""

STATEMENTS: Final = (
    f"PRAGMA page_size = {PAGE}",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
    """\
CREATE TABLE entries (
  n INTEGER PRIMARY KEY CHECK (n > 0),
  cluster TEXT NOT NULL,
  season TEXT NOT NULL,
  record TEXT NOT NULL UNIQUE,
  before INTEGER NOT NULL CHECK (before BETWEEN 0 AND n - 1),
  supersedes TEXT UNIQUE,
  start INTEGER NOT NULL CHECK (start IN (0, 1)),
  digest TEXT NOT NULL UNIQUE,
  bytes BLOB NOT NULL,
  UNIQUE (cluster, before)
) STRICT""",
    """\
CREATE TRIGGER entries_follow BEFORE INSERT ON entries
WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM entries)
  OR NEW.before IS NOT (SELECT coalesce(max(n), 0) FROM entries WHERE cluster = NEW.cluster)
  OR EXISTS (SELECT 1 FROM entries WHERE record = NEW.record OR supersedes = NEW.supersedes OR digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'a ledger only grows, by the entry that follows'); END""",
    """\
CREATE TRIGGER entries_stay_as_they_are BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END""",
    """\
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END""",
)
"""What makes an empty ledger of an empty file."""
