"""Ties: chains that leave two equal units without anybody to part them, and steps that never part anyone.

A chain that ends in a ballot, a decision or a lot ends with people, as it may. One that ends in a computed step, or is
not there, ends in nothing: what is still tied is asked as not defined by the ruleset. A plugin may know other steps, so
that its rulesets are judged by what single steps say alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from emulrules.checks.finding import ONE_PERCENT, Finding, Phrase, Words, below_percent, share
from emulrules.checks.lineups import lineups
from emulrules.checks.quotas import is_for_all
from emulrules.checks.sums import Equal
from emulrules.criteria import of_table
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.policy import STANDARD

__all__ = ["findings"]

_COMPUTED: Final = ("criterion", "share", "head-to-head")
_SETTLING: Final = ("decision", "lot")
"""Steps by which people say who is above the line, which no two units leave as equals."""


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with the chain, and with single steps of it."""
    if ruleset.policy == STANDARD:
        yield from _end(ruleset)
    yield from _after_total(ruleset)
    yield from _shares(ruleset)
    yield from _equal_already(ruleset)


def _end(ruleset: Ruleset) -> Iterator[Finding]:
    """What becomes of two units that are equal in everything, where a line runs between them."""
    wanted = _line(ruleset)
    if wanted is None or ruleset.undefined_rule("ties") is not None:
        return
    if not ruleset.ties:
        path, basis, line = wanted
        yield Finding("check-ties-missing", path, {"line": line}, basis)
        return
    last = ruleset.ties[-1]
    here = ("ties", last.id)
    if any(step.by in _SETTLING for step in ruleset.ties):
        return
    if last.by in _COMPUTED:
        yield Finding("check-ties-end-tied", here, {"step": last.id, "line": wanted[2]}, last.basis)
    elif last.by == "ballot":
        yield Finding("check-ties-votes-tie", here, {"step": last.id}, last.basis, note=True)


def _line(ruleset: Ruleset) -> tuple[tuple[str | int, ...], tuple[str, ...], str] | None:
    """The first line that may run through a tie: its path, its basis and how it is told; None where none does."""
    order = ruleset.order
    # A meeting that agrees on places parts equals itself.
    if order is None or order.by == "meeting":
        return None
    if order.name_places:
        return ("order", "name_places"), order.basis, f"name_places = {list(order.name_places)}"
    own = lineups(ruleset)
    for award in ruleset.awards:
        standing = [step for step in award.choose if step.by == "standing"]
        if standing and award.boundary == "cut" and not is_for_all(award, own):
            return ("awards", award.id, "choose", award.choose.index(standing[0])), award.basis, f"awards.{award.id}"
    return None


def _after_total(ruleset: Ruleset) -> Iterator[Finding]:
    """A step after one by which people say who is above the line, whoever is tied.

    A decision need not be taken: others may then be asked. A lot is always drawn, and nobody asks the same twice.
    """
    for total, step in pairwise(ruleset.ties):
        again = step.by == total.by and step.asks == total.asks
        if total.by == "lot" or (total.by == "decision" and (step.by in _COMPUTED or again)):
            data = {"step": step.id, "total": total.id}
            yield Finding("check-tie-after-total", ("ties", step.id), data, step.basis)
            return


def _shares(ruleset: Ruleset) -> Iterator[Finding]:
    """A share that every unit reaches, and one that an earlier step has compared already."""
    seen: dict[tuple[str, str], TieStep] = {}
    for step in ruleset.ties:
        if step.share is None:
            continue
        threshold = step.at_least if step.at_least is not None else step.more_than
        if threshold is not None and 0 < threshold < ONE_PERCENT:
            key = "at_least" if step.at_least is not None else "more_than"
            small = {"rule": step.id, **below_percent(threshold)}
            yield Finding("check-share-below-percent", ("ties", step.id, key), small, step.basis)
        if (step.share.of, step.share.in_) == ("staff", "women") and threshold is not None:
            data = {"step": step.id, "threshold": share(threshold)}
            yield Finding("check-tie-share-constant", ("ties", step.id, "share"), data, step.basis)
            continue
        for other in seen.values():
            if other.share == step.share and _settles(other, step):
                compared = Phrase(f"report-share-{step.share.of}-{step.share.in_}")
                told = {"step": step.id, "other": other.id, "share": compared}
                yield Finding("check-tie-share-twice", ("ties", step.id), told, step.basis)
                break
        seen[(step.id, step.share.of)] = step


