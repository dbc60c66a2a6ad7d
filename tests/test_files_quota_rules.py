"""Reading quotas and limits by parent: what is refused, by name and line, and what is not."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from ruleset_files import RULE, RULESET, faults_of, shelve
from season_files import HEAD, codes_of

from emulrules.files.library import Library
from emulrules.files.season import load_season
from emulrules.model.award import Award, PerParent
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import UnitEntry

UNITS = """[units.don-vi-a]
name = "Đơn vị A (giả định)"
[units.don-vi-b]
name = "Đơn vị B (giả định)"
"""
INSIDE = """[units.don-vi-a]
name = "Đơn vị A (giả định)"
within = { province = "tinh-a", vung = "bac" }
[units.don-vi-b]
name = "Đơn vị B (giả định)"
within = { province = "tinh-b" }
"""


def read(folder: Path, content: str) -> Ruleset:
    shelve(folder, content)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15)).value


def award(text: str, steps: str = 'by = "standing"', base: str = RULESET) -> str:
    """The ruleset with one award more."""
    return f'{base}\n[[awards]]\nid = "them"\nname = "Thêm"\nchoose = [{{ id = "buoc", {steps} }}]\n{text}\n{RULE}'


def quota(text: str, steps: str = 'by = "standing"') -> str:
    return award(f"quota = {{ {text} }}", steps)


def inside(old: str = "", new: str = "") -> str:
    """The ruleset whose units say what they lie within, one thing written otherwise."""
    assert UNITS in RULESET
    assert old in INSIDE
    return RULESET.replace(UNITS, INSIDE.replace(old, new, 1))


AT_MOST = 'quota = { number = 2 }\nat_most = { number = 1, per = "province" }'

# What is written, the code, and the text of the line that the fault is on.
FAULTS: dict[str, tuple[str, str, str]] = {
    "a share without rounding": (quota('share = "1/5", base = "units"'), "key-needed", "quota"),
    "a share of nothing": (quota('share = "1/5", rounding = "floor"'), "key-needed", "quota"),
    "an exact bound of nothing": (quota('not_more_than = "20%"'), "key-needed", "quota"),
    "rounding beside not more than": (
        quota('not_more_than = "20%", base = "units", rounding = "floor"'),
        "rounding-of-bound",
        "quota",
    ),
    "rounding beside less than": (
        quota('less_than = "20%", base = "units", rounding = "ceiling"'),
        "rounding-of-bound",
        "quota",
    ),
    "rounding to the even digit": (
        quota('share = "20%", base = "units", rounding = "half-even"'),
        "not-one-of",
        "quota",
    ),
    "a share above the whole": (
        quota('share = "101%", base = "units", rounding = "floor"'),
        "share-out-of-range",
        "quota",
    ),
    "a share of none": (quota('share = 0, base = "units", rounding = "floor"'), "share-out-of-range", "quota"),
    "a share below zero": (quota('less_than = -1, base = "units"'), "share-out-of-range", "quota"),
    "not more than more than all": (quota('not_more_than = "6/5", base = "units"'), "share-out-of-range", "quota"),
    "less than none": (quota('less_than = 0, base = "units"'), "share-out-of-range", "quota"),
    "least above most": (
        quota('not_more_than = "20%", base = "units", least = 3, most = 2'),
        "quota-least-above-most",
        "quota",
    ),
    "a least below zero": (quota('not_more_than = "20%", base = "units", least = -1'), "number-below", "quota"),
    "a most below zero": (quota('not_more_than = "20%", base = "units", most = -1'), "number-below", "quota"),
    "an unknown base": (quota('not_more_than = "20%", base = "unit"'), "not-one-of-near", "quota"),
    "a number and a share": (
        quota('number = 2, share = "1/5", base = "units", rounding = "floor"'),
        "exactly-one",
        "quota",
    ),
    "a share and a bound": (
        quota('share = "1/5", not_more_than = "1/5", base = "units", rounding = "floor"'),
        "exactly-one",
        "quota",
    ),
    "all the rest and a number": (quota("rest = true, number = 0"), "exactly-one", "quota"),
    "no rest": (quota("rest = false"), "exactly-one", "quota"),
    "a least beside a number": (quota("number = 2, least = 1"), "key-useless", "quota"),
    "a base beside a number": (quota('number = 2, base = "units"'), "key-useless", "quota"),
    "a most beside all the rest": (quota("rest = true, most = 3"), "key-useless", "quota"),
    "rounding beside a number": (quota('number = 2, rounding = "floor"'), "key-useless", "quota"),
    "all the rest of places": (quota("rest = true", 'by = "place", places = [1]'), "key-useless", "quota"),
    "a limit of none of a parent": (
        award(AT_MOST.replace("number = 1", "number = 0"), base=inside()),
        "number-below",
        "at_most",
    ),
    "a parent by no id": (
        award(AT_MOST.replace('"province"', '"Tỉnh"'), base=inside()),
        "id-malformed",
        "at_most",
    ),
    "a limit by parent with ties taken whole": (
        award(f'{AT_MOST}\nboundary = "include"', base=inside()),
        "per-parent-boundary",
        "boundary",
    ),
    "a limit by parent with ties left out": (
        award(f'{AT_MOST}\nboundary = "exclude"', base=inside()),
        "per-parent-boundary",
        "boundary",
    ),
    "a member without the parent": (
        award(AT_MOST.replace('"province"', '"vung"'), base=inside()),
        "unit-without-parent",
        "[units.don-vi-b]",
    ),
    "a member without any parent": (award(AT_MOST), "unit-without-parent", "[units.don-vi-a]"),
    "a parent that is no id": (inside('"tinh-a"', '"Tỉnh A"'), "id-malformed", "within"),
    "a name of parents that is no id": (inside("vung =", '"Vùng" ='), "id-malformed", "within"),
    "an unknown award of the season before": (
        award('quota = { number = 1 }\nrequires_before = ["province-flog"]'),
        "award-not-listed-near",
        "requires_before",
    ),
    "an award that requires nothing of the season before": (
        award("quota = { number = 1 }\nrequires_before = []"),
        "list-empty",
        "requires_before",
    ),
    "an award of the season before twice": (
        award('quota = { number = 1 }\nrequires_before = ["province-flag", "province-flag"]'),
        "named-twice",
        "requires_before",
    ),
    "an award called as another question": (
        award('quota = { number = 1 }\nrequires_before = ["head"]').replace('id = "them"', 'id = "head"'),
        "before-reserved",
        "requires_before",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_name_and_line_and_alone(name: str, tmp_path: Path) -> None:
    text, code, line = FAULTS[name]
    told = [(fault.code, text.split("\n")[(fault.line or 1) - 1]) for fault in faults_of(tmp_path, text)]
    assert [code] == sorted({found for found, _ in told}), told
    assert all(line in written for _, written in told[:1])


def test_every_member_of_every_cluster_is_told_of(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, award(AT_MOST))
    assert [("units", "don-vi-a"), ("units", "don-vi-b")] == [fault.path for fault in faults]
    assert {"unit": "don-vi-a", "per": "province", "award": "them"} == faults[0].data


def test_a_unit_that_is_no_member_needs_no_parent(tmp_path: Path) -> None:
    text = award(AT_MOST, base=inside()) + '[units.don-vi-c]\nname = "Đơn vị C (giả định)"\n'
    assert PerParent(1, "province") == read(tmp_path, text).awards[-1].at_most


@pytest.mark.parametrize(
    "text",
    [
        quota('share = "100%", base = "members", rounding = "half-up"'),
        quota('share = "1/500", base = "units", rounding = "ceiling"'),
        quota('not_more_than = 1, base = "units"'),
        quota('less_than = 1, base = "units", least = 0, most = 0'),
        quota('not_more_than = "20%", base = "units", least = 2, most = 2'),
        quota("number = 0"),
        quota("rest = true"),
        quota("rest = true, number = 1").replace("rest = true, ", "rest = false, "),
        award("quota = { rest = true }", 'by = "place", places = [1] }, { id = "hai", by = "standing"'),
        award('quota = { number = 1 }\nrequires_before = ["them", "province-flag"]'),
        award(AT_MOST, base=inside()),
        award(f'{AT_MOST}\nboundary = "cut"', base=inside()),
    ],
)
def test_what_makes_sense_is_read(text: str, tmp_path: Path) -> None:
    assert "them" == read(tmp_path, text).awards[-1].id


def test_all_that_a_quota_says_is_read(tmp_path: Path) -> None:
    text = quota('share = "12.5%", base = "members", rounding = "half-up", least = 1, most = 4')
    rule = read(tmp_path, text).awards[-1].quota
    assert rule
    assert (Fraction(1, 8), "members", "half-up", 1, 4, False) == (
        rule.share, rule.base, rule.rounding, rule.least, rule.most, rule.rest
    )  # fmt: skip


def test_parents_and_awards_of_the_season_before_are_read(tmp_path: Path) -> None:
    text = award(f'{AT_MOST}\nrequires_before = ["province-flag"]', base=inside())
    ruleset = read(tmp_path, text)
    last: Award = ruleset.awards[-1]
    assert (PerParent(1, "province"), ("province-flag",)) == (last.at_most, last.requires_before)
    assert {"province": "tinh-a", "vung": "bac"} == ruleset.units["don-vi-a"].within


# Seasons.

SOURCES = '[sources.bien-ban]\ndocument = "Biên bản (giả định)"\n'
JOINS = f'{SOURCES}[units.don-vi-c]\nroster = "joins"\nname = "Đơn vị C"\nsource = "bien-ban"\n'


def test_the_season_before_and_the_parents_of_who_joins_are_read(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(
        f'{HEAD}{JOINS}within = {{ province = "tinh-a" }}\n[before]\nprovince-flag = ["Sở Mẫu A"]\nco = []\n',
        encoding="utf-8",
    )
    season = load_season(path)
    assert {"province-flag": ("Sở Mẫu A",), "co": ()} == season.before
    entry = UnitEntry(roster="joins", name="Đơn vị C", source="bien-ban", within={"province": "tinh-a"})
    assert entry == season.units["don-vi-c"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[before]\nprovince-flag = ["don-vi-a", "don-vi-a"]', "unit-twice"),
        ('[before]\n"Cờ tỉnh" = []', "id-malformed"),
        ("[before]\nprovince-flag = 3", "not-a-list"),
        (f'{JOINS}within = {{ province = "Tỉnh A" }}', "id-malformed"),
        (f'{JOINS}within = {{ "Tỉnh" = "tinh-a" }}', "id-malformed"),
        ('[units.don-vi-a]\nwithin = { province = "tinh-a" }', "within-of-member"),
        (
            f'{SOURCES}[units.don-vi-a]\nroster = "leaves"\nsource = "bien-ban"\nwithin = {{ province = "tinh-a" }}',
            "within-of-member",
        ),
    ],
)
def test_what_is_wrong_with_them_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert [code] == codes_of(tmp_path, HEAD + text)
