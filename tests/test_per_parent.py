"""Facts about awards that count by parent: at most so many of one, and the next in order where it is full."""

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
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
    tie,
    vote,
    warned,
)

from emulrules.errors import RulesetError, SeasonError
from emulrules.files.record import parse_record, record_bytes
from emulrules.model.award import Award, OverQuota, PerParent, QuotaRule
from emulrules.model.decision import Decision, Step, Within
from emulrules.model.order import Share
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Act, Season, UnitEntry
from emulrules.model.succession import Succession
from emulrules.model.table import Table
from emulrules.parents import parents
from emulrules.verdicts import Status, examine

STANDING = choose("s", "standing")
MEETING = choose("m", "meeting", asks="meeting")
BALLOT = choose("b", "ballot", asks="members", at_least="1/2", base="members", rounds=2)
CHAIR = tie("t", "decision", asks="chair")
VOTES = OverQuota("nhieu-phieu", "votes")
ASKS = OverQuota("chu-tri", "decision", "chair")
NAMES = ["a1", "a2", "a3", "b1", "b2", "c1"]


def flag(*steps: Any, number: int = 1, **parts: Any) -> Award:
    """An award of which each province may have so many."""
    return award(parts.pop("id", "f"), *steps, **{"at_most": PerParent(number, "province"), **parts})


def rules(*awards: Award, names: list[str] = NAMES, **parts: Any) -> Ruleset:
    """A unit belongs to the province that its name begins with."""
    units = {name: Unit(f"Đơn vị {name.upper()}", within={"province": f"tinh-{name[0]}"}) for name in names}
    parts = {"criteria": (criterion("x"),), "order": order("points"), "awards": awards, "units": units, **parts}
    return ruleset(names, **parts)


def year(*acts: Act, places: str = "a1 > a2 > b1 > a3 > b2 > c1", **parts: Any) -> Season:
    """A year in which the units stand so: `>` between places, `=` between equals."""
    groups = [group.split("=") for group in places.replace(" ", "").split(">")]
    points = {unit: len(groups) - number for number, group in enumerate(groups) for unit in group}
    return season(*acts, scores={"x": points}, **parts)


def passed(decision: Decision) -> dict[str, tuple[str, ...]]:
    """Who was passed over, and for whom."""
    return {str(step.unit): step.output for step in decision.steps if step.step == "passed-over"}


def steps(decision: Decision, kind: str) -> list[Step]:
    return [step for step in decision.steps if step.step == kind]


# By standing.


@pytest.mark.parametrize(
    ("quota", "number", "expected", "over"),
    [
        (3, 1, "a1 b1 c1", {"a2": ("a1",), "a3": ("a1",), "b2": ("b1",)}),
        (2, 1, "a1 b1", {"a2": ("a1",)}),
        (1, 1, "a1", {}),
        (0, 1, "", {}),
        (4, 2, "a1 a2 b1 b2", {"a3": ("a1", "a2")}),
        (9, 3, "a1 a2 a3 b1 b2 c1", {}),
        (9, 1, "a1 b1 c1", {"a2": ("a1",), "a3": ("a1",), "b2": ("b1",)}),
    ],
)
def test_a_unit_whose_parent_is_full_is_passed_over(
    quota: int, number: int, expected: str, over: dict[str, Any]
) -> None:
    decision = decided(rules(flag(STANDING, quota=quota, number=number)), year())
    assert (expected.split(), over, []) == (sorted(proposed(decision)), passed(decision), asked(decision))


def test_the_step_says_whose_slots_were_full_under_the_awards_own_article() -> None:
    plan = rules(flag(STANDING, quota=2, basis=("Điều 8",), trust="reported"))
    (step,) = steps(decided(plan, year()), "passed-over")
    assert ("a2", "awards.f.at_most", ("Điều 8",)) == (step.unit, step.rule, step.basis)
    assert {"per": "province", "parent": "tinh-a", "number": 1} == step.inputs
    assert ("reported-rule", "awards.f.at_most") in warned(decided(plan, year()))


