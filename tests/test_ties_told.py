"""Facts about what ties tell: which question parted whom, and what those wait for that turn on a tie."""

from building import act, award, choose, criterion, decided, order, question, ruleset, season
from test_ties import BALLOT, CHAIR, WOMEN, even, rules, staff

from emulrules.model.decision import Decision

MEETING = choose("m", "meeting", asks="meeting")


def parted(decision: Decision) -> list[tuple[str, object, object]]:
    return [(step.rule, step.inputs.get("question"), step.output) for step in decision.steps if step.step == "tie"]


def test_the_step_of_a_tie_names_the_question_that_parted_it() -> None:
    votes = act("place:1:phieu", votes={"a": 2, "b": 2, "c": 1}, ballots=3, among="abc")
    decision = decided(rules(BALLOT, CHAIR), even(votes, act("place:1:chu-tri", "b", among="ab")))
    assert [
        ("ties.phieu", "place:1:phieu", (("a", "b"), ("c",))),
        ("ties.chu-tri", "place:1:chu-tri", (("b",), ("a",))),
    ] == parted(decision)


def test_what_turns_on_a_place_waits_for_the_figures_that_part_it_by_their_names() -> None:
    awards = (award("f", choose("p", "place", places=(1,))), award("g", MEETING, quota=1, excludes=("f",)))
    decision = decided(rules(WOMEN, awards=awards, members="ab"), even(members="ab", units=staff(a=(1, 2))))
    assert ("fact:b:staff", "fact:b:women") == question(decision, "award:g:m").after
