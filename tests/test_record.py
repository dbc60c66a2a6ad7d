"""Facts about records: one file, written whole or not at all, read strictly, never replaced."""

import errno
import json
import os
import subprocess
import sys
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from record_samples import BODY, GOOD, MADE, RULE, RULES, SEASON, UNITS, changed, decided, shuffled

from emulrules.errors import Fault, FileError, RecordError
from emulrules.files import canonical, deposit
from emulrules.files.canonical import MAX_BYTES, encode, offset
from emulrules.files.decision_json import body
from emulrules.files.record import (
    UNSUPPORTED,
    first_difference,
    parse_grounds,
    parse_record,
    read_record,
    record_bytes,
    record_id,
    write_record,
)
from emulrules.files.witness import read_witness
from emulrules.model.cell import Ratio
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision
from emulrules.model.order import TieStep
from emulrules.model.table import Table
from emulrules.verdicts import examine

OTHER = decided(evolve(SEASON, acts=()))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_file_holds_the_canonical_body_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ho-so.json"
    id_ = write_record(decided(), path, MADE)
    assert GOOD == path.read_bytes()
    assert sha256(GOOD).hexdigest() == id_ == record_id(decided())
    assert {"ho-so.json", "ho-so.json.witness.json"} == names(tmp_path)


def test_the_witness_names_the_record(tmp_path: Path) -> None:
    id_ = write_record(decided(), tmp_path / "r.json", MADE)
    witness = read_witness(tmp_path / "r.json.witness.json")
    assert (id_, MADE) == (witness.record, witness.made)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    id_ = write_record(decided(), tmp_path / "r.json", MADE)
    record = read_record(tmp_path / "r.json")
    assert id_ == record.id
    assert body(decided()) == record.body == body(record.decision)
    assert (decided().season, decided().rules) == (record.decision.season, record.decision.rules)
    assert decided().answers == record.decision.answers


def test_the_same_record_may_be_written_again_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    first = write_record(decided(), path, MADE)
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.iterdir()}
    assert first == write_record(decided(), path, evolve(MADE, time="2024-01-01T00:00:00+07:00"))
    assert before == {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.iterdir()}


def test_a_lost_witness_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    id_ = write_record(decided(), path, MADE)
    (tmp_path / "r.json.witness.json").unlink()
    write_record(decided(), path, MADE)
    assert id_ == read_witness(tmp_path / "r.json.witness.json").record


def test_another_record_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    write_record(OTHER, path, MADE)
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        write_record(decided(), path, MADE)
    assert (Fault("record-exists", data={"name": "r.json"}, file=str(path)),) == caught.value.faults
    assert before == path.read_bytes()


def test_a_witness_of_another_record_is_never_overwritten(tmp_path: Path) -> None:
    write_record(OTHER, tmp_path / "r.json", MADE)
    (tmp_path / "r.json").unlink()
    with pytest.raises(FileError) as caught:
        write_record(decided(), tmp_path / "r.json", MADE)
    witness = tmp_path / "r.json.witness.json"
    assert (Fault("witness-exists", data={"name": witness.name}, file=str(witness)),) == caught.value.faults
    assert {"r.json.witness.json"} == names(tmp_path)


def test_a_record_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    decision = decided()
    wrong = evolve(decision, steps=(evolve(decision.steps[0], n=7), *decision.steps[1:]))
    with pytest.raises(RecordError) as caught:
        write_record(wrong, tmp_path / "r.json", MADE)
    assert "record-step-number" == caught.value.code
    assert set() == names(tmp_path)


def test_a_decision_that_is_too_large_for_a_record_is_refused_in_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canonical, "MAX_VALUES", 100)
    with pytest.raises(RecordError) as caught:
        write_record(decided(), tmp_path / "r.json", MADE)
    assert ("record-too-many", str(tmp_path / "r.json")) == (caught.value.code, caught.value.faults[0].file)
    assert set() == names(tmp_path)


def test_an_id_is_refused_where_the_record_is_to_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "MAX_VALUES", 100)
    for path, file in (("nam.json", "nam.json"), (Path("nam.json"), "nam.json"), (None, None)):
        with pytest.raises(RecordError) as caught:
            record_id(decided(), path)
        assert ("record-too-many", file) == (caught.value.code, caught.value.faults[0].file)


@pytest.mark.parametrize(
    ("path", "code"),
    [("missing/r.json", "file-unwritable"), ("folder", "file-is-folder"), ("link", "file-exists")],
)
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, path: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    before = names(tmp_path)
    with pytest.raises(FileError) as caught:
        write_record(decided(), tmp_path / path, MADE)
    assert code == caught.value.code
    assert before == names(tmp_path)


