"""Growth: what a decision costs for each unit and criterion, from a small cluster to the largest that is read."""

import sys
from functools import partial

from bench.invented import flat_ruleset, flat_season
from bench.measuring import Bounds, counted, machine, timed

from emulrules import decide, load_policy

SHAPES = ((12, 20), (24, 20), (48, 20), (100, 20), (200, 20), (12, 50), (12, 100), (12, 200), (12, 500),
          (50, 100), (100, 200), (200, 500))  # fmt: skip
MOST = 1.25
"""So many times what a cell of the smallest shape costs, a cell of any other may cost: level, with room for noise."""


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"growth; {machine()}")
    print("units  criteria  least time of the processor  for each unit x criterion")
    costs: dict[tuple[int, int], float] = {}
    for units, criteria in counted(SHAPES, len(SHAPES), "shapes"):
        season, rules = flat_season(units, criteria), flat_ruleset(units, criteria)
        cells = units * criteria
        (times,) = timed([partial(decide, season, rules, load_policy(rules))], max(1, 5_000 // cells), 10)
        costs[units, criteria] = 1000 * times.least / cells
        print(f"{units:5d}  {criteria:8d}  {times.least:24.2f} ms  {costs[units, criteria]:22.2f} us", flush=True)
    base, bounds = costs[SHAPES[0]], Bounds()
    for (units, criteria), cost in costs.items():
        bounds.hold(f"{units} x {criteria} for each cell, against {SHAPES[0]}", cost / base, MOST, "times")
    return bounds.status()


if __name__ == "__main__":
    sys.exit(main())
