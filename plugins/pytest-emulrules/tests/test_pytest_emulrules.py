"""One run of pytest with the plugin: which tests there are, what they say, and what is told at the end."""

import json
from importlib import invalidate_caches
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from click.testing import CliRunner
from hostile import GATED, MEETING, NAME, PLAIN

import pytest_emulrules.part
from emulrules import Ruleset
from emulrules.cli import main
from emulrules.testing.toml_writing import written

pytest_plugins = ["pytester"]

PART: Final = pytest_emulrules.part.__name__
"""Imported here, so that no run of pytest inside these tests has to import it again."""

SEASON: Final = """\
format = "emulrules/season/1"
ruleset = "quy-che"
cluster = "cum"
season = "2021"

[sources.bien-ban]
document = "Biên bản (giả định)"

[facts]
vi-pham = ["c"]
khieu-nai = []

[scores.diem]
a = 2
b = 1

[scores.phu]
a = 0
b = 0
"""


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    """A folder with rulesets in `rules`, and seasons in `cases`; here a hostile plugin is installed."""
    information = pytester.mkdir("site") / "pha_luat-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: pha-luat\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[emulrules.policies]\n{NAME} = hostile:ByName\n")
    pytester.syspathinsert("site")
    invalidate_caches()
    pytester.mkdir("cases")
    return pytester.path


def shelve(folder: Path, ruleset: Ruleset) -> None:
    where = folder / "rules" / ruleset.id
    where.mkdir(parents=True)
    (where / f"{ruleset.in_force}.toml").write_text(written(ruleset), encoding="utf-8")


def by_data(ruleset: Ruleset) -> Ruleset:
    return evolve(ruleset, policy="standard")


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", "--emulrules-rulesets", "rules", *options)


LAWS: Final = ("--emulrules-ruleset", "quy-che", "--emulrules-examples", "5")


def test_a_broken_law_is_told_with_a_season_file_that_the_program_decides(
    pytester: pytest.Pytester, folder: Path
) -> None:
    shelve(folder, PLAIN)
    result = run(pytester, *LAWS, "--emulrules-counterexamples", "found", "-k", "twin")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "quy-che/2021-01-01 does not keep law-04-a-twin-stands-beside-its-twin.",
            "Found instead: a stands at 1, and don-vi-khac, which is like it, at 2",
            'format = "emulrules/season/1"',
            "Decide it: emulrules decide *.toml --rulesets *",
        ]
    )
    found = folder / "found" / "quy-che-2021-01-01-law-04-a-twin-stands-beside-its-twin.toml"
    decided = CliRunner().invoke(main, ["decide", str(found), "--rulesets", str(folder / "rules")])
    assert (0, "") == (decided.exit_code, decided.stderr)


def test_what_a_law_made_of_the_season_is_told_with_the_ruleset_that_shows_it(
    pytester: pytest.Pytester, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a CI pytest tells every failure a second time, whole, in its summary.
    monkeypatch.setenv("CI", "")
    shelve(folder, PLAIN)
    result = run(pytester, *LAWS, "--emulrules-counterexamples", "found", "-k", "twin")
    (told,) = [line for line in result.outlines if line.startswith("Decide it: ") and "year-1" in line]
    options = told.removeprefix("Decide it: emulrules ").split()
    assert 2 == options.count("--rulesets")
    decided = CliRunner().invoke(main, [*options, "--format", "json"])
    assert "" == decided.stderr
    places = {row["unit"]: row["place"] for row in json.loads(decided.stdout)["standings"]}
    assert 1 == abs(places["a"] - places["don-vi-khac"])


def test_without_a_folder_the_ruleset_that_shows_it_is_told_as_well(pytester: pytest.Pytester, folder: Path) -> None:
    shelve(folder, PLAIN)
    result = run(pytester, *LAWS, "-k", "twin")
    result.stdout.fnmatch_lines(
        [
            "# year-1.toml",
            'ruleset = "quy-che-thu"',
            "# rules-1/quy-che-thu/2021-01-01.toml",
            'format = "emulrules/ruleset/1"',
            "Decide it: emulrules decide year-1.toml --rulesets rules-1 --rulesets *",
        ]
    )


def test_without_a_folder_for_counterexamples_none_is_written(pytester: pytest.Pytester, folder: Path) -> None:
    shelve(folder, PLAIN)
    run(pytester, *LAWS, "-k", "twin").assert_outcomes(failed=1)
    assert {"cases", "rules", "site"} == {path.name for path in folder.iterdir()}


def test_a_law_that_is_kept_says_of_how_many_seasons_it_spoke(pytester: pytest.Pytester, folder: Path) -> None:
    shelve(folder, by_data(PLAIN))
    result = run(pytester, *LAWS, "-k", "twin")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["  law-04-a-twin-stands-beside-its-twin: * of 5 seasons met its conditions"])


def test_a_law_that_does_not_apply_is_skipped_with_the_reason(pytester: pytest.Pytester, folder: Path) -> None:
    shelve(folder, by_data(PLAIN))
    result = run(pytester, *LAWS, "-k", "barred-never")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(
        [
            "*law-11-who-is-barred-never-leads: does not apply. 0 of 5 seasons met its conditions "
            "(it says nothing of how the offices are filled): *"
        ]
    )


