"""Quotas: how many units each size of a cluster may propose, and what no author of a regulation means by it.

Numbers are those that a decision would count, for every size from 1 to 200 units of whom none is out. What a level
above allots each year, and all the rest, is no number that could be looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from emulrules.checks.finding import Finding
from emulrules.checks.finding import share as part
from emulrules.checks.lineups import Lineup, lineups
from emulrules.model.award import Award, QuotaRule
from emulrules.model.ruleset import Ruleset
from emulrules.shares import counted, reckoning

__all__ = ["SIZES", "are_apart", "findings", "is_for_all", "slots"]

SIZES: Final = range(1, 201)
"""The sizes of a cluster that are looked at."""


def slots(award: Award, size: int) -> int | None:
    """How many units a cluster of that size may propose; None where the rules give no number."""
    if award.quota is None:
        by_place = bool(award.choose) and all(step.by == "place" for step in award.choose)
        return sum(len(step.places) for step in award.choose) if by_place else None
    return counted(award.quota, size, size)


def is_for_all(award: Award, own: Sequence[Lineup]) -> bool:
    """Whether every unit that can have the award has it: by its rule, or in every cluster by its number.

    Fewer may be left when units are out, whatever the number is then.
    """
    if award.quota is None or award.at_most is not None:
        return False
    sizes = range(1, max((line.size for line in own), default=0) + 1)
    return award.quota.rest or (bool(sizes) and all((slots(award, size) or 0) >= size for size in sizes))


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with the quota of each award by itself, and with those of awards that shut each other out."""
    own = lineups(ruleset)
    for award in ruleset.awards:
        if award.quota is not None:
            yield from _nothing(award, own)
            yield from _too_many(award, own)
            yield from _above_limits(award, ruleset)
            yield from _least(award, award.quota)
            yield from _falling(award)
            yield from _rows(award, award.quota)
            yield from _uncovered(award, award.quota, own)
        yield from _together(award, ruleset, own)


def _found(code: str, award: Award, data: Mapping[str, object], *part: str | int, note: bool = False) -> Finding:
    path = ("awards", award.id, "quota", *part)
    return Finding(code, path, {"award": award.id, **data}, award.quota_rule.basis, note=note)


def _nothing(award: Award, own: Sequence[Lineup]) -> Iterator[Finding]:
    """No award at all: for no size, for none of the ruleset's clusters, or for some of them."""
    numbers = [slots(award, size) for size in SIZES]
    known = [number for number in numbers if number is not None]
    if known and not any(known):
        yield _found("check-quota-never", award, {"most": SIZES[-1]})
        return
    without = [line for line in own if slots(award, line.size) == 0]
    if without:
        least = next(size for size, number in zip(SIZES, numbers, strict=True) if number)
        every = len(without) == len(own)
        code = "check-quota-none" if every else "check-quota-none-some"
        line = without[0]
        data = {"cluster": line.cluster, "units": line.size, "least": least}
        yield _found(code, award, data, note=not every)


def _too_many(award: Award, own: Sequence[Lineup]) -> Iterator[Finding]:
    """More awards than the cluster has units."""
    for line in own:
        number = slots(award, line.size)
        if number is not None and number > line.size:
            data = {"cluster": line.cluster, "units": line.size, "number": number}
            yield _found("check-quota-above-members", award, data)
            return


def _above_limits(award: Award, ruleset: Ruleset) -> Iterator[Finding]:
    """A share that passes what a limit words as not more than: where it is rounded up, or greater than the limit.

    A base is counted over all clusters together, and what one rounds up another may round down: only where there is one
    cluster is it a part of its units. The leaders of clusters are none.
    """
    if award.quota is None or reckoning(award.quota) is None or len(ruleset.clusters) != 1:
        return
    for limit in ruleset.limits:
        if limit.award != award.id or limit.at_most is None or limit.base == "leaders":
            continue
        for size in SIZES:
            number = slots(award, size)
            if number is not None and number > limit.at_most * size:
                data = {"limit": limit.id, "at_most": part(limit.at_most), "units": size, "number": number}
                yield _found("check-quota-above-share", award, data)
                break


def _least(award: Award, quota: QuotaRule) -> Iterator[Finding]:
    """A least number beside words such as not more than, which small clusters pass; the rule itself says so."""
    share = quota.less_than if quota.not_more_than is None else quota.not_more_than
    if share is None or not quota.least:
        return
    # The greatest size for which the least number is still more than the share.
    sizes = [size for size in SIZES if quota.least > share * size]
    if sizes:
        data = {"least": quota.least, "share": part(share), "units": sizes[-1]}
        yield _found("check-quota-least-above", award, data, "least", note=True)


def _falling(award: Award) -> Iterator[Finding]:
    """More than one award less when one unit leaves: the last of the others lose theirs."""
    by_standing = any(step.by == "standing" for step in award.choose)
    if award.boundary != "cut" or not by_standing:
        return
    for size in SIZES[1:]:
        before, after = slots(award, size), slots(award, size - 1)
        if before is not None and after is not None and before - after > 1:
            data = {"units": size, "fewer": size - 1, "number": before, "left": after}
            yield _found("check-quota-falls", award, data)
            return


def _rows(award: Award, quota: QuotaRule) -> Iterator[Finding]:
    """Rows that give more than they have units, or less than a row for fewer units."""
    for index, row in enumerate(quota.table):
        if row.number > row.units[1]:
            data = {"number": row.number, "units": row.units[1]}
            yield _found("check-quota-row-above", award, data, "table", index)
    for index, (lower, upper) in enumerate(pairwise(quota.table), 1):
        if upper.number < lower.number:
            sizes = {"fewer": lower.units[1], "more": upper.number, "units": upper.units[0], "number": lower.number}
            yield _found("check-quota-table-sinks", award, sizes, "table", index)


def _uncovered(award: Award, quota: QuotaRule, own: Sequence[Lineup]) -> Iterator[Finding]:
    """Clusters of a size that no row has; their seasons are refused."""
    for line in own if quota.table else ():
        if slots(award, line.size) is None:
            rows = f"{quota.table[0].units[0]}-{quota.table[-1].units[1]}"
            data = {"cluster": line.cluster, "season": line.season, "units": line.size, "rows": rows}
            yield _found("check-quota-size-uncovered", award, data, "table")
            return


def _together(award: Award, ruleset: Ruleset, own: Sequence[Lineup]) -> Iterator[Finding]:
    """Awards of which no unit may have two, and which are more than the units."""
    group = [award]
    for other in ruleset.awards:
        if other.id in award.excludes and all(are_apart(other, each) for each in group):
            group.append(other)
    passed = [(line, _sum(group, line)) for line in own] if len(group) > 1 else []
    too_many = [(line, number) for line, number in passed if number is not None and number > line.size]
    if too_many:
        line, number = too_many[0]
        every = len(too_many) == len(own)
        told = ", ".join(f"{each.id} {slots(each, line.size)}" for each in group)
        data = {"cluster": line.cluster, "units": line.size, "number": number, "awards": told}
        yield _found("check-quota-together" if every else "check-quota-together-some", award, data, note=not every)


def _sum(group: Sequence[Award], line: Lineup) -> int | None:
    """What they are together; None where one of them has no number, or is too many by itself."""
    counts = [number for each in group if (number := slots(each, line.size)) is not None]
    return sum(counts) if len(counts) == len(group) and max(counts) <= line.size else None


def are_apart(one: Award, other: Award) -> bool:
    """Whether no unit may have both, whichever of the two says so."""
    return one.id in other.excludes or other.id in one.excludes
