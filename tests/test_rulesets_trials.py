"""Facts about seasons under two rulesets: what is left out, what is not decided, and which rule is told as a cause."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from emulrules.cli import main

SMALL = """
format    = "emulrules/ruleset/1"
id        = "khoi-thu"
title     = "Quy chế khối thi đua (giả định)"
authority = "Cơ quan giả định"
policy    = "standard"
in_force  = 2021-01-15
seasons   = { first = "2021", last = "2023" }
[sources.quy-che]
document = "Quy chế khối (giả định)"
[clusters.khoi-a]
name    = "Khối A"
kind    = "bloc"
members = ["a", "b", "c"]
basis   = "quy-che Điều 2"
trust   = "assumed"
[units]
a = { name = "Đơn vị A (giả định)" }
b = { name = "Đơn vị B (giả định)" }
c = { name = "Đơn vị C (giả định)" }
[[criteria]]
id = "viec"
name = "Việc"
kind = "points"
method = "entered"
max = 60
basis = "quy-che Điều 4"
trust = "assumed"
[order]
by    = "points"
name_places = [1]
basis = "quy-che Điều 5"
trust = "assumed"
[[ties]]
id = "y-kien"
by = "decision"
asks = "chair"
basis = "quy-che Điều 6"
trust = "assumed"
[[awards]]
id     = "co"
name   = "Cờ thi đua (giả định)"
choose = [{ id = "thu-nhat", by = "place", places = [1] }]
basis  = "quy-che Điều 8"
trust  = "assumed"
[headship]
by       = "elected"
asks     = "members"
deputies = [{ seat = "mot" }, { seat = "hai" }]
basis    = "quy-che Điều 9"
trust    = "assumed"
"""
YEAR = """
format = "emulrules/season/1"
ruleset = "khoi-thu"
cluster = "khoi-a"
season = "2021"
[sources.bb]
document = "Biên bản (giả định)"
[scores.viec]
a = "55"
b = "50"
c = "40"
"""
ACT = """
[[acts]]
question = "{question}"
decided_by = "members"
choice = ["{unit}"]
source = "bb"
trust = "read"
"""
HEADED = [("head", "a"), ("deputy:mot", "b"), ("deputy:hai", "c")]
DEPUTIES = 'deputies = [{ seat = "mot" }, { seat = "hai" }]'


def tried(folder: Path, *edits: tuple[str, str], form: str = "json", language: str = "en") -> Any:
    """The year of `YEAR` under `SMALL` and under a draft with other words in it."""
    after = SMALL
    for old, new in edits:
        assert old in after
        after = after.replace(old, new)
    acts = "".join(ACT.format(question=question, unit=unit) for question, unit in HEADED)
    for name, text in (("truoc.toml", SMALL), ("sau.toml", after), ("nam/2021.toml", YEAR + acts)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    arguments = [*map(str, (folder / "truoc.toml", folder / "sau.toml")), "--cases", str(folder / "nam")]
    result = CliRunner().invoke(main, ["rulesets", "diff", *arguments, "--format", form, "--lang", language])
    assert "" == result.stderr
    return json.loads(result.stdout)["cases"][0] if form == "json" else " ".join(result.stdout.split())


def test_acts_that_nothing_asks_for_are_left_out_and_listed_with_their_lines(tmp_path: Path) -> None:
    found = tried(tmp_path, (DEPUTIES, "deputies = []"))
    first = (YEAR + ACT).count("\n")
    assert ([], ["deputy:mot", "deputy:hai"]) == (
        found["left_out"]["before"],
        [each["question"] for each in found["left_out"]["after"]],
    )
    assert [["acts", 1], ["acts", 2]] == [each["path"][:2] for each in found["left_out"]["after"]]
    assert all(each["line"] > first for each in found["left_out"]["after"])
    assert {"before": "complete", "after": "complete"} == found["status"]
    assert [("b", "office"), ("c", "office")] == [(each["unit"], each["what"]) for each in found["changes"]]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "Theo quy chế sau: đã đủ kết luận - bỏ qua một quyết định:"),
        ("en", "Under the one after: complete - an act was left out:"),
    ],
)
def test_an_act_that_was_left_out_is_told_under_the_ruleset_that_refused_it(
    tmp_path: Path, language: str, told: str
) -> None:
    assert told in tried(tmp_path, (DEPUTIES, "deputies = []"), form="text", language=language)


def undecided(found: Any, what: str) -> dict[str, tuple[bool, bool]]:
    changes = [each for each in found["changes"] if each["what"] == what]
    return {each["unit"]: (each["undecided"]["before"], each["undecided"]["after"]) for each in changes}


BY_MEETING = ('by    = "points"', 'by    = "meeting"\nasks  = "meeting"')


def test_what_an_open_question_concerns_is_not_decided_and_not_lost(tmp_path: Path) -> None:
    found = tried(tmp_path, BY_MEETING)
    assert {"before": "complete", "after": "pending"} == found["status"]
    assert dict.fromkeys("abc", (False, True)) == undecided(found, "place")
    assert {"a": (False, True)} == undecided(found, "award")


def test_an_office_whose_act_waits_for_a_fact_is_not_decided(tmp_path: Path) -> None:
    bar = 'bars = [{ id = "tre", for = ["head"], fact = "late", basis = "quy-che Điều 9", trust = "assumed" }]'
    found = tried(tmp_path, (DEPUTIES, f"{DEPUTIES}\n{bar}"))
    assert (False, True) == undecided(found, "office")["a"]


def test_an_office_that_there_is_no_more_is_decided(tmp_path: Path) -> None:
    found = tried(tmp_path, (DEPUTIES, "deputies = []"))
    assert {"b": (False, False), "c": (False, False)} == undecided(found, "office")


@pytest.mark.parametrize(("language", "told"), [("vi", "chưa quyết định"), ("en", "not decided")])
def test_text_says_not_decided(tmp_path: Path, language: str, told: str) -> None:
    shown = tried(tmp_path, BY_MEETING, form="text", language=language)
    assert 4 == shown.count(f"→ {told}.")
