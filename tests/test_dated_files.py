"""Facts about the dated files of one ruleset: the seasons between them, their days, and what they extend."""

from datetime import date

import pytest
from attrs import evolve
from building import ruleset
from checking import BESIDE, EXAMPLES, code_of, marked

from emulrules.checks.dated_files import findings
from emulrules.checks.inspection import inspect_versions
from emulrules.files.library import Library
from emulrules.model.ruleset import Base, Ruleset, Span


def version(year: int, first: str, last: str | None, base: Base | None = None) -> Ruleset:
    return evolve(ruleset("ab"), in_force=date(year, 1, 1), seasons=Span(first, last), extends=base)


def codes(*versions: Ruleset, bases: tuple[Ruleset, ...] = ()) -> list[str]:
    found = findings(versions, {(each.id, each.in_force): each for each in bases})
    return [finding.code.removeprefix("check-dated-") for _, finding in found]


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("2021", "2022", []),
        ("2021", "2023", ["gap"]),
        ("2018-2019", "2019-2020", []),
        ("2018-2019", "2020-2021", ["gap"]),
        ("2021", "2022-2023", []),
        ("2021", "2023-2024", ["gap"]),
        ("2021-2022", "2023", []),
        ("2021-2022", "2024", ["gap"]),
    ],
)
def test_seasons_follow_one_another_also_where_school_years_come_in(last: str, first: str, expected: list[str]) -> None:
    earlier, later = version(2015, last, last), version(2016, first, first)
    assert expected == codes(later, earlier)


def test_a_gap_names_the_first_season_that_nothing_covers() -> None:
    ((where, finding),) = findings([version(2015, "2018-2019", "2018-2019"), version(2016, "2021-2022", None)])
    assert (date(2016, 1, 1), "2019-2020") == (where.in_force, finding.data["season"])


def test_two_versions_share_the_year_in_which_one_replaced_the_other() -> None:
    found = list(findings([version(2020, "2020", "2022"), version(2022, "2022", None)]))
    assert [("check-dated-two-laws", True)] == [(finding.code, finding.note) for _, finding in found]


def test_two_versions_share_no_other_seasons() -> None:
    assert ["overlap"] == codes(version(2020, "2020", "2023"), version(2022, "2022", None))


def test_a_version_that_another_follows_has_an_end() -> None:
    ((where, _),) = findings([version(2020, "2020", None), version(2022, "2022", None)])
    assert date(2020, 1, 1) == where.in_force


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021", "2022", []),
        ("2020", "2021", ["base"]),
        ("2022", None, ["base-endless"]),
        ("2022", "2024", ["base-ends"]),
    ],
)
def test_a_base_is_in_force_in_all_seasons(first: str, last: str | None, expected: list[str]) -> None:
    base = evolve(version(2015, "2021", "2022"), id="tren")
    assert expected == codes(version(2016, first, last, Base("tren", base.in_force)), bases=(base,))


def test_a_version_may_amend_an_earlier_one_whose_seasons_are_over() -> None:
    earlier = version(2015, "2021", "2022")
    assert [] == codes(earlier, version(2016, "2023", None, Base(earlier.id, earlier.in_force)), bases=(earlier,))


def test_an_id_is_inspected_with_what_stands_between_its_dated_files() -> None:
    gap = next(path for path in EXAMPLES if code_of(path) == "check-dated-gap")
    (found,) = inspect_versions(Library([BESIDE, gap], installed=False), "khoi-truoc").findings
    assert ("check-dated-gap", str(gap), marked(gap)) == (found.finding.code, found.file, [found.line])
