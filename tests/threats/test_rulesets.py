"""Rulesets that contradict themselves, one another or the law above them: refused in the file and line that is wrong.

What a single file says wrong is listed by `tests/test_files_ruleset.py`, what merging breaks by
`tests/test_files_merge.py`, and where rulesets stand by `tests/test_files_library.py`; here each threat is met as an
official meets it, by deciding a year.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from ruleset_files import HEAD, RULE, RULESET, SOURCES, shelve
from year_files import SCORED, Folder, laid_out

from emulrules.cli import main

IN_FORCE: Final = "in_force = 2021-01-15\n"


def told(year: Folder) -> list[tuple[str, str, str]]:
    """File below the library, the text of the line, and the code of each thing for which the year is refused."""
    found = []
    for line in year.refused():
        match = re.fullmatch(r"(.+?\.toml):([0-9]+): ([a-z-]+): .+", line)
        assert match is not None, line
        file, number, code = match.groups()
        assert Path(file).is_file()
        written = Path(file).read_text(encoding="utf-8").split("\n")[int(number) - 1]
        found.append((str(Path(file)).removeprefix(f"{year.path}/"), written, code))
    return found


def version(day: str, first: str, last: str | None = None) -> str:
    """The ruleset as of another day, for other seasons."""
    span = f'{{ first = "{first}", last = "{last}" }}' if last else f'{{ first = "{first}" }}'
    return RULESET.replace("2021-01-15", day).replace('{ first = "2021", last = "2023" }', span)


def extending(base: str, day: str = "2021-01-15", text: str = RULESET) -> str:
    """A ruleset that extends another."""
    return text.replace(IN_FORCE, f'extends = {{ id = "{base}", in_force = {day} }}\n{IN_FORCE}')


def named(id_: str, text: str) -> str:
    """A ruleset under another id."""
    return text.replace('id = "khoi-thu"', f'id = "{id_}"', 1)


OWN = "rules/khoi-thu/2021-01-15.toml"

# What one file says: the text to be replaced, what stands there instead, the code, and a part of the line.
ALONE: dict[str, tuple[str, str, str, str]] = {
    "it extends itself": (
        IN_FORCE,
        f'extends = {{ id = "khoi-thu", in_force = 2021-01-15 }}\n{IN_FORCE}',
        "extends-itself",
        "extends",
    ),
    "it extends what does not exist": (
        IN_FORCE,
        f'extends = {{ id = "khoi-khac", in_force = 2021-01-15 }}\n{IN_FORCE}',
        "unknown-base",
        "extends",
    ),
    "it extends a day of itself that does not exist": (
        IN_FORCE,
        f'extends = {{ id = "khoi-thu", in_force = 2020-01-15 }}\n{IN_FORCE}',
        "unknown-base",
        "extends",
    ),
    "it ends before it begins": ('last = "2023"', 'last = "2020"', "seasons-backwards", "seasons"),
    "it ends in a school year before it begins": (
        '{ first = "2021", last = "2023" }',
        '{ first = "2021-2022", last = "2020-2021" }',
        "seasons-backwards",
        "seasons",
    ),
    "its first season is none": ('first = "2021"', 'first = "2021-2023"', "season-id", "seasons"),
    "its chain names an unknown criterion": (
        'criterion = "chi-tieu"',
        'criterion = "chi-tieu-chung"',
        "criterion-not-listed-near",
        "criterion =",
    ),
    "its chain names a criterion like no other": (
        'criterion = "chi-tieu"',
        'criterion = "xyz"',
        "criterion-not-listed",
        "criterion =",
    ),
    "its chain names a criterion twice": (
        "[[awards]]",
        f'[[ties]]\nid = "lai"\nby = "criterion"\ncriterion = "chi-tieu"\n{RULE}\n[[awards]]',
        "tie-criterion-twice",
        "criterion =",
    ),
    "its chain has one step twice": (
        "[[awards]]",
        f'[[ties]]\nid = "chu-tri"\nby = "decision"\nasks = "chair"\n{RULE}\n[[awards]]',
        "id-twice",
        'id = "chu-tri"',
    ),
    "its chain has two steps that differ by case": (
        "[[awards]]",
        f'[[ties]]\nid = "Chu-Tri"\nby = "decision"\nasks = "chair"\n{RULE}\n[[awards]]',
        "id-by-case",
        'id = "Chu-Tri"',
    ),
    "an award requires one that does not exist": (
        'excludes = ["province-flag"]',
        'requires = ["government-flag"]',
        "award-not-listed",
        "requires",
    ),
    "an award requires one that is nearly there": (
        'excludes = ["province-flag"]',
        'requires = ["province-flags"]',
        "award-not-listed-near",
        "requires",
    ),
    "an award requires itself": (
        'excludes = ["province-flag"]',
        'requires = ["province-certificate"]',
        "award-cycle",
        "requires",
    ),
    "two awards require one another": (
        "places = [1] }]\n",
        'places = [1] }]\nrequires = ["province-certificate"]\n',
        "award-cycle",
        "[[awards]]",
    ),
    "an award requires what it excludes": (
        'excludes = ["province-flag"]',
        'excludes = ["province-flag"]\nrequires = ["province-flag"]',
        "award-both",
        "excludes",
    ),
    "a quota without rounding": (
        "quota = { table = [{ units = [1, 5], number = 1 }, { units = [6, 10], number = 2 }] }",
        'quota = { share = "20%", base = "units" }',
        "key-needed",
        "quota",
    ),
    "a quota of a share of nothing": (
        "quota = { table = [{ units = [1, 5], number = 1 }, { units = [6, 10], number = 2 }] }",
        'quota = { share = "20%", rounding = "floor" }',
        "key-needed",
        "quota",
    ),
    "a quota of several kinds": ("quota = { table", 'quota = { number = 1, table', "exactly-one", "quota"),
    "a quota below zero": ("number = 1 }, {", "number = -1 }, {", "number-below", "quota"),
    "a quota for more than all": ("number = 1 }, {", 'number = "120%" }, {', "not-a-count", "quota"),
    "weights that do not sum to what it declares": ("weight = 2", "weight = 3", "children-sum", "max = 60"),
    "points that do not sum to its scale": ("points = 100", "points = 90", "scale-sum", "points = 90"),
    "a huge exponent": ("points = 100", "points = 1e999999999", "number-notation", "points ="),
    "a tiny exponent in quotes": ("points = 100", 'points = "1e-99999999"', "number-malformed", "points ="),
    "what is not a number": ("points = 100", "points = nan", "number-notation", "points ="),
    "thousands of digits": ("points = 100", f"points = {'9' * 5_000}", "number-too-long", "points ="),
    "a decimal comma": ("points = 100", 'points = "100,5"', "number-comma", "points ="),
    "a step whose id has a colon": ('id = "binh-xet"', 'id = "bo-phieu:2"', "id-malformed", "bo-phieu:2"),
    "a step whose id is a formula": ('id = "bo-phieu"', 'id = "=HYPERLINK(1)"', "id-malformed", "HYPERLINK"),
    "an over-quota step whose id is a path": ('id = "nhieu-phieu"', 'id = "../x"', "id-malformed", "../x"),
}  # fmt: skip


@pytest.mark.parametrize("name", ALONE)
def test_a_ruleset_is_refused_where(name: str, tmp_path: Path) -> None:
    old, new, code, line = ALONE[name]
    year = laid_out(tmp_path, replaced=[(old, new)])
    found = told(year)
    assert [OWN] == list(dict.fromkeys(file for file, _, _ in found))
    assert any(code == got and line in written for _, written, got in found), found


@pytest.mark.parametrize("length", [2, 3, 5])
def test_rulesets_that_extend_one_another_in_a_circle_are_refused(length: int, tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=extending("r1"))
    for number in range(1, length):
        upper = "khoi-thu" if number == length - 1 else f"r{number + 1}"
        shelve(year.path / "rules", named(f"r{number}", extending(upper)), f"r{number}")
    ((file, _, code),) = told(year)
    assert (f"rules/r{length - 1}/2021-01-15.toml", "extends-cycle") == (file, code)


def test_a_circle_by_way_of_an_older_day_is_refused(tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=extending("khoi-thu", "2019-09-09"))
    base = 'extends = { id = "khoi-thu", in_force = 2021-01-15 }\nin_force = 2019-09-09\n'
    older = version("2019-09-09", "2018", "2020").replace("in_force = 2019-09-09\n", base)
    shelve(year.path / "rules", older, day="2019-09-09")
    assert ["extends-cycle"] == [code for _, _, code in told(year)]


def bare(id_: str) -> str:
    """A ruleset that says nothing but what it is."""
    return named(id_, HEAD)


def test_a_ruleset_may_stand_on_eight_others_and_on_no_more(tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=extending("r1"))
    for number in range(1, 8):
        shelve(year.path / "rules", extending(f"r{number + 1}", text=bare(f"r{number}")), f"r{number}")
    shelve(year.path / "rules", bare("r8"), "r8")
    assert 3 == year.run("decide").exit_code
    shelve(year.path / "rules", extending("r9", text=bare("r8")), "r8")
    shelve(year.path / "rules", bare("r9"), "r9")
    assert [(OWN, "extends-too-deep")] == [(file, code) for file, _, code in told(year)]


def test_two_files_for_one_day_are_refused_with_both_names(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    other = shelve(tmp_path / "khac", RULESET.replace("points = 100", "points = 100 # khác"))
    (line,) = year.refused("--rulesets", tmp_path / "khac")
    assert line.startswith(f"{year.ruleset}:1: two-claimants: ")
    assert str(other) in line


def test_two_versions_in_force_in_one_season_are_refused_with_both_days(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    shelve(year.path / "rules", version("2019-09-09", "2018", "2022"), day="2019-09-09")
    (line,) = year.refused()
    assert ": two-laws: " in line
    assert "2019-09-09, 2021-01-15" in line


def test_two_versions_without_an_end_are_refused_although_only_one_has_begun(tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=version("2021-01-15", "2021"))
    shelve(year.path / "rules", version("2025-07-01", "2025"), day="2025-07-01")
    assert [("rules/khoi-thu/2025-07-01.toml", "seasons-overlap")] == [(file, code) for file, _, code in told(year)]


GAPS: dict[str, tuple[str, ...]] = {
    "before the first": ("2023", "2024"),
    "after the last": ("2018", "2020"),
    "between two": ("2018", "2021", "2023", "2024"),
    "a school year of which one half is covered": ("2022-2023", "2023-2024"),
}


@pytest.mark.parametrize("name", GAPS)
def test_a_season_in_a_gap_is_refused_with_what_is_covered(name: str, tmp_path: Path) -> None:
    spans = GAPS[name]
    year = laid_out(tmp_path, ruleset=version("2021-01-15", *spans[:2]))
    if spans[2:]:
        shelve(year.path / "rules", version("2023-01-15", *spans[2:]), day="2023-01-15")
    (line,) = year.refused()
    assert line.startswith(f"{year.season}:4: no-version-for-season: ")
    assert all(season in line for season in spans)


MISFILED: dict[str, tuple[str, str, str, str]] = {
    "the folder says another id": ("khoi-khac", "2021-01-15", "khoi-khac", "ruleset-misfiled"),
    "the name says another day": ("khoi-thu", "2021-01-16", "khoi-thu", "ruleset-misfiled"),
    "the name says another year": ("khoi-thu", "2012-01-15", "khoi-thu", "ruleset-misfiled"),
    "the folder differs by case": ("Khoi-Thu", "2021-01-15", "Khoi-Thu", "ruleset-misfiled"),
}


@pytest.mark.parametrize("name", MISFILED)
def test_a_file_that_does_not_stand_under_its_id_and_day_is_refused(name: str, tmp_path: Path) -> None:
    folder, day, asked, code = MISFILED[name]
    year = laid_out(tmp_path, season=SCORED.replace('"khoi-thu"', f'"{asked}"'))
    year.ruleset.unlink()
    shelve(year.path / "rules", RULESET, folder, day)
    assert [(f"rules/{folder}/{day}.toml", code)] == [(file, got) for file, _, got in told(year)]


NO_DAYS: Final = ("quy-che.toml", "2021-02-30.toml", "2021-1-15.toml", "15-01-2021.toml", "２０２１-01-15.toml")


@pytest.mark.parametrize("name", NO_DAYS)
def test_a_file_whose_name_is_no_day_is_refused(name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    year.ruleset.rename(year.ruleset.with_name(name))
    (line,) = year.refused()
    assert line.startswith(f"{year.ruleset.with_name(name)}: ruleset-file-name: ")


FINAL: Final = "final = true\n"
GATE: Final = f'[[gates]]\nid = "hoan"\nfact = "under-discipline"\neffect = "hold"\n{RULE}'
CRITERION: Final = (
    f'[[criteria]]\nid = "chung"\nname = "Chung"\nkind = "deduction"\nmethod = "count"\neach = -8\n{RULE}'
)
CONDITION: Final = f'[[conditions]]\nid = "du"\nwhat = "present"\nbase = "members"\nat_least = "1/2"\n{RULE}'
LIMIT: Final = (
    f'[[limits]]\nid = "han-muc"\nsays = "Không quá 20%"\naward = "co"\nat_most = "20%"\nbase = "leaders"\n{RULE}'
)
UNDEFINED: Final = f'[[undefined]]\nid = "de-ngo"\nwhat = "scale"\nsays = "Không nói"\n{RULE}'
AWARD: Final = (
    f'[[awards]]\nid = "co"\nname = "Cờ"\nquota = {{ number = 1 }}\nchoose = [{{ id = "d", by = "standing" }}]\n{RULE}'
)
HEADSHIP: Final = f'[headship]\nby = "elected"\nasks = "members"\n{RULE}'
STEP: Final = f'[[ties]]\nid = "nu"\nby = "ballot"\nasks = "members"\n{RULE}'

WEAKENED: dict[str, tuple[str, str]] = {
    "a gate that lets pass": (GATE, GATE.replace('"under-discipline"', '"under-nothing"')),
    "a gate that only holds": (GATE.replace('"hold"', '"out"'), GATE),
    "a deduction that takes less": (CRITERION, CRITERION.replace("-8", "-1")),
    "a quorum that asks for fewer": (CONDITION, CONDITION.replace("1/2", "1/3")),
    "a limit that allows more": (LIMIT, LIMIT.replace("20%", "50%")),
    "something left open that is settled": (UNDEFINED, UNDEFINED.replace('"scale"', '"order"')),
    "an award that goes to more": (AWARD, AWARD.replace("number = 1", "number = 9")),
    "a headship by others": (HEADSHIP, HEADSHIP.replace("members", "chair")),
    "a step that asks others": (STEP, STEP.replace("members", "meeting")),
    "the very same, without the mark": (GATE, GATE),
}


def above(text: str) -> str:
    """A ruleset of the level above, which says that much."""
    return named("cap-tren", f"{HEAD}{SOURCES}{text}")


def below(text: str, id_: str = "khoi-thu", base: str = "cap-tren") -> str:
    """A ruleset that extends it."""
    return extending(base, text=named(id_, f"{HEAD}{SOURCES}{text}"))


@pytest.mark.parametrize("levels", [1, 2], ids=["just below", "further down"])
@pytest.mark.parametrize("name", WEAKENED)
def test_what_is_final_is_not_weakened_below(name: str, levels: int, tmp_path: Path) -> None:
    upper, lower = WEAKENED[name]
    year = laid_out(tmp_path, ruleset=below(lower, base="giua" if levels == 2 else "cap-tren"))
    shelve(year.path / "rules", above(upper + FINAL), "cap-tren")
    if levels == 2:
        shelve(year.path / "rules", below("", "giua"), "giua")
    found = told(year)
    assert [(OWN, "final-replaced")] == [(file, code) for file, _, code in found]


@pytest.mark.parametrize("name", WEAKENED)
def test_what_is_not_final_may_be_replaced_below(name: str, tmp_path: Path) -> None:
    upper, lower = WEAKENED[name]
    year = laid_out(tmp_path, ruleset=below(lower))
    shelve(year.path / "rules", above(upper), "cap-tren")
    call = ["rulesets", "show", "khoi-thu", "--rulesets", str(year.path / "rules")]
    assert 0 == CliRunner().invoke(main, call).exit_code


def test_a_final_step_is_not_left_out_of_a_chain_below(tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=extending("cap-tren"))
    shelve(year.path / "rules", above(STEP + FINAL), "cap-tren")
    assert [(OWN, "final-missing")] == [(file, code) for file, _, code in told(year)]


def test_a_mark_of_finality_is_not_taken_off_on_the_way_down(tmp_path: Path) -> None:
    year = laid_out(tmp_path, ruleset=below("", base="giua"))
    shelve(year.path / "rules", above(GATE + FINAL), "cap-tren")
    shelve(year.path / "rules", below(GATE, "giua"), "giua")
    assert [("rules/giua/2021-01-15.toml", "final-replaced")] == [(file, code) for file, _, code in told(year)]


def test_an_edited_file_under_an_old_day_is_refused_beside_what_was_published(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    (tmp_path / "published").mkdir()
    shelve(tmp_path / "published", RULESET)
    assert 3 == year.run("decide", "--rulesets", tmp_path / "published").exit_code
    year.ruleset.write_text(RULESET.replace("each = -8", "each = -9"), encoding="utf-8")
    (line,) = year.refused("--rulesets", tmp_path / "published")
    assert ": two-claimants: " in line


def test_an_edited_file_under_an_old_day_leaves_another_record_and_another_digest(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    records, digests = [], []
    for number, text in enumerate((RULESET, RULESET.replace("each = -8", "each = -9"))):
        year.ruleset.write_text(text, encoding="utf-8")
        record = year.path / f"{number}.json"
        assert 3 == year.run("decide", "--record", record).exit_code
        witness = json.loads(record.with_name(f"{number}.json.witness.json").read_bytes())
        records.append(record.read_bytes())
        digests.append([file["digest"] for file in witness["files"] if file["role"] == "ruleset"])
        assert digests[-1] == [sha256(text.encode()).hexdigest()]
    assert records[0] != records[1]


def test_a_comment_in_an_edited_file_changes_the_digest_and_not_the_record(tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    records, digests = [], []
    for number, text in enumerate((RULESET, RULESET + "# khác\n")):
        year.ruleset.write_text(text, encoding="utf-8")
        record = year.path / f"{number}.json"
        assert 3 == year.run("decide", "--record", record).exit_code
        records.append(record.read_bytes())
        digests.append(record.with_name(f"{number}.json.witness.json").read_bytes())
    assert records[0] == records[1]
    assert digests[0] != digests[1]
