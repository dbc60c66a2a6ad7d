"""Facts about councils: caps over several clusters, whom the council chooses, and what becomes of every proposal."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from building import act, asked, choose, question, vote, warned
from reviewing import BALLOT, DECIDES, became, cluster, limit, reviewed, reviews, rules, sitting

from emulrules.errors import RulesetError, SeasonError
from emulrules.model.award import OverQuota, PerParent
from emulrules.model.decision import Decision
from emulrules.model.ruleset import UndefinedRule

PAIR = (cluster("mot", "abc", leads="a", co="ab"), cluster("hai", "def", leads="d", co="d"))


def of(*limits: Any, **parts: Any) -> Decision:
    """What becomes of three proposals for one award."""
    season = parts.pop("season", None)
    return reviewed(rules(*limits, **parts), PAIR, season)


def refusal(*args: Any, error: type[Exception] = SeasonError, **parts: Any) -> str:
    with pytest.raises(error) as caught:
        of(*args, **parts)
    faults = caught.value.faults  # type: ignore[attr-defined]  # every refusal of ours has them
    return " ".join(fault.code for fault in faults)


# Caps.


def test_where_no_limit_binds_and_nobody_says_how_all_are_granted_with_a_warning() -> None:
    decision = of()
    assert {"a": "granted", "b": "granted", "d": "granted"} == became(decision)
    assert ([], "complete") == (asked(decision), decision.status)
    assert ("undefined", "reviews.co") in warned(decision)


def test_nothing_is_asked_where_everybody_fits() -> None:
    decision = of(limit(number=3), reviews=[reviews("co", DECIDES)])
    assert ({"a": "granted", "b": "granted", "d": "granted"}, []) == (became(decision), asked(decision))


def test_nothing_is_asked_where_the_cap_is_zero() -> None:
    decision = of(limit(number=0), reviews=[reviews("co", BALLOT)])
    assert (dict.fromkeys("abd", "limit"), []) == (became(decision), asked(decision))
    assert {"limits.han-muc"} == {step.rule for step in decision.steps if step.step == "cut"}


def test_where_not_everybody_fits_the_council_decides_and_the_others_are_cut_by_the_limit() -> None:
    rules_ = {"reviews": [reviews("co", DECIDES)]}
    decision = of(limit(number=2), **rules_)
    assert (["award:co:xet"], {}) == (asked(decision), became(decision))
    open_ = question(decision, "award:co:xet")
    assert ("council", ("a", "b", "d"), 0, 2) == (open_.of, open_.options, open_.least, open_.most)
    settled = of(limit(number=2), **rules_, season=sitting(act("award:co:xet", "ad")))
    assert {"a": "granted", "d": "granted", "b": "limit"} == became(settled)


def test_whom_the_council_does_not_choose_although_there_is_room_is_cut_by_its_review() -> None:
    decision = of(limit(number=2), reviews=[reviews("co", DECIDES)], season=sitting(act("award:co:xet", "a")))
    assert {"a": "granted", "b": "not-chosen", "d": "not-chosen"} == became(decision)
    assert {"reviews.co"} == {step.rule for step in decision.steps if step.step == "cut"}


def test_who_chooses_is_asked_of_nobody_where_no_text_says_it() -> None:
    decision = of(limit(number=2))
    assert (["award:co:undefined"], None) == (asked(decision), question(decision, "award:co:undefined").of)
    settled = of(limit(number=2), season=sitting(act("award:co:undefined", "ab")))
    assert ("settled-without-rule", "award:co:undefined") in warned(settled)


def test_whom_the_rules_leave_it_to_is_asked() -> None:
    open_ = UndefinedRule("cach-xet", "reviews.co", "Chưa quy định", ("Quy chế giả định Điều 1",), "read", "chair")
    decision = of(limit(number=2), undefined=(open_,))
    assert "chair" == question(decision, "award:co:undefined").of


@pytest.mark.parametrize(
    ("qualified", "number"), [("", 0), ("abcd", 0), ("abcde", 1), ("abcdef", 1)], ids=["0", "4", "5", "6"]
)
def test_not_more_than_a_fifth_is_five_k_at_most_n(qualified: str, number: int) -> None:
    """91/2017/NĐ-CP Art. 11."""
    season = sitting(facts={"flag-qualified": qualified})
    decision = of(limit(at_most="20%", base="flag-qualified"), season=season)
    assert [number] == [step.output for step in decision.steps if step.step == "limit"]
    assert (
        dict.fromkeys("abd", "limit") == became(decision) if number == 0 else ["award:co:undefined"] == asked(decision)
    )


def test_who_qualifies_is_asked_where_nobody_said_it() -> None:
    decision = of(limit(at_most="20%", base="flag-qualified"), reviews=[reviews("co", DECIDES)])
    assert {"fact:flag-qualified", "award:co:xet"} == set(asked(decision))
    assert ("fact:flag-qualified",) == question(decision, "award:co:xet").after
    answered = of(
        limit(at_most="20%", base="flag-qualified"),
        reviews=[reviews("co", DECIDES)],
        season=sitting(act("fact:flag-qualified", "abcde"), act("award:co:xet", "d")),
    )
    assert {"a": "limit", "b": "limit", "d": "granted"} == became(answered)


def test_the_base_may_be_the_units_that_lead_their_clusters() -> None:
    """5007/BNV-TĐKT: ten clusters have ten leaders, so two may go up."""
    tens = [cluster(f"cum-{letter}", letter, leads=letter, co=letter) for letter in "abcdefghij"]
    decision = reviewed(rules(limit(at_most="20%", base="leaders")), tens)
    assert (2, 10) == next((s.output, s.inputs["of"]) for s in decision.steps if s.step == "limit")


def test_who_leads_is_asked_where_a_decision_does_not_show_it() -> None:
    clusters = (cluster("mot", "ab", leads=None, co="a"), cluster("hai", "cd", leads="c", co="c"))
    half = limit(at_most="1/2", base="leaders")
    assert ["fact:cluster-leader", "award:co:undefined"] == asked(reviewed(rules(half), clusters))
    told = reviewed(rules(half), clusters, sitting(act("fact:cluster-leader", "b")))
    assert [1] == [step.output for step in told.steps if step.step == "limit"]
    for wrong in ("d", "bd", "ab"):
        with pytest.raises(SeasonError, match="review-leader-differs"):
            reviewed(rules(half), clusters, sitting(act("fact:cluster-leader", wrong)))


def test_the_least_of_several_caps_binds() -> None:
    decision = of(limit("mot", number=2), limit("hai", number=0))
    assert {"limits.hai"} == {step.rule for step in decision.steps if step.step == "cut"}


def test_what_is_allotted_each_year_is_asked_and_told_with_its_document() -> None:
    asks = limit(ask="province")
    assert ["quota:co", "award:co:undefined"] == asked(of(asks))
    assert dict.fromkeys("abd", "limit") == became(of(asks, season=sitting(act("quota:co", number=0))))


def test_what_is_allotted_is_a_fact_of_the_year_even_where_everybody_is_cut() -> None:
    both = (cluster("mot", "abc", leads="a", co="ab", bang="ab"),)
    limits = (limit("mot", "bang", number=0), limit("hai", "co", ask="province"))
    needs = [reviews("co", DECIDES, requires=("bang",))]
    decision = reviewed(rules(*limits, reviews=needs), both, sitting(act("quota:co", number=2)))
    assert dict.fromkeys("ab", "requires") == became(decision)
    assert [0, 2] == [step.output for step in decision.steps if step.step == "limit"]
    assert "complete" == decision.status


def test_while_one_limit_is_open_as_many_may_be_named_as_are_proposed() -> None:
    both = of(limit("mot", number=2), limit("hai", ask="province"), reviews=[reviews("co", DECIDES)])
    open_ = question(both, "award:co:xet")
    assert (("quota:co",), 3) == (open_.after, open_.most)


def test_units_that_no_limit_counts_stand_outside_it() -> None:
    """91/2017/NĐ-CP Art. 11: leaders of the Central Council's clusters."""
    cap = limit(number=1, uncounted=("central-leader",))
    season = sitting(facts={"central-leader": "a"})
    decision = of(cap, season=season)
    assert ({"a": "granted"}, ["award:co:undefined"]) == (became(decision), asked(decision))
    assert ("b", "d") == question(decision, "award:co:undefined").options
    assert ["fact:central-leader"] == asked(of(limit(number=0, uncounted=("central-leader",))))


