"""Five years of one cluster, each decided from the records of those before it: a join, a bar, a leave, a merger."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve
from cases import RULESETS, case, decided
from click.testing import CliRunner, Result

from emulrules import SeasonError, decide, load_policy, load_ruleset, load_season
from emulrules.chain import links, worst
from emulrules.cli import main
from emulrules.files.canonical import decode, digest, encode
from emulrules.files.former import extract
from emulrules.files.record import parse_record, record_bytes
from emulrules.model.decision import Decision
from emulrules.verdicts import Status

CASES = RULESETS / "khe-ngang-clusters" / "cases"
YEARS = tuple(str(year) for year in range(2021, 2026))
ROSTER = {"huyen-dau-nguon", "huyen-doi-chan", "huyen-doi-dinh", "huyen-ghenh", "huyen-bai-soi"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def name(year: str) -> str:
    return f"{year}-cum-suoi"


def record(year: str) -> Path:
    return CASES / f"{name(year)}.record.json"


def folder(tmp_path: Path) -> Path:
    """The five records alone."""
    where = tmp_path / "records"
    where.mkdir()
    for year in YEARS:
        shutil.copy(record(year), where)
    return where


def test_each_year_is_decided_from_the_records_that_the_years_before_it_made(tmp_path: Path) -> None:
    for year in YEARS:
        season = load_season(shutil.copy(CASES / f"{name(year)}.toml", tmp_path))
        rules = load_ruleset(season, [RULESETS])
        data = record_bytes(decide(season, rules, load_policy(rules)))
        assert record(year).read_bytes() == data
        (tmp_path / f"{year}.json").write_bytes(data)


@pytest.mark.parametrize(
    ("year", "members"),
    [
        ("2021", ROSTER),
        ("2022", ROSTER | {"thi-xa-cua-suoi"}),
        ("2023", ROSTER - {"huyen-bai-soi"} | {"thi-xa-cua-suoi"}),
        ("2024", {"huyen-dau-nguon", "huyen-doi-dinh", "huyen-ghenh-doi", "thi-xa-cua-suoi"}),
        ("2025", {"huyen-dau-nguon", "huyen-doi-dinh", "huyen-ghenh-doi", "thi-xa-cua-suoi"}),
    ],
)
def test_the_members_are_those_of_the_year(year: str, members: set[str]) -> None:
    assert members == {unit.id for unit in decided(name(year)).units}


def outputs(decision: Decision, kind: str) -> dict[str | None, object]:
    return {step.unit: step.output for step in decision.steps if step.step == kind}


@pytest.mark.parametrize(("year", "barred"), [("2022", {"huyen-dau-nguon"}), ("2025", {"huyen-doi-dinh"})])
def test_who_leads_is_read_from_the_record_of_the_year_before_and_barred(year: str, barred: set[str]) -> None:
    assert barred == outputs(decided(name(year)), "bar").keys()


def test_whoever_is_barred_from_its_turn_keeps_its_place_until_it_is_gone() -> None:
    assert {"huyen-doi-chan", "huyen-doi-dinh"} == outputs(decided("2023-cum-suoi"), "bar").keys()
    queues = [outputs(decided(name(year)), "turn") for year in ("2022", "2023")]
    [(second, before), (third, between)] = [next(iter(queue.items())) for queue in queues]
    assert ("huyen-doi-chan", "huyen-ghenh") == (second, third)
    assert isinstance(before, tuple)
    assert isinstance(between, tuple)
    assert "huyen-doi-dinh" == before[0] == between[0]


MERGER = ("before:head:huyen-ghenh", "before:turns")


def merger(*without: str) -> Decision:
    """The year of the merger, without the acts that answer these questions."""
    season, rules, policy = case(name("2024"))
    acts = tuple(act for act in season.acts if act.question not in without)
    return decide(evolve(season, acts=acts), rules, policy)


def test_what_no_rule_passes_to_the_merged_unit_is_asked() -> None:
    decision = merger(*MERGER)
    assert list(MERGER) == [question.id for question in decision.questions]
    assert [("huyen-ghenh-doi",)] == [q.options for q in decision.questions if q.id == MERGER[0]]
    assert () == decision.offices


def test_the_flag_of_one_of_the_two_is_the_merged_unit_s_by_its_rule() -> None:
    """Whatever is asked of offices, awards are settled."""
    decision = merger(*MERGER)
    taken = {step.inputs.get("award"): step.output for step in decision.steps if step.step == "former"}
    assert ("huyen-ghenh",) == taken["province-flag"]
    assert {"huyen-ghenh-doi": "award"} == outputs(decision, "carried")
    assert {"huyen-ghenh-doi"} == {each.unit for each in decision.awards if each.award == "government-flag"}


def test_the_merged_unit_is_barred_only_if_it_counts_as_the_head() -> None:
    assert {"huyen-ghenh-doi"} == outputs(merger(), "bar").keys()
    season, rules, policy = case(name("2024"))
    acts = tuple(evolve(act, choice=()) if act.question == MERGER[0] else act for act in season.acts)
    freed = decide(evolve(season, acts=acts), rules, policy)
    assert ({}, ["huyen-ghenh-doi"]) == (outputs(freed, "bar"), [office.unit for office in freed.offices])


def test_the_place_that_a_merged_unit_kept_is_read_from_the_record_of_that_year() -> None:
    [(fourth, after)] = outputs(decided("2024-cum-suoi"), "turn").items()
    [(fifth, last)] = outputs(decided("2025-cum-suoi"), "turn").items()
    assert ("huyen-doi-dinh", "huyen-ghenh-doi") == (fourth, fifth)
    assert ("huyen-ghenh-doi", "huyen-dau-nguon", "thi-xa-cua-suoi", "huyen-doi-dinh") == after
    assert ("huyen-dau-nguon", "thi-xa-cua-suoi", "huyen-doi-dinh", "huyen-ghenh-doi") == last


def test_the_flag_above_needs_the_flag_of_the_year_before_by_its_record() -> None:
    won = {
        year: [each.unit for each in decided(name(year)).awards if each.award == "government-flag"] for year in YEARS
    }
    expected = {"2022": ["huyen-dau-nguon"], "2024": ["huyen-ghenh-doi"], "2025": ["huyen-ghenh-doi"]}
    assert expected == {year: units for year, units in won.items() if units}


def test_a_year_with_two_regulations_is_refused_unless_it_says_which(tmp_path: Path) -> None:
    text = (CASES / "2025-cum-suoi.toml").read_text(encoding="utf-8").replace("in_force = 2025-07-01\n", "")
    path = tmp_path / "2025.toml"
    path.write_text(text, encoding="utf-8")
    season = load_season(path, records=[CASES])
    with pytest.raises(SeasonError) as refused:
        load_ruleset(season, [RULESETS])
    assert ["two-laws"] == [fault.code for fault in refused.value.faults]
    assert "2021-01-01, 2025-07-01" in refused.value.render("vi")


def test_the_chain_of_the_five_records_is_in_order(tmp_path: Path) -> None:
    count, found = links(folder(tmp_path))
    assert 5 == count
    assert [(Status.MATCH, 0), (Status.MATCH, 1), (Status.MATCH, 2), (Status.MATCH, 1), (Status.MATCH, 1)] == [
        (link.status, link.named) for link in found
    ]


def test_replay_of_a_folder_prints_a_table_with_a_row_a_record(tmp_path: Path) -> None:
    result = run("replay", folder(tmp_path), "--lang", "en")
    heading, *rows, between, count = result.stdout.splitlines()
    assert (0, ["File", "Cluster", "Season", "Status"]) == (result.exit_code, heading.split())
    assert [["2021-cum-suoi.record.json", "cum-suoi", "2021", "0", "match"]] == [rows[0].split()]
    assert (5, "", "Records checked: 5; not a match: 0.") == (len(rows), between, count)


def test_below_the_table_stands_what_is_wrong_with_a_record(tmp_path: Path) -> None:
    where = folder(tmp_path)
    last = where / record("2025").name
    last.write_bytes(last.read_bytes()[:-1])
    told = run("replay", where, "--lang", "en").stdout.splitlines()
    assert [last.name, "-", "-", "15", "invalid"] == told[5].split()
    assert told[-1].startswith(f"{last}: replay-invalid: ")


def test_several_processes_say_the_same_in_the_same_order(tmp_path: Path) -> None:
    where = folder(tmp_path)
    (where / record("2023").name).write_bytes(b"{")
    assert list(links(where)[1]) == list(links(where, processes=2)[1])


def _without(where: Path) -> None:
    (where / record("2023").name).unlink()


def _altered(where: Path) -> None:
    path = where / record("2023").name
    path.write_bytes(path.read_bytes().replace(b'"huyen-ghenh":"90"', b'"huyen-ghenh":"91"', 1))


def _decided_again(where: Path) -> None:
    """A sound record of a season that says something else than was taken from it."""
    path = where / record("2024").name
    body = decode(path.read_bytes())
    body["season"]["former"]["2023"]["facts"] = {"not-considered-before": []}
    path.write_bytes(encode(body))


def _of_another_season(where: Path) -> None:
    path = where / record("2023").name
    body = decode(path.read_bytes())
    formers = body["season"]["former"]
    formers["2022"], formers["2021"] = formers["2021"], formers["2022"]
    path.write_bytes(encode(body))


BROKEN: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a record that is gone": (_without, {"chain-missing"}),
    "a record that was altered": (_altered, {"chain-missing"}),
    "another extract": (_decided_again, {"chain-differs", "chain-missing"}),
    "records under one another's year": (_of_another_season, {"former-of-season", "chain-missing"}),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_chain_that_breaks_anywhere_is_bad(how: str, tmp_path: Path) -> None:
    breaks, codes = BROKEN[how]
    where = folder(tmp_path)
    breaks(where)
    found = list(links(where)[1])
    assert Status.BAD_CHAIN == worst([link.status for link in found])
    assert codes == {fault.code for link in found for fault in link.faults}
    assert 16 == run("replay", where).exit_code


def test_without_a_broken_chain_the_worst_verdict_is_that_of_the_folder(tmp_path: Path) -> None:
    where = folder(tmp_path)
    last = where / record("2025").name
    last.write_bytes(last.read_bytes()[:-1])
    assert 15 == run("replay", where).exit_code
    last.unlink()
    assert 0 == run("replay", where, "--level", "verify").exit_code


def test_the_records_that_a_council_reviewed_are_part_of_the_chain(tmp_path: Path) -> None:
    councils = RULESETS / "may-trang-blocs" / "councils"
    for path in councils.glob("2021-khoi-*.json"):
        shutil.copy(path, tmp_path)
    sitting = shutil.copy(councils / "2021-hoi-dong-tinh.toml", tmp_path)
    assert 0 == run("review", sitting, "--record", tmp_path / "hoi-dong.json").exit_code
    assert [(Status.MATCH, 0)] * 3 + [(Status.MATCH, 3)] == [(each.status, each.named) for each in links(tmp_path)[1]]
    (tmp_path / "2021-khoi-nui.json").unlink()
    assert {"chain-missing"} == {fault.code for link in links(tmp_path)[1] for fault in link.faults}


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    result = run("replay", tmp_path)
    assert (1, "") == (result.exit_code, result.stdout)
    assert ": chain-empty: " in result.stderr


def test_what_is_taken_is_what_the_record_settled() -> None:
    held = parse_record(record("2022").read_bytes()).decision
    taken = extract(held, digest(record("2022").read_bytes()))
    assert ("huyen-doi-chan", ("huyen-doi-dinh",)) == (taken.head, taken.deputies)
    assert {"province-flag": ("huyen-dau-nguon",), "government-flag": ("huyen-dau-nguon",)} == taken.awards
    assert {"not-considered-before": ()} == taken.facts
    assert "huyen-doi-dinh" == (taken.turns or ("",))[0]


@pytest.mark.parametrize(
    ("case", "head", "deputies", "awards"),
    [
        pytest.param("2022-cluster-5", "quang-tri", None, 2, id="a deputy that no report names"),
        pytest.param("2022-science-culture-society", None, None, 0, id="nothing but questions"),
        pytest.param("2022-van-hoa-xa-hoi", "so-y-te", None, 1, id="an award on hold, and no deputy"),
        pytest.param("2021-cluster-8", "dong-thap", ("vinh-long",), 2, id="all of it"),
    ],
)
def test_what_is_open_or_on_hold_is_not_taken(
    case: str, head: str | None, deputies: tuple[str, ...] | None, awards: int
) -> None:
    taken = extract(decided(case), "0" * 64)
    assert (head, deputies, awards) == (taken.head, taken.deputies, len(taken.awards))


def faults_of(tmp_path: Path, text: str) -> list[tuple[str, int | None]]:
    path = tmp_path / "2022.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SeasonError) as refused:
        load_season(path)
    assert refused.value.render("vi") != refused.value.render("en")
    return [(fault.code, fault.line) for fault in refused.value.faults]


ID = sha256(record("2021").read_bytes()).hexdigest()
SECOND = (CASES / "2022-cum-suoi.toml").read_text(encoding="utf-8")
LINE = SECOND.splitlines().index("[former]") + 2


def test_a_record_is_found_under_any_name_in_any_folder_given(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(record("2021"), tmp_path / "elsewhere" / "x.json")
    path = tmp_path / "2022.toml"
    path.write_text(SECOND, encoding="utf-8")
    assert "huyen-dau-nguon" == load_season(path, records=[tmp_path / "elsewhere"]).former["2021"].head
    assert 0 == run("decide", path, "--records", tmp_path / "elsewhere").exit_code
    assert 0 == run("explain", path, "--unit", "huyen-ghenh", "--records", tmp_path / "elsewhere").exit_code


def test_a_record_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    assert [("former-missing", LINE)] == faults_of(tmp_path, SECOND)


def test_a_record_that_was_altered_is_refused_with_the_id_that_it_has(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(record("2021").read_bytes().replace(b'"60"', b'"61"'))
    assert [("former-altered", LINE)] == faults_of(tmp_path, SECOND)


@pytest.mark.parametrize(
    ("year", "code"), [("2020", "former-of-season"), ("2022", "former-later"), ("2023", "former-later")]
)
def test_a_record_under_the_wrong_year_is_refused(year: str, code: str, tmp_path: Path) -> None:
    shutil.copy(record("2021"), tmp_path)
    assert code in [fault for fault, _ in faults_of(tmp_path, SECOND.replace("\n2021 =", f"\n{year} ="))]


def test_a_record_of_another_cluster_is_refused(tmp_path: Path) -> None:
    shutil.copy(record("2021"), tmp_path)
    text = SECOND.replace('cluster = "cum-suoi"', 'cluster = "cum-lop"')
    assert [("former-of-cluster", LINE)] == faults_of(tmp_path, text)


def test_a_file_that_is_no_record_is_refused_although_its_id_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"{}")
    assert [("former-no-record", LINE)] == faults_of(tmp_path, SECOND.replace(ID, digest(b"{}")))


def test_a_folder_of_records_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run("decide", CASES / "2022-cum-suoi.toml", "--records", tmp_path / "none")
    assert (1, "") == (result.exit_code, result.stdout)
    assert ": folder-missing: " in result.stderr
