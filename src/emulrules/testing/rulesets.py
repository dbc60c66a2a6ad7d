"""Invented rulesets: each would be read without a fault, and no two are much alike.

A ruleset has one bloc, of up to six units if nothing else is said. Nothing in it must fit together by luck: quotas may
be greater than the bloc, bars may leave nobody for an office, a step may never be reached.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import count
from typing import Final, Literal

from emulrules.model.award import Award, Ground, Limit, PerParent, QuotaRule
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.order import Order, Shortlist
from emulrules.model.rule import Asked
from emulrules.model.ruleset import Cluster, Condition, Gate, Ruleset, Span, UndefinedRule, Unit, Voting
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.testing.chains import body, invent_choices, invent_over_quota, invent_ties, whom
from emulrules.testing.chance import Chance, mixed, one, some, yes
from emulrules.testing.criteria import BASIS, invent_criteria, invent_trust
from emulrules.testing.quotas import invent_quota
from emulrules.testing.sheets import with_sheets
from emulrules.testing.successions import with_successions

__all__ = ["MOST_UNITS", "OFFICES", "invent_ruleset"]

MOST_UNITS: Final = 6
"""So few units suffice for most of what can go wrong, and make it easy to read."""

_CLUSTER: Final = "khoi-gia-dinh"
_SEASON: Final = "2021"
_UNITS: Final = tuple(f"don-vi-{letter}" for letter in "abcdeghiklmn")
_AWARDS: Final = ("co-thi-dua", "bang-khen", "giay-khen")

_PER: Final = "province"
_PARENTS: Final = ("tinh-x", "tinh-x", "tinh-y", "tinh-z")

_ORDERS: Final[tuple[Literal["points", "meeting", "ballot", "points-then-ballot"] | None, ...]] = (
    *("points", "points", "points", "points-then-ballot"),
    *("points-then-ballot", "ballot", "meeting", None),
)
_ABSENT: Final[tuple[Literal["written", "proxy", "excluded"], ...]] = ("written", "proxy", "excluded")
_EFFECTS: Final[tuple[Literal["out", "hold"], ...]] = ("out", "hold")
_WAYS: Final[tuple[Literal["elected", "acclaimed", "handed-over", "turn", "deputy", "appointed"], ...]] = (
    "elected",
    "acclaimed",
    "handed-over",
    "turn",
    "turn",
    "deputy",
    "deputy",
    "appointed",
)
_DECLINED: Final[tuple[Literal["back", "stays"], ...]] = ("back", "stays")
_TYPES: Final = ("so", "nganh")
_ABOVE: Final[tuple[Asked | None, ...]] = (None, "ministry", "province")
OFFICES: Final[tuple[tuple[Literal["head", "deputy"], ...], ...]] = (("head",), ("deputy",), ("head", "deputy"))
"""Which offices a bar may be for."""
_SEATS: Final = (None, (), ("pho",), ("pho", "pho-thuong-truc"))
_BOUNDARIES: Final[tuple[Literal["cut", "include", "exclude"], ...]] = ("cut", "cut", "include", "exclude")


def invent_ruleset(chance: Chance, most: int = MOST_UNITS) -> Ruleset:
    """A random ruleset of the standard policy, with one bloc of 2 to `most` units, 12 of them at the most."""
    size = chance.number(2, min(most, len(_UNITS)))
    units = _UNITS[:size]
    steps = (f"buoc-{number}" for number in count(1))
    criteria, scale = invent_criteria(chance)
    order = _order(chance)
    voting = _voting(chance)
    awards = _awards(chance, steps, order, voting, size)
    headship = None if yes(chance, 6) else _headship(chance)
    # Each type has a unit, since an office that no unit of a cluster may hold is refused.
    types = {unit: _TYPES[index] if index < len(_TYPES) else one(chance, _TYPES) for index, unit in enumerate(units)}
    ruleset = Ruleset(
        "quy-che-gia-dinh",
        "Quy chế giả định",
        "Cơ quan giả định",
        "standard",
        date(2021, 1, 1),
        Span(_SEASON),
        sources=Table({"quy-che": Source(BASIS[0])}),
        clusters=Table({_CLUSTER: Cluster("Khối giả định", units, BASIS, invent_trust(chance), "bloc")}),
        units=Table({unit: _unit(chance, unit, of) for unit, of in types.items()}),
        scale=scale,
        criteria=criteria,
        gates=_gates(chance),
        conditions=_conditions(chance, voting),
        voting=voting,
        order=order,
        ties=invent_ties(chance, steps, [criterion.id for criterion in criteria]),
        awards=awards,
        limits=_limits(chance, awards),
        headship=headship,
        undefined=mixed(chance, list(_undefined(chance, order, awards, headship))),
    )
    ruleset = with_successions(chance, ruleset, _PER, _PARENTS) if yes(chance, 4) else ruleset
    return with_sheets(chance, ruleset)


def _unit(chance: Chance, id_: str, type_: str | None) -> Unit:
    return Unit(f"Đơn vị {id_[-1].upper()}", (), type_, within=Table({_PER: one(chance, _PARENTS)}))


def _undefined(
    chance: Chance, order: Order | None, awards: Sequence[Award], headship: Headship | None
) -> Iterator[UndefinedRule]:
    """What the ruleset has to leave open, and some of what it may."""
    if order is None:
        yield _left_open(chance, "xep-hang", "order", asks=False)
    if yes(chance):
        yield _left_open(chance, "ngang-nhau", "ties", asks=yes(chance))
    for award in awards:
        if not award.choose:
            yield _left_open(chance, f"cach-chon-{award.id}", f"awards.{award.id}.choose", asks=yes(chance))
        if award.quota is None and (not award.choose or any(step.by != "place" for step in award.choose)):
            yield _left_open(chance, f"so-luong-{award.id}", f"awards.{award.id}.quota", asks=True)
    if headship is None:
        yield _left_open(chance, "khoi-truong", "headship", asks=yes(chance))
    elif headship.deputies is None and yes(chance):
        yield _left_open(chance, "khoi-pho", "headship.deputies", asks=yes(chance))


def _left_open(chance: Chance, id_: str, what: str, *, asks: bool) -> UndefinedRule:
    ask = whom(chance) if asks else None
    return UndefinedRule(id_, what, "Quy chế giả định không nói", BASIS, invent_trust(chance), ask)


def _order(chance: Chance) -> Order | None:
    by = one(chance, _ORDERS)
    if by is None:
        return None
    places = tuple(some(chance, (1, 2, 3, 4), chance.number(0, 3)))
    asks = body(chance) if by in ("ballot", "points-then-ballot") else whom(chance) if yes(chance, 4) else None
    shortlist = None
    if by == "points-then-ballot":
        shortlist = Shortlist(chance.number(2, 4), "include" if yes(chance) else "exclude")
    return Order(by, BASIS, invent_trust(chance), places, asks, shortlist)


def _gates(chance: Chance) -> tuple[Gate, ...]:
    """Up to two gates, of one fact or of two."""
    return tuple(
        Gate(f"cua-{number}", one(chance, ("vi-pham", "cho-xac-minh")), one(chance, _EFFECTS), BASIS, "read")
        for number in range(1, 1 + chance.number(0, 2))
    )


def _voting(chance: Chance) -> Voting | None:
    absent = one(chance, (None, *_ABSENT))
    return None if absent is None else Voting(absent, BASIS, invent_trust(chance))


def _conditions(chance: Chance, voting: Voting | None) -> tuple[Condition, ...]:
    """Up to two conditions, of those present or, where a rule says who else votes, of those taking part."""
    many = one(chance, (0, 0, 1, 1, 2))
    return tuple(_condition(chance, f"du-hop-{number}", voting) for number in range(1, 1 + many))


def _condition(chance: Chance, id_: str, voting: Voting | None) -> Condition:
    what: Literal["present", "taking-part"] = "present" if voting is None or yes(chance, 3) else "taking-part"
    share = one(chance, (Fraction(1, 2), Fraction(2, 3)))
    bounds = (None, share) if yes(chance) else (share, None)
    return Condition(id_, what, "members", BASIS, invent_trust(chance), *bounds)


def _awards(
    chance: Chance, steps: Iterator[str], order: Order | None, voting: Voting | None, size: int
) -> tuple[Award, ...]:
    """Up to three awards in any order; each may require and exclude some of those that were invented before it."""
    made: list[Award] = []
    for id_ in _AWARDS[: chance.number(0, len(_AWARDS))]:
        links = {other.id: one(chance, ("", "", "excludes", "excludes", "requires")) for other in made}
        places = () if order is None else order.name_places
        chain = () if yes(chance, 10) else invent_choices(chance, steps, places, voting, ranked=order is not None)
        ballots = any(step.by == "ballot" for step in chain)
        # Going down the standing, parents matter most.
        by_parent = yes(chance, 3) or (chain[:1] != () and chain[0].by == "standing" and yes(chance))
        at_most = PerParent(chance.number(1, 2), _PER) if by_parent else None
        # One slot for those who reach a threshold is often too few.
        one_slot = QuotaRule(number=1) if ballots and yes(chance) else None
        quota = one_slot or (None if yes(chance, 4) else invent_quota(chance, size, chain))
        award = Award(
            id_,
            id_.replace("-", " "),
            chain,
            BASIS,
            invent_trust(chance),
            quota=quota,
            over_quota=invent_over_quota(chance, steps) if ballots else (),
            boundary=one(chance, _BOUNDARIES) if at_most is None else "cut",
            requires=tuple(other for other, link in links.items() if link == "requires"),
            excludes=tuple(other for other, link in links.items() if link == "excludes"),
            requires_before=(one(chance, (id_, *links)),) if yes(chance, 8) else (),
            at_most=at_most,
            grounds=_grounds(chance, [other for other, link in links.items() if link != "excludes"]),
        )
        made.append(award)
    return mixed(chance, made)


def _grounds(chance: Chance, others: Sequence[str]) -> tuple[Ground, ...]:
    """Now and then one ground or two: a fact, or one of the other awards, of one year or of two."""
    many = one(chance, (1, 2)) if yes(chance, 8) else 0
    grounds: list[Ground] = []
    for number in range(many):
        award = one(chance, others) if others and yes(chance, 3) else None
        fact = None if award is not None else one(chance, ("hoan-thanh", "vi-pham"))
        grounds.append(Ground(f"can-cu-{number}", fact, award, chance.number(1, 2), BASIS, invent_trust(chance)))
    return mixed(chance, grounds)


def _limits(chance: Chance, awards: Sequence[Award]) -> tuple[Limit, ...]:
    if not yes(chance, 4):
        return ()
    award = one(chance, (None, *(award.id for award in awards)))
    return (Limit("han-muc", "Cấp trên quyết định", BASIS, invent_trust(chance), award=award),)


def _headship(chance: Chance) -> Headship:
    seats = one(chance, _SEATS)
    bars = _bars(chance)
    asks = whom(chance) if yes(chance) else None
    typed = yes(chance, 3)
    deputies = None if seats is None else tuple(Seat(seat, _type(chance, typed=typed)) for seat in seats)
    by = one(chance, _WAYS)
    declined = one(chance, _DECLINED) if by == "turn" else None
    above, trust = one(chance, _ABOVE), invent_trust(chance)
    return Headship(by, BASIS, trust, asks, bars, deputies, above, _type(chance, typed=typed), declined)


def _type(chance: Chance, *, typed: bool) -> str | None:
    """The type of the units that may hold an office; most are for all units."""
    return one(chance, (None, *_TYPES)) if typed else None


def _bars(chance: Chance) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    if yes(chance):
        bars.append(Bar("khong-hai-nam-lien", one(chance, OFFICES), BASIS, invent_trust(chance), who="outgoing"))
    if yes(chance):
        name = one(chance, ("vi-pham", "bi-phe-binh"))
        bars.append(Bar("bi-phe-binh", one(chance, OFFICES), BASIS, invent_trust(chance), fact=name))
    return mixed(chance, bars)
