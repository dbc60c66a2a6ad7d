"""A decision as a Markdown table that can be pasted into the minutes, with what it rests on below.

One row a unit, from the first place down; where nothing ranks, as Vietnamese sorts. Every cell is text only.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from emulrules.model.decision import Awarded, Decision, GateResult
from emulrules.report.aftermath import bases, state, without
from emulrules.report.asking import ask, limits
from emulrules.report.caveats import caveats
from emulrules.report.changes import changes
from emulrules.report.citations import Citations, cite
from emulrules.report.kept import Kept
from emulrules.report.names import Names
from emulrules.report.places import in_order, votes
from emulrules.report.quotas import reckoned
from emulrules.report.quoting import markdown
from emulrules.report.sheet import staged_rows
from emulrules.report.text import built_on, next_turns, office_state

__all__ = ["minutes"]

_NUMBERS: Final = ("column-number", "column-points", "column-votes", "column-place")

R = TypeVar("R", Awarded, GateResult)


def minutes(decision: Decision, language: str = "vi", kept: Kept | None = None, *, listed: tuple[str, ...] = ()) -> str:
    """The whole of `decision` as Markdown in `language`, ending in a newline; `kept` is the record of it, if any.

    `listed` are the ids of the criteria in the order of the point table, which no decision holds.
    """
    names = Names.of(decision, language, listed)
    citations = cite(decision, names)
    sections = (
        _head(decision, names),
        _table(decision, names, citations),
        _stages(decision, names),
        _without(decision, names),
        _quotas(decision, names, citations),
        _offices(decision, names, citations),
        _open(decision, names),
        _citations(names, citations),
        _caveats(decision, citations, names),
        [] if kept is None else [markdown(kept.sentence(names))],
    )
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _head(decision: Decision, names: Names) -> Iterator[str]:
    rules = decision.rules
    cluster = rules.clusters[decision.season.cluster]
    yield f"**{markdown(names.say('head-title', cluster=cluster.name, season=decision.season.id))}**"
    yield ""
    day = names.day(rules.in_force)
    yield markdown(names.say("head-ruleset", title=rules.title, id=rules.id, day=day, policy=decision.policy))
    for record in built_on(decision, names):
        yield ""
        yield markdown(record)
    for change in changes(decision, names):
        yield ""
        yield markdown(change)
    if decision.status == "pending":
        yield ""
        yield markdown(names.say("status-pending", open=len(decision.questions)))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    standings = {row.unit: row for row in in_order(decision, names)}
    units = [*standings, *names.sort(unit.id for unit in decision.units if unit.id not in standings)]
    place = {unit: row.place for unit, row in standings.items() if row.place is not None}
    won, gates = _by_unit(decision.awards), _by_unit(decision.gates)
    scored, cast = any(row.total is not None for row in standings.values()), votes(decision)
    heading = [
        "column-number",
        "column-unit",
        *(["column-points"] if scored else []),
        *(["column-votes"] if cast else []),
        *(["column-place"] if place else []),
        "column-awards",
        "column-notes",
    ]
    yield _row([markdown(names.say(code)) for code in heading])
    yield _row(["---:" if code in _NUMBERS else "---" for code in heading])
    for number, unit in enumerate(units, 1):
        row = standings.get(unit)
        yield _row(
            [
                str(number),
                markdown(names.unit(unit)),
                *([names.measure(row and row.total)] if scored else []),
                *([names.measure(cast.get(unit))] if cast else []),
                *([names.measure(place.get(unit))] if place else []),
                _awards(decision, won.get(unit, ()), names, citations),
                _notes(gates.get(unit, ()), names, citations),
            ]
        )


def _stages(decision: Decision, names: Names) -> Iterator[str]:
    """What each stage gave, where points were scored in stages."""
    heading, *rows = staged_rows(decision, names) or [[]]
    if heading:
        yield markdown(names.say("title-stages"))
        yield ""
        yield _row([markdown(cell) for cell in heading])
        yield _row(["---", "---", *("---:" for _ in heading[2:])])
    for criterion, unit, *points in rows:
        yield _row([markdown(criterion), markdown(unit), *points])


def _without(decision: Decision, names: Names) -> Iterator[str]:
    """The others as they stand without the units whose awards were cancelled."""
    found = without(decision, names)
    if found is None:
        return
    units, steps = found
    yield markdown(names.say("title-without", units=units))
    yield ""
    yield _row([markdown(names.say(code)) for code in ("column-unit", "column-points", "column-place")])
    yield _row(["---", "---:", "---:"])
    for step in steps:
        total, place = (names.measure(step.output[key]) for key in ("total", "place"))
        yield _row([markdown(names.unit(str(step.unit))), total, place])


def _by_unit(rows: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.unit, []).append(row)
    return found


def _awards(decision: Decision, won: Sequence[Awarded], names: Names, citations: Citations) -> str:
    named = [markdown(names.award(awarded.award) + state(awarded, names)) for awarded in won]
    marks = [" ".join(_mark(basis, citations) for basis in bases(decision, awarded)) for awarded in won]
    return "; ".join(f"{name} {mark}".rstrip() for name, mark in zip(named, marks, strict=True))


def _notes(gates: Sequence[GateResult], names: Names, citations: Citations) -> str:
    notes = [
        f"{markdown(names.say(f'gate-{gate.effect}') + ': ' + names.gate(gate.gate))} "
        f"{_mark(gate.basis, citations)}".rstrip()
        for gate in gates
    ]
    return "; ".join(notes)


def _mark(basis: tuple[str, ...], citations: Citations) -> str:
    """The number of a citation; its brackets must not make a link of what stands inside."""
    return citations.mark(basis).replace("[", "\\[").replace("]", "\\]")


def _quotas(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    """How many of each award there could be, where that was reckoned."""
    for award in decision.rules.awards:
        if (number := reckoned(decision, award, names)) is not None:
            words, basis = number
            yield f"- {markdown(f'{award.name}. {words}')} {_mark(basis, citations)}".rstrip()


def _offices(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    for office in decision.offices:
        title = names.office(office.office, office.seat)
        line = f"{title}: {names.unit(office.unit)} – {office_state(office, decision, names)}"
        yield f"- {markdown(line)} {_mark(office.basis, citations)}".rstrip()
    yield from (f"- {markdown(queue)}" for queue in next_turns(decision, names))


def _open(decision: Decision, names: Names) -> Iterator[str]:
    if not decision.questions:
        return
    yield markdown(names.say("title-questions", n=len(decision.questions)))
    yield ""
    for question in decision.questions:
        said = (ask(question, names), names.count(question), *limits(question, names))
        yield f"- {' '.join(map(markdown, said))}"


def _citations(names: Names, citations: Citations) -> Iterator[str]:
    if not citations.all:
        return
    yield markdown(names.say("title-citations"))
    yield ""
    for citation in citations.all:
        yield f"- \\[{citation.number}\\] {markdown(citation.text)}: {markdown(citation.rests)}"


def _caveats(decision: Decision, citations: Citations, names: Names) -> Iterator[str]:
    sentences = list(caveats(decision, citations, names))
    if sentences:
        yield markdown(names.say("title-caveats"))
        yield ""
    yield from (f"- {markdown(sentence)}" for sentence in sentences)
