"""Facts: two that differ by a letter or two, of which one is a slip of the other and would be asked by itself."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from emulrules.checks.finding import Finding
from emulrules.files.hints import edits
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]

_SHORTEST: Final = 8
"""Shorter ids may differ by a letter and mean something else."""

_SLIP: Final = 2

_Path = tuple[str | int, ...]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Each fact that is spelt almost as one before it; what differs by a digit is numbered."""
    first: dict[str, tuple[_Path, tuple[str, ...]]] = {}
    for fact, path, basis in _facts(ruleset):
        first.setdefault(fact, (path, basis))
    for other, fact in combinations(first, 2):
        letters = [re.sub("[0-9]", "", each) for each in (other, fact)]
        if min(map(len, letters)) >= _SHORTEST and 0 < edits(*letters) <= _SLIP:
            path, basis = first[fact]
            yield Finding("check-fact-alike", path, {"fact": fact, "other": other}, basis)


def _facts(ruleset: Ruleset) -> Iterator[tuple[str, _Path, tuple[str, ...]]]:
    """Every fact that something turns on, with the place and the basis of that."""
    for gate in ruleset.gates:
        yield gate.fact, ("gates", gate.id, "fact"), gate.basis
    for award in ruleset.awards:
        for index, ground in enumerate(award.grounds):
            if ground.fact is not None:
                yield ground.fact, ("awards", award.id, "grounds", index, "fact"), ground.basis or award.basis
    for index, bar in enumerate(() if ruleset.headship is None else ruleset.headship.bars):
        if bar.fact is not None:
            yield bar.fact, ("headship", "bars", index, "fact"), bar.basis
    for limit in ruleset.limits:
        for uncounted in limit.uncounted:
            yield uncounted, ("limits", limit.id, "uncounted"), limit.basis
