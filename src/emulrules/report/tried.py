"""Seasons that were decided under two rulesets, as a text: unit by unit what would change, and by which rule."""

from collections.abc import Iterator

from emulrules.errors import EmulrulesError
from emulrules.left_out import Fitted
from emulrules.report.amendments import Amendments
from emulrules.report.diff import Telling
from emulrules.report.differences import Change
from emulrules.report.layout import entry, lines
from emulrules.report.quoting import plain
from emulrules.report.trials import Trial, Trials
from emulrules.wording import say

__all__ = ["tried_text"]

_TOLD = 3
"""So many faults of a refusal are told; the file itself tells all of them when it is decided."""


def tried_text(trials: Trials, amendments: Amendments, language: str = "vi") -> str:
    """What would change in each season, who refused which, and a line that sums up, ending in a newline."""
    return "\n".join(_lines(trials, amendments, language)) + "\n"


def _lines(trials: Trials, amendments: Amendments, language: str) -> Iterator[str]:
    yield say("rules-cases", language)
    for trial in trials.tried:
        if trial.changes:
            yield from _changed(trial, amendments, language)
        elif trial.result == "refused":
            yield from _refused(trial, language)
        elif trial.result == "otherwise":
            yield ""
            yield from lines(say("rules-otherwise", language, file=plain(trial.file)), hang=2)
            yield from _ended(trial, language)
        elif any(isinstance(each, Fitted) and each.left_out for each in (trial.before, trial.after)):
            yield ""
            yield from lines(say("rules-nothing", language, file=plain(trial.file)), hang=2)
            yield from _ended(trial, language)
    counts = {result: trials.count(result) for result in ("changed", "otherwise", "same", "refused")}
    yield ""
    what = {"n": len(trials.tried), "elsewhere": trials.elsewhere}
    yield from lines(say("rules-summary", language, **what, **counts), hang=2)


def _changed(trial: Trial, amendments: Amendments, language: str) -> Iterator[str]:
    before, after, found = trial.before, trial.after, trial.differences
    if not isinstance(before, Fitted) or not isinstance(after, Fitted) or found is None:
        return
    yield ""
    yield from lines(plain(trial.file), hang=2)
    yield from _ended(trial, language)
    telling = Telling(found, before.decision, after.decision, language)
    unit = None
    for change in trial.changes:
        if change.unit != unit:
            unit = change.unit
            yield from lines(f"{telling.unit(unit)} ({plain(unit)})", 2, 2)
        amended = say("rules-amended", language) if _is_amended(change, amendments) else ""
        yield from entry("-", telling.change(change) + amended, 4)


def _ended(trial: Trial, language: str) -> Iterator[str]:
    """Whether all was decided under each ruleset, and which acts were left out there."""
    for side, outcome in (("before", trial.before), ("after", trial.after)):
        if isinstance(outcome, Fitted):
            status = say(f"diff-status-{outcome.decision.status}", language)
            yield from lines(say(f"rules-status-{side}", language, status=status), 2, 2)
            for each in outcome.left_out:
                fault = plain(each.fault.render(language))
                yield from entry("-", say("rules-left-out", language, fault=fault), 4)


def _is_amended(change: Change, amendments: Amendments) -> bool:
    """Whether the rule that made the change is one that was amended, or a part of one."""
    rule = None if change.cause is None else change.cause.rule
    return rule is not None and any(rule == each or rule.startswith(f"{each}.") for each in amendments.rules)


def _refused(trial: Trial, language: str) -> Iterator[str]:
    refusals = [
        (side, outcome)
        for side, outcome in (("before", trial.before), ("after", trial.after))
        if isinstance(outcome, EmulrulesError)
    ]
    if len(refusals) == 2 and refusals[0][1].faults == refusals[1][1].faults:
        refusals = [("both", refusals[0][1])]
    yield ""
    yield from lines(plain(trial.file), hang=2)
    for side, error in refusals:
        yield from entry("-", say(f"rules-refused-{side}", language))
        for fault in error.faults[:_TOLD]:
            yield from entry("-", plain(fault.render(language)), 4)
