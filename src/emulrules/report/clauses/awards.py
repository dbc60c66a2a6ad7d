"""Awards: how many of each, how they are chosen, and what other awards mean for them."""

from collections.abc import Iterator

from emulrules.model.award import Award, Choose, OverQuota
from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, final, threshold
from emulrules.report.names import Names
from emulrules.report.quotas import quota_words
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["awards", "chains"]


def awards(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Every award with its own rules below it."""
    for award in rules.awards:
        path = award.rule.path
        text = f"{plain(award.name)} ({plain(award.id)})"
        if award.boundary != "cut":
            text += say(f"rules-boundary-{award.boundary}", names.language)
        yield Clause(path, text + final(award.final, names), award.basis, award.trust)
        if (quota := award.quota) is not None:
            yield Clause(f"{path}.quota", quota_words(quota, names), quota.basis, quota.trust, 1)
        yield from chains(path, award.choose, award.over_quota, names)
        yield from _others(award, names)


def chains(path: str, choose: tuple[Choose, ...], over_quota: tuple[OverQuota, ...], names: Names) -> Iterator[Clause]:
    """The chain by which units are chosen, and the one for more of them than there are slots."""
    for step in choose:
        text = names.say(f"choose-{step.by}", places=", ".join(map(str, step.places)), who=names.asked(step.asks))
        if step.at_least is not None or step.more_than is not None:
            text += f", {threshold(step.at_least, step.more_than, names)} "
            of_council = step.asks == "council" and step.base == "members"
            text += names.say(f"base-{step.base or 'ballots'}{'-council' if of_council else ''}")
        if step.rounds > 1:
            text += names.say("choose-rounds", n=step.rounds)
        yield Clause(f"{path}.choose.{step.id}", f"{text} ({plain(step.id)})", step.basis, step.trust, 1)
    for part in over_quota:
        text = names.say(f"over-quota-{part.by}", who=names.asked(part.asks))
        yield Clause(f"{path}.over_quota.{part.id}", f"{text} ({plain(part.id)})", part.basis, part.trust, 1)


def _others(award: Award, names: Names) -> Iterator[Clause]:
    """What other awards, and other units of one parent, mean for an award."""
    path = award.rule.path
    for key in ("requires", "excludes", "requires_before"):
        if others := getattr(award, key):
            text = names.say(f"award-{key.replace('_', '-')}", awards="; ".join(map(names.award, others)))
            yield Clause(f"{path}.{key}", text, depth=1)
    for ground in award.grounds:
        text = f"{names.ground(ground)} ({plain(ground.id)})"
        yield Clause(f"{path}.grounds.{ground.id}", text, ground.basis, ground.trust, 1)
    if (at_most := award.at_most) is not None:
        text = names.say("award-at-most", n=at_most.number, per=names.phrase("parent", at_most.per))
        yield Clause(f"{path}.at_most", text, depth=1)
