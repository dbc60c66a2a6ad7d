"""The verifier's checks of a record's form: each refuses at its number, with its status, and says where."""

import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import emulverify

VECTORS = Path(__file__).parent / "vectors/decision-1"
SMALL = (VECTORS / "good/small.json").read_bytes()
DEEP = emulverify.MOST_DEPTH

Body = dict[str, Any]


def refused(data: bytes) -> tuple[int, int, str]:
    """The status, the check that failed, and where; the checks before it hold and no other was made."""
    verdict = emulverify.verify(data)
    (check,) = (number for number, held in verdict.held.items() if not held)
    assert {**dict.fromkeys(range(1, check), True), check: False} == verdict.held
    return verdict.status, check, str(verdict.where)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "byte 0"),
        (b"[1,", "byte 3"),
        ('["Khối",'.encode(), "byte 10"),
        (b'["a\xff"]', "byte 3"),
        (b"{} ", "byte 2"),
        (b'{"a": 1}', "byte 5"),
        (b'{"b":1,"a":1}', "byte 2"),
        (b'["\\u0061"]', "byte 2"),
        (b"[1,2.0]", "(1,)"),
        (b"[1,NaN]", "(1,)"),
        (b"[1,-1]", "(1,)"),
        (b"[999999999,1000000000]", "(1,)"),
        ('["a","e\u0301"]'.encode(), "(1,)"),
        ('{"a":{"é":1}}'.encode(), "('a',)"),
        (b"[" * (DEEP + 1) + b"]" * (DEEP + 1), str((0,) * DEEP)),
        (b'{"a":' * (DEEP + 1) + b"1" + b"}" * (DEEP + 1), str(("a",) * DEEP)),
        (b"[" * 100_000 + b"]" * 100_000, "byte 0"),
    ],
    ids=lambda part: str(part)[:16],
)
def test_bytes_that_are_not_canonical_fail_check_1_where_they_go_wrong(data: bytes, where: str) -> None:
    assert (15, 1, where) == refused(data)


@pytest.mark.parametrize("data", [b"[" * DEEP + b"1" + b"]" * DEEP, b"[0,999999999,true,null]", b'{"a":"\xc3\xa9"}'])
def test_other_values_in_canonical_form_fail_check_2(data: bytes) -> None:
    assert (15, 2, "semantics") == refused(data)


