"""`decide`: a season, a ruleset and a policy give a decision, and nothing else does.

The engine goes as a council works: gates, points, totals, order, ties, awards, headship. It opens no file and reads no
clock; the order of rows in its input never matters.
"""

import re
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

from attrs import evolve

from emulrules.acts import NumberedAct, left_over
from emulrules.awards import propose
from emulrules.candidates import Given
from emulrules.choosing import Field
from emulrules.conditions import require
from emulrules.errors import Fault, PluginError, RulesetError, SeasonError
from emulrules.facts import award_before, fact_before, fact_of, fold_facts
from emulrules.gates import Gates, judge
from emulrules.headship import fill
from emulrules.limits import note_limits
from emulrules.matching import check_match
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
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision, NamedUnit
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.parents import parents
from emulrules.point_table import fills_undefined
from emulrules.points import is_measured, leaf_points
from emulrules.policy import STANDARD, Policy, Scores
from emulrules.questions import Book, had_before, is_aftermath, won_before
from emulrules.quotas import Quotas
from emulrules.resolution import resolve, trim
from emulrules.roster import Roster, note_changes, roster
from emulrules.spellings import unknown_name
from emulrules.standings import Standings
from emulrules.ties import Chain
from emulrules.totals import Totals, totals
from emulrules.trace import Trace
from emulrules.turns import check_turns
from emulrules.voters import Voters

if TYPE_CHECKING:
    from emulrules.former import Taken
    from emulrules.heritage import Heritage

__all__ = ["decide"]

A = TypeVar("A")

_ASKED_ABOUT: Final = ("ties", "headship", "headship.by", "headship.deputies")
_ASKED_OF_AWARDS: Final = re.compile(r"awards\.[^.]+\.(choose|quota)")


def decide(season: Season, ruleset: Ruleset, policy: Policy) -> Decision:
    """Decides one season under one merged ruleset, with the policy that the ruleset names.

    A decision with open questions or waiting acts is pending, and shows all that is settled. Raises `SeasonError`,
    `RulesetError` or `PluginError` with the faults by their path in the document.
    """
    check_match(season, ruleset)
    _check_policy(ruleset, policy)
    units = roster(season, ruleset)
    given = resolve(season, ruleset, units)
    rules = trim(ruleset, given, units)
    members = units.members
    within = parents(given, rules, members)
    trace = Trace()
    book = Book(given, members, trace)
    taken = _from_former(given, rules, units)
    stated = given if taken is None else taken.season
    passed = _inherited(stated, rules, units)
    year = fold_facts(stated, members, book, passed)
    if taken is not None:
        taken.note(trace)
    book.voters = Voters.of(year, rules, members)
    check_turns(year, rules.headship, members, asked=passed is not None and passed.queue_open)
    asked = _Asked(policy, rules, year.without_acts(), trace)
    _warn_undefined(rules, given, trace)
    note_changes(given, units, trace)
    if passed is not None:
        passed.note(trace)
        book.instead = passed.asked
    require(rules.conditions, book, trace)
    facts, rotation = asked.gates(), asked.rotation()
    _check_facts(given, asked.known_facts(rules, facts, rotation))
    _check_before(given, rules)
    gates = judge(facts, members, book, trace)
    if passed is not None:
        gates = _await_points(passed, year, gates, book)
    is_scored = is_measured(rules, year)
    scored = _totals(rules, year, gates, asked, trace) if is_scored and not gates.open else None
    chain = Chain(asked.tie_keys, _asked_steps(rules), rules.undefined_rule("ties"), book, trace)
    standings = Standings(rules.order, gates, chain, book, trace)
    ranking = standings.settle(None if scored is None else scored.total, scored=is_scored and bool(gates.open))
    standings.note(ranking, None if scored is None else scored.total)
    quotas = Quotas(asked.quota, gates, book, trace)
    field = Field(gates, ranking, standings, within)
    proposed = propose(rules, year, field, chain, quotas, book, trace)
    if any(is_aftermath(act.question) for act in given.acts):
        proposed = _later(rules, year, facts, field, scored, asked.answers, proposed, book, trace)
    note_limits(rules.limits, {award: given_.chosen for award, given_ in proposed.items()}, trace)
    fill(rotation, rules.undefined_rule("headship.deputies"), year, members, book, trace)
    questions, waiting = book.close()
    named = tuple(NamedUnit(unit, name) for unit, name in units.names.items())
    return Decision(
        _kept(given), rules, policy.name, named, asked.answers, trace.steps, questions, waiting, trace.warnings
    )


def _from_former(season: Season, rules: Ruleset, units: Roster) -> "Taken | None":
    """What the season takes from the one before, where it names the record of one."""
    if not season.former:
        return None
    from emulrules.former import take_former  # most seasons build on none, and need not wait for it

    return take_former(season, rules, units)


