"""Facts about bars on offices that passed on: only who could come to hold the office makes it matter who held one."""

from typing import Any

import pytest
from attrs import evolve
from building import act, asked, decided, season
from test_heritage import BAR, SPLIT, TURN, headed, queue

from emulrules.model.headship import Headship, Seat
from emulrules.model.season import Outgoing, Season

OF_HEAD = evolve(BAR, for_=("head",))
OF_BOTH = evolve(BAR, for_=("head", "deputy"))
IN_TURN = evolve(TURN, bars=(OF_HEAD,))
UP = evolve(TURN, by="deputy", declined=None, bars=(OF_HEAD,))


def open_(headship: Headship, given: Season) -> list[str]:
    return asked(decided(headed(SPLIT, headship), given))


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        pytest.param(queue("b", "c", "x", "y"), [], id="the next in turn is no successor"),
        pytest.param(queue("x", "b", "c", "y"), ["before:head:a"], id="the next in turn is one"),
        pytest.param(
            queue("b", "c", "x", "y", events=(("y", "elected"),)), ["before:head:a"], id="one was elected out of turn"
        ),
    ],
)
def test_whom_the_bar_falls_on_is_asked_only_if_the_next_in_turn_is_a_successor(turns: Any, expected: Any) -> None:
    assert expected == open_(IN_TURN, season(head="a", turns=turns))


@pytest.mark.parametrize(
    ("deputies", "expected"),
    [
        pytest.param(("b",), [], id="no deputy is a successor"),
        pytest.param(("b", "x"), ["before:head:a"], id="one of them is"),
        pytest.param((), ["before:head:a"], id="nobody moves up and anybody may be chosen"),
    ],
)
def test_whom_the_bar_falls_on_is_asked_only_if_a_deputy_who_moves_up_is_a_successor(
    deputies: tuple[str, ...], expected: list[str]
) -> None:
    assert expected == open_(UP, season(outgoing=Outgoing("a", deputies)))


def test_a_bar_on_deputies_does_not_turn_on_who_is_next_in_turn() -> None:
    headship = evolve(TURN, bars=(evolve(OF_BOTH, for_=("deputy",)),), deputies=(Seat("pho"),))
    assert "before:head:a" in open_(headship, season(head="a", turns=queue("b", "c", "x", "y")))


def test_a_bar_on_deputies_does_not_turn_on_who_moves_up() -> None:
    headship = evolve(UP, bars=(evolve(OF_BOTH, for_=("deputy",)),), deputies=(Seat("pho"),))
    given = season(act("head", ["b"]), outgoing=Outgoing("a", ("b", "c")))
    assert "before:head:a" in open_(headship, given)
