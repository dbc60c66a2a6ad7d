"""Law 1: neither the order of input nor the names of units matter."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import attrs
from attrs import evolve

from emulrules.files.canonical import encode
from emulrules.files.decision_json import body
from emulrules.files.record import first_difference
from emulrules.model.answers import Answered, GateFacts, Rotation
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision, Question, Step
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Former, Season, Turns
from emulrules.model.succession import Succession
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, mixed, yes
from emulrules.testing.course import accepted, answered_at_random
from emulrules.testing.later import UNASKED, until, whole_year

__all__ = ["names_of_units_never_matter", "order_of_input_never_matters"]

T = TypeVar("T")
V = TypeVar("V")

_PART: Final = re.compile(r"[^:.,]+")
"""What the ids of questions, rules and subjects are made of, between their marks."""


def order_of_input_never_matters(case: Case, chance: Chance) -> bool:
    """Law 1: permuting units, criteria, gates, scores, votes, acts gives the same bytes.

    Ties, awards, bands, seats and chains are sequences: their order means something and is left alone. Tried on a year
    that is complete, and on the same year while some acts are missing.
    """
    whole = whole_year(case, answered_at_random(case, chance), chance)
    acts = whole.season.acts
    part = whole.with_only(tuple(act for act in acts if act.question.startswith(UNASKED) or yes(chance)))
    for one in (whole, part):
        other = Case(_season(chance, one.season), _ruleset(chance, one.ruleset), one.policy)
        first, second = body(one.decide()), body(accepted(other))
        if encode(first) != encode(second):
            raise BrokenLawError(f"in another order, the record differs at {_where(first, second)}")
    return len(case.members) > 1


def _where(first: dict[str, Any], second: dict[str, Any]) -> str:
    path = first_difference(first, second) or ()
    return ".".join(map(str, path))


def _rows(chance: Chance, table: Mapping[str, V]) -> Table[str, V]:
    return Table({key: table[key] for key in mixed(chance, list(table))})


def _season(chance: Chance, season: Season) -> Season:
    outgoing = season.outgoing
    deputies = None if outgoing.deputies is None else mixed(chance, outgoing.deputies)
    return evolve(
        season,
        sources=_rows(chance, season.sources),
        outgoing=evolve(outgoing, deputies=deputies),
        facts=_rows(chance, Table({fact: mixed(chance, units) for fact, units in season.facts.items()})),
        before=_rows(chance, Table({award: mixed(chance, units) for award, units in season.before.items()})),
        facts_before=_rows(chance, Table({fact: mixed(chance, had) for fact, had in season.facts_before.items()})),
        units=_rows(
            chance, {unit: evolve(entry, within=_rows(chance, entry.within)) for unit, entry in season.units.items()}
        ),
        criteria=_criteria(chance, season.criteria),
        scores=_rows(chance, Table({leaf: _rows(chance, cells) for leaf, cells in season.scores.items()})),
        acts=mixed(chance, [_act(chance, act) for act in season.acts]),
        former=_rows(chance, season.former),
        successions=_successions(chance, season.successions),
    )


def _act(chance: Chance, act: Act) -> Act:
    return evolve(
        act,
        choice=None if act.choice is None else mixed(chance, act.choice),
        among=None if act.among is None else mixed(chance, act.among),
        votes=None if act.votes is None else _rows(chance, act.votes),
        places=None if act.places is None else _rows(chance, act.places),
    )


def _ruleset(chance: Chance, ruleset: Ruleset) -> Ruleset:
    clusters = {
        id_: evolve(cluster, members=mixed(chance, cluster.members)) for id_, cluster in ruleset.clusters.items()
    }
    units = {
        id_: evolve(unit, aliases=mixed(chance, unit.aliases), within=_rows(chance, unit.within))
        for id_, unit in ruleset.units.items()
    }
    order = ruleset.order
    return evolve(
        ruleset,
        sources=_rows(chance, ruleset.sources),
        clusters=_rows(chance, clusters),
        units=_rows(chance, units),
        criteria=_criteria(chance, ruleset.criteria),
        tables=_rows(chance, ruleset.tables),
        gates=mixed(chance, ruleset.gates),
        conditions=mixed(chance, ruleset.conditions),
        order=None if order is None else evolve(order, name_places=mixed(chance, order.name_places)),
        ties=tuple(evolve(step, over=mixed(chance, step.over)) for step in ruleset.ties),
        awards=tuple(_award(chance, award) for award in ruleset.awards),
        limits=mixed(chance, ruleset.limits),
        headship=None if ruleset.headship is None else _headship(chance, ruleset.headship),
        undefined=mixed(chance, ruleset.undefined),
        rosters=mixed(chance, [evolve(each, members=mixed(chance, each.members)) for each in ruleset.rosters]),
        successions=_successions(chance, ruleset.successions),
    )


def _successions(chance: Chance, successions: Sequence[Succession]) -> tuple[Succession, ...]:
    return mixed(
        chance,
        [
            evolve(
                each,
                from_=mixed(chance, each.from_),
                to=mixed(chance, each.to),
                carries=mixed(chance, each.carries),
            )
            for each in successions
        ],
    )


def _criteria(chance: Chance, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """In another order, and their sets as well; stages themselves follow each other."""
    return mixed(
        chance,
        [
            evolve(
                leaf,
                held=mixed(chance, leaf.held),
                stages=mixed(chance, leaf.stages),
                imposed_by=mixed(chance, leaf.imposed_by),
            )
            for leaf in criteria
        ],
    )


def _award(chance: Chance, award: Award) -> Award:
    return evolve(
        award,
        choose=tuple(evolve(step, places=mixed(chance, step.places)) for step in award.choose),
        requires=mixed(chance, award.requires),
        excludes=mixed(chance, award.excludes),
        requires_before=mixed(chance, award.requires_before),
        grounds=mixed(chance, award.grounds),
    )


def _headship(chance: Chance, headship: Headship) -> Headship:
    bars = [evolve(bar, for_=mixed(chance, bar.for_)) for bar in headship.bars]
    return evolve(headship, bars=mixed(chance, bars))


def names_of_units_never_matter(case: Case, chance: Chance) -> bool:
    """Law 1: renaming units, and so sorting them otherwise, gives the same decision up to the names.

    Holds for every policy that answers alike. Each unit keeps its full name; ids are exchanged among the members.
    """
    whole = whole_year(case, answered_at_random(case, chance), chance)
    acts = whole.season.acts
    part = whole.with_only(until(acts, chance.number(0, len(acts))))
    others = (*case.ruleset.units, *case.season.units)
    new = dict(zip(others, others, strict=True)) | _exchanged(chance, case.members)
    for one in (whole, part):
        other = Case(_renamed(one.season, new), _renamed(one.ruleset, new), one.policy)
        expected, got = (
            _summary(_renamed(one.decide(), new)),
            _summary(_renamed(other.decide(), dict(zip(new, new, strict=True)))),
        )
        for part_ in expected:
            more, less = got[part_] - expected[part_], expected[part_] - got[part_]
            if more or less:
                told = f"with other ids, {part_} differ: {list(more)} instead of {list(less)}"
                raise BrokenLawError(told, one, other)
    return any(unit != other for unit, other in new.items())


def _exchanged(chance: Chance, units: Sequence[str]) -> dict[str, str]:
    """Another id for some of the units, wherever there are two."""
    others = mixed(chance, units)
    return dict(zip(units, (*others[1:], *others[:1]) if others == tuple(units) else others, strict=True))


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    """The value with every unit renamed, in ids that name one as well, and with sets of units sorted again."""
    if isinstance(value, str):
        return _PART.sub(lambda part: new.get(part[0], part[0]), value)
    if isinstance(value, Answered):
        subject = ",".join(sorted(_renamed(value.subject, new).split(",")))
        return evolve(_fields(value, new), subject=subject)
    if isinstance(value, GateFacts):
        facts = _fields(value, new)
        return evolve(facts, gated=tuple(sorted(facts.gated, key=lambda gated: (gated.rule.path, gated.unit))))
    if isinstance(value, Question):
        question = _fields(value, new)
        return evolve(question, after=tuple(sorted(question.after)))
    if isinstance(value, Turns | Rotation):
        return evolve(_fields(value, new), queue=_in_turn(value.queue, new))
    if isinstance(value, Former):
        return evolve(_fields(value, new), turns=_in_turn(value.turns, new))
    if isinstance(value, Step) and value.step == "former" and value.inputs["takes"] == "turns":
        return evolve(_fields(value, new), output=_in_turn(value.output, new))
    if isinstance(value, Step) and value.step == "turn":
        inputs = Table(queue=_in_turn(value.inputs["queue"], new))
        return evolve(_fields(value, new), inputs=inputs, output=_in_turn(value.output, new))
    if attrs.has(type(value)):
        return _fields(value, new)
    if isinstance(value, Mapping):
        return Table({_renamed(key, new): _renamed(each, new) for key, each in value.items()})
    if isinstance(value, tuple):
        renamed = [_renamed(each, new) for each in value]
        units = all(isinstance(each, str) and each in new for each in value)
        return tuple(sorted(renamed)) if units else tuple(renamed)
    return value


def _in_turn(queue: tuple[str, ...] | None, new: Mapping[str, str]) -> Any:
    """A queue, whose order says whose turn it is."""
    return None if queue is None else tuple(new.get(unit, unit) for unit in queue)


def _fields(value: Any, new: Mapping[str, str]) -> Any:
    return evolve(value, **{each.name: _renamed(getattr(value, each.name), new) for each in attrs.fields(type(value))})


def _summary(decision: Decision) -> dict[str, Counter[Any]]:
    """What a decision says, without the order that the ids of units give it."""
    return {
        "answers": Counter(decision.answers),
        "questions": Counter(decision.questions),
        "standings": Counter(decision.standings),
        "steps": Counter(evolve(step, n=0) for step in decision.steps),
        "waiting": Counter(decision.waiting),
        "warnings": Counter(decision.warnings),
    }
