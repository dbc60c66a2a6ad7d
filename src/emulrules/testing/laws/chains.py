"""Law 6: a tie key only splits ties."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any, Final

from attrs import evolve

from emulrules.errors import EmulrulesError, SeasonError
from emulrules.model.answers import Answer, Weights
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision, Step
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError, showing
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.testing.chance import one as one_of
from emulrules.testing.course import accepted, answered_at_random, run
from emulrules.testing.facts import outcome, places
from emulrules.testing.twisted import Twisted
from emulrules.ties import UNDEFINED_STEP
from emulrules.value import frozen

__all__ = [
    "a_constant_step_does_nothing",
    "a_longer_chain_refines",
    "only_equals_are_asked_about",
]

_BASIS = ("Quy chế (giả định)",)


def a_longer_chain_refines(case: Case, chance: Chance) -> bool:
    """Law 6: k + 1 steps refine k: who stands before another under the first k steps, stands so under k + 1.

    Awards are left out, and so is what people said where the shorter chain had ended. Where the longer chain parts what
    people were asked about before, it asks otherwise, and there is nothing to compare.
    Proof: the chain goes on with the parts that the first k steps left, and parts them only.
    """
    steps = case.ruleset.ties
    if not steps:
        return False
    length = chance.number(0, len(steps) - 1)
    ranked = evolve(case.ruleset, awards=(), limits=())
    shorter, longer = (evolve(ranked, ties=steps[:count]) for count in (length, length + 1))
    whole = run(case.under(shorter), answered_at_random(case, chance)).case
    acts = tuple(act for act in whole.season.acts if _ranks(act) and not act.question.endswith(":undefined"))
    told = whole.with_only(acts)
    before = places(told.under(shorter).decide())
    try:
        after = places(told.under(longer).decide())
    except SeasonError as refused:
        if {fault.code for fault in refused.faults} <= _ASKED_OTHERWISE:
            return False
        raise
    for one, other in combinations(sorted(before.keys() & after.keys()), 2):
        if before[one] != before[other]:
            kept = (before[one] < before[other]) == (after[one] < after[other])
            if not kept or after[one] == after[other]:
                found = f"the step {steps[length].id} puts {one} and {other} in another order"
                raise BrokenLawError(found, told.under(shorter), told.under(longer))
    return len(set(before.values())) > 1


_ASKED_OTHERWISE: Final = frozenset({"act-among", "act-not-asked", "act-not-asked-near"})


def _ranks(act: Act) -> bool:
    return act.question == "standing" or act.question.startswith(("place:", "fact:"))


def a_constant_step_does_nothing(case: Case, chance: Chance) -> bool:
    """Law 6: a computed step on which all units are equal changes neither outcome nor questions, wherever it stands.

    Needs scores: the step compares a criterion of weight 0 in which everybody has one point, or is head to head in it.
    It weighs nothing whatever the policy says of a criterion that it does not know.
    """
    if not case.season.scores:
        return False
    whole = run(case, answered_at_random(case, chance)).case
    acts = whole.season.acts
    part = whole.with_only(acts[: chance.number(0, len(acts))])
    step = one_of(chance, _CONSTANT_STEPS)
    shares = [index for index, each in enumerate(case.ruleset.ties) if each.by == "share"]
    last = shares[0] if shares and step.by == "head-to-head" else len(case.ruleset.ties)
    at = chance.number(0, last)
    for one in (whole, part):
        other = one.under(_with_constant(one.ruleset, step, at))
        # A row of points is whole: units that others have succeeded may have one in their place.
        column = {unit: Fraction(1) for cells in one.season.scores.values() for unit in cells}
        scores = Table({**one.season.scores, _CONSTANT.id: Table(column)})
        policy = Twisted(one.policy, "criterion_weights", _weightless)
        other = evolve(other, season=evolve(one.season, scores=scores), policy=policy)
        before, after = one.decide(), accepted(other)
        for shown in (_standings, outcome, _questions):
            if shown(before) != shown(after):
                told = f"a constant step at {at}: {shown(before)} becomes {shown(after)}"
                # Where the policy weighs the criterion itself, the file that states no weight shows another thing.
                alike = evolve(other, policy=one.policy)
                raise BrokenLawError(told, one, *((alike,) if _decides_as(alike, after) else ()))
    return True


_CONSTANT = Criterion("hang-so", "Hằng số", _BASIS, "assumed", method="entered", max=Fraction(1), weight=Fraction(0))


_CONSTANT_STEPS: Final = (
    TieStep("buoc-hang-so", "criterion", _BASIS, "assumed", criterion=_CONSTANT.id),
    TieStep("buoc-hang-so", "head-to-head", _BASIS, "assumed", over=(_CONSTANT.id,), then="continue"),
    TieStep("buoc-hang-so", "head-to-head", _BASIS, "assumed", over=(_CONSTANT.id,), then="restart"),
)


def _weightless(answer: Answer, **_: Any) -> Answer:
    return Weights(Table({**answer.values, _CONSTANT.id: Fraction(0)})) if isinstance(answer, Weights) else answer


def _with_constant(ruleset: Ruleset, step: TieStep, at: int) -> Ruleset:
    ties = (*ruleset.ties[:at], step, *ruleset.ties[at:])
    return evolve(ruleset, criteria=(*ruleset.criteria, _CONSTANT), ties=ties)


def _decides_as(case: Case, decision: Decision) -> bool:
    try:
        return outcome(case.decide()) == outcome(decision)
    except EmulrulesError:
        return False


def _standings(decision: Decision) -> object:
    return decision.standings


def _questions(decision: Decision) -> object:
    return decision.questions, decision.waiting


def only_equals_are_asked_about(case: Case, chance: Chance) -> bool:
    """Law 6: a question about a tie is asked only among units that are equal on everything before it.

    Equal in total, or in the place or the votes that the standing rests on, in every computed key before the step, in
    the votes of every ballot and on the same side of every decision or lot that the group was part of before. Head to
    head they were compared among all that were tied then, and left equal. A key that lacks a value for one of the units
    asked about is no key for them. Units that nothing ranks are no tie, nor are those among whom an award has no way to
    choose. A ballot by which an award itself chooses is no step of the chain: it parts nobody whom it leaves.
    """
    course = run(case, answered_at_random(case, chance))
    with showing(course.case):
        return _check_asked(course.decision)


def _check_asked(decision: Decision) -> bool:
    met = False
    for number, asked in enumerate(decision.steps):
        if asked.step != "act" or not (tie := _tie_of(decision, asked)):
            continue
        met = True
        for key, value in _keys_before(decision, tie):
            values = {unit: value(unit) for unit in tie.units}
            if None not in values.values() and len(set(values.values())) != 1:
                raise BrokenLawError(f"{tie.question} is asked although {key} differs: {values}")
        for step in decision.rules.ties[: tie.at]:
            if step.by == "head-to-head":
                _check_compared(decision, decision.steps[:number], step, tie)
        for earlier in decision.steps[:number]:
            _check_earlier(earlier, tie)
    return met


@frozen
class _Tie:
    """A question about a tie: its id, the step of the chain that puts it, and the units that it is asked about."""

    question: str
    at: int
    units: tuple[str, ...]

    @property
    def line(self) -> str:
        """The line that the question is about."""
        return self.question.rpartition(":")[0]


def _tie_of(decision: Decision, asked: Step) -> _Tie | None:
    question = str(asked.inputs["id"])
    ids = [step.id for step in decision.rules.ties]
    step = question.rpartition(":")[2]
    unchosen = {f"award:{award.id}:{UNDEFINED_STEP}" for award in decision.rules.awards if not award.choose}
    units, ranked = tuple(asked.inputs["options"]), places(decision)
    if not question.startswith(("place:", "award:")) or step not in {*ids, UNDEFINED_STEP} or question in unchosen:
        return None
    if any(unit not in ranked for unit in units):
        return None
    return _Tie(question, ids.index(step) if step in ids else len(ids), units)


def _keys_before(decision: Decision, tie: _Tie) -> list[tuple[str, Callable[[str], object]]]:
    totals = {each.unit: each.total for each in decision.standings}
    given = next((step.output for step in decision.steps if step.inputs.get("id") == "standing"), None)
    keys: list[tuple[str, Callable[[str], object]]] = [("total", totals.__getitem__)]
    if isinstance(given, Mapping):
        keys = [("place", lambda unit: given.get(unit, totals[unit]))]
    for step in decision.rules.ties[: tie.at]:
        if step.by != "head-to-head":
            keys.extend(_computed(decision, step))
    return keys


def _computed(decision: Decision, step: TieStep) -> list[tuple[str, Callable[[str], object]]]:
    """What the recorded answers say that the units are worth on the computed step of that id."""
    values: dict[str, Fraction | None] = {}
    for answered in decision.answers:
        for key in getattr(answered.answer, "keys", ()):
            if key.id == step.id and key.by == "value":
                values.update(key.values)
    return [(step.id, values.get)] if values else []


def _check_compared(decision: Decision, earlier: Sequence[Step], step: TieStep, tie: _Tie) -> None:
    """Where there was anything to compare, the units were compared head to head, and nothing parted them."""
    units = set(tie.units)
    taken = [each for each in earlier if each.step == "tie" and each.rule == step.rule.path]
    parts = [each.output for each in taken if units <= set(each.inputs["tied"])]
    found = [value for _, value in _computed(decision, step)]
    if not parts and any(None not in {value(unit) for unit in units} for value in found):
        raise BrokenLawError(f"{tie.question} is asked before {step.id} compares {tie.units}")
    if any(not any(units <= set(part) for part in groups) for groups in parts):
        raise BrokenLawError(f"{tie.question} is asked about {tie.units}, whom {step.id} has parted")


def _check_earlier(earlier: Step, tie: _Tie) -> None:
    """An earlier answer to a tie that was given about all the units must not have parted them."""
    if earlier.step != "act" or not set(tie.units) <= set(earlier.inputs["options"]):
        return
    if str(earlier.rule).startswith("awards."):
        return
    question, answered = str(earlier.inputs["id"]), earlier.output
    if not question.startswith("place:") and question.rpartition(":")[0] != tie.line:
        return
    if isinstance(answered, Mapping):
        sides = {answered[unit] for unit in tie.units}
    elif isinstance(answered, tuple):
        sides = {unit in answered for unit in tie.units}
    else:
        return
    if len(sides) != 1:
        raise BrokenLawError(f"{tie.question} is asked about {tie.units}, whom {question} has parted")
