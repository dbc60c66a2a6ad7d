"""Exact numbers: read from their text once, spelt in one way only.

A measure is a `Fraction`, read from ASCII digits before any number is made of them, so that neither a locale, a decimal
context nor a binary float can touch it. A count is an `int`.
"""

import re
from fractions import Fraction
from typing import Final

__all__ = ["MAX_DIGITS", "MAX_SPELT_DIGITS", "PLACES", "NumeralError", "exceeds", "parse", "spell"]

MAX_DIGITS: Final = 60
"""A numeral with more digits than this is refused from its text, before it is converted."""

MAX_SPELT_DIGITS: Final = 4_000
"""A measure that was computed and spelt may have so many: sums of fractions need more than their parts."""

PLACES: Final = 12
"""A measure is spelt as a decimal if it ends within so many places."""

_NUMERAL: Final = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(%?)", re.ASCII)
_QUOTIENT: Final = re.compile(r"(-?)([0-9]+)/([0-9]+)", re.ASCII)
_COMMA: Final = r"-?[0-9]+(?:\.[0-9]{3})*,[0-9]+%?"
"""Compiled when the first numeral is refused."""


class NumeralError(ValueError):
    """A text that is no number here; its only argument is the stable code of the reason."""

    @property
    def code(self) -> str:
        """`number-comma`, `number-too-long`, `number-zero-divisor` or `number-malformed`."""
        return str(self.args[0])


def parse(text: str, most: int = MAX_DIGITS) -> Fraction:
    """The number that `text` writes: `12`, `-3`, `9.5`, `79.5%` or `2/3`.

    >>> parse("9.50") == parse("9.5"), parse("80%"), parse("-0")
    (True, Fraction(4, 5), Fraction(0, 1))

    Raises `NumeralError` for everything else: a decimal comma, an exponent, a sign `+`, spaces, separators, digits of
    other scripts, more than `most` digits.
    """
    if sum(character in "0123456789" for character in text) > most:
        raise NumeralError("number-too-long")
    if match := _NUMERAL.fullmatch(text):
        sign, whole, decimals, percent = match.groups()
        places = len(decimals or "")
        value = Fraction(int(whole + (decimals or "")), 10**places * (100 if percent else 1))
    elif match := _QUOTIENT.fullmatch(text):
        sign, above, below = match.groups()
        if not int(below):
            raise NumeralError("number-zero-divisor")
        value = Fraction(int(above), int(below))
    else:
        raise NumeralError("number-comma" if re.fullmatch(_COMMA, text) else "number-malformed")
    return -value if sign else value


def exceeds(value: Fraction, most: Fraction) -> bool:
    """Whether `value` is greater than `most`; in integers, since comparing fractions first asks what they are.

    >>> exceeds(Fraction(2, 3), Fraction(3, 5)), exceeds(Fraction(-2, 3), Fraction(-2, 3))
    (True, False)
    """
    above, below = value.as_integer_ratio()
    most_above, most_below = most.as_integer_ratio()
    return above * most_below > most_above * below


def spell(value: Fraction) -> str:
    """The one spelling of a measure: a plain decimal if it ends within 12 places, otherwise `n/d` in lowest terms.

    >>> spell(Fraction(1621, 2)), spell(Fraction(3)), spell(Fraction(-1, 3))
    ('810.5', '3', '-1/3')
    """
    above, below = value.numerator, value.denominator
    if below == 1:
        return str(above)
    scaled, rest = divmod(abs(above) * 10**PLACES, below)
    if rest:
        return f"{above}/{below}"
    whole, decimals = divmod(scaled, 10**PLACES)
    return f"{'-' if above < 0 else ''}{whole}.{decimals:0{PLACES}d}".rstrip("0")
