"""The order of names in a Vietnamese list: syllable by syllable, letters before tones.

Letters are a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z where Latin has them; tones are
ngang, huyền, hỏi, ngã, sắc, nặng. As in the dictionaries of the Vietnam Lexicography Centre (its rule 4.3), the tone
of one syllable counts before the letters of the next.
Spaces and marks only part syllables, digits come before letters and count as numbers, case decides last.
"""

import re
from typing import Final
from unicodedata import normalize

__all__ = ["CollationKey", "collation_key"]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# Combining marks of the tones in their order; no mark is ngang, rank 0.
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PART: Final = re.compile(r"[0-9]+|[^\W\d_]+", re.UNICODE)

_Syllable = tuple[int, str, tuple[int, ...], tuple[int, ...]]

CollationKey = tuple[tuple[_Syllable, ...], str, str]
"""What names are compared by: their syllables, then case, then the text itself."""


def _letters(part: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The ranks of the letters of one syllable, and its tones."""
    ranks: list[int] = []
    tones: list[int] = []
    for letter in normalize("NFC", part.lower()):
        marks = normalize("NFD", letter)
        tones.extend(_TONES[mark] for mark in marks[1:] if mark in _TONES)
        bare = normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        # A letter of no Vietnamese word comes after all that are, by its code point.
        ranks.append(_RANK.get(bare, len(_ALPHABET) + ord(bare[0])))
    return tuple(ranks), tuple(tones)


def _syllable(part: str) -> _Syllable:
    if part[0] in "0123456789":
        number = part.lstrip("0")
        return 0, f"{len(number):04}{number}", (), ()
    return 1, "", *_letters(part)


def collation_key(text: str) -> CollationKey:
    """The key to sort names by; two different texts never have equal keys.

    >>> sorted(["Đắk Lắk", "Hà Nội", "Dương", "Hạ Long", "Hải Phòng"], key=collation_key)
    ['Dương', 'Đắk Lắk', 'Hà Nội', 'Hạ Long', 'Hải Phòng']
    """
    parts = _PART.findall(normalize("NFC", text))
    return tuple(_syllable(part) for part in parts), text.swapcase(), text
