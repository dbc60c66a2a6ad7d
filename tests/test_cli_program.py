"""The program around the verbs: its streams, statuses and start, in processes of their own where that matters."""

import os
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
from cases import CASES, RULESETS
from click import Context
from click.testing import CliRunner

from emulrules.cli import main
from emulrules.cli.program import VERSION

CASE = {path.stem: path for path in CASES}
PENDING = str(CASE["2022-van-hoa-xa-hoi"])
DECIDE = ("decide", PENDING, "--rulesets", str(RULESETS))


def program(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "emulrules", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        timeout=60,
    )


def test_the_version_is_that_of_the_distribution() -> None:
    assert version("emulrules") == VERSION
    assert f"emulrules {VERSION}\n" == CliRunner().invoke(main, ["--version"]).stdout


@pytest.mark.parametrize("verb", ["", *main.list_commands(Context(main))])
def test_help_says_it_in_both_languages(verb: str) -> None:
    result = CliRunner().invoke(main, [*filter(None, [verb]), "--help"])
    assert 0 == result.exit_code
    paragraphs = result.stdout.split("\n\n")[1:3]
    assert not paragraphs[0].isascii()
    assert paragraphs[1].isascii()


def broken(*_: object) -> str:
    raise RuntimeError("hỏng\x1b[2J\nở đây")


def test_a_fault_of_our_own_is_one_sentence_and_70(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emulrules.cli.decide._shown", broken)
    result = CliRunner().invoke(main, DECIDE)
    assert (70, "") == (result.exit_code, result.stdout)
    assert 1 == len(result.stderr.splitlines())
    assert "RuntimeError: hỏng<U+001B>[2J<U+000A>ở đây" in result.stderr


def test_debug_shows_where_a_fault_of_our_own_arose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emulrules.cli.decide._shown", broken)
    result = CliRunner().invoke(main, ["--debug", *DECIDE])
    assert (70, "") == (result.exit_code, result.stdout)
    assert "Traceback" in result.stderr


def test_debug_changes_no_refusal() -> None:
    plain = CliRunner().invoke(main, ["decide", "khong-co.toml"])
    debug = CliRunner().invoke(main, ["--debug", "decide", "khong-co.toml"])
    assert (plain.exit_code, plain.stderr) == (debug.exit_code, debug.stderr)


def test_a_refusal_without_words_is_a_fault_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emulrules.errors.Fault.sentence", broken)
    result = CliRunner().invoke(main, ["decide", "khong-co.toml"])
    assert (70, "") == (result.exit_code, result.stdout)


SURROUNDINGS = {
    "the locale C": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "streams in ASCII": {"PYTHONIOENCODING": "ascii"},
    "streams in Latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8"},
    "another hash seed": {"PYTHONHASHSEED": "7"},
    "another time zone": {"TZ": "Asia/Ho_Chi_Minh"},
}


@pytest.mark.parametrize("environment", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_bytes_on_stdout_are_the_same_under(environment: dict[str, str]) -> None:
    expected = CliRunner().invoke(main, DECIDE).stdout.encode()
    result = program(*DECIDE, **environment)
    assert (3, b"", expected) == (result.returncode, result.stderr, result.stdout)


def test_a_refusal_reaches_stderr_as_utf_8_in_the_locale_c() -> None:
    result = program("decide", "khong-co.toml", **SURROUNDINGS["the locale C"])
    assert (1, b"") == (result.returncode, result.stdout)
    assert "Không có tệp này" in result.stderr.decode()


def test_a_pipe_that_is_closed_early_is_quiet_and_changes_no_status() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "emulrules", *DECIDE], stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60
        )
    finally:
        os.close(writer)
    assert (3, b"") == (result.returncode, result.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("arguments", [DECIDE, ("--version",), ("--help",)], ids=["decide", "version", "help"])
def test_a_full_disk_is_a_refusal(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "emulrules", *arguments]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert 1 == result.returncode
    assert result.stderr.startswith(b"stdout: file-unwritable: ")
    assert 1 == len(result.stderr.splitlines())


def test_a_season_is_decided_from_another_folder_and_a_home_that_nobody_may_write(tmp_path: Path) -> None:
    home = tmp_path / "nha"
    home.mkdir(mode=0o500)
    command = [sys.executable, "-m", "emulrules", *DECIDE]
    result = subprocess.run(
        command, capture_output=True, check=False, cwd=tmp_path, env={**os.environ, "HOME": str(home)}, timeout=60
    )
    assert 3 == result.returncode
    assert [] == list(home.iterdir())


def took(*arguments: str) -> float:
    """Seconds of the quickest of five runs."""

    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, timeout=60)
        return time.perf_counter() - began

    return min(once() for _ in range(5))


def test_the_version_is_told_soon() -> None:
    """The aim is 60 ms over a bare interpreter; the bound is wide, since other work may share the machine."""
    assert took("-m", "emulrules", "--version") - took("-c", "pass") < 0.25


def test_asking_for_help_or_the_version_imports_nothing_heavy() -> None:
    script = "import sys, emulrules.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert "click" in loaded
    assert set() == {"attr", "attrs", "cattrs", "pluggy", "tomli", "hypothesis", "rich"} & set(loaded)
