"""How a law says that it is broken: by raising, also where Python leaves `assert` out."""

from collections.abc import Iterator
from contextlib import contextmanager

from emulrules.testing.cases import Case

__all__ = ["BrokenLawError", "showing"]


class BrokenLawError(AssertionError):
    """A law that does not hold; its text says of what, and what was found instead.

    `cases` are those in whose decisions it shows: the years that the law made of the one that it was given, with their
    acts, each under the ruleset that the law made of the given one. Empty where no decision shows it.
    """

    def __init__(self, text: str, *cases: Case) -> None:
        super().__init__(text)
        self.cases = cases


@contextmanager
def showing(*cases: Case) -> Iterator[None]:
    """What a law finds broken inside shows in the decisions of these `cases`, unless it names others."""
    try:
        yield
    except BrokenLawError as broken:
        if broken.cases:
            raise
        raise BrokenLawError(str(broken), *cases) from broken
