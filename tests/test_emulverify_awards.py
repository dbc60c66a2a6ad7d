"""The verifier on awards, ties, places and offices: records of the engine match, and what is forged in them is told."""

import json
from typing import Any

import pytest
from building import READ, act, award, choose, criterion, decided, gate, order, ruleset, season, tie, vote

import emulverify
from emulrules.files.record import record_bytes
from emulrules.model.award import Award, OverQuota, PerParent, QuotaRule
from emulrules.model.exact import parse
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Act, Season
from emulrules.verdicts import examine

Body = dict[str, Any]

X = (criterion("x"),)
MEETING = order("meeting", 1)
STANDING = choose("s", "standing")
DECISION = choose("d", "decision", asks="council")
BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="ballots")
VOTES = OverQuota("nhieu-phieu", "votes")
CHAIR = OverQuota("chu-tri", "chair-vote")
COUNCIL = OverQuota("hoi-dong", "decision", "council")
UNFIT = Bar("khong-xet", ("head",), **READ, fact="not-considered")


def record(rules: Ruleset, given: Season | None = None) -> Body:
    body: Body = json.loads(record_bytes(decided(rules, given)))
    return body


def refused(body: Body) -> tuple[int, list[int], str]:
    """The status, the check that fails, and where; a replay says the same as far as the verifier goes."""
    data = emulverify.write(body | emulverify.outcome(body)).encode()
    verdict = emulverify.verify(data)
    assert examine(data).status == (0 if verdict.status == 3 else verdict.status)
    return verdict.status, [check for check, held in verdict.held.items() if held is False], str(verdict.where)


def said(body: Body) -> tuple[int, str]:
    """The status, and what is named with it."""
    status, _, where = refused(body)
    return status, where


def stopped(body: Body) -> tuple[int, str]:
    """The status, and the first part that was taken as recorded, without the step."""
    status, where = said(body)
    return status, where.partition(" (from step ")[0]


def asked(body: Body) -> list[tuple[str, list[str]]]:
    """The open questions, and what each waits for."""
    return [(each["id"], each["after"]) for each in body["questions"]]


def unnamed(body: Body, question: str) -> Body:
    """The record with an act that does not say among whom."""
    told = next(each for each in body["season"]["acts"] if each["question"] == question)
    step = next(each for each in body["steps"] if each["step"] == "act" and each["inputs"]["id"] == question)
    assert told.pop("among") == step["inputs"]["among"]
    step["inputs"]["among"] = None
    return body


def by_points(*awards: Award, members: str = "abcd", **parts: Any) -> Ruleset:
    return ruleset(members, **{"criteria": X, "order": order("points"), "awards": awards, **parts})


def scored(*acts: Act, **points: int) -> Season:
    return season(*acts, scores={"x": points})


TIED = {"a": 2, "b": 2, "c": 1, "d": 1}
FIRST = award("f", STANDING, quota=1)
DECIDED = tie("chu-tri", "decision", asks="chair")
DRAWN = by_points(FIRST, ties=(tie("tham", "lot", asks="meeting"),))
VOTED = by_points(FIRST, ties=(tie("phieu", "ballot", asks="members"),))
NAMED = by_points(order=order("points", 1), ties=(DECIDED,))
BY_BALLOT = ruleset("abcd", order=order("ballot", 1, asks="members"))
OVER = ruleset("abcd", awards=(award("f", BALLOT, quota=1, over_quota=(COUNCIL,)),))
EQUAL = vote("award:f:b", 4, a=4, b=4, c=1, d=0)
NAMED_ACTS = {
    "award:f:phieu": (VOTED, scored(vote("award:f:phieu", 4, a=1, b=3), **TIED)),
    "award:f:tham": (DRAWN, scored(act("award:f:tham", "a", among="ab"), **TIED)),
    "place:1:chu-tri": (NAMED, scored(act("place:1:chu-tri", "a", among="ab"), **TIED)),
    "standing": (BY_BALLOT, season(vote("standing", 4, a=4, b=3, c=2, d=1))),
    "award:f:b": (OVER, season(vote("award:f:b", 4, a=4, b=1, c=1, d=0))),
    "award:f:over-quota": (OVER, season(EQUAL, act("award:f:over-quota", "b", among="ab"))),
}


@pytest.mark.parametrize("question", NAMED_ACTS)
def test_an_act_that_must_say_among_whom_is_refused_without_it(question: str) -> None:
    body = record(*NAMED_ACTS[question])
    assert (0, "") == said(body)
    assert (11, [5], f"acts: {question}") == refused(unnamed(body, question))


def test_a_decision_on_a_tie_at_an_awards_line_need_not_say_among_whom() -> None:
    assert (0, "") == said(record(by_points(FIRST, ties=(DECIDED,)), scored(act("award:f:chu-tri", "a"), **TIED)))


