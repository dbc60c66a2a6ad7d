"""The converter: what is written is read back as the same value, and one form of each value is accepted only."""

from datetime import date
from fractions import Fraction
from typing import Any, get_args

import pytest
from attrs import fields, has
from hypothesis import given
from hypothesis import strategies as st

from emulrules.errors import Fault, RecordError
from emulrules.files.converter import Bare, structure, unstructure
from emulrules.model import answers, cell
from emulrules.model.answers import Answered
from emulrules.model.award import Award, Choose
from emulrules.model.cell import Held, Mark, Net, Ratio, Staged
from emulrules.model.criterion import Criterion
from emulrules.model.headship import Headship, Seat
from emulrules.model.order import Share, TieStep
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Outgoing, Season
from emulrules.model.source import Source
from emulrules.model.table import Table

_NUMBERS: dict[Any, st.SearchStrategy[Any]] = {
    Fraction: st.fractions(max_denominator=60),
    int: st.integers(-(10**9), 10**9),
}


def values(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a model class, its fields drawn from what they are declared to hold."""
    return st.builds(kind, **{each.name: _field(each.type) for each in fields(kind)})


def _field(kind: Any) -> st.SearchStrategy[Any]:
    if kind in (answers.Answer, cell.Cell) or (args := get_args(kind)) == ():
        return _alone(kind)
    origin = getattr(kind, "__origin__", None)
    if origin is tuple:
        return _several(args)
    if origin is Table:
        return st.dictionaries(st.text("abc", min_size=1, max_size=3), _field(args[1]), max_size=2).map(Table)
    if type(None) in args:
        others = [each for each in args if each is not type(None)]
        return st.none() | st.one_of([_field(each) for each in others])
    return st.from_type(kind)


def _several(args: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if args[-1] is Ellipsis:
        return st.lists(_field(args[0]), max_size=2).map(tuple)
    return st.tuples(*(_field(each) for each in args))


def _alone(kind: Any) -> st.SearchStrategy[Any]:
    if kind is answers.Answer:
        return st.one_of([values(each) for each in get_args(kind)])
    if kind is cell.Cell:
        forms = st.one_of(values(Ratio), values(Net), values(Held), st.sampled_from(Mark))
        scores = st.fractions(max_denominator=60) | forms
        stages = st.dictionaries(st.text("abc", min_size=1, max_size=3), scores, min_size=1, max_size=2)
        return scores | stages.map(Staged)
    if kind in _NUMBERS:
        return _NUMBERS[kind]
    return values(kind) if has(kind) else st.from_type(kind)


@given(values(Season) | values(Ruleset) | values(Answered))
def test_what_is_written_is_read_back(value: Any) -> None:
    assert value == structure(unstructure(value), type(value), RecordError)


@given(values(Season) | values(Ruleset) | values(Answered))
def test_what_is_written_is_plain(value: Any) -> None:
    def check(plain: object) -> None:
        assert type(plain) in {str, int, bool, list, dict, type(None)}
        if isinstance(plain, dict):
            assert all(type(key) is str for key in plain)
        for inner in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
            check(inner)

    check(unstructure(value))


RULE: dict[str, Any] = {"basis": ("a",), "trust": "read"}

WRITTEN: dict[str, tuple[Any, object]] = {
    "a measure in its one spelling": (Ratio(Fraction(19, 2), Fraction(1, 3)), {"actual": "9.5", "plan": "1/3"}),
    "nothing where a cell has no plan": (Ratio(Fraction(3)), {"actual": "3"}),
    "a day as text": (Source("x", issued=date(2023, 1, 10)), {"document": "x", "issued": "2023-01-10"}),
    "what earns and what loses": (Net(Fraction(3), Fraction(0)), {"plus": "3", "minus": "0"}),
    "awards as a list, sorted": (Table({"a": Held(("co", "bang-khen"))}), {"a": ["bang-khen", "co"]}),
    "a cell a stage, without more around them": (
        Table({"a": Staged({"x": Fraction(3), "y": Ratio(Fraction(1)), "z": Held(())})}),
        {"a": {"x": "3", "y": {"actual": "1"}, "z": []}},
    ),
    "no awards, which is not the same as no cell": (Table({"a": Held(())}), {"a": []}),
    "a mark by its value": (Table({"a": Mark.NOT_APPLICABLE}), {"a": "n/a"}),
    "no deputies, which is not the same as none stated": (Outgoing(deputies=()), {"deputies": []}),
    "nothing where no deputies are stated": (Outgoing(), {}),
    "a season's id under its key": (Season("r", "c", "2022"), {"ruleset": "r", "cluster": "c", "season": "2022"}),
    "the keys that Python has words of its own for": (Share("women", "staff"), {"of": "women", "in": "staff"}),
    "the kind of an answer": (answers.DEFER, {"kind": "defer"}),
    "nothing that is None in a table": (answers.Weights(Table({})), {"kind": "weights", "values": {}}),
    "what a hook says is not applicable": (
        answers.Points(Table({"a": None}), Rule("r", (), "read")),
        {"kind": "points", "values": {"a": None}, "rule": {"path": "r", "basis": [], "trust": "read"}},
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_writing_gives(name: str) -> None:
    value, due = WRITTEN[name]
    assert due == unstructure(value)


def test_headships_with_no_deputies_and_with_none_stated_are_told_apart() -> None:
    for deputies in (None, (), (Seat("deputy"),)):
        headship = Headship("elected", deputies=deputies, **RULE)
        assert deputies == structure(unstructure(headship), Headship, RecordError).deputies


def faults(data: object, kind: type, form: Any = "json") -> list[Fault]:
    with pytest.raises(RecordError) as refused:
        structure(data, kind, RecordError, form)
    return list(refused.value.faults)


AWARD = {"id": "a", "name": "a", "choose": [], "basis": [], "trust": "read"}
ASKED = {"hook": "h", "subject": "s", "by": "p"}
ACT = {"question": "head", "source": "s", "trust": "read"}

SEASON = {"ruleset": "r", "cluster": "c", "season": "2022"}
AT = ("scores", "x", "a")


def _cell(cell: object) -> object:
    return {**SEASON, "scores": {"x": {"a": cell}}}


REFUSED: dict[str, tuple[object, type, tuple[str | int, ...], str]] = {
    "a boolean for a count": ({**ACT, "number": True}, Act, ("number",), "not-a-count"),
    "a count for a boolean": ({**ACT, "held": 1}, Act, ("held",), "not-true-or-false"),
    "text for a boolean": ({**ACT, "held": "no"}, Act, ("held",), "not-true-or-false"),
    "a float for a count": ({**ACT, "number": 2.0}, Act, ("number",), "not-a-count"),
    "text for a list": ({**ACT, "choice": "abc"}, Act, ("choice",), "not-a-list"),
    "a list for text": ({**ACT, "question": ["a"]}, Act, ("question",), "not-text"),
    "null for text": ({**ACT, "question": None}, Act, ("question",), "not-text"),
    "an unknown key": ({**ACT, "chioce": []}, Act, ("chioce",), "unknown-key-near"),
    "a key of Python's own": ({"of": "women", "in_": "staff"}, Share, ("in_",), "unknown-key-near"),
    "a missing key": ({"question": "head", "source": "s"}, Act, ("trust",), "missing-key"),
    "no table at all": ([], Act, (), "not-a-table"),
    "what earns without what loses": (_cell({"plus": "1"}), Season, (*AT, "minus"), "missing-key"),
    "what loses without what earns": (_cell({"minus": "1"}), Season, (*AT, "plus"), "missing-key"),
    "what earns beside what was planned": (
        _cell({"plus": "1", "minus": "0", "plan": "1"}), Season, (*AT, "plan"), "unknown-key",
    ),
    "a table that is no cell": (_cell({"pluss": "1", "minus": "0"}), Season, (*AT, "pluss"), "unknown-key-near"),
    "an award that is no text": (_cell(["co", 1]), Season, (*AT, 1), "not-text"),
    "a number for a measure in a record": ({"actual": 3}, Ratio, ("actual",), "not-a-number"),
    "a word that is not one of those": ({**ACT, "trust": "raed"}, Act, ("trust",), "not-one-of-near"),
    "a day that is none": ({**ACT, "on": "2023-02-30"}, Act, ("on",), "not-a-date"),
    "a day in another form": ({**ACT, "on": "20230210"}, Act, ("on",), "not-a-date"),
    "a row of three numbers": (
        {**AWARD, "quota": {"table": [{"units": [1, 2, 3], "number": 1}]}},
        Award, ("quota", "table", 0, "units"), "list-size",
    ),
    "an entry deep inside": (
        {**AWARD, "choose": [{"id": "x", "by": "place", "places": [1, "2"]}]},
        Award, ("choose", 0, "places", 1), "not-a-count",
    ),
    "an answer without a kind": ({**ASKED, "answer": {}}, Answered, ("answer",), "not-one-of"),
    "an answer of an unknown kind": (
        {**ASKED, "answer": {"kind": "quotas"}}, Answered, ("answer",), "not-one-of-near",
    ),
    "an answer with the keys of another": (
        {**ASKED, "answer": {"kind": "defer", "number": 1}},
        Answered, ("answer", "number"), "unknown-key",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_reading_refuses(name: str) -> None:
    data, kind, path, code = REFUSED[name]
    told = faults(data, kind)
    assert (code, path) in [(fault.code, fault.path) for fault in told]
    assert all(fault.sentence("vi") and fault.sentence("en") for fault in told)


def test_every_fault_of_a_value_is_told() -> None:
    told = faults({"question": 1, "sorce": "s", "on": "x", "choice": [1, "a", 2]}, Act)
    due = {
        ("not-text", ("question",)),
        ("missing-key", ("source",)),
        ("missing-key", ("trust",)),
        ("not-a-date", ("on",)),
        ("not-text", ("choice", 0)),
        ("not-text", ("choice", 2)),
        ("unknown-key-near", ("sorce",)),
    }
    assert due == {(fault.code, fault.path) for fault in told}


def test_a_document_that_people_write_has_dates_and_whole_numbers_of_its_own() -> None:
    cell = structure({"actual": 3, "plan": "2/3"}, Ratio, RecordError, "toml")
    assert Ratio(Fraction(3), Fraction(2, 3)) == cell
    assert date(2023, 1, 10) == structure({**ACT, "on": date(2023, 1, 10)}, Act, RecordError, "toml").on
    assert ["not-a-date"] == [fault.code for fault in faults({**ACT, "on": "2023-01-10"}, Act, "toml")]
    assert ["number-unquoted"] == [fault.code for fault in faults({"actual": Bare("9.5")}, Ratio, "toml")]


def test_what_a_reader_refuses_is_told_in_the_family_that_the_caller_names() -> None:
    with pytest.raises(RecordError):
        structure({}, Choose, RecordError)


def test_defaults_that_say_something_are_written() -> None:
    written = unstructure(Criterion("a", "A", **RULE))
    assert {"kind": "points", "weight": "1", "cap": False, "final": False}.items() <= written.items()
    assert {"id": "a", "inherit": True, "final": False} == unstructure(TieStep("a", inherit=True))
