"""Bad files: each is refused with a code, a file and a line, quickly and in little memory, or read as a good one."""

import os
import resource
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from season_files import HEAD, SEASON, UNREADABLE, codes_of, faults_of

from emulrules.errors import EmulrulesError, FileError
from emulrules.files.season import read_season


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_text_is_refused(name: str, tmp_path: Path) -> None:
    content, code = UNREADABLE[name]
    assert code == codes_of(tmp_path, content)[0]


def test_the_line_of_the_first_wrong_byte_is_told(tmp_path: Path) -> None:
    assert [5] == [fault.line for fault in faults_of(tmp_path, HEAD.encode() + b"# \xff\n")]


def test_one_mebibyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_bytes(HEAD.encode() + b"#" * (1024 * 1024 - len(HEAD.encode())))
    assert "2022" == read_season(path).value.id


ALIKE: dict[str, bytes] = {
    "a byte order mark before it": b"\xef\xbb\xbf" + SEASON.encode(),
    "lines that end as on Windows": SEASON.replace("\n", "\r\n").encode(),
    "no line end after the last line": SEASON.rstrip("\n").encode(),
    "many line ends after the last line": SEASON.encode() + b"\n\n\n",
    "both kinds of line ends": SEASON.replace("\n", "\r\n", 5).encode(),
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_an_editor_changes_changes_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "plain.toml").write_bytes(SEASON.encode())
    (tmp_path / "other.toml").write_bytes(ALIKE[name])
    plain, other = read_season(tmp_path / "plain.toml"), read_season(tmp_path / "other.toml")
    assert plain.value == other.value
    assert plain.place(("acts", 0, "on"))[1] == other.place(("acts", 0, "on"))[1]


def test_a_file_cut_at_any_byte_is_refused_or_ends_between_two_statements(tmp_path: Path) -> None:
    data = SEASON.encode()
    path = tmp_path / "season.toml"
    for size in range(len(data)):
        path.write_bytes(data[:size])
        refused = _refusal(path)
        if refused is None:
            assert data[size - 1 : size] == b"\n" or data[size : size + 1] == b"\n"
        else:
            assert {str(path)} == {fault.file for fault in refused.faults}
            assert refused.render("vi")


def _refusal(path: Path) -> EmulrulesError | None:
    try:
        read_season(path)
    except EmulrulesError as refused:
        return refused
    return None


NO_FILES: dict[str, tuple[str, str]] = {
    "a file that is not there": ("absent.toml", "file-missing"),
    "a folder": ("folder.toml", "file-is-folder"),
    "a workbook": ("season.xlsx", "file-suffix"),
    "no extension": ("season", "file-suffix"),
    "a record": ("season.json", "file-suffix"),
    "a pipe": ("pipe.toml", "file-not-regular"),
    "a name with a zero": ("a\0.toml", "file-unreadable"),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_a_path_that_is_no_season_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    where, code = NO_FILES[name]
    with pytest.raises(FileError) as refused:
        read_season(str(tmp_path / where))
    assert code == refused.value.code
    assert str(tmp_path / where) == refused.value.faults[0].file


def test_an_extension_may_be_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "SEASON.TOML").write_text(SEASON, encoding="utf-8")
    assert "2022" == read_season(tmp_path / "SEASON.TOML").value.id


