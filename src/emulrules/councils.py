"""`review`: a council above several clusters decides on what they propose.

It takes the clusters' decisions as their records hold them, and cites each by the record's id. Like `decide` it opens
no file and reads no clock, and the order in which decisions are given does not matter.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from emulrules.awards import in_order
from emulrules.candidates import Given
from emulrules.caps import Caps
from emulrules.errors import Fault, SeasonError
from emulrules.facts import fact_of, fold_facts
from emulrules.grants import grant
from emulrules.matching import check_match
from emulrules.model.award import Award, Limit
from emulrules.model.decision import Decision, NamedUnit
from emulrules.model.review import CouncilAbove, Review, Reviewed
from emulrules.model.ruleset import Cluster, Ruleset
from emulrules.model.season import Season
from emulrules.model.sitting import Sitting
from emulrules.model.table import Table
from emulrules.questions import Book
from emulrules.resolution import resolve
from emulrules.reviewed import LEADER, Clusters, Recorded, check_reviewed, extract, names_of
from emulrules.roster import Roster
from emulrules.spellings import unknown_name
from emulrules.successions import Lineage
from emulrules.trace import Trace
from emulrules.voters import Voters

__all__ = ["review", "review_again"]


def review(decisions: Iterable[Recorded], ruleset: Ruleset, council: Sitting) -> Decision:
    """Decides on what the clusters propose, under the rules of `ruleset`, at the sitting of the council above them.

    Every proposal ends granted, raised to the level above, held or cut, with a rule; see `Decision.grants`. Raises
    `SeasonError` or `RulesetError`, also where the decisions are not those that the sitting cites, are of another
    season, or leave an award open.
    """
    records = list(decisions)
    faults = list(_other_faults(records, council))
    found: list[Reviewed] = []
    for record in records:
        try:
            found.append(extract(record))
        except SeasonError as error:
            faults.extend(error.faults)
    if faults:
        raise SeasonError(faults)
    return review_again(found, ruleset, council.as_season)


def _other_faults(records: Sequence[Recorded], council: Sitting) -> Iterator[Fault]:
    """Decisions that the sitting does not cite, or cites and has not, and those of another season."""
    cited = [each.record for each in council.decisions]
    for index, id_ in enumerate(cited):
        if id_ in cited[:index]:
            yield Fault("named-twice", ("decisions", index, "record"), {"name": id_})
        elif id_ not in {record.id for record in records}:
            yield Fault("review-not-given", ("decisions", index, "record"), {"record": id_})
    for record in records:
        season = record.decision.season
        if record.id not in cited:
            yield Fault("review-not-cited", ("decisions",), {"record": record.id, "cluster": season.cluster})
        elif season.id != council.season:
            data = {"record": record.id, "season": season.id, "expected": council.season}
            yield Fault("review-other-season", ("decisions", cited.index(record.id)), data)


def review_again(reviewed: Iterable[Reviewed], ruleset: Ruleset, council: Season) -> Decision:
    """The same from what was read of the decisions, as a council's record holds it."""
    all_ = tuple(sorted(reviewed, key=lambda each: (each.cluster, each.record)))
    above = _council(council, ruleset)
    check_reviewed(all_)
    names = names_of(all_)
    rules = _trimmed(ruleset, council.cluster, all_)
    given = _resolved(council, rules, above, names)
    trace = Trace()
    book = Book(given, tuple(names), trace)
    year = fold_facts(given, tuple(names), book)
    book.voters = Voters(len(names), year.meeting, year.council.members)
    _check_facts(given, rules)
    for each in all_:
        inputs = {"cluster": each.cluster, "leader": each.leader, "units": len(each.units), "record": each.record}
        proposals = tuple(Table(award=one.award, unit=one.unit, state=one.state) for one in each.proposals)
        trace.note("reviewed", proposals, above.rule(council.cluster), None, Table(inputs))
    clusters = Clusters(all_, year, book)
    caps = Caps(rules.limits, clusters, book, trace)
    done: dict[str, Given] = {}
    for award in _in_order(rules, all_):
        done[award] = grant(award, rules, clusters, caps, done, book, trace)
    questions, waiting = book.close()
    acts = tuple(sorted(given.acts, key=lambda act: act.question))
    return Decision(
        evolve(given, acts=acts),
        rules,
        ruleset.policy,
        tuple(NamedUnit(unit, name) for unit, name in names.items()),
        (),
        trace.steps,
        questions,
        waiting,
        trace.warnings,
        all_,
    )


