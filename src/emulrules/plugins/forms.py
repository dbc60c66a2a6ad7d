"""The forms that values in an answer must have, exactly: no subclass, no float, no text that a record could not hold.

Whatever passes is built anew from values that cannot change, so that nobody can alter an answer once it is given.
Whoever answered is blamed by name, hook, subject and the place inside the answer.
"""

from collections.abc import Collection, Iterable
from fractions import Fraction
from functools import cache
from typing import Any, Final, NoReturn, cast
from unicodedata import category, is_normalized

from attrs import fields_dict

from emulrules.errors import Fault, PluginError
from emulrules.model.names import is_id
from emulrules.model.rule import ASKED, Asked, Rule
from emulrules.model.source import Trust
from emulrules.model.table import Table

__all__ = ["STANDARD", "Forms", "printable", "shown"]

STANDARD: Final = "standard"
"""The name of the policy that is built in; the rules that it answers with are the ruleset's own."""

_TRUSTS: Final = ("assumed", "read", "reported")
_MAX_TEXT: Final = 1_000
_MAX_SHOWN: Final = 300
_MAX_BITS: Final = 2_000
_MAX_COUNT: Final = 1_000_000

# Control characters, surrogates, line and paragraph separators, and what is invisible or turns the direction of text.
_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Text of foreign code made safe to print: one line, not too long."""
    return "".join(character if character.isprintable() else " " for character in text[:_MAX_SHOWN])


def shown(error: BaseException) -> str:
    """What an exception of foreign code says, made safe to print."""
    name = type(error).__name__
    try:
        text = str(error)
    except KeyboardInterrupt:
        raise
    except BaseException:  # saying it is foreign code too, which may raise anything; then its class says enough
        text = ""
    return printable(f"{name}: {text}" if text else name)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(fields_dict(kind))


class Forms:
    """Reads the values of one answer to `hook` on `subject`, and blames `by`, who gave it.

    `sections` are the parts of a ruleset that the hook is about; every rule of the answer lies in one of them.
    """

    def __init__(self, by: str, hook: str, subject: str, sections: Collection[str]) -> None:
        self.by = by
        self._hook = hook
        self._subject = subject
        self._sections = tuple(sections)

    def blame(self, code: str, *where: str, cause: BaseException | None = None, **data: object) -> NoReturn:
        """Raises the `PluginError` of `code` about the place `where` in the answer."""
        path = tuple(part for part in (self.by, self._hook, self._subject, *where) if part)
        asked = f"{self._hook}({self._subject})" if self._subject else self._hook
        said = {"plugin": self.by, "hook": asked, "where": ".".join(where), **data}
        raise PluginError(Fault(code, path, said)) from cause

    def _mistaken(self, value: object, expected: str, where: tuple[str, ...]) -> NoReturn:
        got = "None" if value is None else printable(type(value).__name__)
        self.blame("plugin-value-kind" if where else "plugin-answer-kind", *where, got=got, expected=expected)

    def parts(self, value: object, kind: type, *where: str) -> list[Any]:
        """The fields of `value`, in order, if it is a `kind` and no subclass of one."""
        names = _names(kind)
        if type(value) is not kind:
            self._mistaken(value, kind.__name__, where)
        try:
            return [getattr(value, name) for name in names]
        except AttributeError:  # made without its constructor, so that a field was never set
            self._mistaken(value, kind.__name__, where)

    def sequence(self, value: object, *where: str) -> tuple[Any, ...]:
        """A tuple; a list, a set or a generator could change or come in any order."""
        if type(value) is not tuple:
            self._mistaken(value, "tuple", where)
        return value

    def mapping(self, value: object, *where: str) -> dict[str, Any]:
        """A mapping by text, in the order of its keys; which they may be is asked next (`exactly`, `among`)."""
        if type(value) is not Table:
            self._mistaken(value, "Table", where)
        for key in value:
            if type(key) is not str:
                self._mistaken(key, "str", where)
        return {key: value[key] for key in sorted(value)}

    def text(self, value: object, *where: str) -> str:
        """Text that a record can hold: composed (NFC), printable, not blank, no longer than 1,000 characters."""
        if type(value) is not str:
            self._mistaken(value, "str", where)
        plain = value.isprintable() or not any(category(character) in _UNPRINTABLE for character in value)
        if not (value.strip() and len(value) <= _MAX_TEXT and plain and is_normalized("NFC", value)):
            self.blame("plugin-value-text", *where)
        return value

    def id(self, value: object, *where: str) -> str:
        """Text that is written as ids are, since questions are named by it."""
        text = self.text(value, *where)
        # The standard policy's ids are the ruleset's own, which were held to their form where they were read.
        if self.by != STANDARD and not is_id(text):
            self.blame("plugin-value-id", *where, got=text)
        return text

    def measure(self, value: object, *where: str) -> Fraction:
        """An exact number, whose spelling is within what any reader can hold."""
        if type(value) is not Fraction:
            self._mistaken(value, "Fraction", where)
        if self.by == STANDARD:
            return value
        above, below = value.numerator, value.denominator
        if type(above) is not int or type(below) is not int or below <= 0:
            self._mistaken(value, "Fraction", where)
        if max(above.bit_length(), below.bit_length()) > _MAX_BITS:
            self.blame("plugin-value-long", *where)
        # Its halves are attributes, though private ones, that can be assigned to: what is kept is a new one.
        return Fraction(above, below) if below != 1 else Fraction(above)

    def count(self, value: object, *where: str) -> int:
        """A whole number that is not negative."""
        if type(value) is not int:
            self._mistaken(value, "int", where)
        if value < 0:
            self.blame("plugin-value-negative", *where)
        if value > _MAX_COUNT:
            self.blame("plugin-value-long", *where)
        return value

    def truth(self, value: object, *where: str) -> bool:
        """True or false."""
        if type(value) is not bool:
            self._mistaken(value, "bool", where)
        return value

    def choice(self, value: object, known: Collection[str], *where: str) -> Any:
        """One of the texts `known`."""
        if type(value) is not str:
            self._mistaken(value, "str", where)
        if value not in known:
            self.blame("plugin-value-choice", *where, known=", ".join(known))
        return value

    def asked(self, value: object, *where: str) -> Asked | None:
        """Whom a question can be put to, or None."""
        return None if value is None else cast(Asked, self.choice(value, ASKED, *where))

    def trust(self, value: object, *where: str) -> Trust:
        """How far a rule can be trusted."""
        return cast(Trust, self.choice(value, _TRUSTS, *where))

    def texts(self, value: object, *where: str) -> tuple[str, ...]:
        """A tuple of texts."""
        return tuple([self.text(part, *where) for part in self.sequence(value, *where)])

    def path(self, value: object, *where: str) -> str:
        """The path of a rule in one of the sections that the hook is about."""
        path = self.text(value, *where)
        if not any(path == section or path.startswith(f"{section}.") for section in self._sections):
            self.blame("plugin-value-path", *where, expected=", ".join(self._sections))
        return path

    def rule(self, value: object, *where: str) -> Rule:
        """A rule with its path, its legal basis and its trust."""
        # The standard policy's rules are the ruleset's own, which were held to their form where they were read.
        if self.by == STANDARD and type(value) is Rule:
            return value
        path, basis, trust = self.parts(value, Rule, *where)
        cited = self.sequence(basis, *where, "basis")
        # What is blank cites nothing, as in a ruleset's own files.
        if not cited or any(type(text) is str and not text.strip() for text in cited):
            self.blame("plugin-rule-no-basis", *where)
        texts = self.texts(cited, *where, "basis")
        return Rule(self.path(path, *where, "path"), texts, self.trust(trust, *where, "trust"))

    def once(self, values: Iterable[str], *where: str) -> None:
        """Refuses a name that comes twice."""
        seen: set[str] = set()
        for value in values:
            if value in seen:
                self.blame("plugin-value-twice", *where, name=value)
            seen.add(value)

    def exactly(self, given: Iterable[str], expected: Collection[str], *where: str) -> None:
        """Refuses names that lack or that are foreign."""
        names = set(given)
        self.among(names, expected, *where)
        if lacking := sorted(set(expected).difference(names)):
            self.blame("plugin-names-lacking", *where, lacking[0], names=", ".join(lacking))

    def among(self, given: Iterable[str], known: Collection[str], *where: str) -> None:
        """Refuses names that are foreign."""
        if foreign := sorted(set(given).difference(known)):
            names = ", ".join(self.text(name, *where) for name in foreign)
            self.blame("plugin-names-foreign", *where, foreign[0], names=names, known=", ".join(known))
