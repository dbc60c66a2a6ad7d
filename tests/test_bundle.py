"""Bundles: what is in one, that the same files give the same bytes, and what is refused."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from bundle_samples import FILES, LATER, contents, opened, recorded, run
from cases import RULESETS, case
from record_samples import GOOD, MADE, decided

import emulrules
from emulrules import decide
from emulrules.bundle import bundle
from emulrules.bundle.sealing import SUMS, sealed
from emulrules.errors import FileError
from emulrules.files.canonical import digest
from emulrules.files.record import write_record
from emulrules.files.witness import SourceFile
from emulrules.model.record_id import grouped
from emulrules.report.kept import Kept
from emulrules.report.text import text
from emulrules.wording import LANGUAGES, catalogue

VECTORS: Final = Path(__file__).parent / "vectors" / "decision-1" / "bad"
OTHER: Final = (VECTORS / "forged-warning-dropped.json").read_bytes()
DIVERGED: Final = (VECTORS / "forged-total.json").read_bytes()
COUNCIL: Final = RULESETS / "may-trang-blocs" / "councils" / "2021-hoi-dong-tinh.toml"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of a shipped year, beside everything that it was made from."""
    folder = tmp_path_factory.mktemp("nam")
    bundle(recorded(folder), folder / "nam.pyz")
    return folder / "nam.pyz"


def test_a_bundle_holds_the_verifier_the_record_its_witness_its_sources_and_reports(year: Path) -> None:
    held = contents(year)
    assert sorted(FILES) == list(held)
    for name, beside in {
        "record.json": "nam.json",
        "record.json.witness.json": "nam.json.witness.json",
        "sources/season/nam.toml": "nam.toml",
    }.items():
        assert (year.parent / beside).read_bytes() == held[name]
    verifier = Path(emulrules.__file__).parents[1] / "emulverify.py"
    assert verifier.read_bytes() == held["emulverify.py"]
    id_ = grouped(digest(held["record.json"]))
    for language in LANGUAGES:
        assert id_ in held[f"report.{language}.txt"].decode()


def test_every_file_has_its_digest_as_sha256sum_writes_it(year: Path) -> None:
    held = contents(year)
    sums = held.pop(SUMS).decode()
    assert "".join(f"{digest(data)}  {name}\n" for name, data in held.items()) == sums


def test_order_dates_and_permissions_are_fixed_and_nothing_is_compressed() -> None:
    one, other = {"b": b"2" * 99, "a": b"1"}, {"a": b"1", "b": b"2" * 99}
    assert sealed(one) == sealed(other)
    with zipfile.ZipFile(io.BytesIO(sealed(one))) as archive:
        assert [SUMS, "a", "b"] == archive.namelist()
        for entry in archive.infolist():
            assert (zipfile.ZIP_STORED, 0o100644 << 16, 3) == (
                entry.compress_type,
                entry.external_attr,
                entry.create_system,
            )
            assert (1980, 1, 1, 0, 0, 0) == entry.date_time


PROGRAM: Final = """
import os, sys
os.umask(int(sys.argv.pop(1), 8))
from emulrules.cli import main
main()
"""


def test_the_same_files_give_the_same_bundle_anywhere(year: Path, tmp_path: Path) -> None:
    there = tmp_path / "nơi khác"
    there.mkdir()
    for name in ("nam.toml", "nam.json", "nam.json.witness.json"):
        shutil.copy(year.parent / name, there / name)
        os.utime(there / name, (0, 0))
    surroundings = {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "tr_TR"}
    subprocess.run(
        [sys.executable, "-c", PROGRAM, "077", "bundle", "nam.json", "-o", "nam.pyz", "--lang", "en"],
        env={**os.environ, **surroundings},
        cwd=there,
        check=True,
        capture_output=True,
    )
    assert year.read_bytes() == (there / "nam.pyz").read_bytes()
    assert 0o600 == (there / "nam.pyz").stat().st_mode & 0o777


