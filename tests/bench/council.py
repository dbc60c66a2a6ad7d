"""Ten clusters of 12 units by 20 criteria and the council above them: what deciding all of it takes."""

import sys
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from attrs import evolve
from bench.invented import flat_ruleset, flat_season
from bench.measuring import Bounds, idle, machine, timed

from emulrules import Decision, Ruleset, Sitting, decide, load_policy, review
from emulrules.model.award import Choose, Limit
from emulrules.model.order import Order
from emulrules.model.review import CouncilAbove, Review
from emulrules.model.season import Act
from emulrules.model.sitting import Cited, Seated
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.policy import Policy

CLUSTERS: Final = 10
UNITS: Final = 12
CRITERIA: Final = 20
BOUND: Final = 100.0
"""Milliseconds for all of it."""

_BASIS: Final = ("giả định",)
_COUNCIL: Final = "hoi-dong"


class Kept(NamedTuple):
    """A decision by the id of its record; the id is made up, since making records is no part of deciding."""

    id: str
    decision: Decision


def province() -> tuple[Ruleset, Policy]:
    """A ruleset of ten clusters with two flags each, of which the council grants as many as a fifth of the leaders."""
    rules = flat_ruleset(UNITS, CRITERIA, CLUSTERS)
    limit = Limit("han-muc", "Một phần năm (giả định)", _BASIS, "assumed", "flag", Fraction(1, 5), "leaders")
    chosen = Review("flag", _BASIS, "assumed", choose=(Choose("xet", "decision", "council"),))
    council = CouncilAbove("Hội đồng (giả định)", _BASIS, "assumed")
    rules = evolve(rules, headship=None, limits=(limit,), reviews=(chosen,), councils=Table({_COUNCIL: council}))
    return rules, load_policy(rules)


def decided(rules: Ruleset, policy: Policy) -> tuple[Kept, ...]:
    """The decisions of all clusters."""
    flat = flat_ruleset(UNITS, CRITERIA)
    whole = evolve(rules, headship=flat.headship, order=Order("points", _BASIS, "assumed"))
    return tuple(
        Kept(f"{number:064x}", decide(flat_season(UNITS, CRITERIA, number), whole, policy))
        for number in range(CLUSTERS)
    )


def sitting(records: Iterable[Kept]) -> Sitting:
    """The council's sitting, at which it chooses two; its minutes say who leads where the first place is shared."""
    kept = list(records)
    best = [each.decision.awards[0].unit for each in kept[:2]]
    act = Act("award:flag:xet", "bien-ban", "read", choice=best)
    return Sitting(
        "quy-che-de-do",
        "2013",
        Seated(_COUNCIL),
        tuple(Cited(each.id) for each in kept),
        sources=Table({"bien-ban": Source("Biên bản (giả định)")}),
        facts=Table({"cluster-leader": tuple(each.decision.standings[0].unit for each in kept)}),
        acts=(act,),
    )


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"{CLUSTERS} clusters of {UNITS} units x {CRITERIA} criteria and their council; {machine()}")
    rules, policy = province()
    records = decided(rules, policy)
    held = sitting(records)
    both, council = timed(
        (lambda: review(decided(rules, policy), rules, held), lambda: review(records, rules, held)), runs=5, batches=10
    )
    granted = sum(each.state == "granted" for each in review(records, rules, held).grants)
    print(f"clusters and council, {granted} of {2 * CLUSTERS} granted   {both}")
    print(f"the council alone                         {council}")
    bounds = Bounds()
    bounds.hold("clusters and council", both.processor, BOUND, "ms")
    if idle():
        bounds.hold("clusters and council, by the wall clock", both.wall, BOUND, "ms")
    return bounds.status()


if __name__ == "__main__":
    sys.exit(main())
