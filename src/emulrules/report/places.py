"""Places in words: in which order units are listed, and how one unit came by its place."""

from collections.abc import Iterator

from emulrules.model.decision import Decision, Standing, Step
from emulrules.report.names import Names

__all__ = ["in_order", "placed", "unvoted", "votes"]


def unvoted(decision: Decision) -> frozenset[str]:
    """The units that are put to a ballot which was not held, or not yet: they stand above all that have places."""
    listed = {unit for step in decision.steps if step.step == "shortlist" for unit in step.output}
    return frozenset(row.unit for row in decision.standings if row.place is None and row.unit in listed)


def in_order(decision: Decision, names: Names) -> list[Standing]:
    """The standings from the top down, equals as Vietnamese sorts their names, units that nothing ranks last."""
    first = unvoted(decision)
    sort = {unit: at for at, unit in enumerate(names.sort(row.unit for row in decision.standings))}
    return sorted(
        decision.standings,
        key=lambda row: (row.place is None and row.unit not in first, row.place or 0, sort[row.unit]),
    )


def votes(decision: Decision) -> dict[str, int]:
    """The votes that the standing follows from, of each unit that was voted on; nothing where it does not."""
    for step in decision.steps:
        if step.step == "act" and step.inputs["id"] == "standing" and step.inputs["ballots"] is not None:
            return dict(step.output)
    return {}


def placed(decision: Decision, unit: str, names: Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sentence, and the basis that it rests on, for each step that gave the unit its place."""
    ranked = any(row.unit == unit for row in decision.standings)
    for step in decision.steps:
        if step.step == "shortlist" and ranked:
            yield _shortlist(step, unit, names), step.basis
        elif step.step == "act" and step.inputs["id"] == "standing" and unit in step.output:
            yield _act(step, unit, names), step.basis
        elif step.step == "tie" and unit in step.inputs["tied"]:
            yield _tie(step, unit, names), step.basis
        elif step.step == "standing" and step.unit == unit:
            yield _standing(step, names), step.basis


def _shortlist(step: Step, unit: str, names: Names) -> str:
    listed = names.listed(step.output) or "–"
    number, boundary = step.inputs["number"], names.say(f"shortlist-{step.inputs['boundary']}")
    code = "place-shortlist" if unit in step.output else "place-below-shortlist"
    code = code if len(step.output) > 1 else "place-shortlist-short"
    return names.say(code, number=number, boundary=boundary, listed=listed)


def _act(step: Step, unit: str, names: Names) -> str:
    who = names.asked(step.inputs["of"])
    if step.inputs["ballots"] is None:
        return names.say("place-by-act", who=who, place=step.output[unit])
    return names.say("place-by-votes", who=who, n=step.output[unit], ballots=step.inputs["ballots"])


def _tie(step: Step, unit: str, names: Names) -> str:
    """How a tie was parted: with whom, by what, and into which groups from the top."""
    values = step.inputs.get("values") or {}
    rule = next((rule for rule in names.rules.ties if rule.rule.path == step.rule), None)

    def value(member: str) -> str:
        if rule is not None and rule.by == "head-to-head":
            return names.say("value-beats", n=names.measure(values[member]))
        if rule is not None and (rule.at_least is not None or rule.more_than is not None):
            return names.say("mark-pass" if values[member] else "mark-fail")
        return names.measure(values[member])

    def shown(member: str) -> str:
        return f"{names.unit(member)} ({value(member)})" if member in values else names.unit(member)

    groups = " > ".join(" = ".join(shown(member) for member in names.sort(group)) for group in step.output)
    others = names.listed(other for other in step.inputs["tied"] if other != unit)
    return names.say("place-tie", others=others, rule=names.rule(str(step.rule)), groups=groups)


def _standing(step: Step, names: Names) -> str:
    place, tied = step.output["place"], step.output["tied_with"]
    if place is None:
        return names.say("place-none")
    if tied:
        return names.say("place-tied", place=place, others=names.listed(tied))
    return names.say("place-alone", place=place)
