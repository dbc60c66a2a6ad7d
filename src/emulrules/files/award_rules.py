"""Rules that awards keep: what each way of choosing needs, how many there may be, and which depend on which."""

from collections.abc import Iterator
from typing import Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import (
    body_faults,
    id_form,
    named_twice,
    needs,
    no_such_keys,
    place_faults,
    threshold_faults,
)
from emulrules.files.quota_rules import per_parent_faults, quota_faults
from emulrules.model.award import Award, Choose, OverQuota
from emulrules.model.ruleset import Ruleset

__all__ = ["CHOOSE_KEYS", "award_faults", "awards_faults", "choose_faults", "over_quota_faults"]

CHOOSE_KEYS: Final = {
    "standing": (),
    "place": ("places",),
    "meeting": ("asks",),
    "ballot": ("asks", "at_least", "more_than", "base"),
    "decision": ("asks",),
}
"""The keys that go with a way of choosing."""

_ASKED_BEFORE: Final = ("deputies", "head", "turns")
"""What else is asked of the season before, so that an award of that name would share its question."""

_YEARS: Final = 2
"""Of so many years in a row a ground may be: of the season, and of the one before."""

_ALL: Final = ("asks", "places", "at_least", "more_than", "base")
_AT_MEETING: Final = ("present", "present-or-consulted")
"""Bases that count those at the cluster's meeting; of the council a season says only how many members it has."""


def award_faults(award: Award, path: Path) -> Iterator[Fault]:
    """What is wrong with one award by itself."""
    for index, step in enumerate(award.choose):
        yield from choose_faults(step, bool(award.over_quota), (*path, "choose", index))
    if award.quota is not None:
        yield from quota_faults(award.quota, award, (*path, "quota"))
    yield from per_parent_faults(award, path)
    yield from over_quota_faults(award.choose, award.over_quota, award.id, path)
    for key, names in (("requires", award.requires), ("excludes", award.excludes)):
        yield from named_twice(names, (*path, key))
        if award.id in names:
            yield Fault("award-cycle", (*path, key), {"awards": award.id})
    yield from named_twice(award.requires_before, (*path, "requires_before"))
    yield from _before_faults(award, path)
    yield from _ground_faults(award, path)
    for name in award.requires:
        if name in award.excludes:
            yield Fault("award-both", (*path, "excludes"), {"name": name})


def _before_faults(award: Award, path: Path) -> Iterator[Fault]:
    """Awards that share the question about the season before with something else."""
    named = [(("requires_before", index), name) for index, name in enumerate(award.requires_before)]
    grounds = enumerate(award.grounds)
    named += [(("grounds", index), ground.award) for index, ground in grounds if ground.award and ground.years > 1]
    for here, name in named:
        if name in _ASKED_BEFORE:
            yield Fault("before-reserved", (*path, *here), {"name": name})


def _ground_faults(award: Award, path: Path) -> Iterator[Fault]:
    """A ground is a fact or another award, of one year or of two that follow each other."""
    yield from named_twice(tuple(ground.id for ground in award.grounds), (*path, "grounds"))
    for index, ground in enumerate(award.grounds):
        here = (*path, "grounds", index)
        yield from id_form(ground.id, (*here, "id"))
        if (ground.fact is None) == (ground.award is None):
            yield Fault("exactly-one", here, {"keys": "fact, award"})
        if ground.fact is not None:
            yield from id_form(ground.fact, (*here, "fact"))
        if ground.award == award.id:
            yield Fault("award-cycle", (*here, "award"), {"awards": award.id})
        if ground.years not in (1, _YEARS):
            yield Fault("ground-years", (*here, "years"), {"got": ground.years, "most": _YEARS})


def over_quota_faults(
    choose: tuple[Choose, ...], over_quota: tuple[OverQuota, ...], award: str, path: Path
) -> Iterator[Fault]:
    """What is wrong with the chain for more units over a threshold than there are slots."""
    by = {step.by for step in choose}
    if over_quota and "ballot" not in by:
        yield Fault("over-quota-without-ballot", (*path, "over_quota"), {"award": award})
    for index, chain in enumerate(over_quota):
        here = (*path, "over_quota", index)
        yield from id_form(chain.id, (*here, "id"))
        checks = needs if chain.by == "decision" else no_such_keys
        yield from checks(chain, here, "asks", kind=chain.by)
        # Votes that were counted once, the chair's too, part nothing more the second time.
        if chain.by != "decision" and chain.by in {before.by for before in over_quota[:index]}:
            yield Fault("over-quota-twice", (*here, "by"), {"by": chain.by})


