"""Whatever a name holds, it is shown as text."""

import pytest
import tomli

from emulrules.report.quoting import markdown, plain, toml, toml_key

HOSTILE = {
    "a terminal escape": "Sở \x1b]0;x\x07\x1b[31m",
    "a line feed": "Sở\nA",
    "a carriage return": "Sở\rA",
    "a bidirectional mark": "Sở \u202eA",
    "a zero-width space": "Sở\u200bA",
    "a line separator": "Sở\u2028A",
    "a lone surrogate": "Sở\ud800A",
    "a C1 control": "Sở\x9b31mA",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_a_terminal_would_obey_is_shown_as_its_code_point(text: str) -> None:
    shown = plain(text)
    assert shown.isprintable()
    assert "<U+" in shown


@pytest.mark.parametrize("text", ["Sở Y tế", "Đài Phát thanh - Truyền hình", "a\u00a0b", "=1+1"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert text == plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("![a](b)", "!\\[a\\](b)"),
        ("a\\|b", "a\\\\\\|b"),
        ("1. a", "1\\. a"),
        ("https://a.b", "https&#58;//a.b"),
        ("www.a.b", "www&#46;a.b"),
        ("a@b.c", "a&#64;b.c"),
        ("hai\ndòng", "hai&lt;U+000A&gt;dòng"),
    ],
)
def test_no_mark_of_markdown_is_left(text: str, shown: str) -> None:
    assert shown == markdown(text)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+cmd", "-1+1", "@SUM(A1)", " =1+1", "\u00a0=1+1"])
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert markdown(text).startswith("'")


@pytest.mark.parametrize("text", ['Sở "A"', "a\\b", "", "Sở Y tế", "a\tb\x7f", "\u202e", "#", "'''"])
def test_a_toml_string_reads_as_what_was_written(text: str) -> None:
    assert {"a": text} == tomli.loads(f"a = {toml(text)}")


@pytest.mark.parametrize("key", ["so-a", "sở", "a.b", "", 'a"b'])
def test_a_toml_key_reads_as_what_was_written(key: str) -> None:
    assert {key: 1} == tomli.loads(f"{toml_key(key)} = 1")
