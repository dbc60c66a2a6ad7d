"""Causes: which step of two decisions first made a difference to one unit, and under which rule it stands.

A cause is the first step, in the order in which a council works, that the two do not share and that what differs
follows from: what was scored before what was ranked, what was ranked before who was chosen.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from attrs import evolve

from emulrules.files.canonical import Plain
from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.model.rule import Rule
from emulrules.report.steps import POINTS, Step, matched, rank, seen
from emulrules.report.winners import Winners
from emulrules.value import frozen

__all__ = ["Cause", "Causes"]

_AWARDS: Final = ("quota", "threshold", "over-quota", "passed-over", "award-state", "won-before")


@frozen
class Cause:
    """A step that the two decisions do not share: what it gave in each, None where it does not stand there.

    `question` is what an act answers, `by` the other award that an award was lost with. `at` is where it stands in the
    order in which a council works. Where only one of two rulesets has an award exclude or require the one that `by`
    names, `step` is `excludes` or `requires`, and what they name is what they gave.
    """

    step: str
    unit: str | None
    rule: str | None
    basis: tuple[str, ...]
    before: Plain
    after: Plain
    question: str | None = None
    by: str | None = None
    at: tuple[int, int] = (0, 0)


class Causes:
    """The steps of two decisions: `before` and `after` are the objects of those that they are `made_of`."""

    def __init__(self, before: Mapping[str, Any], after: Mapping[str, Any], made_of: tuple[Decision, ...]) -> None:
        both = (before, after)
        self._steps = (matched(before["steps"]), matched(after["steps"]))
        self._places = [{row["unit"]: row["place"] for row in each["standings"]} for each in both]
        self._won = [{(row["award"], row["unit"]): row["state"] for row in each["awards"]} for each in both]
        self._totals = [{row["unit"]: row["total"] for row in each["standings"]} for each in both]
        self._awards: dict[str, Award] = {}
        self._documents: dict[str, str] = {}
        self._articles: dict[str, tuple[str, ...]] = {}
        self._ruled = [{award.id: award for award in decision.rules.awards} for decision in made_of]
        self._winners = Winners(self._steps, self._places, self._won, self._ruled)
        self._reweighed = _reweighed(*made_of) if len(made_of) == 2 else ()
        for step in (*before["steps"], *after["steps"]):
            if step["rule"] is not None and step["basis"]:
                self._articles[step["rule"]] = tuple(step["basis"])
        for decision in made_of:
            rules = (decision.rules.order, decision.rules.headship, *decision.rules.awards)
            self._articles |= {each.rule.path: each.rule.basis for each in rules if each is not None}
            self._awards |= {award.id: award for award in decision.rules.awards}
            self._documents |= {id_: source.cited for id_, source in decision.season.sources.items()}

    def of_member(self, unit: str) -> Cause | None:
        """Why the unit is a member in one of the two only."""
        return self._first(lambda step: step["step"] in ("roster", "roster-change", "succession"), unit)

    def of_gate(self, unit: str) -> Cause | None:
        """Why it passes otherwise."""
        return self._first(lambda step: _is_gate(step, unit), unit)

    def of_total(self, unit: str) -> Cause | None:
        """Why it has another total."""
        return self._out(unit) or self._of_points(unit)

    def of_place(self, unit: str) -> Cause | None:
        """Why it stands elsewhere: its own gates, or what turned it and those by whom it rose or fell.

        Of several causes it is the one by which most of those passed it, or were passed by it; of as many, the first in
        the order in which a council works.
        """
        if (gate := self._out(unit)) is not None:
            return gate
        found = [cause for other in self._overtakers(unit) if (cause := self._of_pair(unit, other)) is not None]
        if not found:
            return self._of_parting(unit) or self._of_points(unit) or self._of_standing(unit)
        counted = Counter((cause.step, cause.question or cause.rule) for cause in found)
        # Overtakers come in the order of their ids, which parts nobody: the first step of the most frequent cause does.
        return min(found, key=lambda each: (-counted[each.step, each.question or each.rule], *each.at))

    def of_award(self, unit: str, award: str, seen: frozenset[str] = frozenset()) -> Cause | None:
        """Why it has another state of the award: its gates, what shuts it out or no longer does, the award's own steps,
        other awards, its place, and last what another unit has it by.
        """
        if (ruled := self._of_ruled(award)) is not None:
            return ruled
        if (out := self._out(unit) or self._of_bound(unit, award)) is not None:
            return out

        def about(step: Step) -> bool:
            if step["step"] == "act":
                return _asks(step, f"award:{award}:", f"quota:{award}")
            if step["step"] == "award-state":
                return bool(step["unit"] == unit and step["output"]["award"] == award)
            return step["step"] in _AWARDS and _of(step, award) and step["unit"] in (None, unit)

        own = self._first(
            lambda step: about(step) and (step["step"] != "quota" or self._winners.turns_on_quota(unit, award)), unit
        )
        if own is not None:
            return own
        if (gate := self.of_gate(unit)) is not None:
            return gate
        rule = self._awards.get(award)
        others = () if rule is None else (*rule.requires, *rule.excludes)
        for other in others:
            if other not in seen and self._differs_in(other, unit):
                return self.of_award(unit, other, seen | {award})
        placed = self.of_place(unit) if self._moved(unit) else None
        chosen = (
            placed
            or self._of_rival(unit, award)
            or self._first(lambda step: step["step"] in ("line", "award") and _of(step, award), unit)
        )
        return chosen or self._first(about, unit)

    def of_office(self, unit: str) -> Cause | None:
        """Why it holds another office."""

        def about(step: Step) -> bool:
            if step["step"] in ("bar", "office"):
                return bool(step["unit"] == unit)
            return step["step"] in ("turn", "recognition", "vacant") or _asks(step, "head", "deputy", "before:")

        return self._first(about, unit)

    def _out(self, unit: str) -> Cause | None:
        """The gate that puts the unit out in one of the two only."""
        return self._first(lambda step: _is_gate(step, unit) and step["output"]["effect"] == "out", unit)

    def _of_pair(self, unit: str, other: str) -> Cause | None:
        """Why `other` stands on another side of the unit: it came or left, points turned the two, or a tie was parted.

        Points are told of whichever of the two moved farther.
        """
        if any(places.get(other) is None for places in self._places):
            return self._out(other) or self.of_member(other) or self._of_parting(other) or self._of_points(other)
        before, after = (self._points(side, unit, other) for side in (0, 1))
        parted = self._of_parting(unit) or self._of_parting(other)
        if before is None or after is None:
            return parted or self._of_points(unit) or self._of_points(other)
        moved = [abs(now - then) for then, now in zip(before, after, strict=True)]
        farther, nearer = (unit, other) if moved[0] >= moved[1] else (other, unit)
        points = self._of_points(farther) or self._of_points(nearer)
        is_turned = _compared(*before) != _compared(*after)
        return (points or parted) if is_turned else (parted or points)

    def _points(self, side: int, *units: str) -> tuple[Fraction, ...] | None:
        """The totals of both units on one side, None where either has none."""
        totals = [total for unit in units if (total := self._totals[side].get(unit)) is not None]
        return tuple(map(Fraction, totals)) if len(totals) == len(units) else None

    def _of_points(self, unit: str) -> Cause | None:
        found = self._first(lambda step: step["step"] in POINTS and step["unit"] == unit, unit)
        return None if found is None else self._weighed(found)

    def _weighed(self, cause: Cause) -> Cause:
        """The criterion, where a sum of the same points differs by the weight of that one only."""
        if cause.step not in ("sum", "total"):
            return cause
        above = None if cause.step == "total" else str(cause.rule).removeprefix("criteria.")
        weighed = [rule for parent, rule in self._reweighed if parent == above]
        return evolve(cause, rule=weighed[0].path, basis=weighed[0].basis) if len(weighed) == 1 else cause

    def _of_parting(self, unit: str) -> Cause | None:
        """How a ballot, the places that were given, or a tie went otherwise for the unit."""
        return self._first(
            lambda step: step["step"] in ("tie", "shortlist") or _asks(step, "standing", "place"),
            unit,
        )

    def _of_standing(self, unit: str) -> Cause | None:
        return self._first(lambda step: step["step"] == "standing" and step["unit"] == unit, unit)

    def _of_ruled(self, award: str) -> Cause | None:
        """The award itself, where only one of the two rulesets has it."""
        if len(self._ruled) < 2 or all(award in ruled for ruled in self._ruled):
            return None
        rule = self._awards[award].rule
        before, after = (self._awards[award].name if award in ruled else None for ruled in self._ruled)
        return Cause("award", None, rule.path, rule.basis, before, after)

    def _of_bound(self, unit: str, award: str) -> Cause | None:
        """An award that this one excludes or requires in one of two rulesets only, where that shut the unit out."""
        found = self._winners.bound(unit, award)
        if found is None:
            return None
        return Cause(found.key, None, found.rule.path, found.rule.basis, found.before, found.after, by=found.other)

    def _of_rival(self, unit: str, award: str) -> Cause | None:
        """What no longer shuts out another unit that has the award instead, or what does so now."""
        found = (self._of_bound(other, award) for other in self._winners.instead(unit, award))
        return next((cause for cause in found if cause is not None), None)

    def _overtakers(self, unit: str) -> Iterator[str]:
        """Whoever the unit rose or fell by: came before it where its place is a later one, no longer is otherwise."""
        before, after = self._places
        was, now = before.get(unit), after.get(unit)
        for other in self._turned(unit):
            behind = [_side(places, unit, other) == 1 for places in self._places]
            if was is None or now is None:
                continue
            if was == now or behind == [was > now, now > was]:
                yield other

    def _turned(self, unit: str) -> Iterator[str]:
        """Whoever stands on another side of the unit than before."""
        before, after = self._places
        for other in sorted({*before, *after} - {unit}):
            if _side(before, unit, other) != _side(after, unit, other):
                yield other

    def _moved(self, unit: str) -> bool:
        return self._places[0].get(unit) != self._places[1].get(unit) or any(self._turned(unit))

    def _differs_in(self, award: str, unit: str) -> bool:
        before, after = self._won
        return before.get((award, unit)) != after.get((award, unit))

    def _first(self, about: Callable[[Step], bool], unit: str) -> Cause | None:
        """The first step of those that differs, where it is about one unit only as far as it concerns `unit`."""
        before, after = self._steps
        found: list[Cause] = []
        for key in {*before, *after}:
            ours, theirs = before.get(key), after.get(key)
            step = theirs or ours
            if step is None or not about(step) or seen(ours, unit) == seen(theirs, unit):
                continue
            found.append(self._cause(step, ours, theirs))
        return min(found, key=lambda each: each.at) if found else None

    def _cause(self, step: Step, ours: Step | None, theirs: Step | None) -> Cause:
        before, after = (None if each is None else each["output"] for each in (ours, theirs))
        basis, inputs = tuple(step["basis"]), step["inputs"]
        basis = basis or self._articles.get(str(step["rule"]), ())
        if step["step"] == "act" and not basis:
            # Where no rule says who decides, the document that says what was decided is all that there is.
            basis = (self._documents[inputs["source"]],)
        question, by = inputs.get("id"), inputs.get("by")
        at = rank(step), int(step["n"])
        return Cause(step["step"], step["unit"], step["rule"], basis, before, after, question, by, at)


def _asks(step: Step, *beginnings: str) -> bool:
    return step["step"] == "act" and str(step["inputs"]["id"]).startswith(beginnings)


def _of(step: Step, award: str) -> bool:
    """Whether the step stands under the rules of the award, or is about it."""
    output = step["output"]
    named = output.get("award") if isinstance(output, dict) else None
    return named == award or str(step["rule"]) == f"awards.{award}" or str(step["rule"]).startswith(f"awards.{award}.")


def _is_gate(step: Step, unit: str) -> bool:
    return bool(step["step"] == "gate" and step["unit"] == unit)


def _side(places: Mapping[str, int | None], unit: str, other: str) -> int | None:
    """Whether `unit` stands before the other (-1), beside it or behind it; None where one of them does not stand."""
    if unit not in places or other not in places:
        return None
    mine, theirs = places[unit], places[other]
    if mine is None or theirs is None:
        return 0 if mine is theirs else (1 if mine is None else -1)
    return (mine > theirs) - (mine < theirs)


def _compared(mine: Fraction, theirs: Fraction) -> int:
    return (mine > theirs) - (mine < theirs)


def _reweighed(before: Decision, after: Decision) -> tuple[tuple[str | None, Rule], ...]:
    """The criteria that both rulesets have with another weight, each with the id of the one above it."""
    weights = {each.id: each.weight for each in before.rules.criteria}
    return tuple(
        (each.parent, each.rule) for each in after.rules.criteria if weights.get(each.id, each.weight) != each.weight
    )
