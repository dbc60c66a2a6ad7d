"""Bad names: one identity for one text, and no letter that a reader would take for another."""

import unicodedata
from pathlib import Path

import pytest
from season_files import HEAD, codes_of, faults_of

from emulrules.files.season import read_season
from emulrules.files.text import name_faults
from emulrules.model.names import near, tone_key

UNIT = "Sở Mẫu Hoà Bình"

SPELLINGS: dict[str, str] = {
    "composed": unicodedata.normalize("NFC", UNIT),
    "decomposed": unicodedata.normalize("NFD", UNIT),
    "marks in another order": "Sơ\u0309 Mâ\u0303u Hoa\u0300 Bi\u0300nh",
    "half composed": "S\u01a1\u0309 M\u00e2\u0303u Hoà Bình",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_order_of_marks_is_one_identity(name: str, tmp_path: Path) -> None:
    unit = SPELLINGS[name]
    path = tmp_path / "season.toml"
    path.write_text(
        f'{HEAD}[outgoing]\nhead = "{unit}"\n[facts]\na = ["{unit}"]\n[units."{unit}"]\nwomen = 1\n'
        f'[scores.a]\n"{unit}" = 1\n',
        encoding="utf-8",
    )
    document = read_season(path)
    season = document.value
    assert (
        UNIT
        == season.outgoing.head
        == season.facts["a"][0]
        == next(iter(season.units))
        == next(iter(season.scores["a"]))
    )
    assert 12 == document.place(("scores", "a", UNIT))[1]


def test_two_spellings_of_one_key_are_told_as_one_key_twice(tmp_path: Path) -> None:
    text = f'{HEAD}[scores.a]\n"{SPELLINGS["composed"]}" = 1\n"{SPELLINGS["decomposed"]}" = 2\n'
    assert [("key-twice-at", 7)] == [(fault.code, fault.line) for fault in faults_of(tmp_path, text)]


def test_a_name_with_another_place_of_the_tone_mark_is_another_name(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(f'{HEAD}[scores.a]\n"Hoà" = 1\n"Hòa" = 2\n', encoding="utf-8")
    assert {"Hoà", "Hòa"} == set(read_season(path).value.scores["a"])


UNSEEN: dict[str, str] = {
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "zero-width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "byte order mark inside": "\ufeff",
    "soft hyphen": "\u00ad",
    "right-to-left override": "\u202e",
    "left-to-right mark": "\u200e",
    "isolate": "\u2066",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "line separator": "\u2028",
    "variation selector": "\ufe0f",
    "combining grapheme joiner": "\u034f",
    "Hangul filler": "\u3164",
    "blank Braille": "\u2800",
    "replacement character": "\ufffd",
    "no character": "\uffff",
    "private use": "\ue000",
    "tag": "\U000e0041",
}


@pytest.mark.parametrize("name", UNSEEN)
def test_a_character_that_nobody_sees_is_refused_wherever_it_stands(name: str, tmp_path: Path) -> None:
    character = UNSEEN[name]
    shown = f"U+{ord(character):04X}"
    for text in (f'[outgoing]\nhead = "Sở{character} A"', f'[facts]\n"a{character}" = []', f"\n# note {character}"):
        [fault] = faults_of(tmp_path, f"{HEAD}{text}\n")
        assert ("character-forbidden", shown, 6) == (fault.code, fault.data["character"], fault.line)


@pytest.mark.parametrize("name", UNSEEN)
def test_a_character_that_nobody_sees_is_refused_when_it_is_written_as_an_escape(name: str, tmp_path: Path) -> None:
    escape = f"\\U{ord(UNSEEN[name]):08x}"
    assert ["character-forbidden"] == codes_of(tmp_path, f'{HEAD}[outgoing]\nhead = "Sở{escape} A"\n')
    assert "character-forbidden" in codes_of(tmp_path, f'{HEAD}[sources.a]\ndocument = "Sở{escape} A"\n')
    assert "character-forbidden" in codes_of(tmp_path, f'{HEAD}[scores.a]\n"Sở{escape}" = 1\n')


BREAKS = {"a tab": "\\t", "a line end": "\\n", "a carriage return": "\\r"}


@pytest.mark.parametrize("name", BREAKS)
def test_a_name_stands_on_one_line(name: str, tmp_path: Path) -> None:
    assert ["character-forbidden"] == codes_of(tmp_path, f'{HEAD}[outgoing]\nhead = "Sở{BREAKS[name]}A"\n')


def test_a_lone_surrogate_is_refused(tmp_path: Path) -> None:
    assert ["escape-unknown"] == codes_of(tmp_path, f'{HEAD}[outgoing]\nhead = "Sở \\ud800"\n')


ALIKE: dict[str, tuple[str, str, str]] = {
    "Icelandic Eth": ("Ðồng Mẫu", "letter-alike", "Đ"),
    "Icelandic eth": ("ðồng Mẫu", "letter-alike", "đ"),
    "African D": ("Ɖồng Mẫu", "letter-alike", "Đ"),
    "Cyrillic o": ("Sở Mẫu Bоn", "letter-alike", "o"),
    "Cyrillic A": ("Аn Mẫu", "letter-alike", "A"),
    "Cyrillic with a mark": ("Sо\u0309 Mẫu", "letter-alike", "o"),
    "Greek O": ("Οai Mẫu", "letter-alike", "O"),
    "Greek nu": ("Sở νăn", "letter-alike", "v"),
    "Armenian": ("Sօ Mẫu", "letter-foreign", ""),
    "Cherokee": ("Ꭺn Mẫu", "letter-foreign", ""),
    "caron for breve": ("Trǎng Mẫu", "letter-foreign", ""),
    "small capital": ("ᴀn Mẫu", "letter-foreign", ""),
    "ligature": ("ﬁ Mẫu", "letter-foreign", ""),
    "Chinese": ("安 Mẫu", "letter-foreign", ""),
    "a mark alone": ("Sở ̆ Mẫu", "letter-foreign", ""),
    "full-width letter": ("Ａn Mẫu", "letter-foreign", ""),
    "full-width digit": ("Sở ８", "character-not-plain", ""),
    "Arabic digit": ("Sở ٨", "character-not-plain", ""),
    "Roman numeral as one character": ("Khối Ⅱ", "character-not-plain", ""),
    "superscript": ("Sở A²", "character-not-plain", ""),
    "no-break space": ("Sở\u00a0Mẫu", "character-not-plain", ""),
    "full-width bracket": ("Sở Mẫu （A）", "character-not-plain", ""),
    "ideographic space": ("Sở\u3000Mẫu", "character-not-plain", ""),
}


@pytest.mark.parametrize("name", ALIKE)
def test_a_letter_that_only_looks_right_is_refused_with_a_hint(name: str, tmp_path: Path) -> None:
    unit, code, meant = ALIKE[name]
    places = [f'[outgoing]\nhead = "{unit}"', f'[scores.a]\n"{unit}" = 1', f'[[acts]]\nchoice = ["{unit}"]']
    for text in places:
        fault = next(fault for fault in faults_of(tmp_path, f"{HEAD}{text}\n") if fault.code == code)
        assert 6 == fault.line
        assert meant in fault.sentence("vi")


def test_every_letter_of_vietnamese_is_accepted_in_names() -> None:
    vowels = "aăâeêioôơuưy"
    letters = [letter + tone for letter in vowels for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")]
    text = unicodedata.normalize("NFC", "".join(letters) + "bcdđghklmnpqrstvx")
    for name in (text, text.upper()):
        assert [] == list(name_faults(name, ()))


@pytest.mark.parametrize(
    "name", ["Sở A – B", "Sở “A”", "Sở A & B (cũ)", "A/B", "=HYPERLINK(…)", "+cmd", "<script>", "≥ 70 %"]
)
def test_signs_in_names_are_accepted_as_text(name: str) -> None:
    assert [] == list(name_faults(name, ()))


EDGES: dict[str, tuple[str, str]] = {
    "nothing": ("", "text-empty"),
    "only spaces": ("   ", "text-empty"),
    "a space before": (" Sở A", "text-edges"),
    "a space after": ("Sở A ", "text-edges"),
    "201 letters": ("Đ" * 201, "text-too-long"),
}


@pytest.mark.parametrize("name", EDGES)
def test_the_edges_of_a_name_are_plain(name: str, tmp_path: Path) -> None:
    unit, code = EDGES[name]
    assert [code] == codes_of(tmp_path, f'{HEAD}[outgoing]\nhead = "{unit}"\n')


def test_a_name_of_200_letters_is_read(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(f'{HEAD}[outgoing]\nhead = "{"Đ" * 200}"\n', encoding="utf-8")
    assert "Đ" * 200 == read_season(tmp_path / "season.toml").value.outgoing.head


def test_a_title_may_hold_letters_that_no_name_may(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(f'{HEAD}[sources.a]\ndocument = "Hệ số α\u00a0– 80²"\n', encoding="utf-8")
    assert "Hệ số α\u00a0– 80²" == read_season(tmp_path / "season.toml").value.sources["a"].document


TWICE: dict[str, tuple[str, str]] = {
    "a unit chosen twice": ('choice = ["a", "b", "a"]', "unit-twice"),
    "a unit voted on twice": ('votes = { a = 1 }\nballots = 2\namong = ["a", "a"]', "unit-twice"),
    "a unit with votes twice": ("votes = { a = 1, a = 2 }\nballots = 2", "key-conflict"),
}


@pytest.mark.parametrize("name", TWICE)
def test_a_unit_is_named_once_in_an_act(name: str, tmp_path: Path) -> None:
    text, code = TWICE[name]
    act = f'{HEAD}[sources.s]\ndocument = "x"\n[[acts]]\nquestion = "q"\nsource = "s"\ntrust = "read"\n{text}\n'
    assert [code] == codes_of(tmp_path, act)


def test_501_units_are_too_many(tmp_path: Path) -> None:
    rows = "".join(f"u{number} = 1\n" for number in range(501))
    assert ["too-many-units"] == codes_of(tmp_path, f"{HEAD}[scores.a]\n{rows}")


KEYS: dict[str, tuple[str, str, bool]] = {
    "the place of a tone mark": ("Hoà", "Hòa", True),
    "the place of a tone mark in a name": ("Thuỷ Mẫu", "Thủy Mẫu", True),
    "case": ("Công Thương", "Công thương", True),
    "spaces": ("Sở  A", "Sở A", True),
    "another tone": ("Hòa", "Hóa", False),
    "another vowel": ("Thành", "Thanh", False),
    "d and đ": ("Đông", "Dông", False),
    "words in another order": ("A B", "B A", False),
}


@pytest.mark.parametrize("name", KEYS)
def test_likeness_is_of_case_spaces_and_tone_marks_alone(name: str) -> None:
    one, other, alike = KEYS[name]
    assert alike == (tone_key(one) == tone_key(other))


NEAR: dict[str, tuple[str, str | None]] = {
    "a letter too many": ("so-y-tee", "so-y-te"),
    "a name for an id": ("Sở Y tế", "so-y-te"),
    "capitals": ("SO-Y-TE", "so-y-te"),
    "an underscore": ("so_van_hoa", "so-van-hoa"),
    "nothing like it": ("xyz", None),
    "nothing": ("", None),
    "far too long": ("so-y-te" * 100, None),
}


@pytest.mark.parametrize("name", NEAR)
def test_the_nearest_known_name_is_found(name: str) -> None:
    text, due = NEAR[name]
    assert due == near(text, ["so-van-hoa", "so-y-te", "so-giao-duc"])
