"""A decision as text for a terminal: the outcome, what it rests on, what to beware of, and what is still open.

Numbers in brackets lead from a line to the articles that it rests on. Everything is read from the decision.
"""

from collections.abc import Iterator
from itertools import takewhile

from emulrules.model.answers import Rotation
from emulrules.model.decision import Decision, Office, Standing
from emulrules.report.aftermath import bases, state, without
from emulrules.report.changes import changes
from emulrules.report.citations import Citations, cite
from emulrules.report.kept import Kept, kept_lines
from emulrules.report.layout import columns, entry, lines
from emulrules.report.names import Names
from emulrules.report.open_awards import is_open
from emulrules.report.places import in_order, unvoted, votes
from emulrules.report.quotas import reckoned
from emulrules.report.quoting import plain
from emulrules.report.sections import beware, cited, status, still_open

__all__ = ["built_on", "next_turns", "office_state", "text"]

_ID = 12
"""So much of a record's id is told where nobody compares it."""


def text(decision: Decision, language: str = "vi", kept: Kept | None = None, *, listed: tuple[str, ...] = ()) -> str:
    """The whole of `decision` in `language` (`vi` or `en`), ending in a newline; `kept` is the record of it, if any.

    `listed` are the ids of the criteria in the order of the point table, which no decision holds.
    """
    names = Names.of(decision, language, listed)
    citations = cite(decision, names)
    sections = (
        _head(decision, names),
        _awards(decision, names, citations),
        _offices(decision, names, citations),
        _standings(decision, names, citations),
        _without(decision, names, citations),
        _gates(decision, names, citations),
        cited(names, citations),
        beware(decision, citations, names),
        still_open(decision, names),
        kept_lines(kept, names),
    )
    return "\n\n".join("\n".join(section).rstrip() for section in map(list, sections) if section) + "\n"


def _head(decision: Decision, names: Names) -> Iterator[str]:
    season, rules = decision.season, decision.rules
    cluster = rules.clusters[season.cluster]
    yield from lines(names.say("head-title", cluster=plain(cluster.name), season=plain(season.id)))
    yield from lines(status(decision, names))
    yield from lines(
        names.say(
            "head-ruleset",
            title=plain(rules.title),
            id=plain(rules.id),
            day=names.day(rules.in_force),
            policy=plain(decision.policy),
        ),
        hang=2,
    )
    for change in changes(decision, names):
        yield from lines(change, hang=2)
    for source in season.sources.values():
        yield from lines(names.say("head-source", document=plain(source.document)), hang=2)
    for record in built_on(decision, names):
        yield from lines(record, hang=2)


def built_on(decision: Decision, names: Names) -> Iterator[str]:
    """A sentence for each former record that the season names."""
    for season, former in decision.season.former.items():
        yield names.say("head-former", season=plain(season), record=former.record[:_ID])


