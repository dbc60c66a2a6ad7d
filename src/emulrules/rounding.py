"""Rounding: a step of its own, noted with its mode, its places and its basis; nothing else loses a digit.

A leaf is rounded where it has a rounding, a parent after its cap, the total last. A value that is round already is
left alone, and noted nowhere.
"""

from fractions import Fraction
from math import ceil, floor

from emulrules.errors import Fault, RulesetError
from emulrules.model.criterion import Rounding
from emulrules.model.exact import PLACES
from emulrules.model.rule import Rule
from emulrules.trace import Trace

__all__ = ["note_rounded", "rounded"]


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """`value` to so many decimal places, exactly.

    >>> rounded(Fraction(20, 3), Rounding("half-up", 2)), rounded(Fraction(-1, 8), Rounding("half-up", 2))
    (Fraction(667, 100), Fraction(-13, 100))
    """
    unit = 10**rounding.places
    scaled = value * unit
    if rounding.mode == "floor":
        whole = floor(scaled)
    elif rounding.mode == "ceiling":
        whole = ceil(scaled)
    elif rounding.mode == "half-even":
        whole = round(scaled)
    else:
        whole = floor(scaled + Fraction(1, 2)) if scaled > 0 else ceil(scaled - Fraction(1, 2))
    return Fraction(whole, unit)


def note_rounded(value: Fraction, rounding: Rounding, above: Rule, unit: str, trace: Trace) -> Fraction:
    """`value` as the `rounding` of the rule `above` leaves it, with a step for `unit` where that changes it.

    Raises `RulesetError` for more places than a decimal is spelt with, which no ruleset that was read has.
    """
    if not 0 <= rounding.places <= PLACES:
        path = rounding.rule(above).path.split(".")
        raise RulesetError(Fault("places-out-of-range", (*path, "places"), {"got": rounding.places, "most": PLACES}))
    found = rounded(value, rounding)
    if found != value:
        inputs = {"value": value, "mode": rounding.mode, "places": rounding.places}
        trace.step("round", found, rule=rounding.rule(above), unit=unit, **inputs)
    return found
