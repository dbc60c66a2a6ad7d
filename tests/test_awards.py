"""Facts about awards: who may be chosen, how many, in which order, and what becomes of a tie at the last slot."""

from typing import Any

import pytest
from building import (
    READ,
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    proposed,
    question,
    refused,
    ruleset,
    season,
    tie,
    warned,
)

from emulrules.awards import in_order
from emulrules.errors import RulesetError
from emulrules.model.award import Award, Limit, QuotaRule
from emulrules.model.order import Share
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Act, Season, UnitEntry

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
HEAD = choose("c", "decision", asks="head-and-deputies")
DOWN = {"a": 4, "b": 3, "c": 2, "d": 1}
PAIR = {"a": 4, "b": 3, "c": 3, "d": 1}


def rules(*awards: Award, members: str = "abcd", named: tuple[int, ...] = (), **parts: Any) -> Ruleset:
    return ruleset(members, criteria=(criterion("x"),), order=order("points", *named), awards=awards, **parts)


def year(*acts: Act, x: dict[str, int] | None = None, **parts: Any) -> Season:
    return season(*acts, scores={"x": DOWN if x is None else x}, **parts)


def place(*places: int, id_: str = "p") -> Any:
    return choose(id_, "place", places=places)


# By standing.


@pytest.mark.parametrize(
    ("boundary", "quota", "expected"),
    [("include", 2, "abc"), ("exclude", 2, "a"), ("include", 3, "abc"), ("exclude", 3, "abc"), ("exclude", 1, "a")],
)
def test_a_tie_at_the_last_slot_is_included_or_excluded_as_a_whole(boundary: str, quota: int, expected: str) -> None:
    decision = decided(rules(award("f", STANDING, quota=quota, boundary=boundary)), year(x=PAIR))
    assert (set(expected), []) == (set(proposed(decision)), asked(decision))


@pytest.mark.parametrize("boundary", ["include", "exclude"])
def test_a_tie_that_is_taken_or_left_as_a_whole_warns(boundary: str) -> None:
    decision = decided(rules(award("f", STANDING, quota=2, boundary=boundary)), year(x=PAIR))
    assert [("whole-tie", "awards.f", ("b", "c"))] == [
        (w.code, w.rule, w.units) for w in decision.warnings if w.code == "whole-tie"
    ]


@pytest.mark.parametrize(("boundary", "quota"), [("include", 3), ("exclude", 3), ("cut", 2)])
def test_a_tie_that_no_slot_parts_warns_of_nothing(boundary: str, quota: int) -> None:
    decision = decided(rules(award("f", STANDING, quota=quota, boundary=boundary)), year(x=PAIR))
    assert set() == warned(decision)


def test_a_tie_at_the_last_slot_is_cut_by_default() -> None:
    plan = rules(award("f", STANDING, quota=2), ties=(tie("t", "decision", asks="chair"),))
    decision = decided(plan, year(x=PAIR))
    assert (["award:f:t"], {"a"}) == (asked(decision), set(proposed(decision)))
    assert {"a", "c"} == set(proposed(decided(plan, year(act("award:f:t", ["c"]), x=PAIR))))


def test_a_tie_above_the_last_slot_asks_nothing() -> None:
    assert [] == asked(decided(rules(award("f", STANDING, quota=3)), year(x=PAIR)))


@pytest.mark.parametrize("boundary", ["include", "exclude"])
def test_what_a_boundary_leaves_is_for_the_next_step(boundary: str) -> None:
    plan = rules(award("f", STANDING, MEETING, quota=2, boundary=boundary))
    decision = decided(plan, year(x=PAIR))
    asks = {each.id: (each.options, each.most) for each in decision.questions}
    assert asks == ({} if boundary == "include" else {"award:f:m": (("b", "c", "d"), 1)})


@pytest.mark.parametrize("boundary", ["cut", "include", "exclude"])
def test_a_fact_that_could_part_the_tie_is_asked_before_the_boundary_is_judged(boundary: str) -> None:
    """Otherwise the award would turn over when somebody states the fact."""
    women = tie("women", "share", share=Share("women", "staff"), at_least="70%")
    plan = rules(award("f", STANDING, MEETING, quota=2, boundary=boundary), ties=(women,))
    figures = {"b": UnitEntry(80, 100), "c": UnitEntry(None, 100)}
    decision = decided(plan, year(x=PAIR, units=figures))
    assert (["fact:c:women"], {"a"}) == (asked(decision), set(proposed(decision)))
    parted = decided(plan, year(act("fact:c:women", number=1), x=PAIR, units=figures))
    assert ([], {"a", "b"}) == (asked(parted), set(proposed(parted)))


