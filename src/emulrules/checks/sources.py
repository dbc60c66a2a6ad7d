"""Sources: documents that nobody could find again, that no rule rests on, or that were not read as far as a rule says.

A document is found by its number or its day; where it has neither, its title alone has to tell it from every other.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from emulrules.checks.citations import Citation, citations, cites
from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset, years
from emulrules.model.source import Source

__all__ = ["findings"]

_KINDS: Final = frozenset(
    (
        *("văn bản", "quyết định", "nghị định", "nghị quyết", "thông tư", "công văn", "hướng dẫn", "quy chế", "luật"),
        *("kế hoạch", "báo cáo", "biên bản", "quy định", "chỉ thị", "thông báo", "tờ trình", "điều lệ"),
    )
)
"""Kinds of documents: a title that is no more than one of them names no document."""

_SUMMARY: Final = ("chỉ biết qua", "qua tóm tắt", "qua bản tóm tắt", "bản tóm tắt", "tóm tắt", "only a summary")
"""How a source is described of which nothing but a summary was seen; what was read of it would be said first."""

_NUMBERLESS: Final = re.compile(
    r"(?:\b[Đđ]iều|(?<!iều )\b[Kk]hoản|\bChương|\bMục|\bArt(?:icle|\.)?|\b[Cc]lause)\s*(?=$|[,;…?)]|\.(?!\s*\d))"
    r"|\bĐiều(?=\s+khoản\s+\d)|\b[Kk]hoản\s+\d+,?\s+điểm\s*$"
)
"""A part of a document that is named without its number or letter."""


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with each source, and with how rules cite it."""
    made = tuple(citations(ruleset))
    words = " ".join([*(rule.says for rule in ruleset.limits), *(rule.says for rule in ruleset.undefined)])
    first: dict[str, str] = {}
    for id_, source in ruleset.sources.items():
        mine = [each for each in made if cites(each.text, source)]
        yield from _identified(id_, source)
        yield from _cited(id_, source, mine, words, ruleset)
        yield from _articles(id_, source, mine)
        yield from _numbers(source, mine)
        yield from _read(id_, source, mine)
        other = first.setdefault(source.cited, id_)
        if other != id_ and ruleset.extends is None:
            data = {"source": id_, "other": other, "cited": source.cited}
            yield Finding("check-source-twice", ("sources", id_), data)


def _identified(id_: str, source: Source) -> Iterator[Finding]:
    if source.number is not None and source.issued is None:
        data = {"source": id_, "number": source.number}
        yield Finding("check-source-without-day", ("sources", id_), data, note=True)
    if source.number is not None or source.issued is not None:
        return
    title = unicodedata.normalize("NFC", source.document).casefold().strip(" .")
    vague = title in _KINDS
    code = "check-source-unidentified" if vague else "check-source-undated"
    yield Finding(code, ("sources", id_), {"source": id_, "document": source.document}, note=not vague)


def _cited(id_: str, source: Source, mine: list[Citation], words: str, ruleset: Ruleset) -> Iterator[Finding]:
    """A source that no rule rests on, or one that was issued when all seasons of the ruleset were over.

    One that a ruleset inherits is found as well, and mended where it stands.
    """
    if not mine and source.cited not in words:
        yield Finding("check-source-uncited", ("sources", id_), {"source": id_})
    last = ruleset.seasons.last
    if source.issued is not None and source.issued > ruleset.in_force and any(each.trust == "read" for each in mine):
        data = {"source": id_, "issued": source.issued.isoformat(), "day": ruleset.in_force.isoformat()}
        yield Finding("check-source-after-in-force", ("sources", id_, "issued"), data, (source.cited,), note=True)
    if source.issued is not None and last is not None and source.issued.year > years(last)[1] + 1:
        data = {"source": id_, "issued": source.issued.isoformat(), "last": last}
        yield Finding("check-source-after-seasons", ("sources", id_, "issued"), data, (source.cited,))


def _articles(id_: str, source: Source, mine: list[Citation]) -> Iterator[Finding]:
    """Rules that cite the whole of a document of which others name the article."""
    named = [each for each in mine if each.text != source.cited]
    # What a document leaves open stands in none of its articles.
    whole = [each for each in mine if each.text == source.cited and each.path[0] != "undefined"]
    if named and whole:
        rule = ".".join(map(str, whole[0].path[:-1]))
        data = {"rule": rule, "source": id_, "n": len(whole), "article": named[0].text}
        yield Finding("check-basis-no-article", whole[0].path, data, (source.cited,), note=True)


def _numbers(source: Source, mine: list[Citation]) -> Iterator[Finding]:
    """Rules whose article was left to be filled in."""
    for each in mine:
        if _NUMBERLESS.search(unicodedata.normalize("NFC", each.text.removeprefix(source.cited))):
            data = {"rule": ".".join(map(str, each.path[:-1])), "text": each.text}
            yield Finding("check-basis-no-number", each.path, data, (each.text,))


def _read(id_: str, source: Source, mine: list[Citation]) -> Iterator[Finding]:
    """A clause is said to have been read, of a document of which only a summary was seen."""
    seen = unicodedata.normalize("NFC", source.seen or "").casefold()
    if not seen.startswith(_SUMMARY):
        return
    for each in mine:
        if each.trust == "read":
            rule = ".".join(map(str, each.path[:-1]))
            data = {"rule": rule, "source": id_, "seen": source.seen}
            yield Finding("check-source-summary-read", (*each.path[:-1], "trust"), data, (each.text,))
            return
