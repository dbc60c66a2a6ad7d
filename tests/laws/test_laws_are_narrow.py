"""Where a law is narrower than it sounds: what stands just outside its conditions fails."""

from fractions import Fraction
from typing import Any

from attrs import evolve
from building import (
    award,
    choose,
    criterion,
    decided,
    order,
    places,
    proposed,
    ruleset,
    scale,
    season,
    tie,
    vote,
    warned,
)

from emulrules.model.ruleset import Ruleset

TREE = ruleset(
    "ab",
    criteria=(criterion("x"), criterion("nhom", None), criterion("y", parent="nhom")),
    order=order(),
)


def weighed(rules: Ruleset, **weights: Any) -> Ruleset:
    """The ruleset with other weights, and without maxima."""
    changed = [evolve(each, max=None, weight=Fraction(weights.get(each.id, 1))) for each in rules.criteria]
    return evolve(rules, criteria=tuple(changed))


# Law 2.


def test_every_weight_of_a_tree_multiplied_changes_the_order() -> None:
    """A leaf counts by the product of the weights above it: at two levels, by the square of the number."""
    year = season(scores={"x": {"a": 3, "b": 0}, "y": {"a": 0, "b": 2}})
    assert {"a": 1, "b": 2} == places(decided(weighed(TREE), year))
    assert {"a": 2, "b": 1} == places(decided(weighed(TREE, x=2, nhom=2, y=2), year))
    assert {"a": 1, "b": 2} == places(decided(weighed(TREE, x=2, nhom=2), year))


def test_a_part_whose_weight_stays_changes_the_order() -> None:
    rules = ruleset("ab", criteria=(criterion("x"), criterion("thuong", kind="bonus")), order=order())
    year = season(scores={"x": {"a": 2, "b": 0}, "thuong": {"a": 0, "b": 3}})
    assert {"a": 2, "b": 1} == places(decided(weighed(rules), year))
    assert {"a": 1, "b": 2} == places(decided(weighed(rules, x=2), year))


def test_a_constant_under_a_cap_changes_the_order() -> None:
    rules = ruleset(
        "ab", criteria=(criterion("nhom", None, max="3", cap=True), criterion("x", parent="nhom")), order=order()
    )
    assert {"a": 1, "b": 2} == places(decided(rules, season(scores={"x": {"a": 3, "b": 2}})))
    assert {"a": 1, "b": 1} == places(decided(rules, season(scores={"x": {"a": 4, "b": 3}})))


def test_a_constant_where_a_cell_does_not_apply_changes_the_order() -> None:
    leaves = (criterion("x", max="4"), criterion("y", max="4", not_applicable="rescale"))
    rules = ruleset("ab", criteria=leaves, scale=scale(points="8"), order=order())
    assert {"a": 2, "b": 1} == places(decided(rules, season(scores={"x": {"a": 1, "b": 1}, "y": {"a": "n/a", "b": 2}})))
    assert {"a": 1, "b": 2} == places(decided(rules, season(scores={"x": {"a": 3, "b": 3}, "y": {"a": "n/a", "b": 2}})))


# Law 4.

KEYED = ruleset(
    "abc",
    criteria=(criterion("x", max="2"), criterion("y", max="2", not_applicable="rescale")),
    scale=scale(points="4"),
    order=order(),
    ties=(tie("y-truoc", "criterion", criterion="y"),),
)


def test_a_key_that_one_of_a_tie_has_no_value_of_parts_nobody() -> None:
    """So who joins the tie can join two others that the key had parted."""
    apart = decided(KEYED, season(scores={"x": {"a": 1, "b": 2, "c": 0}, "y": {"a": 1, "b": 0, "c": "n/a"}}))
    assert {"a": 1, "b": 2, "c": 3} == places(apart)
    together = decided(KEYED, season(scores={"x": {"a": 1, "b": 2, "c": 1}, "y": {"a": 1, "b": 0, "c": "n/a"}}))
    assert {"a": 1, "b": 1, "c": 1} == places(together)
    assert ("unchecked", "ties.y-truoc") in warned(together)


def test_a_tie_that_was_voted_on_is_not_when_no_line_runs_through_it_any_more() -> None:
    rules = ruleset("abc", criteria=(criterion("x"),), order=order("points", 1), ties=(tie("bau", "ballot"),))
    voted = decided(rules, season(vote("place:1:bau", 3, a=3, b=2, c=1), scores={"x": {"a": 1, "b": 1, "c": 1}}))
    assert {"a": 1, "b": 2, "c": 3} == places(voted)
    assert {"a": 2, "b": 2, "c": 1} == places(decided(rules, season(scores={"x": {"a": 1, "b": 1, "c": 2}})))


# Law 7.


def test_a_better_score_can_cost_two_others_the_award_that_they_had() -> None:
    """One of them passes on to the next award; only one of them is left with none."""
    flag, certificate = (
        award(id_, choose(f"buoc-{id_}", "standing"), quota=1, excludes=excluded)
        for id_, excluded in (("co", ()), ("bang", ("co",)))
    )
    rules = ruleset("abc", criteria=(criterion("x"),), order=order(), awards=(flag, certificate))
    before = decided(rules, season(scores={"x": {"a": 3, "b": 2, "c": 1}}))
    after = decided(rules, season(scores={"x": {"a": 3, "b": 2, "c": 4}}))
    assert ({"a"}, {"b"}) == (set(proposed(before, "co")), set(proposed(before, "bang")))
    assert ({"c"}, {"a"}) == (set(proposed(after, "co")), set(proposed(after, "bang")))


# Law 10.


def test_two_weightings_of_both_levels_do_not_add_up() -> None:
    """Under each, the group counts for nothing; under their sum it decides."""
    year = season(scores={"x": {"a": 1, "b": 0}, "y": {"a": 0, "b": 1}})
    assert {"a": 1, "b": 2} == places(decided(weighed(TREE, nhom=2, y=0), year))
    assert {"a": 1, "b": 2} == places(decided(weighed(TREE, nhom=0, y=2), year))
    assert {"a": 2, "b": 1} == places(decided(weighed(TREE, nhom=2, y=2, x=2), year))
