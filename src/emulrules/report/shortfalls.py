"""By how much a unit missed an award, in words: points behind the last that has it, the step of a tie, votes.

All of it is read from the steps and the rules that they name.
"""

from collections.abc import Iterator, Mapping

from emulrules.model.award import Award
from emulrules.model.decision import Decision, Step
from emulrules.report.names import Names
from emulrules.voters import least_reaching
from emulrules.wording import say

__all__ = ["behind", "votes_behind", "votes_short"]

Told = tuple[str, tuple[str, ...]]
"""A sentence and the basis that it rests on."""


def behind(decision: Decision, award: Award, unit: str, names: Names) -> Iterator[Told]:
    """How far the unit is behind the last one that has an award which goes by the order of points, and by what.

    Nothing where a unit below it has the award, or where no points ordered them.
    """
    order = decision.rules.order
    if order is None or order.by != "points" or not any(step.by in ("standing", "place") for step in award.choose):
        return
    totals = {row.unit: row.total for row in decision.standings if row.total is not None}
    winners = [won.unit for won in decision.awards if won.award == award.id and won.stands and won.unit in totals]
    if unit not in totals or not winners:
        return
    lowest = min(totals[winner] for winner in winners)
    last = [winner for winner in winners if totals[winner] == lowest]
    if totals[unit] < lowest:
        data = {"n": names.measure(lowest - totals[unit]), "others": names.listed(last), "total": names.measure(lowest)}
        yield say("short-points", names.language, **data), order.basis
    elif totals[unit] == lowest and (step := _parted(decision, unit, last)) is not None:
        others = names.listed(other for other in last if other in step.inputs["tied"])
        yield say("short-tie", names.language, others=others, rule=names.rule(str(step.rule))), step.basis


def _parted(decision: Decision, unit: str, others: list[str]) -> Step | None:
    """The step of the ties that put the unit below one of the `others`, None where none did."""
    for step in decision.steps:
        if step.step != "tie" or unit not in step.inputs["tied"]:
            continue
        at = {member: number for number, group in enumerate(step.output) for member in group}
        if any(at.get(other, at[unit]) < at[unit] for other in others):
            return step
    return None


def votes_short(award: Award, step: Step, votes: Mapping[str, int], unit: str, names: Names) -> Iterator[Told]:
    """How many votes the unit lacks of the threshold that `step` judged by, where it is known of how many it is."""
    base = step.inputs["base"]
    choose = next((each for each in award.choose if award.part("choose", each).path == step.rule), None)
    if choose is None or base is None or unit not in votes or unit in step.output:
        return
    due = least_reaching(choose, base)
    yield say("short-votes", names.language, n=due - votes[unit], due=due), step.basis


def votes_behind(step: Step, votes: Mapping[str, int], unit: str, names: Names) -> Iterator[Told]:
    """How many votes the unit is behind the last of those whom `step` found with more, over the quota."""
    ahead = [votes[other] for other in (*step.output, *step.inputs["tied"]) if other in votes]
    if unit in votes and ahead and votes[unit] < min(ahead):
        yield say("short-votes-behind", names.language, n=min(ahead) - votes[unit]), step.basis
