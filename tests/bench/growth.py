"""Growth: what a decision costs for each unit and criterion, from a small cluster to the largest that is read."""

import sys
from collections.abc import Callable
from functools import partial

from bench.invented import flat_ruleset, flat_season
from bench.measuring import Bounds, Times, counted, machine, once

from emulrules import decide, load_policy

SHAPES = ((12, 20), (24, 20), (48, 20), (100, 20), (200, 20), (12, 50), (12, 100), (12, 200), (12, 500),
          (50, 100), (100, 200), (200, 500))  # fmt: skip
BATCHES = 10
MOST = 1.5
"""So many times what a cell of the smallest shape costs, a cell of any other may cost: level, with room for noise.

Were any part of the cost quadratic in units or in criteria, the largest shape would cost many times as much.
"""


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"growth; {machine()}")
    made = [_made(units, criteria) for units, criteria in SHAPES]
    times = [Times() for _ in SHAPES]
    # Shapes take turns, so that other work on the machine weighs on all of them alike.
    for _ in counted(range(BATCHES), BATCHES, "batches"):
        for (units, criteria), call, into in zip(SHAPES, made, times, strict=True):
            into.batches.append([once(call) for _ in range(max(1, 5_000 // (units * criteria)))])
    print("units  criteria  least time of the processor  for each unit x criterion")
    costs = [1000 * each.least / (units * criteria) for (units, criteria), each in zip(SHAPES, times, strict=True)]
    for (units, criteria), each, cost in zip(SHAPES, times, costs, strict=True):
        print(f"{units:5d}  {criteria:8d}  {each.least:24.2f} ms  {cost:22.2f} us")
    bounds = Bounds()
    for (units, criteria), cost in zip(SHAPES[1:], costs[1:], strict=True):
        bounds.hold(f"{units} x {criteria} for each cell, against 12 x 20", cost / costs[0], MOST, "times")
    return bounds.status()


def _made(units: int, criteria: int) -> Callable[[], object]:
    """A call that decides a season of that shape."""
    season, rules = flat_season(units, criteria), flat_ruleset(units, criteria)
    return partial(decide, season, rules, load_policy(rules))


if __name__ == "__main__":
    sys.exit(main())
