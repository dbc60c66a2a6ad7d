"""Votes: thresholds and quorums that everything meets or that contradict what becomes of absent members."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from emulrules.checks.finding import Finding, Phrase, Words, share
from emulrules.checks.lineups import Lineup, lineups
from emulrules.checks.quotas import SIZES
from emulrules.model.award import Choose
from emulrules.model.ruleset import Condition, Ruleset
from emulrules.value import frozen
from emulrules.voters import least_reaching

__all__ = ["findings"]

_WHOLE: Final = ("members", "units")
"""Bases that are the whole cluster, where its units vote."""

_AT_MEETING: Final = ("present", "present-or-consulted")


@frozen
class _Ballot:
    """A ballot with a threshold, where it stands, and what it rests on."""

    path: tuple[str | int, ...]
    step: Choose
    basis: tuple[str, ...]

    @property
    def of_cluster(self) -> bool:
        """Whether the units of the cluster vote, and the threshold is a part of them all."""
        return self.step.asks != "council" and self.step.base in _WHOLE


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with each threshold, with each quorum, and with both beside the rule on absent members."""
    own = lineups(ruleset)
    for ballot in _ballots(ruleset):
        yield from _threshold(ballot, own)
        yield from _base(ballot, ruleset)
        yield from _out_of_reach(ballot, ruleset, own)
    yield from _of_cluster(ruleset)
    for condition in ruleset.conditions:
        yield from _quorum(condition, ruleset, own)


def _ballots(ruleset: Ruleset) -> Iterator[_Ballot]:
    for section, contests in (("awards", ruleset.awards), ("reviews", ruleset.reviews)):
        for contest in contests:
            for index, step in enumerate(contest.choose):
                if step.at_least is not None or step.more_than is not None:
                    yield _Ballot((section, contest.id, "choose", index), step, step.basis or contest.basis)


def _told(rule: Choose | Condition) -> Fraction | Words:
    return share(rule.at_least if rule.at_least is not None else rule.more_than or Fraction(0))


def _of_cluster(ruleset: Ruleset) -> Iterator[Finding]:
    """A council's ballot that is put to the members of the cluster."""
    for review in ruleset.reviews:
        for index, step in enumerate(review.choose):
            if step.by == "ballot" and step.asks == "members":
                data = {"review": review.id, "step": step.id}
                path = ("reviews", review.id, "choose", index, "asks")
                yield Finding("check-review-asks-members", path, data, step.basis or review.basis)


def _threshold(ballot: _Ballot, own: Sequence[Lineup]) -> Iterator[Finding]:
    """A threshold that one vote reaches, or that takes all of them although it says less."""
    step = ballot.step
    if step.more_than == 0:
        yield Finding("check-vote-threshold-empty", (*ballot.path, "more_than"), {"step": step.id}, ballot.basis)
        return
    for line in own if ballot.of_cluster else ():
        least = least_reaching(step, line.size)
        data = {"step": step.id, "threshold": _told(step), "cluster": line.cluster, "units": line.size}
        if least == 1 and line.size > 1:
            yield Finding("check-vote-one-enough", ballot.path, data, ballot.basis)
            return
        if least == line.size > 1 and step.at_least != 1:
            yield Finding("check-vote-everyone", ballot.path, data, ballot.basis, note=True)
            return


def _base(ballot: _Ballot, ruleset: Ruleset) -> Iterator[Finding]:
    """Votes of members that the base does not count; a number that each season has to state."""
    step, absent = ballot.step, None if ruleset.voting is None else ruleset.voting.absent
    path = (*ballot.path, "base")
    if step.base == "present" and step.asks != "council" and absent in ("written", "proxy"):
        data = {"step": step.id, "absent": absent}
        yield Finding("check-vote-absent-outside", path, data, ballot.basis)
        return
    of_council = step.asks == "council" and step.base == "members"
    if step.base in _AT_MEETING or of_council:
        base = Phrase(f"report-base-{step.base}{'-council' if of_council else ''}")
        yield Finding("check-vote-base-asked", path, {"step": step.id, "base": base}, ballot.basis, note=True)


def _out_of_reach(ballot: _Ballot, ruleset: Ruleset, own: Sequence[Lineup]) -> Iterator[Finding]:
    """More votes than are cast at a meeting that is just large enough, where absent members do not vote."""
    if ruleset.voting is None or ruleset.voting.absent != "excluded" or not ballot.of_cluster:
        return
    for condition in ruleset.conditions:
        for line in own:
            due, present = least_reaching(ballot.step, line.size), least_reaching(condition, line.size)
            if present < due:
                data = {"step": ballot.step.id, "condition": condition.id, "cluster": line.cluster}
                data |= {"units": str(line.size), "present": str(present), "votes": str(due)}
                yield Finding("check-vote-above-quorum", ballot.path, data, ballot.basis)
                return


def _quorum(condition: Condition, ruleset: Ruleset, own: Sequence[Lineup]) -> Iterator[Finding]:
    """A quorum that one unit is, and taking part where nobody can but those who are present."""
    path = ("conditions", condition.id)
    # A threshold that one unit meets in a cluster of any size is no matter of the ruleset's own.
    for line in own if least_reaching(condition, SIZES[-1]) > 1 else ():
        if line.size > 1 and least_reaching(condition, line.size) == 1:
            data = {"condition": condition.id, "threshold": _told(condition)}
            data |= {"cluster": line.cluster, "units": str(line.size)}
            yield Finding("check-quorum-one-enough", path, data, condition.basis)
            break
    if condition.what == "taking-part" and ruleset.voting is not None and ruleset.voting.absent == "excluded":
        yield Finding("check-quorum-absent-excluded", (*path, "what"), {"condition": condition.id}, condition.basis)
