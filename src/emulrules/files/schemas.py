"""Schemas: the JSON Schema of each file that people write, for editors that check it while somebody types.

They are made from the model and from the pages on formats, which are not installed; so the made files are shipped, and
a test holds them to what they are made from.
"""

from pathlib import Path
from typing import Final

__all__ = ["SCHEMAS", "schema_text"]

SCHEMAS: Final = ("season", "ruleset", "council")
"""What has a schema."""

_FOLDER: Final = Path(__file__).parents[1] / "schemas"


def schema_text(name: str) -> str:
    """The JSON Schema (2020-12) of the file `name`, one of `SCHEMAS`, as text that ends in a newline."""
    return (_FOLDER / f"{name}.json").read_text(encoding="utf-8")
