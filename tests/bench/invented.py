"""Invented years of any size, for measuring.

A flat one enters every criterion's points. A deep one has parents with weights, every third criterion a proportion, a
bonus and a deduction. Nobody is tied at a line, and all scores are tenths.
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import evolve

from emulrules import Ruleset, Season
from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.cell import Cell, Ratio
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.headship import Headship
from emulrules.model.order import Order
from emulrules.model.ruleset import Cluster, Span, Unit
from emulrules.model.table import Table

__all__ = ["deep_ruleset", "deep_season", "flat_ruleset", "flat_season"]

_BASIS: Final = ("giả định",)
_ID: Final = "quy-che-de-do"
_YEAR: Final = 2013
_MAX: Final = Fraction(50)
_GROUPS: Final = 4


def _unit(cluster: int, number: int) -> str:
    return f"don-vi-{cluster}-{number:03d}"


def _leaf(number: int) -> str:
    return f"tieu-chi-{number:03d}"


def flat_ruleset(units: int, criteria: int, clusters: int = 1) -> Ruleset:
    """A ruleset of so many clusters with so many units each, and of so many criteria whose points are entered."""
    members = {f"cum-{c}": tuple(_unit(c, u) for u in range(units)) for c in range(clusters)}
    return Ruleset(
        _ID,
        "Quy chế để đo (giả định)",
        "giả định",
        "standard",
        date(_YEAR, 1, 1),
        Span(str(_YEAR)),
        clusters={id_: Cluster(id_, ids, _BASIS, "assumed") for id_, ids in members.items()},
        units={unit: Unit(unit) for ids in members.values() for unit in ids},
        scale=Scale(_BASIS, "assumed", points=_MAX * criteria),
        criteria=tuple(
            Criterion(_leaf(n), f"Tiêu chí {n}", _BASIS, "assumed", method="entered", max=_MAX) for n in range(criteria)
        ),
        order=Order("points", _BASIS, "assumed", (1, 2, 3)),
        awards=(Award("flag", "Cờ", (Choose("top", "standing"),), _BASIS, "assumed", quota=QuotaRule(number=2)),),
        headship=Headship("elected", _BASIS, "assumed", asks="members"),
    )


def _points(unit: int, criterion: int, shift: int = 0) -> Fraction:
    return Fraction((7 * unit * unit + 11 * criterion + shift) % 500, 10)


def flat_season(units: int, criteria: int, cluster: int = 0, year: int = 0) -> Season:
    """A season under that ruleset; each cluster and year has scores of its own."""
    shift = 13 * cluster + 101 * year
    scores = {_leaf(c): Table({_unit(cluster, u): _points(u, c, shift) for u in range(units)}) for c in range(criteria)}
    return Season(_ID, f"cum-{cluster}", str(_YEAR + year), scores=Table(scores))


def deep_ruleset(units: int, criteria: int) -> Ruleset:
    """A ruleset of one cluster whose criteria stand below four parents, besides one bonus and one deduction."""
    flat = flat_ruleset(units, criteria)
    below = [
        evolve(leaf, parent=f"nhom-{n % _GROUPS}", weight=Fraction(1, 2), method="entered" if n % 3 else "proportion")
        for n, leaf in enumerate(flat.criteria)
    ]
    parents = [
        Criterion(id_, id_, _BASIS, "assumed", max=sum((_MAX / 2 for leaf in below if leaf.parent == id_), Fraction(0)))
        for id_ in (f"nhom-{g}" for g in range(_GROUPS))
    ]
    sides = (
        Criterion("thuong", "thuong", _BASIS, "assumed", kind="bonus", method="entered", max=Fraction(5)),
        Criterion("tru", "tru", _BASIS, "assumed", kind="deduction", method="entered", max=Fraction(5)),
    )
    scale = Scale(_BASIS, "assumed", points=_MAX / 2 * criteria, bonus=Fraction(5))
    return evolve(flat, criteria=(*parents, *below, *sides), scale=scale)


def deep_season(units: int, criteria: int) -> Season:
    """A season under that ruleset."""
    cells: dict[str, dict[str, Cell]] = {
        _leaf(c): {_unit(0, u): _points(u, c) if c % 3 else Ratio(_points(u, c), Fraction(60)) for u in range(units)}
        for c in range(criteria)
    }
    cells["thuong"] = {_unit(0, u): Fraction(u % 6) for u in range(units)}
    cells["tru"] = {_unit(0, u): Fraction(u % 4) for u in range(units)}
    return Season(_ID, "cum-0", str(_YEAR), scores={id_: Table(column) for id_, column in cells.items()})