@pytest.mark.parametrize(
    ("law", "lacks"),
    [
        ("best-are-awarded", "it has no award by standing whose tie at the last slot is cut"),
        ("tie-at-the-line", "it has no award by standing"),
        ("share-rounded-down", "no quota of its awards is known to be a share that is rounded down, *"),
        ("everybody-leads", "its units do not lead in turn"),
        ("nobody-overtakes", "its units do not lead in turn"),
    ],
)
def test_a_law_on_what_the_ruleset_has_not_is_not_tried(
    pytester: pytest.Pytester, folder: Path, law: str, lacks: str
) -> None:
    shelve(folder, by_data(MEETING))
    result = run(pytester, *LAWS, "-k", law)
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines([f"*does not apply. 0 of 5 seasons met its conditions ({lacks}): *"])


def test_a_ruleset_that_is_not_known_is_told_with_the_one_that_was_meant(
    pytester: pytest.Pytester, folder: Path
) -> None:
    shelve(folder, by_data(PLAIN))
    result = run(pytester, "--emulrules-ruleset", "quy-chee")
    assert pytest.ExitCode.USAGE_ERROR == result.ret
    result.stderr.fnmatch_lines(["*quy-chee: there is no such ruleset; did you mean quy-che?"])


def test_a_ruleset_that_cannot_be_read_is_told_with_its_faults(pytester: pytest.Pytester, folder: Path) -> None:
    shelve(folder, by_data(PLAIN))
    (path,) = folder.glob("rules/*/*.toml")
    path.write_text(path.read_text(encoding="utf-8").replace('by = "points"', 'by = "point"'), encoding="utf-8")
    result = run(pytester, *LAWS)
    assert pytest.ExitCode.USAGE_ERROR == result.ret
    result.stderr.fnmatch_lines(["*: not-one-of-near: *points*"])


def cases(folder: Path) -> Path:
    shelve(folder, by_data(GATED))
    path = folder / "cases" / "nam.toml"
    path.write_text(SEASON, encoding="utf-8")
    return path.with_suffix(".json")


CASES: Final = ("--emulrules-cases", "cases")


def test_a_case_comes_out_as_the_golden_decision_that_was_written(pytester: pytest.Pytester, folder: Path) -> None:
    golden = cases(folder)
    result = run(pytester, *CASES, "--emulrules-write-goldens")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines([str(golden)])
    run(pytester, *CASES).assert_outcomes(passed=1)


def test_a_season_without_a_golden_decision_is_skipped_and_says_so(pytester: pytest.Pytester, folder: Path) -> None:
    cases(folder)
    result = run(pytester, *CASES, "-rs")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED*no golden decision nam.json beside it*"])


def test_a_case_that_comes_out_otherwise_is_told_with_the_first_step_that_differs(
    pytester: pytest.Pytester, folder: Path
) -> None:
    golden = cases(folder)
    run(pytester, *CASES, "--emulrules-write-goldens")
    kept = json.loads(golden.read_text(encoding="utf-8"))
    for step in kept["steps"]:
        if step["step"] == "points" and step["unit"] == "b":
            step["output"] = "2"
    for row in kept["standings"]:
        row["place"] = 1
    golden.write_text(json.dumps(kept), encoding="utf-8")
    result = run(pytester, *CASES)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "nam.json differs.",
            "First difference: steps.*.output",
            '  golden step: {*"step": "points", "unit": "b"}',
            '  golden: "2"',
            "  now step: *",
            '  now: "1"',
            "The outcome is different.",
            "* Place: 1 * 2. *",
        ]
    )


def test_a_golden_file_that_is_no_decision_is_told_as_such(pytester: pytest.Pytester, folder: Path) -> None:
    cases(folder).write_text("[]", encoding="utf-8")
    result = run(pytester, *CASES)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["nam.json is no decision of this cluster; *--emulrules-write-goldens"])


def test_a_case_that_is_refused_is_told_with_its_line(pytester: pytest.Pytester, folder: Path) -> None:
    golden = cases(folder)
    golden.write_text("{}", encoding="utf-8")
    season = golden.with_suffix(".toml")
    season.write_text(SEASON.replace('vi-pham = ["c"]', 'vi-pham = ["d"]'), encoding="utf-8")
    result = run(pytester, *CASES, "--emulrules-lang", "vi")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"{season}:10: unknown-unit*"])


def test_folders_of_cases_may_stand_in_the_settings(pytester: pytest.Pytester, folder: Path) -> None:
    cases(folder)
    pytester.makeini("[pytest]\nemulrules_cases = cases\nemulrules_rulesets = rules\n")
    pytester.runpytest_inprocess("--emulrules-write-goldens").assert_outcomes(passed=1)
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
    pytester.runpytest_inprocess("rules").assert_outcomes()


def test_a_folder_that_is_not_there_is_no_reason_to_pass(pytester: pytest.Pytester, folder: Path) -> None:
    result = run(pytester, "--emulrules-cases", "khong-co")
    assert pytest.ExitCode.USAGE_ERROR == result.ret
    assert folder.is_dir()


def test_what_no_case_touches_is_told_at_the_end(pytester: pytest.Pytester, folder: Path) -> None:
    cases(folder)
    result = run(pytester, *CASES, "--emulrules-write-goldens", "--emulrules-coverage")
    result.stdout.fnmatch_lines(["quy-che/2021-01-01: 7 of 11 parts touched by 1 cases"])
    expected = [
        "gates.tam-giu hold",
        "ties.phu-truoc",
        "ties.bieu-quyet",
        "awards.co.choose.xep-hang with a tie at the last slot (cut)",
    ]
    assert expected == [line.strip() for line in result.outlines if line.startswith("  ")]


def test_a_ruleset_that_has_no_case_is_touched_by_none(pytester: pytest.Pytester, folder: Path) -> None:
    cases(folder)
    result = run(pytester, *LAWS, "-k", "twin", "--emulrules-coverage")
    result.stdout.fnmatch_lines(["quy-che/2021-01-01: 0 of * parts touched by 0 cases"])
