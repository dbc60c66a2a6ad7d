"""Checking: one law, or all of them, tried on random seasons."""

from collections.abc import Iterable
from typing import Any, Final

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from emulrules.errors import RulesetError, SeasonError
from emulrules.model.ruleset import Ruleset
from emulrules.plugins import load_policy
from emulrules.policy import Policy
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, Drawn
from emulrules.testing.laws import LAWS, SCORED, Law
from emulrules.testing.rulesets import MOST_UNITS
from emulrules.testing.strategies import cases, cases_of
from emulrules.value import frozen

__all__ = ["Tried", "check_law", "check_laws", "kept_as_far"]

_PHASES: Final = [phase for phase in Phase if phase is not Phase.explain]
"""A broken law is told with the smallest season; what else could vary in it would take longest to look for."""

_BEYOND: Final = frozenset({"nothing-applies", "quota-no-row", "succession-again"})
"""What refuses seasons that a ruleset does not provide for."""


@frozen
class Tried:
    """On how many `examples` a law was tried, and of how many of them (`met`) it had something to say."""

    examples: int
    met: int


def check_law(
    law: Law,
    ruleset: Ruleset | None = None,
    policy: Policy | None = None,
    *,
    examples: int | None = None,
    scored: bool | None = None,
    units: int = MOST_UNITS,
) -> Tried:
    """Tries `law` on random seasons, as many as the profile of Hypothesis says or `examples`.

    They are seasons of `ruleset`, or of random rulesets of up to so many `units` where none is given; `policy` is the
    one that the ruleset names where none is given; `scored` says whether seasons must have scores. Raises
    `AssertionError` with the smallest case found that breaks the law.
    """
    count: dict[str, Any] = {} if examples is None else {"max_examples": examples}
    tried: list[bool] = []
    found = cases(scored=scored, units=units)
    if ruleset is not None:
        found = cases_of(ruleset, load_policy(ruleset) if policy is None else policy, scored=scored)

    def holds(case: Case, data: st.DataObject) -> None:
        tried.append(law(case, Drawn(data.draw)) if ruleset is None else kept_as_far(law, case, Drawn(data.draw)))

    # Where examples are the same each time, Hypothesis chooses them by this name: each law has its own.
    holds.__name__ = law.__name__
    settings(deadline=None, report_multiple_bugs=False, phases=_PHASES, **count)(given(found, st.data())(holds))()
    return Tried(len(tried), sum(tried))


def kept_as_far(law: Law, case: Case, chance: Chance) -> bool:
    """Tries a law on a season of a given ruleset, as far as the ruleset says what such a season needs.

    A random season may have a size that no row of a quota's table names, a unit that no criterion applies to, or a
    member that the ruleset forms out of others only later.
    """
    try:
        return law(case, chance)
    except (RulesetError, SeasonError) as refused:
        if {fault.code for fault in refused.faults} <= _BEYOND:
            return False
        raise


def check_laws(
    ruleset: Ruleset, policy: Policy | None = None, *, laws: Iterable[int] = tuple(LAWS), examples: int | None = None
) -> None:
    """Tries the `laws` of these numbers, all by default; raises as `check_law` does at the first that is broken."""
    for number in laws:
        for law in LAWS[number]:
            check_law(law, ruleset, policy, examples=examples, scored=True if number in SCORED else None)
