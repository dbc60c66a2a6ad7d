"""Sizes: how much a season and a ruleset may hold, so that a decision takes seconds and fits into memory.

What one document may hold, in bytes, keys and entries, is bounded where its text is read. Here stands what multiplies:
every gate, step and award is tried on every unit, and every criterion has a cell for each. No cluster that was ever
seen comes near to these bounds. A record that somebody made up is held to them as a file is.
"""

from collections.abc import Iterator
from typing import Final

from emulrules.errors import Fault
from emulrules.model.award import Award
from emulrules.model.ruleset import Ruleset

__all__ = ["cell_faults", "rule_faults"]

_PARTS: Final = frozenset({"actual", "plan", "plus", "minus"})

_CELLS: Final = 100_000
"""The cells of 200 units and 500 criteria."""

_RULES: Final = 50
"""Gates, bars and awards."""

_TIES: Final = 100
"""Steps that split equals: some say to go through the criteria one by one."""

_STEPS: Final = 20
"""Steps of one award's chain, and stages of scoring."""

_HISTORY: Final = 200
"""Successions, and dated lists of members: the provinces were 63."""

_ROUNDS: Final = 10
"""01/2024/TT-TANDTC Art. 19 has two ballots; nobody has more."""


def cell_faults(scores: object) -> Iterator[Fault]:
    """The fault of too many cells in `scores`, which is plain data: counted before any of them is converted."""
    rows = scores.values() if isinstance(scores, dict) else ()
    got = sum(_cells(cell) for row in rows if isinstance(row, dict) for cell in row.values())
    if got > _CELLS:
        yield Fault("too-many-cells", ("scores",), {"got": got, "most": _CELLS})


def _cells(cell: object) -> int:
    """Cells by stage are several; the parts of a figure are one."""
    return len(cell) if isinstance(cell, dict) and not _PARTS & cell.keys() else 1


def rule_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """The faults of a merged ruleset that has more rules than a decision can try on every unit."""
    bars = ruleset.headship.bars if ruleset.headship is not None else ()
    yield from _too_many(("gates",), len(ruleset.gates), _RULES)
    yield from _too_many(("headship", "bars"), len(bars), _RULES)
    yield from _too_many(("awards",), len(ruleset.awards), _RULES)
    yield from _too_many(("stages",), len(ruleset.stages), _STEPS)
    yield from _too_many(("ties",), len(ruleset.ties), _TIES)
    yield from _too_many(("rosters",), len(ruleset.rosters), _HISTORY)
    yield from _too_many(("successions",), len(ruleset.successions), _HISTORY)
    for award in ruleset.awards:
        yield from _award_faults(award)


def _award_faults(award: Award) -> Iterator[Fault]:
    here = ("awards", award.id)
    yield from _too_many((*here, "choose"), len(award.choose), _STEPS)
    yield from _too_many((*here, "over_quota"), len(award.over_quota), _STEPS)
    for step in award.choose:
        if step.rounds > _ROUNDS:
            yield Fault("too-many-rounds", (*here, "choose", step.id, "rounds"), {"got": step.rounds, "most": _ROUNDS})


def _too_many(path: tuple[str, ...], got: int, most: int) -> Iterator[Fault]:
    if got > most:
        yield Fault("too-many-entries", path, {"got": got, "most": most})
