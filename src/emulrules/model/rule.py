"""Rules as steps and questions name them: where they stand, what they rest on, and whom they ask."""

from typing import Final, Literal

from emulrules.model.source import Trust
from emulrules.value import frozen

__all__ = ["ASKED", "Asked", "Rule"]

Asked = Literal[
    "members",
    "meeting",
    "head",
    "chair",
    "head-and-deputies",
    "council",
    "ministry",
    "province",
    "government",
    "authority",
]
"""Whom a question can be put to: `members` vote as units, `meeting` agrees as a whole, `authority` is any above."""


ASKED: Final[tuple[str, ...]] = Asked.__args__  # type: ignore[attr-defined]  # a Literal keeps its values there


@frozen
class Rule:
    """Where a rule stands in the merged ruleset, what it rests on and how far that can be trusted."""

    path: str
    basis: tuple[str, ...]
    trust: Trust
