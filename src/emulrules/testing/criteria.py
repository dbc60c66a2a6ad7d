"""Invented criteria: small trees of them, and cells that their leaves accept.

Maxima are small whole numbers and add up as a reader demands, so that totals are often equal. Where cells need not
apply, every weight is positive, and the first leaf always applies: so something is always left to rescale by.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final, Literal

from attrs import evolve

from emulrules.model.cell import Held, Mark, Net, Ratio, Score
from emulrules.model.criterion import Band, Criterion, HeldPoints, Rounding, Scale
from emulrules.model.source import Trust
from emulrules.testing.chance import Chance, mixed, one, some, yes

__all__ = ["BASIS", "FORMS", "Form", "form_of", "invent_cell", "invent_criteria", "invent_trust"]

BASIS: Final = ("Quy chế (giả định)",)

_Kind = Literal["points", "bonus", "deduction"]
_Method = Literal["entered", "proportion", "pass-fail", "bands", "count", "held", "relative", "net"]

Form = Literal["number", "ratio", "mark", "net", "held"]
"""What a cell of a leaf that only a policy measures may hold."""

FORMS: Final[tuple[Form, ...]] = ("number", "ratio", "mark", "net", "held")

_SMALL: Final = 3
_SPREAD: Final = 4
"""Once in so many times, figures are spread over the whole of what a criterion gives."""

_PARTS: Final = 4
"""Spread figures are nearly all such parts of it, so that those of several units are often equal, too."""

_SHAPES: Final = ((0,), (0, 0), (1,), (2,), (2, 0), (0, 1))
"""The criteria of points at the top: 0 is a leaf, another number a parent of so many leaves."""

_SIDES: Final[tuple[tuple[_Kind, ...], ...]] = ((), ("bonus",), ("deduction",), ("bonus", "deduction"))
_METHODS: Final[tuple[_Method, ...]] = (
    "entered",
    "proportion",
    "pass-fail",
    "bands",
    "count",
    "held",
    "relative",
    "net",
)
_ADDING: Final = 2
"""So many of the methods, the last, may give more than 0 where points are to be taken off."""

_MODES: Final[tuple[Literal["half-up", "half-even", "floor", "ceiling"], ...]] = (
    "half-up",
    "half-even",
    "floor",
    "ceiling",
)
_LEADERS: Final[tuple[Literal["ratio", "amount"], ...]] = ("ratio", "amount")
_STEPS: Final = (Fraction(1, 2), Fraction(1), Fraction(1, 3))
_HELD: Final = ("co-thi-dua", "bang-khen", "co-chinh-phu")
_TRUSTS: Final[tuple[Trust, ...]] = ("read", "read", "read", "reported", "assumed")


def invent_trust(chance: Chance) -> Trust:
    """How far an invented rule can be trusted; most were read."""
    return one(chance, _TRUSTS)


def invent_criteria(chance: Chance) -> tuple[tuple[Criterion, ...], Scale | None]:
    """A tree of up to three leaves of points, a bonus and a deduction, with the scale that they are measured on."""
    return _Tree(chance).grown()


class _Tree:
    """Criteria while they are invented; in a `partial` tree there are cells that need not apply."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._partial = yes(chance)
        self._made = 0

    def grown(self) -> tuple[tuple[Criterion, ...], Scale | None]:
        """All criteria in any order, and the scale."""
        chance = self._chance
        found: list[Criterion] = []
        for children in one(chance, _SHAPES):
            root = self._leaf("points", optional=bool(found))
            found.extend(self._parent(root, children, later=bool(found)) if children else [root])
        for kind in one(chance, _SIDES):
            found.append(self._leaf(kind, optional=False))
        roots = [criterion for criterion in found if criterion.parent is None and criterion.kind == "points"]
        limit = Fraction(chance.number(1, 3)) if yes(chance) else None
        scaled = self._partial or yes(chance)
        scale = Scale(BASIS, invent_trust(chance), _reach(roots), limit, _rounding(chance)) if scaled else None
        return mixed(chance, found), scale

    def _parent(self, shape: Criterion, children: int, *, later: bool) -> list[Criterion]:
        """A parent in the place of `shape`, with its leaves; capped, or reaching just their sum."""
        chance = self._chance
        leaves = [
            evolve(self._leaf("points", optional=later or bool(index)), parent=shape.id) for index in range(children)
        ]
        reach = _reach(leaves)
        cap = not reach or yes(chance)
        most = Fraction(chance.number(1, 3)) if cap else reach
        parent = Criterion(shape.id, shape.name, BASIS, shape.trust, max=most, weight=shape.weight, cap=cap)
        return [evolve(parent, rounding=_rounding(chance)), *leaves]

    def _leaf(self, kind: _Kind, *, optional: bool) -> Criterion:
        """A leaf; its cells may not apply if the tree is partial and it is `optional`."""
        chance = self._chance
        self._made += 1
        method = one(chance, _METHODS[:-_ADDING] if kind == "deduction" else _METHODS)
        sign = -1 if kind == "deduction" else 1
        most = chance.number(1, 3)
        optional = optional and self._partial
        return Criterion(
            f"tieu-chi-{self._made}",
            f"Tiêu chí {self._made}",
            BASIS,
            invent_trust(chance),
            kind=kind,
            method=method,
            max=Fraction(most),
            weight=Fraction(one(chance, (1, 1, 2) if self._partial else (1, 1, 2, 0))),
            not_applicable="rescale" if optional and yes(chance) else None,
            rounding=_rounding(chance),
            step=_step(self._made, method),
            **_parts(chance, method, most, sign, optional=optional),
        )


