"""Which awards are not settled yet, and the open questions that each waits for, as a decision's questions tell.

A ballot or a choice asks under the award's own id. What follows from places asks nothing itself: it waits for the
places, for the facts that gates look at, and for the awards that it requires or excludes.
"""

from collections.abc import Iterable

from emulrules.model.award import Award
from emulrules.model.decision import Decision, Question
from emulrules.report.places import unvoted

__all__ = ["asked_about", "is_open", "open_on"]


def asked_about(decision: Decision, award: str) -> list[str]:
    """The questions under this award's own id that are open or wait, and those that come before them."""
    ids = [question.id for question in decision.questions] + list(decision.waiting)
    own = [id_ for id_ in ids if id_ == f"quota:{award}" or id_.startswith(f"award:{award}:")]
    after = [question.after for question in decision.questions if question.id in own]
    return sorted({*own, *(id_ for ids_ in after for id_ in ids_)})


def is_open(decision: Decision, award: Award) -> bool:
    """Whether more units could still be proposed for `award`."""
    return bool(open_on(decision, award))


def open_on(decision: Decision, award: Award) -> list[str]:
    """The ids of the questions that `award` waits for; none where it is settled."""
    return _open_on(decision, award, {})


def _open_on(decision: Decision, award: Award, told: dict[str, list[str]]) -> list[str]:
    """As `open_on`; `told` are the awards that were looked at, since many may exclude the same ones."""
    if award.id not in told:
        told[award.id] = _waits(decision, award, told)
    return told[award.id]


def _waits(decision: Decision, award: Award, told: dict[str, list[str]]) -> list[str]:
    if own := asked_about(decision, award.id):
        return own
    if all(step.by not in ("place", "standing") for step in award.choose) or _is_full(decision, award):
        return []
    own = _gates(decision) or _before(decision, award) or _places(decision, award)
    return own or _others(decision, award, told)


def _won(decision: Decision, award: Award) -> set[str]:
    return {awarded.unit for awarded in decision.awards if awarded.award == award.id}


def _is_full(decision: Decision, award: Award) -> bool:
    """Whether every slot is taken; an award for places only has one a place."""
    won = len(_won(decision, award))
    quotas = [step.output for step in decision.steps if step.step == "quota" and step.rule == award.quota_rule.path]
    if quotas:
        return bool(won >= quotas[-1])
    return all(step.by == "place" for step in award.choose) and won >= sum(len(step.places) for step in award.choose)


def _gates(decision: Decision) -> list[str]:
    facts = {f"fact:{gate.fact}" for gate in decision.rules.gates}
    return [question.id for question in decision.questions if question.id in facts]


def _before(decision: Decision, award: Award) -> list[str]:
    """The questions on what this award requires of the season before, and on its grounds."""
    asked = {f"before:{other}" for other in award.won_before} | {f"before:fact:{fact}" for fact in award.had_before}
    asked |= {f"fact:{ground.fact}" for ground in award.grounds if ground.fact is not None}
    return [question.id for question in decision.questions if question.id in asked]


def _places(decision: Decision, award: Award) -> list[str]:
    """The questions that keep the places open which this award goes by."""
    asked = [q for q in decision.questions if q.id == "standing" or q.id.startswith(("place:", "fact:"))]
    if all(row.place is None for row in decision.standings):
        return [question.id for question in asked]
    if any(step.by == "standing" for step in award.choose):
        matter = {row.unit for row in decision.standings} - _won(decision, award)
    else:
        places = {place for step in award.choose for place in step.places}
        matter = {row.unit for row in decision.standings if row.place in places and row.tied_with}
        first = unvoted(decision)
        matter |= first if any(place <= len(first) for place in places) else set()
    return [question.id for question in asked if _is_about(question, matter)]


def _is_about(question: Question, units: Iterable[str]) -> bool:
    """Whether the answer may turn on one of `units`: it is an option, or the question is for a figure of it."""
    kind, _, rest = question.id.partition(":")
    return any(unit in question.options or (kind == "fact" and rest.startswith(f"{unit}:")) for unit in units)


def _others(decision: Decision, award: Award, told: dict[str, list[str]]) -> list[str]:
    """What the awards wait for that this one requires or excludes."""
    others = set(award.after)
    awards = [other for other in decision.rules.awards if other.id in others]
    return sorted({id_ for other in awards for id_ in _open_on(decision, other, told)})