# By place.


def test_a_place_gives_exactly_its_unit() -> None:
    decision = decided(rules(award("f", place(1)), award("g", place(2, 3)), named=(1, 2, 3)), year())
    assert ({"a"}, {"b", "c"}) == (set(proposed(decision, "f")), set(proposed(decision, "g")))


def test_a_place_is_not_passed_down() -> None:
    plan = rules(award("e", MEETING, quota=1), award("f", place(1), excludes=("e",)), named=(1,))
    assert {} == proposed(decided(plan, year(act("award:e:m", ["a"]))), "f")


def test_a_place_whose_unit_cannot_have_the_award_leaves_the_next_place_its_own() -> None:
    plan = rules(award("e", MEETING, quota=1), award("f", place(1, 2), excludes=("e",)), named=(1, 2))
    assert {"b": "proposed"} == proposed(decided(plan, year(act("award:e:m", ["a"]))), "f")


@pytest.mark.parametrize(("units", "asks"), [("ab", []), ("abc", ["standing"])])
def test_nobody_is_asked_for_a_place_that_nobody_can_come_to_hold(units: str, asks: list[str]) -> None:
    plan = ruleset(units, order=order("points", 3), awards=(award("f", place(3)),))
    assert asks == asked(decided(plan))
    assert "complete" == decided(plan, season(act("standing", places=dict(zip(units, (1, 2, 3), strict=False))))).status


def test_a_place_waits_until_it_is_named() -> None:
    plan = rules(award("f", place(1, 4)), named=(1, 2, 3, 4))
    decision = decided(plan, year(x={**DOWN, "a": 3}))
    assert (["place:1:undefined"], {"d"}) == (asked(decision), set(proposed(decision)))


@pytest.mark.parametrize("places", [(1, 3), (3, 1)])
def test_the_better_place_comes_first_where_slots_are_few(places: tuple[int, ...]) -> None:
    plan = rules(award("f", place(*places), quota=1), named=(1, 2, 3))
    assert {"a"} == set(proposed(decided(plan, year())))
    tied = decided(plan, year(x={**DOWN, "a": 3}))
    assert (["place:1:undefined"], {}) == (asked(tied), proposed(tied))


def test_nothing_after_an_open_place_is_asked_or_decided() -> None:
    awards = (award("f", place(1), MEETING, quota=2), award("g", STANDING, quota=1, excludes=("f",)))
    decision = decided(rules(*awards, named=(1,)), year(x={**DOWN, "a": 3}))
    assert (["place:1:undefined"], {}) == (asked(decision), proposed(decision))


def test_a_place_beyond_the_last_unit_gives_nothing() -> None:
    decision = decided(rules(award("f", place(1, 9)), named=(1, 9)), year())
    assert ({"a"}, "complete") == (set(proposed(decision)), decision.status)


def test_an_award_of_places_alone_needs_no_quota() -> None:
    assert [] == outputs(decided(rules(award("f", place(1)), named=(1,)), year()), "quota")


# By meeting and decision: a chain.


@pytest.mark.parametrize(("step", "of"), [(MEETING, "meeting"), (HEAD, "head-and-deputies")])
def test_a_choice_is_always_asked_and_a_quota_is_a_most(step: Any, of: str) -> None:
    asks = question(decided(ruleset("ab", awards=(award("f", step, quota=9),))), f"award:f:{step.id}")
    assert ("choice", of, ("a", "b"), 0, 2, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.after
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "open_", "options", "most"),
    [
        ({"choice": ["a"]}, ["award:f:c"], ("b", "c", "d"), 1),
        ({"choice": []}, ["award:f:c"], ("a", "b", "c", "d"), 2),
        ({"held": False}, ["award:f:c"], ("a", "b", "c", "d"), 2),
        ({"choice": ["a", "b"]}, [], (), 0),
    ],
)
def test_the_chain_is_tried_until_the_quota_is_full(first: Any, open_: list[str], options: Any, most: int) -> None:
    plan = ruleset("abcd", awards=(award("f", MEETING, HEAD, quota=2),))
    decision = decided(plan, season(act("award:f:m", **first)))
    assert open_ == asked(decision)
    if open_:
        asks = question(decision, "award:f:c")
        assert (options, most) == (asks.options, asks.most)


