"""Facts about witnesses: they name one record, are read strictly, and know programs by what is on the disk."""

import os
import py_compile
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve
from record_samples import MADE

from emulrules.errors import FileError, RecordError
from emulrules.files.canonical import decode, encode
from emulrules.files.witness import (
    WITNESS_FORMAT,
    Program,
    ValuePlace,
    Witness,
    dotted,
    program,
    read_witness,
    witness_bytes,
    witness_path,
)

ID = "0" * 64


def written(folder: Path, data: bytes) -> Path:
    path = folder / "r.json.witness.json"
    path.write_bytes(data)
    return path


def test_it_stands_beside_its_record() -> None:
    assert Path("a/ho-so.json.witness.json") == witness_path(Path("a/ho-so.json"))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    witness = Witness(ID, evolve(MADE, plugin=Program("emulrules-vi-du", "1.0.0")))
    assert witness == read_witness(written(tmp_path, witness_bytes(witness)))


def test_a_season_may_have_more_values_than_a_document_has_entries(tmp_path: Path) -> None:
    values = tuple(ValuePlace(f"scores.a.b{number}", "a.csv", number) for number in range(1, 5_001))
    witness = Witness(ID, evolve(MADE, values=values))
    assert values == read_witness(written(tmp_path, witness_bytes(witness))).made.values


def test_it_has_these_parts() -> None:
    expected = {"format", "record", "time", "host", "python", "core", "plugin", "files", "values"}
    assert expected == set(decode(witness_bytes(Witness(ID, evolve(MADE, plugin=Program("emulrules-vi-du"))))))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"format": "emulrules/witness/2"}, "witness-no-witness", id="other-format"),
        pytest.param({"record": None}, "witness-without-record", id="no-record"),
        pytest.param({"record": "0" * 63}, "witness-without-record", id="short-id"),
        pytest.param({"record": "A" * 64}, "witness-without-record", id="capitals"),
        pytest.param({"more": 1}, "unknown-key", id="unknown-part"),
        pytest.param({"host": 1}, "not-text", id="host-no-text"),
        pytest.param({"files": {}}, "record-field-type", id="files-no-list"),
        pytest.param({"values": [{"key": "a"}]}, "missing-key", id="value-without-line"),
    ],
)
def test_other_content_is_refused_with_the_file(tmp_path: Path, change: dict[str, object], code: str) -> None:
    data = encode({**decode(witness_bytes(Witness(ID, MADE))), **change})
    with pytest.raises(RecordError) as caught:
        read_witness(written(tmp_path, data))
    assert code == caught.value.code.removesuffix("-near")
    assert str(tmp_path / "r.json.witness.json") == caught.value.faults[0].file


def test_other_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        read_witness(written(tmp_path, f'{{"format": "{WITNESS_FORMAT}"}}'.encode()))


def test_a_missing_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_witness(tmp_path / "none")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("season",), "season"),
        (("scores", "tieu-chi", "so-x"), "scores.tieu-chi.so-x"),
        (("scores", "tieu-chi", "Sở X"), 'scores.tieu-chi."Sở X"'),
        (("acts", 2, "votes", "so-x"), "acts[2].votes.so-x"),
        ((), ""),
    ],
)
def test_a_path_is_written_as_toml_writes_keys(path: tuple[str | int, ...], expected: str) -> None:
    assert expected == dotted(path)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "goi_vi_du"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError('it must not be run')\n")
    (folder / "inner" / "rules.toml").write_text("a = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def test_the_digest_is_that_of_what_sha256sum_prints(package: Path) -> None:
    names = ["goi_vi_du/__init__.py", "goi_vi_du/inner/rules.toml"]
    lines = "".join(f"{sha256((package.parent / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    found = program("nobody-installed-this", "goi_vi_du.inner:Policy")
    assert Program("nobody-installed-this", None, sha256(lines.encode()).hexdigest()) == found


def test_compiled_files_and_hidden_ones_do_not_count(package: Path) -> None:
    before = program("x", "goi_vi_du")
    (package / "__init__.pyc").write_bytes(b"")
    (package / ".cache").mkdir()
    (package / ".cache" / "file").write_text("")
    (package / ".hidden").write_text("")
    py_compile.compile(str(package / "__init__.py"))
    assert (package / "__pycache__").exists()
    assert before == program("x", "goi_vi_du")


@pytest.mark.parametrize("change", ["content", "name", "more"])
def test_a_file_that_was_changed_under_one_version_changes_the_digest(package: Path, change: str) -> None:
    before = program("x", "goi_vi_du")
    rules = package / "inner" / "rules.toml"
    if change == "content":
        rules.write_text("a = 2\n")
    elif change == "name":
        rules.rename(package / "rules.toml")
    else:
        (package / "more.py").write_text("")
    assert before.digest != program("x", "goi_vi_du").digest


def test_a_module_of_one_file_has_a_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mo_dun_vi_du.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    line = f"{sha256(b'').hexdigest()}  mo_dun_vi_du.py\n"
    assert sha256(line.encode()).hexdigest() == program("x", "mo_dun_vi_du").digest


@pytest.mark.parametrize("module", ["nobody_wrote_this", "sys"])
def test_what_is_not_on_the_disk_has_no_digest(module: str) -> None:
    assert Program("x") == program("x", module)


def test_the_program_itself_is_known_by_version_and_digest() -> None:
    core = program("emulrules", "emulrules")
    assert core.version is not None
    assert core.digest is not None
    script = "from emulrules.files.witness import program; print(program('emulrules', 'emulrules').digest)"
    surroundings = {**os.environ, "PYTHONHASHSEED": "3", "PYTHONPATH": os.pathsep.join(sys.path)}
    again = subprocess.run([sys.executable, "-c", script], env=surroundings, check=True, capture_output=True, text=True)
    assert core.digest == again.stdout.strip()
