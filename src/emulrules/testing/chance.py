"""Chance: where invented things come from, either Hypothesis or a seed.

Hypothesis shrinks what it draws, so an example that breaks a law becomes small: everything here shrinks towards the
first, the least and the false. What follows from a seed is needed where one question must be answered alike in two
courses of one year.
"""

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Protocol, TypeVar

from hypothesis.strategies import SearchStrategy, integers

__all__ = ["Chance", "Draw", "Drawn", "Lots", "mixed", "one", "some", "yes"]

T = TypeVar("T")


class Draw(Protocol):
    """What Hypothesis draws with: the `draw` of a composite strategy, or that of `data()`."""

    def __call__(self, strategy: SearchStrategy[T]) -> T:
        """An example of `strategy`."""


class Chance(Protocol):
    """Whatever can pick a number."""

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""


class Drawn:
    """Numbers that Hypothesis draws."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return least if least == most else self._draw(_between(least, most))


@cache
def _between(least: int, most: int) -> SearchStrategy[int]:
    """Made once for each pair, since making a strategy takes longer than drawing from it."""
    return integers(least, most)


class Lots:
    """Numbers that follow from `seed`: the same seed gives the same numbers on any machine."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def number(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return self._random.randint(least, most)


def one(chance: Chance, things: Sequence[T]) -> T:
    """One of `things`, of which there must be at least one."""
    return things[chance.number(0, len(things) - 1)]


def some(chance: Chance, things: Sequence[T], count: int) -> list[T]:
    """`count` of `things`, none of them twice, in an order that chance gives them."""
    left = list(things)
    return [left.pop(chance.number(0, len(left) - 1)) for _ in range(count)]


def mixed(chance: Chance, things: Sequence[T]) -> tuple[T, ...]:
    """All of `things` in an order that chance gives them."""
    return tuple(some(chance, things, len(things)))


def yes(chance: Chance, among: int = 2) -> bool:
    """True once in `among` times."""
    return chance.number(1, among) == among
