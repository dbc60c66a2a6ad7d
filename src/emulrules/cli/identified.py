"""The id of a decision's record, for every report that is made from it, whether the record is written or not."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emulrules.model.decision import Decision
    from emulrules.report.kept import Kept

__all__ = ["kept_of"]


def kept_of(decision: "Decision", record: str | None = None) -> "Kept | None":
    """The record of `decision`, in the file `record` if it is to be written; None where none can be made.

    Raises `RecordError` where one is to be written and cannot be made.
    """
    from emulrules.report.kept import Kept

    if record is not None:
        from emulrules.files.record import record_id

        return Kept(Path(record).name, record_id(decision, record))
    from emulrules.errors import RecordError
    from emulrules.files.canonical import digest
    from emulrules.files.decision_json import encoded

    try:
        return Kept(None, digest(encoded(decision)))
    except RecordError:
        return None
