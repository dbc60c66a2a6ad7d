"""The two pages on formats name every key of the model, and no other; their examples are read."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import fields
from format_pages import PAGES, documented, page

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

MODULES = (award, cell, criterion, headship, order, review, rule, ruleset, season, sitting, source, succession)


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