SLIPS: dict[str, tuple[str, str, int]] = {
    "a key twice": ('cluster = "khoi-b"', "key-twice-at", 5),
    "a table twice": ("[facts]\n[facts]", "key-twice-at", 6),
    "a table that is a key already": ("[cluster]", "key-conflict", 5),
    "an array of tables that is a table already": ("[facts]\n[[facts]]", "key-twice-at", 6),
    "one key in two spellings of its letters": ('[facts]\n"Sở" = []\n"Sơ\u0309" = []', "key-twice-at", 7),
    "a dotted key that meets a value": ('cluster.a = "b"', "key-conflict", 5),
    "an inline table with a key twice": ("meeting = { present = 1, present = 2 }", "key-conflict", 5),
    "an unknown key": ('clustr = "a"', "unknown-key-near", 5),
    "an unknown table": ("[acs]", "unknown-key-near", 5),
    "a key like no other": ('zzzzzz = "a"', "unknown-key", 5),
    "a boolean where a count is due": ("[meeting]\npresent = true", "not-a-count", 6),
    "a text where a count is due": ('[meeting]\npresent = "6 đơn vị"', "not-a-count", 6),
    "a date with a time": ("in_force = 2022-01-01T00:00:00", "date-with-time", 5),
    "a date with a time and a zone": ("in_force = 2022-01-01 00:00:00Z", "date-with-time", 5),
    "a time": ("in_force = 07:30:00", "not-a-date", 5),
    "a date in quotes": ('in_force = "2022-01-01"', "not-a-date", 5),
    "a date that is none": ("in_force = 2022-02-30", "date-unknown", 5),
    "a date with a month 13": ("in_force = 2022-13-01", "date-unknown", 5),
    "a date as it is spoken": ("in_force = 10/01/2022", "date-unknown", 5),
    "a list where a table is due": ("meeting = []", "not-a-table", 5),
    "a table where a list is due": ("[facts]\na = {}", "not-a-list", 6),
    "a list in a list": ('[facts]\na = [["b"]]', "not-text", 6),
    "a header with spaces": ("[scores.phong trào thi đua]\na = 1", "header-unquoted", 5),
    "a header with spaces and no diacritics": ("[scores.phong trao]\na = 1", "header-unquoted", 5),
    "a header that is not closed": ("[facts", "header-open", 5),
    "a header with one bracket of two": ("[[acts]", "header-open", 5),
    "one bracket in place of two": ("[acts]", "array-header", 5),
    "one bracket and two": ("[acts]]", "array-header", 5),
    "a semicolon in an inline table": ("[scores.a]\nb = { actual = 98; plan = 100 }", "mark-semicolon", 6),
    "a semicolon at the end of a line": ("[scores.a]\nb = 98;", "mark-semicolon", 6),
    "a dash of a word processor in a name": ("[scores.a]\nso–mau = 5", "character-not-plain", 6),
    "a space of a word processor after a name": ("[scores.a]\nso-mau\xa0= 5", "character-not-plain", 6),
    "a dash of a word processor in a header": ("[scores.chi–tieu]", "character-not-plain", 5),
    "a key of the top in a table": ('[meeting]\nscores = "scores.csv"', "key-of-top", 6),
    "a quote that is not closed": ('in_force = "2022', "quote-open", 5),
    "a bracket that is not closed": ("former = [", "mark-missing", 6),
    "a statement without a value": ("in_force =", "value-missing", 5),
    "words": ("xin chào", "line-not-read", 5),
    "a name without quotes": ("[facts]\nSở Mẫu = []", "key-unquoted", 6),
    "curly quotes": ("in_force = “2022”", "quote-curly", 5),
    "an unknown escape": ('[facts]\na = ["\\q"]', "escape-unknown", 6),
    "half a surrogate pair": ('[facts]\na = ["\\ud83d"]', "escape-unknown", 6),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_by_name_and_line(name: str, tmp_path: Path) -> None:
    text, code, line = SLIPS[name]
    assert (code, line) in [(fault.code, fault.line) for fault in faults_of(tmp_path, f"{HEAD}{text}\n")]


def test_all_faults_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = HEAD.replace("2022", "22") + (
        'zzz = 1\n[meeting]\npresent = true\n[facts]\na = "b"\n[[acts]]\nquestion = 1\nsource = "c"\ntrust = "raed"\n'
    )
    told = [(fault.line, fault.code) for fault in faults_of(tmp_path, text)]
    due = [
        (4, "season-id"),
        (5, "unknown-key"),
        (7, "not-a-count"),
        (9, "not-a-list"),
        (10, "act-form-count"),
        (11, "not-text"),
        (12, "unknown-source"),
        (13, "not-one-of-near"),
    ]
    assert due == told


def test_lines_that_are_no_toml_are_told_together(tmp_path: Path) -> None:
    text = HEAD + "a = 9,5\nb = 80%\nc = “x”\n"
    assert ["number-comma", "value-unquoted", "quote-curly"] == codes_of(tmp_path, text)


def test_another_format_is_told_alone(tmp_path: Path) -> None:
    assert ["format-other"] == codes_of(tmp_path, SEASON.replace("season/1", "ruleset/1") + "zzz = 1\n")
    assert ["format-other"] == codes_of(tmp_path, SEASON.replace("season/1", "season/2"))
    assert ["format-other"] == codes_of(tmp_path, SEASON.replace('"emulrules/season/1"', "1"))
    assert ["format-missing"] == codes_of(tmp_path, SEASON.replace('format = "emulrules/season/1"\n', ""))


SIZE = 1024 * 1024 - 500
HOSTILE: dict[str, tuple[str, str]] = {
    "100,000 brackets": ("a=" + "[" * 100_000, "too-deep"),
    "100,000 braces": ("a=" + "{a=" * 100_000, "too-deep"),
    "a dotted key of 5,000 parts": (".".join("a" * 5_000) + "=1", "too-deep"),
    "a dotted key of 100,000 parts": (".".join("a" * 100_000) + "=1", "too-deep"),
    "a header of 100,000 parts": ("[" + ".".join("a" * 100_000) + "]", "too-deep"),
    "tables 33 deep": ("[" + ".".join("a" * 33) + "]", "too-deep"),
    "33 brackets": ("a=" + "[" * 33 + "1" + "]" * 33, "too-deep"),
    "a number of 5,000 digits": ("a=" + "1" * 5_000, "number-too-long"),
    "a number of a million digits": ("a=" + "1" * SIZE, "number-too-long"),
    "a list of 500,000 entries": ("a=[" + "1," * (SIZE // 2) + "]", "too-many-entries"),
    "2,001 acts": ("[[acts]]\n" * 2_001, "too-many-entries"),
    "80,001 keys": ("".join(f"k{n}=1\n" for n in range(80_001)), "too-many-keys"),
    "a text of a million escapes": ('a="' + "\\n" * (SIZE // 2) + '"', "text-too-long"),
    "a key of a million letters": ("a" * SIZE + "=1", "text-too-long"),
    "a text that never ends": ('a="""' + '\\"' * (SIZE // 2), "quote-open"),
    "a million equal signs": ("=" * SIZE, "key-unquoted"),
    "half a million wrong lines": ("x\n" * (SIZE // 2), "line-not-read"),
    "one key, 260,000 times": ("a=1\n" * (SIZE // 4), "key-twice-at"),
    "a million control characters": ("\x01" * SIZE, "character-forbidden"),
    "78,000 wrong cells": (
        "".join(f"[scores.x{n}]\n" + "".join(f"u{k}=true\n" for k in range(400)) for n in range(195)),
        "not-a-number",
    ),
    "9,000 unknown keys in 1,800 units": (
        "".join(f"[units.u{n}]\n" + "".join(f"wome{k}=1\n" for k in range(5)) for n in range(1_800)),
        "unknown-key-near",
    ),
    "1,500 acts by a source that is like 300 others": (
        "".join(f'[sources.bien-ban-{n}]\ndocument="x"\n' for n in range(300))
        + "".join(f'[[acts]]\nquestion="q{n}"\nsource="bien-ban"\ntrust="read"\nnumber=1\n' for n in range(1_500)),
        "unknown-source-near",
    ),
}

_BOUNDED = """
import resource, sys, time
from pathlib import Path
from emulrules.errors import EmulrulesError
from emulrules.files.season import read_season
began = time.process_time()
try:
    read_season(sys.argv[1])
except EmulrulesError as refused:
    size = len(refused.render("vi"))
    codes = {fault.code for fault in refused.faults}
seconds = time.process_time() - began
# Linux counts the memory of the process that started this one into ru_maxrss; VmHWM is this one's own.
status = Path("/proc/self/status")
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if status.exists():
    kilobytes = next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM"))
print(seconds, kilobytes, size, *codes)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_two_seconds_and_256_megabytes(name: str, tmp_path: Path) -> None:
    content, code = HOSTILE[name]
    path = tmp_path / "season.toml"
    path.write_text(HEAD + content + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_BOUNDED), path], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, kilobytes, size, *codes = done.stdout.split()
    assert code in codes
    assert float(seconds) < 2
    assert int(kilobytes) < 256 * 1024
    assert int(size) < 100_000


def test_nesting_up_to_the_bound_is_read_as_toml(tmp_path: Path) -> None:
    assert ["unknown-key"] == codes_of(tmp_path, HEAD + "a=" + "[" * 31 + "1" + "]" * 31)
    assert ["unknown-key"] == codes_of(tmp_path, HEAD + "[" + ".".join("a" * 32) + "]")


def test_reading_opens_no_more_files_than_it_closes(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(SEASON, encoding="utf-8")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (128, before[1]))
        for _ in range(200):
            read_season(tmp_path / "season.toml")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
