"""The chain of a ledger: what each entry must be after those before it, and the digest of all of them.

1. Entries are counted from 1. Each names the row of its cluster's entry before it, 0 for none.
2. A season of a cluster has one record in force. Another one for it supersedes that one, and names it.
3. The digest of an entry is the SHA-256 of what it says and of the digest before it, in the canonical spelling of
   records. That of an empty ledger is the SHA-256 of the name of the format.
"""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from emulrules.errors import Fault, RecordError
from emulrules.files.canonical import digest, encode
from emulrules.model.entry import Entry

__all__ = ["FORMAT", "GENESIS", "Chain", "chain_digest"]

FORMAT: Final = "emulrules/ledger/1"

GENESIS: Final = digest(FORMAT.encode())
"""The head of an empty ledger."""


def chain_digest(entry: Entry, previous: str) -> str:
    """The digest of `entry` after the one that is called `previous`; what `entry.digest` says plays no part.

    Raises `RecordError` where the entry says what no record can hold.
    """
    said = {
        "before": entry.before,
        "cluster": entry.cluster,
        "n": entry.n,
        "previous": previous,
        "record": entry.record,
        "season": entry.season,
        "start": entry.start,
        "supersedes": entry.supersedes,
    }
    return digest(encode(said))


class Chain:
    """The entries so far, as far as the next one turns on them; `head` is the digest of the last, `count` how many."""

    def __init__(self) -> None:
        self.head = GENESIS
        self.count = 0
        self._digests = {GENESIS}
        self._entries: dict[str, Entry] = {}
        self._last: dict[str, int] = {}
        self._in_force: dict[tuple[str, str], str] = {}

    def find(self, record: str) -> Entry | None:
        """The entry of the record with that id."""
        return self._entries.get(record)

    def in_force(self, cluster: str, season: str) -> str | None:
        """The id of the record of that season that none supersedes, None where there is none of that season."""
        return self._in_force.get((cluster, season))

    def holds_head(self, head: str) -> bool:
        """Whether `head` is the digest of an entry, or that of the empty ledger."""
        return head in self._digests

    def next(self, cluster: str, season: str, record: str, supersedes: str | None, start: bool) -> Entry:
        """The entry that follows. Raises `RecordError` where it would say what no record can hold."""
        entry = Entry(self.count + 1, cluster, season, record, self._last.get(cluster, 0), supersedes, start, digest="")
        return evolve(entry, digest=chain_digest(entry, self.head))

    def add(self, entry: Entry) -> None:
        """Takes the entry as the last one, whatever is wrong with it, so that the next is judged by itself."""
        self.head = entry.digest
        self.count = entry.n
        self._digests.add(entry.digest)
        self._entries[entry.record] = entry
        self._last[entry.cluster] = entry.n
        self._in_force[entry.cluster, entry.season] = entry.record

    def faults(self, entry: Entry) -> Iterator[Fault]:
        """Why `entry` is not one that can follow; its path is the row."""
        path, n, before = ("entries", entry.n), self.count + 1, self._last.get(entry.cluster, 0)
        if entry.n != n:
            yield Fault("ledger-row", path, {"n": entry.n, "expected": n})
        if entry.before != before:
            data = {"n": entry.n, "cluster": entry.cluster, "got": entry.before, "expected": before}
            yield Fault("ledger-before", path, data)
        if entry.record in self._entries:
            yield Fault("ledger-twice", path, {"n": entry.n, "record": entry.record})
        if (fault := self.superseding(entry.cluster, entry.season, entry.supersedes)) is not None:
            yield Fault(fault.code, path, fault.data)
        if entry.digest != self._digest(entry):
            yield Fault("ledger-digest", path, {"n": entry.n})

    def _digest(self, entry: Entry) -> str | None:
        """What its digest must be, None where it says what no record can hold."""
        try:
            return chain_digest(entry, self.head)
        except RecordError:
            return None

    def superseding(self, cluster: str, season: str, supersedes: str | None) -> Fault | None:
        """Why a record of that season may not name `supersedes`, or none."""
        current = self.in_force(cluster, season)
        if supersedes == current:
            return None
        data = {"cluster": cluster, "season": season, "record": current or "-", "named": supersedes or "-"}
        if supersedes is None:
            return Fault("ledger-season-taken", (), data)
        return Fault("ledger-supersedes-none" if current is None else "ledger-supersedes-other", (), data)
