"""Laws as tests: one for each law and each version of a ruleset, held together with the policy that it names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from emulrules.errors import EmulrulesError
from emulrules.files.library import Library
from emulrules.files.writing import write_text
from emulrules.model.names import near
from emulrules.model.ruleset import Ruleset
from emulrules.plugins.load import load_policy
from emulrules.policy import Policy
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws import LAWS, Law
from emulrules.testing.seasons import invent_season
from emulrules.testing.trial import Broken, try_law
from pytest_emulrules.asked import Asked
from pytest_emulrules.counterexample import conditions, season_file, shown_files, summary, told
from pytest_emulrules.why import lacking

__all__ = ["LAW", "BrokenLaw", "LawItem", "law_items"]

LAW: Final = "emulrules-law"
"""Under this name a report carries which law was tried, on what, and of how many seasons it had something to say."""


class BrokenLaw(Exception):  # noqa: N818  # what is wrong is the policy or the ruleset, and this says which law showed it
    """A law that a ruleset with its policy does not keep; its text is all that there is to say."""


class RulesetNode(pytest.Collector):
    """One version of a ruleset, and its policy."""

    def __init__(self, *, ruleset: Ruleset, policy: Policy, asked: Asked, **named: Any) -> None:
        super().__init__(**named)
        self.ruleset = ruleset
        self.policy = policy
        self.asked = asked

    def collect(self) -> Iterator[pytest.Item]:
        """A test for every part of every law."""
        for number, laws in LAWS.items():
            for law in laws:
                name = f"law-{number:02}-{law.__name__.replace('_', '-')}"
                yield LawItem.from_parent(self, name=name, law=law, node=self)


class LawItem(pytest.Item):
    """One law, tried on invented seasons of one ruleset."""

    def __init__(self, *, law: Law, node: RulesetNode, **named: Any) -> None:
        super().__init__(**named)
        self._law = law
        self._of = node

    def runtest(self) -> None:
        """Raises `BrokenLaw` with the smallest season; skips where no season met the law's conditions."""
        of, asked = self._of, self._of.asked
        trial = try_law(self._law, of.ruleset, of.policy, examples=asked.examples)
        self.user_properties.append((LAW, [of.name, self.name, trial.examples, trial.met]))
        if trial.broken is not None:
            raise BrokenLaw(self._text(trial.broken, trial.examples))
        if not trial.met:
            pytest.skip(self._why(trial.examples))

    def _why(self, examples: int) -> str:
        """How often the law's conditions were tried in vain, what is lacking, and what they are."""
        of = self._of
        case = Case(invent_season(Lots(of.name), of.ruleset), of.ruleset, of.policy)
        lacks = lacking(self._law, case)
        told = f" ({lacks})" if lacks else ""
        return f"0 of {examples} seasons met its conditions{told}: {conditions(self._law)}"

    def _text(self, broken: Broken, number: int) -> str:
        season = season_file(self._law, broken, self._of.asked.language)
        lines = [
            f"{self._of.name} does not keep {self.name}.",
            summary(self._law),
            f"Found instead: {told(broken, self._of.asked.language)}",
            f"Season {number} was the first to break it; the smallest one found that does:",
            "",
            season,
            self._kept(season),
            *self._shown(broken),
        ]
        return "\n".join(lines)

    @property
    def _file(self) -> str:
        return f"{self._of.name.replace('/', '-')}-{self.name}"

    def _kept(self, season: str) -> str:
        """Writes the file where that is wanted; how to decide it."""
        folder = self._of.asked.counterexamples
        file = "SEASON.toml"
        if folder is not None:
            path = folder / f"{self._file}.toml"
            _write(path, season)
            file = str(path)
        return f"Decide it: emulrules decide {file}{self._shelves}"

    def _shown(self, broken: Broken) -> Iterator[str]:
        """The years that the law made of it, with their rulesets: written where that is wanted, otherwise told."""
        years = shown_files(broken)
        if not years:
            return
        folder = self._of.asked.counterexamples
        where = "" if folder is None else f"{folder / self._file}/"
        yield "It shows in the decisions of what the law made of it:"
        for year in years:
            for name, text in year.files.items():
                if folder is not None:
                    _write(folder / self._file / name, text)
                else:
                    yield from ("", f"# {name}", text)
            shelves = "" if year.rulesets is None else f" --rulesets {where}{year.rulesets}"
            yield f"Decide it: emulrules decide {where}{year.season}{shelves}{self._shelves}"

    @property
    def _shelves(self) -> str:
        return "".join(f" --rulesets {shelf}" for shelf in self._of.asked.shelves)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The text alone: the way through the engine says nothing about the plugin."""
        if isinstance(excinfo.value, BrokenLaw):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """How pytest names it."""
        return self.config.rootpath, None, f"{self._of.name}: {self.name}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text)


def law_items(session: pytest.Session, asked: Asked) -> list[pytest.Item]:
    """The tests of all rulesets that were asked for.

    Raises `UsageError` for one that is not known, cannot be read or names a policy that cannot be loaded.
    """
    library = Library(asked.shelves)
    return [item for id_ in asked.rulesets for node in _nodes(session, library, id_, asked) for item in node.collect()]


def _nodes(session: pytest.Session, library: Library, id_: str, asked: Asked) -> Iterator[RulesetNode]:
    days = library.dates(id_)
    if not days:
        known = sorted({listed.id for listed in library.listed})
        hint = near(id_, known)
        meant = f"did you mean {hint}?" if hint is not None else f"there are: {', '.join(known) or 'none'}"
        raise pytest.UsageError(f"--emulrules-ruleset {id_}: there is no such ruleset; {meant}")
    versions = []
    for day in days:
        try:
            ruleset = library.read(id_, day).value
            if ruleset.clusters:
                versions.append((ruleset, load_policy(ruleset)))
        except EmulrulesError as refused:
            raise pytest.UsageError(f"--emulrules-ruleset {id_}:\n{refused.render(asked.language)}") from refused
    if not versions:
        raise pytest.UsageError(f"--emulrules-ruleset {id_}: it has no cluster, so that it decides no season by itself")
    for ruleset, policy in versions:
        name = f"{ruleset.id}/{ruleset.in_force}"
        yield RulesetNode.from_parent(
            session, name=name, nodeid=f"emulrules/{name}", ruleset=ruleset, policy=policy, asked=asked
        )
