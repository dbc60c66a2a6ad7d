"""Facts about awards after they were proposed: holds released or refused, awards cancelled, and who follows."""

from fractions import Fraction
from typing import Any

import pytest
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
    places,
    proposed,
    question,
    refused,
    ruleset,
    season,
    tie,
    totals,
    warned,
)

from emulrules.files.record import parse_record, record_bytes
from emulrules.model.award import Award, Limit, PerParent
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.report.asking import act_block, hint
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.text import text
from emulrules.reviewed import extract

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
DOWN = {"a": 4, "b": 3, "c": 2, "d": 1}
HOLD = gate("thanh-tra", "under-inspection", "hold")
OTHER = gate("khieu-nai", "under-complaint", "hold")
FLAG = award("co", STANDING, quota=1)


def rules(*awards: Award, **parts: Any) -> Ruleset:
    parts = {"gates": (HOLD,), "criteria": (criterion("x"),), "order": order("points"), **parts}
    return ruleset("abcd", awards=awards, **parts)


def year(*acts: Act, held: str = "", x: dict[str, Any] | None = None, **parts: Any) -> Season:
    facts = {"under-inspection": tuple(held), **parts.pop("facts", {})}
    return season(*acts, scores={"x": DOWN if x is None else x}, facts=facts, **parts)


def hold(unit: str, value: str, gate_: str = "thanh-tra") -> Act:
    return act(f"hold:{unit}:{gate_}", value=value)


def revoked(unit: str, award_: str = "co") -> Act:
    return act(f"revoked:{award_}:{unit}", value="cancelled")


def follows(choice: str, award_: str = "co", round_: str = "") -> Act:
    return act(f"award:{award_}:replacement{round_}", tuple(choice))


def changed(decision: Decision) -> list[tuple[str | None, str, str, str | None]]:
    """Unit, award, state and the award that it follows from, of every change."""
    steps = [step for step in decision.steps if step.step == "award-state"]
    return [(s.unit, s.output["award"], s.output["state"], s.inputs.get("by")) for s in steps]


# Holds.


def test_a_hold_that_is_released_leaves_its_units_awards_proposed() -> None:
    decision = decided(rules(FLAG), year(hold("a", "released"), held="a"))
    assert ({"a": "proposed"}, [], "complete") == (proposed(decision), asked(decision), decision.status)


def test_a_hold_that_is_refused_takes_its_units_awards_and_nobody_moves_up_by_itself() -> None:
    decision = decided(rules(FLAG), year(hold("a", "refused"), held="a"))
    assert ({"a": "refused"}, ["award:co:replacement"]) == (proposed(decision), asked(decision))


def test_what_becomes_of_a_hold_rests_on_the_document_that_says_so() -> None:
    decision = decided(rules(FLAG), year(hold("a", "refused"), held="a"))
    [step] = [step for step in decision.steps if step.step == "award-state"]
    assert ("acts.hold:a:thanh-tra", ("Biên bản (giả định)",)) == (step.rule, step.basis)


def test_the_standings_and_the_gates_stay_whatever_becomes_of_a_hold() -> None:
    before, after = (decided(rules(FLAG), year(*acts, held="a")) for acts in ((), (hold("a", "refused"),)))
    assert (before.standings, before.gates) == (after.standings, after.gates)


def test_a_unit_that_two_gates_hold_is_free_when_both_are_released() -> None:
    plan = rules(FLAG, gates=(HOLD, OTHER))
    facts = {"under-complaint": ("a",)}
    one = decided(plan, year(hold("a", "released"), held="a", facts=facts))
    both = decided(plan, year(hold("a", "released"), hold("a", "released", "khieu-nai"), held="a", facts=facts))
    assert ({"a": "held"}, {"a": "proposed"}) == (proposed(one), proposed(both))


def test_a_unit_that_two_gates_hold_is_refused_as_soon_as_one_is() -> None:
    plan = rules(FLAG, gates=(HOLD, OTHER))
    facts = {"under-complaint": ("a",)}
    given = year(hold("a", "refused"), hold("a", "released", "khieu-nai"), held="a", facts=facts)
    assert {"a": "refused"} == proposed(decided(plan, given))


