"""Reviewed: the clusters' decisions as the council above sees them.

Of each decision the council needs who is proposed for what, who leads, and which parents units have. Only a decision in
which nothing about standings and awards is open can be reviewed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.model.decision import Decision, Question, Within
from emulrules.model.review import Proposal, Reviewed
from emulrules.model.rule import Rule
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.parents import parents
from emulrules.questions import Book, units_with

__all__ = ["LEADER", "Clusters", "Recorded", "check_reviewed", "extract"]

LEADER: Final = "cluster-leader"
"""The fact that a unit leads its cluster, for clusters of which no decision shows it."""

_OF_OFFICES: Final = ("head", "deputy", "before:head", "before:deputies", "before:turns")
"""How the questions begin on which nothing turns that a council looks at."""


class Recorded(Protocol):
    """A decision with the id of its record, such as `emulrules.read_record` gives."""

    @property
    def id(self) -> str:
        """The record's id."""

    @property
    def decision(self) -> Decision:
        """What was decided."""


def extract(record: Recorded) -> Reviewed:
    """What a council needs of one cluster's decision. Raises `SeasonError` if it cannot be reviewed yet."""
    decision = record.decision
    season, cluster = decision.season, decision.season.cluster
    if decision.reviewed:
        raise SeasonError(Fault("review-of-review", ("decisions",), {"record": record.id}))
    open_ = sorted({*(question.id for question in decision.questions), *decision.waiting})
    unsettled = [id_ for id_ in open_ if not id_.startswith(_OF_OFFICES)]
    if unsettled:
        data = {"record": record.id, "cluster": cluster, "questions": ", ".join(unsettled)}
        raise SeasonError(Fault("review-pending", ("decisions",), data))
    inside = {each.unit for each in decision.standings}
    names = {each.id: each.name for each in decision.units if each.id in inside}
    first = [each.unit for each in decision.standings if each.place == 1]
    within = parents(season, decision.rules, tuple(sorted(names)))
    return Reviewed(
        record.id,
        decision.rules.id,
        cluster,
        Table({unit: names[unit] for unit in sorted(names)}),
        Table({unit: within[unit] for unit in sorted(names) if within[unit]}),
        first[0] if len(first) == 1 else None,
        # What was refused, cancelled or yielded since is no proposal any more.
        tuple(
            Proposal(each.award, each.unit, each.state)
            for each in decision.awards
            if each.state == "proposed" or each.state == "held"
        ),
    )


def check_reviewed(reviewed: Sequence[Reviewed]) -> None:
    """No cluster and no unit is reviewed twice. Raises `SeasonError`."""
    faults: list[Fault] = []
    clusters: dict[str, str] = {}
    units: dict[str, str] = {}
    for each in reviewed:
        if each.cluster in clusters:
            data = {"cluster": each.cluster, "record": each.record, "other": clusters[each.cluster]}
            faults.append(Fault("review-cluster-twice", ("decisions",), data))
        clusters[each.cluster] = each.record
        for unit in each.units:
            if unit in units and units[unit] != each.cluster:
                data = {"unit": unit, "cluster": each.cluster, "other": units[unit]}
                faults.append(Fault("review-unit-twice", ("decisions",), data))
            units[unit] = each.cluster
    if faults:
        raise SeasonError(faults)


class Clusters:
    """All that a council reviews, and what is asked about it where no decision says it."""

    def __init__(self, reviewed: Sequence[Reviewed], year: Season, book: Book) -> None:
        self._reviewed = reviewed
        self._year = year
        self._book = book
        self.names: Table[str, str] = names_of(reviewed)

    @property
    def members(self) -> tuple[str, ...]:
        """All units, sorted by id."""
        return tuple(self.names)

    def proposed(self, award: str) -> dict[str, str]:
        """The units that are proposed for an award, with the state of each, sorted by id."""
        found = {each.unit: each.state for every in self._reviewed for each in every.proposals if each.award == award}
        return {unit: found[unit] for unit in sorted(found)}

    def parents(self, per: str, units: Iterable[str], rule: Rule) -> dict[str, str]:
        """The parent of each unit by a limit. Raises `RulesetError` where a unit has none."""
        within = {unit: named for each in self._reviewed for unit, named in each.within.items()}
        orphans = [unit for unit in units if per not in within.get(unit, {})]
        if orphans:
            data = {"unit": ", ".join(orphans), "per": per}
            raise RulesetError(Fault("review-without-parent", tuple(rule.path.split(".")), data))
        return {unit: within[unit][per] for unit in units}

    def having(self, fact: str, rule: Rule) -> tuple[str, ...] | None:
        """The units that have a fact; None while it is asked which."""
        if fact not in self._year.facts:
            self._book.ask(units_with(fact, self.members, rule.basis), rule)
            return None
        return self._year.facts[fact]

    def leaders(self, rule: Rule) -> tuple[str, ...] | None:
        """The units that lead their clusters: as the decisions show it, or as the council's minutes say it.

        Raises `SeasonError` where minutes and decisions differ, or a cluster has two.
        """
        known = {each.leader for each in self._reviewed if each.leader is not None}
        unknown = [each for each in self._reviewed if each.leader is None]
        stated = self._year.facts.get(LEADER)
        if stated is None and unknown:
            self._book.ask(_who_leads(unknown, rule.basis), rule)
            return None
        if faults := list(_differing(stated or (), self._reviewed)):
            raise SeasonError(faults)
        return tuple(sorted(known.union(stated or ())))


def _who_leads(clusters: Sequence[Reviewed], basis: tuple[str, ...]) -> Question:
    """Which units lead these clusters, one of each at the most."""
    options = sorted(unit for each in clusters for unit in each.units)
    within = tuple(Within(each.cluster, tuple(each.units), 1) for each in clusters if len(each.units) > 1)
    return Question(f"fact:{LEADER}", "choice", None, tuple(options), 0, len(clusters), basis, (), within)


def names_of(reviewed: Iterable[Reviewed]) -> Table[str, str]:
    """The names of all units, sorted by id."""
    names = {unit: name for each in reviewed for unit, name in each.units.items()}
    return Table({unit: names[unit] for unit in sorted(names)})


def _differing(stated: tuple[str, ...], reviewed: Iterable[Reviewed]) -> Iterator[Fault]:
    for each in reviewed:
        own = sorted(set(stated) & set(each.units))
        if len(own) > 1 or (own and each.leader is not None and own != [each.leader]):
            data = {"cluster": each.cluster, "leader": each.leader or "-", "got": ", ".join(own) or "-"}
            yield Fault("review-leader-differs", ("facts", LEADER), data)
