"""Totals that a hook computes are those of the engine."""

from fractions import Fraction

import pytest
from attrs import evolve
from building import criterion, order, ruleset, season
from hypothesis import given

from emulrules import Gated, GateFacts, Points, Undefined, UnknownFact
from emulrules.model.rule import Rule
from emulrules.sums import totals_of
from emulrules.testing.cases import Case
from emulrules.testing.narrowed import gates_judged
from emulrules.testing.strategies import cases

RULE = Rule("gates.g", ("Quy chế",), "read")
RULES = ruleset("abc", criteria=(criterion("x"), criterion("y", "policy")), order=order())
SEASON = season(scores={"x": {"a": 3, "b": 2, "c": 1}})
GIVEN = Points({unit: Fraction(5) for unit in "abc"}, RULE)


@given(cases(scored=True))
def test_of_any_season_they_are_the_totals_of_its_decision(case: Case) -> None:
    decided = evolve(case, season=gates_judged(case.season, case.ruleset)).decide()
    (facts,) = (each.answer for each in decided.answers if isinstance(each.answer, GateFacts))
    totals = totals_of(decided.rules, decided.season, facts)
    assert {row.unit: row.total for row in decided.standings} == dict(totals or {})


def test_points_of_a_policy_are_those_that_it_gives() -> None:
    totals = totals_of(RULES, SEASON, GateFacts(), lambda _: GIVEN)
    assert totals is not None
    assert {"a": 8, "b": 7, "c": 6} == dict(totals)
    with pytest.raises(ValueError, match="y is measured by the policy"):
        totals_of(RULES, SEASON, GateFacts())


def test_where_the_policy_gives_no_points_there_are_none() -> None:
    assert None is totals_of(RULES, SEASON, GateFacts(), lambda leaf: Undefined(f"criteria.{leaf.id}"))


def test_while_a_unit_has_no_row_there_are_none() -> None:
    some = season(scores={"x": {"a": 3, "b": 2}})
    assert None is totals_of(RULES, some, GateFacts(), lambda _: GIVEN)


def test_who_is_out_has_none() -> None:
    assert {"a", "b"} == set(totals_of(RULES, SEASON, GateFacts((Gated("c", "out", RULE),)), lambda _: GIVEN) or ())


def test_without_scores_or_while_it_is_open_who_is_out_there_are_none() -> None:
    assert None is totals_of(RULES, season(), GateFacts(), lambda _: GIVEN)
    assert None is totals_of(RULES, SEASON, GateFacts((), (UnknownFact("vi-pham", "out", RULE),)), lambda _: GIVEN)
