"""The surroundings in which a plugin is asked again: none of them may change an answer.

Between them everything differs that a program can lean on without being told: the seed of hashes, and with it the order
of sets; locale and time zone; the variables of the environment; the order of the rows of the season.
"""

import os
from collections.abc import Mapping
from typing import Any, Final

from attrs import fields, has

from emulrules.model.table import Table
from emulrules.value import field, frozen

__all__ = ["SURROUNDINGS", "Surroundings", "turned"]

# Without these a process may not start at all; of the rest a plugin may know nothing.
_NEEDED: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")

_OF_PYTHON: Final = "PYTHON"


@frozen
class Surroundings:
    """One of them. Of `locales` the first that the system has is set; `turned`: rows stand the other way."""

    seed: int
    zone: str
    locales: tuple[str, ...]
    turned: bool
    bare: bool
    """Whether the variables of the environment are taken away."""

    extra: Mapping[str, str] = field(factory=dict)

    def environment(self, home: str) -> dict[str, str]:
        """The variables of the process, which has the empty folder `home` to itself."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name in _NEEDED or not (self.bare or name.startswith((_OF_PYTHON, "LC_", "LANG")))
        }
        own = {
            "HOME": home,
            "LC_ALL": self.locales[0],
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": str(self.seed),
            "TZ": self.zone,
        }
        return {**kept, **own, **self.extra}


SURROUNDINGS: Final = (
    Surroundings(1, "UTC", ("C",), turned=False, bare=False),
    Surroundings(2, "Asia/Ho_Chi_Minh", ("vi_VN.UTF-8", "C.UTF-8"), turned=True, bare=True),
    Surroundings(20_211_231, "Pacific/Kiritimati", ("tr_TR.UTF-8", "C.UTF-8"), turned=True, bare=False),
    Surroundings(4_294_967_295, "Pacific/Pago_Pago", ("de_DE.UTF-8", "C"), turned=False, bare=True),
)
"""Those in which a plugin is asked, one after another. Few seeds show a set that is gone through most of the time: two
units stand in the other order in every second one."""


def turned(value: Any) -> Any:
    """The same season, or part of one, with the rows of every table in the opposite order.

    The engine sorts them, so that a plugin never sees them as a file has them; no answer may turn on that either.
    """
    if isinstance(value, Table):
        return Table({key: turned(part) for key, part in reversed(value.items())})
    if isinstance(value, tuple):
        return tuple(map(turned, value))
    if has(type(value)):
        return type(value)(*[turned(getattr(value, each.name)) for each in fields(type(value))])
    return value
