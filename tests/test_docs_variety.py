"""The page on variety: every variant and rule that is known stands in it once, and what it names is so.

The list is typed by hand. Each row names keys of the formats, and shipped cases or sittings: these decide to their
golden files, and between them hold every key that the row names.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import tomli
from attrs import fields, has
from building import exact
from cases import RULESETS, decided
from every import of_every
from format_pages import page
from variety_rows import MATRIX, OUTSIDE

from emulrules import load_ruleset, review, to_json
from emulrules.files.council import read_cited, read_council
from emulrules.files.shape import file_key
from emulrules.model.decision import Decision
from emulrules.model.rule import Rule
from emulrules.policy import Hooks

DOCS: Final = Path(__file__).parent.parent / "docs"

# Keys of one table that another page or heading explains.
EXPLAINED: Final = {"per_parent": "at_most"}


class Row(NamedTuple):
    """One row: under which heading, of what, said by which words, shown by which cases."""

    heading: str
    name: str
    said: str
    cases: tuple[str, ...]


class Key(NamedTuple):
    """A key as the page writes it, such as `[[awards]] choose.by = "place"`."""

    section: str
    names: tuple[str, ...]
    value: Any


@cache
def rows() -> tuple[Row, ...]:
    found = []
    for part in re.split(r"^## ", (DOCS / "variety.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, text = part.split("\n", 1)
        for line in re.findall(r"^\|(.*)\|$", text, flags=re.MULTILINE)[2:]:
            name, said, shown, _ = (cell.strip() for cell in line.split(" | "))
            found.append(Row(heading.strip(), name, said, tuple(re.findall(r"`([^`]+)`", shown))))
    return tuple(found)


every_row = of_every(rows(), lambda row: f"{row.heading}: {row.name}")
SHOWING: Final = sorted({name for row in rows() for name in row.cases})


def test_every_known_variant_and_rule_stands_on_the_page_once() -> None:
    assert [(heading, name) for heading, names in MATRIX.items() for name in names] == [row[:2] for row in rows()]


@every_row
def test_every_row_has_a_case_but_what_binds_people_alone(row: Row) -> None:
    assert ((row.heading, row.name) in OUTSIDE) == (not row.cases)


def test_the_page_names_hooks_that_are_there_and_no_path_of_a_machine() -> None:
    text = (DOCS / "variety.md").read_text(encoding="utf-8")
    assert {"award_quota", "criterion_points", "head_rotation", "tie_break_keys"} == set(
        re.findall(r"hook `(\w+)`", text)
    )
    assert set(re.findall(r"hook `(\w+)`", text)) <= set(Hooks.__dict__)
    assert not re.search(r"(?:^|[\s`(])/\w", text)


# The cases.


@cache
def decision(name: str) -> Decision:
    """The decision of a case or of a sitting, named by its place among the rulesets."""
    path = RULESETS / f"{name}.toml"
    assert path.is_file(), f"{name} does not exist"
    if path.parent.name == "cases":
        return decided(path.stem)
    document = read_council(path)
    return review(read_cited(document), load_ruleset(document.value.as_season, rulesets=[RULESETS]), document.value)


@of_every(SHOWING, str)
def test_a_case_that_is_named_decides_to_the_file_beside_it(name: str) -> None:
    kind = name.split("/")[1]
    golden = RULESETS / f"{name}{ {'cases': '.json', 'councils': '.decision.json'}[kind] }"
    assert golden.read_text(encoding="utf-8") == to_json(decision(name))


# The keys.


def keys(row: Row) -> Iterator[Key]:
    """The keys in tables that a row names; what is no key of a table is left out."""
    for text in re.findall(r"`([^`]+)`", row.said):
        found = re.fullmatch(r"(\[+[a-z][^\]]*\]+)(?: ([a-z_.]+)(?: = (.+))?)?", text)
        if found is not None:
            value = None if found[3] is None else tomli.loads(f"value = {found[3]}")["value"]
            yield Key(found[1], tuple((found[2] or "").split(".")) if found[2] else (), value)


def bare(row: Row) -> Iterator[str]:
    """The keys outside of tables, and the hooks, that a row names."""
    return (text for text in re.findall(r"`([^`]+)`", row.said) if re.fullmatch(r"[a-z_]+", text))


def documented(heading: str) -> list[tuple[set[str], str]]:
    """For each heading of that name on a page of the formats: the keys below it, and all its text."""
    found = []
    for name in ("ruleset", "season", "council"):
        for part in re.split(r"^#+ ", page(name), flags=re.MULTILINE)[1:]:
            title, _, text = part.partition("\n")
            if title.split(",")[0] == f"`{heading}`":
                found.append((set(re.findall(r"^\| `([a-z_]+)` \|", text, flags=re.MULTILINE)), text))
    return found


@every_row
def test_every_key_that_a_row_names_is_explained_on_a_page_of_the_formats(row: Row) -> None:
    for section, names, value in keys(row):
        places = documented(section)
        assert places, f"no page explains {section}"
        for name in names:
            places = [place for place in places if name in place[0]]
            assert places, f"no page explains {name} in {section}"
            if name != names[-1]:
                places = documented(EXPLAINED.get(name, name))
        if isinstance(value, str) and names[-1] not in FREE:
            assert any(f"`{value}`" in text or f'`"{value}"`' in text for _, text in places), value


# What these keys hold stands in no list beside them: measures, names of parents, whom one asks, the words of acts.
FREE: Final = {"value", "at_least", "more_than", "per", "what", "asks", "ask", "recognised_by"}


@every_row
def test_every_other_word_that_looks_like_a_key_is_one(row: Row) -> None:
    pages = [page(name) for name in ("ruleset", "season", "council")]
    pages.append((DOCS / "hooks.md").read_text(encoding="utf-8"))
    for name in bare(row):
        assert any(f"| `{name}` |" in text or f"`{name}`" in text for text in pages), name


# What the cases hold.

# Tables of the season; every other one is the ruleset's, among which are the criteria that a season brings.
_OF_SEASON: Final = {"outgoing", "meeting", "turns", "units.<unit>", "scores.<criterion>", "recognised", "acts"}


def held(name: str, section: str) -> Iterator[Any]:
    """What a decision holds under a table, one by one where there are several."""
    part = section.strip("[]")
    whole = decision(name).season if part in _OF_SEASON else decision(name).rules
    value = getattr(whole, part.split(".")[0])
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value


def entries(thing: Any, name: str) -> Iterator[Any]:
    """What a thing has under a key, one by one where it is a list of tables."""
    if isinstance(thing, Mapping):
        yield from (entry for value in thing.values() for entry in entries(value, name))
    elif has(type(thing)):
        for field in fields(type(thing)):
            if file_key(type(thing), field.name) == name:
                value = getattr(thing, field.name)
                yield from value if isinstance(value, tuple) and value and has(type(value[0])) else (value,)


def says(thing: Any, names: tuple[str, ...], value: Any) -> bool:
    """Whether a thing says something under a key, and this if a value is named."""
    if not names:
        return True
    if len(names) > 1:
        return any(says(entry, names[1:], value) for entry in entries(thing, names[0]))
    return any(_is(entry, value) for entry in entries(thing, names[0]))


def _is(found: Any, value: Any) -> bool:
    if value is None:
        return found not in (None, False, "") and found != {}
    return bool(found == (exact(value) if isinstance(found, Fraction) else value))


def done_under(name: str) -> set[str]:
    """The entries, such as `awards.province-flag`, that something was done or asked under, or warned of."""
    given = decision(name)
    paths = [str(step.rule) for step in given.steps] + [str(warned.rule) for warned in given.warnings]
    paths += [f"awards.{question.id.split(':')[1]}" for question in given.questions if question.id.startswith("award:")]
    return {".".join(path.split(".")[:count]) for path in paths for count in (1, 2)}


def turns(name: str, key: Key) -> bool:
    """Whether a decision holds a key in an entry that something was done under."""
    return any(
        says(entry, key.names, key.value) and (rule is None or rule.path in done_under(name))
        for entry in held(name, key.section)
        for rule in [_rule(entry)]
    )


def _rule(entry: Any) -> Rule | None:
    """How steps name an entry; None for what no step names, such as a unit."""
    found = getattr(entry, "rule", None)
    return found if isinstance(found, Rule) else None


@every_row
def test_something_is_done_in_the_cases_of_a_row_under_every_key_that_it_names(row: Row) -> None:
    """By all its cases together: what a row says of several levels may stand in one case each."""
    lacking = [key for key in keys(row) if row.cases and not any(turns(name, key) for name in row.cases)]
    assert [] == lacking
