"""Known to fail: turns that follow from the year. The queue of a season is the bounded form."""

from collections.abc import Sequence

from building import READ, decided, ruleset, season

from emulrules.model.headship import Headship
from emulrules.model.season import Season, TurnEvent, Turns, UnitEntry

YEARS = range(2021, 2025)


def by_year(year: int, members: Sequence[str]) -> str:
    """Who would lead if turns followed from the year, counted through the members that there are."""
    return members[year % len(members)]


def led(queue: str, *, joins: str = "", members: str = "abc") -> tuple[str, str]:
    """Who leads by the queue, and the queue of the season after; `joins` becomes a member this season."""
    rules = ruleset(members, headship=Headship("turn", **READ, asks="members", deputies=()))
    year: Season = season(turns=Turns(tuple(queue), "bien-ban"))
    if joins:
        units = {joins: UnitEntry(roster="joins", name="Đơn vị mới", source="bien-ban")}
        year = season(turns=Turns(tuple(queue), "bien-ban", (TurnEvent(joins, "joined", "bien-ban"),)), units=units)
    decision = decided(rules, year)
    (head,) = (each.unit for each in decision.offices)
    (after,) = (step.output for step in decision.steps if step.step == "turn")
    return head, "".join(after)


def test_by_the_year_one_leads_twice_and_another_not_at_all_when_one_joins() -> None:
    """2021 and 2022 with three members, and from 2023 on with four."""
    heads = [by_year(year, "abc" if year < 2023 else "abcd") for year in YEARS]
    assert ["c", "a", "d", "a"] == heads


def test_by_the_queue_everybody_leads_before_anybody_leads_again_when_one_joins() -> None:
    first, queue = led("cab")
    second, queue = led(queue)
    third, queue = led(queue, joins="d")
    fourth, queue = led(queue, members="abcd")
    assert ["c", "a", "b", "c"] == [first, second, third, fourth]
    assert "adbc" == queue
