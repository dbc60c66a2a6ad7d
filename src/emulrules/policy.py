"""What a policy is: six hooks, asked one at a time, each answered with facts.

A ministry's plugin subclasses `Hooks`, marks what it overrides with `hookimpl`, and gives `name` and `authority`. The
bodies here answer nothing, so that mypy checks what is overridden. Hooks see the season without its acts.
"""

from fractions import Fraction
from typing import Final, Protocol

import pluggy

from emulrules.model.answers import (
    DEFER,
    Answered,
    Defer,
    GateFacts,
    Points,
    Quota,
    Rotation,
    TieKeys,
    Undefined,
    Weights,
)
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table

__all__ = ["DEFER", "HOOKS", "PROJECT", "STANDARD", "Hooks", "Policy", "Scores", "Undefined", "hookimpl"]

PROJECT: Final = "emulrules"
STANDARD: Final = "standard"
"""The name of the policy that is built in."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

Scores = Table[str, Table[str, Fraction | None]]

HOOKS: Final = (
    "criterion_weights",
    "tie_break_keys",
    "award_quota",
    "head_rotation",
    "unit_gates",
    "criterion_points",
)


class Hooks:
    """The six hooks. None is no answer: a plugin leaves a subject to the standard policy with `DEFER`."""

    name: str = ""
    authority: str | None = None

    @hookspec
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights | Undefined | Defer | None:
        """A weight for every criterion of the ruleset."""
        return None

    @hookspec
    def tie_break_keys(
        self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores
    ) -> TieKeys | Undefined | Defer | None:
        """The chain that may split the units `tied`, which are sorted; `points` by criterion, then unit."""
        return None

    @hookspec
    def award_quota(
        self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts
    ) -> Quota | Undefined | Defer | None:
        """How many units may be proposed for `award` at the most."""
        return None

    @hookspec
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation | Undefined | Defer | None:
        """How next year's head and deputies come to office, and who is barred."""
        return None

    @hookspec
    def unit_gates(self, ruleset: Ruleset, season: Season) -> GateFacts | Undefined | Defer | None:
        """Which units are out or on hold, and which gates lack their facts."""
        return None

    @hookspec
    def criterion_points(
        self, ruleset: Ruleset, season: Season, criterion: Criterion, gates: GateFacts
    ) -> Points | Undefined | Defer | None:
        """Points of every unit that is not out, for a leaf whose method is `policy`."""
        return None


class Policy(Protocol):
    """What the engine asks. `ask` returns every answer that was given on the way, the one in force last."""

    @property
    def name(self) -> str:
        """The name that the ruleset chooses it by."""

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        """The answers to `hook` on `subject`, the one in force last; it is never `DEFER`."""
