"""Law 6, head to head: what turns on who is tied turns on nobody else."""

from typing import Any

from attrs import evolve

from emulrules.model.answers import Answered, TieKeys
from emulrules.model.decision import Decision
from emulrules.model.table import Table
from emulrules.policy import Policy
from emulrules.testing.altered import two_alike, without
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.narrowed import by_points, ranking_only

__all__ = ["keys_turn_on_those_tied_alone", "who_is_not_tied_does_not_matter"]


def keys_turn_on_those_tied_alone(case: Case, chance: Chance) -> bool:
    """Law 6: the keys of a tied group are the same whatever points all others have.

    So a chain that begins anew among fewer units compares these, and not those that they were tied with before.
    """
    if yes(chance):
        case = two_alike(by_points(case), chance)
    probed = evolve(case, policy=_Probe(case.policy))
    answers = run(probed, answered_at_random(case, chance)).decision.answers
    return any(isinstance(answered.answer, TieKeys) for answered in answers)


class _Probe:
    """A policy that is asked for every chain once more, without the points of the units that are not tied."""

    def __init__(self, inner: Policy) -> None:
        self.name = inner.name
        self._inner = inner

    def ask(self, hook: str, subject: str, /, **arguments: Any) -> tuple[Answered, ...]:
        """What the policy answers. Raises `BrokenLawError` where it is another chain among those tied alone."""
        given = self._inner.ask(hook, subject, **arguments)
        if hook == "tie_break_keys":
            tied, points = arguments["tied"], arguments["points"]
            alone = {id_: Table({unit: values[unit] for unit in tied}) for id_, values in points.items()}
            again = self._inner.ask(hook, subject, **{**arguments, "points": Table(alone)})
            if again[-1].answer != given[-1].answer:
                raise BrokenLawError(f"among {tied} alone, {given[-1].answer} becomes {again[-1].answer}")
        return given


def who_is_not_tied_does_not_matter(case: Case, chance: Chance) -> bool:
    """Law 6: without a unit whose total nobody else has, the others stand among themselves as before.

    Under order by points, on fixed scales, before anything is asked. It is the bounded form of a law that fails head to
    head: a unit that is tied with others and goes may turn their order round.
    """
    case = ranking_only(case)
    decision = case.decide()
    totals = [each.total for each in decision.standings]
    if None in totals or len(case.members) < 2:
        return False
    if any(criterion.method in ("relative", "policy") for criterion in case.ruleset.criteria):
        return False
    single = [each.unit for each in decision.standings if totals.count(each.total) == 1]
    if not single:
        return False
    gone = one(chance, single)
    smaller = evolve(case, season=without(case.season, {gone}))
    expected, got = _groups(decision, gone), _groups(smaller.decide(), gone)
    if expected != got:
        raise BrokenLawError(f"without {gone}, {expected} become {got}", case, smaller)
    return len(expected) > 1


def _groups(decision: Decision, gone: str) -> list[list[str]]:
    """The units from the top, equals together, without the one that is gone."""
    places = sorted({each.place or 0 for each in decision.standings if each.unit != gone})
    return [
        sorted(each.unit for each in decision.standings if each.place == place and each.unit != gone)
        for place in places
    ]
