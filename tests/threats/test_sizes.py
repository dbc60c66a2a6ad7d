"""The largest files that are accepted, and larger ones: decided or refused within 2 s of CPU and 256 MB.

What is refused for its size is refused before it is tried. The decisions that are timed here are larger than any that
a cluster could need, and yet kept small, so that the default run stays quick: the bounds themselves are tried in the
deep one.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from attrs import evolve
from bounded import SECONDS, Bounded
from building import ELECTED, award, choose, criterion, gate, order, ruleset, season, tie
from hypothesis import settings
from record_samples import BODY, GOOD

from emulrules.model.headship import Bar
from emulrules.model.order import Share
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season, UnitEntry
from emulrules.testing.toml_writing import written

DEEP: Final = settings.get_current_profile_name() == "deep"
UNITS: Final = [f"u{number}" for number in range(500)]
RULE: Final[dict[str, Any]] = {"basis": ("Quy chế giả định Điều 1",), "trust": "read"}

Year = tuple[Ruleset, Season]


def scored(**parts: Any) -> Ruleset:
    """A ruleset of 500 units and one criterion."""
    return ruleset(UNITS, criteria=(criterion("c"),), order=order("points", 1), **{"headship": ELECTED, **parts})


def level(**parts: Any) -> Season:
    """A year in which all have the same points."""
    return season(scores={"c": dict.fromkeys(UNITS, 5)}, **parts)


def gates(count: int) -> Year:
    rules = scored(gates=tuple(gate(f"g{number}", "bad", "hold") for number in range(count)))
    return rules, level(facts={"bad": tuple(UNITS)})


def bars(count: int) -> Year:
    barred = tuple(Bar(f"b{number}", ("head", "deputy"), fact="bad", **RULE) for number in range(count))
    return scored(headship=evolve(ELECTED, bars=barred)), level(facts={"bad": tuple(UNITS[1:])})


def ties(count: int) -> Year:
    share = Share("women", "staff")
    steps = tuple(tie(f"t{number}", "share", share=share, at_least="7/10") for number in range(count))
    return scored(ties=steps), level(units={unit: UnitEntry(7, 10) for unit in UNITS})


def awards(count: int) -> Year:
    made = tuple(award(f"a{number}", choose("s", "standing"), quota=500) for number in range(count))
    return scored(awards=made), level()


def exclusions(count: int) -> Year:
    """Each award excludes all that come before it, and the first leaves nobody: there are 2 to the power of paths."""
    made = tuple(
        award(f"a{number}", choose("s", "standing"), quota=3, excludes=tuple(f"a{other}" for other in range(number)))
        for number in range(count)
    )
    rules = ruleset("abc", criteria=(criterion("c"),), order=order("points"), headship=ELECTED, awards=made)
    return rules, season(scores={"c": {"a": 1, "b": 2, "c": 3}})


def rounds(count: int) -> Year:
    ballot = choose("b", "ballot", asks="members", at_least="1/2", base="members", rounds=count)
    return ruleset("abc", order=order("meeting"), headship=ELECTED, awards=(award("f", ballot, quota=2),)), season()


def plans(count: int) -> Year:
    """Plans of 59 digits without a common measure, whose fractions add up to one of ever more digits."""
    ids = [f"c{number}" for number in range(count)]
    rules = ruleset("ab", criteria=tuple(criterion(id_, "proportion", max=1) for id_ in ids), headship=ELECTED)
    cells = {id_: {unit: ("1", str(10**58 + 2 * number + 1)) for unit in "ab"} for number, id_ in enumerate(ids)}
    return evolve(rules, order=order("points")), season(scores=cells)


# How many of each are decided, by default and in the deep run, and which number is refused, with what.
SIZES: dict[str, tuple[Callable[[int], Year], int, int, int, str]] = {
    "gates": (gates, 10, 50, 51, "too-many-entries"),
    "bars": (bars, 10, 50, 51, "too-many-entries"),
    "ties": (ties, 20, 100, 101, "too-many-entries"),
    "awards": (awards, 10, 50, 51, "too-many-entries"),
    "exclusions": (exclusions, 30, 50, 200, "too-many-entries"),
    "rounds": (rounds, 10, 10, 10**9, "too-many-rounds"),
    "plans": (plans, 30, 30, 1_000, "measure-too-long"),
}


@pytest.fixture(scope="module")
def program() -> Iterator[Bounded]:
    bounded = Bounded({})
    yield bounded
    bounded.close()


def files(year: Year) -> dict[str, bytes]:
    rules, given = year
    return {"rules/quy-che/2021-01-01.toml": written(rules).encode(), "season.toml": written(given).encode()}


CALLS: Final = (("decide",), ("decide", "--format", "md"), ("explain", "--unit", "u1"))


@pytest.mark.parametrize("name", SIZES)
def test_a_large_year_is_decided_in_time(name: str, program: Bounded) -> None:
    make, some, most, _, _ = SIZES[name]
    year = files(make(most if DEEP else some))
    for verb, *options in CALLS if DEEP else CALLS[:1]:
        unit = ["a"] if options[-1:] == ["u1"] and name in ("exclusions", "rounds", "plans") else options[-1:]
        ended = program.run([verb, "season.toml", "--rulesets", "rules", *options[:-1], *unit], year)
        assert (True, "") == (ended.status in (0, 3), ended.stderr)
        assert ended.seconds < SECONDS


@pytest.mark.parametrize("name", SIZES)
def test_a_larger_year_is_refused_in_time(name: str, program: Bounded) -> None:
    make, _, _, beyond, code = SIZES[name]
    ended = program.run(["decide", "season.toml", "--rulesets", "rules"], files(make(beyond)))
    assert (1, "") == (ended.status, ended.stdout)
    assert {code} == {line.split(": ")[1] for line in ended.stderr.splitlines()}
    assert ended.seconds < SECONDS


def sheet(units: int, criteria: int) -> dict[str, bytes]:
    """A year of so many units and criteria, with its cells in a sheet."""
    ids = [f"c{number}" for number in range(criteria)]
    rules = ruleset(
        UNITS[:units],
        criteria=tuple(criterion(id_, max=9) for id_ in ids),
        order=order("points", 1),
        headship=ELECTED,
    )
    rows = [",".join(["unit", *ids]), *(",".join([unit, *["5"] * criteria]) for unit in UNITS[:units])]
    scores = "\n".join(rows).encode()
    return files((rules, season())) | {
        "season.toml": written(season(), scores="scores.csv").encode(),
        "scores.csv": scores,
    }


def test_a_sheet_of_more_cells_than_a_decision_can_hold_is_refused_in_time(program: Bounded) -> None:
    ended = program.run(["decide", "season.toml", "--rulesets", "rules"], sheet(500, 400))
    assert (1, "") == (ended.status, ended.stdout)
    assert ended.stderr.startswith("season.toml:2: too-many-cells: ")
    assert ended.seconds < SECONDS


def test_a_sheet_of_many_cells_is_decided_in_time(program: Bounded) -> None:
    size = (500, 200) if DEEP else (100, 100)
    ended = program.run(["decide", "season.toml", "--rulesets", "rules"], sheet(*size))
    assert (3, "") == (ended.status, ended.stderr)
    assert ended.seconds < SECONDS


def enlarged(part: str, value: Any) -> bytes:
    """A good record with another value in one part, as its bytes would be if they could be written."""
    body = json.loads(GOOD)
    *above, last = part.split(".")
    inner = body
    for key in above:
        inner = inner[key]
    inner[last] = value
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


MOST: Final = 16 * 1024 * 1024
LONG: Final = MOST if DEEP else MOST // 4
CRITERION: Final = BODY["rules"]["criteria"][0]
GATE: Final = BODY["rules"]["gates"][0]

RECORDS: dict[str, Callable[[], bytes]] = {
    "brackets": lambda: b"[" * MOST,
    "one text": lambda: b'"' + b"a" * (MOST - 2) + b'"',
    "letters taken apart": lambda: b'"' + "e\u0323\u0302".encode() * (LONG // 5 - 1) + b'"',
    "numbers": lambda: b"[" + b"0," * (LONG // 21) + b"0]",
    "keys": lambda: b"{" + b",".join(b'"%06d":0' % number for number in range(LONG // 32)) + b"}",
    "cells": lambda: enlarged("season.scores", {f"c{n:03}": dict.fromkeys(UNITS, "1") for n in range(300)}),
    "former records": lambda: enlarged("season.former", {f"{n:06}": {"record": "0" * 64} for n in range(100_000)}),
    "gates": lambda: enlarged("rules.gates", [{**GATE, "id": f"g{number:04}"} for number in range(1_000)]),
    "criteria": lambda: enlarged("rules.criteria", [{**CRITERION, "id": f"c{number:04}"} for number in range(2_000)]),
    "units": lambda: enlarged("units", BODY["units"] * 5_000),
    "more than is read": lambda: b" " * (MOST + 1),
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_large_record_gets_a_verdict_in_time(name: str, program: Bounded) -> None:
    ended = program.run(["replay", "record.json"], {"record.json": RECORDS[name]()})
    assert ended.status in (10, 11, 15), ended.stderr
    assert ended.seconds < SECONDS


def test_a_record_is_held_to_the_sizes_of_its_ruleset(program: Bounded) -> None:
    award_ = {**BODY["rules"]["awards"][0]}
    award_["choose"] = [{**BODY["rules"]["awards"][1]["choose"][0], "rounds": 10**8}]
    data = enlarged("rules.awards", [award_, *BODY["rules"]["awards"][1:]])
    ended = program.run(["replay", "record.json"], {"record.json": data})
    assert 15 == ended.status
    assert ": too-many-rounds: " in ended.stderr
