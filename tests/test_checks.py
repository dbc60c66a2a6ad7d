"""`emulrules check`: every fault is found on its line, its mended twin and the shipped rulesets have none."""

import ast
import json
from difflib import unified_diff
from fractions import Fraction
from pathlib import Path

import pytest
from cases import RULESETS
from checking import CODES, EXAMPLES, code_of, inspected, marked, twin
from click.testing import CliRunner, Result
from every import of_every
from hypothesis import given, settings

import emulrules.checks
from emulrules import Ruleset, Season, decide, load_policy
from emulrules.checks.inspection import findings_of, inspect_file, inspect_versions
from emulrules.cli import main
from emulrules.errors import EmulrulesError
from emulrules.files.library import Library
from emulrules.model.cell import Cell, Mark, Staged
from emulrules.model.table import Table
from emulrules.testing.strategies import rulesets
from emulrules.wording import LANGUAGES, catalogue

SHIPPED = Library([RULESETS])
GATE_TWICE = next(path for path in EXAMPLES if code_of(path) == "check-gate-twice")

_MOST_CHANGED = 10


def run(*arguments: object) -> Result:
    """One call of `check`, with the rulesets of this checkout."""
    return CliRunner().invoke(main, ["check", *map(str, arguments), "--rulesets", str(RULESETS)])


@of_every(EXAMPLES, lambda path: path.stem)
def test_a_fault_is_found_on_its_line_and_nothing_else_is(example: Path) -> None:
    found = inspected(example)
    told = [(fault.code, fault.line) for fault in found.faults]
    told += [(placed.finding.code, placed.line) for placed in found.findings]
    noted = [(placed.finding.code, placed.line) for placed in found.notes if placed.finding.code == code_of(example)]
    assert marked(example)
    assert [(code_of(example), line) for line in marked(example)] == told + noted


@of_every(EXAMPLES, lambda path: path.stem)
def test_a_mended_twin_has_nothing_to_mend(example: Path) -> None:
    found = inspected(twin(example))
    assert found.clean
    assert code_of(example) not in [placed.finding.code for placed in found.notes]


@of_every(EXAMPLES, lambda path: path.stem)
def test_a_twin_differs_in_its_fault_alone(example: Path) -> None:
    before, after = (path.read_text(encoding="utf-8").splitlines() for path in (example, twin(example)))
    changed = [line for line in unified_diff(before, after, n=0) if line[:1] in "+-"]
    assert 0 < len(changed) - 2 <= _MOST_CHANGED


def test_every_finding_has_an_example_and_every_example_is_of_a_code() -> None:
    shown = {code_of(example) for example in EXAMPLES}
    assert set(CODES) == {code for code in shown if code.startswith("check-")}
    assert [] == sorted(shown - set(catalogue()))


@of_every(CODES, str)
def test_every_finding_says_one_thing_to_do(code: str) -> None:
    for language in LANGUAGES:
        assert getattr(catalogue()[f"{code}-fix"], language).endswith(".")


