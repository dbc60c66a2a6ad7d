"""The shipped rulesets, each of which keeps every law, and how many of its seasons a law is tried on."""

import pytest
from cases import RULESETS
from law_trials import EXAMPLES

from emulrules.files.library import Library
from emulrules.model.ruleset import Ruleset

LIBRARY = Library([RULESETS], installed=False)
SHIPPED = [listed for listed in LIBRARY.listed if LIBRARY.read(listed.id, listed.in_force).value.clusters]


@pytest.fixture(scope="session")
def shipped() -> list[Ruleset]:
    """The rulesets that ship, each merged with what it extends; one that has no cluster decides nothing by itself."""
    return [LIBRARY.read(listed.id, listed.in_force).value for listed in SHIPPED]


@pytest.fixture(scope="session")
def examples() -> int:
    """How many seasons of a shipped ruleset that has its turn: half of what random rulesets get, or one of each."""
    return max(1, EXAMPLES // (2 * len(SHIPPED)))
