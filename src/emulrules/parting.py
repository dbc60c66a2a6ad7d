"""Where two bodies of one record part: the first difference, by step, unit and rule, with both values.

It is looked for in the steps, since everything else follows from them; then in the outcome, then in the rest.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from emulrules.files.canonical import Plain
from emulrules.files.decision_json import OUTCOME
from emulrules.files.record import first_difference
from emulrules.model.table import Table
from emulrules.value import field, frozen

__all__ = ["Difference", "at", "difference_of", "shown"]

_SHOWN: Final = 300


@frozen
class Difference:
    """The first place in which a record and what was decided again from it part.

    `path` leads to it in the record's body; `recorded` and `recomputed` are what stands there, None for nothing. Of a
    step also its number, kind, unit and rule, and the `inputs` that it came from, as the record has them.
    """

    path: tuple[str | int, ...]
    recorded: Plain
    recomputed: Plain
    n: int | None = None
    step: str | None = None
    unit: str | None = None
    rule: str | None = None
    inputs: Mapping[str, Plain] = field(factory=Table)


def difference_of(recorded: dict[str, Plain], again: dict[str, Plain]) -> Difference | None:
    """The first difference of two bodies: in the steps, then in the outcome, then in the rest."""
    step = _step_difference(recorded["steps"], again["steps"])
    if step is not None:
        return step
    for part in (*OUTCOME, *sorted({*recorded, *again} - {*OUTCOME, "steps"})):
        path = first_difference(recorded.get(part), again.get(part), (part,))
        if path is not None:
            return Difference(path, at(recorded, path), at(again, path))
    return None


def _step_difference(recorded: list[Plain], again: list[Plain]) -> Difference | None:
    for index in range(max(len(recorded), len(again))):
        one = recorded[index] if index < len(recorded) else None
        other = again[index] if index < len(again) else None
        path = _first_in_step(one, other)
        if path is None:
            continue
        step: dict[str, Any] = one or other or {}
        named = {key: step.get(key) for key in ("step", "unit", "rule")}
        inputs = Table(step.get("inputs", {}))
        return Difference(("steps", index, *path), at(one, path), at(other, path), index + 1, **named, inputs=inputs)
    return None


def _first_in_step(one: Plain, other: Plain) -> tuple[str | int, ...] | None:
    """Where two steps part; what was done comes before to whom, under which rule, from what and with what result."""
    if one is None or other is None:
        return ()
    for key in ("step", "unit", "rule", "basis", "inputs", "output"):
        if (path := first_difference(one[key], other[key], (key,))) is not None:
            return path
    return None


def at(value: Plain, path: tuple[str | int, ...]) -> Plain:
    """What stands at `path` in a value; None where nothing does."""
    for key in path:
        try:
            value = value[key]
        except (IndexError, KeyError, TypeError):
            return None
    return value


def shown(value: Plain) -> str:
    """A value as a sentence can hold it."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
