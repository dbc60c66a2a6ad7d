"""Which units there are, in which clusters, from which day on, and who stands in the place of whom."""

from collections.abc import Iterator

from emulrules.model.ruleset import Ruleset
from emulrules.model.succession import DatedRoster
from emulrules.report.clauses.clause import Clause, final
from emulrules.report.collation import collation_key
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["clusters", "successions", "units"]


def clusters(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Clusters with their members, and with those of later lists."""
    for id_, cluster in sorted(rules.clusters.items(), key=lambda item: collation_key(item[1].name)):
        what = {"n": len(cluster.members), "members": names.listed(cluster.members)}
        text = names.say("ruleset-cluster", name=plain(cluster.name), id=plain(id_), **what)
        text += say(f"rules-{cluster.kind}", names.language)
        if cluster.table is not None:
            text += say("rules-scored-by", names.language, table=plain(cluster.table))
        yield Clause(f"clusters.{id_}", text, cluster.basis, cluster.trust)
        yield from _parents(rules, cluster.members, names)
        for dated in sorted(rules.rosters, key=lambda dated: (dated.on, dated.id)):
            if dated.cluster == id_:
                yield _roster(dated, names)


def _roster(dated: DatedRoster, names: Names) -> Clause:
    what = {"on": names.day(dated.on), "id": plain(dated.id), "n": len(dated.members)}
    text = names.say("ruleset-roster", members=names.listed(dated.members), **what) + _in_season(dated.season, names)
    return Clause(dated.rule.path, text + final(dated.final, names), dated.basis, dated.trust, 1)


def _in_season(season: str | None, names: Names) -> str:
    return "" if season is None else say("rules-in-season", names.language, season=plain(season))


def _parents(rules: Ruleset, members: tuple[str, ...], names: Names) -> Iterator[Clause]:
    """Which members belong together, by what awards count them by."""
    pers = sorted({award.at_most.per for award in rules.awards if award.at_most is not None})
    for per in pers:
        parents: dict[str, list[str]] = {}
        for unit in members:
            if unit in rules.units and per in rules.units[unit].within:
                parents.setdefault(rules.units[unit].within[per], []).append(unit)
        for parent, belonging in sorted(parents.items()):
            yield Clause(None, f"{names.parent(per, parent)}: {names.listed(belonging)}", depth=1)


def successions(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Which units stand in the place of others, and what passes to them by itself."""
    for each in sorted(rules.successions, key=lambda each: (each.on, each.id)):
        units = {"before": names.listed(each.from_), "after": names.listed(each.to)}
        text = names.say(f"ruleset-{each.kind}", on=names.day(each.on), **units) + _in_season(each.season, names)
        if each.cluster is not None:
            named = rules.clusters.get(each.cluster)
            cluster = plain(each.cluster if named is None else named.name)
            text += say("rules-of-cluster", names.language, cluster=cluster)
        if each.carries:
            text += names.say("ruleset-carries", what=", ".join(names.say(f"carries-{what}") for what in each.carries))
        yield Clause(each.rule.path, text + final(each.final, names), each.basis, each.trust)


def units(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """Units by name, with other spellings, types and parents."""
    for id_ in names.sort(rules.units):
        unit = rules.units[id_]
        parts = [f"{plain(unit.name)} ({plain(id_)})"]
        if unit.aliases:
            parts.append(say("rules-aliases", names.language, aliases=", ".join(map(plain, unit.aliases))))
        if unit.type is not None:
            parts.append(say("rules-type", names.language, type=plain(unit.type)))
        parts.extend(names.parent(per, parent) for per, parent in sorted(unit.within.items()))
        yield Clause(f"units.{id_}", "; ".join(parts))
