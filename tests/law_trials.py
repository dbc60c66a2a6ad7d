"""Laws tried on random rulesets: how deep, and of how many of them a law must have something to say."""

from typing import Final

from hypothesis import settings

from emulrules.model.exact import parse
from emulrules.testing import check_law
from emulrules.testing.laws import LAWS, SCORED, Law

EXAMPLES: Final = settings.get_profile(settings.get_current_profile_name()).max_examples
"""How many examples of a random ruleset a law is tried on."""

DEEP: Final = EXAMPLES > 1_000

_NUMBERS: Final = {law: number for number, laws in LAWS.items() for law in laws}


def assert_kept(law: Law, least: str) -> None:
    """Tries a law on random rulesets, larger ones where there is time; `least` of them must meet its conditions."""
    scored = True if _NUMBERS[law] in SCORED else None
    tried = check_law(law, scored=scored, units=9 if DEEP else 6)
    assert tried.met >= parse(least) * tried.examples, f"of {tried.examples} examples, {tried.met} meet the conditions"
