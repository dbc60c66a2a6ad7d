"""Documents, and how far what rests on them can be trusted."""

from datetime import date
from typing import Literal

from emulrules.value import frozen

__all__ = ["Source", "Trust"]

Trust = Literal["read", "reported", "assumed"]


@frozen
class Source:
    """A document that a rule, a figure or an act rests on."""

    document: str
    number: str | None = None
    issued: date | None = None
    seen: str | None = None

    @property
    def cited(self) -> str:
        """How it is cited: by its number where it has one, otherwise by its title."""
        return self.number or self.document
