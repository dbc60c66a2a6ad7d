"""Ties: chains that leave two equal units without anybody to part them, and steps that never part anyone.

A chain that ends in a ballot, a decision or a lot ends with people, as it may. One that ends in a computed step, or is
not there, ends in nothing: what is still tied is asked as not defined by the ruleset. A plugin may know other steps, so
that its rulesets are judged by what single steps say alone.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from emulrules.checks.finding import Finding, Phrase, share
from emulrules.criteria import of_table
from emulrules.model.criterion import Criterion
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
    for step in ruleset.ties:
        if step.criterion is not None and _is_total(step.criterion, ruleset):
            data = {"step": step.id, "criterion": step.criterion}
            yield Finding("check-tie-total-key", ("ties", step.id, "criterion"), data, step.basis)
    yield from _decided(ruleset)


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
    for award in ruleset.awards:
        standing = [step for step in award.choose if step.by == "standing"]
        if standing and award.boundary == "cut" and not (award.quota is not None and award.quota.rest):
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


def _is_total(id_: str, ruleset: Ruleset) -> bool:
    """Whether the points of a criterion are the total itself, in every table that has it."""
    order = ruleset.order
    if order is None or order.by != "points" or ruleset.undefined_rule("criteria") is not None:
        return False
    tables: list[str | None] = list(ruleset.tables) or [None]
    if ruleset.tables and ruleset.scale is not None:
        tables.append(None)
    trees = [of_table(ruleset.criteria, table) for table in tables]
    found = [criteria for criteria in trees if id_ in {each.id for each in criteria}]
    scales = [ruleset.scale, *ruleset.tables.values()]
    if any(scale is not None and scale.rounding is not None for scale in scales):
        return False
    return bool(found) and all(_only(criteria) == id_ for criteria in found)


def _only(criteria: tuple[Criterion, ...]) -> str | None:
    """The one criterion that a total is made of, None where there are several."""
    top = [criterion for criterion in criteria if criterion.parent is None and criterion.weight]
    return top[0].id if len(top) == 1 else None


def _decided(ruleset: Ruleset) -> Iterator[Finding]:
    """A comparison head to head of criteria alone that earlier steps have compared, all of which always apply."""
    by_id = {criterion.id: criterion for criterion in ruleset.criteria}
    compared: set[str] = set()
    for step in ruleset.ties:
        if step.by == "head-to-head" and step.over and compared.issuperset(step.over):
            data = {"step": step.id, "over": ", ".join(step.over)}
            yield Finding("check-tie-over-decided", ("ties", step.id, "over"), data, step.basis)
        criterion = by_id.get(step.criterion or "")
        if criterion is not None and criterion.method is not None and _applies(criterion):
            compared.add(criterion.id)


def _applies(criterion: Criterion) -> bool:
    return criterion.not_applicable is None and criterion.no_target != "not-applicable"
