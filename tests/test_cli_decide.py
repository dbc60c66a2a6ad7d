"""`emulrules decide`: what it prints, what it writes, and how it ends."""

import os
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import tomli
from cases import CASES, RULESETS
from click.testing import CliRunner, Result
from every import of_every

from emulrules.cli import main
from emulrules.files.season import load_season
from emulrules.model.record_id import grouped
from emulrules.wording import LANGUAGES

CASE = {path.stem: path for path in CASES}
PENDING = "2022-van-hoa-xa-hoi"
COMPLETE = "2021-cluster-8"
LATER = ("hold:", "revoked:")
DEEP = os.environ.get("EMULRULES_DEPTH") == "deep"


def run(*arguments: object) -> Result:
    """One call of the program, with the rulesets of this checkout."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def decide(season: Path, *arguments: object) -> Result:
    return run("decide", season, "--rulesets", RULESETS, *arguments)


def broken(folder: Path) -> Path:
    """A season with two faults: an unknown unit in its scores, and a source that nothing lists."""
    text = CASE[PENDING].read_text(encoding="utf-8")
    text = text.replace("so-lao-dong                = 0\n", "so-lao-donng               = 0\n", 1)
    path = folder / "hong.toml"
    path.write_text(text, encoding="utf-8")
    return path


@cache
def shown(name: str) -> Result:
    """A case as it is told."""
    return decide(CASE[name])


@of_every(CASE, str)
def test_a_case_ends_with_the_status_of_its_decision(name: str) -> None:
    golden = CASE[name].with_suffix(".json").read_text(encoding="utf-8")
    assert {"complete": 0, "pending": 3}["complete" if '"status": "complete"' in golden else "pending"] == (
        shown(name).exit_code
    )


@of_every(enumerate(CASE), str)
def test_the_json_of_a_case_is_its_golden_decision_in_either_language(each: tuple[int, str]) -> None:
    name, language = each[1], LANGUAGES[each[0] % 2]
    golden = CASE[name].with_suffix(".json").read_text(encoding="utf-8")
    assert golden == decide(CASE[name], "--format", "json", "--lang", language).stdout


@of_every(CASE, str)
def test_a_case_is_told_within_the_width_of_a_screen(name: str) -> None:
    block = re.compile(r"^ +among +=", re.M)
    lines = [line for line in shown(name).stdout.splitlines() if not block.match(line)]
    assert [] == [line for line in lines if len(line) > 110]


def test_a_complete_year_says_who_is_proposed_who_leads_on_which_article_and_what_is_only_reported() -> None:
    told = " ".join(decide(CASE[COMPLETE]).stdout.split())
    assert "Cụm thi đua số 8 – năm thi đua 2021 Trạng thái: đã đủ kết luận" in told
    assert "- Sở Thông tin và Truyền thông tỉnh Hậu Giang [2] - Sở Thông tin và Truyền thông tỉnh Long An [2]" in told
    assert "Cụm trưởng: Sở Thông tin và Truyền thông tỉnh Đồng Tháp – được bầu, chờ Bộ công nhận [4]" in told
    assert "09/2018/TT-BTTTT Điều 11: Cụm trưởng, Cụm phó năm sau (theo tin đưa)" in told
    assert "Quy định chỉ biết qua tin đưa, chưa đọc văn bản: [2] [3] [4]." in told


def test_a_table_for_the_minutes_is_markdown() -> None:
    result = decide(CASE[PENDING], "--format", "md")
    assert 3 == result.exit_code
    assert "| 1 | Bảo hiểm xã hội tỉnh Sông Lam | 950 | 1 | Cờ thi đua của UBND tỉnh – TẠM GIỮ" in result.stdout


def test_output_goes_to_a_file_in_place_of_an_older_one(tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.txt"
    target.write_text("cũ", encoding="utf-8")
    result = decide(CASE[PENDING], "-o", target)
    assert (3, "") == (result.exit_code, result.stdout)
    assert decide(CASE[PENDING]).stdout == target.read_text(encoding="utf-8")
    assert [target] == list(tmp_path.iterdir())


def test_a_record_is_written_with_its_witness_and_replays(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    assert 3 == decide(CASE[PENDING], "--record", record).exit_code
    assert {"ho-so.json", "ho-so.json.witness.json"} == {path.name for path in tmp_path.iterdir()}
    assert 0 == run("replay", record).exit_code
    assert 0 == run("replay", record, "--level", "verify").exit_code


@pytest.mark.parametrize("form", ["text", "md"])
def test_the_id_of_the_record_is_the_last_thing_that_is_told(tmp_path: Path, form: str) -> None:
    record = tmp_path / "ho-so.json"
    told = " ".join(decide(CASE[PENDING], "--record", record, "--format", form).stdout.split())
    id_ = grouped(sha256(record.read_bytes()).hexdigest())
    assert told.endswith(f"Hồ sơ quyết định: ho-so.json, mã {id_}; hãy ghi mã này vào biên bản.")
    told = decide(CASE[PENDING], "--format", form).stdout
    assert told.endswith(f"Mã hồ sơ của quyết định này: {id_}\n")


def test_a_report_in_a_file_names_the_record_too(tmp_path: Path) -> None:
    record, report = tmp_path / "ho-so.json", tmp_path / "bao-cao.txt"
    decide(CASE[PENDING], "--record", record, "-o", report)
    assert grouped(sha256(record.read_bytes()).hexdigest()) in report.read_text(encoding="utf-8")


def test_json_says_nothing_of_the_record(tmp_path: Path) -> None:
    kept = decide(CASE[PENDING], "--format", "json", "--record", tmp_path / "ho-so.json")
    assert ("", decide(CASE[PENDING], "--format", "json").stdout) == (kept.stderr, kept.stdout)


def test_the_witness_names_every_file_and_the_line_of_every_cell(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    decide(CASE[PENDING], "--record", record)
    witness = (tmp_path / "ho-so.json.witness.json").read_text(encoding="utf-8")
    for name in ("2022-van-hoa-xa-hoi.toml", "2021-01-15.toml", "2017-10-01.toml"):
        assert f'"name":"{name}"' in witness
    lines = CASE[PENDING].read_text(encoding="utf-8").splitlines()
    line = next(number for number, line in enumerate(lines, 1) if '"79.5%"' in line)
    assert f'"key":"scores.muc-do-hai-long.so-van-hoa","line":{line}' in witness


def test_the_witness_names_the_line_of_who_won_what_the_season_before(tmp_path: Path) -> None:
    case = CASE["2021-khoi-ghenh"]
    decide(case, "--record", tmp_path / "ho-so.json")
    witness = (tmp_path / "ho-so.json.witness.json").read_text(encoding="utf-8")
    lines = case.read_text(encoding="utf-8").splitlines()
    line = next(number for number, line in enumerate(lines, 1) if line.startswith("province-flag ="))
    assert f'"key":"before.province-flag","line":{line}' in witness


def test_a_refusal_has_one_line_a_fault_and_prints_and_writes_nothing(tmp_path: Path) -> None:
    season = broken(tmp_path)
    result = decide(season, "-o", tmp_path / "bao-cao.txt", "--record", tmp_path / "ho-so.json")
    assert (1, "") == (result.exit_code, result.stdout)
    line = season.read_text(encoding="utf-8").splitlines().index("so-lao-donng               = 0") + 1
    assert 1 == len(result.stderr.splitlines())
    assert result.stderr.startswith(f"{season}:{line}: unknown-unit-near: ")
    assert "so-lao-dong" in result.stderr
    assert [season] == list(tmp_path.iterdir())


def test_a_refusal_is_told_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    vietnamese, english = decide(broken(tmp_path)).stderr, decide(broken(tmp_path), "--lang", "en").stderr
    assert vietnamese.split(": ")[:2] == english.split(": ")[:2]
    assert vietnamese != english


@pytest.mark.parametrize("output", ["-o", "--record"])
def test_a_file_that_cannot_be_written_is_refused_and_leaves_nothing(tmp_path: Path, output: str) -> None:
    result = decide(CASE[PENDING], output, tmp_path / "khong-co" / "tep")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "file-unwritable" in result.stderr
    assert [] == list(tmp_path.iterdir())


def test_a_record_that_stands_in_the_way_keeps_the_report_from_being_written(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.json"
    record.write_text("khác", encoding="utf-8")
    result = decide(CASE[PENDING], "-o", tmp_path / "bao-cao.txt", "--record", record)
    assert (1, "") == (result.exit_code, result.stdout)
    assert [record] == list(tmp_path.iterdir())


@pytest.mark.parametrize("option", ["-o", "--record"])
def test_the_season_itself_is_never_written_over(tmp_path: Path, option: str) -> None:
    season = tmp_path / "mua.toml"
    season.write_bytes(CASE[PENDING].read_bytes())
    assert 2 == decide(season, option, tmp_path / "." / "mua.toml").exit_code
    assert CASE[PENDING].read_bytes() == season.read_bytes()


USAGE = {
    "no season": ("decide",),
    "an unknown verb": ("quyet-dinh",),
    "an unknown option": ("decide", "x.toml", "--mau"),
    "an unknown format": ("decide", "x.toml", "--format", "pdf"),
    "an unknown language": ("decide", "x.toml", "--lang", "fr"),
    "an unknown level": ("replay", "x.json", "--level", "replay"),
    "no unit": ("explain", "x.toml"),
    "an option without its value": ("explain", "x.toml", "--unit"),
    "one argument too many": ("decide", "x.toml", "y.toml"),
    "an unknown verb of a verb": ("rulesets", "tim"),
    "an unknown option of the program": ("--mau", "decide"),
    "a day that is none": ("rulesets", "show", "x", "--in-force", "hôm nay"),
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_wrong_usage_ends_with_2_and_is_told_in_both_languages(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    told = result.stderr.splitlines()[-1]
    assert told.startswith("Error: ")
    assert not told.isascii()
    assert re.search(r"\b(Missing|No such|must be|Bad value|Wrong use|is wrong)\b", told)


def test_a_missing_season_is_refused() -> None:
    result = run("decide", "khong-co.toml")
    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("khong-co.toml: file-missing: ")


# Answering what is asked


def acts(path: Path) -> dict[str, dict[str, Any]]:
    """The acts of a season file by the question that they answer, as its TOML has them."""
    document = tomli.loads(path.read_text(encoding="utf-8"))
    return {act["question"]: act for act in document.get("acts", [])}


def filled(block: str, act: dict[str, Any], count: str) -> str:
    """A printed block with each `"…"` filled in from an act of the same question, numbers in the form `count`."""
    printed = tomli.loads(block)["acts"][0]
    for form in ("votes", "places"):
        for unit in printed.get(form, {}):
            value = act[form].get(unit)
            row = re.compile(rf'^ *{unit} += "…".*\n', re.M)
            block = row.sub("" if value is None else f"{unit} = {count.format(value)}\n", block, count=1)
    if act.get("held") is False:
        block = re.sub(r"choice +=.*", "held = false", block)
    elif "choice" in printed:
        block = block.replace('["…"]', str(list(act["choice"])))
    for key in ("number", "ballots"):
        block = re.sub(rf'({key} +=) "…"', rf"\1 {count.format(act.get(key))}", block)
    return block.replace('"…"', f'"{act["source"]}"', 1).replace('"read"', f'"{act["trust"]}"')


# Numbers bare, and between the quotes that are printed: in either form every other case, and in depth all of them.
FORMS = [(name, '"{}"' if number % 4 else "{}") for number, name in enumerate(CASE) if DEEP or number % 2 == 0]


@pytest.mark.parametrize(("name", "count"), FORMS, ids=[name for name, _ in FORMS])
def test_pasting_back_every_block_that_is_printed_gives_the_decision_of_the_case(
    name: str, count: str, tmp_path: Path
) -> None:
    head, *blocks = CASE[name].read_text(encoding="utf-8").split("[[acts]]")
    # What happened after the meeting nobody asks for.
    unasked = [f"[[acts]]{block}" for block in blocks if re.search(r'^question *= "(?:hold|revoked):', block, re.M)]
    answers = {question: given for question, given in acts(CASE[name]).items() if not question.startswith(LATER)}
    season = tmp_path / "mua.toml"
    # The records of former seasons stand where they stood.
    beside = ("--records", CASE[name].parent)
    season.write_text(head + "".join(unasked), encoding="utf-8")
    for _ in answers:
        told = decide(season, *beside).stdout
        blocks = re.findall(r"^ *\[\[acts\]\]\n(?: +\S.*\n)*", told, re.M)
        asked = {tomli.loads(block)["acts"][0]["question"]: block for block in blocks}
        known = {act.question for act in load_season(season, records=[CASE[name].parent]).acts}
        new = [question for question in asked if question in answers and question not in known]
        if not new:
            break
        season.write_text(
            season.read_text(encoding="utf-8") + "\n" + filled(asked[new[0]], answers[new[0]], count), encoding="utf-8"
        )
    stated = {act.question for act in load_season(season, records=[CASE[name].parent]).acts}
    assert set(answers) == {question for question in stated if not question.startswith(LATER)}
    outcome = re.compile(r"^(?:ĐỀ NGHỊ KHEN THƯỞNG|LÃNH ĐẠO NĂM SAU).*?^CĂN CỨ", re.M | re.S)
    before, after = outcome.search(shown(name).stdout), outcome.search(decide(season, *beside).stdout)
    assert before is not None
    assert after is not None
    assert before[0] == after[0]


@pytest.mark.parametrize("name", CASE)
def test_no_block_that_is_printed_is_accepted_unfilled(name: str, tmp_path: Path) -> None:
    """The first block and the last of each case; in depth all of them."""
    season = tmp_path / "mua.toml"
    bare = CASE[name].read_text(encoding="utf-8").split("[[acts]]", 1)[0]
    season.write_text(bare, encoding="utf-8")
    blocks = re.findall(r"^ *\[\[acts\]\]\n(?: +\S.*\n)*", decide(season).stdout, re.M)
    for block in blocks if DEEP else {*blocks[:1], *blocks[-1:]}:
        season.write_text(f"{bare}\n{block}", encoding="utf-8")
        result = decide(season)
        assert (1, "") == (result.exit_code, result.stdout)


def test_a_refusal_names_the_unit_in_full(tmp_path: Path) -> None:
    case_ = RULESETS / "song-lam-blocs" / "cases" / "2022-van-hoa-xa-hoi.toml"
    text = case_.read_text(encoding="utf-8")
    wrong = tmp_path / "sai.toml"
    wrong.write_text(text.replace('choice     = ["so-y-te"]', 'choice     = ["so-van-hoa"]'), encoding="utf-8")
    result = CliRunner().invoke(main, ["decide", str(wrong)])
    assert (1, "") == (result.exit_code, result.stdout)
    assert "choice-barred: Sở Văn hóa tỉnh Sông Lam (so-van-hoa) không được giữ chức" in result.stderr
