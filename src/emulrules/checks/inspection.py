"""An inspection: every check over a ruleset, merged with what it extends, each finding in its own file and line.

What the reader refuses is told as well, all at once. Then nothing more is found in that file: a ruleset that cannot be
read cannot be looked at.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Final

from attrs import evolve

from emulrules.checks import (
    bands,
    changes,
    choices,
    conditions,
    criteria,
    dated_files,
    facts,
    gates,
    headship,
    limits,
    members,
    namesakes,
    order,
    prerequisites,
    quotas,
    roundings,
    scales,
    sources,
    stages,
    ties,
    trusts,
    undefined,
    votes,
)
from emulrules.checks.answers import answers
from emulrules.checks.finding import Finding
from emulrules.checks.refusals import Refused, refused
from emulrules.errors import Fault, RulesetError
from emulrules.files.document import Document, ordered
from emulrules.files.library import Folder, Library
from emulrules.files.ruleset import read_part
from emulrules.model.names import near
from emulrules.model.ruleset import Ruleset
from emulrules.value import frozen

__all__ = ["Inspection", "Placed", "findings_of", "inspect_file", "inspect_versions", "placed", "sorted_out"]

_CHECKS: Final[tuple[Callable[[Ruleset], Iterator[Finding]], ...]] = (
    bands.findings,
    changes.findings,
    conditions.findings,
    criteria.findings,
    facts.findings,
    gates.findings,
    members.findings,
    namesakes.findings,
    order.findings,
    roundings.findings,
    scales.findings,
    stages.findings,
    ties.findings,
    trusts.findings,
    undefined.findings,
    quotas.findings,
    prerequisites.findings,
    choices.findings,
    votes.findings,
    limits.findings,
    headship.findings,
    sources.findings,
)
"""Every check, a part of the ruleset each."""

_DATED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.toml", re.ASCII)


@frozen
class Placed:
    """A finding, and the `file` and `line` that it is about."""

    file: str
    line: int
    finding: Finding


@frozen
class Inspection:
    """What was found: what the reader has `refused`, `findings` to mend, and `notes` of what the files declare."""

    refused: tuple[Refused, ...]
    findings: tuple[Placed, ...] = ()
    notes: tuple[Placed, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults that the reader refuses."""
        return tuple(each.fault for each in self.refused)

    @property
    def clean(self) -> bool:
        """Whether there is nothing to mend."""
        return not self.refused and not self.findings


def findings_of(ruleset: Ruleset) -> Iterator[Finding]:
    """Everything that the checks find in one merged ruleset, by its paths."""
    for check in _CHECKS:
        yield from check(ruleset)


def inspect_file(path: str, folders: Sequence[Folder] = ()) -> Inspection:
    """What is found in the ruleset file at `path`; what it extends is looked for in `folders`, then where it stands.

    Raises `FileError` where one of them cannot be read.
    """
    try:
        library = Library([*folders, *_shelf(path)])
    except RulesetError as error:
        return Inspection(tuple(map(refused, ordered(error.faults))))
    return _inspect([lambda: library.open(path)], library)


def inspect_versions(library: Library, id: str) -> Inspection:
    """What is found in all dated files of the ruleset `id`."""
    return _inspect([partial(library.read, id, day) for day in library.dates(id)], library)


def _shelf(path: str) -> Iterator[str]:
    """The folder of many rulesets that the file stands in, where its own folder is called by the ruleset's id.

    A file that extends nothing, beside no other, needs nothing from there, and what else stands there is no matter.
    """
    own = os.path.dirname(os.path.abspath(path))
    ruleset = read_part(path).ruleset
    if ruleset.id == os.path.basename(own) and (ruleset.extends is not None or _has_siblings(path, own)):
        yield os.path.dirname(own)


def _has_siblings(path: str, folder: str) -> bool:
    """Whether other files stand beside a dated one that may be dated files of the same id."""
    days = {name for name in os.listdir(folder) if _DATED.fullmatch(name)}
    name = os.path.basename(path)
    return name in days and len(days) > 1


