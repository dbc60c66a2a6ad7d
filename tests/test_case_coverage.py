"""Every kind of rule that data can say is used, and reached, in at least one shipped case that a jurist can read.

A kind counts as reached where a step of the case's decision stands under the rule that is of the kind: that it is
written in a file is not enough.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, get_args

from attrs import fields
from cases import CASES, decided
from every import of_every

from emulrules.model.award import Award, Choose, OverQuota, QuotaRule
from emulrules.model.criterion import Criterion, Rounding, Scoring, Stage
from emulrules.model.decision import Decision
from emulrules.model.headship import Headship
from emulrules.model.order import Order, Shortlist, TieStep
from emulrules.model.ruleset import Condition, Gate, Ruleset, Voting
from emulrules.model.succession import Succession

SHARES: Final = ("at_least", "more_than")


def allowed(kind: type, name: str) -> list[str]:
    """What a field with a closed list of values may hold."""
    (field,) = (each for each in fields(kind) if each.name == name)
    return [value for part in (field.type, *get_args(field.type)) for value in get_args(part) if isinstance(value, str)]


# The kind `policy` of a leaf is no data: a plugin answers it.
KINDS: Final[list[str]] = [
    *(f"method {each}" for each in allowed(Criterion, "method") if each != "policy"),
    *(f"kind {each}" for each in allowed(Criterion, "kind")),
    *(f"leader {each}" for each in allowed(Criterion, "leader")),
    *(f"no target {each}" for each in allowed(Criterion, "no_target")),
    *(f"rounding {each}" for each in allowed(Rounding, "mode")),
    *(f"stage {each}" for each in allowed(Stage, "by")),
    *(f"take {each}" for each in allowed(Scoring, "take")),
    *("not applicable", "cap", "above max", "frame", "table", "imposed by"),
    *(f"gate {each}" for each in allowed(Gate, "effect")),
    *(f"condition {each}" for each in allowed(Condition, "what")),
    *(f"absent {each}" for each in allowed(Voting, "absent")),
    *(f"order {each}" for each in allowed(Order, "by")),
    *(f"shortlist {each}" for each in allowed(Shortlist, "boundary")),
    *(f"tie {each}" for each in allowed(TieStep, "by")),
    *(f"then {each}" for each in allowed(TieStep, "then")),
    *(f"tie share {each}" for each in ("compared", *SHARES)),
    *(f"quota {each}" for each in ("number", "table", "ask", "rest", "share", "not_more_than", "less_than")),
    *(f"quota base {each}" for each in allowed(QuotaRule, "base")),
    *(f"quota rounding {each}" for each in allowed(QuotaRule, "rounding")),
    *("quota least", "quota most", "per parent", "requires", "excludes", "requires before", "chain"),
    *("ground fact 1", "ground fact 2", "ground award 2"),
    *(f"boundary {each}" for each in allowed(Award, "boundary")),
    *(f"choose {each}" for each in allowed(Choose, "by")),
    *(f"vote base {each}" for each in allowed(Choose, "base")),
    *(f"vote {each}" for each in SHARES),
    "rounds",
    *(f"over quota {each}" for each in allowed(OverQuota, "by")),
    *(f"head {each}" for each in allowed(Headship, "by")),
    *(f"declined {each}" for each in allowed(Headship, "declined")),
    *(f"succession {each}" for each in allowed(Succession, "kind")),
    *(f"carries {each}" for each in ("seat", "turn", "award", "points")),
    *("dated roster", "seat of a parent"),
    *("head of a type", "seat of a type", "bar outgoing", "bar fact", "recognised", "no deputy", "deputies not stated"),
]


def kinds(rules: Ruleset) -> Iterator[tuple[str, str]]:
    """Each kind that the rules use, with the path of the rule that is of it."""
    yield from _of_points(rules)
    for gate in rules.gates:
        yield f"gate {gate.effect}", gate.rule.path
    for condition in rules.conditions:
        yield f"condition {condition.what}", condition.rule.path
    if rules.voting is not None:
        yield f"absent {rules.voting.absent}", rules.voting.rule.path
    if rules.order is not None:
        yield f"order {rules.order.by}", rules.order.rule.path
        if rules.order.shortlist is not None:
            yield f"shortlist {rules.order.shortlist.boundary}", rules.order.rule.path
    for step in rules.ties:
        yield f"tie {step.by}", step.rule.path
        yield f"then {step.then}", step.rule.path
        if step.share is not None:
            named = next((name for name in SHARES if getattr(step, name) is not None), "compared")
            yield f"tie share {named}", step.rule.path
    for award in rules.awards:
        yield from _of_award(award)
    yield from ((f"succession {each.kind}", each.rule.path) for each in rules.successions)
    for each in rules.successions:
        yield from ((f"carries {what}", f"{each.rule.path} {what}") for what in each.carries)
    yield from (("dated roster", dated.rule.path) for dated in rules.rosters)
    if rules.headship is not None:
        yield from _of_headship(rules.headship)


def _of_points(rules: Ruleset) -> Iterator[tuple[str, str]]:
    for criterion in rules.criteria:
        path = criterion.rule.path
        yield f"method {criterion.method}", path
        yield f"leader {criterion.leader}", path
        yield f"no target {criterion.no_target}", path
        if criterion.method is not None:
            yield f"kind {criterion.kind}", path
        flags: dict[str, Any] = {
            "not applicable": criterion.not_applicable,
            "cap": criterion.cap,
            "above max": criterion.above_max,
            "frame": criterion.frame,
            "table": criterion.table,
            "imposed by": criterion.imposed_by,
        }
        yield from ((name, path) for name, flag in flags.items() if flag)
        if criterion.rounding is not None:
            yield f"rounding {criterion.rounding.mode}", path
    if rules.scale is not None and rules.scale.rounding is not None:
        yield f"rounding {rules.scale.rounding.mode}", rules.scale.rule.path
    for stage in rules.stages:
        yield f"stage {stage.by}", stage.rule.path
    if rules.scoring is not None:
        yield f"take {rules.scoring.take}", rules.scoring.rule.path


def _of_award(award: Award) -> Iterator[tuple[str, str]]:
    path = award.rule.path
    if award.quota is not None:
        yield from ((kind, award.quota_rule.path) for kind in _of_quota(award.quota))
    for step in award.choose:
        chosen = award.part("choose", step).path
        yield f"choose {step.by}", chosen
        yield f"vote base {step.base}", chosen
        yield from ((f"vote {name}", chosen) for name in SHARES if getattr(step, name) is not None)
        if step.rounds > 1:
            yield "rounds", chosen
        if step.by == "standing":
            yield f"boundary {award.boundary}", f"{chosen} line"
        for name, flag in (
            ("per parent", award.at_most),
            ("requires", award.requires),
            ("excludes", award.excludes),
            ("requires before", award.requires_before),
        ):
            if flag:
                yield name, chosen
    for ground in award.grounds:
        yield f"ground {'fact' if ground.fact else 'award'} {ground.years}", award.part("grounds", ground).path
    for over in award.over_quota:
        yield f"over quota {over.by}", award.part("over_quota", over).path
    if len(award.choose) > 1:
        yield "chain", award.part("choose", award.choose[-1]).path
    yield "award", path


def _of_quota(quota: QuotaRule) -> Iterator[str]:
    for name in ("number", "table", "ask", "rest", "share", "not_more_than", "less_than"):
        if getattr(quota, name) not in (None, (), False):
            yield f"quota {name}"
    yield f"quota base {quota.base}"
    yield f"quota rounding {quota.rounding}"
    if quota.least is not None:
        yield "quota least"
    if quota.most is not None:
        yield "quota most"


def _of_headship(headship: Headship) -> Iterator[tuple[str, str]]:
    path = headship.rule.path
    yield f"head {headship.by}", path
    yield f"declined {headship.declined}", path
    if headship.type is not None:
        yield "head of a type", path
    if headship.seat_of is not None:
        yield "seat of a parent", f"{path} turn"
    for seat in headship.deputies or ():
        if seat.type is not None:
            yield "seat of a type", path
    for bar in headship.bars:
        yield "bar outgoing" if bar.who else "bar fact", f"headship.bars.{bar.id}"
    if headship.recognised_by is not None:
        yield "recognised", path
    if headship.deputies is None:
        yield "deputies not stated", path
    elif not headship.deputies:
        yield "no deputy", path


def reached(decision: Decision) -> set[str]:
    """The rules that something was done under; a line through a tie, and what passed on, are told apart."""
    found = {str(step.rule) for step in decision.steps}
    found |= {f"{step.rule} line" for step in decision.steps if step.step == "line"}
    found |= {f"{step.rule} {step.output}" for step in decision.steps if step.step == "carried"}
    return found


@cache
def shown() -> dict[str, list[str]]:
    """The cases that reach each kind."""
    found: dict[str, list[str]] = {}
    for path in CASES:
        decision = decided(path.stem)
        rules = reached(decision)
        for kind, rule in kinds(decision.rules):
            if rule in rules:
                found.setdefault(kind, []).append(path.stem)
    return found


@of_every(KINDS, str)
def test_every_kind_of_rule_is_reached_in_a_case(kind: str) -> None:
    assert shown().get(kind), f"no shipped case reaches {kind}"


def test_no_kind_is_listed_twice() -> None:
    assert len(set(KINDS)) == len(KINDS)
