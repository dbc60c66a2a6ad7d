"""Former seasons: what the season before said is taken where this one leaves it unsaid, and may not be gainsaid.

Whom it chose to lead leads this season, the queue that it left is this season's, whom it proposed for an award may have
won it, and who had a fact had it the year before. A unit that is no member any more counts in none of these. What that
season left open is not taken: it is asked for, as if nobody had kept a record.
"""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Former, Outgoing, Season, Turns
from emulrules.model.table import Table
from emulrules.model.years import season_before
from emulrules.questions import BEFORE, BEFORE_DEPUTIES, BEFORE_FACT, BEFORE_HEAD, BEFORE_TURNS
from emulrules.trace import Trace

__all__ = ["take_former"]


def take_former(season: Season, rules: Ruleset, members: tuple[str, ...], trace: Trace) -> Season:
    """The season with what it leaves unsaid and the record of the season right before it says, each noted as a step.

    Raises `SeasonError` where the season or an act says otherwise than that record, and where a record is of rules of
    another authority.
    """
    faults = [
        Fault("former-of-authority", ("former", id_), {"season": id_, "other": former.authority})
        for id_, former in sorted(season.former.items())
        if former.authority not in (None, rules.authority)
    ]
    last = season_before(season.id, season.former)
    if last is not None:
        taking = _Taking(season, last, members, trace, faults)
        season = evolve(
            season,
            outgoing=taking.outgoing(),
            before=taking.before(rules),
            facts_before=taking.facts_before(rules),
            turns=taking.turns(rules),
        )
    if faults:
        raise SeasonError(faults)
    return season


class _Taking:
    """One season while it takes what the season before left."""

    def __init__(self, season: Season, last: str, members: tuple[str, ...], trace: Trace, faults: list[Fault]) -> None:
        self._season = season
        self._last = last
        self._former: Final[Former] = season.former[last]
        self._members = members
        self._trace = trace
        self._faults = faults

    def outgoing(self) -> Outgoing:
        """Who holds the offices this season; a head that is no member any more may have been followed by anybody."""
        stated, former = self._season.outgoing, self._former
        head, deputies = stated.head, stated.deputies
        if former.head in self._members:
            if head is None:
                head = former.head
                self._note("head", (former.head,))
            elif head != former.head:
                self._gainsaid(("outgoing", "head"), BEFORE_HEAD, (head,), (former.head,))
        if former.deputies is not None:
            left = self._still(former.deputies)
            if deputies is None:
                deputies = left
                self._note("deputies", left)
            elif not set(left) <= set(deputies) or (len(left) == len(former.deputies) and set(deputies) != set(left)):
                self._gainsaid(("outgoing", "deputies"), BEFORE_DEPUTIES, deputies, left)
        return Outgoing(head, deputies)

    def before(self, rules: Ruleset) -> Table[str, tuple[str, ...]]:
        """Who won what; the level above may have granted fewer than were proposed, and then the season says whom."""
        stated = dict(self._season.before)
        for award in sorted(rules.won_before):
            if award not in self._former.awards:
                continue
            proposed = self._still(self._former.awards[award])
            if award not in stated:
                stated[award] = proposed
                self._note("award", proposed, award=award)
                self._trace.warn("proposed-before", f"awards.{award}", proposed)
            elif not set(stated[award]) <= set(proposed):
                self._gainsaid(("before", award), f"{BEFORE}{award}", stated[award], proposed)
        return Table({award: stated[award] for award in sorted(stated)})

    def facts_before(self, rules: Ruleset) -> Table[str, tuple[str, ...]]:
        """Who had which fact, as far as an award turns on it."""
        stated = dict(self._season.facts_before)
        for fact in sorted(rules.had_before & self._former.facts.keys()):
            had = self._still(self._former.facts[fact])
            if fact not in stated:
                stated[fact] = had
                self._note("fact", had, fact=fact)
            elif set(stated[fact]) != set(had):
                self._gainsaid(("facts_before", fact), f"{BEFORE_FACT}{fact}", stated[fact], had)
        return Table({fact: stated[fact] for fact in sorted(stated)})

    def turns(self, rules: Ruleset) -> Turns | None:
        """The queue as it stood when the season began; what happened to it since is for the season to say."""
        stated, queue = self._season.turns, self._former.turns
        if queue is None or rules.headship is None or rules.headship.by != "turn":
            return stated
        if stated is None or stated.queue is None:
            self._note("turns", queue)
            return evolve(stated or Turns(), queue=queue)
        left = self._still(queue)
        if tuple(unit for unit in stated.queue if unit in left) != left:
            self._gainsaid(("turns", "queue"), BEFORE_TURNS, stated.queue, queue)
        return stated

    def _still(self, units: Iterable[str]) -> tuple[str, ...]:
        """Those of the units that are members this season."""
        return tuple(unit for unit in units if unit in self._members)

    def _note(self, takes: str, units: tuple[str, ...], **of: str) -> None:
        rule = Rule(f"former.{self._last}", (), "read")
        self._trace.step("former", units, rule=rule, takes=takes, record=self._former.record, **of)

    def _gainsaid(self, path: tuple[str, str], question: str, said: tuple[str, ...], read: tuple[str, ...]) -> None:
        """What the season says is not what the record says: both are named, and nobody chooses between them."""
        data = {"season": self._last, "record": self._former.record[:12]}
        told = {"said": ", ".join(said) or "–", "read": ", ".join(read) or "–"}
        acts = enumerate(self._season.acts)
        at = next((("acts", index) for index, act in acts if act.question == question), path)
        self._faults.append(Fault("former-gainsaid", at, {**data, **told}))
