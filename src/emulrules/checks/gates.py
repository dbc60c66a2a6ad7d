"""Gates: which fact puts a unit out or on hold, and which gates decide nothing beside another."""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Gate, Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Gates that turn on one fact: the unit that has it meets both, and only the stronger changes anything."""
    first: dict[str, Gate] = {}
    for gate in ruleset.gates:
        other = first.setdefault(gate.fact, gate)
        if other is gate:
            continue
        code = "check-gate-twice" if other.effect == gate.effect else "check-gate-contradicts"
        data = {"gate": gate.id, "other": other.id, "fact": gate.fact, "effect": gate.effect, "before": other.effect}
        yield Finding(code, ("gates", gate.id, "fact"), data, gate.basis)
