"""A decision: steps, and what follows from them.

The outcome (gates, standings, awards, offices) is read from the steps and from nothing else, so that a record's steps
alone give its outcome.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, Literal

from emulrules.model.answers import Answered
from emulrules.model.review import Granted, Reviewed
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.value import frozen

__all__ = [
    "SEMANTICS",
    "Awarded",
    "Decision",
    "GateResult",
    "NamedUnit",
    "Office",
    "Question",
    "Standing",
    "Step",
    "StepKind",
    "Warned",
    "WarningCode",
    "Within",
]

StepKind = Literal[
    "act",
    "award",
    "award-state",
    "bar",
    "bonus",
    "cap",
    "carried",
    "condition",
    "cut",
    "deduct",
    "former",
    "gate",
    "grant",
    "ground",
    "limit",
    "line",
    "office",
    "over-quota",
    "passed-over",
    "points",
    "quota",
    "recognition",
    "rescale",
    "reviewed",
    "roster",
    "roster-change",
    "round",
    "shortlist",
    "stage",
    "standing",
    "succession",
    "sum",
    "take",
    "threshold",
    "tie",
    "total",
    "turn",
    "vacant",
    "voters",
    "without",
    "won-before",
]

WarningCode = Literal[
    "assumed-act",
    "assumed-rule",
    "decided-above",
    "proposed-before",
    "relative-scale",
    "reported-act",
    "reported-rule",
    "rescaled",
    "settled-without-rule",
    "unchecked",
    "undefined",
    "vacant",
    "whole-tie",
]

SEMANTICS: Final = 1
"""Raised only when some decision could come out differently; not the version of the package."""


@frozen
class Within:
    """Of these `units`, which all belong to one `parent`, at most `most` may be chosen."""

    parent: str
    units: tuple[str, ...]
    most: int


@frozen
class Question:
    """What is still to be decided by people.

    `asks` is the form of the answer (a `value` is one of the words in `options`, of which only acts on what happened
    later are made); `of` whom it is put to, None where no text says so. `least` and `most` count the
    units chosen, voted in or placed (`most` None: no limit is known). `after` names the questions that must be answered
    first; while there are any, `options` are the widest ones. `within` says of which options only some may be chosen
    together, since they belong to one parent.
    """

    id: str
    asks: Literal["choice", "votes", "number", "places", "value"]
    of: str | None
    options: tuple[str, ...]
    least: int
    most: int | None
    basis: tuple[str, ...]
    after: tuple[str, ...] = ()
    within: tuple[Within, ...] = ()


@frozen
class Step:
    """One thing that was done: to which unit, under which rule, from what, with what result.

    `inputs` and `output` hold text, counts (`int`), measures (`Fraction`), None, tuples and mappings of these.
    """

    n: int
    step: str
    unit: str | None
    rule: str | None
    basis: tuple[str, ...]
    inputs: Table[str, Any]
    output: Any


@frozen
class Warned:
    """Something that a reader of the decision must know; `rule` is the path of the rule, or the question of an act."""

    code: str
    rule: str
    units: tuple[str, ...] = ()


@frozen
class NamedUnit:
    """A member of the cluster."""

    id: str
    name: str


@frozen
class GateResult:
    """A unit that does not simply pass."""

    unit: str
    gate: str
    effect: Literal["out", "hold"]
    basis: tuple[str, ...]


@frozen
class Standing:
    """Where a unit stands; `place` None where nothing ranks it, `total` (points) None where it was not scored."""

    unit: str
    place: int | None
    tied_with: tuple[str, ...]
    total: Fraction | None


@frozen
class Awarded:
    """A unit that was chosen for an award: it is `proposed`, or `held` where a gate delays it.

    Later it may have lost it: its hold was `refused`, its award was `cancelled`, or it `yielded` this award, being
    chosen afterwards for another one that shuts this one out.
    """

    award: str
    unit: str
    state: Literal["proposed", "held", "refused", "cancelled", "yielded"]
    basis: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether the unit still has the award, proposed or held."""
        return self.state in ("proposed", "held")


@frozen
class Office:
    """A unit that holds an office next year; `seat` names a deputy's seat where the rules do."""

    office: Literal["head", "deputy"]
    seat: str | None
    unit: str
    state: Literal["elected", "acclaimed", "handed-over", "turn", "moved-up", "appointed", "recognised"]
    basis: tuple[str, ...]


@frozen
class Decision:
    """What `decide` and `review` return: the season and rules it was made from, the answers of hooks, and the steps.

    `questions` are those that no act answers; `waiting` names the acts whose question can still come. A council's
    decision has the clusters' ones that it `reviewed`, and for a season its own file.
    """

    season: Season
    rules: Ruleset
    policy: str
    units: tuple[NamedUnit, ...]
    answers: tuple[Answered, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    waiting: tuple[str, ...]
    warnings: tuple[Warned, ...]
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def status(self) -> Literal["complete", "pending"]:
        """`pending` while a question is open or an act waits."""
        return "pending" if self.questions or self.waiting else "complete"

    def _of(self, kind: str) -> Iterator[Step]:
        return (step for step in self.steps if step.step == kind)

    @cached_property
    def gates(self) -> tuple[GateResult, ...]:
        """Units that are out or on hold."""
        return tuple(
            GateResult(str(step.unit), step.output["gate"], step.output["effect"], step.basis)
            for step in self._of("gate")
        )

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every unit that is not out, by place and then id, those without a place last."""
        rows = [
            Standing(str(step.unit), step.output["place"], step.output["tied_with"], step.output["total"])
            for step in self._of("standing")
        ]
        return tuple(sorted(rows, key=lambda row: (row.place is None, row.place or 0, row.unit)))

    @cached_property
    def awards(self) -> tuple[Awarded, ...]:
        """Who was chosen, in the order in which awards were decided, then by unit; each in the state of last."""
        last = {(step.output["award"], step.unit): step.output["state"] for step in self._of("award-state")}
        return tuple(
            Awarded(
                step.output["award"],
                str(step.unit),
                last.get((step.output["award"], step.unit), step.output["state"]),
                step.basis,
            )
            for step in self._of("award")
        )

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Next year's head and deputies."""
        return tuple(
            Office(step.output["office"], step.output["seat"], str(step.unit), step.output["state"], step.basis)
            for step in self._of("office")
        )

    @cached_property
    def grants(self) -> tuple[Granted, ...]:
        """What became of each proposal that a council has settled, in the order of awards, then by unit."""
        return tuple(
            Granted(step.output["award"], str(step.unit), step.output["state"], step.output["why"], step.basis)
            for step in self.steps
            if step.step in ("grant", "cut")
        )
