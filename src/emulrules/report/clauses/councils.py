"""What binds from above: limits, and how a council decides on what its clusters propose."""

from collections.abc import Iterator

from emulrules.model.award import Limit
from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.awards import chains
from emulrules.report.clauses.clause import Clause, final
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["councils", "limits"]

_LEADERS = "leaders"
"""The base that is no fact: the units that lead their clusters."""


def limits(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """What each limit says, and the number that it gives."""
    for limit in rules.limits:
        cap = "; ".join(_cap(limit, names))
        text = f"{plain(limit.says)} ({cap})" if cap else plain(limit.says)
        yield Clause(limit.rule.path, text + final(limit.final, names), limit.basis, limit.trust)


def _cap(limit: Limit, names: Names) -> Iterator[str]:
    if limit.award is not None:
        yield say("rules-cap-on", names.language, award=names.award(limit.award))
    if limit.number is not None:
        yield say("rules-cap-number", names.language, n=limit.number)
    if limit.ask is not None:
        yield say("rules-cap-ask", names.language, who=names.asked(limit.ask))
    if limit.at_most is not None and limit.base is not None:
        led = limit.base == _LEADERS
        base = say("rules-leaders", names.language) if led else names.phrase("fact", limit.base)
        yield say("rules-cap-share", names.language, share=names.share(limit.at_most), base=base)
    if (per_parent := limit.per_parent) is not None:
        yield names.say("award-at-most", n=per_parent.number, per=names.phrase("parent", per_parent.per))
    if limit.uncounted:
        facts = ", ".join(names.phrase("fact", fact) for fact in limit.uncounted)
        yield say("rules-uncounted", names.language, facts=facts)


def councils(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """The councils, and how they review each award."""
    for id_, council in rules.councils.items():
        yield Clause(f"councils.{id_}", f"{plain(council.name)} ({plain(id_)})", council.basis, council.trust)
    for review in rules.reviews:
        path = review.rule.path
        text = say(f"rules-review-{review.among}", names.language, award=names.award(review.id))
        if review.raises:
            text += say("rules-raises", names.language)
        yield Clause(path, text + final(review.final, names), review.basis, review.trust)
        yield from chains(path, review.choose, review.over_quota, names)
        for key in ("requires", "excludes"):
            if others := getattr(review, key):
                text = say(f"rules-review-{key}", names.language, awards="; ".join(map(names.award, others)))
                yield Clause(f"{path}.{key}", text, depth=1)
