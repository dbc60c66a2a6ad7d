"""Facts about what a method says of a cell that is wrong: what was given, and what it may be."""

from typing import Any

import pytest
from building import criterion

from emulrules.methods import measure
from emulrules.model.cell import Mark, Net, Ratio
from emulrules.model.criterion import Criterion
from emulrules.model.exact import parse

DONE = criterion("x", "proportion")
NET = criterion("x", "net", each="1", each_minus="-1")


@pytest.mark.parametrize(
    ("leaf", "cell", "code", "data"),
    [
        (criterion("x"), parse("100.5"), "cell-above-max", {"got": "100.5", "max": "100"}),
        (criterion("x"), parse("-1"), "cell-below-zero", {"got": "-1"}),
        (criterion("x", kind="deduction"), parse("-2"), "cell-negative-deduction", {"got": "-2"}),
        (criterion("x"), Mark.PASS, "cell-not-number", {"got": "pass"}),
        (DONE, parse("3"), "cell-not-ratio", {"got": "3"}),
        (DONE, Ratio(parse("-3"), parse("2")), "cell-below-zero", {"got": "-3"}),
        (DONE, Ratio(parse("3"), parse("0")), "cell-plan-not-positive", {"got": "0"}),
        (DONE, Ratio(parse("3"), None), "cell-without-plan", {}),
        (NET, parse("3"), "cell-not-net", {"got": "3"}),
        (NET, Net(parse("0.5"), parse("0")), "cell-not-count", {"got": "0.5"}),
        (NET, Net(parse("0"), parse("-1")), "cell-not-count", {"got": "-1"}),
        (criterion("x", "count", each="1"), parse("1.5"), "cell-not-count", {"got": "1.5"}),
        (criterion("x", "held"), parse("3"), "cell-not-held", {"got": "3"}),
    ],
)
def test_a_wrong_cell_is_told_with_what_was_given(leaf: Criterion, cell: Any, code: str, data: dict[str, str]) -> None:
    wrong = measure(leaf, {"a": cell}).wrong["a"]
    assert (code, data) == (wrong.code, wrong.data)
