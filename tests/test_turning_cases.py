"""The cases of the invented cluster turn on one rule each: who changes that rule changes these cases and no others."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from cases import case

from emulrules import Ruleset, SeasonError, decide
from emulrules.model.order import Order, Shortlist, TieStep

YEARS: Final = range(2011, 2024)


def outcome(year: int, change: Callable[[Ruleset], Ruleset]) -> object:
    """What comes out of a year under the changed rules, or for what it is refused."""
    season, ruleset, policy = case(f"{year}-ho-sen")
    try:
        decision = decide(season, change(ruleset), policy)
    except SeasonError as refused:
        return {fault.code for fault in refused.faults}
    return decision.standings, decision.awards, decision.questions, decision.waiting


def changed(change: Callable[[Ruleset], Ruleset]) -> list[int]:
    """The years that come out otherwise under the changed rules."""
    return [year for year in YEARS if outcome(year, change) != outcome(year, lambda ruleset: ruleset)]


def step(id_: str, **parts: Any) -> Callable[[Ruleset], Ruleset]:
    """One step of the chain says something else."""

    def change(ruleset: Ruleset) -> Ruleset:
        return evolve(ruleset, ties=tuple(evolve(each, **parts) if each.id == id_ else each for each in ruleset.ties))

    return change


def without(id_: str) -> Callable[[Ruleset], Ruleset]:
    """The chain has no such step."""
    return lambda ruleset: evolve(ruleset, ties=tuple(each for each in ruleset.ties if each.id != id_))


def order(by: str, /, **parts: Any) -> Callable[[Ruleset], Ruleset]:
    """An order of this kind says something else."""

    def change(ruleset: Ruleset) -> Ruleset:
        found: Order | None = ruleset.order
        return evolve(ruleset, order=evolve(found, **parts)) if found is not None and found.by == by else ruleset

    return change


def listed(number: int, boundary: str, then: Shortlist) -> Callable[[Ruleset], Ruleset]:
    """The shortlist of so many with that boundary is another."""

    def change(ruleset: Ruleset) -> Ruleset:
        found = ruleset.order
        if found is None or found.shortlist != Shortlist(number, boundary):  # type: ignore[arg-type]  # that of a case
            return ruleset
        return evolve(ruleset, order=evolve(found, shortlist=then))

    return change


SHARE: Final[TieStep] = next(each for each in case("2012-ho-sen")[1].ties if each.id == "ty-le-nu")

TURNING: dict[str, tuple[Callable[[Ruleset], Ruleset], list[int]]] = {
    "70 % must be passed": (step("ty-le-nu", at_least=None, more_than=SHARE.at_least), [2012]),
    "another criterion first": (step("kinh-te-truoc", criterion="xa-hoi"), [2011, 2022]),
    "the chair is not asked": (step("chu-tri", asks="council"), [2014, 2015, 2016, 2017, 2018, 2023]),
    "head and deputies are not asked": (step("cum-truong-cum-pho", asks="head"), [2015, 2016, 2017]),
    "lots are drawn by others": (step("boc-tham", asks="chair"), [2016, 2017]),
    "the members do not vote": (step("bo-phieu", asks="council"), [2013, 2014, 2015, 2016, 2017]),
    "no lots": (without("boc-tham"), [2016, 2017]),
    "head to head goes on": (step("so-tung-cap", then="continue"), [2021]),
    "head to head begins anew": (step("so-tung-cap", then="restart"), [2022]),
    "head to head over one criterion": (step("so-tung-cap", over=("kinh-te",)), [2021, 2022]),
    "no head to head": (without("so-tung-cap"), [2021, 2022]),
    "by ballot becomes by meeting": (order("ballot", by="meeting"), [2018]),
    "by meeting becomes by ballot": (order("meeting", by="ballot"), [2023]),
    "by points alone": (order("points-then-ballot", by="points", shortlist=None), [2019, 2020]),
    "a ballot of others": (order("ballot", asks="council"), [2018]),
    "a shortlist of two without the tied": (listed(2, "include", Shortlist(2, "exclude")), [2019]),
    "a shortlist of three with the tied": (listed(3, "exclude", Shortlist(3, "include")), [2020]),
    "a shortlist of three instead of two": (listed(2, "include", Shortlist(3, "include")), []),
    "a shortlist of four instead of two": (listed(2, "include", Shortlist(4, "include")), [2019]),
}


@pytest.mark.parametrize("name", TURNING)
def test_a_changed_rule_changes_exactly_the_years_that_turn_on_it(name: str) -> None:
    change, expected = TURNING[name]
    assert expected == changed(change)


def reached(year: int) -> set[str]:
    """The steps of the chain that parted a tie or were answered."""
    season, ruleset, policy = case(f"{year}-ho-sen")
    decision = decide(season, ruleset, policy)
    by = {each.rule.path: each.by or "" for each in ruleset.ties}
    return {by[str(each.rule)] for each in decision.steps if each.rule in by}


def test_every_kind_of_step_and_of_order_is_reached() -> None:
    assert {"criterion", "share", "head-to-head", "ballot", "decision", "lot"} == set().union(*map(reached, YEARS))
    orders = [case(f"{year}-ho-sen")[1].order for year in YEARS]
    assert {"points", "ballot", "points-then-ballot", "meeting"} == {each.by for each in orders if each is not None}
