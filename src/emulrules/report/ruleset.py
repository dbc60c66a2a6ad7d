"""A ruleset as a text: what it decides by, each rule with its basis and how far that can be trusted."""

from collections.abc import Iterator

from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, Section
from emulrules.report.clauses.whole import names_of, sections
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain

__all__ = ["clause_words", "ruleset_text"]


def ruleset_text(rules: Ruleset, language: str = "vi") -> str:
    """The merged ruleset `rules` in `language`, ending in a newline."""
    names = names_of(rules, language)
    return "\n\n".join("\n".join(_section(each, names)) for each in sections(rules, names)) + "\n"


def _section(section: Section, names: Names) -> Iterator[str]:
    if not section.title:
        for clause in section.clauses:
            yield from lines(clause.text)
        return
    yield section.title
    for clause in section.clauses:
        yield from entry("-", clause_words(clause, names), 2 + 2 * clause.depth)


def clause_words(clause: Clause, names: Names) -> str:
    """A clause with its basis, and with how far it can be trusted where it was not read."""
    doubt = "" if clause.trust in (None, "read") else f" ({names.say(f'trust-{clause.trust}')})"
    cited = f" [{'; '.join(map(plain, clause.basis))}]" if clause.basis else ""
    return f"{clause.text}{doubt}{cited}"
