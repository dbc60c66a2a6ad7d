"""Facts about standings by ballot, and by a ballot among the shortlisted: what is asked, and who stands where."""

from typing import Any

import pytest
from building import (
    BASIS,
    READ,
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    outputs,
    places,
    proposed,
    question,
    refused,
    ruleset,
    season,
    tie,
    totals,
    vote,
)

from emulrules.errors import RulesetError
from emulrules.model.order import Order, Shortlist
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season

X = (criterion("x"), criterion("y", weight="0"))
CHAIR = tie("chu-tri", "decision", asks="chair")
STANDING = choose("s", "standing")
VOTES = {"a": 1, "b": 3, "c": 2}


def by_ballot(*named: int, members: str = "abc", **parts: Any) -> Ruleset:
    return ruleset(members, order=order("ballot", *named, asks="members"), **parts)


def cast(**votes: int) -> Act:
    return vote("standing", 3, **votes)


# By ballot.


def test_a_ballot_asks_for_the_votes_of_all_that_are_not_out() -> None:
    rules = by_ballot(1, gates=(gate("g", "bad"),), members="abcd")
    asks = question(decided(rules, season(facts={"bad": ("d",)})), "standing")
    assert ("votes", "members", ("a", "b", "c"), 3, 3, BASIS) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip
    assert () == asks.after


def test_units_are_placed_by_their_votes() -> None:
    decision = decided(by_ballot(1), season(cast(**VOTES)))
    assert {"b": 1, "c": 2, "a": 3} == places(decision)
    assert ("complete", {"order"}) == (decision.status, {s.rule for s in decision.steps if s.step == "standing"})


def test_equal_votes_share_a_place_where_nothing_parts_them() -> None:
    assert {"a": 1, "b": 2, "c": 2} == places(decided(by_ballot(1), season(cast(a=3, b=2, c=2))))


def test_equal_votes_at_a_named_place_go_to_the_chain() -> None:
    decision = decided(by_ballot(1, ties=(CHAIR,)), season(cast(a=3, b=3, c=0)))
    assert (["place:1:chu-tri"], ("a", "b")) == (asked(decision), question(decision, "place:1:chu-tri").options)


def test_a_computed_step_parts_equal_votes_whether_a_line_runs_or_not() -> None:
    by_y = tie("by-y", "criterion", criterion="y")
    year = season(cast(a=3, b=1, c=1), scores={"x": dict.fromkeys("abc", 1), "y": {"a": 0, "b": 1, "c": 2}})
    assert {"a": 1, "c": 2, "b": 3} == places(decided(by_ballot(1, ties=(by_y,), criteria=X), year))


def test_a_ballot_ranks_whatever_the_points_are_and_the_standing_shows_them() -> None:
    year = season(cast(**VOTES), scores={"x": {"a": 9, "b": 1, "c": 5}, "y": dict.fromkeys("abc", 0)})
    decision = decided(by_ballot(1, criteria=X), year)
    assert {"b": 1, "c": 2, "a": 3} == places(decision)
    assert {"a": "9", "b": "1", "c": "5"} == totals(decision)


def test_no_ballot_is_asked_where_nothing_turns_on_it_but_it_is_taken_where_it_was_held() -> None:
    assert ([], {None}) == (asked(decided(by_ballot())), set(places(decided(by_ballot())).values()))
    assert [] == asked(decided(by_ballot(4)))
    assert {"b": 1, "c": 2, "a": 3} == places(decided(by_ballot(), season(cast(**VOTES))))


def test_an_award_by_standing_asks_for_the_ballot_where_not_everybody_fits() -> None:
    assert ["standing"] == asked(decided(by_ballot(awards=(award("f", STANDING, quota=2),))))
    assert [] == asked(decided(by_ballot(awards=(award("f", STANDING, quota=3),))))
    rules = by_ballot(awards=(award("f", STANDING, quota=2),))
    assert {"b", "c"} == set(proposed(decided(rules, season(cast(**VOTES)))))


def test_one_unit_alone_needs_no_ballot() -> None:
    decision = decided(by_ballot(1, members="a"))
    assert ([], {"a": 1}) == (asked(decision), places(decision))


@pytest.mark.parametrize("by", ["ballot", "meeting"])
def test_one_unit_alone_has_no_place_while_it_may_be_out(by: str) -> None:
    rules = ruleset("a", order=order(by, 1, asks="members"), gates=(gate("g", "bad"),))
    assert {"a": None} == places(decided(rules))
    assert {"a": 1} == places(decided(rules, season(facts={"bad": ()})))


