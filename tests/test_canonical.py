"""Facts about the canonical bytes: one spelling a value, and nothing else is read."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from emulrules.errors import Fault, RecordError
from emulrules.files import canonical
from emulrules.files.canonical import MAX_COUNT, MAX_DEPTH, decode, digest, dumped, encode, offset, plain, undumped
from emulrules.model.table import Table

GOOD = encode(
    {
        "acts": [{"choice": ["so-a", "so-b"], "held": False}, {"number": 2}],
        "measure": Fraction(1621, 2),
        "name": "Khối Văn hóa - Xã hội \U0001f3f3 \u2028 \x7f \x1f",
        "none": None,
    }
)

NFC = st.text(st.characters(exclude_categories=("Cs", "Cn"))).map(lambda text: normalize("NFC", text))
KEYS = st.text(st.characters(max_codepoint=127), max_size=5)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(0, MAX_COUNT) | NFC,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
MEASURES = st.fractions()


def fault_of(data: bytes) -> Fault | None:
    try:
        decode(data)
    except RecordError as error:
        (fault,) = error.faults
        return fault
    return None


def refused(data: bytes) -> tuple[str, int]:
    fault = fault_of(data)
    assert fault is not None
    return fault.code, fault.data["offset"]


@given(VALUES)
def test_the_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert rfc8785.dumps(value) == encode(value)


@given(VALUES)
def test_what_was_written_is_read_again(value: Any) -> None:
    assert value == decode(encode(value))


@given(st.dictionaries(KEYS, VALUES), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(value: dict[str, Any], random: Any) -> None:
    items = list(value.items())
    random.shuffle(items)
    assert encode(value) == encode(dict(items))


@given(MEASURES)
def test_a_measure_is_text(measure: Fraction) -> None:
    written = decode(encode([measure]))[0]
    assert isinstance(written, str)
    assert measure == Fraction(written) or len(written) > 60


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        pytest.param(Fraction(3), '"3"', id="a-whole-measure-is-text"),
        pytest.param(3, "3", id="a-count-is-a-number"),
        pytest.param(Fraction(-1, 3), '"-1/3"', id="a-fraction"),
        pytest.param(date(2022, 1, 13), '"2022-01-13"', id="a-day"),
        pytest.param(("b", "a"), '["b","a"]', id="a-tuple-keeps-its-order"),
        pytest.param(frozenset({"b", "a"}), '["a","b"]', id="a-set-is-sorted"),
        pytest.param(Table({"b": 1, "a": True}), '{"a":true,"b":1}', id="a-table"),
        pytest.param('Hòa\n\x00"\\/', '"Hòa\\n\\u0000\\"\\\\/"', id="text-is-escaped-only-where-it-must-be"),
    ],
)
def test_a_value_has_one_spelling(value: object, spelt: str) -> None:
    assert spelt == encode(value).decode()


class _Text(str):
    pass


@pytest.mark.parametrize(
    ("value", "code", "data"),
    [
        pytest.param(1.0, "record-type", {"type": "float"}, id="float"),
        pytest.param(float("nan"), "record-type", {"type": "float"}, id="nan"),
        pytest.param(-1, "record-count", {"greatest": MAX_COUNT}, id="negative"),
        pytest.param(MAX_COUNT + 1, "record-count", {"greatest": MAX_COUNT}, id="greater-than-a-count"),
        pytest.param(Fraction(1, 10**5000), "record-measure", {}, id="measure-that-nobody-can-spell"),
        pytest.param(datetime(2022, 1, 13), "record-type", {"type": "datetime"}, id="moment"),
        pytest.param(b"a", "record-type", {"type": "bytes"}, id="bytes"),
        pytest.param(_Text("a"), "record-type", {"type": "_Text"}, id="subclass-of-text"),
        pytest.param({1}, "record-type", {"type": "set"}, id="set-of-numbers"),
        pytest.param("e\u0301", "record-not-nfc", {}, id="text-that-is-not-NFC"),
        pytest.param("\ud800", "record-surrogate", {}, id="first-surrogate"),
        pytest.param("a\udfff", "record-surrogate", {}, id="last-surrogate"),
        pytest.param({"Hội": 1}, "record-key", {}, id="key-that-is-not-ASCII"),
        pytest.param({1: 1}, "record-key", {}, id="key-that-is-no-text"),
        pytest.param(object(), "record-type", {"type": "object"}, id="anything-else"),
    ],
)
def test_what_has_no_place_in_a_record_is_refused_where_it_stands(
    value: object, code: str, data: dict[str, object]
) -> None:
    with pytest.raises(RecordError) as caught:
        plain({"a": [0, value]})
    assert (Fault(code, ("a", 1), data),) == caught.value.faults


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


def test_nesting_has_a_limit_on_both_sides() -> None:
    assert nested(MAX_DEPTH) == decode(encode(nested(MAX_DEPTH)))
    for deep in (nested(MAX_DEPTH + 1), {"a": nested(MAX_DEPTH)}):
        with pytest.raises(RecordError) as caught:
            encode(deep)
        path = ("a" if isinstance(deep, dict) else 0, *[0] * (MAX_DEPTH - 1))
        assert (Fault("record-too-deep", path, {"depth": MAX_DEPTH}),) == caught.value.faults


def test_objects_nest_no_deeper_than_lists() -> None:
    deepest: Any = {"a": {}}
    for _ in range(MAX_DEPTH - 2):
        deepest = {"a": deepest}
    assert deepest == decode(encode(deepest))
    with pytest.raises(RecordError) as caught:
        encode({"a": deepest})
    assert (Fault("record-too-deep", ("a",) * MAX_DEPTH, {"depth": MAX_DEPTH}),) == caught.value.faults


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        pytest.param(b"", "record-not-json", 0, id="empty"),
        pytest.param(b"\xef\xbb\xbf", "record-not-json", 0, id="only-a-byte-order-mark"),
        pytest.param(b"\xef\xbb\xbf{}", "record-not-json", 0, id="byte-order-mark"),
        pytest.param("{}".encode("utf-16"), "record-not-utf8", 0, id="utf-16"),
        pytest.param(b'["Kh\xf4\xeci"]', "record-not-utf8", 4, id="legacy-code-page"),
        pytest.param(b'["a\xff"]', "record-not-utf8", 3, id="not-utf-8"),
        pytest.param(b"{} ", "record-not-canonical", 2, id="trailing-blank"),
        pytest.param(b" {}", "record-not-canonical", 0, id="leading-blank"),
        pytest.param(b"{}\n", "record-not-canonical", 2, id="trailing-newline"),
        pytest.param(b"{}{}", "record-not-json", 2, id="trailing-value"),
        pytest.param(b'{"a": 1}', "record-not-canonical", 5, id="blank-inside"),
        pytest.param(b'{"a":1,"a":1}', "record-not-canonical", 6, id="key-twice"),
        pytest.param(b'{"b":1,"a":1}', "record-not-canonical", 2, id="keys-out-of-order"),
        pytest.param(b'["\\u0061"]', "record-not-canonical", 2, id="needless-escape"),
        pytest.param(b'["\\u001F"]', "record-not-canonical", 7, id="escape-in-capitals"),
        pytest.param(b'["\\/"]', "record-not-canonical", 2, id="escaped-slash"),
        pytest.param(b'["\\ud83c\\udff3"]', "record-not-canonical", 2, id="escaped-surrogate-pair"),
        pytest.param(b'["a","\\ud800"]', "record-surrogate", 5, id="lone-surrogate"),
        pytest.param(b'["\x01"]', "record-not-json", 2, id="bare-control-character"),
        pytest.param('["a","e\u0301"]'.encode(), "record-not-nfc", 5, id="text-that-is-not-NFC"),
        pytest.param('{"a":{"é":1}}'.encode(), "record-key", 5, id="key-that-is-not-ASCII"),
        pytest.param(b"[1,2.0]", "record-type", 3, id="float"),
        pytest.param(b"[1,1e3]", "record-type", 3, id="exponent"),
        pytest.param(b"[1,1e999999999]", "record-type", 3, id="huge-exponent"),
        pytest.param(b"[1,NaN]", "record-type", 3, id="nan"),
        pytest.param(b"[1,-Infinity]", "record-type", 3, id="infinity"),
        pytest.param(b"[1,-0]", "record-not-canonical", 3, id="minus-zero"),
        pytest.param(b"[1,-1]", "record-count", 3, id="negative"),
        pytest.param(b'["a b c",-1]', "record-count", 9, id="negative-after-text-with-blanks"),
        pytest.param(b'["\\"",-1]', "record-count", 6, id="negative-after-an-escaped-quotation-mark"),
        pytest.param(b'["\\"",-1,"\\""]', "record-count", 6, id="negative-between-escaped-quotation-marks"),
        pytest.param(b'["a b",-1,"c d"]', "record-count", 7, id="negative-between-texts-with-blanks"),
        pytest.param(b"[1,01]", "record-not-json", 4, id="leading-zero"),
        pytest.param(b"[1,1000000000]", "record-count", 3, id="greater-than-a-count"),
        pytest.param(b"[1," + b"9" * 5000 + b"]", "record-count", 3, id="5000-digits"),
        pytest.param("[1,\uff11]".encode(), "record-not-json", 3, id="full-width-digit"),
        pytest.param(b"[" * 100_000, "record-too-deep", MAX_DEPTH, id="nested-100000-deep"),
        pytest.param(b'{"a":"[{",' + b'"b":' + b"[" * 32, "record-not-json", 46, id="brackets-in-text-do-not-nest"),
        pytest.param(b"[" * 33 + b"]" * 33, "record-too-deep", MAX_DEPTH, id="nested-33-deep"),
    ],
)
def test_other_bytes_are_refused_from_the_byte_where_they_go_wrong(data: bytes, code: str, place: int) -> None:
    assert (code, place) == refused(data)


def test_the_first_of_two_wrongs_is_named() -> None:
    assert ("record-not-canonical", 3) == refused(b"[0, 1, 1.5]")
    assert ("record-type", 1) == refused(b"[1.5, 2]")


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        (b"[1,2.0]", (1,), {"type": "float"}),
        (b'{"a":[1,1000000000]}', ("a", 1), {"greatest": MAX_COUNT}),
        (b"[" * 33 + b"]" * 33, (0,) * MAX_DEPTH, {"depth": MAX_DEPTH}),
        (b"[" * 100_000, (), {"depth": MAX_DEPTH}),
        (b"{} ", (), {}),
        (b"{", (), {}),
        (b"\xff", (), {}),
    ],
)
def test_what_is_read_is_refused_with_its_path_and_the_bound_that_it_breaks(
    data: bytes, path: tuple[str | int, ...], said: dict[str, object]
) -> None:
    fault = fault_of(data)
    assert fault is not None
    assert (path, said) == (fault.path, {name: value for name, value in fault.data.items() if name != "offset"})


def test_length_and_number_of_values_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "MAX_BYTES", 10)
    monkeypatch.setattr(canonical, "MAX_VALUES", 3)
    assert encode(["123456"]) == b'["123456"]'
    assert encode([1, 2, 3]) == b"[1,2,3]"
    for value, code in ((["1234567"], "record-too-long"), ([1, 2, 3, 4], "record-too-many")):
        with pytest.raises(RecordError) as caught:
            encode(value)
        most = {"record-too-long": 10, "record-too-many": 3}[code]
        assert (code, (), most) == (caught.value.code, caught.value.faults[0].path, caught.value.faults[0].data["most"])
    assert ("record-too-long", 10) == refused(b'["1234567"]')
    assert ("record-too-many", 0) == refused(b"[1,2,3,4]")
    monkeypatch.setattr(canonical, "MAX_BYTES", 20)
    assert ("record-too-many", 0) == refused(b'{"":{"":{"":{}}}}')


@given(
    st.binary(max_size=40)
    | st.text(alphabet='{}[]",:0129.eE-+\\ua \ud800tfn', max_size=30).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
)
@example(b'{"a":-}')
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    fault = fault_of(data)
    if fault is None:
        assert data == encode(decode(data))
    else:
        assert 0 <= fault.data["offset"] <= len(data)


def test_every_truncation_is_refused_within_what_is_left() -> None:
    for length in range(len(GOOD)):
        _, place = refused(GOOD[:length])
        assert place <= length


def flips(data: bytes) -> Iterator[bytes]:
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def test_a_flipped_bit_is_refused_or_makes_another_value() -> None:
    for flipped in flips(GOOD):
        fault = fault_of(flipped)
        if fault is None:
            assert decode(GOOD) != decode(flipped)
        else:
            assert 0 <= fault.data["offset"] <= len(flipped)


@given(VALUES, st.data())
def test_the_offset_of_a_part_is_where_its_bytes_begin(value: Any, data: st.DataObject) -> None:
    path: tuple[str | int, ...] = ()
    part = value
    while part and isinstance(part, (dict, list)):
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        path, part = (*path, key), part[key]
    assert encode(value)[offset(value, path) :].startswith(encode(part))


def test_the_digest_is_sha_256() -> None:
    assert "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" == digest(b"{}")


MARKED = ("Hội", normalize("NFD", "Hội"), "\u0301", "<\u0338", "\ud800", "Đ\\", '"', "[]", "e1", "-.IN")
KEYS_LIKE = st.sampled_from(("a", "b", "Đ", "\u0301"))

LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 10**10), st.floats(), st.text(max_size=4), st.sampled_from(MARKED)
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=3) | KEYS_LIKE, parts, max_size=3),
    max_leaves=8,
)


def _read(data: bytes) -> object:
    """What is read, or the code and byte of the refusal."""
    try:
        return decode(data)
    except RecordError as error:
        return error.code, error.faults[0].data.get("offset"), error.faults[0].path


@given(TREES)
@example({"a": [[[{}]], "]}", '"[', "\\\\"]})
@example({"Đ": 1})
@example(["Đ:", {"a": 'Đ\\":'}])
@example([-1, 0.5, 1e22, float("inf"), 10**9])
def test_what_the_text_alone_shows_is_what_every_value_shows(value: object) -> None:
    data = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    quick = _read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical, "_is_plain", lambda _: False)
        assert _read(data) == quick


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_the_text_alone_shows_how_deep_it_is_nested(depth: int, opening: bytes, closing: bytes) -> None:
    text = (opening * depth + b"1" + closing * depth).decode()
    assert (depth <= MAX_DEPTH) is canonical._is_plain(text)


def test_bytes_for_comparing_are_those_that_are_written() -> None:
    value = {"b": (Fraction(1621, 2), date(2021, 12, 31)), "a": Table({"Hội": None}), "c": frozenset({"y", "x"})}
    written = {key: part for key, part in value.items() if key != "a"}
    assert encode(written) == canonical.dumped(written)
    with pytest.raises(RecordError):
        canonical.dumped([object()])


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (object(), Fault("record-type", (), {"type": "object"})),
        (Fraction(1, 10**5000), Fault("record-measure", ())),
    ],
    ids=["anything-else", "measure-that-nobody-can-spell"],
)
def test_bytes_for_comparing_are_made_of_values_that_have_some(value: object, fault: Fault) -> None:
    with pytest.raises(RecordError) as caught:
        dumped([value])
    assert (fault,) == caught.value.faults


@pytest.mark.parametrize("data", [b"", b"\xff", b'{"a":', b"[" * 100_000, b"[1.5]", b"[-1]", '["e\u0301"]'.encode()])
def test_what_no_record_holds_is_refused_by_the_quick_reading_too(data: bytes) -> None:
    with pytest.raises(RecordError):
        undumped(data)


@pytest.mark.parametrize("value", [{"a": [1, None, "Hội"]}, {"a": 'é "b" \\'}, [[], {}, "đ\u0323"]])
def test_the_quick_reading_gives_what_was_written(value: Any) -> None:
    data = dumped(value)
    assert undumped(data) == decode(data) == value


def test_the_quick_reading_leaves_the_spelling_to_who_compares() -> None:
    assert undumped(b'{"b": 1, "a": 2}') == {"a": 2, "b": 1}
