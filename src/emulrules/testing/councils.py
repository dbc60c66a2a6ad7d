"""Invented councils: rules, what several clusters propose, and a sitting without acts."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from attrs import evolve

from emulrules.councils import review_again
from emulrules.model.award import Award, Choose, Limit, OverQuota, PerParent
from emulrules.model.decision import Decision, Question
from emulrules.model.review import CouncilAbove, Proposal, Review, Reviewed
from emulrules.model.ruleset import Ruleset, Span, UndefinedRule
from emulrules.model.season import Act, Council, Season
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.testing.answers import answer
from emulrules.testing.chance import Chance, one, some, yes
from emulrules.testing.criteria import BASIS, invent_trust
from emulrules.testing.turnout import Turnout
from emulrules.value import frozen

__all__ = ["Reviewing", "excess", "invent_council"]

_COUNCIL: Final = "hoi-dong-gia-dinh"
_SOURCE: Final = "bien-ban"
_AWARDS: Final = ("co-chinh-phu", "co-thi-dua", "bang-khen")
_FACTS: Final = ("flag-qualified", "ngoai-han-muc")
_PARENTS: Final = ("tinh-x", "tinh-y", "tinh-z")
_ASKED: Final[tuple[Literal["meeting", "decision"], ...]] = ("meeting", "decision")
_BASES: Final[tuple[Literal["members", "ballots"], ...]] = ("members", "ballots")
_MEMBERS: Final = 9


@frozen
class Reviewing:
    """What one council has before it."""

    reviewed: tuple[Reviewed, ...]
    rules: Ruleset
    season: Season

    def decide(self, *acts: Act) -> Decision:
        """What comes out with these acts."""
        return review_again(self.reviewed, self.rules, evolve(self.season, acts=acts))

    def answered(self, chance: Chance, question: Question) -> Act:
        """A random valid act for `question`."""
        turnout = Turnout.everybody(_MEMBERS, _MEMBERS)
        return answer(chance, question, turnout=turnout, source=_SOURCE)


def invent_council(chance: Chance) -> Reviewing:
    """A random council over one to six clusters of one to five units."""
    reviewed = tuple(_cluster(chance, number) for number in range(1, 1 + chance.number(1, 6)))
    units = [unit for each in reviewed for unit in each.units]
    stated = [fact for fact in _FACTS if yes(chance)]
    facts = Table({fact: tuple(sorted(some(chance, units, chance.number(0, len(units))))) for fact in stated})
    rules = Ruleset(
        "quy-che-gia-dinh",
        "Quy chế giả định",
        "Cơ quan giả định",
        "standard",
        date(2021, 1, 1),
        Span("2021"),
        sources=Table({"quy-che": Source(BASIS[0])}),
        awards=tuple(Award(id_, id_, (), BASIS, "read") for id_ in _AWARDS),
        limits=tuple(_limits(chance)),
        councils=Table({_COUNCIL: CouncilAbove("Hội đồng giả định", BASIS, "read")}),
        reviews=tuple(_reviews(chance)),
    )
    named = {limit.base for limit in rules.limits} | {fact for limit in rules.limits for fact in limit.uncounted}
    season = Season(
        rules.id,
        _COUNCIL,
        "2021",
        sources=Table({_SOURCE: Source("Biên bản giả định")}),
        council=Council(_MEMBERS if yes(chance) else None),
        facts=Table({fact: given for fact, given in facts.items() if fact in named}),
    )
    return Reviewing(reviewed, _undefined(chance, rules), season)


def _cluster(chance: Chance, number: int) -> Reviewed:
    units = [f"don-vi-{number}{letter}" for letter in "abcde"[: chance.number(1, 5)]]
    proposals = [
        Proposal(award, unit, "held" if yes(chance, 5) else "proposed")
        for award in _AWARDS
        for unit in some(chance, units, chance.number(0, min(2, len(units))))
    ]
    within = Table({unit: Table(province=one(chance, _PARENTS)) for unit in units})
    names = Table({unit: f"Đơn vị {unit}" for unit in units})
    leader = one(chance, units) if not yes(chance, 4) else None
    return Reviewed(f"{number:064x}", "quy-che-gia-dinh", f"khoi-{number}", names, within, leader, tuple(proposals))


def _limits(chance: Chance) -> Iterator[Limit]:
    for award in _AWARDS:
        for number in range(chance.number(0, 2)):
            yield _limit(chance, f"han-muc-{award}-{number}", award, asked=number > 0)
        if yes(chance, 3):
            parent = PerParent(chance.number(1, 2), "province")
            yield Limit(f"theo-tinh-{award}", "Theo tỉnh", BASIS, invent_trust(chance), award, per_parent=parent)


def _limit(chance: Chance, id_: str, award: str, *, asked: bool) -> Limit:
    """A limit in some number; where one may be `asked` for already, it is not."""
    trust = invent_trust(chance)
    uncounted = (_FACTS[1],) if yes(chance, 3) else ()
    way = chance.number(0, 3)
    if way == 0:
        return Limit(id_, "Số cố định", BASIS, trust, award, number=chance.number(0, 4), uncounted=uncounted)
    if way == 1 and not asked:
        return Limit(id_, "Phân bổ hằng năm", BASIS, trust, award, ask="province", uncounted=uncounted)
    base = one(chance, ("leaders", _FACTS[0]))
    share = one(chance, (Fraction(1, 5), Fraction(1, 2)))
    return Limit(id_, "Một phần", BASIS, trust, award, share, base, uncounted=uncounted)


def _reviews(chance: Chance) -> Iterator[Review]:
    done: list[str] = []
    for award in (_AWARDS[1], _AWARDS[0], _AWARDS[2]):
        if yes(chance, 4):
            continue
        steps = tuple(_step(chance, f"buoc-{award}-{number}") for number in range(chance.number(0, 2)))
        links = {other: one(chance, ("", "", "requires", "excludes")) for other in done}
        yield Review(
            award,
            BASIS,
            invent_trust(chance),
            "leaders" if yes(chance, 4) else "proposals",
            steps,
            (OverQuota(f"nhieu-phieu-{award}", "votes"),) if yes(chance) else (),
            tuple(other for other, link in links.items() if link == "requires"),
            tuple(other for other, link in links.items() if link == "excludes"),
            yes(chance, 3),
        )
        done.append(award)


def _step(chance: Chance, id_: str) -> Choose:
    if yes(chance):
        return Choose(id_, one(chance, _ASKED), "council")
    share = one(chance, (Fraction(1, 2), Fraction(4, 5)))
    return Choose(id_, "ballot", "council", at_least=share, base=one(chance, _BASES), rounds=chance.number(1, 2))


def _undefined(chance: Chance, rules: Ruleset) -> Ruleset:
    """The rules with what they leave open of some reviews, and whom they then ask."""
    said = {review.id for review in rules.reviews}
    open_ = [award for award in _AWARDS if award not in said and yes(chance)]
    entries = (
        UndefinedRule(f"chua-ro-{award}", f"reviews.{award}", "Chưa rõ", BASIS, "read", one(chance, (None, "chair")))
        for award in open_
    )
    return evolve(rules, undefined=tuple(entries))


def excess(decision: Decision) -> Mapping[str, int]:
    """By how many each cap that the steps show is exceeded by what is granted, held or raised; empty where none is."""
    counted = {
        (step.output["award"], step.unit) for step in decision.steps if step.step == "grant" and step.inputs["counted"]
    }
    over: dict[str, int] = {}
    for step in decision.steps:
        if step.step == "limit":
            number = sum(award == step.inputs["award"] for award, _ in counted)
            if number > step.output:
                over[str(step.rule)] = number - step.output
    within = {unit: parents for each in decision.reviewed for unit, parents in each.within.items()}
    for limit in decision.rules.limits:
        if limit.per_parent is None:
            continue
        for parent in _PARENTS:
            of_it = [
                unit
                for award, unit in counted
                if award == limit.award and within[str(unit)][limit.per_parent.per] == parent
            ]
            if len(of_it) > limit.per_parent.number:
                over[limit.rule.path] = len(of_it) - limit.per_parent.number
    return over
