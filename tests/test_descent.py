"""Facts about going down groups of equals: who is in for sure, who is passed over, and where a line runs."""

from collections.abc import Iterator, Sequence
from itertools import permutations, product

import pytest

from emulrules.descent import Descent, Line, descend, go_down, settle
from emulrules.order import Group
from emulrules.room import Room

PARENTS = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b", "c1": "c"}


def groups(*written: str) -> list[Group]:
    return [Group(tuple(sorted(each.split()))) for each in written]


def down(left: int, number: int, *written: str) -> Descent:
    return descend(groups(*written), Room.per_parent(left, PARENTS, number))


def lines(found: Descent) -> list[tuple[str | None, tuple[str, ...], int]]:
    return [(line.parent, line.group.units, line.above) for line in found.lines]


@pytest.mark.parametrize(
    ("left", "written", "taken", "passed", "expected"),
    [
        (3, ("a1", "a2", "b1", "c1"), "a1 b1 c1", "a2", []),
        (2, ("a1", "a2", "b1", "c1"), "a1 b1", "a2", []),
        (1, ("a1", "a2", "b1"), "a1", "", []),
        (0, ("a1", "a2"), "", "", []),
        (9, ("a1 a2", "b1"), "b1", "", [("a", ("a1", "a2"), 1)]),
        (2, ("a1 a2", "b1", "c1"), "b1", "", [("a", ("a1", "a2"), 1)]),
        (1, ("a1 a2", "b1"), "", "", [("a", ("a1", "a2"), 1)]),
        (2, ("a1 a2 b1", "c1"), "b1", "", [("a", ("a1", "a2"), 1)]),
        (3, ("a1 a2", "b1 b2", "a3", "c1"), "c1", "a3", [("a", ("a1", "a2"), 1), ("b", ("b1", "b2"), 1)]),
        (2, ("a1 a2", "b1 b2 c1"), "", "", [("a", ("a1", "a2"), 1), (None, ("b1", "b2", "c1"), 1)]),
        (1, ("a1 a2 b1",), "", "", [(None, ("a1", "a2", "b1"), 1)]),
        (2, ("a1", "a2 b1 c1"), "a1", "a2", [(None, ("b1", "c1"), 1)]),
        (2, ("a1", "a2 a3", "b1"), "a1 b1", "a2 a3", []),
    ],
)
def test_the_standing_is_gone_down_as_far_as_there_is_room(
    left: int, written: Sequence[str], taken: str, passed: str, expected: object
) -> None:
    found = down(left, 1, *written)
    assert (taken.split(), passed.split(), expected) == (list(found.taken), list(found.passed), lines(found))


def test_a_line_through_all_of_a_tie_knows_what_each_parent_has_left() -> None:
    (line,) = down(2, 1, "a1 a2 b1 c1").lines
    assert [("a", ("a1", "a2"), 1)] == [
        (each.parent, each.units, each.most) for each in line.room.within(line.group.units)
    ]
    (of_one,) = down(9, 2, "a1 a2 a3").lines
    assert (2, ()) == (of_one.above, of_one.room.within(of_one.group.units))


# Against everything that can come: a strict order taken from the top, one unit at a time.


def greedy(order: Sequence[str], left: int, number: int) -> frozenset[str]:
    chosen: list[str] = []
    for unit in order:
        if len(chosen) < left and sum(PARENTS[each] == PARENTS[unit] for each in chosen) < number:
            chosen.append(unit)
    return frozenset(chosen)


def refinements(found: list[Group]) -> Iterator[list[str]]:
    for orders in product(*(permutations(group.units) for group in found)):
        yield [unit for order in orders for unit in order]


WEAK = [
    ("a1 a2 a3 b1 b2 c1",),
    ("a1 a2", "a3 b1 b2", "c1"),
    ("a1 b1", "a2 b2 c1", "a3"),
    ("a1", "a2 a3 b1", "b2 c1"),
    ("b1 b2", "a1 a2 a3 c1"),
    ("a1 a2 a3", "b1 b2", "c1"),
]


@pytest.mark.parametrize("written", WEAK, ids="|".join)
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("left", range(7))
def test_who_is_in_for_sure_is_in_however_ties_are_parted(left: int, number: int, written: Sequence[str]) -> None:
    found = down(left, number, *written)
    outcomes = {greedy(order, left, number) for order in refinements(groups(*written))}
    assert set(found.taken) == frozenset.intersection(*outcomes)
    open_ = {unit for line in found.lines for unit in line.group.units}
    assert set(found.taken) | open_ == frozenset.union(*outcomes)
    assert {len(outcome) for outcome in outcomes} == {len(found.taken) + sum(line.above for line in found.lines)}


@pytest.mark.parametrize("written", WEAK, ids="|".join)
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("left", range(1, 6))
def test_parting_a_tie_only_where_a_line_runs_gives_the_same_as_parting_it_all(
    left: int, number: int, written: Sequence[str]
) -> None:
    def by_name(line: Line) -> tuple[list[Group], tuple[str, ...]]:
        return [Group((unit,)) for unit in line.group.units], ()

    room = Room.per_parent(left, PARENTS, number)
    found = go_down(groups(*written), room, lambda line: settle(line, by_name))
    order = [unit for group in groups(*written) for unit in group.units]
    assert greedy(order, left, number) == set(found.taken)
    assert ((), ()) == (found.lines, found.open)


# Settling a line.


def test_a_line_is_parted_until_it_runs_between_two_groups() -> None:
    steps = iter([groups("b1 b2", "a1 c1"), groups("b2", "b1")])
    line = Line(Group(("a1", "b1", "b2", "c1")), Room(1))
    found = settle(line, lambda _: (next(steps), ()))
    assert (("b2",), ()) == (found.taken, found.open)


def test_a_line_that_stays_open_settles_what_is_above_it() -> None:
    answers = iter([(groups("b1", "a1 c1"), ()), ([], ("award:f:t",))])
    found = settle(Line(Group(("a1", "b1", "c1")), Room(2)), lambda _: next(answers))
    assert (("b1",), ("award:f:t",)) == (found.taken, found.open)


def test_what_is_left_of_a_parents_tie_is_still_that_parents() -> None:
    seen: list[str | None] = []

    def part(line: Line) -> tuple[list[Group], tuple[str, ...]]:
        seen.append(line.parent)
        return (groups("a1", "a2 a3"), ()) if len(seen) == 1 else ([], ("q",))

    found = settle(Line(Group(("a1", "a2", "a3")), Room(2), "a"), part)
    assert (["a", "a"], ("a1",), ("q",)) == (seen, found.taken, found.open)


def test_a_parent_that_fills_up_inside_a_tie_is_passed_over_there() -> None:
    room = Room.per_parent(2, PARENTS, 1)
    order = groups("a1", "a2", "b1", "c1")
    found = settle(Line(Group(("a1", "a2", "b1", "c1")), room), lambda _: (order, ()))
    assert (("a1", "b1"), ("a2",)) == (found.taken, found.passed)


def test_one_question_that_keeps_two_lines_open_is_named_once() -> None:
    room = Room.per_parent(9, PARENTS, 1)
    found = go_down(groups("a1 a2 b1 b2 c1"), room, lambda line: settle(line, lambda _: ([], ("place:1:t",))))
    assert (("c1",), ("place:1:t",)) == (found.taken, found.open)
