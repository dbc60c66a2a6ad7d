"""Law 13: every fact in the outcome stands in a step, and a record is enough to decide again."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from emulrules.engine import decide
from emulrules.files.decision_json import as_object
from emulrules.files.record import parse_record, record_bytes
from emulrules.model.answers import Answered
from emulrules.model.decision import Decision
from emulrules.model.season import Season
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, yes
from emulrules.testing.course import answered_at_random
from emulrules.testing.later import until, whole_year
from emulrules.verdicts import examine

__all__ = ["a_record_is_enough", "hook_answers_are_enough", "steps_alone_give_the_outcome"]


def _part(case: Case, chance: Chance) -> Case:
    """The case with the acts of a whole year, or of the beginning of one."""
    acts = whole_year(case, answered_at_random(case, chance), chance).season.acts
    return case.with_only(until(acts, chance.number(0, len(acts))) if yes(chance) else acts)


def steps_alone_give_the_outcome(case: Case, chance: Chance) -> bool:
    """Law 13: every fact in the outcome stands in a step, and the steps alone give the outcome.

    Read from the JSON of the steps, as somebody without this package would. Whoever is proposed for an award stands in
    an earlier step of it: an answer, a count of votes, a line, or the standing.
    """
    decision = _part(case, chance).decide()
    written = as_object(decision)
    steps = written["steps"]
    for kind, row in _ROWS.items():
        read = [row(_as_last(step, steps)) for step in steps if step["step"] == kind]
        told = [{key: each[key] for key in row(_BLANK)} for each in written[f"{kind}s"]]
        if sorted(map(repr, read)) != sorted(map(repr, told)):
            raise BrokenLawError(f"{kind}s are {told}, but the steps say {read}")
    stripped = evolve(decision, season=Season("", "", ""), answers=(), questions=(), waiting=(), warnings=(), units=())
    for part in ("gates", "standings", "awards", "offices"):
        if getattr(stripped, part) != getattr(decision, part):
            raise BrokenLawError(f"{part} need more than the steps")
    _check_origins(decision)
    return bool(decision.awards or decision.offices)


def _as_last(step: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """An award in the state that it came to; any other step as it is."""
    if step["step"] != "award":
        return step
    changes = [each for each in steps if each["step"] == "award-state" and each["unit"] == step["unit"]]
    states = [each["output"] for each in changes if each["output"]["award"] == step["output"]["award"]]
    return {**step, "output": states[-1]} if states else step


_BLANK: dict[str, Any] = {"unit": None, "basis": [], "output": {}}
"""A step that says nothing: it only shows which keys a row has."""


def _row(*keys: str) -> Any:
    def row(step: Mapping[str, Any]) -> dict[str, Any]:
        return {"unit": step["unit"], **{key: step["output"].get(key) for key in keys}}

    return row


_ROWS = {
    "gate": _row("gate", "effect"),
    "standing": _row("place", "tied_with", "total"),
    "award": _row("award", "state"),
    "office": _row("office", "seat", "state"),
}


def _check_origins(decision: Decision) -> None:
    for number, step in enumerate(decision.steps):
        if step.step != "award":
            continue
        named = [before for before in decision.steps[:number] if _names(before, str(step.unit))]
        if not named:
            raise BrokenLawError(f"nothing says why {step.unit} is proposed for {step.output['award']}")
        if step.rule is None:
            raise BrokenLawError(f"{step.unit} is proposed under no rule")


def _names(step: Any, unit: str) -> bool:
    if step.step == "standing":
        return bool(step.unit == unit)
    return isinstance(step.output, tuple | Mapping) and unit in step.output


def hook_answers_are_enough(case: Case, chance: Chance) -> bool:
    """Law 13: deciding from the recorded answers of hooks gives the same decision, with the same steps."""
    decision = _part(case, chance).decide()
    again = decide(decision.season, decision.rules, Recorded(decision.policy, decision.answers))
    for ours, theirs in zip(decision.steps, again.steps, strict=False):
        if ours != theirs:
            raise BrokenLawError(f"{ours} becomes {theirs}")
    if again != decision:
        raise BrokenLawError("the decision differs though all of its steps are the same")
    return bool(decision.answers)


class Recorded:
    """A policy that gives recorded answers and no others."""

    def __init__(self, name: str, answers: tuple[Answered, ...]) -> None:
        self.name = name
        self._answers = answers

    def ask(self, hook: str, subject: str, /, **_arguments: object) -> tuple[Answered, ...]:
        """What was answered to `hook` on `subject`."""
        given = tuple(each for each in self._answers if (each.hook, each.subject) == (hook, subject))
        if not given:
            raise BrokenLawError(f"{hook} is asked on {subject!r}, and the record does not say what it answered")
        return given


def a_record_is_enough(case: Case, chance: Chance) -> bool:
    """Law 13: reading what was written gives the same, and a replay of the record matches byte for byte."""
    decision = _part(case, chance).decide()
    data = record_bytes(decision)
    read = parse_record(data).decision
    if record_bytes(read) != data:
        raise BrokenLawError("what was read is written otherwise")
    for part in ("season", "rules", "answers", "questions", "waiting", "warnings", "units"):
        if getattr(read, part) != getattr(decision, part):
            raise BrokenLawError(f"{part} are not read as they were written")
    verdict = examine(data)
    if not verdict.matches:
        raise BrokenLawError(f"the replay says: {verdict.sentence()} {verdict.difference}")
    return True