def _inherited(season: Season, rules: Ruleset, units: Roster) -> "Heritage | None":
    """What passes from units that others have succeeded, where there are such."""
    if not units.lineage.heirs:
        return None
    from emulrules.heritage import heritage  # few clusters have any

    return heritage(season, rules, units)


def _await_points(passed: "Heritage", year: Season, gates: Gates, book: Book) -> Gates:
    """Asks whose points count for a unit that succeeded others in the season, once it is known who is out."""
    open_ = [each for each in passed.points_open(year) if each[0] in gates.inside]
    if gates.open or not open_:
        return gates
    for _, question, rule in open_:
        book.ask(question, rule)
    return evolve(gates, open=tuple(question.id for _, question, _ in open_))


def _check_policy(ruleset: Ruleset, policy: Policy) -> None:
    if policy.name != ruleset.policy:
        raise RulesetError(Fault("other-policy", ("policy",), {"expected": ruleset.policy, "got": policy.name}))


def _check_facts(season: Season, known: frozenset[str] | None) -> None:
    """Refuses facts that nothing turns on: a misspelt one would be taken in silence for none."""
    if known is None:
        return
    named: list[tuple[str | None, tuple[str | int, ...]]] = [(fact, ("facts", fact)) for fact in season.facts]
    named += [(fact_of(act.question), ("acts", index, "question")) for index, act in enumerate(season.acts)]
    faults = [
        unknown_name("unknown-fact", path, fact, known)
        for fact, path in named
        if fact is not None and fact not in known
    ]
    if faults:
        raise SeasonError(faults)


def _check_before(season: Season, rules: Ruleset) -> None:
    """Refuses awards and facts of the season before that nothing turns on: a misspelt one would be taken for none."""
    known, had = rules.won_before, rules.had_before
    faults = [
        unknown_name("unknown-before", ("before", award), award, known) for award in season.before if award not in known
    ]
    faults += [
        unknown_name("unknown-fact-before", ("facts_before", fact), fact, had)
        for fact in season.facts_before
        if fact not in had
    ]
    for index, act in enumerate(season.acts):
        award, fact = award_before(act.question), fact_before(act.question)
        if (award is not None and award not in known) or (fact is not None and fact not in had):
            askable = (*(won_before(each, ()).id for each in known), *(had_before(each, ()).id for each in had))
            faults.append(left_over(NumberedAct(index, act), askable))
    if faults:
        raise SeasonError(faults)


def _kept(season: Season) -> Season:
    """The season as the decision keeps it: acts by their question, sets sorted."""
    acts = (evolve(act, choice=_sorted(act.choice), among=_sorted(act.among)) for act in season.acts)
    return evolve(season, acts=tuple(sorted(acts, key=lambda act: act.question)))


