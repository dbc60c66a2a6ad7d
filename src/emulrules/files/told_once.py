"""Told once: of all that is found wrong at one place, what helps whoever mends it.

What is wrong with a text itself (it is empty, not filled in, or holds a space too many) is told alone: nothing that is
said of its meaning holds once it is typed again. An empty text is told with what its place needs.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path

__all__ = ["told_once"]

_OF_TEXT: Final = frozenset(
    {
        "character-forbidden",
        "character-not-plain",
        "letter-alike",
        "letter-foreign",
        "not-filled-in",
        "number-notation",
        "text-edges",
        "text-empty",
        "text-too-long",
    }
)
_SAYING_WHAT_IS_DUE: Final = frozenset({"not-one-of", "season-id"})
"""Of an empty text, these say more than that it is empty."""

_NEEDED: Final = frozenset(
    {"authority", "cluster", "document", "id", "name", "policy", "question", "ruleset", "source", "title"}
)
"""Keys that cannot be left out, so that nobody is told to do so."""


def told_once(faults: Iterable[Fault], data: dict[str, Any]) -> Iterator[Fault]:
    """The faults of the document `data`, with one for each place where the text itself is wrong."""
    found = list(faults)
    asking = {fault.path for fault in found if fault.code in _SAYING_WHAT_IS_DUE}
    of_text = {
        fault.path
        for fault in found
        if fault.code in _OF_TEXT and not (fault.code == "text-empty" and fault.path in asking)
    }
    empty = {fault.path for fault in found if fault.code == "text-empty"}
    cells = {path[:3] for path in empty if len(path) >= 3 and path[0] == "scores"}
    yield from (_empty_cell(path, data) for path in sorted(cells, key=str))
    for fault in found:
        if fault.path[:3] in cells:
            continue
        if fault.code == "text-empty" and fault.path in asking:
            continue
        if fault.code in _OF_TEXT or fault.path not in of_text:
            yield _needed(fault) if fault.code == "text-empty" else fault


def _empty_cell(path: Path, data: dict[str, Any]) -> Fault:
    """A cell without a score; what is to be written there shows in the form that stands there, or in other rows."""
    scores = data.get("scores")
    cells = scores.get(path[1]) if isinstance(scores, dict) else None
    rows = list(cells.values()) if isinstance(cells, dict) else []
    return Fault(next(filter(None, map(_form, rows)), "cell-empty"), path, {"criterion": path[1], "unit": path[2]})


def _form(cell: object) -> str | None:
    """The code that tells what a cell of this form lacks; a text may stand in the place of any, a stage hold each."""
    if isinstance(cell, list):
        return "cell-empty-held"
    if not isinstance(cell, dict):
        return None
    if {"plus", "minus"} & cell.keys():
        return "cell-empty-net"
    if {"actual", "plan"} & cell.keys():
        return "cell-empty-ratio"
    return next(filter(None, map(_form, cell.values())), None)


def _needed(fault: Fault) -> Fault:
    key = fault.path[-1] if fault.path else ""
    return Fault("text-empty-needed", fault.path, {"key": key}) if key in _NEEDED else fault
