"""A TOML document as plain data: every text in NFC, every key with its line, every number still exact.

The text is looked through before the parser sees it, so that the parser meets nothing that could hurt it.
"""

import os
from typing import Any

import tomli

from emulrules.errors import EmulrulesError, Fault
from emulrules.files.converter import Bare
from emulrules.files.document import ordered
from emulrules.files.source_text import SourceText, read_source
from emulrules.files.text import clean
from emulrules.files.toml_layout import Layout, lay_out
from emulrules.files.toml_slips import SHOWN
from emulrules.value import frozen

__all__ = ["TomlText", "parse_toml", "read_toml"]


@frozen
class TomlText:
    """The plain data, the file that it was read from, and what is wrong with its texts and numerals so far."""

    data: dict[str, Any]
    source: SourceText
    layout: Layout
    faults: tuple[Fault, ...]

    def at(self, fault: Fault) -> Fault:
        """The fault with its file, and with its line where it has none yet."""
        if fault.file is not None:
            return fault
        return fault.at(self.source.path, fault.line or self.layout.line(fault.path))


def read_toml(path: str | os.PathLike[str], refuse: type[EmulrulesError]) -> TomlText:
    """The document in the file at `path`.

    Raises `FileError` for a file that cannot be read as text, and `refuse` for a text that is not TOML.
    """
    return parse_toml(read_source(path, ".toml"), refuse)


def parse_toml(source: SourceText, refuse: type[EmulrulesError]) -> TomlText:
    """The document that `source` writes; raises `refuse` as `read_toml` does."""
    layout = lay_out(source.text)
    if not layout.blocking:
        try:
            data, faults = clean(tomli.loads(source.text, parse_float=Bare))
        except tomli.TOMLDecodeError as error:
            layout.blocking.extend(_told(error, layout))
        else:
            return TomlText(data, source, layout, (*layout.faults, *faults))
    raise refuse(ordered(fault.at(source.path, fault.line) for fault in (*layout.blocking, *layout.faults)))


def _told(error: tomli.TOMLDecodeError, layout: Layout) -> list[Fault]:
    """What the parser found, in our words; nothing, where a fault of the same line says it better."""
    line = min(error.lineno, error.doc.count("\n") + 1)
    if any(fault.line == line for fault in layout.faults):
        return []
    text = error.doc.split("\n")[line - 1].strip()[:SHOWN]
    if error.msg.startswith(("Cannot", "Duplicate")):
        return [Fault("key-conflict", (), {}, None, line)]
    if "scape" in error.msg or "hex value" in error.msg:
        return [Fault("escape-unknown", (), {}, None, line)]
    if "date" in error.msg:
        return [Fault("date-unknown", (), {"text": text}, None, line)]
    return [Fault("line-not-read", (), {"text": text}, None, line)]
