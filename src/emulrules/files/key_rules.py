"""Keys that depend on one another: which a kind of rule needs, which it cannot have, which shut each other out."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.text import slug_hint
from emulrules.model.names import is_id

__all__ = [
    "BODIES",
    "body_faults",
    "id_form",
    "named_twice",
    "needs",
    "no_such_keys",
    "place_faults",
    "threshold_faults",
]

BODIES: Final = ("members", "meeting", "council")
"""Who can be put to the vote: the others are one, or nothing says how many they are."""


def _given(rule: Any, key: str) -> bool:
    return getattr(rule, key) not in (None, ())


def id_form(name: str, path: Path) -> Iterator[Fault]:
    """A fault for an id that is not written as ids are."""
    if not is_id(name):
        yield Fault("id-malformed", path, {"id": name[:80], "near": slug_hint(name)})


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


def threshold_faults(rule: Any, path: Path, *, required: bool) -> Iterator[Fault]:
    """A threshold is one of `at_least` and `more_than`, a share that can be reached."""
    least: Fraction | None = rule.at_least
    more: Fraction | None = rule.more_than
    if (least is not None and more is not None) or (required and least is None and more is None):
        yield Fault("exactly-one", path, {"keys": "at_least, more_than"})
    if least is not None and not 0 < least <= 1:
        yield Fault("share-out-of-range", (*path, "at_least"), {"key": "at_least"})
    if more is not None and not 0 <= more < 1:
        yield Fault("share-out-of-range", (*path, "more_than"), {"key": "more_than"})


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
