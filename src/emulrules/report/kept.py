"""The record of a decision, as whoever signs what is made from it needs it: its whole id, and the name of its file."""

from collections.abc import Iterator

from emulrules.model.record_id import grouped
from emulrules.report.layout import lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.value import frozen

__all__ = ["Kept", "kept_lines"]


@frozen
class Kept:
    """A record: the `name` of its file, without the folder, None if there is none; and its `id`, 64 digits."""

    name: str | None
    id: str

    def sentence(self, names: Names) -> str:
        """What to write into the minutes."""
        if self.name is None:
            return names.say("record-id", id=grouped(self.id))
        return names.say("record-kept", name=plain(self.name), id=grouped(self.id))


def kept_lines(kept: Kept | None, names: Names) -> Iterator[str]:
    """The sentence in lines, none where no record can be made."""
    if kept is not None:
        yield from lines(kept.sentence(names), hang=2)
