"""Facts about `make matrix`: it runs every case and sitting, and one id that differs anywhere is told and fails it."""

import sys
from pathlib import Path

import pytest
from cases import CASES
from matrix import compared, decided, runs, shipped

NAMES = ["a.toml", "b.toml"]


def test_all_cases_and_all_sittings_are_run() -> None:
    names = shipped()
    assert {path.name for path in CASES} <= {Path(name).name for name in names}
    assert 5 == sum("/councils/" in name for name in names)


def test_a_case_and_a_sitting_are_decided_and_replayed_on_another_interpreter() -> None:
    names = [name for name in shipped() if name.endswith(("2021-cluster-8.toml", "2021-hoi-dong-tinh.toml"))]
    found = decided(Path(sys.executable), names)
    assert names == [*found]
    assert {0} == {status for _, status in found.values()}
    assert {64} == {len(id_) for id_, _ in found.values()}


def test_one_id_a_case_passes(capsys: pytest.CaptureFixture[str]) -> None:
    same = {"a.toml": ("1a", 0), "b.toml": ("2b", 0)}
    assert 0 == compared({"3.11": same, "3.13": {**same}}, NAMES)
    assert "2 of 3 Pythons, 2 cases: 0 with more than one id\n" == capsys.readouterr().out


@pytest.mark.parametrize(("other", "number"), [(("3c", 0), 1), (("2b", 11), 1)], ids=["another id", "not replayed"])
def test_a_case_that_is_another_elsewhere_fails(
    other: tuple[str, int], number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    same = {"a.toml": ("1a", 0), "b.toml": ("2b", 0)}
    assert 1 == compared({"3.11": same, "3.12": {**same, "b.toml": other}}, NAMES)
    told = capsys.readouterr().out
    assert told.startswith(f"b.toml: 3.11 2b, 3.12 {other[0]}\n")
    assert told.endswith(f"2 cases: {number} with more than one id\n")


def test_what_replays_nowhere_fails_although_all_agree() -> None:
    assert 1 == compared({"3.11": {"a.toml": ("1a", 11)}}, ["a.toml"])


def test_nothing_that_ran_is_no_success() -> None:
    assert 1 == compared({}, NAMES)


def test_an_interpreter_of_another_version_does_not_count() -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert runs(Path(sys.executable), version)
    assert not runs(Path(sys.executable), "3.10")
    assert not runs(Path("/no/such/python"), version)
