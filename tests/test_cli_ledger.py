"""`emulrules ledger`: what it prints, and with which status it ends."""

from pathlib import Path

import pytest
from cases import RULESETS
from click.testing import CliRunner, Result
from ledger_samples import A1, A2, FORGED, OTHER_A1, changed, kept, ledger_of, rewritten

from emulrules.cli import main
from emulrules.files.canonical import digest
from emulrules.ledger import GENESIS, head
from emulrules.model.record_id import grouped

YEARS = RULESETS / "khe-ngang-clusters" / "cases"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["ledger", *map(str, arguments)])


def test_a_ledger_is_made_and_its_head_is_printed_in_groups(in_memory: Path) -> None:
    result = run("init", in_memory / "so.emul", "--lang", "en")
    assert (0, "") == (result.exit_code, result.stderr)
    assert f"An empty ledger was made.\nHead: {grouped(GENESIS)}\n" == result.stdout


def test_whoever_appends_gets_the_id_and_the_head_in_groups(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul")
    result = run("append", ledger, kept(in_memory, A1), "--lang", "en")
    said = [
        "Recorded in row 1, and read back from the file.",
        f"Record: {grouped(digest(A1))}",
        f"Head: {grouped(head(ledger)[1])}",
    ]
    assert (0, "", said) == (result.exit_code, result.stderr, result.stdout.splitlines())
    again = run("append", ledger, kept(in_memory, A1), "--lang", "en")
    said[0] = "The record stands in row 1 already; nothing was changed."
    assert (0, said) == (again.exit_code, again.stdout.splitlines())


def test_a_record_that_is_not_taken_ends_with_1_and_prints_nothing(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    for data in (OTHER_A1, FORGED):
        result = run("append", ledger, kept(in_memory, data))
        assert (1, "") == (result.exit_code, result.stdout)
    assert 1 == head(ledger)[0]


def test_a_correction_names_the_record_that_it_supersedes_as_it_is_copied_from_paper(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    correction = kept(in_memory, OTHER_A1)
    assert 0 == run("append", ledger, correction, "--supersedes", grouped(digest(A1)).upper()).exit_code
    late = run("append", ledger, kept(in_memory, A2), "--lang", "en")
    assert 0 == late.exit_code
    assert "ledger-former-superseded" in late.stderr
    shown = run("log", ledger, "--lang", "en").stdout.splitlines()
    assert ["No.", "Cluster", "Season", "Id", "Supersedes"] == shown[0].split()
    assert [["1", "cum-a", "2021", digest(A1)], ["2", "cum-a", "2021", digest(OTHER_A1), digest(A1)]] == [
        line.split() for line in shown[1:3]
    ]


@pytest.mark.parametrize(
    ("text", "code"), [("0123", "id-short"), ("0123-4567-89ab-cdef", "ledger-id"), ("x" * 64, "id-letter")]
)
def test_what_is_no_whole_id_is_refused(in_memory: Path, text: str, code: str) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    for result in (run("verify", ledger, "--head", text), run("append", ledger, "-", "--supersedes", text)):
        assert (1, "") == (result.exit_code, result.stdout)
        assert f"{code}: " in result.stderr


def test_a_record_is_looked_for_in_a_ledger_by_its_id_and_replayed(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, A2)
    result = CliRunner().invoke(main, ["replay", "--id", grouped(digest(A2)), "--in", str(ledger), "--lang", "en"])
    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith(f"{ledger}: replay-matches: ")
    assert grouped(digest(A2)) in result.stdout


def test_a_start_is_said_by_an_option(in_memory: Path) -> None:
    ledger, record = ledger_of(in_memory / "so.emul"), kept(in_memory, A2)
    assert 1 == run("append", ledger, record).exit_code
    assert 0 == run("append", ledger, record, "--start").exit_code


def test_a_sound_ledger_ends_with_0_and_its_head(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, A2)
    result = run("verify", ledger, "--head", GENESIS, "--records", in_memory, "--lang", "en")
    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith(f"{ledger}: ledger-matches: ")
    assert result.stdout.endswith(f"Head: {grouped(head(ledger)[1])}\n")
    assert "ledger-verified" in run("verify", ledger, "--level", "verify").stdout


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (10, "ledger-bad-records"),
        (12, "ledger-bad-files"),
        (15, "ledger-bad-file"),
        (16, "ledger-bad-chain"),
        (17, "ledger-bad-head"),
    ],
)
def test_what_does_not_stand_ends_with_its_status_and_prints_nothing(in_memory: Path, status: int, code: str) -> None:
    ledger, more = in_memory / "so.emul", ["--head", "0" * 64] if status == 17 else []
    if status == 10:
        rewritten(ledger, FORGED)
    elif status == 15:
        ledger.write_bytes(A1)
    else:
        ledger_of(ledger, A1)
    if status == 12:
        more = ["--records", str(in_memory)]
        kept(in_memory, A2)
    if status == 16:
        changed(ledger, "UPDATE entries SET season = '2020'")
    result = run("verify", ledger, *more)
    assert (status, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"{ledger}: {code}: ")
    assert len(result.stderr.splitlines()) > 1


def test_the_head_is_printed_with_how_many_records_there_are(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    assert f"Records: 1\nHead: {grouped(head(ledger)[1])}\n" == run("head", ledger, "--lang", "en").stdout


@pytest.mark.parametrize("verb", ["append", "head", "log", "verify"])
def test_where_no_ledger_is_the_verb_refuses(in_memory: Path, verb: str) -> None:
    result = run(verb, in_memory / "so.emul", *([kept(in_memory, A1)] if verb == "append" else []))
    assert (1, "") == (result.exit_code, result.stdout)
    assert "file-missing" in result.stderr
    assert not (in_memory / "so.emul").exists()


# Former seasons


def decide(folder: Path, ledger: Path) -> Result:
    """Decides a year that builds on two others, apart from their records."""
    season = folder / "2023.toml"
    season.write_bytes((YEARS / "2023-cum-suoi.toml").read_bytes())
    call = ["decide", season, "--rulesets", RULESETS, "--records", ledger, "--format", "json"]
    return CliRunner().invoke(main, list(map(str, call)))


def test_former_seasons_are_read_from_a_ledger_as_from_a_folder(in_memory: Path) -> None:
    records = [(YEARS / f"{year}-cum-suoi.record.json").read_bytes() for year in (2021, 2022)]
    ledger = ledger_of(in_memory / "so.emul", *records)
    result = decide(in_memory, ledger)
    assert (0, "") == (result.exit_code, result.stderr)
    assert decide(in_memory, YEARS).stdout == result.stdout


def test_a_year_whose_former_record_the_ledger_lacks_is_refused(in_memory: Path) -> None:
    first = (YEARS / "2021-cum-suoi.record.json").read_bytes()
    result = decide(in_memory, ledger_of(in_memory / "so.emul", first))
    assert (1, "") == (result.exit_code, result.stdout)
    assert ["former-missing"] == [line.split(": ")[1] for line in result.stderr.splitlines()]


def test_a_file_that_is_no_ledger_holds_no_former_seasons(in_memory: Path) -> None:
    result = decide(in_memory, YEARS / "2021-cum-suoi.record.json")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "ledger-none" in result.stderr
