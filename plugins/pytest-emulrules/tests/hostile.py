"""Plugins that are wrong, each in one way, under small rulesets on which it shows; what they answer is admitted.

They do what a plugin can: answers that turn on names, on what others scored, on who is tied, on facts that nobody told
yet, on how often it was asked. None of them says anything that would be refused, unless its name says so.
"""

from fractions import Fraction
from typing import Any, Final

from attrs import evolve
from building import ELECTED, award, choose, criterion, gate, order, ruleset, scale, tie

from emulrules import (
    Award,
    Barred,
    GateFacts,
    Hooks,
    Quota,
    Rotation,
    Rule,
    Ruleset,
    Season,
    TieKey,
    TieKeys,
    Undefined,
    Weights,
    hookimpl,
)
from emulrules.model.award import QuotaRule
from emulrules.model.headship import Bar
from emulrules.model.table import Table
from emulrules.policy import Scores
from emulrules.roster import roster
from emulrules.standard import Standard

NAME: Final = "pha-luat"
AUTHORITY: Final = "Không ai"
_BASIS: Final = ("Không văn bản nào",)
STANDARD: Final = Standard()


def _ruled(units: str = "abc", **parts: Any) -> Ruleset:
    """A small ruleset that names the policy of a hostile plugin."""
    rules = {
        "criteria": (criterion("diem", max="2"), criterion("phu", max="2")),
        "scale": scale(points="4"),
        "order": order("points", 1),
        "ties": (tie("phu-truoc", "criterion", criterion="phu"), tie("bieu-quyet", "decision", asks="chair")),
        "awards": (award("co", choose("xep-hang", "standing"), quota=1),),
    }
    return evolve(ruleset(units, **{**rules, **parts}), policy=NAME)


PLAIN: Final = _ruled()
GATED: Final = _ruled(gates=(gate("bi-loai", "vi-pham"), gate("tam-giu", "khieu-nai", "hold")))
UNTIED: Final = _ruled(ties=(), order=order())
WIDE: Final = _ruled("abcde", criteria=(criterion("diem", max="1"),), scale=None, ties=(), order=order())
SHARED: Final = _ruled(
    awards=(
        award(
            "co",
            choose("xep-hang", "standing"),
            quota=QuotaRule(share=Fraction(1, 2), rounding="floor", base="units"),
        ),
    )
)
MEETING: Final = _ruled(
    gates=(gate("bi-loai", "vi-pham"),),
    awards=(award("co", choose("binh-xet", "meeting", asks="meeting"), quota=2),),
)
LOTS: Final = _ruled(
    ties=(
        tie("phu-truoc", "criterion", criterion="phu"),
        tie("rut-tham", "lot", asks="meeting"),
    )
)
BARRED: Final = _ruled(
    gates=(gate("bi-loai", "phe-binh"),),
    headship=evolve(ELECTED, bars=(Bar("phe-binh", ("head",), (*_BASIS,), "read", fact="phe-binh"),)),
)
ASKED: Final = _ruled(
    awards=(award("co", choose("binh-xet", "meeting", asks="meeting"), quota=2),),
    headship=evolve(ELECTED, bars=(Bar("phe-binh", ("head",), (*_BASIS,), "read", fact="phe-binh"),)),
)

LED: Final = _ruled("ab", criteria=(), scale=None, order=None, ties=(), awards=(), headship=BARRED.headship)
"""A ruleset that says nothing but who may lead."""

BY_DATA: Final = evolve(PLAIN, policy="standard")
"""A ruleset that no plugin answers for."""


class _Hostile(Hooks):
    name = NAME
    authority = AUTHORITY


def _key(id_: str, values: dict[str, Fraction]) -> TieKey:
    return TieKey(id_, "value", Rule(f"ties.{id_}", _BASIS, "assumed"), values=Table(values))


def _quota(award_: Award, number: int) -> Quota:
    return Quota(number, Rule(f"awards.{award_.id}.quota", _BASIS, "assumed"))


def _entered(points: Scores) -> dict[str, Fraction]:
    """The points of the criterion `phu` by unit; none where nothing was scored."""
    return {unit: value or Fraction(0) for unit, value in points.get("phu", Table()).items()}


class ByName(_Hostile):
    """Of equals, the first in the alphabet."""

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        return TieKeys((_key("theo-ten", {unit: Fraction(-place) for place, unit in enumerate(tied)}),))


class ByCount(_Hostile):
    """Weights that change with every decision that it is asked for."""

    def __init__(self) -> None:
        self._asked = 0

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        # It is asked twice for each answer, and alike both times.
        self._asked += 1
        odd = (self._asked + 1) // 2 % 2
        return Weights(Table({each.id: Fraction(1 + odd) for each in ruleset.criteria}))


