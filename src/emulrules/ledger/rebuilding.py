"""Rebuilding: the entries of a ledger made anew from files of its records, and compared with those that it has.

The files say everything but the order in which they were appended, which of them supersede others, and where the
ledger started: these three are taken from the ledger, and the digests show that they are the same.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from emulrules.errors import Fault, RecordError
from emulrules.files.archive import record_files
from emulrules.files.canonical import digest
from emulrules.files.deposit import fetch
from emulrules.files.record import parse_record
from emulrules.ledger.chaining import Chain
from emulrules.model.entry import Entry

__all__ = ["file_faults"]


def file_faults(entries: Sequence[Entry], folder: str | Path) -> Iterator[Fault]:
    """In what the records of `folder` differ from the ledger's: one that is missing, more, or makes another entry.

    Raises `FileError` where the folder or a file in it cannot be read.
    """
    paths: dict[str, Path] = {}
    for file in record_files(folder):
        paths.setdefault(digest(fetch(file)), file)
    chain = Chain()
    for entry in entries:
        path = paths.pop(entry.record, None)
        if path is None:
            data = {"n": entry.n, "record": entry.record, "season": entry.season}
            yield Fault("ledger-file-missing", ("entries", entry.n), data, str(folder))
        elif _built(path, entry, chain) != entry:
            yield Fault("ledger-file-differs", ("entries", entry.n), {"n": entry.n}, str(path))
        # The next entry is judged by itself.
        chain.add(entry)
    for more in sorted(paths.values()):
        yield Fault("ledger-file-more", (), {"name": more.name}, str(more))


def _built(path: Path, entry: Entry, chain: Chain) -> Entry | None:
    """The entry that the record in the file makes after those of `chain`; None where it is no record."""
    try:
        record = parse_record(fetch(path))
    except RecordError:
        return None
    season = record.decision.season
    return chain.next(season.cluster, season.id, record.id, entry.supersedes, entry.start)