def _sorted(units: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if units is None else tuple(sorted(units))


def _warn_undefined(rules: Ruleset, season: Season, trace: Trace) -> None:
    """Warns of all that the ruleset leaves undefined, unless a question asks about it or the season fills it."""
    for rule in rules.undefined:
        if rule.what == "criteria" and fills_undefined(season):
            continue
        if rule.ask is None or not (rule.what in _ASKED_ABOUT or _ASKED_OF_AWARDS.fullmatch(rule.what)):
            trace.warn("undefined", rule.rule.path)


def _asked_steps(rules: Ruleset) -> tuple[str, ...] | None:
    """The tie steps that people are asked for; None where a plugin may know others."""
    if rules.policy != STANDARD:
        return None
    return tuple(step.id for step in rules.ties if step.by in ("ballot", "decision", "lot"))


def _totals(rules: Ruleset, season: Season, gates: Gates, asked: "_Asked", trace: Trace) -> Totals | None:
    """Points and totals of the units that are not out; None where the policy gives none, and nobody entered any."""
    given = asked.points_given(gates.inside)
    if given is None:
        return None
    weights = asked.weights()
    points = leaf_points(rules, season, gates.inside, lambda leaf: given[leaf.id], trace)
    top = Rule("criteria", (), "read") if rules.order is None else rules.order.rule
    scored = totals(rules.criteria, rules.scale, weights.values, points, gates.inside, top, trace)
    asked.points = Table({id_: Table(leaf) for id_, leaf in scored.points.items()})
    return scored


def _later(
    rules: Ruleset,
    season: Season,
    facts: GateFacts,
    field: Field,
    scored: Totals | None,
    answers: tuple[Answered, ...],
    proposed: dict[str, Given],
    book: Book,
    trace: Trace,
) -> dict[str, Given]:
    """What became of the awards after they were proposed, as acts say it."""
    from emulrules.aftermath import Aftermath  # few years are decided again
    from emulrules.without import note_without

    def without(struck: frozenset[str]) -> None:
        note_without(struck, rules, season, field, scored, answers, trace)

    return Aftermath(rules, season, field, proposed, book, trace).follow(facts, without)


class _Asked:
    """The policy as this decision asks it; every answer is kept for the record."""

    def __init__(self, policy: Policy, rules: Ruleset, season: Season, trace: Trace) -> None:
        self._policy = policy
        self._rules = rules
        self._season = season
        self._trace = trace
        self._answers: list[Answered] = []
        self._facts = GateFacts()
        self.points: Scores = Table()
        """Points by criterion, then unit, once they are known."""

    @property
    def answers(self) -> tuple[Answered, ...]:
        """Every answer, by hook and subject."""
        return tuple(sorted(self._answers, key=lambda answered: (answered.hook, answered.subject)))

    def _ask(self, expected: type[A], hook: str, subject: str, **arguments: object) -> A | Undefined:
        given = self._policy.ask(hook, subject, ruleset=self._rules, season=self._season, **arguments)
        self._answers.extend(given)
        answer = given[-1].answer
        if isinstance(answer, Undefined | expected):
            return answer
        raise PluginError(Fault("answer-unexpected", (), {"hook": hook, "subject": subject}))

    def _refuse(self, answer: Undefined, hook: str, path: tuple[str, ...]) -> NoReturn:
        """Refuses the season, since a stage cannot go on without a value."""
        data = {"what": answer.what, "hook": hook, "policy": self._policy.name}
        raise RulesetError(Fault("undefined-needed", path, data))

    def gates(self) -> GateFacts:
        """Which units are out or on hold; none where no text defines it."""
        answer = self._ask(GateFacts, "unit_gates", "")
        if isinstance(answer, Undefined):
            self._trace.warn("undefined", answer.what)
        else:
            self._facts = answer
        return self._facts

    def known_facts(self, rules: Ruleset, facts: GateFacts, rotation: Rotation | Undefined) -> frozenset[str] | None:
        """The facts that something turns on; None where a plugin judges gates, so that only it can tell."""
        if any(answered.hook == "unit_gates" and answered.by != STANDARD for answered in self._answers):
            return None
        barred = () if isinstance(rotation, Undefined) else rotation.barred
        named = [unknown.fact for unknown in facts.unknown] + [bar.fact for bar in barred if bar.fact is not None]
        return rules.facts | frozenset(named)

    def weights(self) -> Weights:
        """The weight of every criterion."""
        answer = self._ask(Weights, "criterion_weights", "")
        if isinstance(answer, Undefined):
            self._refuse(answer, "criterion_weights", ("criteria",))
        return answer

    def points_given(self, units: tuple[str, ...]) -> dict[str, Points] | None:
        """The points of the leaves that only the policy can measure; None where neither it nor anybody gave any."""
        found: dict[str, Points] = {}
        for leaf in self._rules.criteria:
            if leaf.method != "policy":
                continue
            answer = self._points_of(leaf, units)
            if not isinstance(answer, Undefined):
                found[leaf.id] = answer
            elif not any(self._season.scores.values()):
                return None
            else:
                self._refuse(answer, "criterion_points", ("criteria", leaf.id, "method"))
        return found

    def _points_of(self, leaf: Criterion, units: tuple[str, ...]) -> Points | Undefined:
        """Raises `SeasonError` where it is cells that the policy cannot measure."""
        try:
            return self._ask(Points, "criterion_points", leaf.id, criterion=leaf, gates=self._facts)
        except PluginError as error:
            from emulrules.unmeasured import unmeasured  # nearly every policy can measure what it is given

            given = {"ruleset": self._rules, "criterion": leaf, "gates": self._facts}
            faults = unmeasured(
                error,
                lambda season: self._policy.ask("criterion_points", leaf.id, season=season, **given),
                self._season,
                leaf,
                units,
            )
            if faults:
                raise SeasonError(faults) from error
            raise

    def tie_keys(self, tied: tuple[str, ...]) -> TieKeys:
        """The chain for one tied group; empty where no text defines one."""
        answer = self._ask(TieKeys, "tie_break_keys", ",".join(tied), tied=tied, points=self.points)
        if isinstance(answer, Undefined):
            self._trace.warn("undefined", answer.what)
            return TieKeys()
        return answer

    def quota(self, award: Award) -> Quota | Undefined:
        """How many may be proposed for an award."""
        return self._ask(Quota, "award_quota", award.id, award=award, gates=self._facts)

    def rotation(self) -> Rotation | Undefined:
        """How next year's offices are filled.

        Raises `RulesetError` where the ruleset does not even say that it is not defined.
        """
        answer = self._ask(Rotation, "head_rotation", "")
        if isinstance(answer, Undefined) and not answer.basis:
            raise RulesetError(Fault("headship-undefined", ("headship",)))
        return answer
