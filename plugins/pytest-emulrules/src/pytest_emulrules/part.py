"""The part that emulrules takes in one run of pytest: which tests there are, and what is told at the end."""

from pathlib import Path
from typing import Any

import pytest

from emulrules.files.library import Library
from pytest_emulrules.asked import Asked
from pytest_emulrules.cases import CASE, WRITTEN, CaseFile, is_season
from pytest_emulrules.laws import LAW, law_items
from pytest_emulrules.touching import parts

__all__ = ["Part"]


class Part:
    """Registered with pytest for one run; what tests found comes to it with their reports, from other processes too."""

    def __init__(self, config: pytest.Config) -> None:
        self._asked = Asked.of(config)
        self._tried: dict[str, list[tuple[str, int, int]]] = {}
        self._touched: dict[str, set[str]] = {}
        self._cases: dict[str, int] = {}
        self._written: list[str] = []
        explicit = config.args_source is config.ArgsSource.ARGS
        # Folders of the settings are part of the whole suite; those of the command line are meant in any case.
        if config.getoption("--emulrules-cases") or not explicit:
            config.args.extend(str(folder) for folder in self._asked.cases)

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> CaseFile | None:
        """A season file of the folders of cases."""
        if file_path.suffix != ".toml" or not any(file_path.is_relative_to(folder) for folder in self._asked.cases):
            return None
        return CaseFile.from_parent(parent, path=file_path, asked=self._asked) if is_season(file_path) else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Adds the laws, which stand in no file, before anything is selected by name."""
        items.extend(law_items(session, self._asked))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keeps what a test found."""
        if report.when != "call":
            return
        for name, found in report.user_properties:
            self._keep(name, found)

    def _keep(self, name: str, found: Any) -> None:
        if name == LAW:
            ruleset, law, examples, met = found
            self._tried.setdefault(ruleset, []).append((law, examples, met))
        elif name == CASE:
            ruleset, shown = found
            self._touched.setdefault(ruleset, set()).update(shown)
            self._cases[ruleset] = self._cases.get(ruleset, 0) + 1
        elif name == WRITTEN:
            self._written.append(found)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tells how often each law had something to say, which goldens were written, and what no case touches."""
        if self._tried:
            terminalreporter.section("emulrules: laws")
            for line in self._laws(terminalreporter):
                terminalreporter.line(line)
        if self._written:
            terminalreporter.section("emulrules: golden decisions written")
            for path in sorted(self._written):
                terminalreporter.line(path)
        if self._asked.coverage:
            terminalreporter.section("emulrules: what no case touches")
            for line in self._untouched():
                terminalreporter.line(line)

    def _laws(self, reporter: pytest.TerminalReporter) -> list[str]:
        """Each ruleset with the laws that say nothing of it and why, and how many of its seasons the others met."""
        skipped = {report.nodeid: report.longrepr for report in reporter.stats.get("skipped", ())}
        lines: list[str] = []
        for ruleset, tried in sorted(self._tried.items()):
            met = [(law, examples, number) for law, examples, number in sorted(tried) if number]
            lines.append(f"{ruleset}: {len(met)} of {len(tried)} had something to say")
            lines.extend(f"  {law}: {number} of {examples} seasons met its conditions" for law, examples, number in met)
            for nodeid, why in skipped.items():
                if nodeid.startswith(f"emulrules/{ruleset}::"):
                    reason = why[2] if isinstance(why, tuple) else str(why)
                    lines.append(f"  {nodeid.rpartition('::')[2]}: does not apply. {reason.removeprefix('Skipped: ')}")
        return lines

    def _untouched(self) -> list[str]:
        """Every version of a ruleset that has cases or was asked for, with the parts that no case came through."""
        library = Library(self._asked.shelves)
        asked = {f"{each.id}/{each.in_force}": each for each in library.listed}
        wanted = [name for name, each in asked.items() if name in self._touched or each.id in self._asked.rulesets]
        lines: list[str] = []
        for name in wanted:
            listed = asked[name]
            every = parts(library.read(listed.id, listed.in_force).value)
            shown = self._touched.get(name, set())
            left = [part for part in every if part not in shown]
            cases = self._cases.get(name, 0)
            lines.append(f"{name}: {len(every) - len(left)} of {len(every)} parts touched by {cases} cases")
            lines.extend(f"  {part}" for part in left)
        return lines or ["no case was decided, and no ruleset was named"]
