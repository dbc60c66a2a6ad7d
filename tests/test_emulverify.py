"""The verifier of one file: what it finds, and where it agrees with the engine, which it does not know."""

import ast
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import emulverify
from emulrules import EmulrulesError, decide, load_council, load_policy, load_ruleset, load_season, read_record, review
from emulrules.files.record import record_bytes
from emulrules.testing import cases, councils, course, later, rulesets, seasons
from emulrules.testing.chance import Lots

ROOT = Path(__file__).parent.parent
VECTORS = ROOT / "tests/vectors/decision-1"
INDEX = json.loads((VECTORS / "index.json").read_text(encoding="utf-8"))
OWN = json.loads((ROOT / "tests/vectors/verifier/index.json").read_text(encoding="utf-8"))
DEEP = os.environ.get("EMULRULES_DEPTH") == "deep"
FOLDER = ROOT / "rulesets/emulrules_rulesets"
SHIPPED = sorted([*FOLDER.glob("*/cases/*.toml"), *FOLDER.glob("*/councils/*.toml")])
# One file that can be read from top to bottom: it may not grow further.
MOST_LINES = 3300
Body = dict[str, Any]


def written(body: Body) -> bytes:
    return emulverify.write(body).encode()


def good(name: str) -> Body:
    found: Body = json.loads((VECTORS / "good" / f"{name}.json").read_bytes())
    return found


@pytest.mark.parametrize("each", INDEX["good"], ids=lambda each: each["file"][5:-5])
def test_a_good_vector_matches(each: Body) -> None:
    data = (VECTORS / each["file"]).read_bytes()
    verdict = emulverify.verify(data)
    assert verdict == emulverify.Verdict(0, dict.fromkeys(range(1, 12), True))
    assert each["id"] == sha256(data).hexdigest()


@pytest.mark.parametrize("each", INDEX["bad"], ids=lambda each: each["file"][4:-5])
def test_a_bad_vector_has_its_status_and_its_step(each: Body) -> None:
    verdict = emulverify.verify((VECTORS / each["file"]).read_bytes())
    found = verdict.difference
    assert verdict.status == each["status"]
    assert (found.step["n"] if found and found.step else None) == each.get("step")
    if "part" in each:
        assert found is not None
        assert found.where == each["part"]


@pytest.mark.parametrize("each", OWN, ids=lambda each: each["file"][:-5])
def test_each_check_fails_alone(each: Body) -> None:
    verdict = emulverify.verify((ROOT / "tests/vectors/verifier" / each["file"]).read_bytes())
    assert verdict.status == each["status"]
    assert [check for check, held in verdict.held.items() if not held] == [each["check"]]


def test_every_check_has_a_record_that_fails_it_alone() -> None:
    assert {each["check"] for each in OWN} == set(range(1, 12))


def test_an_altered_awardee_total_act_or_answer_is_found_at_its_step() -> None:
    body = good("small")
    award = next(step for step in body["steps"] if step["step"] == "award")
    award["unit"] = next(each["unit"] for each in body["standings"] if each["unit"] != award["unit"])
    total = good("small")
    step = next(step for step in total["steps"] if step["step"] == "total")
    step["output"] = "1"
    for changed, n in ((body, award["n"]), (total, step["n"])):
        verdict = emulverify.verify(written(changed | emulverify.outcome(changed)))
        assert verdict.difference is not None
        assert verdict.difference.step["n"] == n
        assert verdict.status in (10, 11)
    act = good("small")
    next(each for each in act["season"]["acts"] if each["question"] == "head")["trust"] = "reported"
    answer = good("small")
    next(each for each in answer["answers"] if each["hook"] == "criterion_weights")["answer"]["values"]["viec"] = "2"
    for changed, kind in ((act, "act"), (answer, "total")):
        verdict = emulverify.verify(written(changed))
        assert verdict.difference is not None
        assert verdict.difference.step["step"] == kind


def test_an_answer_of_standard_that_the_whole_record_follows_is_found() -> None:
    (each,) = (each for each in OWN if each["check"] == 11)
    verdict = emulverify.verify((ROOT / "tests/vectors/verifier" / each["file"]).read_bytes())
    assert verdict.difference is not None
    assert verdict.held[8]
    assert verdict.held[9]


