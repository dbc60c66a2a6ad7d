"""Rulesets with one fault each, and what `emulrules check` finds in them and in their mended twins.

`check_examples/<code>.toml` has the fault `code`, a finding's or one that the reader refuses, on each line that ends in
`# finding`; `<code>.mended.toml` is the same without it. Several examples of one code are told apart after `--`.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from installing import installing

from emulrules.checks.inspection import Inspection, inspect_file
from emulrules.wording import catalogue

__all__ = ["BESIDE", "CODES", "EXAMPLES", "code_of", "inspected", "marked", "twin"]

EXAMPLES: Final = sorted(
    path for path in (Path(__file__).parent / "check_examples").glob("*.toml") if not path.stem.endswith(".mended")
)
"""Every example that is faulty."""

BESIDE: Final = Path(__file__).parent / "check_examples" / "beside"
"""Rulesets that stand beside the examples: other dated files of theirs, and what they extend."""

SILENT: Final = "goi-im-lang"
"""A plugin that leaves everything to the standard policy."""

CODES: Final = sorted(code for code in catalogue() if code.startswith("check-") and not code.endswith("-fix"))
"""Every code of a finding."""


def code_of(example: Path) -> str:
    """The code that the example is there for."""
    return example.stem.partition("--")[0]


def twin(example: Path) -> Path:
    """The same ruleset without the fault."""
    return example.with_suffix(".mended.toml")


def marked(example: Path) -> list[int]:
    """The lines that something is to be found on."""
    lines = example.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# finding")]


@cache
def inspected(example: Path) -> Inspection:
    """What is found in it, where a plugin is installed that answers nothing, if it names that."""
    if f'policy = "{SILENT}"' not in example.read_text(encoding="utf-8"):
        return inspect_file(str(example), [BESIDE])
    with (
        TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patch,
        installing(Path(folder), patch) as install,
    ):
        install(SILENT, SILENT)
        return inspect_file(str(example), [BESIDE])
