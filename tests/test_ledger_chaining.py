"""Facts about the chain of a ledger: what is wrong with an entry that cannot follow is told whole, with its row."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest
from attrs import evolve
from ledger_samples import A1, A2, B1, DIVERGED, OTHER_A1, changed, ledger_of, record, rewritten

from emulrules.errors import Fault, LedgerError
from emulrules.files.canonical import digest
from emulrules.ledger import append, entries, head, verify
from emulrules.ledger.chaining import GENESIS, Chain, chain_digest
from emulrules.verdicts import Status, examine

FIRST, SECOND, OTHER = ("1" * 64, "2" * 64, "3" * 64)


def chain() -> Chain:
    """Two entries of two clusters."""
    made = Chain()
    made.add(made.next("khoi-a", "2021", FIRST, None, False))
    made.add(made.next("khoi-b", "2021", SECOND, None, True))
    return made


def test_what_follows_has_nothing_wrong_with_it() -> None:
    made = chain()
    entry = made.next("khoi-a", "2022", OTHER, None, False)
    assert [] == list(made.faults(entry))
    assert (3, 1, chain_digest(entry, made.head)) == (entry.n, entry.before, entry.digest)
    assert 0 == made.next("khoi-c", "2022", OTHER, None, False).before
    assert (2, FIRST, None) == (made.count, made.in_force("khoi-a", "2021"), made.in_force("khoi-a", "2022"))
    assert made.holds_head(GENESIS)
    assert made.holds_head(made.head)
    assert not made.holds_head(OTHER)


def test_the_digest_is_that_of_the_entry_in_canonical_form() -> None:
    entry = Chain().next("khoi-a", "2021", FIRST, None, False)
    said = f'{{"before":0,"cluster":"khoi-a","n":1,"previous":"{GENESIS}","record":"{FIRST}","season":"2021"'
    written = f'{said},"start":false,"supersedes":null}}'
    assert sha256(written.encode()).hexdigest() == entry.digest
    assert sha256(b"emulrules/ledger/1").hexdigest() == GENESIS


@pytest.mark.parametrize(
    ("parts", "code", "data"),
    [
        ({"n": 5}, "ledger-row", {"n": 5, "expected": 3}),
        ({"before": 2}, "ledger-before", {"n": 3, "cluster": "khoi-a", "got": 2, "expected": 1}),
        ({"record": SECOND}, "ledger-twice", {"n": 3, "record": SECOND}),
    ],
)
def test_an_entry_that_cannot_follow_is_told_with_its_row(
    parts: Mapping[str, Any], code: str, data: Mapping[str, object]
) -> None:
    made = chain()
    wrong = evolve(made.next("khoi-a", "2022", OTHER, None, False), **parts)
    wrong = evolve(wrong, digest=chain_digest(wrong, made.head))
    assert [Fault(code, ("entries", wrong.n), data)] == list(made.faults(wrong))


@pytest.mark.parametrize("part", [{"digest": OTHER}, {"start": True}, {"season": "2023"}, {"season": "e\u0301"}])
def test_an_entry_with_another_digest_is_told(part: Mapping[str, Any]) -> None:
    made = chain()
    wrong = evolve(made.next("khoi-a", "2022", OTHER, None, False), **part)
    assert [Fault("ledger-digest", ("entries", 3), {"n": 3})] == list(made.faults(wrong))


@pytest.mark.parametrize(
    ("season", "named", "code", "current"),
    [
        ("2021", None, "ledger-season-taken", FIRST),
        ("2021", SECOND, "ledger-supersedes-other", FIRST),
        ("2022", SECOND, "ledger-supersedes-none", None),
    ],
)
def test_what_supersedes_nothing_or_another_is_told(
    season: str, named: str | None, code: str, current: str | None
) -> None:
    made = chain()
    data = {"cluster": "khoi-a", "season": season, "record": current or "-", "named": named or "-"}
    assert Fault(code, (), data) == made.superseding("khoi-a", season, named)
    entry = made.next("khoi-a", season, OTHER, named, False)
    assert [Fault(code, ("entries", 3), data)] == list(made.faults(entry))
    assert made.superseding("khoi-a", season, current) is None


def test_who_appends_a_second_record_of_a_season_is_told_of_the_first_in_its_file(tmp_path: Any) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
    record = tmp_path / "khac.json"
    record.write_bytes(OTHER_A1)
    with pytest.raises(LedgerError) as caught:
        append(ledger, record)
    (fault,) = caught.value.faults
    assert ("ledger-season-taken", str(record), digest(A1), "-") == (
        fault.code,
        fault.file,
        fault.data["record"],
        fault.data["named"],
    )


def test_what_is_wrong_in_a_ledger_is_told_of_its_file(tmp_path: Any) -> None:
    ledger = changed(ledger_of(tmp_path / "so.emul", A1, B1), "UPDATE entries SET season = '1999' WHERE n = 2")
    with pytest.raises(LedgerError) as caught:
        entries(ledger)
    assert (Fault("ledger-digest", ("entries", 2), {"n": 2}, str(ledger)),) == caught.value.faults
    for looks in (lambda: head(ledger), lambda: append(ledger, tmp_path / "b.json")):
        (tmp_path / "b.json").write_bytes(B1)
        with pytest.raises(LedgerError) as caught:
            looks()
        assert {str(ledger)} == {fault.file for fault in caught.value.faults}
    found = verify(ledger)
    expected = [("ledger-digest", ("entries", 2), {"n": 2}), ("ledger-other-season", ("entries", 2), {"n": 2})]
    assert expected == [(fault.code, fault.path, dict(fault.data)) for fault in found.faults]
    assert {str(ledger)} == {fault.file for fault in found.faults}
    assert (Status.BAD_CHAIN, "ledger-bad-chain", "recompute", 2) == (
        found.status,
        found.code,
        found.level,
        found.count,
    )
    assert {"count": 2, "head": found.head, "faults": 2} == dict(found.data)
    assert found.sentence() == found.sentence("en") != found.sentence("vi")


def test_a_head_that_is_not_there_is_told(tmp_path: Any) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
    found = verify(ledger, "verify", head=OTHER)
    assert (Status.HEAD_NOT_ON_CHAIN, "ledger-bad-head", "verify") == (found.status, found.code, found.level)
    assert (Fault("ledger-head-unknown", (), {"head": OTHER}, str(ledger)),) == found.faults
    assert "ledger-verified" == verify(ledger, "verify", head=GENESIS).code
    assert "ledger-matches" == verify(ledger).code


def test_what_is_no_ledger_that_can_be_read_has_a_verdict_of_its_own(tmp_path: Any) -> None:
    none = tmp_path / "khong.emul"
    none.write_bytes(b"x" * 5000)
    for level in ("verify", "recompute"):
        found = verify(none, level)
        assert (Status.INVALID, "ledger-bad-file", level) == (found.status, found.code, found.level)
        assert 0 == found.count
        assert found.faults
    later = changed(ledger_of(tmp_path / "so.emul", A1), "PRAGMA user_version = 2")
    found = verify(later)
    assert (Status.UNSUPPORTED, "ledger-bad-file") == (found.status, found.code)
    assert ["ledger-version"] == [fault.code for fault in found.faults]


def test_two_records_with_the_same_verdict_are_told_in_their_order(tmp_path: Any) -> None:
    place = (b'"place":null,"tied_with":[],"total":null', b'"place":1,"tied_with":[],"total":null')
    another = record("cum-c", "2021").replace(b'"output":{"place":null', b'"output":{"place":1', 1).replace(*place, 1)
    assert examine(DIVERGED).status is examine(another).status is Status.DIVERGED
    found = verify(rewritten(tmp_path / "so.emul", DIVERGED, another))
    assert "ledger-bad-records" == found.code
    told = [fault for fault in found.faults if fault.code == "ledger-record"]
    assert [("entries", 1), ("entries", 2)] == [fault.path for fault in told]
    assert {1: digest(DIVERGED), 2: digest(another)} == {fault.data["n"]: fault.data["record"] for fault in told}
    assert {"verdict", "n", "record"} == {key for fault in told for key in fault.data}


def test_a_record_whose_bytes_are_others_is_told_with_its_row_and_id(tmp_path: Any) -> None:
    ledger = changed(ledger_of(tmp_path / "so.emul", A1, B1), ("UPDATE entries SET bytes = ? WHERE n = 2", (A1,)))
    data = {"n": 2, "record": digest(B1)}
    assert (Fault("ledger-bytes", ("entries", 2), data, str(ledger)),) == verify(ledger).faults


def test_a_record_without_what_it_builds_on_is_told_with_its_row_and_where_it_says_so(tmp_path: Any) -> None:
    ledger = rewritten(tmp_path / "so.emul", A2, A1)
    path, data = ("entries", 1, "season", "former", "2021"), {"record": digest(A1), "season": "2021"}
    assert (Fault("ledger-former-missing", path, data, str(ledger)),) == verify(ledger).faults


def test_who_appends_a_record_without_what_it_builds_on_is_told_in_its_file(tmp_path: Any) -> None:
    ledger, file = ledger_of(tmp_path / "so.emul"), tmp_path / "sau.json"
    file.write_bytes(A2)
    with pytest.raises(LedgerError) as caught:
        append(ledger, file)
    data = {"record": digest(A1), "season": "2021"}
    assert (Fault("ledger-former-missing", ("season", "former", "2021"), data, str(file)),) == caught.value.faults
    assert append(ledger, file, start=True).new


def test_who_appends_a_record_that_does_not_recompute_is_told_its_verdict(tmp_path: Any) -> None:
    ledger, file = ledger_of(tmp_path / "so.emul"), tmp_path / "sai.json"
    file.write_bytes(DIVERGED)
    verdict = examine(DIVERGED)
    with pytest.raises(LedgerError) as caught:
        append(ledger, file)
    assert (Fault(verdict.code, (), verdict.data, str(file)),) == caught.value.faults
    file.write_bytes(B1[:-1])
    with pytest.raises(LedgerError) as caught:
        append(ledger, file)
    assert ["replay-invalid", "record-not-json"] == [fault.code for fault in caught.value.faults]
    assert {str(file)} == {fault.file for fault in caught.value.faults}


def test_who_appends_is_told_the_entry_and_the_head(tmp_path: Any) -> None:
    ledger = ledger_of(tmp_path / "so.emul", A1)
    first, file = entries(ledger)[0], tmp_path / "b.json"
    file.write_bytes(B1)
    added = append(ledger, file)
    assert (True, 2, "cum-b", "2021", digest(B1), added.entry.digest, ()) == (
        added.new,
        added.entry.n,
        added.entry.cluster,
        added.entry.season,
        added.entry.record,
        added.head,
        added.notes,
    )
    again = append(ledger, file)
    assert (added.entry, False, added.head, ()) == (again.entry, again.new, again.head, again.notes)
    file.write_bytes(A1)
    assert (first, False, added.head) == (
        append(ledger, file).entry,
        append(ledger, file).new,
        append(ledger, file).head,
    )
