"""Prerequisites: awards that a unit must have or must not have, and those that together nobody can meet."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from emulrules.checks.finding import Finding
from emulrules.checks.lineups import Lineup, lineups
from emulrules.checks.quotas import SIZES, are_apart, slots
from emulrules.model.award import Award
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """Prerequisites that never hold, grounds that never can, and reviews that wait for one another."""
    known = {award.id: award for award in ruleset.awards}
    own = lineups(ruleset)
    for award in ruleset.awards:
        yield from _apart_findings(award, known)
        yield from _place_findings(award, known)
        yield from _ground_findings(award, known)
        yield from _fewer(award, known, own)
        yield from _taken(award, known)
        if award.id in award.requires_before:
            path = ("awards", award.id, "requires_before")
            yield Finding("check-award-before-itself", path, {"award": award.id}, award.basis)
    yield from _review_cycle(ruleset)


def _required(start: Award, known: Mapping[str, Award]) -> list[str]:
    """All that whoever has it must have, what that requires among it."""
    found = list(dict.fromkeys(start.requires))
    for name in found:
        found.extend(other for other in known[name].requires if other not in found)
    return found


def _apart_findings(award: Award, known: Mapping[str, Award]) -> Iterator[Finding]:
    """Awards that it needs although no unit may have both, or although it shuts one of them out itself."""
    needed = _required(award, known)
    told = [{name, *_required(known[name], known)} for name in award.requires]
    for one, other in combinations(needed, 2):
        # What one of those that it requires cannot meet is told there.
        if are_apart(known[one], known[other]) and not any({one, other} <= each for each in told):
            data = {"award": award.id, "one": one, "other": other}
            yield Finding("check-award-requires-apart", ("awards", award.id, "requires"), data, award.basis)
    for other in award.excludes:
        if other in needed:
            via = next((name for name in award.requires if other in _required(known[name], known)), other)
            data = {"award": award.id, "other": other, "via": via}
            yield Finding("check-award-excludes-required", ("awards", award.id, "excludes"), data, award.basis)


def _place_findings(award: Award, known: Mapping[str, Award]) -> Iterator[Finding]:
    """Awards that it needs although they go to other places than it does itself; a unit has one place."""
    told: set[str] = set()
    for name in _required(award, known):
        if name not in told and _have_other_places(award, known[name]):
            # What the other needs goes to other places as well, and is mended with it.
            told.update(_required(known[name], known))
            data = {"award": award.id, "places": _listed(award), "other": name, "others": _listed(known[name])}
            yield Finding("check-award-requires-places", ("awards", award.id, "requires"), data, award.basis)


def _have_other_places(one: Award, other: Award) -> bool:
    """Whether both go to places alone, and to none in common."""
    return bool(_places(one)) and bool(_places(other)) and _places(one).isdisjoint(_places(other))


def _listed(award: Award) -> str:
    return ", ".join(map(str, sorted(_places(award))))


def _ground_findings(award: Award, known: Mapping[str, Award]) -> Iterator[Finding]:
    """Grounds on an award that nobody who may have this one can have."""
    held = [award.id, *_required(award, known)]
    for index, ground in enumerate(award.grounds):
        if ground.award is None or ground.award == award.id:
            continue
        other = known[ground.award]
        if any(are_apart(known[name], other) or _have_other_places(known[name], other) for name in held):
            data = {"award": award.id, "ground": ground.id, "other": ground.award}
            basis = ground.basis or award.basis
            yield Finding("check-ground-never", ("awards", award.id, "grounds", index, "award"), data, basis)


def _fewer(award: Award, known: Mapping[str, Award], own: Sequence[Lineup]) -> Iterator[Finding]:
    """More slots than there are units that may have the award that it requires: some always stay empty."""
    sizes = [line.size for line in own] or list(SIZES)
    for name in award.requires:
        other = known[name]
        if other.boundary == "include":
            continue  # all of a tie may have it, however many they are
        pairs = [(size, slots(award, size), slots(other, size)) for size in sizes]
        counted = [(size, mine, theirs) for size, mine, theirs in pairs if mine is not None and theirs is not None]
        if counted and len(counted) == len(pairs) and all(mine > theirs > 0 for _, mine, theirs in counted):
            size, mine, theirs = counted[0]
            data = {"award": award.id, "other": name, "units": size, "number": mine, "most": theirs}
            basis = award.quota_rule.basis
            yield Finding("check-award-requires-fewer", ("awards", award.id, "requires"), data, basis, note=True)


def _taken(award: Award, known: Mapping[str, Award]) -> Iterator[Finding]:
    """An award that leaves nobody: the one that it excludes takes its places, or all who can have any."""
    for name in award.excludes:
        other = known[name]
        if other.requires or other.excludes or other.requires_before or other.grounds or other.at_most:
            continue  # whoever cannot have it is left
        path = ("awards", award.id, "excludes")
        places = _places(award)
        if places and places <= _places(other) and other.quota is None:
            data = {"award": award.id, "other": name, "places": _listed(award)}
            yield Finding("check-award-places-taken", path, data, award.basis)
        first = other.choose[0].by if other.choose else None
        if other.quota is not None and other.quota.rest and first == "standing":
            yield Finding("check-award-rest-taken", path, {"award": award.id, "other": name}, award.basis)


def _places(award: Award) -> frozenset[int]:
    """The places that it goes to, where it is chosen by place alone."""
    if any(step.by != "place" for step in award.choose):
        return frozenset()
    return frozenset(place for step in award.choose for place in step.places)


def _review_cycle(ruleset: Ruleset) -> Iterator[Finding]:
    """Reviews of which each is decided after the other, so that a council can begin with none; the first circle."""
    after = {review.id: (*review.requires, *review.excludes) for review in ruleset.reviews}
    for start in after:
        circle = _circle(start, after)
        if circle:
            told = ", ".join(circle)
            review = next(each for each in ruleset.reviews if each.id == start)
            key = "requires" if review.requires else "excludes"
            yield Finding("check-review-cycle", ("reviews", start, key), {"reviews": told}, review.basis)
            return


def _circle(start: str, after: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from `start` back to itself, empty where there is none."""
    trails: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for trail in trails:
        for name in after.get(trail[-1], ()):
            if name == start:
                return trail
            if name not in seen:
                seen.add(name)
                trails.append((*trail, name))
    return ()