def test_who_is_out_or_shut_out_takes_no_slot_of_its_parent() -> None:
    plan = rules(award("e", MEETING, quota=1), flag(STANDING, quota=2, excludes=("e",)), gates=(gate("g", "bad"),))
    decision = decided(plan, year(act("award:e:m", ["a2"]), facts={"bad": ("a1",)}))
    assert {"b1", "a3"} == set(proposed(decision, "f"))


@pytest.mark.parametrize(
    ("places", "quota", "expected"),
    [
        ("a1=a2 > b1 > c1", 2, "award:f:province:tinh-a:t"),
        ("a1=a2=b1 > c1", 9, "award:f:province:tinh-a:t"),
        ("a1=a2 > b1=b2 > c1", 9, "award:f:province:tinh-a:t award:f:province:tinh-b:t"),
        ("a1=a2 > b1=c1", 2, "award:f:province:tinh-a:t award:f:t"),
        ("a1=a2=b1", 1, "award:f:t"),
        ("a1=b1 > a2=b2", 9, ""),
        ("a1 > b1 > a2=a3 > b2", 9, ""),
        ("a1 > b1 > a2=b2", 3, ""),
        ("a1 > b1=c1 > a2=a3", 2, "award:f:t"),
    ],
)
def test_a_tie_is_asked_about_only_where_slots_end_in_it(places: str, quota: int, expected: str) -> None:
    names = sorted(places.replace("=", " ").replace(">", " ").split())
    decision = decided(rules(flag(STANDING, quota=quota), names=names, ties=(CHAIR,)), year(places=places))
    assert expected.split() == asked(decision)
    assert {()} >= {each.after for each in decision.questions}


def test_a_tie_at_a_parents_last_slot_is_parted_by_the_chain_among_its_units() -> None:
    plan = rules(flag(STANDING, quota=2), ties=(CHAIR,))
    tied = "a1=a2=b1 > c1 > a3 > b2"
    decision = decided(plan, year(places=tied))
    asks = question(decision, "award:f:province:tinh-a:t")
    assert (("a1", "a2"), 1, 1, "chair", ()) == (asks.options, asks.least, asks.most, asks.of, asks.within)
    assert {"b1"} == set(proposed(decision))
    settled = decided(plan, year(act(asks.id, ["a2"]), places=tied))
    assert ({"a2", "b1"}, []) == (set(proposed(settled)), asked(settled))
    (line,) = steps(settled, "line")
    assert ({"parent": "tinh-a", "tied": ("a1", "a2"), "slots": 1, "boundary": "cut"}, ("a2",)) == (
        line.inputs,
        line.output,
    )


def test_a_tie_at_the_last_slot_of_all_is_one_question_that_says_what_each_parent_may_have() -> None:
    plan = rules(flag(STANDING, quota=2), ties=(CHAIR,))
    tied = "a1=a2=b1=c1 > a3 > b2"
    asks = question(decided(plan, year(places=tied)), "award:f:t")
    assert (("a1", "a2", "b1", "c1"), 2, 2) == (asks.options, asks.least, asks.most)
    assert (Within("tinh-a", ("a1", "a2"), 1),) == asks.within
    settled = decided(plan, year(act("award:f:t", ["a2", "c1"]), places=tied))
    assert ({"a2", "c1"}, []) == (set(proposed(settled)), asked(settled))
    fault = refused("act-too-many-within", plan, year(act("award:f:t", ["a1", "a2"]), places=tied))
    assert {"parent": "tinh-a", "got": 2, "most": 1, "units": "a1, a2"}.items() <= fault.data.items()
    assert ("acts", 0, "choice") == fault.path
    (step,) = (step for step in steps(settled, "act"))
    assert {"tinh-a": 1} == step.inputs["within"]


def test_whoever_is_passed_over_is_no_option_of_a_tie() -> None:
    plan = rules(flag(STANDING, quota=2), ties=(CHAIR,))
    decision = decided(plan, year(places="a1 > a2=b1=c1 > a3 > b2"))
    assert ("b1", "c1") == question(decision, "award:f:t").options
    assert {"a2": ("a1",)} == passed(decision)


