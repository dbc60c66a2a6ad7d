"""Measures a decision and the start of the command against their bounds: `make bench`.

Figures are the best and the median of several runs in this process or of several fresh processes; a machine that does
something else at the same time makes them worse, never better.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from emulrules import Ruleset, Season, decide, load_policy
from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.headship import Headship
from emulrules.model.order import Order
from emulrules.model.ruleset import Cluster, Span, Unit
from emulrules.model.table import Table

ROOT = Path(__file__).parent.parent.parent
CASE = ROOT / "rulesets" / "emulrules_rulesets" / "song-lam-blocs" / "cases" / "2022-van-hoa-xa-hoi.toml"
BASIS = ("synthetic",)


def synthetic(units: int, criteria: int) -> tuple[Season, Ruleset]:
    """A season of so many units and entered criteria, without ties at the line."""
    ids = [f"don-vi-{n:03d}" for n in range(units)]
    leaves = tuple(
        Criterion(f"tieu-chi-{n:03d}", f"Tiêu chí {n}", BASIS, "assumed", method="entered", max=Fraction(50))
        for n in range(criteria)
    )
    scores = {
        leaf.id: Table({unit: Fraction((7 * u * u + 11 * c) % 5000, 100) for u, unit in enumerate(ids)})
        for c, leaf in enumerate(leaves)
    }
    ruleset = Ruleset(
        "do-thoi-gian",
        "Quy chế để đo (giả định)",
        "giả định",
        "standard",
        date(2021, 1, 1),
        Span("2021"),
        clusters=Table(cum=Cluster("Cụm", tuple(ids), BASIS, "assumed")),
        units=Table({unit: Unit(unit) for unit in ids}),
        scale=Scale(BASIS, "assumed", points=Fraction(50 * criteria)),
        criteria=leaves,
        order=Order("points", BASIS, "assumed", (1, 2, 3)),
        awards=(Award("flag", "Cờ", (Choose("top", "standing"),), BASIS, "assumed", quota=QuotaRule(number=2)),),
        headship=Headship("elected", BASIS, "assumed", asks="members"),
    )
    return Season("do-thoi-gian", "cum", "2021", scores=Table(scores)), ruleset


def times(call: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        call()
        taken.append((perf_counter() - start) * 1000)
    return taken


def line(name: str, taken: list[float], bound: str) -> None:
    """Prints best and median in milliseconds."""
    print(f"{name:<52} best {min(taken):8.2f} ms   median {median(taken):8.2f} ms   {bound}")


def process(*arguments: str) -> Callable[[], object]:
    """A call that runs the interpreter with arguments, and waits."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False)


def main() -> None:
    """Every measurement, one line each."""
    season, ruleset = synthetic(12, 20)
    policy = load_policy(ruleset)
    decide(season, ruleset, policy)
    line("decide, 12 units x 20 criteria", times(lambda: decide(season, ruleset, policy), 200), "aim 1, bound 3")
    rows = [list(column.values()) for column in season.scores.values()]
    bare = times(lambda: sorted(sum(column, Fraction(0)) for column in zip(*rows, strict=True)), 200)
    line("the same sums and sort in bare fractions", bare, "")
    for units, criteria in ((24, 20), (12, 40), (48, 80)):
        larger, rules = synthetic(units, criteria)
        asked = load_policy(rules)
        line(f"decide, {units} x {criteria}", times(partial(decide, larger, rules, asked), 20), "linear")
    start = times(process("-c", "pass"), 20)
    line("bare interpreter", start, "")
    line("emulrules --version", times(process("-m", "emulrules", "--version"), 20), "60 over the interpreter")
    line("one season from the shell", times(process("-m", "emulrules", "decide", str(CASE)), 20), "200")


if __name__ == "__main__":
    main()