def test_an_unfilled_quota_stays_unfilled() -> None:
    decision = decided(ruleset("abc", awards=(award("f", MEETING, quota=2),)), season(act("award:f:m", ["b"])))
    assert ("complete", {"b": "proposed"}) == (decision.status, proposed(decision))


@pytest.mark.parametrize(
    ("acts", "code", "data"),
    [
        ([("award:e:m", "a"), ("award:f:m", "a")], "choice-excluded", {"unit": "a", "other": "e", "award": "f"}),
        ([("award:e:m", "a"), ("award:g:m", "b")], "choice-requires", {"unit": "b", "other": "e", "award": "g"}),
        ([("award:h:m", "a"), ("award:h:c", "a")], "choice-already", {"unit": "a", "award": "h"}),
        ([("award:e:m", "ab")], "act-too-many", {"got": 2, "most": 1}),
    ],
)
def test_a_choice_that_the_rules_forbid_is_refused(acts: Any, code: str, data: dict[str, Any]) -> None:
    awards = (
        award("e", MEETING, quota=1),
        award("f", MEETING, quota=1, excludes=("e",)),
        award("g", MEETING, quota=1, requires=("e",)),
        award("h", MEETING, HEAD, quota=2),
    )
    fault = refused(code, ruleset("ab", awards=awards), season(*(act(id_, units) for id_, units in acts)))
    assert data.items() <= fault.data.items()
    assert ("acts", len(acts) - 1, "choice") == fault.path


@pytest.mark.parametrize("ask", [None, "council"])
def test_how_an_award_is_chosen_may_be_undefined(ask: Any) -> None:
    declared = UndefinedRule("cach-chon", "awards.f.choose", "Không nói", ("Điều 9",), "reported", ask)
    plan = ruleset("ab", awards=(award("f", quota=1),), undefined=(declared, *ruleset("a").undefined))
    decision = decided(plan)
    if ask is None:
        assert ("complete", {("undefined", "undefined.cach-chon")}) == (decision.status, warned(decision))
        return
    asks = question(decision, "award:f:undefined")
    assert ("choice", "council", ("Điều 9",), 0, 1) == (asks.asks, asks.of, asks.basis, asks.least, asks.most)
    settled = decided(plan, season(act("award:f:undefined", ["b"])))
    assert {"b": "proposed"} == proposed(settled)
    assert ("settled-without-rule", "award:f:undefined") in warned(settled)


def test_a_choice_by_rule_is_not_settled_without_one() -> None:
    decision = decided(ruleset("ab", awards=(award("f", MEETING, quota=1),)), season(act("award:f:m", ["a"])))
    assert set() == warned(decision)


# Awards and one another.


def test_an_award_comes_after_those_that_it_requires_or_excludes_otherwise_as_written() -> None:
    awards = [award("f", excludes=("h",)), award("g"), award("h", requires=("e",)), award("e")]
    assert ["g", "e", "h", "f"] == [each.id for each in in_order(awards)]


@pytest.mark.parametrize("awards", [
    (award("e", requires=("f",)), award("f", excludes=("e",))),
    (award("e", excludes=("e",)),),
])  # fmt: skip
def test_awards_that_wait_for_one_another_are_an_error(awards: tuple[Award, ...]) -> None:
    refused("awards-cycle", ruleset("ab", awards=awards), None, RulesetError)


@pytest.mark.parametrize(
    ("awards", "code", "path", "data"),
    [
        ((award("e", requires=("zz",)),), "award-unknown", ("awards", "e"), {"award": "e", "name": "zz"}),
        ((award("e", excludes=("zz",)),), "award-unknown", ("awards", "e"), {"award": "e", "name": "zz"}),
        (
            (award("d"), award("e", requires=("f",)), award("f", excludes=("e",))),
            "awards-cycle", ("awards",), {"awards": "e, f"},
        ),
    ],
)  # fmt: skip
def test_awards_that_cannot_be_put_in_order_are_told_by_name(
    awards: tuple[Award, ...], code: str, path: tuple[str, ...], data: dict[str, str]
) -> None:
    fault = refused(code, ruleset("ab", awards=awards), None, RulesetError)
    assert (path, data) == (fault.path, dict(fault.data))


