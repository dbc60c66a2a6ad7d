"""Text: one spelling of each name, and no character that a reader cannot see or would take for another.

Text is put into Unicode's NFC, where `ệ` is one letter however it was typed. Refused everywhere: control characters,
zero-width and bidirectional marks, line separators. In names also: letters of other scripts, such as `Ð` (Icelandic)
for `Đ` or a Cyrillic `о`, digits of other scripts, spaces that are not plain. Running text (a title, what a rule says)
may hold other letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from emulrules.errors import Fault

__all__ = [
    "BLANKS",
    "FORBIDDEN",
    "NAME_LIMIT",
    "PROSE",
    "PROSE_LIMIT",
    "clean",
    "code_point",
    "like_thousands",
    "name_faults",
    "nfc",
    "slug_hint",
    "whole",
    "with_point",
]

NAME_LIMIT: Final = 200
PROSE_LIMIT: Final = 4_000

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""Characters that show nothing, change how others are shown, or mean what only their author knows."""

BLANKS: Final = frozenset({"…", "..."})
"""What stands in a printed act where something is to be filled in."""

_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,59})", re.ASCII)
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
_BREAKS: Final = re.compile("[\t\n]")
PROSE: Final = frozenset({"document", "says", "seen", "title"})
"""The keys of running text."""
_MARKS: Final = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_ALIKE: Final = {
    **dict(zip("ÐðƉɖ", "ĐđĐđ", strict=True)),
    **dict(zip("АВЕКМНОРСТУХІЈЅабвгеокмнрстухіјѕ", "ABEKMHOPCTYXIJSa6BreokmHpcTyxijs", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχ", "ABEZHIKMNOPTYXaeikvoptux", strict=True)),
}
"""Letters that look like those of Vietnamese, and the one that was probably meant."""


def nfc(text: str) -> str:
    """The text in Unicode's composed form."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def slug_hint(text: str) -> str:
    """The id that `text` was probably meant to be."""
    from emulrules.model.names import plain  # only a mistake needs it

    return plain(text)[:NAME_LIMIT].encode("ascii", "ignore").decode() or "-"


def with_point(text: str) -> str:
    """A number with a decimal comma as it is to be written, and cannot be taken for thousands.

    >>> with_point("9,5"), with_point("1.234,5"), with_point("1,250")
    ('9.5', '1234.5', '1.2500')
    """
    above, _, decimals = text.rpartition(",")
    written = f"{above.replace('.', '').replace(',', '')}.{decimals}"
    return written + "0" * like_thousands(written)


def like_thousands(text: str) -> bool:
    """Whether the point may be the one that Vietnamese puts after thousands.

    >>> [like_thousands(text) for text in ("1.250", "0.250", "1.25", "1.2500", "1.250%")]
    [True, False, False, False, False]
    """
    return _THOUSANDS.fullmatch(text) is not None


def whole(value: object) -> int | None:
    """The whole number that `value` is, or whose plain digits it writes; None for everything else.

    >>> whole(5), whole("5"), whole("-8"), whole("05"), whole("5.0"), whole("+5"), whole(True)
    (5, 5, -8, None, None, None, None)
    """
    if type(value) is int:
        return value
    return int(value) if type(value) is str and _WHOLE.fullmatch(value) else None


def code_point(character: str) -> str:
    """How a character that cannot be shown is named, such as `U+200B`."""
    return f"U+{ord(character):04X}"


def clean(data: dict[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """The same document with every key and text in NFC, and what is wrong with them, by path."""
    faults: list[Fault] = []
    return _clean_table(data, (), faults), faults


def _clean_table(table: dict[str, Any], path: tuple[str | int, ...], faults: list[Fault]) -> dict[str, Any]:
    cleaned: dict[str, Any] = {}
    for written, value in table.items():
        key = nfc(written)
        inner = (*path, key)
        faults.extend(name_faults(key, inner))
        if key in cleaned:
            faults.append(Fault("key-twice", inner, {"key": key[:NAME_LIMIT]}))
        cleaned[key] = _clean(value, inner, faults, prose=key in PROSE)
    return cleaned


def _clean(value: Any, path: tuple[str | int, ...], faults: list[Fault], *, prose: bool) -> Any:
    if isinstance(value, dict):
        return _clean_table(value, path, faults)
    if isinstance(value, list):
        return [_clean(each, (*path, index), faults, prose=prose) for index, each in enumerate(value)]
    if type(value) is not str:
        return value
    text = nfc(value)
    if text in BLANKS:
        faults.append(Fault("not-filled-in", path))
        return text
    faults.extend(_prose_faults(text, path) if prose else name_faults(text, path))
    return text


def _prose_faults(text: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if len(text) > PROSE_LIMIT:
        yield Fault("text-too-long", path, {"size": len(text), "most": PROSE_LIMIT})
    elif found := FORBIDDEN.search(text) or _BREAKS.search(text):
        yield Fault("character-forbidden", path, {"character": code_point(found[0])})
    elif not text.strip():
        yield Fault("text-empty", path)


def name_faults(text: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    """What is wrong with a name: at most one fault, for the first character that no name may hold."""
    if text.isascii() and text.isprintable() and len(text) <= NAME_LIMIT and text == text.strip() != "":
        return
    if len(text) > NAME_LIMIT:
        yield Fault("text-too-long", path, {"size": len(text), "most": NAME_LIMIT})
    elif found := FORBIDDEN.search(text) or _BREAKS.search(text):
        yield Fault("character-forbidden", path, {"character": code_point(found[0])})
    elif not text.strip():
        yield Fault("text-empty", path)
    elif text != text.strip(" "):
        yield Fault("text-edges", path, {"text": text.strip()})
    else:
        yield from _letter_faults(text, path)


def _letter_faults(text: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    for character in text:
        if not character.isascii() and (code := _letter_fault(character)) is not None:
            data = {"letter": character, "character": code_point(character), "near": _ALIKE.get(character, "")}
            yield Fault(code, path, data)
            return


@lru_cache(maxsize=1_000)
def _letter_fault(character: str) -> str | None:
    """The code of what is wrong with a character that is not ASCII; a few hundred make up all Vietnamese texts."""
    if character in "Đđ":
        return None
    base, *marks = list(unicodedata.normalize("NFD", character))
    category = unicodedata.category(character)
    if category[0] in "LM" and not (base.isascii() and base.isalpha() and _MARKS.issuperset(marks)):
        return "letter-alike" if character in _ALIKE else "letter-foreign"
    return "character-not-plain" if category[0] in "NZ" or "\uff00" <= character <= "\uffef" else None
