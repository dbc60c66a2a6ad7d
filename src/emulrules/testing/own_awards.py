"""Awards that a law speaks of: the ruleset's own, which its policy says the quota of, or invented ones.

Of its own awards stays what the law is about: their ids, how they are chosen, their quota and their boundary. What they
require or exclude of one another, and what a unit must have done for them, is left out.
"""

from collections.abc import Callable

from attrs import evolve

from emulrules.model.award import Award
from emulrules.model.ruleset import Ruleset, UndefinedRule
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.criteria import BASIS

__all__ = ["award_for", "by_standing", "is_by_standing", "plain", "with_awards"]


def is_by_standing(award: Award) -> bool:
    """Whether the standing alone decides who has the award."""
    return bool(award.choose) and all(step.by == "standing" for step in award.choose)


def plain(award: Award) -> Award:
    """The award by itself: it turns on no other award, and on nothing that units did."""
    return evolve(award, requires=(), excludes=(), requires_before=(), grounds=(), at_most=None, over_quota=())


def by_standing(ruleset: Ruleset) -> tuple[Award, ...]:
    """The ruleset's awards that the standing alone decides, each by itself."""
    return tuple(plain(award) for award in ruleset.awards if is_by_standing(award))


def award_for(case: Case, chance: Chance, own: tuple[Award, ...], invent: Callable[[], Award]) -> Award | None:
    """One of the ruleset's `own` awards or, every other time, an invented one.

    None where it has none: what a law finds of awards that nobody has says nothing of the ruleset, unless that is
    invented as well.
    """
    if own and yes(chance):
        return one(chance, own)
    return invent() if own or case.is_invented else None


def with_awards(case: Case, ruleset: Ruleset, *awards: Award) -> Case:
    """The case with these awards alone, of whose quotas it leaves open what `ruleset` does.

    A quota that neither of them says, such as of an award for places, is asked where the policy does not answer it.
    """
    quotas = {f"awards.{award.id}.quota": award for award in awards}
    rest = [rule for rule in case.ruleset.undefined if not rule.what.startswith("awards.")]
    open_ = [rule for rule in ruleset.undefined if rule.what in quotas]
    for what in sorted(quotas.keys() - {rule.what for rule in open_}):
        if quotas[what].quota is None:
            open_.append(UndefinedRule(f"so-luong-{quotas[what].id}", what, "Không nói", BASIS, "assumed", "ministry"))
    return case.under(evolve(case.ruleset, awards=awards, limits=(), undefined=(*rest, *open_)))
