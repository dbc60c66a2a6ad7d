"""What a bundle says where it is run: the verdict and where to read on, or which of its files is another."""

import ast
import os
import random
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Final

import pytest
from attrs import evolve
from bundle_samples import FILES, LATER, contents, opened, recorded, rewritten
from record_samples import MADE, RULE, RULES, decided

from emulrules.bundle import bundle, opening
from emulrules.bundle.sealing import SUMS, sealed
from emulrules.files.canonical import digest
from emulrules.files.record import write_record
from emulrules.files.witness import SourceFile
from emulrules.model.record_id import grouped
from emulrules.model.ruleset import Cluster
from emulrules.model.table import Table
from emulrules.wording import LANGUAGES

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of a shipped year, beside everything that it was made from."""
    folder = tmp_path_factory.mktemp("nam")
    bundle(recorded(folder), folder / "nam.pyz")
    return folder / "nam.pyz"


WATCHED: Final = """
import runpy, sys
def watch(event, arguments):
    if event.startswith("socket.") or event == "subprocess.Popen":
        raise RuntimeError(event)
    if event == "import" and arguments[0].partition(".")[0] in ("emulrules", "attrs", "tomli", "socket"):
        raise RuntimeError(arguments[0])
sys.addaudithook(watch)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def alone(folder: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A bare Python in an empty folder, which finds nothing that is installed."""
    environment = {"PATH": os.environ.get("PATH", ""), "TMPDIR": str(folder)}
    command = [sys.executable, "-I", "-S", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_bundle_runs_with_nothing_but_python(year: Path, tmp_path: Path) -> None:
    ran = alone(tmp_path, year, "--lang", "en")
    assert (0, "") == (ran.returncode, ran.stderr)
    lines = ran.stdout.splitlines()
    assert any(line.endswith("| MATCH") for line in lines)
    assert f"Record: {grouped(digest(contents(year)['record.json']))}" in lines
    assert "  python nam.pyz --report --lang en" in lines
    assert [] == list(tmp_path.iterdir())


def test_a_bundle_imports_nothing_of_ours_and_opens_no_connection(year: Path, tmp_path: Path) -> None:
    ran = alone(tmp_path, "-c", WATCHED, year)
    assert (0, "") == (ran.returncode, ran.stderr)
    assert "KHỚP" in ran.stdout.upper()


def test_a_reader_who_closes_the_pipe_gets_no_complaint(year: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([sys.executable, year], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (0, b"") == (ran.returncode, ran.stderr)


def test_the_program_of_a_bundle_needs_the_standard_library_alone() -> None:
    tree = ast.parse(Path(opening.__file__).read_text(encoding="utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert set() == {name.partition(".")[0] for name in named} - sys.stdlib_module_names


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


CORE: Final = ("SHA256SUMS", "__main__.py", "emulverify.py", "record.json")


@pytest.mark.parametrize("name", FILES)
def test_one_byte_of_any_file_is_noticed(name: str, year: Path, tmp_path: Path) -> None:
    data = contents(year)[name]
    changed = rewritten(year, tmp_path / "nam.pyz", {name: flipped(data, len(data) // 2)})
    ran = opened(changed, "--lang", "en")
    if name == SUMS:
        # Another digest, or another name: what it tells of is not there.
        assert (12, 15).count(ran.status)
    elif name in CORE:
        # Neither the record nor what would check it can be relied on.
        assert (15, "") == (ran.status, ran.out)
    else:
        assert (12, f"{name}: does not belong to this record") == (ran.status, ran.err.partition(": the file")[0])
        assert "MATCH" in ran.out


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_taken_away_is_noticed(name: str, year: Path, tmp_path: Path) -> None:
    ran = opened(rewritten(year, tmp_path / "nam.pyz", {name: None}), "--report", "--lang", "en")
    assert (15 if name in CORE else 12, "") == (ran.status, ran.out)
    assert name in ran.err


def test_a_file_that_was_added_is_noticed(year: Path, tmp_path: Path) -> None:
    ran = opened(rewritten(year, tmp_path / "nam.pyz", {"report.fr.txt": b"?\x1b[2J"}), "--lang", "en")
    assert (12, "report.fr.txt: does not belong") == (ran.status, ran.err[:30])


def test_two_files_of_one_name_are_noticed(year: Path, tmp_path: Path) -> None:
    twice = rewritten(year, tmp_path / "nam.pyz", {})
    with zipfile.ZipFile(twice, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("report.vi.txt", contents(year)["report.vi.txt"])
    assert 15 == opened(twice).status


@pytest.mark.parametrize(
    "sums",
    [
        lambda sums: sums + sums.splitlines(keepends=True)[0],
        lambda sums: sums + b"#",
        lambda sums: sums.replace(b"  ", b" *"),
        lambda sums: sums.upper(),
        lambda sums: sums + b"\xff",
        lambda _: b"",
    ],
    ids=["a line twice", "a line without end", "another mark", "large letters", "no text", "empty"],
)
def test_a_list_of_digests_that_is_no_longer_as_it_was_written_is_told_as_broken(
    sums: Callable[[bytes], bytes], year: Path, tmp_path: Path
) -> None:
    changed = rewritten(year, tmp_path / "nam.pyz", {SUMS: sums(contents(year)[SUMS])})
    assert (15, "") == opened(changed)[:2]


def test_a_record_that_nothing_tells_of_any_more_is_missed(year: Path, tmp_path: Path) -> None:
    held = contents(year)
    del held[SUMS], held["record.json"]
    (tmp_path / "nam.pyz").write_bytes(sealed(held))
    ran = opened(tmp_path / "nam.pyz", "--lang", "en")
    assert (15, "The bundle is not whole (record.json)") == (ran.status, ran.err.partition(",")[0])


def test_a_bundle_that_was_packed_otherwise_is_told_as_broken(year: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "nam.pyz", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents(year).items():
            archive.writestr(name, data)
    assert (15, "") == opened(tmp_path / "nam.pyz")[:2]


def test_a_changed_report_is_neither_printed_nor_unpacked(year: Path, tmp_path: Path) -> None:
    changed = rewritten(year, tmp_path / "nam.pyz", {"report.vi.txt": b"?"})
    for arguments in (("--report",), ("--extract", str(tmp_path / "ra"))):
        ran = opened(changed, *arguments)
        assert (12, "") == (ran.status, ran.out)
        assert "report.vi.txt: không thuộc về hồ sơ này" in ran.err
    assert not (tmp_path / "ra").exists()


def test_a_flipped_bit_is_noticed_or_changes_no_file(year: Path, tmp_path: Path) -> None:
    data, held = year.read_bytes(), contents(year)
    within = bytearray(len(data))
    for text in held.values():
        start = data.index(text)
        within[start : start + len(text)] = b"\1" * len(text)
    # What describes the files lies around their texts, and is what a zip holds to no checksum.
    around = [place for place, is_within in enumerate(within) if not is_within]
    chance = random.Random(6)
    inside = [place for place, is_within in enumerate(within) if is_within]
    bits = [(place, bit) for place in around for bit in range(8)]
    if not DEEP:
        bits = chance.sample(bits, 150)
    bits += [(place, chance.randrange(8)) for place in chance.sample(inside, 2_000 if DEEP else 50)]
    path = tmp_path / "nam.pyz"
    for place, bit in bits:
        flipped = data[place] ^ (1 << bit)
        path.write_bytes(data[:place] + bytes([flipped]) + data[place + 1 :])
        try:
            files, foreign = opening._opened(path)
        except opening.BrokenError:
            continue
        assert foreign or held == files


@pytest.mark.parametrize("size", [0, 1, 21, 5_000, -1])
def test_a_bundle_that_was_cut_is_told_as_broken(size: int, year: Path, tmp_path: Path) -> None:
    (tmp_path / "nam.pyz").write_bytes(year.read_bytes()[:size])
    ran = opened(tmp_path / "nam.pyz", "--lang", "en")
    assert (15, "") == (ran.status, ran.out)
    assert ran.err.startswith("The bundle is not whole (")


def test_a_record_that_does_not_stand_has_the_status_of_the_verifier(year: Path, tmp_path: Path) -> None:
    held = contents(year)
    del held[SUMS]
    held["record.json"] = held["record.json"].replace(b'"cell":"85"', b'"cell":"95"')
    (tmp_path / "nam.pyz").write_bytes(sealed(held))
    ran = opened(tmp_path / "nam.pyz", "--lang", "en")
    assert ran.status in (10, 11)
    assert "criteria.nhiem-vu" in ran.out


def test_a_folder_that_exists_is_left_alone(year: Path, tmp_path: Path) -> None:
    ran = opened(year, "--extract", str(tmp_path), "--lang", "en")
    assert (1, "") == (ran.status, ran.out)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_printed_in_the_language_that_is_asked_for(language: str, year: Path) -> None:
    ran = opened(year, "--report", "--lang", language)
    assert (0, contents(year)[f"report.{language}.txt"].decode(), "") == ran


@pytest.mark.parametrize(
    "arguments",
    [("--lang",), ("--lang", "fr"), ("--extract",), ("--report", "--extract", "x"), ("x",), ("--report", "--report")],
    ids=" ".join,
)
def test_a_slip_of_the_keyboard_is_told_with_what_may_be_typed(arguments: tuple[str, ...], year: Path) -> None:
    ran = opened(year, *arguments)
    assert (2, "", "python nam.pyz [--lang vi|en] [--report | --extract DIR]\n") == ran


def said(file: Path, language: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What a bundle says in every situation."""
    arguments = ("--lang", language)
    yield "".join(opened(file, *arguments)[1:])
    yield "".join(opened(file, "?", *arguments)[1:])
    yield "".join(opened(file, "--extract", str(folder / language), *arguments)[1:])
    yield "".join(opened(file, "--extract", str(folder), *arguments)[1:])
    yield "".join(opened(rewritten(file, folder / "x.pyz", {"report.vi.txt": None}), *arguments)[1:])
    yield "".join(opened(folder / "none.pyz", *arguments)[1:])
    with monkeypatch.context() as patched:
        patched.setattr(opening, "OLDEST", (99, 0))
        yield "".join(opened(file, *arguments)[1:])
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.tempdir", str(folder / "none"))
        yield "".join(opened(file, *arguments)[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_bundle_is_said_in_both_languages(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = evolve(MADE, files=(SourceFile("season", "nam.toml", "0" * 64),))
    write_record(decided(), tmp_path / "one.json", made)
    bundle(tmp_path / "one.json", tmp_path / "one.pyz")
    shutil.copy(LATER, tmp_path / "two.json")
    bundle(tmp_path / "two.json", tmp_path / "two.pyz")
    told = "".join(
        [
            *said(tmp_path / "one.pyz", language, tmp_path, monkeypatch),
            opened(tmp_path / "two.pyz", "--lang", language).out,
        ]
    )
    for code, sentences in opening.SENTENCES.items():
        sentence = sentences[language == "en"]
        fixed = max((text for text, *_ in Formatter().parse(sentence)), key=len)
        assert fixed in told, code


def test_no_name_in_a_bundle_is_obeyed_by_a_terminal(tmp_path: Path) -> None:
    named = Cluster("Khối \x1b[2J\u202e", tuple(RULES.units), **RULE)
    odd = SourceFile("season", "<U+001B>[2J.toml", digest(b"nam"))
    (tmp_path / "\x1b[2J.toml").write_bytes(b"nam")
    decision = decided(rules=evolve(RULES, clusters=Table({"khoi-mot": named})))
    write_record(decision, tmp_path / "nam.json", evolve(MADE, files=(odd,)))
    bundle(tmp_path / "nam.json", tmp_path / "nam\n.pyz")
    said = "".join(opened(tmp_path / "nam\n.pyz")[1:])
    assert "Khối <U+001B>[2J<U+202E>, năm thi đua" in said
    assert "    sources/season-1.toml = <U+001B>[2J.toml" in said
    assert "  python nam<U+000A>.pyz --report" in said
    assert all(line.isprintable() for line in said.split("\n"))


def test_both_sentences_of_a_bundle_are_filled_by_the_same_data() -> None:
    for vi, en in opening.SENTENCES.values():
        names = [sorted(name for _, name, *_ in Formatter().parse(text) if name is not None) for text in (vi, en)]
        assert names[0] == names[1]
        assert unicodedata.is_normalized("NFC", vi)
        assert vi
        assert en