def test_an_award_that_no_rule_says_how_to_choose_is_proposed_for_nobody() -> None:
    decision = decided(ruleset("ab", awards=(award("f", quota=1),)))
    assert ({}, [], "complete") == (proposed(decision), asked(decision), decision.status)


def test_a_place_never_comes_to_ask_a_question_under_its_own_name() -> None:
    plan = rules(award("f", MEETING, place(1), quota=1), named=(1,))
    assert ["award:f:m"] == asked(decided(plan, year()))
    assert "award:f:p" == refused("act-not-asked-near", plan, year(act("award:f:p", ["a"]))).data["question"]


def test_what_waits_for_several_awards_names_them_in_order() -> None:
    awards = (*(award(id_, MEETING, quota=1) for id_ in "zkpb"), award("f", MEETING, quota=1, excludes=tuple("pzbk")))
    after = question(decided(ruleset("abcdefg", awards=awards)), "award:f:m").after
    assert ("award:b:m", "award:k:m", "award:p:m", "award:z:m") == after


def test_what_depends_on_an_open_award_has_the_widest_options_after_it() -> None:
    awards = (award("e", MEETING, quota=1), award("f", MEETING, quota=1, excludes=("e",)),
              award("g", MEETING, quota=1, requires=("f",)))  # fmt: skip
    decision = decided(ruleset("abc", awards=awards))
    assert [(), ("award:e:m",), ("award:f:m",)] == [each.after for each in decision.questions]
    assert {("a", "b", "c")} == {each.options for each in decision.questions}
    next_ = decided(ruleset("abc", awards=awards), season(act("award:e:m", ["a"])))
    assert [("award:f:m", ("b", "c"), ()), ("award:g:m", ("b", "c"), ("award:f:m",))] == [
        (each.id, each.options, each.after) for each in next_.questions
    ]


# What it rests on.


def test_a_limit_from_above_is_not_applied_and_warns_where_somebody_is_proposed() -> None:
    limit = Limit("han-muc", "Không quá 20 %", ("Điều 11",), "read", "f")
    says = Limit("binh-xet", "Phải qua bình xét", ("Điều 12",), "read")
    plan = ruleset("ab", awards=(award("f", MEETING, quota=2),), limits=(limit, says))
    decision = decided(plan, season(act("award:f:m", ["a", "b"])))
    assert {("decided-above", "limits.han-muc")} == warned(decision)
    assert [("a", "b")] == [each.units for each in decision.warnings if each.code == "decided-above"]
    (step,) = (step for step in decision.steps if step.step == "limit")
    assert ("limits.han-muc", "decided-above", {"award": "f", "units": ("a", "b")}) == (
        step.rule,
        step.output,
        step.inputs,
    )
    assert set() == warned(decided(plan, season(act("award:f:m", []))))


def test_an_award_rests_on_its_step_and_each_rule_that_is_not_read_warns() -> None:
    quota = QuotaRule(1, basis=("Điều 2",), trust="reported")
    step = choose("m", "meeting", asks="meeting", basis=("Điều 3",), trust="read")
    plan = ruleset("ab", awards=(award("f", step, quota=quota, trust="assumed", basis=("Điều 1",)),))
    decision = decided(plan, season(act("award:f:m", ["a"], trust="reported")))
    assert [("Điều 3",)] == [each.basis for each in decision.awards]
    assert {
        ("reported-rule", "awards.f.quota"),
        ("reported-act", "award:f:m"),
        ("assumed-rule", "awards.f"),
    } == warned(decision)


def test_a_quota_and_a_choice_that_say_no_basis_rest_on_the_awards() -> None:
    decision = decided(ruleset("ab", awards=(award("f", MEETING, quota=1, **{**READ, "basis": ("Điều 8",)}),)),
                       season(act("award:f:m", ["a"])))  # fmt: skip
    assert {("Điều 8",)} == {step.basis for step in decision.steps if step.step in ("quota", "act", "award")}
