"""What one run of pytest was asked for: rulesets, folders, how much is tried, and in which language it is told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from emulrules.value import frozen

__all__ = ["Asked"]


@frozen
class Asked:
    """The options and the settings of one run; folders are whole paths."""

    rulesets: tuple[str, ...]
    shelves: tuple[Path, ...]
    examples: int
    counterexamples: Path | None
    cases: tuple[Path, ...]
    write: bool
    coverage: bool
    language: Literal["vi", "en"]

    @classmethod
    def of(cls, config: pytest.Config) -> "Asked":
        """What `config` says."""
        here = config.invocation_params.dir
        kept = config.getoption("--emulrules-counterexamples")
        return cls(
            tuple(dict.fromkeys(config.getoption("--emulrules-ruleset"))),
            _folders(config, "rulesets", here),
            config.getoption("--emulrules-examples"),
            None if kept is None else here / kept,
            _folders(config, "cases", here),
            config.getoption("--emulrules-write-goldens"),
            config.getoption("--emulrules-coverage"),
            config.getoption("--emulrules-lang"),
        )


def _folders(config: pytest.Config, kind: str, here: Path) -> tuple[Path, ...]:
    """Those of the command line first, then those of the settings. Raises `UsageError` for what is no folder."""
    named: Sequence[str] = config.getoption(f"--emulrules-{kind}")
    folders = [here / folder for folder in named] + list(config.getini(f"emulrules_{kind}"))
    if missing := [str(folder) for folder in folders if not folder.is_dir()]:
        raise pytest.UsageError(f"emulrules {kind}: not a folder: {', '.join(missing)}")
    return tuple(dict.fromkeys(folder.resolve() for folder in folders))
