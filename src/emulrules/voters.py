"""Voters: how many belong to a body that votes and how many took part, as far as the season says it.

The council above the cluster votes as itself; whoever else is asked votes as the members of the cluster. A number that
nobody stated is known by its bounds, and by the facts that would tell it.
"""

from fractions import Fraction
from math import ceil, floor
from typing import Final, Protocol

from emulrules.model.award import VoteBase
from emulrules.model.ruleset import Ruleset, Voting
from emulrules.model.season import Meeting, Season
from emulrules.value import field, frozen

__all__ = ["CONSULTED", "COUNCIL", "PRESENT", "PROXIES", "TURNOUT", "Count", "Voters", "least_reaching"]

PRESENT: Final = "fact:meeting:present"
CONSULTED: Final = "fact:meeting:consulted"
PROXIES: Final = "fact:meeting:proxies"
COUNCIL: Final = "fact:council:members"

TURNOUT: Final = (PRESENT, CONSULTED, PROXIES, COUNCIL)
"""The questions for who took part, and for how many members the council has."""

_WAYS: Final = {"present": PRESENT, "consulted": CONSULTED, "proxies": PROXIES}
"""The ways in which members take part in a meeting, each with the fact that counts them."""

_ABSENT: Final = {"written": ("present", "consulted"), "proxy": ("present", "proxies"), "excluded": ("present",)}
"""Who may vote, by what becomes of absent members."""


@frozen
class Count:
    """A number as far as it is known: from `least` to `most` (None: no limit is known).

    `lacks` names the facts that would tell it; none where it is known.
    """

    least: int
    most: int | None
    lacks: tuple[str, ...] = ()

    @property
    def known(self) -> int | None:
        """The number itself, None where it is not known."""
        return self.least if self.least == self.most else None

    def can_be(self, number: int) -> bool:
        """Whether it may be so great a number, or a greater one."""
        return self.most is None or number <= self.most


def _just(number: int) -> Count:
    return Count(number, number)


class _Threshold(Protocol):
    @property
    def at_least(self) -> Fraction | None: ...

    @property
    def more_than(self) -> Fraction | None: ...


def least_reaching(threshold: _Threshold, whole: int) -> int:
    """The least number that reaches a threshold, as a part of so many.

    It is never 0: nobody is chosen by no vote, however small the whole, and without any threshold one vote is enough.

    >>> from emulrules.model.award import Choose
    >>> [least_reaching(Choose("a", "ballot", at_least=Fraction(2, 3)), whole) for whole in (0, 6, 7)]
    [1, 4, 5]
    >>> [least_reaching(Choose("a", "ballot", more_than=Fraction(2, 3)), whole) for whole in (0, 6, 7)]
    [1, 5, 5]
    """
    if threshold.at_least is not None:
        return max(1, ceil(threshold.at_least * whole))
    return 1 if threshold.more_than is None else floor(threshold.more_than * whole) + 1


@frozen
class Voters:
    """Those who can vote in one decision: the cluster has `members`, the council `council` (None: not stated).

    `meeting` says how the members took part, `rule` what becomes of those who were absent (None: no text says it).
    """

    members: int
    meeting: Meeting = field(factory=Meeting)
    council: int | None = None
    rule: Voting | None = None

    @classmethod
    def of(cls, season: Season, rules: Ruleset, members: tuple[str, ...]) -> "Voters":
        """The voters of a season, whose facts hold what acts state of them."""
        return cls(len(members), season.meeting, season.council.members, rules.voting)

    @property
    def stated(self) -> dict[str, int]:
        """The numbers that somebody stated, by the questions for them."""
        numbers = (self.meeting.present, self.meeting.consulted, self.meeting.proxies, self.council)
        return {id_: number for id_, number in zip(TURNOUT, numbers, strict=True) if number is not None}

    def belonging(self, body: str | None) -> Count:
        """How many belong to the body; a council has at least one member."""
        if body != "council":
            return _just(self.members)
        return Count(1, None, (COUNCIL,)) if self.council is None else _just(self.council)

    def present(self) -> Count:
        """How many members were present at the meeting."""
        return self._came("present")

    def taking_part(self) -> Count:
        """How many were present, or gave an opinion in writing or a proxy, as the rule on absent members has it."""
        return self._came(*self._ways)

    def base(self, base: VoteBase | None, body: str | None) -> Count | None:
        """What a threshold on the votes of `body` is a share of; None for the ballots that are cast, or for nothing."""
        if base == "members":
            return self.belonging(body)
        if base == "units":
            return _just(self.members)
        if base == "present":
            return self.present()
        return self._came("present", "consulted") if base == "present-or-consulted" else None

    def may_vote(self, body: str | None) -> Count:
        """How many of the body may cast a ballot: of the council all, of the cluster as the rule on the absent says."""
        return self.belonging(body) if self.bound(body) is None else self.taking_part()

    def bound(self, body: str | None) -> Voting | None:
        """The rule that says who of the body may vote; None where nothing but their number bounds the ballots."""
        return None if body == "council" else self.rule

    def turnout(self) -> dict[str, int | None]:
        """How many took part in each way in which they may; None where nobody said it."""
        return {way: getattr(self.meeting, way) for way in self._ways}

    @property
    def _ways(self) -> tuple[str, ...]:
        return ("present",) if self.rule is None else _ABSENT[self.rule.absent]

    def _came(self, *ways: str) -> Count:
        """How many took part in any of the `ways`, whose numbers and those of the other ways are of one whole."""
        stated = {way: getattr(self.meeting, way) for way in _WAYS}
        least = sum(stated[way] or 0 for way in ways)
        lacks = tuple(_WAYS[way] for way in ways if stated[way] is None)
        most = self.members - sum(stated[way] or 0 for way in stated if way not in ways) if lacks else least
        return Count(least, most, lacks if most > least else ())