def test_every_code_that_is_found_is_worded() -> None:
    made = set()
    for path in Path(emulrules.checks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("check-"):
                made.add(node.value)
    assert set(CODES) == made


@of_every(sorted({listed.id for listed in SHIPPED.listed}), str)
def test_nothing_is_to_be_mended_in_a_shipped_ruleset(id_: str) -> None:
    found = inspect_versions(SHIPPED, id_)
    assert [] == [(each.file, each.line, each.finding.code) for each in found.findings]
    assert () == found.faults


# the command


def test_nothing_to_mend_is_status_0() -> None:
    assert 0 == run(twin(GATE_TWICE)).exit_code


def test_a_finding_is_status_1_with_its_place_its_article_and_one_fix() -> None:
    result = run(GATE_TWICE, "--lang", "en")
    line = marked(GATE_TWICE)[0]
    first, basis, fix, *_, counts = result.stdout.splitlines()
    assert 1 == result.exit_code
    assert first.startswith(f"{GATE_TWICE}:{line}: check-gate-twice: The gates “khong-dang-ky” and “khong-giao-uoc”")
    assert "    Article: 01/GĐ Điều 9" == basis
    assert fix.startswith("    To mend it: ")
    assert counts.startswith("To mend: 1. Notes: ")


def test_an_id_is_checked_with_all_its_dated_files() -> None:
    shown = run("lang-cam-blocs").stdout
    assert all(f"lang-cam-blocs/{day}-01-15.toml:" in shown for day in (2020, 2021, 2022))


def test_what_is_neither_file_nor_id_is_status_2() -> None:
    assert 2 == run("khong-co").exit_code


def test_what_the_reader_refuses_is_told_as_a_finding() -> None:
    refused = next(path for path in EXAMPLES if code_of(path) == "scale-sum")
    result = run(refused)
    assert (1, "") == (result.exit_code, result.stderr)
    assert f"{refused}:{marked(refused)[0]}: scale-sum: " in result.stdout


@pytest.mark.parametrize(
    ("code", "basis"), [("scale-sum", "Điều 3"), ("max-not-positive", "Điều 4"), ("share-out-of-range", "Điều 9")]
)
def test_what_the_reader_refuses_has_the_article_of_its_rule(code: str, basis: str) -> None:
    refused = next(path for path in EXAMPLES if code_of(path) == code)
    (told,) = json.loads(run(refused, "--format", "json").stdout)["findings"]
    assert [f"01/GĐ {basis}"] == told["basis"]
    assert f"    Article: 01/GĐ {basis}" in run(refused, "--lang", "en").stdout.splitlines()


def test_a_file_that_is_no_toml_has_no_article(tmp_path: Path) -> None:
    path = tmp_path / "khoi-thu.toml"
    path.write_text('format = "emulrules/ruleset/1"\n[scale\n', encoding="utf-8")
    assert [()] == [each.basis for each in inspect_file(str(path)).refused]


def test_what_is_refused_after_merging_has_the_article_of_its_own_file(tmp_path: Path) -> None:
    upper, lower = (tmp_path / id_ / "2021-01-15.toml" for id_ in ("khoi-thu", "khoi-duoi"))
    for path in (upper, lower):
        path.parent.mkdir()
    text = twin(GATE_TWICE).read_text(encoding="utf-8")
    upper.write_text(text, encoding="utf-8")
    head = text.split("[clusters")[0].replace("khoi-thu", "khoi-duoi", 1).replace("01/GĐ", "02/GĐ")
    head = head.replace("[sources", 'extends = { id = "khoi-thu", in_force = 2021-01-15 }\n\n[sources', 1)
    award = '[[awards]]\nid = "them"\nname = "Thêm"\nrequires = ["khong-co"]\nbasis = "quy-che Điều 70"\n'
    lower.write_text(head + award + 'trust = "reported"\n', encoding="utf-8")
    (refused,) = inspect_file(str(lower)).refused
    assert (str(lower), ("02/GĐ Điều 70",)) == (refused.fault.file, refused.basis)


def test_dated_files_beside_the_checked_one_are_looked_at_too(tmp_path: Path) -> None:
    text = twin(GATE_TWICE).read_text(encoding="utf-8")
    folder = tmp_path / "khoi-thu"
    folder.mkdir()
    for year in (2021, 2023):
        dated = text.replace("in_force = 2021-01-15", f"in_force = {year}-01-15")
        (folder / f"{year}-01-15.toml").write_text(dated, encoding="utf-8")
    found = inspect_file(str(folder / "2023-01-15.toml"))
    assert "check-dated-overlap" in [each.finding.code for each in found.findings]


def dated(folder: Path, name: str) -> Path:
    """A ruleset in force from 2021-01-15 in the file `name`."""
    folder.mkdir()
    path = folder / name
    path.write_text(twin(GATE_TWICE).read_text(encoding="utf-8"), encoding="utf-8")
    return path


def test_a_dated_file_that_says_another_day_than_its_name_is_refused_on_the_line_of_its_day(tmp_path: Path) -> None:
    found = inspect_file(str(dated(tmp_path / "khoi-thu", "2021-02-15.toml")))
    assert [("ruleset-misfiled", 7)] == [(fault.code, fault.line) for fault in found.faults]


def test_an_id_that_is_spelt_almost_as_the_folder_is_refused_on_its_line(tmp_path: Path) -> None:
    found = inspect_file(str(dated(tmp_path / "khoi-thuu", "2021-01-15.toml")))
    assert [("ruleset-misfiled", 3)] == [(fault.code, fault.line) for fault in found.faults]
    assert inspect_file(str(dated(tmp_path / "nhap", "2021-01-15.toml"))).clean


def test_a_share_of_one_cluster_is_not_held_to_a_limit_on_several(tmp_path: Path) -> None:
    example = next(path for path in EXAMPLES if code_of(path) == "check-quota-above-share")
    text = example.read_text(encoding="utf-8").replace('"don-vi-b", "don-vi-c"]', '"don-vi-b"]')
    second = text[text.index("[clusters.khoi-a]") : text.index("[units.don-vi-a]")].replace("khoi-a", "khoi-b")
    second = second.replace('["don-vi-a", "don-vi-b"]', '["don-vi-c"]')
    path = tmp_path / "khoi.toml"
    path.write_text(text.replace("[units.don-vi-a]", f"{second}[units.don-vi-a]"), encoding="utf-8")
    assert [] == [each.finding.code for each in inspect_file(str(path)).findings]


def test_a_file_alone_in_its_folder_does_not_look_around(tmp_path: Path) -> None:
    folder, other = tmp_path / "khoi-thu", tmp_path / "khac"
    for each in (folder, other):
        each.mkdir()
    text = twin(GATE_TWICE).read_text(encoding="utf-8")
    (folder / "2021-01-15.toml").write_text(text, encoding="utf-8")
    (other / "ban-nhap.toml").write_text(text, encoding="utf-8")
    assert inspect_file(str(folder / "2021-01-15.toml")).clean


def test_json_holds_what_the_text_says() -> None:
    shown = json.loads(run(GATE_TWICE, "--format", "json", "--lang", "en").stdout)
    (finding,) = shown["findings"]
    assert ("check-gate-twice", str(GATE_TWICE), marked(GATE_TWICE)[0]) == (
        finding["code"],
        finding["file"],
        finding["line"],
    )
    assert ["01/GĐ Điều 9"] == finding["basis"]
    assert finding["sentence"] in run(GATE_TWICE, "--lang", "en").stdout
    assert finding["fix"] in run(GATE_TWICE, "--lang", "en").stdout


# what it rests on

REFUSED_LATER = {
    "check-criterion-unanswered": "undefined-needed",
    "check-headship-missing": "headship-undefined",
    "check-not-applicable-alone": "nothing-applies",
    "check-order-missing": "order-undefined",
    "check-rescale-without-max": "rescale-without-scale",
    "check-scoring-missing": "scoring-needed",
    "check-undefined-needed": "quota-undefined",
}
"""Findings of which the sentence says that a season is refused, and the code that refuses it."""


@pytest.mark.parametrize("code", REFUSED_LATER)
def test_a_season_is_refused_as_the_finding_says(code: str) -> None:
    path = next(path for path in EXAMPLES if path.stem == code)
    rules = Library([path], installed=False).open(path).value
    with pytest.raises(EmulrulesError) as refused:
        decide(scored(rules, code), rules, load_policy(rules))
    assert REFUSED_LATER[code] in {fault.code for fault in refused.value.faults}


def scored(rules: Ruleset, code: str) -> Season:
    """A season in which every unit has some points, and the first one the cell that the finding is about."""
    units = rules.clusters["khoi-a"].members
    scores: dict[str, Table[str, Cell]] = {}
    for criterion in rules.criteria:
        cells: dict[str, Cell] = dict.fromkeys(units, Fraction(10))
        if code == "check-scoring-missing":
            cells = {unit: Staged(Table({stage.id: Fraction(10) for stage in rules.stages})) for unit in units}
        if criterion.not_applicable is not None:
            cells[units[0]] = Mark.NOT_APPLICABLE
        scores[criterion.id] = Table(cells)
    facts: Table[str, tuple[str, ...]] = Table({gate.fact: () for gate in rules.gates})
    return Season(rules.id, "khoi-a", "2021", scores=Table(scores), facts=facts)


def test_what_stands_in_a_file_that_another_extends_is_only_noted_there(tmp_path: Path) -> None:
    upper = tmp_path / "khoi-thu" / "2021-01-15.toml"
    lower = tmp_path / "khoi-duoi" / "2022-01-15.toml"
    for path in (upper, lower):
        path.parent.mkdir()
    upper.write_text(GATE_TWICE.read_text(encoding="utf-8"), encoding="utf-8")
    head = twin(GATE_TWICE).read_text(encoding="utf-8").split("[sources")[0].replace("khoi-thu", "khoi-duoi")
    head = head.replace("2021-01-15", "2022-01-15") + 'extends = { id = "khoi-thu", in_force = 2021-01-15 }\n'
    lower.write_text(head, encoding="utf-8")
    found = inspect_file(str(lower))
    assert "check-gate-twice" not in [each.finding.code for each in found.findings]
    assert (str(upper), marked(GATE_TWICE)[0]) in [
        (each.file, each.line) for each in found.notes if each.finding.code == "check-gate-twice"
    ]
    assert not inspect_file(str(upper)).clean


@given(rulesets())
@settings(max_examples=settings().max_examples // 5)
def test_any_ruleset_that_can_be_read_can_be_checked(ruleset: Ruleset) -> None:
    for finding in findings_of(ruleset):
        assert all(finding.sentence(language) and finding.fix(language) for language in LANGUAGES)
