"""Cases as tests: a season file with its golden decision beside it, which must come out byte for byte."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from emulrules.engine import decide
from emulrules.errors import EmulrulesError, PluginError, RulesetError, SeasonError
from emulrules.files.decision_json import as_object, to_json
from emulrules.files.library import read_ruleset
from emulrules.files.record import first_difference
from emulrules.files.season import SEASON_FORMAT, read_season
from emulrules.files.writing import write_text
from emulrules.model.decision import Decision
from emulrules.plugins.load import load_policy
from emulrules.report.diff import diff_text
from emulrules.report.differences import compare_kept
from emulrules.report.quoting import plain
from pytest_emulrules.asked import Asked
from pytest_emulrules.touching import touched

__all__ = ["CASE", "WRITTEN", "CaseFile", "is_season"]

CASE: Final = "emulrules-case"
"""Under this name a report carries which version of a ruleset a case was decided under, and what it touched of it."""

WRITTEN: Final = "emulrules-written"
"""Under this name a report carries the golden decision that was written."""

_HEAD: Final = 4_000
_SHOWN: Final = 400


class DifferentDecision(Exception):  # noqa: N818  # it says what is different, and not whose error that is
    """A decision that is not the golden one."""


def is_season(path: Path) -> bool:
    """Whether the file says at its head that it is a season."""
    with path.open("rb") as stream:
        return f'"{SEASON_FORMAT}"'.encode() in stream.read(_HEAD)


class CaseFile(pytest.File):
    """A season file."""

    def __init__(self, *, asked: Asked, **named: Any) -> None:
        super().__init__(**named)
        self._asked = asked

    def collect(self) -> Iterator[pytest.Item]:
        """Its one test."""
        yield CaseItem.from_parent(self, name="decision", asked=self._asked)


class CaseItem(pytest.Item):
    """One season, decided under the ruleset that governs it."""

    def __init__(self, *, asked: Asked, **named: Any) -> None:
        super().__init__(**named)
        self._asked = asked

    def runtest(self) -> None:
        """Raises what refuses the season, and `DifferentDecision` where something else comes out.

        Where there is nothing to compare with, it is skipped, which says so: a case that nobody holds to anything is
        easily taken for one that passes.
        """
        golden = self.path.with_suffix(".json")
        if not self._asked.write and not golden.exists():
            pytest.skip(f"no golden decision {golden.name} beside it, which --emulrules-write-goldens writes")
        decision = decided(self.path, self._asked)
        rules = decision.rules
        self.user_properties.append((CASE, [f"{rules.id}/{rules.in_force}", sorted(touched(decision))]))
        found = to_json(decision)
        if not self._asked.write:
            _compare(golden, decision, self._asked.language)
        elif not golden.exists() or golden.read_text(encoding="utf-8") != found:
            write_text(golden, found)
            self.user_properties.append((WRITTEN, str(golden)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was refused or is different, without the way through the engine."""
        error = excinfo.value
        if isinstance(error, EmulrulesError):
            return error.render(self._asked.language)
        if isinstance(error, DifferentDecision):
            return str(error)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """How pytest names it."""
        return self.path, None, self.path.stem


def decided(path: Path, asked: Asked) -> Decision:
    """The decision of the season in that file. Raises what refuses it, with the places of its faults."""
    season = read_season(path)
    try:
        ruleset = read_ruleset(season.value, asked.shelves)
        try:
            return decide(season.value, ruleset.value, load_policy(ruleset.value))
        except RulesetError as error:
            raise ruleset.located(error) from error
        except PluginError as error:
            raise PluginError([fault.at(*ruleset.place(("policy",))) for fault in error.faults]) from error
    except SeasonError as error:
        raise season.located(error) from error


def _compare(golden: Path, decision: Decision, language: str) -> None:
    text = golden.read_text(encoding="utf-8")
    if text == to_json(decision):
        return
    try:
        kept = json.loads(text)
        changes = diff_text(compare_kept(kept, decision), decision, decision, language)
    except (ValueError, KeyError, TypeError, AttributeError, SeasonError):
        # A golden file may hold anything: then there is nothing that could be compared unit by unit.
        raise DifferentDecision(f"{golden.name} is no decision of this cluster; {_again()}") from None
    lines = (f"{golden.name} differs.", *_first(kept, as_object(decision)), changes, _again())
    raise DifferentDecision("\n".join(lines))


def _again() -> str:
    return "if what comes out now is right, write it with --emulrules-write-goldens"


def _first(kept: Any, now: Any) -> Iterator[str]:
    """The first step that differs, with its values; of what is not in steps, the first part."""
    steps = first_difference(kept["steps"], now["steps"])
    where = first_difference(kept, now) if steps is None else ("steps", *steps)
    if where is None:
        yield "The values are the same; only how they are written is not."
        return
    yield f"First difference: {'.'.join(map(str, where))}"
    for name, side in (("golden", kept), ("now", now)):
        if where[0] == "steps" and len(where) > 1:
            yield f"  {name} step: {_shown(side, where[:2])}"
        yield f"  {name}: {_shown(side, where)}"


def _shown(value: Any, path: tuple[str | int, ...]) -> str:
    for part in path:
        inside = part in value if isinstance(value, dict) else isinstance(part, int) and part < len(value)
        if not inside:
            return "(nothing)"
        value = value[part]
    text = plain(json.dumps(value, ensure_ascii=False, sort_keys=True))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
