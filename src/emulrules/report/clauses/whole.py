"""The whole of a ruleset in words: its sections in the order in which a jurist reads them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from emulrules.model.ruleset import Ruleset
from emulrules.model.table import Table
from emulrules.report.clauses.awards import awards
from emulrules.report.clauses.clause import Clause, Section
from emulrules.report.clauses.councils import councils, limits
from emulrules.report.clauses.criteria import criteria, stages
from emulrules.report.clauses.head import head, sources, undefined
from emulrules.report.clauses.headship import headship
from emulrules.report.clauses.order import gates, order
from emulrules.report.clauses.roster import clusters, successions, units
from emulrules.report.names import Names
from emulrules.wording import say

__all__ = ["names_of", "sections"]

_PARTS: Final[tuple[tuple[str, Callable[[Ruleset, Names], Iterable[Clause]]], ...]] = (
    ("report-ruleset-clusters", clusters),
    ("report-ruleset-successions", successions),
    ("report-ruleset-criteria", criteria),
    ("report-ruleset-stages", stages),
    ("report-ruleset-gates", gates),
    ("report-ruleset-order", order),
    ("report-ruleset-awards", awards),
    ("report-ruleset-headship", headship),
    ("report-ruleset-limits", limits),
    ("rules-councils", councils),
    ("report-ruleset-undefined", undefined),
    ("rules-units", units),
    ("report-ruleset-sources", sources),
)


def names_of(rules: Ruleset, language: str) -> Names:
    """What things of the ruleset are called; any of its clusters tells whether heads are of clusters or of blocs."""
    return Names(rules, next(iter(rules.clusters.values()), None), Table(), language)


def sections(rules: Ruleset, names: Names) -> Iterator[Section]:
    """What it says of itself, then every section that says anything."""
    yield Section(0, "", tuple(head(rules, names)))
    for number, (title, part) in enumerate(_PARTS, 1):
        if clauses := tuple(part(rules, names)):
            yield Section(number, say(title, names.language), clauses)