@pytest.mark.parametrize("question_", ["hold:b:thanh-tra", "hold:a:khieu-nai", "hold:a", "hold:la:thanh-tra"])
def test_a_hold_that_is_not_there_is_not_released(question_: str) -> None:
    fault = refused("hold-not-there", rules(FLAG), year(act(question_, value="released"), held="a"))
    assert "hold:a:thanh-tra" == fault.data["held"]


def test_a_hold_takes_one_of_two_words() -> None:
    assert "refused, released" == refused("act-value", rules(FLAG), year(hold("a", "xong"), held="a")).data["expected"]


def test_a_hold_takes_a_word_and_no_choice() -> None:
    refused("act-form", rules(FLAG), year(act("hold:a:thanh-tra", ("a",)), held="a"))


def test_what_is_said_of_a_hold_waits_where_nobody_stated_whom_the_gate_holds() -> None:
    given = season(hold("a", "refused"), scores={"x": DOWN})
    decision = decided(rules(FLAG), given)
    assert (("hold:a:thanh-tra",), {"a": "proposed"}) == (decision.waiting, proposed(decision))


def test_another_word_is_refused_while_it_waits() -> None:
    refused("act-value", rules(FLAG), season(hold("a", "xong"), scores={"x": DOWN}))


# Awards that were cancelled.


def test_an_award_that_is_cancelled_is_shown_as_such_and_nobody_moves_up_by_itself() -> None:
    decision = decided(rules(FLAG), year(revoked("a")))
    assert ({"a": "cancelled"}, ["award:co:replacement"]) == (proposed(decision), asked(decision))


@pytest.mark.parametrize("question_", ["revoked:co:b", "revoked:bang-khen:a", "revoked:co", "revoked:co:la"])
def test_an_award_that_was_not_proposed_is_not_cancelled(question_: str) -> None:
    refused("revoked-not-proposed", rules(FLAG), year(act(question_, value="cancelled")))


def test_an_award_that_another_unit_may_yet_yield_may_be_cancelled_of_whoever_follows() -> None:
    plan = rules(FLAG, award("khen", STANDING, quota=1, excludes=("co",)))
    first = (revoked("a"), revoked("d", "khen"))
    pending = decided(plan, year(*first))
    assert (["award:co:replacement"], ("revoked:khen:d",)) == (asked(pending), pending.waiting)
    told = (*first, follows("b"), follows("d", "khen"))
    assert "cancelled" == proposed(decided(plan, year(*told)), "khen")["d"]
    refused("revoked-not-proposed", plan, year(*first, follows("c")))


def test_so_may_one_that_is_yielded_only_by_whoever_follows_in_another() -> None:
    plan = rules(
        FLAG,
        award("khen", STANDING, quota=1, excludes=("co",)),
        award("giay", STANDING, quota=1, excludes=("khen", "co")),
    )
    first = (revoked("a"), revoked("d", "giay"))
    for told in ((), (follows("b"),), (follows("b"), follows("c", "khen"))):
        assert ("revoked:giay:d",) == decided(plan, year(*first, *told)).waiting
    last = (follows("b"), follows("c", "khen"), follows("d", "giay"))
    assert "cancelled" == proposed(decided(plan, year(*first, *last)), "giay")["d"]
    refused("revoked-not-proposed", plan, year(*first, follows("")))


@pytest.mark.parametrize("acts", [(), (hold("a", "refused"),)])
def test_an_award_that_is_held_or_refused_is_not_cancelled(acts: tuple[Act, ...]) -> None:
    refused("revoked-held", rules(FLAG), year(revoked("a"), *acts, held="a"))


def test_an_award_whose_hold_was_released_may_be_cancelled() -> None:
    assert {"a": "cancelled"} == proposed(decided(rules(FLAG), year(revoked("a"), hold("a", "released"), held="a")))


