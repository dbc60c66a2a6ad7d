"""Names that would be a formula, markup, a control sequence or a file name somewhere are text everywhere."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
import tomli
from click.testing import CliRunner
from markdown_it import MarkdownIt
from record_samples import changed
from report_samples import BALLOT, DEPUTY, FACT, PLACES, QUOTA, decision, ruleset
from ruleset_files import RULESET
from year_files import SCORED, Folder, laid_out

from emulrules.cli import main
from emulrules.files import to_json
from emulrules.model.table import Table
from emulrules.report.asking import act_block
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.report.kept import Kept
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.quoting import toml
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text
from emulrules.wording import LANGUAGES

# Names that a season or a ruleset may hold: to people they are odd, and to some program more than a name.
NAMES: Final[dict[str, str]] = {
    "a formula": '=HYPERLINK("http://a.b/";"Sở")',
    "a formula of a sum": "@SUM(A1:A9)",
    "a command of a spreadsheet": "+cmd|' /C calc'!A0",
    "a difference": "-1+1",
    "a script": "<script>alert(1)</script>",
    "an image that calls home": "<img src=//a.b/c>",
    "an image of Markdown": "![Sở](//a.b/c.png)",
    "a link of Markdown": "[Sở](javascript:alert(1))",
    "an address": "https://a.b/c",
    "a row of a table": "Sở | 1 | Cờ",
    "a line of code": "`Sở` ``` **Sở** __Sở__",
    "a heading": "# Sở",
    "an entry of a list": "1. Sở",
    "an entity": "&lt;b&gt; &#61;1",
    "a path upwards": "../../etc/passwd",
    "a path from the root": "/etc/passwd",
    "a path of Windows": "C:\\Windows\\NUL",
    "a place to fill in": "{unit} {0} %s $HOME $(id) `id`",
    "quotes": "\"Sở\" 'Sở' “Sở”",
    "a comment of TOML": '# = "Sở"\\',
}
FORMULA: Final = ("=", "+", "-", "@")


def spelt(name: str) -> str:
    """The name as a word of a longer one, which is no name of anybody else."""
    return f"{name} (A)"


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a unit, and what everything else in the year is called by."""
    return spelt(NAMES[request.param])


@pytest.fixture
def year(name: str, tmp_path: Path) -> Folder:
    """A year in which everything that has a name has this one."""
    named = ("Quy chế khối thử", "Cơ quan giả định", "Khối A", "Chỉ tiêu", "Nhiệm vụ", "Phong trào", "Điểm thưởng")
    rules = RULESET.replace('basis = "quy-che Điều 1"', f"basis = {toml(f'quy-che {name}')}")
    rules = rules.replace('name = "Đơn vị A (giả định)"', f"name = {toml(name)}").replace('"01/GĐ"', toml(name))
    for old in (*(f'"{each}"' for each in named), '"Quy chế khối thử (giả định)"', '"Cờ"', '"Bằng khen"'):
        rules = rules.replace(old, toml(name))
    for old in ('"Mỗi đơn vị một cờ"', '"Quy chế không nói"'):
        rules = rules.replace(old, toml(name))
    return laid_out(tmp_path, ruleset=rules, season=SCORED.replace('"Biên bản (giả định)"', toml(name)))


