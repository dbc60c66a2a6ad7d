"""Facts about units over time: who is a member when the season ends, and what the former name may still be used for."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from building import (
    ELECTED,
    READ,
    act,
    all_refused,
    award,
    choose,
    criterion,
    decided,
    order,
    outputs,
    refused,
    ruleset,
    season,
    totals,
)

from emulrules.errors import RulesetError
from emulrules.files.record import record_bytes
from emulrules.model.headship import Bar
from emulrules.model.ruleset import Cluster, Ruleset, Span, Unit
from emulrules.model.season import UnitEntry
from emulrules.model.succession import DatedRoster, Succession, fell_by, fell_in
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.verdicts import Status, examine


def succession(id_: str, before: str, after: str, day: str, kind: Any = "merged", **parts: Any) -> Succession:
    """Units by their letters."""
    return Succession(id_, tuple(before), tuple(after), date.fromisoformat(day), kind, **{**READ, **parts})


def listed(members: str, day: str, id_: str = "danh-sach", **parts: Any) -> DatedRoster:
    return DatedRoster(id_, "cum", tuple(members), date.fromisoformat(day), **{**READ, **parts})


def rules(members: str, *successions: Succession, **parts: Any) -> Ruleset:
    units = {letter: Unit(f"Đơn vị {letter.upper()}", (f"ĐV {letter.upper()}",)) for letter in "abcdxyz"}
    return ruleset(members, units=units, successions=successions, **parts)


def members(under: Ruleset, year: str = "2021", **parts: Any) -> str:
    under = evolve(under, seasons=Span("2019"))
    return "".join(unit.id for unit in decided(under, evolve(season(**parts), id=year)).units)


MERGED = succession("sap-nhap", "ab", "x", "2021-07-01")


@pytest.mark.parametrize(
    ("due", "each"),
    [
        ("bcx", succession("doi-ten", "a", "x", "2021-07-01", "renamed")),
        ("cx", MERGED),
        ("ac", succession("nhan-vao", "ab", "a", "2021-07-01")),
        ("bcxy", succession("chia-tach", "a", "xy", "2021-07-01", "split")),
        ("abcx", succession("tach-ra", "a", "ax", "2021-07-01", "split")),
    ],
    ids=["renamed", "merged", "taken in", "split", "split off"],
)
def test_successors_are_members_and_the_units_before_them_are_not(due: str, each: Succession) -> None:
    assert due == members(rules("abc", each))


@pytest.mark.parametrize(("due", "day"), [("cx", "2021-12-31"), ("cx", "2020-01-01"), ("abc", "2022-01-01")])
def test_a_season_has_the_members_that_there_are_when_it_ends(due: str, day: str) -> None:
    assert due == members(rules("abc", succession("sap-nhap", "ab", "x", day)))


def test_one_succession_may_follow_another() -> None:
    later = succession("doi-ten", "x", "y", "2021-09-01", "renamed")
    assert "cy" == members(rules("abc", later, MERGED))


def test_a_successor_belongs_where_the_succession_says() -> None:
    assert "c" == members(rules("abc", evolve(MERGED, cluster="khac")))
    assert "abcx" == members(rules("abc", succession("den", "yz", "x", "2021-07-01", cluster="cum")))
    assert "abc" == members(rules("abc", succession("khac", "yz", "x", "2021-07-01")))


def test_a_dated_list_takes_the_place_of_that_of_the_cluster() -> None:
    both = (listed("abcd", "2021-07-01"), listed("ab", "2020-07-01", "truoc"))
    dated = rules("abc", rosters=both)
    assert ["abc", "ab", "abcd"] == [members(dated, year) for year in ("2019", "2020", "2021")]
    assert ["rosters.danh-sach"] == [step.rule for step in decided(dated).steps if step.step == "roster"]


@pytest.mark.parametrize(("due", "day"), [("cx", "2021-06-30"), ("abc", "2021-07-01"), ("abc", "2021-07-02")])
def test_what_happened_since_the_day_of_a_list_is_added_to_it(due: str, day: str) -> None:
    assert due == members(rules("ab", MERGED, rosters=(listed("abc", day),)))


def test_two_lists_of_one_day_are_refused() -> None:
    both = (listed("ab", "2021-07-01"), listed("abc", "2021-07-01", "khac"))
    assert "danh-sach" == refused("rosters-same-day", rules("abc", rosters=both), error=RulesetError).data["other"]


def test_in_a_school_year_a_day_of_its_second_year_tells_nothing() -> None:
    assert [True, None, False] == [
        fell_by(succession("a", "a", "x", day, "renamed"), "2020-2021")
        for day in ("2020-12-31", "2021-01-01", "2022-01-01")
    ]
    school = evolve(rules("abc", MERGED), seasons=Span("2020-2021"))
    given = evolve(season(), id="2020-2021")
    fault = refused("succession-season", school, given, RulesetError)
    assert ("successions", 0, "season") == fault.path
    named = evolve(MERGED, season="2020-2021")
    assert "cx" == "".join(unit.id for unit in decided(evolve(school, successions=(named,)), given).units)
    assert fell_by(named, "2019-2020") is False


def test_what_fell_in_a_season_is_told_from_what_fell_before() -> None:
    assert fell_in(MERGED, "2021")
    assert not fell_in(MERGED, "2022")
    assert fell_in(MERGED, "2020-2021")
    assert not fell_in(evolve(MERGED, season="2019-2020"), "2020-2021")


@pytest.mark.parametrize(
    ("code", "kind", "after"),
    [("unit-renamed", "renamed", "x"), ("unit-split", "split", "xy"), ("unit-merged", "merged", "x")],
)
@pytest.mark.parametrize("name", ["a", "Đơn vị A", "ĐV A"])
def test_the_former_name_is_refused_with_the_successor(code: str, kind: str, after: str, name: str) -> None:
    under = rules("abc", succession("ke-tuc", "a", after, "2021-07-01", kind), headship=ELECTED)
    fault = refused(code, under, season(act("head", [name])))
    assert (", ".join(after), date(2021, 7, 1), ("acts", 0, "choice")) == (
        fault.data["heirs"],
        fault.data["on"],
        fault.path,
    )


def test_the_last_successor_is_told() -> None:
    later = succession("doi-ten", "x", "y", "2021-09-01", "renamed")
    under = rules("abc", MERGED, later, headship=ELECTED)
    assert "y" == refused("unit-merged", under, season(act("head", ["a"]))).data["heirs"]


def test_a_former_unit_has_no_figures_and_no_facts() -> None:
    bar = Bar("bi-phe-binh", ("head",), **READ, fact="bi-phe-binh")
    under = rules("abc", MERGED, headship=evolve(ELECTED, bars=(bar,)))
    given = season(facts={"bi-phe-binh": ("a",)}, units={"b": UnitEntry(staff=3)})
    assert ["unit-merged", "unit-merged"] == [fault.code for fault in all_refused(under, given)]


def test_a_season_brings_what_its_ruleset_does_not_know() -> None:
    given = season(successions=(MERGED,), units={"m": UnitEntry(name="Đơn vị mới")})
    given = evolve(given, successions=(evolve(MERGED, to=("m",)),))
    decision = decided(rules("abc"), given)
    assert [("c", "Đơn vị C"), ("m", "Đơn vị mới")] == [(unit.id, unit.name) for unit in decision.units]
    assert ("successions.sap-nhap", READ["basis"]) == next(
        (step.rule, step.basis) for step in decision.steps if step.step == "succession"
    )


def test_what_a_season_brings_has_a_name_and_concerns_the_cluster() -> None:
    unnamed = evolve(MERGED, to=("m",))
    refused("roster-without-name", rules("abc"), season(successions=(unnamed,)))
    refused("succession-of-nobody", rules("abc"), season(successions=(evolve(MERGED, from_=("y", "z")),)))
    refused("succession-known", rules("abc", MERGED), season(successions=(MERGED,)))


def test_nobody_is_formed_again() -> None:
    back = succession("lai", "xc", "a", "2021-09-01")
    refused("succession-again", rules("abc", MERGED), season(successions=(back,)))
    refused("succession-again", rules("abc", MERGED, back), error=RulesetError)


def test_the_record_holds_what_its_members_follow_from() -> None:
    elsewhere = succession("khac", "y", "z", "2021-07-01", "renamed")
    later = succession("sau", "c", "d", "2022-07-01", "renamed")
    under = rules("b", MERGED, elsewhere, later, rosters=(listed("cba", "2021-06-01"), listed("b", "2020-06-01", "cu")))
    decision = decided(under)
    assert ("sap-nhap",) == tuple(each.id for each in decision.rules.successions)
    assert (("a", "b", "c"),) == tuple(each.members for each in decision.rules.rosters)
    assert {"a", "b", "c", "x"} == set(decision.rules.units)
    assert examine(record_bytes(decision)).status is Status.MATCH


def test_a_quota_counts_the_members_of_the_end() -> None:
    flag = award("co", choose("hop", "meeting", asks="meeting"), quota=[(1, 2, 1), (3, 9, 3)])
    under = rules("abc", MERGED, awards=(flag,))
    assert [1] == outputs(decided(under), "quota")


def test_the_steps_and_the_way_of_a_unit_tell_of_the_succession() -> None:
    decision = decided(rules("abc", MERGED))
    assert [("a", "b", "c")] == outputs(decision, "roster")
    assert [("x",)] == outputs(decision, "succession")
    assert "Since 2021-07-01 merged from: Đơn vị A; Đơn vị B" in explain(decision, "x", "en")


def test_an_empty_season_lists_the_units_of_its_end() -> None:
    under = evolve(rules("abc", MERGED), seasons=Span("2020"))
    assert "#   x = Đơn vị X" in blank_season(under, "cum", "2021")
    assert "#   a = Đơn vị A" in blank_season(under, "cum", "2020")
    assert "#   a = Đơn vị A" in blank_season(under, "cum")


def test_a_member_of_another_cluster_is_told_as_such() -> None:
    clusters = {"cum": Cluster("Cụm", ("a", "b"), **READ), "khac": Cluster("Khác", ("c",), **READ)}
    under = rules("ab", MERGED, clusters=clusters, headship=ELECTED)
    refused("unit-of-other-cluster", under, season(act("head", ["c"])))


def test_a_successor_is_scored_as_any_other() -> None:
    under = rules("abc", MERGED, criteria=(criterion("m"),), order=order())
    assert {"c": "3", "x": "5"} == totals(decided(under, season(scores={"m": {"c": 3, "x": 5}})))
