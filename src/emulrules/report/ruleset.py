"""A ruleset in words: what it decides by, each rule with its basis and how far that can be trusted."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from emulrules.criteria import of_table
from emulrules.model.award import Award, Limit
from emulrules.model.criterion import Criterion, PointTable, Scale
from emulrules.model.order import TieStep
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.model.source import Trust
from emulrules.model.table import Table
from emulrules.report.collation import collation_key
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quotas import quota_words
from emulrules.report.quoting import plain

__all__ = ["ruleset_text"]


def ruleset_text(rules: Ruleset, language: str = "vi") -> str:
    """The merged ruleset `rules` in `language`, ending in a newline."""
    # Any of its clusters tells whether their heads are those of clusters or of blocs.
    names = Names(rules, next(iter(rules.clusters.values()), None), Table(), language)
    sections = (
        _head(rules, names),
        _clusters(rules, names),
        _successions(rules, names),
        _criteria(rules, names),
        _stages(rules, names),
        _gates(rules, names),
        _order(rules, names),
        _awards(rules, names),
        _headship(rules, names),
        _said("ruleset-limits", rules.limits, names),
        _said("ruleset-undefined", rules.undefined, names),
        _sources(rules, names),
    )
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _line(text: str, basis: tuple[str, ...], trust: Trust | None, names: Names, indent: int = 2) -> list[str]:
    doubt = "" if trust in (None, "read") else f" ({names.say(f'trust-{trust}')})"
    cited = f" [{'; '.join(map(plain, basis))}]" if basis else ""
    return entry("-", f"{text}{doubt}{cited}", indent)


def _head(rules: Ruleset, names: Names) -> Iterator[str]:
    yield from lines(plain(rules.title))
    day, last = names.day(rules.in_force), rules.seasons.last
    yield from lines(names.say("ruleset-in-force", id=plain(rules.id), day=day))
    code = "ruleset-seasons" if last else "ruleset-seasons-open"
    yield from lines(names.say(code, first=plain(rules.seasons.first), last=plain(last or "")))
    yield from lines(names.say("ruleset-authority", authority=plain(rules.authority), policy=plain(rules.policy)))
    if rules.extends is not None:
        base = rules.extends
        yield from lines(names.say("ruleset-extends", id=plain(base.id), day=names.day(base.in_force)))


def _clusters(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.clusters:
        yield names.say("ruleset-clusters")
    for id_, cluster in sorted(rules.clusters.items(), key=lambda item: collation_key(item[1].name)):
        members = names.listed(cluster.members)
        text = names.say(
            "ruleset-cluster", name=plain(cluster.name), id=plain(id_), n=len(cluster.members), members=members
        )
        yield from _line(text, cluster.basis, cluster.trust, names)
        yield from _parents(rules, cluster.members, names)
        for dated in sorted(rules.rosters, key=lambda dated: (dated.on, dated.id)):
            if dated.cluster == id_:
                what = {"on": names.day(dated.on), "id": plain(dated.id), "n": len(dated.members)}
                text = names.say("ruleset-roster", members=names.listed(dated.members), **what)
                yield from _line(text, dated.basis, dated.trust, names, 4)


def _successions(rules: Ruleset, names: Names) -> Iterator[str]:
    """Which units stand in the place of others, and what passes to them by itself."""
    if rules.successions:
        yield names.say("ruleset-successions")
    for each in sorted(rules.successions, key=lambda each: (each.on, each.id)):
        units = {"before": names.listed(each.from_), "after": names.listed(each.to)}
        text = names.say(f"ruleset-{each.kind}", on=names.day(each.on), **units)
        if each.carries:
            text += names.say("ruleset-carries", what=", ".join(names.say(f"carries-{what}") for what in each.carries))
        yield from _line(text, each.basis, each.trust, names)


def _parents(rules: Ruleset, members: tuple[str, ...], names: Names) -> Iterator[str]:
    """Which members belong together, by what awards count them by."""
    pers = sorted({award.at_most.per for award in rules.awards if award.at_most is not None})
    for per in pers:
        parents: dict[str, list[str]] = {}
        for unit in members:
            if unit in rules.units and per in rules.units[unit].within:
                parents.setdefault(rules.units[unit].within[per], []).append(unit)
        for parent, units in sorted(parents.items()):
            yield from entry("-", f"{names.parent(per, parent)}: {names.listed(units)}", 4)


def _criteria(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.scale is None and not rules.criteria and not rules.tables:
        return
    yield names.say("ruleset-criteria")
    # The scale is of those clusters that name no table.
    if not (rules.tables and rules.clusters) or any(each.table is None for each in rules.clusters.values()):
        if (scale := rules.scale) is not None:
            points, bonus = names.measure(scale.points), names.measure(scale.bonus)
            yield from _line(names.say("ruleset-scale", points=points, bonus=bonus), scale.basis, scale.trust, names)
            yield from _rounding(scale, names)
        yield from _children(of_table(rules.criteria, None), None, 2, names)
    for id_, table in rules.tables.items():
        points, bonus = names.measure(table.points), names.measure(table.bonus)
        of = names.scored_by(id_)
        text = names.say("ruleset-table", name=plain(table.name), id=plain(id_), points=points, bonus=bonus, of=of)
        yield from _line(text, table.basis, table.trust, names)
        yield from _rounding(table, names)
        yield from _children(of_table(rules.criteria, id_), None, 4, names)


def _rounding(scale: Scale | PointTable, names: Names) -> Iterator[str]:
    if scale.rounding is not None:
        text = names.say("scale-rounding", how=names.rounded(scale.rounding.mode, scale.rounding.places))
        yield from _line(text, scale.rounding.basis, scale.rounding.trust, names, 4)


def _children(criteria: tuple[Criterion, ...], parent: str | None, indent: int, names: Names) -> Iterator[str]:
    """The criteria below `parent`, each followed by its own."""
    for criterion in criteria:
        if criterion.parent == parent:
            yield from _line(_criterion(criterion, names), criterion.basis, criterion.trust, names, indent)
            if (rounding := criterion.rounding) is not None:
                text = names.say("criterion-rounding", how=names.rounded(rounding.mode, rounding.places))
                yield from _line(text, rounding.basis, rounding.trust, names, indent + 2)
            yield from _children(criteria, criterion.id, indent + 2, names)


def _criterion(criterion: Criterion, names: Names) -> str:
    parts = [f"{plain(criterion.name)} ({plain(criterion.id)})"]
    if criterion.kind != "points":
        parts.append(names.say(f"kind-{criterion.kind}"))
    if criterion.method is not None:
        leader = "" if criterion.leader is None else names.say(f"leader-{criterion.leader}")
        parts.append(names.say(f"method-{criterion.method}", leader=leader))
    if criterion.max is not None:
        parts.append(names.say("criterion-max", max=names.measure(criterion.max)))
    parts.extend(_points_of(criterion, names))
    parts.extend(_scored_by(criterion, names))
    if criterion.weight != 1:
        parts.append(names.say("criterion-weight", weight=names.measure(criterion.weight)))
    for band in criterion.bands:
        threshold = _threshold(band.at_least, band.more_than, names)
        parts.append(names.say("criterion-band", threshold=threshold, points=names.measure(band.points)))
    return "; ".join(parts)


def _scored_by(criterion: Criterion, names: Names) -> Iterator[str]:
    """By whom a criterion is scored or imposed, and where it is left to the cluster."""
    if criterion.frame:
        yield names.say("criterion-frame")
    if criterion.stages:
        yield names.say("criterion-stages", stages=", ".join(map(names.stage, criterion.stages)))
    if criterion.imposed_by:
        yield names.say("criterion-imposed-by", stages=", ".join(map(names.stage, criterion.imposed_by)))


def _stages(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.stages:
        yield names.say("ruleset-stages")
    for stage in rules.stages:
        text = names.say("ruleset-stage", name=plain(stage.name), id=plain(stage.id), by=names.say(f"by-{stage.by}"))
        yield from _line(text, stage.basis, stage.trust, names)
    if (scoring := rules.scoring) is not None:
        text = names.say("ruleset-scoring", how=names.say(f"take-{scoring.take}"))
        yield from _line(text, scoring.basis, scoring.trust, names)


def _points_of(criterion: Criterion, names: Names) -> Iterator[str]:
    """What a method gives, beside its maximum."""
    if criterion.above_max:
        yield names.say("criterion-above-max")
    if criterion.min is not None:
        yield names.say("criterion-min", min=names.measure(criterion.min))
    if criterion.each is not None:
        yield names.say("criterion-each", each=names.measure(criterion.each))
    if criterion.each_minus is not None:
        yield names.say("criterion-each-minus", each=names.measure(criterion.each_minus))
    if criterion.at_plan is not None:
        yield names.say("criterion-at-plan", points=names.measure(criterion.at_plan))
    if criterion.no_target == "own-group":
        yield names.say("criterion-own-group")
    for held in criterion.held:
        yield names.say("criterion-held", award=names.award(held.award), points=names.measure(held.points))


def _threshold(at_least: Fraction | None, more_than: Fraction | None, names: Names) -> str:
    if at_least is not None:
        return names.say("threshold-at-least", n=names.share(at_least))
    if more_than is not None:
        return names.say("threshold-more-than", n=names.share(more_than))
    return names.say("threshold-none")


def _gates(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.gates or rules.conditions or rules.voting is not None:
        yield names.say("ruleset-gates")
    for gate in rules.gates:
        text = f"{names.phrase('fact', gate.fact)} ({plain(gate.fact)}): {names.say(f'gate-{gate.effect}')}"
        yield from _line(text, gate.basis, gate.trust, names)
    for condition in rules.conditions:
        threshold = _threshold(condition.at_least, condition.more_than, names)
        text = names.say(f"ruleset-{condition.what}", threshold=threshold)
        yield from _line(text, condition.basis, condition.trust, names)
    if (voting := rules.voting) is not None:
        yield from _line(names.say(f"voting-{voting.absent}"), voting.basis, voting.trust, names)


def _order(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.order is None and not rules.ties:
        return
    yield names.say("ruleset-order")
    if (order := rules.order) is not None:
        text = names.say(f"order-{order.by}")
        if (listed := order.shortlist) is not None:
            boundary = names.say(f"shortlist-{listed.boundary}")
            text += names.say("order-shortlist", number=listed.number, boundary=boundary)
        if order.asks is not None:
            text += f": {names.asked(order.asks)}"
        if order.name_places:
            text += names.say("order-places", places=", ".join(map(str, order.name_places)))
        yield from _line(text, order.basis, order.trust, names)
    for step in rules.ties:
        yield from _line(_tie(step, names), step.basis, step.trust, names)


def _tie(step: TieStep, names: Names) -> str:
    text = names.rule(f"ties.{step.id}")
    if step.at_least is not None or step.more_than is not None:
        text += f", {_threshold(step.at_least, step.more_than, names)}"
    if step.over:
        text += names.say("tie-over", criteria="; ".join(map(names.criterion, step.over)))
    if step.then is not None:
        text += names.say(f"tie-{step.then}")
    return text if step.asks is None else f"{text}: {names.asked(step.asks)}"


def _awards(rules: Ruleset, names: Names) -> Iterator[str]:
    if rules.awards:
        yield names.say("ruleset-awards")
    for award in rules.awards:
        yield from _line(f"{plain(award.name)} ({plain(award.id)})", award.basis, award.trust, names)
        yield from _quota(award, names)
        for choose in award.choose:
            text = names.say(
                f"choose-{choose.by}", places=", ".join(map(str, choose.places)), who=names.asked(choose.asks)
            )
            if choose.at_least is not None or choose.more_than is not None:
                text += f", {_threshold(choose.at_least, choose.more_than, names)} "
                of_council = choose.asks == "council" and choose.base == "members"
                text += names.say(f"base-{choose.base or 'ballots'}{'-council' if of_council else ''}")
            if choose.rounds > 1:
                text += names.say("choose-rounds", n=choose.rounds)
            yield from _line(f"{text} ({plain(choose.id)})", choose.basis, choose.trust, names, 4)
        for part in award.over_quota:
            text = names.say(f"over-quota-{part.by}", who=names.asked(part.asks))
            yield from _line(f"{text} ({plain(part.id)})", part.basis, part.trust, names, 4)
        yield from _others(award, names)


def _others(award: Award, names: Names) -> Iterator[str]:
    """What other awards, and other units of one parent, mean for an award."""
    for code, others in (
        ("award-requires", award.requires),
        ("award-excludes", award.excludes),
        ("award-requires-before", award.requires_before),
    ):
        if others:
            yield from entry("-", names.say(code, awards="; ".join(map(names.award, others))), 4)
    for ground in award.grounds:
        yield from _line(f"{names.ground(ground)} ({plain(ground.id)})", ground.basis, ground.trust, names, 4)
    if (at_most := award.at_most) is not None:
        text = names.say("award-at-most", n=at_most.number, per=names.phrase("parent", at_most.per))
        yield from entry("-", text, 4)


def _quota(award: Award, names: Names) -> Iterator[str]:
    quota = award.quota
    if quota is not None:
        yield from _line(quota_words(quota, names), quota.basis, quota.trust, names, 4)


def _headship(rules: Ruleset, names: Names) -> Iterator[str]:
    headship = rules.headship
    if headship is None:
        return
    yield names.say("ruleset-headship")
    text = names.say(f"state-{headship.by}")
    if headship.asks is not None:
        text += f": {names.asked(headship.asks)}"
    yield from _line(text, headship.basis, headship.trust, names)
    if headship.recognised_by is not None:
        yield from entry("-", names.say("headship-recognised", who=names.asked(headship.recognised_by)))
    if headship.seat_of is not None:
        yield from entry("-", names.say("ruleset-seat-of", per=names.phrase("parent", headship.seat_of)))
    if headship.declined is not None:
        yield from entry("-", names.say(f"headship-declined-{headship.declined}"))
    typed = [("head", None, headship.type), *(("deputy", seat.seat, seat.type) for seat in headship.deputies or ())]
    for office, seat, type_ in typed:
        if type_ is not None:
            title = names.office(office, seat)
            yield from entry("-", names.say("headship-type", office=title, type=plain(type_)))
    code = "headship-deputies-unstated" if headship.deputies is None else "headship-deputies"
    yield from entry("-", names.say(code, n=len(headship.deputies or ())))
    for bar in headship.bars:
        offices = ", ".join(map(names.office, bar.for_))
        who = names.say("bar-outgoing") if bar.who else names.phrase("fact", bar.fact or "")
        yield from _line(names.say("headship-bar", offices=offices, who=who), bar.basis, bar.trust, names)


def _said(title: str, rows: Sequence[Limit | UndefinedRule], names: Names) -> Iterator[str]:
    """What the rules only say."""
    if rows:
        yield names.say(title)
    for row in rows:
        yield from _line(plain(row.says), row.basis, row.trust, names)


def _sources(rules: Ruleset, names: Names) -> Iterator[str]:
    if not rules.sources:
        return
    yield names.say("ruleset-sources")
    for source in rules.sources.values():
        parts = [
            source.number or "",
            source.document,
            names.day(source.issued) if source.issued else "",
            source.seen or "",
        ]
        yield from entry("-", "; ".join(plain(part) for part in parts if part))
