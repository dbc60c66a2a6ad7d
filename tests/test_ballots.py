"""Facts about ballots: thresholds and their base, rounds, and who has a slot where too many reach the threshold."""

from fractions import Fraction
from typing import Any

import pytest
from building import (
    act,
    all_refused,
    asked,
    award,
    choose,
    decided,
    outputs,
    proposed,
    question,
    refused,
    ruleset,
    season,
    vote,
    warned,
)

from emulrules.model.award import Award, OverQuota
from emulrules.model.ruleset import Ruleset

VOTES = OverQuota("nhieu-phieu", "votes")
CHAIR = OverQuota("chu-tri", "decision", "chair")
ABC = choose("m", "meeting")
COUNCIL = OverQuota("hoi-dong", "decision", "council")
CHAIR_VOTE = OverQuota("phieu-chu-tri", "chair-vote")


def ballot(id_: str = "b", **parts: Any) -> Any:
    return choose(id_, "ballot", asks="members", **{"at_least": "2/3", "base": "members", **parts})


def rules(step: Any, *more: Any, members: str = "abc", quota: int = 3, **parts: Any) -> Ruleset:
    return ruleset(members, awards=(award("f", step, *more, quota=quota, **parts),))


@pytest.mark.parametrize(
    ("threshold", "base", "ballots", "present", "votes", "reached"),
    [
        pytest.param({"at_least": "2/3"}, "members", 6, None, (4, 3, 0), "a", id="2/3 of 6 members is 4"),
        pytest.param({"more_than": "2/3"}, "members", 6, None, (4, 5, 0), "b", id="more than 2/3 of 6 is 5"),
        pytest.param({"at_least": "80%"}, "members", 6, None, (4, 5, 6), "bc", id="80 % of 6 members is 4.8"),
        pytest.param({"more_than": "50%"}, "members", 6, None, (3, 4, 0), "b", id="half of 6 is not more than half"),
        pytest.param({"at_least": "50%"}, "members", 6, None, (3, 2, 0), "a", id="half of 6 is at least half"),
        pytest.param({"at_least": "2/3"}, "members", 3, 3, (3, 3, 3), "", id="absent members count in the base"),
        pytest.param({"at_least": "2/3"}, "present", 3, 3, (2, 1, 3), "ac", id="2/3 of 3 present is 2"),
        pytest.param({"more_than": "2/3"}, "present", 3, 3, (2, 1, 3), "c", id="more than 2/3 of 3 present is 3"),
        pytest.param({"at_least": "2/3"}, "ballots", 5, None, (3, 4, 0), "b", id="2/3 of 5 ballots is 3 1/3"),
        pytest.param({"more_than": "1/2"}, "ballots", 4, None, (2, 3, 0), "b", id="half of 4 ballots is not more"),
        pytest.param({"more_than": "0"}, "members", 6, None, (1, 0, 0), "a", id="more than none"),
        pytest.param({"at_least": "1/6"}, "members", 6, None, (1, 0, 2), "ac", id="one vote of 6 is a sixth"),
        pytest.param({"at_least": "1"}, "members", 6, None, (6, 5, 0), "a", id="all of 6"),
        pytest.param({"at_least": None, "base": None}, None, 6, None, (1, 0, 2), "ac", id="no threshold: any vote"),
        pytest.param({"at_least": "2/3"}, "ballots", 0, None, (0, 0, 0), "", id="no ballot nominates nobody"),
        pytest.param({"at_least": "2/3"}, "present", 6, 0, (0, 0, 0), "", id="no vote nominates nobody"),
    ],
)
def test_a_threshold_is_an_exact_part_of_its_base(
    threshold: Any, base: str | None, ballots: int, present: int | None, votes: tuple[int, ...], reached: str
) -> None:
    step = ballot(**{"at_least": None, "base": base, **threshold})
    plan = ruleset("abcdef", awards=(award("f", step, quota=6, requires=("g",)), award("g", ABC, quota=6)))
    cast = vote("award:f:b", ballots, **dict(zip("abc", votes, strict=True)))
    decision = decided(plan, season(cast, act("award:g:m", "abc"), present=present))
    assert set(reached) == set(proposed(decision, "f"))
    assert [tuple(sorted(reached))] == outputs(decision, "threshold")


def test_a_ballot_is_asked_of_all_who_can_have_the_award() -> None:
    asks = question(decided(rules(ballot(), quota=2)), "award:f:b")
    assert ("votes", "members", ("a", "b", "c"), 0, 2, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.after
    )  # fmt: skip


