"""What the verifier decides again before any award, where one rule alone turns it: points, ties, facts and acts."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from building import (
    BASIS,
    READ,
    act,
    award,
    choose,
    criterion,
    gate,
    order,
    rounding,
    ruleset,
    season,
    tie,
    voting,
)
from verifying import MATCH, Own, body, outputs, refused, said, verdict

from emulrules.model.answers import Gated, GateFacts, Points, Undefined
from emulrules.model.award import PerParent
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Cluster, Condition, Unit
from emulrules.model.season import Former, UnitEntry
from emulrules.model.succession import DatedRoster, Succession
from emulrules.model.table import Table

ASKS = "questions that ask for facts"


# Points.


def test_counts_of_what_earns_and_what_loses_are_decided_again() -> None:
    rules = ruleset("ab", criteria=(criterion("x", "net", each="2", each_minus="-1"),), order=order())
    assert MATCH == said(rules, season(scores={"x": {"a": {"plus": 3, "minus": 1}, "b": {"plus": 1, "minus": 4}}}))


def test_a_half_is_rounded_away_from_zero_and_less_than_a_half_towards_it() -> None:
    halves = rounding("half-up")
    leaves = (criterion("tru", rounding=halves, kind="deduction"), criterion("x", rounding=halves))
    cells = {"x": {"a": "0.5", "b": "0.4", "c": "1.5"}, "tru": {"a": "0.5", "b": "0.4", "c": "2.6"}}
    record = body(ruleset("abc", criteria=leaves, order=order()), season(scores=cells))
    assert ["-1", "0", "-3", "1", "0", "2"] == outputs(record, "round")
    assert 0 == verdict(record).status


def test_a_rounding_to_more_places_than_there_may_be_is_another() -> None:
    rules = ruleset("a", criteria=(criterion("x", rounding=rounding("floor", 12)),), order=order())
    record = body(rules, season(scores={"x": {"a": f"1/{10**14}"}}))
    assert 0 == verdict(record).status
    record["rules"]["criteria"][0]["rounding"]["places"] = 13
    step = next(step for step in record["steps"] if step["step"] == "round")
    step["inputs"]["places"] = 13
    found = verdict(record)
    assert (10, step["n"]) == (found.status, found.step)


def test_deductions_are_capped_at_what_they_may_take_off_and_not_raised_to_it() -> None:
    above = criterion("tru", None, kind="deduction", max="5", cap=True)
    below = [criterion(id_, kind="deduction", parent="tru") for id_ in ("tru-mot", "tru-hai")]
    scores = {"x": {"a": 50, "b": 50}, "tru-mot": {"a": 3, "b": 3}, "tru-hai": {"a": 1, "b": 4}}
    record = body(ruleset("ab", criteria=(criterion("x"), above, *below), order=order()), season(scores=scores))
    assert (["-4", "-7"], ["-5"]) == (outputs(record, "sum"), outputs(record, "cap"))
    assert 0 == verdict(record).status


GIVEN = Points({"a": Fraction(3), "b": Fraction(2)}, Rule("criteria.x", BASIS, "read"))
SILENT = Undefined("criteria.x", BASIS)
BY_POLICY = "points by stages or relative or of a plugin"


@pytest.mark.parametrize(
    ("leaves", "answer", "taken"),
    [
        ((criterion("x", "policy"),), GIVEN, BY_POLICY),
        ((criterion("x", "policy", parent="y"), criterion("y", None)), GIVEN, BY_POLICY),
        ((criterion("x", "policy"),), SILENT, ""),
        ((criterion("x", "policy"), criterion("y")), GIVEN, ""),
        ((criterion("x", "policy"), criterion("y")), SILENT, ""),
    ],
    ids=["alone", "alone below another", "alone and undefined", "with another", "with another and undefined"],
)
def test_without_scores_there_are_points_where_a_policy_gives_them_all(leaves: Any, answer: Any, taken: str) -> None:
    rules, policy = ruleset("ab", criteria=leaves, order=order()), Own(criterion_points=answer)
    record = body(rules, None, policy)
    found = verdict(record)
    assert (3 if taken else 0, taken) == (found.status, found.where)
    assert (["3", "2"] if taken else []) == outputs(record, "total")


def test_points_of_a_policy_are_taken_as_recorded_beside_scores() -> None:
    rules = ruleset("ab", criteria=(criterion("x", "policy"), criterion("y")), order=order())
    assert (3, BY_POLICY) == said(rules, season(scores={"y": {"a": 1, "b": 5}}), Own(criterion_points=GIVEN))


def test_a_gain_without_a_plan_does_not_apply_and_rescales_nothing() -> None:
    rules = ruleset(
        "ab", criteria=(criterion("x"), criterion("y", "proportion", kind="bonus", no_target="not-applicable"))
    )
    record = body(rules, season(scores={"x": {"a": 1, "b": 2}, "y": {"a": (3, None), "b": (1, 2)}}))
    assert {"criteria"} == {step["rule"] for step in record["steps"] if step["step"] == "total"}
    assert (["1", "52"], 0) == (outputs(record, "total"), verdict(record).status)


def test_a_sum_is_cut_to_the_maximum_only_under_a_cap() -> None:
    above = [criterion(id_, None, max="5", cap=id_ == "cat") for id_ in ("cat", "de")]
    below = [criterion(f"{id_}-mot", max="9", parent=id_) for id_ in ("cat", "de")]
    scores = {"cat-mot": {"a": 7, "b": 3}, "de-mot": {"a": 7, "b": 3}}
    record = body(ruleset("ab", criteria=(*above, *below), order=order()), season(scores=scores))
    assert (["5"], ["12", "6"], 0) == (outputs(record, "cap"), outputs(record, "total"), verdict(record).status)


def test_a_criterion_without_a_weight_is_refused() -> None:
    record = body(ruleset("a", criteria=(criterion("x"),), order=order()), season(scores={"x": {"a": 1}}))
    weights = next(each for each in record["answers"] if each["hook"] == "criterion_weights")
    weights["answer"]["values"] = {}
    assert "answers: criterion_weights" == refused(record)


# Ties.


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        (["777", "777"], [["a", "b"]]),
        (["777", "777", "777"], [["a", "b", "c"]]),
        (["550", "442", "334"], [["a"], ["b"], ["c"]]),
        (["550", "433", "343"], [["a"], ["b", "c"]]),
    ],
)
def test_a_key_begins_anew_unless_it_parts_all_or_nothing(cells: list[str], parts: list[list[str]]) -> None:
    units = "abc"[: len(cells)]
    scores = {
        leaf: dict(zip(units, column, strict=True))
        for leaf, column in zip("xyz", zip(*cells, strict=True), strict=True)
    }
    chain = (tie("doi-dau", "head-to-head", then="restart"),)
    record = body(
        ruleset(units, criteria=tuple(map(criterion, "xyz")), order=order(), ties=chain), season(scores=scores)
    )
    first = next(step for step in record["steps"] if step["step"] == "tie")
    assert parts == first["output"]
    anew = "" if len(parts) in (1, len(units)) else f"ties by keys that begin anew (from step {first['n'] + 1} on)"
    found = verdict(record)
    assert (3 if anew else 0, anew) == (found.status, found.where)


def test_a_key_that_compares_the_tied_begins_anew_for_fewer_of_them() -> None:
    cells = {"x": {"a": 5, "b": 3, "c": 3}, "y": {"a": 1, "b": 3, "c": 3}}
    chain = (tie("x-truoc", "criterion", criterion="x"), tie("doi-dau", "head-to-head", then="continue"))
    rules = ruleset("abc", criteria=(criterion("x"), criterion("y")), order=order(), ties=chain)
    record = body(rules, season(scores=cells))
    first = next(step for step in record["steps"] if step["step"] == "tie")
    assert [["a"], ["b", "c"]] == first["output"]
    found = verdict(record)
    assert (3, f"ties by keys that begin anew (from step {first['n'] + 1} on)") == (found.status, found.where)


def test_a_key_without_values_that_nobody_can_supply_is_passed_over() -> None:
    chain = (tie("doi-dau", "head-to-head", then="continue"), tie("rut-tham", "lot", asks="meeting"))
    rules = ruleset("ab", criteria=(criterion("x"),), order=order("meeting", 1), ties=chain)
    record = body(rules, season(act("standing", places={"a": 1, "b": 1})))
    assert ["place:1:rut-tham"] == [each["id"] for each in record["questions"]]
    assert 0 == verdict(record).status


# The roster, former seasons, facts and gates.


def test_a_dated_list_goes_before_the_members_that_the_cluster_has() -> None:
    lists = (DatedRoster("tu-nam-nay", "cum", ("a", "c"), date(2021, 1, 1), **READ),)
    record = body(ruleset("abc", clusters={"cum": Cluster("Cụm", ("a", "b"), **READ)}, rosters=lists))
    assert [["a", "c"]] == outputs(record, "roster")
    assert 0 == verdict(record).status


WON = award("co", choose("chon", "decision", asks="meeting"), quota=1, requires_before=("bang",))
BANG = award("bang", choose("chon", "decision", asks="meeting"), quota=1)
NEEDS = ruleset("ab", awards=(WON, BANG))


@pytest.mark.parametrize(
    "named",
    [
        {"head": "a"},
        {"before": {"bang": ("a",)}},
        {"scores": {"x": {"a": 1, "b": 2}}},
        {"former": {"2020": Former("0" * 64, "Không ai", "a")}},
    ],
    ids=lambda named: next(iter(named)),
)
def test_it_stops_where_a_unit_that_is_no_more_is_named(named: dict[str, Any]) -> None:
    renamed = Succession(
        "doi-ten", ("a",), ("c",), date(2021, 5, 1), "renamed", **READ, carries=("seat", "award", "points")
    )
    rules = ruleset(
        "ab", units={unit: Unit(unit) for unit in "abc"}, criteria=(criterion("x"),), order=order(), awards=(WON, BANG)
    )
    begun = {"before": {"bang": ()}} | named
    assert (3, "what passes on from a unit that is no more (from step 1 on)") == said(
        rules, season(successions=(renamed,), **begun)
    )


def test_a_season_that_names_a_former_record_is_never_a_match() -> None:
    former = Former("0" * 64, "Không ai", awards=Table({"bang": ("a",)}))
    for year, steps in (("2020", [["a"]]), ("2015", [])):
        record = body(NEEDS, season(former={year: former}, before={} if steps else {"bang": ("a",)}))
        found = verdict(record)
        assert (steps, 3, "former seasons") == (outputs(record, "former"), found.status, found.where)


def test_it_says_where_it_stops_at_a_fact_that_nobody_stated() -> None:
    present = ruleset(
        "abc", conditions=(Condition("du-ho-so", "present", "members", **READ, more_than=Fraction(1, 2)),)
    )
    assert (3, f"{ASKS} (from step 2 on)") == said(present)
    assert (3, f"{ASKS} (from step 2 on)") == said(ruleset("ab", gates=(gate("vi-pham", "vi-pham"),)))
    assert (3, f"{ASKS} (from step 4 on)") == said(NEEDS)
    part = Condition("du-y-kien", "taking-part", "members", **READ, at_least=Fraction(3, 4))
    assert (3, f"{ASKS} (from step 2 on)") == said(
        ruleset("abcd", conditions=(part,), voting=voting("written")), season(present=2)
    )


def test_a_gate_that_only_holds_and_has_no_fact_stops_nothing() -> None:
    assert MATCH == said(ruleset("ab", gates=(gate("vi-pham", "vi-pham", "hold"),)))


def test_what_an_act_says_again_that_the_season_says_is_refused() -> None:
    record = body(NEEDS, season(act("before:bang", "a")))
    assert 0 == verdict(record).status
    record["season"]["before"] = {"bang": ["a"]}
    assert "before:bang" == refused(record)


def test_a_gate_has_the_name_of_the_last_part_of_its_path() -> None:
    out = Gated("a", "out", Rule("gates.so-bay.vi-pham", BASIS, "read"))
    record = body(ruleset("ab"), None, Own(unit_gates=GateFacts((out,))))
    assert ["vi-pham"] == [each["gate"] for each in record["gates"]]
    assert 0 == verdict(record).status


def test_the_season_says_which_parents_a_unit_has() -> None:
    first = award("co", choose("chon", "standing"), quota=2, boundary="cut", at_most=PerParent(1, "tinh"))
    homes: dict[str, Any] = {
        unit: {"name": f"Đơn vị {unit}", "within": Table({"tinh": f"tinh-{unit}"})} for unit in "abc"
    }
    rules = ruleset(
        "a", units={"a": Unit(**homes.pop("a"))}, criteria=(criterion("x"),), order=order(), awards=(first,)
    )
    joined = {unit: UnitEntry(roster="joins", source="bien-ban", **home) for unit, home in homes.items()}
    assert MATCH == said(rules, season(scores={"x": {"a": 1, "b": 2, "c": 3}}, units=joined))
