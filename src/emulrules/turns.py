"""Turns: the queue of those who lead one after another, and what happens to it in a season.

The next one leads and goes to the back; a unit that may not lead this time is passed over and keeps its place. A unit
that joins goes to the back, one that leaves is taken out, one that is elected out of turn goes to the back once it
leads. Where a unit goes that declines its turn is for the rules to say. So nobody overtakes, whoever joins and leaves.
"""

from collections.abc import Collection, Iterator, Sequence

from emulrules.errors import Fault, SeasonError
from emulrules.model.headship import Headship
from emulrules.model.season import Season, TurnEvent

__all__ = ["check_turns", "next_in_turn", "once_led", "out_of_turn", "queue_now", "who_declined"]


def check_turns(season: Season, headship: Headship | None, members: Sequence[str], *, asked: bool = False) -> None:
    """Raises `SeasonError` unless the season's queue, after what happened to it, holds every member once.

    Units are named by id. A unit that declined is no fault of the queue, but needs a rule that says where it goes.
    `asked`: an act may yet state the queue, since units in it were succeeded.
    """
    turns = season.turns
    if turns is None:
        return
    if turns.queue is None and not asked:
        raise SeasonError(Fault("turns-unsaid", ("turns",)))
    faults: list[Fault] = []
    # An act that is still to come states the queue of the members as they are.
    queue = list(members if turns.queue is None else turns.queue)
    for index, event in enumerate(turns.events):
        path = ("turns", "events", index, "unit")
        if (event.unit in queue) == (event.event == "joined"):
            faults.append(Fault(f"turns-{event.event}", path, {"unit": event.unit}))
        elif event.event == "joined":
            queue.append(event.unit)
        elif event.event == "left":
            queue.remove(event.unit)
        elif event.event == "declined" and headship is not None and headship.declined is None:
            faults.append(Fault("turns-declined-where", path, {"unit": event.unit}))
    faults.extend(_elected_twice(turns.events))
    faults.extend(Fault("turns-missing", ("turns", "queue"), {"unit": unit}) for unit in members if unit not in queue)
    faults.extend(Fault("turns-stranger", ("turns", "queue"), {"unit": unit}) for unit in queue if unit not in members)
    if faults:
        raise SeasonError(faults)


def _elected_twice(events: Sequence[TurnEvent]) -> Iterator[Fault]:
    elected = [(index, event.unit) for index, event in enumerate(events) if event.event == "elected"]
    for index, unit in elected[1:]:
        yield Fault("turns-elected-twice", ("turns", "events", index, "unit"), {"unit": unit, "other": elected[0][1]})


def queue_now(season: Season, headship: Headship) -> tuple[str, ...] | None:
    """The queue after what happened to it this season, the next one first; None where nobody stated it."""
    if season.turns is None or season.turns.queue is None:
        return None
    queue = list(season.turns.queue)
    for event in season.turns.events:
        if event.event == "joined":
            queue.append(event.unit)
        elif event.event == "left" or (event.event == "declined" and headship.declined == "back"):
            queue.remove(event.unit)
            if event.event == "declined":
                queue.append(event.unit)
    return tuple(queue)


def out_of_turn(season: Season) -> str | None:
    """The unit that was elected head out of turn, if one was."""
    events = () if season.turns is None else season.turns.events
    return next((event.unit for event in events if event.event == "elected"), None)


def who_declined(season: Season) -> tuple[str, ...]:
    """The units that declined their turn this season, sorted by id."""
    events = () if season.turns is None else season.turns.events
    return tuple(sorted({event.unit for event in events if event.event == "declined"}))


def next_in_turn(queue: Sequence[str], candidates: Collection[str]) -> str | None:
    """The first of the queue that may lead; None where nobody may.

    >>> next_in_turn(("a", "b", "c"), {"b", "c"})
    'b'
    """
    return next((unit for unit in queue if unit in candidates), None)


def once_led(queue: Sequence[str], head: str) -> tuple[str, ...]:
    """The queue of the next season: who leads goes to the back, all others keep their order.

    >>> once_led(("a", "b", "c"), "b")
    ('a', 'c', 'b')
    """
    return (*(unit for unit in queue if unit != head), head)
