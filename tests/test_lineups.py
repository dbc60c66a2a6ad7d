"""Facts about line-ups: which units each cluster has, from which season on, before any season is decided."""

from datetime import date
from typing import Any

from attrs import evolve
from building import READ, ruleset

from emulrules.checks.lineups import Lineup, lineups
from emulrules.model.ruleset import Ruleset, Span, Unit
from emulrules.model.succession import DatedRoster, Succession
from emulrules.model.table import Table


def rules(units: str = "abc", first: str = "2021", last: str | None = "2023", **parts: Any) -> Ruleset:
    return evolve(ruleset(units, **parts), seasons=Span(first, last))


def listed(members: str, on: date, season: str | None = None) -> DatedRoster:
    return DatedRoster(f"tu-{on}", "cum", tuple(members), on, **READ, season=season)


def merged(before: str, after: str, on: date) -> Succession:
    return Succession(f"tu-{on}", tuple(before), tuple(after), on, "merged", **READ)


def test_a_cluster_that_nothing_changes_has_one_line_up() -> None:
    assert (Lineup("cum", "2021", ("a", "b", "c")),) == lineups(rules("cba"))


def test_a_later_list_is_a_line_up_from_its_season_on() -> None:
    found = lineups(rules(rosters=(listed("ab", date(2022, 5, 1)),)))
    assert [("2021", 3), ("2022", 2)] == [(line.season, line.size) for line in found]


def test_a_list_of_a_season_that_the_ruleset_does_not_cover_is_none() -> None:
    assert 1 == len(lineups(rules(rosters=(listed("ab", date(2024, 5, 1)),))))


def test_a_list_of_the_same_units_is_no_new_line_up() -> None:
    assert 1 == len(lineups(rules(rosters=(listed("cab", date(2022, 5, 1)),))))


def test_units_that_are_merged_make_a_smaller_line_up() -> None:
    units = Table({unit: Unit(f"Đơn vị {unit}") for unit in "abcd"})
    found = lineups(evolve(rules(), units=units, successions=(merged("bc", "d", date(2023, 7, 1)),)))
    assert [("2021", "abc"), ("2023", "ad")] == [(line.season, "".join(line.members)) for line in found]


def test_a_school_year_begins_a_line_up_in_the_season_that_the_list_names() -> None:
    changed = listed("ab", date(2022, 8, 1), "2022-2023")
    found = lineups(rules(first="2021-2022", last="2023-2024", rosters=(changed,)))
    assert [("2021-2022", 3), ("2022-2023", 2)] == [(line.season, line.size) for line in found]
