"""Law 1: neither the order of input nor the names of units matter."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import attrs
from attrs import evolve
from hypothesis import strategies as st

from emulrules.files.canonical import encode
from emulrules.files.decision_json import body
from emulrules.files.record import first_difference
from emulrules.model.answers import Answered, GateFacts
from emulrules.model.decision import Decision, Question
from emulrules.model.ruleset import Award, Headship, Ruleset
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Draw
from emulrules.testing.course import answered_at_random, run

__all__ = ["names_of_units_never_matter", "order_of_input_never_matters"]

T = TypeVar("T")
V = TypeVar("V")

_PART: Final = re.compile(r"[^:.,]+")
"""What the ids of questions, rules and subjects are made of, between their marks."""


def order_of_input_never_matters(case: Case, draw: Draw) -> None:
    """Law 1: permuting units, criteria, gates, scores, votes, acts gives the same bytes.

    Ties, awards, bands, seats and chains are sequences: their order means something and is left alone. Tried on a year
    that is complete, and on the same year while some acts are missing.
    """
    whole = run(case, answered_at_random(case, draw)).case
    acts = whole.season.acts
    kept = draw(st.lists(st.booleans(), min_size=len(acts), max_size=len(acts)))
    part = whole.with_only(tuple(act for act, stays in zip(acts, kept, strict=True) if stays))
    for one in (whole, part):
        other = Case(_season(one.season, draw), _ruleset(one.ruleset, draw), one.policy)
        first, second = body(one.decide()), body(other.decide())
        if encode(first) != encode(second):
            raise BrokenLawError(f"in another order, the record differs at {_where(first, second)}")


def _where(first: dict[str, Any], second: dict[str, Any]) -> str:
    path = first_difference(first, second) or ()
    return ".".join(map(str, path))


def _rows(table: Mapping[str, V], draw: Draw) -> Table[str, V]:
    return Table({key: table[key] for key in draw(st.permutations(list(table)))})


def _mixed(things: Sequence[T], draw: Draw) -> tuple[T, ...]:
    return tuple(draw(st.permutations(list(things))))


def _season(season: Season, draw: Draw) -> Season:
    outgoing = season.outgoing
    deputies = None if outgoing.deputies is None else _mixed(outgoing.deputies, draw)
    return evolve(
        season,
        sources=_rows(season.sources, draw),
        outgoing=evolve(outgoing, deputies=deputies),
        facts=_rows(Table({fact: _mixed(units, draw) for fact, units in season.facts.items()}), draw),
        units=_rows(season.units, draw),
        scores=_rows(Table({leaf: _rows(cells, draw) for leaf, cells in season.scores.items()}), draw),
        acts=_mixed([_act(act, draw) for act in season.acts], draw),
        former=_mixed(season.former, draw),
    )


def _act(act: Act, draw: Draw) -> Act:
    return evolve(
        act,
        choice=None if act.choice is None else _mixed(act.choice, draw),
        among=None if act.among is None else _mixed(act.among, draw),
        votes=None if act.votes is None else _rows(act.votes, draw),
        places=None if act.places is None else _rows(act.places, draw),
    )


def _ruleset(ruleset: Ruleset, draw: Draw) -> Ruleset:
    clusters = {
        id_: evolve(cluster, members=_mixed(cluster.members, draw)) for id_, cluster in ruleset.clusters.items()
    }
    order = ruleset.order
    return evolve(
        ruleset,
        sources=_rows(ruleset.sources, draw),
        clusters=_rows(clusters, draw),
        units=_rows(
            {id_: evolve(unit, aliases=_mixed(unit.aliases, draw)) for id_, unit in ruleset.units.items()}, draw
        ),
        criteria=_mixed(ruleset.criteria, draw),
        gates=_mixed(ruleset.gates, draw),
        conditions=_mixed(ruleset.conditions, draw),
        order=None if order is None else evolve(order, name_places=_mixed(order.name_places, draw)),
        awards=tuple(_award(award, draw) for award in ruleset.awards),
        limits=_mixed(ruleset.limits, draw),
        headship=None if ruleset.headship is None else _headship(ruleset.headship, draw),
        undefined=_mixed(ruleset.undefined, draw),
    )


def _award(award: Award, draw: Draw) -> Award:
    return evolve(
        award,
        choose=tuple(evolve(step, places=_mixed(step.places, draw)) for step in award.choose),
        requires=_mixed(award.requires, draw),
        excludes=_mixed(award.excludes, draw),
    )


def _headship(headship: Headship, draw: Draw) -> Headship:
    bars = [evolve(bar, for_=_mixed(bar.for_, draw)) for bar in headship.bars]
    return evolve(headship, bars=_mixed(bars, draw))


def names_of_units_never_matter(case: Case, draw: Draw) -> None:
    """Law 1: renaming units, and so sorting them otherwise, gives the same decision up to the names.

    Holds for every policy that answers alike. Each unit keeps its full name; ids are exchanged among the members.
    """
    whole = run(case, answered_at_random(case, draw)).case
    acts = whole.season.acts
    part = whole.with_only(acts[: draw(st.integers(0, len(acts)))])
    others = (*case.ruleset.units, *case.season.units)
    new = dict(zip(others, others, strict=True)) | _exchanged(case.members, draw)
    for one in (whole, part):
        other = Case(_renamed(one.season, new), _renamed(one.ruleset, new), one.policy)
        expected, got = (
            _summary(_renamed(one.decide(), new)),
            _summary(_renamed(other.decide(), dict(zip(new, new, strict=True)))),
        )
        for part_ in expected:
            more, less = got[part_] - expected[part_], expected[part_] - got[part_]
            if more or less:
                raise BrokenLawError(f"with other ids, {part_} differ: {list(more)} instead of {list(less)}")


def _exchanged(units: Sequence[str], draw: Draw) -> dict[str, str]:
    return dict(zip(units, draw(st.permutations(units)), strict=True))


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
    if attrs.has(type(value)):
        return _fields(value, new)
    if isinstance(value, Mapping):
        return Table({_renamed(key, new): _renamed(each, new) for key, each in value.items()})
    if isinstance(value, tuple):
        renamed = [_renamed(each, new) for each in value]
        units = all(isinstance(each, str) and each in new for each in value)
        return tuple(sorted(renamed)) if units else tuple(renamed)
    return value


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
