"""Facts about gates: who is out, whose result is on hold, and what is asked or warned of where nobody said it."""

import pytest
from attrs import evolve
from building import (
    ELECTED,
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
    vote,
    warned,
)

from emulrules.gates import judge
from emulrules.model.answers import Gated, GateFacts
from emulrules.model.award import QuotaRow, QuotaRule
from emulrules.model.decision import GateResult
from emulrules.model.rule import Rule
from emulrules.questions import Book
from emulrules.trace import Trace

OUT = gate("loai", "bad")
HOLD = gate("hoan", "slow", "hold")
MEETING = choose("m", "meeting", asks="meeting")
SCORES = {"x": {"a": 3, "b": 2, "c": 1}}
SCORED = {"criteria": (criterion("x"),), "order": order("points")}


def test_a_unit_with_the_fact_is_out_and_not_in_the_standings() -> None:
    decision = decided(ruleset("abc", gates=(OUT,), **SCORED), season(facts={"bad": ("a",)}, scores=SCORES))
    assert {"b": 1, "c": 2} == places(decision)
    assert (GateResult("a", "loai", "out", OUT.basis),) == decision.gates


def test_a_unit_that_is_not_listed_has_the_fact_not() -> None:
    decision = decided(ruleset("abc", gates=(OUT, HOLD)), season(facts={"bad": (), "slow": ("b",)}))
    assert [("b", "hoan", "hold")] == [(each.unit, each.gate, each.effect) for each in decision.gates]
    assert "complete" == decision.status


def test_a_missing_list_is_asked_for_a_gate_that_puts_out() -> None:
    decision = decided(ruleset("abc", gates=(OUT,)))
    assert ["fact:bad"] == asked(decision)
    asks = question(decision, "fact:bad")
    assert ("choice", None, ("a", "b", "c"), 0, 3, OUT.basis) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


def test_a_missing_list_is_only_warned_of_for_a_gate_that_holds() -> None:
    decision = decided(ruleset("abc", gates=(HOLD,)))
    assert [] == asked(decision)
    assert {("unchecked", "gates.hoan")} == warned(decision)


def test_one_fact_that_two_gates_need_is_asked_once() -> None:
    decision = decided(ruleset("abc", gates=(OUT, gate("loai-hai", "bad"), gate("hoan", "bad", "hold"))))
    assert ["fact:bad"] == asked(decision)
    assert {("unchecked", "gates.hoan")} == warned(decision)


def test_a_fact_that_an_act_states_works_as_one_in_the_file() -> None:
    rules = ruleset("abc", gates=(OUT,), **SCORED)
    by_act = decided(rules, season(act("fact:bad", ["c", "a"]), scores=SCORES))
    assert {"b": 1} == places(by_act)
    assert "complete" == by_act.status


def test_a_unit_that_is_out_still_counts_as_a_member_who_votes() -> None:
    ballot = choose("b", "ballot", asks="members", at_least="2/3", base="members")
    rules = ruleset("abc", gates=(OUT,), awards=(award("f", ballot, quota=2),))
    year = season(facts={"bad": ("a",)})
    assert ("b", "c") == question(decided(rules, year), "award:f:b").options
    cast = vote("award:f:b", 3, b=2, c=1)
    assert {"b": "proposed"} == proposed(decided(rules, season(cast, facts={"bad": ("a",)})))


@pytest.mark.parametrize(("out", "number"), [((), 2), (("a",), 1), (("a", "b"), 1)])
def test_a_unit_that_is_out_is_in_no_base_of_a_quota(out: tuple[str, ...], number: int) -> None:
    quota = QuotaRule(table=(QuotaRow((1, 2), 1), QuotaRow((3, 9), 2)))
    rules = ruleset("abc", gates=(OUT, gate("loai-hai", "bad")), awards=(award("f", MEETING, quota=quota),))
    decision = decided(rules, season(facts={"bad": out}))
    assert [number] == outputs(decision, "quota")
    assert number == question(decision, "award:f:m").most


def test_a_unit_that_is_out_takes_no_slot() -> None:
    rules = ruleset("abc", gates=(OUT,), awards=(award("f", choose("s", "standing"), quota=2),), **SCORED)
    assert {"b", "c"} == set(proposed(decided(rules, season(facts={"bad": ("a",)}, scores=SCORES))))


def test_a_unit_that_is_out_cannot_be_chosen() -> None:
    rules = ruleset("abc", gates=(OUT,), awards=(award("f", MEETING, quota=2),))
    fault = refused("choice-out", rules, season(act("award:f:m", ["a"]), facts={"bad": ("a",)}))
    assert {"unit": "a", "gate": "gates.loai", "question": "award:f:m"} == fault.data
    assert ("acts", 0, "choice") == fault.path


