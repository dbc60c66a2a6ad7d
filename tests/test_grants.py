"""Facts about grants: who is looked at, what waits for what, and what refusals of a council's acts say."""

from typing import Any

import pytest
from attrs import evolve
from building import act, asked, choose, question, vote, warned
from reviewing import BALLOT, DECIDES, became, cluster, limit, reviewed, reviews, rules, sitting

from emulrules.errors import Fault, SeasonError
from emulrules.model.award import OverQuota, PerParent
from emulrules.model.decision import Decision, Step
from emulrules.model.ruleset import UndefinedRule

PAIR = (cluster("mot", "abc", leads="a", co="ab"), cluster("hai", "def", leads="d", co="d"))
NOBODY_LEADS = (cluster("mot", "ab", co="a"), cluster("hai", "cd", leads="c", co="c"))
FEW = limit(number=1)
"""One of those who are proposed for the flag."""
BANG = (cluster("mot", "abc", co="ab", bang="ab"),)


def steps(decision: Decision, kind: str) -> list[Step]:
    return [step for step in decision.steps if step.step == kind]


def refusal(*args: Any) -> Fault:
    with pytest.raises(SeasonError) as caught:
        reviewed(*args)
    (fault,) = caught.value.faults
    return fault


# Who is looked at.


def test_a_leader_counts_as_it_is_proposed_and_one_whom_nobody_proposes_as_proposed() -> None:
    clusters = (cluster("mot", "abc", leads="a", co="ab", held="a"), cluster("hai", "def", leads="d"))
    decision = reviewed(rules(reviews=[reviews("co", DECIDES, among="leaders")]), clusters)
    assert {"a": "held", "d": "granted"} == became(decision)
    assert {"a": "held", "d": "proposed"} == {step.unit: step.inputs["proposed"] for step in steps(decision, "grant")}


def test_while_nobody_knows_who_leads_all_acts_about_the_award_wait() -> None:
    chain = [reviews("co", DECIDES, among="leaders"), reviews("bang", DECIDES, requires=("co",))]
    clusters = (evolve(NOBODY_LEADS[0], proposals=cluster("mot", "ab", co="a", bang="ab").proposals), NOBODY_LEADS[1])
    given = sitting(act("award:co:xet", "a"), act("quota:co", number=1))
    decision = reviewed(rules(limit(ask="province"), limit("kia", "bang", number=1), reviews=chain), clusters, given)
    assert (["fact:cluster-leader", "award:bang:xet"], ("award:co:xet", "quota:co")) == (
        asked(decision),
        decision.waiting,
    )
    assert reviews("co").basis == question(decision, "fact:cluster-leader").basis
    waits = question(decision, "award:bang:xet")
    assert (("fact:cluster-leader",), ("a", "b")) == (waits.after, waits.options)


# What a review rests on.


def test_what_no_text_says_rests_on_nothing_and_warns_of_that_alone() -> None:
    decision = reviewed(rules(), PAIR)
    assert {("undefined", "reviews.co")} == warned(decision)
    assert {("reviews.co", ())} == {(step.rule, step.basis) for step in steps(decision, "grant")}


def test_who_chooses_is_asked_under_the_article_that_leaves_it_open() -> None:
    open_ = UndefinedRule("cach-xet", "reviews.co", "Chưa quy định", ("Điều 9",), "read", "chair")
    decision = reviewed(rules(FEW, reviews=[reviews("co")], undefined=(open_,)), PAIR)
    assert ("chair", ("Điều 9",)) == (
        question(decision, "award:co:undefined").of,
        question(decision, "award:co:undefined").basis,
    )


# What waits.


@pytest.mark.parametrize(("step", "waiting"), [(BALLOT, True), (DECIDES, False)])
def test_who_has_a_slot_can_come_to_be_asked_only_after_a_ballot(step: Any, waiting: bool) -> None:
    chain = [reviews("co", step, over_quota=(OverQuota("hon", "decision", "council"),))]
    given = sitting(act("award:co:over-quota", "a", among="ab"), members=5)
    if waiting:
        assert ("award:co:over-quota",) == reviewed(rules(FEW, reviews=chain), PAIR, given).waiting
    else:
        assert "act-not-asked" in refusal(rules(FEW, reviews=chain), PAIR, given).code


