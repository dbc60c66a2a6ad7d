"""What a decision says, in the shapes that laws compare: points, places, what was won and who leads."""

from fractions import Fraction

from emulrules.model.decision import Decision, Step
from emulrules.value import frozen

__all__ = [
    "Outcome",
    "by_totals",
    "criterion_of",
    "leaf_points",
    "lost",
    "named_places",
    "outcome",
    "places",
    "ranks",
    "rounded_of",
    "slots",
]


@frozen
class Outcome:
    """What people meet about: who wins what, who holds which office, who fills the places that are named."""

    awards: frozenset[tuple[str, str, str]]
    offices: frozenset[tuple[str, str | None, str, str]]
    places: frozenset[tuple[int, str]]


def lost(shown: Decision, final: Decision) -> list[str]:
    """What `shown` says as settled and `final` does not, by name.

    That an award is proposed is not settled where a gate that holds lacks its fact: it asks for none, and only warns.
    """
    early, late = outcome(shown), outcome(final)
    gone = [str(each) for each in sorted({each[:2] for each in early.awards} - {each[:2] for each in late.awards})]
    gone += [str(each) for each in sorted(early.offices - late.offices, key=str)]
    return gone + [str(each) for each in sorted(early.places - late.places)]


def outcome(decision: Decision) -> Outcome:
    """The outcome so far."""
    return Outcome(
        frozenset((each.award, each.unit, each.state) for each in decision.awards),
        frozenset((each.office, each.seat, each.unit, each.state) for each in decision.offices),
        named_places(decision),
    )


def named_places(decision: Decision) -> frozenset[tuple[int, str]]:
    """The places that the ruleset wants named, with the units that hold each alone."""
    order = decision.rules.order
    wanted = () if order is None else order.name_places
    alone = {each.place: each.unit for each in decision.standings if each.place is not None and not each.tied_with}
    return frozenset((place, alone[place]) for place in wanted if place in alone)


def places(decision: Decision) -> dict[str, int]:
    """The place of every unit that something ranks."""
    return {each.unit: each.place for each in decision.standings if each.place is not None}


def ranks(decision: Decision) -> dict[str, int]:
    """Where every unit stands that is not out: its place; 0 among those of a ballot without votes; last if unranked."""
    listed = {unit for step in decision.steps if step.step == "shortlist" for unit in step.output}
    rows = decision.standings
    return {each.unit: each.place or (0 if each.unit in listed else len(rows) + 1) for each in rows}


def by_totals(decision: Decision) -> bool:
    """Whether every unit stands where its points put it."""
    return all(each.total is not None for each in decision.standings)


def criterion_of(step: Step) -> str:
    """The leaf whose points the step gives."""
    named = step.inputs.get("criterion")
    return str(named) if named is not None else str(step.rule).removeprefix("criteria.")


def leaf_points(decision: Decision) -> dict[tuple[str, str], Fraction | None]:
    """Points by leaf and unit, rounded where a leaf is, as the steps give them; None does not apply."""
    points = {(criterion_of(step), str(step.unit)): step.output for step in decision.steps if step.step == "points"}
    for step in decision.steps:
        if step.step == "round" and (leaf := (rounded_of(step), str(step.unit))) in points:
            points[leaf] = step.output
    return points


def rounded_of(step: Step) -> str:
    """The criterion whose points the step rounds; `scale` is none."""
    return str(step.rule).removeprefix("criteria.").removesuffix(".rounding")


def slots(decision: Decision, award: str) -> int | None:
    """How many may be proposed for `award`, if its quota was needed and is known."""
    rule = f"awards.{award}.quota"
    declared = {f"undefined.{each.id}" for each in decision.rules.undefined if each.what == rule}
    found = [step.output for step in decision.steps if step.step == "quota" and step.rule in {rule, *declared}]
    return found[0] if found else None
