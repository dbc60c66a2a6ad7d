"""Invented seasons of a given ruleset: small numbers, so that ties are common, and facts that are true of few.

Scores are given for every unit and leaf or not at all. What an act may state later (facts, figures, who was present,
who led) is sometimes left out. There are no acts: those are answers to questions, so they come from the questions.
"""

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Cell, Meeting, Outgoing, Recognition, Season, Source, UnitEntry
from emulrules.model.table import Table
from emulrules.testing.answers import few
from emulrules.testing.criteria import cells

__all__ = ["MINUTES", "seasons"]

MINUTES: Final = "bien-ban"
"""The source that every act of an invented season rests on."""


@st.composite
def seasons(draw: st.DrawFn, ruleset: Ruleset, *, scored: bool | None = None) -> Season:
    """A random season, without acts, of one of the ruleset's clusters; `scored` says whether it must have scores."""
    cluster = draw(st.sampled_from(sorted(ruleset.clusters)))
    entries = draw(_changes(ruleset, cluster))
    left = {unit for unit, entry in entries.items() if entry.roster == "leaves"}
    joined = {unit for unit, entry in entries.items() if entry.roster == "joins"}
    units = sorted({*ruleset.clusters[cluster].members, *joined} - left)
    recognisable = ruleset.headship is not None and ruleset.headship.recognised_by is not None
    with_scores = scored if scored is not None else bool(draw(st.integers(0, 3)))
    return Season(
        ruleset.id,
        cluster,
        ruleset.seasons.first,
        ruleset.in_force,
        sources=Table({MINUTES: Source("Biên bản (giả định)")}),
        outgoing=Outgoing(draw(st.none() | st.sampled_from(units))),
        meeting=Meeting(draw(st.sampled_from((None, len(units))))),
        facts=draw(_facts(ruleset, units)),
        units=Table({**entries, **draw(_figures(units, entries))}),
        scores=draw(_scores(ruleset, units)) if with_scores else Table(),
        recognised=Recognition(MINUTES) if recognisable and draw(st.booleans()) else None,
    )


@st.composite
def _changes(draw: st.DrawFn, ruleset: Ruleset, cluster: str) -> dict[str, UnitEntry]:
    """Now and then a unit that joins, and one that leaves a cluster which stays large enough for its offices."""
    entries: dict[str, UnitEntry] = {}
    if not draw(st.integers(0, 7)):
        entries["don-vi-moi"] = UnitEntry(roster="joins", name="Đơn vị mới", source=MINUTES)
        if draw(st.booleans()):
            leaver = draw(st.sampled_from(sorted(ruleset.clusters[cluster].members)))
            entries[leaver] = UnitEntry(roster="leaves", source=MINUTES)
    return entries


@st.composite
def _facts(draw: st.DrawFn, ruleset: Ruleset, units: Sequence[str]) -> Table[str, tuple[str, ...]]:
    known = {gate.fact for gate in ruleset.gates}
    if ruleset.headship is not None:
        known |= {bar.fact for bar in ruleset.headship.bars if bar.fact is not None}
    lists = st.lists(st.sampled_from(units), unique=True, max_size=few(len(units))).map(tuple)
    given = {fact: draw(st.none() | lists) for fact in sorted(known)}
    return Table({fact: listed for fact, listed in given.items() if listed is not None})


@st.composite
def _figures(draw: st.DrawFn, units: Sequence[str], entries: dict[str, UnitEntry]) -> dict[str, UnitEntry]:
    """Women and staff of all units, of some, or of none."""
    listed = [] if draw(st.booleans()) else draw(st.lists(st.sampled_from(units), unique=True))
    chosen = list(units) if draw(st.booleans()) else listed
    figures = {}
    for unit in chosen:
        entry = entries.get(unit, UnitEntry())
        women, staff = draw(st.none() | st.integers(0, 4)), draw(st.none() | st.integers(4, 6))
        figures[unit] = UnitEntry(women, staff, entry.roster, entry.name, entry.source)
    return figures


@st.composite
def _scores(draw: st.DrawFn, ruleset: Ruleset, units: Sequence[str]) -> Table[str, Table[str, Cell]]:
    leaves = [criterion for criterion in ruleset.criteria if criterion.method not in (None, "policy")]
    return Table({leaf.id: Table({unit: draw(cells(leaf)) for unit in units}) for leaf in leaves})
