"""`decide`: a season, a ruleset and a policy give a decision, and nothing else does.

The engine goes as a council works: gates, points, totals, order, ties, awards, headship. It opens no file and reads no
clock; the order of rows in its input never matters.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve

from emulrules import awards, headship, questions
from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.facts import fold_facts
from emulrules.gates import Gates, judge
from emulrules.model.answers import (
    Answered,
    GateFacts,
    Points,
    Quota,
    Rotation,
    TieKeys,
    Undefined,
    Weights,
)
from emulrules.model.decision import Decision, NamedUnit, Question
from emulrules.model.exact import spell
from emulrules.model.ruleset import Criterion, Rule, Ruleset
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.order import Ranking, by_places, by_values, unranked
from emulrules.points import leaf_points
from emulrules.policy import Policy
from emulrules.roster import note_changes, resolve, roster, trim
from emulrules.ties import Chain
from emulrules.totals import Totals, totals
from emulrules.trace import Trace

__all__ = ["decide"]

A = TypeVar("A")


def decide(season: Season, ruleset: Ruleset, policy: Policy) -> Decision:
    """Decides one season under one merged ruleset, with the policy that the ruleset names.

    A decision with open questions or waiting acts is pending, and shows all that is settled. Raises `SeasonError`,
    `RulesetError` or `PluginError` with the faults by their path in the document.
    """
    _check_match(season, ruleset, policy)
    units = roster(season, ruleset)
    season = resolve(season, ruleset, units)
    rules = trim(ruleset, season, units)
    run = _Run(season, rules, policy, units.members)
    note_changes(season, rules, run.trace)
    run.conditions()
    gates = run.gates()
    scored = run.totals(gates)
    ranking = run.ranking(gates, scored)
    run.standings(ranking, scored)
    run.awards(gates, ranking)
    run.headship()
    open_, waiting = run.book.close()
    named = tuple(NamedUnit(unit, name) for unit, name in units.names.items())
    kept = evolve(season, acts=tuple(sorted(map(_sorted_act, season.acts), key=lambda act: act.question)))
    answers = tuple(sorted(run.answers, key=lambda answered: (answered.hook, answered.subject)))
    return Decision(kept, rules, policy.name, named, answers, run.trace.steps, open_, waiting, run.trace.warnings)


def _check_match(season: Season, ruleset: Ruleset, policy: Policy) -> None:
    if season.ruleset != ruleset.id:
        raise SeasonError(Fault("other-ruleset", ("ruleset",), {"expected": season.ruleset, "got": ruleset.id}))
    if not ruleset.seasons.covers(season.id):
        raise SeasonError(Fault("season-not-covered", ("season",), {"season": season.id, "ruleset": ruleset.id}))
    if policy.name != ruleset.policy:
        raise RulesetError(Fault("other-policy", ("policy",), {"expected": ruleset.policy, "got": policy.name}))


def _sorted_act(act: Act) -> Act:
    """An act whose sets are sorted; places and votes are sorted already."""
    choice = None if act.choice is None else tuple(sorted(act.choice))
    among = None if act.among is None else tuple(sorted(act.among))
    return evolve(act, choice=choice, among=among)


class _Run:
    """One decision while it is made: what every stage shares."""

    def __init__(self, season: Season, rules: Ruleset, policy: Policy, members: tuple[str, ...]) -> None:
        self._policy = policy
        self._rules = rules
        self._members = members
        self.trace = Trace()
        self.book = questions.Book(season, members, self.trace)
        self.answers: list[Answered] = []
        self._season = fold_facts(season, members, self.book)
        self._seen = self._season.without_acts()
        self._facts = GateFacts()
        self._points: Table[str, Any] = Table()
        for rule in rules.undefined:
            if rule.ask is None:
                self.trace.warn("undefined", rule.rule.path)

    def _ask(self, expected: type[A], hook: str, subject: str, **arguments: object) -> A | Undefined:
        """Asks the policy; what it answers is recorded, what it leaves undefined is returned as such."""
        given = self._policy.ask(hook, subject, ruleset=self._rules, season=self._seen, **arguments)
        self.answers.extend(given)
        answer = given[-1].answer
        if isinstance(answer, Undefined | expected):
            return answer
        raise RulesetError(Fault("answer-unexpected", (), {"hook": hook, "subject": subject}))

    def _needed(self, expected: type[A], hook: str, subject: str, **arguments: object) -> A:
        """As `_ask`, where the stage cannot go on without a value."""
        answer = self._ask(expected, hook, subject, **arguments)
        if isinstance(answer, Undefined):
            raise RulesetError(Fault("undefined-needed", (), {"what": answer.what, "hook": hook}))
        return answer

    def conditions(self) -> None:
        """Refuses a meeting that does not fulfil a condition; asks who was present where nothing says so."""
        present = self._season.meeting.present
        if present is not None and present > len(self._members):
            above = {"present": present, "members": len(self._members)}
            raise SeasonError(Fault("present-above-members", ("meeting", "present"), above))
        for condition in sorted(self._rules.conditions, key=lambda condition: condition.id):
            if present is None:
                self.book.ask(questions.present(self._members, condition.basis), condition.rule)
                continue
            threshold = condition.at_least if condition.at_least is not None else condition.more_than
            least = (threshold or 0) * len(self._members)
            met = present >= least if condition.at_least is not None else present > least
            if not met:
                data = {"condition": condition.id, "present": present, "members": len(self._members)}
                wanted = {"threshold": spell(threshold or Fraction(0))}
                raise SeasonError(Fault("condition-unmet", ("meeting", "present"), {**data, **wanted}))
            self.trace.step(
                "condition", "met", rule=condition.rule, present=present, base=len(self._members), threshold=threshold
            )

    def gates(self) -> Gates:
        """Which units are out or on hold."""
        facts = self._ask(GateFacts, "unit_gates", "")
        if isinstance(facts, Undefined):
            self.trace.warn("undefined", facts.what)
            facts = GateFacts()
        self._facts = facts
        return judge(facts, self._members, self.book, self.trace)

    def totals(self, gates: Gates) -> Totals | None:
        """Points and totals, if any score is given and nobody may still turn out to be out."""
        if gates.open or not self._season.scores:
            return None
        rules = self._rules
        weights = self._needed(Weights, "criterion_weights", "").values
        points = leaf_points(rules.criteria, self._season, gates.inside, self._given_points, self.trace)
        top = Rule("criteria", (), "read") if rules.order is None else rules.order.rule
        scored = totals(rules.criteria, rules.scale, weights, points, gates.inside, top, self.trace)
        self._points = Table({id_: Table(leaf) for id_, leaf in scored.points.items()})
        return scored

    def _given_points(self, criterion: Criterion) -> Points:
        return self._needed(Points, "criterion_points", criterion.id, criterion=criterion, gates=self._facts)

    def ranking(self, gates: Gates, scored: Totals | None) -> Ranking:
        """Groups of equals, with the places that the ruleset wants named."""
        order = self._rules.order
        if order is None:
            return Ranking(tuple(unranked(gates.inside)), {})
        if order.by == "points" and scored is not None:
            return self._chain().name_places(by_values(scored.total), order.name_places)
        if order.by == "points" and self._season.scores:
            # Scores are given, but who is out is still asked: nothing can be placed before that.
            self.book.later("place:")
            return Ranking(tuple(unranked(gates.inside)), {})
        wanted = min(max(order.name_places, default=0), len(gates.inside))
        if wanted == 0 and not self.book.has_act("standing"):
            return Ranking(tuple(unranked(gates.inside)), {})
        act = self.book.ask(self._standing_question(gates), order.rule)
        if act is None:
            self.book.later("place:")
            return Ranking(tuple(unranked(gates.inside)), {})
        return self._chain().name_places(by_places(act.places or {}, gates.inside), order.name_places)

    def _standing_question(self, gates: Gates) -> Question:
        order = self._rules.order
        if order is None:
            raise RulesetError(Fault("order-undefined", ("order",)))
        wanted = min(max(order.name_places, default=0), len(gates.inside))
        return Question(
            "standing", "places", order.asks, gates.inside, wanted, len(gates.inside), order.basis, gates.open
        )

    def _ask_standing(self, gates: Gates) -> Callable[[], tuple[str, ...]]:
        def ask() -> tuple[str, ...]:
            question = self._standing_question(gates)
            if self.book.ask(question, self._order_rule) is not None:
                raise SeasonError(Fault("standing-too-short", ("acts",), {"award": "standing"}))
            return (question.id,)

        return ask

    @property
    def _order_rule(self) -> Rule:
        order = self._rules.order
        return Rule("order", (), "read") if order is None else order.rule

    def _chain(self) -> Chain:
        undefined = self._rules.undefined_rule("ties")
        return Chain(self._tie_keys, undefined, self._members, self.book, self.trace)

    def _tie_keys(self, tied: tuple[str, ...]) -> TieKeys:
        answer = self._ask(TieKeys, "tie_break_keys", ",".join(tied), tied=tied, points=self._points)
        if isinstance(answer, Undefined):
            self.trace.warn("undefined", answer.what)
            return TieKeys()
        return answer

    def standings(self, ranking: Ranking, scored: Totals | None) -> None:
        """One step for each unit that is not out."""
        rule = self._order_rule
        for index, group in enumerate(ranking.groups):
            place = ranking.place_of(index)
            for unit in group.units:
                tied = tuple(other for other in group.units if other != unit) if place is not None else ()
                total = None if scored is None else scored.total[unit]
                output = Table(place=place, tied_with=tied, total=total)
                self.trace.step("standing", output, rule=rule, unit=unit)

    def awards(self, gates: Gates, ranking: Ranking) -> None:
        """Who is proposed for what, and which limits from above bind."""
        field = awards.Field(gates, ranking, self._ask_standing(gates))
        given = awards.propose(self._rules, self._season, field, self._chain(), self._quota, self.book, self.trace)
        awards.apply_limits(self._rules.limits, given, self.trace)

    def _quota(self, award: Any) -> Quota | Undefined:
        return self._ask(Quota, "award_quota", award.id, award=award, gates=self._facts)

    def headship(self) -> None:
        """Next year's head and deputies."""
        answer = self._ask(Rotation, "head_rotation", "")
        if isinstance(answer, Undefined) and self._rules.headship is None and not answer.basis:
            raise RulesetError(Fault("headship-undefined", ("headship",)))
        deputies = self._rules.undefined_rule("headship.deputies")
        headship.fill(answer, deputies, self._season, self._members, self.book, self.trace)
