"""The standard policy: answers every hook from the ruleset's data, and `Undefined` where the data is silent."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from emulrules.model.answers import (
    Barred,
    Gated,
    GateFacts,
    Points,
    Quota,
    Rotation,
    TieKey,
    TieKeys,
    Undefined,
    UnknownFact,
    Weights,
)
from emulrules.model.award import Award, QuotaRule
from emulrules.model.criterion import Criterion
from emulrules.model.headship import Bar, Headship
from emulrules.model.order import Share, TieStep
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season, UnitEntry
from emulrules.model.table import Table
from emulrules.policy import Hooks, Scores, hookimpl
from emulrules.roster import roster, unit_types
from emulrules.shares import counted, reckoning
from emulrules.turns import out_of_turn, queue_now, who_declined

__all__ = ["Standard"]


class Standard(Hooks):
    """What a ruleset says without any code."""

    name = "standard"
    authority = None

    @hookimpl
    def criterion_weights(self, ruleset: Ruleset, season: Season) -> Weights:
        """The weight that each criterion declares; 1 leaves its points as they are."""
        return Weights({criterion.id: criterion.weight for criterion in ruleset.criteria})

    @hookimpl
    def unit_gates(self, ruleset: Ruleset, season: Season) -> GateFacts:
        """Every gate against the season's facts; who is not listed has the fact not."""
        gated: list[Gated] = []
        unknown: list[UnknownFact] = []
        for gate in sorted(ruleset.gates, key=lambda gate: gate.id):
            units = season.facts.get(gate.fact)
            if units is None:
                unknown.append(UnknownFact(gate.fact, gate.effect, gate.rule))
            else:
                gated.extend(Gated(unit, gate.effect, gate.rule) for unit in sorted(units))
        return GateFacts(tuple(gated), tuple(unknown))

    @hookimpl
    def criterion_points(
        self, ruleset: Ruleset, season: Season, criterion: Criterion, gates: GateFacts
    ) -> Points | Undefined:
        """No data says the points of a method that only a plugin knows."""
        return Undefined(f"criteria.{criterion.id}", criterion.basis, None, criterion.trust)

    @hookimpl
    def tie_break_keys(self, ruleset: Ruleset, season: Season, tied: tuple[str, ...], points: Scores) -> TieKeys:
        """The ruleset's chain, with the values of the units that are tied."""
        leaves = tuple(criterion.id for criterion in ruleset.criteria if criterion.method is not None)
        return TieKeys(tuple(_tie_key(step, season, tied, points, leaves) for step in ruleset.ties))

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Quota | Undefined:
        """A number, the row of a table, a share, all the rest, or the question to the level that allots it."""
        quota = award.quota
        if quota is not None:
            if quota.number is not None or quota.rest:
                return Quota(quota.number, award.quota_rule, rest=quota.rest)
            members = _size(ruleset, season)
            inside = members - len({gated.unit for gated in gates.gated if gated.effect == "out"})
            if (number := counted(quota, members, inside)) is not None:
                return _counted(quota, number, members if quota.base == "members" else inside, award.quota_rule)
        return _unstated(ruleset, award, quota)

    @hookimpl
    def head_rotation(self, ruleset: Ruleset, season: Season) -> Rotation | Undefined:
        """The ruleset's headship, with the units that its bars name."""
        headship = ruleset.headship
        if headship is None:
            open_ = ruleset.undefined_rule("headship") or ruleset.undefined_rule("headship.by")
            return (
                Undefined("headship")
                if open_ is None
                else Undefined(open_.rule.path, open_.basis, open_.ask, open_.trust)
            )
        return Rotation(
            headship.by,
            headship.rule,
            headship.asks,
            _bars(ruleset, season, headship),
            None if headship.deputies is None else tuple(seat.seat for seat in headship.deputies),
            headship.recognised_by,
            _eligible(ruleset, season, headship),
            *_turns(season, headship),
            season.outgoing.deputies if headship.by == "deputy" else None,
        )


def _eligible(ruleset: Ruleset, season: Season, headship: Headship) -> dict[str, tuple[str, ...]]:
    """The members whose type an office asks for, by the office's name."""
    typed = {"head": headship.type} | {seat.seat: seat.type for seat in headship.deputies or ()}
    types = unit_types(ruleset, season)
    return {
        office: tuple(unit for unit, of in types.items() if of == type_)
        for office, type_ in typed.items()
        if type_ is not None
    }


def _turns(season: Season, headship: Headship) -> tuple[tuple[str, ...] | None, tuple[str, ...], str | None]:
    """The queue, who declined, and who was elected out of turn."""
    if headship.by != "turn":
        return None, (), None
    return queue_now(season, headship), who_declined(season), out_of_turn(season)


def _size(ruleset: Ruleset, season: Season) -> int:
    """How many members the cluster has in this season."""
    return len(roster(season, ruleset).members)


