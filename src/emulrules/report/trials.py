"""Trials: seasons that were decided under two rulesets, and whose place, award or office is not the same under both."""

from collections.abc import Iterable
from typing import Any, Final, Literal

from emulrules.errors import EmulrulesError, Fault
from emulrules.files.canonical import Plain
from emulrules.left_out import Fitted
from emulrules.model.season import Season
from emulrules.report.differences import Change, Differences, change_object, compare
from emulrules.value import frozen

__all__ = ["Outcome", "Trial", "Trials", "trial", "trials_object"]

_TOLD: Final = ("member", "place", "award", "office")

Outcome = Fitted | EmulrulesError
"""What became of a season under one ruleset: it was decided, with the acts that fit there, or refused."""


@frozen
class Trial:
    """The season in `file` under both rulesets; `differences` is None where one of them refused it.

    `season` is None where the file itself was refused.
    """

    file: str
    season: Season | None
    before: Outcome
    after: Outcome
    differences: Differences | None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Whose membership, place, award or office is another."""
        return () if self.differences is None else tuple(it for it in self.differences.changes if it.what in _TOLD)

    @property
    def result(self) -> Literal["refused", "changed", "otherwise", "same"]:
        """`otherwise` is a season in which only points, gates or what is asked is not the same."""
        if self.differences is None:
            return "refused"
        if self.changes:
            return "changed"
        return "same" if self.differences.same and not self.differences.changes else "otherwise"


@frozen
class Trials:
    """All seasons that were tried; `elsewhere` is how many others there were, of clusters that neither ruleset has."""

    tried: tuple[Trial, ...]
    elsewhere: int = 0

    def count(self, result: str) -> int:
        """How many ended so."""
        return sum(each.result == result for each in self.tried)


def trial(file: str, season: Season | None, before: Outcome, after: Outcome) -> Trial:
    """The season in `file` with what it became under both; two decisions without a unit in common are a refusal."""
    if isinstance(before, EmulrulesError) or isinstance(after, EmulrulesError):
        return Trial(file, season, before, after, None)
    try:
        return Trial(file, season, before, after, compare(before.decision, after.decision))
    except EmulrulesError as error:
        return Trial(file, season, before, error, None)


def trials_object(trials: Trials) -> dict[str, Plain]:
    """The trials as JSON has them, beside the amendments."""
    counts = {result: trials.count(result) for result in ("changed", "otherwise", "same", "refused")}
    return {"cases": [_trial(each) for each in trials.tried], "summary": {**counts, "elsewhere": trials.elsewhere}}


def _trial(each: Trial) -> dict[str, Plain]:
    season: Any = each.season
    return {
        "file": each.file,
        "cluster": season and season.cluster,
        "season": season and season.id,
        "result": each.result,
        "status": {"before": _status(each.before), "after": _status(each.after)},
        "changes": [change_object(change) for change in each.changes],
        "left_out": {"before": _left_out(each.before), "after": _left_out(each.after)},
        "refused": {"before": _refused([each.before]), "after": _refused([each.after])},
    }


def _refused(outcomes: Iterable[Outcome]) -> list[Plain]:
    faults = [fault for outcome in outcomes if isinstance(outcome, EmulrulesError) for fault in outcome.faults]
    return [_fault(fault) for fault in faults]


def _fault(fault: Fault) -> dict[str, Plain]:
    return {"code": fault.code, "file": fault.file, "line": fault.line, "path": list(fault.path)}


def _status(outcome: Outcome) -> str | None:
    return None if isinstance(outcome, EmulrulesError) else outcome.decision.status


def _left_out(outcome: Outcome) -> list[Plain]:
    left_out = () if isinstance(outcome, EmulrulesError) else outcome.left_out
    return [{"question": each.act.question, **_fault(each.fault)} for each in left_out]
