"""Law 11: whoever leads in turn waits until all others have led, and who is barred never leads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from emulrules.model.answers import Rotation
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship
from emulrules.model.ruleset import Unit
from emulrules.model.season import Season, TurnEvent, Turns, UnitEntry
from emulrules.model.table import Table
from emulrules.policy import STANDARD
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, mixed, one, yes
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.criteria import BASIS
from emulrules.testing.rulesets import OFFICES
from emulrules.value import frozen

__all__ = [
    "everybody_leads_before_anybody_leads_again",
    "nobody_overtakes_whoever_joins_and_leaves",
    "who_is_barred_never_leads",
]

_FEWEST: Final = 2


def everybody_leads_before_anybody_leads_again(case: Case, chance: Chance) -> bool:
    """Law 11: a rotation of n fixed members, two at least, visits all of them before anyone leads again.

    Holds without bars, types, declines and elections out of turn: of any n years on end, each has another head. Tried
    where the ruleset says that offices are filled in turn, and the policy leaves it to the ruleset's own data.
    Proof: who leads goes to the back, so it comes to the front again when the n - 1 before it have led.
    """
    if not _in_turn(case):
        return False
    years = _Years.of(case, chance)
    members = years.members
    heads: list[str] = []
    for _ in range(2 * len(members)):
        head, years = years.passed()
        if head is None or len(members) < _FEWEST:
            return False
        heads.append(head)
    for first in range(len(members) + 1):
        if sorted(heads[first : first + len(members)]) != sorted(members):
            raise BrokenLawError(f"of {members}, {heads} lead one after another")
    return True


def nobody_overtakes_whoever_joins_and_leaves(case: Case, chance: Chance) -> bool:
    """Law 11: between two turns of one unit, every other that was a member throughout has led just once.

    Units join at the back of the queue, and leave it; otherwise as for fixed members.
    Proof: who stands before a unit in the queue leads before it or leaves, and stands behind it once it has led.
    """
    if not _in_turn(case):
        return False
    years = _Years.of(case, chance)
    heads: list[str] = []
    members: list[set[str]] = []
    for year in range(3 * len(case.members)):
        if yes(chance, 3):
            stays = yes(chance) or len(years.members) <= _FEWEST
            years = years.joined(f"don-vi-den-{year}") if stays else years.left(one(chance, years.members))
        members.append(set(years.members))
        head, years = years.passed()
        if head is None:
            return False
        heads.append(head)
    turns = list(_turns(heads))
    for first, last in turns:
        throughout = set.intersection(*members[first : last + 1]) - {heads[first]}
        between = heads[first + 1 : last]
        if wrong := sorted(unit for unit in throughout if between.count(unit) != 1):
            raise BrokenLawError(f"between two turns of {heads[first]}, {between} lead, and not each of {wrong} once")
    return any(last - first > 1 for first, last in turns)


def _in_turn(case: Case) -> bool:
    """Whether the ruleset's own data lets its units lead in turn; one that is invented may be made to."""
    headship = case.ruleset.headship
    return (case.is_invented or (headship is not None and headship.by == "turn")) and _by_data(case)


def _by_data(case: Case) -> bool:
    """Whether the standard policy says how the offices are filled."""
    given = [answered.by for answered in case.decide().answers if answered.hook == "head_rotation"]
    return given == [STANDARD]