def test_what_required_a_cancelled_award_falls_with_it() -> None:
    plan = rules(FLAG, award("co-chinh-phu", MEETING, quota=1, requires=("co",)))
    decision = decided(plan, year(revoked("a"), act("award:co-chinh-phu:m", ("a",))))
    assert [("a", "co", "cancelled", None), ("a", "co-chinh-phu", "cancelled", "co")] == changed(decision)


def test_another_award_of_the_unit_stays_until_it_is_cancelled_itself() -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1))
    decision = decided(plan, year(revoked("a"), act("award:bang-khen:m", ("a",))))
    assert ({"a": "cancelled"}, {"a": "proposed"}) == (proposed(decision, "co"), proposed(decision, "bang-khen"))


def test_the_others_are_computed_again_without_the_unit() -> None:
    decision = decided(rules(FLAG), year(revoked("a")))
    again = {step.unit: step.output["place"] for step in decision.steps if step.step == "without"}
    assert ({"b": 1, "c": 2, "d": 3}, {"a": 1, "b": 2, "c": 3, "d": 4}) == (again, places(decision))


def test_what_was_measured_by_the_units_figures_is_measured_anew() -> None:
    plan = rules(FLAG, criteria=(criterion("x", "relative", max="10", at_plan="5"),))
    figures = {"a": (400, 100), "b": (200, 100), "c": (150, 100), "d": (50, 100)}
    decision = decided(plan, year(revoked("a"), x=figures))
    again = {step.unit: step.output["total"] for step in decision.steps if step.step == "without"}
    assert {"b": 10, "c": Fraction(15, 2), "d": Fraction(5, 2)} == again
    assert "20/3" == totals(decision)["b"]


def test_a_tie_that_people_parted_stays_parted_without_the_unit() -> None:
    plan = rules(FLAG, order=order("points", 2), ties=(tie("bieu-quyet", "decision", asks="chair"),))
    tied = {"a": 4, "b": 3, "c": 3, "d": 1}
    given = year(act("place:2:bieu-quyet", ("c",), among=("b", "c")), revoked("a"), x=tied)
    again = {step.unit: step.output["place"] for step in decided(plan, given).steps if step.step == "without"}
    assert {"c": 1, "b": 2, "d": 3} == again


def test_equals_that_were_none_before_are_tied_without_the_unit() -> None:
    plan = rules(FLAG, criteria=(criterion("x", "relative", max="10", at_plan="5", leader="amount"),))
    decision = decided(plan, year(revoked("a"), x={"a": (1000, 100), "b": (50, 10), "c": (60, 30), "d": (1, 10)}))
    again = {step.unit: step.output["place"] for step in decision.steps if step.step == "without"}
    assert ({"b": 1, "c": 1, "d": 3}, 2) == (again, places(decision)["b"])


def test_whoever_a_meeting_placed_keeps_its_order_without_the_unit() -> None:
    plan = ruleset("abcd", awards=(award("co", MEETING, quota=1),), order=order("meeting", 1, 2))
    told = act("standing", places={"b": 1, "a": 2, "d": 3})
    decision = decided(plan, season(told, act("award:co:m", ("a",)), revoked("a")))
    again = [(step.unit, *step.output.values()) for step in decision.steps if step.step == "without"]
    assert [("b", 1, None), ("d", 2, None), ("c", None, None)] == again


# Who follows.


def test_who_could_have_had_it_may_follow_and_nobody_is_asked_by_name() -> None:
    asks = question(decided(rules(FLAG), year(revoked("a"))), "award:co:replacement")
    assert ("choice", None, ("b", "c", "d"), 0, 1, ()) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


def test_whoever_follows_is_proposed_without_a_rule() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), follows("b")))
    assert ({"a": "cancelled", "b": "proposed"}, "complete") == (proposed(decision), decision.status)
    assert {("settled-without-rule", "award:co:replacement")} == warned(decision)


def test_nobody_need_follow() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), follows("")))
    assert ({"a": "cancelled"}, "complete") == (proposed(decision), decision.status)


