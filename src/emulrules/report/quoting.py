"""How text from files is made harmless where it is shown: it stays text, whatever it holds.

Names and titles come from people. A terminal would obey control characters, a Markdown reader marks, a spreadsheet a
leading `=`, and TOML its own quotes; so each kind of output has one function that every foreign text goes through.
"""

import re
from typing import Final
from unicodedata import category

__all__ = ["markdown", "plain", "toml", "toml_key"]

# Controls, invisible formatting (also the marks that turn the direction of text), lone surrogates, private use and
# unassigned characters, and the two separators that end a line without being a line feed.
_UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_MARKS: Final = re.compile(r"([\\`*_\[\]|~#$])")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LISTED: Final = re.compile(r"([0-9]+)([.)])")


def plain(text: str) -> str:
    """`text` on one line, every character that a terminal would obey or hide shown as its code point.

    >>> plain("Sở A\\x1b[2J"), plain("hai\\ndòng")
    ('Sở A<U+001B>[2J', 'hai<U+000A>dòng')
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(char):04X}>" if category(char) in _UNSEEN else char for char in text)


def markdown(text: str) -> str:
    """`text` as Markdown that shows just that text, also in a table's cell and after pasting into a spreadsheet.

    >>> markdown("a|b <i>"), markdown("=1+1")
    ('a\\\\|b &lt;i&gt;', "'=1+1")
    """
    shown = plain(text)
    # A spreadsheet takes a cell that begins so for a formula; the apostrophe is its own mark for text.
    guard = "'" if shown.lstrip()[:1] in ("=", "+", "-", "@") else ""
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = _MARKS.sub(r"\\\1", shown)
    # Addresses would become links.
    shown = shown.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")
    return guard + (_LISTED.sub(r"\1\\\2", shown, count=1) if _LISTED.match(shown) else shown)


def toml(text: str) -> str:
    """`text` as a basic string of TOML, on one line.

    >>> print(toml('Sở "A"'))
    "Sở \\"A\\""
    """
    return f'"{"".join(map(_toml_character, text))}"'


def toml_key(text: str) -> str:
    """`text` as a key of TOML, bare where it may be."""
    return text if _BARE.fullmatch(text) else toml(text)


def _toml_character(char: str) -> str:
    if char in ('"', "\\"):
        return f"\\{char}"
    if (kind := category(char)) not in _UNSEEN:
        return char
    if kind == "Cs":
        return "\ufffd"
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"
