"""Differences: what changed between two decisions of one cluster, unit by unit, and by which step.

Both may come from records or have been decided on the spot: they are compared as the plain data that records hold.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from attrs import evolve

from emulrules.errors import Fault, SeasonError
from emulrules.files.canonical import Plain
from emulrules.files.decision_json import OUTCOME, as_object
from emulrules.model.decision import Decision
from emulrules.report.causes import Cause, Causes
from emulrules.report.undecided import Undecided
from emulrules.value import frozen

__all__ = ["DIFF_FORMAT", "Change", "Differences", "change_object", "compare", "compare_kept", "diff_object"]

DIFF_FORMAT: Final = "emulrules/diff/1"


@frozen
class Change:
    """One thing that is different of a `unit`: in which state it was and is, and the step that first made it so.

    `what` is `member`, `gate`, `total`, `place`, `award` (with `award`) or `office`. `undecided` says of a place, an
    award or an office whether it was and is still open for the unit, None of a decision known as its object only.
    """

    unit: str
    what: Literal["member", "gate", "total", "place", "award", "office"]
    before: Plain
    after: Plain
    cause: Cause | None
    award: str | None = None
    undecided: tuple[bool | None, bool | None] = (False, False)


@frozen
class Differences:
    """What changed between two decisions, given as objects; `changes` are sorted by unit, then as councils go."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether both say the same of every unit, and ask the same."""
        return all(self.before.get(part) == self.after.get(part) for part in OUTCOME)

    def only(self, part: str, side: Literal["before", "after"]) -> list[Any]:
        """What stands in one of the two only, of `questions`, `waiting` or `warnings`."""
        one, other = (self.before, self.after) if side == "before" else (self.after, self.before)
        return [each for each in one[part] if each not in other[part]]


def compare(before: Decision, after: Decision) -> Differences:
    """What changed from `before` to `after`. Raises `SeasonError` for decisions of different clusters."""
    clusters = [each.season.cluster for each in (before, after)]
    shared = {unit.id for unit in before.units} & {unit.id for unit in after.units}
    if clusters[0] != clusters[1] or not shared:
        raise SeasonError(Fault("diff-other-cluster", (), {"before": clusters[0], "after": clusters[1]}))
    return _compared(as_object(before), as_object(after), before, after)


def compare_kept(kept: Mapping[str, Any], now: Decision) -> Differences:
    """What changed from the decision that was `kept` as its object, such as in a file, to that of `now`.

    Both are of one cluster. Raises `SeasonError` for decisions of different clusters.
    """
    if kept.get("cluster") != now.season.cluster:
        raise SeasonError(Fault("diff-other-cluster", (), {"before": kept.get("cluster"), "after": now.season.cluster}))
    return _compared(kept, as_object(now), None, now)


def _compared(
    one: Mapping[str, Any], other: Mapping[str, Any], before: Decision | None, after: Decision
) -> Differences:
    made_of = (after,) if before is None else (before, after)
    was, now = None if before is None else Undecided(before), Undecided(after)
    changes = _changes(one, other, Causes(one, other, made_of))
    told = (evolve(each, undecided=(_still_open(each, was), _still_open(each, now))) for each in changes)
    return Differences(one, other, tuple(told))


def _still_open(change: Change, undecided: Undecided | None) -> bool | None:
    if change.what not in ("place", "award", "office"):
        return False
    if undecided is None:
        return None
    if change.what == "award":
        return undecided.award(change.unit, str(change.award))
    return undecided.place(change.unit) if change.what == "place" else undecided.office(change.unit)


def _changes(one: Mapping[str, Any], other: Mapping[str, Any], causes: Causes) -> Iterator[Change]:
    members = [{unit["id"] for unit in each["units"]} for each in (one, other)]
    for unit in sorted(members[0] | members[1]):
        if not all(unit in each for each in members):
            yield Change(unit, "member", unit in members[0], unit in members[1], causes.of_member(unit))
        for what, cause in (
            ("gate", causes.of_gate),
            ("total", causes.of_total),
            ("place", causes.of_place),
        ):
            before, after = (_STATES[what](each, unit) for each in (one, other))
            if before != after:
                yield Change(unit, what, before, after, cause(unit))  # type: ignore[arg-type]  # one of three
        won = [{row["award"]: row["state"] for row in each["awards"] if row["unit"] == unit} for each in (one, other)]
        for award in sorted(won[0].keys() | won[1].keys()):
            before, after = (each.get(award) for each in won)
            if before != after:
                yield Change(unit, "award", before, after, causes.of_award(unit, award), award)
        before, after = (_offices(each, unit) for each in (one, other))
        if before != after:
            yield Change(unit, "office", before, after, causes.of_office(unit))


def _gates(decision: Mapping[str, Any], unit: str) -> Plain:
    return [{"gate": row["gate"], "effect": row["effect"]} for row in decision["gates"] if row["unit"] == unit]


def _standing(key: str) -> Any:
    def of(decision: Mapping[str, Any], unit: str) -> Plain:
        found: Plain = next((row[key] for row in decision["standings"] if row["unit"] == unit), None)
        return found

    return of


def _offices(decision: Mapping[str, Any], unit: str) -> Plain:
    rows = (row for row in decision["offices"] if row["unit"] == unit)
    return [{"office": row["office"], "seat": row["seat"], "state": row["state"]} for row in rows]


_STATES: Final = {"gate": _gates, "total": _standing("total"), "place": _standing("place")}


def diff_object(found: Differences) -> dict[str, Plain]:
    """The differences as JSON has them, in the format `DIFF_FORMAT`."""
    return {
        "format": DIFF_FORMAT,
        "same": found.same,
        **{
            side: {key: each[key] for key in ("cluster", "season", "ruleset", "status")}
            for side, each in (("before", found.before), ("after", found.after))
        },
        "changes": [change_object(change) for change in found.changes],
        **{
            part: {"before": found.only(part, "before"), "after": found.only(part, "after")}
            for part in ("questions", "waiting", "warnings")
        },
    }


def change_object(change: Change) -> dict[str, Plain]:
    """One change as JSON has it."""
    cause = change.cause
    told: dict[str, Plain] | None = None
    if cause is not None:
        told = {key: getattr(cause, key) for key in ("step", "unit", "rule", "before", "after", "question", "by")}
        told["basis"] = list(cause.basis)
    undecided: dict[str, Plain] = dict(zip(("before", "after"), change.undecided, strict=True))
    states = {key: getattr(change, key) for key in ("unit", "what", "award", "before", "after")}
    return {**states, "undecided": undecided, "cause": told}
