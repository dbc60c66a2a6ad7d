"""A clause: one rule in words, with where it stands in the ruleset, what it rests on and how far to trust that."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve

from emulrules.model.source import Trust
from emulrules.report.names import Names
from emulrules.value import frozen
from emulrules.wording import say

__all__ = ["Clause", "Section", "final", "rested", "threshold"]


@frozen
class Clause:
    """What one rule says, on one line; `depth` is how far it stands below another.

    `path` names the rule as steps do (`awards.flag.quota`); it is None where the clause only gathers what others say.
    """

    path: str | None
    text: str
    basis: tuple[str, ...] = ()
    trust: Trust | None = None
    depth: int = 0


@frozen
class Section:
    """Clauses under a `title`, which is empty for those that stand above all others.

    `number` is the same for one section of any ruleset, and orders them.
    """

    number: int
    title: str
    clauses: tuple[Clause, ...]


def rested(clause: Clause, clauses: Mapping[str, Clause]) -> Clause:
    """The clause with what it rests on: its own basis and trust, or those of the rule among `clauses` that it is of."""
    basis, trust, path = clause.basis, clause.trust, clause.path or ""
    while not basis and "." in path:
        path = path.rpartition(".")[0]
        if (above := clauses.get(path)) is not None:
            basis, trust = above.basis, trust or above.trust
    return evolve(clause, basis=basis, trust=trust)


def final(is_final: bool, names: Names) -> str:
    """What a rule says besides that no ruleset below may replace."""
    return say("rules-final", names.language) if is_final else ""


def threshold(at_least: Fraction | None, more_than: Fraction | None, names: Names) -> str:
    """From where on, or above what, something counts."""
    if at_least is not None:
        return names.say("threshold-at-least", n=names.share(at_least))
    if more_than is not None:
        return names.say("threshold-more-than", n=names.share(more_than))
    return names.say("threshold-none")