def test_lines_of_several_parents_do_not_wait_for_one_another() -> None:
    plan = rules(flag(STANDING, quota=9), ties=(CHAIR,))
    tied = "a1=a2=a3 > b1=b2 > c1"
    ids = ["award:f:province:tinh-a:t", "award:f:province:tinh-b:t"]
    answers = [act(ids[0], ["a3"]), act(ids[1], ["b1"])]
    assert ids == asked(decided(plan, year(places=tied)))
    assert (ids[1:], ids[:1]) == tuple(asked(decided(plan, year(given, places=tied))) for given in answers)
    assert {"a3", "b1", "c1"} == set(proposed(decided(plan, year(*answers, places=tied))))


def test_a_computed_step_parts_the_units_of_a_parent_and_asks_for_their_figures_only() -> None:
    women = tie("women", "share", share=Share("women", "staff"))
    plan = rules(flag(STANDING, quota=2), ties=(women,))
    tied = "a1=a2=b1 > c1 > a3 > b2"
    figures = {"a1": UnitEntry(5, 10), "a2": UnitEntry(None, 10)}
    decision = decided(plan, year(places=tied, units=figures))
    assert ["fact:a2:women"] == asked(decision)
    parted = decided(plan, year(act("fact:a2:women", number=6), places=tied, units=figures))
    assert ({"a2", "b1"}, []) == (set(proposed(parted)), asked(parted))


def test_a_ballot_on_a_tie_of_all_slots_may_leave_a_tie_in_one_parent() -> None:
    ballot = tie("phieu", "ballot", asks="members")
    plan = rules(flag(STANDING, quota=2), ties=(ballot, CHAIR))
    tied = "a1=a2=b1=c1 > a3 > b2"
    voted = vote("award:f:phieu", 6, a1=3, a2=3, b1=2, c1=1)
    decision = decided(plan, year(voted, places=tied))
    assert (["award:f:province:tinh-a:t"], {"b1"}) == (asked(decision), set(proposed(decision)))
    settled = decided(plan, year(voted, act("award:f:province:tinh-a:t", ["a1"]), places=tied))
    assert {"a1", "b1"} == set(proposed(settled))
    # Votes that part the tie pass over whoever is one too many of its parent.
    clear = decided(plan, year(vote("award:f:phieu", 6, a1=4, a2=3, b1=2, c1=1), places=tied))
    assert ({"a1", "b1"}, {"a2": ("a1",)}) == (set(proposed(clear)), passed(clear))


def test_a_step_that_was_not_held_for_one_parent_is_asked_for_the_other() -> None:
    chain = (tie("phieu", "ballot", asks="members"), CHAIR)
    plan = rules(flag(STANDING, quota=9), ties=chain)
    decision = decided(plan, year(act("award:f:province:tinh-a:phieu", held=False), places="a1=a2 > b1=b2 > c1 > a3"))
    assert ["award:f:province:tinh-a:t", "award:f:province:tinh-b:phieu"] == asked(decision)


def test_what_no_step_settles_is_asked_of_the_parent_and_warns() -> None:
    plan = rules(flag(STANDING, quota=2))
    tied = "a1=a2 > b1 > c1 > a3 > b2"
    assert ["award:f:province:tinh-a:undefined"] == asked(decided(plan, year(places=tied)))
    settled = decided(plan, year(act("award:f:province:tinh-a:undefined", ["a1"]), places=tied))
    assert ("settled-without-rule", "award:f:province:tinh-a:undefined") in warned(settled)


def test_an_act_on_a_line_waits_while_its_question_can_still_come() -> None:
    plan = rules(flag(STANDING, quota="ministry"), ties=(CHAIR,))
    tied = "a1=a2 > b1 > c1 > a3 > b2"
    decision = decided(plan, year(act("award:f:province:tinh-a:t", ["a1"]), places=tied))
    assert (["quota:f"], ("award:f:province:tinh-a:t",)) == (asked(decision), decision.waiting)
    ballots = decided(rules(flag(BALLOT, over_quota=(VOTES, ASKS), quota="ministry")),
                      year(act("award:f:province:tinh-b:over-quota", ["b1"], among=("b1", "b2"))))  # fmt: skip
    assert ("award:f:province:tinh-b:over-quota",) == ballots.waiting


