"""Facts about `emulrules new ruleset` and `new plugin`: what they make, and what they refuse."""

import ast
import json
import os
import re
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli
from click.testing import CliRunner, Result
from installing import installed_beside
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from emulrules.cli import main
from emulrules.errors import FileError
from emulrules.files.folder import make_folder
from emulrules.files.template import Kind, distribution_files, distribution_id

KINDS: tuple[Kind, ...] = ("ruleset", "plugin")

IDS = {
    "Đà Nẵng": "da-nang",
    "ĐÀ NẴNG": "da-nang",
    "Bộ Khoa học và Công nghệ": "bo-khoa-hoc-va-cong-nghe",
    "Đắk Lắk": "dak-lak",
    "Bà Rịa - Vũng Tàu": "ba-ria-vung-tau",
    "Sở Y tế (giả định)": "so-y-te-gia-dinh",
    "  ".join(("Huế", "2026")): "hue-2026",
    "thừa thiên huế": "thua-thien-hue",
    "UBND TP. Hồ Chí Minh": "ubnd-tp-ho-chi-minh",
}

# Every vowel with every tone, and the letter that is left of it.
VOWELS = dict(zip("aăâeêioôơuưy", "aaaeeiooouuy", strict=True))
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def as_json(value: Any) -> Any:
    """What TOML says, with days as text, since JSON has none."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def new(kind: str, name: str, where: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["new", kind, name, "-o", str(where), *more])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("name", "expected"), IDS.items())
def test_a_name_has_one_id_however_its_letters_are_composed(name: str, expected: str, form: str) -> None:
    assert expected == distribution_id(unicodedata.normalize(form, name))  # type: ignore[arg-type]  # one of two forms


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vowel_with_every_tone_and_the_barred_d_are_one_ascii_letter(form: str) -> None:
    for vowel, letter in {**VOWELS, "đ": "d"}.items():
        for tone in TONES if vowel in VOWELS else ("",):
            for written in (vowel + tone, (vowel + tone).upper()):
                assert letter == distribution_id(unicodedata.normalize(form, written))  # type: ignore[arg-type]


REFUSED = {
    "": "text-empty",
    " - ": "text-edges",
    "(…)": "name-without-id",
    "Ðà Nẵng": "letter-alike",
    "科学省": "letter-foreign",
    "Sở\nY tế": "character-forbidden",
    "a" * 201: "text-too-long",
    "Standard": "name-reserved",
    "Rulesets": "name-reserved",
}


@pytest.mark.parametrize(("name", "code"), REFUSED.items())
def test_a_name_that_gives_no_id_of_its_own_is_refused_and_leaves_nothing(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        distribution_id(name)
    assert code == caught.value.code
    result = new("ruleset", name, tmp_path)
    assert (1, "") == (result.exit_code, result.stdout)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", KINDS)
def test_it_makes_one_folder_and_prints_the_two_commands(kind: str, tmp_path: Path) -> None:
    result = new(kind, "Đà Nẵng", tmp_path)
    folder = tmp_path / "emulrules-da-nang"
    assert [folder] == list(tmp_path.iterdir())
    assert (0, "") == (result.exit_code, result.stderr)
    install, test = result.stdout.splitlines()[1:]
    assert f"    python -m pip install -e '{folder}[test]'" == install
    assert f"    python -m pytest {folder}" == test


@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_what_stands_there_already_is_refused_and_stays(what: str, tmp_path: Path) -> None:
    target = tmp_path / "emulrules-da-nang"
    if what == "folder":
        target.mkdir()
    elif what == "file":
        target.write_text("x")
    else:
        target.symlink_to(tmp_path / "nowhere")
    result = new("plugin", "Đà Nẵng", tmp_path, "--lang", "en")
    assert (1, "") == (result.exit_code, result.stdout)
    assert f"{target}: folder-exists: " in result.stderr
    assert [target] == list(tmp_path.iterdir())
    assert [] == (list(target.iterdir()) if what == "folder" else [])


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    result = new("ruleset", "Đà Nẵng", tmp_path / "chua-co" / "day")
    assert 0 == result.exit_code
    assert (tmp_path / "chua-co" / "day" / "emulrules-da-nang" / "pyproject.toml").is_file()


@pytest.mark.parametrize("fails", ["write_bytes", "rename"])
def test_a_disk_that_refuses_leaves_no_part_of_the_folder(
    fails: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, fails, refuse)
    with pytest.raises(FileError) as caught:
        make_folder(tmp_path / "chua-co" / "moi", {"a/b.txt": b"x"})
    assert "file-unwritable" == caught.value.code
    assert [] == list(tmp_path.iterdir())


NAMES = ("Đà Nẵng", 'Sở "Một" \\ Hai', "Huế '26'")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_file_can_be_read_whatever_the_name_holds(kind: Kind, name: str) -> None:
    made = {path: data.decode() for path, data in distribution_files(kind, name).items()}
    for path, text in made.items():
        if path.startswith("schema/"):
            continue
        assert [] == re.findall(r"@[a-z]+@", path + text)
        if path.endswith(".toml"):
            tomli.loads(text)
        elif path.endswith(".py"):
            ast.parse(text)
    (ruleset,) = (tomli.loads(text) for path, text in made.items() if path.endswith("2025-01-01.toml"))
    assert (name, distribution_id(name)) == (ruleset["authority"], ruleset["id"])


@pytest.mark.parametrize("kind", KINDS)
def test_ruleset_and_case_name_their_schemas_and_are_valid_under_them(kind: Kind, tmp_path: Path) -> None:
    new(kind, "Đà Nẵng", tmp_path)
    files = sorted(tmp_path.glob("emulrules-da-nang/src/**/*.toml"))
    assert ["2025-01-01.toml", "2025-khoi-mau.toml"] == [path.name for path in files]
    for path in files:
        text = path.read_text(encoding="utf-8")
        schema = (path.parent / text.splitlines()[0].removeprefix("#:schema ")).resolve()
        told = tomli.loads(text)
        assert told["format"].split("/")[1] == schema.stem
        assert [] == list(Draft202012Validator(json.loads(schema.read_bytes())).iter_errors(as_json(told)))


def test_no_file_holds_an_address_or_a_secret() -> None:
    made = distribution_files("plugin", "Đà Nẵng")
    text = b"".join(data for path, data in made.items() if not path.startswith("schema/")).decode()
    assert [] == re.findall(r"https?://|secrets\.|token|password", text)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_passes_its_own_tests_at_once(kind: Kind, tmp_path: Path) -> None:
    new(kind, "Đà Nẵng", tmp_path)
    folder = tmp_path / "emulrules-da-nang"
    environment = installed_beside(folder, tmp_path / "site")
    environment |= {"LAW_EXAMPLES": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    # The laws of both are those of one ruleset, and tried where the guide's own commands are run.
    which = [] if os.environ.get("EMULRULES_DEPTH") == "deep" else ["-k", "not law"]
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", str(folder), *which]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert 0 == run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_to_be_mended_in_the_ruleset_that_is_made(kind: str, tmp_path: Path) -> None:
    new(kind, "Đà Nẵng", tmp_path)
    (ruleset,) = tmp_path.glob("emulrules-da-nang/src/*/da-nang/2025-01-01.toml")
    result = CliRunner().invoke(main, ["check", str(ruleset)])
    assert (0, "") == (result.exit_code, result.stderr)


def test_the_code_that_is_made_is_clean(tmp_path: Path) -> None:
    new("plugin", "Đà Nẵng", tmp_path)
    settings = str(Path(__file__).parents[1] / "pyproject.toml")
    for command in (["check", "--ignore=I001,ARG002,SIM300"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", "--config", settings, str(tmp_path)]
        run = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert 0 == run.returncode, run.stdout + run.stderr


def test_a_law_that_is_broken_is_told_by_what_was_made_with_a_short_season(tmp_path: Path) -> None:
    new("plugin", "Đà Nẵng", tmp_path)
    folder = tmp_path / "emulrules-da-nang"
    policy = folder / "src" / "emulrules_da_nang" / "__init__.py"
    written = policy.read_text(encoding="utf-8")
    policy.write_text(written.replace("considered // _UNITS", "len(out) + considered // _UNITS"), encoding="utf-8")
    environment = installed_beside(folder, tmp_path / "site")
    # On a CI pytest tells every failure a second time, whole, in its summary.
    environment |= {"LAW_EXAMPLES": "40", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "CI": ""}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", str(folder)]
    command += ["-k", "a_unit_that_is_out_takes_no_slot"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert 1 == run.returncode, run.stdout + run.stderr
    assert 'format = "emulrules/season/1"' in run.stdout
    assert "Season(" not in run.stdout
    assert len(run.stdout.splitlines()) < 60