def test_whoever_follows_on_hold_is_held() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), follows("b"), held="b"))
    assert {"a": "cancelled", "b": "held"} == proposed(decision)


def test_a_replacement_that_falls_away_is_asked_for_again() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), follows("b"), revoked("b")))
    assert ({"a": "cancelled", "b": "cancelled"}, ["award:co:replacement:2"]) == (proposed(decision), asked(decision))
    assert ("c", "d") == question(decision, "award:co:replacement:2").options


def test_a_replacement_on_hold_may_be_refused_in_its_turn() -> None:
    given = year(revoked("a"), follows("b"), hold("b", "refused"), follows("c", round_=":2"), held="b")
    decision = decided(rules(FLAG), given)
    assert {"a": "cancelled", "b": "refused", "c": "proposed"} == proposed(decision)


def test_a_unit_whose_award_was_cancelled_follows_nobody() -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1))
    given = year(revoked("a"), act("award:bang-khen:m", ("b",)), revoked("b", "bang-khen"), follows("b"))
    assert "bang-khen" == refused("choice-cancelled", plan, given).data["other"]


def test_a_unit_that_is_out_follows_nobody() -> None:
    plan = rules(FLAG, gates=(gate("ky-luat", "disciplined"),))
    given = season(revoked("a"), follows("d"), scores={"x": DOWN}, facts={"disciplined": ("d",)})
    refused("choice-out", plan, given)


def test_whoever_follows_yields_the_award_that_is_shut_out_by_it() -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1, excludes=("co",)))
    decision = decided(plan, year(act("award:bang-khen:m", ("b",)), revoked("a"), follows("b")))
    assert [("a", "co", "cancelled", None), ("b", "bang-khen", "yielded", "co")] == changed(decision)
    assert ["award:bang-khen:replacement"] == asked(decision)
    assert ("c", "d") == question(decision, "award:bang-khen:replacement").options


def test_whoever_followed_before_yields_too_once_it_follows_in_what_shuts_it_out() -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1, excludes=("co",)))
    first = (act("award:bang-khen:m", ("c",)), revoked("c", "bang-khen"), follows("b", "bang-khen"))
    decision = decided(plan, year(*first, revoked("a"), follows("b")))
    assert {"c": "cancelled", "b": "yielded"} == proposed(decision, "bang-khen")
    assert ["award:bang-khen:replacement:2"] == asked(decision)


def test_what_required_a_yielded_award_is_yielded_too() -> None:
    plan = rules(
        FLAG,
        award("bang-khen", MEETING, quota=1, excludes=("co",)),
        award("them", choose("t", "meeting", asks="meeting"), quota=1, requires=("bang-khen",)),
    )
    decision = decided(
        plan, year(act("award:bang-khen:m", ("b",)), act("award:them:t", ("b",)), revoked("a"), follows("b"))
    )
    assert ("b", "them", "yielded", "bang-khen") == changed(decision)[-1]


def test_a_unit_that_has_an_award_which_this_one_shuts_out_cannot_follow() -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1, excludes=("co",)))
    given = year(act("award:bang-khen:m", ("b",)), revoked("b", "bang-khen"), follows("a", "bang-khen"))
    refused("choice-excluded", plan, given)


def test_whoever_follows_may_follow_in_what_requires_it() -> None:
    plan = rules(FLAG, award("co-chinh-phu", MEETING, quota=1, requires=("co",)))
    given = year(revoked("a"), act("award:co-chinh-phu:m", ("a",)), follows("b"))
    assert ("b",) == question(decided(plan, given), "award:co-chinh-phu:replacement").options


def test_who_follows_in_a_later_award_waits_for_the_earlier_one() -> None:
    plan = rules(FLAG, award("co-chinh-phu", MEETING, quota=1, requires=("co",)))
    decision = decided(plan, year(revoked("a"), act("award:co-chinh-phu:m", ("a",)), follows("b", "co-chinh-phu")))
    assert (["award:co:replacement"], ("award:co-chinh-phu:replacement",)) == (asked(decision), decision.waiting)


