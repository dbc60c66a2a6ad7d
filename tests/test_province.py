"""A province of ten clusters under 91/2017/NĐ-CP Art. 11: who goes up, and why each other proposal falls."""

from building import asked, vote
from reviewing import BALLOT, became, cluster, limit, reviewed, reviews, rules, sitting

from emulrules.model.award import OverQuota, PerParent

LETTERS = "abcdefghij"
CLUSTERS = tuple(
    cluster(f"cum-{each}", [f"{each}{n}" for n in range(1, 6)], leads=f"{each}1", co=[f"{each}1"]) for each in LETTERS
)
FIFTH = limit(at_most="20%", base="leaders")
CHOSEN = reviews("co", BALLOT, over_quota=(OverQuota("nhieu-phieu", "votes"),), raises=True)
VOTES = dict(zip((f"{each}1" for each in LETTERS), (15, 14, 13, 13, 12, 12, 11, 10, 3, 0), strict=True))
"""Of fifteen members at least twelve must vote for a unit."""


def test_two_of_ten_leaders_go_up_and_each_other_falls_for_its_own_reason() -> None:
    decision = reviewed(
        rules(FIFTH, reviews=[CHOSEN]), CLUSTERS, sitting(vote("award:co:bo-phieu", 15, **VOTES), members=15)
    )
    few = dict.fromkeys(("g1", "h1", "i1", "j1"), "votes")
    full = dict.fromkeys(("c1", "d1", "e1", "f1"), "limit")
    assert ({"a1": "raised", "b1": "raised", **few, **full}, []) == (became(decision), asked(decision))
    why = {step.unit: (step.rule, step.basis) for step in decision.steps if step.step == "cut"}
    assert {"limits.han-muc"} == {why[unit][0] for unit in full}
    assert {"reviews.co"} == {why[unit][0] for unit in few}
    assert all(basis for _, basis in why.values())


def test_the_parent_that_has_its_number_is_told_apart_from_the_limit() -> None:
    one_each = limit("moi-tinh", per_parent=PerParent(1, "province"))
    twice = (*CLUSTERS, cluster("cum-aa", ["a9"], leads="a9", co=["a9"]))
    votes = {**VOTES, "a9": 15}
    decision = reviewed(
        rules(FIFTH, one_each, reviews=[CHOSEN]), twice, sitting(vote("award:co:bo-phieu", 15, **votes), members=15)
    )
    assert ["award:co:province:a:over-quota"] == asked(decision)


def test_with_fewer_than_five_leaders_nobody_goes_up_and_nothing_is_asked() -> None:
    decision = reviewed(rules(FIFTH, reviews=[CHOSEN]), CLUSTERS[:4])
    assert (dict.fromkeys(("a1", "b1", "c1", "d1"), "limit"), []) == (became(decision), asked(decision))
