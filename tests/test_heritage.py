"""Facts about what passes to a successor: by a rule, by the parent that offices belong to, or by an answer."""

from typing import Any, Literal

import pytest
from attrs import evolve
from building import (
    ELECTED,
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
    totals,
    warned,
)
from test_successions import rules, succession

from emulrules.model.award import Ground
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.ruleset import Ruleset, Unit
from emulrules.model.season import Former, Outgoing, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.succession import Succession
from emulrules.model.table import Table

BAR = Bar("khong-lam-tiep", ("head",), **READ, who="outgoing")
RENAMED = succession("doi-ten", "a", "x", "2021-07-01", "renamed")
MERGED = succession("sap-nhap", "ab", "x", "2021-07-01")
SPLIT = succession("chia-tach", "a", "xy", "2021-07-01", "split")
BARRED = evolve(ELECTED, bars=(BAR,))
HEAD = "before:head:a"


def headed(each: Succession, headship: Headship = BARRED) -> Ruleset:
    return rules("abc", each, headship=headship)


def barred(under: Ruleset, *acts: Any, **parts: Any) -> list[str | None]:
    decision = decided(under, season(*acts, **parts))
    return [step.unit for step in decision.steps if step.step == "bar"]


def test_the_office_passes_only_where_a_rule_carries_it() -> None:
    assert ["x"] == barred(headed(evolve(RENAMED, carries=("seat",))), head="a")
    assert [] == barred(headed(evolve(RENAMED, carries=("award", "turn", "points"))), head="a")


def test_a_succession_after_another_must_carry_as_well() -> None:
    first = evolve(RENAMED, carries=("seat",))
    second = succession("lan-hai", "x", "y", "2021-09-01", "renamed")
    assert [] == barred(rules("abc", first, second, headship=BARRED), head="a")
    assert ["y"] == barred(rules("abc", first, evolve(second, carries=("seat",)), headship=BARRED), head="a")


def test_an_office_that_no_rule_carries_is_asked_among_the_successors() -> None:
    decision = decided(headed(SPLIT), season(head="a"))
    assert [HEAD, "head"] == asked(decision)
    open_ = question(decision, HEAD)
    assert (("x", "y"), 0, 1, None) == (open_.options, open_.least, open_.most, open_.of)
    assert (HEAD,) == question(decision, "head").after


@pytest.mark.parametrize(("due", "choice"), [(["y"], ["y"]), ([], [])])
def test_one_successor_or_none_counts_as_the_outgoing_head(due: list[str], choice: list[str]) -> None:
    answered = act(HEAD, choice)
    assert due == barred(headed(SPLIT), answered, head="a")
    assert ["head"] == asked(decided(headed(SPLIT), season(answered, head="a")))


def test_two_successors_do_not_both_count_as_the_head() -> None:
    refused("act-too-many", headed(SPLIT), season(act(HEAD, ["x", "y"]), head="a"))


def test_where_no_bar_turns_on_it_nobody_is_asked() -> None:
    assert ["head"] == asked(decided(headed(SPLIT, ELECTED), season(head="a")))
    assert ["head"] == asked(decided(headed(SPLIT, ELECTED), season(act(HEAD, ["x"]), head="a")))


def test_who_led_is_not_asked_where_it_is_stated() -> None:
    refused("act-not-asked", headed(SPLIT), season(act(HEAD, ["x"]), head="b"))
    refused("fact-twice", headed(SPLIT), season(act("before:head", ["x"]), head="a"))


def test_a_unit_that_goes_on_keeps_its_office() -> None:
    assert ["a"] == barred(headed(succession("tach-ra", "a", "ax", "2021-07-01", "split")), head="a")


def test_where_the_successor_is_in_another_cluster_nobody_here_led() -> None:
    assert [] == barred(headed(evolve(RENAMED, cluster="khac")), head="a")
    assert ["head"] == asked(decided(headed(evolve(RENAMED, cluster="khac")), season(head="a")))


def parented(each: Succession, headship: Headship, **within: str) -> Ruleset:
    units = {unit: Unit(f"Đơn vị {unit}", within=Table({"province": province})) for unit, province in within.items()}
    return ruleset("abc", units=units, successions=(each,), headship=evolve(headship, seat_of="province"))


@pytest.mark.parametrize(
    ("due", "x", "y"),
    [(["x"], "tinh-1", "tinh-2"), (["y"], "tinh-2", "tinh-1"), ([], "tinh-1", "tinh-1"), ([], "tinh-2", "tinh-3")],
)
def test_a_seat_stays_with_the_one_successor_of_its_province(due: list[str], x: str, y: str) -> None:
    under = parented(SPLIT, BARRED, a="tinh-1", b="tinh-2", c="tinh-3", x=x, y=y)
    decision = decided(under, season(head="a"))
    assert due == [step.unit for step in decision.steps if step.step == "bar"]
    assert [("carried", "headship")] * len(due) == [
        (step.step, step.rule) for step in decision.steps if step.step == "carried"
    ]


