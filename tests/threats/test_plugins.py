"""Plugins that go wrong: each is blamed by name and hook on the ruleset's line that names it, and changes nothing.

What a plugin answers may hang on the call before, on time or on chance: that is noticed, since each hook is asked twice
in one decision. On the hash seed, the environment or its own files an answer hangs alike both times, so that one
decision cannot notice it; the answers stand in the record, which is decided again from them.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from installing import Install
from plugin_code import CHOSEN, GOOD, POINTS, code
from ruleset_files import RULESET
from year_files import SCORED, Folder, laid_out

from emulrules.cli import main
from emulrules.engine import decide
from emulrules.files.library import read_ruleset
from emulrules.files.season import load_season
from emulrules.plugins import load_policy


@pytest.fixture
def year(tmp_path: Path) -> Folder:
    """A year whose ruleset chooses the plugin, and leaves one criterion to it."""
    season = re.sub(r"\[scores.phong-trao\]\n.*\n.*\n", "", SCORED)
    return laid_out(tmp_path, season=season, replaced=[CHOSEN, POINTS])


def blamed(year: Folder) -> tuple[str, str]:
    """Code and sentence of the one thing for which the year is refused, on the line where the ruleset chooses."""
    (told,) = year.refused()
    line = year.ruleset.read_text(encoding="utf-8").splitlines().index(CHOSEN[1]) + 1
    place, due, sentence = told.split(": ", 2)
    assert f"{year.ruleset}:{line}" == place
    assert "“gia-dinh”" in sentence
    return due, sentence


def test_a_plugin_that_does_nothing_wrong_decides_the_year(year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", code())
    result = year.run("decide", "--format", "json")
    assert 3 == result.exit_code, result.stderr
    told = json.loads(result.stdout)
    assert ("gia-dinh", "don-vi-a") == (told["policy"], told["standings"][0]["unit"])


RAISES: dict[str, tuple[str, str]] = {
    "an exception": ("raise ValueError('hỏng')", "ValueError: hỏng"),
    "an exit": ("raise SystemExit(0)", "SystemExit: 0"),
    "an exit of the interpreter": ("sys.exit()", "SystemExit"),
    "endless recursion": ("return self.award_quota(ruleset, season, award, gates)", "RecursionError"),
    "the end of a generator": ("raise GeneratorExit", "GeneratorExit"),
    "the end of an iteration": ("return next(iter(()))", "StopIteration"),
    "too little memory": ("raise MemoryError", "MemoryError"),
    "a group of exceptions": ("raise ExceptionGroup('nhiều', [ValueError('một')])", "ExceptionGroup: nhiều"),
    "a class of its own that cannot be said": ("unsaid()", "Unsayable"),
    "several lines and a terminal escape": ("raise ValueError('một\\nhai\\x1b[2J')", "ValueError: một hai [2J"),
    "an assertion": ("assert False", "AssertionError"),
    "only the second time": ("return quota(1, award) if next(counted) % 2 else 1 // 0", "ZeroDivisionError"),
}


@pytest.mark.parametrize("name", RAISES)
def test_whatever_a_plugin_raises_is_told_of_it(name: str, year: Folder, install: Install) -> None:
    body, said = RAISES[name]
    install("goi-a", "gia-dinh", code(award_quota=body))
    due, told = blamed(year)
    assert "plugin-raises" == due
    assert "award_quota(province-certificate)" in told
    assert said in told


@pytest.mark.parametrize("place", ["body", "import", "constructor"])
def test_an_interrupt_stays_one(place: str, year: Folder, install: Install) -> None:
    made = {
        "body": code(award_quota="raise KeyboardInterrupt"),
        "import": "raise KeyboardInterrupt",
        "constructor": code() + "\n    def __init__(self):\n        raise KeyboardInterrupt\n",
    }
    install("goi-a", "gia-dinh", made[place])
    season = load_season(year.season)
    rules = read_ruleset(season, [year.path / "rules"]).value
    with pytest.raises(KeyboardInterrupt):
        decide(season, rules, load_policy(rules))
    before = set(year.path.rglob("*"))
    result = year.run("decide", "-o", year.path / "out.txt", "--record", year.path / "record.json")
    assert (1, "", "\nAborted!\n") == (result.exit_code, result.stdout, result.stderr)
    assert before == set(year.path.rglob("*"))


ANSWERS: dict[str, tuple[str, str, str]] = {
    "a float": ("award_quota", "return 1.0", "plugin-answer-kind"),
    "a float inside": ("award_quota", "return quota(1.0, award)", "plugin-value-kind"),
    "not a number": ("award_quota", "return quota(float('nan'), award)", "plugin-value-kind"),
    "infinity": ("award_quota", "return quota(float('inf'), award)", "plugin-value-kind"),
    "nothing": ("award_quota", "return None", "plugin-no-answer"),
    "nothing for want of a return": ("award_quota", "quota(1, award)", "plugin-no-answer"),
    "a generator": ("award_quota", "return (quota(n, award) for n in range(2))", "plugin-answer-kind"),
    "a function that would answer": ("award_quota", "return lambda: quota(1, award)", "plugin-answer-kind"),
    "a truth for a number": ("award_quota", "return quota(True, award)", "plugin-value-kind"),
    "a decimal": ("award_quota", "return quota(decimal.Decimal(1), award)", "plugin-value-kind"),
    "a number below zero": ("award_quota", "return quota(-1, award)", "plugin-value-negative"),
    "a number of thousands of digits": ("award_quota", "return quota(10**5000, award)", "plugin-value-long"),
    "a subclass of text": (
        "award_quota",
        "return Quota(1, Rule(Text(f'awards.{award.id}.quota'), BASIS, 'read'))",
        "plugin-value-kind",
    ),
    "a rule without a basis": (
        "award_quota",
        "return Quota(1, Rule(f'awards.{award.id}.quota', (), 'read'))",
        "plugin-rule-no-basis",
    ),
    "a rule of something else": (
        "award_quota",
        "return Quota(1, Rule('headship', BASIS, 'read'))",
        "plugin-value-path",
    ),
    "points in a float": (
        "criterion_points",
        "return points(don_vi_a=30.0, don_vi_b=Fraction(1))",
        "plugin-value-kind",
    ),
    "points that are no number": (
        "criterion_points",
        "return points(don_vi_a=float('nan'), don_vi_b=Fraction(1))",
        "plugin-value-kind",
    ),
    "points of none": (
        "criterion_points",
        "return points(don_vi_a=None, don_vi_b=Fraction(1))",
        "plugin-points-not-applicable",
    ),
    "a missing unit": ("criterion_points", "return points(don_vi_a=Fraction(1))", "plugin-names-lacking"),
    "an extra unit": (
        "criterion_points",
        "return points(don_vi_a=Fraction(1), don_vi_b=Fraction(1), don_vi_c=Fraction(1))",
        "plugin-names-foreign",
    ),
    "more points than there are": (
        "criterion_points",
        "return points(don_vi_a=Fraction(41), don_vi_b=Fraction(1))",
        "plugin-points-bounds",
    ),
    "no points for want of a text": ("criterion_points", "return DEFER", "undefined-needed"),
    "a missing criterion": ("criterion_weights", "return Weights({})", "plugin-names-lacking"),
    "the answer to another hook": ("unit_gates", "return Weights({})", "plugin-answer-kind"),
    "units in no order": ("unit_gates", "return GateFacts({'don-vi-a'})", "plugin-value-kind"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_a_hook_may_not_give_is_refused(name: str, year: Folder, install: Install) -> None:
    hook, body, due = ANSWERS[name]
    install("goi-a", "gia-dinh", code(**{hook: body}))
    told = " ".join(year.refused())
    assert f": {due}: " in told
    assert hook in told


IDS: dict[str, str] = {
    "a colon, as between the parts of a question": "bo-phieu:2",
    "a formula": "=HYPERLINK(1)",
    "a path": "../khoa",
    "capitals": "Khoa",
    "spaces": "bỏ phiếu",
}


@pytest.mark.parametrize("name", IDS)
def test_what_a_plugin_names_is_written_as_ids_are(name: str, year: Folder, install: Install) -> None:
    bar = f"Barred({IDS[name]!r}, ('head',), (), Rule('headship.bars.khoa', BASIS, 'read'))"
    body = f"return Rotation('elected', Rule('headship', BASIS, 'read'), 'members', ({bar},))"
    hook = "    @hookimpl\n    def head_rotation(self, ruleset, season):\n        "
    install("goi-a", "gia-dinh", f"from emulrules import Barred, Rotation\n{code()}\n{hook}{body}\n")
    assert "plugin-value-id" == blamed(year)[0]


MUTATES: dict[str, str] = {
    "an attribute": "season.cluster = 'khac'",
    "an attribute of what is inside": "ruleset.criteria[0].max = 1",
    "an entry": "season.facts['under-complaint'] = ('don-vi-a',)",
    "all entries": "ruleset.units.clear()",
    "an attribute in spite of everything": "object.__setattr__(award, 'id', 'khac'); return quota(1, award)",
    "an entry in spite of everything": "dict.clear(season.facts); return quota(1, award)",
    "a number in spite of everything": (
        "object.__setattr__(ruleset.criteria[0], 'max', Fraction(1)); return quota(1, award)"
    ),
}


@pytest.mark.parametrize("name", MUTATES)
def test_a_plugin_that_changes_what_it_is_given_is_refused(name: str, year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", code(award_quota=MUTATES[name]))
    assert "plugin-mutates" == blamed(year)[0]


UNSTEADY: dict[str, str] = {
    "the call before": "return quota(next(counted), award)",
    "the calls before, by way of an attribute": "self.n = getattr(self, 'n', 0) + 1; return quota(self.n, award)",
    "time": "return quota(time.perf_counter_ns() % 900_000, award)",
    "chance": "return quota(uuid.uuid4().int % 1_000_000, award)",
    "where a value lies in memory": "kept.append(object()); return quota(id(kept[-1]) // 16 % 900_000, award)",
}


@pytest.mark.parametrize("name", UNSTEADY)
def test_an_answer_that_hangs_on_something_else_is_noticed(name: str, year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", "kept = []\n" + code(award_quota=UNSTEADY[name]))
    assert "plugin-unsteady" == blamed(year)[0]


HIDDEN: dict[str, tuple[str, str]] = {
    "the hash seed": ("PYTHONHASHSEED", "return quota(hash('don-vi-a') % 1_000, award)"),
    "the environment": ("EMULRULES_TRIED", "return quota(int(os.environ.get('EMULRULES_TRIED', 0)), award)"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_one_decision_cannot_notice_stands_in_its_record(
    name: str, year: Folder, install: Install, tmp_path: Path
) -> None:
    variable, body = HIDDEN[name]
    install("goi-a", "gia-dinh", code(award_quota=body))
    numbers = set()
    for value in ("1", "2"):
        record = year.path / f"record-{value}.json"
        command = [sys.executable, "-m", "emulrules", "decide", "season.toml", "--rulesets", "rules", "--record"]
        surroundings = {**os.environ, "PYTHONPATH": str(tmp_path), variable: value}
        done = subprocess.run(
            [*command, record.name], cwd=year.path, env=surroundings, capture_output=True, check=False
        )
        assert 3 == done.returncode, done.stderr
        answers = json.loads(record.read_bytes())["answers"]
        numbers |= {answer["answer"]["number"] for answer in answers if answer["hook"] == "award_quota"}
        assert 0 == CliRunner().invoke(main, ["replay", str(record)]).exit_code
    assert 2 == len(numbers)


SURROUNDINGS: dict[str, str] = {
    "the decimal context": "decimal.getcontext().prec = 1",
    "the limit on digits": "sys.set_int_max_str_digits(640)",
    "the seed of chance": "random.seed(0)",
    "the environment": "os.environ['LC_ALL'] = os.environ['TZ'] = 'tr_TR.UTF-8'",
    "the folder": "os.chdir('/')",
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_what_a_plugin_sets_around_itself_changes_no_byte(
    name: str, year: Folder, install: Install, tmp_path: Path
) -> None:
    install("goi-a", "gia-dinh", code(award_quota=f"{SURROUNDINGS[name]}; return quota(1, award)"))
    command = [sys.executable, "-m", "emulrules", "decide", "season.toml", "--rulesets", "rules", "--format", "json"]
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, env=surroundings, cwd=year.path, capture_output=True, check=False)
    install("goi-a", "gia-dinh", code(award_quota="return quota(1, award)"))
    sys.modules.pop("goi_a", None)
    assert year.run("decide", "--format", "json").stdout == done.stdout.decode(), done.stderr


def test_what_a_plugin_prints_does_not_stand_among_what_is_decided(year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", "print('nạp')\n" + code(award_quota="print('hỏi'); return quota(1, award)"))
    result = year.run("decide", "--format", "json")
    assert "gia-dinh" == json.loads(result.stdout)["policy"]
    assert {"nạp", "hỏi"} == set(result.stderr.split())
    install("goi-a", "gia-dinh", code(award_quota="print('hỏi'); return None"))
    sys.modules.pop("goi_a", None)
    assert (1, "") == (year.run("decide").exit_code, year.run("decide").stdout)


OVERREACHES: dict[str, tuple[str, str]] = {
    "wraps what others answer": ("wrapper=True", "plugin-wrapper"),
    "wraps it as was done of old": ("hookwrapper=True", "plugin-hookwrapper"),
    "wants to be asked first": ("tryfirst=True", "plugin-tryfirst"),
    "wants to be asked last": ("trylast=True", "plugin-trylast"),
    "does not mind what its hook is called": ("optionalhook=True", "plugin-optionalhook"),
    "goes by the name of another hook": ("specname='head_rotation'", "plugin-specname"),
}


@pytest.mark.parametrize("name", OVERREACHES)
def test_a_plugin_answers_for_itself_only(name: str, year: Folder, install: Install) -> None:
    option, due = OVERREACHES[name]
    marked = code(award_quota="return (yield)" if "wrap" in option else GOOD["award_quota"])
    install("goi-a", "gia-dinh", marked.replace("@hookimpl\n    def award", f"@hookimpl({option})\n    def award"))
    told = "\n".join(year.refused())
    assert f": {due}: " in told


MISSPELT: dict[str, tuple[str, str, str]] = {
    "a letter too many": ("def award_quota(", "def award_quotas(", "award_quota"),
    "a letter changed": ("def criterion_points(", "def criteria_points(", "criterion_points"),
    "another separator": ("def award_quota(", "def awardQuota(", "award_quota"),
}


@pytest.mark.parametrize("name", MISSPELT)
def test_a_misspelt_hook_is_refused_with_the_one_that_is_meant(name: str, year: Folder, install: Install) -> None:
    hook, written, meant = MISSPELT[name]
    install("goi-a", "gia-dinh", code().replace(hook, written))
    due, told = blamed(year)
    assert "plugin-unknown-hook-near" == due
    assert f"“{meant}”" in told


def test_a_misspelt_hook_that_is_not_even_marked_is_refused(year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", code().replace("@hookimpl\n    def award_quota(", "def award_quotas("))
    assert "plugin-unknown-method-near" == blamed(year)[0]


def test_a_name_that_another_claims_too_is_taken_of_neither(year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", code())
    install("goi-b", "gia-dinh", "raise RuntimeError('nobody may load it')")
    due, told = blamed(year)
    assert "plugin-claimed-twice" == due
    assert "goi-a 1.2, goi-b 1.2" in told


def test_another_authority_than_the_rulesets_is_refused(year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", code().replace("Cơ quan giả định", "Cơ quan khác"))
    due, told = blamed(year)
    assert "plugin-authority" == due
    assert "Cơ quan khác" in told


def test_a_plugin_that_is_missing_is_refused_with_those_that_are_there(year: Folder) -> None:
    due, told = blamed(year)
    assert "plugin-missing" == due
    assert "standard" in told


CANNOT_BE_LOADED: dict[str, str] = {
    "it raises": "raise RuntimeError('hỏng')",
    "it exits": "raise SystemExit(0)",
    "it lacks a module": "import khong_co_mo_dun_nay",
    "it is no Python": "def (",
    "it holds a zero byte": "\0",
    "it lacks the class": "",
}


@pytest.mark.parametrize("name", CANNOT_BE_LOADED)
def test_a_plugin_that_cannot_be_loaded_is_refused(name: str, year: Folder, install: Install) -> None:
    install("goi-a", "gia-dinh", CANNOT_BE_LOADED[name])
    assert "plugin-import" == blamed(year)[0]


def test_a_plugin_that_was_changed_under_one_version_has_another_digest_in_the_witness(
    year: Folder, install: Install
) -> None:
    made = []
    for number, text in enumerate((code(), code() + "# khác\n")):
        install("goi-a", "gia-dinh", text)
        sys.modules.pop("goi_a", None)
        record = year.path / f"{number}.json"
        assert 3 == year.run("decide", "--record", record).exit_code
        witness = json.loads(record.with_name(f"{number}.json.witness.json").read_bytes())
        made.append((record.read_bytes(), witness["plugin"]["version"], witness["plugin"]["digest"]))
    (one, other) = made
    assert (one[0], one[1]) == (other[0], other[1])
    assert one[2] != other[2]


def test_the_standard_policy_needs_no_plugin(tmp_path: Path) -> None:
    assert 3 == laid_out(tmp_path, ruleset=RULESET).run("decide").exit_code
