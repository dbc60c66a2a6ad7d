"""Exact numbers: read from their text once, spelt in one way only.

A measure is a `Fraction`, read from ASCII digits before any number is made of them, so that neither a locale, a decimal
context nor a binary float can touch it. A count is an `int`.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

__all__ = [
    "MAX_DIGITS",
    "MAX_SPELT_DIGITS",
    "PLACES",
    "NumeralError",
    "exceeds",
    "is_long",
    "parse",
    "scaled",
    "spell",
    "told",
]

MAX_DIGITS: Final = 60
"""A numeral with more digits than this is refused from its text, before it is converted."""

MAX_SPELT_DIGITS: Final = 4_000
"""A measure that was computed and spelt may have so many: sums of fractions need more than their parts."""

PLACES: Final = 12
"""A measure is spelt as a decimal if it ends within so many places."""

# About 2,000 digits above and below the line: more than any sum of honest points has, and spelt in no time.
_MAX_BITS: Final = 6_600

_SMALL: Final = 10**9
"""A spelling is kept where both parts of the fraction are below it; those of most points are."""

_KNOWN: Final = 4_096
"""So many short numerals, and so many spellings, are kept at hand: few points differ among all those of a country."""

_SHORT: Final = 24
"""Letters of a numeral that is kept; nearly all points have fewer."""

# How many digits are converted at a time: Python's own limit, which a caller may lower, is never less than 640.
_PIECE: Final = 600
_ABOVE: Final = 10**_PIECE
_PIECE_BITS: Final = 1_990

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
    return _known_value(text, most) if len(text) <= _SHORT else _parsed(text, most)


@lru_cache(_KNOWN)
def _known_value(text: str, most: int) -> Fraction:
    return _parsed(text, most)


def _parsed(text: str, most: int) -> Fraction:
    if sum(character in "0123456789" for character in text) > most:
        raise NumeralError("number-too-long")
    if match := _NUMERAL.fullmatch(text):
        sign, whole, decimals, percent = match.groups()
        places = len(decimals or "")
        value = Fraction(_number(whole + (decimals or "")), 10**places * (100 if percent else 1))
    elif match := _QUOTIENT.fullmatch(text):
        sign, above, below = match.groups()
        if not _number(below):
            raise NumeralError("number-zero-divisor")
        value = Fraction(_number(above), _number(below))
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


def scaled(value: Fraction, by: Fraction, over: Fraction) -> Fraction:
    """`value` times `by`, divided by `over`; in integers, so that one fraction is reduced and not two.

    >>> scaled(Fraction(10), Fraction(3, 2), Fraction(4))
    Fraction(15, 4)
    """
    above, below = value.as_integer_ratio()
    by_above, by_below = by.as_integer_ratio()
    over_above, over_below = over.as_integer_ratio()
    return Fraction(above * by_above * over_below, below * by_below * over_above)


def is_long(value: Fraction | int) -> bool:
    """Whether a measure has more digits than could be spelt and read again; nobody's points have so many."""
    above, below = value.as_integer_ratio()
    return above.bit_length() > _MAX_BITS or below.bit_length() > _MAX_BITS


def spell(value: Fraction) -> str:
    """The one spelling of a measure: a plain decimal if it ends within 12 places, otherwise `n/d` in lowest terms.

    >>> spell(Fraction(1621, 2)), spell(Fraction(3)), spell(Fraction(-1, 3))
    ('810.5', '3', '-1/3')
    """
    above, below = value.as_integer_ratio()
    if -_SMALL < above < _SMALL and below < _SMALL:
        return _known_spelling(above, below)
    return _spelt(above, below)


@lru_cache(_KNOWN)
def _known_spelling(above: int, below: int) -> str:
    return _spelt(above, below)


def _spelt(above: int, below: int) -> str:
    if below == 1:
        return _digits(above)
    scaled, rest = divmod(abs(above) * 10**PLACES, below)
    if rest:
        return f"{_digits(above)}/{_digits(below)}"
    whole, decimals = divmod(scaled, 10**PLACES)
    return f"{'-' if above < 0 else ''}{_digits(whole)}.{decimals:0{PLACES}d}".rstrip("0")


def told(value: Fraction) -> str:
    """The spelling of a measure as a sentence can hold it: a sum of odd fractions has thousands of digits.

    >>> told(Fraction(1621, 2)), len(told(Fraction(1, 3**1_000)))
    ('810.5', 61)
    """
    text = spell(value)
    return text if len(text) <= MAX_DIGITS else f"{text[:MAX_DIGITS]}…"


def _digits(number: int) -> str:
    """The digits of a whole number, whatever limit the caller has set on converting one."""
    if number.bit_length() <= _PIECE_BITS:
        return str(number)
    above, below = divmod(abs(number), _ABOVE)
    return f"{'-' if number < 0 else ''}{_digits(above)}{below:0{_PIECE}d}"


def _number(digits: str) -> int:
    """The whole number of so many digits, likewise."""
    return int(digits) if len(digits) <= _PIECE else _number(digits[:-_PIECE]) * _ABOVE + int(digits[-_PIECE:])
