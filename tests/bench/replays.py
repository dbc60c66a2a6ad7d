"""Ten years of a country replayed: a folder of 5,670 records is decided again, and one record at each level.

The records are those of one province; each stands in the folder under as many names as there are provinces, which takes
as long to read, check and decide as if they were others.
"""

import os
import sys
import tempfile
from pathlib import Path

from bench.invented import deep_ruleset, deep_season, flat_ruleset, flat_season
from bench.measuring import Bounds, child, idle, machine, timed

from emulrules import Ruleset, Season, decide, load_policy
from emulrules.files.record import parse_record, record_bytes
from emulrules.rerun import ask_again
from emulrules.verdicts import examine

YEARS, PROVINCES, CLUSTERS = 10, 63, 9
UNITS, CRITERIA = 12, 20
RECORDS = YEARS * PROVINCES * CLUSTERS
BOUND = 30.0
"""Seconds on two cores."""
EACH = 1000 * BOUND * 2 / RECORDS
"""Milliseconds of the processor that this leaves for each."""


def record(season: Season, rules: Ruleset) -> bytes:
    """The record of a season."""
    return record_bytes(decide(season, rules, load_policy(rules)))


def folder(where: Path) -> None:
    """Puts the records of all provinces there."""
    rules = flat_ruleset(UNITS, CRITERIA, CLUSTERS)
    for year in range(YEARS):
        for cluster in range(CLUSTERS):
            first = where / f"{year}-{cluster}-0.json"
            first.write_bytes(record(flat_season(UNITS, CRITERIA, cluster, year), rules))
            for province in range(1, PROVINCES):
                os.link(first, where / f"{year}-{cluster}-{province}.json")


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"{UNITS} units x {CRITERIA} criteria; {machine()}")
    flat = record(flat_season(UNITS, CRITERIA), flat_ruleset(UNITS, CRITERIA))
    deep = record(deep_season(UNITS, CRITERIA), deep_ruleset(UNITS, CRITERIA))
    verified, again, deeper = timed(
        (lambda: examine(flat, "verify"), lambda: examine(flat), lambda: examine(deep)), runs=20, batches=10
    )
    print(f"verify, {len(flat)} bytes                     {verified}")
    print(f"recompute, points entered                {again}")
    print(f"recompute, a tree, {len(deep)} bytes          {deeper}")
    held = parse_record(flat)
    (asked,) = timed((lambda: ask_again(held),), runs=3, batches=3)
    print(f"rerun, in four processes besides         {asked}", flush=True)
    with tempfile.TemporaryDirectory() as where:
        folder(Path(where))
        run = child([sys.executable, "-m", "emulrules", "replay", where])
    seconds, spent = run.wall / 1000, run.processor / RECORDS
    print(f"{RECORDS} records of a folder on {os.cpu_count()} cores: {seconds:.1f} s by the wall clock")
    bounds = Bounds()
    bounds.hold("recompute, points entered", again.processor, EACH, "ms of the processor")
    bounds.hold("a record of the folder", spent, EACH, "ms of the processor")
    if idle():
        bounds.hold(f"{RECORDS} records", seconds * (os.cpu_count() or 1) / 2, BOUND, "s on two cores")
    return bounds.status()


if __name__ == "__main__":
    sys.exit(main())
