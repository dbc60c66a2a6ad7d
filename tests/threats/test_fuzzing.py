"""Files that nobody would write: whatever the bytes are, they are decided or refused, and never more than that.

Each input is given to the program in a process of its own (`bounded`), where nothing passes by unseen: it ends with 0
or 3 and prints a decision, or with 1 and prints nothing but one line a fault, each with file, code and sentence; it
takes no more than 2 s of CPU and 256 MB, and leaves no file behind. What is made bad are all good files that can be
found (`good_files`), so that new forms are met by themselves.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from signal import SIGXCPU
from typing import Final, TypeVar

import pytest
from bounded import SECONDS, Bounded, Ended
from good_files import INVENTED, Sheet, Year, former, rulesets, sheets, years
from hypothesis import given, settings
from hypothesis import strategies as st
from mutating import mutated, reshaped, swollen

from emulrules.testing.chance import Chance, Drawn, one
from emulrules.verdicts import Status, examine
from emulrules.wording import catalogue

T = TypeVar("T")

DEEP: Final = settings.get_current_profile_name() == "deep"
MANY: Final = settings(max_examples=20_000 if DEEP else 70)
FEW: Final = settings(max_examples=1_000 if DEEP else 6)

LINE: Final = re.compile(
    r"(?:\S.*?(?::[0-9]+)?: |(?=explain-unknown-unit|unit-(?:merged|renamed|split):))([a-z0-9]+(?:-[a-z0-9]+)*): \S.*"
)
"""A fault on one line, with its file; only the unit that somebody typed stands in none."""

VERDICTS: Final = (0, 10, 11, 12, 14, 15)

# What is asked of a year; the files that `-o` and `--record` name do not exist yet.
CALLS: Final = (
    ("decide",),
    ("decide", "--lang", "en"),
    ("decide", "--format", "md"),
    ("decide", "--format", "json"),
    ("decide", "--record", "record-of-it.json", "-o", "told.txt"),
    ("explain", "--unit", "don-vi-a"),
)
UNUSED: Final = {"rules/khe-doc-clusters/2025-07-01.toml"}
"""Regulations of which no season has been decided yet."""


@cache
def regulations() -> dict[str, bytes]:
    """Every good ruleset file, by its name in the folder."""
    return {f"rules/{name}": data for name, data in rulesets().items()}


@cache
def used() -> dict[str, list[Year]]:
    """The years that rest on each ruleset."""
    return {name: [year for year in years() if name.removeprefix("rules/") in year.rulesets] for name in regulations()}


@pytest.fixture(scope="module")
def program() -> Iterator[Bounded]:
    """The program, in a folder with all good rulesets."""
    bounded = Bounded(regulations() | {f"records/{name}": data for name, data in former().items()})
    yield bounded
    bounded.close()


def judged(ended: Ended, *, left: Sequence[str] = ()) -> None:
    """Refuses any end but a decision and a refusal; `left` are the files that a decision leaves."""
    assert ended.status in (0, 1, 3), ended.stderr
    assert ended.seconds < SECONDS
    if ended.status == 1:
        assert ("", ()) == (ended.stdout, ended.left)
        told = [LINE.fullmatch(line) for line in ended.stderr.splitlines()]
        assert told
        assert [] == [line for line, match in zip(ended.stderr.splitlines(), told, strict=True) if match is None]
        assert {match[1] for match in told if match} <= set(catalogue())
    else:
        assert "" == ended.stderr
        assert tuple(left) == ended.left


def decided(program: Bounded, chance: Chance, files: dict[str, bytes]) -> None:
    """One call on the year in `files`, which ends as it may."""
    verb, *options = one(chance, CALLS)
    left = ("record-of-it.json", "record-of-it.json.witness.json", "told.txt") if "-o" in options else ()
    judged(
        program.run([verb, "season.toml", "--rulesets", "rules", "--records", "records", *options], files), left=left
    )


def replayed(program: Bounded, data: bytes, level: str = "recompute") -> None:
    """One replay, which ends with a verdict; a value that nobody thought of would be told as `replay-broken`."""
    ended = program.run(["replay", "record.json", "--level", level], {"record.json": data})
    assert ended.status in VERDICTS, ended.stderr
    assert ended.seconds < SECONDS
    assert ((), True) == (ended.left, "replay-broken" not in ended.stderr)
    assert ("" == ended.stdout) == (ended.status > 11)
    lines = (ended.stdout + ended.stderr).splitlines()
    assert lines
    assert [] == [line for line in lines if not LINE.fullmatch(line)]


def in_season(program: Bounded, chance: Chance, change: Callable[[Sequence[bytes]], bytes]) -> None:
    decided(program, chance, {"season.toml": change([year.season for year in years()])})


def in_sheet(program: Bounded, chance: Chance, change: Callable[[Sequence[bytes]], bytes]) -> None:
    sheet: Sheet = one(chance, sheets())
    decided(program, chance, {"season.toml": sheet.season, "scores.csv": change([sheet.scores])})


def in_ruleset(program: Bounded, chance: Chance, change: Callable[[Sequence[bytes]], bytes]) -> None:
    """A ruleset of a year, be it the year's own or one that it extends."""
    name = one(chance, sorted(regulations().keys() - UNUSED))
    files = {name: change([regulations()[name]])}
    if chance.number(0, 3):
        year: Year = one(chance, used()[name])
        decided(program, chance, files | {"season.toml": year.season})
    else:
        _, id_, file = name.split("/")
        call = ["rulesets", "show", id_, "--in-force", file.removesuffix(".toml"), "--rulesets", "rules"]
        judged(program.run(call, files))


