"""The library: which rulesets there are, which governs a season, and that no two claim one name."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from ruleset_files import RULESET, shelve

from emulrules.errors import EmulrulesError, FileError, RulesetError, SeasonError
from emulrules.files.library import Library, load_ruleset, read_ruleset
from emulrules.files.shelves import installed_folders
from emulrules.model.season import Season

SEASON = Season("khoi-thu", "khoi-a", "2022")


def version(day: str, first: str, last: str | None, text: str = RULESET) -> str:
    span = f'{{ first = "{first}"' + (f', last = "{last}" }}' if last else " }")
    return text.replace("2021-01-15", day).replace('{ first = "2021", last = "2023" }', span)


def refused(folder: Path, season: Season = SEASON) -> EmulrulesError:
    with pytest.raises(EmulrulesError) as error:
        Library([folder], installed=False).choose(season)
    assert error.value.render("vi") != error.value.render("en")
    return error.value


LAYOUTS: dict[str, tuple[str, str]] = {
    "a library": ("khoi-thu/2021-01-15.toml", "."),
    "the folder of one ruleset": ("khoi-thu/2021-01-15.toml", "khoi-thu"),
    "a folder with one file of any name": ("du-thao/quy-che.toml", "du-thao"),
    "the file itself": ("du-thao/quy-che.toml", "du-thao/quy-che.toml"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_ruleset_is_found_in(name: str, tmp_path: Path) -> None:
    file, where = LAYOUTS[name]
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(RULESET, encoding="utf-8")
    library = Library([tmp_path / where], installed=False)
    assert [("khoi-thu", date(2021, 1, 15))] == [(each.id, each.in_force) for each in library.listed]
    assert "khoi-thu" == library.choose(SEASON).value.id


def test_seasons_beside_a_ruleset_and_in_its_cases_are_no_rulesets(tmp_path: Path) -> None:
    path = shelve(tmp_path, RULESET)
    for name in ("khoi-thu/cases/2022-khoi-a.toml", "khoi-thu/season.toml", "notes.toml", "seasons/2022.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('format = "emulrules/season/1"\n', encoding="utf-8")
    assert [str(path)] == [each.path for each in Library([tmp_path], installed=False).listed]


def test_versions_are_listed_without_being_read(tmp_path: Path) -> None:
    shelve(tmp_path, "not read", day="2021-01-15")
    shelve(tmp_path, "not read", day="2019-09-09")
    assert (date(2019, 9, 9), date(2021, 1, 15)) == Library([tmp_path], installed=False).dates("khoi-thu")


def test_the_version_whose_seasons_hold_the_season_governs_it(tmp_path: Path) -> None:
    shelve(tmp_path, version("2019-09-09", "2018-2019", "2020"), day="2019-09-09")
    shelve(tmp_path, version("2021-01-15", "2021", None))
    due = {"2019": date(2019, 9, 9), "2020": date(2019, 9, 9), "2021": date(2021, 1, 15), "2030": date(2021, 1, 15)}
    library = Library([tmp_path], installed=False)
    assert due == {id: library.choose(Season("khoi-thu", "khoi-a", id)).value.in_force for id in due}


def test_a_season_may_pin_the_version(tmp_path: Path) -> None:
    shelve(tmp_path, version("2019-09-09", "2018", "2020"), day="2019-09-09")
    shelve(tmp_path, RULESET)
    pinned = Season("khoi-thu", "khoi-a", "2022", date(2019, 9, 9))
    assert date(2019, 9, 9) == Library([tmp_path], installed=False).choose(pinned).value.in_force


def test_a_ruleset_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET)
    error = refused(tmp_path, Season("khoi-thuu", "khoi-a", "2022"))
    assert ("unknown-ruleset-near", ("ruleset",), "khoi-thu") == (
        error.code,
        error.faults[0].path,
        error.faults[0].data["near"],
    )
    assert isinstance(error, SeasonError)


def test_a_version_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET)
    error = refused(tmp_path, Season("khoi-thu", "khoi-a", "2022", date(2020, 1, 1)))
    assert ("unknown-version", ("in_force",)) == (error.code, error.faults[0].path)
    assert "2021-01-15" in error.render("vi")


def test_a_season_that_no_version_covers_is_told_with_what_they_cover(tmp_path: Path) -> None:
    shelve(tmp_path, version("2019-09-09", "2018", "2019"), day="2019-09-09")
    shelve(tmp_path, RULESET)
    error = refused(tmp_path, Season("khoi-thu", "khoi-a", "2020"))
    assert ("no-version-for-season", ("season",)) == (error.code, error.faults[0].path)
    assert "2018 - 2019" in error.render("vi")
    assert "2021 - 2023" in error.render("vi")


def test_a_version_without_an_end_that_another_follows_is_refused_with_both_names(tmp_path: Path) -> None:
    other = shelve(tmp_path, version("2019-09-09", "2018", None), day="2019-09-09")
    path = shelve(tmp_path, RULESET)
    error = refused(tmp_path, Season("khoi-thu", "khoi-a", "2023"))
    assert ("seasons-overlap", str(path), 7) == (error.code, error.faults[0].file, error.faults[0].line)
    assert str(other) in error.render("vi")


def test_a_year_with_two_laws_is_refused_unless_it_pins_one_of_them(tmp_path: Path) -> None:
    shelve(tmp_path, version("2019-09-09", "2018", "2021"), day="2019-09-09")
    shelve(tmp_path, RULESET)
    library = Library([tmp_path], installed=False)
    error = refused(tmp_path, Season("khoi-thu", "khoi-a", "2021"))
    assert ("two-laws", ("season",)) == (error.code, error.faults[0].path)
    assert "2019-09-09, 2021-01-15" == error.faults[0].data["days"]
    for day in (date(2019, 9, 9), date(2021, 1, 15)):
        assert day == library.choose(Season("khoi-thu", "khoi-a", "2021", day)).value.in_force
    assert date(2021, 1, 15) == library.choose(Season("khoi-thu", "khoi-a", "2022")).value.in_force


def test_a_school_year_belongs_to_the_law_that_it_begins_under(tmp_path: Path) -> None:
    shelve(tmp_path, version("2019-09-09", "2018", "2021"), day="2019-09-09")
    shelve(tmp_path, RULESET)
    library = Library([tmp_path], installed=False)
    assert date(2019, 9, 9) == library.choose(Season("khoi-thu", "khoi-a", "2020-2021")).value.in_force
    assert date(2021, 1, 15) == library.choose(Season("khoi-thu", "khoi-a", "2021-2022")).value.in_force


def test_two_claimants_of_one_day_are_refused_with_both_names(tmp_path: Path) -> None:
    one, two = shelve(tmp_path / "one", RULESET), shelve(tmp_path / "two", RULESET + "# khác\n")
    with pytest.raises(RulesetError) as error:
        Library([tmp_path / "one", tmp_path / "two"], installed=False).choose(SEASON)
    assert "two-claimants" == error.value.code
    assert str(one) in error.value.render("vi")
    assert str(two) in error.value.render("vi")


def test_copies_of_one_file_are_no_claimants_and_the_first_is_read(tmp_path: Path) -> None:
    one, _ = shelve(tmp_path / "one", RULESET), shelve(tmp_path / "two", RULESET)
    assert str(one) == Library([tmp_path / "one", tmp_path / "two"], installed=False).choose(SEASON).path


MISFILED: dict[str, tuple[str, str, str]] = {
    "under another id": ("khoi-khac", "2021-01-15", "khoi-khac"),
    "under another day": ("khoi-thu", "2021-01-16", "khoi-thu"),
}


@pytest.mark.parametrize("name", MISFILED)
def test_a_file_stands_under_its_own_id_and_day(name: str, tmp_path: Path) -> None:
    id, day, asked = MISFILED[name]
    shelve(tmp_path, RULESET, id, day)
    error = refused(tmp_path, Season(asked, "khoi-a", "2022"))
    assert "ruleset-misfiled" == error.code
    assert "khoi-thu/2021-01-15.toml" in error.render("vi")


def test_a_ruleset_in_a_library_is_named_by_its_day(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET, day="quy-che")
    with pytest.raises(RulesetError) as error:
        Library([tmp_path], installed=False)
    assert "ruleset-file-name" == error.value.code


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        Library([tmp_path / "absent"], installed=False)
    assert ("folder-missing", str(tmp_path / "absent")) == (error.value.code, error.value.faults[0].file)


def extending(id: str, base: str, day: str = "2021-01-15") -> str:
    return RULESET.replace('id = "khoi-thu"', f'id = "{id}"', 1).replace(
        "in_force = 2021-01-15", f'extends = {{ id = "{base}", in_force = {day} }}\nin_force = 2021-01-15', 1
    )


def test_rulesets_that_extend_one_another_in_a_circle_are_refused(tmp_path: Path) -> None:
    for id, base in (("khoi-thu", "b"), ("b", "c"), ("c", "b")):
        shelve(tmp_path, extending(id, base), id)
    error = refused(tmp_path)
    assert ("extends-cycle", str(tmp_path / "c" / "2021-01-15.toml")) == (error.code, error.faults[0].file)


@pytest.mark.parametrize("depth", [8, 9])
def test_rulesets_extend_one_another_eight_deep_and_no_deeper(depth: int, tmp_path: Path) -> None:
    bare = RULESET.split("\n\n")[0] + "\n"
    for number in range(depth + 1):
        text = extending(f"r{number}", f"r{number + 1}").split("\n\n")[0] + "\n"
        last = bare.replace('id = "khoi-thu"', f'id = "r{number}"')
        shelve(tmp_path, last if number == depth else text, f"r{number}")
    library = Library([tmp_path], installed=False)
    if depth == 8:
        assert 9 == len(library.choose(Season("r0", "khoi-a", "2022")).files)
    else:
        assert "extends-too-deep" == refused(tmp_path, Season("r0", "khoi-a", "2022")).code


def test_a_base_of_another_day_is_told_with_the_days_that_there_are(tmp_path: Path) -> None:
    shelve(tmp_path, extending("khoi-thu", "cap-tren", "2020-01-01"))
    shelve(tmp_path, RULESET.replace('id = "khoi-thu"', 'id = "cap-tren"', 1), "cap-tren")
    error = refused(tmp_path)
    assert "unknown-base" == error.code
    assert "2021-01-15" in error.render("vi")


def test_faults_of_a_base_are_told_in_the_base(tmp_path: Path) -> None:
    shelve(tmp_path, extending("khoi-thu", "cap-tren"))
    base = RULESET.replace('id = "khoi-thu"', 'id = "cap-tren"', 1).replace("each = -8", "each = 8")
    path = shelve(tmp_path, base, "cap-tren")
    error = refused(tmp_path)
    assert [("each-negative-due", str(path))] == [(fault.code, fault.file) for fault in error.faults]


def test_installed_rulesets_are_found_after_the_callers(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET)
    listed = Library([tmp_path]).listed
    assert {"khoi-thu", "national"} <= {each.id for each in listed}
    assert len(installed_folders()) == len(set(installed_folders()))


def test_a_changed_copy_of_an_installed_ruleset_is_refused(tmp_path: Path) -> None:
    installed = next(each for each in Library().listed if each.id == "national")
    path = tmp_path / "national" / f"{installed.in_force}.toml"
    path.parent.mkdir()
    shutil.copy(installed.path, path)
    assert str(path) == Library([tmp_path]).read("national", installed.in_force).path
    path.write_text(path.read_text(encoding="utf-8") + "\n# khác\n", encoding="utf-8")
    with pytest.raises(RulesetError) as error:
        Library([tmp_path]).read("national", installed.in_force)
    assert "two-claimants" == error.value.code


def test_a_season_is_given_its_ruleset(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET)
    assert read_ruleset(SEASON, [tmp_path]).value == load_ruleset(SEASON, [str(tmp_path)])


def test_reading_a_season_loads_neither_sheets_nor_likeness_nor_distributions() -> None:
    asked = "import sys, emulrules.files, emulrules.files.season, emulrules.files.library; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert not {"csv", "difflib", "importlib.metadata", "pluggy", "click", "hypothesis", "json"} & set(modules)
