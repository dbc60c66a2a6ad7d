"""Facts about the chain: which of the records that one names breaks it, where that stands, and in which file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from cases import RULESETS
from test_years import folder, record, run

from emulrules.chain import links, named_faults, worst
from emulrules.errors import Fault, FileError
from emulrules.files.record import Record, parse_record
from emulrules.model.table import Table
from emulrules.verdicts import Status

COUNCILS = RULESETS / "may-trang-blocs" / "councils"


def read(path: Path) -> Record:
    return parse_record(path.read_bytes())


def found(*records: Record) -> Callable[[str], Record | None]:
    """Looks among some records, by their ids."""
    return {each.id: each for each in records}.get


@pytest.fixture(name="council", scope="module")
def _council(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, list[Record]]:
    """The record of a council, and those that it reviewed."""
    where = tmp_path_factory.mktemp("councils")
    for path in COUNCILS.glob("2021-khoi-*.json"):
        shutil.copy(path, where)
    sitting = shutil.copy(COUNCILS / "2021-hoi-dong-tinh.toml", where)
    assert 0 == run("review", sitting, "--record", where / "hoi-dong.json").exit_code
    own = read(where / "hoi-dong.json")
    reviewed = {each.record for each in own.decision.reviewed}
    return own, [each for each in map(read, sorted(where.glob("2021-khoi-*.json"))) if each.id in reviewed]


def test_where_everything_is_as_it_was_read_nothing_is_wrong(council: tuple[Record, list[Record]]) -> None:
    own, reviewed = council
    assert [] == list(named_faults(own, found(*reviewed)))
    year = read(record("2023"))
    assert [] == list(named_faults(year, found(read(record("2021")), read(record("2022")))))


def test_a_reviewed_record_that_is_nowhere_is_named_by_its_number(council: tuple[Record, list[Record]]) -> None:
    own, reviewed = council
    ids = [each.record for each in own.decision.reviewed]
    missing = [
        Fault("chain-missing", ("reviewed", at), {"record": id_, "season": "2021"}) for at, id_ in enumerate(ids)
    ]
    assert missing == list(named_faults(own, found()))
    assert missing[1:] == list(named_faults(own, found(*(each for each in reviewed if each.id == ids[0]))))


def test_a_reviewed_record_that_says_something_else_now_is_named(council: tuple[Record, list[Record]]) -> None:
    own, reviewed = council
    first = own.decision.reviewed[0]
    other = next(each for each in reviewed if each.id != first.record)
    for instead in (evolve(other, id=first.record), evolve(own, id=first.record)):
        held = found(*(each for each in reviewed if each.id != first.record), instead)
        data = {"record": first.record, "season": "2021"}
        assert [Fault("chain-differs", ("reviewed", 0), data)] == list(named_faults(own, held))


def test_each_former_record_that_is_nowhere_is_named_under_its_year() -> None:
    year = read(record("2023"))
    ids = {id_: former.record for id_, former in year.decision.season.former.items()}
    assert ["2021", "2022"] == sorted(ids)
    missing = {
        id_: Fault("chain-missing", ("season", "former", id_), {"record": of, "season": id_}) for id_, of in ids.items()
    }
    assert [*missing.values()] == list(named_faults(year, found()))
    assert [missing["2022"]] == list(named_faults(year, found(read(record("2021")))))
    assert [missing["2021"]] == list(named_faults(year, found(read(record("2022")))))


def test_what_was_taken_must_be_what_the_former_record_gives() -> None:
    year, former = read(record("2024")), read(record("2023"))
    taken = year.decision.season.former["2023"]
    season = evolve(year.decision.season, former=Table({"2023": evolve(taken, head="huyen-ghenh-doi")}))
    other = evolve(year, decision=evolve(year.decision, season=season))
    data = {"record": taken.record, "season": "2023"}
    assert [Fault("chain-differs", ("season", "former", "2023"), data)] == list(named_faults(other, found(former)))


def test_a_record_of_another_year_is_named_under_the_year_where_it_stands() -> None:
    year, older = read(record("2024")), read(record("2022"))
    taken = year.decision.season.former["2023"]
    data = {"season": "2023", "other": "2022"}
    assert [Fault("former-of-season", ("season", "former", "2023"), data)] == list(
        named_faults(year, lambda id_: older if id_ == taken.record else None)
    )


def test_what_is_wrong_is_told_of_the_file_that_names_the_record(tmp_path: Path) -> None:
    where = folder(tmp_path)
    (where / record("2023").name).unlink()
    (broken,) = (link for link in links(where)[1] if link.faults)
    assert {str(where / record("2024").name)} == {fault.file for fault in broken.faults}
    assert Status.BAD_CHAIN is broken.status


def test_verifying_a_folder_decides_nothing_again(tmp_path: Path) -> None:
    where = folder(tmp_path)
    assert {"replay-verified"} == {link.verdict.code for link in links(where, "verify")[1]}
    assert {"replay-matches"} == {link.verdict.code for link in links(where, "recompute")[1]}


def test_a_folder_without_a_record_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        links(tmp_path)
    assert (Fault("chain-empty", file=str(tmp_path)),) == caught.value.faults


def test_a_broken_chain_is_worse_than_any_verdict() -> None:
    assert Status.BAD_CHAIN is worst([Status.BAD_CHAIN, *(each for each in Status if each is not Status.BAD_CHAIN)])
    assert Status.INVALID is worst([Status.MATCH, Status.INVALID, Status.DIVERGED])
