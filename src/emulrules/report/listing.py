"""Lists of what is installed: one row a thing, below a heading."""

from collections.abc import Iterable, Sequence

from emulrules.report.layout import columns
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["listed"]


def listed(heading: Sequence[str], rows: Iterable[Sequence[str]], language: str = "vi") -> str:
    """`rows` in columns below `heading`, which are codes of the report, ending in a newline."""
    named = [say(f"report-{code}", language) for code in heading]
    return "\n".join(columns([named, *(list(map(plain, row)) for row in rows)], indent=0)) + "\n"