def test_where_nothing_ranks_the_units_a_line_is_asked_as_not_defined() -> None:
    plan = rules(flag(STANDING, quota=2), order=order("meeting"))
    told = season(act("standing", places={"b1": 1}))
    decision = decided(plan, told)
    asks = question(decision, "award:f:undefined")
    assert (("a1", "a2", "a3", "c1"), 1, {"b1"}) == (asks.options, asks.least, set(proposed(decision)))
    assert {"b2": ("b1",)} == passed(decision)


def test_the_places_are_not_asked_where_everybody_fits_who_is_not_passed_over() -> None:
    plan = rules(flag(MEETING, STANDING, quota=9), order=order("meeting"), names=["a1", "a2", "b1"])
    decision = decided(plan, season(act("award:f:m", ["a1"])))
    assert ([], {"a1", "b1"}, {"a2": ("a1",)}) == (asked(decision), set(proposed(decision)), passed(decision))
    several = decided(evolve(plan, awards=(flag(STANDING, quota=9),)), season())
    assert ["standing"] == asked(several)


def test_a_line_waits_for_the_places_that_keep_its_tie_open() -> None:
    plan = rules(flag(STANDING, quota=9), order=order("points", 1), ties=(CHAIR,))
    decision = decided(plan, year(places="a1=a2=b1=b2 > c1 > a3"))
    assert (["place:1:t"], {"c1"}) == (asked(decision), set(proposed(decision)))


def test_a_pending_record_keeps_what_each_parent_may_have() -> None:
    plan = rules(flag(STANDING, MEETING, quota=2), flag(MEETING, quota=1, id="g"), ties=(CHAIR,))
    decision = decided(plan, year(places="a1=a2=b1=c1 > a3 > b2"))
    assert [["tinh-a"], ["tinh-a", "tinh-b"]] == [[each.parent for each in q.within] for q in decision.questions]
    data = record_bytes(decision)
    assert Status.MATCH is examine(data).status
    assert decision.questions == parse_record(data).decision.questions
    first, second = json.loads(data)["questions"]
    assert [{"parent": "tinh-a", "units": ["a1", "a2"], "most": 1}] == first["within"]
    assert 2 == len(second["within"])
    plain = json.loads(record_bytes(decided(rules(award("f", MEETING, quota=1)), season())))
    assert "within" not in plain["questions"][0]


# By place.

PLACES = choose("p", "place", places=(1, 2, 3))


def test_a_place_whose_unit_is_passed_over_stays_empty() -> None:
    decision = decided(rules(flag(PLACES), order=order("points", 1, 2, 3)), year())
    assert ({"a1", "b1"}, {"a2": ("a1",)}) == (set(proposed(decision)), passed(decision))


def test_a_place_waits_where_an_open_one_may_take_its_parents_slot() -> None:
    plan = rules(flag(choose("p", "place", places=(1, 3, 4))), order=order("points", 1, 3, 4), ties=(CHAIR,))
    tied = "a1=b1 > a2 > c1 > b2 > a3"
    decision = decided(plan, year(places=tied))
    assert (["place:1:t"], {"c1"}, {}) == (asked(decision), set(proposed(decision)), passed(decision))
    first = act("place:1:t", ["b1"], among=("a1", "b1"))
    assert {"a2", "b1", "c1"} == set(proposed(decided(plan, year(first, places=tied))))
    other = decided(plan, year(act("place:1:t", ["a1"], among=("a1", "b1")), places=tied))
    assert ({"a1", "c1"}, {"a2": ("a1",)}) == (set(proposed(other)), passed(other))


# By meeting, decision and ballot.


def test_a_meeting_may_not_choose_more_of_one_parent_and_is_told_which() -> None:
    plan = rules(flag(MEETING, quota=3))
    asks = question(decided(plan, season()), "award:f:m")
    assert (0, 3) == (asks.least, asks.most)
    assert [("tinh-a", ("a1", "a2", "a3"), 1), ("tinh-b", ("b1", "b2"), 1)] == [
        (each.parent, each.units, each.most) for each in asks.within
    ]
    fault = refused("act-too-many-within", plan, season(act("award:f:m", ["a1", "a3", "b1"])))
    assert ("tinh-a", "a1, a3") == (fault.data["parent"], fault.data["units"])
    assert {"a1", "b1", "c1"} == set(proposed(decided(plan, season(act("award:f:m", ["a1", "b1", "c1"])))))