def test_a_unit_that_the_season_forms_says_its_province_itself() -> None:
    under = parented(RENAMED, BARRED, a="tinh-1", b="tinh-2", c="tinh-3", x="tinh-1")
    under = evolve(under, successions=())
    entry = UnitEntry(name="Đơn vị mới", within=Table({"province": "tinh-2"}))
    brought = succession("moi", "b", "m", "2021-07-01", "renamed")
    given = season(head="b", successions=(brought,), units={"m": entry})
    assert ["m"] == [step.unit for step in decided(under, given).steps if step.step == "bar"]


UP = Headship("deputy", **READ, deputies=(), asks="members")


def test_a_deputy_that_was_succeeded_moves_up_where_the_successor_counts() -> None:
    given = Outgoing("c", ("a",))
    assert ["before:deputies:a"] == asked(decided(headed(SPLIT, UP), season(outgoing=given)))
    answered = decided(headed(SPLIT, UP), season(act("before:deputies:a", ["y"]), outgoing=given))
    assert [("y", "moved-up")] == [(office.unit, office.state) for office in answered.offices]
    by_rule = decided(headed(evolve(MERGED, carries=("seat",)), UP), season(outgoing=given))
    assert [("x", "moved-up")] == [(office.unit, office.state) for office in by_rule.offices]


FLAG = award("co", choose("hop", "meeting", asks="meeting"), quota=1, requires_before=("co",))


def won(each: Succession, *acts: Any, before: tuple[str, ...] = ("a", "c")) -> Any:
    return decided(rules("abc", each, awards=(FLAG,)), season(*acts, before={"co": before}))


def test_an_award_of_the_year_before_passes_by_a_rule_or_is_asked() -> None:
    assert [("c", "x")] == outputs(won(evolve(RENAMED, carries=("award",))), "won-before")
    decision = won(SPLIT)
    assert ["before:co:a", "award:co:hop"] == asked(decision)
    assert (("x", "y"), 0, 2) == (
        question(decision, "before:co:a").options,
        question(decision, "before:co:a").least,
        question(decision, "before:co:a").most,
    )
    assert ("c", "x", "y") == question(decision, "award:co:hop").options
    assert [] == outputs(decision, "won-before")


def test_both_successors_may_count_as_winners() -> None:
    decision = won(SPLIT, act("before:co:a", ["x", "y"]), act("award:co:hop", ["y"]))
    assert [("c", "x", "y")] == outputs(decision, "won-before")
    assert {"y": "proposed"} == proposed(decision)


def test_a_successor_that_could_not_have_the_award_anyway_is_not_asked_about() -> None:
    under = rules("abc", RENAMED, awards=(FLAG,), gates=(gate("cua", "vi-pham"),))
    given = season(before={"co": ("a", "c")}, facts={"vi-pham": ("x",)})
    assert ["award:co:hop"] == asked(decided(under, given))


def test_of_an_award_the_question_of_the_whole_is_closed() -> None:
    under = rules("abc", SPLIT, awards=(FLAG,))
    refused("fact-twice", under, season(act("before:co", ["x"]), before={"co": ("a",)}))
    refused("act-not-asked", under, season(act("before:khong-co:a", ["x"]), before={"co": ("a",)}))


TURN = Headship("turn", **READ, deputies=(), asks="members", declined="back")


def queue(*units: str, events: tuple[tuple[str, Literal["joined", "left", "declined", "elected"]], ...] = ()) -> Turns:
    return Turns(units, "bien-ban", tuple(TurnEvent(unit, event, "bien-ban") for unit, event in events))


def led(each: Succession, turns: Turns, *acts: Any) -> Any:
    return decided(headed(each, TURN), season(*acts, turns=turns))


def test_a_turn_passes_in_its_place_where_a_rule_carries_it() -> None:
    decision = led(evolve(RENAMED, carries=("turn",)), queue("c", "a", "b"))
    assert [("x", "b", "c")] == outputs(decision, "turn")
    assert ["turn"] == outputs(decision, "carried", "x")


def test_a_turn_that_nobody_carries_leaves_the_whole_order_to_be_asked() -> None:
    decision = led(MERGED, queue("c", "a", "b"))
    assert ["before:turns"] == asked(decision)
    answered = act("before:turns", places={"x": 1, "c": 2})
    assert [("c", "x")] == outputs(led(MERGED, queue("c", "a", "b"), answered), "turn")


