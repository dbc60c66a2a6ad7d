"""The sentences that people read, in Vietnamese and in English, by stable code.

One catalogue serves both languages: an entry holds the two sentences side by side, so that neither can be forgotten.
Codes never change their meaning; sentences may be improved at any time, since no decision depends on them.
"""

from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

__all__ = ["LANGUAGES", "Sentence", "catalogue", "say", "section_of", "sentence"]

LANGUAGES: Final = ("vi", "en")

_REPORT: Final = "report"
_SECTIONS: Final = (
    *(
        "deciding",
        "plugins",
        "reading",
        "reading_rulesets",
        "records",
        "record_ids",
        "folders",
        "rerun",
        _REPORT,
        "sheets",
        "councils",
        "differences",
        "successions",
        "findings",
        "rules",
        "findings_awards",
        "findings_points",
        "findings_sources",
        "findings_votes",
        "margins",
        "codes",
        "ledgers",
        "bundles",
    ),
)


class Sentence(NamedTuple):
    """One message in both languages, with the same `{placeholders}` in each."""

    vi: str
    en: str


@cache
def _section(name: str) -> dict[str, Sentence]:
    """One part of the catalogue, read when a sentence is looked for in it: a report needs only its own."""
    entries: dict[str, Sentence] = import_module(f"{__name__}.{name}").SENTENCES
    return entries


@cache
def catalogue() -> dict[str, Sentence]:
    """Every sentence by its code.

    Raises `RuntimeError` where two sections claim a code, or where one has a code of reports that is not their section.
    """
    gathered: dict[str, Sentence] = {}
    for section in _SECTIONS:
        for code, found in _section(section).items():
            if code in gathered or (_of_report(code) and section != _REPORT):
                raise RuntimeError(f"the section {section!r} of the catalogue may not claim the code {code!r}")
            gathered[code] = found
    return gathered


def section_of(code: str) -> str | None:
    """The part of the catalogue that words `code`, None where none does."""
    return next((section for section in _SECTIONS if code in _section(section)), None)


def _of_report(code: str) -> bool:
    return code.startswith(f"{_REPORT}-")


def sentence(code: str) -> Sentence | None:
    """The sentence of `code`, None where the catalogue has none."""
    for section in (_REPORT,) if _of_report(code) else _SECTIONS:
        if (found := _section(section).get(code)) is not None:
            return found
    return None


def say(code: str, language: str = "en", /, **data: object) -> str:
    """The sentence of `code` in `language` (`vi` or `en`), filled with `data`.

    Raises `KeyError` for a code that the catalogue does not hold, since an unworded code is our own fault.
    """
    found = sentence(code)
    if found is None:
        raise KeyError(code)
    return (found.vi if language == "vi" else found.en).format_map(data)
