"""Facts about cost that hold on a busy machine too: what is imported, how many calls a decision takes, how they grow.

The times themselves are measured by `make bench`, which nothing else should disturb.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from types import FrameType
from typing import Any, Final

import pytest
from bench.invented import deep_ruleset, deep_season, flat_ruleset, flat_season
from cases import CASES, RULESETS, decided

from emulrules import decide, load_policy
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season

CASE: Final = next(path for path in CASES if path.stem == "2021-cluster-8")

RUN: Final = """
import sys
before = set(sys.modules)
from emulrules.cli import main
try:
    main(sys.argv[1:], prog_name="emulrules")
except SystemExit:
    pass
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""


@cache
def imported(*arguments: str) -> frozenset[str]:
    """Every module that the program imports for these arguments."""
    ran = subprocess.run([sys.executable, "-c", RUN, *arguments], check=True, capture_output=True, text=True)
    return frozenset(ran.stderr.split())


def roots(modules: frozenset[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_the_version_is_told_without_a_verb_or_a_model() -> None:
    own = {module for module in imported("--version") if module.startswith("emulrules")}
    assert {"emulrules", "emulrules.cli", "emulrules.cli.program", "emulrules.cli.usage"} == own
    assert set() == {"attr", "attrs", "cattrs", "importlib.metadata", "pluggy", "tomli"} & roots(imported("--version"))


@pytest.mark.parametrize("arguments", [("--version",), ("decide", str(CASE))], ids=["version", "decide"])
def test_nothing_is_imported_that_only_other_verbs_need(arguments: tuple[str, ...]) -> None:
    slow = {"asyncio", "csv", "difflib", "email", "hypothesis", "rich", "socket", "zipfile"}
    # Every report ends in the id of its record.
    identifying = set() if "decide" in arguments else {"hashlib", "json"}
    assert set() == (slow | identifying) & roots(imported(*arguments))
    assert "importlib.metadata" not in imported(*arguments)


def test_a_season_is_decided_with_the_modules_that_it_needs() -> None:
    """A count that grows by a dozen is looked at; one that grows by a library is seen at once."""
    modules = imported("decide", str(CASE))
    assert "emulrules_ict" in modules
    assert 130 > len([module for module in modules if module.partition(".")[0] == "emulrules"])
    assert 330 > len(modules)


def calls(call: Callable[[], object]) -> int:
    """How many functions are called, in Python and in C: the same on every machine and however busy it is."""
    number = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        call()
    finally:
        sys.setprofile(before)
    return number


@cache
def cost(units: int, criteria: int) -> int:
    """The calls that one decision takes."""
    season, rules = flat_season(units, criteria), flat_ruleset(units, criteria)
    policy = load_policy(rules)
    decide(season, rules, policy)
    return calls(lambda: decide(season, rules, policy))


def test_a_decision_takes_a_bounded_number_of_calls_for_each_unit_and_criterion() -> None:
    assert 40 > (cost(24, 40) - cost(24, 20)) / (24 * 20)


@pytest.mark.parametrize(
    ("small", "large"),
    [
        pytest.param((12, 40), (12, 80), id="criteria"),
        pytest.param((40, 12), (80, 12), id="units"),
        pytest.param((40, 40), (80, 80), id="both"),
    ],
)
def test_calls_grow_no_faster_than_units_by_criteria(small: tuple[int, int], large: tuple[int, int]) -> None:
    times = (large[0] * large[1]) / (small[0] * small[1])
    assert 1.02 * times >= cost(*large) / cost(*small)


YEARS: dict[str, tuple[Season, Ruleset]] = {
    "points entered": (flat_season(12, 20), flat_ruleset(12, 20)),
    "a tree with proportions": (deep_season(12, 20), deep_ruleset(12, 20)),
}


@pytest.mark.parametrize("name", YEARS)
def test_a_decision_is_made_within_ten_times_its_bound(name: str) -> None:
    season, rules = YEARS[name]
    policy = load_policy(rules)
    best = 1.0
    for _ in range(10):
        start = process_time()
        decide(season, rules, policy)
        best = min(best, process_time() - start)
    assert 0.030 > best


def seconds(*arguments: str) -> float:
    """The processor's time that the program takes in a process of its own, however long it waits for its turn."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "emulrules", *arguments], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def largest(paths: Iterable[Path]) -> Path:
    return max(paths, key=lambda path: (path.stat().st_size, path.name))


def test_the_largest_ruleset_that_is_shipped_is_checked_in_two_seconds() -> None:
    ruleset = largest(path for path in RULESETS.glob("*/*.toml"))
    assert 2 > seconds("check", ruleset.parent.name, "--rulesets", str(RULESETS))


def test_the_largest_year_that_is_shipped_is_explained_in_two_seconds() -> None:
    season = largest(CASES)
    decision = decided(season.stem)
    assert 2 > seconds("explain", str(season), "--unit", decision.units[-1].id)


@pytest.mark.parametrize("kind", ["ruleset", "plugin"])
def test_a_distribution_is_made_in_two_seconds(kind: str, tmp_path: Path) -> None:
    assert 2 > seconds("new", kind, "Bộ Sông Nước", "-o", str(tmp_path))


def test_a_blank_season_is_made_in_two_seconds(tmp_path: Path) -> None:
    ruleset, cluster = "song-lam-blocs", "van-hoa-xa-hoi"
    to = str(tmp_path / "2022.toml")
    assert 2 > seconds("new", "season", ruleset, cluster, "--season", "2022", "-o", to)
