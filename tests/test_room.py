"""Facts about room: how many more may be chosen, in all and of each parent."""

import pytest

from emulrules.model.decision import Within
from emulrules.room import Room

PARENTS = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b", "c1": "c"}
ALL = tuple(PARENTS)


def room(left: int | None, number: int = 1) -> Room:
    return Room.per_parent(left, PARENTS, number)


@pytest.mark.parametrize(
    ("left", "number", "units", "expected"),
    [
        (9, 1, ALL, 3),
        (9, 2, ALL, 5),
        (9, 3, ALL, 6),
        (2, 1, ALL, 2),
        (0, 1, ALL, 0),
        (None, 1, ALL, 3),
        (9, 1, (), 0),
        (9, 2, ("a1", "a2", "a3"), 2),
        (1, 2, ("a1", "a2", "a3"), 1),
    ],
)
def test_of_some_units_so_many_fit_together(left: int, number: int, units: tuple[str, ...], expected: int) -> None:
    assert expected == room(left, number).most(units)


@pytest.mark.parametrize(("left", "expected"), [(9, 6), (4, 4), (0, 0), (None, 6)])
def test_where_no_parents_count_only_the_slots_do(left: int | None, expected: int) -> None:
    free = Room(left)
    assert (expected, ALL, {}, ()) == (free.most(ALL), free.open_to(ALL), free.over(ALL), free.within(ALL))
    assert not free.is_full("a1")


def test_what_is_chosen_leaves_fewer_slots_and_fewer_of_its_parent() -> None:
    left = room(4, 2).less(("a1", "a2", "b1"))
    assert (1, {"a": 0, "b": 1, "c": 2}) == (left.left, left.caps)
    assert (True, False) == (left.is_full("a3"), left.is_full("b2"))
    assert ("b1", "b2", "c1") == left.open_to(ALL)


def test_slots_that_are_still_open_stay_so() -> None:
    assert (None, {"a": 0, "b": 1, "c": 1}) == ((after := room(None).less(("a1",))).left, after.caps)
    assert (None, {"a": 0, "b": 0, "c": 1}) == ((after := room(None).less_one_of(("a1", "b1"))).left, after.caps)


def test_a_tie_that_is_included_as_a_whole_leaves_no_less_than_nothing() -> None:
    assert 0 == Room(1).less(("a1", "a2")).left


def test_one_of_several_may_take_a_slot_of_any_of_their_parents() -> None:
    after = room(2, 2).less_one_of(("a1", "a2", "b1"))
    assert (1, {"a": 1, "b": 1, "c": 2}) == (after.left, after.caps)
    again = after.less_one_of(("a1",)).less_one_of(("a2",))
    assert (0, {"a": 0, "b": 1, "c": 2}) == (again.left, again.caps)


def test_a_question_is_told_the_parents_that_have_too_many_units_and_no_others() -> None:
    assert (Within("a", ("a1", "a2", "a3"), 2),) == room(9, 2).within(ALL)
    assert (Within("a", ("a1", "a2", "a3"), 1), Within("b", ("b1", "b2"), 1)) == room(9).within(ALL)
    assert () == room(9).within(("a1", "b1", "c1"))


def test_the_room_of_a_parent_is_its_own_slots() -> None:
    assert Room(2) == room(9, 2).of_parent("a")
