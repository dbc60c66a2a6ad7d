"""Codes in words: one of them as a person asks for it, and the page of all of them."""

from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Final

from emulrules.codes import WHO, Code
from emulrules.report.layout import lines
from emulrules.wording import LANGUAGES, Sentence, say

__all__ = ["code_page", "code_text"]

_PAGE: Final = """# Codes

What stands before the sentence of a refusal (`FILE:LINE: CODE: sentence`), a finding of `emulrules check` or a warning
of a decision. A code never changes its meaning. `emulrules explain-code CODE` tells one of them, and this page is what
`emulrules explain-code --all` prints, made from the catalogue of sentences. What stands between ‹ › is filled in.
"""


def code_text(code: Code, language: str) -> str:
    """What one code means, in `language` and then in the other one, ending in a newline."""
    others = [other for other in LANGUAGES if other != language]
    told = [line for each in (language, *others) for part in _parts(code, each) for line in lines(part, 2, 2)]
    return "\n".join((code.code, *told)) + "\n"


def code_page(codes: Iterable[Code]) -> str:
    """The page of all `codes`, by who mends them, as Markdown."""
    by_who: dict[str, list[Code]] = {who: [] for who in WHO}
    for code in codes:
        by_who[code.who].append(code)
    parts = [_PAGE]
    for who, several in by_who.items():
        english, vietnamese = (_capital(say(f"code-who-{who}", language)) for language in ("en", "vi"))
        parts.append(f"## {english} – {vietnamese.lower()}\n")
        parts.extend(_section(code) for code in several)
    return "\n".join(parts)


def _section(code: Code) -> str:
    told = "\n".join(part for language in ("en", "vi") for part in _parts(code, language, who=False))
    return f"### `{code.code}`\n\n```text\n{told}\n```\n"


def _parts(code: Code, language: str, *, who: bool = True) -> Iterator[str]:
    if who:
        kind = say(f"code-{code.kind}", language)
        yield say("code-who", language, kind=kind, who=say(f"code-who-{code.who}", language))
    yield _shown(code.sentence, language)
    if code.fix is not None:
        yield say("code-fix", language, fix=_shown(code.fix, language))
    if code.note is not None:
        yield say("code-note", language, note=_shown(code.note, language))


def _shown(sentence: Sentence, language: str) -> str:
    """A sentence with the names of what it is filled with."""
    text = sentence.vi if language == "vi" else sentence.en
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return text.format_map({name: f"‹{name}›" for name in names})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
