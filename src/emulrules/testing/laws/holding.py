"""Law 14, second sentence: a hold delays what its unit wins, and reaches nothing else."""

from collections.abc import Iterator
from typing import Literal

from attrs import evolve

from emulrules.model.decision import Decision, Step, Warned
from emulrules.model.table import Table
from emulrules.questions import HOLD
from emulrules.replacements import replacement_id
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one
from emulrules.testing.course import accepted, answered_at_random, run
from emulrules.testing.later import OUTCOMES, ended, on_hold
from emulrules.testing.narrowed import gate_of

__all__ = ["a_hold_only_delays", "the_end_of_a_hold_changes_states_only"]


def a_hold_only_delays(case: Case, chance: Chance) -> bool:
    """Law 14: releasing or refusing a hold changes the state of that unit's awards and nothing else.

    Released, the unit is proposed for what was held, under the same acts; every other step, question and warning is
    what it was. A hold that is refused is no matter of the cluster's own decision: the level above strikes out what was
    held, and nothing in the decision rests on its state. The fact must be that of holds alone: where a bar or a gate
    that puts out turns on it too, more is released than a hold.
    Proof: after the gates, a hold is looked at only where an award's state is written.
    """
    unit, fact, before = _on_hold(case, chance)
    whole = run(before, answered_at_random(before, chance)).case
    acts = whole.season.acts
    part = whole.with_only(acts[: chance.number(0, len(acts))])
    for each in (whole, part):
        facts = each.season.facts
        left = Table({**facts, fact: tuple(other for other in facts[fact] if other != unit)})
        released = evolve(each, season=evolve(each.season, facts=left))
        first, second = each.decide(), accepted(released)
        for kind, (expected, got) in _compared(first, second, unit).items():
            if expected != got:
                told = f"{unit} is released, and of {kind}, {expected} becomes {got}"
                raise BrokenLawError(told, each, released)
    return any(each.unit == unit for each in whole.decide().awards)


def the_end_of_a_hold_changes_states_only(case: Case, chance: Chance) -> bool:
    """Law 14: acts which say that a unit's holds were released, or refused, change the state of its awards, no more.

    Whether or not everything else is answered yet. Released, every one of its awards is proposed; refused, every one
    is refused, and besides it is asked who follows in just these awards, where anybody can. Limits speak no more of a
    unit that was refused.
    Proof: the acts are looked at once all awards are decided, and then only where the unit was chosen.
    """
    unit, _, before = _on_hold(case, chance)
    whole = run(before, answered_at_random(before, chance)).case
    acts = whole.season.acts
    for each in (whole, whole.with_only(acts[: chance.number(0, len(acts))])):
        first = each.decide()
        gates = [gate for held, gate in on_hold(first) if held == unit]
        for outcome in OUTCOMES:
            said = [ended(unit, gate, outcome, each.source) for gate in dict.fromkeys(gates)]
            later = each.with_acts(*said)
            with showing(each, later):
                _check_ended(first, accepted(later), unit, outcome)
    return any(each.unit == unit for each in whole.decide().awards)


def _check_ended(first: Decision, second: Decision, unit: str, outcome: Literal["released", "refused"]) -> None:
    state: Literal["proposed", "refused"] = "proposed" if outcome == "released" else outcome
    expected = [evolve(each, state=state) if each.unit == unit else each for each in first.awards]
    own = {replacement_id(award) for award in first.rules.awards if (award.id, unit) in _chosen(first)}
    asked = {each.id for each in second.questions} - {each.id for each in first.questions}
    compared = {
        "the awards": (expected, list(second.awards)),
        "the steps": (list(_apart(first)), list(_apart(second))),
        "the questions": (list(first.questions), [each for each in second.questions if each.id not in asked]),
        "what is asked besides": (set(), asked - (own if outcome == "refused" else set())),
        "the acts that wait": (first.waiting, second.waiting),
        "the warnings": (list(_unlimited(first)), list(_unlimited(second))),
        "the gates": (first.gates, second.gates),
    }
    for kind, (was, got) in compared.items():
        if was != got:
            raise BrokenLawError(f"{unit} is {outcome}, and of {kind}, {was} becomes {got}")


def _chosen(decision: Decision) -> set[tuple[str, str]]:
    return {(each.award, each.unit) for each in decision.awards}


def _apart(decision: Decision) -> Iterator[Step]:
    """The steps, but for what is said of the end of holds, of states, and of limits on those who still stand."""
    for step in decision.steps:
        ended_ = step.step == "act" and str(step.inputs["id"]).startswith(HOLD)
        if not ended_ and step.step not in ("award-state", "limit"):
            yield evolve(step, n=0)


def _unlimited(decision: Decision) -> Iterator[Warned]:
    """The warnings, but for those of limits, which a rule that is only reported may lean on as well."""
    return (warned for warned in decision.warnings if not warned.rule.startswith("limits."))


def _on_hold(case: Case, chance: Chance) -> tuple[str, str, Case]:
    """A unit, a fact that only holds it, and the case in which it does."""
    gated, fact = gate_of(case, "hold")
    unit = one(chance, case.members)
    units = case.season.facts.get(fact, ())
    facts = Table({**case.season.facts, fact: (*units, unit) if unit not in units else units})
    return unit, fact, evolve(gated, season=evolve(case.season, facts=facts))


def _compared(first: Decision, second: Decision, unit: str) -> dict[str, tuple[object, object]]:
    """What the two say, but for who is on hold, under which gates, and the state of what `unit` won."""
    return {
        "the steps": (list(_steps(first, unit)), list(_steps(second, unit))),
        "the questions": (first.questions, second.questions),
        "the acts that wait": (first.waiting, second.waiting),
        "the warnings": (list(_warnings(first)), list(_warnings(second))),
    }


def _warnings(decision: Decision) -> Iterator[Warned]:
    """The warnings, but for those that nothing leans on once a gate holds nobody."""
    return (warned for warned in decision.warnings if not warned.rule.startswith("gates."))


def _steps(decision: Decision, unit: str) -> Iterator[Step]:
    for step in decision.steps:
        if step.step == "gate" and step.unit == unit and step.output["effect"] == "hold":
            continue
        output = step.output
        if step.step == "award" and step.unit == unit:
            output = Table({**output, "state": ""})
        yield evolve(step, n=0, output=output)
