"""Rules that successions and dated lists of members keep: who becomes whom makes one history, and no list foretells it.

A unit is formed once and goes once. On one day nobody both comes and goes, since no order of one day is known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import id_form, named_twice, unlisted_unit
from emulrules.model.ruleset import Ruleset
from emulrules.model.succession import DatedRoster, Succession, fell_by

__all__ = ["members_ever", "roster_faults", "succession_faults", "successions_faults"]


def succession_faults(each: Succession, path: Path) -> Iterator[Fault]:
    """What is wrong with one succession by itself."""
    for key, units in (("from", each.from_), ("to", each.to)):
        yield from _unit_list(units, (*path, key))
    if each.cluster is not None:
        yield from id_form(each.cluster, (*path, "cluster"))
    sizes = (len(each.from_), len(each.to))
    as_kind = {
        "renamed": sizes == (1, 1) and bool(each.gone),
        "merged": sizes[1] == 1 and bool(each.gone),
        "split": sizes[0] == 1 and sizes[1] > 1,
    }
    if all(sizes) and not as_kind[each.kind]:
        yield Fault(f"succession-{each.kind}", (*path, "kind"), {"id": each.id})
    yield from named_twice(each.carries, (*path, "carries"))
    for index, what in enumerate(each.carries):
        # Two units have two places in the queue and two rows of points: no single one of them passes by itself.
        if sizes[1] != 1 or (what in ("turn", "points") and sizes[0] != 1):
            yield Fault("carries-several", (*path, "carries", index), {"id": each.id, "what": what})


def roster_faults(dated: DatedRoster, path: Path) -> Iterator[Fault]:
    """What is wrong with one dated list by itself."""
    yield from _unit_list(dated.members, (*path, "members"))
    yield from id_form(dated.cluster, (*path, "cluster"))


def _unit_list(units: tuple[str, ...], path: Path) -> Iterator[Fault]:
    if not units:
        yield Fault("list-empty", path)
    yield from named_twice(units, path)


def members_ever(ruleset: Ruleset) -> list[str]:
    """Every unit that is, was or will be a member of some cluster by the ruleset."""
    members = [unit for cluster in ruleset.clusters.values() for unit in cluster.members]
    members += [unit for dated in ruleset.rosters for unit in dated.members]
    return list(dict.fromkeys([*members, *(unit for each in ruleset.successions for unit in (*each.from_, *each.to))]))


def successions_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What is wrong with all of them together, in a merged ruleset."""
    if not (ruleset.rosters or ruleset.successions):
        return
    yield from _name_faults(ruleset)
    yield from _season_faults(ruleset)
    yield from _day_faults(ruleset)
    yield from _listed_faults(ruleset)
    yield from _cluster_faults(ruleset)


def _name_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Units and clusters that are named exist."""
    lists: list[tuple[Path, tuple[str, ...]]] = []
    named: list[tuple[Path, str | None]] = []
    for index, dated in enumerate(ruleset.rosters):
        lists.append((("rosters", index, "members"), dated.members))
        named.append((("rosters", index, "cluster"), dated.cluster))
    for index, each in enumerate(ruleset.successions):
        lists += [(("successions", index, "from"), each.from_), (("successions", index, "to"), each.to)]
        named.append((("successions", index, "cluster"), each.cluster))
    for path, units in lists:
        for place, unit in enumerate(units):
            if unit not in ruleset.units:
                yield unlisted_unit((*path, place), unit, ruleset.units)
    for path, cluster in named:
        if cluster is not None and cluster not in ruleset.clusters:
            yield unknown("unknown-cluster", path, cluster, ruleset.clusters, ruleset=ruleset.id)


def _season_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """No text says on which day a school year ends, so that the season must be named."""
    first, last = ruleset.seasons.first, ruleset.seasons.last
    if "-" not in f"{first}{last}":
        return
    for section in ("rosters", "successions"):
        for index, each in enumerate(getattr(ruleset, section)):
            if each.season is None:
                yield Fault("succession-season", (section, index, "season"), {"id": each.id, "season": first})


def _day_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """A unit is formed once and goes once, after it was formed; of one cluster there is one list a day."""
    formed: dict[str, Succession] = {}
    ended: dict[str, Succession] = {}
    for index, each in enumerate(ruleset.successions):
        for known, units, key in ((formed, each.new, "to"), (ended, each.gone, "from")):
            for unit in units:
                other = known.setdefault(unit, each)
                if other is not each:
                    yield Fault(f"succession-twice-{key}", ("successions", index, key), _of(unit, each, other))
    for index, each in enumerate(ruleset.successions):
        for unit in each.new:
            if unit in ended and ended[unit].on < each.on:
                data = {"unit": unit, "id": each.id}
                yield Fault("succession-again", ("successions", index, "to"), data)
        for other in ruleset.successions:
            both = sorted({*each.from_} & {*other.to})
            if both and other is not each and other.on == each.on:
                yield Fault("succession-same-day", ("successions", index, "on"), _of(both[0], each, other))
    days: dict[tuple[str, date], str] = {}
    for index, dated in enumerate(ruleset.rosters):
        other_id = days.setdefault((dated.cluster, dated.on), dated.id)
        if other_id != dated.id:
            yield Fault("rosters-same-day", ("rosters", index, "on"), {"id": dated.id, "other": other_id})


def _of(unit: str, each: Succession, other: Succession) -> dict[str, Any]:
    return {"unit": unit, "id": each.id, "other": other.id}


def _listed_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """A cluster lists the members that it has in the first season, a dated list those of its day."""
    formed = {unit: each for each in ruleset.successions for unit in each.new}
    ended = {unit: each for each in ruleset.successions for unit in each.gone}
    for key, cluster in ruleset.clusters.items():
        for index, unit in enumerate(cluster.members):
            if unit in formed and fell_by(formed[unit], ruleset.seasons.first) is False:
                yield _not_yet(("clusters", key, "members", index), unit, formed[unit])
    for number, dated in enumerate(ruleset.rosters):
        for index, unit in enumerate(dated.members):
            path = ("rosters", number, "members", index)
            if unit in formed and formed[unit].on > dated.on:
                yield _not_yet(path, unit, formed[unit])
            elif unit in ended and ended[unit].on <= dated.on:
                data = {"name": unit, "on": ended[unit].on, "heirs": ", ".join(ended[unit].to)}
                yield Fault(f"unit-{ended[unit].kind}", path, data)


def _not_yet(path: Path, unit: str, by: Succession) -> Fault:
    return Fault("member-not-yet", path, {"unit": unit, "on": by.on, "before": ", ".join(by.from_)})


def _cluster_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Where those before come from several clusters, it must be said to which the successors belong."""
    homes: dict[str, set[str]] = {}
    for key, members in _lists(ruleset):
        for unit in members:
            homes.setdefault(unit, set()).add(key)
    order = sorted(enumerate(ruleset.successions), key=lambda pair: (pair[1].on, pair[1].id))
    for index, each in order:
        before = set[str]().union(*(homes.get(unit, ()) for unit in each.from_))
        if each.cluster is None and len(before) > 1:
            data = {"id": each.id, "known": ", ".join(sorted(before))}
            yield Fault("succession-cluster", ("successions", index, "cluster"), data)
        for unit in each.to:
            homes[unit] = {each.cluster} if each.cluster is not None else before


def _lists(ruleset: Ruleset) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((key, cluster.members) for key, cluster in ruleset.clusters.items())
    yield from ((dated.cluster, dated.members) for dated in ruleset.rosters)
