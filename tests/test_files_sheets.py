"""Reading score sheets: tables and stages of a ruleset, the table that a cluster signed, cells by stage; and faults."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import ruleset_files
from ruleset_files import HEAD, RULE, SOURCES, shelve
from season_files import HEAD as SEASON_HEAD
from season_files import codes_of, faults_of

from emulrules.errors import SeasonError
from emulrules.files.converter import structure, unstructure
from emulrules.files.library import Library
from emulrules.files.season import load_season, read_season
from emulrules.model.cell import Mark, Ratio, Staged
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season

UNITS = '[units.don-vi-a]\nname = "Đơn vị A (giả định)"\n[units.don-vi-b]\nname = "Đơn vị B (giả định)"\n'


def cluster(id_: str, unit: str, more: str = "") -> str:
    return f'[clusters.{id_}]\nname = "{id_}"\nmembers = ["{unit}"]\n{more}{RULE}'


def table(id_: str, more: str) -> str:
    return f'[tables.{id_}]\nname = "{id_}"\n{more}\n{RULE}'


def criterion(id_: str, more: str) -> str:
    return f'[[criteria]]\nid = "{id_}"\nname = "{id_}"\n{more}\n{RULE}'


def stage(id_: str, by: str) -> str:
    return f'[[stages]]\nid = "{id_}"\nname = "{id_}"\nby = "{by}"\n{RULE}'


def scoring(take: str) -> str:
    return f'[scoring]\ntake = "{take}"\n{RULE}'


ENTERED = 'method = "entered"\n'
CHUNG = criterion("chung", f"{ENTERED}max = 40")
SO = criterion("so", f'{ENTERED}max = 60\ntable = "bang-so"')
HUYEN = criterion("huyen", f'{ENTERED}max = 20\ntable = "bang-huyen"')
TRU = criterion("tru", 'kind = "deduction"\nmethod = "count"\neach = -1\nimposed_by = ["hoi-dong"]')
TABLES = table("bang-so", "points = 100\nbonus = 5") + table("bang-huyen", "points = 60")
CLUSTERS = cluster("khoi-so", "don-vi-a", 'table = "bang-so"\n') + cluster(
    "khoi-huyen", "don-vi-b", 'table = "bang-huyen"\n'
)
STAGES = stage("tu-cham", "unit") + stage("hoi-nghi", "meeting") + stage("hoi-dong", "council")
WHOLE = HEAD + SOURCES + CLUSTERS + UNITS + TABLES + STAGES + scoring("agreed") + CHUNG + SO + HUYEN + TRU


def read(folder: Path, content: str) -> Ruleset:
    shelve(folder, content)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15)).value


def test_tables_and_stages_are_read(tmp_path: Path) -> None:
    ruleset = read(tmp_path, WHOLE)
    assert ["bang-so", "bang-huyen"] == list(ruleset.tables)
    assert (Fraction(100), Fraction(5), ("01/GĐ Điều 1",), "assumed") == (
        ruleset.tables["bang-so"].points,
        ruleset.tables["bang-so"].bonus,
        ruleset.tables["bang-so"].basis,
        ruleset.tables["bang-so"].trust,
    )
    assert ("bang-so", "bang-huyen") == tuple(each.table for each in ruleset.clusters.values())
    assert [("tu-cham", "unit"), ("hoi-nghi", "meeting"), ("hoi-dong", "council")] == [
        (each.id, each.by) for each in ruleset.stages
    ]
    assert ruleset.scoring is not None
    assert ("agreed", ("01/GĐ Điều 1",)) == (ruleset.scoring.take, ruleset.scoring.basis)
    assert ("hoi-dong",) == ruleset.criteria[3].imposed_by


def changed(old: str, new: str, text: str = WHOLE) -> str:
    assert old in text
    return text.replace(old, new, 1)


PARENT = criterion("cha", "max = 60") + criterion("con", f'{ENTERED}max = 60\nparent = "cha"\ntable = "bang-so"')
FRAME = criterion("khung", "max = 40\nframe = true")

# What is written, the code, and the text of the line that the fault is on.
FAULTS: dict[str, tuple[str, str, str]] = {
    "a table of a cluster that is not there": (
        changed('table = "bang-so"', 'table = "bang-soo"'),
        "table-not-listed-near",
        'table = "bang-soo"',
    ),
    "a table of a criterion that is not there": (
        WHOLE + criterion("x", f'{ENTERED}max = 1\ntable = "zzz"'),
        "table-not-listed",
        'table = "zzz"',
    ),
    "a cluster without a table": (changed('table = "bang-so"\n', ""), "cluster-without-table", "[clusters.khoi-so]"),
    "a criterion of another table than its parent": (
        WHOLE
        + criterion("cha", 'table = "bang-so"')
        + criterion("con", f'{ENTERED}max = 1\nparent = "cha"\ntable = "bang-huyen"'),
        "table-of-parent",
        'table = "bang-huyen"',
    ),
    "a criterion of another table than one far above": (
        WHOLE
        + criterion("cha", 'table = "bang-so"')
        + criterion("giua", 'parent = "cha"')
        + criterion("con", f'{ENTERED}max = 1\nparent = "giua"\ntable = "bang-huyen"'),
        "table-of-parent",
        'table = "bang-huyen"',
    ),
    "a table that does not add up": (changed("points = 100", "points = 99"), "scale-sum-in-table", "points = 99"),
    "the other table does not add up": (changed("points = 60", "points = 61"), "scale-sum-in-table", "points = 61"),
    "a parent that adds up in one table only": (
        changed(SO, PARENT).replace("points = 60", "points = 120"),
        "leaf-without-method-in-table",
        "[[criteria]]",
    ),
    "a parent whose children differ in one table": (
        changed(SO, PARENT + criterion("khac", f'{ENTERED}max = 59\nparent = "cha"\ntable = "bang-huyen"')).replace(
            "points = 60", "points = 120"
        ),
        "children-sum-in-table",
        "max = 60",
    ),
    "a parent of one table that does not add up": (
        changed(
            SO,
            PARENT.replace('"cha"\nmax = 60', '"cha"\nmax = 60').replace(
                "max = 60\n", 'max = 60\ntable = "bang-so"\n', 1
            ),
        ).replace("max = 60\nparent", "max = 59\nparent"),
        "children-sum",
        "max = 60",
    ),
    "points of a table below zero": (changed("points = 100", "points = -1"), "number-below", "points = -1"),
    "bonus of a table below zero": (changed("bonus = 5", "bonus = -5"), "number-below", "bonus = -5"),
    "an id of a table that is none": (changed("[tables.bang-so]", '[tables."Bảng sở"]'), "id-malformed", "Bảng sở"),
    "a basis of a table that is not listed": (
        changed('bonus = 5\nbasis = "quy-che', 'bonus = 5\nbasis = "quy-chee'),
        "unknown-source-near",
        "quy-chee",
    ),
    "101 tables": (
        WHOLE + "".join(table(f"bang-{number}", "") for number in range(99)),
        "too-many-tables",
        "[tables.bang-so]",
    ),
    "a stage called as a part of a figure": (changed('id = "tu-cham"', 'id = "plan"'), "stage-reserved", 'id = "plan"'),
    "a stage twice": (WHOLE + stage("tu-cham", "head"), "id-twice", 'id = "tu-cham"'),
    "a stage by nobody": (changed('by = "unit"', 'by = "nobody"'), "not-one-of", "nobody"),
    "a stage of a criterion that is not there": (
        WHOLE + criterion("x", f'kind = "bonus"\n{ENTERED}stages = ["tu-cam", "hoi-nghi"]'),
        "stage-not-listed-near",
        'stages = ["tu-cam"',
    ),
    "a stage of a criterion twice": (
        WHOLE + criterion("x", f'kind = "bonus"\n{ENTERED}stages = ["tu-cham", "hoi-nghi", "tu-cham"]'),
        "named-twice",
        "stages = ",
    ),
    "a stage that imposes and is not there": (
        changed('imposed_by = ["hoi-dong"]', 'imposed_by = ["zzz"]'),
        "stage-not-listed",
        "imposed_by",
    ),
    "a stage that imposes twice": (
        changed('imposed_by = ["hoi-dong"]', 'imposed_by = ["hoi-dong", "hoi-dong"]'),
        "named-twice",
        "imposed_by",
    ),
    "a stage that imposes and does not score": (
        changed('imposed_by = ["hoi-dong"]', 'imposed_by = ["hoi-dong"]\nstages = ["hoi-nghi"]'),
        "imposer-not-scoring",
        "imposed_by",
    ),
    "points that somebody imposes": (
        WHOLE + criterion("x", f'kind = "bonus"\n{ENTERED}imposed_by = ["hoi-dong"]'),
        "key-useless",
        "imposed_by",
    ),
    "stages of a parent": (
        WHOLE
        + criterion("cha", 'kind = "bonus"\nstages = ["hoi-dong"]')
        + criterion("con", f'kind = "bonus"\nparent = "cha"\n{ENTERED}'),
        "key-useless",
        "stages = ",
    ),
    "what counts of stages that there are not": (
        changed(STAGES, "").replace('imposed_by = ["hoi-dong"]\n', ""),
        "scoring-without-stages",
        "[scoring]",
    ),
    "points agreed in no meeting": (changed('by = "meeting"', 'by = "head"'), "agreed-without-meeting", "take ="),
    "points agreed in two meetings": (WHOLE + stage("hop", "meeting"), "agreed-without-meeting", "take ="),
    "points agreed in stages without the meeting": (
        WHOLE + criterion("x", f'kind = "bonus"\n{ENTERED}stages = ["tu-cham", "hoi-dong"]'),
        "stages-without-meeting",
        "stages = ",
    ),
    "deductions agreed in stages without the meeting": (
        changed('imposed_by = ["hoi-dong"]', 'imposed_by = ["hoi-dong", "tu-cham"]'),
        "stages-without-meeting",
        "imposed_by",
    ),
    "a frame with something below": (
        changed(CHUNG, FRAME) + criterion("con", f'{ENTERED}max = 40\nparent = "khung"'),
        "frame-with-children",
        'parent = "khung"',
    ),
    "a frame with a method": (changed(CHUNG, FRAME.replace("frame", f"{ENTERED}frame")), "key-useless", "method"),
    "a frame without a maximum": (
        WHOLE + criterion("khung", 'kind = "bonus"\nframe = true'),
        "key-needed",
        "[[criteria]]",
    ),
    "stages of a frame": (
        changed(CHUNG, FRAME.replace("frame", 'stages = ["hoi-dong"]\nframe')),
        "key-useless",
        'stages = ["hoi-dong"]',
    ),
    "a frame that does not add up": (changed(CHUNG, FRAME.replace("40", "39")), "scale-sum-in-table", "points = 100"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_ruleset_is_refused_with(name: str, tmp_path: Path) -> None:
    text, code, marked = FAULTS[name]
    told = ruleset_files.faults_of(tmp_path, text)
    lines = text.split("\n")
    assert code in [fault.code for fault in told]
    assert any(marked in lines[(fault.line or 0) - 1] for fault in told if fault.code == code), told


ACCEPTED: dict[str, str] = {
    "a cluster without a table where there is a scale": changed('table = "bang-so"\n', "")
    + f"[scale]\npoints = 40\n{RULE}",
    "a scale that no cluster is scored on": WHOLE + f"[scale]\npoints = 1\n{RULE}",
    "children of each table below a parent of all": changed(
        SO, PARENT + criterion("khac", f'{ENTERED}max = 60\nparent = "cha"\ntable = "bang-huyen"')
    ).replace("points = 60", "points = 120"),
    "children that name no table below a parent that does": changed(
        SO,
        criterion("cha", 'max = 60\ntable = "bang-so"') + criterion("con", f'{ENTERED}max = 60\nparent = "cha"'),
    ),
    "a frame in the place of a criterion": changed(CHUNG, FRAME),
    "one stage without the meeting, although points are agreed": WHOLE
    + criterion("x", f'kind = "bonus"\n{ENTERED}stages = ["tu-cham"]'),
    "a stage that imposes and scores": changed(
        'imposed_by = ["hoi-dong"]', 'imposed_by = ["hoi-dong"]\nstages = ["hoi-dong", "hoi-nghi"]'
    ),
    "two meetings where the last counts": WHOLE.replace("agreed", "last") + stage("hop", "meeting"),
    "stages without a rule on which counts": changed(scoring("agreed"), ""),
    "100 tables": WHOLE + "".join(table(f"bang-{number}", "") for number in range(98)),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_ruleset_is_accepted_with(name: str, tmp_path: Path) -> None:
    assert "khoi-thu" == read(tmp_path, ACCEPTED[name]).id


def test_a_scale_counts_for_the_cluster_without_a_table(tmp_path: Path) -> None:
    text = changed('table = "bang-so"\n', "") + f"[scale]\npoints = 41\n{RULE}"
    assert ["scale-sum"] == [fault.code for fault in ruleset_files.faults_of(tmp_path, text)]


@pytest.mark.parametrize("points", ["points = 100", "points = 60"])
def test_what_is_left_to_the_cluster_need_not_add_up_yet(points: str, tmp_path: Path) -> None:
    left_open = f'[[undefined]]\nid = "con-lai"\nwhat = "criteria"\nsays = "Khối tự đặt"\n{RULE}'
    assert 2 == len(read(tmp_path, changed(points, "points = 200") + left_open).tables)


def test_what_is_left_to_the_cluster_need_not_add_up_to_the_scale_yet(tmp_path: Path) -> None:
    left_open = f'[[undefined]]\nid = "con-lai"\nwhat = "criteria"\nsays = "Khối tự đặt"\n{RULE}'
    text = changed('table = "bang-so"\n', "") + f"[scale]\npoints = 41\n{RULE}"
    assert read(tmp_path, text + left_open).scale is not None


def test_a_scale_counts_where_there_is_no_cluster(tmp_path: Path) -> None:
    text = WHOLE.replace(CLUSTERS, "").replace(UNITS, "") + f"[scale]\npoints = 41\n{RULE}"
    assert ["scale-sum"] == [fault.code for fault in ruleset_files.faults_of(tmp_path, text)]


def test_every_name_that_is_wrong_is_told_once(tmp_path: Path) -> None:
    text = changed(CHUNG, criterion("chung", f'{ENTERED}max = 40\nparent = "zzz"'))
    assert ["criterion-not-listed"] == [fault.code for fault in ruleset_files.faults_of(tmp_path, text)]


# Merging.

BASE = HEAD.replace("khoi-thu", "cap-tren").replace("2021-01-15", "2017-10-01") + SOURCES
LOWER = HEAD + 'extends = { id = "cap-tren", in_force = 2017-10-01 }\n' + SOURCES


def merged(folder: Path, base: str, lower: str) -> Ruleset:
    shelve(folder, BASE + base, "cap-tren", "2017-10-01")
    return read(folder, LOWER + lower)


def test_tables_are_merged_by_id_and_scoring_is_taken_whole(tmp_path: Path) -> None:
    base = table("a", "points = 1") + table("b", "points = 2") + stage("x", "unit") + scoring("last")
    ruleset = merged(tmp_path, base, table("b", "points = 3") + stage("y", "head") + scoring("max"))
    assert {"a": 1, "b": 3} == {id_: each.points for id_, each in ruleset.tables.items()}
    assert ["x", "y"] == [each.id for each in ruleset.stages]
    assert ruleset.scoring is not None
    assert "max" == ruleset.scoring.take


def test_scoring_from_above_stands_where_the_lower_ruleset_says_nothing(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, stage("x", "unit") + scoring("last"), "")
    assert ruleset.scoring is not None
    assert "last" == ruleset.scoring.take


def test_a_stage_is_replaced_in_its_place(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, stage("x", "unit") + stage("y", "cross"), stage("x", "head"))
    assert [("x", "head"), ("y", "cross")] == [(each.id, each.by) for each in ruleset.stages]


# Seasons.

SIGNED = """
[sources.bang-diem]
document = "Bảng điểm (giả định)"
number = "02/GĐ"

