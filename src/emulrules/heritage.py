"""Heritage: what the season says of units that others have succeeded, and for which successor it counts.

What it took from the record of the season before is said as well. It passes to a successor by itself only where a rule
says so (see `passage`). Otherwise no text settles it, and it is asked: who counts as head or deputy of this season
(`before:head:<unit>`, `before:deputies:<unit>`), as having won an award the season before (`before:<award>:<unit>`), in
which order the members lead (`before:turns`), and whose points count where the parts of a season have their own
(`fact:<unit>:points`).
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.model.cell import Cell
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season, Turns
from emulrules.model.succession import fell_in
from emulrules.model.table import Table, table
from emulrules.passage import Carried, Passage, What
from emulrules.questions import BEFORE, BEFORE_DEPUTIES, BEFORE_HEAD, POINTS, fact_of_unit, inherited, whose_points
from emulrules.roster import Roster
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Heritage", "heritage"]


@frozen
class _Asked:
    """A question on what passes to whom; `rule` is that of the succession."""

    question: Question
    rule: Rule


@frozen
class _Passed:
    """The units that count beyond doubt, and the questions on those that may."""

    known: tuple[str, ...]
    asked: tuple[_Asked, ...] = ()
    alike: tuple[str, ...] = ()
    """Units whose points are the same, so that it is all one whose count."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Of points: the units whose rows may count."""
        return (*self.known, *self.alike, *(unit for each in self.asked for unit in each.question.options))

    def so_far(self, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Those that count by what was `chosen`, by question; sorted."""
        return tuple(sorted({*self.known, *(unit for each in self.asked for unit in chosen.get(each.question.id, ()))}))

    def settled(self, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
        """All that count, sorted; None while something is open."""
        return self.so_far(chosen) if all(each.question.id in chosen for each in self.asked) else None


@frozen
class Heritage:
    """What passed to the members from units that others have succeeded, by what is asked for about the year.

    `turns` are those that the season states, for the members as they are: without a queue where it is not known.
    """

    turns: Turns | None
    passed: Table[str, _Passed] = field(factory=Table, converter=table)
    carried: tuple[Carried, ...] = ()
    queue_open: bool = False
    """Whether it is not known who has which turn, since units in the queue were succeeded."""

    @property
    def asked(self) -> Table[str, tuple[Question, ...]]:
        """The questions that stand in the place of each, by its id."""
        asked = {id_: tuple(each.question for each in passed.asked) for id_, passed in self.passed.items()}
        return Table({id_: questions for id_, questions in asked.items() if questions})

    def question(self, id_: str) -> Question | None:
        """The question with this id, None where nothing of the kind is asked."""
        return next((each for several in self.asked.values() for each in several if each.id == id_), None)

    def points_open(self, season: Season) -> tuple[tuple[str, Question, Rule], ...]:
        """The questions on whose points count that are not settled in `season`, each with the unit and the rule."""
        return tuple(
            (id_.split(":")[1], each.question, each.rule)
            for id_, passed in self.passed.items()
            if id_.startswith("fact:") and not any(id_.split(":")[1] in cells for cells in season.scores.values())
            for each in passed.asked
        )

    def note(self, trace: Trace) -> None:
        """One step for everything that passed by a rule."""
        for each in self.carried:
            trace.step("carried", each.what, rule=each.rule, unit=each.unit, of=each.of)

    def settled(self, season: Season, chosen: Mapping[str, tuple[str, ...]]) -> Season:
        """`season` for the members as they are; offices and rows that are still open (not `chosen`) are not stated."""
        outgoing, before, scores = season.outgoing, dict(season.before), season.scores
        for id_, passed in self.passed.items():
            units = passed.settled(chosen)
            if id_ == BEFORE_HEAD:
                # Where no successor counts, it stays known that a unit led which is no member any more.
                head = None if units is None else (*units, outgoing.head)[0]
                outgoing = evolve(outgoing, head=head)
            elif id_ == BEFORE_DEPUTIES:
                outgoing = evolve(outgoing, deputies=units)
            elif id_.startswith(BEFORE):
                before[id_.removeprefix(BEFORE)] = passed.so_far(chosen)
            else:
                row = None if units is None else (*passed.alike, *units)[0]
                scores = _with_row(scores, season.scores, id_.split(":")[1], row, passed)
        return evolve(season, outgoing=outgoing, before=Table(before), scores=scores)


def _with_row(
    scores: Mapping[str, Table[str, Cell]],
    stated: Mapping[str, Table[str, Cell]],
    unit: str,
    of: str | None,
    passed: _Passed,
) -> Table[str, Table[str, Cell]]:
    """The scores in which `unit` has the row that is `stated` of `of`, or none, and those before it have none."""
    rows = {unit, *passed.rows}
    found: dict[str, Table[str, Cell]] = {}
    for id_, cells in scores.items():
        kept = {each: cell for each, cell in cells.items() if each not in rows}
        if of is not None and of in stated[id_]:
            kept[unit] = stated[id_][of]
        found[id_] = Table({each: kept[each] for each in sorted(kept)})
    return Table(found)


def heritage(season: Season, ruleset: Ruleset, roster: Roster) -> Heritage | None:
    """What the season, which names units by id, says of units that there are no more; None where there are none such.

    Raises `SeasonError` where a unit of that kind has points that could count for nobody else.
    """
    if not roster.lineage.heirs:
        return None
    passing = _Passing(season, ruleset, roster)
    passed: dict[str, _Passed] = {}
    outgoing = season.outgoing
    if outgoing.head is not None and outgoing.head in passing.heirs:
        passed[BEFORE_HEAD] = passing.of_all("head", "seat", (outgoing.head,), 1)
    if not passing.heirs.keys().isdisjoint(outgoing.deputies or ()):
        passed[BEFORE_DEPUTIES] = passing.of_all("deputies", "seat", outgoing.deputies or (), 1)
    for award, units in season.before.items():
        if not passing.heirs.keys().isdisjoint(units):
            passed[f"{BEFORE}{award}"] = passing.of_all(award, "award", units, len(roster.members))
    turns = passing.turns()
    for unit in roster.members:
        if (points := passing.points(unit)) is not None:
            passed[fact_of_unit(unit, POINTS)] = points
    passing.refuse_rows(passed)
    stated = season.turns is not None and season.turns.queue is not None
    queue_open = stated and turns is not None and turns.queue is None
    return Heritage(turns, passed, tuple(dict.fromkeys(passing.carried)), queue_open)


def _without_queue(turns: Turns) -> Turns:
    """Who declined and who was elected; the act that says the order says it of those who joined and did not leave."""
    return Turns(None, turns.source, tuple(event for event in turns.events if event.event in ("declined", "elected")))


class _Passing:
    """What passes from the units that there are no more, as far as rules say it."""

    def __init__(self, season: Season, ruleset: Ruleset, roster: Roster) -> None:
        self.heirs = roster.lineage.heirs
        self.carried: list[Carried] = []
        self._passage = Passage(season, ruleset, roster)
        self._season = season
        self._roster = roster

    def of_all(self, named: str, what: What, units: Iterable[str], most: int) -> _Passed:
        """Who counts for `units`: members for themselves, for others those that it passed to, or who is asked about."""
        known: list[str] = []
        asked: list[_Asked] = []
        for unit in units:
            here = self._passage.here(unit)
            if unit not in self.heirs:
                known.append(unit)
            elif (carried := self._passage.carried(unit, what)) is not None:
                self.carried.append(carried)
                known.append(carried.unit)
            elif here:
                ended = self._passage.ended[unit]
                asked.append(_Asked(inherited(named, unit, here, most, ended.basis), ended.rule))
        return _Passed(tuple(known), tuple(asked))

    def turns(self) -> Turns | None:
        """The queue with successors in their places; without one where it is not known who has a place."""
        turns = self._season.turns
        if turns is None or turns.queue is None:
            return turns
        left = {event.unit for event in turns.events if event.event == "left"}
        taken = {*turns.queue, *(event.unit for event in turns.events if event.event == "joined")}
        queue: list[str] = []
        passed: list[Carried] = []
        for unit in turns.queue:
            carried = None
            if unit in self.heirs and unit not in left and self._passage.here(unit):
                carried = self._passage.carried(unit, "turn")
                if carried is None or carried.unit in taken:
                    # Nobody's turn, or two places of one: no text says in which order they lead.
                    return _without_queue(turns)
                taken.add(carried.unit)
                passed.append(carried)
            queue.append(unit if carried is None else carried.unit)
        self.carried.extend(passed)
        return evolve(turns, queue=queue)

    def points(self, unit: str) -> _Passed | None:
        """Whose row counts for the member `unit`; None where only it has one."""
        before = self._before(unit)
        parts = [each for each in (unit, *before) if self._row(each)]
        if not before or parts in ([], [unit]):
            return None
        self._refuse_gaps(parts)
        if (
            parts == [before[0]]
            and len(before) == 1
            and (carried := self._passage.carried(before[0], "points")) is not None
        ):
            self.carried.append(carried)
            return _Passed((carried.of,))
        if len(parts) == 1:
            return None
        if all(self._row(each) == self._row(parts[0]) for each in parts):
            return _Passed((), (), tuple(parts))
        ended = self._passage.ended[before[0]]
        question = whose_points(unit, tuple(sorted(parts)), ended.basis)
        return _Passed((), (_Asked(question, ended.rule),))

    def _before(self, unit: str) -> tuple[str, ...]:
        """The units that there were in the first part of this season, and in whose place `unit` is; sorted."""
        found: set[str] = set()
        for each in reversed(self._roster.lineage.successions):
            if fell_in(each, self._season.id) and not found.union((unit,)).isdisjoint(each.to):
                found |= set(each.gone)
        return tuple(sorted(found))

    def _row(self, unit: str) -> dict[str, Cell]:
        return {id_: cells[unit] for id_, cells in self._season.scores.items() if unit in cells}

    def _refuse_gaps(self, parts: Iterable[str]) -> None:
        """A row of which a cell is missing could not count for the whole season."""
        scored = [id_ for id_, cells in self._season.scores.items() if cells]
        faults = [
            Fault("cell-missing", ("scores", id_, part), {"unit": part, "criterion": id_})
            for id_ in scored
            for part in parts
            if part not in self._season.scores[id_]
        ]
        if faults:
            raise SeasonError(faults)

    def refuse_rows(self, passed: Mapping[str, _Passed]) -> None:
        """Refuses the row of a unit that there is no more, unless it may count for a member."""
        may_count = {unit for each in passed.values() for unit in each.rows}
        faults: list[Fault] = []
        for id_, cells in self._season.scores.items():
            for unit in cells:
                if unit in self.heirs and unit not in may_count:
                    ended = self._passage.ended[unit]
                    data = {"name": unit, "on": ended.on, "heirs": ", ".join(self.heirs[unit])}
                    faults.append(Fault(f"unit-{ended.kind}", ("scores", id_, unit), data))
        if faults:
            raise SeasonError(faults)
