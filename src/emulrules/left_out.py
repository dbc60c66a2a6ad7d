"""Left out: the acts of a season that do not fit the questions which other rules or other figures ask.

Acts answer the questions that their own year asked. Where a year is decided otherwise, on trial, an act that nothing
asks for any more, or that is no answer to what is asked now, is left out; what is open then is open.
"""

from collections.abc import Callable, Iterable, Mapping

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.decision import Decision
from emulrules.model.season import Act, Season
from emulrules.value import frozen

__all__ = ["Fitted", "LeftOut", "fitted"]


@frozen
class LeftOut:
    """An act that was left out, and the fault that refused it, by the path of the season as it was given."""

    act: Act
    fault: Fault


@frozen
class Fitted:
    """What was decided with the acts that fit; `left_out` are the others, in the order of the season."""

    decision: Decision
    left_out: tuple[LeftOut, ...]


def fitted(season: Season, decide: Callable[[Season], Decision]) -> Fitted:
    """What `decide` makes of `season` without the acts that it refuses, left out one after the other.

    Raises what `decide` raises, once no act is among what it refuses.
    """
    kept = dict(enumerate(season.acts))
    dropped: dict[int, LeftOut] = {}
    while True:
        try:
            decision = decide(evolve(season, acts=tuple(kept.values())))
        except SeasonError as refused:
            unfit = _unfit(refused.faults, kept)
            if not unfit:
                raise
            for at, fault in unfit.items():
                dropped[at] = LeftOut(kept.pop(at), fault)
        else:
            return Fitted(decision, tuple(dropped[at] for at in sorted(dropped)))


def _unfit(faults: Iterable[Fault], kept: Mapping[int, Act]) -> dict[int, Fault]:
    """The first fault of each act that is refused, by where the act stands in the season as it was given."""
    places = tuple(kept)
    found: dict[int, Fault] = {}
    for fault in faults:
        if fault.path[:1] == ("acts",) and fault.path[1:]:
            at = places[int(fault.path[1])]
            found.setdefault(at, evolve(fault, path=("acts", at, *fault.path[2:])))
    return found
