"""Trying: every season below a folder, decided under two rulesets; what takes long shows on stderr how far it is."""

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from emulrules.cli.options import decided_under

if TYPE_CHECKING:
    from emulrules.files.document import Document
    from emulrules.model.ruleset import Ruleset
    from emulrules.model.season import Season
    from emulrules.report.trials import Outcome, Trial, Trials

__all__ = ["tried"]

_PATIENCE = 1.0
"""Seconds without a sign of life."""


def tried(folder: str, before: "Document[Ruleset]", after: "Document[Ruleset]") -> "Trials":
    """Every season below `folder` under both rulesets, whichever it names itself; files in the order of their paths.

    Seasons of clusters that neither ruleset has are only counted. Raises `FileError` where there is no such folder.
    """
    from emulrules.files.shelves import seasons_below
    from emulrules.report.trials import Trials

    found: list[Trial | None] = []
    files = seasons_below(folder)
    for file in _watched(files):
        found.append(_tried(file, before, after))
    made = tuple(each for each in found if each is not None)
    return Trials(made, len(found) - len(made))


def _watched(files: list[str]) -> Iterator[str]:
    """The files, with a bar as soon as they have taken longer than people wait for without one."""
    begun = time.monotonic()
    rest = iter(files)
    for number, file in enumerate(rest, 1):
        yield file
        if time.monotonic() - begun > _PATIENCE:
            hidden = not sys.stderr.isatty()
            with click.progressbar(length=len(files), file=sys.stderr, hidden=hidden) as bar:
                bar.update(number)
                for left in rest:
                    yield left
                    bar.update(1)


def _tried(file: str, before: "Document[Ruleset]", after: "Document[Ruleset]") -> "Trial | None":
    """One season under both; None where neither has its cluster."""
    from emulrules.errors import EmulrulesError
    from emulrules.files.season import read_season
    from emulrules.report.trials import trial

    try:
        season = read_season(file)
    except EmulrulesError as error:
        return trial(file, None, error, error)
    if not any(season.value.cluster in each.value.clusters for each in (before, after)):
        return None
    return trial(file, season.value, _outcome(season, before), _outcome(season, after))


def _outcome(season: "Document[Season]", ruleset: "Document[Ruleset]") -> "Outcome":
    """The season as if it pinned the ruleset, decided with the acts that fit there, or refused."""
    from attrs import evolve

    from emulrules.errors import EmulrulesError, SeasonError
    from emulrules.left_out import Fitted, LeftOut, fitted

    rules = ruleset.value
    pinned = evolve(season.value, ruleset=rules.id, in_force=rules.in_force)
    try:
        found = fitted(pinned, lambda each: decided_under(each, ruleset))
    except SeasonError as error:
        return season.located(error)
    except EmulrulesError as error:
        return error
    left_out = (LeftOut(it.act, season.located(SeasonError(it.fault)).faults[0]) for it in found.left_out)
    return Fitted(found.decision, tuple(left_out))
