"""Why a unit may not hold an office, in words: it holds one now, it has a fact, or a bar is known by its id only."""

from emulrules.model.answers import Barred, Rotation
from emulrules.model.decision import Decision, Step
from emulrules.report.names import Names

__all__ = ["bar"]


def bar(decision: Decision, step: Step, names: Names) -> str:
    """The reason that a step `bar` gives, as the policy answered it; a plugin's bar stands in no ruleset."""
    given = _given(decision, step)
    if given is None:
        return names.rule(str(step.rule))
    if given.fact is not None:
        return names.phrase("fact", given.fact)
    if step.unit == _outgoing_head(decision):
        return names.say("bar-holds", head=names.office("head"))
    return names.rule(f"headship.bars.{given.id}")


def _given(decision: Decision, step: Step) -> Barred | None:
    """The bar in the policy's last answer that the step notes."""
    rotations = [answered.answer for answered in decision.answers if isinstance(answered.answer, Rotation)]
    for barred in rotations[-1].barred if rotations else ():
        noted = (barred.rule.path, barred.rule.basis, barred.offices) == (step.rule, step.basis, step.output)
        if noted and step.unit in (barred.units or ()):
            return barred
    return None


def _outgoing_head(decision: Decision) -> str | None:
    """Who leads this season, as the season, an act or a former record says; or its successor."""
    former = (step for step in decision.steps if step.step == "former" and step.inputs["takes"] == "head")
    head = decision.season.outgoing.head or next((step.output[0] for step in former), None)
    asked = ("before:head", f"before:head:{head}")
    said = [step.output for step in decision.steps if step.step == "act" and step.inputs["id"] in asked]
    if said and said[-1]:
        return str(said[-1][0])
    passed = (step for step in decision.steps if step.step == "carried" and step.output == "seat")
    return next((step.unit for step in passed if step.inputs["of"] == head), head)
