"""What changed between two rulesets as a text: section by section, each rule as it was and as it is now."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from emulrules.files.canonical import Plain
from emulrules.model.ruleset import Ruleset
from emulrules.report.amendments import Amendment, Amendments
from emulrules.report.clauses.clause import Clause, rested
from emulrules.report.clauses.whole import names_of, sections
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.report.ruleset import clause_words
from emulrules.wording import say

__all__ = ["amended_text"]

_CHANGES: Final = ("added", "removed", "changed", "moved")
_ITSELF: Final = ("title", "in_force", "seasons", "authority", "extends")
_NAMED_BELOW: Final = ("clusters", "councils", "rosters", "sources", "successions", "tables", "undefined", "units")
"""Rules whose text begins with what they are about."""

_LAST: Final = 100
"""A section after all others."""


def amended_text(found: Amendments, language: str = "vi") -> str:
    """What `found` says, in `language`, ending in a newline."""
    return "\n".join(_Told(found, language).lines()) + "\n"


class _Told:
    """Two rulesets while they are compared in words."""

    def __init__(self, found: Amendments, language: str) -> None:
        self._found = found
        self._language = language
        self._sides = (_Side(found.before, language), _Side(found.after, language))

    def _say(self, code: str, **data: object) -> str:
        return say(f"rules-{code}", self._language, **data)

    def lines(self) -> Iterator[str]:
        """The two rulesets, how many rules changed, and each of these in its section."""
        for code, side in zip(("before", "after"), self._sides, strict=True):
            rules = side.rules
            data = {"id": plain(rules.id), "day": side.names.day(rules.in_force), "title": plain(rules.title)}
            yield from lines(self._say(code, **data), hang=2)
        yield ""
        counts = {change: sum(each.change == change for each in self._found.changes) for change in _CHANGES}
        yield from lines(self._say("same" if self._found.same else "different", **counts))
        section = None
        for change in sorted(self._found.changes, key=self._place):
            _, title, _ = self._place(change)
            if title != section:
                section = title
                yield ""
                yield title or self._say("itself")
            yield from self._change(change)

    def _place(self, change: Amendment) -> tuple[int, str, Any]:
        """Where a rule stands in the text of the newer ruleset that has it; rules in no section come last."""
        for side in reversed(self._sides):
            if change.rule in side.places:
                return side.places[change.rule]
        owner, _, _ = change.rule.partition(".")
        for side in reversed(self._sides):
            for path, (number, title, _) in side.places.items():
                if path.partition(".")[0] == owner:
                    return number, title, (1, change.rule)
        return _LAST, self._say("others"), (1, change.rule)

    def _change(self, change: Amendment) -> Iterator[str]:
        yield from entry("-", self._say(f"change-{change.change}", rule=self._rule(change.rule)))
        if change.change == "moved":
            for code, ids in (("was", change.before), ("is", change.after)):
                yield from entry("-", self._say(code, text=", ".join(map(plain, ids))), 4)
            return
        words = [side.words(change.rule) for side in self._sides]
        if change.change == "changed" and words[0] == words[1]:
            # What no text of a ruleset says is told by its key.
            yield from self._keys(change.before, change.after)
            return
        for code, text, value in zip(("was", "is"), words, (change.before, change.after), strict=True):
            if value is not None:
                yield from entry("-", self._say(code, text=text), 4)

    def _keys(self, before: Plain, after: Plain) -> Iterator[str]:
        one, other = (each if isinstance(each, Mapping) else {"": each} for each in (before, after))
        for key in sorted({*one, *other}):
            if one.get(key) != other.get(key):
                was, now = (_shown(each.get(key)) for each in (one, other))
                yield from entry("-", self._say("key", key=plain(key), before=was, after=now), 4)

    def _rule(self, path: str) -> str:
        """What a rule belongs to by its name, with its path; what a ruleset says of itself has no path elsewhere."""
        if path in _ITSELF:
            return self._say(f"of-{path.replace('_', '-')}")
        owner = ".".join(path.split(".")[:2])
        side = self._sides[1] if owner in self._sides[1].places else self._sides[0]
        name = plain(owner) if owner.partition(".")[0] in _NAMED_BELOW else side.names.rule(owner)
        return plain(path) if name == plain(owner) else f"{name} ({plain(path)})"


class _Side:
    """One of the two: its clauses by path, and where each stands."""

    def __init__(self, rules: Ruleset, language: str) -> None:
        self.rules = rules
        self.names: Names = names_of(rules, language)
        self.clauses: dict[str, Clause] = {}
        self.places: dict[str, tuple[int, str, Any]] = {}
        for section in sections(rules, self.names):
            for at, clause in enumerate(section.clauses):
                if clause.path is not None and clause.path not in self.clauses:
                    self.clauses[clause.path] = clause
                    self.places[clause.path] = (section.number, section.title, (0, at))

    def words(self, path: str) -> str:
        """The rule in words, with what it rests on; its path where no text tells it."""
        clause = self.clauses.get(path)
        return plain(path) if clause is None else clause_words(rested(clause, self.clauses), self.names)


def _shown(value: Plain) -> str:
    """A value as a file writes it, nearly; nothing as a dash."""
    if value is None:
        return "–"
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{plain(key)} = {_shown(each)}' for key, each in value.items())} }}"
    return plain(str(value)) if not isinstance(value, bool) else str(value).lower()
