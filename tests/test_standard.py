"""Facts about the standard policy: what it answers from the ruleset's own data, and where it says that nothing does."""

from fractions import Fraction
from typing import Any

import pytest
from building import READ, award, choose, criterion, gate, ruleset, season, tie

from emulrules.model.answers import Barred, Gated, GateFacts, Quota, Rotation, TieKey, Undefined, UnknownFact
from emulrules.model.award import QuotaRule
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.order import Share
from emulrules.model.rule import Rule
from emulrules.model.ruleset import UndefinedRule
from emulrules.model.season import UnitEntry
from emulrules.model.table import Table
from emulrules.policy import HOOKS, Hooks
from emulrules.standard import Standard

STANDARD = Standard()
MEETING = choose("m", "meeting")


def test_it_answers_every_hook() -> None:
    assert set(HOOKS) <= set(vars(Standard))
    assert ("standard", None) == (STANDARD.name, STANDARD.authority)
    assert isinstance(STANDARD, Hooks)


def test_a_weight_is_what_the_criterion_declares() -> None:
    plan = ruleset("a", criteria=(criterion("x"), criterion("y", weight="0.5"), criterion("z", None, weight="2")))
    weights = STANDARD.criterion_weights(plan, season()).values
    assert {"x": Fraction(1), "y": Fraction(1, 2), "z": Fraction(2)} == weights


def test_gates_are_judged_by_the_facts_in_the_order_of_their_ids() -> None:
    plan = ruleset("abc", gates=(gate("z", "bad"), gate("k", "slow", "hold"), gate("m", "unsaid"), gate("n", "none")))
    answer = STANDARD.unit_gates(plan, season(facts={"bad": ("c", "a"), "slow": ("b",), "none": ()}))
    z, k, m, _ = (each.rule for each in plan.gates)
    assert (Gated("b", "hold", k), Gated("a", "out", z), Gated("c", "out", z)) == answer.gated
    assert (UnknownFact("unsaid", "out", m),) == answer.unknown


@pytest.mark.parametrize(
    ("quota", "out", "expected"),
    [
        (3, "", (3, None)),
        (0, "", (0, None)),
        ([(1, 2, 1), (3, 4, 2)], "", (2, 4)),
        ([(1, 2, 1), (3, 4, 2)], "ab", (1, 2)),
        ([(0, 2, 1)], "abcd", (1, 0)),
    ],
)
def test_a_quota_is_a_number_or_a_row_of_the_table(quota: Any, out: str, expected: Any) -> None:
    plan = ruleset("abcd", awards=(award("f", MEETING, quota=quota),))
    facts = GateFacts(tuple(Gated(unit, "out", Rule("gates.g", (), "read")) for unit in out))
    answer = STANDARD.award_quota(plan, season(), plan.awards[0], facts)
    assert isinstance(answer, Quota)
    assert expected == (answer.number, answer.base)


def test_units_on_hold_count_in_a_table_and_one_out_by_two_gates_once() -> None:
    plan = ruleset("abcd", awards=(award("f", MEETING, quota=[(1, 3, 1), (4, 4, 2)]),))
    rule = Rule("gates.g", (), "read")
    held = GateFacts((Gated("a", "hold", rule),))
    assert Quota(2, plan.awards[0].quota_rule, 4) == STANDARD.award_quota(plan, season(), plan.awards[0], held)
    twice = GateFacts((Gated("a", "out", rule), Gated("a", "out", Rule("gates.h", (), "read"))))
    assert Quota(1, plan.awards[0].quota_rule, 3) == STANDARD.award_quota(plan, season(), plan.awards[0], twice)


@pytest.mark.parametrize(
    ("quota", "undefined", "ask", "basis"),
    [
        ("ministry", (), "ministry", ("Quy chế giả định Điều 1",)),
        (QuotaRule(ask="province", basis=("Điều 2",), trust="reported"), (), "province", ("Điều 2",)),
        (None, (), None, ("Quy chế giả định Điều 1",)),
        (None, (UndefinedRule("u", "awards.f.quota", "?", ("Điều 3",), "read", "council"),), "council", ("Điều 3",)),
        (None, (UndefinedRule("u", "awards.f.quota", "?", ("Điều 3",), "read"),), None, ("Điều 3",)),
        ([(9, 9, 1)], (), None, ("Quy chế giả định Điều 1",)),
    ],
)
def test_a_quota_that_no_data_says_is_undefined(quota: Any, undefined: Any, ask: str | None, basis: Any) -> None:
    plan = ruleset("abcd", awards=(award("f", MEETING, quota=quota),), undefined=undefined)
    answer = STANDARD.award_quota(plan, season(), plan.awards[0], GateFacts())
    assert isinstance(answer, Undefined)
    assert (ask, basis) == (answer.ask, answer.basis)