# Parents.


def test_of_one_parent_no_more_are_chosen_than_the_limit_allows() -> None:
    """01/2024/TT-TANDTC: each province puts up at most one."""
    clusters = (cluster("mot", ["a1", "b1"], co=["a1", "b1"]), cluster("hai", ["a2"], co=["a2"]))
    cap = limit(per_parent=PerParent(1, "province"))
    decision = reviewed(rules(cap, reviews=[reviews("co", DECIDES)]), clusters)
    open_ = question(decision, "award:co:xet")
    assert [("a", ("a1", "a2"), 1)] == [(each.parent, each.units, each.most) for each in open_.within]
    settled = reviewed(
        rules(cap, reviews=[reviews("co", DECIDES)]), clusters, sitting(act("award:co:xet", ["a2", "b1"]))
    )
    assert {"a1": "parent", "a2": "granted", "b1": "granted"} == became(settled)
    with pytest.raises(SeasonError, match="act-too-many-within"):
        reviewed(rules(cap, reviews=[reviews("co", DECIDES)]), clusters, sitting(act("award:co:xet", ["a1", "a2"])))


def test_a_unit_without_the_parent_that_a_limit_counts_by_is_refused() -> None:
    cap = limit(per_parent=PerParent(1, "company"))
    assert "review-without-parent" == refusal(cap, error=RulesetError)


