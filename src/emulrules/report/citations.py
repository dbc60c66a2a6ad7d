"""What a decision rests on: each legal basis once, numbered in the order in which steps came to it.

The number stands beside every line that rests on it, and below, what it carries. The scale and its criteria share one
number, since they are many and the way of one unit names each.
"""

from collections.abc import Iterable, Iterator, Mapping

from emulrules.model.decision import Decision
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.value import frozen

__all__ = ["Citation", "Citations", "cite"]

_Key = tuple[str, ...] | None
"""A basis, or None for those of all criteria together."""


@frozen
class Citation:
    """One basis: its `number`, its articles in words, and what rests on it."""

    number: int
    text: str
    rests: str


@frozen
class Citations:
    """All bases of a decision; `numbers` by basis, `doubted` the numbers by trust."""

    all: tuple[Citation, ...]
    numbers: Mapping[_Key, int]
    doubted: Mapping[str, tuple[int, ...]]

    def mark(self, basis: tuple[str, ...]) -> str:
        """The number of `basis` in brackets, or nothing where no step rests on it."""
        return f"[{self.numbers[basis]}]" if basis in self.numbers else ""


def _joined(bases: Iterable[str], decision: Decision) -> str:
    """Citations in one line; one that is of the same document as the one before leaves its name out."""
    sources = (*decision.rules.sources.values(), *decision.season.sources.values())
    cited = sorted({source.cited for source in sources}, key=len, reverse=True)
    parts: list[str] = []
    last = None
    for basis in dict.fromkeys(bases):
        document = next((document for document in cited if basis.startswith(f"{document} ")), None)
        parts.append(basis.removeprefix(f"{document} ") if document is not None and document == last else basis)
        last = document
    return "; ".join(map(plain, parts))


def cite(decision: Decision, names: Names) -> Citations:
    """The citations of every step of `decision`."""
    trusts = {
        warned.rule: warned.code.removesuffix("-rule")
        for warned in decision.warnings
        if warned.code in ("reported-rule", "assumed-rule")
    }
    bases: dict[_Key, list[tuple[int, str]]] = {}
    rules: dict[_Key, dict[str, str]] = {}
    for step in decision.steps:
        if step.basis and step.rule is not None:
            scored = step.rule.partition(".")[0] in ("scale", "criteria")
            key = None if scored else step.basis
            # Those of the criteria stand as on the score sheet, and before those of the scale.
            criterion = step.rule.removeprefix("criteria.").partition(".")[0]
            at = names.sheet.get(criterion, len(names.sheet)) if scored else 0
            bases.setdefault(key, []).extend((at, basis) for basis in step.basis)
            rules.setdefault(key, {})[step.rule] = trusts.get(step.rule, "read")
    citations = [
        Citation(number, _joined(_in_order(bases[key]), decision), _rests(key, found, names))
        for number, (key, found) in enumerate(rules.items(), 1)
    ]
    doubted = {
        trust: tuple(n for n, found in enumerate(rules.values(), 1) if trust in found.values())
        for trust in ("reported", "assumed")
    }
    return Citations(tuple(citations), {key: number for number, key in enumerate(rules, 1)}, doubted)


def _in_order(bases: list[tuple[int, str]]) -> Iterator[str]:
    return (basis for _, basis in sorted(bases, key=lambda each: each[0]))


def _rests(key: _Key, rules: Mapping[str, str], names: Names) -> str:
    """The rules in words, with the trust of each; a trust that all share is said once."""
    if key is None:
        count = len({rule.split(".")[1] for rule in rules if rule.startswith("criteria.")})
        words = {names.say("rule-scored", n=count): _worst(rules.values())}
    else:
        words = {names.rule(rule): trust for rule, trust in rules.items()}
    shared = set(words.values())
    if len(shared) == 1:
        (trust,) = shared
        return "; ".join(words) + _doubt(trust, names)
    return "; ".join(f"{rule}{_doubt(trust, names)}" for rule, trust in words.items())


def _worst(trusts: Iterable[str]) -> str:
    return max(trusts, key=("read", "reported", "assumed").index)


def _doubt(trust: str, names: Names) -> str:
    return "" if trust == "read" else f" ({names.say(f'trust-{trust}')})"