def unfolded(shown: str) -> str:
    """Text without the line ends and indents that it was broken with."""
    return " ".join(shown.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_shows_the_name_as_it_is_and_nothing_else(name: str, year: Folder, language: str) -> None:
    for call in (("decide",), ("explain", "--unit", "don-vi-a"), ("explain", "--unit", name)):
        result = year.run(*call, "--lang", language)
        assert result.exit_code in (0, 3), result.stderr
        assert unfolded(name) in unfolded(result.stdout)
        assert [] == [line for line in result.stdout.splitlines() if not line.isprintable()]


def test_a_table_for_the_minutes_holds_the_name_as_text_and_no_formula(name: str, year: Folder) -> None:
    result = year.run("decide", "--format", "md")
    assert 3 == result.exit_code, result.stderr
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(result.stdout)
    inline = [child for token in tokens for child in token.children or ()]
    assert set() == {token.type for token in (*tokens, *inline)} & {"html_block", "html_inline", "link_open", "image"}
    cells = [
        token.content
        for before, token in pairwise(tokens)
        if before.type in ("td_open", "th_open") and token.type == "inline"
    ]
    assert [] == [cell for cell in cells if cell.startswith(FORMULA) and not cell.removeprefix("-").isdecimal()]
    shown = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert any(name in each for each in shown)


def test_json_holds_the_name_itself(name: str, year: Folder) -> None:
    told = json.loads(year.run("decide", "--format", "json").stdout)
    assert {"id": "don-vi-a", "name": name} in told["units"]


def test_a_ruleset_is_told_with_the_name_as_it_is(name: str, year: Folder) -> None:
    call = ["rulesets", "show", "khoi-thu", "--rulesets", str(year.path / "rules")]
    result = CliRunner().invoke(main, call)
    assert 0 == result.exit_code, result.stderr
    assert unfolded(name) in unfolded(result.stdout)
    assert [] == [line for line in result.stdout.splitlines() if not line.isprintable()]


def test_a_new_season_says_the_name_in_comments_only(name: str, year: Folder) -> None:
    made = year.path / "new.toml"
    call = ["new", "season", "khoi-thu", "khoi-a", "-o", str(made), "--rulesets", str(year.path / "rules")]
    result = CliRunner().invoke(main, call)
    assert 0 == result.exit_code, result.stderr
    content = made.read_text(encoding="utf-8")
    document = tomli.loads(content)
    assert {"don-vi-a", "don-vi-b"} == set(document["scores"]["phong-trao"])
    assert name not in json.dumps(document, ensure_ascii=False)
    assert any(line.startswith("#") and name in line for line in content.splitlines())


def test_no_file_is_named_by_what_a_file_says(name: str, year: Folder) -> None:
    before = set(year.path.rglob("*"))
    result = year.run("decide", "--record", year.path / "record.json", "-o", year.path / "out.txt")
    assert 3 == result.exit_code, result.stderr
    made = {path.name for path in set(year.path.rglob("*")) - before}
    assert {"record.json", "record.json.witness.json", "out.txt"} == made
    assert name in json.loads((year.path / "record.json").read_bytes())["units"][0]["name"]
    assert 0 == CliRunner().invoke(main, ["replay", str(year.path / "record.json")]).exit_code


def test_a_refusal_tells_the_name_as_it_is_on_one_line(name: str, year: Folder) -> None:
    text_ = year.season.read_text(encoding="utf-8").replace('choice = ["don-vi-a"]', 'choice = ["don-vi-b"]')
    year.season.write_text(f"{text_}\n[facts.x]\n{toml(name)} = 1\n[outgoing]\n", encoding="utf-8")
    for line in year.refused():
        assert line.startswith(f"{year.season}:")
        assert line.isprintable()


def test_a_ruleset_is_looked_for_by_its_name_and_never_as_a_path(name: str, year: Folder) -> None:
    for wanted in (name, "../../etc/passwd", "khoi-thu/2021-01-15"):
        text_ = SCORED.replace('ruleset = "khoi-thu"', f"ruleset = {toml(wanted)}")
        year.season.write_text(text_, encoding="utf-8")
        (line,) = year.refused()
        assert line.startswith(f"{year.season}:2: unknown-ruleset")


# What no file may hold can still come from Python: a program that embeds the engine makes its own values.

HOSTILE: Final[dict[str, str]] = {
    "a terminal escape": "Sở \x1b]0;x\x07\x1b[31m\x1b[2J",
    "a control of one byte": "Sở \x9b31m\x90q\x9c",
    "a bell and a backspace": "Sở\x07\x08\x7f",
    "a line feed": "Sở\nB: Cờ",
    "a carriage return": "Sở\r\nB",
    "a tab and a form feed": "Sở\tA\x0c\x0b",
    "a zero": "Sở\0A",
    "a turned direction": "Sở \u202eAB\u202c\u2066C",
    "an invisible character": "S\u200bở\ufeff\u2060",
    "a line separator": "Sở\u2028A\u2029B",
    "half a letter": "Sở\ud800",
    "private use": "Sở\ue000",
    "a formula after a space": " =1+1",
    "a formula after a tab": "\t=1+1",
}

_TEXTS: Final = {"name", "title", "authority", "document", "number", "seen", "says", "basis", "aliases", "seat"}


def spoilt(value: Any, hostile: str, *, here: bool = False) -> Any:
    """The value with `hostile` in every text that people write."""
    if isinstance(value, str):
        return f"{hostile} {value}" if here else value
    if isinstance(value, tuple):
        return tuple(spoilt(each, hostile, here=here) for each in value)
    if isinstance(value, Mapping):
        return Table({key: spoilt(each, hostile) for key, each in value.items()})
    if attrs.has(type(value)):
        fields = [each.name for each in attrs.fields(type(value))]
        changes = {name: spoilt(getattr(value, name), hostile, here=name in _TEXTS) for name in fields}
        return attrs.evolve(value, **changes)
    return value


def reports(hostile: str, language: str) -> Iterator[str]:
    """Everything that is printed of a decision and of a ruleset in which each text holds `hostile`."""
    told = spoilt(decision(questions=(DEPUTY, BALLOT, PLACES, QUOTA, FACT)), hostile)
    kept = Kept(f"{hostile}.json", "0" * 64)
    yield text(told, language, kept)
    yield minutes(told, language, kept)
    yield ruleset_text(told.rules, language)
    for unit in told.units:
        yield explain(told, unit.id, language)
    for question in told.questions:
        yield "\n".join(act_block(question, Names.of(told, language)))
    yield blank_season(told.rules, "khoi", "2021")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_report_holds_a_character_that_a_terminal_would_obey_or_hide(kind: str, language: str) -> None:
    for shown in reports(HOSTILE[kind], language):
        assert [] == [line for line in shown.split("\n") if not line.isprintable()]


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_cell_of_the_minutes_is_a_formula_once_its_spaces_are_gone(kind: str) -> None:
    told = spoilt(decision(), HOSTILE[kind])
    rows = [line for line in minutes(told).splitlines() if line.startswith("|")]
    cells = [cell.strip() for row in rows for cell in row.strip("|").split(" | ")]
    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_new_season_is_toml_whatever_a_ruleset_is_called(kind: str) -> None:
    rules = spoilt(ruleset(), HOSTILE[kind])
    assert {"nhiem-vu"} == set(tomli.loads(blank_season(rules, "khoi"))["scores"])


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "half a letter"])
def test_json_of_what_no_file_may_hold_is_still_json(kind: str) -> None:
    name = HOSTILE[kind]
    shown = to_json(decision({"so-a": name, "so-b": "B", "so-c": "C", "so-d": "D"}))
    assert name == json.loads(shown)["units"][0]["name"]
    assert not set("\0\x07\x08\x1b\r") & set(shown)


