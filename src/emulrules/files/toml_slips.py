"""Slips: lines that are no TOML, and what an official probably meant by them.

A decimal comma, a text without quotes, quotes as a word processor curls them: each has a code of its own, so that the
sentence can say what to write instead.
"""

import re
import unicodedata
from typing import Any, Final

from emulrules.files.text import BLANKS, code_point, with_point
from emulrules.model.names import plain

__all__ = ["SHOWN", "LimitError", "SlipError", "bare_text", "explain"]

SHOWN: Final = 60
"""So many characters of a line are shown in a sentence."""

# Expressions are compiled when the first slip is met, since most documents have none.
_KEYS: Final = r"""(?:[A-Za-z0-9_.\- \t]|"[^"]*"|'[^']*')+"""
_COMMA: Final = r"[+-]?[0-9]+(?:[.,][0-9]+)*,[0-9]+%?"
_DAY: Final = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
_COLON: Final = r"[ \t]*([A-Za-z0-9_-]+)[ \t]*:[ \t]*(\S.*)"
_HEADER: Final = r"\[+([^\[\]]*)\]+"
_QUOTES: Final = "\"'“”„‟‘’‚«»"
_CURLY: Final = r"[“”„‟‘’‚«]([^“”„‟‘’«»]*)"
_AS_THEY_ARE: Final = frozenset({"mark-semicolon", "number-comma", "value-missing"})


class SlipError(Exception):
    """The text stops being TOML at this place."""

    def __init__(self, code: str, /, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


class LimitError(SlipError):
    """The text goes beyond a bound, so that nothing after it is looked at."""


def explain(line: str, slip: SlipError) -> tuple[str, dict[str, Any]]:
    """Code and data of the fault for `line`, in which `slip` was met."""
    key, equals, after = line.partition("=")
    written = after.strip()
    if slip.code in _AS_THEY_ARE:
        return slip.code, slip.data
    if line.lstrip().startswith("["):
        return _header(line.strip())
    if not equals and (match := re.match(_COLON, line)):
        return "key-colon", {"write": f"{match[1]} = {match[2].strip()[:SHOWN]}"}
    if not equals:
        return "line-not-read", {"text": line.strip()[:SHOWN]}
    if not re.fullmatch(_KEYS, key):
        return _key(key.strip(" \t")[:SHOWN])
    if re.match(_CURLY, written):
        return bare_text(written)
    if written[:1] in {'"', "'", "[", "{"}:
        return slip.code, slip.data
    value = written.partition("#")[0].strip()[:SHOWN]
    if re.fullmatch(_DAY, value):
        return "date-unknown", {"text": value}
    if re.fullmatch(_COMMA, value):
        return "number-comma", {"text": value, "write": with_point(value)}
    return bare_text(value)


def bare_text(written: str) -> tuple[str, dict[str, Any]]:
    """Code and data of a value that should be a text in quotes, and is not: what is shown can be copied as it is."""
    if written.strip(_QUOTES) in BLANKS:
        return "not-filled-in", {}
    if match := re.match(_CURLY, written):
        return "quote-curly", {"text": match[1].replace('"', "").strip()[:SHOWN]}
    text = "".join(each for each in written if each not in _QUOTES).strip(" …")[:SHOWN]
    from emulrules.files.called import mark_called  # few lines are no TOML

    if (mark := mark_called(text)) is not None:
        return "not-a-cell-mark", {"text": text, "write": mark}
    return "value-unquoted", {"text": text}


def _header(line: str) -> tuple[str, dict[str, Any]]:
    match = re.match(_HEADER, line)
    if match and not re.fullmatch(_KEYS, match[1]):
        code, data = _key(match[1].strip(" \t")[:SHOWN], "header-unquoted")
        return (code, _with_id(data)) if code == "header-unquoted" else (code, data)
    if match and " " in match[1].strip() and '"' not in match[1]:
        return "header-unquoted", _with_id({"text": match[1].strip()[:SHOWN]})
    return "header-open", {}


def _with_id(data: dict[str, Any]) -> dict[str, Any]:
    """With the name as ids are written, part by part."""
    return {**data, "write": ".".join(map(plain, data["text"].split(".")))}


def _key(key: str, code: str = "key-unquoted") -> tuple[str, dict[str, Any]]:
    """A name that cannot stand without quotes; of a dash or space that a word processor put in, that one is told."""
    for letter in key:
        if not letter.isascii() and unicodedata.category(letter) in {"Pd", "Zs"}:
            return "character-not-plain", {"letter": letter, "character": code_point(letter)}
    return code, {"text": key.replace('"', "")}
