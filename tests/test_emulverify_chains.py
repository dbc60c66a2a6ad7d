"""The verifier on chains of awards and on offices: what waits for what is open, what goes on, and who is asked."""

from fractions import Fraction
from typing import Any

import pytest
from building import READ, act, award, choose, criterion, gate, order, ruleset, season, tie, vote
from verifying import after, asked, body, matches, outputs, verdict, winners

from emulrules.model.award import OverQuota, QuotaRule
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.ruleset import Ruleset, UndefinedRule, Unit

X = (criterion("x"),)
DECISION = choose("d", "decision", asks="council")
STANDING = choose("s", "standing")
CHAIR = tie("chu-tri", "decision", asks="chair")
AFTER = award("z", DECISION, quota=1, excludes=("f",))
TIED = {"a": 2, "b": 2, "c": 1, "d": 1}


def by_points(*awards: Any, **parts: Any) -> Ruleset:
    return ruleset("abcd", **{"criteria": X, "order": order("points"), "awards": awards, **parts})


def test_what_follows_waits_for_each_tie_on_the_places_of_an_award() -> None:
    rules = by_points(award("f", choose("p", "place", places=(1, 3))), AFTER, order=order("points", 1, 3))
    record = matches(body(rules, season(scores={"x": TIED})))
    assert ["place:1:undefined", "place:3:undefined"] == after(record)["award:z:d"]


def test_what_follows_waits_for_the_places_that_a_line_turns_on() -> None:
    rules = ruleset("abc", order=order("meeting"), awards=(award("f", STANDING, quota=1), AFTER))
    assert ["standing"] == after(matches(body(rules)))["award:z:d"]


def test_what_follows_waits_for_a_tie_at_the_line_whether_it_was_named_before_or_not() -> None:
    given = season(scores={"x": TIED})
    for named, question in ((order("points", 1), "place:1:chu-tri"), (order("points"), "award:f:chu-tri")):
        rules = by_points(award("f", STANDING, quota=1), AFTER, order=named, ties=(CHAIR,))
        assert [question] == after(matches(body(rules, given)))["award:z:d"]


def test_a_step_by_standing_adds_to_whom_a_decision_chose() -> None:
    rules = by_points(award("f", DECISION, STANDING, quota=2))
    record = matches(body(rules, season(act("award:f:d", "d"), scores={"x": {"a": 4, "b": 3, "c": 2, "d": 1}})))
    assert "ad" == winners(record, "f")


def test_nobody_is_chosen_by_standing_while_a_decision_before_is_open() -> None:
    rules = by_points(award("f", DECISION, STANDING, quota=2))
    record = matches(body(rules, season(scores={"x": {"a": 4, "b": 3, "c": 2, "d": 1}})))
    assert (["award:f:d"], "") == (list(after(record)), winners(record, "f"))


def test_a_step_that_was_not_held_ends_with_all_its_rounds_and_the_next_goes_on() -> None:
    twice = choose("b", "ballot", asks="members", at_least="1/2", base="ballots", rounds=2)
    rules = ruleset("abc", awards=(award("f", twice, DECISION, quota=1),))
    record = matches(body(rules, season(act("award:f:b", held=False))))
    assert ["award:f:d"] == list(after(record))
    record = matches(body(rules, season(act("award:f:b", held=False), act("award:f:d", "b"))))
    assert "b" == winners(record, "f")


@pytest.mark.parametrize("step", [STANDING, choose("p", "place", places=(1,))])
def test_neither_standing_nor_place_chooses_while_it_is_open_who_is_left(step: Any) -> None:
    first, last = award("f", DECISION, quota=1), award("g", step, quota=1, excludes=("f",))
    rules = by_points(first, last, award("z", DECISION, quota=1, excludes=("g",)), order=order("points", 1))
    record = matches(body(rules, season(scores={"x": {"a": 4, "b": 3, "c": 2, "d": 1}})))
    assert ({"award:f:d": [], "award:z:d": ["award:f:d"]}, "") == (after(record), winners(record, "g"))


def test_who_lacks_what_an_award_requires_may_still_get_it_while_that_is_open() -> None:
    first, last = award("f", DECISION, quota=1), award("g", DECISION, quota=1, requires=("f",))
    record = matches(body(ruleset("ab", awards=(last, first))))
    assert {"award:f:d": [], "award:g:d": ["award:f:d"]} == after(record)
    assert [["a", "b"], ["a", "b"]] == [each["options"] for each in record["questions"]]
    assert {"award:g:d"} == {*after(matches(body(ruleset("ab", awards=(last, first)), season(act("award:f:d", "b")))))}


def test_awards_are_decided_after_those_that_shut_out_from_them() -> None:
    first, last = award("f", DECISION, quota=1), award("g", DECISION, quota=1, excludes=("f",))
    record = matches(body(ruleset("ab", awards=(last, first)), season(act("award:f:d", "b"))))
    assert [["a"]] == [each["options"] for each in record["questions"]]


BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="ballots")
EQUAL = vote("award:f:b", 4, a=4, b=4, c=1, d=0)


