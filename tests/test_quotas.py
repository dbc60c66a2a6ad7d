"""Facts about quotas: how many may be proposed, who says so, and when nobody need say it."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from building import (
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    outputs,
    proposed,
    question,
    refused,
    ruleset,
    season,
)

from emulrules.errors import RulesetError
from emulrules.model.answers import Answered, Quota
from emulrules.model.award import Award, QuotaRule
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Act, Season
from emulrules.plugins import load_policy

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
DOWN = {"a": 4, "b": 3, "c": 2, "d": 1}


def rules(*awards: Award, **parts: Any) -> Ruleset:
    return ruleset("abcd", **{"criteria": (criterion("x"),), "order": order("points", 1), "awards": awards, **parts})


def year(*acts: Act) -> Season:
    return season(*acts, scores={"x": DOWN})


@pytest.mark.parametrize(("quota", "expected"), [(0, ""), (1, "a"), (3, "abc"), (4, "abcd"), (9, "abcd")])
def test_a_quota_is_filled_from_the_top(quota: int, expected: str) -> None:
    decision = decided(rules(award("f", STANDING, quota=quota)), year())
    assert (set(expected), [quota]) == (set(proposed(decision)), outputs(decision, "quota"))


@pytest.mark.parametrize(
    ("members", "number"), [("a", 1), ("abcde", 1), ("abcdef", 2), ("abcdefghij", 2)], ids=["1", "5", "6", "10"]
)
def test_a_quota_by_table_goes_by_the_size_of_the_cluster(members: str, number: int) -> None:
    decision = decided(ruleset(members, awards=(award("f", MEETING, quota=[(1, 5, 1), (6, 10, 2)]),)))
    assert [number] == outputs(decision, "quota")
    (step,) = (step for step in decision.steps if step.step == "quota")
    assert ("awards.f.quota", len(members)) == (step.rule, step.inputs["base"])


def test_a_cluster_that_is_smaller_by_one_unit_may_lose_more_than_one_award_by_a_table() -> None:
    """Known to fail: of a table, removing a unit that has no award costs at most one award."""
    table = [(1, 9, 1), (10, 20, 3)]
    numbers = []
    for members in ("abcdefghi", "abcdefghij"):
        plan = rules(award("f", STANDING, quota=table), order=order("points"))
        plan = evolve(plan, clusters=ruleset(members).clusters, units=ruleset(members).units)
        scores = {unit: 99 - number for number, unit in enumerate(members)}
        numbers.append(len(proposed(decided(plan, season(scores={"x": scores})))))
    assert [1, 3] == numbers


def test_a_size_that_the_table_lacks_is_an_error() -> None:
    plan = ruleset("abc", awards=(award("f", MEETING, quota=[(1, 2, 1)]),))
    assert {"award": "f", "units": 3} == refused("quota-no-row", plan, None, RulesetError).data


def test_a_quota_that_a_higher_level_allots_is_asked_of_it() -> None:
    decision = decided(ruleset("ab", awards=(award("f", MEETING, quota="ministry"),)))
    asks = question(decision, "quota:f")
    assert ("number", "ministry", (), 0, None) == (asks.asks, asks.of, asks.options, asks.least, asks.most)
    widest = question(decision, "award:f:m")
    assert (("quota:f",), 2, 0) == (widest.after, widest.most, widest.least)


@pytest.mark.parametrize(("number", "most"), [(1, 1), (2, 2), (7, 2)])
def test_an_allotted_quota_bounds_the_choice(number: int, most: int) -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    decision = decided(plan, season(act("quota:f", number=number, decided_by="ministry")))
    assert (most, [number], ()) == (question(decision, "award:f:m").most, outputs(decision, "quota"), decision.waiting)


def test_an_allotted_quota_of_none_asks_no_further() -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    assert "complete" == decided(plan, season(act("quota:f", number=0))).status


def test_a_quota_below_zero_is_refused() -> None:
    plan = ruleset("ab", awards=(award("f", MEETING, quota="ministry"),))
    refused("act-number-below", plan, season(act("quota:f", number=-1)))


def test_without_a_candidate_neither_the_quota_nor_the_award_is_asked() -> None:
    awards = (award("e", MEETING, quota=2), award("f", MEETING, quota="ministry", excludes=("e",)))
    plan = ruleset("ab", awards=awards)
    assert [] == asked(decided(plan, season(act("award:e:m", ["a", "b"]))))
    assert ["quota:f", "award:f:m"] == asked(decided(plan, season(act("award:e:m", ["a"]))))


def test_a_quota_act_is_accepted_though_nothing_turns_on_it() -> None:
    awards = (award("e", MEETING, quota=2), award("f", MEETING, quota="ministry", excludes=("e",)))
    decision = decided(ruleset("ab", awards=awards), season(act("award:e:m", ["a", "b"]), act("quota:f", number=3)))
    assert ("complete", [2, 3]) == (decision.status, outputs(decision, "quota"))


def test_a_quota_of_none_asks_nothing_while_a_gate_is_open() -> None:
    plan = ruleset("ab", gates=(gate("g", "bad"),), awards=(award("f", MEETING, quota=0),))
    assert ["fact:bad"] == asked(decided(plan))


def test_an_undefined_quota_is_asked_of_whom_the_ruleset_names_or_is_an_error() -> None:
    declared = UndefinedRule("chua-ro", "awards.f.quota", "Không nói", ("Điều 9",), "read", "province")
    plan = ruleset("ab", awards=(award("f", MEETING),), undefined=(declared, *ruleset("a").undefined))
    asks = question(decided(plan), "quota:f")
    assert ("province", ("Điều 9",)) == (asks.of, asks.basis)
    refused("quota-undefined", ruleset("ab", awards=(award("f", MEETING),)), None, RulesetError)


def test_a_quota_is_not_asked_where_nobody_who_can_have_the_award_holds_a_place() -> None:
    awards = (
        award("e", MEETING, quota=1),
        award("f", choose("p", "place", places=(1,)), quota="ministry", excludes=("e",)),
    )
    plan = rules(*awards)
    assert [] == asked(decided(plan, year(act("award:e:m", ["a"]))))
    assert ["quota:f"] == asked(decided(plan, year(act("award:e:m", ["b"]))))


STATED = award("f", MEETING, quota=2)
BY_SIZE = award("f", MEETING, quota=[(1, 9, 2)])
BY_PLACE = award("f", choose("p", "place", places=(1, 2)))


@pytest.mark.parametrize("rule", [STATED, BY_SIZE, BY_PLACE], ids=["stated", "by size", "by place"])
def test_an_act_may_state_the_number_that_follows_from_the_rules_and_no_other(rule: Award) -> None:
    plan = rules(rule, order=order("points", 1, 2))
    assert () == decided(plan, year(act("quota:f", number=2))).waiting
    fault = refused("quota-differs", plan, year(act("quota:f", number=1)))
    assert {"award": "f", "number": 2, "got": 1}.items() <= fault.data.items()
    assert ("acts", 0) == fault.path[:2]


def test_a_quota_by_size_waits_until_it_is_known_who_is_out() -> None:
    plan = rules(award("f", MEETING, quota=[(1, 3, 1), (4, 9, 2)]), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("quota:f", number=2)))
    assert (["fact:bad", "award:f:m"], ("quota:f",)) == (asked(decision), decision.waiting)
    assert [] == outputs(decision, "quota")
    assert [2] == outputs(decided(plan, year(act("quota:f", number=2), act("fact:bad", []))), "quota")
    refused("quota-differs", plan, year(act("quota:f", number=2), act("fact:bad", ["a"])))


def test_a_number_that_the_ruleset_states_does_not_wait_for_gates() -> None:
    decision = decided(rules(STATED, gates=(gate("g", "bad"),)), year())
    assert ([2], 2) == (outputs(decision, "quota"), question(decision, "award:f:m").most)


def test_an_allotted_number_does_not_wait_for_gates() -> None:
    plan = rules(award("f", MEETING, quota="ministry"), gates=(gate("g", "bad"),))
    assert ["fact:bad", "quota:f", "award:f:m"] == asked(decided(plan, year()))
    assert ("fact:bad", "quota:f") == question(decided(plan, year()), "award:f:m").after


# Shares of a base.

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("rule", "out", "number", "base"),
    [
        (QuotaRule(share=HALF, rounding="floor", base="units"), (), 2, 4),
        (QuotaRule(share=HALF, rounding="floor", base="units"), ("d",), 1, 3),
        (QuotaRule(share=HALF, rounding="ceiling", base="units"), ("d",), 2, 3),
        (QuotaRule(share=HALF, rounding="half-up", base="units"), ("d",), 2, 3),
        (QuotaRule(share=HALF, rounding="floor", base="members"), ("d",), 2, 4),
        (QuotaRule(not_more_than=HALF, base="units"), (), 2, 4),
        (QuotaRule(less_than=HALF, base="units"), (), 1, 4),
        (QuotaRule(not_more_than=HALF, base="units"), ("a", "b", "c"), 0, 1),
        (QuotaRule(not_more_than=HALF, base="units", least=1), ("a", "b", "c"), 1, 1),
        (QuotaRule(not_more_than=Fraction(1), base="units", most=3), (), 3, 4),
    ],
)
def test_a_share_is_of_its_base(rule: QuotaRule, out: Any, number: int, base: int) -> None:
    plan = rules(award("f", STANDING, quota=rule), gates=(gate("g", "bad"),))
    decision = decided(plan, season(scores={"x": DOWN}, facts={"bad": out}))
    inside = [unit for unit in "abcd" if unit not in out]
    assert (set(inside[:number]), [number]) == (set(proposed(decision)), outputs(decision, "quota"))
    (step,) = (step for step in decision.steps if step.step == "quota")
    assert base == step.inputs["base"]


def test_the_step_of_a_share_says_all_that_the_number_is_made_of() -> None:
    part = QuotaRule(share=HALF, rounding="ceiling", base="units", least=1, most=3, basis=("Điều 4",), trust="reported")
    (step,) = (step for step in decided(rules(award("f", STANDING, quota=part)), year()).steps if step.step == "quota")
    made = {"base": 4, "rounding": "ceiling", "share": HALF, "bound": None, "least": 1, "most": 3}
    assert ("awards.f.quota", ("Điều 4",), made) == (step.rule, step.basis, step.inputs)
    exact = QuotaRule(not_more_than=HALF, base="units")
    (step,) = (step for step in decided(rules(award("f", STANDING, quota=exact)), year()).steps if step.step == "quota")
    made = {"base": 4, "rounding": None, "share": HALF, "bound": "not-more-than", "least": None, "most": None}
    assert made == step.inputs
    (step,) = (step for step in decided(rules(award("f", STANDING, quota=2)), year()).steps if step.step == "quota")
    assert {"base": None, "rounding": None} == step.inputs


def test_a_share_of_the_units_waits_until_it_is_known_who_is_out() -> None:
    part = QuotaRule(share=HALF, rounding="floor", base="units")
    plan = rules(award("f", MEETING, quota=part), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("quota:f", number=2)))
    assert (["fact:bad", "award:f:m"], ("quota:f",), []) == (
        asked(decision), decision.waiting, outputs(decision, "quota")
    )  # fmt: skip
    assert 4 == question(decision, "award:f:m").most


def test_a_share_of_the_members_does_not_turn_on_who_is_out() -> None:
    part = QuotaRule(share=HALF, rounding="floor", base="members")
    plan = rules(award("f", MEETING, quota=part), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("quota:f", number=2)))
    assert (["fact:bad", "award:f:m"], (), [2]) == (asked(decision), decision.waiting, outputs(decision, "quota"))
    assert (("fact:bad",), 2) == (question(decision, "award:f:m").after, question(decision, "award:f:m").most)
    nothing = QuotaRule(less_than=Fraction(1, 4), base="members")
    assert ["fact:bad"] == asked(decided(rules(award("f", MEETING, quota=nothing), gates=(gate("g", "bad"),)), year()))


def test_an_act_may_state_the_number_of_a_share_and_no_other() -> None:
    plan = rules(award("f", MEETING, quota=QuotaRule(not_more_than=HALF, base="units")))
    assert () == decided(plan, year(act("quota:f", number=2))).waiting
    assert 2 == refused("quota-differs", plan, year(act("quota:f", number=3))).data["number"]


def test_a_share_of_which_not_all_is_said_is_no_quota() -> None:
    plan = rules(award("f", MEETING, quota=QuotaRule(share=HALF, base="units")))
    refused("quota-undefined", plan, year(), RulesetError)


# All the rest.

REST = QuotaRule(rest=True, basis=("Điều 5",), trust="reported")


def test_all_the_rest_is_everybody_who_can_still_have_the_award_and_nothing_is_asked() -> None:
    awards = (award("e", STANDING, quota=1), award("f", STANDING, quota=REST, excludes=("e",)))
    decision = decided(rules(*awards, order=order("meeting"), gates=(gate("g", "bad"),)),
                       season(act("standing", places={"c": 1}), facts={"bad": ("d",)}))  # fmt: skip
    assert ({"a", "b"}, [1, 2], []) == (set(proposed(decision, "f")), outputs(decision, "quota"), asked(decision))
    step = [step for step in decision.steps if step.step == "quota"][-1]
    assert ("awards.f.quota", ("Điều 5",), {"base": 2, "rounding": None}) == (step.rule, step.basis, step.inputs)


@pytest.mark.parametrize("step", [MEETING, choose("b", "ballot", asks="members", at_least="1/2", base="members")])
def test_a_choice_among_all_the_rest_has_as_many_as_there_are(step: Any) -> None:
    awards = (award("e", MEETING, quota=1), award("f", step, quota=REST, excludes=("e",)))
    plan = ruleset("abcd", awards=awards)
    open_ = decided(plan)
    waits = question(open_, f"award:f:{step.id}")
    assert (4, 0, ("award:e:m",), [1]) == (waits.most, waits.least, waits.after, outputs(open_, "quota"))
    settled = decided(plan, season(act("award:e:m", ["b"])))
    asks = question(settled, f"award:f:{step.id}")
    assert (3, ("a", "c", "d"), [1, 3]) == (asks.most, asks.options, outputs(settled, "quota"))


def test_an_act_on_all_the_rest_waits_and_then_must_be_how_many_there_are() -> None:
    awards = (award("e", MEETING, quota=1), award("f", MEETING, quota=REST, excludes=("e",)))
    plan = ruleset("abc", awards=awards)
    assert ("quota:f",) == decided(plan, season(act("quota:f", number=3))).waiting
    fault = refused("quota-differs", plan, season(act("quota:f", number=3), act("award:e:m", ["a"])))
    assert (2, 3) == (fault.data["number"], fault.data["got"])
    assert () == decided(plan, season(act("quota:f", number=2), act("award:e:m", ["a"]))).waiting


def test_nobody_left_needs_no_number() -> None:
    awards = (award("e", MEETING, quota=9), award("f", MEETING, quota=REST, excludes=("e",)))
    decision = decided(ruleset("ab", awards=awards), season(act("award:e:m", ["a", "b"])))
    assert ("complete", [9]) == (decision.status, outputs(decision, "quota"))


def test_all_the_rest_waits_until_it_is_known_who_is_out() -> None:
    plan = rules(award("f", MEETING, quota=REST), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("quota:f", number=4)))
    assert (["fact:bad", "award:f:m"], ("quota:f",)) == (asked(decision), decision.waiting)
    assert [] == outputs(decision, "quota")


# What waits.


def test_a_quota_that_the_ruleset_leaves_open_is_not_asked_while_nobody_knows_who_is_out() -> None:
    declared = UndefinedRule("chua-ro", "awards.f.quota", "Không nói", ("Điều 9",), "read", "province")
    plan = ruleset(
        "ab", gates=(gate("g", "bad"),), awards=(award("f", MEETING),), undefined=(declared, *ruleset("a").undefined)
    )
    decision = decided(plan, season(act("quota:f", number=1)))
    assert (["fact:bad", "award:f:m"], ("quota:f",)) == (asked(decision), decision.waiting)
    assert ("fact:bad",) == question(decision, "award:f:m").after


def test_an_exact_bound_is_told_without_a_rounding() -> None:
    bound = QuotaRule(not_more_than=HALF, base="units", rounding="ceiling")
    decision = decided(rules(award("f", STANDING, quota=bound)), year())
    (step,) = (step for step in decision.steps if step.step == "quota")
    assert (2, None, "not-more-than") == (step.output, step.inputs["rounding"], step.inputs["bound"])


class Allots:
    """The standard policy with a number for every award, although the rules would ask for it."""

    name = "standard"

    def __init__(self, number: int) -> None:
        self._number = number
        self._standard = load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        if hook == "award_quota":
            rule = Rule("awards.f.quota", ("Điều 4",), "read")
            return (Answered(hook, subject, "x", Quota(self._number, rule, 2)),)
        return self._standard.ask(hook, subject, **arguments)


def test_a_number_that_a_policy_counts_waits_until_it_is_known_who_is_out() -> None:
    plan = ruleset("ab", gates=(gate("g", "bad"),), awards=(award("f", MEETING, quota="ministry"),))
    decision = decided(plan, season(act("quota:f", number=1)), Allots(1))
    assert (["fact:bad", "award:f:m"], ("quota:f",)) == (asked(decision), decision.waiting)
    known = decided(plan, season(act("quota:f", number=1), facts={"bad": ()}), Allots(1))
    assert ([1], 1) == (outputs(known, "quota"), question(known, "award:f:m").most)
