"""The tables of docs/checking.md, made of the sentences that `emulrules check` says.

`python tests/finding_rows.py` writes them into the page; a test compares.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from checking import CODES, EXAMPLES, code_of, inspected

from emulrules.wording import catalogue

__all__ = ["PAGE", "tables", "without_tables"]

PAGE: Final = Path(__file__).parent.parent / "docs" / "checking.md"

_START: Final = "## What is found\n"


def tables() -> str:
    """Everything from the heading of the first table on: findings, then notes."""
    notes = {code for code in CODES if code in _noted()}
    found = _table(code for code in CODES if code not in notes)
    noted = _table(sorted(notes))
    return f"{_START}\n{found}\n## What is only noted\n\n{noted}"


def without_tables(page: str) -> str:
    """The page up to the tables."""
    return page.partition(_START)[0]


def _noted() -> set[str]:
    """The codes that their own examples show as notes."""
    own = {example: code_of(example) for example in EXAMPLES}
    return {code for example, code in own.items() if code in {each.finding.code for each in inspected(example).notes}}


def _table(codes: Iterable[str]) -> str:
    rows = ["| code | what it says | what to do |", "|---|---|---|"]
    for code in codes:
        rows.append(f"| `{code}` | {_told(catalogue()[code].en)} | {_told(catalogue()[f'{code}-fix'].en)} |")
    return "\n".join(rows) + "\n"


def _told(sentence: str) -> str:
    """A sentence with what it names in the place of its figures."""
    return sentence.replace("{{", "{").replace("}}", "}").replace("[[", "`[[").replace("]]", "]]`").replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(without_tables(PAGE.read_text(encoding="utf-8")) + tables(), encoding="utf-8")
