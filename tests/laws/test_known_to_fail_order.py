"""Known to fail: the order of others under a ballot among the best and head to head; lots that a generator draws.

Each broad wording fails here as the table of laws says it does; the bounded form is a law, or stands beside it.
"""

import ast
from pathlib import Path
from typing import Any

import pytest
from building import act, asked, criterion, decided, order, places, ruleset, season, tie, vote

import emulrules
from emulrules.model.order import Shortlist
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.testing.altered import without

# Points, then a ballot among the shortlisted.

SHORTLISTED = ruleset(
    "abc",
    criteria=(criterion("diem"),),
    order=order("points-then-ballot", 1, asks="members", shortlist=Shortlist(2, "include")),
)
POINTS = {"a": 3, "b": 2, "c": 1}
VOTES = {"a": 0, "b": 1, "c": 2}


def voted(*units: str) -> Season:
    """The season of these units, each with the votes that it has whoever else is voted on."""
    year = season(scores={"diem": POINTS})
    members = without(year, set(POINTS) - set(units))
    shortlisted = sorted(units, key=POINTS.__getitem__)[-2:]
    return members.with_act(vote("standing", 2, **{unit: VOTES[unit] for unit in shortlisted}))


def test_without_the_best_two_others_change_places_where_the_shortlisted_are_voted_on() -> None:
    assert {"b": 1, "a": 2, "c": 3} == places(decided(SHORTLISTED, voted("a", "b", "c")))
    assert {"c": 1, "b": 2} == places(decided(SHORTLISTED, voted("b", "c")))


def test_without_the_last_of_all_the_shortlisted_stand_as_before() -> None:
    assert {"b": 1, "a": 2} == places(decided(SHORTLISTED, voted("a", "b")))


# Head to head.

ROWS = {"k": {"a": 2, "b": 1, "c": 3}, "l": {"a": 2, "b": 1, "c": 0}, "m": {"a": 0, "b": 2, "c": 0}}
"""a beats b, b beats c, a and c are even."""


def compared(then: Any) -> Ruleset:
    leaves = tuple(criterion(id_, weight="0") for id_ in "klm")
    steps = (tie("doi-dau", "head-to-head", then=then, over=("k", "l", "m")),)
    return ruleset("abcd", criteria=(criterion("diem"), *leaves), order=order(), ties=steps)


def tied(*units: str) -> Season:
    """The season of these units, all of which have the same total; d has less than the others."""
    rows = {**ROWS, "diem": {"a": 1, "b": 1, "c": 1}}
    year = season(scores={id_: {**row, "d": 0} for id_, row in rows.items()})
    return without(year, set("abcd") - set(units))


def test_without_one_of_a_tie_two_others_are_parted_head_to_head() -> None:
    rules = compared("continue")
    assert {"a": 1, "b": 1, "c": 3, "d": 4} == places(decided(rules, tied("a", "b", "c", "d")))
    assert {"a": 1, "b": 2, "d": 3} == places(decided(rules, tied("a", "b", "d")))


def test_without_one_that_is_not_tied_the_others_stand_as_before() -> None:
    assert {"a": 1, "b": 1, "c": 3} == places(decided(compared("continue"), tied("a", "b", "c")))


@pytest.mark.parametrize(
    ("then", "expected"), [("continue", {"a": 1, "b": 1, "c": 3}), ("restart", {"a": 1, "b": 2, "c": 3})]
)
def test_what_becomes_of_those_still_tied_is_declared(then: str, expected: dict[str, int]) -> None:
    assert expected == places(decided(compared(then), tied("a", "b", "c")))


# Lots.

DRAWN = ruleset(
    "abcd",
    criteria=(criterion("diem"),),
    order=order("points", 1, 3),
    ties=(tie("rut-tham", "lot", asks="meeting"),),
)


def test_a_lot_does_not_turn_on_whether_another_was_drawn() -> None:
    first = act("place:1:rut-tham", ["a"], among="ab")
    second = act("place:3:rut-tham", ["d"], among="cd")
    both = decided(DRAWN, season(first, second, scores={"diem": {"a": 2, "b": 2, "c": 1, "d": 1}}))
    assert {"a": 1, "b": 2, "d": 3, "c": 4} == places(both)
    one = decided(DRAWN, season(second, scores={"diem": {"a": 2, "b": 2, "c": 1, "d": 1}}))
    assert ({"a": 1, "b": 1, "d": 3, "c": 4}, ["place:1:rut-tham"]) == (places(one), asked(one))
    none = decided(DRAWN, season(second, scores={"diem": {"a": 3, "b": 2, "c": 1, "d": 1}}))
    assert {"a": 1, "b": 2, "d": 3, "c": 4} == places(none)


def test_nothing_that_decides_can_draw() -> None:
    root = Path(emulrules.__file__).parent
    drawing = {"random", "secrets", "uuid"}
    found = [
        path
        for path in sorted(root.rglob("*.py"))
        if path.relative_to(root).parts[0] != "testing"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and drawing & set(_imported(node))
    ]
    assert [] == found


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
