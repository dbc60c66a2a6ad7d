"""Good files made bad: bytes, tokens, lines and blocks flipped, deleted, doubled, swapped, and two files spliced.

Every choice is a number that a `Chance` picks, so that Hypothesis shrinks what breaks, and a seed repeats it. The words
that a mutation may put in are those of the formats themselves: whatever a key of the model may newly be is among them.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import attrs

from emulrules.errors import RecordError
from emulrules.files.canonical import encode
from emulrules.files.shape import file_key
from emulrules.files.source_text import SIZE_LIMIT
from emulrules.model import answers, decision, ruleset, season
from emulrules.testing.chance import Chance, one

__all__ = ["mutated", "reshaped", "swollen"]

_TOKEN: Final = re.compile(rb'"(?:[^"\\\n]|\\.)*"|[\w.:%/-]+|\s+|.', re.DOTALL)
_TYPED: Final = (
    *('""', '"…"', '" "', '"\\u0000"', '"Hoà"', '"Hòa"', '"Ðông"', '"a"', '"1"', '"0"', '"-1"', '"9,5"', '"9.5"'),
    *('"1/3"', '"1/0"', '"100%"', '"n/a"', '"pass"', '"fail"', '"2021"', '"2021-2022"', '"9999-0000"', '"quy-che"'),
    *("-1", "0", "1", "2", "3", "999999999", "1000000001", "1.5", "1e9", "nan", "0x1", "1_0", "007", "true", "false"),
    *("2021-01-01", "2021-02-30", "0001-01-01", "9999-12-31", "2021-01-01T00:00:00Z", "07:30:00", "null"),
    *("[]", "{}", "[[]]", "{ a = 1 }", "[1, 1]", "[0]", "[-1]", '["a", "a"]', "[", "]", "{", "}", "[[", "]]", "=", ","),
    *("#", "'", '"', '"""', "\\", "\t", "\r", "\n", " ", "\ufeff", "\u202e", "đ", "\0", "=1+1", "<script>"),
)


@cache
def _words() -> tuple[bytes, ...]:
    """What people may type, every key of the formats, and every word that one of them may be."""
    words = {key for kind in _kinds() for key in _keys(kind)}
    chosen = {word for kind in _kinds() for hint in get_type_hints(kind).values() for word in _choices(hint)}
    texts = [*_TYPED, *sorted(words), *(f'"{word}"' for word in sorted(chosen | {*ruleset.UNDEFINABLE}))]
    return tuple(text.encode() for text in texts)


def _kinds() -> Iterator[type]:
    for module in (answers, decision, ruleset, season):
        named = [getattr(module, name) for name in module.__all__]
        yield from (kind for kind in named if isinstance(kind, type) and attrs.has(kind))


def _keys(kind: Any) -> Iterator[str]:
    yield from (file_key(kind, each.name) for each in attrs.fields(kind))