@pytest.mark.parametrize(("steps", "of"), [((OverQuota("hoi-dong", "decision", "council"),), "council"), ((), None)])
def test_more_than_the_slots_are_asked_about_as_the_award_says_or_as_nobody_does(
    steps: tuple[OverQuota, ...], of: str | None
) -> None:
    rules = ruleset("abcd", awards=(award("f", BALLOT, quota=1, over_quota=steps), AFTER))
    record = matches(body(rules, season(EQUAL)))
    assert {"award:f:over-quota": of, "award:z:d": "council"} == asked(record)
    assert ["award:f:over-quota"] == after(record)["award:z:d"]


def test_who_decides_on_too_many_may_leave_it_to_the_next() -> None:
    steps = (OverQuota("hoi-dong", "decision", "council"), OverQuota("chu-tri", "chair-vote"))
    rules = ruleset("abcd", awards=(award("f", BALLOT, quota=1, over_quota=steps),))
    left = act("award:f:over-quota", held=False, among=("a", "b"))
    record = matches(body(rules, season(EQUAL, left)))
    assert {"award:f:over-quota:2": "chair"} == asked(record)


def test_the_places_of_an_award_count_those_alone_who_can_be_there() -> None:
    rules = by_points(
        award("x", DECISION, quota=4),
        award("f", choose("p", "place", places=(2,)), quota=1, excludes=("x",)),
        order=order("points", 1, 2),
    )
    record = matches(body(rules, season(act("award:x:d", "b"), scores={"x": {"a": 4, "b": 3, "c": 2, "d": 1}})))
    assert "" == winners(record, "f")
    assert [4] == outputs(record, "quota")


def test_less_than_a_share_that_is_one_is_nobody() -> None:
    part = QuotaRule(less_than=Fraction(1, 4), base="units", least=None)
    record = matches(body(ruleset("abcd", awards=(award("f", DECISION, quota=part),))))
    assert ([0], {}) == (outputs(record, "quota"), after(record))


def test_a_number_that_is_asked_for_waits_with_whom_is_left() -> None:
    rules = ruleset(
        "ab", awards=(award("f", DECISION, quota=1), award("g", DECISION, quota="council", excludes=("f",)))
    )
    record = matches(body(rules))
    assert ["award:f:d", "quota:g"] == after(record)["award:g:d"]


def headed(by: Any, members: str = "abc", **parts: Any) -> Ruleset:
    types = {unit: Unit(unit.upper(), type="so" if unit < "c" else "nganh") for unit in members}
    undefined = parts.pop("undefined", ())
    return ruleset(
        members, units=types, undefined=undefined, headship=Headship(by, **{**READ, "deputies": (), **parts})
    )


def test_a_head_hands_over_where_nobody_else_is_named() -> None:
    assert {"head": "head"} == asked(matches(body(headed("handed-over"))))
    assert {"head": "meeting"} == asked(matches(body(headed("handed-over", asks="meeting"))))


def test_deputies_that_the_rules_leave_open_are_asked_of_whom_they_name() -> None:
    open_ = UndefinedRule("so-pho", "headship.deputies", "Quy chế giả định không nói", **READ, ask="chair")
    record = matches(
        body(headed("elected", asks="members", deputies=None, undefined=(open_,)), season(act("head", "a")))
    )
    assert {"deputy": "chair"} == asked(record)


def test_a_seat_that_nobody_can_have_is_vacant_under_its_name() -> None:
    seats = (Seat("khoi-nganh", "khac"), Seat("bat-ky"))
    record = matches(body(headed("elected", asks="members", deputies=seats), season(act("head", "a"))))
    assert [("khoi-nganh", "deputy")] == [
        (each["inputs"]["seat"], each["output"]) for each in record["steps"] if each["step"] == "vacant"
    ]


def test_nobody_holds_two_offices() -> None:
    seats = (Seat("mot"), Seat("hai"))
    rules = headed("elected", "abcd", asks="members", deputies=seats)
    record = matches(body(rules, season(act("head", "a"), act("deputy:mot", "b"))))
    assert [["c", "d"]] == [each["options"] for each in record["questions"]]


@pytest.mark.parametrize(("asks", "state"), [("meeting", "elected"), ("council", "appointed")])
def test_who_is_chosen_out_of_turn_is_elected_or_appointed(asks: str, state: str) -> None:
    rules = headed("deputy", asks=asks)
    given = season(act("before:deputies", ()), act("head", "b"))
    assert [state] == [each["state"] for each in outputs(matches(body(rules, given)), "office")]


def test_an_election_whose_bar_turns_on_what_nobody_stated_is_taken_as_recorded() -> None:
    found = verdict(body(headed("elected", asks="members", bars=(Bar("bi-phe-binh", ("head",), **READ, fact="bad"),))))
    assert (3, "questions that ask for facts") == (found.status, str(found.where).partition(" (from step ")[0])


def test_what_happens_after_the_meeting_is_seen_wherever_its_act_stands() -> None:
    rules = ruleset("ab", awards=(award("f", DECISION, quota=1),), gates=(gate("g", "bad", "hold"),))
    given = season(act("award:f:d", "a"), act("hold:a:g", value="released"), facts={"bad": ("a",)})
    found = verdict(body(rules, given))
    assert (3, "after the meeting") == (found.status, str(found.where).partition(" (from step ")[0])
