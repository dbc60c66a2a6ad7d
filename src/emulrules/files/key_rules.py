"""Keys that depend on one another: which a kind of rule needs, which it cannot have, which shut each other out."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.text import slug_hint
from emulrules.model.exact import spell
from emulrules.model.names import is_id
from emulrules.model.ruleset import Unit

__all__ = [
    "BODIES",
    "body_faults",
    "id_form",
    "named_twice",
    "needs",
    "no_share",
    "no_such_keys",
    "place_faults",
    "threshold_faults",
    "unlisted_unit",
]

BODIES: Final = ("members", "meeting", "council")
"""Who can be put to the vote: the others are one, or nothing says how many they are."""


def _given(rule: Any, key: str) -> bool:
    return getattr(rule, key) not in (None, ())


def id_form(name: str, path: Path) -> Iterator[Fault]:
    """A fault for an id that is not written as ids are."""
    if not is_id(name):
        yield Fault("id-malformed", path, {"id": name[:80], "near": slug_hint(name)})


def unlisted_unit(path: Path, name: str, units: Mapping[str, Unit]) -> Fault:
    """The fault of a member that has no entry, with the id of the unit that is called so, or as its own id is due."""
    called = [id_ for id_, unit in units.items() if name in (unit.name, *unit.aliases)]
    if called:
        return Fault("unit-without-entry-near", path, {"name": name[:80], "near": called[0]})
    found = unknown("unit-without-entry", path, name, units)
    return found if "near" in found.data else next(id_form(name, path), found)


def needs(rule: Any, path: Path, *keys: str, kind: str) -> Iterator[Fault]:
    """A fault for each of `keys` that the rule lacks, which its `kind` needs."""
    for key in keys:
        if not _given(rule, key):
            yield Fault("key-needed", (*path, key), {"key": key, "kind": kind})


def no_such_keys(rule: Any, path: Path, *keys: str, kind: str) -> Iterator[Fault]:
    """A fault for each of `keys` that the rule has, which its `kind` cannot have."""
    for key in keys:
        if _given(rule, key):
            yield Fault("key-useless", (*path, key), {"key": key, "kind": kind})


def body_faults(rule: Any, path: Path) -> Iterator[Fault]:
    """A ballot is cast by a body of several, whose number is known or can be asked."""
    if rule.asks is not None and rule.asks not in BODIES:
        yield Fault("ballot-of-no-body", (*path, "asks"), {"asks": rule.asks, "known": ", ".join(BODIES)})


def no_share(path: Path, value: Fraction) -> Fault:
    """The fault of a value that is no part of a whole, with the one that was probably meant."""
    write = "2/3"
    if 1 < value <= 100 and value.denominator == 1:
        write = f"{value}%"
    elif 1 < value <= 2:
        write = spell(1 / value)  # the two numbers of a fraction are easily put upside down
    elif 1 < value <= 10 and "/" not in spell(value * 10):
        write = f"{spell(value * 10)}%"  # a point that is missing from a percentage
    return Fault("share-out-of-range", path, {"key": str(path[-1]), "got": spell(value), "write": write})


def threshold_faults(rule: Any, path: Path, *, required: bool) -> Iterator[Fault]:
    """A threshold is one of `at_least` and `more_than`, a share that can be reached."""
    least: Fraction | None = rule.at_least
    more: Fraction | None = rule.more_than
    if (least is not None and more is not None) or (required and least is None and more is None):
        yield Fault("exactly-one", path, {"keys": "at_least, more_than"})
    if least is not None and not 0 < least <= 1:
        yield no_share((*path, "at_least"), least)
    if more is not None and not 0 <= more < 1:
        yield no_share((*path, "more_than"), more)


def place_faults(places: tuple[int, ...], path: Path) -> Iterator[Fault]:
    """Places count from one, and each is named once."""
    for index, place in enumerate(places):
        if place < 1:
            yield Fault("number-below", (*path, index), {"got": place, "least": 1})
    yield from named_twice(places, path)


def named_twice(names: tuple[str | int, ...], path: Path) -> Iterator[Fault]:
    """Every name that a list holds twice."""
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Fault("named-twice", (*path, index), {"name": name})
