"""The plugin as it is on disk, beside what a witness says of the one that answered."""

from emulrules.files.witness import Program, program
from emulrules.plugins.find import find
from emulrules.value import frozen

__all__ = ["Installed", "installed"]

_DIGITS = 12
"""So much of a digest is told where nobody compares it."""


@frozen
class Installed:
    """The plugin `now` on disk and the one that answered `then`, None for the standard policy."""

    now: Program | None
    then: Program | None

    @property
    def changed(self) -> bool:
        """Whether another distribution answered, or other files under the same version."""
        if self.now is None or self.then is None:
            return self.now is not self.then
        same = self.now.distribution == self.then.distribution
        return not same or (self.now.version == self.then.version and self.now.digest != self.then.digest)

    @property
    def other_version(self) -> bool:
        """Whether another version of it answered, whose files may differ openly."""
        return self.now is not None and self.then is not None and self.now.version != self.then.version

    def data(self) -> dict[str, object]:
        """What sentences name."""
        return {"then": _said(self.then), "now": _said(self.now)}


def installed(policy: str, then: Program | None) -> Installed:
    """What is on disk for `policy`; nothing of it is run. Raises `PluginError` where nothing or too much is there."""
    point = find(policy)
    return Installed(None if point is None else program(point.distribution, point.module), then)


def _said(one: Program | None) -> str:
    if one is None:
        return "-"
    return f"{one.distribution} {one.version or '?'} ({(one.digest or '?')[:_DIGITS]})"