def _turns(heads: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Two years, one after the other, in which the same unit leads."""
    last: dict[str, int] = {}
    for year, head in enumerate(heads):
        if head in last:
            yield last[head], year
        last[head] = year


@frozen
class _Years:
    """The years of one cluster whose members lead in turn: the case of the next one, and its queue."""

    case: Case
    queue: tuple[str, ...]
    events: tuple[TurnEvent, ...] = ()

    @classmethod
    def of(cls, case: Case, chance: Chance) -> "_Years":
        """Years in which nothing is decided but who leads."""
        undefined = tuple(each for each in case.ruleset.undefined if not each.what.startswith(("headship", "awards")))
        ruleset = evolve(
            case.ruleset,
            headship=Headship("turn", BASIS, "assumed", deputies=()),
            gates=(),
            conditions=(),
            awards=(),
            limits=(),
            undefined=undefined,
        )
        season = case.season
        bare = Season(
            season.ruleset,
            season.cluster,
            season.id,
            season.in_force,
            season.sources,
            units=season.units,
            successions=season.successions,
        )
        settled = _settled(evolve(case, ruleset=ruleset, season=bare))
        return cls(settled, mixed(chance, settled.members))

    @property
    def members(self) -> tuple[str, ...]:
        """Who is a member next year."""
        return self.case.members

    def joined(self, unit: str) -> "_Years":
        """A unit joins at the back."""
        entry = UnitEntry(roster="joins", name=f"Đơn vị {unit}", source=self.case.source)
        return self._changed(TurnEvent(unit, "joined", self.case.source), {**self.case.season.units, unit: entry})

    def left(self, unit: str) -> "_Years":
        """A unit leaves."""
        entry = UnitEntry(roster="leaves", source=self.case.source)
        return self._changed(TurnEvent(unit, "left", self.case.source), {**self.case.season.units, unit: entry})

    def _changed(self, event: TurnEvent, units: Mapping[str, UnitEntry]) -> "_Years":
        season = evolve(self.case.season, units=Table(units))
        return evolve(self, case=evolve(self.case, season=season), events=(*self.events, event))

    def passed(self) -> tuple[str | None, "_Years"]:
        """Who leads next year, and the years after it; None where nobody follows in turn."""
        turns = Turns(self.queue, self.case.source, self.events)
        decision = evolve(self.case, season=evolve(self.case.season, turns=turns)).decide()
        heads = [each.unit for each in decision.offices if each.office == "head"]
        queues = [step.output for step in decision.steps if step.step == "turn"]
        if not heads or not queues:
            return None, self
        return heads[0], _Years(_settled(self.case), queues[0])


def _settled(case: Case) -> Case:
    """The case of the year after: its ruleset has the members that this one ends with."""
    ruleset, season = case.ruleset, case.season
    cluster = evolve(ruleset.clusters[season.cluster], members=case.members)
    units = {unit: ruleset.units.get(unit, Unit(f"Đơn vị {unit}")) for unit in case.members}
    ruleset = evolve(ruleset, clusters=Table({season.cluster: cluster}), units=Table(units), rosters=(), successions=())
    return evolve(case, ruleset=ruleset, season=evolve(season, units=Table(), successions=()))


def who_is_barred_never_leads(case: Case, chance: Chance) -> bool:
    """Law 11: a barred unit never leads, nor holds the deputy's office that it is barred from, however it is filled.

    Holds in pending decisions too: no office is shown as held while it may still turn out that its unit is barred.
    Proof: who is barred is no candidate, and an office waits while it is open who is.
    """
    case = _with_bar(case, chance)
    course = run(case, answered_at_random(case, chance))
    barred = set(_barred(course.decision))
    for decision in course.decisions:
        for office in decision.offices:
            if (office.office, office.unit) in barred:
                raise BrokenLawError(f"{office.unit} is barred, and {office.office}", course.case)
    return bool(barred) and bool(course.decision.offices)


def _with_bar(case: Case, chance: Chance) -> Case:
    """The case whose headship bars somebody; of an invented ruleset whose own bars nobody, it is who has a fact.

    Nobody was elected out of turn then, since that unit may turn out to be barred.
    """
    headship = case.ruleset.headship
    if headship is None or headship.bars or not case.is_invented or not _by_data(case):
        return case
    bar = Bar("bi-phe-binh", one(chance, OFFICES), BASIS, "assumed", fact="bi-phe-binh")
    turns = case.season.turns
    if turns is not None:
        turns = evolve(turns, events=tuple(event for event in turns.events if event.event != "elected"))
    barring = case.under(evolve(case.ruleset, headship=evolve(headship, bars=(bar,))))
    return evolve(barring, season=evolve(barring.season, turns=turns))


def _barred(decision: Decision) -> Iterator[tuple[str, str]]:
    """Every office with every unit that may not hold it, as the policy answered once every fact was known."""
    for answered in decision.answers:
        if isinstance(answered.answer, Rotation):
            for bar in answered.answer.barred:
                yield from ((office, unit) for office in bar.offices for unit in bar.units or ())