def test_a_base_of_those_present_asks_who_was_where_nobody_said_it() -> None:
    plan = rules(ballot(base="present"))
    decision = decided(plan, season(vote("award:f:b", 2, a=2, b=1, c=0)))
    assert (["fact:meeting:present"], ("award:f:b",)) == (asked(decision), decision.waiting)
    assert ("fact:meeting:present",) == question(decided(plan), "award:f:b").after
    said = season(vote("award:f:b", 2, a=2, b=1, c=0), act("fact:meeting:present", number=2))
    assert ({"a": "proposed"}, "complete") == (proposed(decided(plan, said)), decided(plan, said).status)


def test_a_ballot_on_an_open_quota_waits() -> None:
    plan = ruleset("ab", awards=(award("f", ballot(), quota="ministry"),))
    assert ("award:f:b",) == decided(plan, season(vote("award:f:b", 2, a=2, b=0))).waiting


# Rounds.


def test_a_second_round_is_asked_among_those_left_where_slots_are() -> None:
    plan = rules(ballot(rounds=2), quota=2)
    decision = decided(plan, season(vote("award:f:b", 3, a=3, b=1, c=1)))
    asks = question(decision, "award:f:b:2")
    assert (("b", "c"), 1, {"a": "proposed"}) == (asks.options, asks.most, proposed(decision))
    done = decided(plan, season(vote("award:f:b", 3, a=3, b=1, c=1), vote("award:f:b:2", 3, b=2, c=0)))
    assert ({"a", "b"}, "complete") == (set(proposed(done)), done.status)


def test_no_further_round_is_asked_than_the_rules_hold() -> None:
    cast = (vote("award:f:b", 3, a=1, b=1, c=1), vote("award:f:b:2", 3, a=1, b=1, c=1))
    assert [] == asked(decided(rules(ballot(rounds=2)), season(*cast)))
    assert [] == asked(decided(rules(ballot()), season(cast[0])))


def test_no_round_is_asked_where_the_quota_is_full_or_nobody_is_left() -> None:
    full = season(vote("award:f:b", 3, a=3, b=1, c=1))
    assert [] == asked(decided(rules(ballot(rounds=2), quota=1), full))
    assert [] == asked(decided(rules(ballot(rounds=2)), season(vote("award:f:b", 3, a=3, b=3, c=3))))


def test_a_round_that_was_not_held_ends_the_step_and_the_chain_goes_on() -> None:
    after = choose("c", "decision", asks="head-and-deputies")
    plan = rules(ballot(rounds=3), after, quota=2)
    year = season(vote("award:f:b", 3, a=3, b=0, c=0), act("award:f:b:2", held=False))
    decision = decided(plan, year)
    assert (["award:f:c"], ("b", "c")) == (asked(decision), question(decision, "award:f:c").options)


def test_a_second_round_that_nothing_asks_is_left_over() -> None:
    plan = rules(ballot(rounds=2), quota=1)
    year = season(vote("award:f:b", 3, a=3, b=0, c=0), vote("award:f:b:2", 3, b=3, c=0))
    assert ("acts", 1) == refused("act-not-asked", plan, year).path


# More over the threshold than slots.


def over(*steps: OverQuota, **parts: Any) -> Ruleset:
    return rules(ballot(at_least="1/2"), members="abcd", quota=2, over_quota=steps, **parts)


def cast(*votes: int) -> Any:
    return vote("award:f:b", 4, **dict(zip("abcd", votes, strict=True)))


@pytest.mark.parametrize(
    ("votes", "chosen", "tied"),
    [
        ((4, 3, 2, 0), "ab", ""),
        ((2, 4, 3, 2), "bc", ""),
        ((4, 3, 3, 2), "a", "bc"),
        ((3, 3, 3, 2), "", "abc"),
        ((4, 4, 3, 3), "ab", ""),
        ((3, 2, 0, 0), "ab", ""),
    ],
)
def test_the_most_votes_go_first_and_equal_votes_at_the_last_slot_stay_tied(
    votes: tuple[int, ...], chosen: str, tied: str
) -> None:
    decision = decided(over(VOTES, CHAIR), season(cast(*votes)))
    assert set(chosen) == set(proposed(decision))
    if tied:
        asks = question(decision, "award:f:over-quota")
        left = 2 - len(chosen)
        assert ("choice", "chair", tuple(tied), left, left) == (asks.asks, asks.of, asks.options, asks.least, asks.most)
    else:
        assert "complete" == decision.status


