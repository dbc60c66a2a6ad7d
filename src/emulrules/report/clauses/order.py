"""Who is considered, when a meeting may decide, what ranks the units, and what parts those that are equal."""

from collections.abc import Iterator

from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, final, threshold
from emulrules.report.names import Names
from emulrules.report.quoting import plain

__all__ = ["gates", "order"]


def gates(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Gates, conditions of the meeting, and the votes of those who are absent."""
    for gate in rules.gates:
        text = f"{names.phrase('fact', gate.fact)} ({plain(gate.fact)}): {names.say(f'gate-{gate.effect}')}"
        yield Clause(gate.rule.path, text + final(gate.final, names), gate.basis, gate.trust)
    for condition in rules.conditions:
        share = threshold(condition.at_least, condition.more_than, names)
        text = names.say(f"ruleset-{condition.what}", threshold=share) + final(condition.final, names)
        yield Clause(condition.rule.path, text, condition.basis, condition.trust)
    if (voting := rules.voting) is not None:
        yield Clause("voting", names.say(f"voting-{voting.absent}"), voting.basis, voting.trust)


def order(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """The order, and the chain of ties."""
    if (by := rules.order) is not None:
        text = names.say(f"order-{by.by}")
        if (listed := by.shortlist) is not None:
            boundary = names.say(f"shortlist-{listed.boundary}")
            text += names.say("order-shortlist", number=listed.number, boundary=boundary)
        if by.asks is not None:
            text += f": {names.asked(by.asks)}"
        if by.name_places:
            text += names.say("order-places", places=", ".join(map(str, by.name_places)))
        yield Clause("order", text, by.basis, by.trust)
    for step in rules.ties:
        yield Clause(step.rule.path, _tie(step, names) + final(step.final, names), step.basis, step.trust)


def _tie(step: TieStep, names: Names) -> str:
    text = names.rule(f"ties.{step.id}")
    if step.at_least is not None or step.more_than is not None:
        text += f", {threshold(step.at_least, step.more_than, names)}"
    if step.over:
        text += names.say("tie-over", criteria="; ".join(map(names.criterion, step.over)))
    if step.then is not None:
        text += names.say(f"tie-{step.then}")
    return text if step.asks is None else f"{text}: {names.asked(step.asks)}"
