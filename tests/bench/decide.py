"""One decision of 12 units by 20 criteria, with all steps, against bare sums of fractions and a sort beside it."""

import sys
from fractions import Fraction

from bench.invented import deep_ruleset, deep_season, flat_ruleset, flat_season
from bench.measuring import Bounds, idle, machine, timed

from emulrules import decide, load_policy

UNITS = 12
CRITERIA = 20
BOUND = 3.0
"""Milliseconds; the aim is 1."""


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"{UNITS} units x {CRITERIA} criteria; {machine()}")
    flat, deep = flat_season(UNITS, CRITERIA), deep_season(UNITS, CRITERIA)
    flat_rules, deep_rules = flat_ruleset(UNITS, CRITERIA), deep_ruleset(UNITS, CRITERIA)
    flat_policy, deep_policy = load_policy(flat_rules), load_policy(deep_rules)
    columns = [list(column.values()) for column in flat.scores.values()]
    decided, deeper, bare, loaded = timed(
        (
            lambda: decide(flat, flat_rules, flat_policy),
            lambda: decide(deep, deep_rules, deep_policy),
            lambda: sorted((sum(row, Fraction(0)) for row in zip(*columns, strict=True)), reverse=True),
            lambda: load_policy(flat_rules),
        ),
        runs=50,
        batches=20,
    )
    steps, more = len(decide(flat, flat_rules, flat_policy).steps), len(decide(deep, deep_rules, deep_policy).steps)
    print(f"decide, points entered, {steps} steps              {decided}")
    print(f"decide, a tree with proportions, {more} steps      {deeper}")
    print(f"the same sums and a sort in bare fractions      {bare}")
    print(f"the policy, made once for all its seasons       {loaded}")
    print(f"decide takes {decided.least / bare.least:.1f} times what the bare sums take")
    bounds = Bounds()
    bounds.hold("points entered", decided.processor, BOUND, "ms")
    bounds.hold("a tree with proportions", deeper.processor, BOUND, "ms")
    if idle():
        bounds.hold("points entered, by the wall clock", decided.wall, BOUND, "ms")
        bounds.hold("a tree with proportions, by the wall clock", deeper.wall, BOUND, "ms")
    return bounds.status()


if __name__ == "__main__":
    sys.exit(main())
