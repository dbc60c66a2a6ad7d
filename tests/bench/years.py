"""Ten years of a country: 10 seasons of 63 provinces with 9 clusters each are 5,670 decisions.

They are made in processes of their own, so that the memory that is told is that of these decisions alone: once on one
core, once on all of them. The outcome is counted and dropped, as a summary of many years would.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter, process_time
from typing import NamedTuple

from bench.invented import flat_ruleset, flat_season
from bench.measuring import Bounds, counted, machine

from emulrules import decide, load_policy

YEARS, PROVINCES, CLUSTERS = 10, 63, 9
UNITS, CRITERIA = 12, 20
DECISIONS = YEARS * PROVINCES * CLUSTERS
BOUND = 3.0
"""Milliseconds of the processor for each, as for one alone."""
GROWTH = 8.0
"""MiB that the memory may grow between the first tenth of the decisions and the last: nothing of them is kept."""


class Made(NamedTuple):
    """Decisions that were made, the proposals in them, and the seconds of the processor that `decide` took for them.

    `least` are milliseconds a decision in the province that took least.
    """

    decisions: int
    proposals: int
    spent: float
    least: float


def province(number: int) -> Made:
    """Decides every year and cluster of one province."""
    rules = flat_ruleset(UNITS, CRITERIA, CLUSTERS)
    policy = load_policy(rules)
    proposals, spent = 0, 0.0
    for year in range(YEARS):
        for cluster in range(CLUSTERS):
            season = flat_season(UNITS, CRITERIA, cluster, year + number)
            start = process_time()
            decision = decide(season, rules, policy)
            spent += process_time() - start
            proposals += len(decision.awards)
    return Made(YEARS * CLUSTERS, proposals, spent, 1000 * spent / (YEARS * CLUSTERS))


def _together(parts: Iterable[Made]) -> Made:
    decisions, proposals, spent, least = zip(*parts, strict=True)
    return Made(sum(decisions), sum(proposals), sum(spent), min(least))


def _peak(who: int = resource.RUSAGE_SELF) -> float:
    """The most memory that was resident, in MiB."""
    size = resource.getrusage(who).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


def one_core() -> tuple[float, ...]:
    """All decisions one after another: what was made, seconds, MiB after a tenth and in the end."""
    start = perf_counter()
    provinces = iter(counted(range(PROVINCES), PROVINCES, "provinces"))
    first = _together(province(next(provinces)) for _ in range(PROVINCES // 10 + 1))
    early = _peak()
    made = _together([first, *map(province, provinces)])
    return (*made, perf_counter() - start, early, _peak())


def all_cores() -> tuple[float, ...]:
    """All decisions by as many processes as there are cores: what was made, seconds, MiB of the largest process."""
    start = perf_counter()
    with ProcessPoolExecutor() as pool:
        made = _together(counted(pool.map(province, range(PROVINCES)), PROVINCES, "provinces"))
    return (*made, perf_counter() - start, max(_peak(), _peak(resource.RUSAGE_CHILDREN)))


def _apart(what: str) -> list[float]:
    """What one of the two says, in a process of its own."""
    command = [sys.executable, "-m", "bench.years", what]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [float(part) for part in told.split()]


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"{DECISIONS} decisions of {UNITS} x {CRITERIA}; {machine()}", flush=True)
    decisions, proposals, spent, least, seconds, early, most = _apart("one")
    print(f"one core: {seconds:.1f} s by the wall clock, seasons made and decided, {proposals:.0f} proposals")
    print(
        f"  decide alone: {spent:.1f} s of the processor, {1000 * spent / decisions:.2f} ms each, "
        f"{least:.2f} ms each in the quickest province"
    )
    print(f"  memory: at most {most:.1f} MiB, after a tenth {early:.1f} MiB")
    again, same, _, _, wall, largest = _apart("all")
    print(f"{os.cpu_count()} cores: {wall:.1f} s by the wall clock, at most {largest:.1f} MiB a process")
    if (decisions, proposals) != (again, same) or decisions != DECISIONS:
        raise RuntimeError("one core and all cores decided differently")
    bounds = Bounds()
    bounds.hold("a decision among many, in the quickest province", least, BOUND, "ms of the processor")
    bounds.hold("growth of memory", most - early, GROWTH, "MiB")
    return bounds.status()


if __name__ == "__main__":
    if sys.argv[1:]:
        print(*{"one": one_core, "all": all_cores}[sys.argv[1]]())
    else:
        sys.exit(main())
