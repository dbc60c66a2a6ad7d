"""Touching: which parts of a ruleset a decision came through, told by its steps.

Each part that a case could show has a name, such as `ties.women` or `gates.bi-ky-luat out`, and a question to the steps
of a decision. A part that is written in the ruleset and that no step of any case names was tried by nobody.
"""

from collections.abc import Callable, Iterable, Iterator

from emulrules.model.award import Award
from emulrules.model.criterion import Band, Criterion
from emulrules.model.decision import Decision, Step
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.value import frozen

__all__ = ["parts", "touched"]


@frozen
class _Part:
    """One part: how it is named, and whether a step of a season shows it."""

    name: str
    shown_by: Callable[[Step, Season], bool]


def parts(ruleset: Ruleset) -> tuple[str, ...]:
    """The names of all parts of `ruleset`, in the order of its sections."""
    return tuple(dict.fromkeys(part.name for part in _parts(ruleset)))


def touched(decision: Decision) -> frozenset[str]:
    """The names of the parts that the steps of `decision` show."""
    season = decision.season
    return frozenset(
        part.name for part in _parts(decision.rules) if any(part.shown_by(step, season) for step in decision.steps)
    )


def _parts(rules: Ruleset) -> Iterator[_Part]:
    for criterion in rules.criteria:
        yield from _of_criterion(criterion)
    if rules.scale is not None:
        yield from _kinds("scale", ("total",))
        if rules.scale.bonus is not None:
            yield _Part("scale bonus capped", _is("scale", "cap"))
        if rules.scale.rounding is not None:
            yield _Part("scale rounded", _is("scale.rounding", "round"))
    yield from (_Part(each.rule.path, _is(each.rule.path, "stage")) for each in rules.stages)
    if rules.scoring is not None:
        yield _Part(rules.scoring.rule.path, _is(rules.scoring.rule.path, "take"))
    yield from (_Part(f"{gate.rule.path} {gate.effect}", _is(gate.rule.path, "gate")) for gate in rules.gates)
    yield from (_Part(each.rule.path, _is(each.rule.path, "condition")) for each in rules.conditions)
    if rules.order is not None:
        yield from _kinds("order", ("standing",))
        if rules.order.shortlist is not None:
            yield _Part("order shortlist", _is("order", "shortlist"))
    yield from (_Part(step.rule.path, _is(step.rule.path, "tie", "act")) for step in rules.ties)
    for award in rules.awards:
        yield from _of_award(award)
    yield from (_Part(limit.rule.path, _is(limit.rule.path, "limit")) for limit in rules.limits)
    if rules.headship is not None:
        yield from _of_headship(rules.headship)
    for undefined in rules.undefined:
        if undefined.ask is not None:
            yield _Part(undefined.rule.path, _is(undefined.rule.path))
    yield from (_Part(each.rule.path, _is(each.rule.path)) for each in rules.successions)
    yield from (_Part(each.rule.path, _is(each.rule.path)) for each in rules.rosters)


def _is(path: str, *kinds: str) -> Callable[[Step, Season], bool]:
    """Whether a step of one of these kinds, or of any, stands under the rule at `path`."""
    return lambda step, _: step.rule == path and (not kinds or step.step in kinds)


def _kinds(path: str, kinds: Iterable[str]) -> Iterator[_Part]:
    yield from (_Part(f"{path} {kind}", _is(path, kind)) for kind in kinds)


def _of_criterion(criterion: Criterion) -> Iterator[_Part]:
    path = criterion.rule.path
    if criterion.method is None:
        yield _Part(f"{path} summed", _is(path, "sum"))
        if criterion.cap:
            yield _Part(f"{path} capped", _is(path, "cap"))
    else:
        yield _Part(f"{path} scored", lambda step, _: _is_points(step, criterion) and step.output is not None)
        yield from _of_leaf(criterion)
    if criterion.rounding is not None:
        rounding = criterion.rounding.rule(criterion.rule).path
        yield _Part(f"{path} rounded", _is(rounding, "round"))


def _of_leaf(criterion: Criterion) -> Iterator[_Part]:
    """What may stand in the cells of a leaf, besides a figure."""
    path = criterion.rule.path
    if criterion.not_applicable is not None:
        yield _Part(f"{path} not applicable", lambda step, _: _is_points(step, criterion) and step.output is None)
    if criterion.no_target is not None:
        yield _Part(
            f"{path} without a target",
            lambda step, _: _is_points(step, criterion) and step.inputs.get("plan", "") is None,
        )
    if criterion.method == "pass-fail":
        for mark in ("pass", "fail"):
            yield _marked(criterion, mark)
    for band in criterion.bands:
        yield _Part(f"{path} {_band(band)}", _in_band(criterion, band))
    for held in criterion.held:
        yield _holding(criterion, held.award)


