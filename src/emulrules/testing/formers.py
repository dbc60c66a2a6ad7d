"""Invented former seasons: what the record of the season before said, never otherwise than the season states it."""

from collections.abc import Collection, Sequence
from typing import Final

from attrs import evolve

from emulrules.model.ruleset import Ruleset, years
from emulrules.model.season import Former, Season, Turns
from emulrules.model.table import Table
from emulrules.roster import Roster
from emulrules.testing.chance import Chance, mixed, one, some, yes
from emulrules.testing.successions import or_former, or_formers

__all__ = ["after_former", "follow_former", "stated", "without_queue"]

_RECORD: Final = "0" * 64


def follow_former(chance: Chance, ruleset: Ruleset, season: Season, who: Roster) -> Season:
    """Now and then the season with a former one."""
    return after_former(chance, ruleset, season, who) if yes(chance, 5) else season


def after_former(chance: Chance, ruleset: Ruleset, season: Season, who: Roster) -> Season:
    """The season with a former one, from which some of what it would state is taken.

    Where units were succeeded, that one names them here and there; of facts it names members alone.
    """
    units = who.members
    first, last = years(season.id)
    outgoing, turns = season.outgoing, season.turns
    led = None if yes(chance, 4) else one(chance, units)
    head = outgoing.head or (led and or_former(chance, led, who))
    others = [unit for unit in units if unit not in (head, led)]
    deputies = outgoing.deputies
    if deputies is None and yes(chance):
        deputies = or_formers(chance, some(chance, others, chance.number(0, min(2, len(others)))), who)
    queue = None if turns is None else turns.queue
    if turns is not None and yes(chance):
        turns = evolve(turns, queue=None, source=None)
    elif turns is None and ruleset.headship is not None and ruleset.headship.by == "turn" and yes(chance):
        queue = or_formers(chance, mixed(chance, units), who)
    former = Former(
        _RECORD,
        ruleset.authority,
        head,
        deputies,
        queue,
        _said(chance, season.before, ruleset.won_before, or_formers(chance, units, who)),
        _said(chance, season.facts_before, ruleset.had_before, units),
    )
    id_ = f"{first - 1}" if first == last else f"{first - 1}-{last - 1}"
    return evolve(season, turns=turns, former=Table({id_: former}))


def _said(
    chance: Chance, stated: Table[str, tuple[str, ...]], needed: Collection[str], units: Sequence[str]
) -> Table[str, tuple[str, ...]]:
    """What the season states, and now and then what else is needed."""
    more = [name for name in sorted(needed) if name not in stated and yes(chance)]
    return Table({**stated, **{name: tuple(some(chance, units, chance.number(0, len(units)))) for name in more}})


def stated(season: Season, source: str) -> Season:
    """The season that states itself what it would take, and names no former one."""
    outgoing, turns = season.outgoing, season.turns
    for former in season.former.values():
        head = outgoing.head if outgoing.head is not None else former.head
        deputies = outgoing.deputies if outgoing.deputies is not None else former.deputies
        outgoing = evolve(outgoing, head=head, deputies=deputies)
        if former.turns is not None and (turns is None or turns.queue is None):
            turns = evolve(turns or Turns(), queue=former.turns, source=source)
        season = evolve(
            season,
            before=Table({**former.awards, **season.before}),
            facts_before=Table({**former.facts, **season.facts_before}),
        )
    return evolve(season, outgoing=outgoing, turns=turns, former=Table())


def without_queue(season: Season) -> Table[str, Former]:
    """The former seasons without the queue that they left, for a season of other members."""
    return Table({id_: evolve(former, turns=None) for id_, former in season.former.items()})