def test_two_limits_by_parent_are_refused() -> None:
    caps = [limit(id_, per_parent=PerParent(1, "province")) for id_ in ("mot", "hai")]
    assert "limit-parent-twice" == refusal(*caps, error=RulesetError)


# Votes.


def test_a_ballot_is_held_even_where_everybody_fits_since_its_threshold_may_not_be_reached() -> None:
    """98/2023/NĐ-CP Art. 30: at least 80 % of all members of the council."""
    voting = [reviews("co", BALLOT)]
    assert ["award:co:bo-phieu"] == asked(of(limit(number=3), reviews=voting, season=sitting(members=10)))
    season = sitting(vote("award:co:bo-phieu", 10, None, a=8, b=7, d=10), members=10)
    assert {"a": "granted", "b": "votes", "d": "granted"} == became(of(limit(number=3), reviews=voting, season=season))


def test_where_no_slot_is_left_no_later_step_is_asked() -> None:
    chain = [reviews("co", DECIDES, choose("them", "decision", asks="council"))]
    decision = of(limit(number=1), reviews=chain, season=sitting(act("award:co:xet", "a")))
    assert ({"a": "granted", "b": "limit", "d": "limit"}, []) == (became(decision), asked(decision))


def test_acts_for_what_may_still_come_wait_for_the_ballot() -> None:
    chain = (OverQuota("nhieu-hon", "decision", "council"),)
    given = sitting(act("award:co:over-quota", "a", among="ab"), act("award:co:xet", "a"), members=5)
    waits = of(limit(number=1), reviews=[reviews("co", BALLOT, DECIDES, over_quota=chain)], season=given)
    assert (["award:co:bo-phieu"], ("award:co:over-quota", "award:co:xet")) == (asked(waits), waits.waiting)


@pytest.mark.parametrize(("own", "basis"), [({}, "Review"), ({"basis": ("S",)}, "S")])
def test_a_step_rests_on_its_own_article_or_else_on_that_of_its_review(own: Any, basis: str) -> None:
    review = evolve(reviews("co", evolve(BALLOT, **own)), basis=("Review",))
    votes = sitting(vote("award:co:bo-phieu", 5, a=5, b=5, d=5), members=5)
    decision = of(limit(number=3), reviews=[review], season=votes)
    assert [(basis,)] == [step.basis for step in decision.steps if step.step == "threshold"]


def test_more_over_the_threshold_than_the_cap_allows_go_to_the_chain() -> None:
    voting = [reviews("co", BALLOT, over_quota=(OverQuota("nhieu-phieu", "votes"),))]
    season = sitting(vote("award:co:bo-phieu", 10, None, a=8, b=9, d=10), members=10)
    assert {"a": "limit", "b": "granted", "d": "granted"} == became(of(limit(number=2), reviews=voting, season=season))