def test_the_parent_of_a_unit_that_fell_away_has_its_slot_again() -> None:
    homes = {unit: Unit(unit, within={"province": home}) for unit, home in zip("abcd", "mmnn", strict=True)}
    plan = rules(award("co", STANDING, quota=2, at_most=PerParent(1, "province")), units=Table(homes))
    asks = question(decided(plan, year(revoked("a"))), "award:co:replacement")
    assert (("b",), 1) == (asks.options, asks.most)


def test_nobody_is_asked_where_nobody_else_could_have_it() -> None:
    plan = rules(FLAG, award("co-chinh-phu", MEETING, quota=1, requires=("co",)))
    given = year(act("award:co-chinh-phu:m", ("a",)), revoked("a", "co-chinh-phu"))
    decision = decided(plan, given)
    assert ([], {"a": "cancelled"}) == (asked(decision), proposed(decision, "co-chinh-phu"))


def test_who_follows_waits_while_nothing_fell_away() -> None:
    assert ("award:co:replacement",) == decided(rules(FLAG), year(follows("b"))).waiting


def test_nobody_follows_where_nobody_was_proposed() -> None:
    refused("act-not-asked", rules(award("co", STANDING, quota=0)), year(follows("b")))


def test_an_award_that_is_not_settled_yet_may_be_cancelled_once_it_is() -> None:
    decision = decided(rules(award("co", MEETING, quota=1)), year(revoked("a", "co")))
    assert (["award:co:m"], ("revoked:co:a",)) == (asked(decision), decision.waiting)


def test_the_award_of_whoever_may_follow_may_be_cancelled_once_it_is_known() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), revoked("b")))
    assert ("revoked:co:b",) == decision.waiting


def test_what_was_cancelled_and_who_followed_waits_without_what_came_before() -> None:
    decision = decided(rules(FLAG), year(follows("b"), revoked("b")))
    assert ("award:co:replacement", "revoked:co:b") == decision.waiting


def test_a_limit_speaks_of_those_who_still_have_the_award() -> None:
    limit = Limit("tran", "Không quá 20 %", ("Điều 11",), "read", award="co")
    decision = decided(rules(FLAG, limits=(limit,)), year(revoked("a"), follows("b")))
    assert [("b",)] == [step.inputs["units"] for step in decision.steps if step.step == "limit"]


def test_a_council_reviews_nothing_that_fell_away() -> None:
    decision = decided(rules(FLAG), year(revoked("a"), follows("b")))
    found = extract(parse_record(record_bytes(decision))).proposals
    assert [("co", "b", "proposed")] == [(each.award, each.unit, each.state) for each in found]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_report_says_what_became_of_an_award(language: str) -> None:
    plan = rules(FLAG, award("bang-khen", MEETING, quota=1, excludes=("co",)))
    given = year(act("award:bang-khen:m", ("b",)), revoked("a"), follows("b"), hold("c", "refused"), held="c")
    decision, names = decided(plan, given), Names.of(decided(plan, given), language)
    for shown in (text(decision, language), minutes(decision, language)):
        assert names.say("award-cancelled") in shown
        assert names.say("award-yielded") in shown
        assert names.say("title-without", units=names.unit("a")) in shown
    assert names.say("why-cancelled") in explain(decision, "a", language)
    assert names.say("why-yielded-by", other="co") in explain(decision, "b", language)
    assert names.say("place-without", units=names.unit("a"), place=1, total=3) in explain(decision, "b", language)


def test_the_block_to_paste_asks_for_units_and_may_not_be_left_out() -> None:
    asks = question(decided(rules(FLAG), year(revoked("a"))), "award:co:replacement")
    names = Names.of(decided(rules(FLAG), year(revoked("a"))), "vi")
    assert 'choice   = ["…"]' in act_block(asks, names)
    assert "held" not in hint((asks,), names)


def test_the_offices_stay_whatever_becomes_of_awards() -> None:
    assert [] == outputs(decided(rules(FLAG), year(revoked("a"))), "office")
