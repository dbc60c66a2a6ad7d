"""What `emulrules check` found, as lines for people and as an object for programs."""

from collections.abc import Iterator
from typing import Any

from emulrules.checks.inspection import Inspection, Placed
from emulrules.checks.plugin import PluginInspection
from emulrules.checks.refusals import Refused
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["findings_object", "findings_text", "plugin_object", "plugin_text"]


def findings_text(found: Inspection, language: str = "vi") -> str:
    """A line a finding with its article and its one fix below, then notes, then how many of each; ends in a newline."""
    return "\n".join(_lines(found, language)) + "\n"


def _lines(found: Inspection, language: str) -> Iterator[str]:
    for refused in found.refused:
        yield plain(refused.fault.render(language))
        yield from _articles(refused.basis, language)
    for placed in found.findings:
        yield _line(placed, language)
        yield from _articles(placed.finding.basis, language)
        yield "    " + plain(say("checked-fix", language, fix=placed.finding.fix(language)))
    if found.notes:
        yield say("checked-notes", language)
    yield from (f"  {_line(placed, language)}" for placed in found.notes)
    mended = len(found.refused) + len(found.findings)
    yield say("checked-counts", language, findings=mended, notes=len(found.notes))


def _articles(basis: tuple[str, ...], language: str) -> Iterator[str]:
    if basis:
        yield "    " + plain(say("checked-basis", language, basis="; ".join(basis)))


def _line(placed: Placed, language: str) -> str:
    finding = placed.finding
    return plain(f"{placed.file}:{placed.line}: {finding.code}: {finding.sentence(language)}")


def findings_object(found: Inspection, language: str = "vi") -> dict[str, Any]:
    """The same as JSON can hold it; sentences are in `language`, everything else is not."""
    told = [_refused(each, language) for each in found.refused]
    return {
        "format": "emulrules/check/1",
        "findings": told + [_finding(placed, language) for placed in found.findings],
        "notes": [_finding(placed, language) for placed in found.notes],
    }


def plugin_text(name: str, found: PluginInspection, language: str = "vi") -> str:
    """Which rulesets name the plugin, and what is wrong with it; ends in a newline."""
    named = ", ".join(f"{each.id} {each.in_force}" for each in found.rulesets)
    code = "checked-named-by" if named else "checked-named-by-none"
    told = say(code, language, plugin=name, rulesets=named) if named else say(code, language, plugin=name)
    return f"{plain(told)}\n{findings_text(found.found, language)}"


def plugin_object(name: str, found: PluginInspection, language: str = "vi") -> dict[str, Any]:
    """The same as JSON can hold it."""
    rulesets = [{"id": each.id, "in_force": str(each.in_force)} for each in found.rulesets]
    return {**findings_object(found.found, language), "plugin": name, "rulesets": rulesets}


def _refused(refused: Refused, language: str) -> dict[str, Any]:
    fault = refused.fault
    return {
        "code": fault.code,
        "file": fault.file,
        "line": fault.line,
        "path": list(fault.path),
        "basis": list(refused.basis),
        "sentence": fault.sentence(language),
        "fix": refused.fix(language),
    }


def _finding(placed: Placed, language: str) -> dict[str, Any]:
    finding = placed.finding
    return {
        "code": finding.code,
        "file": placed.file,
        "line": placed.line,
        "path": list(finding.path),
        "basis": list(finding.basis),
        "sentence": finding.sentence(language),
        "fix": finding.fix(language),
    }
