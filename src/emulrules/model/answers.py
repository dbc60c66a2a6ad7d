"""What a policy may answer to a hook: facts, from which the engine draws the conclusion.

Every answer is a frozen value with its basis. `Undefined` says that no text defines it; `DEFER` leaves one subject to
the standard policy. Measures are exact (`Fraction`); counts are `int`.
"""

from fractions import Fraction
from typing import Final, Literal

from emulrules.model.rule import Asked, Rule
from emulrules.model.source import Trust
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = [
    "DEFER",
    "Answer",
    "Answered",
    "Barred",
    "Defer",
    "GateFacts",
    "Gated",
    "Points",
    "Quota",
    "Rotation",
    "TieKey",
    "TieKeys",
    "Undefined",
    "UnknownFact",
    "Weights",
]


@frozen
class Undefined:
    """No text defines `what`; `ask` is whom it may be asked of, None if of nobody."""

    what: str
    basis: tuple[str, ...] = ()
    ask: Asked | None = None
    trust: Trust = "read"

    @property
    def rule(self) -> Rule:
        """How steps name it."""
        return Rule(self.what, self.basis, self.trust)


@frozen
class Defer:
    """This one subject is left to the standard policy."""


DEFER: Final = Defer()


@frozen
class Weights:
    """`criterion_weights`: a weight (a pure number, not negative) for every criterion by id."""

    values: Table[str, Fraction] = field(converter=table)


@frozen
class Gated:
    """One unit that a gate puts `out` or on `hold`."""

    unit: str
    effect: Literal["out", "hold"]
    rule: Rule


@frozen
class UnknownFact:
    """A gate that cannot be judged, since nobody said which units have `fact`."""

    fact: str
    effect: Literal["out", "hold"]
    rule: Rule


@frozen
class GateFacts:
    """`unit_gates`: the units that do not simply pass, and the gates that nobody gave facts for."""

    gated: tuple[Gated, ...] = ()
    unknown: tuple[UnknownFact, ...] = ()


@frozen
class Points:
    """`criterion_points`: points of every unit that is not out, for one leaf; None is not applicable."""

    values: Table[str, Fraction | None] = field(converter=table)
    rule: Rule


@frozen
class TieKey:
    """One step that may split units that are equal so far.

    A computed key has `by` "value": `values` per unit of the tied group, greater is better, None where a fact is
    missing; `lacks` names the facts that a unit lacks, which may be asked (`women`, `staff`), and has no entry for it
    where nothing can supply the value. A key that is asked has `asks`, and `by` "ballot" (votes rank the group),
    "decision" or "lot" (a choice).

    A computed key that turns on who is tied, such as how many of them a unit beats, says `then`: it is asked for again
    as soon as fewer are tied. Those that it leaves tied begin the chain anew among themselves ("restart"), with every
    computed key, or go on with the next one ("continue").
    """

    id: str
    by: Literal["value", "ballot", "decision", "lot"]
    rule: Rule
    asks: Asked | None = None
    values: Table[str, Fraction | None] = field(factory=Table, converter=table)
    lacks: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    then: Literal["restart", "continue"] | None = None


@frozen
class TieKeys:
    """`tie_break_keys`: the chain for one tied group, in order."""

    keys: tuple[TieKey, ...] = ()


@frozen
class Quota:
    """`award_quota`: how many may be proposed at the most; no number, but all who can still have the award, if `rest`.

    The others say how the number came about: a `share` of the `base`, with its `rounding` or as an exact `bound`, then
    at least `least` and at most `most`; or the row of a table for the `base`.
    """

    number: int | None
    rule: Rule
    base: int | None = None
    rounding: Literal["floor", "ceiling", "half-up"] | None = None
    share: Fraction | None = None
    bound: Literal["not-more-than", "less-than"] | None = None
    least: int | None = None
    most: int | None = None
    rest: bool = False


@frozen
class Barred:
    """A bar: the `units` that may not hold the `offices`.

    `units` None is not known yet: nobody said which units have `fact`, or, without one, who was head this season.
    """

    id: str
    offices: tuple[Literal["head", "deputy"], ...]
    units: tuple[str, ...] | None
    rule: Rule
    fact: str | None = None


@frozen
class Rotation:
    """`head_rotation`: how next year's offices are filled.

    `asks` is who elects, acclaims or appoints; in a handover the outgoing head. `deputies` names the seats: () is none,
    None is not stated. `recognised_by` is the level that recognises the choice afterwards. `eligible` lists who may
    hold an office (`head`, or a seat by its name) that not every member may hold.

    By turn, `queue` is the order in which all members lead, the next one first, None where nobody stated it; `declined`
    are those who do not take their turn this time, and `elected` is who was elected out of turn. Where the deputy moves
    up, `moving` are this season's deputies, None where nobody stated them.
    """

    method: Literal["elected", "acclaimed", "handed-over", "turn", "deputy", "appointed"]
    rule: Rule
    asks: Asked | None = None
    barred: tuple[Barred, ...] = ()
    deputies: tuple[str, ...] | None = None
    recognised_by: Asked | None = None
    eligible: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    queue: tuple[str, ...] | None = None
    declined: tuple[str, ...] = ()
    elected: str | None = None
    moving: tuple[str, ...] | None = None


Answer = Weights | GateFacts | Points | TieKeys | Quota | Rotation | Undefined | Defer


@frozen
class Answered:
    """One recorded answer: which hook was asked on which subject, who answered, and what."""

    hook: str
    subject: str
    by: str
    answer: Answer