@pytest.mark.parametrize(
    ("votes", "parted"), [((4, 3, 2, 0), [("a", "b")]), ((4, 3, 3, 2), [("a",)]), ((4, 2, 1, 0), [])]
)
def test_a_step_shows_whom_the_votes_parted(votes: tuple[int, ...], parted: list[tuple[str, ...]]) -> None:
    assert parted == outputs(decided(over(VOTES, CHAIR), season(cast(*votes))), "over-quota")


@pytest.mark.parametrize("threshold", [{"at_least": "1/2"}, {"at_least": None, "more_than": "1/2"}])
def test_a_step_shows_the_threshold_and_its_base(threshold: dict[str, Any]) -> None:
    decision = decided(rules(ballot(**threshold)), season(vote("award:f:b", 3, a=3, b=1, c=0)))
    (step,) = (step for step in decision.steps if step.step == "threshold")
    assert {"question": "award:f:b", "base": 3, "threshold": Fraction(1, 2)} == step.inputs
    assert (("a",), "awards.f.choose.b") == (step.output, step.rule)


def test_the_chairs_choice_settles_it_without_a_warning() -> None:
    decision = decided(over(VOTES, CHAIR), season(cast(4, 3, 3, 2), act("award:f:over-quota", ["c"], among=("b", "c"))))
    assert ({"a", "c"}, set(), "complete") == (set(proposed(decision)), warned(decision), decision.status)


def test_without_a_step_by_votes_all_over_the_threshold_are_asked_of() -> None:
    asks = question(decided(over(CHAIR), season(cast(4, 3, 3, 1))), "award:f:over-quota")
    assert (("a", "b", "c"), 2, 2) == (asks.options, asks.least, asks.most)


def test_over_quota_must_say_among_whom_and_take_exactly_what_is_left() -> None:
    plan = over(VOTES, CHAIR)
    refused("act-among-missing", plan, season(cast(4, 3, 3, 2), act("award:f:over-quota", ["c"])))
    refused("act-among", plan, season(cast(4, 3, 3, 2), act("award:f:over-quota", ["c"], among=("a", "b", "c"))))
    refused("act-too-few", plan, season(cast(4, 3, 3, 2), act("award:f:over-quota", [], among=("b", "c"))))


def test_an_over_quota_step_that_was_not_held_leaves_it_to_the_next() -> None:
    left = (cast(4, 3, 3, 2), act("award:f:over-quota", held=False))
    assert "council" == question(decided(over(VOTES, CHAIR, COUNCIL), season(*left)), "award:f:over-quota:2").of
    assert question(decided(over(VOTES, CHAIR), season(*left)), "award:f:over-quota:2").of is None


def test_what_the_over_quota_chain_leaves_is_asked_of_nobody_and_settled_without_a_rule() -> None:
    asks = question(decided(over(VOTES), season(cast(4, 3, 3, 2))), "award:f:over-quota")
    assert (None, ()) == (asks.of, asks.basis)
    decision = decided(over(VOTES), season(cast(4, 3, 3, 2), act("award:f:over-quota", ["b"], among=("b", "c"))))
    assert ({"a", "b"}, {("settled-without-rule", "award:f:over-quota")}) == (set(proposed(decision)), warned(decision))


def test_over_quota_is_not_asked_where_everybody_fits() -> None:
    assert [] == asked(decided(over(CHAIR), season(cast(4, 3, 0, 0))))
    needless = season(cast(4, 3, 0, 0), act("award:f:over-quota", ["a"], among=("a", "b")))
    assert ("acts", 1) == refused("act-not-asked", over(CHAIR), needless).path


def test_the_votes_of_a_ballot_write_no_standing() -> None:
    plan: Award = award("f", ballot(), quota=1)
    decision = decided(ruleset("abc", awards=(plan,)), season(vote("award:f:b", 3, a=3, b=0, c=0)))
    assert {None} == {each.place for each in decision.standings}


# The chair's vote.


@pytest.mark.parametrize(
    ("votes", "voted", "chosen", "level"),
    [
        ((4, 3, 3, 0), "b", "ab", ""),
        ((4, 3, 3, 0), "c", "ac", ""),
        ((4, 3, 3, 0), "", "a", "bc"),
        ((4, 3, 3, 0), "bc", "a", "bc"),
        ((4, 3, 3, 3), "bd", "a", "bd"),
        ((3, 3, 3, 0), "ac", "ac", ""),
        ((3, 3, 3, 0), "b", "b", "ac"),
        ((3, 3, 3, 3), "abc", "", "abc"),
    ],
    ids=str,
)
def test_the_chairs_vote_parts_a_tie_as_far_as_it_does(
    votes: tuple[int, ...], voted: str, chosen: str, level: str
) -> None:
    asks = question(decided(over(VOTES, CHAIR_VOTE), season(cast(*votes))), "award:f:over-quota")
    told = act("award:f:over-quota", list(voted), among=asks.options)
    decision = decided(over(VOTES, CHAIR_VOTE), season(cast(*votes), told))
    assert set(chosen) == {unit for sure in outputs(decision, "over-quota") for unit in sure}
    if level:
        left = question(decision, "award:f:over-quota:2")
        assert (tuple(level), 2 - len(chosen), None) == (left.options, left.most, left.of)
    else:
        assert ("complete", set(chosen), set()) == (decision.status, set(proposed(decision)), warned(decision))


