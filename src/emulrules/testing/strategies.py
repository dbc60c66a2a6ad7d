"""Strategies for Hypothesis: random rulesets, random seasons of a ruleset, and acts that answer questions.

Numbers are small, so that ties are common. `rulesets` are those that a reader takes without a fault; `seasons` come
without acts, since those answer questions: `answer(draw, question, …)` draws one for any question.
"""

from hypothesis import strategies as st

from emulrules.model.cell import Cell
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Question
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season
from emulrules.plugins import load_policy, policy_of
from emulrules.policy import Policy
from emulrules.standard import Standard
from emulrules.testing import answers
from emulrules.testing.cases import Case
from emulrules.testing.chance import Draw, Drawn
from emulrules.testing.criteria import invent_cell
from emulrules.testing.reading import forms_read
from emulrules.testing.rulesets import MOST_UNITS, invent_ruleset
from emulrules.testing.seasons import invent_season
from emulrules.testing.turnout import Turnout

__all__ = ["answer", "cases", "cases_of", "cells", "rulesets", "seasons"]


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    """Random rulesets of the standard policy, each with one bloc of two to six units."""
    return invent_ruleset(Drawn(draw))


@st.composite
def seasons(draw: st.DrawFn, ruleset: Ruleset, *, scored: bool | None = None) -> Season:
    """Random seasons, without acts, of any cluster of `ruleset`; `scored` says whether they must have scores."""
    return invent_season(Drawn(draw), ruleset, scored=scored)


@st.composite
def cells(draw: st.DrawFn, criterion: Criterion) -> Cell:
    """Cells that the leaf `criterion` accepts."""
    return invent_cell(Drawn(draw), criterion)


@st.composite
def cases_of(draw: st.DrawFn, ruleset: Ruleset, policy: Policy | None = None, *, scored: bool | None = None) -> Case:
    """Random seasons of `ruleset`; `policy` is the one that the ruleset names where none is given."""
    named = load_policy(ruleset) if policy is None else policy
    reads = forms_read(ruleset, named)
    return Case(invent_season(Drawn(draw), ruleset, scored=scored, reads=reads), ruleset, named)


@st.composite
def cases(draw: st.DrawFn, *, scored: bool | None = None, units: int = MOST_UNITS) -> Case:
    """Random seasons of random rulesets of the standard policy, with up to so many `units`."""
    chance = Drawn(draw)
    ruleset = invent_ruleset(chance, units)
    # Looking for it among what is installed would take longer than deciding.
    standard = policy_of(Standard, ruleset)
    return Case(invent_season(chance, ruleset, scored=scored), ruleset, standard, is_invented=True)


def answer(draw: Draw, question: Question, *, members: int, source: str, always_held: bool = False) -> Act:
    """Draws a valid act for `question`, in a cluster of so many `members`, all present, resting on `source`.

    Unless `always_held`, it may also say that the step of a chain was not taken.
    """
    turnout = Turnout.everybody(members)
    return answers.answer(Drawn(draw), question, turnout=turnout, source=source, always_held=always_held)
