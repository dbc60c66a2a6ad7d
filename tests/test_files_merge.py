"""Merging with what a ruleset extends: whole entries, in order, nothing final lost, each place in its own file."""

from datetime import date
from pathlib import Path

import pytest
from ruleset_files import HEAD, RULE, SOURCES, shelve

from emulrules.errors import Fault, RulesetError
from emulrules.files.document import Document
from emulrules.files.library import Library
from emulrules.model.ruleset import Ruleset

BASE_HEAD = HEAD.replace("khoi-thu", "cap-tren").replace("2021-01-15", "2017-10-01")
LOWER_HEAD = HEAD + 'extends = { id = "cap-tren", in_force = 2017-10-01 }\n'


def tie(id: str, more: str = "") -> str:
    return f'[[ties]]\nid = "{id}"\nby = "ballot"\nasks = "members"\n{RULE}{more}'


def gate(id: str, fact: str, more: str = "") -> str:
    return f'[[gates]]\nid = "{id}"\nfact = "{fact}"\neffect = "hold"\n{RULE}{more}'


def inherited(id: str) -> str:
    return f'[[ties]]\nid = "{id}"\ninherit = true\n'


ORDER = f'[order]\nby = "points"\nname_places = [1]\n{RULE}'
HEADSHIP = f'[headship]\nby = "elected"\nasks = "members"\n{RULE}'
BASE_SOURCES = SOURCES.replace("01/GĐ", "99/GĐ")


def merged(folder: Path, base: str, lower: str) -> Document[Ruleset]:
    shelve(folder, BASE_HEAD + BASE_SOURCES + base, "cap-tren", "2017-10-01")
    shelve(folder, LOWER_HEAD + SOURCES + lower)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15))


def faults(folder: Path, base: str, lower: str) -> list[Fault]:
    with pytest.raises(RulesetError) as refused:
        merged(folder, base, lower)
    assert refused.value.render("vi")
    return list(refused.value.faults)


def test_entries_are_replaced_whole_in_their_place_and_new_ones_follow(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, gate("a", "x") + gate("b", "y"), gate("c", "z") + gate("a", "w")).value
    assert [("a", "w"), ("b", "y"), ("c", "z")] == [(each.id, each.fact) for each in ruleset.gates]


def test_a_basis_is_cited_as_the_file_that_it_stands_in_says(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, gate("a", "x"), gate("b", "y")).value
    assert [("99/GĐ Điều 1",), ("01/GĐ Điều 1",)] == [each.basis for each in ruleset.gates]


def test_tables_are_taken_whole(tmp_path: Path) -> None:
    assert (1,) == _order(merged(tmp_path, ORDER, ""))
    assert () == _order(merged(tmp_path, ORDER, ORDER.replace("name_places = [1]\n", "")))


def test_the_rule_on_absent_members_is_taken_whole_and_cited_as_its_file_says(tmp_path: Path) -> None:
    upper, lower = (f'[voting]\nabsent = "{absent}"\n{RULE}' for absent in ("written", "excluded"))
    for below, absent, cited in (("", "written", "99/GĐ"), (lower, "excluded", "01/GĐ")):
        voting = merged(tmp_path, upper, below).value.voting
        assert voting
        assert (absent, (f"{cited} Điều 1",)) == (voting.absent, voting.basis)


def _order(document: Document[Ruleset]) -> tuple[int, ...] | None:
    return document.value.order.name_places if document.value.order else None


def test_sources_clusters_and_units_are_taken_by_id(tmp_path: Path) -> None:
    units = '[units.a]\nname = "A"\n[units.b]\nname = "B"\n'
    ruleset = merged(tmp_path, units, '[units.b]\nname = "B mới"\n[units.c]\nname = "C"\n').value
    assert {"a": "A", "b": "B mới", "c": "C"} == {key: unit.name for key, unit in ruleset.units.items()}
    assert "01/GĐ" == ruleset.sources["quy-che"].number


def test_what_the_lower_file_says_of_itself_stands(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, "", "").value
    assert ("khoi-thu", date(2021, 1, 15)) == (ruleset.id, ruleset.in_force)


