"""Strategies for Hypothesis: random rulesets, random seasons of a ruleset, and acts that answer questions.

Numbers are small, so that ties are common. `rulesets` are those that a reader takes without a fault; `seasons` come
without acts, since those answer questions: `answer(draw, question, …)` draws one for any question.
"""

from emulrules.testing.answers import Answers, answer, not_held, several
from emulrules.testing.cases import Case, cases, cases_of
from emulrules.testing.criteria import cells, invented_criteria
from emulrules.testing.rulesets import rulesets
from emulrules.testing.seasons import seasons

__all__ = [
    "Answers",
    "Case",
    "answer",
    "cases",
    "cases_of",
    "cells",
    "invented_criteria",
    "not_held",
    "rulesets",
    "seasons",
    "several",
]