def test_a_choice_counts_no_more_than_its_parents_allow() -> None:
    plan = rules(flag(MEETING, quota=9), names=["a1", "a2", "b1"])
    assert 2 == question(decided(plan, season()), "award:f:m").most
    only = rules(flag(MEETING, quota=9), names=["a1", "a2"])
    refused("act-too-many-within", only, season(act("award:f:m", ["a1", "a2"])))


def test_an_act_that_waits_may_not_name_more_of_one_parent_either() -> None:
    plan = rules(flag(MEETING, quota="ministry"))
    refused("act-too-many-within", plan, season(act("award:f:m", ["a1", "a2"])))
    assert ("award:f:m",) == decided(plan, season(act("award:f:m", ["a1", "b1"]))).waiting


def test_a_parent_that_is_full_is_closed_to_the_next_step() -> None:
    head = choose("c", "decision", asks="head-and-deputies")
    plan = rules(flag(MEETING, head, quota=3))
    first = act("award:f:m", ["a1"])
    decision = decided(plan, season(first))
    assert ("b1", "b2", "c1") == question(decision, "award:f:c").options
    assert {"a2": ("a1",), "a3": ("a1",)} == passed(decision)
    fault = refused("choice-parent-full", plan, season(first, act("award:f:c", ["a2"])))
    assert {"unit": "a2", "award": "f", "parent": "tinh-a", "number": 1}.items() <= fault.data.items()
    again = refused("choice-already", plan, season(first, act("award:f:c", ["a1"])))
    assert "a1" == again.data["unit"]


def test_nothing_is_asked_once_every_parent_is_full() -> None:
    plan = rules(flag(MEETING, choose("c", "decision", asks="chair"), quota=9), names=["a1", "a2"])
    decision = decided(plan, season(act("award:f:m", ["a1"])))
    assert ("complete", {"a2": ("a1",)}) == (decision.status, passed(decision))
    full = decided(rules(flag(MEETING, STANDING, quota=1), names=["a1", "a2"]), season(act("award:f:m", ["a1"])))
    assert {} == passed(full)


def over(*chain: OverQuota, quota: int = 9, **votes: int) -> Any:
    """A ballot of six members on all six units, under an over-quota chain; three votes are enough."""
    plan = rules(flag(BALLOT, over_quota=chain, quota=quota))
    return plan, vote("award:f:b", 6, **{**dict.fromkeys(NAMES, 0), **votes})


def test_over_the_threshold_the_chain_cuts_within_each_parent() -> None:
    plan, voted = over(VOTES, a1=5, a2=4, b1=3, b2=6)
    decision = decided(plan, season(voted))
    assert {"a1", "b2"} == set(proposed(decision))
    first, second = steps(decision, "over-quota")
    assert [("a1",), ("b2",)] == [first.output, second.output]
    assert {"tied": (), "slots": 1, "parent": "tinh-a", "among": ("a1", "a2")} == first.inputs
    assert ("tinh-b", ("b1", "b2")) == (second.inputs["parent"], second.inputs["among"])


def test_equal_votes_in_one_parent_go_to_the_next_step_under_its_name() -> None:
    plan, voted = over(VOTES, ASKS, a1=4, a2=4, b1=3, c1=3)
    decision = decided(plan, season(voted))
    assert ({"b1", "c1"}, ["award:f:province:tinh-a:over-quota"]) == (set(proposed(decision)), asked(decision))
    asks = question(decision, "award:f:province:tinh-a:over-quota")
    assert (("a1", "a2"), 1, 1, "chair") == (asks.options, asks.least, asks.most, asks.of)
    settled = decided(plan, season(voted, act(asks.id, ["a2"], among=("a1", "a2"))))
    assert {"a2", "b1", "c1"} == set(proposed(settled))


