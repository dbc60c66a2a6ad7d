"""Facts that hold of every file: one test a fact, which names the file that it does not hold of."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

__all__ = ["of_every"]

T = TypeVar("T")


def of_every(things: Iterable[T], name: Callable[[T], str]) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """Makes a fact about one thing a test of all of `things`; what fails is told with its name."""
    all_things = tuple(things)

    def made(fact: Callable[[T], None]) -> Callable[[], None]:
        def test() -> None:
            assert all_things
            for thing in all_things:
                try:
                    fact(thing)
                except Exception as error:
                    error.add_note(f"of {name(thing)}")
                    raise

        whole = wraps(fact)(test)
        # pytest would look for a fixture of the name of the argument.
        del whole.__dict__["__wrapped__"]
        return whole

    return made