def test_a_standing_of_one_is_taken_where_it_was_given() -> None:
    decision = decided(by_ballot(1, members="a"), season(vote("standing", 1, a=1)))
    assert ({"a": 1}, ["standing"]) == (places(decision), [s.inputs["id"] for s in decision.steps if s.step == "act"])
    meeting = ruleset("a", order=order("meeting", 1))
    assert {"a": 1} == places(decided(meeting, season(act("standing", places={"a": 1}))))


def test_a_ballot_waits_for_those_who_may_be_out() -> None:
    rules = by_ballot(1, gates=(gate("g", "bad"),))
    decision = decided(rules, season(cast(**VOTES)))
    assert (["fact:bad"], ("standing",)) == (asked(decision), decision.waiting)
    assert ("fact:bad",) == question(decided(rules), "standing").after
    later = season(cast(**VOTES), act("place:1:undefined", ["a"], among=("a", "b")))
    assert ("place:1:undefined", "standing") == decided(rules, later).waiting


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(cast(a=1, b=1), "act-among", id="a unit is not voted on"),
        pytest.param(vote("standing", 4, **VOTES), "ballots-above-members", id="more ballots than members"),
        pytest.param(act("standing", votes=VOTES, ballots=3), "act-among-missing", id="nobody says among whom"),
        pytest.param(act("standing", places={"a": 1, "b": 2, "c": 3}), "act-form", id="places"),
        pytest.param(act("standing", held=False), "act-must-be-held", id="not held"),
    ],
)
def test_what_is_no_ballot_among_all_is_refused(answer: Act, code: str) -> None:
    refused(code, by_ballot(1), season(answer))


# By points, then a ballot among the shortlisted.


def listed(number: int, boundary: Any, *named: int, members: str = "abcde", **parts: Any) -> Ruleset:
    rule = order("points-then-ballot", *named, asks="members", shortlist=Shortlist(number, boundary))
    return ruleset(members, criteria=X, order=rule, **parts)


def scored(*acts: Act, y: Any = None, **parts: Any) -> Season:
    """A season with the points of each unit, and with `y` where it says otherwise than 0."""
    facts = parts.pop("facts", None)
    more = {} if facts is None else {"facts": facts}
    return season(*acts, scores={"x": parts, "y": {**dict.fromkeys(parts, 0), **(y or {})}}, **more)


# By points: a, then b and c, then d, then e.
FIVE = {"a": 9, "b": 7, "c": 7, "d": 5, "e": 1}


@pytest.mark.parametrize(
    ("number", "boundary", "expected"),
    [
        (2, "include", "abc"),
        (2, "exclude", "a"),
        (3, "include", "abc"),
        (3, "exclude", "abc"),
        (4, "exclude", "abcd"),
        (5, "include", "abcde"),
        (9, "exclude", "abcde"),
    ],
)
def test_the_best_by_points_are_shortlisted(number: int, boundary: str, expected: str) -> None:
    decision = decided(listed(number, boundary, 1), scored(**FIVE))
    assert [tuple(expected)] == outputs(decision, "shortlist")
    assert (["standing"] if len(expected) > 1 else []) == asked(decision)


def test_the_step_says_how_many_and_what_became_of_a_tie() -> None:
    rules = listed(2, "include", 1)
    [step] = [step for step in decided(rules, scored(**FIVE)).steps if step.step == "shortlist"]
    assert ("order", BASIS, 2, "include") == (
        step.rule, step.basis, step.inputs["number"], step.inputs["boundary"]
    )  # fmt: skip


def test_the_ballot_asks_for_the_votes_of_the_shortlisted() -> None:
    asks = question(decided(listed(2, "include", 1), scored(**FIVE)), "standing")
    assert ("votes", "members", ("a", "b", "c"), 3, 3, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.after
    )  # fmt: skip


def test_the_shortlisted_come_first_by_votes_and_all_others_follow_by_points() -> None:
    decision = decided(listed(2, "include", 1), scored(vote("standing", 5, a=0, b=2, c=3), **FIVE))
    assert ({"c": 1, "b": 2, "a": 3, "d": 4, "e": 5}, "complete") == (places(decision), decision.status)
    assert {unit: str(points) for unit, points in FIVE.items()} == totals(decision)


def test_the_others_have_their_places_while_the_ballot_is_open() -> None:
    decision = decided(listed(2, "include", 1), scored(**FIVE))
    assert {"a": None, "b": None, "c": None, "d": 4, "e": 5} == places(decision)


