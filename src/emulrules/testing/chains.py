"""Invented chains: the steps that split ties, those that choose for an award, those for more units than slots.

Each chain is in random order; a chain of ties may be empty. Step ids are unique over a whole ruleset.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal

from hypothesis import strategies as st

from emulrules.model.ruleset import Asked, Choose, OverQuota, Share, TieStep
from emulrules.testing.criteria import BASIS, trusts

__all__ = ["choices", "more_than_slots", "tie_chains", "whom"]

_SHARE: Final = Fraction(7, 10)
_HALF: Final = Fraction(1, 2)

_BASES: Final[tuple[Literal["members", "present", "ballots"], ...]] = ("members", "present", "ballots")

_By = Literal["standing", "place", "meeting", "ballot", "decision"]


def whom() -> st.SearchStrategy[Asked]:
    """Whom a question inside a cluster can be put to."""
    return st.sampled_from(("members", "meeting", "chair", "head-and-deputies"))


def _threshold(draw: st.DrawFn, share: Fraction, *, stated: bool) -> tuple[Fraction | None, Fraction | None]:
    """`at_least` and `more_than`: one of them is `share`, or none unless a threshold must be stated."""
    which = draw(st.integers(0 if stated else -1, 1))
    return (share if which == 0 else None, share if which == 1 else None)


@st.composite
def tie_chains(draw: st.DrawFn, ids: Iterator[str], criteria: Sequence[str]) -> tuple[TieStep, ...]:
    """Up to four steps: criteria (each once), the share of women, ballots and decisions, in any order and number."""
    left = list(draw(st.permutations(criteria)))
    steps: list[TieStep] = []
    for by in draw(st.lists(st.sampled_from(("criterion", "share", "ballot", "decision")), max_size=4)):
        if by == "criterion" and not left:
            continue
        steps.append(draw(_tie_steps(ids, by, left)))
    return tuple(steps)


@st.composite
def _tie_steps(draw: st.DrawFn, ids: Iterator[str], by: str, criteria: list[str]) -> TieStep:
    id_, trust = next(ids), draw(trusts())
    if by == "criterion":
        return TieStep(id_, "criterion", BASIS, trust, criterion=criteria.pop())
    if by == "share":
        at_least, more_than = _threshold(draw, _SHARE, stated=False)
        share = Share("women", "staff")
        return TieStep(id_, "share", BASIS, trust, share=share, at_least=at_least, more_than=more_than)
    return TieStep(id_, "ballot" if by == "ballot" else "decision", BASIS, trust, asks=draw(whom()))


@st.composite
def choices(draw: st.DrawFn, ids: Iterator[str], places: Sequence[int], ranked: bool) -> tuple[Choose, ...]:
    """One to three steps that choose for an award: by `places` if any are named, by standing only where units rank."""
    asked: tuple[_By, ...] = ("meeting", "ballot", "decision")
    ordered: tuple[_By, ...] = (*(("standing",) if ranked else ()), *(("place",) if places and ranked else ()))
    kinds = draw(st.lists(st.sampled_from((*ordered, *ordered, *asked)), min_size=1, max_size=3))
    return tuple(draw(_chosen_by(ids, by, places)) for by in kinds)


@st.composite
def _chosen_by(draw: st.DrawFn, ids: Iterator[str], by: _By, places: Sequence[int]) -> Choose:
    id_ = next(ids)
    if by == "standing":
        return Choose(id_, "standing")
    if by == "place":
        wanted = draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True))
        return Choose(id_, "place", places=tuple(wanted))
    if by != "ballot":
        return Choose(id_, by, asks=draw(whom()))
    at_least, more_than = _threshold(draw, _HALF, stated=True)
    base = draw(st.sampled_from(_BASES))
    rounds = draw(st.integers(1, 2))
    return Choose(id_, "ballot", draw(whom()), (), at_least, more_than, base, rounds)


@st.composite
def more_than_slots(draw: st.DrawFn, ids: Iterator[str]) -> tuple[OverQuota, ...]:
    """Up to two steps for more units over a ballot's threshold than there are slots."""
    kinds = draw(st.lists(st.sampled_from(("votes", "decision")), max_size=2))
    return tuple(
        OverQuota(next(ids), "votes") if by == "votes" else OverQuota(next(ids), "decision", draw(whom()))
        for by in kinds
    )
