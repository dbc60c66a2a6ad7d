"""The library: which rulesets there are, and which of them governs a season.

Rulesets are looked for in folders that the caller gives, then in those that distributions name under the entry points
`emulrules.rulesets`. A folder holds `<ruleset id>/<first day in force>.toml` for many rulesets, or the files of one.
Names are enough to list them; a file is read only when it is needed. Two different files for one id and day are
refused.
"""

import os
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.files.document import Document, ordered
from emulrules.files.hints import listing, unknown
from emulrules.files.merge import Merged, alone, merge
from emulrules.files.ruleset import RulesetPart, read_part
from emulrules.files.ruleset_rules import ruleset_faults
from emulrules.files.shelves import Found, found_in, installed_folders
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.value import frozen

__all__ = ["Library", "Listed", "load_ruleset", "read_ruleset"]

_DEPTH: Final = 8

Folder = str | os.PathLike[str]


@frozen
class Listed:
    """A ruleset file that was found: the id and day that it stands under."""

    id: str
    in_force: date
    path: str


class Library:
    """All rulesets in the given folders and, unless `installed` is false, in installed distributions."""

    def __init__(self, folders: Sequence[Folder] = (), *, installed: bool = True) -> None:
        self._parts: dict[str, RulesetPart] = {}
        self._listed: dict[str, list[Listed]] = {}
        searched = [os.fspath(folder) for folder in folders] + (installed_folders() if installed else [])
        for where in searched:
            for path in found_in(where):
                listed = self._named(path)
                self._listed.setdefault(listed.id, []).append(listed)

    def _named(self, found: Found) -> Listed:
        """What a file is listed as: by its name in a library, otherwise by what it says."""
        if found.id is not None and found.day is not None:
            return Listed(found.id, found.day, found.path)
        ruleset = self._part(found.path).ruleset
        return Listed(ruleset.id, ruleset.in_force if found.day is None else found.day, found.path)

    def _part(self, path: str) -> RulesetPart:
        if path not in self._parts:
            self._parts[path] = read_part(path)
        return self._parts[path]

    @property
    def listed(self) -> tuple[Listed, ...]:
        """Every ruleset file, by id and day; the caller's folders first where two are the same."""
        return tuple(
            each for id in sorted(self._listed) for each in sorted(self._listed[id], key=lambda it: it.in_force)
        )

    def dates(self, id: str) -> tuple[date, ...]:
        """The days from which versions of the ruleset `id` are in force, oldest first."""
        return tuple(sorted({each.in_force for each in self._listed.get(id, ())}))

    def read(self, id: str, in_force: date) -> Document[Ruleset]:
        """The ruleset of that id and day, merged with what it extends.

        Raises `RulesetError` with every fault, each in the file that it stands in.
        """
        return self._document(self._version(id, in_force))

    def open(self, path: Folder) -> Document[Ruleset]:
        """The ruleset in the file at `path`, listed or not, merged with what it extends; raises as `read` does."""
        return self._document(self._part(os.fspath(path)))

    def _document(self, part: RulesetPart) -> Document[Ruleset]:
        merged = self._merged(part)
        found = ruleset_faults(merged.ruleset, merged.part.ruleset)
        faults = [*merged.faults, *(fault.at(*merged.place(fault.path)) for fault in found)]
        if faults:
            raise RulesetError(ordered(faults))
        files = tuple(part.file for part in self._chain(merged.part))
        return Document(merged.ruleset, files, merged.place)

    def choose(self, season: Season) -> Document[Ruleset]:
        """The ruleset that governs `season`.

        Raises `SeasonError`, by paths of the season, where there is none, where several do and it pins none of them,
        and where it pins one that does not exist; `RulesetError` where a version has no end although another follows.
        """
        dates = self.dates(season.ruleset)
        if not dates:
            raise SeasonError(
                unknown("unknown-ruleset", ("ruleset",), season.ruleset, self._listed, known=self._known())
            )
        known = {"id": season.ruleset, "known": listing(dates)}
        if season.in_force is not None:
            if season.in_force not in dates:
                raise SeasonError(Fault("unknown-version", ("in_force",), {**known, "day": str(season.in_force)}))
            return self.read(season.ruleset, season.in_force)
        parts = [self._version(season.ruleset, day) for day in dates]
        _refuse_endless(parts)
        covering = [part for part in parts if part.ruleset.seasons.covers(season.id)]
        if not covering:
            spans = ", ".join(_span(part) for part in parts)
            data = {"id": season.ruleset, "season": season.id, "spans": spans}
            raise SeasonError(Fault("no-version-for-season", ("season",), data))
        if len(covering) > 1:
            # A year with two laws in it: which of them governs its review only the season can say.
            days = listing(part.ruleset.in_force for part in covering)
            data = {"id": season.ruleset, "season": season.id, "days": days}
            raise SeasonError(Fault("two-laws", ("season",), data))
        return self.read(season.ruleset, covering[0].ruleset.in_force)

    def _known(self) -> str:
        return listing(sorted(self._listed)) or "-"

    def _version(self, id: str, in_force: date) -> RulesetPart:
        """The one file for that id and day."""
        found = [self._part(each.path) for each in self._listed.get(id, ()) if each.in_force == in_force]
        if not found:
            known = listing(self.dates(id)) or "-"
            raise RulesetError(Fault("unknown-version", (), {"id": id, "day": str(in_force), "known": known}))
        first = found[0]
        for other in found[1:]:
            if other.file.data != first.file.data:
                data = {"id": id, "day": str(in_force), "other": other.file.path}
                raise RulesetError(Fault("two-claimants", (), data, first.file.path, 1))
        stated = first.ruleset
        if (stated.id, stated.in_force) != (id, in_force):
            data = {"id": stated.id, "day": str(stated.in_force)}
            raise RulesetError(Fault("ruleset-misfiled", ("id",), data).at(*first.place(("in_force",))))
        return first

    def _chain(self, part: RulesetPart) -> list[RulesetPart]:
        """The file and all that it extends, in order."""
        chain = [part]
        while (base := chain[-1].ruleset.extends) is not None:
            here = chain[-1]
            dates = self.dates(base.id)
            if base.in_force not in dates:
                data = {"day": str(base.in_force), "known": listing(dates) or self._known()}
                found = unknown("unknown-base", ("extends",), base.id, () if dates else self._listed, **data)
                raise RulesetError(found.at(*here.place(("extends",))))
            upper = self._version(base.id, base.in_force)
            if upper in chain:
                raise RulesetError(Fault("extends-cycle", ("extends",), {"id": base.id}).at(*here.place(("extends",))))
            chain.append(upper)
            if len(chain) > _DEPTH + 1:
                raise RulesetError(
                    Fault("extends-too-deep", ("extends",), {"most": _DEPTH}).at(*part.place(("extends",)))
                )
        return chain

    def _merged(self, part: RulesetPart) -> Merged:
        *lower, top = self._chain(part)
        merged = alone(top)
        for each in reversed(lower):
            merged = merge(merged, each)
        return merged


def _span(part: RulesetPart) -> str:
    span = part.ruleset.seasons
    return f"{part.ruleset.in_force}: {span.first} - {span.last or '…'}"


def _refuse_endless(parts: list[RulesetPart]) -> None:
    """A version without a last season that another follows: its author forgot to end it."""
    by_first = sorted(parts, key=lambda part: part.ruleset.seasons.first)
    for earlier, later in pairwise(by_first):
        if earlier.ruleset.seasons.last is None:
            data = {"other": earlier.file.path, "span": _span(earlier)}
            raise RulesetError(Fault("seasons-overlap", ("seasons",), data).at(*later.place(("seasons",))))


def read_ruleset(season: Season, rulesets: Sequence[Folder] = ()) -> Document[Ruleset]:
    """The merged ruleset that governs `season`, with the places of its rules; raises as `Library.choose` does."""
    return Library(rulesets).choose(season)


def load_ruleset(season: Season, rulesets: Sequence[Folder] = ()) -> Ruleset:
    """The merged ruleset that governs `season`, looked for in the folders `rulesets` and then where installed."""
    return read_ruleset(season, rulesets).value
