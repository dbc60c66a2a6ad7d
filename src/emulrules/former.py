"""Former seasons: what the season before said is taken where this one leaves it unsaid, and may not be gainsaid.

Whom it chose to lead leads this season, the queue that it left is this season's, whom it proposed for an award may have
won it, and who had a fact had it the year before. A unit that is no member any more counts in none of these, unless
others have succeeded it: then it is taken as the season would state it, so that it passes by the same rules or is asked
(see `heritage`). Of facts no rule says to whom they pass, so that they are asked for as a whole. What that season left
open is not taken: it is asked for, as if nobody had kept a record.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Former, Outgoing, Season, Turns
from emulrules.model.table import Table
from emulrules.model.years import season_before
from emulrules.passage import Passage, What
from emulrules.questions import BEFORE, BEFORE_DEPUTIES, BEFORE_FACT, BEFORE_HEAD, BEFORE_TURNS
from emulrules.roster import Roster
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Taken", "take_former"]


@frozen
class _Note:
    """What was taken: the units as the record of the season `last` names them, and of which award or fact."""

    takes: str
    units: tuple[str, ...]
    of: Table[str, str] = field(factory=Table)


@frozen
class Taken:
    """The `season` with what it takes from a former one, the `notes` of it, and the `faults` of what it gainsays."""

    season: Season
    last: str
    record: str
    notes: tuple[_Note, ...]
    faults: tuple[Fault, ...]

    def note(self, trace: Trace) -> None:
        """One step for each thing taken. Raises `SeasonError` where the season says otherwise than the record."""
        if self.faults:
            raise SeasonError(self.faults)
        rule = Rule(f"former.{self.last}", (), "read")
        for each in self.notes:
            trace.step("former", each.units, rule=rule, takes=each.takes, record=self.record, **each.of)
            if each.takes == "award":
                trace.warn("proposed-before", f"awards.{each.of['award']}", each.units)


def take_former(season: Season, rules: Ruleset, roster: Roster) -> Taken:
    """The season with what it and its acts leave unsaid and the record of the season right before it says.

    What is wrong is told once the acts are known to be sound: that the season or an act says otherwise than that
    record, or that a record is of rules of another authority.
    """
    faults = [
        Fault("former-of-authority", ("former", id_), {"season": id_, "other": former.authority})
        for id_, former in sorted(season.former.items())
        if former.authority not in (None, rules.authority)
    ]
    last = season_before(season.id, season.former)
    if last is None:
        return Taken(season, "", "", (), tuple(faults))
    taking = _Taking(season, last, rules, roster, faults)
    whole = evolve(
        season,
        outgoing=taking.outgoing(),
        before=taking.before(),
        facts_before=taking.facts_before(),
        turns=taking.turns(),
    )
    return Taken(whole, last, season.former[last].record, tuple(taking.notes), tuple(faults))


class _Taking:
    """One season while it takes what the season before left."""

    def __init__(self, season: Season, last: str, rules: Ruleset, roster: Roster, faults: list[Fault]) -> None:
        self.notes: Final[list[_Note]] = []
        self._season = season
        self._last = last
        self._former: Final[Former] = season.former[last]
        self._rules = rules
        self._members = roster.names
        self._passage = Passage(season, rules, roster)
        self._acts: Final[dict[str, Act]] = {act.question: act for act in season.acts}
        self._faults = faults

    def outgoing(self) -> Outgoing:
        """Who holds the offices this season; a head that is no member any more may have been followed by anybody."""
        stated, former = self._season.outgoing, self._former
        head, deputies = stated.head, stated.deputies
        if former.head is not None and self._traced((former.head,)):
            said = self._said(BEFORE_HEAD, None if head is None else (head,))
            if said is None:
                head = former.head
                self._note("head", (head,))
            elif not set(said) <= self._may_count((former.head,), "seat"):
                self._gainsaid(("outgoing", "head"), BEFORE_HEAD, said, (former.head,))
        if former.deputies is not None:
            left = self._traced(former.deputies)
            said = self._said(BEFORE_DEPUTIES, deputies)
            if said is None:
                deputies = left
                self._note("deputies", left)
            elif self._lacks(said, left) or (
                len(left) == len(former.deputies) and not set(said) <= self._may_count(left, "seat")
            ):
                self._gainsaid(("outgoing", "deputies"), BEFORE_DEPUTIES, said, left)
        return Outgoing(head, deputies)

    def before(self) -> Table[str, tuple[str, ...]]:
        """Who won what; the level above may have granted fewer than were proposed, and then the season says whom."""
        stated = dict(self._season.before)
        for award in sorted(self._rules.won_before & self._former.awards.keys()):
            proposed = self._traced(self._former.awards[award])
            said = self._said(f"{BEFORE}{award}", stated.get(award))
            if said is None:
                stated[award] = proposed
                self._note("award", proposed, award=award)
            elif not set(said) <= self._may_count(proposed, "award"):
                self._gainsaid(("before", award), f"{BEFORE}{award}", said, proposed)
        return Table({award: stated[award] for award in sorted(stated)})

    def facts_before(self) -> Table[str, tuple[str, ...]]:
        """Who had which fact, as far as an award turns on it; not known where one of them was succeeded."""
        stated = dict(self._season.facts_before)
        for fact in sorted(self._rules.had_before & self._former.facts.keys()):
            had = self._traced(self._former.facts[fact])
            if not set(had) <= self._members.keys():
                continue
            said = self._said(f"{BEFORE_FACT}{fact}", stated.get(fact))
            if said is None:
                stated[fact] = had
                self._note("fact", had, fact=fact)
            elif set(said) != set(had):
                self._gainsaid(("facts_before", fact), f"{BEFORE_FACT}{fact}", said, had)
        return Table({fact: stated[fact] for fact in sorted(stated)})

    def turns(self) -> Turns | None:
        """The queue as it stood when the season began; what happened to it since is for the season to say."""
        stated, queue, headship = self._season.turns, self._former.turns, self._rules.headship
        if queue is None or headship is None or headship.by != "turn":
            return stated
        said = self._queue_said()
        if said is None:
            self._note("turns", queue)
            return evolve(stated or Turns(), queue=queue)
        expected = self._in_turn(queue, said)
        if expected is not None and tuple(unit for unit in said if unit in expected) != expected:
            self._gainsaid(("turns", "queue"), BEFORE_TURNS, said, queue)
        return stated

    def _queue_said(self) -> tuple[str, ...] | None:
        """The queue that the season states, or else an act."""
        turns = self._season.turns
        if turns is not None and turns.queue is not None:
            return turns.queue
        act = self._acts.get(BEFORE_TURNS)
        if act is None:
            return None
        places: Table[str, int] = act.places or Table()
        return tuple(sorted(places, key=lambda unit: places[unit]))

    def _in_turn(self, queue: Sequence[str], said: Sequence[str]) -> tuple[str, ...] | None:
        """Those of `queue` that are still in turn, as `said` names them: by themselves or by their successors.

        None where a place has no sure holder: then the whole order is asked, and any may be said.
        """
        traced = self._traced(queue)
        sure = [self._passage.sure(unit, "turn") for unit in traced]
        events = () if self._season.turns is None else self._season.turns.events
        joined = {event.unit for event in events if event.event == "joined"}
        if None in sure or len(set(sure)) < len(sure) or not joined.isdisjoint(sure):
            return None
        return tuple(unit if unit in said or now is None else now for unit, now in zip(traced, sure, strict=True))

    def _said(self, question: str, stated: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """What the season states, or else an act; None where neither says anything."""
        if stated is not None or question not in self._acts:
            return stated
        return self._acts[question].choice or ()

    def _traced(self, units: Iterable[str]) -> tuple[str, ...]:
        """Those of the units that are members this season, or whose successors are."""
        return tuple(unit for unit in units if unit in self._members or self._passage.here(unit))

    def _may_count(self, units: Iterable[str], what: What) -> set[str]:
        """The units, and whoever may count as one of them."""
        return {each for unit in units for each in (unit, *self._passage.may_count(unit, what))}

    def _lacks(self, said: tuple[str, ...], left: tuple[str, ...]) -> bool:
        """Whether one of those who held an office beyond doubt is not among those of whom it is said."""
        return any(
            unit not in said and sure is not None and sure not in said
            for unit, sure in ((unit, self._passage.sure(unit, "seat")) for unit in left)
        )

    def _note(self, takes: str, units: tuple[str, ...], **of: str) -> None:
        self.notes.append(_Note(takes, units, Table(of)))

    def _gainsaid(self, path: tuple[str, str], question: str, said: tuple[str, ...], read: tuple[str, ...]) -> None:
        """What the season says is not what the record says: both are named, and nobody chooses between them."""
        data = {"season": self._last, "record": self._former.record[:12]}
        told = {"said": ", ".join(said) or "–", "read": ", ".join(read) or "–"}
        acts = enumerate(self._season.acts)
        at = next((("acts", index) for index, act in acts if act.question == question), path)
        self._faults.append(Fault("former-gainsaid", at, {**data, **told}))