def _awards(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    if not decision.rules.awards:
        return
    yield names.say("title-awards")
    quotas = {step.rule: step.output for step in decision.steps if step.step == "quota"}
    for award in decision.rules.awards:
        won = {awarded.unit: awarded for awarded in decision.awards if awarded.award == award.id}
        most = quotas.get(award.quota_rule.path)
        code = ("award-some" if won else "award-none") if is_open(decision, award) else "award-count"
        code = code if most is None else f"{code}-most"
        n = sum(awarded.stands for awarded in won.values())
        yield from lines(names.say(code, award=plain(award.name), n=n, most=names.measure(most)), 2, 2)
        if (number := reckoned(decision, award, names)) is not None:
            words, basis = number
            yield from lines(f"{words} {citations.mark(basis)}".rstrip(), 4, 2)
        for unit in names.sort(won):
            marks = " ".join(filter(None, map(citations.mark, bases(decision, won[unit]))))
            yield from entry("-", f"{names.unit(unit)}{state(won[unit], names)} {marks}", 4)


def office_state(office: Office, decision: Decision, names: Names) -> str:
    """How an office was come by, and who still has to recognise it."""
    state = names.say(f"state-{office.state}")
    rotation = next(
        (answered.answer for answered in reversed(decision.answers) if isinstance(answered.answer, Rotation)), None
    )
    if office.state == "recognised" or rotation is None or rotation.recognised_by is None:
        return state
    return names.say("state-to-be-recognised", state=state, who=names.asked(rotation.recognised_by))


def next_turns(decision: Decision, names: Names) -> Iterator[str]:
    """Whose turn it is from next season on, where the head went round in a queue."""
    for step in decision.steps:
        if step.step == "turn":
            yield names.say("office-turn", queue="; ".join(map(names.unit, step.output)))


def _offices(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    yield names.say("title-offices")
    for office in decision.offices:
        title = names.office(office.office, office.seat)
        line = f"{names.unit(office.unit)} – {office_state(office, decision, names)} {citations.mark(office.basis)}"
        yield from lines(f"{title}: {line}", 2, 2)
    for queue in next_turns(decision, names):
        yield from lines(queue, 2, 2)
    if not decision.offices:
        yield from lines(names.say("offices-none"), 2)


def _place(standing: Standing, names: Names) -> str:
    shown = names.measure(standing.place)
    return f"{shown}=" if standing.tied_with and standing.place is not None else shown


def _parted(decision: Decision, citations: Citations) -> dict[str, str]:
    """By which citations a unit's place was parted from those of its equals."""
    marks: dict[str, list[str]] = {}
    for step in takewhile(lambda step: step.step != "standing", decision.steps):
        if step.step == "tie" and len(step.output) > 1:
            for unit in step.inputs["tied"]:
                marks.setdefault(unit, []).append(citations.mark(step.basis))
    return {unit: " ".join(filter(None, dict.fromkeys(found))) for unit, found in marks.items()}


def _standings(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    ranked = [row for row in in_order(decision, names) if row.place is not None or row.total is not None]
    if not ranked:
        return
    order = decision.rules.order
    mark = citations.mark(order.basis) if order is not None else ""
    yield f"{names.say('title-standings')} {mark}".rstrip()
    scored, cast = any(row.total is not None for row in ranked), votes(decision)
    heading = [names.say("column-place"), names.say("column-unit"), *([names.say("column-points")] if scored else [])]
    heading += [names.say("column-votes")] if cast else []
    ties = _parted(decision, citations)
    rows = [
        [
            _place(row, names),
            names.unit(row.unit),
            *([names.measure(row.total)] if scored else []),
            *([names.measure(cast.get(row.unit))] if cast else []),
            ties.get(row.unit, ""),
        ]
        for row in ranked
    ]
    yield from columns([[*heading, ""], *rows], right=range(2, len(heading)))
    if any(row.tied_with for row in ranked):
        yield from lines(names.say("standings-tied"), 2)
    if first := unvoted(decision):
        yield from lines(names.say("standings-unvoted", n=len(first), units=names.listed(first)), 2)
    if unranked := len(decision.standings) - len(ranked):
        yield from lines(names.say("standings-unranked", n=unranked), 2)


def _without(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    """The others as they stand without the units whose awards were cancelled."""
    found = without(decision, names)
    if found is None:
        return
    units, steps = found
    yield from lines(f"{names.say('title-without', units=units)} {citations.mark(steps[0].basis)}".rstrip(), hang=2)
    heading = [names.say("column-place"), names.say("column-unit"), names.say("column-points")]
    rows = [
        [names.measure(step.output["place"]), names.unit(str(step.unit)), names.measure(step.output["total"])]
        for step in steps
    ]
    yield from columns([heading, *rows], right=(2,))


def _gates(decision: Decision, names: Names, citations: Citations) -> Iterator[str]:
    if not decision.gates:
        return
    yield names.say("title-gates")
    gates = {(gate.unit, gate.gate): gate for gate in decision.gates}
    for unit in names.sort({gate.unit for gate in decision.gates}):
        for gate in (gate for (whose, _), gate in gates.items() if whose == unit):
            line = f"{names.unit(unit)} – {names.say(f'gate-{gate.effect}')}: {names.gate(gate.gate)}"
            yield from entry("-", f"{line} {citations.mark(gate.basis)}")
