"""Invented rulesets: each would be read without a fault, and no two are much alike.

A ruleset has one bloc of two to six units. The bars and seats of its headship leave somebody for every office, as long
as facts are true of few (`answers.few`).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import count
from typing import Final, Literal

from attrs import evolve
from hypothesis import strategies as st

from emulrules.model.ruleset import (
    Asked,
    Award,
    Bar,
    Choose,
    Cluster,
    Condition,
    Gate,
    Headship,
    Limit,
    Order,
    QuotaRow,
    QuotaRule,
    Ruleset,
    Seat,
    Span,
    UndefinedRule,
    Unit,
)
from emulrules.model.season import Source
from emulrules.model.table import Table
from emulrules.testing.answers import few
from emulrules.testing.chains import choices, more_than_slots, tie_chains, whom
from emulrules.testing.criteria import BASIS, invented_criteria, trusts

__all__ = ["CLUSTER", "SEASON", "rulesets"]

CLUSTER: Final = "khoi-gia-dinh"
SEASON: Final = "2021"

_UNITS: Final = ("don-vi-a", "don-vi-b", "don-vi-c", "don-vi-d", "don-vi-e", "don-vi-g")
_WAYS: Final[tuple[Literal["elected", "acclaimed", "handed-over", "appointed"], ...]] = (
    "elected",
    "acclaimed",
    "handed-over",
    "appointed",
)
_ABOVE: Final[tuple[Asked | None, ...]] = (None, "ministry")
_OFFICES: Final[tuple[tuple[Literal["head", "deputy"], ...], ...]] = (("head",), ("deputy",), ("head", "deputy"))
_SEATS: Final = (None, (), ("pho",), ("pho", "pho-thuong-truc"))
_AWARDS: Final = ("co-thi-dua", "bang-khen", "giay-khen")


@st.composite
def rulesets(draw: st.DrawFn, *, least: int = 2) -> Ruleset:
    """A random ruleset of the standard policy, with one bloc of at `least` so many units."""
    units = _UNITS[: draw(st.integers(least, len(_UNITS)))]
    steps = (f"buoc-{number}" for number in count(1))
    criteria, scale = draw(invented_criteria())
    order, left_open = draw(_orders())
    awards, no_quota = draw(_awards(steps, order, len(units)))
    headship, no_headship = draw(_headships(len(units)))
    return Ruleset(
        "quy-che-gia-dinh",
        "Quy chế giả định",
        "Cơ quan giả định",
        "standard",
        date(2021, 1, 1),
        Span(SEASON),
        sources=Table({"quy-che": Source(BASIS[0])}),
        clusters=Table({CLUSTER: Cluster("Khối giả định", units, BASIS, draw(trusts()), "bloc")}),
        units=Table({unit: Unit(f"Đơn vị {unit[-1].upper()}") for unit in units}),
        scale=scale,
        criteria=criteria,
        gates=draw(_gates()),
        conditions=draw(_conditions()),
        order=order,
        ties=draw(tie_chains(steps, [criterion.id for criterion in criteria])),
        awards=awards,
        limits=draw(_limits(awards)),
        headship=headship,
        undefined=tuple(draw(st.permutations((*left_open, *no_quota, *no_headship)))),
    )


def _undefined(draw: st.DrawFn, id_: str, what: str, *, asks: bool) -> UndefinedRule:
    ask = draw(whom()) if asks else None
    return UndefinedRule(id_, what, "Quy chế giả định không nói", BASIS, draw(trusts()), ask)


@st.composite
def _orders(draw: st.DrawFn) -> tuple[Order | None, list[UndefinedRule]]:
    by = draw(st.sampled_from(("points", "points", "points", "meeting", None)))
    ties = [_undefined(draw, "ngang-nhau", "ties", asks=draw(st.booleans()))] if draw(st.booleans()) else []
    if by is None:
        return None, [_undefined(draw, "xep-hang", "order", asks=False), *ties]
    places = draw(st.lists(st.integers(1, 4), unique=True, max_size=3))
    return Order("points" if by == "points" else "meeting", BASIS, draw(trusts()), tuple(places)), ties


@st.composite
def _gates(draw: st.DrawFn) -> tuple[Gate, ...]:
    """Up to two gates, of one fact or of two."""
    kinds = draw(st.lists(st.tuples(st.sampled_from(("vi-pham", "cho-xac-minh")), _effects()), max_size=2))
    return tuple(
        Gate(f"cua-{number}", fact, effect, BASIS, draw(trusts())) for number, (fact, effect) in enumerate(kinds, 1)
    )


def _effects() -> st.SearchStrategy[Literal["out", "hold"]]:
    return st.sampled_from(("out", "hold"))


@st.composite
def _conditions(draw: st.DrawFn) -> tuple[Condition, ...]:
    if draw(st.integers(0, 3)):
        return ()
    share = Fraction(2, 3)
    strict = draw(st.booleans())
    bounds = (None, share) if strict else (share, None)
    return (Condition("du-hop", "present", "members", BASIS, draw(trusts()), *bounds),)


@st.composite
def _awards(
    draw: st.DrawFn, steps: Iterator[str], order: Order | None, size: int
) -> tuple[tuple[Award, ...], list[UndefinedRule]]:
    """Up to three awards in any order; each may require and exclude some of those that stand before it elsewhere."""
    made: list[Award] = []
    undefined: list[UndefinedRule] = []
    for id_ in _AWARDS[: draw(st.integers(0, len(_AWARDS)))]:
        award = draw(_award(steps, id_, order, size))
        if award.quota is None and any(step.by != "place" for step in award.choose):
            undefined.append(_undefined(draw, f"so-luong-{id_}", f"awards.{id_}.quota", asks=True))
        links = {other.id: draw(st.sampled_from(("", "", "excludes", "excludes", "requires"))) for other in made}
        made.append(
            evolve(
                award,
                requires=tuple(other for other, link in links.items() if link == "requires"),
                excludes=tuple(other for other, link in links.items() if link == "excludes"),
            )
        )
    return tuple(draw(st.permutations(made))), undefined


@st.composite
def _award(draw: st.DrawFn, steps: Iterator[str], id_: str, order: Order | None, size: int) -> Award:
    places = () if order is None else order.name_places
    chain: tuple[Choose, ...] = draw(choices(steps, places, order is not None))
    ballots = any(step.by == "ballot" for step in chain)
    return Award(
        id_,
        id_.replace("-", " "),
        chain,
        BASIS,
        draw(trusts()),
        quota=draw(st.none() | _quotas(size)),
        over_quota=draw(more_than_slots(steps)) if ballots else (),
        boundary=draw(st.sampled_from(("cut", "cut", "include", "exclude"))),
    )


@st.composite
def _quotas(draw: st.DrawFn, size: int) -> QuotaRule:
    """A number, a table that covers every size of the bloc, or what a level above allots."""
    kind = draw(st.sampled_from(("number", "table", "ask")))
    if kind == "number":
        return QuotaRule(number=draw(st.integers(0, 3)))
    if kind == "ask":
        return QuotaRule(ask=draw(st.sampled_from(("ministry", "province"))))
    first, middle = draw(st.integers(0, 1)), draw(st.integers(1, size))
    below, above = sorted((draw(st.integers(0, 3)), draw(st.integers(0, 3))))
    rows = (QuotaRow((first, middle), below), QuotaRow((middle + 1, size + 1), above))
    return QuotaRule(table=rows, basis=BASIS, trust="assumed")


@st.composite
def _limits(draw: st.DrawFn, awards: Sequence[Award]) -> tuple[Limit, ...]:
    if draw(st.integers(0, 3)):
        return ()
    award = draw(st.sampled_from((None, *(award.id for award in awards))))
    return (Limit("han-muc", "Cấp trên quyết định", BASIS, draw(trusts()), award=award),)


@st.composite
def _headships(draw: st.DrawFn, size: int) -> tuple[Headship | None, list[UndefinedRule]]:
    """A headship, or the entry which says that none is defined, asked of somebody or not."""
    if not draw(st.integers(0, 5)):
        return None, [_undefined(draw, "khoi-truong", "headship", asks=draw(st.booleans()))]
    by = draw(st.sampled_from(_WAYS))
    seats = draw(st.sampled_from([seats for seats in _SEATS if seats is None or len(seats) < size]))
    room = size - 1 - (0 if seats is None else len(seats))
    bars = draw(_bars(room, few(size)))
    asks = draw(st.none() | whom())
    above = draw(st.sampled_from(_ABOVE))
    deputies = None if seats is None else tuple(Seat(seat) for seat in seats)
    undefined = (
        [_undefined(draw, "cap-pho", "headship.deputies", asks=draw(st.booleans()))]
        if seats is None and draw(st.booleans())
        else []
    )
    return Headship(by, BASIS, draw(trusts()), asks, bars, deputies, above), undefined


@st.composite
def _bars(draw: st.DrawFn, room: int, fact: int) -> tuple[Bar, ...]:
    """Bars that may shut out at most `room` units; one by a fact shuts out `fact` of them."""
    offices = st.sampled_from(_OFFICES)
    bars: list[Bar] = []
    if room >= 1 and draw(st.booleans()):
        bars.append(Bar("khong-hai-nam-lien", draw(offices), BASIS, draw(trusts()), who="outgoing"))
        room -= 1
    if room >= fact and draw(st.booleans()):
        name = draw(st.sampled_from(("vi-pham", "bi-phe-binh")))
        bars.append(Bar("bi-phe-binh", draw(offices), BASIS, draw(trusts()), fact=name))
    return tuple(draw(st.permutations(bars)))
