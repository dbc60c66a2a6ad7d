"""Checking: one law, or all of them, tried on random seasons."""

from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from emulrules.model.ruleset import Ruleset
from emulrules.plugins import load_policy
from emulrules.policy import Policy
from emulrules.testing.cases import Case
from emulrules.testing.chance import Drawn
from emulrules.testing.laws import LAWS, SCORED, Law
from emulrules.testing.strategies import cases, cases_of

__all__ = ["check_law", "check_laws"]


def check_law(
    law: Law,
    ruleset: Ruleset | None = None,
    policy: Policy | None = None,
    *,
    examples: int | None = None,
    scored: bool | None = None,
) -> None:
    """Tries `law` on random seasons, as many as the profile of Hypothesis says or `examples`.

    They are seasons of `ruleset`, or of random rulesets where none is given; `policy` is the one that the ruleset names
    where none is given; `scored` says whether seasons must have scores. Raises `AssertionError` with the smallest case
    found that breaks the law.
    """
    count: dict[str, Any] = {} if examples is None else {"max_examples": examples}
    found = cases(scored=scored)
    if ruleset is not None:
        found = cases_of(ruleset, load_policy(ruleset) if policy is None else policy, scored=scored)

    @settings(deadline=None, report_multiple_bugs=False, **count)
    @given(found, st.data())
    def holds(case: Case, data: st.DataObject) -> None:
        law(case, Drawn(data.draw))

    holds()


def check_laws(
    ruleset: Ruleset, policy: Policy | None = None, *, laws: Iterable[int] = tuple(LAWS), examples: int | None = None
) -> None:
    """Tries the `laws` of these numbers, all by default; raises as `check_law` does at the first that is broken."""
    for number in laws:
        for law in LAWS[number]:
            check_law(law, ruleset, policy, examples=examples, scored=True if number in SCORED else None)
