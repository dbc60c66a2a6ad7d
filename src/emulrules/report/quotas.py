"""How many may be proposed, and where that number came from, in words: from a step, and from a rule alone."""

from fractions import Fraction

from emulrules.model.award import Award, QuotaRule
from emulrules.model.decision import Decision, Step
from emulrules.report.names import Names

__all__ = ["Reckoned", "quota_words", "reckoned"]

Reckoned = tuple[str, tuple[str, ...]]
"""A sentence on how many may be proposed, and the basis that it rests on."""


def quota_words(quota: QuotaRule, names: Names) -> str:
    """How many units a rule lets be proposed."""
    if quota.number is not None:
        return names.say("quota-number", n=quota.number)
    if quota.table:
        rows = (names.say("quota-row", least=row.units[0], most=row.units[1], n=row.number) for row in quota.table)
        return "; ".join(rows)
    if quota.rest:
        return names.say("quota-rest")
    for how, share in _parts(quota):
        base = names.say(f"quota-base-{quota.base or 'units'}")
        return names.say("quota-part", part=_part(share, how, base, quota.least, quota.most, names))
    return names.say("quota-ask", who=names.asked(quota.ask))


def _parts(quota: QuotaRule) -> list[tuple[str, Fraction]]:
    """The one way in which a quota is a part of its base, and the part."""
    ways = [
        (quota.rounding or "floor", quota.share),
        ("not-more-than", quota.not_more_than),
        ("less-than", quota.less_than),
    ]
    return [(how, share) for how, share in ways if share is not None]


def _part(share: Fraction, how: str, base: str, least: int | None, most: int | None, names: Names) -> str:
    part = names.say(f"quota-{how}", share=names.percent(share), base=base)
    limits = [
        names.say(f"quota-{key}", n=number) for key, number in (("least", least), ("most", most)) if number is not None
    ]
    return ", ".join((part, *limits))


def reckoned(decision: Decision, award: Award, names: Names) -> Reckoned | None:
    """How the number of `award` was reckoned; None where it is only a number, or not known."""
    for step in decision.steps:
        if step.step == "quota" and step.rule == award.quota_rule.path:
            words = _reckoned(step, award, names)
            return None if words is None else (words, step.basis)
    return None


def _reckoned(step: Step, award: Award, names: Names) -> str | None:
    inputs = step.inputs
    share = inputs.get("share")
    if share is not None:
        base = _base(award, inputs["base"], names)
        how = inputs["rounding"] or inputs["bound"]
        part = _part(Fraction(share), how, base, inputs["least"], inputs["most"], names)
        return names.say("quota-reckoned", part=part, n=step.output)
    if award.quota is not None and award.quota.rest:
        return names.say("quota-reckoned", part=names.say("quota-rest-of", n=inputs["base"]), n=step.output)
    return None


def _base(award: Award, number: int, names: Names) -> str:
    """How many the base are, and what it counts where the ruleset says it; a policy may count what it likes."""
    quota = award.quota
    counted = "" if quota is None or quota.base is None else f" {names.say(f'quota-base-{quota.base}')}"
    return f"{number}{counted}"