def _is_points(step: Step, criterion: Criterion) -> bool:
    """Whether the step gives points of the leaf: under its rule, or under that of the policy or the stage."""
    named = step.inputs.get("criterion")
    kinds = ("points", "stage")
    return step.step in kinds and (step.rule == criterion.rule.path if named is None else named == criterion.id)


def _marked(criterion: Criterion, mark: str) -> _Part:
    def shown(step: Step, _: Season) -> bool:
        return _is_points(step, criterion) and step.inputs.get("cell") == mark

    return _Part(f"{criterion.rule.path} {mark}", shown)


def _holding(criterion: Criterion, award: str) -> _Part:
    def shown(step: Step, _: Season) -> bool:
        return _is_points(step, criterion) and award in step.inputs.get("held", ())

    return _Part(f"{criterion.rule.path} holding {award}", shown)


def _band(band: Band) -> str:
    if band.at_least is not None:
        return f"from {band.at_least} on"
    return "below all bands" if band.more_than is None else f"above {band.more_than}"


def _in_band(criterion: Criterion, band: Band) -> Callable[[Step, Season], bool]:
    """Of two bands with the same points, steps tell that one of them was reached."""
    return lambda step, _: _is_points(step, criterion) and step.output == band.points


def _of_award(award: Award) -> Iterator[_Part]:
    path = award.rule.path
    quota = award.quota_rule.path
    if award.quota is not None and award.quota.table:
        for row in award.quota.table:
            yield _Part(f"{quota} of {row.units[0]} to {row.units[1]} units", _in_row(quota, *row.units))
    elif award.quota is not None:
        yield _Part(quota, _is(quota, "quota"))
    for choose in award.choose:
        chosen = award.part("choose", choose).path
        yield _Part(chosen, _is(chosen, "act", "award", "line", "threshold"))
        if choose.by == "standing":
            yield _Part(f"{chosen} with a tie at the last slot ({award.boundary})", _is(chosen, "line"))
    for over in award.over_quota:
        judged = award.part("over_quota", over).path
        yield _Part(judged, _is(judged, "act", "over-quota"))
    for ground in award.grounds:
        grounded = award.part("grounds", ground).path
        yield _Part(grounded, _met(grounded))
    if award.at_most is not None:
        yield _Part(f"{path} passing over a unit for its parent", _is(award.per_parent_rule.path, "passed-over"))
    if award.requires_before:
        yield _Part(f"{path} for who won before", _is(path, "won-before"))


def _met(path: str) -> Callable[[Step, Season], bool]:
    """Whether any unit surely has the ground."""
    return lambda step, _: step.rule == path and bool(step.output)


def _in_row(path: str, first: int, last: int) -> Callable[[Step, Season], bool]:
    def shown(step: Step, _: Season) -> bool:
        base = step.inputs.get("base")
        return step.step == "quota" and step.rule == path and isinstance(base, int) and first <= base <= last

    return shown


def _of_headship(headship: Headship) -> Iterator[_Part]:
    path = headship.rule.path
    yield _Part(f"{path} head {headship.by}", _fills("head", None))
    if headship.deputies is None:
        yield _Part(f"{path} deputy", lambda step, _: step.step == "office" and step.output["office"] == "deputy")
    for seat in headship.deputies or ():
        yield _Part(f"{path} deputy {seat.seat}", _fills("deputy", seat.seat))
    for bar in headship.bars:
        yield _Part(f"{path}.bars.{bar.id}", _is(f"{path}.bars.{bar.id}", "bar"))
    if headship.recognised_by is not None:
        yield _Part(f"{path} recognised", _is(path, "recognition"))
    if headship.seat_of is not None:
        yield _Part(f"{path} of another unit of the {headship.seat_of}", _is(path, "carried"))
    if headship.by == "turn":
        events = ("elected", *(() if headship.declined is None else ("declined",)))
        yield from (_Part(f"{path} in turn, {event}", _happened(event)) for event in events)


def _fills(office: str, seat: str | None) -> Callable[[Step, Season], bool]:
    return lambda step, _: step.step == "office" and (step.output["office"], step.output["seat"]) == (office, seat)


def _happened(event: str) -> Callable[[Step, Season], bool]:
    """Whether an office was filled in a season in which that had happened to a unit's turn."""

    def shown(step: Step, season: Season) -> bool:
        events = () if season.turns is None else season.turns.events
        return step.step == "office" and any(each.event == event for each in events)

    return shown