@pytest.mark.parametrize(("call", "times"), [("fsync", 0), ("fsync", 1), ("fsync", 2), ("link", 0), ("link", 1)])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, times: int) -> None:
    real, calls = getattr(os, call), []

    def fails(*arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) > times:
            raise OSError(errno.ENOSPC, "full")
        return real(*arguments)

    monkeypatch.setattr(os, call, fails)
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(FileError) as caught:
        write_record(decided(), tmp_path / "r.json", MADE)
    assert "file-unwritable" == caught.value.code
    assert set() == names(tmp_path)


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupts(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(deposit, "_sync_folder", interrupts)
    with pytest.raises(KeyboardInterrupt):
        write_record(decided(), tmp_path / "r.json", MADE)
    assert set() == names(tmp_path)


def test_a_disk_without_links_holds_records_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: Any) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuses)
    write_record(decided(), tmp_path / "r.json", MADE)
    assert GOOD == (tmp_path / "r.json").read_bytes()
    with pytest.raises(FileError):
        deposit.deposit({tmp_path / "r.json": b"other"})
    assert GOOD == (tmp_path / "r.json").read_bytes()


def test_of_two_writers_at_once_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = deposit._write

    def overtaken(part: Path, data: bytes) -> None:
        (tmp_path / "r.json").write_bytes(b"first")
        real(part, data)

    monkeypatch.setattr(deposit, "_write", overtaken)
    with pytest.raises(FileError) as caught:
        write_record(decided(), tmp_path / "r.json", MADE)
    assert "file-exists" == caught.value.code
    assert {"r.json"} == names(tmp_path)
    assert b"first" == (tmp_path / "r.json").read_bytes()


@pytest.mark.parametrize(
    ("path", "to", "code"),
    [
        pytest.param(("format",), "emulrules/decision/2", "record-format-unknown", id="later-format"),
        pytest.param(("semantics",), 2, "record-semantics-unknown", id="later-semantics"),
        pytest.param(("format",), "emulrules/witness/1", "record-no-record", id="witness"),
        pytest.param(("format",), 1, "record-no-record", id="format-no-text"),
        pytest.param(("semantics",), "1", "record-field-type", id="semantics-no-number"),
        pytest.param(("semantics",), True, "record-field-type", id="semantics-true"),
        pytest.param(("more",), 1, "record-key-unknown", id="unknown-part"),
        pytest.param(("season", "more"), 1, "unknown-key", id="unknown-key-in-the-season"),
        pytest.param(("rules", "order", "more"), 1, "unknown-key", id="unknown-key-in-the-rules"),
        pytest.param(("steps", 0, "more"), 1, "unknown-key", id="unknown-key-in-a-step"),
        pytest.param(("answers", 0, "answer", "more"), 1, "unknown-key", id="unknown-key-in-an-answer"),
        pytest.param(("steps",), {}, "record-field-type", id="steps-no-list"),
        pytest.param(("policy",), 1, "not-text", id="policy-no-text"),
        pytest.param(("waiting",), [1], "not-text", id="what-waits-no-text"),
        pytest.param(("season", "cluster"), None, "not-text", id="cluster-null"),
        pytest.param(("season", "meeting", "present"), True, "not-a-count", id="count-true"),
        pytest.param(("season", "meeting", "present"), "4", "not-a-count", id="count-text"),
        pytest.param(("season", "scores", "phong-trao", "don-vi-b"), 30, "not-a-number", id="measure-number"),
        pytest.param(
            ("season", "scores", "phong-trao", "don-vi-b"), "25.0", "record-inconsistent", id="second-spelling"
        ),
        pytest.param(("season", "scores", "phong-trao", "don-vi-b"), "2500%", "record-inconsistent", id="percent"),
        pytest.param(("season", "acts", 1, "on"), "2023-13-01", "not-a-date", id="no-day"),
        pytest.param(("season", "acts", 1, "on"), "20230110", "not-a-date", id="day-without-dashes"),
        pytest.param(
            ("season", "acts", 0, "choice"), ["don-vi-c", "don-vi-b"], "record-inconsistent", id="unsorted-set"
        ),
        pytest.param(("season", "acts", 0, "question"), "zz", "record-inconsistent", id="unsorted-acts"),
        pytest.param(("season", "former"), {}, "record-inconsistent", id="empty-table-that-may-be-left-out"),
        pytest.param(("season", "in_force"), None, "record-inconsistent", id="null-that-may-be-left-out"),
        pytest.param(("rules", "clusters", "khoi-mot", "members", 0), "don-vi-z", "record-inconsistent", id="members"),
        pytest.param(("cluster",), "khoi-hai", "record-inconsistent", id="cluster-of-another-record"),
        pytest.param(("status",), "pending", "record-inconsistent", id="status-that-does-not-follow"),
        pytest.param(("standings", 0, "place"), 2, "record-inconsistent", id="place-that-no-step-gives"),
        pytest.param(("awards", 0, "unit"), "don-vi-b", "record-inconsistent", id="award-that-no-step-gives"),
        pytest.param(("offices",), [], "record-inconsistent", id="office-left-out"),
        pytest.param(("steps", 3, "n"), 5, "record-step-number", id="step-number"),
        pytest.param(("steps", 1, "output"), "hold", "record-step-output", id="gate-without-gate"),
        pytest.param(("steps", 1, "unit"), None, "record-step-output", id="gate-of-nobody"),
        pytest.param(("answers", 1, "answer"), {"kind": "defer"}, "record-answer-order", id="nothing-in-force"),
        pytest.param(("answers", 0, "answer", "kind"), "weights", "missing-key", id="answer-of-another-kind"),
        pytest.param(("answers", 0, "answer", "kind"), "lot", "not-one-of", id="unknown-kind"),
    ],
)
def test_a_record_that_was_changed_is_refused_where_it_was_changed(path: Any, to: object, code: str) -> None:
    data = changed(*path, to=to)
    with pytest.raises(RecordError) as caught:
        parse_record(data)
    fault = caught.value.faults[0]
    assert code == fault.code.removesuffix("-near")
    assert path[:2] == fault.path[: len(path[:2])]
    assert offset(json.loads(data), fault.path) == fault.data["offset"]