def shipped(path: Path) -> bytes | None:
    """The record of a shipped case; None where it needs other records than those of its folder."""
    try:
        if path.parent.name == "councils":
            sitting = load_council(path)
            records = [read_record(path.parent / (cited.file or "")) for cited in sitting.decisions]
            return record_bytes(review(records, load_ruleset(sitting.as_season), sitting))
        season = load_season(path)
        ruleset = load_ruleset(season)
        return record_bytes(decide(season, ruleset, load_policy(ruleset)))
    except EmulrulesError:
        return None


def test_it_agrees_on_every_shipped_case() -> None:
    found = {path.name: shipped(path) for path in (SHIPPED if DEEP else SHIPPED[::3])}
    records = {name: data for name, data in found.items() if data is not None}
    assert len(records) > len(found) * 0.8
    assert {name: emulverify.verify(data).status for name, data in records.items()} == dict.fromkeys(records, 0)


def clusters(seed: int) -> Iterator[bytes]:
    """The records of an invented year, one for every time that something more was answered."""
    chance = Lots(f"emulverify {seed}")
    ruleset = rulesets.invent_ruleset(chance)
    case = cases.Case(seasons.invent_season(chance, ruleset), ruleset, load_policy(ruleset))
    try:
        year = course.run(case, course.answered_at_random(case, chance))
        yield from map(record_bytes, year.decisions)
        if seed % 2:
            after = later.invent_aftermath(year.cases[-1], course.answered_at_random(case, chance), chance)
            yield record_bytes(after.decide())
    except EmulrulesError:
        return


def above(seed: int) -> Iterator[bytes]:
    chance = Lots(f"emulverify {seed}")
    sitting = councils.invent_council(chance)
    for _ in range(3):
        decision = sitting.decide()
        yield record_bytes(decision)
        acts = [sitting.answered(chance, each) for each in decision.questions if not each.after]
        if not acts:
            return
        sitting = evolve(sitting, season=evolve(sitting.season, acts=(*sitting.season.acts, *acts)))


@pytest.mark.parametrize(("source", "number"), [(clusters, 8000 if DEEP else 120), (above, 2000 if DEEP else 40)])
def test_it_agrees_on_random_decisions(source: Any, number: int) -> None:
    done, seed = 0, 0
    while done < number:
        for data in source(seed):
            verdict = emulverify.verify(data)
            assert verdict.status == 0, (seed, verdict)
            done += 1
        seed += 1


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"{", b"[" * 100_000, b"1" * 5000, b'"\\ud800"', b"null", b"{}", b"\x00"]
)
def test_any_bytes_give_a_verdict(data: bytes) -> None:
    assert emulverify.verify(data).status == 15


def test_what_the_rules_refer_to_and_do_not_have_gives_a_verdict() -> None:
    """Each word of a record in the place of each other one, here and there."""
    data = (VECTORS / "good/small.json").read_bytes()
    for place in range(0, len(data), 1 if DEEP else 37):
        verdict = emulverify.verify(data[:place] + b"z" + data[place + 1 :])
        assert verdict.status in (0, 10, 11, 14, 15)
    for old in (b"don-vi-a", b"flag", b"nep", b"order", b"meeting"):
        assert emulverify.verify(data.replace(b'"' + old + b'"', b'"zz"', 1)).status != 0


def run(*arguments: str) -> tuple[int, list[str]]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        status = emulverify.main(arguments)
    out.seek(0)
    return status, out.read().splitlines()


def test_it_prints_numbered_checks_and_the_verdict_last() -> None:
    status, lines = run(str(VECTORS / "good/small.json"), "--lang", "en")
    assert (status, lines[-1]) == (0, "MATCH")
    assert [line.split(".")[0].strip() for line in lines[1:12]] == [str(n) for n in range(1, 12)]
    status, lines = run(str(VECTORS / "bad/bytes-bom.json"))
    assert (status, lines[-1]) == (15, "KHÔNG HỢP LỆ")
    assert sum("không kiểm tra" in line for line in lines) >= 10
    assert run("no-such-file")[0] == 2


def test_it_stands_alone() -> None:
    source = Path(emulverify.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert names <= sys.stdlib_module_names
    for path in (ROOT / "src/emulrules").rglob("*.py"):
        assert "emulverify" not in path.read_text(encoding="utf-8")
    asked = [sys.executable, "-I", emulverify.__file__, str(VECTORS / "good/tiny.json")]
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 0
