"""Causes: which step of two decisions first made a difference to one unit, and under which rule it stands.

Steps are matched by what they are about: the kind, the unit, the rule, and the question or criterion. A cause is the
first step, in the order in which a council works, that the two do not share and that what differs follows from: what
was scored before what was ranked, what was ranked before who was chosen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from emulrules.files.canonical import Plain
from emulrules.model.award import Award
from emulrules.model.decision import Decision
from emulrules.value import frozen

__all__ = ["Cause", "Causes"]

_POINTS: Final = ("stage", "take", "points", "sum", "rescale", "cap", "round", "bonus", "deduct", "total")
_AWARDS: Final = ("quota", "threshold", "over-quota", "passed-over", "award-state", "won-before")
_RANKS: Final = {
    "roster": 0,
    "roster-change": 0,
    "succession": 0,
    "gate": 1,
    **dict.fromkeys(_POINTS, 2),
    "shortlist": 3,
    "tie": 3,
    "standing": 4,
}
_LATER: Final = 5
_ASKED: Final = {"fact": 0, "before": 0, "standing": 3, "place": 3}
"""Where acts stand among the steps, by the kind of their question."""

_Key = tuple[Any, ...]
_Step = Mapping[str, Any]


@frozen
class Cause:
    """A step that the two decisions do not share: what it gave in each, None where it does not stand there.

    `question` is what an act answers, `by` the other award that an award was lost with.
    """

    step: str
    unit: str | None
    rule: str | None
    basis: tuple[str, ...]
    before: Plain
    after: Plain
    question: str | None = None
    by: str | None = None


class Causes:
    """The steps of two decisions: `before` and `after` are the objects of those that they are `made_of`."""

    def __init__(self, before: Mapping[str, Any], after: Mapping[str, Any], made_of: Iterable[Decision]) -> None:
        both = (before, after)
        self._steps = (_matched(before["steps"]), _matched(after["steps"]))
        self._places = [{row["unit"]: row["place"] for row in each["standings"]} for each in both]
        self._won = [{(row["award"], row["unit"]): row["state"] for row in each["awards"]} for each in both]
        self._awards: dict[str, Award] = {}
        self._documents: dict[str, str] = {}
        for decision in made_of:
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
        return self._out(unit) or self._first(lambda step: step["step"] in _POINTS and step["unit"] == unit, unit)

    def of_place(self, unit: str) -> Cause | None:
        """Why it stands elsewhere: its gates, its points, those of whoever it changed places with, or a tie."""
        if (gate := self._out(unit)) is not None:
            return gate
        turned = [unit, *self._turned(unit)]

        def about(step: _Step) -> bool:
            if step["step"] in (*_POINTS, "gate", "roster-change"):
                return step["unit"] in turned
            return step["step"] in ("tie", "shortlist") or _asks(step, "standing", "place")

        return self._first(about, unit) or self._first(lambda step: step["step"] == "standing", unit)

    def of_award(self, unit: str, award: str, seen: frozenset[str] = frozenset()) -> Cause | None:
        """Why it has another state of the award: its gates, the award's own steps, other awards, its place."""
        if (out := self._out(unit)) is not None:
            return out

        def about(step: _Step) -> bool:
            if step["step"] == "act":
                return _asks(step, f"award:{award}:", f"quota:{award}")
            if step["step"] == "award-state":
                return bool(step["unit"] == unit and step["output"]["award"] == award)
            return step["step"] in _AWARDS and _of(step, award) and step["unit"] in (None, unit)

        if (own := self._first(about, unit)) is not None:
            return own
        if (gate := self.of_gate(unit)) is not None:
            return gate
        rule = self._awards.get(award)
        others = () if rule is None else (*rule.requires, *rule.excludes)
        for other in others:
            if other not in seen and self._differs_in(other, unit):
                return self.of_award(unit, other, seen | {award})
        placed = self.of_place(unit) if self._moved(unit) else None
        return placed or self._first(lambda step: step["step"] in ("line", "award") and _of(step, award), unit)

    def of_office(self, unit: str) -> Cause | None:
        """Why it holds another office."""

        def about(step: _Step) -> bool:
            if step["step"] in ("bar", "office"):
                return bool(step["unit"] == unit)
            return step["step"] in ("turn", "recognition", "vacant") or _asks(step, "head", "deputy", "before:")

        return self._first(about, unit)

    def _out(self, unit: str) -> Cause | None:
        """The gate that puts the unit out in one of the two only."""
        return self._first(lambda step: _is_gate(step, unit) and step["output"]["effect"] == "out", unit)

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

    def _first(self, about: Callable[[_Step], bool], unit: str) -> Cause | None:
        """The first step of those that differs, where it is about one unit only as far as it concerns `unit`."""
        before, after = self._steps
        found: list[tuple[int, int, Cause]] = []
        for key in {*before, *after}:
            ours, theirs = before.get(key), after.get(key)
            step = theirs or ours
            if step is None or not about(step) or _seen(ours, unit) == _seen(theirs, unit):
                continue
            found.append((_rank(step), step["n"], self._cause(step, ours, theirs)))
        return min(found, key=lambda each: each[:2])[2] if found else None

    def _cause(self, step: _Step, ours: _Step | None, theirs: _Step | None) -> Cause:
        before, after = (None if each is None else each["output"] for each in (ours, theirs))
        basis, inputs = tuple(step["basis"]), step["inputs"]
        if step["step"] == "act" and not basis:
            # Where no rule says who decides, the document that says what was decided is all that there is.
            basis = (self._documents[inputs["source"]],)
        return Cause(step["step"], step["unit"], step["rule"], basis, before, after, inputs.get("id"), inputs.get("by"))


