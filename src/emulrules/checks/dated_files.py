"""Dated files: the versions of one ruleset, the seasons that each covers, and what they extend.

Seasons follow one another: after 2021 comes 2022, after 2018-2019 comes 2019-2020. Where a cluster goes over from
school years to years or back, no calendar year may be left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from emulrules.checks.finding import Finding
from emulrules.model.ruleset import Ruleset, years

__all__ = ["Dated", "findings"]

Dated = tuple[Ruleset, Finding]
"""A finding, and the version in which it is to be mended."""


def findings(versions: Sequence[Ruleset], bases: Mapping[tuple[str, date], Ruleset] | None = None) -> Iterator[Dated]:
    """What is wrong between the versions of one ruleset, and with each beside what it extends.

    `bases` are the rulesets that they extend, by id and day; one that is not among them is not looked at.
    """
    by_day = sorted(versions, key=lambda each: each.in_force)
    yield from _seasons(by_day)
    for version in by_day:
        yield from _day(version)
        base = version.extends
        if base is not None and base.id != version.id:
            above = (bases or {}).get((base.id, base.in_force))
            if above is not None:
                yield from _base(version, above)
                yield from _dropped(version, above)


def _found(code: str, ruleset: Ruleset, key: str, data: Mapping[str, str], note: bool = False) -> Dated:
    return ruleset, Finding(code, (key,), {"id": ruleset.id, "day": ruleset.in_force.isoformat(), **data}, note=note)


def _span(ruleset: Ruleset) -> str:
    return f"{ruleset.seasons.first} - {ruleset.seasons.last or '…'}"


def _seasons(by_day: Sequence[Ruleset]) -> Iterator[Dated]:
    for earlier, later in pairwise(by_day):
        between = {"other": earlier.in_force.isoformat(), "span": _span(later), "before": _span(earlier)}
        if years(later.seasons.first) < years(earlier.seasons.first):
            yield _found("check-dated-order", later, "seasons", between)
            continue
        last = earlier.seasons.last
        if last is None:
            data = {"later": later.in_force.isoformat(), "span": _span(later)}
            yield _found("check-dated-endless", earlier, "seasons", data)
        elif later.seasons.covers(last) or years(later.seasons.first) <= years(last):
            yield from _shared(later, last, between)
        elif (missing := _missing(last, later.seasons.first)) is not None:
            yield _found("check-dated-gap", later, "seasons", {**between, "season": missing})


def _shared(later: Ruleset, last: str, between: Mapping[str, str]) -> Iterator[Dated]:
    """Seasons of two versions; a year with two laws in it is one, and its season says which it is decided under."""
    first = later.seasons.first
    if first == last and later.in_force.year in years(first):
        yield _found("check-dated-two-laws", later, "seasons", {**between, "season": first}, note=True)
    else:
        yield _found("check-dated-overlap", later, "seasons", {**between, "season": first})


def _missing(last: str, first: str) -> str | None:
    """The first season between two that no version covers."""
    begun, ended = years(last)
    if ("-" in last) == ("-" in first):
        due = begun + 1
        season = f"{due}-{due + 1}" if "-" in last else str(due)
    else:
        due = ended + 1
        season = str(due)
    return season if years(first)[0] > due else None


def _day(version: Ruleset) -> Iterator[Dated]:
    """Rules that come into force after the first of their seasons is over."""
    first = version.seasons.first
    if version.in_force.year > years(first)[1]:
        yield _found("check-dated-late", version, "in_force", {"season": first})


def _dropped(version: Ruleset, base: Ruleset) -> Iterator[Dated]:
    """Steps for ties and bars from above that are in force no more, since the chain and [headship] are replaced whole.

    That may be meant, or come of adding one step or one office.
    """
    steps = [step.id for step in base.ties if step.id not in {each.id for each in version.ties}]
    if steps:
        data = {"base": base.id, "steps": ", ".join(steps)}
        own = [("ties", each.id) for each in version.ties if each not in base.ties]
        yield version, Finding("check-ties-dropped", own[0] if own else ("ties",), data, note=True)
    if version.headship is None or base.headship is None:
        return
    bars = [bar.id for bar in base.headship.bars if bar.id not in {each.id for each in version.headship.bars}]
    if bars:
        told = {"base": base.id, "bars": ", ".join(bars)}
        yield version, Finding("check-headship-bars-dropped", ("headship",), told, version.headship.basis, True)


def _base(version: Ruleset, base: Ruleset) -> Iterator[Dated]:
    """A base that does not cover all seasons: whatever stands above them is not in force in the others."""
    first, last = version.seasons.first, version.seasons.last
    above = base.seasons
    data = {"base": base.id, "base_day": base.in_force.isoformat(), "span": _span(base)}
    if not above.covers(first):
        yield _found("check-dated-base", version, "extends", {**data, "season": first})
    elif above.last is not None and last is None:
        yield _found("check-dated-base-endless", version, "extends", {**data, "last": above.last})
    elif last is not None and not above.covers(last):
        yield _found("check-dated-base-ends", version, "extends", {**data, "season": last}, note=True)
