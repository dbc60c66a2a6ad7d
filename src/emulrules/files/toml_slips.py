"""Slips: lines that are no TOML, and what an official probably meant by them.

A decimal comma, a text without quotes, quotes as a word processor curls them: each has a code of its own, so that the
sentence can say what to write instead.
"""

import re
from typing import Any, Final

from emulrules.files.text import with_point

__all__ = ["SHOWN", "LimitError", "SlipError", "explain"]

SHOWN: Final = 60
"""So many characters of a line are shown in a sentence."""

_KEYS: Final = re.compile(r"""(?:[A-Za-z0-9_.\- \t]|"[^"]*"|'[^']*')+""", re.ASCII)
_COMMA: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*,[0-9]+%?", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}", re.ASCII)
_AS_THEY_ARE: Final = frozenset({"number-comma", "value-missing"})


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
    if not equals:
        opened = line.lstrip().startswith("[")
        return ("header-open", {}) if opened else ("line-not-read", {"text": line.strip()[:SHOWN]})
    if not _KEYS.fullmatch(key):
        return "key-unquoted", {"text": key.strip()[:SHOWN]}
    if written[:1] in {"“", "”", "„", "‘", "’", "«"}:
        return "quote-curly", {"text": written[:SHOWN]}
    if written[:1] in {'"', "'", "[", "{"}:
        return slip.code, slip.data
    value = written.partition("#")[0].strip()[:SHOWN]
    if _DAY.fullmatch(value):
        return "date-unknown", {"text": value}
    if _COMMA.fullmatch(value):
        return "number-comma", {"text": value, "write": with_point(value)}
    return "value-unquoted", {"text": value}