def test_over_the_quota_too_the_highest_votes_are_gone_down_past_full_parents() -> None:
    plan, voted = over(VOTES, quota=2, a1=6, a2=5, b1=4, c1=3)
    decision = decided(plan, season(voted))
    assert ({"a1", "b1"}, {"a2": ("a1",)}, []) == (set(proposed(decision)), passed(decision), asked(decision))


def test_a_tie_below_the_last_slot_is_not_asked_about_though_its_parent_has_too_many() -> None:
    plan, voted = over(VOTES, ASKS, quota=1, a1=3, a2=3, b1=5)
    assert ({"b1"}, []) == (set(proposed(decided(plan, season(voted)))), asked(decided(plan, season(voted))))


def test_equal_votes_at_the_last_slot_of_all_are_one_question_with_the_limits() -> None:
    plan, voted = over(VOTES, ASKS, quota=2, a1=4, a2=4, b1=4, c1=4)
    asks = question(decided(plan, season(voted)), "award:f:over-quota")
    assert (("a1", "a2", "b1", "c1"), 2, (Within("tinh-a", ("a1", "a2"), 1),)) == (
        asks.options,
        asks.most,
        asks.within,
    )


def test_a_chain_without_votes_asks_within_the_parent_and_goes_on_where_it_was_not_held() -> None:
    council = OverQuota("hoi-dong", "decision", "council")
    plan, voted = over(ASKS, council, a1=4, a2=3, b1=3)
    prefix = "award:f:province:tinh-a:over-quota"
    assert [prefix] == asked(decided(plan, season(voted)))
    left = act(prefix, held=False)
    assert [f"{prefix}:2"] == asked(decided(plan, season(voted, left)))
    assert "council" == question(decided(plan, season(voted, left)), f"{prefix}:2").of
    nobody = decided(plan, season(voted, left, act(f"{prefix}:2", held=False)))
    assert ([f"{prefix}:3"], None) == (asked(nobody), question(nobody, f"{prefix}:3").of)
    third = act(f"{prefix}:3", ["a2"], among=("a1", "a2"))
    settled = decided(plan, season(voted, left, act(f"{prefix}:2", held=False), third))
    assert {"a2", "b1"} <= set(proposed(settled))
    assert ("settled-without-rule", f"{prefix}:3") in warned(settled)


def test_a_second_ballot_is_held_among_those_whose_parents_have_room() -> None:
    plan, voted = over(VOTES, quota=3, a1=4, a2=3)
    decision = decided(plan, season(voted))
    asks = question(decision, "award:f:b:2")
    assert (("b1", "b2", "c1"), 2) == (asks.options, asks.most)


# All the rest.


def test_all_the_rest_is_everybody_whose_parent_has_room() -> None:
    plan = rules(flag(STANDING, quota=QuotaRule(rest=True)), ties=(CHAIR,))
    decision = decided(plan, year(places="a1=a2 > b1 > c1 > a3 > b2"))
    assert ([3], ["award:f:province:tinh-a:t"]) == (outputs(decision, "quota"), asked(decision))
    (step,) = steps(decision, "quota")
    assert {"base": 6, "rounding": None} == step.inputs
    refused("quota-differs", plan, year(act("quota:f", number=6)))


# What awards that depend on it see.


def test_whoever_is_passed_over_cannot_have_what_requires_the_award() -> None:
    plan = rules(flag(STANDING, quota=2), award("g", MEETING, quota=9, requires=("f",)), ties=(CHAIR,))
    decision = decided(plan, year(places="a1 > a2 > b1=b2 > c1 > a3"))
    waits = question(decision, "award:g:m")
    assert (("award:f:province:tinh-b:t",), ("a1", "a3", "b1", "b2", "c1")) == (waits.after, waits.options)


# Who lies where.


def test_a_member_without_the_parent_is_an_error_of_the_ruleset() -> None:
    plan = rules(flag(STANDING, quota=2))
    lost = evolve(plan, units={**plan.units, "b1": Unit("Đơn vị B1")})
    fault = refused("unit-without-parent", lost, year(), RulesetError)
    assert (("units", "b1"), {"unit": "b1", "award": "f", "per": "province"}) == (fault.path, fault.data)