def in_record(program: Bounded, chance: Chance, change: Callable[[Sequence[bytes]], bytes]) -> None:
    replayed(program, change([year.record for year in years()]), one(chance, ("recompute", "verify")))


READERS: Final = {"season": in_season, "sheet": in_sheet, "ruleset": in_ruleset, "record": in_record}


def test_every_good_file_is_decided(program: Bounded) -> None:
    assert len(years()) > INVENTED
    assert {f"rules/quy-che-{number}/2021-01-01.toml" for number in range(INVENTED)} <= set(regulations())
    assert len(sheets()) > 5
    assert {name for name, those in used().items() if not those} == UNUSED
    decide = ["decide", "season.toml", "--rulesets", "rules", "--records", "records"]
    for year in years() if DEEP else years()[::3]:
        assert program.run(decide, {"season.toml": year.season}).status in (0, 3)
        assert 0 == program.run(["replay", "record.json"], {"record.json": year.record}).status
    for sheet in sheets():
        files = {"season.toml": sheet.season, "scores.csv": sheet.scores}
        assert program.run(decide, files).status in (0, 3)


@pytest.mark.parametrize("reader", READERS)
@MANY
@given(data=st.data(), content=st.binary(max_size=300))
def test_any_bytes_are_decided_or_refused(reader: str, program: Bounded, data: st.DataObject, content: bytes) -> None:
    READERS[reader](program, Drawn(data.draw), lambda _: content)


@pytest.mark.parametrize("reader", READERS)
@MANY
@given(data=st.data())
def test_a_good_file_made_bad_is_decided_or_refused(reader: str, program: Bounded, data: st.DataObject) -> None:
    chance = Drawn(data.draw)
    READERS[reader](program, chance, lambda files: mutated(chance, files))


@MANY
@given(data=st.data())
def test_a_record_with_other_values_gets_a_verdict(program: Bounded, data: st.DataObject) -> None:
    chance = Drawn(data.draw)
    in_record(program, chance, lambda files: reshaped(chance, files))


@pytest.mark.parametrize("reader", READERS)
@FEW
@given(data=st.data())
def test_a_file_blown_up_is_decided_or_refused_in_time(reader: str, program: Bounded, data: st.DataObject) -> None:
    chance = Drawn(data.draw)
    READERS[reader](program, chance, lambda files: swollen(chance, files))


def smallest(files: Iterable[T], size: Callable[[T], int]) -> list[T]:
    """The smallest of some files, by default; all of them where it may take long."""
    return sorted(files, key=size)[: None if DEEP else 1]


def test_a_season_cut_at_any_byte_is_decided_or_refused(program: Bounded) -> None:
    for season in smallest((year.season for year in years() if len(year.season) > 900), len):
        for size in range(len(season)):
            judged(program.run(["decide", "season.toml", "--rulesets", "rules"], {"season.toml": season[:size]}))


def test_a_sheet_cut_at_any_byte_is_decided_or_refused(program: Bounded) -> None:
    for sheet in smallest(sheets(), lambda sheet: len(sheet.scores)):
        for size in range(len(sheet.scores)):
            files = {"season.toml": sheet.season, "scores.csv": sheet.scores[:size]}
            judged(program.run(["decide", "season.toml", "--rulesets", "rules"], files))


def test_a_ruleset_cut_at_any_byte_is_read_or_refused(program: Bounded) -> None:
    for name in smallest(regulations(), lambda name: len(regulations()[name])):
        _, id_, file = name.split("/")
        call = ["rulesets", "show", id_, "--in-force", file.removesuffix(".toml"), "--rulesets", "rules"]
        for size in range(len(regulations()[name])):
            judged(program.run(call, {name: regulations()[name][:size]}))


def test_a_record_cut_at_any_byte_is_invalid(program: Bounded) -> None:
    for record in smallest((year.record for year in years()), len):
        assert {Status.INVALID} == {examine(record[:size]).status for size in range(len(record))}
        for size in range(0, len(record), 1 if DEEP else 37):
            ended = program.run(["replay", "record.json"], {"record.json": record[:size]})
            assert (15, "") == (ended.status, ended.stdout)


@pytest.mark.parametrize(("what", "told"), [("time", f"-{SIGXCPU.value}: "), ("memory", "1: [^$]*MemoryError")])
def test_a_process_that_goes_beyond_a_bound_is_told_as_that(what: str, told: str) -> None:
    """Without this, bounds that nothing keeps would look like bounds that everything keeps."""
    bounded = Bounded({}, seconds=0)
    with pytest.raises(AssertionError, match=f"the process ended with {told}"):
        bounded.run(["exceed", what], {})
    assert 0 == bounded.run(["--version"], {}).status
    bounded.close()
