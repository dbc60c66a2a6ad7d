"""The shipped sittings of councils: byte for byte, from the records that they cite, in any order; and their files."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from cases import RULESETS, decided
from click.testing import CliRunner

from emulrules import Decision, Fault, RecordError, Ruleset, SeasonError, Sitting, load_ruleset, review, to_json
from emulrules.cli import main
from emulrules.files.canonical import encode
from emulrules.files.council import read_cited, read_council
from emulrules.files.decision_json import body
from emulrules.files.record import Record, parse_record, record_bytes
from emulrules.verdicts import Status, examine

SITTINGS = sorted(RULESETS.glob("*/councils/*.toml"))
TINH = RULESETS / "may-trang-blocs" / "councils" / "2021-hoi-dong-tinh.toml"


def held(path: Path) -> tuple[tuple[Record, ...], Ruleset, Sitting]:
    document = read_council(path)
    return read_cited(document), load_ruleset(document.value.as_season, rulesets=[RULESETS]), document.value


def decision(path: Path = TINH) -> Decision:
    records, rules, sitting = held(path)
    return review(records, rules, sitting)


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, ["review", *map(str, arguments), "--rulesets", str(RULESETS)])


def copied(folder: Path, **changed: str) -> Path:
    """The sitting with its records in a folder of its own, the text changed."""
    for path in TINH.parent.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = TINH.read_text(encoding="utf-8")
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    (folder / TINH.name).write_text(text, encoding="utf-8")
    return folder / TINH.name


@pytest.mark.parametrize("path", SITTINGS, ids=lambda path: path.stem)
def test_a_sitting_is_its_golden_decision_byte_for_byte(path: Path) -> None:
    assert path.with_suffix(".decision.json").read_text(encoding="utf-8") == to_json(decision(path))


@pytest.mark.parametrize("path", SITTINGS, ids=lambda path: path.stem)
def test_what_a_sitting_cites_is_what_its_clusters_decide(path: Path) -> None:
    for cited in read_council(path).value.decisions:
        data = (path.parent / str(cited.file)).read_bytes()
        assert (record_bytes(decided(Path(str(cited.file)).stem)), cited.record) == (data, parse_record(data).id)


@pytest.mark.parametrize("path", SITTINGS, ids=lambda path: path.stem)
def test_the_record_of_a_sitting_is_decided_again_from_itself(path: Path) -> None:
    data = record_bytes(decision(path))
    assert (Status.MATCH, decision(path).grants) == (examine(data).status, parse_record(data).decision.grants)


def test_the_order_of_records_and_of_units_does_not_matter() -> None:
    records, rules, sitting = held(TINH)
    turned = evolve(sitting, decisions=sitting.decisions[::-1], acts=sitting.acts[::-1])
    assert record_bytes(review(records, rules, sitting)) == record_bytes(review(records[::-1], rules, turned))


def test_any_part_of_the_acts_is_accepted_and_the_rest_is_asked_for() -> None:
    records, rules, sitting = held(TINH)
    for left in range(len(sitting.acts) + 1):
        pending = review(records, rules, evolve(sitting, acts=sitting.acts[left:]))
        assert len({question.id for question in pending.questions} & {act.question for act in sitting.acts}) == left


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("grants", lambda grants: [{**grants[0], "state": "cut"}, *grants[1:]]),
        ("reviewed", lambda reviewed: reviewed[1:]),
        ("reviewed", lambda reviewed: [{**reviewed[0], "proposals": []}, *reviewed[1:]]),
    ],
)
def test_a_record_that_somebody_altered_does_not_match(part: str, change: Any) -> None:
    whole = body(decision())
    altered = encode({**whole, part: change(whole[part])})
    assert examine(altered).status in {Status.INVALID, Status.DIVERGED}


def test_one_of_the_two_keys_of_a_council_alone_is_no_record() -> None:
    whole = body(decision())
    with pytest.raises(RecordError, match="record-key-missing"):
        parse_record(encode({key: value for key, value in whole.items() if key != "grants"}))


# What is given and what is cited.


def fault(records: Any, rules: Ruleset, sitting: Sitting) -> Fault:
    with pytest.raises(SeasonError) as caught:
        review(records, rules, sitting)
    return caught.value.faults[0]


def test_a_record_that_is_not_given_not_cited_or_of_another_season_is_refused() -> None:
    records, rules, sitting = held(TINH)
    assert "review-not-given" == fault(records[1:], rules, sitting).code
    assert "review-not-cited" == fault(records, rules, evolve(sitting, decisions=sitting.decisions[1:])).code
    twice = evolve(sitting, decisions=(*sitting.decisions, sitting.decisions[0]))
    assert "named-twice" == fault(records, rules, twice).code
    assert "review-other-season" == fault(records, rules, evolve(sitting, season="2022")).code


def test_a_decision_in_which_an_award_is_open_cannot_be_reviewed() -> None:
    records, rules, sitting = held(TINH)
    open_ = decided("2022-science-culture-society")
    season = evolve(open_.season, id="2021")
    pending = Record(records[0].id, evolve(open_, season=season), {})
    assert "review-pending" == fault([pending, *records[1:]], rules, sitting).code


def test_a_councils_own_decision_is_not_reviewed() -> None:
    records, rules, sitting = held(TINH)
    again = Record(records[0].id, decision(), {})
    assert "review-of-review" == fault([again, *records[1:]], rules, sitting).code


# The command and the file.


def test_the_command_tells_what_became_of_every_proposal() -> None:
    shown = run(TINH, "--lang", "en")
    assert (0, "") == (shown.exit_code, shown.stderr)
    assert "Đơn vị Núi 2 (giả định) – cut (too few votes) [1]" in shown.stdout
    assert run(TINH, "--format", "json").stdout == TINH.with_suffix(".decision.json").read_text(encoding="utf-8")


def test_a_sitting_with_open_questions_ends_with_3_and_prints_the_acts_to_paste(tmp_path: Path) -> None:
    text = TINH.read_text(encoding="utf-8")
    path = copied(tmp_path)
    path.write_text(text[: text.index("[[acts]]")], encoding="utf-8")
    shown = run(path)
    assert (3, True) == (shown.exit_code, 'question   = "award:province-flag:bo-phieu-co"' in shown.stdout)


def test_the_record_that_the_command_writes_replays(tmp_path: Path) -> None:
    shown = run(TINH, "--record", tmp_path / "hoi-dong.json")
    verdict = CliRunner().invoke(main, ["replay", str(tmp_path / "hoi-dong.json")])
    assert (0, 0) == (shown.exit_code, verdict.exit_code)
    witness = json.loads((tmp_path / "hoi-dong.json.witness.json").read_text(encoding="utf-8"))
    assert {"season", "ruleset"} == {file["role"] for file in witness["files"]}


SLIPS = {
    "the record's file has changed": (
        {'file   = "2021-khoi-nui.json"': 'file   = "2021-khoi-may.json"'},
        "cited-differs",
    ),
    "the record's file is elsewhere": ({'file   = "2021-khoi-nui.json"': 'file   = "../nui.json"'}, "cited-elsewhere"),
    "no file is named": ({'file   = "2021-khoi-nui.json"\n': ""}, "cited-without-file"),
    "no such file": ({'file   = "2021-khoi-nui.json"': 'file   = "khong-co.json"'}, "file-missing"),
    "no id": ({'record = "': 'record = "x'}, "record-id"),
    "another council": ({'id      = "hoi-dong-tinh"': 'id      = "hoi-dong-tnh"'}, "unknown-council-near"),
    "no members": ({"members = 10": "members = 0"}, "number-below"),
    "a season's format": ({"emulrules/council/1": "emulrules/season/1"}, "format-other"),
    "an unknown key": ({"members = 10": "member = 10"}, "unknown-key-near"),
    "a fact that nothing turns on": ({"flag-qualified ": "flag-qualifed "}, "unknown-fact-near"),
}


@pytest.mark.parametrize(("changed", "code"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_in_one_line_of_the_file(changed: dict[str, str], code: str, tmp_path: Path) -> None:
    path = copied(tmp_path, **changed)
    for language in ("vi", "en"):
        shown = run(path, "--lang", language)
        first = shown.stderr.splitlines()[0]
        assert (1, "", True) == (shown.exit_code, shown.stdout, f": {code}: " in first)
        assert str(tmp_path) in first


def test_the_council_file_and_the_record_must_differ() -> None:
    assert 2 == run(TINH, "--record", TINH).exit_code
