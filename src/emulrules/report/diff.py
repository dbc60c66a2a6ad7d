"""The differences between two decisions as text: unit by unit, what was, what is, and by which step and article."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from emulrules.model.decision import Decision
from emulrules.model.record_id import grouped
from emulrules.report.causes import Cause
from emulrules.report.differences import Change, Differences
from emulrules.report.kept import Kept
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["Telling", "diff_text"]

_SIDES: Final[tuple[Literal["after"], Literal["before"]]] = ("after", "before")

_OF_ACTS: Final = ("assumed-act", "reported-act", "settled-without-rule", "vacant")


def diff_text(
    found: Differences,
    before: Decision,
    after: Decision,
    language: str = "vi",
    kept: tuple[Kept | None, Kept | None] = (None, None),
) -> str:
    """What `found` says of the two decisions that it was made from, in `language`, ending in a newline.

    `kept` are the records of both, as far as there can be any.
    """
    told = Telling(found, before, after, language)
    sections = (told.lines(), told.records(kept))
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


class Telling:
    """One comparison while it is told: `lines` gives all of it, `unit` and `change` a part."""

    def __init__(self, found: Differences, before: Decision, after: Decision, language: str) -> None:
        self._found = found
        self._names = {"before": Names.of(before, language), "after": Names.of(after, language)}
        self._language = language

    def _say(self, code: str, **data: object) -> str:
        return say(f"diff-{code}", self._language, **data)

    def lines(self) -> Iterator[str]:
        """Everything, from the two decisions down to what is only warned of in one of them."""
        for side, each in (("before", self._found.before), ("after", self._found.after)):
            rules = each["ruleset"]
            day = self._names["after"].day(rules["in_force"])
            status = self._say(f"status-{each['status']}")
            data = {"season": plain(each["season"]), "ruleset": plain(rules["id"]), "day": day, "status": status}
            yield from lines(self._say(side, **data), hang=2)
        yield ""
        yield from lines(self._say("same" if self._found.same else "different"))
        unit = None
        for change in self._found.changes:
            if change.unit != unit:
                unit = change.unit
                yield ""
                yield from lines(f"{self.unit(unit)} ({plain(unit)})")
            yield from entry("-", self.change(change))
        yield from self._asked()
        yield from self._warned()

    def records(self, kept: tuple[Kept | None, Kept | None]) -> Iterator[str]:
        """The ids of the records of both."""
        for side, each in zip(("before", "after"), kept, strict=True):
            if each is not None:
                yield from lines(self._say(f"record-{side}", id=grouped(each.id)), hang=2)

    def unit(self, unit: str) -> str:
        """The name of a unit in whichever decision has it."""
        after = self._names["after"]
        return (after if unit in after.units else self._names["before"]).unit(unit)

    def change(self, change: Change) -> str:
        """One change, with the step that made it."""
        named = change.award is not None
        what = self._award(str(change.award)) if named else self._say(f"what-{change.what}")
        before, after = (self._state(change, side) for side in ("before", "after"))
        told = self._say("change", what=what, before=before, after=after)
        return told if change.cause is None else f"{told} {self._because(change.cause, change.unit)}"

    def _award(self, award: str) -> str:
        """The name of an award in whichever ruleset has it."""
        after = self._names["after"]
        has = any(each.id == award for each in after.rules.awards)
        return (after if has else self._names["before"]).award(award)

    def _state(self, change: Change, side: Any) -> str:
        value: Any = getattr(change, side)
        names = self._names[side]
        if change.undecided[("before", "after").index(side)]:
            # A place that several share is told with it: which of them it is, is what is open.
            return f"{self._figure(value)} ({self._say('undecided')})" if value else self._say("undecided")
        if change.what == "member":
            return self._say("yes" if value else "no")
        if change.what in ("total", "place"):
            # Totals are text in canonical form; only how decimals are written is left to the language.
            return "–" if value is None else self._figure(value)
        if change.what == "award":
            return self._say("award-none" if value is None else f"award-{value}")
        if change.what == "gate":
            rows = [f"{names.say('gate-' + row['effect'])} ({names.gate(row['gate'])})" for row in value]
            return "; ".join(rows) or self._say("gate-pass")
        rows = [f"{names.office(row['office'], row['seat'])}, {names.say('state-' + row['state'])}" for row in value]
        return "; ".join(rows) or self._say("office-none")

    def _figure(self, value: object) -> str:
        text = plain(str(value))
        return text.replace(".", ",") if self._language == "vi" else text

    def _because(self, cause: Cause, unit: str) -> str:
        names = self._names["after" if cause.after is not None else "before"]
        rule = names.question(cause.question) if cause.question is not None else names.rule(str(cause.rule))
        whose = "" if cause.unit in (None, unit) else self._say("of", unit=self.unit(str(cause.unit)))
        figures = ""
        if all(isinstance(each, str | int) for each in (cause.before, cause.after)):
            figures = self._say("figures", before=self._figure(cause.before), after=self._figure(cause.after))
        if cause.step in ("excludes", "requires"):
            now = "added" if cause.by in (cause.after or ()) else "removed"
            rule = self._say(f"{cause.step}-{now}", award=rule, other=names.award(str(cause.by)))
        elif cause.by is not None:
            rule += self._say("by", other=names.award(cause.by))
        basis = f" [{'; '.join(map(plain, cause.basis))}]" if cause.basis else ""
        return self._say("because", rule=rule, whose=whose, figures=figures) + basis

    def _asked(self) -> Iterator[str]:
        for part in ("questions", "waiting"):
            for side in _SIDES:
                found = self._found.only(part, side)
                ids = found if part == "waiting" else [each["id"] for each in found]
                rows = [f"{self._names[side].question(id_)} ({plain(id_)})" for id_ in ids]
                yield from self._section(f"{part}-{side}", rows)

    def _warned(self) -> Iterator[str]:
        for side in _SIDES:
            rows = [self._warning(row, side) for row in self._found.only("warnings", side)]
            yield from self._section(f"warnings-{side}", rows)

    def _warning(self, row: Any, side: str) -> str:
        units = "; ".join(map(self.unit, row["units"]))
        names, rule = self._names[side], row["rule"]
        # Acts warn under the question that they answer, everything else under its rule.
        what = names.question(rule) if row["code"] in _OF_ACTS else names.says(rule)
        return plain(f"{row['code']}: {what}") + (f" ({units})" if units else "")

    def _section(self, code: str, rows: Sequence[str]) -> Iterator[str]:
        if rows:
            yield ""
            yield from lines(self._say(code))
        for row in rows:
            yield from entry("-", row)
