"""Caps: how many units a council may grant an award, in all and of each parent, as the limits of its rules say.

An exact part of a base is the greatest number that does not exceed it, and has no rounding beside it.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from emulrules.errors import Fault, RulesetError
from emulrules.model.award import Limit, PerParent
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.questions import Book
from emulrules.reviewed import LEADER, Clusters
from emulrules.shares import reckon
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Cap", "Caps"]


@frozen
class Cap:
    """What limits say of one award: at most `number` units as far as is known (None: no limit), and what is `open`.

    `rule` is the limit that the number comes from, None where no limit gives one. `uncounted` are the units that stand
    outside it. `per_parent` and its rule say how many of one parent may be chosen.
    """

    number: int | None = None
    rule: Rule | None = None
    open: tuple[str, ...] = ()
    uncounted: frozenset[str] = frozenset()
    per_parent: PerParent | None = None
    parent_rule: Rule | None = None


class Caps:
    """The caps of one council."""

    def __init__(self, limits: Sequence[Limit], clusters: Clusters, book: Book, trace: Trace) -> None:
        self._limits = limits
        self._clusters = clusters
        self._book = book
        self._trace = trace

    def of(self, award: str, units: Iterable[str]) -> Cap:
        """The cap for `award`, of which `units` are considered.

        Raises `RulesetError` where two limits count it by parent.
        """
        mine = [limit for limit in self._limits if limit.award == award]
        by_parent = [limit for limit in mine if limit.per_parent is not None]
        if len(by_parent) > 1:
            data = {"award": award, "limits": ", ".join(limit.id for limit in by_parent)}
            raise RulesetError(Fault("limit-parent-twice", ("limits", by_parent[1].id, "per_parent"), data))
        open_: list[str] = []
        found = [(number, limit.rule) for limit in mine if (number := self._number(limit, open_)) is not None]
        number, rule = min(found, key=lambda pair: pair[0], default=(None, None))
        considered = frozenset(units)
        outside: frozenset[str] = frozenset()
        if number is not None and number < len(considered) and not (open_ and number):
            outside = self._outside(mine, open_) & considered
        settled = not open_ or (number == 0 and not any(limit.uncounted for limit in mine))
        parent = by_parent[0] if by_parent else None
        return Cap(
            number,
            rule,
            () if settled else tuple(dict.fromkeys(open_)),
            outside,
            None if parent is None else parent.per_parent,
            None if parent is None else parent.rule,
        )

    def allotted(self, award: str) -> None:
        """Takes the act that allots a number, if there is one: a fact of the year, whether it matters or not."""
        for limit in self._limits:
            if limit.award == award and limit.ask is not None and self._book.has_act(f"quota:{award}"):
                self._number(limit, [])

    def _outside(self, limits: Sequence[Limit], open_: list[str]) -> frozenset[str]:
        """The units that no number counts. 91/2017/NĐ-CP Art. 11 names two kinds."""
        outside: set[str] = set()
        for limit in limits:
            for fact in limit.uncounted:
                units = self._clusters.having(fact, limit.rule)
                if units is None:
                    open_.append(f"fact:{fact}")
                outside.update(units or ())
        return frozenset(outside)

    def _number(self, limit: Limit, open_: list[str]) -> int | None:
        """The number that a limit gives, None where it gives none or it is asked for."""
        if limit.number is not None:
            self._trace.step("limit", limit.number, rule=limit.rule, award=limit.award)
            return limit.number
        if limit.ask is not None:
            question = Question(f"quota:{limit.award}", "number", limit.ask, (), 0, None, limit.basis)
            act = self._book.ask(question, limit.rule)
            if act is None or act.number is None:
                open_.append(question.id)
                return None
            self._trace.step("limit", act.number, rule=limit.rule, award=limit.award, question=question.id)
            return act.number
        if limit.at_most is None or limit.base is None:
            return None
        return self._part(limit, limit.at_most, limit.base, open_)

    def _part(self, limit: Limit, at_most: Fraction, base: str, open_: list[str]) -> int | None:
        """91/2017/NĐ-CP Art. 11: not more than 20 % of N is the greatest k with 5k <= N."""
        by_leaders = base == "leaders"
        counted = self._clusters.leaders(limit.rule) if by_leaders else self._clusters.having(base, limit.rule)
        if counted is None:
            open_.append(f"fact:{LEADER if by_leaders else base}")
            return None
        number = reckon(at_most, len(counted), "not-more-than")
        inputs: dict[str, Any] = {"award": limit.award, "at_most": at_most, "base": base, "of": len(counted)}
        self._trace.step("limit", number, rule=limit.rule, **inputs)
        return number