def _matched(steps: Iterable[_Step]) -> dict[_Key, _Step]:
    """Each step by what it is about, and the so many-th of those."""
    found: dict[_Key, _Step] = {}
    for step in steps:
        inputs, output = step["inputs"], step["output"]
        about = inputs.get("id") or inputs.get("question") or inputs.get("criterion") or inputs.get("award")
        award = output.get("award") if isinstance(output, dict) else None
        key: _Key = (step["step"], step["unit"], None if step["step"] == "award" else step["rule"], about, award)
        number = 0
        while (*key, number) in found:
            number += 1
        found[*key, number] = step
    return found


def _seen(step: _Step | None, unit: str) -> object:
    """What a step says, as far as it concerns the unit."""
    if step is None:
        return None
    output = step["output"]
    if step["unit"] is not None or step["step"] == "succession":
        return output, step["inputs"]
    if isinstance(output, dict):
        return ("of", output[unit]) if unit in output else None
    if isinstance(output, list):
        # Of a tie that was parted, in which of its groups; of those who were chosen, whether it is one.
        inside = (at for at, part in enumerate(output) if unit == part or (isinstance(part, list) and unit in part))
        at = next(inside, None)
        return None if at is None else ("in", at if isinstance(output[at], list) else True)
    return "all", output


def _rank(step: _Step) -> int:
    if step["step"] == "act":
        return _ASKED.get(str(step["inputs"]["id"]).partition(":")[0], _LATER)
    return _RANKS.get(step["step"], _LATER)


def _asks(step: _Step, *beginnings: str) -> bool:
    return step["step"] == "act" and str(step["inputs"]["id"]).startswith(beginnings)


def _of(step: _Step, award: str) -> bool:
    """Whether the step stands under the rules of the award, or is about it."""
    output = step["output"]
    named = output.get("award") if isinstance(output, dict) else None
    return named == award or str(step["rule"]) == f"awards.{award}" or str(step["rule"]).startswith(f"awards.{award}.")


def _is_gate(step: _Step, unit: str) -> bool:
    return bool(step["step"] == "gate" and step["unit"] == unit)


def _side(places: Mapping[str, int | None], unit: str, other: str) -> int | None:
    """Whether `unit` stands before the other (-1), beside it or behind it; None where one of them does not stand."""
    if unit not in places or other not in places:
        return None
    mine, theirs = places[unit], places[other]
    if mine is None or theirs is None:
        return 0 if mine is theirs else (1 if mine is None else -1)
    return (mine > theirs) - (mine < theirs)