def test_the_name_of_the_record_does_not_matter(year: Path, tmp_path: Path) -> None:
    for name in ("nam.toml", "nam.json", "nam.json.witness.json"):
        shutil.copy(year.parent / name, tmp_path / name.replace("nam.json", "=cmd <b>.json"))
    bundle(tmp_path / "=cmd <b>.json", tmp_path / "nam.pyz")
    assert year.read_bytes() == (tmp_path / "nam.pyz").read_bytes()


def test_what_was_unpacked_gives_the_same_decision_and_the_same_bundle(year: Path, tmp_path: Path) -> None:
    assert 0 == opened(year, "--extract", str(tmp_path / "ra")).status
    there = tmp_path / "ra"
    again = there / "lại.json"
    season, rulesets = there / "sources/season/nam.toml", there / "sources/rulesets"
    assert 0 == run("decide", season, "--rulesets", rulesets, "--record", again).exit_code
    assert (there / "record.json").read_bytes() == again.read_bytes()
    bundle(there / "record.json", tmp_path / "lại.pyz", [str(there / "sources")])
    assert year.read_bytes() == (tmp_path / "lại.pyz").read_bytes()


def test_a_council_s_record_is_bundled_with_its_own_report(tmp_path: Path) -> None:
    record = tmp_path / "hoi-dong.json"
    for path in COUNCIL.parent.glob("2021*"):
        shutil.copy(path, tmp_path / path.name)
    assert 0 == run("review", tmp_path / COUNCIL.name, "--record", record).exit_code
    made = bundle(record, tmp_path / "hoi-dong.pyz")
    assert ["bundle-builds-on"] == [note.code for note in made.notes]
    held = contents(tmp_path / "hoi-dong.pyz")
    assert COUNCIL.read_bytes() == held[f"sources/season/{COUNCIL.name}"]
    assert "review of the season 2021" in held["report.en.txt"].decode()
    said = opened(tmp_path / "hoi-dong.pyz", "--lang", "en").out
    assert 3 == said.count("The record builds on ")


@pytest.mark.parametrize("name", ["2021-cluster-8", "2022-van-hoa-xa-hoi"], ids=["complete", "pending"])
def test_the_report_is_the_one_that_is_printed_of_the_decision(name: str, tmp_path: Path) -> None:
    decision = decide(*case(name))
    id_ = write_record(decision, tmp_path / "nam.json", MADE)
    bundle(tmp_path / "nam.json", tmp_path / "nam.pyz")
    for language in LANGUAGES:
        told = text(decision, language, Kept("record.json", id_))
        assert told == contents(tmp_path / "nam.pyz")[f"report.{language}.txt"].decode()


def test_a_record_alone_is_bundled_and_what_is_missing_is_told(tmp_path: Path) -> None:
    shutil.copy(LATER, tmp_path / "nam.json")
    made = bundle(tmp_path / "nam.json", tmp_path / "nam.pyz")
    assert ["bundle-without-witness", "bundle-builds-on"] == [note.code for note in made.notes]
    assert {"SHA256SUMS"} == contents(tmp_path / "nam.pyz").keys() - set(made.files)


def test_the_same_bundle_may_be_made_again_and_another_file_is_not_overwritten(year: Path, tmp_path: Path) -> None:
    made = bundle(year.with_name("nam.json"), year)
    assert not made.new
    for stands in (year.with_name("nam.json"), year.with_name("nam.toml")):
        before = stands.read_bytes()
        with pytest.raises(FileError) as refused:
            bundle(year.with_name("nam.json"), stands)
        assert ("file-exists", before) == (refused.value.code, stands.read_bytes())
    with pytest.raises(FileError) as refused:
        bundle(year.with_name("nam.json"), tmp_path / "none" / "nam.pyz")
    assert "file-unwritable" == refused.value.code
    with pytest.raises(FileError) as refused:
        bundle(year.with_name("nam.json"), tmp_path)
    assert "file-is-folder" == refused.value.code


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (OTHER, 10),
        (DIVERGED, 11),
        (GOOD.replace(b"emulrules/decision/1", b"emulrules/decision/9"), 14),
        (GOOD.replace(b'"place":1', b'"place":2', 1), 15),
        (b"", 15),
        (b"[", 15),
        (b"PK\x03\x04\xff", 15),
        (b" " * (16 * 1024 * 1024 + 1), 15),
    ],
    ids=[
        "of the same outcome",
        "diverged",
        "of another format",
        "inconsistent",
        "empty",
        "no record",
        "a zip",
        "too large",
    ],
)
def test_a_record_that_does_not_stand_is_refused_with_the_status_of_its_replay(
    data: bytes, status: int, tmp_path: Path
) -> None:
    (tmp_path / "nam.json").write_bytes(data)
    ran = run("bundle", tmp_path / "nam.json", "-o", tmp_path / "nam.pyz", "--lang", "en")
    assert (status, "") == (ran.exit_code, ran.stdout)
    assert ran.stderr.startswith(f"{tmp_path / 'nam.json'}: bundle-record-refused: The record does not stand")
    assert ["nam.json"] == [path.name for path in tmp_path.iterdir()]


