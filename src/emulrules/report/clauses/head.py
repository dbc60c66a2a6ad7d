"""What a ruleset says of itself, of the documents that it cites, and of what these leave open."""

from collections.abc import Iterator

from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, final
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["head", "sources", "undefined"]


def head(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Its title, days, seasons and authority, and what it extends."""
    yield Clause("title", plain(rules.title))
    day, last = names.day(rules.in_force), rules.seasons.last
    yield Clause("in_force", names.say("ruleset-in-force", id=plain(rules.id), day=day))
    code = "ruleset-seasons" if last else "ruleset-seasons-open"
    yield Clause("seasons", names.say(code, first=plain(rules.seasons.first), last=plain(last or "")))
    whose = names.say("ruleset-authority", authority=plain(rules.authority), policy=plain(rules.policy))
    yield Clause("authority", whose)
    if (base := rules.extends) is not None:
        day = names.day(base.in_force)
        yield Clause("extends", names.say("ruleset-extends", id=plain(base.id), day=day))


def undefined(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """What the regulation leaves open, and of whom it may be asked."""
    for each in rules.undefined:
        text = f"{plain(each.says)} ({plain(each.what)})"
        if each.ask is not None:
            text += say("rules-ask", names.language, who=names.asked(each.ask))
        yield Clause(each.rule.path, text + final(each.final, names), each.basis, each.trust)


def sources(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """The documents."""
    for id_, source in rules.sources.items():
        day = names.day(source.issued) if source.issued else ""
        parts = [source.number or "", source.document, day, source.seen or ""]
        yield Clause(f"sources.{id_}", "; ".join(plain(part) for part in parts if part))