def test_the_chair_is_asked_for_whom_of_the_tied_it_voted_any_number_of_them() -> None:
    asks = question(decided(over(VOTES, CHAIR_VOTE), season(cast(4, 3, 3, 3))), "award:f:over-quota")
    assert ("choice", "chair", ("b", "c", "d"), 0, 3, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.after
    )  # fmt: skip


def test_the_step_of_the_chairs_vote_shows_who_is_sure_and_who_stays_level() -> None:
    plan = over(VOTES, CHAIR_VOTE)
    given = season(cast(4, 3, 3, 3), act("award:f:over-quota", ["b", "d"], among=("b", "c", "d")))
    step = [step for step in decided(plan, given).steps if step.step == "over-quota"][-1]
    assert {"tied": ("b", "d"), "slots": 1, "question": "award:f:over-quota"} == step.inputs
    assert ((), "awards.f.over_quota.phieu-chu-tri") == (step.output, step.rule)


def test_the_chairs_vote_alone_parts_all_over_the_threshold() -> None:
    asks = question(decided(over(CHAIR_VOTE), season(cast(4, 3, 3, 1))), "award:f:over-quota")
    assert ("a", "b", "c") == asks.options
    told = act("award:f:over-quota", ["b", "c"], among=asks.options)
    assert {"b", "c"} == set(proposed(decided(over(CHAIR_VOTE), season(cast(4, 3, 3, 1), told))))


def test_a_tie_that_the_chairs_vote_leaves_goes_to_the_next_step() -> None:
    plan = over(VOTES, CHAIR_VOTE, COUNCIL)
    tied = (cast(4, 3, 3, 2), act("award:f:over-quota", [], among=("b", "c")))
    asks = question(decided(plan, season(*tied)), "award:f:over-quota:2")
    assert ("council", ("b", "c"), 1, 1) == (asks.of, asks.options, asks.least, asks.most)
    settled = decided(plan, season(*tied, act("award:f:over-quota:2", ["b"], among=("b", "c"))))
    assert ({"a", "b"}, set()) == (set(proposed(settled)), warned(settled))


def test_what_the_chairs_vote_leaves_at_the_end_is_settled_without_a_rule() -> None:
    tied = (cast(4, 3, 3, 2), act("award:f:over-quota", ["b", "c"], among=("b", "c")))
    last = act("award:f:over-quota:2", ["c"], among=("b", "c"))
    decision = decided(over(VOTES, CHAIR_VOTE), season(*tied, last))
    assert ({"a", "c"}, {("settled-without-rule", "award:f:over-quota:2")}) == (
        set(proposed(decision)), warned(decision)
    )  # fmt: skip


def test_a_chair_that_did_not_vote_leaves_the_tie_and_no_step() -> None:
    left = (cast(4, 3, 3, 2), act("award:f:over-quota", held=False))
    decision = decided(over(VOTES, CHAIR_VOTE), season(*left))
    assert ("b", "c") == question(decision, "award:f:over-quota:2").options
    assert [("a",)] == outputs(decision, "over-quota")


def test_the_chairs_vote_must_say_among_whom_and_is_for_the_tied_only() -> None:
    plan = over(VOTES, CHAIR_VOTE)
    refused("act-among-missing", plan, season(cast(4, 3, 3, 2), act("award:f:over-quota", ["b"])))
    refused("act-unit-not-open", plan, season(cast(4, 3, 3, 2), act("award:f:over-quota", ["a"], among=("b", "c"))))


def test_acts_on_the_chairs_vote_and_what_follows_it_may_wait() -> None:
    plan = over(VOTES, CHAIR_VOTE, COUNCIL)
    acts = [act(f"award:f:over-quota{number}", ["b"], among=("b", "c")) for number in ("", ":2", ":3")]
    assert tuple(each.question for each in acts) == decided(plan, season(*acts)).waiting
    (fault,) = all_refused(plan, season(act("award:f:over-quota:4", ["b"])))
    assert fault.code.startswith("act-not-asked")
