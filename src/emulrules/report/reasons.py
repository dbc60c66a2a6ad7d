"""Why one unit is or is not proposed for one award, as the steps say it; nothing is judged again here.

Reasons come from the nearest cause out: gates, awards that exclude or are required, questions that are still open, and
then what the award's own chain did, step by step.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from emulrules.model.award import Award, Choose
from emulrules.model.decision import Awarded, Decision, Step
from emulrules.report.aftermath import became
from emulrules.report.names import Names
from emulrules.report.open_awards import asked_about, is_open, open_on
from emulrules.report.quoting import plain
from emulrules.report.shortfalls import behind, votes_behind, votes_short
from emulrules.value import frozen

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
            told = [*_grounds(decision, award, unit, names), *_chain(decision, award, unit, names)]
            return [*_became(decision, awarded, names), *told]
    closed = [*_gated(decision, unit, names), *_other_awards(decision, award, unit, names)]
    told = closed or [
        *_chain(decision, award, unit, names),
        *(_open(decision, award, unit, names) or _missed(decision, award, unit, names)),
    ]
    return told or [Reason(names.say("why-none"))]


def _became(decision: Decision, awarded: Awarded, names: Names) -> Iterator[Reason]:
    """That it has the award; if its state changed since, to what, and by which document."""
    step = became(decision, awarded.award, awarded.unit)
    if step is None:
        yield Reason(names.say(f"why-{awarded.state}"), awarded.basis)
        return
    code, by = f"why-{'released' if awarded.stands else awarded.state}", step.inputs.get("by")
    if by is None:
        yield Reason(names.say(code), step.basis)
    else:
        yield Reason(names.say(f"{code}-by", other=names.award(str(by))), step.basis)
    yield Reason(names.say("why-was-chosen"), awarded.basis)


def _gated(decision: Decision, unit: str, names: Names) -> Iterator[Reason]:
    for gate in decision.gates:
        if gate.unit == unit and gate.effect == "out":
            yield Reason(names.say("why-out", gate=names.gate(gate.gate)), gate.basis)


def _other_awards(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Reason]:
    """What the unit has, or has not, of other awards that this one excludes or requires."""
    has = {awarded.award for awarded in decision.awards if awarded.unit == unit and awarded.stands}
    for other in award.excludes:
        if other in has:
            yield Reason(names.say("why-excluded", other=names.award(other)), award.basis)
    for other in award.requires:
        if other not in has and not asked_about(decision, other):
            yield Reason(names.say("why-required", other=names.award(other)), award.basis)
    for step in decision.steps:
        if step.step == "won-before" and step.rule == award.rule.path and unit not in step.output:
            yield Reason(names.say("why-required-before", other=names.award(str(step.inputs["award"]))), step.basis)

    if award.grounds and not open_on(decision, award) and not any(_grounds(decision, award, unit, names)):
        yield Reason(names.say("why-without-ground"), award.basis)


def _grounds(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Reason]:
    """The grounds that the unit has."""
    paths = {award.part("grounds", ground).path: ground for ground in award.grounds}
    for step in decision.steps:
        if step.step == "ground" and step.rule in paths and unit in step.output:
            yield Reason(names.ground(paths[step.rule]), step.basis)


def _open(decision: Decision, award: Award, unit: str, names: Names) -> list[Reason]:
    """What the unit still waits for; where only others are left to choose from, that is said instead."""
    open_ = open_on(decision, award)
    if not open_:
        return []
    asked = [question for question in decision.questions if question.id in open_]
    if len(asked) == len(open_) and all(question.id.startswith(f"award:{award.id}:over-quota") for question in asked):
        left = {option for question in asked for option in question.options}
        if unit not in left:
            return [Reason(names.say("why-left", units=names.listed(left)), asked[0].basis)]
    return [Reason(names.say("why-open", questions=names.questions(open_)))]


def _missed(decision: Decision, award: Award, unit: str, names: Names) -> list[Reason]:
    """By how much the unit missed it, and that the quota is used up, where there is one."""
    return [*(Reason(*told) for told in behind(decision, award, unit, names)), *_full(decision, award, names)]


def _full(decision: Decision, award: Award, names: Names) -> list[Reason]:
    """That the quota is used up, where there is one."""
    won = sum(awarded.award == award.id and awarded.stands for awarded in decision.awards)
    for step in decision.steps:
        if step.step == "quota" and step.rule == award.quota_rule.path:
            code = "why-full" if won >= step.output else "why-not-full"
            return [Reason(names.say(code, quota=step.output, n=won), step.basis)]
    return []


def _chain(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Reason]:
    """What the award's own steps say about the unit, in the order in which they happened."""
    own = f"awards.{award.id}."
    # Those whom a step that cuts by votes began with: who reached the threshold, later who was left level.
    judged: tuple[str, ...] = ()
    votes: dict[str, int] = {}
    for step in decision.steps:
        if step.step == "act" and str(step.inputs["id"]).startswith(f"award:{award.id}:"):
            yield from _act(award, step, unit, names)
            votes = dict(step.output) if isinstance(step.output, Mapping) else {}
        elif not str(step.rule).startswith(own):
            continue
        elif step.step == "threshold":
            judged = tuple(step.output)
            yield from _threshold(award, step, unit, names)
            yield from (Reason(*told) for told in votes_short(award, step, votes, unit, names))
        elif step.step == "over-quota":
            yield from _over_quota(award, step, tuple(step.inputs.get("among", judged)), unit, names)
            if not _by_chair(award, step):
                yield from (Reason(*told) for told in votes_behind(step, votes, unit, names))
            judged = tuple(step.inputs["tied"])
        elif step.step == "passed-over" and step.unit == unit:
            yield _passed_over(step, names)
        elif step.step == "line":
            yield from _line(decision, award, step, unit, names)
    for choose in award.choose:
        yield from _place(decision, award, choose, unit, names)