[[criteria]]
id = "mot"
parent = "khung"
name = "Một"
method = "entered"
max = "2.5"
basis = ["bang-diem mục 1", "bang-diem"]
trust = "assumed"

[[criteria]]
id = "hai"
name = "Hai"
method = "entered"
max = 2
stages = ["tu-cham"]
basis = "bang-diem mục 2"
trust = "read"
"""


def test_a_signed_table_is_read_with_its_bases_cited(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(SEASON_HEAD + SIGNED, encoding="utf-8")
    season = load_season(tmp_path / "season.toml")
    assert [("mot", ("02/GĐ mục 1", "02/GĐ")), ("hai", ("02/GĐ mục 2",))] == [
        (each.id, each.basis) for each in season.criteria
    ]
    assert (Fraction(5, 2), "khung", ("tu-cham",)) == (
        season.criteria[0].max,
        season.criteria[0].parent,
        season.criteria[1].stages,
    )
    assert season == structure(unstructure(season), Season, SeasonError)


def test_a_criterion_of_a_season_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text(SEASON_HEAD + SIGNED, encoding="utf-8")
    lines = (SEASON_HEAD + SIGNED).split("\n")
    document = read_season(path)
    assert lines.index('name = "Hai"') == document.place(("criteria", 1, "name"))[1] - 1
    assert "[[criteria]]" == lines[document.place(("criteria", 1))[1] - 1]


SIGNED_FAULTS: dict[str, tuple[str, str, str]] = {
    "a source that is not listed": (
        SIGNED.replace('"bang-diem mục 2"', '"bang-dim mục 2"'),
        "unknown-source-near",
        "bang-dim",
    ),
    "no basis": (SIGNED.replace('["bang-diem mục 1", "bang-diem"]', "[]"), "basis-empty", "basis = []"),
    "a basis that is left out": (SIGNED.replace('basis = "bang-diem mục 2"\n', ""), "missing-key", "[[criteria]]"),
    "an id twice": (SIGNED.replace('"hai"', '"mot"'), "id-twice", 'id = "mot"'),
    "an id that is none": (SIGNED.replace('"hai"', '"Hai"'), "id-malformed", 'id = "Hai"'),
    "a method without what it needs": (SIGNED.replace("max = 2\n", ""), "key-needed", "[[criteria]]"),
    "an unknown key": (SIGNED.replace("max = 2", "maxx = 2"), "unknown-key-near", "maxx"),
    "a table": (SIGNED.replace("max = 2\n", 'max = 2\ntable = "so"\n'), "signed-key", "table"),
    "a frame": (SIGNED.replace("max = 2\n", "max = 2\nframe = false\n"), "signed-key", "frame"),
    "a final entry": (SIGNED.replace("max = 2\n", "max = 2\nfinal = true\n"), "signed-key", "final"),
    "one bracket": (SIGNED.replace("[[criteria]]", "[criteria]", 1), "array-header", "[criteria]"),
}


@pytest.mark.parametrize("name", SIGNED_FAULTS)
def test_a_signed_table_is_refused_with(name: str, tmp_path: Path) -> None:
    text, code, marked = SIGNED_FAULTS[name]
    told = faults_of(tmp_path, SEASON_HEAD + text)
    lines = (SEASON_HEAD + text).split("\n")
    assert any(fault.code == code and marked in lines[(fault.line or 0) - 1] for fault in told), told


def test_criteria_that_are_no_list_are_told_by_their_shape(tmp_path: Path) -> None:
    assert ["not-a-list"] == codes_of(tmp_path, f"{SEASON_HEAD}criteria = 3\n")


def cells(folder: Path, text: str) -> object:
    (folder / "season.toml").write_text(f"{SEASON_HEAD}[scores.x]\na = {text}\n", encoding="utf-8")
    return load_season(folder / "season.toml").scores["x"]["a"]


def test_a_cell_by_stage_holds_any_cell(tmp_path: Path) -> None:
    given = cells(tmp_path, '{ mot = 320, hai = "310.5", ba = { actual = 1, plan = 2 }, bon = "n/a" }')
    due = {
        "mot": Fraction(320),
        "hai": Fraction(621, 2),
        "ba": Ratio(Fraction(1), Fraction(2)),
        "bon": Mark.NOT_APPLICABLE,
    }
    assert Staged(due) == given


def test_a_cell_by_stage_is_written_flat(tmp_path: Path) -> None:
    given = cells(tmp_path, "{ mot = 1, hai = { actual = 1 } }")
    assert {"mot": "1", "hai": {"actual": "1"}} == unstructure(given)


CELLS: dict[str, tuple[str, str]] = {
    "nothing": ("{ }", "missing-key"),
    "a stage in a stage": ("{ mot = { hai = 1 } }", "missing-key"),
    "a word": ('{ mot = "tốt" }', "not-a-cell"),
    "a slip beside a plan": ("{ actaul = 1, plan = 2 }", "unknown-key-near"),
    "thousands": ('{ mot = { actual = "1.250", plan = 1 } }', "number-thousands"),
    "an empty text": ('{ mot = "", hai = 2 }', "cell-empty"),
    "an empty text of a figure": ('{ mot = { actual = "", plan = "" } }', "cell-empty-ratio"),
    "an empty count": ('{ mot = { plus = "", minus = "" }, hai = 2 }', "cell-empty-net"),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_by_stage_is_refused_with(name: str, tmp_path: Path) -> None:
    text, code = CELLS[name]
    assert code in codes_of(tmp_path, f"{SEASON_HEAD}[scores.x]\na = {text}\n")


# A sheet.

SHEET = (
    "unit,mot@tu-cham,mot@hoi-dong,hai@tu-cham.actual,hai@tu-cham.plan,ba\ndon-vi-a,1,n/a,19,20,5\ndon-vi-b,,2,3,,6\n"
)


def sheet(folder: Path, text: str) -> Path:
    (folder / "scores.csv").write_text(text, encoding="utf-8")
    (folder / "season.toml").write_text(f'{SEASON_HEAD}scores = "scores.csv"\n', encoding="utf-8")
    return folder / "season.toml"


def test_a_column_may_be_of_a_stage(tmp_path: Path) -> None:
    scores = load_season(sheet(tmp_path, SHEET)).scores
    assert Staged({"tu-cham": Fraction(1), "hoi-dong": Mark.NOT_APPLICABLE}) == scores["mot"]["don-vi-a"]
    assert Staged({"hoi-dong": Fraction(2)}) == scores["mot"]["don-vi-b"]
    assert Staged({"tu-cham": Ratio(Fraction(19), Fraction(20))}) == scores["hai"]["don-vi-a"]
    assert Staged({"tu-cham": Ratio(Fraction(3))}) == scores["hai"]["don-vi-b"]
    assert Fraction(6) == scores["ba"]["don-vi-b"]


def test_a_figure_of_a_stage_may_be_not_applicable(tmp_path: Path) -> None:
    scores = load_season(sheet(tmp_path, SHEET.replace("19,20", "n/a,"))).scores
    assert Staged({"tu-cham": Mark.NOT_APPLICABLE}) == scores["hai"]["don-vi-a"]


SHEETS: dict[str, tuple[str, str]] = {
    "no stage after the sign": ("mot@hoi-dong", "mot@"),
    "no criterion before it": ("mot@hoi-dong", "@hoi-dong"),
    "two stages": ("mot@hoi-dong", "mot@hoi-dong@tu-cham"),
    "a stage that is no id": ("mot@hoi-dong", "mot@Hội đồng"),
    "a stage called as a part": ("mot@hoi-dong", "mot@plan"),
    "a part before the stage": ("hai@tu-cham.plan", "hai.plan@tu-cham"),
    "an unknown part of a stage": ("hai@tu-cham.plan", "hai@tu-cham.planned"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_column_is_refused_with(name: str, tmp_path: Path) -> None:
    old, new = SHEETS[name]
    with pytest.raises(SeasonError) as refused:
        read_season(sheet(tmp_path, SHEET.replace(old, new, 1)))
    assert ("sheet-column", 1, new) == (
        refused.value.code,
        refused.value.faults[0].line,
        refused.value.faults[0].data["column"],
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("mot@hoi-dong", "mot@tu-cham", "sheet-column-twice"),
        ("ba", "hai@tu-cham", "sheet-column-twice"),
        ("mot@tu-cham,mot@hoi-dong", "hai@hoi-dong.actual,hai@hoi-dong", "sheet-column-twice"),
        ("ba", "mot", "sheet-column-stages"),
        ("mot@hoi-dong", "ba@hoi-dong", "sheet-column-stages"),
        ("hai@tu-cham.actual", "hai@hoi-dong.actual", "sheet-plan-alone"),
    ],
)
def test_columns_of_one_criterion_say_one_thing(old: str, new: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(SeasonError) as refused:
        read_season(sheet(tmp_path, SHEET.replace(old, new, 1)))
    assert [code] == [fault.code for fault in refused.value.faults]


def test_two_stages_of_one_criterion_have_parts_of_their_own(tmp_path: Path) -> None:
    text = "unit,x@a.actual,x@a.plan,x@b.actual\nu,1,2,3\n"
    given = load_season(sheet(tmp_path, text)).scores["x"]["u"]
    assert Staged({"a": Ratio(Fraction(1), Fraction(2)), "b": Ratio(Fraction(3))}) == given


def test_2000_columns_of_stages_are_read_at_once(tmp_path: Path) -> None:
    names = [f"x{number}@a" for number in range(1_999)]
    season = load_season(sheet(tmp_path, f"unit,{','.join(names)}\nu{',1' * 1_999}\n"))
    assert 1_999 == len(season.scores)


def test_a_season_by_stage_is_the_same_in_a_sheet_and_in_its_file(tmp_path: Path) -> None:
    beside = load_season(sheet(tmp_path, SHEET))
    inside = SEASON_HEAD + (
        '[scores.mot]\ndon-vi-a = { tu-cham = 1, hoi-dong = "n/a" }\ndon-vi-b = { hoi-dong = 2 }\n'
        "[scores.hai]\ndon-vi-a = { tu-cham = { actual = 19, plan = 20 } }\n"
        "don-vi-b = { tu-cham = { actual = 3 } }\n[scores.ba]\ndon-vi-a = 5\ndon-vi-b = 6\n"
    )
    (tmp_path / "inside.toml").write_text(inside, encoding="utf-8")
    assert beside == load_season(tmp_path / "inside.toml")