def _settles(earlier: TieStep, later: TieStep) -> bool:
    """Whether those that the earlier step leaves tied are equal by the later one, too."""
    whole = earlier.at_least is None and earlier.more_than is None
    return whole or (earlier.at_least, earlier.more_than) == (later.at_least, later.more_than)


def _equal_already(ruleset: Ruleset) -> Iterator[Finding]:
    """Steps that compare points alone which two units still tied share already, in every table that has them."""
    if ruleset.policy != STANDARD or ruleset.undefined_rule("criteria") is not None:
        return
    tables = [_idle(ruleset, table) for table in _tables(ruleset)]
    for step in ruleset.ties:
        met = [idle[step.id] for idle in tables if step.id in idle]
        found = [each for each in met if each is not None]
        if found and len(found) == len(met):
            yield found[0]


def _tables(ruleset: Ruleset) -> list[str | None]:
    tables: list[str | None] = list(ruleset.tables) or [None]
    return [*tables, None] if ruleset.tables and ruleset.scale is not None else tables


def _idle(ruleset: Ruleset, table: str | None) -> dict[str, Finding | None]:
    """Of each step that compares criteria of a table, why it parts nobody; None where it may."""
    criteria = of_table(ruleset.criteria, table)
    equal = Equal(criteria, ruleset.scale if table is None else ruleset.tables[table])
    known = {criterion.id for criterion in criteria}
    leaves = [criterion.id for criterion in criteria if criterion.method is not None]
    before: list[str | Phrase] = []
    if ruleset.order is not None and ruleset.order.by == "points":
        equal.add_total()
        before.append(Phrase("checked-total"))
    found: dict[str, Finding | None] = {}
    for step in ruleset.ties:
        over = [step.criterion] if step.criterion is not None else step.over or leaves
        compared = [id_ for id_ in over if id_ in known]
        if step.by == "head-to-head" and compared:
            found[step.id] = _head_to_head(step, compared, equal)
        elif step.by == "criterion" and compared:
            found[step.id] = _criterion(step, compared[0], tuple(before)) if equal.has(compared[0]) else None
            equal.add(compared[0])
            before.append(compared[0])
    return found


def _criterion(step: TieStep, criterion: str, before: tuple[str | Phrase, ...]) -> Finding:
    """A criterion of which alone totals are made, or one that follows from what was compared before."""
    code = "check-tie-total-key" if len(before) == 1 and isinstance(before[0], Phrase) else "check-tie-follows"
    data = {"step": step.id, "criterion": criterion, "before": Words(before, ", ")}
    return Finding(code, ("ties", step.id, "criterion"), data, step.basis)


def _head_to_head(step: TieStep, compared: Sequence[str], equal: Equal) -> Finding | None:
    """A comparison of what is equal, or of two criteria of which one is more where the other is less."""
    over = Phrase("checked-all-leaves") if not step.over else ", ".join(step.over)
    path: tuple[str, ...] = ("ties", step.id, "over") if step.over else ("ties", step.id)
    open_ = [id_ for id_ in compared if not equal.has(id_)]
    if not open_:
        return Finding("check-tie-over-decided", path, {"step": step.id, "over": over}, step.basis)
    if len(open_) == 2 and equal.opposes(*open_):
        data = {"step": step.id, "one": open_[0], "other": open_[1]}
        return Finding("check-tie-over-balanced", path, data, step.basis)
    return None