def test_fewer_than_two_are_not_voted_on_and_all_stand_by_points() -> None:
    decision = decided(listed(2, "exclude", 1), scored(**FIVE))
    assert ({"a": 1, "b": 2, "c": 2, "d": 4, "e": 5}, []) == (places(decision), asked(decision))
    refused("act-not-asked", listed(2, "exclude", 1), scored(vote("standing", 5, a=1), **FIVE))


def test_nobody_is_shortlisted_where_all_tie_for_the_last_place() -> None:
    decision = decided(listed(2, "exclude"), scored(**dict.fromkeys("abcde", 1)))
    assert ([()], dict.fromkeys("abcde", 1)) == (outputs(decision, "shortlist"), places(decision))


def test_equal_votes_go_to_the_chain_and_points_do_not_part_them() -> None:
    rules = listed(2, "include", 1, ties=(CHAIR,))
    decision = decided(rules, scored(vote("standing", 5, a=3, b=3, c=0), **FIVE))
    assert (["place:1:chu-tri"], ("a", "b")) == (asked(decision), question(decision, "place:1:chu-tri").options)
    assert {"a": 1, "b": 1, "c": 3, "d": 4, "e": 5} == places(decision)


@pytest.mark.parametrize(("boundary", "expected"), [("include", ("a", "b", "c")), ("exclude", ("a",))])
def test_no_step_of_the_chain_parts_a_tie_at_the_last_of_the_shortlist(boundary: str, expected: tuple[str]) -> None:
    rules = listed(2, boundary, 1, ties=(tie("by-y", "criterion", criterion="y"),))
    decision = decided(rules, scored(y={"c": 5}, **FIVE))
    assert [expected] == outputs(decision, "shortlist")


def test_who_is_out_takes_no_place_on_the_shortlist() -> None:
    rules = listed(2, "exclude", 1, gates=(gate("g", "bad"),))
    assert [("b", "c")] == outputs(decided(rules, scored(facts={"bad": ("a",)}, **FIVE)), "shortlist")


def test_an_act_waits_while_somebody_may_be_out() -> None:
    rules = listed(2, "include", 1, gates=(gate("g", "bad"),))
    given = (vote("standing", 5, a=0, b=2, c=3), act("place:1:undefined", ["a"], among=("a", "b")))
    decision = decided(rules, scored(*given, **FIVE))
    assert (["fact:bad"], ("place:1:undefined", "standing")) == (asked(decision), decision.waiting)
    assert {None} == set(places(decision).values())
    by_points = ruleset("abcde", criteria=X, order=order("points", 1), gates=(gate("g", "bad"),))
    refused("act-not-asked", by_points, scored(vote("standing", 5, **dict.fromkeys("abcde", 1)), **FIVE))


@pytest.mark.parametrize(
    ("named", "expected"),
    [((), []), ((1,), ["standing"]), ((2,), ["standing"]), ((3,), ["standing"]), ((4,), []), ((5,), []), ((6,), [])],
)
def test_the_ballot_is_asked_where_a_named_place_lies_among_the_shortlisted(
    named: tuple[int, ...], expected: list[str]
) -> None:
    assert expected == asked(decided(listed(2, "include", *named), scored(**FIVE)))


def test_a_ballot_that_nothing_turns_on_is_taken_where_it_was_held() -> None:
    decision = decided(listed(2, "include"), scored(vote("standing", 5, a=0, b=2, c=3), **FIVE))
    assert {"c": 1, "b": 2, "a": 3, "d": 4, "e": 5} == places(decision)


def test_without_the_ballot_the_shortlisted_have_no_place_and_the_decision_is_complete() -> None:
    decision = decided(listed(2, "include"), scored(**FIVE))
    assert ("complete", {"a": None, "b": None, "c": None, "d": 4, "e": 5}) == (decision.status, places(decision))


def test_units_without_a_place_stand_under_no_article_and_beside_nobody() -> None:
    decision = decided(listed(2, "include"), scored(**FIVE))
    stand = {step.unit: (step.basis, step.output["tied_with"]) for step in decision.steps if step.step == "standing"}
    assert {**dict.fromkeys("abc", ((), ())), **dict.fromkeys("de", (BASIS, ()))} == stand


def test_ties_below_the_shortlist_are_asked_beside_the_ballot() -> None:
    rules = listed(2, "include", 1, 3, ties=(CHAIR,))
    points = {"a": 9, "b": 8, "c": 5, "d": 5, "e": 1}
    assert ["standing", "place:3:chu-tri"] == asked(decided(rules, scored(**points)))
    waits = decided(rules, scored(act("place:1:chu-tri", ["a"], among=("a", "b")), **points))
    assert ("place:1:chu-tri",) == waits.waiting


