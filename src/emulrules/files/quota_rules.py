"""Rules that quotas keep: one way to say how many, what goes with it and nothing else, and a limit for each parent."""

from collections.abc import Iterator
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.key_rules import id_form, needs, no_share, no_such_keys
from emulrules.files.succession_rules import members_ever
from emulrules.model.award import Award, QuotaRow, QuotaRule
from emulrules.model.ruleset import Ruleset

__all__ = ["per_parent_faults", "quota_faults", "required_before_faults", "unparented_faults"]

_PARTS: Final = ("share", "not_more_than", "less_than")
_WAYS: Final = ("number", "table", "ask", "rest", *_PARTS)


def quota_faults(quota: QuotaRule, award: Award, path: Path) -> Iterator[Fault]:
    """What is wrong with how many units may be proposed for `award`."""
    ways = [way for way in _WAYS if _is_given(getattr(quota, way))]
    if len(ways) != 1:
        yield Fault("exactly-one", path, {"keys": ", ".join(_WAYS)})
        return
    [way] = ways
    if quota.number is not None and quota.number < 0:
        yield Fault("number-below", (*path, "number"), {"got": quota.number, "least": 0})
    if quota.rest and award.choose and all(step.by == "place" for step in award.choose):
        # How many there are, the places themselves say.
        yield Fault("key-useless", (*path, "rest"), {"key": "rest", "kind": "place"})
    yield from _table_faults(quota.table, path)
    yield from _part_faults(quota, way, path)


def _is_given(value: object) -> bool:
    """Whether a key says anything; a number of 0 does."""
    return value is not None and value is not False and value != ()


def _table_faults(table: tuple[QuotaRow, ...], path: Path) -> Iterator[Fault]:
    """Rows without gap or overlap."""
    reached: int | None = None
    for index, row in enumerate(table):
        here = (*path, "table", index)
        first, last = row.units
        if row.number < 0:
            yield Fault("number-below", (*here, "number"), {"got": row.number, "least": 0})
        if first < 0 or last < first:
            yield Fault("quota-row", here, {"first": first, "last": last})
        elif reached is not None and first != reached + 1:
            code = "quota-gap" if first > reached + 1 else "quota-overlap"
            yield Fault(code, here, {"first": first, "due": reached + 1})
        reached = last


def _part_faults(quota: QuotaRule, way: str, path: Path) -> Iterator[Fault]:
    """A part of a base says of which, and how it becomes a number; nothing else has any of these keys."""
    if way not in _PARTS:
        yield from no_such_keys(quota, path, "base", "rounding", "least", "most", kind=way)
        return
    yield from needs(quota, path, "base", kind=way)
    if way == "share":
        yield from needs(quota, path, "rounding", kind=way)
    elif quota.rounding is not None:
        # 91/2017/NĐ-CP Art. 11: not more than 20 % of N is 5k ≤ N; what is rounded up to could be more.
        yield Fault("rounding-of-bound", (*path, "rounding"), {"key": way})
    if not 0 < (share := getattr(quota, way)) <= 1:
        yield no_share((*path, way), share)
    for key, number in (("least", quota.least), ("most", quota.most)):
        if number is not None and number < 0:
            yield Fault("number-below", (*path, key), {"got": number, "least": 0})
    if quota.least is not None and quota.most is not None and quota.least > quota.most:
        yield Fault("quota-least-above-most", (*path, "least"), {"least": quota.least, "most": quota.most})


def required_before_faults(written: object, path: Path) -> Iterator[Fault]:
    """An award as it is written, which cannot require nothing of the season before, nor have no ground."""
    for key in ("requires_before", "grounds"):
        if isinstance(written, dict) and written.get(key) == []:
            yield Fault("list-empty", (*path, key))


def per_parent_faults(award: Award, path: Path) -> Iterator[Fault]:
    """A limit for each parent lets at least one through, and a tie at its last slot is cut."""
    if award.at_most is None:
        return
    if award.at_most.number < 1:
        yield Fault("number-below", (*path, "at_most", "number"), {"got": award.at_most.number, "least": 1})
    yield from id_form(award.at_most.per, (*path, "at_most", "per"))
    if award.boundary != "cut":
        yield Fault("per-parent-boundary", (*path, "boundary"), {"award": award.id, "boundary": award.boundary})


def unparented_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Members that do not say which parent an award counts them by."""
    members = sorted(members_ever(ruleset))
    counted = {award.at_most.per: award.id for award in reversed(ruleset.awards) if award.at_most is not None}
    for unit in members:
        for per, award in sorted(counted.items()):
            if unit in ruleset.units and per not in ruleset.units[unit].within:
                yield Fault("unit-without-parent", ("units", unit), {"unit": unit, "per": per, "award": award})
