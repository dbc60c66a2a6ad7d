"""Rules that a merged ruleset keeps as a whole: everything that is named exists, and nothing is named twice."""

from collections.abc import Iterator
from typing import Final

from emulrules.errors import Fault
from emulrules.files.award_rules import awards_faults
from emulrules.files.criteria_rules import criteria_faults
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.key_rules import unlisted_unit
from emulrules.files.order_rules import chain_faults
from emulrules.files.quota_rules import unparented_faults
from emulrules.files.review_rules import reviews_faults
from emulrules.files.sizes import rule_faults
from emulrules.files.succession_rules import members_ever, successions_faults
from emulrules.model.names import tone_key
from emulrules.model.ruleset import Ruleset

__all__ = ["ruleset_faults"]

_RESERVED: Final = ("over-quota", "replacement", "undefined")


def ruleset_faults(ruleset: Ruleset, own: Ruleset) -> Iterator[Fault]:
    """What is wrong with a merged ruleset, by its paths; `own` is what its own file says, before anything is inherited.

    That each entry is right by itself is supposed.
    """
    yield from rule_faults(ruleset)
    yield from criteria_faults(ruleset)
    yield from chain_faults(ruleset)
    yield from _condition_faults(ruleset)
    yield from awards_faults(ruleset)
    yield from _step_faults(ruleset)
    yield from _unit_faults(ruleset)
    yield from successions_faults(ruleset)
    yield from _type_faults(ruleset)
    yield from unparented_faults(ruleset)
    yield from _seat_faults(ruleset)
    yield from _name_faults(ruleset)
    yield from _named_award_faults(ruleset, own)
    yield from reviews_faults(ruleset, own)


def _condition_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Who takes part without being present only the rule on absent members says."""
    for index, condition in enumerate(ruleset.conditions):
        if condition.what == "taking-part" and ruleset.voting is None:
            yield Fault("taking-part-without-voting", ("conditions", index, "what"), {"id": condition.id})


def _step_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Season files name the steps of ties and of each award's chains, so that no id may mean two of them."""
    for index, step in enumerate(ruleset.ties):
        yield from _reserved(step.id, ("ties", index, "id"))
    ties = {step.id: "ties" for step in ruleset.ties}
    for index, award in enumerate(ruleset.awards):
        first = dict(ties)
        named = [("choose", number, step.id) for number, step in enumerate(award.choose)]
        named += [("over_quota", number, step.id) for number, step in enumerate(award.over_quota)]
        for chain, number, id in named:
            here = ("awards", index, chain, number, "id")
            yield from _reserved(id, here)
            if id in first:
                yield Fault("step-twice", here, {"id": id, "other": first[id]})
            first.setdefault(id, f"awards.{award.id}.{chain}")


def _reserved(id: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    """A step named as the engine names what no step settles would share its question."""
    if id in _RESERVED:
        yield Fault("step-reserved", path, {"id": id})


def _unit_faults(ruleset: Ruleset) -> Iterator[Fault]:
    for key, cluster in ruleset.clusters.items():
        for index, member in enumerate(cluster.members):
            if member not in ruleset.units:
                yield unlisted_unit(("clusters", key, "members", index), member, ruleset.units)


def _type_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Where an office is for units of one type, every member has a type, and every cluster such a unit."""
    headship = ruleset.headship
    if headship is None or not ruleset.has_typed_offices:
        return
    untyped = [unit for unit in members_ever(ruleset) if unit in ruleset.units and ruleset.units[unit].type is None]
    yield from (Fault("unit-without-type", ("units", unit), {"unit": unit}) for unit in untyped)
    offices: list[tuple[Path, str | None]] = [(("headship", "type"), headship.type)]
    offices += [(("headship", "deputies", n, "type"), seat.type) for n, seat in enumerate(headship.deputies or ())]
    for key, cluster in ruleset.clusters.items() if not untyped else ():
        types = {ruleset.units[unit].type for unit in cluster.members if unit in ruleset.units}
        for path, type_ in offices:
            if type_ is not None and type_ not in types:
                yield Fault("type-of-nobody", path, {"cluster": key, "type": type_})


def _seat_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Where seats belong to a parent, every unit says which is its own."""
    per = None if ruleset.headship is None else ruleset.headship.seat_of
    for unit in members_ever(ruleset) if per is not None else ():
        if unit in ruleset.units and per not in ruleset.units[unit].within:
            yield Fault("unit-without-seat", ("units", unit), {"unit": unit, "per": per})


def _name_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Two units that share a name, or have names that nobody could tell apart, such as `Hoà` and `Hòa`."""
    owners: dict[str, tuple[str, str]] = {}
    for unit, entry in sorted(ruleset.units.items()):
        spellings = [("name", entry.name), *((index, alias) for index, alias in enumerate(entry.aliases))]
        for where, spelling in ((None, unit), *spellings):
            key = tone_key(spelling)
            owner, other = owners.setdefault(key, (unit, spelling))
            if owner == unit:
                continue
            path: Path = ("units", unit) if where is None else ("units", unit, "name")
            path = ("units", unit, "aliases", where) if isinstance(where, int) else path
            data = {"name": spelling, "unit": unit, "other": other, "owner": owner}
            yield Fault("name-of-two" if spelling == other else "names-alike", path, data)


def _named_award_faults(ruleset: Ruleset, own: Ruleset) -> Iterator[Fault]:
    """Awards that a file names without having them; a limit of a higher level may bind awards that not all have."""
    known = [award.id for award in ruleset.awards]
    named = [(("limits", limit.id, "award"), limit.award) for limit in own.limits if limit.award is not None]
    named += [
        (("undefined", rule.id, "what"), rule.what.split(".")[1]) for rule in own.undefined if rule.what.count(".") == 2
    ]
    for path, name in named if known else ():
        if name not in known:
            yield unknown("award-not-listed", path, name, known)
    said: dict[str, str] = {}
    for rule in ruleset.undefined:
        if rule.what in said:
            yield Fault(
                "undefined-twice", ("undefined", rule.id, "what"), {"what": rule.what, "other": said[rule.what]}
            )
        said.setdefault(rule.what, rule.id)