def _inspect(readers: Iterable[Callable[[], Document[Ruleset]]], library: Library) -> Inspection:
    faults: list[Fault] = []
    documents: list[Document[Ruleset]] = []
    for read in readers:
        try:
            documents.append(read())
        except RulesetError as error:
            faults.extend(error.faults)
    faults.extend(fault for document in documents for fault in _misfiled(document))
    told = [answers(document) for document in documents]
    found = [
        placed(document, [*findings_of(document.value), *of.findings])
        for document, of in zip(documents, told, strict=True)
    ]
    refusals = [*map(refused, ordered(faults)), *(Refused(fault) for of in told for fault in of.faults)]
    return sorted_out(refusals, [*chain.from_iterable(found), *_between(documents, library)])


def _misfiled(document: Document[Ruleset]) -> Iterator[Fault]:
    """A dated file that a library would look for under another day, or under an id spelt almost as its own."""
    folder, name = os.path.split(os.path.abspath(document.path))
    ruleset = document.value
    other_id = near(os.path.basename(folder), [ruleset.id]) not in (None, os.path.basename(folder))
    if _DATED.fullmatch(name) and (name != f"{ruleset.in_force}.toml" or other_id):
        data = {"id": ruleset.id, "day": str(ruleset.in_force)}
        key = "in_force" if name != f"{ruleset.in_force}.toml" else "id"
        yield Fault("ruleset-misfiled", (key,), data).at(*document.place((key,)))


def sorted_out(refusals: Iterable[Refused], found: Iterable[Placed]) -> Inspection:
    """What was found, each once and in the order of the files; notes by themselves."""
    unique = _unique(found)
    return Inspection(
        tuple({each.fault.render(): each for each in refusals}.values()),
        tuple(each for each in unique if not each.finding.note),
        tuple(each for each in unique if each.finding.note),
    )


def placed(document: Document[Ruleset], findings: Iterable[Finding]) -> Iterator[Placed]:
    """Findings in their places; what stands in a file that this one extends is mended there, and only noted here."""
    for finding in findings:
        file, line = document.place(finding.path)
        yield Placed(file, line, finding if file == document.path else evolve(finding, note=True))


def _between(documents: Sequence[Document[Ruleset]], library: Library) -> Iterator[Placed]:
    """What is found between dated files, as far as it is to be mended in one of the `documents`."""
    read = {(each.value.id, each.value.in_force): each for each in documents}
    rulesets = {key: each.value for key, each in read.items()}
    wanted = [(id_, day) for id_ in sorted({id_ for id_, _ in read}) for day in library.dates(id_)]
    wanted += [(base.id, base.in_force) for each in rulesets.values() if (base := each.extends) is not None]
    for id_, day in wanted:
        if (id_, day) not in rulesets and (other := _readable(library, id_, day)) is not None:
            rulesets[id_, day] = other
    for id_ in sorted({id_ for id_, _ in read}):
        versions = [each for (of, _), each in rulesets.items() if of == id_]
        for ruleset, finding in dated_files.findings(versions, rulesets):
            if (document := read.get((ruleset.id, ruleset.in_force))) is not None:
                yield Placed(*document.place(finding.path), finding)


def _readable(library: Library, id_: str, day: date) -> Ruleset | None:
    """Another ruleset beside; what makes one unreadable is told where that one is inspected itself."""
    try:
        return library.read(id_, day).value
    except RulesetError:
        return None


def _unique(found: Iterable[Placed]) -> list[Placed]:
    """Findings in the order of their files, each once: what a ruleset inherits is found in each that inherits it."""
    unique: dict[object, Placed] = {}
    for each in sorted(found, key=lambda each: each.finding.note):
        unique.setdefault((each.file, each.line, each.finding.code, str(dict(each.finding.data))), each)
    return sorted(unique.values(), key=lambda each: (each.file, each.line, each.finding.code))
