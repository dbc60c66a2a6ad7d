"""Facts about the chain for too many over a threshold: which questions it may ask, and what its steps say."""

from building import act, asked, award, choose, decided, question, ruleset, season, vote

from emulrules.model.award import OverQuota, PerParent
from emulrules.model.ruleset import Unit
from emulrules.model.table import Table
from emulrules.over_quota import over_quota_ids

VOTES = OverQuota("nhieu-phieu", "votes")
CHAIR = OverQuota("phieu-chu-tri", "chair-vote")
COUNCIL = OverQuota("hoi-dong", "decision", "council")
BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="members")
ALL = vote("award:f:b", 3, a=3, b=3, c=3)


def test_each_step_that_people_are_asked_for_may_ask_and_then_what_no_rule_parts() -> None:
    chain = award("f", BALLOT, over_quota=(VOTES, CHAIR, COUNCIL))
    one, *more = over_quota_ids(chain, "award:f")
    assert ("award:f:over-quota", ["award:f:over-quota:2", "award:f:over-quota:3"]) == (one, more)
    assert ("award:f:over-quota",) == over_quota_ids(award("f", BALLOT, over_quota=(VOTES,)), "award:f")


def test_who_has_a_slot_waits_for_nothing() -> None:
    rules = ruleset("abc", awards=(award("f", BALLOT, quota=1, over_quota=(COUNCIL,)),))
    open_ = question(decided(rules, season(ALL)), "award:f:over-quota")
    assert ("council", ("a", "b", "c"), 1, 1, ()) == (open_.of, open_.options, open_.least, open_.most, open_.after)


def test_a_decision_that_was_not_held_leaves_it_to_the_next_step() -> None:
    rules = ruleset("abc", awards=(award("f", BALLOT, quota=1, over_quota=(COUNCIL, CHAIR)),))
    decision = decided(rules, season(ALL, act("award:f:over-quota", held=False)))
    assert ["award:f:over-quota:2"] == asked(decision)
    assert ("a", "b", "c") == question(decision, "award:f:over-quota:2").options


def test_the_step_of_the_chairs_vote_names_its_question_beside_the_parent() -> None:
    units = Table({unit: Unit(unit, within=Table(province="x" if unit < "c" else "y")) for unit in "abc"})
    flag = award("f", BALLOT, quota=2, over_quota=(CHAIR,), at_most=PerParent(1, "province"))
    chair = act("award:f:province:x:over-quota", ["b"], among="ab")
    decision = decided(ruleset("abc", units=units, awards=(flag,)), season(ALL, chair))
    (step,) = (step for step in decision.steps if step.step == "over-quota")
    assert ("award:f:province:x:over-quota", "x", ("a", "b")) == (
        step.inputs["question"],
        step.inputs["parent"],
        step.inputs["among"],
    )
