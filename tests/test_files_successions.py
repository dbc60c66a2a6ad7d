"""Reading successions and dated lists: of a ruleset, merged with what it extends, and those that a season brings."""

from datetime import date
from pathlib import Path

import pytest
from ruleset_files import HEAD, RULE, SOURCES, faults_of, shelve
from season_files import codes_of

from emulrules.files.library import Library
from emulrules.files.season import load_season
from emulrules.model.ruleset import Ruleset

UNITS = "".join(f'[units.{letter}]\nname = "Đơn vị {letter} (giả định)"\n' for letter in "abcdexyz")
CLUSTERS = f"""
[clusters.khoi-a]
name = "Khối A"
members = ["a", "b", "c"]
{RULE}
[clusters.khoi-b]
name = "Khối B"
members = ["d", "e"]
{RULE}
"""
REST = f'[[undefined]]\nid = "chua-ro"\nwhat = "headship"\nsays = "Chưa rõ"\nask = "meeting"\n{RULE}'


def _list(letters: str) -> str:
    return "[" + ", ".join(f'"{unit}"' for unit in letters) + "]"


def succession(
    before: str, after: str, more: str = "", *, id_: str = "mot", on: str = "2022-07-01", kind: str = "merged"
) -> str:
    lists = f"from = {_list(before)}\nto = {_list(after)}"
    return f'[[successions]]\nid = "{id_}"\n{lists}\non = {on}\nkind = "{kind}"\n{more}\n{RULE}'


def listed(
    members: str, more: str = "", *, id_: str = "danh-sach", on: str = "2022-07-01", cluster: str = "khoi-a"
) -> str:
    units = _list(members)
    return f'[[rosters]]\nid = "{id_}"\ncluster = "{cluster}"\nmembers = {units}\non = {on}\n{more}\n{RULE}'


def written(*entries: str, head: str = HEAD) -> str:
    return "\n".join([head, SOURCES, CLUSTERS, UNITS, *entries, REST])


def codes(folder: Path, *entries: str, head: str = HEAD) -> list[str]:
    return [fault.code for fault in faults_of(folder, written(*entries, head=head))]


def read(folder: Path, content: str) -> Ruleset:
    shelve(folder, content)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15)).value


def test_successions_and_dated_lists_are_read(tmp_path: Path) -> None:
    more = 'carries = ["seat", "award"]\nseason = "2022"\ncluster = "khoi-b"\n'
    ruleset = read(tmp_path, written(succession("ab", "x", more), listed("abc", on="2022-01-01")))
    (each,) = ruleset.successions
    (dated,) = ruleset.rosters
    assert (("a", "b"), ("x",), date(2022, 7, 1), "merged") == (each.from_, each.to, each.on, each.kind)
    assert (("seat", "award"), "2022", "khoi-b", ("01/GĐ Điều 1",)) == (
        each.carries,
        each.season,
        each.cluster,
        each.basis,
    )
    assert ("khoi-a", ("a", "b", "c"), date(2022, 1, 1)) == (dated.cluster, dated.members, dated.on)


