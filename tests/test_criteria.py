"""Facts about criteria together: how a tree adds up, how deep it may be, and what one table holds."""

from fractions import Fraction
from typing import Any

import pytest
from building import criterion, ruleset, scoring, stage

from emulrules.criteria import DEEPEST, by_parent, node_faults, of_table, parent_faults, reach, stage_faults, tables_of
from emulrules.errors import Fault
from emulrules.model.criterion import Criterion

AT = ("criteria", 0)


def group(id_: str, most: str | None = None, parent: str | None = None, **parts: Any) -> Criterion:
    return criterion(id_, None, max=most, parent=parent, **parts)


def leaf(id_: str, most: str | None, parent: str | None = None, **parts: Any) -> Criterion:
    return criterion(id_, max=most, parent=parent, **parts)


def told(*criteria: Criterion) -> list[tuple[str, Any, dict[str, Any]]]:
    """What is wrong with the first of them."""
    found = node_faults(criteria[0], by_parent(criteria), AT)
    return [(fault.code, fault.path, dict(fault.data)) for fault in found]


def test_a_group_without_a_maximum_adds_up_to_what_is_below_it() -> None:
    inner = (group("m", None, "n", weight="1/2"), leaf("x", "20", "m"), leaf("y", "40", "m"))
    assert [] == told(group("n", "30"), *inner)
    wrong = {"id": "n", "sum": "30", "max": "60"}
    assert [("children-sum", (*AT, "max"), wrong)] == told(group("n", "60"), *inner)
    assert [("children-without-max", (*AT, "max"), {"id": "n"})] == told(group("n", "60"), *inner, leaf("z", None, "m"))


def test_what_can_be_reached_is_of_one_kind_and_of_all_that_have_none_above() -> None:
    criteria = (leaf("x", "20"), group("n"), leaf("y", "4", "n"), leaf("t", "9", kind="bonus"))
    children = by_parent(criteria)
    assert (Fraction(24), Fraction(9), Fraction(0)) == (
        reach(children[None], children),
        reach(children[None], children, "bonus"),
        reach([], children),
    )
    assert reach([leaf("z", None)], {}) is None


def test_a_leaf_with_a_criterion_below_it_is_told_with_the_first_of_them() -> None:
    below = [("leaf-with-children", (*AT, "method"), {"id": "x", "child": "y"})]
    assert below == told(leaf("x", None), leaf("y", "1", "x"))
    assert [] == told(leaf("x", "1"))
    assert [("leaf-without-method", AT, {"id": "n"})] == told(group("n"))
    assert [] == told(group("n", frame=True))


def chain(length: int, kind: Any = "points") -> dict[str, Criterion]:
    """Groups one below another, the first at the top."""
    made = [group(f"g{at}", None, None if at == 0 else f"g{at - 1}", kind=kind) for at in range(length)]
    return {each.id: each for each in made}


def wrong_parent(of: Criterion, by_id: dict[str, Criterion]) -> list[tuple[str, Any, dict[str, Any]]]:
    found = parent_faults(of, by_id, AT, lambda path, name: Fault("criterion-unknown", path, {"name": name}))
    return [(fault.code, fault.path, dict(fault.data)) for fault in found]


def test_as_many_may_stand_above_as_are_said_and_no_more() -> None:
    by_id = chain(DEEPEST + 1)
    assert [] == wrong_parent(by_id[f"g{DEEPEST - 1}"], by_id)
    assert [("too-deep", AT, {"most": DEEPEST})] == wrong_parent(by_id[f"g{DEEPEST}"], by_id)


def test_criteria_that_stand_above_one_another_are_told_of_each_but_not_of_those_below_them() -> None:
    by_id = {each.id: each for each in (group("a", None, "b"), group("b", None, "a"), group("c", None, "b"))}
    assert [("criterion-cycle", AT, {"id": "a"})] == wrong_parent(by_id["a"], by_id)
    assert [] == wrong_parent(by_id["c"], by_id)


def test_a_parent_of_another_kind_is_told_where_it_is_named() -> None:
    by_id = chain(1) | {"t": leaf("t", "1", "g0", kind="bonus")}
    expected = {"id": "t", "parent": "g0", "kind": "points"}
    assert [("kind-of-parent", AT, expected)] == wrong_parent(by_id["t"], by_id)
    assert [("criterion-unknown", AT, {"name": "zz"})] == wrong_parent(leaf("x", "1", "zz"), by_id)
    assert [] == wrong_parent(leaf("x", "1"), by_id)


def test_a_criterion_is_of_the_table_of_the_nearest_above_that_names_one() -> None:
    criteria = (
        group("n", table="so"), leaf("x", "1", "n"), leaf("y", "1", "n", table="huyen"), leaf("z", "1"),
    )  # fmt: skip
    assert {"n": "so", "x": "so", "y": "huyen", "z": None} == tables_of(criteria)
    assert ["n", "x", "z"] == [each.id for each in of_table(criteria, "so")]
    assert ["z"] == [each.id for each in of_table(criteria, None)]


def test_where_every_criterion_names_a_table_only_those_of_one_are_in_it() -> None:
    criteria = (leaf("x", "1", table="so"), leaf("y", "1", table="huyen"))
    assert ["y"] == [each.id for each in of_table(criteria, "huyen")]


@pytest.mark.parametrize(("parts", "key"), [({"stages": ("mot", "hai")}, "stages"), ({"imposed_by": ("mot",)}, None)])
def test_points_that_are_agreed_need_a_meeting_among_the_stages_that_are_named(parts: Any, key: str | None) -> None:
    rules = ruleset("a", stages=(stage("mot"), stage("hai")), scoring=scoring("agreed"))
    found = [(each.code, each.path) for each in stage_faults(leaf("x", "1", **parts), rules, AT, Fault)]
    assert ([] if key is None else [("stages-without-meeting", (*AT, key))]) == found


def test_a_group_of_bonuses_adds_up_among_bonuses() -> None:
    inner = (
        group("m", None, "n", kind="bonus"), leaf("x", "2", "m", kind="bonus"), leaf("y", "3", "n", kind="bonus"),
    )  # fmt: skip
    assert [] == told(group("n", "5", kind="bonus"), *inner)
    assert ["children-sum"] == [code for code, _, _ in told(group("n", "6", kind="bonus"), *inner)]
