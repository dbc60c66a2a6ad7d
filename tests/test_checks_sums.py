"""Which criteria are equal for two units because others are, against every difference between two units."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve
from building import criterion, decided, order, places, rounding, ruleset, scale, season, tie
from hypothesis import given, settings
from hypothesis import strategies as st

from emulrules.checks import ties
from emulrules.checks.sums import Equal
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset

LEAVES = "abc"
WEIGHTS = st.sampled_from([Fraction(1), Fraction(2), Fraction(0)])


def tree(weights: Sequence[Fraction]) -> tuple[Criterion, ...]:
    """`a` and `b` under one parent, `c` beside it."""
    of_a, of_b, of_c, of_p = weights
    return (
        criterion("p", None, weight=of_p),
        criterion("a", parent="p", weight=of_a),
        criterion("b", parent="p", weight=of_b),
        criterion("c", weight=of_c),
    )


@given(st.lists(WEIGHTS, min_size=4, max_size=4), st.lists(st.sampled_from([*LEAVES, "p"]), max_size=3))
@settings(max_examples=settings().max_examples // 2)
def test_two_units_are_equal_in_what_follows_and_may_differ_in_anything_else(
    weights: list[Fraction], compared: list[str]
) -> None:
    of_a, of_b, of_c, of_p = weights
    equal = Equal(tree(weights), None)
    equal.add_total()
    for id_ in compared:
        equal.add(id_)
    differs: set[str] = set()
    # What two units differ by in each leaf; a difference that the small weights allow is found among these.
    for a, b, c in product(range(-4, 5), repeat=3):
        parts = {"a": Fraction(a), "b": Fraction(b), "c": Fraction(c), "p": of_a * a + of_b * b}
        if of_p * parts["p"] + of_c * c == 0 and not any(parts[id_] for id_ in compared):
            differs |= {id_ for id_, by in parts.items() if by}
    assert {"a", "b", "c", "p"} - differs == {id_ for id_ in ("a", "b", "c", "p") if equal.has(id_)}


def chain(*compared: str, **parts: object) -> Ruleset:
    """Two criteria that make the total, and a step for each of `compared`."""
    steps = tuple(tie(f"so-{id_}", "criterion", criterion=id_) for id_ in compared)
    criteria = (criterion("a"), criterion("b"))
    return ruleset("xy", **{"criteria": criteria, "order": order("points", 1), "ties": steps, **parts})


def codes(rules: Ruleset) -> list[str]:
    return [finding.code for finding in ties.findings(rules) if finding.code.startswith("check-tie-")]


def test_the_second_of_two_criteria_parts_nobody_whom_the_total_and_the_first_left_equal() -> None:
    assert ["check-tie-follows"] == codes(chain("a", "b"))
    assert [] == codes(chain("a"))


@pytest.mark.parametrize(
    "changed",
    [
        {"scale": scale(rounding=rounding("half-up"))},
        {"criteria": (criterion("a"), criterion("b", not_applicable="rescale"))},
        {"order": order("ballot", 1, asks="members")},
        {"criteria": (criterion("a"), criterion("b"), criterion("c", kind="deduction"))},
    ],
    ids=["rounded", "not-applicable", "by-ballot", "three-parts"],
)
def test_where_the_total_is_no_sum_of_the_two_the_second_may_part(changed: dict[str, object]) -> None:
    assert [] == codes(chain("a", "b", **changed))


def test_bonus_that_is_cut_to_what_counts_says_nothing_of_its_parts() -> None:
    criteria = (criterion("a"), criterion("b", kind="bonus", max=Fraction(9)))
    assert ["check-tie-follows"] == codes(chain("a", "b", criteria=criteria))
    assert [] == codes(chain("a", "b", criteria=criteria, scale=scale(bonus=5)))


def test_a_comparison_head_to_head_of_all_leaves_is_decided_by_steps_that_compared_them_all() -> None:
    rules = chain("a")
    all_leaves = evolve(rules, ties=(*rules.ties, tie("tung-doi", "head-to-head", then="continue")))
    assert ["check-tie-over-decided"] == codes(all_leaves)
    assert [] == codes(evolve(all_leaves, criteria=tuple(map(criterion, "abcd"))))


def test_two_criteria_of_one_total_compared_head_to_head_are_always_one_each() -> None:
    step = tie("tung-doi", "head-to-head", then="continue")
    assert ["check-tie-over-balanced"] == codes(evolve(chain(), ties=(step,)))
    three = (criterion("a"), criterion("b"), criterion("c"))
    assert [] == codes(evolve(chain(criteria=three), ties=(step,)))
    alike = (criterion("a"), criterion("b", kind="deduction"))
    assert ["check-tie-over-balanced"] == codes(evolve(chain(criteria=alike), ties=(step,)))
    rules = evolve(chain(), ties=(step,))
    for ahead in range(1, 4):
        decision = decided(rules, season(scores={"a": {"x": 3 + ahead, "y": 3}, "b": {"x": 3, "y": 3 + ahead}}))
        assert {"x": 1, "y": 1} == places(decision)