def test_a_unit_on_hold_is_ranked_and_wins_held() -> None:
    rules = ruleset("abc", gates=(HOLD,), awards=(award("f", choose("s", "standing"), quota=2),), **SCORED)
    decision = decided(rules, season(facts={"slow": ("a",)}, scores=SCORES))
    assert {"a": 1, "b": 2, "c": 3} == places(decision)
    assert {"a": "held", "b": "proposed"} == proposed(decision)
    assert [] == asked(decision)


def test_what_is_held_excludes_and_is_required_as_any_other_and_what_depends_on_it_is_held() -> None:
    awards = (
        award("f", choose("s", "standing"), quota=1),
        award("g", choose("s", "standing"), quota=1, excludes=("f",)),
        award("h", choose("s", "standing"), quota=1, requires=("f",)),
    )
    decision = decided(
        ruleset("abc", gates=(HOLD,), awards=awards, **SCORED), season(facts={"slow": ("a",)}, scores=SCORES)
    )
    assert [{"a": "held"}, {"b": "proposed"}, {"a": "held"}] == [proposed(decision, id_) for id_ in "fgh"]


@pytest.mark.parametrize("listed", [("a",), ("b",), ("a", "b"), ("a", "b", "c")])
def test_releasing_a_hold_changes_the_state_and_nothing_else(listed: tuple[str, ...]) -> None:
    awards = (
        award("f", choose("s", "standing"), quota=1),
        award("g", choose("s", "standing"), quota=1, excludes=("f",)),
    )
    rules = ruleset("abc", gates=(HOLD,), awards=awards, **SCORED)
    held = decided(rules, season(facts={"slow": listed}, scores=SCORES))
    free = decided(rules, season(facts={"slow": ()}, scores=SCORES))
    assert tuple(evolve(each, state="proposed") for each in held.awards) == free.awards
    assert set(listed) & {"a", "b"} == {each.unit for each in held.awards if each.state == "held"}
    assert held.standings == free.standings


def test_who_is_out_and_on_hold_is_out() -> None:
    decision = decided(ruleset("abc", gates=(OUT, HOLD), **SCORED),
                       season(facts={"bad": ("a",), "slow": ("a",)}, scores=SCORES))  # fmt: skip
    assert {"b": 1, "c": 2} == places(decision)
    assert [("a", "hold"), ("a", "out")] == sorted((each.unit, each.effect) for each in decision.gates)


def test_nothing_is_placed_before_it_is_said_who_is_out() -> None:
    rules = ruleset("abc", gates=(OUT,), awards=(award("f", MEETING, quota=1),), **SCORED)
    decision = decided(rules, season(scores=SCORES))
    assert {"a": None, "b": None, "c": None} == places(decision)
    assert ["fact:bad", "award:f:m"] == asked(decision)
    widest = question(decision, "award:f:m")
    assert (("fact:bad",), ("a", "b", "c")) == (widest.after, widest.options)


def test_gates_do_not_bar_from_office() -> None:
    rules = ruleset("ab", gates=(OUT,), headship=ELECTED)
    decision = decided(rules, season(act("head", ["a"]), facts={"bad": ("a",)}))
    assert ["a"] == [office.unit for office in decision.offices]


def test_all_may_be_out() -> None:
    awards = (award("f", choose("s", "standing"), quota=1), award("g", MEETING, quota="ministry"))
    rules = ruleset("ab", gates=(OUT,), awards=awards, **SCORED)
    decision = decided(rules, season(facts={"bad": ("a", "b")}, scores={"x": {}}))
    assert ("complete", (), ()) == (decision.status, decision.standings, decision.awards)


def test_all_may_be_out_under_a_quota_by_table() -> None:
    rules = ruleset("ab", gates=(OUT,), awards=(award("f", MEETING, quota=[(1, 9, 1)]),))
    assert "complete" == decided(rules, season(facts={"bad": ("a", "b")})).status


def test_a_gate_is_told_by_its_own_name_wherever_a_policy_found_it() -> None:
    rule = Rule("gates.nhom.vi-pham", (), "read")
    trace = Trace()
    judge(GateFacts((Gated("a", "hold", rule),)), ("a",), Book(season(), ("a",), trace), trace)
    assert [{"gate": "vi-pham", "effect": "hold"}] == [dict(step.output) for step in trace.steps]
