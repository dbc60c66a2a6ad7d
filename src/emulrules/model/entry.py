"""An entry: what a ledger says of one record, in one row."""

from emulrules.value import frozen

__all__ = ["Entry"]


@frozen
class Entry:
    """Row `n` of a ledger, counted from 1: the record with that id, of that cluster and season.

    `before` is the row of the cluster's entry before it, 0 where there is none; `supersedes` the id of the record of
    the same cluster and season that it takes the place of. Of an entry at which the ledger starts (`start`) former
    records may be missing. `digest` is that of this entry and of all before it.
    """

    n: int
    cluster: str
    season: str
    record: str
    before: int
    supersedes: str | None
    start: bool
    digest: str
