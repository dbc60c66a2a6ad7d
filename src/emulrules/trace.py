"""The trace of a decision while it is made: its steps, and the warnings that follow from what it leans on.

A rule that is only reported or assumed warns as soon as a step rests on it, so that no module has to remember to.
"""

from collections.abc import Iterable
from typing import Any

from emulrules.model.decision import Step, StepKind, Warned, WarningCode
from emulrules.model.rule import Rule
from emulrules.model.table import Table

__all__ = ["Trace"]


class Trace:
    """Collects steps in the order in which they happen, and warnings once for each rule."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._warnings: dict[tuple[str, str], set[str]] = {}
        self._rule: Rule | None = None

    def step(self, kind: StepKind, output: Any, *, rule: Rule, unit: str | None = None, **inputs: Any) -> None:
        """Notes what was done under `rule`."""
        self.note(kind, output, rule, unit, Table(inputs))

    def note(self, kind: StepKind, output: Any, rule: Rule, unit: str | None, inputs: Table[str, Any]) -> None:
        """The same, with inputs that are read-only already."""
        if rule is not self._rule:  # steps come in runs under one rule, which warns once
            self._rule = rule
            self.lean(rule)
        self._steps.append(Step(len(self._steps) + 1, kind, unit, rule.path, rule.basis, inputs, output))

    def lean(self, rule: Rule) -> None:
        """Warns if the decision leans on a rule that is only reported or assumed."""
        if rule.trust != "read":
            self.warn("reported-rule" if rule.trust == "reported" else "assumed-rule", rule.path)

    def warn(self, code: WarningCode, rule: str, units: Iterable[str] = ()) -> None:
        """Notes what a reader must know; units of one code and rule add up."""
        self._warnings.setdefault((code, rule), set()).update(units)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps so far."""
        return tuple(self._steps)

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """All warnings so far, by code and rule."""
        return tuple(Warned(code, rule, tuple(sorted(units))) for (code, rule), units in sorted(self._warnings.items()))
