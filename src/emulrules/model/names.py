"""Names: which known one a mistyped name was probably meant to be, and which ones only look different.

Nothing here ever decides identity. A unit is who its id or a declared alias says it is, exactly; likeness only helps a
person to find the right spelling, and refuses two names that nobody could tell apart.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

__all__ = ["is_id", "near", "nearest", "plain", "tone_key"]

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""The five Vietnamese tone marks, which may stand on either vowel of a syllable such as hoa or thuy."""

_LONGEST: Final = 200
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_COMPARED: Final = 600
_LISTED: Final = 6


def is_id(text: str) -> bool:
    """Whether it is written as ids are; questions join ids by colons, and paths by points, so that none may hold one.

    >>> is_id("so-y-te"), is_id("2021"), is_id("Sở Y tế"), is_id("bo-phieu:2"), is_id("a.b")
    (True, True, False, False, False)
    """
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def plain(name: str) -> str:
    """The name without case, diacritics and punctuation, as ids are written.

    >>> plain("Sở Y tế"), plain("Đài Phát thanh - Truyền hình")
    ('so-y-te', 'dai-phat-thanh-truyen-hinh')
    """
    letters = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    kept = (letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return "-".join("".join(kept).split())


def tone_key(name: str) -> str:
    """What two names share that differ in case, spaces or the place of a tone mark only.

    >>> tone_key("Hoà Bình") == tone_key("Hòa  bình"), tone_key("Hòa") == tone_key("Hóa")
    (True, False)
    """
    syllables = unicodedata.normalize("NFD", name.casefold()).split()
    return " ".join(syllable if _TONES.isdisjoint(syllable) else _tones_last(syllable) for syllable in syllables)


def _tones_last(syllable: str) -> str:
    tones = sorted(mark for mark in syllable if mark in _TONES)
    return "".join([*(letter for letter in syllable if letter not in _TONES), *tones])


def near(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None where none is much like it.

    Names are compared as `plain` writes them, so that a unit's full name finds its id; the first of equals in
    alphabetical order is given.

    >>> near("so-ya-te", ["so-van-hoa", "so-y-te"]), near("Sở Y tế", ["so-y-te"]), near("xyz", ["so-y-te"])
    ('so-y-te', 'so-y-te', None)
    """
    candidates = sorted(set(known))[:_COMPARED]
    if len(name) > _LONGEST or not candidates:
        return None
    wanted = plain(name)
    from difflib import SequenceMatcher  # only a mistake needs it, and it takes longer to load than to read a file

    matcher = SequenceMatcher(b=wanted, autojunk=False)
    best, best_ratio = None, 0.6
    for candidate in candidates:
        matcher.set_seq1(plain(candidate))
        if matcher.real_quick_ratio() <= best_ratio or matcher.quick_ratio() <= best_ratio:
            continue
        if (ratio := matcher.ratio()) > best_ratio:
            best, best_ratio = candidate, ratio
    return best


def nearest(name: str, known: Iterable[str]) -> str:
    """What a sentence says after "known here": the name most like `name`, otherwise the first few known ones.

    >>> nearest("xyz", ["b", "a"]), nearest("xyz", [])
    ('a, b', '-')
    """
    candidates = sorted(set(known))
    if (found := near(name, candidates)) is not None:
        return found
    return ", ".join(candidates[:_LISTED]) + (", …" if len(candidates) > _LISTED else "") if candidates else "-"
