"""Facts about replay: every record gets a verdict, a match is a match in every byte, and no bytes make it raise."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from record_samples import BODY, GOOD, MADE, SEASON, changed, decided

from emulrules import decide, verdicts
from emulrules.errors import Fault, FileError
from emulrules.files.canonical import digest, encode
from emulrules.files.record import parse_record, record_bytes, write_record
from emulrules.model.answers import Weights
from emulrules.model.record_id import grouped
from emulrules.model.table import Table
from emulrules.recorded import RecordedPolicy
from emulrules.rerun.comparing import Found
from emulrules.rerun.process import Limits
from emulrules.verdicts import Level, Status, Verdict, examine, replay
from emulrules.wording import LANGUAGES

ID = digest(GOOD)


def body() -> Any:
    return json.loads(GOOD)


def told(verdict: Verdict) -> Verdict:
    """The verdict, once everything in it has been said in every language."""
    for language in LANGUAGES:
        assert verdict.sentence(language)
        assert all(fault.sentence(language) for fault in verdict.faults)
    return verdict


def test_a_record_recomputes_from_itself() -> None:
    verdict = told(examine(GOOD))
    assert (Status.MATCH, "replay-matches", ID, None) == (
        verdict.status,
        verdict.code,
        verdict.record,
        verdict.difference,
    )


def test_a_verdict_tells_the_id_as_it_stands_on_paper() -> None:
    verdict = examine(GOOD)
    vi = f"Tính lại cho đúng hồ sơ {grouped(ID)}, khớp từng byte."
    en = f"Decided again, the record {grouped(ID)} comes out the same, byte for byte."
    assert (vi, en, en) == (verdict.sentence("vi"), verdict.sentence("en"), verdict.sentence())


def test_a_pending_record_recomputes_too() -> None:
    assert examine(record_bytes(decided(evolve(SEASON, acts=())))).matches


def test_verifying_says_that_nothing_was_decided_again() -> None:
    verdict = told(examine(changed("season", "scores", "phong-trao", "don-vi-b", to="29"), "verify"))
    assert (Status.MATCH, "replay-verified") == (verdict.status, verdict.code)


def test_a_level_that_does_not_exist_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="replay"):
        examine(GOOD, "replay")  # type: ignore[arg-type]  # that is the mistake


def test_another_score_diverges_at_the_step_that_it_enters() -> None:
    verdict = told(examine(changed("season", "scores", "phong-trao", "don-vi-b", to="26")))
    difference = verdict.difference
    assert difference is not None
    assert (Status.DIVERGED, "replay-diverged-step") == (verdict.status, verdict.code)
    assert ("points", "don-vi-b", "criteria.phong-trao") == (difference.step, difference.unit, difference.rule)
    assert ("25", "26") == (difference.recorded, difference.recomputed)
    assert ("steps", (difference.n or 0) - 1, "inputs", "cell") == difference.path
    assert {"cell": "25"} == dict(difference.inputs)


def test_a_forged_place_diverges_at_its_step() -> None:
    forged = body()
    steps = [step for step in forged["steps"] if step["step"] == "standing"]
    for step, place in zip(steps[:2], (2, 1), strict=True):
        step["output"]["place"] = place
    forged["standings"][:2] = [{**forged["standings"][1], "place": 1}, {**forged["standings"][0], "place": 2}]
    verdict = told(examine(encode(forged)))
    assert verdict.difference is not None
    assert Status.DIVERGED is verdict.status
    assert (steps[0]["n"], 2, 1) == (verdict.difference.n, verdict.difference.recorded, verdict.difference.recomputed)


def test_an_award_that_was_slipped_in_diverges_at_its_step() -> None:
    forged = body()
    last = next(index for index, step in enumerate(forged["steps"]) if step["step"] == "bar")
    extra = {**forged["steps"][last - 1], "unit": "don-vi-d"}
    forged["steps"].insert(last, extra)
    for number, step in enumerate(forged["steps"], 1):
        step["n"] = number
    row = {
        "award": "province-certificate",
        "unit": "don-vi-d",
        "state": extra["output"]["state"],
        "basis": extra["basis"],
    }
    forged["awards"].append(row)
    verdict = told(examine(encode(forged)))
    assert verdict.difference is not None
    assert (Status.DIVERGED, last + 1, "award", "bar") == (
        verdict.status,
        verdict.difference.n,
        verdict.difference.recorded,
        verdict.difference.recomputed,
    )


def test_steps_that_were_cut_off_diverge_at_the_first_that_is_missing() -> None:
    forged = body()
    lost = forged["steps"].pop()
    forged["offices"] = []
    verdict = told(examine(encode(forged)))
    assert verdict.difference is not None
    assert (lost["n"], None, lost) == (
        verdict.difference.n,
        verdict.difference.recorded,
        verdict.difference.recomputed,
    )
    assert "-" == verdict.data["part"]


def test_a_question_that_was_slipped_in_diverges_without_a_step() -> None:
    forged = body()
    question: dict[str, Any] = {
        "id": "deputy",
        "asks": "choice",
        "of": None,
        "options": [],
        "least": 0,
        "most": 2,
        "basis": [],
        "after": [],
    }
    forged["questions"] = [question]
    forged["status"] = "pending"
    verdict = told(examine(encode(forged)))
    assert verdict.difference is not None
    assert (Status.DIVERGED, "replay-diverged") == (verdict.status, verdict.code)
    assert (None, ("status",)) == (verdict.difference.n, verdict.difference.path)


@pytest.mark.parametrize(
    ("path", "to", "code"),
    [
        pytest.param(("units", 0, "name"), "Đơn vị khác (giả định)", "replay-other", id="name-of-a-unit"),
        pytest.param(("warnings",), [], "replay-other", id="warnings-kept-silent"),
        pytest.param(("steps", 0, "basis"), ["Quy chế khác"], "replay-other-step", id="basis-of-a-step"),
        pytest.param(
            ("answers", 0, "answer", "basis"),
            ["Quy chế khác"],
            "replay-other-step",
            id="basis-of-an-answer-that-a-step-names",
        ),
    ],
)
def test_what_changes_no_outcome_is_another_record(path: Any, to: object, code: str) -> None:
    verdict = told(examine(changed(*path, to=to)))
    assert (Status.OTHER_RECORD, code) == (verdict.status, verdict.code)
    assert verdict.difference is not None
    assert verdict.record != ID


def test_an_answer_that_nothing_asks_for_is_another_record() -> None:
    forged = body()
    extra = {**forged["answers"][0], "subject": "province-flag"}
    forged["answers"].insert(1, extra)
    verdict = told(examine(encode(forged)))
    assert verdict.difference is not None
    assert (Status.OTHER_RECORD, ("answers", 1)) == (verdict.status, verdict.difference.path[:2])


@pytest.mark.parametrize("index", range(len(BODY["answers"])))
def test_an_answer_that_is_missing_confirms_nothing(index: int) -> None:
    forged = body()
    lost = forged["answers"].pop(index)
    verdict = told(examine(encode(forged)))
    assert (Status.DIVERGED, "replay-refused", "replay-answer-missing") == (
        verdict.status,
        verdict.code,
        verdict.faults[0].code,
    )
    assert lost["hook"] == verdict.faults[0].data["hook"]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        pytest.param(("season", "cluster"), "khoi-hai", id="cluster-that-the-rules-lack"),
        pytest.param(("season", "acts", 0, "choice"), ["don-vi-a"], id="act-that-is-refused"),
        pytest.param(("season", "season"), "x", id="season-that-is-none"),
        pytest.param(("answers", 1, "answer", "values"), {}, id="weights-without-criteria"),
    ],
)
def test_what_is_refused_when_decided_again_is_not_confirmed(path: Any, to: object) -> None:
    forged = json.loads(changed(*path, to=to))
    forged["cluster"] = forged["season"]["cluster"]
    verdict = told(examine(encode(forged)))
    assert (Status.DIVERGED, "replay-refused") == (verdict.status, verdict.code)
    assert verdict.faults


@pytest.mark.parametrize(("key", "to"), [("format", "emulrules/decision/2"), ("semantics", 2)])
def test_another_version_is_unsupported(key: str, to: object) -> None:
    verdict = told(examine(changed(key, to=to)))
    assert (Status.UNSUPPORTED, None) == (verdict.status, verdict.record)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b"", 0, id="empty"),
        pytest.param(GOOD[:-1], len(GOOD) - 1, id="cut"),
        pytest.param(GOOD + b"\n", len(GOOD), id="newline-added"),
        pytest.param(GOOD.replace(b'"n":3', b'"n":3.0'), GOOD.index(b'"n":3') + 4, id="float"),
        pytest.param(json.dumps(BODY, indent=1).encode(), 1, id="reformatted"),
        pytest.param(changed("status", to="pending"), GOOD.index(b'"complete"'), id="status-that-does-not-follow"),
    ],
)
def test_an_invalid_record_is_so_from_a_byte(data: bytes, place: int) -> None:
    verdict = told(examine(data))
    assert (Status.INVALID, place, None) == (verdict.status, verdict.offset, verdict.record)


def test_every_truncation_is_invalid() -> None:
    assert {Status.INVALID} == {examine(GOOD[:length]).status for length in range(0, len(GOOD), 7)}


def test_a_flipped_bit_is_never_the_same_record() -> None:
    for place in range(0, len(GOOD), 41):
        flipped = GOOD[:place] + bytes([GOOD[place] ^ 1 << place % 8]) + GOOD[place + 1 :]
        verdict = told(examine(flipped))
        assert verdict.record != ID
        assert verdict.matches == (verdict.record is not None and verdict.difference is None and not verdict.faults)


@given(st.binary(max_size=30))
def test_any_bytes_get_a_verdict(data: bytes) -> None:
    assert Status.INVALID is examine(data).status


LEAVES = (
    st.none() | st.booleans() | st.integers(0, 5) | st.sampled_from(["", "0", "x", "don-vi-a", "1/3", "2021-01-15"])
)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [inner for key, part in value.items() for inner in leaves(part, (*path, key))]
    if isinstance(value, list):
        return [inner for index, part in enumerate(value) for inner in leaves(part, (*path, index))]
    return [path]


@given(st.sampled_from(leaves(BODY)), LEAVES)
def test_a_record_with_one_value_changed_gets_a_verdict(path: tuple[str | int, ...], value: Any) -> None:
    verdict = told(examine(changed(*path, to=value)))
    assert verdict.status in Status
    assert verdict.matches or verdict.faults or verdict.difference


# Files


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write_record(decided(), tmp_path / "r.json", MADE)
    return tmp_path / "r.json"


def witness(record: Path) -> Path:
    return record.with_name("r.json.witness.json")


def test_a_record_with_its_witness_matches(record: Path) -> None:
    assert replay(record).matches
    assert replay(str(record), level="verify").matches


def test_a_record_alone_matches(record: Path) -> None:
    witness(record).unlink()
    assert replay(record).matches


def test_a_witness_of_another_record_is_told(record: Path) -> None:
    witness(record).write_bytes(witness(record).read_bytes().replace(ID.encode(), b"0" * 64))
    verdict = told(replay(record))
    assert (Status.INPUT_DIFFERS, "replay-witness-other", ID) == (verdict.status, verdict.code, verdict.record)
    expected = f"The witness names the record {grouped('0' * 64)}, but this one is {grouped(ID)}: "
    assert verdict.sentence().startswith(expected)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"format":"emulrules/witness/1"}'])
def test_a_witness_that_cannot_be_read_is_told(record: Path, data: bytes) -> None:
    witness(record).write_bytes(data)
    verdict = told(replay(record))
    assert (Status.INPUT_DIFFERS, "replay-witness-invalid") == (verdict.status, verdict.code)


def test_a_wrong_record_is_told_before_a_wrong_witness(record: Path) -> None:
    record.write_bytes(b"{}")
    verdict = told(replay(record))
    assert Status.INVALID is verdict.status
    assert str(record) == verdict.faults[0].file


@pytest.mark.parametrize("name", ["none.json", "."])
def test_no_file_gets_no_verdict(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError):
        replay(tmp_path / name)


def test_recomputing_imports_no_plugin(tmp_path: Path) -> None:
    """A record whose policy is not installed at all is decided again from its answers."""
    foreign = body()
    foreign["policy"] = foreign["rules"]["policy"] = "nobody-brings-this"
    path = tmp_path / "r.json"
    path.write_bytes(encode(foreign))
    script = (
        "import sys; from emulrules.verdicts import replay; verdict = replay(sys.argv[1])\n"
        "print(int(verdict.status), [name for name in sys.modules if name.startswith('emulrules_')])"
    )
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    run = subprocess.run(
        [sys.executable, "-c", script, path], env=surroundings, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "0 []" == run.stdout.strip()


def test_an_answer_of_the_standard_policy_that_was_changed_with_all_its_steps_diverges_where_it_led_to() -> None:
    """The forged record is sound in itself: it was decided again from the forged answer."""
    held = parse_record(GOOD).decision
    forged = tuple(
        evolve(each, answer=Weights(Table(dict.fromkeys(each.answer.values, Fraction(2)))))
        if isinstance(each.answer, Weights)
        else each
        for each in held.answers
    )
    again = decide(held.season, held.rules, RecordedPolicy(held.policy, forged))
    verdict = told(examine(record_bytes(again)))
    assert verdict.difference is not None
    assert (Status.DIVERGED, "rescale") == (verdict.status, verdict.difference.step)


def test_bytes_that_are_no_object_are_told_without_a_part() -> None:
    assert "The record is invalid from byte 0 on; take the original again." == examine(b"").sentence()
    part = examine(changed("policy", to=1)).sentence()
    assert part.startswith("The record is invalid from byte ")
    assert part.endswith(" on (part policy); take the original again.")


def test_the_limits_are_those_of_whoever_asks_again(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []

    def asked(_: object, limits: object, __: object) -> Found:
        given.append(limits)
        return Found("rerun-no-process", data={"reason": "hết chỗ"})

    monkeypatch.setattr(verdicts, "ask_again", asked)
    limits = Limits(seconds=7)
    for verdict in (replay(record, "rerun", limits), examine(GOOD, "rerun", limits), replay(record, "rerun")):
        assert (Status.UNAVAILABLE, "rerun-no-process") == (verdict.status, verdict.code)
    assert [limits, limits, None] == given


@pytest.mark.parametrize("level", ["verify", "recompute", "rerun"])
def test_a_verdict_has_the_level_that_was_asked_for(level: Level) -> None:
    scores = ("season", "scores", "phong-trao", "don-vi-b")
    forged = (changed(*scores, to="26"), changed(*scores, to="29"))
    for data in (GOOD, GOOD[:-1], changed("format", to="emulrules/decision/2"), *forged):
        assert level == examine(data, level).level


def test_what_is_said_of_a_step_that_differs_is_that_step_and_both_values() -> None:
    due = {"step": "points", "unit": "don-vi-b", "rule": "criteria.phong-trao"}
    number = next(step["n"] for step in body()["steps"] if due.items() <= {key: step[key] for key in due}.items())
    forged = changed("season", "scores", "phong-trao", "don-vi-b", to="26")
    verdict = examine(forged)
    assert digest(forged) == verdict.record
    assert {**due, "n": number, "part": "inputs.cell"} == {
        key: verdict.data[key] for key in ("n", "step", "unit", "rule", "part")
    }
    assert ('"25"', '"26"') == (verdict.data["recorded"], verdict.data["recomputed"])
    assert "25" in str(verdict.data["inputs"])


def test_what_is_said_without_a_step_is_the_part() -> None:
    verdict = examine(record_bytes(evolve(decided(), waiting=("head",))))
    assert {"n": None, "step": "-", "unit": "-", "rule": "-", "part": "status"} == {
        key: verdict.data[key] for key in ("n", "step", "unit", "rule", "part")
    }


def test_what_is_said_of_bytes_that_are_no_record_is_where_they_go_wrong() -> None:
    broken = examine(GOOD[:-1])
    assert {"offset": len(GOOD) - 1, "part": "-"} == dict(broken.data)
    wrong = examine(changed("policy", to=1))
    assert {"offset": wrong.faults[0].data["offset"], "part": "policy"} == dict(wrong.data)
    other = examine(changed("format", to="emulrules/decision/2"))
    assert ["record-format-unknown"] == [fault.code for fault in other.faults]


def test_a_value_that_nobody_thought_of_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(verdicts, "decide_again", breaks)
    verdict = examine(GOOD)
    fault = Fault("replay-broken", (), {"error": "ZeroDivisionError"})
    assert (Status.DIVERGED, "replay-refused", "recompute", ID) == (
        verdict.status,
        verdict.code,
        verdict.level,
        verdict.record,
    )
    assert ((fault,), {"fault": "replay-broken", "count": 1}) == (verdict.faults, dict(verdict.data))


def test_a_council_asks_no_policy_again_and_is_decided_again_all_the_same() -> None:
    data = (Path(__file__).parent / "vectors" / "decision-1" / "good" / "council.json").read_bytes()
    verdict = examine(data, "rerun")
    assert (Status.MATCH, "replay-matches", "rerun", digest(data), {"record": digest(data)}) == (
        verdict.status,
        verdict.code,
        verdict.level,
        verdict.record,
        dict(verdict.data),
    )
