"""How a law says that it is broken: by raising, also where Python leaves `assert` out."""

__all__ = ["BrokenLawError"]


class BrokenLawError(AssertionError):
    """A law that does not hold; its text says of what, and what was found instead."""