def choose_faults(step: Choose, over_quota: bool, path: Path) -> Iterator[Fault]:
    allowed = CHOOSE_KEYS[step.by]
    yield from id_form(step.id, (*path, "id"))
    yield from needs(step, path, *(key for key in ("asks", "places") if key in allowed), kind=step.by)
    yield from no_such_keys(step, path, *(key for key in _ALL if key not in allowed), kind=step.by)
    yield from place_faults(step.places, (*path, "places"))
    if step.rounds < 1:
        yield Fault("number-below", (*path, "rounds"), {"got": step.rounds, "least": 1})
    if step.rounds > 1 and step.by != "ballot":
        yield Fault("key-useless", (*path, "rounds"), {"key": "rounds", "kind": step.by})
    if step.by == "ballot":
        yield from _ballot_faults(step, over_quota, path)


def _ballot_faults(step: Choose, over_quota: bool, path: Path) -> Iterator[Fault]:
    yield from body_faults(step, path)
    yield from threshold_faults(step, path, required=False)
    bounded = step.at_least is not None or step.more_than is not None
    if bounded:
        yield from needs(step, path, "base", kind="ballot")
    elif not over_quota:
        yield Fault("ballot-without-threshold", path, {"id": step.id})
    elif step.base is not None:
        yield Fault("base-without-threshold", (*path, "base"), {"base": step.base})
    if step.asks == "council" and step.base in _AT_MEETING:
        yield Fault("base-of-council", (*path, "base"), {"base": step.base})


def awards_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What is wrong with all awards together."""
    known = {award.id: award for award in ruleset.awards}
    for index, award in enumerate(ruleset.awards):
        here = ("awards", index)
        for key in ("requires", "excludes", "requires_before"):
            for number, name in enumerate(getattr(award, key)):
                if name not in known:
                    yield unknown("award-not-listed", (*here, key, number), name, known)
        for number, ground in enumerate(award.grounds):
            if ground.award is not None and ground.award not in known:
                yield unknown("award-not-listed", (*here, "grounds", number, "award"), ground.award, known)
        yield from _chain_faults(award, ruleset, here)
    yield from _cycles(known)


def _chain_faults(award: Award, ruleset: Ruleset, path: Path) -> Iterator[Fault]:
    named = ruleset.order.name_places if ruleset.order is not None else ()
    written = ruleset.voting is None or ruleset.voting.absent == "written"
    for index, step in enumerate(award.choose):
        if step.base == "present-or-consulted" and not written:
            yield Fault("base-not-written", (*path, "choose", index, "base"), {"base": step.base})
        for number, place in enumerate(step.places):
            if place not in named:
                data = {"place": place, "named": ", ".join(map(str, named)) or "-"}
                yield Fault("choose-place-unnamed", (*path, "choose", index, "places", number), data)
    if not award.choose and ruleset.undefined_rule(f"awards.{award.id}.choose") is None:
        yield Fault("award-without-choose", (*path, "choose"), {"award": award.id})
    open_ended = any(step.by != "place" for step in award.choose)
    if open_ended and award.quota is None and not _quota_elsewhere(award, ruleset):
        yield Fault("award-without-quota", path, {"award": award.id})


def _quota_elsewhere(award: Award, ruleset: Ruleset) -> bool:
    """Whether a policy of its own answers the quota, or the ruleset says that nothing defines it."""
    return ruleset.policy != "standard" or ruleset.undefined_rule(f"awards.{award.id}.quota") is not None


def _cycles(known: dict[str, Award]) -> Iterator[Fault]:
    """Awards that wait for one another, told once a cycle; one that waits for itself is told of by itself."""
    order = list(known)
    done: set[str] = set()
    for start in order:
        trail = [start]
        stack = [iter(_after(known[start], known))] if start not in done else []
        while stack:
            follower = next(stack[-1], None)
            if follower is None:
                done.add(trail.pop())
                stack.pop()
            elif follower in trail:
                circle = trail[trail.index(follower) :]
                if len(circle) > 1:
                    yield Fault("award-cycle", ("awards", order.index(follower)), {"awards": ", ".join(circle)})
                    return
            elif follower not in done:
                trail.append(follower)
                stack.append(iter(_after(known[follower], known)))


def _after(award: Award, known: dict[str, Award]) -> list[str]:
    return [name for name in award.after if name in known]
