"""The pages on formats as data: for each class of the model, the table under a heading that names its keys."""

import re
from pathlib import Path
from typing import NamedTuple

from emulrules.model import (
    award,
    cell,
    criterion,
    headship,
    order,
    review,
    ruleset,
    season,
    sitting,
    source,
    succession,
)

DOCS = Path(__file__).parent.parent / "docs"

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


class Key(NamedTuple):
    """One row of a table: a key, the column that says its type, and what it means."""

    name: str
    type: str
    meaning: str


def page(name: str) -> str:
    return (DOCS / f"{name}-format.md").read_text(encoding="utf-8")


def keys(name: str, heading: str) -> list[Key]:
    """The rows of the tables under a heading that begin with the column `key`."""
    section = re.split(r"^#+ ", page(name).split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    tables = re.findall(r"^\| key \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", section, flags=re.MULTILINE)
    rows = [row.strip("|").split("|") for table in tables for row in table.strip().split("\n")]
    return [Key(name.strip().strip("`"), type_.strip(), meaning.strip()) for name, type_, meaning in rows]


def documented(name: str, heading: str) -> list[str]:
    """The keys that stand under a heading."""
    return [key.name for key in keys(name, heading)]
