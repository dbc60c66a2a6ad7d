"""Merging a ruleset with the one that it extends.

Entries of an array are replaced whole by id, base entries first; the tables [scale], [scoring], [voting], [order] and
[headship] whole; [sources], [clusters], [units], [tables] and [councils] by id. A lower [[ties]] is the whole chain in
its order, into which upper steps enter by `inherit`. What is marked `final` may be neither replaced nor left out.
Nothing is merged more deeply than that.
"""

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve, frozen

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.entry_rules import ENTRIES
from emulrules.files.hints import unknown
from emulrules.files.ruleset import RulesetPart
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.model.table import Table

__all__ = ["Merged", "alone", "merge"]

_ARRAYS: Final = tuple(section for section in ENTRIES if section != "ties")
_BY_ID: Final = ("sources", "clusters", "units", "tables", "councils")
_WHOLE: Final = ("scale", "scoring", "voting", "order", "headship")


@frozen(eq=False)
class Merged:
    """A ruleset, and for each of its entries the file that it came from.

    `origins` maps `(section, id)`, or `(section,)` for a table that is taken whole, to the part that wrote it; `faults`
    are what is wrong with the merging itself, placed already.
    """

    ruleset: Ruleset
    part: RulesetPart
    origins: dict[Path, RulesetPart]
    faults: tuple[Fault, ...] = ()

    def place(self, path: Path) -> tuple[str, int]:
        """File and line of `path`; an entry of an array is named by its id, or by its index in the merged array."""
        named = self._named(path)
        origin = self.origins.get(named[:2]) or self.origins.get(named[:1]) or self.part
        return origin.place(named)

    def _named(self, path: Path) -> Path:
        """The path with the id of the entry, since merging changes indexes."""
        if len(path) < 2 or path[0] not in ENTRIES or not isinstance(path[1], int):
            return path
        entries = getattr(self.ruleset, str(path[0]))
        return (path[0], entries[path[1]].id, *path[2:]) if 0 <= path[1] < len(entries) else path[:1]


def alone(part: RulesetPart) -> Merged:
    """A ruleset that extends nothing."""
    ruleset = part.ruleset
    origins: dict[Path, RulesetPart] = {(section,): part for section in _WHOLE if section in part.stated}
    for section in ENTRIES:
        origins.update({(section, entry.id): part for entry in getattr(ruleset, section)})
    for section in _BY_ID:
        origins.update({(section, key): part for key in getattr(ruleset, section)})
    inherited = [step for step in ruleset.ties if step.inherit]
    faults = [_at(part, Fault("inherit-nothing", ("ties", step.id), {"id": step.id})) for step in inherited]
    return Merged(ruleset, part, origins, tuple(faults))


def merge(base: Merged, part: RulesetPart) -> Merged:
    """The ruleset of `part`, which extends `base`."""
    lower = alone(part)
    ruleset = part.ruleset
    merged: dict[str, Any] = {}
    faults: list[Fault] = list(base.faults)
    for section in _ARRAYS:
        merged[section] = _by_id(getattr(base.ruleset, section), getattr(ruleset, section))
        faults.extend(_replaced_finals(base, part, section))
    for section in _BY_ID:
        merged[section] = Table({**getattr(base.ruleset, section), **getattr(ruleset, section)})
    for section in _WHOLE:
        if section not in part.stated:
            merged[section] = getattr(base.ruleset, section)
    if "headship" in part.stated and base.ruleset.headship is not None and base.ruleset.headship.final:
        faults.append(_at(part, _weakened(base, "headship", ("headship",))))
    origins = {**base.origins, **lower.origins}
    if "ties" in part.stated:
        merged["ties"] = _chain(base, ruleset.ties)
        faults.extend(_at(part, fault) for fault in _chain_faults(base, ruleset.ties))
        inherited = {step.id for step in ruleset.ties if step.inherit}
        origins.update({("ties", id): base.origins["ties", id] for id in inherited if ("ties", id) in base.origins})
    else:
        merged["ties"] = base.ruleset.ties
    return Merged(evolve(ruleset, **merged), part, origins, tuple(faults))


def _at(part: RulesetPart, fault: Fault) -> Fault:
    return fault.at(*part.place(fault.path))


def _weakened(base: Merged, name: str, path: Path) -> Fault:
    return Fault("final-replaced", path, {"id": name, "base": base.ruleset.id})


def _by_id(upper: tuple[Any, ...], lower: tuple[Any, ...]) -> tuple[Any, ...]:
    """Upper entries in their order, each in its lower form if there is one, then those that are new."""
    replacing = {entry.id: entry for entry in lower}
    kept = [replacing.pop(entry.id, entry) for entry in upper]
    return (*kept, *(entry for entry in lower if entry.id in replacing))


def _replaced_finals(base: Merged, part: RulesetPart, section: str) -> Iterator[Fault]:
    finals = {entry.id for entry in getattr(base.ruleset, section) if entry.final}
    for entry in getattr(part.ruleset, section):
        if entry.id in finals:
            yield _at(part, _weakened(base, entry.id, (section, entry.id)))


def _chain(base: Merged, steps: tuple[TieStep, ...]) -> tuple[TieStep, ...]:
    upper = {step.id: step for step in base.ruleset.ties}
    return tuple(upper.get(step.id, step) if step.inherit else step for step in steps)


def _chain_faults(base: Merged, steps: tuple[TieStep, ...]) -> Iterator[Fault]:
    upper = {step.id: step for step in base.ruleset.ties}
    for step in steps:
        if step.inherit and step.id not in upper:
            yield unknown("unknown-tie-step", ("ties", step.id), step.id, upper)
        elif not step.inherit and step.id in upper and upper[step.id].final:
            yield _weakened(base, step.id, ("ties", step.id))
    present = {step.id for step in steps}
    for step in base.ruleset.ties:
        if step.final and step.id not in present:
            yield Fault("final-missing", ("ties",), {"id": step.id, "base": base.ruleset.id})
