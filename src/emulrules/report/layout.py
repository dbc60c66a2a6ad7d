"""Lines of a fixed width: paragraphs, entries with a hanging indent, and columns.

The width is not asked of the terminal, so that the same decision prints the same everywhere.
"""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Final

__all__ = ["WIDTH", "columns", "entry", "lines"]

WIDTH: Final = 110


def lines(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    """`text` broken at spaces; its first line is indented by `indent`, the others by `hang` more."""
    first, rest = " " * indent, " " * (indent + hang)
    return wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ) or [first.rstrip()]


def entry(mark: str, text: str, indent: int = 2) -> list[str]:
    """`text` after `mark`, with its further lines below its first word."""
    return lines(f"{mark} {text}", indent, len(mark) + 1)


def columns(rows: Iterable[Sequence[str]], indent: int = 2, right: Sequence[int] = ()) -> list[str]:
    """Rows as columns, each as wide as its widest cell; those in `right` are set to the right."""
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        (
            " " * indent
            + "  ".join(
                cell.rjust(width) if number in right else cell.ljust(width)
                for number, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
        ).rstrip()
        for row in table
    ]
