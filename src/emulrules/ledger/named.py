"""The records that a record builds on, looked for in its ledger: former seasons, and what a council reviewed.

An entry at which the ledger starts may build on records that the ledger does not have, if it has none of their seasons
either: then they are of a time before it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from emulrules.chain import named_faults
from emulrules.errors import Fault, RecordError
from emulrules.files.record import Record, parse_record
from emulrules.ledger.chaining import Chain

__all__ = ["building_faults", "building_notes"]

_ABSENT: Final = "chain-missing"


def building_faults(
    record: Record, chain: Chain, bytes_of: Callable[[str], bytes | None], *, start: bool
) -> Iterator[Fault]:
    """What is wrong with the records that `record` builds on, `chain` being all that was there before it."""

    def find(id_: str) -> Record | None:
        data = bytes_of(id_) if chain.find(id_) is not None else None
        try:
            return None if data is None else parse_record(data)
        except RecordError:
            return None  # what is wrong with it is told of its own row

    for fault in named_faults(record, find):
        if fault.code != _ABSENT:
            yield fault
            continue
        held = chain.in_force(_cluster(record, fault), str(fault.data["season"]))
        if held is not None:
            yield Fault("ledger-former-other", fault.path, {**fault.data, "other": held})
        elif not start:
            yield Fault("ledger-former-missing", fault.path, fault.data)


def building_notes(record: Record, chain: Chain) -> Iterator[Fault]:
    """What whoever appends `record` should know: that it builds on a record that another one has superseded."""
    for season, former in record.decision.season.former.items():
        held = chain.in_force(record.decision.season.cluster, season)
        if held is not None and held != former.record:
            data = {"record": former.record, "season": season, "other": held}
            yield Fault("ledger-former-superseded", ("season", "former", season), data)


def _cluster(record: Record, fault: Fault) -> str:
    """Of which cluster the record is that was not found."""
    if fault.path[0] == "reviewed":
        return record.decision.reviewed[int(fault.path[1])].cluster
    return record.decision.season.cluster
