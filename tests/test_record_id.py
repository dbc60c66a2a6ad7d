"""Facts about ids on paper: however somebody types one, the record is found, or it is said why not."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from record_samples import GOOD

from emulrules.cli import main
from emulrules.errors import FileError
from emulrules.files.archive import Archive
from emulrules.files.typed_ids import find_typed
from emulrules.model.record_id import LEAST, grouped, near, typed

ID = sha256(GOOD).hexdigest()
IDS = st.text("0123456789abcdef", min_size=64, max_size=64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record, a copy with a byte more, and a file that is no record at all."""
    (tmp_path / "mot.json").write_bytes(GOOD)
    (tmp_path / "hai.json").write_bytes(GOOD + b" ")
    (tmp_path / "ba.json").write_bytes(b"{}")
    return tmp_path


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, ["replay", *map(str, arguments), "--lang", "en"])


def refused(text: str, folder: Path) -> tuple[str, dict[str, Any]]:
    with pytest.raises(FileError) as caught:
        find_typed(Archive([folder]), text)
    assert caught.value.render("vi") != caught.value.render("en")
    (fault,) = caught.value.faults
    return fault.code, dict(fault.data)


def test_sixteen_groups_of_four_hold_all_digits() -> None:
    groups = grouped(ID).split("-")
    assert (16, {4}, ID) == (len(groups), set(map(len, groups)), "".join(groups))


@given(IDS, st.sampled_from(["-", " ", "  ", " – ", "\n", ".", ":"]), st.booleans())
def test_blanks_dashes_and_case_do_not_matter(id_: str, between: str, upper: bool) -> None:
    text = grouped(id_).replace("-", between)
    assert id_ == typed(f" {text.upper() if upper else text} ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(grouped(ID), id="as-it-is-printed"),
        pytest.param(grouped(ID).replace("-", " ").upper(), id="in-capitals-with-blanks"),
        pytest.param(ID[:LEAST], id="its-first-digits"),
    ],
)
def test_a_record_is_found_by_what_was_typed(text: str, folder: Path) -> None:
    assert folder / "mot.json" == find_typed(Archive([folder]), text).path


def test_a_letter_that_is_no_digit_is_named_with_its_group(folder: Path) -> None:
    assert ("id-letter", {"letter": "o", "group": 2}) == refused("2ae4 fO24" + 60 * "0", folder)


def test_too_few_and_too_many_digits_are_counted(folder: Path) -> None:
    assert ("id-short", {"got": 15, "least": 16}) == refused(ID[:15], folder)
    assert ("id-long", {"got": 65, "most": 64}) == refused(ID + "0", folder)


def test_an_id_that_no_record_has_is_not_found(folder: Path) -> None:
    assert ("id-unknown", {"count": 3}) == refused("0123" * 16, folder)


def _other(digit: str) -> str:
    return "0" if digit != "0" else "1"


@pytest.mark.parametrize(
    "slip",
    [
        pytest.param(ID[:21] + _other(ID[21]) + ID[22:], id="another-digit"),
        pytest.param(ID[:21] + ID[22:], id="a-digit-left-out"),
        pytest.param((ID[:21] + _other(ID[21]) + ID[21:])[:64], id="a-digit-too-many"),
        pytest.param(ID[:21] + _other(ID[21]) + ID[22:24], id="another-digit-near-the-end-of-what-was-typed"),
    ],
)
def test_a_slip_of_the_finger_is_named_with_its_group_and_record(slip: str, folder: Path) -> None:
    code, data = refused(slip, folder)
    assert ("id-mistyped", "mot.json", grouped(ID)) == (code, data["name"], data["id"])
    assert data["group"] in (6, 7)


@given(IDS, st.integers(0, 62))
def test_two_digits_that_changed_places_are_near(id_: str, place: int) -> None:
    slip = id_[:place] + id_[place + 1] + id_[place] + id_[place + 2 :]
    assert (None if slip == id_ else place // 4 + 1) == near(slip, id_)


def test_digits_with_which_two_ids_begin_are_ambiguous(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emulrules.files.archive.digest", lambda data: ID[:40] + sha256(data).hexdigest()[40:])
    code, data = refused(ID[:40], folder)
    assert ("id-ambiguous", 3) == (code, data["count"])
    assert {"ba.json", "hai.json", "mot.json"} == set(data["names"].split(", "))


def test_the_program_replays_the_record_that_was_typed(folder: Path) -> None:
    result = run("--id", grouped(ID), "--in", folder)
    assert 0 == result.exit_code
    assert f"mot.json: replay-matches: Decided again, the record {grouped(ID)}" in result.stdout


def test_a_record_found_by_a_part_of_its_id_is_to_be_compared(folder: Path) -> None:
    assert "Found by the first 20 digits of the id; compare all of it" in run("--id", ID[:20], "--in", folder).stdout


def test_an_id_that_is_not_there_is_refused(folder: Path) -> None:
    result = run("--id", "0123" * 16, "--in", folder)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "id-unknown" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("--id", ID), ("--in", "x"), ("x", "--id", ID, "--in", "x")])
def test_a_file_or_an_id_with_its_folder_is_due(arguments: tuple[str, ...]) -> None:
    assert 2 == run(*arguments).exit_code
