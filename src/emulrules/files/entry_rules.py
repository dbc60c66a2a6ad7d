"""Rules that one entry of a ruleset keeps by itself: which keys its kind needs, and which it cannot have.

Each entry that has the right shape is judged, whether or not others have, so that all faults are told together.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from emulrules.errors import Fault, RulesetError
from emulrules.files.award_rules import award_faults
from emulrules.files.converter import structure
from emulrules.files.criterion_rules import criterion_faults, rounding_faults
from emulrules.files.document import Path
from emulrules.files.hints import listing, unknown
from emulrules.files.key_rules import id_form, no_such_keys, threshold_faults
from emulrules.files.order_rules import order_faults, tie_faults
from emulrules.files.review_rules import limit_faults, review_faults
from emulrules.files.succession_rules import roster_faults, succession_faults
from emulrules.model.award import Award, Limit
from emulrules.model.criterion import Criterion, PointTable, Scale, Stage
from emulrules.model.headship import Headship
from emulrules.model.names import is_id
from emulrules.model.order import TieStep
from emulrules.model.review import Review
from emulrules.model.ruleset import UNDEFINABLE, Condition, Gate, UndefinedRule
from emulrules.model.succession import DatedRoster, Succession

__all__ = ["ENTRIES", "PARTS", "entry_faults"]

ENTRIES: Final[dict[str, type]] = {
    "awards": Award,
    "conditions": Condition,
    "criteria": Criterion,
    "gates": Gate,
    "limits": Limit,
    "reviews": Review,
    "rosters": DatedRoster,
    "stages": Stage,
    "successions": Succession,
    "ties": TieStep,
    "undefined": UndefinedRule,
}
"""The arrays of a ruleset, whose entries have ids."""

PARTS: Final = frozenset({"actual", "plan", "plus", "minus"})
"""The parts of a figure, which no stage can be called."""


def entry_faults(section: str, kind: type, written: object, path: Path = ()) -> Iterator[Fault]:
    """What is wrong with the entries of an array, or with a table, each by itself; a table may stand at a `path`."""
    if not isinstance(written, list):
        yield from _judged(section, kind, written, path or (section,))
        return
    yield from id_faults(written, (section,))
    for index, entry in enumerate(written):
        yield from _judged(section, kind, entry, (section, index))


def _judged(section: str, kind: type, written: object, path: Path) -> Iterator[Fault]:
    try:
        entry: Any = structure(written, kind, RulesetError, "toml")
    except RulesetError:
        return  # its shape is told of where the whole document is converted
    if section in _RULES:
        yield from _RULES[section](entry, path)


def id_faults(entries: list[Any], path: Path) -> Iterator[Fault]:
    """Ids that are twice in one array, differ by case only, or are not written as ids are."""
    seen: dict[str, str] = {}
    for index, entry in enumerate(entries):
        name = entry.get("id") if isinstance(entry, dict) else None
        if type(name) is not str:
            continue
        here = (*path, index, "id")
        if (other := seen.get(name.casefold())) is not None:
            yield Fault("id-twice" if other == name else "id-by-case", here, {"id": name[:80], "other": other[:80]})
        else:
            yield from id_form(name, here)
        seen.setdefault(name.casefold(), name)


def _condition_faults(condition: Condition, path: Path) -> Iterator[Fault]:
    yield from threshold_faults(condition, path, required=True)


def _gate_faults(gate: Gate, path: Path) -> Iterator[Fault]:
    yield from id_form(gate.fact, (*path, "fact"))


def _headship_faults(headship: Headship, path: Path) -> Iterator[Fault]:
    yield from id_faults([{"id": bar.id} for bar in headship.bars], (*path, "bars"))
    for index, bar in enumerate(headship.bars):
        here = (*path, "bars", index)
        if (bar.who is None) == (bar.fact is None):
            yield Fault("exactly-one", here, {"keys": "who, fact"})
        if not bar.for_:
            yield Fault("list-empty", (*here, "for"))
        if bar.fact is not None:
            yield from id_form(bar.fact, (*here, "fact"))
    if headship.seat_of is not None:
        yield from id_form(headship.seat_of, (*path, "seat_of"))
    if headship.by != "turn":
        yield from no_such_keys(headship, path, "declined", kind=headship.by)
    seats = headship.deputies or ()
    for where, type_ in (((), headship.type), *((("deputies", index), seat.type) for index, seat in enumerate(seats))):
        if type_ is not None:
            yield from id_form(type_, (*path, *where, "type"))
    if len(seats) > 2:
        yield Fault("too-many-deputies", (*path, "deputies"), {"got": len(seats)})
    yield from id_faults([{"id": seat.seat} for seat in seats], (*path, "deputies"))


def _scale_faults(scale: Scale | PointTable, path: Path) -> Iterator[Fault]:
    for key, points in (("points", scale.points), ("bonus", scale.bonus)):
        if points is not None and points < 0:
            yield Fault("number-below", (*path, key), {"got": str(points), "least": 0})
    if scale.rounding is not None:
        yield from rounding_faults(scale.rounding, (*path, "rounding"))


def _stage_faults(stage: Stage, path: Path) -> Iterator[Fault]:
    """A cell tells a stage from the parts of a figure by its name."""
    if stage.id in PARTS:
        yield Fault("stage-reserved", (*path, "id"), {"id": stage.id})


def _undefined_faults(rule: UndefinedRule, path: Path) -> Iterator[Fault]:
    first, _, rest = rule.what.partition(".")
    award, _, part = rest.rpartition(".")
    of_award = first == "awards" and is_id(award) and part in {"quota", "choose"}
    if rule.what not in UNDEFINABLE and not of_award and not (first == "reviews" and is_id(rest)):
        known = [*UNDEFINABLE, "awards.<id>.quota", "awards.<id>.choose", "reviews.<id>"]
        yield unknown("undefined-what", (*path, "what"), rule.what, known, known=listing(known))


_RULES: Final[dict[str, Callable[[Any, Path], Iterator[Fault]]]] = {
    "awards": award_faults,
    "conditions": _condition_faults,
    "criteria": criterion_faults,
    "gates": _gate_faults,
    "headship": _headship_faults,
    "limits": limit_faults,
    "order": order_faults,
    "reviews": review_faults,
    "rosters": roster_faults,
    "scale": _scale_faults,
    "stages": _stage_faults,
    "successions": succession_faults,
    "tables": _scale_faults,
    "ties": tie_faults,
    "undefined": _undefined_faults,
}
