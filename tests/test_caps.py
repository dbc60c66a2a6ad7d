"""Facts about the caps of a council: what a limit says of a number, what it asks for, and which of several binds."""

from fractions import Fraction

import pytest
from building import act, asked, question
from reviewing import DECIDES, became, cluster, limit, reviewed, reviews, rules, sitting

from emulrules.errors import RulesetError
from emulrules.model.award import Limit, PerParent
from emulrules.model.decision import Decision
from emulrules.model.season import Season

PAIR = (cluster("mot", "abc", leads="a", co="ab"), cluster("hai", "def", leads="d", co="d"))
XET = [reviews("co", DECIDES)]
BOTH = [*XET, reviews("bang", DECIDES)]


def of(*limits: Limit, season: Season | None = None) -> Decision:
    """What becomes of three proposals for one award that the council decides."""
    return reviewed(rules(*limits, reviews=XET), PAIR, season)


def test_a_number_is_asked_of_whom_the_limit_names_under_its_article() -> None:
    open_ = question(of(limit(ask="province")), "quota:co")
    assert ("number", "province", (), 0, None) == (open_.asks, open_.of, open_.options, open_.least, open_.most)
    assert limit().basis == open_.basis


def test_the_step_of_a_limit_names_its_award_and_the_question_that_gave_the_number() -> None:
    allotted = of(limit(ask="province"), season=sitting(act("quota:co", number=3)))
    told = [(step.rule, step.output, step.inputs) for step in allotted.steps if step.step == "limit"]
    assert [("limits.han-muc", 3, {"award": "co", "question": "quota:co"})] == told
    fixed = [(step.output, step.inputs) for step in of(limit(number=3)).steps if step.step == "limit"]
    assert [(3, {"award": "co"})] == fixed


def test_what_turns_on_who_leads_waits_for_that_question_by_its_name() -> None:
    clusters = (cluster("mot", "ab", co="a"), cluster("hai", "cd", leads="c", co="c"))
    decision = reviewed(rules(limit(at_most="1/2", base="leaders"), reviews=XET), clusters)
    assert ("fact:cluster-leader",) == question(decision, "award:co:xet").after


@pytest.mark.parametrize("award", ["co", "bang"])
def test_a_limit_says_nothing_of_an_award_that_nobody_is_proposed_for(award: str) -> None:
    """But a number that was allotted for it is noted, once, as a fact of the year."""
    limits = (limit("mot", "bang", number=1), limit("hai", "co", number=3), limit("ba", award, ask="province"))
    decision = reviewed(rules(*limits, reviews=BOTH), PAIR, sitting(act(f"quota:{award}", number=3)))
    told = sorted((step.rule, step.inputs["award"]) for step in decision.steps if step.step == "limit")
    assert [("limits.ba", award), ("limits.hai", "co")] == told


def test_two_numbers_that_are_allotted_are_noted_once_each() -> None:
    limits = (limit("mot", "bang", ask="province"), limit("hai", "co", ask="province"))
    acts = (act("quota:co", number=3), act("quota:bang", number=1))
    decision = reviewed(rules(*limits, reviews=BOTH), PAIR, sitting(*acts))
    told = sorted((step.rule, step.output) for step in decision.steps if step.step == "limit")
    assert [("limits.hai", 3), ("limits.mot", 1)] == told


def test_two_limits_by_parent_are_told_by_name_at_the_second() -> None:
    caps = [limit(id_, per_parent=PerParent(1, "province")) for id_ in ("mot", "hai")]
    with pytest.raises(RulesetError) as caught:
        of(*caps)
    (fault,) = caught.value.faults
    told = ("limit-parent-twice", ("limits", "mot", "per_parent"), {"award": "co", "limits": "hai, mot"})
    assert told == (fault.code, fault.path, dict(fault.data))


def test_of_two_limits_of_one_number_the_first_by_id_is_named() -> None:
    decision = of(limit("mot", number=0), limit("hai", number=0))
    assert {"limits.hai"} == {step.rule for step in decision.steps if step.step == "cut"}


def test_whom_a_limit_does_not_count_is_not_asked_where_everybody_fits() -> None:
    assert ([], dict.fromkeys("abd", "granted")) == (
        asked(of(limit(number=3, uncounted=("central-leader",)))),
        became(of(limit(number=3, uncounted=("central-leader",)))),
    )


def test_a_cap_of_zero_needs_no_other_limit() -> None:
    assert dict.fromkeys("abd", "limit") == became(of(limit("mot", number=0), limit("hai", ask="province")))


def test_a_cap_of_zero_waits_for_whom_it_does_not_count() -> None:
    limits = (limit("mot", number=0, uncounted=("central-leader",)), limit("hai", ask="province"))
    assert {} == became(of(*limits))


def test_a_cap_of_one_waits_for_a_limit_that_may_be_less() -> None:
    decision = of(limit("mot", number=1), limit("hai", ask="province"))
    assert (("quota:co",), {}) == (question(decision, "award:co:xet").after, became(decision))


def test_the_choice_waits_for_whom_no_limit_counts() -> None:
    decision = of(limit(number=1, uncounted=("central-leader",)))
    assert ("fact:central-leader",) == question(decision, "award:co:xet").after


@pytest.mark.parametrize("half", [limit(base="leaders"), limit(at_most="20%")])
def test_a_limit_that_lacks_its_part_or_its_base_gives_no_number(half: Limit) -> None:
    decision = of(half)
    assert dict.fromkeys("abd", "granted") == became(decision)
    assert [] == [step for step in decision.steps if step.step == "limit"]


def test_the_step_of_a_part_says_of_what_and_of_how_many() -> None:
    given = sitting(facts={"flag-qualified": "abcde"})
    (step,) = (s for s in of(limit(at_most="20%", base="flag-qualified"), season=given).steps if s.step == "limit")
    assert (1, {"award": "co", "at_most": Fraction(1, 5), "base": "flag-qualified", "of": 5}) == (
        step.output,
        dict(step.inputs),
    )