def test_a_unit_that_joins_says_its_parent_in_the_season() -> None:
    plan = rules(flag(STANDING, quota=3), names=["a1", "b1"])
    entry = UnitEntry(roster="joins", name="Đơn vị C", source="bien-ban")
    scored = {"x": {"a1": 3, "b1": 2, "moi": 1}}
    fault = refused("unit-without-parent", plan, season(scores=scored, units={"moi": entry}))
    assert (("units", "moi"), {"unit": "moi", "award": "f", "per": "province"}) == (fault.path, dict(fault.data))
    inside = evolve(entry, within={"province": "tinh-a"})
    decision = decided(plan, season(scores=scored, units={"moi": inside}))
    assert ({"a1", "b1"}, {"moi": ("a1",)}) == (set(proposed(decision)), passed(decision))


def test_what_the_season_says_of_a_unit_that_joins_counts_before_the_ruleset() -> None:
    plan = evolve(rules(flag(STANDING, quota=3)), clusters=ruleset(["a1", "b1"]).clusters)
    entry = UnitEntry(roster="joins", source="bien-ban")
    scored = {"x": {"a1": 3, "b1": 2, "a2": 1}}
    assert "a2" not in proposed(decided(plan, season(scores=scored, units={"a2": entry})))
    moved = evolve(entry, within={"province": "tinh-z"})
    assert "a2" in proposed(decided(plan, season(scores=scored, units={"a2": moved})))


def test_only_the_parent_that_is_counted_by_matters() -> None:
    plan = rules(flag(STANDING, quota=2, at_most=PerParent(1, "vung")))
    regions = {"a1": "bac", "a2": "nam", "a3": "nam", "b1": "bac", "b2": "nam", "c1": "nam"}
    units = {name: evolve(unit, within={**unit.within, "vung": regions[name]}) for name, unit in plan.units.items()}
    assert {"a1", "a2"} == set(proposed(decided(evolve(plan, units=units), year())))


def test_an_award_that_counts_by_nothing_asks_and_says_nothing_of_parents() -> None:
    plan = rules(award("f", STANDING, quota=2), ties=(CHAIR,))
    tied = "a1=a2=a3 > b1 > b2 > c1"
    (asks,) = decided(plan, year(places=tied)).questions
    assert ("award:f:t", ()) == (asks.id, asks.within)
    settled = decided(plan, year(act("award:f:t", ["a1", "a2"]), places=tied))
    (line,) = steps(settled, "line")
    assert ({"tied", "slots", "boundary"}, {}) == (set(line.inputs), passed(settled))
    assert [False] == ["within" in step.inputs for step in steps(settled, "act")]


def test_a_unit_that_the_season_forms_says_its_parent_there_and_any_other_in_the_ruleset() -> None:
    """What a succession formed is a member by the season alone, and has its parent from it."""
    merged = Succession("sap-nhap", ("b1",), ("moi",), date(2021, 7, 1), "renamed", **READ)
    plan = rules(flag(MEETING, quota=3), names=["a1", "b1"])
    entry = UnitEntry(name="Đơn vị mới", within=Table(province="tinh-z"))
    formed = parents(season(successions=(merged,), units={"moi": entry}), plan, ("a1", "moi"))
    assert ("tinh-a", "tinh-z") == (formed["a1"]["province"], formed["moi"]["province"])
    lost = evolve(plan, units={**plan.units, "a1": Unit("Đơn vị A1")})
    with pytest.raises(RulesetError):
        parents(season(successions=(merged,), units={"moi": entry}), lost, ("a1", "moi"))
    with pytest.raises(SeasonError):
        parents(season(successions=(merged,), units={"moi": evolve(entry, within=Table())}), plan, ("a1", "moi"))


def test_a_unit_that_is_formed_again_keeps_the_parent_of_the_ruleset() -> None:
    back = Succession("doi-ten", ("b1",), ("a1",), date(2021, 7, 1), "renamed", **READ)
    plan = rules(flag(MEETING, quota=3), names=["a1", "b1"])
    assert "tinh-a" == parents(season(successions=(back,)), plan, ("a1",))["a1"]["province"]
