"""The sentences that people read, in Vietnamese and in English, by stable code.

One catalogue serves both languages: an entry holds the two sentences side by side, so that neither can be forgotten.
Codes never change their meaning; sentences may be improved at any time, since no decision depends on them.
"""

from importlib import import_module
from typing import Final, NamedTuple

__all__ = ["LANGUAGES", "Sentence", "catalogue", "say"]

LANGUAGES: Final = ("vi", "en")

_SECTIONS: Final = ("deciding", "plugins", "reading", "records", "report")


class Sentence(NamedTuple):
    """One message in both languages, with the same `{placeholders}` in each."""

    vi: str
    en: str


def _gather() -> dict[str, Sentence]:
    gathered: dict[str, Sentence] = {}
    for section in _SECTIONS:
        entries: dict[str, Sentence] = import_module(f"{__name__}.{section}").SENTENCES
        for code, sentence in entries.items():
            if code in gathered:
                raise RuntimeError(f"two sections of the catalogue claim the code {code!r}")
            gathered[code] = sentence
    return gathered


_catalogue: dict[str, Sentence] | None = None


def catalogue() -> dict[str, Sentence]:
    """Every sentence by its code; read when the first sentence is said, since most calls say none."""
    global _catalogue
    if _catalogue is None:
        _catalogue = _gather()
    return _catalogue


def say(code: str, language: str = "en", /, **data: object) -> str:
    """The sentence of `code` in `language` (`vi` or `en`), filled with `data`.

    Raises `KeyError` for a code that the catalogue does not hold, since an unworded code is our own fault.
    """
    sentence = catalogue()[code]
    return (sentence.vi if language == "vi" else sentence.en).format_map(data)