@pytest.mark.parametrize(
    ("path", "verdict"),
    [(("units", 0, "name"), "replay-other"), (("season", "sources", "bien-ban", "document"), "replay-matches")],
    ids=["that differs", "that is kept"],
)
def test_a_replay_shows_no_character_of_a_record_that_a_terminal_would_obey(
    path: tuple[str | int, ...], verdict: str, tmp_path: Path
) -> None:
    record = tmp_path / "r\x1b[2J.json"
    record.write_bytes(changed(*path, to="Sở \x1b[2J\x9b31m\u202e\u2028<script>"))
    result = CliRunner().invoke(main, ["replay", str(record)])
    assert f": {verdict}: " in result.stdout
    assert [] == [line for line in (result.stdout + result.stderr).splitlines() if not line.isprintable()]


ODD: Final[dict[str, str]] = {
    "letters as another system writes them": "na\u0306m.toml",
    "no text at all": "n\udcffm.toml",
    "a terminal escape and a line end": "n\x1b[2J\nm.toml",
    "a turned direction": "n\u202em.toml",
    "a formula": "=HYPERLINK(1).toml",
    "markup": "<script>.toml",
}


@pytest.mark.parametrize("kind", ODD)
def test_a_file_of_an_odd_name_is_decided_and_its_record_kept(kind: str, tmp_path: Path) -> None:
    year = laid_out(tmp_path)
    odd = year.path / ODD[kind]
    year.season.rename(odd)
    record = odd.with_suffix(".json")
    result = attrs.evolve(year, season=odd).run("decide", "--record", record)
    assert 3 == result.exit_code, result.stderr
    assert [] == [line for line in result.stdout.splitlines() if not line.isprintable()]
    witness = json.loads(record.with_name(f"{record.name}.witness.json").read_bytes())
    (named,) = (file["name"] for file in witness["files"] if file["role"] == "season")
    assert named.isprintable()
    assert 0 == CliRunner().invoke(main, ["replay", str(record)]).exit_code


@pytest.mark.parametrize("kind", ODD)
def test_a_refused_file_of_an_odd_name_is_told_on_one_line(kind: str, tmp_path: Path) -> None:
    season = tmp_path / ODD[kind]
    season.write_text("x", encoding="utf-8")
    result = CliRunner().invoke(main, ["decide", str(season)])
    assert (1, "") == (result.exit_code, result.stdout)
    (line,) = result.stderr.splitlines()
    assert line.isprintable()
    assert ":1: line-not-read: " in line
