"""The one spelling of a value as bytes: a strict subset of RFC 8785, so that equal values have equal digests.

It holds objects with ASCII keys, arrays, NFC text, counts from 0 to 999999999, true, false and null. A measure is text
as `model.exact.spell` spells it, a day `YYYY-MM-DD`. There is no float, sign, exponent, blank or second spelling.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any, Final, NoReturn
from unicodedata import is_normalized

from emulrules.errors import Fault, RecordError
from emulrules.model.exact import is_long, spell

__all__ = [
    "MAX_BYTES",
    "MAX_COUNT",
    "MAX_DEPTH",
    "MAX_VALUES",
    "Plain",
    "decode",
    "digest",
    "dumped",
    "encode",
    "offset",
    "plain",
    "undumped",
]

MAX_BYTES: Final = 16 * 1024 * 1024
"""More bytes than this are neither written nor read."""

MAX_VALUES: Final = 800_000
"""More commas and opening brackets than this, those in text included, are neither written nor read."""

MAX_DEPTH: Final = 32
"""Arrays and objects inside one another, the outermost included."""

MAX_COUNT: Final = 10**9 - 1
"""The greatest number; whatever could be greater is a measure, and so text."""

Plain = Any
"""None, a bool, an int, a str, a list of these, or a dict of these by ASCII text."""

Path = tuple[str | int, ...]

_LONG: Final = 20

# From a letter that is not ASCII to the end of its text, and whether that text is a key.
_AFTER_LETTER: Final = re.compile(r'[^\x00-\x7f](?:[^"\\]|\\.)*"(:?)', re.DOTALL)

_TEXTS: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)

# Outside of texts: a number with a sign, a point or an exponent, one that is no number, or one that is too long.
_UNUSUAL: Final = re.compile(r"[-.IN]|[0-9]e|[0-9]{10}")

_ONLY_BRACKETS: Final = {code: {"[": "[", "{": "[", "]": "]", "}": "]"}.get(chr(code)) for code in range(128)}

_STRUCTURE: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return sha256(data).hexdigest()


def plain(value: object) -> Plain:
    """`value` in the types that JSON has: measures and days as text, tuples as lists, sets as sorted lists.

    Raises `RecordError` with the path of the first thing that has no place in a record: a float, a count that is
    negative or above `MAX_COUNT`, text that is not NFC, a key that is not ASCII, any other type, too deep a nesting.
    """
    return _plain(value, ())


def _refuse(code: str, path: Path, **data: object) -> NoReturn:
    raise RecordError(Fault(code, path, data))


def _plain(value: object, path: Path) -> Plain:
    if value is None or value is True or value is False:
        return value
    convert = _CONVERSIONS.get(type(value))
    if convert is not None:
        return convert(value, path)
    # Read-only mappings are subclasses of dict; subclasses of text and numbers stay refused.
    if isinstance(value, Mapping):
        return _mapping(value, path)
    _refuse("record-type", path, type=type(value).__name__)


def _text(value: str, path: Path) -> str:
    if not value.isascii():
        if any("\ud800" <= character <= "\udfff" for character in value):
            _refuse("record-surrogate", path)
        if not is_normalized("NFC", value):
            _refuse("record-not-nfc", path)
    return value


def _count(value: int, path: Path) -> int:
    if not 0 <= value <= MAX_COUNT:
        _refuse("record-count", path, greatest=MAX_COUNT)
    return value


def _measure(value: Fraction, path: Path) -> str:
    if is_long(value):
        _refuse("record-measure", path)
    return spell(value)


def _mapping(value: Mapping[Any, object], path: Path) -> dict[str, Plain]:
    if len(path) >= MAX_DEPTH:
        _refuse("record-too-deep", path, depth=MAX_DEPTH)
    for key in value:
        if type(key) is not str or not key.isascii():
            _refuse("record-key", path)
    return {key: _plain(item, (*path, key)) for key, item in value.items()}


def _sequence(value: Sequence[object], path: Path) -> list[Plain]:
    if len(path) >= MAX_DEPTH:
        _refuse("record-too-deep", path, depth=MAX_DEPTH)
    return [_plain(item, (*path, index)) for index, item in enumerate(value)]


def _set(value: Iterable[object], path: Path) -> list[Plain]:
    items = list(value)
    if not all(type(item) is str for item in items):
        _refuse("record-type", path, type="set")
    return _sequence(sorted(items, key=str), path)


_CONVERSIONS: Final[dict[type, Callable[[Any, Path], Plain]]] = {
    str: _text,
    int: _count,
    dict: _mapping,
    list: _sequence,
    tuple: _sequence,
    set: _set,
    frozenset: _set,
    Fraction: _measure,
    date: lambda value, _: value.isoformat(),
    # A moment would lean on a clock and a time zone: only days enter a record.
    datetime: lambda _, path: _refuse("record-type", path, type="datetime"),
}


def _dump(value: Plain, default: Callable[[object], Plain] | None = None) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=default)
    return text.encode("utf-8", "surrogatepass")


def dumped(value: object) -> bytes:
    """The bytes of `encode` for a value that has some, quicker; for any other value bytes that nothing is read from.

    For comparing with bytes that were read: what has no place in a record is not found here.
    """
    return _dump(value, default=_of_no_json)


def undumped(data: bytes) -> Plain:
    """The value of bytes that `dumped` makes, quicker than by `decode`; of others that of `decode`, or some value.

    For bytes that are compared with those of `dumped` in the end: only then is it known that these were such. Raises
    `RecordError` for some of what `decode` does.
    """
    _check_size(data)
    try:
        text = data.decode("utf-8")
        value: Plain = json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError):
        return decode(data)
    return value if _is_plain(text) else decode(data)


def _of_no_json(value: object) -> Plain:
    """What JSON has no type for."""
    if type(value) is Fraction:
        return _measure(value, ())
    convert = _CONVERSIONS.get(type(value))
    if convert is None:
        _refuse("record-type", (), type=type(value).__name__)
    return convert(value, ())


def encode(value: object) -> bytes:
    """The canonical bytes of `value`. Raises `RecordError` as `plain` does, and for more than can be read again.

    >>> encode({"b": Fraction(1621, 2), "a": (1, None, "Hội")}).decode()
    '{"a":[1,null,"Hội"],"b":"810.5"}'
    """
    data = _dump(plain(value))
    _check_size(data)
    return data


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        _refuse("record-too-long", (), offset=MAX_BYTES, most=MAX_BYTES)
    if data.count(b",") + data.count(b"[") + data.count(b"{") > MAX_VALUES:
        _refuse("record-too-many", (), offset=0, most=MAX_VALUES)


def decode(data: bytes) -> Plain:
    """The value whose canonical bytes are `data`.

    Raises `RecordError` for everything else, with the byte `offset` from which it is wrong; never another exception.
    """
    _check_size(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse("record-not-utf8", (), offset=error.start)
    try:
        # A number with a point, NaN and Infinity come out as floats, which `plain` refuses wherever they stand.
        value = json.loads(text, parse_int=_integer)
        again = _dump(value)
        if again == data and _is_plain(text):
            return value
    except json.JSONDecodeError as error:
        _refuse("record-not-json", (), offset=len(text[: error.pos].encode()))
    except RecursionError:
        _refuse("record-too-deep", (), offset=_depth_exceeded(data), depth=MAX_DEPTH)
    differs = None if again == data else _first_difference(again, data)
    try:
        plain(value)
    except RecordError as error:
        fault = error.faults[0]
        place = offset(value, fault.path)
        # Where a value has no place and where its spelling differs: the earlier byte is what went wrong.
        if differs is None or place <= differs:
            _refuse(fault.code, fault.path, offset=place, **fault.data)
    if differs is not None:
        _refuse("record-not-canonical", (), offset=differs)
    return value


def _is_plain(text: str) -> bool:
    """Whether `plain` finds nothing in the value of `text`, which is written as it writes; seen from the text alone.

    Going through every value takes longer than reading it. What this is not sure of is gone through all the same.
    """
    # Neither a quotation mark nor what stands between texts ever composes with a letter: whole and parts are alike.
    if not is_normalized("NFC", text):
        return False
    if not text.isascii() and any(match[1] for match in _AFTER_LETTER.finditer(text)):
        return False
    # Where no backslash stands, every other piece between quotation marks is outside of texts.
    bare = _TEXTS.sub("", text) if "\\" in text else "".join(text.split('"')[::2])
    return not _UNUSUAL.search(bare) and _is_flat(bare)


def _is_flat(bare: str) -> bool:
    """Whether arrays and objects are no deeper than they may be; in `bare` nothing stands in quotes any more."""
    brackets = bare.translate(_ONLY_BRACKETS)
    for _ in range(MAX_DEPTH):
        # Each time the innermost ones go, and no others.
        brackets = brackets.replace("[]", "")
    return not brackets


def _integer(digits: str) -> int:
    # Converting long numerals takes long; these are refused whatever they are.
    return int(digits) if len(digits) <= _LONG else MAX_COUNT + 1


def _first_difference(one: bytes, other: bytes) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _depth_exceeded(data: bytes) -> int:
    depth = 0
    for match in _STRUCTURE.finditer(data):
        if match[0] in (b"[", b"{"):
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif match[0] in (b"]", b"}"):
            depth -= 1
    return len(data)


def offset(value: Plain, path: Path) -> int:
    """At which canonical byte of `value` the part at `path` begins; the nearest part above it, if it has none there.

    >>> offset({"a": [10, 20], "b": 1}, ("a", 1))
    9
    """
    place = 0
    for key in path:
        if isinstance(value, dict) and key in value:
            before = [item for item in sorted(value) if item < str(key)]
            place += 1 + sum(len(_dump(item)) + len(_dump(value[item])) + 2 for item in before) + len(_dump(key)) + 1
            value = value[key]
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            place += 1 + sum(len(_dump(item)) + 1 for item in value[:key])
            value = value[key]
        else:
            break
    return place