def test_length_and_number_of_values_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emulverify, "MOST_BYTES", 8)
    assert (15, 2) == refused(b'["1234"]')[:2]
    assert (15, 1, "byte 0") == refused(b'["12345"]')
    monkeypatch.setattr(emulverify, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(emulverify, "MOST_TOKENS", 3)
    for good, bad in (
        (b"[1,1,1]", b"[1,1,1,1]"),
        (b"[[[]]]", b"[[[[]]]]"),
        (b'{"a":{"a":{}}}', b'{"a":{"a":{"a":{}}}}'),
    ):
        assert (15, 2) == refused(good)[:2]
        assert (15, 1, "byte 0") == refused(bad)


def without(key: str) -> Callable[[Body], None]:
    return lambda body: body.pop(key) and None


def put(*path: Any, to: Any) -> Callable[[Body], None]:
    def change(body: Body) -> None:
        part: Any = body
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = to

    return change


def doubled(body: Body) -> None:
    body["answers"].insert(0, body["answers"][0])


def turned(body: Body) -> None:
    body["answers"].reverse()


def deferring_later(body: Body) -> None:
    body["answers"].insert(1, {**body["answers"][0], "answer": {"kind": "defer"}})


def deferring(body: Body) -> None:
    body["answers"][-1]["answer"] = {"kind": "defer"}


@pytest.mark.parametrize(
    ("change", "status", "check", "where"),
    [
        (put("semantics", to=True), 15, 2, "semantics"),
        (put("semantics", to="1"), 15, 2, "semantics"),
        (without("semantics"), 15, 2, "semantics"),
        (put("semantics", to=2), 14, 2, "format"),
        (put("format", to="emulrules/decision/2"), 14, 2, "format"),
        (put("format", to="emulrules/decision/999999999"), 14, 2, "format"),
        (put("format", to="emulrules/decision/9999999999"), 15, 2, "format"),
        (put("format", to="emulrules/decision/01"), 15, 2, "format"),
        (put("format", to="emulrules/witness/1"), 15, 2, "format"),
        (put("format", to=1), 15, 2, "format"),
        (without("format"), 15, 2, "format"),
        (put("grants", to=[]), 15, 3, "rules.councils"),
        (put("reviewed", to=[]), 15, 3, "rules.councils"),
        (put("rules", "councils", to={}), 15, 3, "rules.councils"),
        (put("steps", 3, "n", to=5), 15, 3, "steps"),
        (put("steps", 0, "n", to=0), 15, 3, "steps"),
        (put("steps", 3, "more", to=5), 15, 3, "steps"),
        (put("answers", 0, "more", to=5), 15, 3, "answers"),
        (doubled, 15, 3, "answers"),
        (turned, 15, 3, "answers"),
        (deferring, 15, 3, "answers"),
        (deferring_later, 15, 3, "answers"),
        (put("status", to="pending"), 15, 4, "status"),
        (put("cluster", to="khoi-khac"), 15, 4, "cluster"),
        (put("ruleset", "id", to="khac"), 15, 4, "ruleset"),
        (put("ruleset", "in_force", to="1999-01-01"), 15, 4, "ruleset"),
        (put("standings", 0, "place", to=9), 15, 4, "standings"),
        (put("awards", to=[]), 15, 4, "awards"),
        (put("offices", to=[]), 15, 4, "offices"),
        (put("gates", to=[1]), 15, 4, "gates"),
    ],
)
def test_a_record_out_of_form_fails_the_check_of_that(
    change: Callable[[Body], None], status: int, check: int, where: str
) -> None:
    body = json.loads(SMALL)
    change(body)
    assert (status, check, where) == refused(emulverify.write(body).encode())


def test_who_deferred_may_stand_before_the_answer() -> None:
    body = json.loads(SMALL)
    body["answers"].insert(0, {**body["answers"][0], "by": "bo-thu", "answer": {"kind": "defer"}})
    assert 0 == emulverify.verify(emulverify.write(body).encode()).status


@pytest.mark.parametrize("key", sorted({*emulverify.OUTCOME, *emulverify.KEYS.split()} - {"format", "semantics"}))
def test_a_key_that_is_missing_or_too_many_fails_check_3(key: str) -> None:
    body = json.loads(SMALL)
    del body[key]
    assert (15, 3, str([*body])) == refused(emulverify.write(body).encode())
    body = {**json.loads(SMALL), f"{key}-2": 1}
    assert (15, 3, str(sorted(body))) == refused(emulverify.write(body).encode())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(-3), "-3"),
        (Fraction(1621, 2), "810.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10), "10"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 10**13), "1/10000000000000"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(7, 6), "7/6"),
    ],
)
def test_a_measure_has_one_spelling(value: Fraction, text: str) -> None:
    assert (text, value) == (emulverify.spell(value), emulverify.measure(text))


@pytest.mark.parametrize("text", ["1.0", "01", "+1", "-0", "1e3", " 1", "2/4", "1/2", "0.10", "1_0", "", "x", "²"])
def test_another_spelling_fails_check_5(text: str) -> None:
    with pytest.raises(emulverify.FaultError) as caught:
        emulverify.measure(text)
    assert (5, f"measure: {text}", 11) == caught.value.args


def test_a_number_that_nobody_can_read_is_no_measure() -> None:
    assert emulverify.spell(Fraction(2**13_299 - 1)).isdecimal()
    for value in (Fraction(2**13_299), Fraction(1, 2**13_299 + 1)):
        with pytest.raises(emulverify.FaultError) as caught:
            emulverify.spell(value)
        assert (5, "measure", 11) == caught.value.args


def test_a_null_that_is_missing_or_too_many_in_a_step_is_named() -> None:
    body = json.loads(SMALL)
    step = next(step for step in body["steps"] if step["step"] == "act")
    inputs = dict(step["inputs"])
    assert inputs["among"] is None
    for changed, part in (
        ({key: value for key, value in inputs.items() if key != "among"}, "among"),
        ({**inputs, "more": None}, "more"),
    ):
        step["inputs"] = changed
        verdict = emulverify.verify(emulverify.write(body).encode())
        assert (10, step["n"]) == (verdict.status, verdict.step)
        assert f"step {step['n']}, {step['rule']}: inputs.{part}" == verdict.where
        assert {**dict.fromkeys(range(1, 8), True), 6: False} == verdict.held


def test_the_parts_that_are_taken_as_recorded_are_named_one_after_another() -> None:
    record = "khe-ngang-clusters/cases/2025-cum-suoi.record.json"
    root = Path(__file__).parent.parent / "rulesets/emulrules_rulesets"
    verdict = emulverify.verify((root / record).read_bytes())
    assert (3, "former seasons, successions") == (verdict.status, verdict.where)


def test_the_first_difference_has_both_values() -> None:
    verdict = emulverify.verify((VECTORS / "bad/forged-act.json").read_bytes())
    assert (11, "step 25, headship: output.0", ("don-vi-b", "don-vi-c")) == (
        verdict.status,
        verdict.where,
        verdict.values,
    )