def test_what_depends_on_an_open_award_is_chosen_from_all_and_cuts_nobody_yet() -> None:
    chain = [reviews("co", DECIDES), reviews("bang", DECIDES, requires=("co",))]
    limits = (FEW, limit("kia", "bang", number=1, uncounted=("central-leader",)))
    decision = reviewed(rules(*limits, reviews=chain), BANG, sitting(facts={"central-leader": "a"}))
    assert (("a", "b"), {}) == (question(decision, "award:bang:xet").options, became(decision, "bang"))


def test_why_a_unit_is_shut_out_is_told_once_all_that_could_is_settled() -> None:
    clusters = (cluster("mot", "abc", dau="a", co="ab", bang="ab"),)
    chain = [
        reviews("dau", DECIDES),
        reviews("co", DECIDES),
        reviews("bang", DECIDES, requires=("co",), excludes=("dau",)),
    ]
    three = rules(FEW, reviews=chain, awards="dau co bang")
    open_ = reviewed(three, clusters)
    assert ({"a": "granted"}, {}) == (became(open_, "dau"), became(open_, "bang"))
    assert {"a": "excludes", "b": "requires"} == became(
        reviewed(three, clusters, sitting(act("award:co:xet", "a"))), "bang"
    )


def test_where_all_are_shut_out_but_something_is_open_acts_wait_and_so_does_what_comes_after() -> None:
    clusters = (cluster("mot", "abc", dau="a", co="ab", bang="a", cuoi="ab"),)
    chain = [
        reviews("dau", DECIDES),
        reviews("co", DECIDES),
        reviews("bang", DECIDES, requires=("co",), excludes=("dau",)),
        reviews("cuoi", DECIDES, excludes=("bang",)),
    ]
    four = rules(FEW, limit("kia", "cuoi", number=1), reviews=chain, awards="dau co bang cuoi")
    decision = reviewed(four, clusters, sitting(act("award:bang:xet", "a")))
    assert (("award:bang:xet",), ("award:co:xet",)) == (decision.waiting, question(decision, "award:cuoi:xet").after)


# Who cannot be chosen.


@pytest.mark.parametrize(
    ("first", "key", "code", "unit"),
    [("a", "excludes", "choice-excluded", "a"), ("b", "requires", "choice-requires", "a")],
)
def test_a_unit_that_another_award_shuts_out_is_told_with_that_award(
    first: str, key: str, code: str, unit: str
) -> None:
    chain = [reviews("co", DECIDES), reviews("bang", DECIDES, **{key: ("co",)})]
    clusters = (cluster("mot", "abc", co="abc", bang="abc"),)
    given = sitting(act("award:co:xet", first if key == "excludes" else "bc"), act("award:bang:xet", unit))
    fault = refusal(rules(limit(number=2), limit("kia", "bang", number=1), reviews=chain), clusters, given)
    assert (code, {"question": "award:bang:xet", "unit": unit, "award": "bang", "other": "co"}) == (
        fault.code,
        dict(fault.data),
    )


def test_whoever_has_another_award_but_is_not_proposed_for_this_one_changes_nothing() -> None:
    chain = [reviews("co", DECIDES), reviews("bang", DECIDES, excludes=("co",))]
    decision = reviewed(rules(reviews=chain), (cluster("mot", "abc", co="a", bang="b"),))
    assert {"b": "granted"} == became(decision, "bang")


