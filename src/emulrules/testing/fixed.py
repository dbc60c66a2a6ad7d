"""Fixed scales and static keys: whether what one unit does can reach the order of the others, as decisions show it."""

from collections.abc import Iterable, Iterator
from typing import Final

from emulrules.model.answers import TieKey, TieKeys
from emulrules.model.decision import Decision
from emulrules.testing.facts import leaf_points

__all__ = ["keys_are_known", "keys_are_static", "scales_are_fixed"]

_MOVING: Final = ("relative", "policy")
"""Methods by which the points of one unit can turn on another."""


def scales_are_fixed(before: Decision, after: Decision, others: Iterable[str]) -> bool:
    """Whether the `others` have the same points in both on every leaf whose points can turn on other units."""
    moving = [criterion.id for criterion in before.rules.criteria if criterion.method in _MOVING]
    old, new = leaf_points(before), leaf_points(after)
    return all(old.get((leaf, unit)) == new.get((leaf, unit)) for unit in others for leaf in moving)


def keys_are_static(decision: Decision) -> bool:
    """Whether every computed key has, or can come to have, a value of its own for each unit that it compares.

    A key that has none for one of them is passed over for all who are tied with it.
    """
    if any(step.by == "head-to-head" for step in decision.rules.ties):
        return False
    return all(
        value is not None or key.lacks.get(unit) for key in _computed(decision) for unit, value in key.values.items()
    )


def keys_are_known(decision: Decision) -> bool:
    """Whether no fact is missing that a computed key needs."""
    return not any(key.lacks for key in _computed(decision))


def _computed(decision: Decision) -> Iterator[TieKey]:
    for answered in decision.answers:
        if isinstance(answered.answer, TieKeys):
            yield from (key for key in answered.answer.keys if key.by == "value")
