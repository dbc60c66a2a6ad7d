"""Records that somebody made from others, or added to: none is the record that the minutes name, and none passes."""

import json
import os
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any, Final

import pytest
from cases import decided

from emulrules.files.canonical import encode
from emulrules.files.record import record_bytes
from emulrules.verdicts import Status, examine

DEEP: Final = os.environ.get("EMULRULES_DEPTH") == "deep"
GOOD: Final = Path(__file__).parent.parent / "vectors" / "decision-1" / "good"
NAMES: Final = ("tiny", "small", "small-pending", "typed-seats", "turns")
YEARS: Final = ("2021-cum-luan-phien", "2022-cum-luan-phien", "2023-cum-luan-phien")
"""Three years of one cluster under one regulation: their records have the same keys and most of their units."""

NOWHERE: Final = (b"\n", b"\t", b"\x00", b"\x7f\x80", b"\xff")
"""Bytes that stand nowhere in a record; a blank or a digit may stand in a text, which is another record then."""


def body(name: str) -> dict[str, Any]:
    return json.loads(record_bytes(decided(name)))  # type: ignore[no-any-return]


@pytest.mark.parametrize(("of", "into"), [*permutations(YEARS, 2)], ids=lambda name: name[:4])
def test_a_part_of_another_years_record_never_passes(of: str, into: str) -> None:
    other, own = body(of), body(into)
    parts = [part for part in own if own[part] != other.get(part, own[part])]
    assert {"answers", "season", "steps"} <= set(parts)
    for part in parts:
        verdict = examine(encode({**own, part: other[part]}))
        assert verdict.status in (Status.OTHER_RECORD, Status.DIVERGED, Status.INVALID), part


@pytest.mark.parametrize("name", NAMES)
def test_a_byte_that_is_added_anywhere_makes_no_record_or_another(name: str) -> None:
    data = (GOOD / f"{name}.json").read_bytes()
    places = range(0, len(data) + 1, 1 if DEEP else 61)
    for place in (*places, len(data)):
        for byte in (*NOWHERE, b" ", b"0"):
            longer = data[:place] + byte + data[place:]
            verdict = examine(longer, "verify")
            assert verdict.record in (None, sha256(longer).hexdigest()), place
            assert Status.INVALID is verdict.status or byte not in NOWHERE, place
