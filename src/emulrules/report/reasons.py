"""Why one unit is or is not proposed for one award, as the steps say it; nothing is judged again here.

Reasons come from the nearest cause out: gates, awards that exclude or are required, questions that are still open, and
then what the award's own chain did, step by step.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from emulrules.model.decision import Decision, Step
from emulrules.model.ruleset import Award, Choose
from emulrules.report.names import Names
from emulrules.report.quoting import plain

__all__ = ["Reason", "reasons"]


@frozen
class Reason:
    """One sentence and the basis that it rests on."""

    text: str
    basis: tuple[str, ...] = ()


def reasons(decision: Decision, award: Award, unit: str, names: Names) -> list[Reason]:
    """What became of `unit` for `award`: its award, or every reason why it has none."""
    for awarded in decision.awards:
        if awarded.award == award.id and awarded.unit == unit:
            code = "why-held" if awarded.state == "held" else "why-proposed"
            return [Reason(names.say(code), awarded.basis), *_chain(decision, award, unit, names)]
    closed = [*_gated(decision, unit, names), *_other_awards(decision, award, unit, names)]
    return closed or [
        *_chain(decision, award, unit, names),
        *(_open(decision, award, names) or _full(decision, award, names)),
    ]


def _gated(decision: Decision, unit: str, names: Names) -> Iterator[Reason]:
    for gate in decision.gates:
        if gate.unit == unit and gate.effect == "out":
            yield Reason(names.say("why-out", gate=names.gate(gate.gate)), gate.basis)


def _other_awards(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Reason]:
    """What the unit has, or has not, of other awards that this one excludes or requires."""
    has = {awarded.award for awarded in decision.awards if awarded.unit == unit}
    for other in award.excludes:
        if other in has:
            yield Reason(names.say("why-excluded", other=names.award(other)), award.basis)
    for other in award.requires:
        if other not in has and not _asked_about(decision, other):
            yield Reason(names.say("why-required", other=names.award(other)), award.basis)


def _asked_about(decision: Decision, award: str) -> list[str]:
    """The open questions that this award's proposals turn on."""
    ids = [question.id for question in decision.questions] + list(decision.waiting)
    own = [id_ for id_ in ids if id_ == f"quota:{award}" or id_.startswith(f"award:{award}:")]
    after = [question.after for question in decision.questions if question.id in own]
    return sorted({*own, *(id_ for ids_ in after for id_ in ids_)})


def _open(decision: Decision, award: Award, names: Names) -> list[Reason]:
    open_ = _asked_about(decision, award.id)
    if not open_ and any(step.by in ("place", "standing") for step in award.choose):
        open_ = [q.id for q in decision.questions if q.id == "standing" or q.id.startswith(("place:", "fact:"))]
    return [Reason(names.say("why-open", questions=names.questions(open_)))] if open_ else []


def _full(decision: Decision, award: Award, names: Names) -> list[Reason]:
    """That the quota is used up, where there is one."""
    won = sum(awarded.award == award.id for awarded in decision.awards)
    for step in decision.steps:
        if step.step == "quota" and step.rule == award.quota_rule.path:
            code = "why-full" if won >= step.output else "why-not-full"
            return [Reason(names.say(code, quota=step.output, n=won), step.basis)]
    return []


def _chain(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Reason]:
    """What the award's own steps say about the unit, in the order in which they happened."""
    own = f"awards.{award.id}."
    for step in decision.steps:
        if step.step == "act" and str(step.inputs["id"]).startswith(f"award:{award.id}:"):
            yield from _act(award, step, unit, names)
        elif step.step in ("threshold", "over-quota", "line") and str(step.rule).startswith(own):
            yield from _cut(step, unit, names)
    for choose in award.choose:
        yield from _place(decision, award, choose, unit, names)


def _step_of(award: Award, question: str, names: Names) -> str:
    """Which step of the chain an act answers, where the award has more than one or the act is of another kind."""
    asked = question.removeprefix(f"award:{award.id}:")
    return "" if [asked] == [choose.id for choose in award.choose] else names.say("why-step", step=plain(asked))


def _act(award: Award, step: Step, unit: str, names: Names) -> Iterator[Reason]:
    what = _step_of(award, str(step.inputs["id"]), names)
    if step.output == "not-held":
        yield Reason(names.say("why-not-taken", step=what), step.basis)
    elif unit not in step.inputs["options"]:
        return
    elif isinstance(step.output, tuple):
        who = names.asked(step.inputs["of"])
        code = "why-chosen" if unit in step.output else "why-not-chosen"
        yield Reason(names.say(code, who=who, step=what, chosen=names.listed(step.output) or "–"), step.basis)
    else:
        votes = step.output.get(unit, 0)
        yield Reason(names.say("why-votes", n=votes, ballots=step.inputs["ballots"], step=what), step.basis)


def _cut(step: Step, unit: str, names: Names) -> Iterator[Reason]:
    """A threshold that was reached or not, more units than slots, a tie at the last slot."""
    if step.step == "threshold":
        threshold = step.inputs["threshold"]
        code = "why-reached" if unit in step.output else "why-not-reached"
        if threshold is not None:
            shown = names.share(Fraction(threshold))
            yield Reason(names.say(code, threshold=shown, base=names.measure(step.inputs["base"])), step.basis)
    elif unit in step.inputs["tied"]:
        code = "why-in" if unit in step.output else "why-cut"
        tied = names.listed(other for other in step.inputs["tied"] if other != unit)
        yield Reason(names.say(code, tied=tied, slots=step.inputs["slots"]), step.basis)


def _place(decision: Decision, award: Award, choose: Choose, unit: str, names: Names) -> Iterator[Reason]:
    """An award for named places goes to no other place."""
    place = next((row.place for row in decision.standings if row.unit == unit), None)
    if choose.by == "place" and place is not None and place not in choose.places:
        places = ", ".join(map(str, choose.places))
        yield Reason(names.say("why-place", places=places, place=place), award.part("choose", choose).basis)
