"""Units of a year that are not those of its roster, and names that two units could have: told, never guessed."""

from pathlib import Path
from typing import Final

import pytest
from year_files import SCORED, laid_out

ADDED: Final = ("", "")
NAMED: Final = 'name = "Đơn vị A (giả định)"'
OTHER: Final = 'name = "Đơn vị B (giả định)"\naliases = ["ĐV B"]'

# What is replaced in the season, what in the ruleset, the code, and a text of its sentence.
YEARS: dict[str, tuple[tuple[str, str], tuple[str, str], str, str]] = {
    "a unit in the scores that is not in the roster": (
        ("don-vi-a = 30", "don-vi-a = 30\ndon-vi-x = 30"),
        ADDED,
        "unknown-unit-near",
        "“don-vi-x”",
    ),
    "a unit in the scores that is like no other": (
        ("don-vi-a = 30", "don-vi-a = 30\nxyz = 30"),
        ADDED,
        "unknown-unit",
        "“xyz”",
    ),
    "a unit in the roster that is not in the scores": (
        ("don-vi-a = 30\n", ""),
        ADDED,
        "cell-missing",
        "Đơn vị A (giả định) (don-vi-a)",
    ),
    "a unit in the roster with no cell at all": (
        ADDED,
        ('members = ["don-vi-a", "don-vi-b"]', 'members = ["don-vi-a", "don-vi-b", "don-vi-c"]'),
        "unit-without-entry-near",
        "“don-vi-c”",
    ),
    "a unit under two spellings": (
        ("don-vi-a = 30", 'don-vi-a = 30\n"Đơn vị A (giả định)" = 30'),
        ADDED,
        "unit-twice",
        "don-vi-a",
    ),
    "a unit under its alias and its id": (
        ('don-vi-b = "29.5"', 'don-vi-b = "29.5"\n"ĐV B" = 29'),
        ADDED,
        "unit-twice",
        "don-vi-b",
    ),
    "a name with its tone mark elsewhere": (
        ("don-vi-a = 30", '"Sở Hòa (giả định)" = 30'),
        (NAMED, 'name = "Sở Hoà (giả định)"'),
        "unknown-unit-near",
        "“Sở Hoà (giả định)”",
    ),
    "a name in other letters": (
        ("don-vi-a = 30", '"đơn vị a (giả định)" = 30'),
        ADDED,
        "unknown-unit-near",
        "“Đơn vị A (giả định)”",
    ),
    "an id in other letters": (("don-vi-a = 30", "Don-Vi-A = 30"), ADDED, "unknown-unit-near", "“don-vi-a”"),
    "two units of one name": (
        ADDED,
        (OTHER, NAMED),
        "name-of-two",
        "“Đơn vị A (giả định)”",
    ),
    "two units whose names differ by the place of a tone mark": (
        ADDED,
        (f"{NAMED}\n[units.don-vi-b]\n{OTHER}", 'name = "Sở Hoà"\n[units.don-vi-b]\nname = "Sở Hòa"'),
        "names-alike",
        "“Sở Hoà”",
    ),
    "two units whose names differ by case": (
        ADDED,
        (OTHER, 'name = "ĐƠN VỊ A (giả định)"'),
        "names-alike",
        "“Đơn vị A (giả định)”",
    ),
    "one id twice": (ADDED, ("[units.don-vi-b]", "[units.don-vi-a]"), "key-twice-at", "units.don-vi-a"),
    "ids that differ by case": (ADDED, ("[units.don-vi-b]", "[units.Don-vi-a]"), "id-malformed", "Don-vi-a"),
    "a member twice": (
        ADDED,
        ('members = ["don-vi-a", "don-vi-b"]', 'members = ["don-vi-a", "don-vi-a"]'),
        "named-twice",
        "don-vi-a",
    ),
    "a unit that joins under the name of a member": (
        (
            "[meeting]",
            '[units.don-vi-c]\nroster = "joins"\nname = "đơn vị A (giả định)"\nsource = "bien-ban"\n[meeting]',
        ),
        ADDED,
        "name-taken",
        "don-vi-c",
    ),
    "a unit that joins under an id that is a path": (
        ("[meeting]", '[units."../don-vi"]\nroster = "joins"\nname = "Đơn vị C"\nsource = "bien-ban"\n[meeting]'),
        ADDED,
        "id-malformed",
        "../don-vi",
    ),
    "a unit that joins under an id with a colon": (
        ("[meeting]", '[units."don-vi:women"]\nroster = "joins"\nname = "Đơn vị C"\nsource = "bien-ban"\n[meeting]'),
        ADDED,
        "id-malformed",
        "don-vi:women",
    ),
}


@pytest.mark.parametrize("name", YEARS)
def test_a_year_is_refused_with(name: str, tmp_path: Path) -> None:
    in_season, in_ruleset, code, text = YEARS[name]
    assert in_season[0] in SCORED
    year = laid_out(tmp_path, season=SCORED.replace(*in_season, 1), replaced=[in_ruleset])
    told = year.refused()
    assert any(f": {code}: " in line and text in line for line in told), told


SAME: dict[str, tuple[str, str]] = {
    "its full name": ("don-vi-a = 30", '"Đơn vị A (giả định)" = 30'),
    "its full name with the letters taken apart": (
        "don-vi-a = 30",
        '"Đơn vi\u0323 A (gia\u0309 đi\u0323nh)" = 30',
    ),
    "an alias": ('don-vi-b = "29.5"', '"ĐV B" = "29.5"'),
}


@pytest.mark.parametrize("name", SAME)
def test_a_unit_is_the_same_one_by(name: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    by_id = year.run("decide", "--format", "json").stdout
    year.season.write_text(SCORED.replace(*SAME[name], 1), encoding="utf-8")
    assert by_id == year.run("decide", "--format", "json").stdout != ""