def test_ballots_of_more_than_the_council_has_are_refused() -> None:
    season = sitting(vote("award:co:bo-phieu", 11, None, a=8, b=9, d=10), members=10)
    assert "ballots-above-council" == refusal(reviews=[reviews("co", BALLOT)], season=season)


# Leaders, prerequisites, states.


def test_the_council_may_pick_among_those_who_lead_whoever_proposes_them() -> None:
    decision = of(limit(number=1), reviews=[reviews("co", DECIDES, among="leaders")])
    assert ("a", "d") == question(decision, "award:co:xet").options
    settled = of(
        limit(number=1), reviews=[reviews("co", DECIDES, among="leaders")], season=sitting(act("award:co:xet", "d"))
    )
    assert {"a": "limit", "d": "granted"} == became(settled)


def test_an_award_that_requires_one_that_was_cut_is_cut_too() -> None:
    clusters = (cluster("mot", "abc", co="a", bang="ab"),)
    chain = [reviews("co", DECIDES), reviews("bang", DECIDES, requires=("co",))]
    assert {"a": "granted", "b": "requires"} == became(reviewed(rules(reviews=chain), clusters), "bang")
    shut = [reviews("co", DECIDES), reviews("bang", DECIDES, excludes=("co",))]
    assert {"a": "excludes", "b": "granted"} == became(reviewed(rules(reviews=shut), clusters), "bang")


def test_what_hangs_on_an_open_award_waits() -> None:
    clusters = (cluster("mot", "abc", co="ab", bang="ab"),)
    chain = [reviews("co", DECIDES), reviews("bang", DECIDES, requires=("co",))]
    decision = reviewed(rules(limit(number=1), reviews=chain), clusters)
    assert ["award:co:xet", "award:bang:xet"] == asked(decision)
    assert ("award:co:xet",) == question(decision, "award:bang:xet").after


def test_whoever_is_on_hold_takes_a_slot_and_stays_held() -> None:
    clusters = (cluster("mot", "abc", co="ab", held="a"),)
    decision = reviewed(rules(limit(number=2)), clusters)
    assert {"a": "held", "b": "granted"} == became(decision)


def test_what_the_level_above_decides_is_raised() -> None:
    decision = of(reviews=[reviews("co", DECIDES, raises=True)])
    assert dict.fromkeys("abd", "raised") == became(decision)


def test_proposed_and_granted_never_stand_in_one_list() -> None:
    decision = of()
    assert ((), 3) == (decision.awards, len(decision.grants))


# What is refused.


def test_an_act_for_a_unit_that_nobody_proposes_is_refused() -> None:
    season = sitting(act("award:co:xet", "c"))
    assert "choice-not-proposed" == refusal(limit(number=2), reviews=[reviews("co", DECIDES)], season=season)


def test_an_act_that_nothing_asks_for_is_refused() -> None:
    assert "act-not-asked" == refusal(season=sitting(act("award:khac:xet", "a")))


def test_a_fact_that_nothing_turns_on_is_refused() -> None:
    assert "unknown-fact" == refusal(season=sitting(facts={"vi-pham": "a"}))


def test_a_council_that_the_rules_do_not_know_is_refused() -> None:
    assert "unknown-council-near" == refusal(season=evolve(sitting(), cluster="hoi-dog"))


def test_a_sitting_of_another_version_or_outside_its_seasons_is_refused() -> None:
    assert "season-not-covered" == refusal(season=evolve(sitting(), id="2020"))
    assert "other-version" == refusal(season=evolve(sitting(), in_force=date(2020, 1, 1)))
    assert "other-ruleset" == refusal(season=evolve(sitting(), ruleset="khac"))


def test_a_cluster_or_a_unit_that_comes_twice_is_refused() -> None:
    with pytest.raises(SeasonError, match="review-cluster-twice"):
        reviewed(rules(), [cluster("mot", "ab"), cluster("mot", "ab")])
    with pytest.raises(SeasonError, match="review-unit-twice"):
        reviewed(rules(), [cluster("mot", "ab"), cluster("hai", "bc")])


def test_the_order_of_the_decisions_does_not_matter() -> None:
    one, other = (reviewed(rules(limit(number=2)), order) for order in (PAIR, PAIR[::-1]))
    assert one == other