class Alike(_Hostile):
    """Weights of 2 for whatever there is, which is no fault."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        return Weights(Table({each.id: Fraction(2) for each in ruleset.criteria}))


class AtFirst(_Hostile):
    """Weights that are others for the first decision than ever after."""

    def __init__(self) -> None:
        self._asked = 0

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        self._asked += 1
        return Weights(Table({each.id: Fraction(1 + (self._asked > 2)) for each in ruleset.criteria}))


class ByScores(_Hostile):
    """Weights that are as great as the greatest score."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        rows = {
            id_: [cell for cell in row.values() if isinstance(cell, Fraction)] for id_, row in season.scores.items()
        }
        return Weights(Table({each.id: max(rows.get(each.id, []), default=Fraction(0)) for each in ruleset.criteria}))


class ByBest(_Hostile):
    """One criterion counts, and another one as soon as anybody is best in it."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        row = season.scores.get("phu", Table())
        counts = "phu" if 2 in row.values() else "diem"
        return Weights(Table({each.id: Fraction(each.id == counts) for each in ruleset.criteria}))


class ByFewest(_Hostile):
    """A criterion that counts for nothing, and of equals, whoever has fewer points in it."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        return Weights(Table({each.id: Fraction(each.id != "phu") for each in ruleset.criteria}))

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        row = _entered(points)
        return TieKeys((_key("it-hon", {unit: -row.get(unit, Fraction(0)) for unit in tied}),))


class ByCompany(_Hostile):
    """Of an odd number of equals the first, of an even number the last."""

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        sign = 1 if len(tied) % 2 else -1
        return TieKeys((_key("theo-so", {unit: Fraction(sign * place) for place, unit in enumerate(tied)}),))


class ByOthers(_Hostile):
    """Of equals, whoever has more, as long as nobody else has most; otherwise whoever has less."""

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        row = _entered(points)
        sign = 1 if max(row.values(), default=0) == max(row.get(unit, Fraction(0)) for unit in tied) else -1
        return TieKeys((_key("theo-doi", {unit: sign * row.get(unit, Fraction(0)) for unit in tied}),))


class Backwards(_Hostile):
    """The chain from its end."""

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        keys = STANDARD.tie_break_keys(ruleset=ruleset, season=season, tied=tied, points=points)
        return TieKeys(keys.keys[::-1])


class TwoSteps(_Hostile):
    """The first two steps of a chain, however long it is."""

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        keys = STANDARD.tie_break_keys(ruleset=ruleset, season=season, tied=tied, points=points)
        return TieKeys(keys.keys[:2])


class RoundedUp(_Hostile):
    """A share is rounded up, and said as a number alone."""

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota | Undefined:
        answer = STANDARD.award_quota(ruleset=ruleset, season=season, award=award, gates=gates)
        if not isinstance(answer, Quota) or answer.share is None or answer.base is None:
            return answer
        return _quota(award, int(-(-answer.share * answer.base // 1)))


class ByFacts(_Hostile):
    """As soon as anybody tells a fact, nothing is left to propose."""

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota:
        return _quota(award, 0 if season.facts else 2)


class ByTold(_Hostile):
    """As soon as anybody tells a fact, there is more to propose."""

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota:
        return _quota(award, 2 if season.facts else 1)


class ByGates(_Hostile):
    """One slot, and one for each unit that is out or on hold."""

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota:
        return _quota(award, 1 + len(gates.gated))


class ByGood(_Hostile):
    """A slot for every full score."""

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota:
        return _quota(award, sum(cell == 2 for row in season.scores.values() for cell in row.values()))


class InTime(_Hostile):
    """In turn, and nobody is barred until somebody tells that it is."""

    @hookimpl
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation:
        units = season.facts.get("phe-binh", ())
        queue = tuple(sorted(roster(season, ruleset).members))
        rule = Rule("headship", _BASIS, "assumed")
        bar = Barred("phe-binh", ("head",), tuple(sorted(units)), Rule("headship.bars.phe-binh", _BASIS, "assumed"))
        return Rotation("turn", rule, barred=(bar,), deputies=(), queue=queue)


class InVain(_Hostile):
    """It asks for a fact, and bars nobody whatever it is told."""

    @hookimpl
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation:
        units = () if "phe-binh" in season.facts else None
        rule = Rule("headship", _BASIS, "assumed")
        bar = Barred("phe-binh", ("head",), units, Rule("headship.bars.phe-binh", _BASIS, "assumed"), "phe-binh")
        return Rotation("elected", rule, "members", (bar,), deputies=())


class AllAtOnce(_Hostile):
    """Whatever a plugin can turn on at once, and alike each time: scores, names, who is tied, who is out or on hold."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        row = season.scores.get("phu", Table())
        counts = "phu" if 2 in row.values() else "diem"
        return Weights(Table({each.id: Fraction(each.id == counts) for each in ruleset.criteria}))

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        sign = 1 if len(tied) % 2 else -1
        values = {unit: Fraction(sign * place // 2) for place, unit in enumerate(tied)}
        asked = TieKey("bieu-quyet", "decision", Rule("ties.bieu-quyet", _BASIS, "assumed"), "chair")
        return TieKeys((_key("theo-so", values), asked))

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota:
        return _quota(award, 1 + len(gates.gated))


class Negative(_Hostile):
    """Weights below nought."""

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        return Weights(Table({each.id: Fraction(-1) for each in ruleset.criteria}))
