"""Facts about damage: whatever bit of a record flips and wherever it is cut, a replay gives a verdict and notices it.

Of what stays a record, the id is another one: it may be sound, but it is not the record that the minutes name.
"""

import os
import random
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from record_samples import MADE

from emulrules.files.record import read_record, write_record
from emulrules.verdicts import Level, Status, examine, replay
from emulrules.wording import LANGUAGES

GOOD: Final = Path(__file__).parent / "vectors" / "decision-1" / "good"
RECORDS: Final = {
    name: (GOOD / f"{name}.json").read_bytes() for name in ("tiny", "small", "small-pending", "typed-seats", "turns")
}
DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
SAMPLED: Final = 400
"""Of each of the five records; deep, there is none that is not tried."""

OF_ITSELF: Final = {Status.MATCH, Status.OTHER_RECORD, Status.DIVERGED, Status.UNSUPPORTED, Status.INVALID}


def flipped(data: bytes, bit: int) -> bytes:
    """The bytes with one bit the other way."""
    byte, place = divmod(bit, 8)
    return data[:byte] + bytes([data[byte] ^ 1 << place]) + data[byte + 1 :]


def damaged(name: str) -> Iterator[tuple[str, bytes]]:
    """The record with a bit flipped, or cut, and what was done to it."""
    data = RECORDS[name]
    flips = (f"bit {bit}" for bit in range(8 * len(data)))
    cuts = (f"cut at {size}" for size in range(len(data)))
    how = list(chain(flips, cuts))
    for each in how if DEEP else random.Random(name).sample(how, SAMPLED):
        number = int(each.rpartition(" ")[2])
        yield each, flipped(data, number) if each.startswith("bit") else data[:number]


def notices(data: bytes, name: str, how: str, level: Level) -> None:
    """Holds the verdict to what it must be. Raises `AssertionError` with what was done to the record."""
    verdict = examine(data, level)
    assert verdict.status in OF_ITSELF, how
    assert verdict.record in (None, sha256(data).hexdigest()), how
    assert (verdict.record is None) is (verdict.status in (Status.INVALID, Status.UNSUPPORTED)), how
    assert Status.INVALID is verdict.status or how.startswith("bit"), how
    assert all(verdict.sentence(language) for language in LANGUAGES), how
    assert verdict.record != sha256(RECORDS[name]).hexdigest(), how


@pytest.mark.parametrize("name", RECORDS)
def test_a_flipped_bit_or_a_cut_is_noticed_by_verifying(name: str) -> None:
    for how, data in damaged(name):
        notices(data, name, how, "verify")


@pytest.mark.parametrize("name", RECORDS)
def test_a_flipped_bit_is_noticed_by_deciding_again(name: str) -> None:
    for number, (how, data) in enumerate(damaged(name)):
        if DEEP or number % 20 == 0:
            notices(data, name, how, "recompute")


@pytest.mark.parametrize("name", RECORDS)
def test_beside_its_witness_no_damaged_record_matches(name: str, tmp_path: Path) -> None:
    write_record(read_record(GOOD / f"{name}.json").decision, tmp_path / "nam.json", MADE)
    assert replay(tmp_path / "nam.json").matches
    for number, (how, data) in enumerate(damaged(name)):
        if DEEP or number % 20 == 0:
            (tmp_path / "nam.json").write_bytes(data)
            assert not replay(tmp_path / "nam.json", "verify").matches, how


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_that_nobody_touched_matches(name: str) -> None:
    assert Status.MATCH is examine(RECORDS[name]).status
