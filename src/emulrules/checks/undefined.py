"""Undefined rules: what a ruleset declares that no text defines, and what of it every season will need.

Where somebody may be asked, a season is decided with the answer. Where nobody may, a stage that needs the value refuses
the season: the weights of criteria always have one, so that only headship is needed so.
"""

from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """A note on each entry of `[[undefined]]`."""
    for rule in ruleset.undefined:
        data = {"what": rule.what, "says": rule.says}
        yield Finding("check-undefined", ("undefined", rule.id), data, rule.basis, note=True)
