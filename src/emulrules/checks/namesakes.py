"""Namesakes: criteria beside each other, or awards, of one name, which no reader of a report could tell apart."""

import unicodedata
from collections.abc import Iterator

from emulrules.checks.finding import Finding
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Each that is called as one before it; criteria of other tables or under another parent may be."""
    criteria: dict[object, Criterion] = {}
    for criterion in ruleset.criteria:
        first = criteria.setdefault((criterion.table, criterion.parent, _folded(criterion.name)), criterion)
        yield from _same("criteria", first, criterion)
    awards: dict[object, Award] = {}
    for award in ruleset.awards:
        yield from _same("awards", awards.setdefault(_folded(award.name), award), award)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _same(section: str, first: Criterion | Award, second: Criterion | Award) -> Iterator[Finding]:
    if first is not second:
        data = {"other": first.id, "id": second.id, "name": second.name}
        yield Finding("check-name-twice", (section, second.id, "name"), data, second.basis)
