"""Winners: who has an award in two decisions, and whether a quota or another award made the difference to a unit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from emulrules.files.canonical import Plain
from emulrules.model.award import Award
from emulrules.model.rule import Rule
from emulrules.report.steps import Step
from emulrules.value import frozen

__all__ = ["Bound", "Winners"]

_STANDS: Final = ("proposed", "held")


@frozen
class Bound:
    """An award that the one of `rule` excludes or requires in one of two rulesets only, and all that each names."""

    key: Literal["excludes", "requires"]
    other: str
    rule: Rule
    before: Plain
    after: Plain


class Winners:
    """The awards of two decisions: matched steps, places by unit, states by award and unit, rules by id."""

    def __init__(
        self,
        steps: Sequence[Mapping[Any, Step]],
        places: Sequence[Mapping[str, int | None]],
        won: Sequence[Mapping[tuple[str, str], str]],
        ruled: Sequence[Mapping[str, Award]],
    ) -> None:
        self._steps = steps
        self._places = places
        self._won = won
        self._ruled = ruled

    def has(self, side: int, award: str, unit: str) -> bool:
        """Whether the unit has the award in the one (0) or the other (1)."""
        return self._won[side].get((award, unit)) in _STANDS

    def turns_on_quota(self, unit: str, award: str) -> bool:
        """Whether a quota that differs can be why the unit has the award in one only.

        More slots take it from nobody and fewer give it to nobody; and one that would have left it to the unit, where
        it has it, is not why it has it there only.
        """
        path = f"awards.{award}.quota"
        quotas = [[step["output"] for step in each.values() if step["rule"] == path] for each in self._steps]
        had, has = (self.has(side, award, unit) for side in (0, 1))
        if not all(quotas) or had == has:
            return True
        before, after = (each[-1] for each in quotas)
        if not isinstance(before, int) or not isinstance(after, int):
            return True
        return has == (after > before) and self._rank(int(has), unit, award) > (before if has else after)

    def _rank(self, side: int, unit: str, award: str) -> int:
        """How many have the award there that are not after the unit: all, where their order is not known."""
        won = [other for id_, other in self._won[side] if id_ == award and self.has(side, award, other)]
        rule = next((ruled[award] for ruled in self._ruled if award in ruled), None)
        chain = {choose.by for choose in rule.choose} if rule is not None else set()
        votes = [step["output"] for step in self._steps[side].values() if _is_vote(step, award)]
        if chain == {"ballot"} and len(votes) == 1 and all(other in votes[0] for other in won):
            return sum(votes[0][other] >= votes[0][unit] for other in won)
        own = self._places[side].get(unit)
        if not chain or not chain <= {"standing", "place"} or own is None:
            return len(won)
        return sum((place := self._places[side].get(other)) is None or place <= own for other in won)

    def bound(self, unit: str, award: str) -> Bound | None:
        """What shut the unit out in one of the two, where only the ruleset of that one says so."""
        if len(self._ruled) < 2 or not all(award in ruled for ruled in self._ruled):
            return None
        rules = [ruled[award] for ruled in self._ruled]
        excludes, requires = ([each.excludes for each in rules], [each.requires for each in rules])
        for side, rule in enumerate(rules):
            if self.has(side, award, unit):
                continue
            for other in excludes[side]:
                if other not in excludes[1 - side] and self.has(side, other, unit):
                    return Bound("excludes", other, rule.rule, *map(list, excludes))
            for other in requires[side]:
                if other not in requires[1 - side] and not self.has(side, other, unit):
                    return Bound("requires", other, rule.rule, *map(list, requires))
        return None

    def instead(self, unit: str, award: str) -> Iterator[str]:
        """Who got the award where the unit lost it, or lost it where the unit got it; by id."""
        own = [self.has(side, award, unit) for side in (0, 1)]
        others = {other for won in self._won for id_, other in won if id_ == award}
        for other in sorted(others):
            if own[0] != own[1] and own[::-1] == [self.has(side, award, other) for side in (0, 1)]:
                yield other


def _is_vote(step: Step, award: str) -> bool:
    return (
        step["step"] == "act"
        and isinstance(step["output"], Mapping)
        and str(step["inputs"]["id"]).startswith(f"award:{award}:")
    )