def _step_of(award: Award, question: str, names: Names) -> str:
    """Which step of the chain an act answers, where the award has more than one or the act is of another kind."""
    asked = question.removeprefix(f"award:{award.id}:")
    if asked.count(":") > 1:
        # A line through the units of one parent is named by it, then by the step.
        asked = asked.split(":", 2)[2]
    if asked.partition(":")[0] in ("over-quota", "replacement", "undefined"):
        return names.say(f"why-step-{asked.partition(':')[0]}")
    return "" if [asked] == [choose.id for choose in award.choose] else names.say("why-step", step=plain(asked))


def _act(award: Award, step: Step, unit: str, names: Names) -> Iterator[Reason]:
    what = _step_of(award, str(step.inputs["id"]), names)
    if step.output == "not-held":
        yield Reason(names.say("why-not-taken", step=what), step.basis)
    elif unit not in step.inputs["options"]:
        return
    elif isinstance(step.output, tuple):
        who = names.asked(step.inputs["of"])
        verb = "chair-{}voted" if _by_chair(award, step) else "{}chosen"
        code = f"why-{verb.format('' if unit in step.output else 'not-')}"
        if not step.output and not _by_chair(award, step):
            code = "why-nobody-chosen"
        yield Reason(names.say(code, who=who, step=what, chosen=names.listed(step.output) or "–"), step.basis)
    else:
        votes = step.output.get(unit, 0)
        yield Reason(names.say("why-votes", n=votes, ballots=step.inputs["ballots"], step=what), step.basis)


def _threshold(award: Award, step: Step, unit: str, names: Names) -> Iterator[Reason]:
    """Whether the unit has the part of the votes that the step asks for, which may be strictly more than a share."""
    threshold, base = step.inputs["threshold"], step.inputs["base"]
    code = "why-reached" if unit in step.output else "why-not-reached"
    code = f"{code}-any-base" if base is None else code
    if threshold is not None:
        strict = any(award.part("choose", each).path == step.rule and each.more_than for each in award.choose)
        shown = names.share(Fraction(threshold))
        due = names.say("why-more-than" if strict else "why-at-least", share=shown)
        yield Reason(names.say(code, threshold=due, base=names.measure(base)), step.basis)


def _of_parent(award: Award, step: Step, names: Names) -> str:
    """Whose slots a line is about, where they are those of one parent."""
    parent = step.inputs.get("parent")
    if parent is None or award.at_most is None:
        return ""
    return names.say("why-of-parent", parent=names.parent(award.at_most.per, parent))


def _passed_over(step: Step, names: Names) -> Reason:
    """Its parent has no slot left, so that the next unit has it."""
    parent, number = names.parent(step.inputs["per"], step.inputs["parent"]), step.inputs["number"]
    code = "why-passed-over" if len(step.output) == number else "why-passed-over-open"
    return Reason(names.say(code, parent=parent, n=number, units=names.listed(step.output)), step.basis)


def _by_chair(award: Award, step: Step) -> bool:
    """Whether the step rests on a rule by which the chair's own vote decides."""
    chain = (part for part in award.over_quota if part.by == "chair-vote")
    return step.rule in {award.part("over_quota", part).path for part in chain}


def _over_quota(award: Award, step: Step, judged: tuple[str, ...], unit: str, names: Names) -> Iterator[Reason]:
    """More units than slots, cut by votes: who is sure, who stays level for the next step, who is behind."""
    sure, tied, slots = step.output, step.inputs["tied"], step.inputs["slots"]
    of, by = _of_parent(award, step, names), "chair-" if _by_chair(award, step) else ""
    if unit in sure:
        yield Reason(names.say(f"why-{by}sure", slots=slots, of=of), step.basis)
    elif unit in tied:
        others = names.listed(other for other in tied if other != unit)
        left = slots - len(sure)
        yield Reason(names.say(f"why-{by}level", n=len(tied), others=others, left=left, of=of), step.basis)
    elif unit in judged:
        yield Reason(names.say("why-chair-behind" if by else "why-fewer", slots=slots, of=of), step.basis)


def _line(decision: Decision, award: Award, step: Step, unit: str, names: Names) -> Iterator[Reason]:
    """A tie at the last slot; who is not taken while a question is open may still be."""
    if unit not in step.inputs["tied"]:
        return
    code = "why-in" if unit in step.output else "why-line-open" if is_open(decision, award) else "why-cut"
    tied = names.listed(other for other in step.inputs["tied"] if other != unit)
    of = _of_parent(award, step, names)
    yield Reason(names.say(code, tied=tied, slots=step.inputs["slots"], of=of), step.basis)


def _place(decision: Decision, award: Award, choose: Choose, unit: str, names: Names) -> Iterator[Reason]:
    """An award for named places goes to no other place."""
    place = next((row.place for row in decision.standings if row.unit == unit), None)
    voted_on = any(question.id == "standing" and unit in question.options for question in decision.questions)
    settled = not voted_on and any(row.place is not None for row in decision.standings)
    if choose.by == "place" and settled and place not in choose.places:
        places = ", ".join(map(str, choose.places))
        if place is None:
            yield Reason(names.say("why-no-place", places=places), award.part("choose", choose).basis)
            return
        yield Reason(names.say("why-place", places=places, place=place), award.part("choose", choose).basis)