@pytest.mark.parametrize(
    ("path", "to", "said"),
    [
        (("format",), "emulrules/decision/2", {"got": "emulrules/decision/2", "expected": "emulrules/decision/1"}),
        (("format",), "emulrules/witness/1", {"expected": "emulrules/decision/1"}),
        (("semantics",), 2, {"got": 2, "expected": 1}),
        (("semantics",), "1", {}),
        (("more",), 1, {"key": "more"}),
        (("steps", 3, "n"), 5, {"expected": 4}),
        (("steps", 1, "output"), "hold", {"step": "gate"}),
        (("answers", 1, "answer"), {"kind": "defer"}, {"hook": "criterion_weights", "subject": ""}),
        (("steps",), {}, {}),
        (("standings", 0, "place"), 2, {}),
    ],
)
def test_what_was_expected_is_said(path: Any, to: object, said: dict[str, object]) -> None:
    data = changed(*path, to=to)
    with pytest.raises(RecordError) as caught:
        parse_record(data)
    (fault,) = caught.value.faults
    assert path[: len(fault.path)] == fault.path
    assert {**said, "offset": offset(json.loads(data), fault.path)} == dict(fault.data)


def test_what_is_no_object_is_wrong_from_its_first_byte() -> None:
    with pytest.raises(RecordError) as caught:
        parse_record(b"[1]")
    assert (Fault("record-no-object", (), {"offset": 0}),) == caught.value.faults


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, ("a", 1, "b")),
        ({"a": 1}, {"a": 1, "b": 1}, ("b",)),
        ({"a": [1]}, {"a": [1, 2]}, ("a", 1)),
        ({"a": [1, 2]}, {"a": [1]}, ("a", 1)),
        ({"a": [1]}, {"a": {"b": 1}}, ("a",)),
        ({"a": {"b": 1}}, {"a": [1]}, ("a",)),
        ({"a": 1}, {"a": [1]}, ("a",)),
        ({"a": [1]}, {"a": None}, ("a",)),
        ({"a": 1}, {"a": True}, ("a",)),
        ([1], 1, ()),
        ({"a": [1, {"b": None}]}, {"a": [1, {"b": None}]}, None),
    ],
)
def test_the_first_difference_of_two_values_has_a_path(one: Any, other: Any, path: Any) -> None:
    assert path == first_difference(one, other)


def test_what_a_record_was_decided_from_is_read_without_its_steps() -> None:
    whole, grounds = parse_record(GOOD).decision, parse_grounds(GOOD)
    assert (whole.season, whole.rules, whole.policy, whole.answers) == (
        grounds.season,
        grounds.rules,
        grounds.policy,
        grounds.answers,
    )
    left_out = (*grounds.units, *grounds.steps, *grounds.questions, *grounds.waiting, *grounds.warnings)
    assert () == left_out
    with pytest.raises(RecordError):
        parse_grounds(GOOD[:-1])


def test_a_ruleset_that_is_too_large_to_be_kept_is_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = parse_record(GOOD)
    monkeypatch.setattr("emulrules.files.record._LARGEST", 0)
    again = parse_record(GOOD)
    assert kept == again
    assert kept.decision.rules is not again.decision.rules


def test_records_of_one_ruleset_share_it() -> None:
    assert parse_record(GOOD).decision.rules is parse_record(GOOD).decision.rules