def test_units_that_nobody_placed_are_cut_without_any_key() -> None:
    rules = ruleset("abcd", order=MEETING, awards=(award("f", STANDING, quota=2),), ties=(DECIDED,))
    placed = act("standing", places={"a": 1})
    body = record(rules, season(placed))
    assert [("award:f:undefined", [])] == asked(body)
    assert (0, "") == said(body)
    assert (0, "") == said(record(rules, season(placed, act("award:f:undefined", "c"))))


@pytest.mark.parametrize("by", ["meeting", "ballot"])
def test_the_place_of_the_only_unit_may_be_said(by: str) -> None:
    rules = ruleset("a", order=order(by, asks="members"))
    told = vote("standing", 1, a=1) if by == "ballot" else act("standing", places={"a": 1})
    assert [(0, "")] * 2 == [said(record(rules, given)) for given in (season(told), season())]


def test_an_award_by_standing_without_an_order_cannot_be_decided() -> None:
    body = record(ruleset("abc", order=order("meeting"), awards=(FIRST,)))
    assert ([("standing", [])], (0, "")) == (asked(body), said(body))
    del body["rules"]["order"]
    assert (11, [5], "order") == refused(body | {"questions": []})


def placed(*awards: Award, **parts: Any) -> Ruleset:
    return by_points(*awards, order=order("points", 1, 2, 3), **parts)


def at(*places: int, **parts: Any) -> Award:
    return award("p", choose("hang", "place", places=places), **parts)


AFTER = award("z", DECISION, quota=1, excludes=("p",))


def taken(*units: str) -> tuple[Award, Act]:
    """An award that a decision gives to these."""
    return award("x", DECISION, quota=4), act("award:x:d", units)


def who(body: Body, award_: str) -> str:
    return "".join(each["unit"] for each in body["awards"] if each["award"] == award_)


def test_a_place_of_no_candidate_takes_no_slot() -> None:
    other, given = taken("a")
    body = record(placed(other, at(1, 2, 3, quota=2, excludes=("x",))), scored(given, a=4, b=3, c=2, d=1))
    assert ("bc", (0, "")) == (who(body, "p"), said(body))


def test_a_tie_at_places_takes_a_slot_for_each_though_nobody_of_it_is_a_candidate() -> None:
    other, given = taken("a", "b")
    for quota, expected in ((2, ""), (3, "c"), (None, "c")):
        body = record(placed(other, at(1, 2, 3, quota=quota, excludes=("x",))), scored(given, a=3, b=3, c=2, d=1))
        assert (expected, (0, "")) == (who(body, "p"), said(body))


def test_places_that_nobody_can_have_are_open_on_nothing() -> None:
    other, given = taken("a", "b")
    shut = at(1, quota=1, excludes=("x",))
    body = record(placed(other, shut, AFTER), scored(given, a=3, b=3, c=2, d=1))
    assert [("place:1:undefined", []), ("award:z:d", [])] == asked(body)
    assert (0, "") == said(body)


def test_what_follows_on_a_place_that_is_open_waits_for_the_standing() -> None:
    body = record(ruleset("abc", order=MEETING, awards=(at(1), AFTER)))
    assert [("standing", []), ("award:z:d", ["standing"])] == asked(body)
    assert (0, "") == said(body)


def test_places_take_the_slots_that_an_earlier_step_left() -> None:
    both = award("p", DECISION, choose("hai", "place", places=(1, 2)), quota=2)
    body = record(placed(both), scored(act("award:p:d", "d"), a=4, b=3, c=2, d=1))
    assert ("ad", (0, "")) == (who(body, "p"), said(body))


def test_a_tie_at_places_of_an_award_that_counts_by_parent_is_taken_as_recorded() -> None:
    units = {unit: Unit(unit.upper(), within={"province": unit}) for unit in "abcd"}
    rules = placed(at(1, 2, 3, at_most=PerParent(1, "province")), units=units)
    assert (3, "awards that count by parent") == stopped(record(rules, scored(a=3, b=3, c=2, d=1)))


HALF = QuotaRule(share=parse("1/2"), base="units", rounding="ceiling")
QUOTAS = {
    "number": award("f", DECISION, quota=2),
    "share": award("f", DECISION, quota=HALF),
    "table": award("f", DECISION, quota=[(1, 9, 2)]),
    "rest": award("f", DECISION, quota=QuotaRule(rest=True), excludes=("x",)),
    "places": award("f", choose("hai", "place", places=(1, 2))),
}


@pytest.mark.parametrize("kind", QUOTAS)
def test_an_act_may_say_the_number_that_the_rules_give_and_no_other(kind: str) -> None:
    other, given = taken("c", "d")
    body = record(placed(other, QUOTAS[kind]), scored(given, act("quota:f", number=2), a=4, b=3, c=2, d=1))
    assert (0, "") == said(body)
    told = next(each for each in body["season"]["acts"] if each["question"] == "quota:f")
    step = next(each for each in body["steps"] if each["step"] == "act" and each["inputs"]["id"] == "quota:f")
    told["number"] = step["output"] = 3
    assert (11, [5], "quota:f") == refused(body)


