"""Amendments: what changed between two rulesets, rule by rule, in the plain data that a file would hold.

Rules are told apart as finely as they are cited: the quota of an award, each step of its chain and each of its grounds
are rules of their own, and so are bars, and what is rounded. Lists that say the same in any order are sorted first, so
that only a chain can change by its order.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from emulrules.files.canonical import Plain
from emulrules.files.converter import unstructure
from emulrules.model.ruleset import Ruleset
from emulrules.value import frozen

__all__ = ["RULESET_DIFF_FORMAT", "Amendment", "Amendments", "amended", "amendments_object", "rules_by_path"]

RULESET_DIFF_FORMAT: Final = "emulrules/ruleset-diff/1"

_BY_KEY: Final = ("sources", "clusters", "units", "tables", "councils")
_BY_ID: Final = (
    *("rosters", "successions", "stages", "criteria", "gates", "conditions", "ties", "awards", "limits", "reviews"),
    "undefined",
)
_WHOLE: Final = ("scale", "scoring", "voting", "order", "headship")
_INSIDE: Final = ("choose", "over_quota", "grounds", "bars")
"""Arrays inside a rule whose entries are cited by themselves."""

_PARTS: Final = frozenset(
    {"quota", "rounding", "requires", "excludes", "requires_before", "at_most"}
    | {"recognised_by", "seat_of", "declined", "type", "deputies"}
)
"""Keys of an award, a review, a scale or the headship that are rules of their own."""

_DIVIDED: Final = frozenset({"awards", "reviews", "headship", "criteria", "scale", "tables"})
_CHAINS: Final = ("stages", "ties", "awards")
"""Arrays at the top whose order says something."""

_UNORDERED: Final = frozenset(
    {"aliases", "carries", "excludes", "for", "from", "imposed_by", "members", "name_places", "over", "places"}
    | {"requires", "requires_before", "stages", "to", "uncounted"}
)


@frozen
class Amendment:
    """One rule that is not the same: what it said `before` and says `after`, None where there is none.

    `moved` is a chain with its steps in another order; then both are the ids of the steps. Otherwise both are what a
    file would say, with the basis and trust that the rule rests on.
    """

    rule: str
    change: Literal["added", "removed", "changed", "moved"]
    before: Plain
    after: Plain


@frozen
class Amendments:
    """What changed from the ruleset `before` to `after`; `changes` are sorted by rule."""

    before: Ruleset
    after: Ruleset
    changes: tuple[Amendment, ...]

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return not self.changes

    @property
    def rules(self) -> frozenset[str]:
        """The paths of all rules that changed."""
        return frozenset(change.rule for change in self.changes)


def amended(before: Ruleset, after: Ruleset) -> Amendments:
    """What changed from one merged ruleset to the other, each rule by its path as steps name it."""
    one, other = rules_by_path(before), rules_by_path(after)
    changes = [Amendment(path, *_change(one.get(path), other.get(path))) for path in {*one, *other}]
    found = [change for change in changes if change.before != change.after]
    chains, chains_after = _chains(before), _chains(after)
    for path in chains.keys() & chains_after.keys():
        kept = [[id_ for id_ in ids if id_ in other_ids] for ids, other_ids in _both(chains[path], chains_after[path])]
        if kept[0] != kept[1]:
            found.append(Amendment(path, "moved", list(chains[path]), list(chains_after[path])))
    return Amendments(before, after, tuple(sorted(found, key=lambda change: (change.rule, change.change))))


def _change(before: Plain, after: Plain) -> tuple[Literal["added", "removed", "changed"], Plain, Plain]:
    return "added" if before is None else "removed" if after is None else "changed", before, after


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return (one, other), (other, one)


def rules_by_path(rules: Ruleset) -> dict[str, Plain]:
    """Every rule of the merged ruleset as plain data, by its path; what it says of itself among them."""
    plain: dict[str, Any] = unstructure(rules)
    found: dict[str, Plain] = {
        "title": plain["title"],
        "in_force": {"id": plain["id"], "in_force": plain["in_force"]},
        "seasons": plain["seasons"],
        "authority": {"authority": plain["authority"], "policy": plain["policy"]},
    }
    if "extends" in plain:
        found["extends"] = plain["extends"]
    for section in _BY_KEY:
        for key, entry in plain.get(section, {}).items():
            found.update(_divided(f"{section}.{key}", section, entry))
    for section in _BY_ID:
        for entry in plain.get(section, ()):
            found.update(_divided(f"{section}.{entry['id']}", section, entry))
    for section in _WHOLE:
        if section in plain:
            found.update(_divided(section, section, plain[section]))
    return found


def _divided(path: str, section: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Plain]]:
    """A rule without those of its parts that are rules themselves, and then these."""
    rest: dict[str, Plain] = {}
    resting = {key: entry[key] for key in ("basis", "trust") if key in entry}
    for key, value in entry.items():
        if section in _DIVIDED and key in _INSIDE:
            for part in value:
                yield f"{path}.{key}.{part['id']}", {**resting, **_sorted(part)}
        elif section in _DIVIDED and key in _PARTS and (section, key) != ("criteria", "at_most"):
            yield f"{path}.{key}", _resting(_sorted({key: value})[key], resting)
        else:
            rest[key] = value
    yield path, _sorted(rest)


def _resting(value: Plain, resting: Mapping[str, Plain]) -> Plain:
    """A part with what it rests on: its own basis, or that of the rule that it is a part of."""
    return {**resting, **value} if isinstance(value, dict) else {"value": value, **resting}


def _sorted(entry: Mapping[str, Any]) -> dict[str, Plain]:
    return {key: sorted(value) if key in _UNORDERED else value for key, value in entry.items()}


def _chains(rules: Ruleset) -> dict[str, tuple[str, ...]]:
    """The ids of every chain in its order."""
    chains = {section: tuple(each.id for each in getattr(rules, section)) for section in _CHAINS}
    steps = [(award.rule.path, award.choose, award.over_quota) for award in rules.awards]
    steps += [(review.rule.path, review.choose, review.over_quota) for review in rules.reviews]
    for path, choose, over_quota in steps:
        chains[f"{path}.choose"] = tuple(step.id for step in choose)
        chains[f"{path}.over_quota"] = tuple(step.id for step in over_quota)
    return chains


def amendments_object(found: Amendments) -> dict[str, Plain]:
    """The amendments as JSON has them, in the format `RULESET_DIFF_FORMAT`."""
    return {
        "format": RULESET_DIFF_FORMAT,
        "same": found.same,
        **{
            side: {"id": rules.id, "in_force": rules.in_force.isoformat()}
            for side, rules in (("before", found.before), ("after", found.after))
        },
        "changes": [
            {"rule": each.rule, "change": each.change, "before": each.before, "after": each.after}
            for each in found.changes
        ],
    }
