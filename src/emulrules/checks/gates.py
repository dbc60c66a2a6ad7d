"""Gates: which fact puts a unit out or on hold, gates that decide nothing beside another, and those that nobody passes.

A gate lets pass whoever has not its fact. Nobody is left for an award where what it is given for puts a unit out.
"""

from collections.abc import Iterator

from emulrules.checks.finding import Finding, Phrase
from emulrules.model.ruleset import Gate, Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What gates cannot decide, and what they make out of reach."""
    yield from _same_fact(ruleset)
    yield from _grounds(ruleset)


def _same_fact(ruleset: Ruleset) -> Iterator[Finding]:
    """Gates that turn on one fact: the unit that has it meets both, and only the stronger changes anything."""
    first: dict[str, Gate] = {}
    for gate in ruleset.gates:
        other = first.setdefault(gate.fact, gate)
        if other is gate:
            continue
        code = "check-gate-twice" if other.effect == gate.effect else "check-gate-contradicts"
        effect, before = (Phrase(f"report-gate-{each.effect}") for each in (gate, other))
        data = {"gate": gate.id, "other": other.id, "fact": gate.fact, "effect": effect, "before": before}
        yield Finding(code, ("gates", gate.id, "fact"), data, gate.basis)


def _grounds(ruleset: Ruleset) -> Iterator[Finding]:
    """Grounds of an award that put a unit out, so that nobody has the award on them."""
    out = {gate.fact: gate for gate in ruleset.gates if gate.effect == "out"}
    for award in ruleset.awards:
        for index, ground in enumerate(award.grounds):
            if ground.fact is not None and (gate := out.get(ground.fact)) is not None:
                data = {"award": award.id, "ground": ground.id, "gate": gate.id, "fact": ground.fact}
                path = ("awards", award.id, "grounds", index, "fact")
                yield Finding("check-gate-takes-ground", path, data, ground.basis or award.basis)