def test_a_share_of_nobody_is_nothing() -> None:
    rules = ruleset("ab", gates=(gate("g", "bad"),), awards=(award("f", DECISION, quota=HALF),))
    body = record(rules, season(act("quota:f", number=0), facts={"bad": ("a", "b")}))
    assert (0, "") == said(body)


def test_a_number_that_does_not_follow_from_its_share_is_refused() -> None:
    third = QuotaRule(share=parse("1/3"), base="units", rounding="floor", least=0)
    body = record(ruleset("abc", awards=(award("f", DECISION, quota=third),)))
    assert (0, "") == said(body)
    told = next(each["answer"] for each in body["answers"] if each["hook"] == "award_quota")
    step = next(each for each in body["steps"] if each["step"] == "quota")
    told["number"] = step["output"] = body["questions"][0]["most"] = 2
    assert (11, [5], "quota:f") == refused(body)


def test_an_award_that_nothing_says_how_to_choose_is_nobodys() -> None:
    assert (0, "") == said(record(ruleset("abc", awards=(award("f", quota=1),))))


def test_a_ballot_without_a_threshold_is_a_part_of_the_ballots() -> None:
    plain = award("f", choose("b", "ballot", asks="members"), quota=1, over_quota=(VOTES,))
    body = record(ruleset("abc", awards=(plain,)), season(vote("award:f:b", 2, a=2, b=1, c=0)))
    assert ("a", (0, "")) == (who(body, "f"), said(body))


def test_a_ballot_of_nobody_is_a_part_of_nothing() -> None:
    body = record(ruleset("abc", awards=(award("f", BALLOT, quota=1),)), season(vote("award:f:b", 0, a=0, b=0, c=0)))
    assert ("", (0, "")) == (who(body, "f"), said(body))


@pytest.mark.parametrize(("base", "chosen"), [("ballots", "ab"), ("present", "a"), ("present-or-consulted", "")])
def test_a_threshold_is_a_part_of_its_base(base: str, chosen: str) -> None:
    half = award("f", choose("b", "ballot", asks="members", at_least="1/2", base=base), quota=3)
    votes = vote("award:f:b", 2, a=2, b=1, c=0, d=0, e=0, f=0)
    body = record(ruleset("abcdef", awards=(half,)), season(votes, present=3, consulted=2))
    assert (chosen, (0, "")) == (who(body, "f"), said(body))


@pytest.mark.parametrize(("asks", "base"), [("members", "present"), ("council", "members")])
def test_a_ballot_on_a_number_that_nobody_stated_is_taken_as_recorded(asks: str, base: str) -> None:
    half = award("f", choose("b", "ballot", asks=asks, at_least="1/2", base=base), quota=1)
    assert (3, "ballots on a base that may be asked for") == stopped(record(ruleset("abc", awards=(half,))))


def test_what_is_over_quota_names_all_of_the_tie_where_an_award_counts_by_parent() -> None:
    units = {unit: Unit(unit.upper(), within={"province": unit}) for unit in "abcd"}
    flag = award("f", BALLOT, quota=2, over_quota=(VOTES, CHAIR), at_most=PerParent(1, "province"))
    votes, chair = vote("award:f:b", 4, a=4, b=3, c=3, d=1), act("award:f:over-quota", "c", among="bc")
    body = record(ruleset("abcd", units=units, awards=(flag,)), season(votes, chair))
    assert ("ac", (0, "")) == (who(body, "f"), said(body))


def headed(by: Any, members: str = "abcd", **parts: Any) -> Ruleset:
    types = {unit: Unit(unit.upper(), type="so" if unit < "c" else "nganh") for unit in members}
    return ruleset(members, units=types, headship=Headship(by, **{**READ, "asks": "members", "deputies": (), **parts}))


def test_the_only_candidate_leads_whatever_the_queue_is() -> None:
    body = record(headed("turn", "ab", bars=(UNFIT,)), season(facts={"not-considered": ("a",)}))
    assert [("b", "turn")] == [(each["unit"], each["state"]) for each in body["offices"]]
    assert (0, "") == said(body)


def test_nobody_leads_whoever_the_deputies_were_where_all_are_barred() -> None:
    body = record(headed("deputy", "ab", bars=(UNFIT,)), season(facts={"not-considered": ("a", "b")}))
    assert (0, "") == said(body)


@pytest.mark.parametrize("by", ["turn", "deputy"])
def test_an_office_that_turns_on_what_nobody_stated_is_taken_as_recorded(by: str) -> None:
    assert (3, "questions that ask for facts") == stopped(record(headed(by)))


def test_a_seat_of_candidates_for_the_open_head_is_taken_as_recorded_also_after_another_seat() -> None:
    seats = (Seat("nganh", "nganh"), Seat("bat-ky"))
    for acts in ((), (act("deputy:nganh", "c"),)):
        body = record(headed("elected", type="so", deputies=seats), season(*acts))
        assert (3, "seats of deputies while the head is open") == stopped(body)
