"""Facts about order: groups of equals, competition places, lines that name places, and the question of the standing."""

from fractions import Fraction

import pytest
from building import (
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    places,
    proposed,
    question,
    refused,
    ruleset,
    season,
    totals,
    warned,
)

from emulrules.errors import RulesetError
from emulrules.model.answers import TieKeys
from emulrules.model.order import Order
from emulrules.model.ruleset import Ruleset
from emulrules.order import Group, Ranking, best, by_places, by_values, lines, unranked

X = (criterion("x"),)
STANDING = choose("s", "standing")


def test_more_points_stand_higher_and_equal_points_are_one_group() -> None:
    groups = by_values({"c": Fraction(1), "a": Fraction(2), "b": Fraction(1), "d": Fraction(0)})
    assert [("a",), ("b", "c"), ("d",)] == [group.units for group in groups]


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((1, 1, 1), [1, 2, 3]), ((1, 2, 1), [1, 2, 4]), ((3,), [1]), ((2, 2), [1, 3]), ((1, 3, 1), [1, 2, 5])],
)
def test_places_are_those_of_a_competition(sizes: tuple[int, ...], expected: list[int]) -> None:
    units = iter("abcdefgh")
    ranking = Ranking(tuple(Group(tuple(next(units) for _ in range(size))) for size in sizes), {})
    assert expected == [place for place, _ in ranking.placed()]


def test_a_place_is_held_by_the_group_that_it_falls_in() -> None:
    ranking = Ranking((Group(("a",)), Group(("b", "c")), *unranked(("d",))), {})
    assert [("a",), ("b", "c"), ("b", "c"), ("d",), None] == [
        None if (group := ranking.at_place(place)) is None else group.units for place in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("number", "including", "excluding"),
    [(0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 2, 2), (4, 3, 3), (9, 3, 3)],
)
def test_the_best_are_whole_groups_and_a_tie_at_the_last_is_in_or_not(
    number: int, including: int, excluding: int
) -> None:
    groups = [Group(("a",)), Group(("b", "c")), Group(("d",))]
    assert (including, excluding) == (best(groups, number, "include"), best(groups, number, "exclude"))
    assert 0 == best([], number, "include")


@pytest.mark.parametrize(
    ("named", "size", "expected"),
    [
        ((1,), 5, [1]),
        ((1, 2, 3), 5, [1, 2, 3]),
        ((2,), 5, [1, 2]),
        ((3, 1), 5, [1, 2, 3]),
        ((1, 2, 3), 3, [1, 2]),
        ((1, 2, 3), 2, [1]),
        ((1,), 1, []),
        ((), 5, []),
        ((9,), 5, []),
    ],
)
def test_a_line_runs_before_and_after_each_named_place(named: tuple[int, ...], size: int, expected: list[int]) -> None:
    assert expected == lines(named, size)


def test_units_that_a_meeting_did_not_place_stand_last_unranked() -> None:
    groups = by_places({"b": 1, "a": 2}, ("a", "b", "c", "d"))
    assert [(("b",), True), (("a",), True), (("c", "d"), False)] == [(group.units, group.ranked) for group in groups]


def by_points(*named: int) -> Ruleset:
    return ruleset("abcd", criteria=X, order=order("points", *named))


def test_units_are_placed_by_their_points() -> None:
    decision = decided(by_points(), season(scores={"x": {"a": 1, "b": 3, "c": "2.5", "d": "2.5"}}))
    assert [("b", 1, ()), ("c", 2, ("d",)), ("d", 2, ("c",)), ("a", 4, ())] == [
        (each.unit, each.place, each.tied_with) for each in decision.standings
    ]
    assert {"a": "1", "b": "3", "c": "2.5", "d": "2.5"} == totals(decision)


def test_a_third_and_what_looks_like_it_are_not_equal() -> None:
    decision = decided(by_points(), season(scores={"x": {"a": "1/3", "b": "0.333333333333", "c": 0, "d": 0}}))
    assert [1, 2, 3, 3] == [each.place for each in decision.standings]


@pytest.mark.parametrize("rules", [by_points(1, 2, 3), ruleset("abcd", order=order("meeting", 1, 2, 3))])
def test_without_any_score_the_question_standing_asks_for_the_places(rules: Ruleset) -> None:
    decision = decided(rules)
    asks = question(decision, "standing")
    assert ("places", "meeting", ("a", "b", "c", "d"), 3, 4, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.after
    )  # fmt: skip
    assert {None} == set(places(decision).values())


def test_a_table_of_scores_without_a_cell_is_no_score() -> None:
    assert ["standing"] == asked(decided(by_points(1), season(scores={"x": {}})))


def test_the_standing_asks_whom_the_order_names() -> None:
    rules = ruleset("ab", order=Order("meeting", ("Điều 1",), "read", (1,), "members"))
    assert "members" == question(decided(rules), "standing").of


def test_the_standing_asks_for_no_more_places_than_there_are_units() -> None:
    asks = question(decided(ruleset("ab", order=order("meeting", 1, 2, 3))), "standing")
    assert (2, 2) == (asks.least, asks.most)


@pytest.mark.parametrize(("named", "least"), [((1, 9), 1), ((2, 9), 2), ((3,), 3)])
def test_the_standing_asks_for_no_place_that_no_unit_can_hold(named: tuple[int, ...], least: int) -> None:
    assert least == question(decided(ruleset("abc", order=order("meeting", *named))), "standing").least
    assert [] == asked(decided(ruleset("abc", order=order("meeting", 4, 5))))