def _counted(quota: QuotaRule, number: int, base: int, rule: Rule) -> Quota:
    """A number that turns on how many units there are; a share is told with how it became a number."""
    part = reckoning(quota)
    if part is None:
        return Quota(number, rule, base)
    share, how = part
    bound = how if how == "not-more-than" or how == "less-than" else None
    rounding = quota.rounding if bound is None else None
    return Quota(number, rule, base, rounding, share, bound, quota.least, quota.most)


def _unstated(ruleset: Ruleset, award: Award, quota: QuotaRule | None) -> Undefined:
    if quota is not None:
        return Undefined(award.quota_rule.path, award.quota_rule.basis, quota.ask, award.quota_rule.trust)
    declared = ruleset.undefined_rule(f"awards.{award.id}.quota")
    if declared is None:
        return Undefined(f"awards.{award.id}.quota", award.basis, None, award.trust)
    return Undefined(declared.rule.path, declared.basis, declared.ask, declared.trust)


def _bars(ruleset: Ruleset, season: Season, headship: Headship) -> tuple[Barred, ...]:
    gone = _gone(ruleset, season)
    return tuple(_barred(bar, season, headship, gone) for bar in sorted(headship.bars, key=lambda bar: bar.id))


def _gone(ruleset: Ruleset, season: Season) -> frozenset[str]:
    """The units that there are no more; one of them may have led before its successors stood in its place."""
    known = ruleset.successions or season.successions
    return frozenset(roster(season, ruleset).lineage.heirs) if known else frozenset()


def _barred(bar: Bar, season: Season, headship: Headship, gone: frozenset[str]) -> Barred:
    rule = Rule(f"headship.bars.{bar.id}", bar.basis or headship.basis, bar.trust)
    if bar.fact is not None:
        units = season.facts.get(bar.fact)
        return Barred(bar.id, bar.for_, None if units is None else tuple(sorted(units)), rule, bar.fact)
    head = season.outgoing.head
    return Barred(bar.id, bar.for_, None if head is None else () if head in gone else (head,), rule)


def _tie_key(step: TieStep, season: Season, tied: tuple[str, ...], points: Scores, leaves: tuple[str, ...]) -> TieKey:
    if step.by == "criterion" and step.criterion is not None:
        given = points.get(step.criterion, Table())
        return TieKey(step.id, "value", step.rule, values={unit: given.get(unit) for unit in tied})
    if step.by == "share" and step.share is not None:
        lacks = {unit: tuple(_lacking(step.share, season, unit)) for unit in tied}
        values = {unit: None if lacks[unit] else _share(step, step.share, season, unit) for unit in tied}
        return TieKey(step.id, "value", step.rule, values=values, lacks={u: f for u, f in lacks.items() if f})
    if step.by == "head-to-head":
        beaten = _beaten([points[id_] for id_ in step.over or leaves if id_ in points], tied)
        return TieKey(step.id, "value", step.rule, values=beaten, then=step.then)
    return TieKey(step.id, step.by if step.by in ("ballot", "lot") else "decision", step.rule, step.asks)


def _beaten(compared: Sequence[Mapping[str, Fraction | None]], tied: tuple[str, ...]) -> dict[str, Fraction | None]:
    """How many of the others in `tied` each beats: with more points on more criteria than the other has more on.

    Where a criterion does not apply to one of the two, it compares nothing between them; equal points, and as many
    criteria on either side, count for nobody. None where there are no points to compare.
    """
    if not compared:
        return dict.fromkeys(tied)
    beaten = dict.fromkeys(tied, 0)
    for one, other in combinations(tied, 2):
        ahead = 0
        for points in compared:
            mine, theirs = points.get(one), points.get(other)
            if mine is not None and theirs is not None:
                ahead += (mine > theirs) - (mine < theirs)
        if ahead > 0:
            beaten[one] += 1
        elif ahead < 0:
            beaten[other] += 1
    return {unit: Fraction(count) for unit, count in beaten.items()}


def _lacking(share: Share, season: Season, unit: str) -> Iterator[str]:
    entry = season.units.get(unit) or UnitEntry()
    of = getattr(entry, share.of)
    if of is None:
        yield share.of
    # None of any number is no part of it, so the number need not be known.
    if getattr(entry, share.in_) is None and of != 0:
        yield share.in_


def _share(step: TieStep, share: Share, season: Season, unit: str) -> Fraction:
    """The share itself, or whether it reaches the threshold (1 or 0): beyond that it is not compared."""
    entry = season.units[unit]
    of, whole = getattr(entry, share.of), getattr(entry, share.in_) or 1
    if step.at_least is not None:
        # 65/2014/NĐ-CP Art. 2(3): women are at least 70 % of the staff, in integers women·10 ≥ staff·7.
        return Fraction(int(of >= step.at_least * whole))
    if step.more_than is not None:
        return Fraction(int(of > step.more_than * whole))
    return Fraction(of, whole)
