"""Counterexamples: the smallest season that breaks a law, as a file that `emulrules decide` takes as it is.

A law may make other years of it, under a ruleset that it alters: with awards of its own, without what it does not speak
of. Then these are files too, with their rulesets, so that what is decided of them shows what is wrong.
"""

from fractions import Fraction
from inspect import getdoc
from textwrap import wrap
from typing import Final

from attrs import evolve

from emulrules.errors import EmulrulesError
from emulrules.model.criterion import Criterion
from emulrules.report.quoting import plain
from emulrules.testing.laws import Law
from emulrules.testing.toml_writing import written
from emulrules.testing.trial import Broken
from emulrules.value import frozen

__all__ = ["Shown", "conditions", "season_file", "shown_files", "summary", "told"]

_ALTERED: Final = "thu"
"""What follows the id of an altered ruleset: under its own, it would claim the place of the one that is installed."""

_FAR: Final = Fraction(10**6)
"""A maximum that no points come near to: a file must say one where a law has left it out."""

_WIDTH = 110
_LONGEST = 1_500
_OTHERWISE = "tried once more, the same season did not: the policy answers otherwise although it is asked the same"


def _paragraphs(law: Law) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in (getdoc(law) or "").split("\n\n")]


def summary(law: Law) -> str:
    """What the law says, in one sentence."""
    return _paragraphs(law)[0].rstrip(":")


def conditions(law: Law) -> str:
    """Of which seasons the law says something: what stands beside its sentence, without the proof."""
    _, *rest = _paragraphs(law)
    return " ".join(rest).partition("Proof:")[0].strip() or summary(law)


def told(broken: Broken, language: str) -> str:
    """What was found instead, or how the season was refused, on a line or two."""
    error = broken.error
    found = error.render(language) if isinstance(error, EmulrulesError) else str(error)
    shown = plain(" ".join(found.split()))
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]} …"
    return shown if broken.again else f"{shown} ({_OTHERWISE})"


def season_file(law: Law, broken: Broken, language: str) -> str:
    """The season as a file, headed by what it breaks; whole and ending in a newline."""
    ruleset = broken.case.ruleset
    head = (
        summary(law),
        told(broken, language),
        f"Ruleset {ruleset.id}, in force {ruleset.in_force}; policy {plain(broken.case.policy.name)}.",
    )
    comment = [line for paragraph in head for line in wrap(paragraph, _WIDTH, break_long_words=False)]
    return "".join(f"# {line}\n" for line in comment) + "\n" + written(broken.season)


@frozen
class Shown:
    """One year in whose decision it shows: the `season` file, and the folder of the altered ruleset, if it has one.

    `files` are texts by the paths that they are to stand under.
    """

    season: str
    rulesets: str | None
    files: dict[str, str]


def shown_files(broken: Broken) -> list[Shown]:
    """The years in whose decisions it shows, as files; a ruleset that several have is written once."""
    given = broken.case.ruleset
    folders: dict[int, str] = {}
    rulesets = [each.ruleset for each in broken.shown]
    found: list[Shown] = []
    for number, case in enumerate(broken.shown, 1):
        name, season = f"year-{number}.toml", case.season
        if case.ruleset == given:
            found.append(Shown(name, None, {name: written(season)}))
            continue
        first = rulesets.index(case.ruleset)
        folder = folders.setdefault(first, f"rules-{len(folders) + 1}")
        altered = evolve(
            case.ruleset, id=f"{given.id}-{_ALTERED}", criteria=tuple(map(_bounded, case.ruleset.criteria))
        )
        files = {name: written(evolve(season, ruleset=altered.id))}
        if first == number - 1:
            files[f"{folder}/{altered.id}/{altered.in_force}.toml"] = written(altered)
        found.append(Shown(name, folder, files))
    return found


def _bounded(criterion: Criterion) -> Criterion:
    unbounded = criterion.method == "entered" and criterion.kind == "points" and criterion.max is None
    return evolve(criterion, max=_FAR) if unbounded else criterion