CHAINS: dict[str, tuple[str, str, list[str]]] = {
    "none of its own": (tie("a") + tie("b"), "", ["a", "b"]),
    "a chain of its own": (tie("a") + tie("b"), tie("c"), ["c"]),
    "an upper step among its own": (tie("a") + tie("b"), tie("c") + inherited("b") + tie("d"), ["c", "b", "d"]),
    "upper steps in another order": (tie("a") + tie("b"), inherited("b") + inherited("a"), ["b", "a"]),
    "an empty chain": (tie("a"), "ties = []\n", []),
}


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_of_ties_is(name: str, tmp_path: Path) -> None:
    base, lower, due = CHAINS[name]
    shelve(tmp_path, BASE_HEAD + BASE_SOURCES + base, "cap-tren", "2017-10-01")
    shelve(tmp_path, LOWER_HEAD + (lower + SOURCES if lower.startswith("ties") else SOURCES + lower))
    ruleset = Library([tmp_path], installed=False).read("khoi-thu", date(2021, 1, 15)).value
    assert due == [step.id for step in ruleset.ties]
    assert all(step.by == "ballot" and not step.inherit for step in ruleset.ties)


FINAL = "final = true\n"

FAULTS: dict[str, tuple[str, str, str]] = {
    "a final entry replaced": (gate("a", "x", FINAL), gate("a", "y"), "final-replaced"),
    "a final entry repeated word by word": (gate("a", "x", FINAL), gate("a", "x", FINAL), "final-replaced"),
    "a final headship replaced": (HEADSHIP + FINAL, HEADSHIP, "final-replaced"),
    "a final step replaced": (tie("a", FINAL), tie("a"), "final-replaced"),
    "a final step left out": (tie("a", FINAL), tie("b"), "final-missing"),
    "an inherited step that is not there": (tie("a"), inherited("b"), "unknown-tie-step"),
    "an inherited step that is nearly there": (tie("bo-phieu"), inherited("bo-phie"), "unknown-tie-step-near"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_merging_breaks_is_told_in_the_lower_file(name: str, tmp_path: Path) -> None:
    base, lower, code = FAULTS[name]
    told = faults(tmp_path, base, lower)
    assert [(code, str(tmp_path / "khoi-thu" / "2021-01-15.toml"))] == [(fault.code, fault.file) for fault in told]
    assert (told[0].line or 0) > 8


def test_final_entries_may_be_kept_by_saying_nothing(tmp_path: Path) -> None:
    ruleset = merged(tmp_path, gate("a", "x", FINAL) + tie("a", FINAL) + HEADSHIP + FINAL, inherited("a")).value
    assert (1, 1, True) == (len(ruleset.gates), len(ruleset.ties), ruleset.headship is not None)


def test_each_entry_is_placed_in_the_file_that_it_came_from(tmp_path: Path) -> None:
    document = merged(
        tmp_path, gate("a", "x") + gate("b", "y") + tie("t") + ORDER, gate("c", "z") + gate("a", "w") + inherited("t")
    )
    upper, lower = (str(tmp_path / name) for name in ("cap-tren/2017-10-01.toml", "khoi-thu/2021-01-15.toml"))
    due = {
        ("gates", 0, "fact"): (lower, 'fact = "w"'),
        ("gates", 1, "fact"): (upper, 'fact = "y"'),
        ("gates", "b", "fact"): (upper, 'fact = "y"'),
        ("gates", 2, "fact"): (lower, 'fact = "z"'),
        ("ties", 0, "asks"): (upper, 'asks = "members"'),
        ("order", "name_places"): (upper, "name_places = [1]"),
        ("headship", "by"): (lower, 'format = "emulrules/ruleset/1"'),
        ("title",): (lower, 'title = "Quy chế khối thử (giả định)"'),
    }
    for path, (file, text) in due.items():
        place = document.place(path)  # type: ignore[arg-type]  # keys are of several shapes
        assert (file, text) == (place[0], Path(place[0]).read_text(encoding="utf-8").split("\n")[place[1] - 1])
    assert [lower, upper] == [file.path for file in document.files]


def test_what_only_the_merged_ruleset_has_wrong_is_told_where_it_stands(tmp_path: Path) -> None:
    upper = f'[[ties]]\nid = "t"\nby = "criterion"\ncriterion = "khong-co"\n{RULE}'
    [fault] = faults(tmp_path, upper, "")
    assert ("criterion-not-listed", str(tmp_path / "cap-tren" / "2017-10-01.toml"), 14) == (
        fault.code,
        fault.file,
        fault.line,
    )


def test_a_limit_from_above_may_bind_an_award_that_this_ruleset_lacks(tmp_path: Path) -> None:
    limit = f'[[limits]]\nid = "n"\nsays = "x"\naward = "government-flag"\n{RULE}'
    award = (
        f'[[awards]]\nid = "province-flag"\nname = "x"\nchoose = [{{ id = "a", by = "place", places = [1] }}]\n{RULE}'
    )
    assert 1 == len(merged(tmp_path, limit, award + ORDER).value.limits)
