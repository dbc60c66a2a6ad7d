"""Refusals: what the reader refuses in a ruleset file, with the articles of the rule in which it stands.

Such a rule is no part of any ruleset yet, so that its basis is looked for in the file as it is written.
"""

from typing import Any, Final

from emulrules.errors import Fault, RulesetError
from emulrules.files.citing import cited, cited_sources
from emulrules.files.document import Path
from emulrules.files.toml_text import TomlText, read_toml
from emulrules.value import frozen
from emulrules.wording import catalogue, say

__all__ = ["Refused", "refused"]

_ADVICE: Final = "; hãy "
"""What stands in a Vietnamese sentence before the thing to do; the English one has its only semicolon there."""


@frozen
class Refused:
    """A `fault` that the reader refuses, and the `basis` of its rule; empty where it stands in no rule that has one."""

    fault: Fault
    basis: tuple[str, ...] = ()

    def fix(self, language: str = "en") -> str | None:
        """The one thing to do, which its sentence ends with; None where that says none."""
        data = self.fault.data
        if self.fault.code.endswith("-near"):
            return say("checked-fix-near", language, near=data["near"])
        words = catalogue()[self.fault.code]
        advice = words.vi.partition(_ADVICE)[2]
        if not advice:
            return None
        told = f"Hãy {advice}" if language == "vi" else words.en.partition("; ")[2]
        return (told[:1].upper() + told[1:]).format_map(data)


def refused(fault: Fault) -> Refused:
    """The fault with the articles of its rule, read anew from its file.

    Raises `FileError` where the file can be read no more.
    """
    if fault.file is None or not fault.path:
        return Refused(fault)
    try:
        toml = read_toml(fault.file, RulesetError)
    except RulesetError:
        return Refused(fault)  # a text that is not TOML has no rules; why it is not is the fault itself
    section = fault.path[0]
    rules = cited(toml.data.get(str(section)), (section,), cited_sources(toml.data), [])
    return Refused(fault, _nearest(rules, _written(fault, toml)[1:]))


def _written(fault: Fault, toml: TomlText) -> Path:
    """The path inside the file itself: an entry of an array may be named by its id, or by its index after merging."""
    section, *rest = fault.path
    entries = toml.data.get(str(section))
    if not isinstance(entries, list):
        return fault.path
    found: list[Path] = [(section, index, *rest[1:]) for index in range(len(entries))]
    own = [path for path in (fault.path, *found) if path in found and toml.layout.line(path) == fault.line]
    return own[0] if own else (section,)


def _nearest(rule: Any, path: Path) -> tuple[str, ...]:
    """The basis of the innermost rule on the way that has one."""
    basis: tuple[str, ...] = ()
    while True:
        if isinstance(rule, dict):
            stated = rule.get("basis")
            if isinstance(stated, list) and all(type(each) is str for each in stated):
                basis = tuple(stated) or basis
        if not path:
            return basis
        key, path = path[0], path[1:]
        if isinstance(rule, list) and isinstance(key, int) and 0 <= key < len(rule):
            rule = rule[key]
        elif isinstance(rule, dict):
            rule = rule.get(str(key))
        else:
            return basis