def _step(number: int, method: _Method) -> Fraction | None:
    """The smallest unit in which what is entered is given: every third criterion has one, where there can be any.

    Nothing is drawn for it, since no decision turns on it.
    """
    given = method in ("entered", "proportion", "relative", "bands") and number % 3 == 0
    return _STEPS[number // 3 % len(_STEPS)] if given else None


def _rounding(chance: Chance) -> Rounding | None:
    """Sometimes to few places, so that what was not equal becomes so."""
    return Rounding(one(chance, _MODES), chance.number(0, 1)) if yes(chance, 4) else None


def _parts(chance: Chance, method: _Method, most: int, sign: int, *, optional: bool) -> dict[str, Any]:
    """What the method needs, and some of what it may have."""
    if method == "bands":
        return {"bands": _bands(chance, most, sign)}
    if method == "count":
        return {"each": Fraction(sign)}
    if method == "held":
        awards = some(chance, _HELD, chance.number(1, 3))
        return {"held": tuple(HeldPoints(award, Fraction(sign * chance.number(1, most))) for award in awards)}
    if method == "net":
        least = one(chance, (None, Fraction(-1), Fraction(0)))
        return {"each": Fraction(1), "each_minus": Fraction(-chance.number(1, 2), 2), "min": least}
    without_plan = "not-applicable" if optional and yes(chance) else None
    if method == "proportion":
        return {"no_target": without_plan, "above_max": yes(chance)}
    if method == "relative":
        at_plan = Fraction(chance.number(0, 2 * most - 1), 2)
        no_target = one(chance, (without_plan, "own-group"))
        return {"leader": one(chance, _LEADERS), "at_plan": at_plan, "no_target": no_target}
    return {}


def _reach(criteria: Iterable[Criterion]) -> Fraction:
    return sum((criterion.weight * (criterion.max or 0) for criterion in criteria), Fraction(0))


def _bands(chance: Chance, most: int, sign: int) -> tuple[Band, ...]:
    """One or two thresholds from the top and a floor; the points need not fall with them."""
    thresholds = sorted(some(chance, (1, 2, 3), chance.number(1, 2)), reverse=True)
    strict = yes(chance)
    bands = []
    for each in thresholds:
        points, edge = Fraction(sign * chance.number(0, most)), Fraction(each)
        bands.append(Band(points, None, edge) if strict else Band(points, edge))
    return (*bands, Band(Fraction(sign * chance.number(0, most))))


def invent_cell(chance: Chance, criterion: Criterion, form: Form = "number") -> Score:
    """A cell that the leaf `criterion` accepts: a ratio, a mark, awards, or a whole number, which is mostly small.

    That of a leaf of the method `policy` has the `form` that its policy reads.
    """
    if criterion.not_applicable is not None and yes(chance, 4):
        return Mark.NOT_APPLICABLE
    if criterion.method == "policy" and form != "number":
        return _of_form(chance, form)
    if criterion.method in ("proportion", "relative"):
        open_ended = criterion.no_target is not None and yes(chance, 4)
        plan = None if open_ended else Fraction(chance.number(1, 3))
        return Ratio(Fraction(chance.number(0, 3)), plan)
    if criterion.method == "net":
        return _net(chance)
    if criterion.method == "held":
        awards = [held.award for held in criterion.held]
        return Held(tuple(some(chance, awards, chance.number(0, len(awards)))))
    if criterion.method == "pass-fail":
        return one(chance, (Mark.PASS, Mark.FAIL))
    if criterion.method == "bands":
        edges = [each for band in criterion.bands for each in (band.at_least, band.more_than) if each is not None]
        figures = (Fraction(0), *edges, *(edge + 1 for edge in edges))
        bounds = tuple(bound for bound in (criterion.least, criterion.most) if bound is not None)
        return one(chance, (*bounds, *(figure for figure in figures if _inside(criterion, figure))))
    return _figure(chance, _greatest(criterion))


def form_of(cell: Score) -> Form:
    """The form that a cell of a policy's leaf has; what does not apply could have any."""
    if isinstance(cell, Ratio):
        return "ratio"
    if isinstance(cell, Net):
        return "net"
    if isinstance(cell, Held):
        return "held"
    return "mark" if cell in (Mark.PASS, Mark.FAIL) else "number"


def _of_form(chance: Chance, form: Form) -> Score:
    if form == "ratio":
        return Ratio(Fraction(chance.number(0, 3)), Fraction(chance.number(1, 3)))
    if form == "net":
        return _net(chance)
    if form == "held":
        return Held(tuple(some(chance, _HELD, chance.number(0, len(_HELD)))))
    return one(chance, (Mark.PASS, Mark.FAIL))


def _net(chance: Chance) -> Net:
    return Net(Fraction(chance.number(0, 3)), Fraction(chance.number(0, 3)))


def _greatest(criterion: Criterion) -> int | None:
    """The greatest whole figure that counts, if there is one: a count beyond it gives nothing more."""
    if criterion.max is None:
        return None
    counted = criterion.method == "count" and criterion.each
    return max(_SMALL, int(criterion.max / abs(counted))) if counted else int(criterion.max)


def _figure(chance: Chance, greatest: int | None) -> Fraction:
    """A whole number up to 3, where so much can be; now and then one of those from 0 to the greatest."""
    if greatest is None or greatest <= _SMALL:
        return Fraction(chance.number(0, _SMALL if greatest is None else greatest))
    if not yes(chance, _SPREAD):
        return Fraction(chance.number(0, _SMALL))
    if yes(chance, _SPREAD):
        return Fraction(chance.number(0, greatest))
    return Fraction(greatest * chance.number(0, _PARTS) // _PARTS)


def _inside(criterion: Criterion, figure: Fraction) -> bool:
    """Whether a figure lies within the bounds that the criterion states."""
    above = criterion.least is None or figure >= criterion.least
    return above and (criterion.most is None or figure <= criterion.most)
