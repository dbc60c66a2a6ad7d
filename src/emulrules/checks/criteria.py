"""Criteria: those that count nothing, bounds that never bind or always do, and what can never be "not applicable"."""

from collections.abc import Iterator
from fractions import Fraction

from emulrules.checks.finding import Finding, Phrase
from emulrules.checks.reach import Children, farthest
from emulrules.criteria import by_parent, reach
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset
from emulrules.policy import STANDARD

__all__ = ["findings", "read_by_ties"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with single criteria, and with those that nothing reads."""
    children = by_parent(ruleset.criteria)
    # What counts of bonus in one table of several says nothing of a criterion that all have.
    bonus = None if ruleset.tables or ruleset.scale is None or ruleset.policy != STANDARD else ruleset.scale.bonus
    for criterion in ruleset.criteria:
        yield from _weight(criterion, ruleset)
        yield from _each(criterion, bonus)
        yield from _step(criterion)
        yield from _held(criterion)
        yield from _cap(criterion, children)
        yield from _least(criterion)
    yield from _unread(ruleset)
    yield from _inapplicable(ruleset)


def read_by_ties(ruleset: Ruleset) -> frozenset[str]:
    """The criteria whose points some step of the chain compares."""
    leaves = [criterion.id for criterion in ruleset.criteria if criterion.method is not None]
    compared = [step.criterion for step in ruleset.ties if step.criterion is not None]
    for step in ruleset.ties:
        if step.by == "head-to-head":
            compared.extend(step.over or leaves)
    return frozenset(compared)


def _weight(criterion: Criterion, ruleset: Ruleset) -> Iterator[Finding]:
    """A weight of 0, where neither a tie compares the points themselves nor a plugin gives the weights."""
    if criterion.weight == 0 and ruleset.policy == STANDARD and criterion.id not in read_by_ties(ruleset):
        best = "…" if criterion.max is None else criterion.max
        data = {"criterion": criterion.id, "max": best}
        yield Finding("check-weight-zero", ("criteria", criterion.id, "weight"), data, criterion.basis)


def _each(criterion: Criterion, bonus: Fraction | None) -> Iterator[Finding]:
    """One count that is worth more than there is to have: the second one, and part of the first, change nothing.

    Of bonus there may be no more to have than the scale lets count.
    """
    each, most = criterion.each, criterion.max
    if criterion.kind == "bonus" and bonus:
        most = bonus if most is None else min(most, bonus)
    if criterion.method == "count" and each is not None and most is not None and abs(each) > most:
        data = {"criterion": criterion.id, "each": abs(each), "max": most}
        yield Finding("check-each-above-max", ("criteria", criterion.id, "each"), data, criterion.basis)


def _step(criterion: Criterion) -> Iterator[Finding]:
    """A smallest unit that is greater than all that there is: nothing but 0 could be given in it."""
    if criterion.step is not None and criterion.max is not None and criterion.step > criterion.max:
        data = {"criterion": criterion.id, "step": criterion.step, "max": criterion.max}
        yield Finding("check-step-above-max", ("criteria", criterion.id, "step"), data, criterion.basis)


def _held(criterion: Criterion) -> Iterator[Finding]:
    """A maximum above what all awards together give."""
    if criterion.method != "held" or criterion.max is None:
        return
    together = farthest(criterion) or Fraction(0)
    if together < criterion.max:
        data = {"criterion": criterion.id, "max": criterion.max, "best": together}
        yield Finding("check-max-unreachable", ("criteria", criterion.id, "max"), data, criterion.basis)


def _cap(criterion: Criterion, children: Children) -> Iterator[Finding]:
    """A cap over criteria which never come to more than it."""
    below = children.get(criterion.id, [])
    if not criterion.cap or not below or criterion.max is None:
        return
    together = reach(below, children, criterion.kind)
    if together is not None and together <= criterion.max and not any(_passes(each, children) for each in below):
        data = {"criterion": criterion.id, "max": criterion.max, "sum": together}
        yield Finding("check-cap-never-binds", ("criteria", criterion.id, "cap"), data, criterion.basis)


def _passes(criterion: Criterion, children: Children) -> bool:
    """Whether more than its maximum may come of it."""
    return criterion.above_max or any(_passes(each, children) for each in children.get(criterion.id, []))


def _least(criterion: Criterion) -> Iterator[Finding]:
    """A least above 0, which who did nothing has as well."""
    if criterion.method == "net" and criterion.min is not None and criterion.min > 0 and criterion.each is not None:
        same = criterion.min // criterion.each
        data = {"criterion": criterion.id, "min": criterion.min, "count": same}
        yield Finding("check-net-floor", ("criteria", criterion.id, "min"), data, criterion.basis)


def _unread(ruleset: Ruleset) -> Iterator[Finding]:
    """Criteria whose points neither the order nor a tie looks at."""
    order = ruleset.order
    if order is None or order.by_points or ruleset.policy != STANDARD:
        return
    read = read_by_ties(ruleset)
    parents = {criterion.id: criterion.parent for criterion in ruleset.criteria}
    above = {id_ for each in read for id_ in _line(each, parents)}
    unread = [each.id for each in ruleset.criteria if each.id not in above and not read & set(_line(each.id, parents))]
    if unread:
        data = {"by": Phrase(f"report-order-{order.by}"), "criteria": ", ".join(unread)}
        yield Finding("check-points-unread", ("criteria", unread[0]), data, order.basis)


def _line(id_: str, parents: dict[str, str | None]) -> Iterator[str]:
    """The criterion and all that it is a part of."""
    at: str | None = id_
    while at is not None:
        yield at
        at = parents.get(at)


def _inapplicable(ruleset: Ruleset) -> Iterator[Finding]:
    """Cells that may be "n/a" where nothing says what the rest is then measured by, or where there is no rest."""
    parents = {criterion.id: criterion.parent for criterion in ruleset.criteria}
    bounded = frozenset(criterion.id for criterion in ruleset.criteria if criterion.max is not None)
    stated = [table.points for table in ruleset.tables.values()]
    if ruleset.scale is not None or not ruleset.tables:
        stated.append(None if ruleset.scale is None else ruleset.scale.points)
    for criterion in ruleset.criteria:
        key = _key(criterion)
        if key is None or criterion.kind != "points":
            continue
        path = ("criteria", criterion.id, key)
        if None in stated and bounded.isdisjoint(set(_line(criterion.id, parents)) - {criterion.id}):
            yield Finding("check-rescale-without-max", path, {"criterion": criterion.id}, criterion.basis)
        elif _alone(criterion, ruleset):
            yield Finding("check-not-applicable-alone", path, {"criterion": criterion.id}, criterion.basis)


def _key(criterion: Criterion) -> str | None:
    """The key that lets a cell not apply."""
    if criterion.not_applicable is not None:
        return "not_applicable"
    return "no_target" if criterion.no_target == "not-applicable" else None


def _alone(criterion: Criterion, ruleset: Ruleset) -> bool:
    """Whether it is the only leaf that gives points, so that nothing is left where it does not apply."""
    left_open = ruleset.undefined_rule("criteria") is not None
    others = [each for each in ruleset.criteria if each.kind == "points" and (each.method or each.frame)]
    return not left_open and [each.id for each in others] == [criterion.id]