@pytest.mark.parametrize(
    ("path", "to", "where"),
    [
        (("season", "scores", "nep", "don-vi-a"), "8.0", "measure: 8.0"),
        (("season", "scores", "nep"), {}, "KeyError: 'don-vi-a'"),
    ],
)
def test_what_cannot_be_decided_again_fails_check_5(path: tuple[str, ...], to: Any, where: str) -> None:
    body = json.loads(SMALL)
    put(*path, to=to)(body)
    assert (11, 5, where) == refused(emulverify.write(body).encode())


def test_what_is_printed_ends_with_the_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(data: bytes) -> tuple[int, list[str]]:
        (tmp_path / "nam.json").write_bytes(data)
        status = emulverify.main([str(tmp_path / "nam.json")])
        printed = capsys.readouterr()
        assert "" == printed.err
        return status, printed.out.splitlines()

    names = [f"{number}. {text}: " for number, text in enumerate(emulverify.CHECKS, 1)]
    head = f"-  {emulverify.NEVER}: không xem | not looked at"
    assert (0, [sha256(SMALL).hexdigest(), head, *(f"{name}đạt | holds" for name in names), "KHỚP | MATCH"]) == told(
        SMALL
    )
    act = (VECTORS / "bad/forged-act.json").read_bytes()
    status, lines = told(act)
    ends = ["đạt | holds"] * 5 + ["SAI | FAILS"] * 2
    assert 11 == status
    assert [sha256(act).hexdigest(), head, *(name + end for name, end in zip(names, ends, strict=True))] == lines[:-2]
    assert ['step 25, headship: output.0: "don-vi-b" ≠ "don-vi-c"', "SAI LỆCH | DIVERGED"] == lines[-2:]
    status, lines = told(b'"\x7f"')
    assert (15, [f"{name}không kiểm tra | not checked" for name in names[2:]]) == (status, lines[4:-2])
    assert ["semantics: null ≠ null", "KHÔNG HỢP LỆ | INVALID"] == lines[-2:]
    council = (VECTORS / "good/council.json").read_bytes()
    taken = "councils (from step 1 on): lấy như đã ghi | taken as recorded, not decided again"
    assert (3, f"-  {taken}", "ĐÚNG Ở PHẦN ĐÃ XÉT | SOUND IN WHAT WAS CHECKED") == (
        told(council)[0],
        *told(council)[1][-2:],
    )


def test_what_is_printed_is_utf_8_and_hides_nothing(tmp_path: Path) -> None:
    body = json.loads(SMALL)
    last = body["steps"][-1]
    last["output"]["state"] = "\u202eđổi\u200b"
    data = emulverify.write(body | emulverify.outcome(body)).encode()
    (tmp_path / "nam.json").write_bytes(data)
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with redirect_stdout(out):
        assert 11 == emulverify.main([str(tmp_path / "nam.json")])
    out.flush()
    lines = out.buffer.getvalue().decode("utf-8").splitlines()
    told = f'step {last["n"]}, {last["rule"]}: output.state: "<U+202E>đổi<U+200B>" ≠ "elected"'
    assert [told, "SAI LỆCH | DIVERGED"] == lines[-2:]


def test_without_a_file_nothing_is_said_of_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], [str(tmp_path / "none.json")], [str(tmp_path)]):
        assert 2 == emulverify.main(arguments)
        printed = capsys.readouterr()
        assert "" == printed.out
        assert printed.err.startswith("python -m emulverify RECORD: ")


def test_what_differs_before_the_rest_is_taken_as_recorded_is_found() -> None:
    body = json.loads((VECTORS / "good/exclude-a-tie.json").read_bytes())
    whole = emulverify.verify(emulverify.write(body).encode())
    assert (3, "ties that an award includes or excludes (from step 23 on)") == (whole.status, whole.where)
    assert ("points", 2) == (body["steps"][1]["step"], body["steps"][1]["n"])
    body["steps"][1]["output"] = "1"
    verdict = emulverify.verify(emulverify.write(body).encode())
    assert (2, False) == (verdict.step, verdict.held[6])
    assert verdict.status in (10, 11)


def test_a_file_of_the_greatest_length_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nam.json").write_bytes(SMALL)
    monkeypatch.setattr(emulverify, "MOST_BYTES", len(SMALL))
    assert 0 == emulverify.main([str(tmp_path / "nam.json")])
    monkeypatch.setattr(emulverify, "MOST_BYTES", len(SMALL) - 1)
    assert 15 == emulverify.main([str(tmp_path / "nam.json")])
