"""Sums: which criteria are equal for two units because others are, of which they are made or which they make.

Two units with one total of A + B, and one number of points in A, have one in B as well. A sum is told apart as far as
it is one: what is capped, rounded, rescaled or signed by the cluster itself is taken as it is.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from emulrules.criteria import by_parent
from emulrules.model.criterion import Criterion, PointTable, Scale

__all__ = ["Equal", "always_applies"]

_Sum = Mapping[str, Fraction]
"""How often each part is in it; none is there 0 times."""

_BONUS = "+"
"""All bonus together, where the scale says how much of it counts; no id of a criterion."""


def always_applies(criterion: Criterion) -> bool:
    """Whether each cell has points, so that nothing is ever rescaled for it."""
    return criterion.not_applicable is None and criterion.no_target != "not-applicable"


class Equal:
    """What two units are equal in: some criteria of one point table, and whatever follows from these."""

    def __init__(self, criteria: tuple[Criterion, ...], scale: Scale | PointTable | None) -> None:
        self._by_id = {criterion.id: criterion for criterion in criteria}
        self._children = by_parent(criteria)
        self._scale = scale
        self._is_sum = all(map(always_applies, criteria))
        self._rows: list[tuple[str, _Sum]] = []

    def add_total(self) -> None:
        """They have one total, if that is a sum at all: it is none where it is rounded or rescaled."""
        top = [each for each in self._children.get(None, []) if each.weight]
        if (self._scale is not None and self._scale.rounding is not None) or not (self._is_sum or len(top) == 1):
            return
        capped = self._scale is not None and self._scale.bonus is not None
        bonus = {_BONUS: Fraction(1)} if capped and any(each.kind == "bonus" for each in top) else {}
        parts = [each for each in top if not (bonus and each.kind == "bonus")]
        self._keep(_added([(Fraction(1), bonus), *((each.weight, self._sum(each)) for each in parts)]))

    def add(self, id_: str) -> None:
        """They have the same points in a criterion; where it may not apply, nothing may have been compared."""
        criterion = self._by_id[id_]
        if self._is_sum or (id_ not in self._children and always_applies(criterion)):
            self._keep(self._sum(criterion))

    def has(self, id_: str) -> bool:
        """Whether they have the same points in a criterion by what they are equal in already."""
        return not self._rest(self._sum(self._by_id[id_]))

    def opposes(self, one: str, other: str) -> bool:
        """Whether who has more points in one criterion has fewer in the other, by what they are equal in."""
        mine, theirs = (self._rest(self._sum(self._by_id[id_])) for id_ in (one, other))
        if not mine or mine.keys() != theirs.keys():
            return False
        times = {mine[part] / theirs[part] for part in mine}
        return len(times) == 1 and times.pop() < 0

    def _keep(self, made: _Sum) -> None:
        """One more equation, solved for one of its parts."""
        if rest := self._rest(made):
            part = next(iter(rest))
            self._rows.append((part, {id_: times / rest[part] for id_, times in rest.items()}))

    def _rest(self, made: _Sum) -> _Sum:
        """What is left of a sum once all that is known to be equal is taken out of it."""
        for part, row in self._rows:
            if part in made:
                made = _added([(Fraction(1), made), (-made[part], row)])
        return made

    def _sum(self, criterion: Criterion) -> _Sum:
        below = self._children.get(criterion.id, [])
        if not below or not self._is_sum or criterion.cap or criterion.frame or criterion.rounding is not None:
            return {criterion.id: Fraction(1)}
        return _added((each.weight, self._sum(each)) for each in below)


def _added(parts: Iterable[tuple[Fraction, _Sum]]) -> _Sum:
    total: dict[str, Fraction] = {}
    for times, made in parts:
        for id_, count in made.items():
            total[id_] = total.get(id_, Fraction(0)) + times * count
    return {id_: count for id_, count in total.items() if count}
