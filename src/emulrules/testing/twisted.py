"""A policy with one hook answered otherwise: a law may be about other answers, or must find those that break it."""

from collections.abc import Callable
from typing import Any

from attrs import evolve

from emulrules.model.answers import Answer, Answered
from emulrules.policy import Policy

__all__ = ["Twist", "Twisted"]

Twist = Callable[..., Answer]
"""What is answered instead: it is given the answer and, by name, what the hook was asked with."""


class Twisted:
    """A `policy` whose answers to `hook` are twisted; all others are its own."""

    def __init__(self, policy: Policy, hook: str, twist: Twist) -> None:
        self.name = policy.name
        self._inner = policy
        self._hook = hook
        self._twist = twist

    def ask(self, hook: str, subject: str, /, **arguments: Any) -> tuple[Answered, ...]:
        """The answers of the policy, the last one twisted."""
        given = self._inner.ask(hook, subject, **arguments)
        if hook != self._hook:
            return given
        return (*given[:-1], evolve(given[-1], answer=self._twist(given[-1].answer, **arguments)))