def test_a_line_below_the_shortlist_does_not_wait_for_the_ballot() -> None:
    rules = listed(2, "include", 1, ties=(CHAIR,))
    given = scored(act("place:2:chu-tri", ["a"], among=("a", "b")), a=9, b=8, c=5, d=5, e=1)
    refused("act-not-asked", rules, given)


@pytest.mark.parametrize(
    ("quota", "open_", "won"),
    [(1, ["standing"], ""), (2, ["standing"], ""), (3, [], "abc"), (4, [], "abcd"), (5, [], "abcde")],
)
def test_an_award_by_standing_asks_for_the_ballot_where_its_line_runs_through_the_shortlist(
    quota: int, open_: list[str], won: str
) -> None:
    decision = decided(listed(2, "include", awards=(award("f", STANDING, quota=quota),)), scored(**FIVE))
    assert (open_, set(won)) == (asked(decision), set(proposed(decision)))


@pytest.mark.parametrize("boundary", ["cut", "include", "exclude"])
def test_an_award_goes_by_the_votes_of_the_shortlisted_whatever_its_boundary(boundary: str) -> None:
    rules = listed(2, "include", awards=(award("f", STANDING, quota=1, boundary=boundary),))
    assert ["standing"] == asked(decided(rules, scored(**FIVE)))
    decision = decided(rules, scored(vote("standing", 5, a=0, b=2, c=3), **FIVE))
    assert {"c"} == set(proposed(decision))


def test_an_award_does_not_ask_for_the_order_of_those_who_cannot_have_it() -> None:
    first = award("e", choose("m", "meeting"), quota=2)
    second = award("f", STANDING, quota=1, excludes=("e",))
    rules = listed(2, "include", awards=(first, second))
    assert [] == asked(decided(rules, scored(act("award:e:m", ["a", "b"]), **FIVE)))
    assert ["standing"] == asked(decided(rules, scored(act("award:e:m", ["a"]), **FIVE)))


def by_place(*wanted: int) -> Any:
    return award("f", choose("p", "place", places=wanted))


def test_an_award_by_place_waits_for_the_ballot_only_where_its_place_does() -> None:
    rules = listed(2, "include", 1, 5, awards=(by_place(5),))
    assert {"e": "proposed"} == proposed(decided(rules, scored(**FIVE)))
    both = decided(listed(2, "include", 1, 5, awards=(by_place(1, 5),)), scored(**FIVE))
    assert (["standing"], {"e": "proposed"}) == (asked(both), proposed(both))
    cast_ = scored(vote("standing", 5, a=0, b=2, c=3), **FIVE)
    assert {"c", "e"} == set(proposed(decided(listed(2, "include", 1, 5, awards=(by_place(1, 5),)), cast_)))


def test_an_unsettled_place_keeps_its_slot_of_a_quota() -> None:
    with_quota = award("f", choose("p", "place", places=(1, 5)), choose("m", "meeting", asks="meeting"), quota=1)
    decision = decided(listed(2, "include", 1, 5, awards=(with_quota,)), scored(**FIVE))
    assert (["standing"], {}) == (asked(decision), proposed(decision))


@pytest.mark.parametrize(
    ("by", "more"), [("points-then-ballot", {"shortlist": Shortlist(2, "include")}), ("points", {})]
)
@pytest.mark.parametrize(("asks", "of"), [(None, "meeting"), ("members", "members")])
def test_without_any_score_the_places_are_asked_for(by: str, more: Any, asks: Any, of: str) -> None:
    rules = ruleset("abc", criteria=X, order=Order(by, **READ, name_places=(1,), asks=asks, **more))  # type: ignore[arg-type]  # whatever a case names
    found = question(decided(rules), "standing")
    assert ("places", of, 1, 3) == (found.asks, found.of, found.least, found.most)
    assert {"b": 1, "a": 2, "c": 3} == places(decided(rules, season(act("standing", places={"b": 1, "a": 2, "c": 3}))))


def test_an_order_by_shortlist_says_how_long_it_is() -> None:
    rules = ruleset("ab", criteria=X, order=order("points-then-ballot", 1, asks="members"))
    fault = refused("key-needed", rules, scored(a=1, b=2), RulesetError)
    assert ("order", "shortlist") == fault.path