def test_the_season_may_say_itself_what_became_of_a_place() -> None:
    told = queue("a", "c", "b", events=(("a", "left"), ("b", "left"), ("x", "joined")))
    assert [("x", "c")] == outputs(led(MERGED, told), "turn")


def test_who_declined_is_known_although_the_order_is_not() -> None:
    told = queue("a", "c", "b", events=(("c", "declined"),))
    answered = act("before:turns", places={"c": 1, "x": 2})
    assert [("c", "x")] == outputs(led(MERGED, told, answered), "turn")


def test_a_successor_that_has_a_place_takes_no_second_one() -> None:
    assert ["before:turns"] == asked(led(evolve(RENAMED, carries=("turn",)), queue("x", "a", "b", "c")))


def test_nothing_but_its_leaving_is_said_of_the_turn_of_a_former_unit() -> None:
    fault = refused(
        "unit-merged", headed(MERGED, TURN), season(turns=queue("a", "b", "c", events=(("a", "declined"),)))
    )
    assert ("turns", "events", 0, "unit") == fault.path


POINTS = "fact:x:points"
SCORED: dict[str, Any] = {"criteria": (criterion("m"),), "order": order("points", 1)}


def scored(each: Succession, *acts: Any, **cells: int) -> tuple[Ruleset, Season]:
    return rules("abc", each, **SCORED), season(*acts, scores={"m": cells})


def test_of_two_half_years_it_is_asked_whose_points_count() -> None:
    decision = decided(*scored(MERGED, a=9, b=4, x=6, c=5))
    assert [POINTS] == asked(decision)
    open_ = question(decision, POINTS)
    assert (("a", "b", "x"), 1, 1) == (open_.options, open_.least, open_.most)
    assert {"c": None, "x": None} == totals(decision)


@pytest.mark.parametrize(("due", "unit"), [("9", "a"), ("4", "b"), ("6", "x")])
def test_the_points_of_whom_it_was_answered_count(due: str, unit: str) -> None:
    assert {"c": "5", "x": due} == totals(decided(*scored(MERGED, act(POINTS, [unit]), a=9, b=4, x=6, c=5)))


def test_nothing_is_asked_where_all_parts_have_the_same_or_only_the_successor_has_any() -> None:
    assert {"c": "5", "x": "4"} == totals(decided(*scored(MERGED, a=4, b=4, c=5)))
    assert {"c": "5", "x": "7"} == totals(decided(*scored(MERGED, x=7, c=5)))


def test_points_pass_by_a_rule_where_the_successor_has_none() -> None:
    carried = evolve(RENAMED, carries=("points",))
    decision = decided(*scored(carried, a=8, b=1, c=5))
    assert ({"b": "1", "c": "5", "x": "8"}, ["points"]) == (totals(decision), outputs(decision, "carried"))
    assert [POINTS] == asked(decided(*scored(carried, a=8, x=2, b=1, c=5)))


def test_the_points_of_one_part_alone_are_refused() -> None:
    fault = refused("unit-merged", *scored(MERGED, a=8, c=5))
    assert ("scores", "m", "a") == fault.path
    refused("unit-renamed", *scored(RENAMED, a=8, b=1, c=5))


def test_a_unit_that_was_succeeded_before_the_season_has_no_points_in_it() -> None:
    before = succession("sap-nhap", "ab", "x", "2020-07-01")
    assert ("scores", "m", "a") == refused("unit-merged", *scored(before, x=1, a=8, c=5)).path


def test_a_part_with_a_gap_in_its_points_is_refused() -> None:
    under = rules("abc", MERGED, criteria=(criterion("m"), criterion("n")), order=order())
    given = season(scores={"m": {"a": 1, "b": 2, "c": 3}, "n": {"a": 1, "c": 3}})
    assert ("scores", "n", "b") == refused("cell-missing", under, given).path


def test_both_successors_of_a_split_may_have_the_points_of_the_unit_before_them() -> None:
    acts = (act("fact:x:points", ["a"]), act("fact:y:points", ["a"]))
    decision = decided(*scored(SPLIT, *acts, a=9, x=1, y=2, b=3, c=3))
    assert {"b": "3", "c": "3", "x": "9", "y": "9"} == totals(decision)


def test_a_unit_that_takes_another_in_is_asked_about_as_well() -> None:
    taken = succession("nhan-vao", "ab", "a", "2021-07-01")
    assert ["fact:a:points"] == asked(decided(*scored(taken, a=9, b=4, c=5)))


def test_whose_points_count_is_asked_once_it_is_known_who_is_out() -> None:
    under = rules("abc", MERGED, gates=(gate("cua", "vi-pham"),), **SCORED)
    given = season(scores={"m": {"a": 9, "b": 4, "c": 5}})
    assert ["fact:vi-pham"] == asked(decided(under, given))
    out = evolve(given, facts={"vi-pham": ("x",)})
    assert [] == asked(decided(under, out))
    assert [POINTS] == asked(decided(under, evolve(given, facts={"vi-pham": ()})))