@pytest.mark.parametrize("key", sorted(BODY))
def test_a_part_that_was_left_out_is_refused(key: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse_record(encode({part: value for part, value in BODY.items() if part != key}))
    assert (
        "record-no-record" if key == "format" else "record-field-type" if key == "semantics" else "record-key-missing"
    ) == (caught.value.code)


def test_only_another_version_is_unsupported() -> None:
    assert frozenset({"record-format-unknown", "record-semantics-unknown"}) == UNSUPPORTED


@pytest.mark.parametrize("data", [b"[]", b"null", b"1", b'"x"', b"{}"])
def test_other_values_are_no_records(data: bytes) -> None:
    with pytest.raises(RecordError) as caught:
        parse_record(data)
    assert caught.value.code in ("record-no-object", "record-no-record")


@pytest.mark.parametrize("text", [b"", b"\xef\xbb\xbf", b"x" * (MAX_BYTES + 1)], ids=["empty", "mark", "too-long"])
def test_a_file_that_is_no_record_is_refused_with_its_name(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(text)
    with pytest.raises(RecordError) as caught:
        read_record(path)
    assert str(path) == caught.value.faults[0].file


@pytest.mark.parametrize(("name", "code"), [("none.json", "file-missing"), (".", "file-is-folder")])
def test_no_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(FileError) as caught:
        read_record(tmp_path / name)
    assert code == caught.value.code


PLAIN = st.none() | st.booleans() | st.integers(0, 9) | st.sampled_from(["", "1", "x", "don-vi-a", "2021-01-15"])
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "kind"]), inner),
    max_leaves=4,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        found += [inner for key, part in value.items() for inner in paths(part, (*path, key))]
    elif isinstance(value, list):
        found += [inner for index, part in enumerate(value) for inner in paths(part, (*path, index))]
    return found


@given(st.sampled_from(paths(BODY)), VALUES)
def test_any_value_anywhere_is_read_or_refused(path: tuple[str | int, ...], value: Any) -> None:
    data = changed(*path, to=value)
    try:
        record = parse_record(data)
    except RecordError as error:
        refused = [fault.data["offset"] for fault in error.faults]
        assert all(0 <= place < len(data) for place in refused)
    else:
        assert data == record_bytes(record.decision)


def test_a_measure_that_was_computed_may_have_more_digits_than_one_that_is_typed() -> None:
    """Fractions with different plans add up to a long one; in a tie it becomes an answer, which is read again."""
    plans = (999999937, 999999929, 999999893, 999999883, 999999797, 999999761, 999999757, 999999751)
    leaves = [
        Criterion(f"chi-tieu-{plan}", "x", method="proportion", max=Fraction(9), parent="nhom", **RULE)
        for plan in plans
    ]
    rules = evolve(
        RULES,
        criteria=(Criterion("nhom", "Nhóm", **RULE), *leaves),
        ties=(TieStep("nhom-truoc", "criterion", criterion="nhom", **RULE),),
    )
    cells = {leaf.id: Table({unit: Ratio(Fraction(1), Fraction(leaf.id[9:])) for unit in UNITS}) for leaf in leaves}
    decision = decided(evolve(SEASON, scores=Table(cells), acts=()), rules)
    assert max(len(row["values"]["don-vi-a"]) for row in tie_values(decision)) > 60
    assert examine(record_bytes(decision)).matches


def tie_values(decision: Decision) -> list[Any]:
    return [step["inputs"] for step in body(decision)["steps"] if step["step"] == "tie"]


def test_the_order_of_rows_does_not_matter() -> None:
    for order in (sorted, lambda items: items[::-1]):
        season = evolve(
            SEASON,
            sources=shuffled(SEASON.sources, order),
            facts=shuffled({fact: units[::-1] for fact, units in SEASON.facts.items()}, order),
            scores=shuffled(SEASON.scores, order),
            acts=SEASON.acts[::-1],
        )
        rules = evolve(RULES, units=shuffled(RULES.units, order), sources=shuffled(RULES.sources, order))
        assert GOOD == record_bytes(decided(season, rules))


@pytest.mark.parametrize("seed", ["0", "1", "50"])
def test_neither_hash_seed_nor_locale_nor_optimising_matters(seed: str) -> None:
    script = "import sys, record_samples; sys.stdout.write(record_samples.digest(record_samples.GOOD))"
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LC_ALL": "tr_TR.UTF-8" if seed == "1" else "C",
        "TZ": "Asia/Ho_Chi_Minh" if seed == "1" else "UTC",
    }
    made = subprocess.run(
        [sys.executable, "-O", "-c", script],
        env=surroundings,
        cwd=Path(__file__).parent,
        check=True,
        capture_output=True,
    )
    assert sha256(GOOD).hexdigest() == made.stdout.decode()