WRONG: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "renamed to itself": (["succession-renamed"], (succession("a", "a", kind="renamed"),)),
    "renamed from two": (["succession-renamed"], (succession("ab", "x", kind="renamed"),)),
    "renamed to two": (["succession-renamed"], (succession("a", "xy", kind="renamed"),)),
    "merged to two": (["succession-merged"], (succession("ab", "xy"),)),
    "merged without anybody going": (["succession-merged"], (succession("a", "a"),)),
    "split of two": (["succession-split"], (succession("ab", "xy", kind="split"),)),
    "split to one": (["succession-split"], (succession("a", "x", kind="split"),)),
    "from nobody": (["list-empty"], (succession("", "x"),)),
    "to nobody": (["list-empty"], (succession("a", ""),)),
    "named twice": (["named-twice"], (succession("aab", "x"),)),
    "carried twice": (["named-twice"], (succession("ab", "x", 'carries = ["seat", "seat"]'),)),
    "a seat of a split": (["carries-several"], (succession("a", "xy", 'carries = ["seat"]', kind="split"),)),
    "an award of a split": (["carries-several"], (succession("a", "xy", 'carries = ["award"]', kind="split"),)),
    "the turn of two": (["carries-several"], (succession("ab", "x", 'carries = ["turn"]'),)),
    "the points of two": (["carries-several"], (succession("ab", "x", 'carries = ["points"]'),)),
    "another kind of thing carried": (["not-one-of"], (succession("ab", "x", 'carries = ["quota"]'),)),
    "a season that is none": (["season-id"], (succession("ab", "x", 'season = "22"'),)),
    "a cluster that is no id": (["id-malformed"], (succession("ab", "x", 'cluster = "Khối B"'),)),
    "an unknown unit": (["unit-without-entry"], (succession("aq", "x"),)),
    "an unknown successor": (["unit-without-entry"], (succession("ab", "q"),)),
    "an unknown cluster": (["unknown-cluster"], (succession("ab", "x", 'cluster = "cum-xa-la"'),)),
    "an id twice": (["id-twice"], (succession("a", "x"), succession("b", "y"))),
    "gone twice": (
        ["succession-twice-from"],
        (succession("a", "x"), succession("ab", "y", id_="hai", on="2022-08-01")),
    ),
    "formed twice": (["succession-twice-to"], (succession("a", "x"), succession("b", "x", id_="hai", on="2022-08-01"))),
    "formed again": (
        ["member-not-yet", "succession-again"],
        (succession("a", "x"), succession("b", "a", id_="hai", on="2022-08-01")),
    ),
    "come and gone on one day": (["succession-same-day"], (succession("a", "x"), succession("xb", "y", id_="hai"))),
    "of two clusters": (["succession-cluster"], (succession("ad", "x"),)),
    "of two clusters by its history": (
        ["succession-cluster"],
        (succession("a", "x"), succession("xd", "y", id_="hai", on="2022-08-01")),
    ),
    "a list of nobody": (["list-empty"], (listed(""),)),
    "a list of a unit twice": (["named-twice"], (listed("aa"),)),
    "a list of an unknown unit": (["unit-without-entry"], (listed("abq"),)),
    "a list of an unknown cluster": (["unknown-cluster"], (listed("ab", cluster="cum-xa-la"),)),
    "two lists of one day": (["rosters-same-day"], (listed("ab"), listed("abc", id_="hai"))),
    "a list of a unit to come": (["member-not-yet"], (succession("ab", "x"), listed("xc", on="2022-06-30"))),
    "a list of a unit that is gone": (
        ["unit-merged"],
        (
            succession("ab", "x"),
            listed("abc"),
        ),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_makes_no_history_is_refused(name: str, tmp_path: Path) -> None:
    due, entries = WRONG[name]
    assert sorted(set(due)) == sorted(set(codes(tmp_path, *entries)))


RIGHT = {
    "of two clusters, with its own": (succession("ad", "x", 'cluster = "khoi-b"'),),
    "of two clusters by its history, with its own": (
        succession("a", "x", 'cluster = "khoi-b"'),
        succession("xd", "y", id_="hai", on="2022-08-01"),
    ),
    "taken in": (succession("ab", "a"),),
    "split off": (succession("a", "ax", kind="split"),),
    "one after another": (succession("a", "x"), succession("xb", "y", id_="hai", on="2022-07-02")),
    "a list of its day": (succession("ab", "x"), listed("xc")),
    "a list of the day before": (succession("ab", "x"), listed("abc", on="2022-06-30")),
    "lists of two clusters": (listed("abc"), listed("de", id_="hai", cluster="khoi-b")),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_makes_one_history_is_read(name: str, tmp_path: Path) -> None:
    assert "khoi-thu" == read(tmp_path, written(*RIGHT[name])).id


@pytest.mark.parametrize(("due", "on"), [([], "2021-12-31"), (["member-not-yet"], "2022-01-01")])
def test_a_cluster_lists_the_members_of_the_first_season(due: list[str], on: str, tmp_path: Path) -> None:
    text = written(succession("y", "a", on=on, kind="renamed"))
    assert due == ([fault.code for fault in faults_of(tmp_path, text)] if due else [read(tmp_path, text).id][1:])


def test_where_seasons_are_school_years_the_season_is_named(tmp_path: Path) -> None:
    school = HEAD.replace('"2021", last = "2023"', '"2021-2022", last = "2023-2024"')
    assert ["succession-season", "succession-season"] == codes(
        tmp_path, listed("abc", on="2022-01-01"), succession("ab", "x"), head=school
    )
    (tmp_path / "dung").mkdir()
    named = [listed("abc", 'season = "2021-2022"', on="2022-01-01"), succession("ab", "x", 'season = "2022-2023"')]
    assert "khoi-thu" == read(tmp_path / "dung", written(*named, head=school)).id


def test_where_seats_belong_to_a_parent_every_unit_says_its_own(tmp_path: Path) -> None:
    headship = f'[headship]\nby = "elected"\nasks = "members"\nseat_of = "province"\ndeputies = []\n{RULE}'
    text = written(succession("ab", "x"), headship).replace(REST, "")
    assert ["unit-without-seat"] * 6 == [fault.code for fault in faults_of(tmp_path, text)]


def test_a_malformed_parent_of_seats_is_refused(tmp_path: Path) -> None:
    headship = f'[headship]\nby = "elected"\nasks = "members"\nseat_of = "Tỉnh"\ndeputies = []\n{RULE}'
    assert "id-malformed" in [fault.code for fault in faults_of(tmp_path, written(headship).replace(REST, ""))]


def test_too_many_successions_are_refused(tmp_path: Path) -> None:
    units = "".join(f'[units.u{n}]\nname = "Đơn vị số {n} (giả định)"\n' for n in range(402))
    many = "".join(
        f'[[successions]]\nid = "s{n}"\nfrom = ["u{2 * n}"]\nto = ["u{2 * n + 1}"]\n'
        f'on = 2022-07-01\nkind = "renamed"\n{RULE}'
        for n in range(201)
    )
    assert ["too-many-entries"] == codes(tmp_path, units, many)


SEASON = """\
format = "emulrules/season/1"
ruleset = "khoi-thu"
cluster = "khoi-a"
season = "2022"
[sources.quyet-dinh]
document = "Quyết định (giả định)"
number = "02/GĐ"
"""
BROUGHT = """\
[[successions]]
id = "mot"
from = ["a", "b"]
to = ["m"]
on = 2022-07-01
kind = "merged"
basis = "quyet-dinh khoản 1"
trust = "read"
"""
NAMED = '[units.m]\nname = "Đơn vị mới (giả định)"\nwithin = { province = "tinh-a" }\n'


def test_a_season_brings_a_succession(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(SEASON + NAMED + BROUGHT, encoding="utf-8")
    (each,) = load_season(tmp_path / "season.toml").successions
    assert (("m",), ("02/GĐ khoản 1",)) == (each.to, each.basis)


@pytest.mark.parametrize("key", ['carries = ["seat"]', 'cluster = "khoi-b"', 'season = "2022"', "final = true"])
def test_what_only_a_ruleset_can_say_is_refused_in_a_season(key: str, tmp_path: Path) -> None:
    assert ["succession-key"] == codes_of(tmp_path, f"{SEASON}{NAMED}{BROUGHT}{key}\n")


BROUGHT_WRONG = {
    "of a later year": ("succession-later", BROUGHT.replace("2022-07", "2023-01")),
    "of an unknown source": ("unknown-source", BROUGHT.replace("quyet-dinh", "khong-co")),
    "of a kind that it is not": ("succession-renamed", BROUGHT.replace('"merged"', '"renamed"')),
    "twice": ("id-twice", BROUGHT + BROUGHT),
}


@pytest.mark.parametrize("name", BROUGHT_WRONG)
def test_a_succession_that_a_season_cannot_bring_is_refused(name: str, tmp_path: Path) -> None:
    due, entry = BROUGHT_WRONG[name]
    assert due in codes_of(tmp_path, SEASON + NAMED + entry)


def test_a_unit_that_nothing_forms_may_not_say_its_parents(tmp_path: Path) -> None:
    assert ["within-of-member"] == codes_of(tmp_path, SEASON + NAMED)
