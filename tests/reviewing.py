"""Councils in Python, for tests: clusters that propose units, limits, reviews and sittings, each as small as can be."""

from collections.abc import Iterable, Mapping
from typing import Any

from building import READ, award, choose, exact, ruleset

from emulrules.councils import review_again
from emulrules.model.award import Limit
from emulrules.model.decision import Decision
from emulrules.model.review import CouncilAbove, Proposal, Review, Reviewed
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Council, Season
from emulrules.model.source import Source
from emulrules.model.table import Table

BALLOT = choose("bo-phieu", "ballot", asks="council", at_least="80%", base="members")
DECIDES = choose("xet", "decision", asks="council")


def limit(id_: str = "han-muc", award: str = "co", /, **parts: Any) -> Limit:
    """A limit on an award."""
    parts = {key: exact(value) if key == "at_most" else value for key, value in parts.items()}
    return Limit(id_, "Hạn mức", **READ, award=award, **parts)


def reviews(id_: str = "co", *steps: Any, **parts: Any) -> Review:
    """How the council reviews an award."""
    return Review(id_, **READ, choose=steps, **parts)


def rules(*limits: Limit, reviews: Iterable[Review] = (), awards: str = "co bang", **parts: Any) -> Ruleset:
    """The rules of one council, `hoi-dong`."""
    return ruleset(
        "a",
        awards=tuple(award(id_, DECIDES, quota=1) for id_ in awards.split()),
        limits=limits,
        councils={"hoi-dong": CouncilAbove("Hội đồng", **READ)},
        reviews=tuple(reviews),
        **parts,
    )


def cluster(
    id_: str, units: Iterable[str], *, leads: str | None = None, held: Iterable[str] = (), **proposals: Iterable[str]
) -> Reviewed:
    """One cluster's decision: who leads, and who is proposed for which award."""
    made = tuple(
        Proposal(award, unit, "held" if unit in held else "proposed")
        for award, proposed in proposals.items()
        for unit in proposed
    )
    units = tuple(units)
    within = Table({unit: Table(province=unit[0]) for unit in units})
    return Reviewed(f"{id_:0>64}", "quy-che", id_, Table({u: u.upper() for u in units}), within, leads, made)


def sitting(*acts: Act, members: int | None = None, facts: Mapping[str, Iterable[str]] | None = None) -> Season:
    """The council's season."""
    given = Table({fact: tuple(units) for fact, units in (facts or {}).items()})
    sources = Table({"bien-ban": Source("Biên bản (giả định)")})
    council = Council(members)
    return Season("quy-che", "hoi-dong", "2021", sources=sources, council=council, facts=given, acts=acts)


def reviewed(rules_: Ruleset, clusters: Iterable[Reviewed], season: Season | None = None) -> Decision:
    """What the council decides."""
    return review_again(clusters, rules_, sitting() if season is None else season)


def became(decision: Decision, award: str = "co") -> dict[str, str]:
    """What became of each unit: its state, and why it was cut."""
    return {each.unit: each.state if each.why is None else each.why for each in decision.grants if each.award == award}
