"""Trials: one law tried on many seasons of one ruleset, and the smallest that breaks it.

Everything follows from seeds: the same ruleset, policy and law give the same seasons on any machine, each time.
"""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from emulrules.errors import EmulrulesError
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.policy import Policy
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.check import kept_as_far
from emulrules.testing.formers import stated
from emulrules.testing.laws import LAWS, SCORED, Law
from emulrules.testing.reading import forms_read
from emulrules.testing.seasons import invent_season
from emulrules.testing.smaller import smallest
from emulrules.testing.toml_writing import written
from emulrules.value import frozen

__all__ = ["Broken", "Trial", "try_law"]

_TRIES: Final = 300
"""So many smaller seasons are looked at, unless the caller says otherwise."""

_CHANCES: Final = 3
"""Ways in which what a law leaves to chance may go on a smaller season: the first is that of the season found."""

_NUMBERS: Final = {law: number for number, laws in LAWS.items() for law in laws}


@frozen
class Broken:
    """What breaks a law: the smallest `case` found, and the `error` that the law, or a refusal, then told.

    `again` is false where the same season did not break the law when it was tried once more: the policy answers
    otherwise than before, though it is asked the same.
    """

    case: Case
    error: AssertionError | EmulrulesError
    again: bool

    def __str__(self) -> str:
        """What was found instead, and the season as a file."""
        return f"{self.error}\n\n{written(self.season)}"

    @property
    def season(self) -> Season:
        """The season, which states itself what it would take from the records of former ones."""
        return stated(self.case.season, self.case.source)

    @property
    def shown(self) -> tuple[Case, ...]:
        """The years in whose decisions it shows, as the law made them of that season; empty where none does.

        One that is the season itself, under its own ruleset, is left out.
        """
        cases = self.error.cases if isinstance(self.error, BrokenLawError) else ()
        found = [evolve(each, season=stated(each.season, each.source), policy=self.case.policy) for each in cases]
        own = (self.season, self.case.ruleset)
        return tuple(each for each in found if (each.season, each.ruleset) != own)


@frozen
class Trial:
    """On how many `examples` a law was tried, of how many (`met`) it had something to say, and what broke it."""

    law: Law
    examples: int
    met: int
    broken: Broken | None = None


def try_law(law: Law, ruleset: Ruleset, policy: Policy, *, examples: int, tries: int = _TRIES) -> Trial:
    """Tries `law` on so many invented seasons of `ruleset`, up to the first that breaks it or that is refused.

    That one is made smaller in so many `tries`. A season that the ruleset does not provide for does not meet the law.
    """
    met, reads = 0, forms_read(ruleset, policy)
    for number in range(examples):
        seed = f"{ruleset.id} {ruleset.in_force} {law.__name__} {number}"
        scored = True if _NUMBERS[law] in SCORED else None
        case = Case(invent_season(Lots(seed), ruleset, scored=scored, reads=reads), ruleset, policy)
        chances = (f"{seed} law", *(f"{law.__name__} {other}" for other in range(1, _CHANCES)))
        try:
            met += kept_as_far(law, case, Lots(chances[0]))
        except (AssertionError, EmulrulesError) as error:
            return Trial(law, number + 1, met, _told(law, case, error, chances, tries))
    return Trial(law, examples, met)


def _told(law: Law, case: Case, error: AssertionError | EmulrulesError, chances: tuple[str, ...], tries: int) -> Broken:
    """The smallest season that breaks the law as this one does."""

    def breaks(smaller: Case) -> bool:
        return any(_alike(found, error) for found in _errors(law, smaller, chances))

    small = smallest(case, breaks, tries)
    again = next((found for found in _errors(law, small, chances) if _alike(found, error)), None)
    return Broken(small, error if again is None else again, again is not None)


def _errors(law: Law, case: Case, chances: tuple[str, ...]) -> Iterator[AssertionError | EmulrulesError]:
    for chance in chances:
        try:
            kept_as_far(law, case, Lots(chance))
        except (AssertionError, EmulrulesError) as error:
            yield error


def _alike(one: Exception, other: Exception) -> bool:
    """Whether both say the same kind of thing: that the law is broken, or that something is refused for one reason."""
    return type(one) is type(other) and getattr(one, "code", None) == getattr(other, "code", None)