def _resolved(season: Season, rules: Ruleset, above: CouncilAbove, names: Table[str, str]) -> Season:
    """The council's season with every unit by id; the units of all its clusters are for it as those of one."""
    whole = Cluster(above.name, tuple(names), above.basis, above.trust)
    units = Lineage(whole.members, whole.members, above.rule(season.cluster))
    return resolve(season, evolve(rules, clusters=Table({season.cluster: whole})), Roster(whole, names, units))


def _council(season: Season, ruleset: Ruleset) -> CouncilAbove:
    check_match(season, ruleset)
    found = ruleset.councils.get(season.cluster)
    if found is None:
        raise SeasonError(
            unknown_name("unknown-council", ("council",), season.cluster, ruleset.councils, ruleset=ruleset.id)
        )
    return found


def _trimmed(ruleset: Ruleset, council: str, reviewed: Sequence[Reviewed]) -> Ruleset:
    """The rules that bind the council, and nothing of what binds clusters."""
    units = {unit for each in reviewed for unit in each.units}
    return Ruleset(
        ruleset.id,
        ruleset.title,
        ruleset.authority,
        ruleset.policy,
        ruleset.in_force,
        ruleset.seasons,
        sources=Table({key: ruleset.sources[key] for key in sorted(ruleset.sources)}),
        units=Table({unit: ruleset.units[unit] for unit in sorted(units) if unit in ruleset.units}),
        awards=tuple(map(_named, ruleset.awards)),
        limits=tuple(sorted(map(_sorted_limit, ruleset.limits), key=lambda limit: limit.id)),
        councils=Table({council: ruleset.councils[council]}),
        reviews=tuple(sorted(map(_sorted_review, ruleset.reviews), key=lambda review: review.id)),
        undefined=tuple(rule for rule in ruleset.undefined if rule.what.startswith("reviews.")),
    )


def _named(award: Award) -> Award:
    """An award by its name: how clusters choose is no matter of the council's."""
    return Award(award.id, award.name, (), award.basis, award.trust)


def _sorted_limit(limit: Limit) -> Limit:
    return evolve(limit, uncounted=tuple(sorted(limit.uncounted)))


def _sorted_review(review: Review) -> Review:
    return evolve(review, requires=tuple(sorted(review.requires)), excludes=tuple(sorted(review.excludes)))


def _in_order(rules: Ruleset, reviewed: Sequence[Reviewed]) -> list[str]:
    """Every award that somebody is proposed for or that the council looks at, after those that it depends on."""
    proposed = {one.award for each in reviewed for one in each.proposals}
    known = {review.id: review for review in rules.reviews}
    listed = [award.id for award in rules.awards]
    needed = {other for each in rules.reviews for other in (*each.requires, *each.excludes)}
    looked_at = {*known, *proposed, *needed}
    wanted = [*(id_ for id_ in listed if id_ in looked_at), *sorted(looked_at - set(listed))]
    needs = (
        Award(id_, id_, (), (), "read", requires=known[id_].requires, excludes=known[id_].excludes)
        if id_ in known
        else Award(id_, id_, (), (), "read")
        for id_ in wanted
    )
    return [award.id for award in in_order(tuple(needs))]


def _check_facts(season: Season, rules: Ruleset) -> None:
    """Refuses facts that nothing turns on: a misspelt one would be taken in silence for none."""
    limits = rules.limits
    known = {LEADER, *(fact for limit in limits for fact in limit.uncounted)}
    known |= {limit.base for limit in limits if limit.base is not None and limit.base != "leaders"}
    named: list[tuple[str | None, tuple[str | int, ...]]] = [(fact, ("facts", fact)) for fact in season.facts]
    named += [(fact_of(act.question), ("acts", index, "question")) for index, act in enumerate(season.acts)]
    faults = [unknown_name("unknown-fact", path, fact, known) for fact, path in named if fact and fact not in known]
    if faults:
        raise SeasonError(faults)
