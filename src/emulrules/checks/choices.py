"""Choices: the steps by which an award is chosen, which of them never get a turn, and where a chain ends open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from emulrules.checks.finding import Finding
from emulrules.checks.lineups import Lineup, lineups
from emulrules.checks.quotas import is_for_all, slots
from emulrules.model.award import Award, Choose, OverQuota
from emulrules.model.review import Review
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with the chains of each award; a note where a chain for too many units leaves them level."""
    own = lineups(ruleset)
    for award in ruleset.awards:
        yield from _places(award, own)
        yield from _idle_steps(award)
        yield from _boundary(award)
        yield from _parents(award, ruleset, own)
        yield from _after_decision("awards", award)
        if is_for_all(award, own):
            yield from _over_quota(award)
        else:
            yield from _open_end(award.id, award.choose, award.over_quota, "awards", award.basis)
    for review in ruleset.reviews:
        yield from _after_decision("reviews", review)
        yield from _open_end(review.id, review.choose, review.over_quota, "reviews", review.basis)


def _places(award: Award, own: Sequence[Lineup]) -> Iterator[Finding]:
    """Places that an earlier step takes already, or that are more or fewer than the slots."""
    first: dict[int, str] = {}
    for index, step in enumerate(award.choose):
        for number, place in enumerate(step.places):
            path = ("awards", award.id, "choose", index, "places", number)
            data = {"award": award.id, "step": step.id, "place": place}
            if first.setdefault(place, step.id) != step.id:
                yield Finding("check-award-place-twice", path, {**data, "other": first[place]}, award.basis)
    if award.quota is not None and first and all(step.by == "place" for step in award.choose):
        yield from _places_and_slots(award, len(first), own)


def _places_and_slots(award: Award, places: int, own: Sequence[Lineup]) -> Iterator[Finding]:
    sizes = [line.size for line in own if line.size >= places] or [places]
    numbers = [slots(award, size) for size in sizes]
    known = [number for number in numbers if number is not None]
    if not known or len(known) < len(numbers):
        return
    data = {"award": award.id, "places": places, "units": sizes[0], "number": known[0]}
    path = ("awards", award.id, "quota")
    if min(known) > places:
        yield Finding("check-award-places-too-few", path, data, award.quota_rule.basis)
    everybody = not (award.requires or award.excludes or award.requires_before or award.grounds or award.at_most)
    if everybody and 0 < max(known) < places:
        yield Finding("check-award-places-too-many", path, data, award.quota_rule.basis)


def _idle_steps(award: Award) -> Iterator[Finding]:
    """A choice by standing goes on until no slot or nobody is left, unless it leaves a whole tie out."""
    if award.boundary == "exclude":
        return
    standing = next((index for index, step in enumerate(award.choose) if step.by == "standing"), None)
    if standing is not None and standing + 1 < len(award.choose):
        step = award.choose[standing + 1]
        data = {"award": award.id, "step": step.id, "other": award.choose[standing].id}
        path = ("awards", award.id, "choose", standing + 1)
        yield Finding("check-award-step-idle", path, data, step.basis or award.basis)


def _boundary(award: Award) -> Iterator[Finding]:
    """What becomes of a tie at the last slot is said of a choice by standing alone."""
    if award.boundary != "cut" and award.choose and all(step.by != "standing" for step in award.choose):
        data = {"award": award.id, "boundary": award.boundary}
        yield Finding("check-award-boundary-idle", ("awards", award.id, "boundary"), data, award.basis)


def _parents(award: Award, ruleset: Ruleset, own: Sequence[Lineup]) -> Iterator[Finding]:
    """Fewer units than slots, since of each parent only so many may have it."""
    at_most = award.at_most
    if at_most is None:
        return
    for line in own:
        number = slots(award, line.size)
        units = [ruleset.units[unit] for unit in line.members if unit in ruleset.units]
        parents = Counter(unit.within[at_most.per] for unit in units if at_most.per in unit.within)
        most = sum(min(count, at_most.number) for count in parents.values())
        if number is not None and most < number <= line.size:
            data = {"award": award.id, "cluster": line.cluster, "number": number, "most": most, "per": at_most.per}
            path = ("awards", award.id, "at_most")
            yield Finding("check-award-parents-short", path, {**data, "parents": len(parents)}, award.basis)
            return


def _over_quota(award: Award) -> Iterator[Finding]:
    if award.over_quota:
        path = ("awards", award.id, "over_quota")
        yield Finding("check-over-quota-idle", path, {"award": award.id}, award.basis)


def _after_decision(section: str, contest: Award | Review) -> Iterator[Finding]:
    """A step after a decision, which says who of the level has the slots; nobody asks the same again.

    A decision need not be taken: the chair's vote or another body may then be asked.
    """
    for index, (total, step) in enumerate(pairwise(contest.over_quota), 1):
        again = step.by == "votes" or (step.by, step.asks) == (total.by, total.asks)
        if total.by == "decision" and again:
            data = {"award": contest.id, "step": step.id, "total": total.id}
            path = (section, contest.id, "over_quota", index)
            yield Finding("check-over-quota-after-decision", path, data, step.basis or contest.basis)
            return


def _open_end(
    id_: str, choose: Sequence[Choose], over_quota: Sequence[OverQuota], section: str, basis: tuple[str, ...]
) -> Iterator[Finding]:
    """Votes can be level; then nobody decides unless the last step is one who does."""
    if over_quota and over_quota[-1].by != "decision":
        data = {"award": id_, "step": over_quota[-1].id}
        yield Finding("check-over-quota-open", (section, id_, "over_quota"), data, basis, note=True)
    elif not over_quota and any(step.by == "ballot" for step in choose):
        yield Finding("check-over-quota-missing", (section, id_), {"award": id_}, basis, note=True)
