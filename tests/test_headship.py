"""Facts about headship: how the offices are filled, who may not hold them, and what is asked where nobody said it."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    asked,
    decided,
    outputs,
    question,
    refused,
    ruleset,
    season,
    warned,
)

from emulrules.errors import RulesetError
from emulrules.model.answers import Answered, Barred, Rotation, Undefined
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.season import Outgoing, Recognition, Season, Turns, UnitEntry
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.plugins import load_policy

OUTGOING = Bar("hai-nam-lien", ("head",), ("Điều 9",), "read", who="outgoing")
BOTH = Bar("hai-nam-lien", ("head", "deputy"), ("Điều 9",), "read", who="outgoing")
UNFIT = Bar("khong-xet", ("head",), ("Điều 20",), "read", fact="not-considered")
ONE = (Seat("pho"),)
TWO = (Seat("so"), Seat("nganh"))


def rules(by: Any = "elected", members: str = "abc", undefined: Any = (), **parts: Any) -> Ruleset:
    headship = Headship(by, **{**READ, "asks": "members", "deputies": (), **parts})
    return ruleset(members, headship=headship, undefined=undefined)


def offices(decision: Decision) -> list[tuple[str, str | None, str, str]]:
    return [(each.office, each.seat, each.unit, each.state) for each in decision.offices]


@pytest.mark.parametrize("by", ["elected", "acclaimed", "handed-over", "appointed"])
def test_the_state_of_an_office_is_how_it_was_filled(by: str) -> None:
    assert [("head", None, "b", by)] == offices(decided(rules(by), season(act("head", ["b"]))))


@pytest.mark.parametrize(
    ("by", "asks", "of"),
    [
        ("elected", "members", "members"),
        ("acclaimed", "meeting", "meeting"),
        ("handed-over", None, "head"),
        ("handed-over", "meeting", "meeting"),
        ("appointed", "ministry", "ministry"),
        ("elected", None, None),
    ],
)
def test_the_head_is_one_and_asked_of_whom_the_rules_name(by: str, asks: str | None, of: str | None) -> None:
    each = question(decided(rules(by, asks=asks)), "head")
    assert ("choice", of, ("a", "b", "c"), 1, 1, ()) == (
        each.asks, each.of, each.options, each.least, each.most, each.after
    )  # fmt: skip


def test_a_sole_candidate_follows_without_a_question() -> None:
    decision = decided(rules(members="ab", bars=(OUTGOING,)), season(head="a"))
    assert ([("head", None, "b", "elected")], []) == (offices(decision), asked(decision))
    assert [("head", None, "a", "elected")] == offices(decided(rules(members="a")))


# Bars.


def test_the_outgoing_head_may_be_barred() -> None:
    plan = rules(bars=(OUTGOING,))
    decision = decided(plan, season(head="a"))
    assert ("b", "c") == question(decision, "head").options
    (step,) = (step for step in decision.steps if step.step == "bar")
    assert ("a", ("head",), "headship.bars.hai-nam-lien", ("Điều 9",)) == (
        step.unit,
        step.output,
        step.rule,
        step.basis,
    )
    fault = refused("choice-barred", plan, season(act("head", ["a"]), head="a"))
    assert {"unit": "a", "bar": "hai-nam-lien", "basis": "Điều 9"}.items() <= fault.data.items()


def test_without_a_bar_the_outgoing_head_may_follow_itself() -> None:
    assert [("head", None, "a", "elected")] == offices(decided(rules(), season(act("head", ["a"]), head="a")))


def test_a_fact_may_bar() -> None:
    plan = rules(bars=(UNFIT,))
    assert ("b", "c") == question(decided(plan, season(facts={"not-considered": ("a",)})), "head").options
    assert [("head", None, "c", "elected")] == offices(decided(plan, season(facts={"not-considered": ("b", "a")})))
    refused("choice-barred", plan, season(act("head", ["a"]), facts={"not-considered": ("a",)}))


@pytest.mark.parametrize(("bar", "id_"), [(OUTGOING, "before:head"), (UNFIT, "fact:not-considered")])
def test_a_bar_that_nobody_can_judge_is_asked_and_the_head_comes_after_it(bar: Bar, id_: str) -> None:
    plan = rules(bars=(bar,))
    decision = decided(plan)
    assert [id_, "head"] == asked(decision)
    assert ((id_,), ("a", "b", "c")) == (question(decision, "head").after, question(decision, "head").options)
    waiting = decided(plan, season(act("head", ["a"])))
    assert (("head",), [id_]) == (waiting.waiting, asked(waiting))
    done = decided(plan, season(act("head", ["a"]), act(id_, ["b"])))
    assert ("complete", [("head", None, "a", "elected")]) == (done.status, offices(done))
    refused("choice-barred", plan, season(act("head", ["b"]), act(id_, ["b"])))


def test_a_head_after_several_bars_names_them_in_order() -> None:
    facts = [Bar(f"b{fact}", ("head",), **READ, fact=fact) for fact in ("z", "k", "p")]
    asks = question(decided(rules(bars=(*facts, OUTGOING))), "head")
    assert ("before:head", "fact:k", "fact:p", "fact:z") == asks.after


def test_a_bar_for_the_head_is_none_for_the_deputy() -> None:
    year = season(act("head", ["b"]), head="a")
    assert ("a", "c") == question(decided(rules(bars=(OUTGOING,), deputies=ONE), year), "deputy").options
    assert [("deputy", "pho", "c", "elected")] == offices(decided(rules(bars=(BOTH,), deputies=ONE), year))[1:]


def test_an_office_that_nobody_may_hold_stays_vacant_with_a_warning() -> None:
    plan = rules(members="ab", bars=(UNFIT,), deputies=ONE)
    decision = decided(plan, season(act("deputy", ["b"]), facts={"not-considered": ("a", "b")}))
    assert ([("deputy", "pho", "b", "elected")], "complete") == (offices(decision), decision.status)
    assert {("vacant", "head")} == warned(decision)
    assert ["head"] == outputs(decision, "vacant")


def test_who_led_before_is_not_asked_where_nobody_is_left_anyway() -> None:
    plan = rules(members="ab", bars=(UNFIT, OUTGOING))
    assert [] == asked(decided(plan, season(facts={"not-considered": ("a", "b")})))


# Deputies.


def test_no_deputy_is_none() -> None:
    decision = decided(rules(deputies=()), season(act("head", ["a"])))
    assert ("complete", 1) == (decision.status, len(decision.offices))
    refused("act-not-asked", rules(deputies=()), season(act("head", ["a"]), act("deputy", ["b"])))


@pytest.mark.parametrize(("members", "most"), [("abcd", 2), ("abc", 2), ("ab", 1)])
def test_deputies_that_are_not_stated_are_asked_none_one_or_two(members: str, most: int) -> None:
    each = question(decided(rules(members=members, deputies=None), season(act("head", ["a"]))), "deputy")
    assert ("choice", "members", tuple(members[1:]), 0, most) == (
        each.asks, each.of, each.options, each.least, each.most
    )  # fmt: skip


@pytest.mark.parametrize("chosen", ["", "b", "cb"])
def test_so_many_deputies_as_are_chosen(chosen: str) -> None:
    plan = rules(members="abcd", deputies=None)
    decision = decided(plan, season(act("head", ["a"]), act("deputy", chosen)))
    assert [("deputy", None, unit, "elected") for unit in sorted(chosen)] == offices(decision)[1:]
    assert "complete" == decision.status


def test_three_deputies_are_refused() -> None:
    plan = rules(members="abcd", deputies=None)
    refused("act-too-many", plan, season(act("head", ["a"]), act("deputy", "bcd")))


def test_a_deputy_is_not_asked_where_nobody_is_left() -> None:
    assert [] == asked(decided(rules(members="a", deputies=None)))


def test_deputies_come_after_the_head_who_cannot_be_one() -> None:
    decision = decided(rules(deputies=ONE))
    assert [("head", ()), ("deputy", ("head",))] == [(each.id, each.after) for each in decision.questions]
    assert ("a", "b", "c") == question(decision, "deputy").options
    assert ("b", "c") == question(decided(rules(deputies=ONE), season(act("head", ["a"]))), "deputy").options
    refused("choice-head", rules(deputies=ONE), season(act("head", ["a"]), act("deputy", ["a"])))


def test_two_seats_are_two_questions() -> None:
    plan = rules(members="abcd", deputies=TWO)
    decision = decided(plan, season(act("head", ["a"])))
    assert [("deputy:so", ()), ("deputy:nganh", ("deputy:so",))] == [
        (each.id, each.after) for each in decision.questions
    ]
    acts = (act("head", ["a"]), act("deputy:so", ["c"]), act("deputy:nganh", ["d"]))
    assert [("deputy", "so", "c", "elected"), ("deputy", "nganh", "d", "elected")] == offices(
        decided(plan, season(*acts))
    )[1:]
    twice = (act("head", ["a"]), act("deputy:so", ["c"]), act("deputy:nganh", ["c"]))
    refused("choice-head", plan, season(*twice))


def test_the_last_seat_may_follow_by_itself() -> None:
    acts = (act("head", ["a"]), act("deputy:so", ["c"]))
    assert ("deputy", "nganh", "b", "elected") == offices(decided(rules(deputies=TWO), season(*acts)))[-1]


@pytest.mark.parametrize(("members", "filled"), [("a", ["head"]), ("ab", ["head", "deputy"])])
def test_where_offices_are_more_than_units_the_last_stay_vacant(members: str, filled: list[str]) -> None:
    decision = decided(rules(members=members, deputies=TWO), season(*([] if members == "a" else [act("head", ["b"])])))
    assert (filled, "complete") == ([each.office for each in decision.offices], decision.status)
    seats = ("deputy:so", "deputy:nganh") if members == "a" else ("deputy:nganh",)
    assert {("vacant", seat) for seat in seats} == warned(decision)


def test_a_seat_that_follows_whoever_leads_is_not_asked_and_may_be_answered() -> None:
    plan = rules(members="ab", deputies=ONE)
    assert ["head"] == asked(decided(plan))
    assert ("deputy",) == decided(plan, season(act("deputy", ["b"]))).waiting
    both = decided(plan, season(act("head", ["a"]), act("deputy", ["b"])))
    assert both.offices == decided(plan, season(act("head", ["a"]))).offices
    refused("choice-head", plan, season(act("head", ["b"]), act("deputy", ["b"])))


def test_deputies_may_be_declared_undefined_and_asked_of_another() -> None:
    declared = UndefinedRule("pho", "headship.deputies", "Không nói", ("Điều 5",), "reported", "council")
    plan = rules(deputies=None, undefined=(declared,))
    each = question(decided(plan, season(act("head", ["a"]))), "deputy")
    assert ("council", ("Điều 5",)) == (each.of, each.basis)
    decision = decided(plan, season(act("head", ["a"]), act("deputy", ["b"])))
    assert ("reported-rule", "undefined.pho") in warned(decision)


def test_deputies_that_are_undefined_of_nobody_warn() -> None:
    declared = UndefinedRule("pho", "headship.deputies", "Không nói", **READ)
    decision = decided(rules(deputies=None, undefined=(declared,)), season(act("head", ["a"])))
    assert (["deputy"], {("undefined", "undefined.pho")}) == (asked(decision), warned(decision))


# Recognition, and what is not defined.


def test_recognition_is_a_state_and_never_a_question() -> None:
    plan = rules(recognised_by="ministry")
    assert [("head", None, "a", "elected")] == offices(decided(plan, season(act("head", ["a"]))))
    assert [] == asked(decided(plan, season(act("head", ["a"]))))
    sources = {"bien-ban": Source("Biên bản"), "qd": Source("Quyết định", "12/QĐ-B")}
    year = season(act("head", ["a"]), sources=sources, recognised=Recognition("qd", date(2022, 4, 1)))
    decision = decided(plan, year)
    assert [("head", None, "a", "recognised")] == offices(decision)
    (step,) = (step for step in decision.steps if step.step == "recognition")
    assert ("ministry", {"source": "12/QĐ-B", "on": "2022-04-01"}) == (step.output, step.inputs)


def test_recognition_without_a_rule_is_refused() -> None:
    year = season(act("head", ["a"]), recognised=Recognition("bien-ban"))
    assert ("recognised",) == refused("recognition-without-rule", rules(), year).path


def test_a_headship_that_no_rule_states_is_an_error() -> None:
    assert ("headship",) == refused("headship-undefined", ruleset("ab", undefined=()), None, RulesetError).path


@pytest.mark.parametrize("what", ["headship", "headship.by"])
def test_a_headship_that_is_declared_undefined_warns_and_leaves_the_offices_empty(what: str) -> None:
    declared = UndefinedRule("chua-ro", what, "Không nói", **READ)
    decision = decided(ruleset("ab", undefined=(declared,)))
    assert ("complete", [], {("undefined", "undefined.chua-ro")}) == (
        decision.status, offices(decision), {(each.code, each.rule) for each in decision.warnings}
    )  # fmt: skip


@pytest.mark.parametrize(("ask", "state"), [("meeting", "elected"), ("members", "elected"), ("province", "appointed")])
def test_a_headship_that_is_undefined_may_be_asked(ask: Any, state: str) -> None:
    declared = UndefinedRule("chua-ro", "headship", "Không nói", ("Điều 5",), "read", ask)
    plan = ruleset("abc", undefined=(declared,))
    each = question(decided(plan), "head")
    assert (ask, ("Điều 5",)) == (each.of, each.basis)
    decision = decided(plan, season(act("head", ["a"]), act("deputy", [])))
    assert ([("head", None, "a", state)], "complete") == (offices(decision), decision.status)


class Asked:
    """The standard policy with another answer for `head_rotation`."""

    name = "standard"

    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self._standard = load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        if hook == "head_rotation":
            return (Answered(hook, subject, "x", self._answer),)
        return self._standard.ask(hook, subject, **arguments)


def test_a_policy_may_bar_with_reasons_and_name_seats() -> None:
    rule = Rule("headship", ("Điều 7",), "read")
    barred = Barred("luot", ("head",), ("a", "b"), Rule("headship.bars.luot", ("Điều 8",), "reported"))
    answer = Rotation("appointed", rule, "ministry", (barred,), ("pho",))
    decision = decided(ruleset("abc", undefined=()), season(act("deputy", ["b"])), Asked(answer))
    assert [("head", None, "c", "appointed"), ("deputy", "pho", "b", "appointed")] == offices(decision)
    assert [("head",), ("head",)] == outputs(decision, "bar")
    assert {("reported-rule", "headship.bars.luot")} == warned(decision)


def test_a_policy_may_leave_the_headship_undefined() -> None:
    decision = decided(ruleset("abc", undefined=()), season(), Asked(Undefined("headship", ("Điều 7",), "council")))
    assert ("council", ["head", "deputy"]) == (question(decision, "head").of, asked(decision))


# The deputy moves up.


def moves_up(**parts: Any) -> Ruleset:
    return rules("deputy", **parts)


def with_deputies(*deputies: str, head: str | None = None, acts: Any = (), **parts: Any) -> Season:
    return season(*acts, outgoing=Outgoing(head, deputies), **parts)


def test_the_deputy_moves_up() -> None:
    decision = decided(moves_up(), with_deputies("b", head="a"))
    assert ([("head", None, "b", "moved-up")], "complete") == (offices(decision), decision.status)


def test_one_of_two_deputies_is_chosen() -> None:
    decision = decided(moves_up(), with_deputies("c", "b"))
    assert ("members", ("b", "c")) == (question(decision, "head").of, question(decision, "head").options)
    answered = decided(moves_up(), with_deputies("b", "c", acts=(act("head", ["c"]),)))
    assert [("head", None, "c", "moved-up")] == offices(answered)
    refused("choice-not-deputy", moves_up(), with_deputies("b", "c", acts=(act("head", ["a"]),)))


def test_a_barred_deputy_does_not_move_up() -> None:
    plan = moves_up(bars=(UNFIT,))
    decision = decided(plan, with_deputies("b", "c", facts={"not-considered": ("c",)}))
    assert [("head", None, "b", "moved-up")] == offices(decision)


def test_without_a_deputy_anybody_may_be_chosen_though_no_rule_says_so() -> None:
    decision = decided(moves_up(), with_deputies())
    assert ("a", "b", "c") == question(decision, "head").options
    answered = decided(moves_up(), with_deputies(acts=(act("head", ["c"]),)))
    assert [("head", None, "c", "elected")] == offices(answered)
    assert {("settled-without-rule", "head")} == warned(answered)
    assert set() == warned(decided(moves_up(), with_deputies("b")))


def test_deputies_that_nobody_stated_are_asked_and_the_head_follows() -> None:
    decision = decided(moves_up())
    each = question(decision, "before:deputies")
    assert (["before:deputies"], "choice", ("a", "b", "c"), 0, 2) == (
        asked(decision), each.asks, each.options, each.least, each.most
    )  # fmt: skip
    assert [("head", None, "b", "moved-up")] == offices(decided(moves_up(), season(act("before:deputies", ["b"]))))
    refused("fact-twice", moves_up(), with_deputies("b", acts=(act("before:deputies", ["b"]),)))


def test_a_sole_candidate_moves_up_only_if_it_is_a_deputy() -> None:
    plan, facts = moves_up(bars=(UNFIT,)), {"not-considered": ("a", "b")}
    decision = decided(plan, season(facts=facts))
    assert ([], ["before:deputies"]) == (offices(decision), asked(decision))
    assert [("head", None, "c", "moved-up")] == offices(decided(plan, with_deputies("c", facts=facts)))
    assert [("head", None, "c", "elected")] == offices(decided(plan, with_deputies("b", facts=facts)))


def test_deputies_are_not_asked_where_the_sole_candidate_is_recognised() -> None:
    facts, known = {"not-considered": ("a", "b")}, Recognition("bien-ban")
    decision = decided(moves_up(bars=(UNFIT,), recognised_by="ministry"), season(facts=facts, recognised=known))
    assert ([("head", None, "c", "recognised")], []) == (offices(decision), asked(decision))
    two = decided(moves_up(recognised_by="ministry"), season(recognised=known))
    assert ["before:deputies"] == asked(two)


def test_deputies_are_not_asked_where_nobody_may_lead() -> None:
    assert [] == asked(decided(moves_up(bars=(UNFIT,)), season(facts={"not-considered": ("a", "b", "c")})))


# Seats for units of one type.


def typed(by: Any = "elected", types: str = "ssn", **parts: Any) -> Ruleset:
    plan = rules(by, members="abcdefgh"[: len(types)], **parts)
    units = {unit: evolve(plan.units[unit], type=type_) for unit, type_ in zip(sorted(plan.units), types, strict=True)}
    return evolve(plan, units=Table(units))


def test_only_units_of_its_type_may_be_head() -> None:
    plan = typed(type="s")
    assert ("a", "b") == question(decided(plan), "head").options
    fault = refused("choice-type", plan, season(act("head", ["c"])))
    assert {"unit": "c", "units": "a, b"}.items() <= fault.data.items()


def test_each_seat_is_for_its_type() -> None:
    plan = typed(types="ssnns", type="s", deputies=(Seat("so", "s"), Seat("nganh", "n")))
    decision = decided(plan)
    assert [
        ("head", ("a", "b", "e"), ()),
        ("deputy:so", ("a", "b", "e"), ("head",)),
        ("deputy:nganh", ("c", "d"), ()),
    ] == [(each.id, each.options, each.after) for each in decision.questions]
    acts = (act("head", ["a"]), act("deputy:so", ["b"]), act("deputy:nganh", ["d"]))
    assert [("head", "a"), ("deputy", "b"), ("deputy", "d")] == [
        (each.office, each.unit) for each in decided(plan, season(*acts)).offices
    ]


def test_the_sole_unit_of_a_type_follows_whoever_leads() -> None:
    plan = typed(types="ssn", deputies=(Seat("nganh", "n"),), type="s")
    assert [("deputy", "nganh", "c", "elected")] == offices(decided(plan))


def test_a_joining_unit_needs_a_type_where_offices_turn_on_it() -> None:
    joins = UnitEntry(roster="joins", name="D", source="bien-ban")
    assert ("units", "d", "roster") == refused("roster-without-type", typed(type="s"), season(units={"d": joins})).path
    assert ("a", "b", "d") == question(
        decided(typed(type="s"), season(units={"d": evolve(joins, type="s")})), "head"
    ).options
    assert ["head"] == asked(decided(rules(), season(units={"d": joins})))


def test_a_type_narrows_whose_turn_it_is() -> None:
    turns = Turns(("c", "b", "a"), "bien-ban")
    assert [("head", None, "b", "turn")] == offices(decided(typed("turn", type="s"), season(turns=turns)))


def test_the_deputies_that_may_move_up_are_named_one_by_one() -> None:
    fault = refused("choice-not-deputy", moves_up(), with_deputies("b", "c", acts=(act("head", ["a"]),)))
    assert "b, c" == fault.data["units"]


def test_what_is_asked_of_this_season_rests_on_the_rule_that_asks() -> None:
    assert ("Điều 3",) == question(decided(moves_up(basis=("Điều 3",))), "before:deputies").basis
    assert ("Điều 9",) == question(decided(rules(bars=(OUTGOING,))), "before:head").basis
    assert ("a", "b", "c") == question(decided(rules(bars=(OUTGOING,))), "before:head").options
    each = question(decided(rules(bars=(UNFIT,))), "fact:not-considered")
    assert (("Điều 20",), ("a", "b", "c")) == (each.basis, each.options)


def test_every_basis_of_a_bar_is_named() -> None:
    bar = Bar("ca-hai", ("head",), ("Điều 1", "Điều 2"), "read", who="outgoing")
    assert (
        "Điều 1; Điều 2"
        == refused("choice-barred", rules(bars=(bar,)), season(act("head", ["a"]), head="a")).data["basis"]
    )


def test_a_deputy_moves_up_once_it_is_known_who_is_barred() -> None:
    plan = moves_up(bars=(UNFIT,))
    decision = decided(plan, with_deputies("b"))
    assert (["fact:not-considered"], []) == (asked(decision), offices(decision))
    answered = decided(plan, with_deputies("b", acts=(act("fact:not-considered", ["a"]),)))
    assert [("head", None, "b", "moved-up")] == offices(answered)


def test_who_may_be_chosen_without_a_rule_is_named_in_the_warning() -> None:
    answered = decided(moves_up(), with_deputies(acts=(act("head", ["c"]),)))
    assert [("a", "b", "c")] == [each.units for each in answered.warnings if each.code == "settled-without-rule"]


def test_recognition_on_a_day_that_is_not_stated() -> None:
    year = season(act("head", ["a"]), recognised=Recognition("bien-ban"))
    (step,) = (each for each in decided(rules(recognised_by="ministry"), year).steps if each.step == "recognition")
    assert {"source": "Biên bản (giả định)", "on": None} == step.inputs


def test_a_vacant_seat_is_named() -> None:
    decision = decided(rules(members="ab", deputies=TWO), season(act("head", ["b"])))
    assert [("deputy", "nganh")] == [
        (step.output, step.inputs["seat"]) for step in decision.steps if step.step == "vacant"
    ]


def test_a_seat_that_follows_may_be_answered_early_and_waits() -> None:
    plan = rules(members="ab", deputies=ONE)
    waits = decided(plan, season(act("deputy", ["b"])))
    assert (["head"], ("deputy",)) == (asked(waits), waits.waiting)


def test_a_sole_candidate_that_may_turn_out_barred_is_not_asked() -> None:
    plan = rules(members="ab", bars=(UNFIT, OUTGOING))
    decision = decided(plan, season(head="a"))
    assert (["fact:not-considered"], []) == (asked(decision), offices(decision))


def test_deputies_that_are_not_stated_wait_for_the_head_and_for_bars() -> None:
    bar = Bar("khong-xet", ("deputy",), ("Điều 20",), "read", fact="not-considered")
    decision = decided(rules(deputies=None, bars=(bar,)))
    assert ("head", "fact:not-considered") == question(decision, "deputy").after
    acts = (act("head", ["a"]), act("fact:not-considered", ["b"]), act("deputy", ["b"]))
    assert {"unit": "b", "bar": "khong-xet"}.items() <= refused(
        "choice-barred", rules(deputies=None, bars=(bar,)), season(*acts)
    ).data.items()


def test_deputies_that_are_not_stated_may_be_of_one_type() -> None:
    rule = Rule("headship", ("Điều 7",), "read")
    answer = Rotation("elected", rule, "members", eligible=Table({"deputy": ("b",)}))
    decision = decided(ruleset("abc", undefined=()), season(act("head", ["a"])), Asked(answer))
    assert ("b",) == question(decision, "deputy").options


def test_an_act_about_a_head_that_follows_by_itself_is_checked_while_it_waits() -> None:
    plan = rules("turn", bars=(UNFIT,))
    facts = {"not-considered": ("b",)}
    assert ["before:turns"] == asked(decided(plan, season(facts=facts)))
    refused("choice-barred", plan, season(act("head", ["b"]), facts=facts))
    assert ("head",) == decided(plan, season(act("head", ["a"]), facts=facts)).waiting
