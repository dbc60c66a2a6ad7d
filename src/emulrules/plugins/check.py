"""What each hook may answer: the same conditions for a plugin, for the standard policy and for an answer in a record.

`criterion_weights`: every criterion, none negative. `criterion_points`: every unit that is not out, within the bounds
of the criterion. `tie_break_keys`: each key once, a value for the tied units and nobody else, no figure that lacks
before a key that turns on who is tied. `award_quota`: no negative number, and none but what follows from the share that
it says. `head_rotation`: bars, turns and who may hold an office of members only, at most two deputies. `unit_gates`:
members only, sorted.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

from emulrules.model.answers import (
    DEFER,
    Answer,
    Barred,
    Defer,
    Gated,
    GateFacts,
    Points,
    Quota,
    Rotation,
    TieKey,
    TieKeys,
    Undefined,
    UnknownFact,
    Weights,
)
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset
from emulrules.model.table import Table
from emulrules.plugins.forms import STANDARD, Forms
from emulrules.roster import roster
from emulrules.shares import Reckoning, bounded, reckon

__all__ = ["check"]

_BOUNDS: Final = ("less-than", "not-more-than")
_EFFECTS: Final = ("hold", "out")
_FACTS: Final = ("staff", "women")
_KEYS: Final = ("ballot", "decision", "lot", "value")
_METHODS: Final = ("acclaimed", "appointed", "deputy", "elected", "handed-over", "turn")
_OFFICES: Final = ("deputy", "head")
_ROUNDINGS: Final = ("ceiling", "floor", "half-up")
_THEN: Final = ("continue", "restart")
_MOST_DEPUTIES: Final = 2
_ZERO: Final = Fraction(0)


def check(hook: str, answer: object, /, *, by: str = "?", subject: str = "", **arguments: Any) -> Answer:
    """The answer that `by` gave to `hook` asked with `arguments`, rebuilt from values that nobody can change.

    Raises `PluginError` where it is not what the hook may answer; the path of the fault is who answered, the hook, the
    subject and the place in the answer.
    """
    expected, read = _ANSWERS[hook]
    sections = _sections(hook, arguments)
    if type(answer) is Defer:
        return DEFER
    if type(answer) is Undefined:
        ruleset: Ruleset = arguments["ruleset"]
        opened = [rule.rule.path for rule in ruleset.undefined]
        return _undefined(Forms(by, hook, subject, (*sections, *opened)), answer)
    forms = Forms(by, hook, subject, sections)
    if answer is None:
        forms.blame("plugin-no-answer")
    return read(forms, forms.parts(answer, expected), arguments)


def _sections(hook: str, arguments: dict[str, Any]) -> tuple[str, ...]:
    """The parts of a ruleset that the hook is about, as asked."""
    if hook == "award_quota":
        return (f"awards.{arguments['award'].id}",)
    if hook == "criterion_points":
        return (f"criteria.{arguments['criterion'].id}",)
    return _SECTIONS[hook]


_SECTIONS: Final = {
    "criterion_weights": ("criteria", "scale"),
    "head_rotation": ("headship",),
    "tie_break_keys": ("ties",),
    "unit_gates": ("gates",),
}


def _undefined(forms: Forms, answer: Undefined) -> Undefined:
    what, basis, ask, trust = forms.parts(answer, Undefined)
    return Undefined(
        forms.path(what, "what"), forms.texts(basis, "basis"), forms.asked(ask, "ask"), forms.trust(trust, "trust")
    )


def _members(arguments: dict[str, Any]) -> tuple[str, ...]:
    return roster(arguments["season"], arguments["ruleset"]).members


def _weights(forms: Forms, parts: list[Any], arguments: dict[str, Any]) -> Weights:
    values = forms.mapping(parts[0], "values")
    forms.exactly(values, [criterion.id for criterion in arguments["ruleset"].criteria], "values")
    weights = {id_: forms.measure(value, "values", id_) for id_, value in values.items()}
    for id_, weight in weights.items():
        if weight < 0:
            forms.blame("plugin-value-negative", "values", id_)
    return Weights(Table(weights))


def _gates(forms: Forms, parts: list[Any], arguments: dict[str, Any]) -> GateFacts:
    gated = tuple(_gated(forms, part) for part in forms.sequence(parts[0], "gated"))
    unknown = tuple(_unknown(forms, part) for part in forms.sequence(parts[1], "unknown"))
    forms.among([one.unit for one in gated], _members(arguments), "gated")
    _sorted(forms, [(one.rule.path, one.unit) for one in gated], "gated")
    _sorted(forms, [(one.rule.path, one.fact) for one in unknown], "unknown")
    return GateFacts(gated, unknown)


def _gated(forms: Forms, value: object) -> Gated:
    unit, effect, rule = forms.parts(value, Gated, "gated")
    name = forms.text(unit, "gated")
    at = ("gated", name)
    return Gated(name, forms.choice(effect, _EFFECTS, *at, "effect"), forms.rule(rule, *at, "rule"))


def _unknown(forms: Forms, value: object) -> UnknownFact:
    fact, effect, rule = forms.parts(value, UnknownFact, "unknown")
    name = forms.id(fact, "unknown")
    at = ("unknown", name)
    return UnknownFact(name, forms.choice(effect, _EFFECTS, *at, "effect"), forms.rule(rule, *at, "rule"))


def _sorted(forms: Forms, keys: list[tuple[str, ...]], where: str) -> None:
    """Refuses entries out of order, since an answer must not hang on the order in which something was found."""
    forms.once([".".join(key) for key in keys], where)
    if keys != sorted(keys):
        forms.blame("plugin-value-unsorted", where)


def _points(forms: Forms, parts: list[Any], arguments: dict[str, Any]) -> Points:
    criterion: Criterion = arguments["criterion"]
    out = {gated.unit for gated in arguments["gates"].gated if gated.effect == "out"}
    values = forms.mapping(parts[0], "values")
    forms.exactly(values, [unit for unit in _members(arguments) if unit not in out], "values")
    points = {unit: _bounded(forms, criterion, value, unit) for unit, value in values.items()}
    return Points(Table(points), forms.rule(parts[1], "rule"))


def _bounded(forms: Forms, criterion: Criterion, value: object, unit: str) -> Fraction | None:
    """Points from the least of the criterion, or 0, to its maximum; a deduction takes at most the maximum off."""
    if value is None:
        if criterion.not_applicable is None and criterion.no_target is None:
            forms.blame("plugin-points-not-applicable", "values", unit)
        return None
    points = forms.measure(value, "values", unit)
    least, most = _bounds(criterion)
    if (least is not None and points < least) or (most is not None and points > most):
        bounds: dict[str, Any] = {"least": "-∞" if least is None else least, "most": "∞" if most is None else most}
        forms.blame("plugin-points-bounds", "values", unit, got=points, **bounds)
    return points


def _bounds(criterion: Criterion) -> tuple[Fraction | None, Fraction | None]:
    """The least and the most points that a criterion gives, None without a bound."""
    most = None if criterion.above_max else criterion.max
    if criterion.kind == "deduction":
        return None if most is None else -most, _ZERO
    return _ZERO if criterion.min is None else criterion.min, most


def _tie_keys(forms: Forms, parts: list[Any], arguments: dict[str, Any]) -> TieKeys:
    keys = tuple(_tie_key(forms, part, arguments["tied"]) for part in forms.sequence(parts[0], "keys"))
    forms.once([key.id for key in keys], "keys")
    _check_lacks_last(forms, keys)
    return TieKeys(keys)


def _check_lacks_last(forms: Forms, keys: tuple[TieKey, ...]) -> None:
    """Who is tied must be known where a key turns on it: a figure that comes later would turn the outcome over."""
    lacking: str | None = None
    for key in keys:
        lacking = lacking or (key.id if any(key.lacks.values()) else None)
        if key.then is not None and lacking is not None:
            forms.blame("plugin-key-lacks-before", "keys", lacking, other=key.id)


def _tie_key(forms: Forms, value: object, tied: tuple[str, ...]) -> TieKey:
    id_, by, rule, asks, values, lacks, then = forms.parts(value, TieKey, "keys")
    at = ("keys", forms.id(id_, "keys"))
    kind = forms.choice(by, _KEYS, *at, "by")
    given = forms.mapping(values, *at, "values")
    lacking = forms.mapping(lacks, *at, "lacks")
    if kind == "value":
        forms.exactly(given, tied, *at, "values")
        forms.among(lacking, tied, *at, "lacks")
    elif given or lacking or then is not None:
        forms.blame("plugin-key-asked", *at)
    return TieKey(
        id_,
        kind,
        forms.rule(rule, *at, "rule"),
        forms.asked(asks, *at, "asks"),
        Table({u: None if v is None else forms.measure(v, *at, "values", u) for u, v in given.items()}),
        Table({unit: _lacks(forms, facts, given[unit], *at, "lacks", unit) for unit, facts in lacking.items()}),
        None if then is None else forms.choice(then, _THEN, *at, "then"),
    )


def _lacks(forms: Forms, facts: object, value: object, *where: str) -> tuple[str, ...]:
    names = tuple(forms.choice(fact, _FACTS, *where) for fact in forms.sequence(facts, *where))
    forms.once(names, *where)
    if names and value is not None:
        forms.blame("plugin-key-lacks", *where)
    return names


def _quota(forms: Forms, parts: list[Any], _arguments: dict[str, Any]) -> Quota:
    number, rule, base, rounding, share, bound, least, most, rest = parts
    quota = Quota(
        None if rest is True and number is None else forms.count(number, "number"),
        forms.rule(rule, "rule"),
        _count(forms, base, "base"),
        None if rounding is None else forms.choice(rounding, _ROUNDINGS, "rounding"),
        None if share is None else forms.measure(share, "share"),
        None if bound is None else forms.choice(bound, _BOUNDS, "bound"),
        _count(forms, least, "least"),
        _count(forms, most, "most"),
        forms.truth(rest, "rest"),
    )
    _follows(forms, quota)
    return quota


def _count(forms: Forms, value: object, where: str) -> int | None:
    return None if value is None else forms.count(value, where)


def _follows(forms: Forms, quota: Quota) -> None:
    """Refuses a share of which not all is said, and a number that does not follow from what is."""
    how: Reckoning | None = quota.rounding or quota.bound
    if quota.share is None:
        alone = (quota.number, quota.base, quota.rounding) if quota.rest else ()
        if any(part is not None for part in (quota.bound, quota.least, quota.most, *alone)):
            forms.blame("plugin-quota-parts")
        return
    in_order = quota.least is None or quota.most is None or quota.least <= quota.most
    if how is None or quota.base is None or quota.rest or (quota.rounding and quota.bound) or not in_order:
        forms.blame("plugin-quota-parts")
    if not 0 < quota.share <= 1:
        forms.blame("plugin-quota-share", "share")
    due = bounded(reckon(quota.share, quota.base, how), quota.least, quota.most)
    if quota.number != due:
        forms.blame("plugin-quota-differs", "number", got=quota.number, due=due)


def _rotation(forms: Forms, parts: list[Any], arguments: dict[str, Any]) -> Rotation:
    method, rule, asks, barred, deputies, recognised_by, eligible, queue, declined, elected, moving = parts
    members = _members(arguments)
    kind = forms.choice(method, _METHODS, "method")
    bars = tuple(_barred(forms, part, members) for part in forms.sequence(barred, "barred"))
    forms.once([bar.id for bar in bars], "barred")
    _keeps_headship(forms, [bar.id for bar in bars], deputies, eligible, arguments)
    seats = None if deputies is None else _seats(forms, deputies)
    if kind != "turn" and (queue is not None or declined or elected is not None):
        forms.blame("plugin-turns-useless", "queue")
    return Rotation(
        kind,
        forms.rule(rule, "rule"),
        forms.asked(asks, "asks"),
        bars,
        seats,
        forms.asked(recognised_by, "recognised_by"),
        _eligible(forms, eligible, ("head", *(seats or ("deputy",))), members),
        None if queue is None else _queue(forms, queue, members),
        _some_members(forms, declined, members, "declined"),
        None if elected is None else _one_member(forms, elected, members, "elected"),
        None if moving is None else _some_members(forms, moving, members, "moving"),
    )


def _eligible(
    forms: Forms, value: object, offices: tuple[str, ...], members: tuple[str, ...]
) -> Table[str, tuple[str, ...]]:
    given = forms.mapping(value, "eligible")
    forms.among(given, offices, "eligible")
    return Table({office: _some_members(forms, units, members, "eligible", office) for office, units in given.items()})


def _queue(forms: Forms, value: object, members: tuple[str, ...]) -> tuple[str, ...]:
    queue = forms.texts(value, "queue")
    forms.once(queue, "queue")
    forms.exactly(dict.fromkeys(queue), members, "queue")
    return queue


def _one_member(forms: Forms, value: object, members: tuple[str, ...], where: str) -> str:
    unit = forms.text(value, where)
    forms.among([unit], members, where)
    return unit


def _keeps_headship(
    forms: Forms, barred: list[str], deputies: object, eligible: object, arguments: dict[str, Any]
) -> None:
    """A plugin's rotation stands in the place of the ruleset's headship, and may drop nothing that it states."""
    headship = arguments["ruleset"].headship
    if headship is None or forms.by == STANDARD:
        return
    if dropped := sorted({bar.id for bar in headship.bars} - set(barred)):
        forms.blame("plugin-bars-dropped", "barred", names=", ".join(dropped))
    if headship.deputies is not None and deputies != tuple(seat.seat for seat in headship.deputies):
        forms.blame("plugin-deputies-differ", "deputies")
    typed = {"head": headship.type} | {seat.seat: seat.type for seat in headship.deputies or ()}
    due = {office for office, type_ in typed.items() if type_ is not None}
    if missing := sorted(due - set(forms.mapping(eligible, "eligible"))):
        forms.blame("plugin-types-dropped", "eligible", names=", ".join(missing))


def _barred(forms: Forms, value: object, members: tuple[str, ...]) -> Barred:
    id_, offices, units, rule, fact = forms.parts(value, Barred, "barred")
    at = ("barred", forms.id(id_, "barred"))
    named = tuple(forms.choice(office, _OFFICES, *at, "offices") for office in forms.sequence(offices, *at, "offices"))
    forms.once(named, *at, "offices")
    return Barred(
        id_,
        named,
        None if units is None else _some_members(forms, units, members, *at, "units"),
        forms.rule(rule, *at, "rule"),
        None if fact is None else forms.id(fact, *at, "fact"),
    )


def _some_members(forms: Forms, value: object, members: tuple[str, ...], *where: str) -> tuple[str, ...]:
    units = forms.texts(value, *where)
    forms.among(units, members, *where)
    forms.once(units, *where)
    if list(units) != sorted(units):
        forms.blame("plugin-value-unsorted", *where)
    return units


def _seats(forms: Forms, value: object) -> tuple[str, ...]:
    seats = tuple([forms.id(seat, "deputies") for seat in forms.sequence(value, "deputies")])
    forms.once(seats, "deputies")
    if len(seats) > _MOST_DEPUTIES:
        forms.blame("plugin-deputies", "deputies", most=_MOST_DEPUTIES)
    return seats


_Reader = Callable[[Forms, list[Any], dict[str, Any]], Answer]

_ANSWERS: Final[dict[str, tuple[type, _Reader]]] = {
    "award_quota": (Quota, _quota),
    "criterion_points": (Points, _points),
    "criterion_weights": (Weights, _weights),
    "head_rotation": (Rotation, _rotation),
    "tie_break_keys": (TieKeys, _tie_keys),
    "unit_gates": (GateFacts, _gates),
}