def test_a_record_with_another_s_witness_is_refused(tmp_path: Path) -> None:
    shutil.copy(recorded(tmp_path).with_name("nam.json.witness.json"), tmp_path / "sau.json.witness.json")
    shutil.copy(LATER, tmp_path / "sau.json")
    ran = run("bundle", tmp_path / "sau.json", "-o", tmp_path / "sau.pyz")
    assert 12 == ran.exit_code
    assert "replay-witness-other" in ran.stderr
    assert not (tmp_path / "sau.pyz").exists()


def test_a_record_that_changes_while_it_is_bundled_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = bundle(recorded(tmp_path), tmp_path / "nam.pyz").verdict
    monkeypatch.setattr("emulrules.bundle.making.replay", lambda _: evolve(verdict, record="0" * 64))
    with pytest.raises(FileError) as refused:
        bundle(tmp_path / "nam.json", tmp_path / "khác.pyz")
    assert "bundle-record-changed" == refused.value.code


def test_rulesets_that_extend_one_another_stand_as_in_a_library(tmp_path: Path) -> None:
    case = RULESETS / "may-trang-blocs" / "cases" / "2022-khoi-may.toml"
    shutil.copy(case, tmp_path / "nam.toml")
    assert 3 == run("decide", tmp_path / "nam.toml", "--record", tmp_path / "nam.json").exit_code
    made = bundle(tmp_path / "nam.json", tmp_path / "nam.pyz")
    rulesets = [name for name in made.files if name.startswith("sources/rulesets/")]
    assert len(rulesets) > 1
    held = contents(tmp_path / "nam.pyz")
    for name in rulesets:
        assert (RULESETS / name.removeprefix("sources/rulesets/")).read_bytes() == held[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_what_was_bundled_and_what_lacks(language: str, tmp_path: Path) -> None:
    made = evolve(MADE, files=(SourceFile("season", "nam.toml", "0" * 64),))
    write_record(decided(), tmp_path / "một.json", made)
    shutil.copy(LATER, tmp_path / "hai.json")
    (tmp_path / "ba.json").write_bytes(b"{}")
    arguments = (*("một", "một", "hai", "ba"),)
    runs = [run("bundle", tmp_path / f"{n}.json", "-o", tmp_path / f"{n}.pyz", "--lang", language) for n in arguments]
    (tmp_path / "nam.toml").write_bytes(b"")
    runs.append(run("bundle", tmp_path / "một.json", "-o", tmp_path / "bốn.pyz", "--lang", language))
    assert [0, 0, 0, 15, 1] == [ran.exit_code for ran in runs]
    told = "".join(ran.stdout + ran.stderr for ran in runs)
    codes = [code for code in catalogue() if code.startswith(("bundle-", "told-bundle-"))]
    assert 9 == len(codes)
    for code in set(codes) - {"bundle-record-changed"}:
        sentence = getattr(catalogue()[code], language)
        beginning, ending = sentence.partition("{")[0], sentence.rpartition("}")[2]
        assert beginning in told
        assert ending in told