def test_a_criterion_gives_its_points_as_a_key() -> None:
    step = tie("t", "criterion", criterion="x")
    points = Table({"x": Table({"a": Fraction(1), "b": None})})
    keys = STANDARD.tie_break_keys(ruleset("ab", ties=(step,)), season(), ("a", "b"), points).keys
    assert (TieKey("t", "value", step.rule, None, {"a": Fraction(1), "b": None}),) == keys


@pytest.mark.parametrize(
    ("entry", "value", "lacks"),
    [
        (UnitEntry(70, 100), 1, {}),
        (UnitEntry(69, 100), 0, {}),
        (UnitEntry(None, 100), None, {"a": ("women",)}),
        (UnitEntry(70, None), None, {"a": ("staff",)}),
        (UnitEntry(), None, {"a": ("women", "staff")}),
        (None, None, {"a": ("women", "staff")}),
    ],
)
def test_a_share_gives_whether_its_threshold_is_reached_or_what_is_missing(entry: Any, value: Any, lacks: Any) -> None:
    step = tie("t", "share", share=Share("women", "staff"), at_least="70%")
    year = season(units={} if entry is None else {"a": entry})
    (key,) = STANDARD.tie_break_keys(ruleset("a", ties=(step,)), year, ("a",), Table()).keys
    assert (value, lacks) == (key.values["a"], key.lacks)


def test_asked_steps_are_keys_that_are_asked() -> None:
    steps = (tie("b", "ballot", asks="members"), tie("d", "decision", asks="chair"))
    keys = STANDARD.tie_break_keys(ruleset("a", ties=steps), season(), ("a",), Table()).keys
    assert [("b", "ballot", "members"), ("d", "decision", "chair")] == [(key.id, key.by, key.asks) for key in keys]


def test_the_rotation_is_the_headship_of_the_ruleset() -> None:
    bars = (
        Bar("z", ("head",), ("Điều 2",), "read", who="outgoing"),
        Bar("k", ("head", "deputy"), ("Điều 3",), "reported", fact="unfit"),
        Bar("m", ("head",), (), "read", fact="unsaid"),
    )
    headship = Headship("elected", **READ, asks="members", bars=bars, deputies=(Seat("p"),), recognised_by="ministry")
    answer = STANDARD.head_rotation(ruleset("abc", headship=headship), season(head="b", facts={"unfit": ("c", "a")}))
    barred = (
        Barred("k", ("head", "deputy"), ("a", "c"), Rule("headship.bars.k", ("Điều 3",), "reported"), "unfit"),
        Barred("m", ("head",), None, Rule("headship.bars.m", headship.basis, "read"), "unsaid"),
        Barred("z", ("head",), ("b",), Rule("headship.bars.z", ("Điều 2",), "read")),
    )
    assert Rotation("elected", headship.rule, "members", barred, ("p",), "ministry") == answer


def test_an_outgoing_head_that_nobody_named_is_not_known_yet() -> None:
    bar = Bar("z", ("head",), **READ, who="outgoing")
    answer = STANDARD.head_rotation(ruleset("a", headship=Headship("elected", **READ, bars=(bar,))), season())
    assert isinstance(answer, Rotation)
    assert [None] == [barred.units for barred in answer.barred]


@pytest.mark.parametrize(("deputies", "expected"), [(None, None), ((), ()), ((Seat("p"), Seat("q")), ("p", "q"))])
def test_no_deputies_and_deputies_not_stated_are_two_things(deputies: Any, expected: Any) -> None:
    answer = STANDARD.head_rotation(ruleset("a", headship=Headship("elected", **READ, deputies=deputies)), season())
    assert isinstance(answer, Rotation)
    assert expected == answer.deputies


def test_points_of_a_method_of_a_policy_are_undefined() -> None:
    rule = criterion("x", "policy")
    answer = STANDARD.criterion_points(ruleset("a", criteria=(rule,)), season(), rule, GateFacts())
    assert Undefined("criteria.x", rule.basis, None, "read") == answer


def test_what_no_data_says_is_trusted_as_the_rule_that_lacks_it() -> None:
    flag = award("f", MEETING, trust="assumed")
    answer = STANDARD.award_quota(ruleset("a", awards=(flag,)), season(), flag, GateFacts())
    assert isinstance(answer, Undefined)
    assert ("awards.f.quota", "assumed") == (answer.what, answer.trust)
