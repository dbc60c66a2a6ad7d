"""Rules that the table which a cluster signed itself keeps alone; how it fits its frame is judged with the ruleset."""

from collections.abc import Iterator
from typing import Any

from emulrules.errors import Fault
from emulrules.files.entry_rules import entry_faults
from emulrules.model.criterion import Criterion

__all__ = ["signed_faults"]


def signed_faults(written: Any) -> Iterator[Fault]:
    """What is wrong with `[[criteria]]` of a season, each by itself.

    There is one table, so none is named; nobody fills a frame of it, and nobody extends it.
    """
    if not isinstance(written, list):
        return
    yield from entry_faults("criteria", Criterion, written)
    for index, entry in enumerate(written):
        if isinstance(entry, dict):
            for key in ("table", "frame", "final"):
                if key in entry:
                    yield Fault("signed-key", ("criteria", index, key), {"key": key})
