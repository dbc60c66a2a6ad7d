"""The catalogue: every sentence in both languages, filled by the same data, and one for every code that is raised."""

import ast
import unicodedata
from string import Formatter
from typing import Any

import pytest
from raised_codes import raised

from emulrules.wording import LANGUAGES, catalogue, say


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def given(call: ast.Call) -> set[str] | None:
    """The data that a call of `Fault` gives, None where only running it could tell."""
    data: Any = call.args[2] if len(call.args) > 2 else next((k.value for k in call.keywords if k.arg == "data"), None)
    if data is None:
        return set()
    if not isinstance(data, ast.Dict) or None in data.keys:
        return None
    return {str(key.value) for key in data.keys if isinstance(key, ast.Constant)}


def test_both_sentences_are_filled_by_the_same_data() -> None:
    assert [] == [code for code, (vi, en) in catalogue().items() if placeholders(vi) != placeholders(en)]


def test_no_sentence_is_empty_or_breaks_its_line() -> None:
    said = [(code, sentence) for code, both in catalogue().items() for sentence in both]
    assert [] == [code for code, sentence in said if not sentence.strip() or not sentence.isprintable()]


def test_every_sentence_is_composed_unicode() -> None:
    said = [(code, sentence) for code, both in catalogue().items() for sentence in both]
    assert [] == [code for code, sentence in said if not unicodedata.is_normalized("NFC", sentence)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_that_nobody_worded_is_our_own_fault(language: str) -> None:
    with pytest.raises(KeyError):
        say("no-such-code", language)


def test_every_code_that_is_raised_has_its_sentences() -> None:
    found = list(raised())
    assert len(found) > 50
    assert [] == sorted({f"{file}: {code}" for file, code, _ in found if code not in catalogue()})


def test_every_fault_gives_what_its_sentences_name() -> None:
    missing = []
    for file, code, call in raised():
        data = given(call) if isinstance(call.func, ast.Name) and call.func.id == "Fault" else None
        if data is not None and code in catalogue() and (lacks := placeholders(catalogue()[code].vi) - data):
            missing.append(f"{file}:{call.lineno}: {code} lacks {sorted(lacks)}")
    assert [] == missing
