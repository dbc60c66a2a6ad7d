"""The record that was kept of a decision, as whoever signs the minutes needs it: its name and its whole id."""

from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.value import frozen

__all__ = ["Kept"]


@frozen
class Kept:
    """A record: the `name` of its file, without the folder, and its `id`, 64 hexadecimal digits."""

    name: str
    id: str

    def sentence(self, names: Names) -> str:
        """What to write into the minutes."""
        return names.say("record-kept", name=plain(self.name), id=self.id)
