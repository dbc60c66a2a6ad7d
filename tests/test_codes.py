"""The reference of codes: none is missing, each says who mends it, and the page is what the catalogue makes it."""

from pathlib import Path

import pytest
from raised_codes import raised
from test_cli_verbs import run

from emulrules.codes import _OTHERS, codes, codes_like
from emulrules.report.codes import code_page, code_text
from emulrules.wording import catalogue

PAGE = Path(__file__).parent.parent / "docs" / "codes.md"


def test_the_page_names_every_code_as_it_is_now() -> None:
    # `emulrules explain-code --all > docs/codes.md` makes it.
    assert code_page(codes().values()) == PAGE.read_text(encoding="utf-8")


def test_every_code_that_is_raised_is_in_the_reference() -> None:
    assert [] == sorted({code for _, code, _ in raised()} - codes().keys())


def test_every_variant_of_a_code_is_in_the_reference() -> None:
    """Codes that are put together while it runs: those with the nearest name, and those of sections of refusals."""
    near = {code for code in catalogue() if code.endswith("-near") and code.removesuffix("-near") in codes()}
    assert [] == sorted(near - codes().keys())


def test_every_finding_says_what_to_do() -> None:
    assert [] == [code for code, told in codes().items() if told.kind == "finding" and told.fix is None]


def test_whose_it_is_is_said_of_codes_that_exist() -> None:
    assert [] == sorted(code for several in _OTHERS.values() for code in several if code not in catalogue())


def test_what_is_noted_is_noted_of_a_code() -> None:
    assert [] == [
        code for code in catalogue() if code.startswith("note-") and code.removeprefix("note-") not in codes()
    ]


def test_warnings_are_codes() -> None:
    assert "warning" == codes()["relative-scale"].kind


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_code_is_told_in_both_languages(language: str) -> None:
    told = " ".join(code_text(codes()["cell-above-max"], language).split())
    assert "above the maximum ‹max›" in told
    assert "vượt điểm tối đa" in told


def test_explain_code_tells_the_sentence_and_who_mends_it() -> None:
    shown = " ".join(run("explain-code", "quota-gap", "--lang", "en").stdout.split())
    assert shown.startswith("quota-gap Refusal. For: the legal officer who writes the ruleset.")


def test_explain_code_prints_the_page() -> None:
    assert run("explain-code", "--all").stdout.startswith("# Codes\n")


def test_an_unknown_code_is_told_with_the_nearest_ones() -> None:
    result = run("explain-code", "quota-gaps", "--lang", "en")
    assert 1 == result.exit_code
    assert "the nearest ones: quota-gap" in result.stderr
    assert [] == codes_like("???")
    assert "--all" in run("explain-code", "???").stderr


def test_explain_code_needs_a_code() -> None:
    assert 2 == run("explain-code").exit_code