def _choices(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from (str(word) for word in get_args(hint))
    else:
        for part in get_args(hint):
            yield from _choices(part)


def mutated(chance: Chance, files: Sequence[bytes]) -> bytes:
    """One of `files` after one mutation or a few."""
    data = one(chance, files)
    for _ in range(one(chance, (1, 1, 1, 2, 4))):
        data = one(chance, _MUTATIONS)(chance, data, files)
    return data[:SIZE_LIMIT]


def _flipped(chance: Chance, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    place = chance.number(0, len(data) - 1)
    return data[:place] + bytes([data[place] ^ 1 << chance.number(0, 7)]) + data[place + 1 :]


def _cut(chance: Chance, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: chance.number(0, len(data))]


def _spliced(chance: Chance, data: bytes, files: Sequence[bytes]) -> bytes:
    """The beginning of one file and the end of another, parted between lines or anywhere."""
    other = one(chance, files)
    if chance.number(0, 1):
        return data[: chance.number(0, len(data))] + other[chance.number(0, len(other)) :]
    lines, others = data.splitlines(True), other.splitlines(True)
    return b"".join(lines[: chance.number(0, len(lines))] + others[chance.number(0, len(others)) :])


def _parted(split: Callable[[bytes], list[bytes]]) -> "_Mutation":
    """What may be done to the parts of a file: one deleted, doubled, swapped, moved or replaced."""

    def change(chance: Chance, data: bytes, files: Sequence[bytes]) -> bytes:
        parts = split(data)
        if not parts:
            return data
        place, other = (chance.number(0, len(parts) - 1) for _ in range(2))
        kind = chance.number(0, 4)
        if kind == 0:
            del parts[place : place + chance.number(1, 3)]
        elif kind == 1:
            parts[other:other] = [parts[place]] * chance.number(1, 3)
        elif kind == 2:
            parts[place], parts[other] = parts[other], parts[place]
        elif kind == 3:
            parts.insert(other, parts.pop(place))
        else:
            parts[place] = one(chance, split(one(chance, files)) or [b""])
        return b"".join(parts)

    return change


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(True)


def _blocks(data: bytes) -> list[bytes]:
    """The tables of a file, each with its header."""
    return re.split(rb"(?m)^(?=\[)", data)


def _tokens(data: bytes) -> list[bytes]:
    return _TOKEN.findall(data)


def _retyped(chance: Chance, data: bytes, _: Sequence[bytes]) -> bytes:
    """One token typed over with a word of the formats, or one that people type."""
    tokens = _tokens(data)
    places = [place for place, token in enumerate(tokens) if not token.isspace()]
    if places:
        tokens[one(chance, places)] = one(chance, _words())
    return b"".join(tokens)


_Mutation = Callable[[Chance, bytes, Sequence[bytes]], bytes]

# What is likeliest to be read further than the first line stands here more than once.
_MUTATIONS: Final[tuple[_Mutation, ...]] = (
    *(_retyped, _retyped, _retyped, _parted(_tokens), _parted(_tokens), _parted(_lines), _parted(_lines)),
    *(_parted(_blocks), _parted(_blocks), _spliced, _flipped, _cut),
)


def swollen(chance: Chance, files: Sequence[bytes]) -> bytes:
    """One of `files` with a part of it repeated until it is as large as a document may be."""
    data = one(chance, files)
    split = one(chance, (_lines, _tokens, _blocks))
    parts = split(data) or [b"\n"]
    first = chance.number(0, len(parts) - 1)
    part = b"".join(parts[first : first + chance.number(1, 12)])
    times = (SIZE_LIMIT - len(data)) // max(1, len(part))
    return b"".join([*parts[:first], part * min(times, 10 ** chance.number(2, 6)), *parts[first:]])


def reshaped(chance: Chance, files: Sequence[bytes]) -> bytes:
    """One of the records `files` with parts of its value changed, in canonical bytes wherever it has any."""
    value = json.loads(one(chance, files))
    for _ in range(chance.number(1, 3)):
        value = _regrown(chance, value, files)
    try:
        return encode(value)
    except RecordError:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _regrown(chance: Chance, value: Any, files: Sequence[bytes]) -> Any:
    """The value with one of its parts, at any depth, replaced, deleted, doubled or moved."""
    if not isinstance(value, dict | list) or not value or not chance.number(0, 7):
        return _other(chance, value, files)
    keys: list[Any] = sorted(value) if isinstance(value, dict) else list(range(len(value)))
    key = one(chance, keys)
    kind = chance.number(0, 9)
    if kind == 0:
        del value[key]
    elif kind == 1 and isinstance(value, list):
        value.insert(chance.number(0, len(value)), value[key])
    elif kind == 1 and isinstance(value, dict):
        value[_word(chance)] = value[key]
    elif kind == 2:
        other = one(chance, keys)
        value[key], value[other] = value[other], value[key]
    else:
        value[key] = _regrown(chance, value[key], files)
    return value


def _word(chance: Chance) -> str:
    return one(chance, _words()).decode().strip('"')


def _other(chance: Chance, value: Any, files: Sequence[bytes]) -> Any:
    """Something in the place of `value`: a word, a number, or any part of another record."""
    kind = chance.number(0, 4)
    if kind == 0:
        return _word(chance)
    if kind == 1:
        return one(chance, (None, True, False, 0, 1, 2, 3, 999_999_999, [], {}, [value], {"a": value}))
    if kind == 2 and isinstance(value, str):
        return one(chance, ("0", "-1", "1/3", "0.5", "100", "2021-01-01", "don-vi-a", value + "x", value[:-1]))
    if kind == 3 and isinstance(value, int):
        return value + 1
    found: Any = json.loads(one(chance, files))
    while isinstance(found, dict | list) and found and chance.number(0, 5):
        found = one(chance, list(found.values()) if isinstance(found, dict) else found)
    return found