def test_points_of_nobody_concerned_are_no_answer() -> None:
    refused("act-unit-not-open", *scored(MERGED, act(POINTS, ["c"]), a=9, b=4, c=5))
    refused("act-not-asked-near", *scored(MERGED, act("fact:c:points", ["c"]), a=9, b=4, c=5))


def test_a_rule_that_is_assumed_is_told_where_something_passes_by_it() -> None:
    doubtful = evolve(RENAMED, carries=("seat",), trust="assumed")
    assert ("assumed-rule", "successions.doi-ten") in warned(decided(headed(doubtful), season(head="a")))


def test_seats_are_filled_after_what_passed_on() -> None:
    typed = evolve(BARRED, bars=(evolve(BAR, for_=("head", "deputy")),), deputies=(Seat("pho"),))
    decision = decided(headed(evolve(MERGED, carries=("seat",)), typed), season(head="a"))
    assert [("head", "c")] == [(office.office, office.unit) for office in decision.offices]
    assert ("vacant", "deputy") in warned(decision)


def followed(each: Succession, headship: Headship = BARRED, **said: Any) -> Any:
    """A season that builds on the record of the one before, and says nothing of it itself."""
    former = Former("0" * 64, "Không ai", **said)
    return decided(rules("abc", each, headship=headship, awards=(FLAG,)), season(former={"2020": former}))


def test_what_a_record_says_of_a_former_unit_passes_by_a_rule() -> None:
    carried = evolve(RENAMED, carries=("seat", "award", "turn"))
    decision = followed(carried, head="a", awards={"co": ("a", "c")})
    assert ["x"] == [step.unit for step in decision.steps if step.step == "bar"]
    assert [("c", "x")] == outputs(decision, "won-before")
    turning = followed(carried, TURN, turns=("c", "a", "b"))
    assert [("x", "b", "c")] == outputs(turning, "turn")


def test_what_a_record_says_of_a_former_unit_is_asked_where_no_rule_passes_it_on() -> None:
    decision = followed(SPLIT, head="a", awards={"co": ("a", "c")})
    assert {"before:co:a", "before:head:a"} <= set(asked(decision))
    assert [] == outputs(decision, "won-before")
    assert "before:turns" in asked(followed(MERGED, TURN, turns=("a", "b", "c")))


def test_what_a_record_says_of_others_is_taken_all_the_same() -> None:
    decision = followed(SPLIT, head="c", awards={"co": ("b", "c")})
    assert ["c"] == [step.unit for step in decision.steps if step.step == "bar"]
    assert [("b", "c")] == outputs(decision, "won-before")


def test_a_season_and_its_record_agree_on_a_unit_that_was_renamed() -> None:
    carried = evolve(RENAMED, carries=("seat",))
    under = headed(carried)
    former = {"2020": Former("0" * 64, "Không ai", head="a")}
    assert ["x"] == barred(under, head="a", former=former)
    refused("former-gainsaid", under, season(head="b", former=former))


def test_a_ground_of_the_year_before_waits_for_who_counts_as_a_successor() -> None:
    ground = Ground("hai-nam", **READ, award="co", years=2)
    first = award("co", choose("hop", "meeting", asks="meeting"), quota=3)
    second = award("bang", choose("hop-hai", "meeting", asks="meeting"), quota=1, grounds=(ground,))
    under = rules("abc", SPLIT, awards=(first, second))
    given = season(act("award:co:hop", ["b", "c", "x"]), before={"co": ("a", "c")})
    decision = decided(under, given)
    assert ["before:co:a", "award:bang:hop-hai"] == asked(decision)
    assert ("c", "x") == question(decision, "award:bang:hop-hai").options
    none = decided(under, given.with_act(act("before:co:a", [])))
    assert ("c",) == question(none, "award:bang:hop-hai").options


def test_what_happened_to_a_queue_of_the_record_that_nobody_passes_on_is_left_to_the_answer() -> None:
    former = {"2020": Former("0" * 64, "Không ai", turns=("a", "b", "c"))}
    turns = Turns(events=(TurnEvent("c", "declined", "bien-ban"), TurnEvent("b", "left", "bien-ban")))
    under = rules("abcd", MERGED, headship=TURN)
    assert ["before:turns"] == asked(decided(under, season(former=former, turns=turns)))
    answered = act("before:turns", places={"c": 1, "x": 2, "d": 3})
    # The one that declined goes to the back, and who leads after it.
    assert [("d", "c", "x")] == outputs(decided(under, season(answered, former=former, turns=turns)), "turn")
