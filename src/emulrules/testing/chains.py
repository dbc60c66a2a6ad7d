"""Invented chains: the steps that split ties, those that choose for an award, those for more units than slots.

Each chain is in random order; a chain of ties may be empty. Step ids are unique over a whole ruleset.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal

from emulrules.model.award import Choose, OverQuota, VoteBase
from emulrules.model.order import Share, TieStep
from emulrules.model.rule import Asked
from emulrules.model.ruleset import Voting
from emulrules.testing.chance import Chance, mixed, one, some, yes
from emulrules.testing.criteria import BASIS, invent_trust

__all__ = ["body", "invent_choices", "invent_over_quota", "invent_ties", "whom"]

_SHARE: Final = Fraction(7, 10)
_HALF: Final = Fraction(1, 2)
_QUARTER: Final = Fraction(1, 4)

_By = Literal["standing", "place", "meeting", "ballot", "decision"]
_Step = Literal["criterion", "share", "head-to-head", "ballot", "decision", "lot"]

_STEPS: Final[tuple[_Step, ...]] = ("criterion", "share", "head-to-head", "head-to-head", "ballot", "decision", "lot")
_WHOM: Final[tuple[Asked, ...]] = ("members", "meeting", "chair", "head-and-deputies")
_ASKED: Final[tuple[_By, ...]] = ("meeting", "ballot", "ballot", "decision")
_Over = Literal["votes", "chair-vote", "decision"]

_OVER: Final[tuple[tuple[_Over, ...], ...]] = (
    (),
    ("votes",),
    ("chair-vote",),
    ("votes", "chair-vote"),
    ("votes", "decision"),
    ("chair-vote", "votes"),
    ("decision", "chair-vote"),
    ("votes", "chair-vote", "decision"),
)

_BODIES: Final[tuple[Asked, ...]] = ("members", "meeting", "council")

_BASES: Final[tuple[VoteBase, ...]] = ("members", "units", "ballots")
_AT_MEETING: Final[tuple[VoteBase, ...]] = ("present", "present-or-consulted")


def whom(chance: Chance) -> Asked:
    """Whom a question inside a cluster can be put to."""
    return one(chance, _WHOM)


def body(chance: Chance) -> Asked:
    """Who casts a ballot."""
    return one(chance, _BODIES)


def _bounds(chance: Chance, share: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """`at_least` and `more_than`, of which one is `share`."""
    return (None, share) if yes(chance) else (share, None)


def invent_ties(chance: Chance, ids: Iterator[str], criteria: Sequence[str]) -> tuple[TieStep, ...]:
    """Up to four steps of any kind, in any order; a criterion is compared once, figures come after head to head."""
    left = list(mixed(chance, criteria))
    kinds = [one(chance, _STEPS) for _ in range(chance.number(0, 4))]
    return tuple(_tie(chance, next(ids), by, left, criteria) for by in _shares_last(kinds) if left or by != "criterion")


def _shares_last(kinds: Sequence[_Step]) -> list[_Step]:
    """The same kinds with those head to head before those by share, wherever either stands."""
    found = iter(sorted(by for by in kinds if by in ("head-to-head", "share")))
    return [next(found) if by in ("head-to-head", "share") else by for by in kinds]


def _tie(chance: Chance, id_: str, by: _Step, left: list[str], criteria: Sequence[str]) -> TieStep:
    trust = invent_trust(chance)
    if by == "criterion":
        return TieStep(id_, "criterion", BASIS, trust, criterion=left.pop())
    if by == "head-to-head":
        over = () if yes(chance) else tuple(some(chance, criteria, chance.number(1, len(criteria))))
        return TieStep(id_, "head-to-head", BASIS, trust, over=over, then=one(chance, ("restart", "continue")))
    if by == "share":
        at_least, more_than = _bounds(chance, _SHARE) if yes(chance) else (None, None)
        share = Share("women", "staff")
        return TieStep(id_, "share", BASIS, trust, share=share, at_least=at_least, more_than=more_than)
    return TieStep(id_, by, BASIS, trust, asks=body(chance) if by == "ballot" else whom(chance))


def invent_choices(
    chance: Chance, ids: Iterator[str], places: Sequence[int], voting: Voting | None, *, ranked: bool
) -> tuple[Choose, ...]:
    """One to three steps that choose for an award: by `places` if any are named, by standing only where units rank.

    The bases of ballots agree with what `voting` says of absent members.
    """
    by_standing: tuple[_By, ...] = ("standing", "standing") if ranked else ()
    by_place: tuple[_By, ...] = ("place", "place") if ranked and places else ()
    kinds = [one(chance, (*_ASKED, *by_standing, *by_place)) for _ in range(chance.number(1, 3))]
    return tuple(_choice(chance, next(ids), by, places, voting) for by in kinds)


def _choice(chance: Chance, id_: str, by: _By, places: Sequence[int], voting: Voting | None) -> Choose:
    if by == "standing":
        return Choose(id_, "standing")
    if by == "place":
        return Choose(id_, "place", places=tuple(some(chance, places, chance.number(1, len(places)))))
    if by != "ballot":
        return Choose(id_, by, asks=whom(chance))
    asks = body(chance)
    at_least, more_than = _bounds(chance, one(chance, (_HALF, _HALF, _SHARE, _QUARTER)))
    base = one(chance, _BASES if asks == "council" else (*_BASES, *_AT_MEETING))
    if base == "present-or-consulted" and voting is not None and voting.absent != "written":
        base = "present"
    return Choose(id_, "ballot", asks, (), at_least, more_than, base, rounds=chance.number(1, 2))


def invent_over_quota(chance: Chance, ids: Iterator[str]) -> tuple[OverQuota, ...]:
    """Up to three steps for more units over a ballot's threshold than there are slots, none of them twice."""
    return tuple(OverQuota(next(ids), by, whom(chance) if by == "decision" else None) for by in one(chance, _OVER))
