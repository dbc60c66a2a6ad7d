"""The two pages on formats name every key of the model, and no other; their examples are read."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import fields

from emulrules.files.library import Library
from emulrules.files.season import load_season
from emulrules.files.shape import file_key
from emulrules.model import (
    award,
    cell,
    criterion,
    headship,
    order,
    review,
    rule,
    ruleset,
    season,
    sitting,
    source,
    succession,
)

DOCS = Path(__file__).parent.parent / "docs"

MODULES = (award, cell, criterion, headship, order, review, rule, ruleset, season, sitting, source, succession)

# The class, the page, the heading under which its keys stand, and keys that only the file has.
PAGES: dict[str, tuple[type, str, str, set[str]]] = {
    "Season": (season.Season, "season", "The season itself", {"format"}),
    "Source": (source.Source, "season", "`[sources.<id>]`", set()),
    "Net": (cell.Net, "season", "`[scores.<criterion>]`, what earns and what loses", set()),
    "Outgoing": (season.Outgoing, "season", "`[outgoing]`", set()),
    "Meeting": (season.Meeting, "season", "`[meeting]`", set()),
    "Council": (season.Council, "season", "`[council]`", set()),
    "Turns": (season.Turns, "season", "`[turns]`", set()),
    "TurnEvent": (season.TurnEvent, "season", "`events`", set()),
    "UnitEntry": (season.UnitEntry, "season", "`[units.<unit>]`", set()),
    "Ratio": (cell.Ratio, "season", "`[scores.<criterion>]`", set()),
    "Recognition": (season.Recognition, "season", "`[recognised]`", set()),
    "Act": (season.Act, "season", "`[[acts]]`", set()),
    "Ruleset": (ruleset.Ruleset, "ruleset", "The ruleset itself", {"format"}),
    "Span": (ruleset.Span, "ruleset", "`seasons`", set()),
    "Base": (ruleset.Base, "ruleset", "`extends`", set()),
    "Cluster": (ruleset.Cluster, "ruleset", "`[clusters.<id>]`", set()),
    "Unit": (ruleset.Unit, "ruleset", "`[units.<id>]`", set()),
    "DatedRoster": (succession.DatedRoster, "ruleset", "`[[rosters]]`", set()),
    "Succession": (succession.Succession, "ruleset", "`[[successions]]`", set()),
    "Scale": (criterion.Scale, "ruleset", "`[scale]`", set()),
    "PointTable": (criterion.PointTable, "ruleset", "`[tables.<id>]`", set()),
    "Rounding": (criterion.Rounding, "ruleset", "`rounding`", set()),
    "Stage": (criterion.Stage, "ruleset", "`[[stages]]`", set()),
    "Scoring": (criterion.Scoring, "ruleset", "`[scoring]`", set()),
    "HeldPoints": (criterion.HeldPoints, "ruleset", "`held`", set()),
    "Criterion": (criterion.Criterion, "ruleset", "`[[criteria]]`", set()),
    "Band": (criterion.Band, "ruleset", "`bands`", set()),
    "Gate": (ruleset.Gate, "ruleset", "`[[gates]]`", set()),
    "Condition": (ruleset.Condition, "ruleset", "`[[conditions]]`", set()),
    "Voting": (ruleset.Voting, "ruleset", "`[voting]`", set()),
    "Shortlist": (order.Shortlist, "ruleset", "`shortlist`", set()),
    "Order": (order.Order, "ruleset", "`[order]`", set()),
    "TieStep": (order.TieStep, "ruleset", "`[[ties]]`", set()),
    "Share": (order.Share, "ruleset", "`share`", set()),
    "Award": (award.Award, "ruleset", "`[[awards]]`", set()),
    "Choose": (award.Choose, "ruleset", "`choose`", set()),
    "QuotaRule": (award.QuotaRule, "ruleset", "`quota`", set()),
    "QuotaRow": (award.QuotaRow, "ruleset", "`table`", set()),
    "Ground": (award.Ground, "ruleset", "`grounds`", set()),
    "PerParent": (award.PerParent, "ruleset", "`at_most`", set()),
    "OverQuota": (award.OverQuota, "ruleset", "`over_quota`", set()),
    "Limit": (award.Limit, "ruleset", "`[[limits]]`", set()),
    "CouncilAbove": (review.CouncilAbove, "ruleset", "`[councils.<id>]`", set()),
    "Review": (review.Review, "ruleset", "`[[reviews]]`", set()),
    "Sitting": (sitting.Sitting, "council", "The sitting", {"format"}),
    "Seated": (sitting.Seated, "council", "`[council]`", set()),
    "Cited": (sitting.Cited, "council", "`[[decisions]]`", set()),
    "Headship": (headship.Headship, "ruleset", "`[headship]`", set()),
    "Bar": (headship.Bar, "ruleset", "`bars`", set()),
    "Seat": (headship.Seat, "ruleset", "`deputies`", set()),
    "UndefinedRule": (ruleset.UndefinedRule, "ruleset", "`[[undefined]]`", set()),
}


def page(name: str) -> str:
    return (DOCS / f"{name}-format.md").read_text(encoding="utf-8")


def documented(name: str, heading: str) -> list[str]:
    """The keys of the tables under a heading that begin with the column `key`."""
    section = re.split(r"^#+ ", page(name).split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    tables = re.findall(r"^\| key \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", section, flags=re.MULTILINE)
    return [row.split("`")[1] for table in tables for row in table.strip().split("\n")]


@pytest.mark.parametrize("name", PAGES)
def test_every_key_is_documented_once_and_no_other(name: str) -> None:
    kind, where, heading, more = PAGES[name]
    keys = documented(where, heading)
    assert sorted({file_key(kind, each.name) for each in fields(kind)} | more) == sorted(keys)


def test_every_class_of_both_models_has_its_table() -> None:
    # A mark is a cell, the awards held are a list, stages a table of them; a rule is how steps name an entry, a contest
    # what awards and reviews have alike; what a council reviewed and granted stands in records alone, and of a former
    # season a file names the id of its record.
    apart = {"Mark", "Held", "Staged", "Rule", "Contest", "Reviewed", "Proposal", "Granted", "Former"}
    classes = {
        name
        for module in (
            award,
            cell,
            criterion,
            headship,
            order,
            review,
            rule,
            ruleset,
            season,
            sitting,
            source,
            succession,
        )
        for name in module.__all__
        if isinstance(getattr(module, name), type) and name not in apart
    }
    assert classes == set(PAGES)


def test_what_may_be_undefined_is_listed() -> None:
    [row] = [line for line in page("ruleset").split("\n") if line.startswith("| `what` | text | one of")]
    listed = re.findall(r"`([^`]+)`", row.split("one of")[1])
    assert [*ruleset.UNDEFINABLE, "awards.<id>.quota", "awards.<id>.choose", "reviews.<id>"] == listed


def test_whom_a_question_can_be_put_to_is_listed() -> None:
    text = page("ruleset").split("Whom a question is put", 1)[1].split("\n\n")[0]
    assert set(rule.ASKED) <= set(re.findall(r"`([^`]+)`", text))


def example(name: str) -> str:
    return page(name).split("```toml\n", 1)[1].split("```", 1)[0]


def test_the_example_of_a_season_is_read(tmp_path: Path) -> None:
    (tmp_path / "season.toml").write_text(example("season"), encoding="utf-8")
    assert "song-lam-blocs" == load_season(tmp_path / "season.toml").ruleset


def test_the_example_of_a_ruleset_is_read(tmp_path: Path) -> None:
    (tmp_path / "ruleset.toml").write_text(example("ruleset"), encoding="utf-8")
    assert 1 == len(Library([tmp_path], installed=False).read("khoi-gia-dinh", date(2021, 1, 15)).value.awards)
