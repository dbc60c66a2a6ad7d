"""A plugin of pytest: rulesets and their policies are held to the laws, season files to their golden decisions.

It is loaded into every run of pytest where it is installed, so that nothing but its options stands here: the rest is
imported when one of them is used.
"""

from pathlib import Path
from typing import Final

import pytest

__all__ = ["pytest_addoption", "pytest_configure"]

_EXAMPLES: Final = 25
_OPTIONS: Final = ("ruleset", "cases", "coverage")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, all of which begin with `--emulrules-`."""
    group = parser.getgroup("emulrules", "rulesets, their policies and their cases")
    add = group.addoption
    add(
        "--emulrules-ruleset",
        action="append",
        default=[],
        metavar="ID",
        help="hold every version of this ruleset, with the policy that it names, to the laws",
    )
    add(
        "--emulrules-rulesets",
        action="append",
        default=[],
        metavar="DIR",
        help="folder of rulesets, searched before those installed",
    )
    add(
        "--emulrules-examples",
        type=_positive,
        default=_EXAMPLES,
        metavar="N",
        help=f"so many invented seasons a law and ruleset (default: {_EXAMPLES})",
    )
    add(
        "--emulrules-counterexamples",
        metavar="DIR",
        help="folder into which the smallest season that breaks each law is written",
    )
    add(
        "--emulrules-cases",
        action="append",
        default=[],
        metavar="DIR",
        help="folder of season files; each is a test, skipped where it has no golden decision beside it",
    )
    add(
        "--emulrules-write-goldens",
        action="store_true",
        help="write the golden decisions of those folders instead of comparing them",
    )
    add(
        "--emulrules-coverage",
        action="store_true",
        help="tell at the end which rules no case touches",
    )
    add("--emulrules-lang", choices=("vi", "en"), default="en", help="language of refusals and differences")
    parser.addini("emulrules_cases", "folders of season files with golden decisions", type="paths", default=[])
    parser.addini("emulrules_rulesets", "folders of rulesets", type="paths", default=[])


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def pytest_configure(config: pytest.Config) -> None:
    """Takes part in this run if it was asked to."""
    named: list[Path] = config.getini("emulrules_cases")
    if named or any(config.getoption(f"--emulrules-{option}") for option in _OPTIONS):
        from pytest_emulrules.part import Part

        config.pluginmanager.register(Part(config), "emulrules-part")