def test_a_standing_of_one_is_not_asked() -> None:
    decision = decided(ruleset("a", order=order("meeting", 1)))
    assert ([], {"a": 1}) == (asked(decision), places(decision))


def test_no_standing_is_asked_where_nothing_turns_on_it() -> None:
    meeting = award("f", choose("m", "meeting", asks="meeting"), quota=1)
    assert ["award:f:m"] == asked(decided(ruleset("ab", order=order("meeting"), awards=(meeting,))))
    everybody = award("f", STANDING, quota=2)
    decision = decided(ruleset("ab", order=order("meeting"), awards=(everybody,)))
    assert ([], {"a", "b"}) == (asked(decision), set(proposed(decision)))


def test_an_award_by_standing_asks_for_it() -> None:
    rules = ruleset("ab", order=order("meeting"), awards=(award("f", STANDING, quota=1),))
    assert ["standing"] == asked(decided(rules))
    assert {"b": "proposed"} == proposed(decided(rules, season(act("standing", places={"a": 2, "b": 1}))))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"a": 1, "b": 2, "c": 3, "d": 4}, {"a": 1, "b": 2, "c": 3, "d": 4}),
        ({"c": 1, "a": 2, "b": 3}, {"c": 1, "a": 2, "b": 3, "d": None}),
        ({"c": 1, "a": 2, "b": 3, "d": 3}, {"c": 1, "a": 2, "b": 3, "d": 3}),
    ],
)
def test_a_meeting_may_place_some_and_leave_equals(given: dict[str, int], expected: dict[str, int | None]) -> None:
    rules = ruleset("abcd", order=order("meeting", 1, 2))
    assert expected == places(decided(rules, season(act("standing", places=given))))


@pytest.mark.parametrize(
    ("given", "place", "before"),
    [({"a": 1, "b": 3}, 3, 1), ({"a": 2, "b": 3}, 2, 0), ({"a": 1, "b": 1, "c": 2}, 2, 2), ({"a": 0, "b": 1}, 0, 0)],
)
def test_places_that_are_no_competition_places_are_refused(given: dict[str, int], place: int, before: int) -> None:
    rules = ruleset("abcd", order=order("meeting", 1))
    fault = refused("act-places", rules, season(act("standing", places=given)))
    assert (place, before, ("acts", 0, "places")) == (fault.data["place"], fault.data["before"], fault.path)


def test_fewer_places_than_are_named_are_refused() -> None:
    fault = refused("act-too-few", by_points(1, 2, 3), season(act("standing", places={"a": 1, "b": 2})))
    assert (2, 3) == (fault.data["got"], fault.data["least"])


def test_a_standing_beside_scores_is_left_over() -> None:
    year = season(act("standing", places={"a": 1}), scores={"x": dict.fromkeys("abcd", 1)})
    refused("act-not-asked", by_points(), year)


@pytest.mark.parametrize("boundary", ["cut", "include", "exclude"])
@pytest.mark.parametrize(("given", "left"), [({"a": 1}, ("b", "c", "d")), ({}, ("a", "b", "c", "d"))])
def test_units_that_nothing_orders_are_not_equal_so_that_no_rule_parts_them(
    given: dict[str, int], left: tuple[str, ...], boundary: str
) -> None:
    rules = ruleset("abcd", order=order("meeting"), awards=(award("f", STANDING, quota=2, boundary=boundary),))
    decision = decided(rules, season(act("standing", places=given)))
    asks = question(decision, "award:f:undefined")
    assert (left, 2 - len(given), None) == (asks.options, asks.least, asks.of)
    assert set(given) == set(proposed(decision))


def test_nothing_after_what_no_rule_parts_is_asked() -> None:
    chain = (STANDING, choose("m", "meeting", asks="meeting"))
    rules = ruleset("abc", order=order("meeting"), awards=(award("f", *chain, quota=1),))
    assert ["award:f:undefined"] == asked(decided(rules, season(act("standing", places={}))))


def test_without_an_order_nothing_ranks() -> None:
    decision = decided(ruleset("ab", criteria=X), season(scores={"x": {"a": 1, "b": 2}}))
    assert {"a": None, "b": None} == places(decision)
    assert {"a": "1", "b": "2"} == totals(decision)


def test_an_award_by_standing_needs_an_order() -> None:
    refused("order-undefined", ruleset("ab", awards=(award("f", STANDING, quota=1),)), None, RulesetError)


def test_an_assumed_order_is_warned_of() -> None:
    rules = ruleset("ab", criteria=X, order=order("points", trust="assumed"))
    decision = decided(rules, season(scores={"x": {"a": 1, "b": 2}}))
    assert {("assumed-rule", "order")} == warned(decision)
    assert 2 == len(outputs(decision, "standing"))


def test_no_units_are_no_group() -> None:
    assert [] == unranked(())
    assert [("a", "b")] == [group.units for group in by_places({"a": 1, "b": 1}, ("a", "b"))]


def test_the_steps_that_were_taken_add_up_and_a_chain_begun_anew_has_no_keys_yet() -> None:
    taken = Group(("a",), keys=TieKeys()).after("x").after("y")
    assert frozenset({"x", "y"}) == taken.done
    assert (None, frozenset()) == (taken.anew().keys, taken.anew().done)