def test_a_unit_that_nobody_proposes_or_that_is_chosen_already_is_told_with_the_award() -> None:
    chain = [reviews("co", DECIDES, choose("them", "decision", asks="council"))]
    fault = refusal(rules(FEW, reviews=chain), PAIR, sitting(act("award:co:xet", "c")))
    assert ("choice-not-proposed", {"question": "award:co:xet", "unit": "c", "award": "co"}) == (
        fault.code,
        dict(fault.data),
    )
    both = sitting(act("award:co:xet", "a"), act("award:co:them", "a"))
    fault = refusal(rules(limit(number=2), reviews=chain), PAIR, both)
    assert ("choice-already", {"question": "award:co:them", "unit": "a", "award": "co"}) == (
        fault.code,
        dict(fault.data),
    )


def test_a_unit_whose_parent_is_full_is_told_as_not_open() -> None:
    clusters = (cluster("mot", ["a1", "a2", "b1", "b2"], co=["a1", "a2", "b1", "b2"]),)
    chain = [reviews("co", DECIDES, choose("them", "decision", asks="council"))]
    cap = limit(number=3, per_parent=PerParent(1, "province"))
    given = sitting(act("award:co:xet", ["a1"]), act("award:co:them", ["a2"]))
    fault = refusal(rules(cap, reviews=chain), clusters, given)
    assert ("act-unit-not-open", "b1, b2") == (fault.code, fault.data["options"])


def test_whoever_reached_the_threshold_and_has_no_slot_is_cut_by_the_limit_and_not_by_votes() -> None:
    voting = [reviews("co", BALLOT, over_quota=(OverQuota("nhieu-phieu", "votes"),))]
    season = sitting(vote("award:co:bo-phieu", 10, None, a=8, b=9, d=7), members=10)
    assert {"a": "limit", "b": "granted", "d": "votes"} == became(reviewed(rules(FEW, reviews=voting), PAIR, season))


def test_whoever_reached_the_threshold_before_a_round_that_was_not_held_is_cut_for_its_parent() -> None:
    voting = [reviews("co", evolve(BALLOT, rounds=2), over_quota=(OverQuota("nhieu-phieu", "votes"),))]
    cap = limit(per_parent=PerParent(1, "province"))
    clusters = (cluster("mot", ["a1", "a2", "b1"], co=["a1", "a2", "b1"]),)
    votes = vote("award:co:bo-phieu", 10, None, a1=10, a2=9, b1=1)
    season = sitting(votes, act("award:co:bo-phieu:2", held=False), members=10)
    decision = reviewed(rules(cap, reviews=voting), clusters, season)
    assert {"a1": "granted", "a2": "parent", "b1": "votes"} == became(decision)


def test_a_line_of_one_parent_is_asked_about_by_its_name() -> None:
    voting = [reviews("co", BALLOT, over_quota=(OverQuota("hon", "decision", "council"),))]
    cap = limit(per_parent=PerParent(1, "province"))
    clusters = (cluster("mot", ["a1", "a2", "b1"], co=["a1", "a2", "b1"]),)
    votes = sitting(vote("award:co:bo-phieu", 10, None, a1=10, a2=9, b1=9), members=10)
    assert ["award:co:province:a:over-quota"] == asked(reviewed(rules(cap, reviews=voting), clusters, votes))


def test_the_steps_of_a_grant_and_of_a_cut_say_how_each_was_proposed_and_whether_it_counted() -> None:
    given = sitting(act("award:co:xet", "d"), facts={"central-leader": "a"})
    cap = limit(number=1, uncounted=("central-leader",))
    clusters = (cluster("mot", "abc", co="ab", held="b"), PAIR[1])
    decision = reviewed(rules(cap, reviews=[reviews("co", DECIDES)]), clusters, given)
    granted = {step.unit: (step.inputs["proposed"], step.inputs["counted"]) for step in steps(decision, "grant")}
    assert {"a": ("proposed", False), "d": ("proposed", True)} == granted
    (cut,) = steps(decision, "cut")
    assert ("b", {"award": "co", "state": "cut", "why": "limit"}, {"proposed": "held"}) == (
        cut.unit,
        dict(cut.output),
        dict(cut.inputs),
    )
