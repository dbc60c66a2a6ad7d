"""Facts about ledgers: what they take and refuse, and how former seasons are read from them."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from ledger_samples import A1, A2, B1, FORGED, OTHER_A1, TEN, changed, kept, ledger_of, record

from emulrules.errors import EmulrulesError, Fault, LedgerError
from emulrules.files import ledger_file
from emulrules.files.archive import Archive
from emulrules.files.canonical import digest
from emulrules.ledger import GENESIS, append, entries, head, init, verify


def refused(code: str, ledger: Path, data: bytes, **options: Any) -> Fault:
    """The fault for which a record is not taken; the ledger stays as it is."""
    before = ledger.read_bytes()
    with pytest.raises(LedgerError) as caught:
        append(ledger, kept(ledger.parent, data), **options)
    assert code == caught.value.code
    assert before == ledger.read_bytes()
    return caught.value.faults[0]


def test_an_empty_ledger_has_a_head_and_is_sound(in_memory: Path) -> None:
    assert hashlib.sha256(b"emulrules/ledger/1").hexdigest() == GENESIS == init(in_memory / "so.emul")
    assert (0, GENESIS) == head(in_memory / "so.emul")
    assert verify(in_memory / "so.emul").matches


def test_the_chain_is_what_the_page_says(in_memory: Path) -> None:
    last = GENESIS
    for entry in entries(ledger_of(in_memory / "so.emul", *TEN)):
        said = {
            key: getattr(entry, key) for key in ("before", "cluster", "n", "record", "season", "start", "supersedes")
        }
        text = json.dumps({**said, "previous": last}, sort_keys=True, separators=(",", ":"))
        last = hashlib.sha256(text.encode()).hexdigest()
        assert last == entry.digest
    assert (10, last) == head(in_memory / "so.emul")


def test_an_entry_names_the_row_of_its_cluster_before_it(in_memory: Path) -> None:
    found = [(entry.cluster[-1], entry.before) for entry in entries(ledger_of(in_memory / "so.emul", *TEN))]
    assert [*"abacbaabab"] == [cluster for cluster, _ in found]
    assert [0, 0, 1, 0, 2, 3, 6, 5, 7, 8] == [before for _, before in found]


def test_the_same_record_twice_is_told_and_changes_nothing(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, B1)
    before = ledger.read_bytes()
    again = append(ledger, kept(in_memory, A1))
    assert (False, 1, head(ledger)[1]) == (again.new, again.entry.n, again.head)
    assert before == ledger.read_bytes()


def test_threads_of_one_process_lose_nothing_and_make_no_fork(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1)
    files = [kept(in_memory, record("cum-a", str(year))) for year in range(2022, 2030)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda file: append(ledger, file).new, files))
    assert [True] * 8 == done
    assert list(range(9)) == [entry.before for entry in entries(ledger)]
    assert verify(ledger).matches


def test_a_record_that_does_not_recompute_is_refused(in_memory: Path) -> None:
    assert FORGED != A1
    ledger = ledger_of(in_memory / "so.emul")
    for data in (FORGED, A1[:-1], b"", b"{}", A1.replace(b'"semantics":', b'"semantics":9', 1)):
        with pytest.raises(EmulrulesError) as caught:
            append(ledger, kept(in_memory, data))
        assert caught.value.code.startswith("replay-")
    assert 0 == head(ledger)[0]


def test_a_record_that_builds_on_one_that_is_not_there_is_refused(in_memory: Path) -> None:
    fault = refused("ledger-former-missing", ledger_of(in_memory / "so.emul", B1), A2)
    assert (digest(A1), "2021") == (fault.data["record"], fault.data["season"])


def test_a_ledger_may_start_after_what_a_record_builds_on(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul")
    append(ledger, kept(in_memory, A2), start=True)
    assert [True] == [entry.start for entry in entries(ledger)]
    assert verify(ledger).matches


def test_a_start_excuses_no_other_record_of_a_season_that_is_there(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", OTHER_A1)
    assert digest(OTHER_A1) == refused("ledger-former-other", ledger, A2, start=True).data["other"]


def test_a_second_record_of_a_season_has_to_name_the_one_in_force(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, B1)
    refused("ledger-season-taken", ledger, OTHER_A1)
    refused("ledger-supersedes-other", ledger, OTHER_A1, supersedes=digest(B1))
    append(ledger, kept(in_memory, OTHER_A1), supersedes=digest(A1))
    third = record("cum-a", "2021", present=0)
    refused("ledger-supersedes-other", ledger, third, supersedes=digest(A1))
    append(ledger, kept(in_memory, third), supersedes=digest(OTHER_A1))
    assert [None, None, digest(A1), digest(OTHER_A1)] == [entry.supersedes for entry in entries(ledger)]
    assert verify(ledger).matches


def test_nothing_can_be_superseded_where_no_record_of_the_season_is(in_memory: Path) -> None:
    refused("ledger-supersedes-none", ledger_of(in_memory / "so.emul", A1), B1, supersedes=digest(A1))


def test_who_builds_on_a_superseded_record_is_told(in_memory: Path) -> None:
    ledger = ledger_of(in_memory / "so.emul", A1, (OTHER_A1, A1))
    done = append(ledger, kept(in_memory, A2))
    assert [("ledger-former-superseded", digest(OTHER_A1))] == [(each.code, each.data["other"]) for each in done.notes]
    assert verify(ledger).matches


@pytest.mark.parametrize(
    "amiss",
    [lambda entry, data: (entry, data + b" "), lambda entry, data: (evolve(entry, start=True), data)],
    ids=["bytes", "entry"],
)
def test_what_was_written_is_read_back_before_it_counts(
    in_memory: Path, monkeypatch: pytest.MonkeyPatch, amiss: Any
) -> None:
    ledger, real = ledger_of(in_memory / "so.emul"), ledger_file.LedgerFile.insert

    def wrong(self: Any, entry: Any, data: bytes) -> None:
        real(self, *amiss(entry, data))

    monkeypatch.setattr(ledger_file.LedgerFile, "insert", wrong)
    with pytest.raises(LedgerError) as caught:
        append(ledger, kept(in_memory, A1))
    assert (Fault("ledger-not-kept", (), {"n": 1}, str(ledger)),) == caught.value.faults


def test_records_are_found_in_a_ledger_by_their_ids(in_memory: Path) -> None:
    archive = Archive([ledger_of(in_memory / "so.emul", A1, B1)])
    filed = archive.find(digest(A1))
    assert filed is not None
    assert A1 == filed.read()
    assert None is archive.find(digest(A2))
    assert [digest(B1)] == [each.id for each in archive.of_season("cum-b", "2021")]


def test_a_record_whose_bytes_were_changed_in_its_ledger_is_not_read_from_it(in_memory: Path) -> None:
    ledger = changed(ledger_of(in_memory / "so.emul", A1, B1), ("UPDATE entries SET bytes = ? WHERE n = 1", (B1,)))
    filed = Archive([ledger]).find(digest(A1))
    assert filed is not None
    with pytest.raises(LedgerError) as caught:
        filed.read()
    assert "ledger-damaged" == caught.value.code
