"""What a refusal of a ruleset file tells to write is taken when it is written."""

import re
from pathlib import Path

import pytest
from checking import EXAMPLES, code_of, twin

from emulrules.checks.inspection import inspect_file
from emulrules.codes import codes
from emulrules.files.called import called, mark_called
from emulrules.files.toml_slips import bare_text
from emulrules.wording import LANGUAGES

SOUND = twin(next(path for path in EXAMPLES if code_of(path) == "check-gate-twice")).read_text(encoding="utf-8")

SLIPS = {
    "a value in Vietnamese": ('kind = "bloc"', 'kind = "khối"', "bloc"),
    "a trust in Vietnamese": ('trust = "assumed"', 'trust = "giả định"', "assumed"),
    "a member by its name": ('"don-vi-a", "don-vi-b"', '"Đơn vị A (giả định)", "don-vi-b"', "don-vi-a"),
    "a policy that is misspelt": ('policy = "standard"', 'policy = "standart"', "standard"),
    "a basis without its source": ('basis = "quy-che Điều 5"', 'basis = "Điều 5"', "quy-che Điều 5"),
    "a basis by the number": ('basis = "quy-che Điều 5"', 'basis = "01/GĐ, Điều 5"', "quy-che Điều 5"),
    "a list without brackets": ("name_places = [1]", "name_places = 1", "[1]"),
    "a day in quotes": ("in_force = 2021-01-15", 'in_force = "2021-01-15"', "2021-01-15"),
    "a colon": ("name_places = [1]", "name_places: [1]", "name_places = [1]"),
    "members in one text": (
        '["don-vi-a", "don-vi-b", "don-vi-c"]',
        '"don-vi-a, don-vi-b, don-vi-c"',
        '"don-vi-b", "don-vi-c"',
    ),
    "all years in the first": ('first = "2021", last = "2023"', 'first = "2021-2023"', 'first = "2021", last = "2023"'),
    "a header with diacritics": ("[units.don-vi-a]", "[units.đơn-vị-a]", "[units.don-vi-a]"),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fix_of_a_refusal_names_what_is_to_be_written(slip: str, language: str, tmp_path: Path) -> None:
    right, wrong, due = SLIPS[slip]
    path = tmp_path / "khoi.toml"
    path.write_text(SOUND.replace(right, wrong, 1), encoding="utf-8")
    refused = inspect_file(str(path)).refused[0]
    fix = refused.fix(language)
    assert fix is not None
    assert due in re.sub("[“”]", "", fix)
    assert fix[:1].isupper()
    assert due in right


SHARES = {"66": '"66%"', '"3/2"': '"2/3"', '"6.6"': '"66%"', "0": '"2/3"'}


@pytest.mark.parametrize(("written", "due"), SHARES.items())
def test_a_share_that_is_none_is_told_with_the_one_that_was_probably_meant(
    written: str, due: str, tmp_path: Path
) -> None:
    condition = f'[[conditions]]\nid = "du-hop"\nwhat = "present"\nbase = "members"\nat_least = {written}\n'
    path = tmp_path / "khoi.toml"
    added = f'{condition}basis = "quy-che Điều 5"\ntrust = "assumed"\n\n[order]'
    path.write_text(SOUND.replace("[order]", added, 1), encoding="utf-8")
    (refused,) = inspect_file(str(path)).refused
    assert f"Write for instance {due}." == refused.fix("en")


def test_a_word_of_regulations_is_a_value_only_where_that_is_possible() -> None:
    assert ("bloc", "head", None) == (
        called("Khối", ("cluster", "bloc")),
        called("Trưởng khối", ("head", "deputy")),
        called("Khối", ("head", "deputy")),
    )


def test_a_mark_in_vietnamese_is_told_in_english_with_quotes_or_without() -> None:
    assert ("pass", "fail", None) == (mark_called("Đạt"), mark_called("không đạt"), mark_called("12"))
    assert ("not-a-cell-mark", {"text": "đạt", "write": "pass"}) == bare_text("đạt")


def test_every_refusal_of_a_ruleset_says_one_thing_to_do_in_both_languages() -> None:
    refusals = [code for code in codes().values() if code.kind == "refusal" and code.who == "ruleset"]
    own = [code for code in refusals if not code.code.endswith("-near")]
    assert [] == [code.code for code in own if "; hãy " not in code.sentence.vi or 1 != code.sentence.en.count("; ")]
    assert [] == [code.code for code in refusals if code not in own and "{near}" not in code.sentence.vi]
