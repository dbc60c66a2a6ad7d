"""What became of awards after they were proposed, in words: their states, and the results without a unit.

Read from the steps `award-state` and `without`, which say under which document.
"""

from collections.abc import Iterator
from typing import Any

from emulrules.model.decision import Awarded, Decision, Step
from emulrules.report.names import Names

__all__ = ["bases", "became", "state", "without", "without_of"]


def became(decision: Decision, award: str, unit: str) -> Step | None:
    """The last step that changed the state of the unit's award, None where none did."""
    steps = (step for step in decision.steps if step.step == "award-state" and step.unit == unit)
    return next((step for step in reversed(list(steps)) if step.output["award"] == award), None)


def bases(decision: Decision, awarded: Awarded) -> list[tuple[str, ...]]:
    """What the award rests on: what it was given by, and what changed it since."""
    step = became(decision, awarded.award, awarded.unit)
    return [awarded.basis] if step is None else list(dict.fromkeys((awarded.basis, step.basis)))


def state(awarded: Awarded, names: Names) -> str:
    """What stands after an award that is not simply proposed."""
    return "" if awarded.state == "proposed" else f" – {names.say(f'award-{awarded.state}')}"


def without(decision: Decision, names: Names) -> tuple[str, list[Step]] | None:
    """The units whose awards were cancelled, and the steps that compute the others again, from the top."""
    steps = [step for step in decision.steps if step.step == "without"]
    if not steps:
        return None
    at = {unit: number for number, unit in enumerate(names.sort(str(step.unit) for step in steps))}

    def key(step: Step) -> Any:
        place = step.output["place"]
        return place is None, place or 0, at[str(step.unit)]

    return names.listed(steps[0].inputs["units"]), sorted(steps, key=key)


def without_of(decision: Decision, unit: str, names: Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where one unit stands without those whose awards were cancelled, and what that rests on."""
    for step in decision.steps:
        if step.step == "without" and step.unit == unit:
            place, total = (names.measure(step.output[key]) for key in ("place", "total"))
            units = names.listed(step.inputs["units"])
            yield names.say("place-without", units=units, place=place, total=total), step.basis
