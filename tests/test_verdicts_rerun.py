"""Facts about the verdict on a record whose plugin was asked again: what was found, and the files on disk."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve
from record_samples import GOOD, MADE, decided

from emulrules import verdicts
from emulrules.errors import Fault, PluginError
from emulrules.files.canonical import digest
from emulrules.files.record import write_record
from emulrules.files.witness import Program
from emulrules.rerun.comparing import Differing, Found
from emulrules.rerun.disk import Installed
from emulrules.verdicts import Status, Verdict, examine, replay

ID = digest(GOOD)
DATA = {"record": ID, "policy": "standard", "asked": 5, "times": 4}
DIFFERING = Differing("award_quota", "f", (0, "answer", "number"), 1, 2)
FAULT = Fault("plugin-missing", (), {"name": "cua-bo"})
PLUGIN = Program("goi-a", "1.0", "0" * 64)
OTHER_FILES = evolve(PLUGIN, digest="1" * 64)
OTHER_VERSION = evolve(OTHER_FILES, version="1.1")
MATCHES = Found(None, 5)
DIFFERS = Found("rerun-differs", 5, {"hook": "award_quota"}, DIFFERING)


def answering(monkeypatch: pytest.MonkeyPatch, found: Found | OSError) -> None:
    """From now on asking again finds this."""

    def asked(*_: object) -> Found:
        if isinstance(found, OSError):
            raise found
        return found

    monkeypatch.setattr(verdicts, "ask_again", asked)


def asked_again(
    monkeypatch: pytest.MonkeyPatch, folder: Path, found: Found, now: Program | PluginError | None
) -> Verdict:
    """The verdict where `now` is on disk, and the witness tells of the plugin above."""

    def on_disk(policy: str, then: Program | None) -> Installed:
        assert ("standard", PLUGIN) == (policy, then)
        if isinstance(now, PluginError):
            raise now
        return Installed(now, then)

    answering(monkeypatch, found)
    monkeypatch.setattr(verdicts, "installed", on_disk)
    write_record(decided(), folder / "nam.json", evolve(MADE, plugin=PLUGIN))
    return replay(folder / "nam.json", "rerun")


def test_a_plugin_that_answers_as_recorded_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, MATCHES)
    expected = Verdict(
        Status.MATCH, "rerun-matches", "rerun", ID, data=DATA, cluster="khoi-mot", season=decided().season.id
    )
    assert expected == examine(GOOD, "rerun")


def test_another_answer_is_told_with_all_that_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, DIFFERS)
    verdict = examine(GOOD, "rerun")
    assert (Status.INPUT_DIFFERS, "rerun-differs", DIFFERING) == (verdict.status, verdict.code, verdict.differing)
    assert {**DATA, "hook": "award_quota"} == dict(verdict.data)


def test_a_plugin_that_is_not_there_is_told_with_why(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, Found("rerun-unavailable", faults=(FAULT,)))
    verdict = examine(GOOD, "rerun")
    assert (Status.UNAVAILABLE, "rerun-unavailable", (FAULT,)) == (verdict.status, verdict.code, verdict.faults)


@pytest.mark.parametrize(
    ("error", "reason"), [(OSError(28, "hết chỗ"), "hết chỗ"), (BlockingIOError(), "BlockingIOError")]
)
def test_a_process_that_cannot_be_started_is_told_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    answering(monkeypatch, error)
    verdict = examine(GOOD, "rerun")
    assert (Status.UNAVAILABLE, "rerun-no-process") == (verdict.status, verdict.code)
    assert {**DATA, "asked": 0, "reason": reason} == dict(verdict.data)


def said(then: Program, now: Program) -> Mapping[str, object]:
    return Installed(now, then).data()


def test_other_files_under_the_same_version_are_told_although_they_answer_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    verdict = asked_again(monkeypatch, tmp_path, MATCHES, OTHER_FILES)
    assert (Status.INPUT_DIFFERS, "rerun-changed") == (verdict.status, verdict.code)
    assert {**DATA, **said(PLUGIN, OTHER_FILES)} == dict(verdict.data)


def test_another_answer_of_other_files_is_told_with_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    verdict = asked_again(monkeypatch, tmp_path, evolve(DIFFERS, faults=(FAULT,)), OTHER_FILES)
    changed = Fault("plugin-changed", (), said(PLUGIN, OTHER_FILES))
    assert (Status.INPUT_DIFFERS, "rerun-differs", (FAULT, changed)) == (verdict.status, verdict.code, verdict.faults)
    assert {**DATA, "hook": "award_quota"} == dict(verdict.data)


def test_another_version_that_answers_the_same_matches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    verdict = asked_again(monkeypatch, tmp_path, MATCHES, OTHER_VERSION)
    assert (Status.MATCH, "rerun-matches-version") == (verdict.status, verdict.code)
    assert {**DATA, **said(PLUGIN, OTHER_VERSION)} == dict(verdict.data)


@pytest.mark.parametrize("now", [PLUGIN, OTHER_VERSION, PluginError(FAULT)])
def test_another_answer_is_told_alone_where_no_files_of_its_version_differ(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: Program | PluginError
) -> None:
    verdict = asked_again(monkeypatch, tmp_path, DIFFERS, now)
    assert (Status.INPUT_DIFFERS, "rerun-differs", ()) == (verdict.status, verdict.code, verdict.faults)


@pytest.mark.parametrize("now", [PLUGIN, PluginError(FAULT)])
def test_the_same_answers_of_the_same_files_match(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: Program | PluginError
) -> None:
    assert "rerun-matches" == asked_again(monkeypatch, tmp_path, MATCHES, now).code


def test_a_witness_that_cannot_be_read_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    write_record(decided(), tmp_path / "nam.json", MADE)
    (tmp_path / "nam.json.witness.json").write_bytes(b"{}")
    verdict = replay(tmp_path / "nam.json")
    assert (Status.INPUT_DIFFERS, "replay-witness-invalid") == (verdict.status, verdict.code)
    assert [str(tmp_path / "nam.json.witness.json")] == [fault.file for fault in verdict.faults][:1]


def test_a_verdict_names_the_cluster_and_the_season_whatever_it_is() -> None:
    cluster, season = "khoi-mot", decided().season.id
    for level in ("verify", "recompute"):
        assert (cluster, season) == ((verdict := examine(GOOD, level)).cluster, verdict.season)
    forged = examine(GOOD.replace(b'"don-vi-b":"25"', b'"don-vi-b":"26"'))
    assert (Status.DIVERGED, cluster, season) == (forged.status, forged.cluster, forged.season)
