"""Laws tried on random rulesets: how deep, and of how many of them a law must have something to say."""

from collections.abc import Sequence
from typing import Final

from hypothesis import settings

from emulrules.model.exact import parse
from emulrules.model.ruleset import Ruleset
from emulrules.plugins import load_policy
from emulrules.testing import Tried, check_law, check_laws
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.check import kept_as_far
from emulrules.testing.laws import LAWS, SCORED, Law
from emulrules.testing.seasons import invent_season

EXAMPLES: Final = settings.get_profile(settings.get_current_profile_name()).max_examples
"""How many examples of a random ruleset a law is tried on."""

DEEP: Final = EXAMPLES > 1_000

_MORE: Final = (4, 8)
_NUMBERS: Final = {law: number for number, laws in LAWS.items() for law in laws}


def assert_kept(law: Law, least: str, times: int = 1) -> None:
    """Tries a law on random rulesets, larger ones where there is time; `least` of them must meet its conditions.

    Few examples are much alike, so that the part that meets them swings, and Hypothesis chooses others whenever a
    number in the source changes: `times` as many are tried where it would, and `_MORE` times as many where too few did.
    """
    scored = True if _NUMBERS[law] in SCORED else None
    tried = Tried(0, 0)
    for more in (1,) if DEEP else (times, *(times * each for each in _MORE)):
        tried = check_law(law, scored=scored, units=9 if DEEP else 6, examples=EXAMPLES * more)
        if tried.met >= parse(least) * tried.examples:
            return
    assert tried.met >= parse(least) * tried.examples, f"of {tried.examples} examples, {tried.met} meet the conditions"


def assert_kept_by(shipped: Sequence[Ruleset], number: int, examples: int) -> None:
    """Tries the laws of a number on so many seasons of each ruleset, in depth.

    By default every second ruleset has its turn, the others with the next law, and nothing looks for a smaller season.
    What is broken is told with the ruleset.
    """
    assert len(shipped) > 1
    for ruleset in shipped if DEEP else shipped[number % 2 :: 2]:
        try:
            _kept_by(ruleset, number, examples)
        except Exception as error:
            error.add_note(f"of {ruleset.id}, {ruleset.in_force}")
            raise


def _kept_by(ruleset: Ruleset, number: int, examples: int) -> None:
    if DEEP:
        check_laws(ruleset, laws=[number], examples=examples)
        return
    policy = load_policy(ruleset)
    for law in LAWS[number]:
        for seed in range(examples):
            lots = Lots(f"{ruleset.id} {ruleset.in_force} {law.__name__} {seed}")
            kept_as_far(law, Case(invent_season(lots, ruleset, scored=number in SCORED or None), ruleset, policy), lots)
