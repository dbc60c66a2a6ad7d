"""Headship: how next year's head and deputies come to office."""

from typing import Final, Literal

from emulrules.model.rule import Asked, Rule
from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = ["MOST_DEPUTIES", "Bar", "Headship", "Seat"]

MOST_DEPUTIES: Final = 2
"""No cluster that was seen has more."""


@frozen
class Bar:
    """Why a unit may not hold an office: it is the `outgoing` head, or it has the fact `fact`."""

    id: str
    for_: tuple[Literal["head", "deputy"], ...]
    basis: tuple[str, ...]
    trust: Trust
    who: Literal["outgoing"] | None = None
    fact: str | None = None


@frozen
class Seat:
    """One deputy's seat; only units of `type` may hold it, any where it is None."""

    seat: str
    type: str | None = None


@frozen
class Headship:
    """How next year's head and deputies come to office.

    `turn` takes the next in the season's queue, and `declined` says where a unit goes that declines its turn; `deputy`
    moves the outgoing deputy up. Only units of `type` may be head. `deputies` () is none, None is not stated.
    `recognised_by` is the level that recognises what the cluster chose. `seat_of` names the parent that offices belong
    to, such as the province, whichever unit of it holds them.
    """

    by: Literal["elected", "acclaimed", "handed-over", "turn", "deputy", "appointed"]
    basis: tuple[str, ...]
    trust: Trust
    asks: Asked | None = None
    bars: tuple[Bar, ...] = ()
    deputies: tuple[Seat, ...] | None = None
    recognised_by: Asked | None = None
    type: str | None = None
    declined: Literal["back", "stays"] | None = None
    seat_of: str | None = None
    final: bool = False

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule("headship", self.basis, self.trust)
