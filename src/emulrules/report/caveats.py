"""What a reader of a decision must know, in words: one sentence for each kind of warning, with what it concerns."""

from collections.abc import Iterator
from typing import Final

from emulrules.model.decision import Decision, Warned
from emulrules.report.citations import Citations
from emulrules.report.names import Names

__all__ = ["caveats"]

_PER_UNIT: Final = ("proposed-before", "rescaled", "relative-scale", "settled-without-rule", "unchecked", "whole-tie")
_ACTS: Final = ("reported-act", "assumed-act", "settled-without-rule", "vacant")
_DOUBTED: Final = {"reported-rule": "reported", "assumed-rule": "assumed"}


def caveats(decision: Decision, citations: Citations, names: Names) -> Iterator[str]:
    """A sentence for every code that the decision warns by, in the order of codes.

    Rules that are only reported or assumed are named by the numbers of their citations, which say what they are.
    """
    for code in sorted({warned.code for warned in decision.warnings}):
        warnings = [warned for warned in decision.warnings if warned.code == code]
        yield names.say(f"warning-{code}", what="; ".join(_about(code, warnings, decision, citations, names)))


def _about(code: str, warnings: list[Warned], decision: Decision, citations: Citations, names: Names) -> Iterator[str]:
    if code in _DOUBTED:
        cited = {step.rule for step in decision.steps if step.basis and step.rule is not None}
        marks = " ".join(f"[{number}]" for number in citations.doubted[_DOUBTED[code]])
        yield from [marks] if marks else []
        # A rule is told of by its own number, or by that of a part of it which is doubted as it is.
        marked = {warned.rule for warned in warnings} & cited
        whole = {rule[:at] for rule in marked for at, mark in enumerate(rule) if mark == "."}
        warnings = [warned for warned in warnings if warned.rule not in marked | whole]
    yield from dict.fromkeys(_one(warned, names) for warned in warnings)


def _one(warned: Warned, names: Names) -> str:
    """What a warning concerns: the rule or question in words, and the units where it is about them."""
    kind, _, id_ = warned.rule.partition(".")
    if warned.code in _ACTS:
        what = names.question(warned.rule)
    elif warned.code == "unchecked" and kind == "criteria":
        what = names.say("who-imposed", name=names.criterion(id_))
    else:
        what = names.gate(id_) if kind == "gates" else names.says(warned.rule)
    if warned.code == "unchecked" and _is_ballot(warned.rule, names):
        return names.say("warning-ballots", what=what)
    if warned.code in _PER_UNIT and warned.units:
        return names.say("warning-units", what=what, units=names.listed(warned.units))
    return what


def _is_ballot(rule: str, names: Names) -> bool:
    """Whether what was not checked is the number of ballots that were cast under the rule."""
    ties = {step.rule.path for step in names.rules.ties if step.by == "ballot"}
    return rule in ties or rule.partition(".")[0] in ("awards", "order")
