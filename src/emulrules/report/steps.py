"""Steps: those of two decisions, matched by what they are about, and in which order a council works through them.

Steps are matched by the kind, the unit, the rule, and the question or criterion.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

__all__ = ["POINTS", "Step", "matched", "rank", "seen"]

POINTS: Final = ("stage", "take", "points", "sum", "rescale", "cap", "round", "bonus", "deduct", "total")
_RANKS: Final = {
    "roster": 0,
    "roster-change": 0,
    "succession": 0,
    "gate": 1,
    **dict.fromkeys(POINTS, 2),
    "shortlist": 3,
    "tie": 3,
    "standing": 4,
}
_LATER: Final = 5
_ASKED: Final = {"fact": 0, "before": 0, "standing": 3, "place": 3}
"""Where acts stand among the steps, by the kind of their question."""

_Key = tuple[Any, ...]
Step = Mapping[str, Any]


def matched(steps: Iterable[Step]) -> dict[_Key, Step]:
    """Each step by what it is about, and the so many-th of those."""
    found: dict[_Key, Step] = {}
    for step in steps:
        inputs, output = step["inputs"], step["output"]
        about = inputs.get("id") or inputs.get("question") or inputs.get("criterion") or inputs.get("award")
        award = output.get("award") if isinstance(output, dict) else None
        key: _Key = (step["step"], step["unit"], None if step["step"] == "award" else step["rule"], about, award)
        number = 0
        while (*key, number) in found:
            number += 1
        found[*key, number] = step
    return found


def seen(step: Step | None, unit: str) -> object:
    """What a step says, as far as it concerns the unit."""
    if step is None:
        return None
    output = step["output"]
    if step["unit"] is not None or step["step"] == "succession":
        return output, step["inputs"]
    if isinstance(output, dict):
        return ("of", output[unit]) if unit in output else None
    if isinstance(output, list):
        # Of a tie that was parted, in which of its groups; of those who were chosen, whether it is one.
        inside = (at for at, part in enumerate(output) if unit == part or (isinstance(part, list) and unit in part))
        at = next(inside, None)
        return None if at is None else ("in", at if isinstance(output[at], list) else True)
    return "all", output


def rank(step: Step) -> int:
    if step["step"] == "act":
        return _ASKED.get(str(step["inputs"]["id"]).partition(":")[0], _LATER)
    return _RANKS.get(step["step"], _LATER)
