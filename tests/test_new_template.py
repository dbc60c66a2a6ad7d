"""Facts about the template of a ruleset: it has every key, and whatever it has behind `#` can be taken in."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
import tomli
from attrs import fields
from cases import RULESETS
from format_pages import PAGES

from emulrules.errors import RulesetError
from emulrules.files.library import Library
from emulrules.files.shape import file_key
from emulrules.files.template import distribution_files

PATH: Final = "src/emulrules_mau/mau/2025-01-01.toml"
TEXT: Final = distribution_files("ruleset", "Mẫu")[PATH].decode()
LINES: Final = TEXT.splitlines()

_CODE: Final = re.compile(r"#(?=[\[a-z])")
_HEADER: Final = re.compile(r"\[\[?([a-z_]+)")
_KEY: Final = re.compile(r"(?:^|[{,] ?)([a-z_]+) *=")

# Where the keys of a class stand that has no section of its own.
WITHIN = {
    "Ruleset": "",
    "Span": "",
    "Base": "",
    "Rounding": "scale",
    "HeldPoints": "criteria",
    "Band": "criteria",
    "Shortlist": "order",
    "Share": "ties",
    "Choose": "awards",
    "QuotaRule": "awards",
    "QuotaRow": "awards",
    "Ground": "awards",
    "PerParent": "awards",
    "OverQuota": "awards",
    "Bar": "headship",
    "Seat": "headship",
    "Source": "sources",
    "Cluster": "clusters",
    "Unit": "units",
    "DatedRoster": "rosters",
    "Succession": "successions",
    "Scale": "scale",
    "PointTable": "tables",
    "Stage": "stages",
    "Scoring": "scoring",
    "Criterion": "criteria",
    "Gate": "gates",
    "Condition": "conditions",
    "Voting": "voting",
    "Order": "order",
    "TieStep": "ties",
    "Award": "awards",
    "Limit": "limits",
    "CouncilAbove": "councils",
    "Review": "reviews",
    "Headship": "headship",
    "UndefinedRule": "undefined",
}


@cache
def written() -> dict[str, set[str]]:
    """Every key by the section that it stands in, behind `#` or not; "" is the head of the file."""
    found: dict[str, set[str]] = {"": set()}
    section = ""
    for line in LINES:
        code = _CODE.sub("", line, count=1) if _CODE.match(line) else line
        if code.startswith("#"):
            continue
        if header := _HEADER.match(code):
            section = header[1]
            found[""].add(section)
            found.setdefault(section, set())
        else:
            found[section].update(_KEY.findall(re.sub(r'"[^"]*"', '""', code)))
    return found


def test_every_class_of_the_page_on_rulesets_has_its_place_in_the_template() -> None:
    assert {name for name, (_, page, _, _) in PAGES.items() if page == "ruleset"} | {"Source"} == set(WITHIN)


@pytest.mark.parametrize("name", WITHIN)
def test_every_key_is_in_the_template(name: str) -> None:
    kind, _, _, more = PAGES[name]
    assert set() == {file_key(kind, each.name) for each in fields(kind)} - written()[WITHIN[name]] | more - {"format"}


class Run(NamedTuple):
    """Lines in a row that stand behind `#`, and the number of the first of them."""

    first: int
    lines: tuple[str, ...]

    @property
    def opens(self) -> bool:
        """Whether they begin with a section of their own."""
        return self.lines[0].startswith("[")


def runs() -> Iterator[Run]:
    """Every such run; a line of a section above is one of its own, since it may stand in the place of another."""
    first, lines = 0, list[str]()
    for number, line in enumerate([*LINES, ""]):
        code = _CODE.match(line)
        if code and (not lines or lines[0].startswith("[")):
            first = first if lines else number
            lines.append(line[1:])
            if not lines[0].startswith("["):
                yield Run(first, tuple(lines))
                lines = []
        elif lines:
            yield Run(first, tuple(lines))
            lines = []


def taken_in(run: Run) -> str:
    """The template with the run in force, in place of what it stands for."""
    return "\n".join(_with_sections(run) if run.opens else _with_line(run)) + "\n"


def _with_sections(run: Run) -> list[str]:
    """Entries of arrays are more of them; a table of a name that is there already stands in its place."""
    single = {line for line in run.lines if re.fullmatch(r"\[[a-z]+\]", line)}
    kept: list[str] = []
    skipped = False
    for line in LINES:
        if line.startswith("["):
            skipped = line in single
        if not skipped:
            kept.append(line)
    return [*kept, *run.lines]


def _with_line(run: Run) -> list[str]:
    """The line in its place, without another one of the same key in its section, and without what it excludes."""
    key = run.lines[0].split("=")[0].strip()
    start = next((n for n in range(run.first, -1, -1) if LINES[n].startswith("[")), 0)
    end = next((n for n in range(run.first, len(LINES)) if LINES[n].startswith("[")), len(LINES))
    other = {key, "at_least"} if key == "more_than" else {key}
    lines = list(LINES)
    for number in range(start, end):
        if lines[number].split("=")[0].strip() in other and not lines[number].startswith("["):
            lines[number] = ""
    lines[run.first] = run.lines[0]
    return lines


# What needs more than itself, and the refusals that say what it needs.
NEEDS_MORE: Final = {
    '^at_most +=.*per = "province"': {"unit-without-parent"},
    "^imposed_by": {"stage-not-listed"},
    "^inherit": {"key-useless"},
    '^requires +=.*"excellent-collective"': {"award-not-listed"},
    "^seat_of": {"unit-without-seat", "unit-without-type"},
    "^stages": {"stage-not-listed"},
    "^table ": {"table-not-listed"},
    "^what.*taking-part": {"taking-part-without-voting"},
    '^choose.*by = "standing"': {"over-quota-without-ballot"},
}
RUNS: Final = tuple(runs())


@pytest.mark.parametrize("run", RUNS, ids=[f"{run.first + 1}: {run.lines[0][:40]}" for run in RUNS])
def test_what_stands_behind_a_mark_can_be_taken_in(run: Run, tmp_path: Path) -> None:
    text = taken_in(run)
    tomli.loads(text)
    (tmp_path / "mau.toml").write_text(text, encoding="utf-8")
    said = "\n".join(run.lines)
    needed = [codes for pattern, codes in NEEDS_MORE.items() if re.search(pattern, said, re.MULTILINE)]
    assert set().union(*needed) == refused(tmp_path)


def refused(folder: Path) -> set[str]:
    """The codes of all that is wrong with the ruleset in `folder`."""
    try:
        Library([folder, RULESETS]).read("mau", date(2025, 1, 1))
    except RulesetError as error:
        return {fault.code for fault in error.faults}
    return set()


def test_the_template_has_something_behind_marks() -> None:
    assert len(RUNS) > 40
