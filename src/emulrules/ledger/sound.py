"""What a sound ledger says: its entries and its head, read only where its form and its whole chain are right."""

from pathlib import Path

from emulrules.errors import LedgerError
from emulrules.files.ledger_file import LedgerFile, reading
from emulrules.ledger.chaining import Chain
from emulrules.model.entry import Entry

__all__ = ["entries", "head", "sound"]


def entries(path: str | Path) -> tuple[Entry, ...]:
    """The entries of the ledger at `path`. Raises `FileError` or `LedgerError` where it is not a sound chain."""
    with reading(Path(path)) as ledger:
        return sound(ledger, str(path))[0]


def head(path: str | Path) -> tuple[int, str]:
    """How many entries the ledger at `path` has, and the digest of the last. Raises as `entries` does."""
    with reading(Path(path)) as ledger:
        chain = sound(ledger, str(path))[1]
        return chain.count, chain.head


def sound(ledger: LedgerFile, path: str) -> tuple[tuple[Entry, ...], Chain]:
    """The entries and their chain. Raises `LedgerError` where the ledger has not its form, or one cannot follow."""
    ledger.check_form()
    found = tuple(ledger.entries())
    chain = Chain()
    for entry in found:
        if faults := [fault.at(path, None) for fault in chain.faults(entry)]:
            raise LedgerError(faults)
        chain.add(entry)
    return found, chain
