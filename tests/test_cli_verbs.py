"""The other verbs: explain, replay, policies, rulesets, new."""

import os
import re
from pathlib import Path

import pytest
import tomli
from attrs import evolve
from cases import CASES, RULESETS, decided
from click.testing import CliRunner, Result
from every import of_every

from emulrules.cli import main
from emulrules.files.library import Library
from emulrules.files.season import read_season
from emulrules.model.ruleset import Span
from emulrules.report.blank import blank_season
from emulrules.wording import LANGUAGES, say

CASE = {path.stem: path for path in CASES}
BLOC = "2022-van-hoa-xa-hoi"
DEEP = os.environ.get("EMULRULES_DEPTH") == "deep"


def run(*arguments: object) -> Result:
    """One call of the program, with the rulesets of this checkout."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def new(target: Path, *more: str, ruleset: str = "song-lam-blocs", cluster: str = "van-hoa-xa-hoi") -> Result:
    return run("new", "season", ruleset, cluster, "-o", target, "--rulesets", RULESETS, *more)


# explain


@of_every(enumerate(CASE), str)
def test_units_of_every_case_can_be_explained(each: tuple[int, str]) -> None:
    """Of each case a unit, the first or the last, one case in Vietnamese, the next in English; in depth all of them."""
    number, name = each
    units = decided(name).units
    for at, unit in enumerate(units if DEEP else (units[-(number % 2)],)):
        language = LANGUAGES[(number // 2 + at) % 2]
        result = run("explain", CASE[name], "--unit", unit.id, "--rulesets", RULESETS, "--lang", language)
        assert 0 == result.exit_code
        assert result.stdout.startswith(f"{unit.name} ({unit.id})\n")
        assert say("margin-title", language) in result.stdout


def test_a_unit_that_misses_an_award_is_told_why() -> None:
    shown = " ".join(run("explain", CASE[BLOC], "--unit", "so-giao-duc", "--rulesets", RULESETS).stdout.split())
    assert "so tỷ lệ nữ: Sở Y tế tỉnh Sông Lam (đạt) > Sở Giáo dục tỉnh Sông Lam (không đạt)" in shown
    assert "được 4/6 phiếu" in shown
    assert "Kém 28 điểm so với đơn vị thấp điểm nhất được chọn: Bảo hiểm xã hội tỉnh Sông Lam (950 điểm)" in shown
    assert "Kém 1 phiếu so với đơn vị ít phiếu nhất còn được xét" in shown
    assert "Đã đủ số lượng được đề nghị (2)" in shown
    assert "thực hiện: 19,01 thay vì 19 (cao hơn 0,01)" in shown


def test_a_unit_may_be_named_by_its_full_name() -> None:
    by_name = run("explain", CASE[BLOC], "--unit", "Sở Y tế tỉnh Sông Lam", "--rulesets", RULESETS).stdout
    assert by_name == run("explain", CASE[BLOC], "--unit", "so-y-te", "--rulesets", RULESETS).stdout


def test_an_unknown_unit_is_refused_with_the_nearest_name() -> None:
    result = run("explain", CASE[BLOC], "--unit", "so-y-tee", "--rulesets", RULESETS)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "so-y-te”" in result.stderr


# replay


def test_a_record_that_matches_ends_with_0_and_says_so(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    run("decide", CASE[BLOC], "--rulesets", RULESETS, "--record", record)
    result = run("replay", record)
    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith(f"{record}: replay-matches: ")


def test_a_record_with_another_place_ends_with_a_finding_or_as_invalid(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    run("decide", CASE[BLOC], "--rulesets", RULESETS, "--record", record)
    record.write_bytes(record.read_bytes().replace(b'"total":"922"', b'"total":"923"'))
    assert 11 == run("replay", record).exit_code


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"[" * 100_000], ids=["empty", "no record", "no text", "deep"])
def test_bytes_that_are_no_record_end_with_15_and_print_nothing(data: bytes, tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    record.write_bytes(data)
    result = run("replay", record)
    assert (15, "") == (result.exit_code, result.stdout)
    assert all(line.startswith(f"{record}: ") for line in result.stderr.splitlines())


def test_bytes_that_are_no_record_at_all_are_not_told_of_by_a_part(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    record.write_bytes(b"")
    first = run("replay", record).stderr.splitlines()[0]
    assert "từ byte 0; hãy" in first


def test_a_match_without_a_witness_asks_to_compare_the_id_with_the_minutes(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    run("decide", CASE[BLOC], "--rulesets", RULESETS, "--record", record)
    beside = run("replay", record).stdout
    (tmp_path / "ho-so.json.witness.json").unlink()
    alone = run("replay", record)
    assert (0, "") == (alone.exit_code, alone.stderr)
    assert f"{beside.strip()} Không có tệp kèm hồ sơ; hãy đối chiếu mã này với mã ghi trong biên bản.\n" == alone.stdout


def test_a_witness_that_cannot_be_read_is_not_told_of_as_the_record(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    run("decide", CASE[BLOC], "--rulesets", RULESETS, "--record", record)
    (tmp_path / "ho-so.json.witness.json").write_bytes(b"\xff")
    result = run("replay", record)
    assert 12 == result.exit_code
    assert "bản gốc của hồ sơ quyết định" not in result.stderr


def test_a_record_that_is_not_there_is_refused() -> None:
    assert 1 == run("replay", "khong-co.json").exit_code


# policies and rulesets


def test_installed_policies_are_listed_with_what_brings_them() -> None:
    rows = [line.split() for line in run("policies").stdout.splitlines()[1:]]
    assert ["culture-social", "ict", "standard"] == [row[0] for row in rows]
    assert ["emulrules-culture-social", "emulrules-ict", "emulrules"] == [row[1] for row in rows]


def test_rulesets_are_listed_by_id_and_day() -> None:
    rows = [line.split() for line in run("rulesets", "list", "--rulesets", RULESETS).stdout.splitlines()[1:]]
    assert sorted(rows) == rows
    assert {"ict-departments", "national", "song-lam-blocs"} <= {row[0] for row in rows}


def test_rulesets_are_listed_with_their_titles_and_a_faulty_one_without(tmp_path: Path) -> None:
    titles = {"mot": 'title = "Quy chế một"\n[sources]\ntitle = "Không phải"', "hai": "title = khong-ngoac", "ba": "["}
    for id_, text in titles.items():
        (tmp_path / id_).mkdir()
        (tmp_path / id_ / "2021-01-01.toml").write_text(text, encoding="utf-8")
    lines = run("rulesets", "list", "--rulesets", tmp_path, "--lang", "en").stdout.splitlines()
    told = {line.split()[0]: line.split("  ")[1:] for line in lines}
    assert "Title" in lines[0]
    assert [True, False, False] == [any("Quy chế một" in cell for cell in told[id_]) for id_ in titles]
    assert ["–", "–"] == [next(cell.strip() for cell in told[id_] if "–" in cell) for id_ in ("hai", "ba")]


LIBRARY = Library([RULESETS], installed=False)
SHOWN = sorted({listed.id for listed in LIBRARY.listed})


@pytest.mark.parametrize(("id_", "language"), [(id_, LANGUAGES[at % 2]) for at, id_ in enumerate(SHOWN)], ids=SHOWN)
def test_every_ruleset_can_be_shown(id_: str, language: str) -> None:
    result = run("rulesets", "show", id_, "--rulesets", RULESETS, "--lang", language)
    assert 0 == result.exit_code
    assert [] == [line for line in result.stdout.splitlines() if not line.isprintable()]


def test_a_ruleset_is_shown_with_bases_trust_and_what_it_inherits() -> None:
    shown = " ".join(run("rulesets", "show", "song-lam-blocs", "--rulesets", RULESETS).stdout.split())
    assert "Mã: song-lam-blocs; áp dụng từ ngày 15/01/2021" in shown
    assert "từ 80% trở lên: 200 điểm" in shown
    assert "(giả định) [Quy chế khối (giả định) Điều 4 khoản 1 điểm a]" in shown
    assert "đang điều tra (under-investigation): tạm giữ kết quả (theo tin đưa) [08/2017/TT-BNV]" in shown
    assert "không được giữ chức Trưởng khối: đơn vị đương giữ chức" in shown


def test_an_unknown_ruleset_is_refused_with_those_that_are_there() -> None:
    result = run("rulesets", "show", "song-lam", "--rulesets", RULESETS)
    assert (1, "") == (result.exit_code, result.stdout)
    assert ", ".join(sorted(path.name for path in RULESETS.iterdir() if any(path.glob("*.toml")))) in result.stderr


def test_a_day_on_which_no_version_begins_is_refused() -> None:
    result = run("rulesets", "show", "song-lam-blocs", "--in-force", "2020-01-01", "--rulesets", RULESETS)
    assert 1 == result.exit_code
    assert "2021-01-15" in result.stderr


# new season


def test_a_new_season_has_a_queue_to_be_put_in_order_where_the_head_goes_round() -> None:
    shelf = Library([RULESETS])
    rules = shelf.read("thach-ban-clusters", shelf.dates("thach-ban-clusters")[0]).value
    text = blank_season(rules, "cum-luan-phien")
    due = [line.removeprefix("# ") for line in text.splitlines() if line.startswith(("# [turns]", "# queue "))]
    assert set(rules.clusters["cum-luan-phien"].members) == set(tomli.loads("\n".join(due))["turns"]["queue"])
    moving = shelf.read("thach-ban-deputies", shelf.dates("thach-ban-deputies")[-1]).value
    assert {"head": "", "deputies": [""]} == tomli.loads(blank_season(moving, "cum-ke-nhiem"))["outgoing"]


@pytest.mark.parametrize(
    ("last", "told"),
    [("2021", "chỉ 2021"), ("2023", "từ 2021 đến 2023"), (None, "từ 2021")],
    ids=["one", "three", "on"],
)
def test_a_new_season_says_which_years_there_may_be(last: str | None, told: str) -> None:
    rules = Library([RULESETS]).read("song-lam-blocs", Library([RULESETS]).dates("song-lam-blocs")[-1]).value
    text = blank_season(evolve(rules, seasons=Span("2021", last)), "van-hoa-xa-hoi")
    assert f"# năm thi đua, {told}" in text.splitlines()[8]


def fill(text: str) -> str:
    """A blank season with a value in every place that must be filled."""
    text = text.replace('season  = ""', 'season  = "2022"').replace('head = ""', 'head = "so-y-te"', 1)
    text = text.replace('document = ""', 'document = "Biên bản (giả định)"')
    text = re.sub(r'actual = "", plan = ""', "actual = 1, plan = 2", text)
    return re.sub(r'^(\S+ +)= ""', r"\1= 1", text, flags=re.M)


def test_a_new_season_once_filled_in_is_read_and_decided(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    assert 0 == new(season).exit_code
    season.write_text(fill(season.read_text(encoding="utf-8")), encoding="utf-8")
    result = run("decide", season, "--rulesets", RULESETS)
    assert (3, "") == (result.exit_code, result.stderr)


def test_a_new_season_has_a_source_that_a_printed_block_can_name(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    new(season)
    assert ["bien-ban"] == list(tomli.loads(season.read_text(encoding="utf-8"))["sources"])


def test_a_new_season_has_a_cell_for_every_unit_and_leaf() -> None:
    rules = Library([RULESETS]).read("song-lam-blocs", Library([RULESETS]).dates("song-lam-blocs")[-1]).value
    scores = tomli.loads(blank_season(rules, "van-hoa-xa-hoi"))["scores"]
    assert {criterion.id for criterion in rules.criteria if criterion.method} == set(scores)
    members = set(rules.clusters["van-hoa-xa-hoi"].members)
    assert [members] * len(scores) == [set(cells) for cells in scores.values()]


def test_a_new_season_that_is_not_filled_in_is_refused_with_every_empty_cell(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    new(season)
    result = run("decide", season, "--rulesets", RULESETS)
    empty = {number for number, line in enumerate(season.read_text(encoding="utf-8").splitlines(), 1) if '= ""' in line}
    told = {int(line.removeprefix(f"{season}:").split(":")[0]) for line in result.stderr.splitlines()}
    commented = {n for n, line in enumerate(season.read_text(encoding="utf-8").splitlines(), 1) if line.startswith("#")}
    assert (1, empty - commented) == (result.exit_code, told)


def test_everything_that_is_commented_out_can_be_taken_in(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    new(season)
    text = fill(season.read_text(encoding="utf-8"))
    text = re.sub(r"^# (\[|\S+ += )", r"\1", text, flags=re.M)
    text = text.replace('number   = ""', 'number   = "1/BB"')
    text = text.replace("NĂM-THÁNG-NGÀY", "2023-01-10")
    text = re.sub(
        r"^# (present|staff|women) =$", lambda m: f"{m[1]} = {6 if m[1] == 'present' else 3}", text, flags=re.M
    )
    season.write_text(text, encoding="utf-8")
    read = read_season(season).value
    assert 6 == read.meeting.present
    assert set(read.facts) == {"under-complaint", "under-discipline", "under-inspection", "under-investigation"}
    assert 6 == len(read.units)


@pytest.mark.parametrize(
    ("ruleset", "day", "cluster"),
    [
        (listed.id, listed.in_force.isoformat(), cluster)
        for listed in LIBRARY.listed
        for cluster in LIBRARY.read(listed.id, listed.in_force).value.clusters
    ],
)
def test_every_cluster_of_every_ruleset_has_its_season(ruleset: str, day: str, cluster: str, tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    assert 0 == new(season, "--in-force", day, ruleset=ruleset, cluster=cluster).exit_code
    assert {"format", "ruleset", "cluster", "season"} <= set(tomli.loads(season.read_text(encoding="utf-8")))


def test_a_new_season_never_stands_in_place_of_an_old_file(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    season.write_text("cũ", encoding="utf-8")
    result = new(season)
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"{season}: file-exists: ")
    assert "cũ" == season.read_text(encoding="utf-8")


REFUSED = {
    "an unknown cluster": ((), {"cluster": "van-hoa-xa-ho"}, "van-hoa-xa-hoi"),
    "a ruleset without clusters": ((), {"ruleset": "national"}, "không nêu cụm, khối nào"),
    "an unknown ruleset": ((), {"ruleset": "song-lam"}, "song-lam-blocs"),
    "a season that no version covers": (("--season", "2030"), {}, "2030"),
    "a season that is none": (("--season", "nay"), {}, "nay"),
}


@pytest.mark.parametrize(("more", "names", "told"), REFUSED.values(), ids=REFUSED)
def test_no_season_is_made_for(more: tuple[str, ...], names: dict[str, str], told: str, tmp_path: Path) -> None:
    result = new(tmp_path / "mua.toml", *more, **names)
    assert (1, "") == (result.exit_code, result.stdout)
    assert told in result.stderr
    assert [] == list(tmp_path.iterdir())


def test_the_season_may_be_given_at_once(tmp_path: Path) -> None:
    season = tmp_path / "mua.toml"
    assert 0 == new(season, "--season", "2022").exit_code
    assert "2022" == tomli.loads(season.read_text(encoding="utf-8"))["season"]
