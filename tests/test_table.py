"""Facts about the read-only mapping."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from emulrules.model.table import ReadOnlyError, Table, table


@pytest.mark.parametrize(
    "change",
    [
        lambda given: given.__setitem__("a", 2),
        lambda given: given.__delitem__("a"),
        lambda given: given.clear(),
        lambda given: given.pop("a"),
        lambda given: given.popitem(),
        lambda given: given.setdefault("b", 1),
        lambda given: given.update(b=1),
        lambda given: given.__ior__({"b": 1}),
    ],
    ids=["set", "delete", "clear", "pop", "popitem", "setdefault", "update", "or"],
)
def test_a_table_refuses_to_be_changed(change: Callable[[Any], object]) -> None:
    given = Table({"a": 1})
    with pytest.raises(ReadOnlyError):
        change(given)
    assert {"a": 1} == given


def test_a_table_is_a_copy() -> None:
    source = {"a": 1}
    made = table(source)
    source["a"] = 2
    assert {"a": 1} == made


def test_a_table_of_a_table_is_itself() -> None:
    made = Table({"a": 1})
    assert made is table(made)


def test_tables_of_one_content_are_equal_whatever_their_order() -> None:
    assert Table({"a": 1, "b": 2}) == Table({"b": 2, "a": 1})
    assert hash(Table({"a": 1, "b": 2})) == hash(Table({"b": 2, "a": 1}))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
def test_a_table_can_be_sent_to_another_process(again: Callable[[Any], Any]) -> None:
    made = Table({"a": Table({"b": (1, 2)})})
    assert made == again(made)
    assert type(again(made)) is Table
